// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_CATEGORY_ENCODING_HPP
#define INLAY_LAYER_CATEGORY_ENCODING_HPP

#include <inlay/layer/layer.hpp>
#include <inlay/layer/option/output_mode.hpp>
#include <inlay/layer/options.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace inlay::INLAY_ABI {

/// Rows of Tokens numbers for whole numbers from 0 to Tokens - 1. MultiHot, the default, and Count:
/// (..., n) -> (..., Tokens); OneHot: (..., n) -> (..., n, Tokens), and (..., 1) -> (..., Tokens).
/// fit, evaluate and predict refuse other numbers, forward leaves them out. A network that begins
/// with it reads 32-bit integers.
template <int Tokens, class... Given>
struct CategoryEncoding : LayerDefaults {
    using Options = option::Options<Given...>;
    using Mode = typename Options::template get<"output mode", MultiHot>;

    static constexpr std::string_view title = "CategoryEncoding", name = "category_encoding";
    static constexpr auto tokens = static_cast<std::size_t>(Tokens);
    static constexpr std::size_t indices = tokens;
    static constexpr bool one_hot = std::is_same_v<Mode, OneHot>;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"output mode"}).view();
        if (Tokens < 1) {
            complaint.needs << "has " << Tokens << " tokens but needs one at least";
            complaint.remedy << "write CategoryEncoding<10>";
        } else if (one_hot && in.rank() > 3 && in.last() != 1) {
            complaint.needs << "needs whole numbers along three axes at most";
            complaint.remedy << "move it before Reshape, or write MultiHot or Count";
        }
        if (complaint.raised()) return in;
        Shape out = in;
        if (one_hot && in.last() != 1)
            out.extents[out.count++] = tokens;
        else
            out.extents[out.count - 1] = tokens;
        return out;
    }

    /// y[r] = 0, then for the numbers k of row r: y[r][x[r][k]] = 1, or += 1
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        const std::size_t numbers = pass.count * binding.in.elements();
        const std::size_t rows = pass.count * binding.out.elements() / tokens;
        for (std::size_t k = 0; k < rows * tokens; ++k) pass.y[k] = 0;
        for (std::size_t k = 0; k < numbers; ++k) {
            const auto token = element_at<binding.element>(pass.x, k);
            if (!is_index(token, Tokens)) continue;
            Scalar& to = pass.y[k / (numbers / rows) * tokens + static_cast<std::size_t>(token)];
            to = std::is_same_v<Mode, Count> ? to + 1 : Scalar{1};
        }
    }

    /// dx = 0
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        if constexpr (binding.input_gradient && !binding.accumulate)
            for (std::size_t k = 0; k < pass.count * binding.in.elements(); ++k) pass.dx[k] = 0;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::CategoryEncoding;
}  // namespace inlay

#endif  // INLAY_LAYER_CATEGORY_ENCODING_HPP

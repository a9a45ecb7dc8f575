// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_REPEAT_VECTOR_HPP
#define INLAY_LAYER_REPEAT_VECTOR_HPP

#include <inlay/kernel/dense.hpp>
#include <inlay/kernel/map.hpp>
#include <inlay/layer/layer.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// A sequence of one vector, so many times: RepeatVector<4> makes (4, features) of (features).
template <int Times>
struct RepeatVector : LayerDefaults {
    static constexpr std::string_view title = "RepeatVector", name = "repeat_vector";

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        if (Times < 1) {
            complaint.needs << "repeats it " << Times << " times but needs once at least";
            complaint.remedy << "write RepeatVector<4>";
        } else if (in.rank() != 1) {
            complaint.needs << "needs a vector";
            complaint.remedy << "put Flatten or a global pooling before it";
        }
        if (complaint.raised()) return in;
        return {std::size_t{Times}, in[0]};
    }

    /// y[k][c] = x[c]
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        constexpr Map in = binding.in, out = binding.out;
        for (std::size_t n = 0; n < pass.count; ++n)
            for (std::size_t k = 0; k < out.width(); ++k)
                kernel::copy_row<false>(pass.x + n * in.size() + in.origin(),
                                        pass.y + n * out.size() + out.origin() + k * out.pixel(),
                                        in.channels());
    }

    /// dx[c] (+)= sum_k dy[k][c]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        constexpr Map in = binding.in, out = binding.out;
        for (std::size_t n = 0; n < pass.count; ++n)
            kernel::sum_rows_apart<binding.accumulate>(pass.dy + n * out.size() + out.origin(),
                                                       pass.dx + n * in.size() + in.origin(),
                                                       out.width(), in.channels(), out.pixel());
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::RepeatVector;
}  // namespace inlay

#endif  // INLAY_LAYER_REPEAT_VECTOR_HPP

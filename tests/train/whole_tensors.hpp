// SPDX-License-Identifier: MIT
#pragma once
// An optimizer outside the library's namespace that takes whole tensors and keeps moments of other
// shapes than theirs.

#include <inlay/core.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace elsewhere {

/// The second moment of a matrix as the mean of each row and of each column (Shazeer, Stern 2018);
/// that of any other tensor as a whole: w -= rate g / sqrt(row column / mean of rows, or v).
struct Factored {
    static constexpr std::string_view name = "factored";
    static constexpr int moments = 3;
    static constexpr std::string_view moment_names[] = {"row", "column", "v"};
    static constexpr bool whole_tensors = true;

    static constexpr inlay::Shape moment_shape(int m, const inlay::WeightFacts& tensor) {
        if (tensor.shape.rank() != 2) return m == 2 ? tensor.shape : inlay::Shape(0);
        return inlay::Shape(m == 2 ? std::size_t{0} : tensor.shape[m]);
    }

    inlay::Rate learning_rate = 0.01;

    static void fields(auto& self, auto&& visit) { visit("learning_rate", self.learning_rate); }

    template <class Scalar, class Runner>
    void update(const inlay::Stretch<Scalar>& s, std::uint64_t step, Runner&) const {
        const auto rate = static_cast<Scalar>(learning_rate.at(step));
        const auto keep = Scalar(0.9f), take = 1 - keep;
        if (s.tensor->shape.rank() != 2) {
            for (std::size_t k = 0; k < s.count; ++k) {
                Scalar& v = s.moments[2][k];
                v = keep * v + take * (s.gradient[k] * s.gradient[k] + Scalar(1e-12f));
                s.weights[k] -= rate * s.gradient[k] / std::sqrt(v);
            }
            return;
        }
        const std::size_t rows = s.tensor->shape[0], columns = s.tensor->shape[1];
        Scalar *const row = s.moments[0], *const column = s.moments[1], mean = 0;
        const auto square = [&](std::size_t r, std::size_t c) {
            const Scalar g = s.gradient[r * columns + c];
            return g * g + Scalar(1e-12f);
        };
        for (std::size_t r = 0; r < rows; ++r) {
            Scalar sum = 0;
            for (std::size_t c = 0; c < columns; ++c) sum += square(r, c);
            row[r] = keep * row[r] + take * sum / static_cast<Scalar>(columns);
            mean += row[r] / static_cast<Scalar>(rows);
        }
        for (std::size_t c = 0; c < columns; ++c) {
            Scalar sum = 0;
            for (std::size_t r = 0; r < rows; ++r) sum += square(r, c);
            column[c] = keep * column[c] + take * sum / static_cast<Scalar>(rows);
        }
        for (std::size_t k = 0; k < s.count; ++k)
            s.weights[k] -=
                rate * s.gradient[k] / std::sqrt(row[k / columns] * column[k % columns] / mean);
    }
};

}  // namespace elsewhere

// SPDX-License-Identifier: MIT
// Products of matrices of any extents against three loops.
#include <inlay/kernel/product.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <vector>

namespace {

using namespace inlay::INLAY_ABI;

/// Numbers of no pattern, around 0.
template <class Scalar>
std::vector<Scalar> numbers(std::size_t n, double phase) {
    std::vector<Scalar> all(n);
    for (std::size_t k = 0; k < n; ++k)
        all[k] = static_cast<Scalar>(std::sin(phase + 1.7 * static_cast<double>(k * k % 1009)));
    return all;
}

/// One product whose matrices lie in larger ones, of which nothing else may change.
template <class Scalar>
void check(std::size_t rows, std::size_t columns, std::size_t taps, bool transposed, bool adds,
           double tolerance) {
    CAPTURE(rows);
    CAPTURE(columns);
    CAPTURE(taps);
    CAPTURE(transposed);
    CAPTURE(adds);
    const std::size_t pitch = columns + 3, a_row = adds ? 1 : taps + 2, a_tap = adds ? rows + 1 : 1;
    const std::size_t b_step = (transposed ? taps : columns) + 1;
    // No number lies behind the last one that is needed.
    const auto a = numbers<Scalar>((rows - 1) * a_row + (taps - 1) * a_tap + 1, 1);
    const auto b = numbers<Scalar>(
        transposed ? (columns - 1) * b_step + taps : (taps - 1) * b_step + columns, 2);
    const auto bias = numbers<Scalar>(columns, 3), before = numbers<Scalar>(rows * pitch, 4);
    auto c = before;
    kernel::multiply<Scalar>({.a = a.data(),
                              .a_row = a_row,
                              .a_tap = a_tap,
                              .b = b.data(),
                              .b_step = b_step,
                              .transposed = transposed,
                              .c = c.data(),
                              .c_row = pitch,
                              .rows = rows,
                              .columns = columns,
                              .taps = taps,
                              .bias = adds ? nullptr : bias.data(),
                              .factor = Scalar(0.75),
                              .adds = adds});
    double worst = 0;
    for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t j = 0; j < pitch; ++j) {
            double wanted = static_cast<double>(before[i * pitch + j]);
            if (j < columns) {
                double sum = adds ? 0 : static_cast<double>(bias[j]);
                for (std::size_t t = 0; t < taps; ++t)
                    sum += static_cast<double>(a[i * a_row + t * a_tap]) *
                           static_cast<double>(b[transposed ? j * b_step + t : t * b_step + j]);
                wanted = 0.75 * sum + (adds ? wanted : 0);
            }
            worst = std::fmax(worst, std::abs(static_cast<double>(c[i * pitch + j]) - wanted));
        }
    CHECK(worst <= tolerance * std::sqrt(static_cast<double>(taps)));
}

}  // namespace

TEST_CASE("a product of any extents is that of three loops") {
    for (const std::size_t rows : {1u, 7u, 21u})
        for (const std::size_t columns : {1u, 15u, 48u, 83u})
            for (const std::size_t taps : {1u, 29u, 300u})
                for (int kind = 0; kind < 4; ++kind) {
                    check<float>(rows, columns, taps, kind % 2 != 0, kind > 1, 1e-6);
                    check<double>(rows, columns, taps, kind % 2 != 0, kind > 1, 1e-14);
                }
}

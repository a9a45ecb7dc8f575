// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <inlay/random/orthogonal.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

const randomness::Stream stream(42, randomness::Purpose::initial_weights, 0);

/// The largest distance of the products of the shorter side's vectors from 1 and 0.
double error(std::size_t rows, std::size_t columns) {
    std::vector<float> out(rows * columns, -9.0f);
    Orthogonal::fill(out, {{rows, columns}, 0, 0}, stream);
    const std::size_t count = rows < columns ? rows : columns;
    double worst = 0;
    for (std::size_t a = 0; a < count; ++a)
        for (std::size_t b = 0; b <= a; ++b) {
            double sum = 0;
            for (std::size_t i = 0; i < out.size() / count; ++i) {
                const auto at = [&](std::size_t k) {
                    return static_cast<double>(rows <= columns ? out[k * columns + i]
                                                               : out[i * columns + k]);
                };
                sum += at(a) * at(b);
            }
            worst = (std::max)(worst, std::fabs(sum - (a == b ? 1 : 0)));
        }
    return worst;
}

}  // namespace

TEST_CASE("rows or columns are orthogonal and of length 1") {
    CHECK(error(1, 1) < 1e-7);
    CHECK(error(17, 17) < 3e-7);
    CHECK(error(64, 256) < 3e-7);
    CHECK(error(29, 7) < 3e-7);
    CHECK(error(100, 100) < 3e-7);
}

TEST_CASE("a matrix of one number has either sign") {
    int positive = 0;
    for (std::uint64_t n = 0; n < 64; ++n) {
        float one = 0;
        Orthogonal::fill({&one, 1}, {{1, 1}, 1, 1},
                         randomness::Stream(n, randomness::Purpose::initial_weights, 0));
        positive += one > 0;
    }
    CHECK(positive > 16);
    CHECK(positive < 48);
}

TEST_CASE("the axes before the last one count as one, and a gain is the length") {
    std::vector<float> image(3 * 3 * 4 * 5), matrix(image.size());
    OrthogonalWith<2>::fill(image, {{3, 3, 4, 5}, 0, 0}, stream);
    Orthogonal::fill(matrix, {{36, 5}, 0, 0}, stream);
    for (std::size_t i = 0; i < image.size(); ++i) CHECK(image[i] == 2 * matrix[i]);
}

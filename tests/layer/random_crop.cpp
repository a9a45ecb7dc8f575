// SPDX-License-Identifier: MIT
// RandomCrop: a window of an image, at a random place in training.
#ifndef NAIVE_RANDOM_CROP
#define NAIVE_RANDOM_CROP

#include "center_crop.cpp"

namespace naive {

template <int Height, int Width>
Batch forward(Of<RandomCrop<Height, Width>>, const Batch& x, Run& run) {
    run.random = run.training;  // where it lies then is tested on its own
    return forward(Of<CenterCrop<Height, Width>>{}, x, run);
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/random_crop.hpp"
#include "check.hpp"
#include "random_images.hpp"

#include <doctest/doctest.h>

#include <cstddef>

using namespace inlay;

TEST_CASE("RandomCrop draws a place for each image") {
    using In = Input<5, 7, 2>;
    constexpr std::size_t count = 40;
    const auto x = images::ramps<In>(count);
    const auto y = images::train<RandomCrop<3, 5>, In>(x);
    REQUIRE(y.size() == count * 30);
    bool met[3][3]{};
    for (std::size_t n = 0; n < count; ++n) {
        const auto top = static_cast<std::size_t>(images::drawn(0, 3, n, 0));
        const auto left = static_cast<std::size_t>(images::drawn(0, 3, n, 1));
        met[top][left] = true;
        for (std::size_t k = 0; k < 30; ++k)
            CHECK(y[30 * n + k] == static_cast<float>(((top + k / 10) * 7 + left) * 2 + k % 10));
    }
    for (const auto& row : met)
        for (const bool here : row) CHECK(here);
}

TEST_CASE("RandomCrop") { check::both<RandomCrop<2, 3>, Input<4, 6, 3>>(); }

TEST_CASE("RandomCrop, Keras's numbers") { keras::layers::random_crop(); }

#endif

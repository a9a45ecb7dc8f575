// SPDX-License-Identifier: MIT
// RandomZoom: images grow and shrink in training.
#ifndef NAIVE_RANDOM_ZOOM
#define NAIVE_RANDOM_ZOOM

#include "naive.hpp"

namespace naive {

template <Factor Height, Factor Width, class... Given>
Batch forward(Of<RandomZoom<Height, Width, Given...>>, const Batch& x, Run& run) {
    run.random = run.training;  // what is drawn is tested on its own
    return x;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/random_zoom.hpp"
#include "check.hpp"
#include "random_images.hpp"

#include <doctest/doctest.h>

#include <cstddef>

using namespace inlay;

TEST_CASE("RandomZoom draws the steps of reading, one for both axes or two") {
    using In = Input<5, 5, 1>;
    const auto x = images::ramps<In>(11);
    const auto one = images::train<RandomZoom<Factor(-0.5, 0)>, In>(x);
    const auto two = images::train<RandomZoom<Factor(-0.5, 0), Factor(-0.9, -0.1)>, In>(x);
    for (std::size_t n = 0; n < 11; ++n) {
        const double rows = 1 + images::drawn(-0.5, 0, n, 0);
        const double columns = 1 + images::drawn(-0.9, -0.1, n, 1);
        CHECK(one[25 * n + 24] == doctest::Approx(12 + 12 * rows).epsilon(1e-5));
        CHECK(two[25 * n + 24] == doctest::Approx(12 + 10 * rows + 2 * columns).epsilon(1e-5));
    }
}

TEST_CASE("RandomZoom") { check::both<RandomZoom<0.5, SameFactor, FillNearest>, Input<3, 4, 2>>(); }

TEST_CASE("RandomZoom, Keras's numbers") { keras::layers::random_zoom(); }

#endif

// SPDX-License-Identifier: MIT
// RandomTranslation: images are shifted in training.
#ifndef NAIVE_RANDOM_TRANSLATION
#define NAIVE_RANDOM_TRANSLATION

#include "naive.hpp"

namespace naive {

template <Factor Height, Factor Width, class... Given>
Batch forward(Of<RandomTranslation<Height, Width, Given...>>, const Batch& x, Run& run) {
    run.random = run.training;  // what is drawn is tested on its own
    return x;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/random_translation.hpp"
#include "check.hpp"
#include "random_images.hpp"

#include <doctest/doctest.h>

#include <cstddef>

using namespace inlay;

TEST_CASE("RandomTranslation draws two shifts for each image") {
    using In = Input<8, 10, 1>;
    const auto x = images::ramps<In>(11);
    const auto y = images::train<RandomTranslation<0.25, Factor(0, 0.3)>, In>(x);
    for (std::size_t n = 0; n < 11; ++n) {
        const double down = 8 * images::drawn(-0.25, 0.25, n, 0);
        const double right = 10 * images::drawn(0, 0.3, n, 1);
        CHECK(y[80 * n + 45] == doctest::Approx(45 - 10 * down - right).epsilon(1e-5));
    }
}

TEST_CASE("RandomTranslation") {
    check::both<RandomTranslation<0.4, Factor(0.1, 0.9), FillConstant<2>>, Input<3, 4, 2>>();
}

TEST_CASE("RandomTranslation, Keras's numbers") { keras::layers::random_translation(); }

#endif

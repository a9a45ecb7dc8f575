// SPDX-License-Identifier: MIT
// RandomRotation: images are turned in training.
#ifndef NAIVE_RANDOM_ROTATION
#define NAIVE_RANDOM_ROTATION

#include "naive.hpp"

namespace naive {

template <Factor Turn, class... Given>
Batch forward(Of<RandomRotation<Turn, Given...>>, const Batch& x, Run& run) {
    run.random = run.training;  // what is drawn is tested on its own
    return x;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/random_rotation.hpp"
#include "check.hpp"
#include "random_images.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>

using namespace inlay;

TEST_CASE("RandomRotation draws an angle for each image") {
    using In = Input<3, 3, 1>;
    const auto x = images::ramps<In>(11);
    const auto y = images::train<RandomRotation<Factor(-0.05, 0.1)>, In>(x);
    for (std::size_t n = 0; n < 11; ++n) {  // the place above the middle is read inside the image
        const double angle = 6.283185307179586 * images::drawn(-0.05, 0.1, n, 0);
        const double wanted = 4 + 3 * -std::cos(angle) + std::sin(angle);
        CHECK(y[9 * n + 1] == doctest::Approx(wanted).epsilon(1e-5));
        CHECK(y[9 * n + 4] == 4);
    }
}

TEST_CASE("RandomRotation") {
    check::both<RandomRotation<0.1>, Input<3, 4, 2>>();
    check::both<RandomRotation<Factor(-0.4, 0.1), FillWrap, Nearest>, Input<3, 2, 17>>();
}

TEST_CASE("RandomRotation, Keras's numbers") { keras::layers::random_rotation(); }

#endif

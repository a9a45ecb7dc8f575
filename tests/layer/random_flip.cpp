// SPDX-License-Identifier: MIT
// RandomFlip: images are mirrored in training, each direction by a word of its own.
#ifndef NAIVE_RANDOM_FLIP
#define NAIVE_RANDOM_FLIP

#include "naive.hpp"

namespace naive {

template <class... Given>
Batch forward(Of<RandomFlip<Given...>>, const Batch& x, Run& run) {
    run.random = run.training;  // what is drawn is tested on its own
    return x;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/random_flip.hpp"
#include "check.hpp"
#include "random_images.hpp"

#include <doctest/doctest.h>

#include <cstddef>

using namespace inlay;

TEST_CASE("RandomFlip mirrors by one bit for each direction") {
    using In = Input<3, 5, 2>;
    constexpr std::size_t count = 40, size = In::shape.size();
    const auto x = images::ramps<In>(count);
    const auto both = images::train<RandomFlip<>, In>(x);
    const auto sides = images::train<RandomFlip<Horizontal>, In>(x);
    const auto ends = images::train<RandomFlip<Vertical>, In>(x);
    bool kept[2]{}, flipped[2]{};
    for (std::size_t n = 0; n < count; ++n) {
        const bool vertical = images::drawn(0, 1, n, 0) >= 0.5;
        const bool horizontal = images::drawn(0, 1, n, 1) >= 0.5;
        (vertical ? flipped : kept)[0] = true;
        (horizontal ? flipped : kept)[1] = true;
        for (std::size_t k = 0; k < size; ++k) {
            const std::size_t p = k / 10, q = k / 2 % 5, c = k % 2;
            const std::size_t up = vertical ? 2 - p : p, left = horizontal ? 4 - q : q;
            CHECK(both[n * size + k] == static_cast<float>((up * 5 + left) * 2 + c));
            CHECK(sides[n * size + k] == static_cast<float>((p * 5 + left) * 2 + c));
            CHECK(ends[n * size + k] == static_cast<float>((up * 5 + q) * 2 + c));
        }
    }
    CHECK((kept[0] && kept[1] && flipped[0] && flipped[1]));
}

TEST_CASE("RandomFlip") { check::both<RandomFlip<>, Input<3, 5, 2>>(); }

TEST_CASE("RandomFlip, Keras's numbers") { keras::layers::random_flip(); }

#endif

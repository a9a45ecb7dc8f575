// SPDX-License-Identifier: MIT
// Networks of more layers than compilers nest: 300 in one list, of which 100 compute.
#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <vector>

using namespace inlay;

namespace {

#define TEN(...)                                                                               \
    __VA_ARGS__, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__, \
        __VA_ARGS__, __VA_ARGS__, __VA_ARGS__

using Narrow = Dense<3, Tanh>;
using Listed = Sequential<TEN(TEN(Narrow, Identity, Identity)), Dense<2>>;
using Ten = Sequential<TEN(Narrow)>;
using Nested = Sequential<TEN(Ten), Dense<2>>;

const std::vector<float> inputs{0.5f, -1, 2, 1, 0, -0.5f}, targets{1, 0, 0, 1};

}  // namespace

TEST_CASE("a long list of layers computes and trains as the same layers in blocks do") {
    Model<Listed, Input<3>> listed{1};
    Model<Nested, Input<3>> nested{1};
    CHECK(listed.parameter_count == 100 * 12 + 8);
    REQUIRE(listed.get_weights() == nested.get_weights());
    auto one = listed.compile(Adam{}, MeanSquaredError{});
    auto other = nested.compile(Adam{}, MeanSquaredError{});
    const auto before = listed.get_weights();
    for (int step = 0; step < 3; ++step)
        CHECK(one.train_on_batch(inputs, targets) == other.train_on_batch(inputs, targets));
    CHECK(listed.get_weights() != before);
    CHECK(listed.get_weights() == nested.get_weights());
    const auto y = listed.predict(inputs), z = nested.predict(inputs);
    CHECK(std::vector<float>(y.begin(), y.end()) == std::vector<float>(z.begin(), z.end()));
}

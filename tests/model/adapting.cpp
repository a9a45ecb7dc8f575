// SPDX-License-Identifier: MIT
// Layers that learn the mean and the variance of data.
#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

using namespace inlay;

namespace {

/// The batches of an array of rows of two numbers.
struct Batched {
    std::vector<float> rows;
    std::size_t size() const { return 2; }
    auto operator[](std::size_t k) const {
        const std::size_t half = rows.size() / 4 * 2;
        return std::pair{
            std::vector<float>(
                rows.begin() + static_cast<std::ptrdiff_t>(k * half),
                k == 0 ? rows.begin() + static_cast<std::ptrdiff_t>(half) : rows.end()),
            std::vector<float>{}};
    }
};

}  // namespace

TEST_CASE("adapt gives Normalization the mean and the variance of each channel") {
    Model<Sequential<Normalization<>, Dense<1>>, Input<2>> model;
    CHECK(model.parameter_count == 3 + 5);  // as in Keras, which counts a count
    const std::vector<float> x{0, 7, 2, 9, 0, 7, 2, 13, 1, 9};
    model.adapt(x);
    CHECK(model.weights("normalization/mean")[0] == 1);
    CHECK(model.weights("normalization/mean")[1] == 9);
    CHECK(model.weights("normalization/variance")[0] == 0.8f);
    CHECK(model.weights("normalization/variance")[1] == 4.8f);
    CHECK(model.weights("normalization/count")[0] == 0);
    const auto state = model.get_weights();

    model.adapt(std::vector<float>{1, 2});
    CHECK(model.get_weights() != state);
    model.adapt(Batched{x});
    CHECK(model.get_weights() == state);

    CHECK_THROWS_WITH_AS(model.adapt(std::vector<float>{}), "adapt: there are no examples", Error);
    CHECK_THROWS_AS(model.adapt(std::vector<float>{1}), Error);
    CHECK(model.get_weights() == state);
    const auto moved = std::move(model);
    CHECK_THROWS_AS(model.adapt(x), Error);
}

TEST_CASE("adapt reaches layers at several inputs, and predictions follow") {
    using Net = Sequential<Normalization<NoAxis>, Flatten,
                           Concat<Identity, Sequential<From<"meta">, Frozen<Normalization<>>>>>;
    Model<Net, Inputs<Named<"image", Input<1, 2, 2>>, Named<"meta", Input<1>>>> model;
    const std::vector<std::uint8_t> images{1, 1, 1, 1, 5, 5, 5, 5};
    const std::vector<double> meta{1e8 + 1, 1e8 - 1};
    (void)model.predict(std::tie(images, meta));
    model.adapt(std::tie(images, meta));
    const auto y = model.predict(std::tie(images, meta));
    const std::vector<float> wanted{-1, -1, -1, -1, 0, 1, 1, 1, 1, 0};  // 1e8 + 1 is none in float
    CHECK(std::vector<float>(y.data(), y.data() + 10) == wanted);
    CHECK(model.weights("normalization_1/variance")[0] == 1);
}

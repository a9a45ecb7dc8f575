// SPDX-License-Identifier: MIT
// Weights between networks of different types.
#include "../message_of.hpp"
#include "../temporary_folder.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

using namespace inlay;

namespace {

using Backbone = Sequential<Conv2D<3, 3, 3, ReLU>, BatchNorm<>, Conv2D<2, 1>, GlobalAveragePool>;
using Whole = Model<Sequential<Backbone, Dense<5>>, Input<7, 6, 2>>;
using Head = Model<Sequential<Frozen<Backbone>, Dense<4>, Named<"last", Dense<5>>>, Input<7, 6, 2>>;
using Names = std::vector<std::string>;

template <class One, class Other>
bool same(const One& one, const Other& other, const char* name) {
    return std::ranges::equal(one.weights(name), other.weights(name));
}

}  // namespace

TEST_CASE("tensors of one name and shape are copied, trainable or not; the others keep theirs") {
    Whole from{1};
    Head to{2};
    std::ranges::fill(from.state(), 0.25f);
    const Head before = to;
    const Kept kept = copy_weights(from, to);
    CHECK(kept.names() == Names{"dense/kernel", "dense/bias", "last/kernel", "last/bias"});
    CHECK(kept.count() == 4);
    for (const char* name : {"conv2d/kernel", "conv2d/bias", "batch_normalization/gamma",
                             "batch_normalization/moving_variance", "conv2d_1/kernel"}) {
        CAPTURE(name);
        CHECK(same(std::as_const(from), std::as_const(to), name));
    }
    for (const std::string& name : kept.names()) {
        CAPTURE(name);
        CHECK(same(std::as_const(to), before, name.c_str()));
    }
    // The frozen part computes what it computed there.
    Model<Backbone, Input<7, 6, 2>> alone{3};
    CHECK(copy_weights(from, alone).count() == 0);
    Model<Frozen<Backbone>, Input<7, 6, 2>> frozen{4};
    CHECK(copy_weights(to, frozen).names().empty());
    const std::vector<float> x(3 * 7 * 6 * 2, 0.5f);
    CHECK(std::ranges::equal(alone.predict(x), frozen.predict(x)));
    Model<Backbone, Input<7, 6, 2>, double> wide{5};
    CHECK(copy_weights(from, wide).count() == 0);
    CHECK(wide.weights()[3] == static_cast<double>(from.weights()[3]));
}

TEST_CASE("a named model is found as a nested model of that name") {
    using Base = Named<"base", Backbone>;
    Model<Base, Input<7, 6, 2>> base{1};
    Model<Sequential<Base, Dense<3>>, Input<7, 6, 2>> nested{2};
    CHECK(Model<Base, Input<7, 6, 2>>::tensor_names()[0] == "conv2d/kernel");
    CHECK(copy_weights(base, nested).names() == Names{"dense/kernel", "dense/bias"});
    CHECK(std::ranges::equal(std::as_const(base).weights("conv2d/kernel"),
                             std::as_const(nested).weights("base/conv2d/kernel")));
    Model<Base, Input<7, 6, 2>> back{3};
    CHECK(copy_weights(nested, back).count() == 0);
}

TEST_CASE("a file gives what it has; without partial it has to have all") {
    const TemporaryFolder folder;
    const std::string path = (folder / "whole.safetensors").string();
    const Whole from{1};
    save(from, path);
    Head to{2};
    CHECK(message_of([&] { load(to, path); }).find("holds another network") != std::string::npos);
    CHECK(message_of([&] { load(to, path, {}); }).find("holds another network") !=
          std::string::npos);
    const Kept kept = load(to, path, {.partial = true});
    CHECK(kept.names() == Names{"dense/kernel", "dense/bias", "last/kernel", "last/bias"});
    CHECK(same(from, std::as_const(to), "conv2d_1/kernel"));
    Whole again{3};
    CHECK(load(again, path, {.partial = true}).count() == 0);
    CHECK(std::ranges::equal(again.weights(), from.weights()));
    std::ofstream(path, std::ios::binary) << "no file of tensors";
    const Head before = to;
    CHECK_FALSE(message_of([&] { load(to, path, {.partial = true}); }).empty());
    CHECK(std::ranges::equal(std::as_const(to).weights(), before.weights()));
}

TEST_CASE("a network up to one of its layers") {
    using Net = Sequential<Conv2D<3, 3, 3>, Named<"side", Conv2D<2, 1>>, ReLU,
                           Concat<Identity, Conv2D<4, 3, 3, Same>>, Flatten, Dense<5>>;
    Model<Net, Input<6, 5, 2>> whole{1};
    Model<Until<Net, "side">, Input<6, 5, 2>> side{2};
    static_assert(decltype(side)::output_shape == Shape{4, 3, 2});
    CHECK(copy_weights(whole, side).count() == 0);
    Model<Sequential<Until<Net, "conv2d_1">, Dense<2>>, Input<6, 5, 2>> other{3};
    CHECK(decltype(other)::tensor_names() == Names{"conv2d/kernel", "conv2d/bias", "side/kernel",
                                                   "side/bias", "conv2d_1/kernel", "conv2d_1/bias",
                                                   "dense_1/kernel", "dense_1/bias"});
    CHECK(copy_weights(whole, other).names() == Names{"dense_1/kernel", "dense_1/bias"});
}

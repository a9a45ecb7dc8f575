// SPDX-License-Identifier: MIT
// Xception, and a U-Net made like it.
#include "check.hpp"

#include <inlay/zoo/tiny.hpp>
#include <inlay/zoo/u_net_xception.hpp>
#include <inlay/zoo/xception.hpp>

using namespace inlay;

// keras.applications
static_assert(Network<zoo::Xception<>, Input<299, 299, 3>>::parameter_count == 22'910'480);
static_assert(Network<zoo::Xception<NoTop>, Input<299, 299, 3>>::parameter_count == 20'861'480);

TEST_CASE("Xception is Keras's") {
    zoo_test::compare<Network<zoo::Xception<Classes<10>, Linear>, Input<71, 71, 3>>>("xception");
}

TEST_CASE("the U-Net like Xception is Keras's") {
    zoo_test::compare<Network<zoo::UNetXception<Classes<5>, Linear>, Input<32, 48, 3>>>(
        "u_net_xception");
}

TEST_CASE("MLPerf Tiny's convolutions are Keras's") {
    zoo_test::compare<Network<zoo::ResNet8, Input<32, 32, 3>>>("resnet8");
    zoo_test::compare<Network<zoo::DSCNN, Input<49, 10, 1>>>("ds_cnn");
}

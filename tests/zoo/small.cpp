// SPDX-License-Identifier: MIT
// The networks of MLPerf Tiny, and the counts of others that stand in papers.
#include "check.hpp"

#include <inlay/zoo/lenet5.hpp>
#include <inlay/zoo/squeezenet.hpp>
#include <inlay/zoo/tiny.hpp>
#include <inlay/zoo/u_net_xception.hpp>

using namespace inlay;

static_assert(Network<zoo::LeNet5, Input<32, 32, 1>>::parameter_count == 61'706);
static_assert(Network<zoo::SqueezeNet<>, Input<224, 224, 3>>::parameter_count == 1'248'424);
static_assert(Network<zoo::ResNet8, Input<32, 32, 3>>::multiply_adds == 12'501'632);

// Course 004, 7.2
using PerPixel = Network<zoo::UNetXception<Classes<3>>, Input<160, 160, 3>>;
static_assert(PerPixel::parameter_count == 2'058'979 && PerPixel::state_count == 3'776);
static_assert(PerPixel::output_shape == Shape{160, 160, 3});

TEST_CASE("MLPerf Tiny's networks are Keras's") {
    zoo_test::compare_layers<Network<zoo::ResNet8, Input<32, 32, 3>>>("resnet8");
    zoo_test::compare_layers<Network<zoo::DSCNN, Input<49, 10, 1>>>("ds_cnn");
    zoo_test::compare<Network<zoo::AutoEncoder, Input<640>>>("auto_encoder");
}

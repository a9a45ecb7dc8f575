// SPDX-License-Identifier: MIT
// MobileNetV2, narrow; deep_mobilenet.cpp runs the wide one.
#include "check.hpp"

#include <inlay/zoo/mobilenet_v2.hpp>

using namespace inlay;

namespace {

template <class Net, int Size>
using At = Network<Net, Input<Size, Size, 3>>;

}  // namespace

// keras.applications
static_assert(At<zoo::MobileNetV2<>, 224>::parameter_count == 3'538'984);
static_assert(At<zoo::MobileNetV2<>, 224>::trainable_count == 3'504'872);
static_assert(At<zoo::MobileNetV2<>, 224>::multiply_adds == 300'774'272);
static_assert(At<zoo::MobileNetV2<NoTop>, 224>::parameter_count == 2'257'984);
static_assert(At<zoo::MobileNetV2<NoTop, Alpha<1.4>>, 96>::output_shape == Shape{3, 3, 1792});
static_assert(At<zoo::MobileNetV2<NoTop>, 224>::lowered.name == "mobilenetv2_1.00_224");

TEST_CASE("a narrow MobileNetV2 on an odd image is Keras's") {
    zoo_test::compare<At<zoo::MobileNetV2<Alpha<0.35>, Classes<10>, Linear>, 45>>(
        "mobilenet_v2_035");
}

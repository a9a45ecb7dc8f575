// SPDX-License-Identifier: MIT
// MobileNet in all widths, and MobileNetV2 in its full one.
#include "check.hpp"

#include <inlay/zoo/mobilenet.hpp>
#include <inlay/zoo/mobilenet_v2.hpp>

using namespace inlay;

namespace {

template <class Net, int Size>
using At = Network<Net, Input<Size, Size, 3>>;

}  // namespace

// keras.applications
static_assert(At<zoo::MobileNet<>, 224>::parameter_count == 4'253'864);
static_assert(At<zoo::MobileNet<Alpha<0.75>>, 128>::parameter_count == 2'601'976);
static_assert(At<zoo::MobileNet<Alpha<0.5>>, 160>::parameter_count == 1'342'536);
static_assert(At<zoo::MobileNet<Alpha<0.25>>, 192>::parameter_count == 475'544);
static_assert(At<zoo::MobileNet<Alpha<0.25>, NoTop>, 224>::parameter_count == 218'544);

TEST_CASE("MobileNet is Keras's") {
    zoo_test::compare<At<zoo::MobileNet<Classes<10>, Linear>, 32>>("mobilenet");
}

TEST_CASE("MobileNetV2 is Keras's") {
    zoo_test::compare<At<zoo::MobileNetV2<Classes<10>, Linear>, 32>>("mobilenet_v2");
}

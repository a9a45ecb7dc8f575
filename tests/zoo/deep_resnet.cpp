// SPDX-License-Identifier: MIT
// ResNets that convolve before they normalize, and the counts of the deepest.
#include "check.hpp"

#include <inlay/zoo.hpp>

using namespace inlay;

namespace {

template <class Net, int Size>
using At = Network<Net, Input<Size, Size, 3>>;

}  // namespace

// keras.applications
static_assert(At<zoo::ResNet50<>, 224>::parameter_count == 25'636'712);
static_assert(At<zoo::ResNet50<>, 224>::trainable_count == 25'583'592);
static_assert(At<zoo::ResNet50<NoTop>, 224>::parameter_count == 23'587'712);
static_assert(At<zoo::ResNet101<>, 224>::parameter_count == 44'707'176);
static_assert(At<zoo::ResNet101V2<>, 224>::parameter_count == 44'675'560);

TEST_CASE("ResNet50 is Keras's") {
    zoo_test::compare<At<zoo::ResNet50<Classes<10>, Linear>, 32>>("resnet50");
}

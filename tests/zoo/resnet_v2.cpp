// SPDX-License-Identifier: MIT
// ResNet50V2, and the counts of the deeper ones.
#include "check.hpp"

#include <inlay/zoo/resnet50_v2.hpp>

using namespace inlay;

namespace {

template <class Net, int Size>
using At = Network<Net, Input<Size, Size, 3>>;

}  // namespace

// keras.applications
static_assert(At<zoo::ResNet50V2<>, 224>::parameter_count == 25'613'800);
static_assert(At<zoo::ResNet50V2<>, 224>::trainable_count == 25'568'360);
static_assert(At<zoo::ResNet50V2<NoTop, Pooling<Average>>, 32>::parameter_count == 23'564'800);

TEST_CASE("ResNet50V2 is Keras's") {
    zoo_test::compare<At<zoo::ResNet50V2<Classes<10>, Linear>, 32>>("resnet50_v2");
}

// SPDX-License-Identifier: MIT
// VGG16 and VGG19.
#include "check.hpp"

#include <inlay/zoo/vgg16.hpp>
#include <inlay/zoo/vgg19.hpp>

using namespace inlay;

namespace {

template <class Net, int Size>
using At = Network<Net, Input<Size, Size, 3>>;

using Small = At<zoo::VGG16<Classes<10>, Linear>, 32>;

}  // namespace

// keras.applications, and what the original counts.
static_assert(At<zoo::VGG16<>, 224>::parameter_count == 138'357'544);
static_assert(At<zoo::VGG19<>, 224>::parameter_count == 143'667'240);
static_assert(At<zoo::VGG19<NoTop>, 224>::parameter_count == 20'024'384);
static_assert(At<zoo::VGG19<NoTop>, 100>::output_shape == Shape{3, 3, 512});
static_assert(At<zoo::VGG19<Pooling<Maximum>, NoTop>, 32>::output_shape == Shape{512});
static_assert(Network<Sequential<zoo::VGG19<NoTop, Pooling<Average>>, Dense<10>>,
                      Input<32, 32, 3>>::parameter_count == 20'029'514);

TEST_CASE("VGG16 and VGG19 are Keras's") {
    zoo_test::compare<Small>("vgg16");
    zoo_test::compare_layers<At<zoo::VGG19<Classes<10>, Linear>, 32>>("vgg19");
}

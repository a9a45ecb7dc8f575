// SPDX-License-Identifier: MIT
// DenseNet121, and the counts of the deeper ones.
#include "check.hpp"

#include <inlay/zoo/densenet.hpp>

using namespace inlay;

namespace {

template <class Net, int Size>
using At = Network<Net, Input<Size, Size, 3>>;

}  // namespace

// keras.applications
static_assert(At<zoo::DenseNet121<>, 224>::parameter_count == 8'062'504);
static_assert(At<zoo::DenseNet121<NoTop>, 224>::parameter_count == 7'037'504);
static_assert(At<zoo::DenseNet169<>, 224>::parameter_count == 14'307'880);

TEST_CASE("DenseNet121 is Keras's") {
    zoo_test::compare<At<zoo::DenseNet121<Classes<10>, Linear>, 32>>("densenet121");
}

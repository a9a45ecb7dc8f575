// SPDX-License-Identifier: MIT
// What is known of well-known networks before a program runs.
#include "nets.hpp"

#include <inlay/network/network.hpp>

#include <doctest/doctest.h>

using namespace inlay;

using Mission = Network<nets::Mission, Input<28, 28, 1>>;
static_assert(Mission::parameter_count == 46'922);
static_assert(Mission::trainable_count == 46'922 && Mission::state_count == 0);
static_assert(Mission::derived_count == 0);
static_assert(Mission::multiply_adds == 506'880);
static_assert(Mission::output_shape == Shape{10} && Mission::input_shape == Shape{28, 28, 1});
static_assert(Mission::inference_bytes == (12 * 12 * 32 + 16) * 4);

using TwoConvolutions = Network<nets::TwoConvolutions, Input<28, 28, 1>>;
static_assert(TwoConvolutions::parameter_count == 62'346);
static_assert(TwoConvolutions::multiply_adds == 3'747'840);

using MnistConvnet = Network<nets::MnistConvnet, Input<28, 28, 1>>;
static_assert(MnistConvnet::parameter_count == 34'826);
static_assert(MnistConvnet::multiply_adds == 2'440'960);

using Normalized = Network<nets::Normalized, Input<28, 28, 1>>;
static_assert(Normalized::parameter_count == 13'017'770);
static_assert(Normalized::state_count == 1'664);
static_assert(Normalized::multiply_adds == 49'264'384);
static_assert(Normalized::lowered.layer_count == 19);

using ResNet8 = Network<nets::ResNet8, Input<32, 32, 3>>;
static_assert(ResNet8::parameter_count == 78'666);
static_assert(ResNet8::state_count == 2 * (3 * 16 + 2 * 32 + 2 * 64));
static_assert(ResNet8::multiply_adds == 12'501'632);
static_assert(ResNet8::output_shape == Shape{10});

using Branches = Network<nets::Branches, Input<9, 7, 3>>;
static_assert(Branches::output_shape == Shape{5});
static_assert(Branches::lowered.values[Branches::lowered.outputs[0].value].shape == Shape{5});

// A double takes twice the memory of a float, and as many numbers.
using InDouble = Network<nets::Mission, Input<28, 28, 1>, double>;
static_assert(InDouble::inference_bytes == 2 * Mission::inference_bytes);
static_assert(InDouble::parameter_count == Mission::parameter_count);

static_assert(Mission::workspace_count(3) == 3 * Mission::workspace_count());

TEST_CASE("the arenas of well-known networks hold little more than their two largest neighbours") {
    CHECK(TwoConvolutions::inference_bytes == (12 * 12 * 32 + 4 * 4 * 64) * 4);
    CHECK(MnistConvnet::inference_bytes == (13 * 13 * 32 + 5 * 5 * 64) * 4);
    CHECK(Normalized::inference_bytes <= 2 * 30 * 30 * 64 * 4);
    CHECK(ResNet8::inference_bytes <= (2 * 34 * 34 * 16 + 64) * 4);
}

// SPDX-License-Identifier: MIT
#pragma once
// A layer that is compiled but never runs: its cases say only what its weights are.

#include <inlay/core.hpp>

struct Unrun : inlay::LayerDefaults {
    static constexpr inlay::Shape output(const inlay::Shape& in, inlay::Complaint&) { return in; }

    template <inlay::Binding, class, class Scalar>
    static void forward(const inlay::Forward<Scalar>&) {}
    template <inlay::Binding, class Scalar>
    static void backward(const inlay::Backward<Scalar>&) {}
};

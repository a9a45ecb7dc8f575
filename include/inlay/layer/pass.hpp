// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_PASS_HPP
#define INLAY_LAYER_PASS_HPP
// What a layer's forward and backward formulas are given: what the compiler knows, and pointers.

#include <inlay/kernel/algorithm.hpp>
#include <inlay/kernel/crew.hpp>
#include <inlay/kernel/epilogue.hpp>
#include <inlay/kernel/slices.hpp>
#include <inlay/shape/element.hpp>
#include <inlay/shape/map.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI {

/// How a layer of one input is bound: with everything the compiler knows about it.
struct Binding {
    Map in, out;
    bool bias = false;           ///< a bias stands behind the kernel (also one that folding made)
    bool accumulate = false;     ///< dx already holds the gradient of another reader: add to it
    bool input_gradient = true;  ///< somebody needs dx
    bool masked = false;         ///< a mask travels beside the input
    bool frozen = false;         ///< the weights stay as they are: nobody needs their gradient, and
                                 ///< what needs the whole batch runs on what it has prepared
    std::uint32_t layer = 0;     ///< the layer's own number, for random numbers
    int rank = 0;                ///< of the input's shape
    Algorithm algorithm{};
    ElementType element{};  ///< of x: element_at reads them

    friend constexpr bool operator==(const Binding&, const Binding&) = default;
};

/// How one of several inputs of a layer is read.
struct Reading {
    Map map;
    bool accumulate = false, input_gradient = true;  ///< as in Binding
    bool in_place = false;  ///< the input already lies where the output wants it
    int rank = 0;           ///< of the input's shape

    friend constexpr bool operator==(const Reading&, const Reading&) = default;
};

/// How a layer of several inputs is bound.
template <std::size_t Inputs>
struct Joint {
    static constexpr std::size_t inputs = Inputs;

    Reading in[Inputs];
    Map out;

    friend constexpr bool operator==(const Joint&, const Joint&) = default;
};

/// What tells one training step from another: random numbers are a function of nothing else.
struct Moment {
    std::uint64_t seed = 0;
    std::uint64_t step = 0;
    std::size_t first = 0;  ///< the place in the batch of the first example at hand
    std::size_t batch = 0;  ///< examples in the batch
};

/// What a layer's forward pass receives: `count` examples one after another.
template <class Scalar>
struct Forward {
    const Scalar* x;
    Scalar* y;
    const Scalar* weights;     ///< this layer's trainable tensors, or what folding made of them
    const Scalar* state;       ///< this layer's other tensors
    const Scalar* statistics;  ///< what `combine` made of the whole batch, or `prepare` of state
    std::size_t count;
    Moment moment{};
    Scalar* kept = nullptr;        ///< in training, room for `kept_count` numbers of each example
    const Scalar* copy = nullptr;  ///< what `copy_for_forward` made of the weights
    Scalar* scratch = nullptr;     ///< room for `scratch_count` numbers
    const Scalar* const* inputs = nullptr;  ///< x of a layer of several inputs
    const Scalar* mask = nullptr;           ///< [count][steps] beside x: 0 where a step is left out
    Scalar* new_mask = nullptr;             ///< likewise beside y, of a layer that makes one
    kernel::Attached<Scalar> attached{};    ///< what the epilogue is made of
    Scalar* stream = nullptr;  ///< of a stream: `stream_count` numbers of the steps before
    const kernel::Crew* crew = nullptr;  ///< who shares the work out, outside of training
    double* penalty = nullptr;  ///< what a layer that penalizes adds to, example by example: their
                                ///< part of the loss, times the batch; null where nobody asks
};

/// What a layer's backward pass receives; `gradient` is added to, dx is assigned unless the binding
/// says accumulate. What the layer has not said that it reads is null.
template <class Scalar>
struct Backward {
    const Scalar* x;
    const Scalar* y;
    const Scalar* dy;
    Scalar* dx;
    const Scalar* weights;
    const Scalar* copy;  ///< what `copy_for_backward` made of the weights
    const Scalar* statistics;
    Scalar* gradient;
    std::size_t count;
    Moment moment{};
    const Scalar* kept = nullptr;  ///< what the forward pass left there
    Scalar* scratch = nullptr;     ///< room for one example of the map before a fused pooling, and
                                   ///< behind it for `scratch_count` numbers
    const Scalar* const* inputs = nullptr;  ///< x and dx of a layer of several inputs
    Scalar* const* input_gradients = nullptr;
    const Scalar* mask = nullptr;  ///< beside x, or that which the layer has made
};

/// What a layer that needs the whole batch receives between two segments: when all slices have been
/// collected, for the forward pass or for the backward pass.
template <class Scalar>
struct WholeBatch {
    const Scalar* weights = nullptr;
    Scalar* state = nullptr;
    Scalar* statistics = nullptr;           ///< statistics_count numbers of its own
    Scalar* gradient = nullptr;             ///< of its weights, to be added to
    const std::size_t* examples = nullptr;  ///< in each slice
    std::size_t count = 0;                  ///< examples in the batch

    static constexpr std::size_t slices = max_slices;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Backward;
using INLAY_ABI::Binding;
using INLAY_ABI::Forward;
using INLAY_ABI::Joint;
using INLAY_ABI::WholeBatch;
}  // namespace inlay

#endif  // INLAY_LAYER_PASS_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_FACTS_HPP
#define INLAY_LAYER_FACTS_HPP
// What the compiler asks of a layer on its inputs: one record, gathered in one place.

#include <inlay/kernel/slices.hpp>
#include <inlay/layer/pass.hpp>
#include <inlay/layer/weights.hpp>
#include <inlay/shape/window.hpp>
#include <inlay/text/sentence.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// What a rewrite may do with a layer: roles are matched, never names.
enum class Role {
    linear,       ///< y = kernel (*) x + bias: takes a normalization and an activation into itself
    elementwise,  ///< y = f(x) for each element: can run in the epilogue of the step before it
    addition,     ///< y = the sum of all inputs: likewise
    maximum,      ///< y = the largest x of a `window` that shares no cell with others: likewise
    normalization,  ///< outside of training y = (x - mean) scale + shift for each channel, which
                    ///< `affine` gives: a linear step takes them into its weights
    shape_only,     ///< the same elements under another shape: no work at all
    crop,           ///< some of the cells: a view of its input
    pad,            ///< the same cells in a border of zeros: likewise
    part,           ///< one of several outputs that lie in one value: a view of it
    concat,         ///< inputs one behind the other along an axis: they can lie there at once
    training_only,  ///< nothing but a copy outside of training
    other
};

/// What becomes of a mask that travels beside a layer's input.
enum class Masks {
    stop,     ///< it ends here
    pass,     ///< it belongs to the output too
    read,     ///< it is used here, and ends
    read_on,  ///< it is used here, and belongs to the output too
    make      ///< the layer makes one of its own
};

/// How a layer looks at the steps of a sequence.
enum class Steps {
    all,     ///< at several of them at once
    each,    ///< at each one by itself
    carried  ///< at one after another, with numbers of its own that it carries along
};

/// The shapes of a layer's inputs.
struct Shapes {
    const Shape* first = nullptr;
    int count = 0;

    constexpr const Shape& operator[](int k) const { return first[k]; }
};

/// What a shape rule says where it cannot accept its input: the need and the remedy, two clauses.
struct Complaint {
    Sentence needs, remedy;

    constexpr bool raised() const { return !needs.empty(); }
};

/// What a layer may hold in its own epilogue.
struct Takes {
    bool activation = false;
    bool data = false;      ///< beside the function of the sum
    bool in_place = false;  ///< an addend that lies where the output does
    bool maximum = false;
};

/// What a backward pass reads beside dy.
struct Reads {
    bool input = false, output = false;
};

/// Multiply-adds of one example with weights, and the multiplications that the algorithm leaves.
struct Cost {
    std::uint64_t multiply_adds = 0, multiplications = 0;
};

/// Numbers that a layer needs beside its inputs, outputs and weights.
struct Room {
    std::size_t kept = 0;  ///< of each example, from the forward to the backward pass
    std::size_t forward_copy = 0, backward_copy = 0;  ///< of weights in a layout of their own
    std::size_t statistics = 0;                       ///< of the whole batch
    std::size_t prepared = 0;       ///< of what `prepare` makes of weights and state
    std::size_t stream = 0;         ///< of what is carried from step to step
    std::size_t joint_scratch = 0;  ///< that a pass of a layer of several inputs needs for itself
    std::size_t (*scratch)(const Shape&, Algorithm, bool training, std::size_t examples) = none;

    static constexpr std::size_t none(const Shape&, Algorithm, bool, std::size_t) { return 0; }
};

/// What the compiler knows of one layer on its inputs.
struct Facts {
    Role role = Role::other;
    Takes takes;
    Reads backward;
    bool frozen_reads_input = false;  ///< what becomes of backward.input where nothing trains
    Cost cost;
    Algorithm algorithm;
    Halo halo;  ///< the border of zeros it wants around its input
    Room room;
    Windows window;            ///< of a maximum
    int offset[3]{};           ///< of a crop or a pad: the input's cell that is the output's first
    std::size_t channel = 0;   ///< likewise of a part
    int axis = 3;              ///< of a concat: depth, height, width or channels
    bool whole_batch = false;  ///< it needs statistics of the whole batch in training
    bool by_parts = false;     ///< its gradient is shared out over the threads
    std::size_t indices = 0;   ///< x holds whole numbers below this; 0: any numbers
    bool bias = false;
    bool skips_gradient = false;      ///< of its weights, where it is frozen
    bool copies_for_weights = false;  ///< their gradient reads the backward copy too, not dx alone
    bool views = false;      ///< it reads and writes maps as they come, not only plain ones
    bool penalizes = false;  ///< its values are a part of the loss
    bool adapts = false;     ///< its state is the mean and the variance of some data
    bool draws = false;      ///< random numbers by the layer's own number, in training
    Masks masks = Masks::stop;
    Steps steps = Steps::all;
};

/// The outputs of a layer beside the first: all of them lie one behind the other in one value.
struct FurtherOutputs {
    static constexpr int capacity = 2;

    const std::string_view* names = nullptr;
    Shape shapes[capacity]{};
    int count = 0;
};

/// A layer bound to its inputs.
struct Bound {
    Shape output;
    FurtherOutputs further;
    Complaint complaint;
    WeightSpecs weights;
    Facts facts;
};

/// Whether a layer takes several inputs: it names the branches that make them.
template <class Layer>
concept Joins = requires { typename Layer::branches; };

/// Whether a layer has several outputs: it names those behind the first.
template <class Layer>
concept HasFurtherOutputs = requires { requires Layer::further_outputs.size() != 0; };

/// Complains of a constraint along an axis that its tensor does not have.
constexpr void forbid_axes(const WeightSpecs& specs, Complaint& complaint) {
    for (int t = 0; t < specs.count && t < WeightSpecs::capacity; ++t) {
        const WeightSpec& spec = specs.items[t];
        const int rank = spec.shape.rank();
        int axis = 7;
        while (axis >= rank && (spec.constraint.axes >> axis & 1) == 0) --axis;
        if (!spec.constraint.norms || axis < rank) continue;
        complaint.needs << "constrains its " << spec.name << " along axis " << axis
                        << " but that has " << rank;
        complaint.remedy << "count its axes from 0";
        return;
    }
}

/// Complains of an initializer that cannot draw its tensor.
constexpr void check_initializers(const WeightSpecs& specs, Complaint& complaint) {
    for (int t = 0; t < specs.count && t < WeightSpecs::capacity; ++t) {
        const WeightSpec& spec = specs.items[t];
        if (spec.mistake.needs.empty()) continue;
        complaint.needs << "draws its " << spec.name << ", a tensor " << spec.shape
                        << ", by an initializer that " << spec.mistake.needs;
        complaint.remedy << spec.mistake.remedy;
        return;
    }
}

/// Asks a layer everything. A layer of one input is given its shape, another one all of them.
template <class Layer>
constexpr Bound bind_layer(const Shapes& inputs, Algorithm policy) {
    const auto& in = [&]() -> const auto& {
        if constexpr (Joins<Layer>)
            return inputs;
        else
            return inputs[0];
    }();
    Bound bound;
    bound.output = Layer::output(in, bound.complaint);
    if (bound.complaint.raised()) return bound;
    Facts& f = bound.facts;
    f.role = Layer::role;
    f.takes = {Layer::takes_activation, Layer::takes_data, Layer::adds_in_place(inputs[0]),
               Layer::takes_maximum};
    f.backward = {Layer::backward_reads_input, Layer::backward_reads_output};
    f.frozen_reads_input = f.backward.input;
    if constexpr (requires { Layer::frozen_reads_input; })
        f.frozen_reads_input = Layer::frozen_reads_input;
    f.whole_batch = Layer::whole_batch;
    f.masks = Layer::masks;
    f.penalizes = Layer::penalizes;
    f.adapts = Layer::adapts;
    f.draws = Layer::draws || Layer::role == Role::training_only;
    f.skips_gradient = Layer::skips_gradient;
    f.copies_for_weights = Layer::copies_for_weights;
    if constexpr (requires { Layer::stream_count(in); }) {
        f.steps = Steps::carried;
        f.room.stream = Layer::stream_count(in);
    } else if constexpr (requires { Layer::steps(in); }) {
        f.steps = Layer::steps(in);
    } else if constexpr (requires { Layer::steps; }) {
        f.steps = Layer::steps;
    } else if (f.masks == Masks::pass && inputs[0].rank() > 1) {
        f.steps = Steps::each;
    }
    if constexpr (requires { Layer::indices; }) f.indices = Layer::indices;
    if constexpr (requires { Layer::has_bias; }) f.bias = Layer::has_bias;
    if constexpr (Layer::role == Role::maximum) f.window = Layer::window;
    if constexpr (requires { Layer::offset(in, 0); })
        for (int axis = 0; axis < 3; ++axis) f.offset[axis] = Layer::offset(in, axis);
    if constexpr (requires { Layer::map_axis(inputs[0].rank()); })
        f.axis = Layer::map_axis(inputs[0].rank());
    f.views = Layer::views(inputs[0]);
    if constexpr (!Joins<Layer>) {
        bound.weights = Layer::weights(in);
        check_initializers(bound.weights, bound.complaint);
        if (!bound.complaint.raised()) forbid_axes(bound.weights, bound.complaint);
        if (bound.complaint.raised()) return bound;
        f.algorithm = Layer::algorithm(in, policy);
        f.cost.multiply_adds = Layer::multiply_adds(in);
        f.cost.multiplications =
            f.algorithm.fast() ? Layer::products(in, f.algorithm) : f.cost.multiply_adds;
        f.halo = Layer::halo(in, f.algorithm);
        f.by_parts = Layer::shared(in);
        f.room.forward_copy = Layer::forward_copy_count(in, f.algorithm);
        f.room.backward_copy = Layer::backward_copy_count(in, f.algorithm);
        f.room.scratch = Layer::scratch_count;
        if constexpr (requires { Layer::statistics_count(in, max_slices); })
            f.room.statistics = Layer::statistics_count(in, max_slices);
        if constexpr (requires { Layer::prepared_count(in); })
            f.room.prepared = Layer::prepared_count(in);
    }
    if constexpr (HasFurtherOutputs<Layer>) {
        static_assert(Layer::further_outputs.size() <= FurtherOutputs::capacity,
                      "inlay: a layer has three outputs at most");
        bound.further.names = Layer::further_outputs.data();
        for (std::size_t k = 0; k < Layer::further_outputs.size(); ++k)
            bound.further.shapes[bound.further.count++] = Layer::further_output(in, k);
    }
    if constexpr (requires { Layer::joint_scratch_count(in); })
        f.room.joint_scratch = Layer::joint_scratch_count(in);
    if constexpr (requires { Layer::kept_count(in); }) f.room.kept = Layer::kept_count(in);
    return bound;
}

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Complaint;
using INLAY_ABI::Masks;
using INLAY_ABI::Role;
using INLAY_ABI::Shapes;
using INLAY_ABI::Steps;
}  // namespace inlay

#endif  // INLAY_LAYER_FACTS_HPP

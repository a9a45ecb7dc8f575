// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_LAYER_HPP
#define INLAY_LAYER_LAYER_HPP
// What a layer is: the contract between one layer's file and everything that runs it.
//
// A layer is an empty descriptor type. Its file states, in this order, its shape rule, its weights,
// its forward and its backward formulas. It never knows its neighbours, its place in the network or
// where its memory lies; `program/` binds it to shapes and `network/` hands it pointers. What a
// property of a layer is called stands here, what the compiler makes of it in layer/facts.hpp.

#include <inlay/activation/linear.hpp>
#include <inlay/layer/facts.hpp>
#include <inlay/text/missing.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace inlay::INLAY_ABI {

/// What most layers answer; a layer states only where it differs.
struct LayerDefaults {
    /// What rewrites may do with it. Of an elementwise layer, `Applied` is the function; where it
    /// has weights, weights_map(in, rank) says how they lie, and weight_gradient is a backward pass
    /// without dx (layer/prelu.hpp).
    static constexpr Role role = Role::other;
    /// Whether the layer applies an activation in its own epilogue: Epilogue::value(sum).
    static constexpr bool takes_activation = false;
    /// Whether it tells its epilogue the place of each sum: Epilogue(pass.attached)(sum, place), so
    /// that this may have an addend, weights, and room for the sums that a derivative reads.
    static constexpr bool takes_data = false;
    /// Whether the layer takes the maximum of windows in its own epilogue.
    static constexpr bool takes_maximum = false;
    /// Whether the layer, which has one input, needs statistics of the whole batch in training:
    /// members beyond these, listed by missing_of_whole_batch below, then collect and combine them,
    /// and the gradient of its weights is made of them, in combine_gradient alone.
    static constexpr bool whole_batch = false;
    static constexpr bool backward_reads_input = false;
    static constexpr bool backward_reads_output = false;
    // A layer that reads x for the gradient of its weights alone also states frozen_reads_input =
    // false: where nothing trains it, binding.frozen, its input is not kept.
    // A layer whose input holds whole numbers below some bound states that as `indices`; it reads
    // them by element_at<binding.element>: as integers where nobody else reads them.
    // A layer that works on each step of a sequence by itself, as those do that pass a mask on,
    // says steps = Steps::each, or steps(in) where that is up to the shape. One that carries
    // numbers from step to step states how many as stream_count(in); where pass.stream is not null,
    // forward goes on from those and leaves the next ones there.
    /// What becomes of a mask that travels beside the input.
    static constexpr Masks masks = Masks::stop;
    /// Whether the backward pass leaves out the gradient of the weights where the binding says that
    /// they are frozen. Others get room to write it to.
    static constexpr bool skips_gradient = false;
    /// Whether the gradient of the weights reads the backward copy too: others need none where
    /// nobody wants dx.
    static constexpr bool copies_for_weights = false;
    /// Whether it draws random numbers in training by the layer's own number, binding.layer; those
    /// that are training_only do without saying so.
    static constexpr bool draws = false;
    /// Whether its values are a part of the loss, which it adds to *pass.penalty.
    static constexpr bool penalizes = false;
    /// Whether Model::adapt gives it the mean and the variance of its input: its first two tensors,
    /// which do not train, of as many numbers each as the last axes of an example have places.
    static constexpr bool adapts = false;
    using Activate = Linear;

    /// The names of a layer's outputs beside the first; further_output(in, k) is the shape of the
    /// one of number k. All lie one behind the other in y, the first one first, and so in dy: the
    /// layer knows their extents, while binding.out is a vector of all their elements.
    static constexpr std::array<std::string_view, 0> further_outputs{};

    /// Whether the addend may lie where the output does: nothing is written to a place of it before
    /// the epilogue has read that.
    static constexpr bool adds_in_place(const Shape&) { return false; }

    /// Whether the passes read and write maps as they come: with borders, and some of the cells or
    /// channels of others. A layer that does not gets elements that lie one behind the other.
    static constexpr bool views(const Shape&) { return false; }

    static constexpr WeightSpecs weights(const Shape&) { return {}; }

    /// Multiply-adds of one example, of products with weights only.
    static constexpr std::uint64_t multiply_adds(const Shape&) { return 0; }

    /// The algorithm that the layer takes in a network that prefers `policy`.
    static constexpr Algorithm algorithm(const Shape&, [[maybe_unused]] Algorithm policy) {
        return {};
    }

    /// Products with weights of one example that the algorithm leaves; none: its multiply-adds.
    static constexpr std::uint64_t products(const Shape&, Algorithm) { return 0; }

    /// The border of zeros the layer wants around its input.
    static constexpr Halo halo(const Shape&, Algorithm) { return {}; }

    /// Numbers of the copies of the weights, in a layout of their own, that the passes read.
    static constexpr std::size_t forward_copy_count(const Shape&, Algorithm) { return 0; }
    static constexpr std::size_t backward_copy_count(const Shape&, Algorithm) { return 0; }

    /// Numbers that a pass over some examples needs for itself. A layer of several inputs states
    /// joint_scratch_count(in) in its place: so many, whatever the examples.
    static constexpr std::size_t scratch_count(const Shape&, Algorithm,
                                               [[maybe_unused]] bool training,
                                               [[maybe_unused]] std::size_t examples) {
        return 0;
    }

    /// Whether the weights are so many that their gradient is shared out over the threads instead
    /// of being kept once for each slice.
    static constexpr bool shared(const Shape&) { return false; }
};

/// What a layer lacks that needs the whole batch. A training step cuts the batch into slices, which
/// run beside each other, and for either pass calls
///
///     begin<binding>(statistics, slice)                 once for each slice, also an empty one
///     collect<binding>(forward, statistics, slice, before)      for some examples of a slice, in
///     collect_gradient<binding>(backward, statistics, slice)    order, `before` ones being done
///     combine<binding>(whole)                                   when all slices are done
///     combine_gradient<binding>(whole)
///
/// `statistics` are statistics_count(in, slices) numbers of the layer's own, in which each slice
/// writes a part of its own: sums by slices, joined in their order, are the same for any number of
/// threads. combine may move the layer's state, combine_gradient adds to the gradient of its
/// weights; forward and backward then read pass.statistics. Outside of training, and where the
/// layer is frozen, that is what prepare(in, weights, state, prepared) made: prepared_count(in)
/// numbers.
template <class Type>
constexpr void missing_of_whole_batch(Missing& missing) {
    constexpr Binding binding{};
    missing.needs(
        requires(const Shape& in) { Type::statistics_count(in, max_slices); }, "statistics_count");
    missing.needs(requires(const Shape& in) { Type::prepared_count(in); }, "prepared_count");
    missing.needs(
        requires(const Shape& in, float* to) { Type::prepare(in, to, to, to); }, "prepare");
    missing.needs(requires(float* to) { Type::template begin<binding>(to, max_slices); }, "begin");
    missing.needs(
        requires(const Forward<float>& pass, float* to) {
            Type::template collect<binding>(pass, to, max_slices, max_slices);
        }, "collect");
    missing.needs(
        requires(const WholeBatch<float>& whole) { Type::template combine<binding>(whole); },
        "combine");
    missing.needs(
        requires(const Backward<float>& pass, float* to) {
            Type::template collect_gradient<binding>(pass, to, max_slices);
        }, "collect_gradient");
    missing.needs(
        requires(const WholeBatch<float>& whole) {
            Type::template combine_gradient<binding>(whole);
        }, "combine_gradient");
}

/// What a type lacks to be a layer: a list of names, empty for a layer.
template <class Type>
constexpr Sentence missing_of_layer() {
    Missing missing;
    missing.needs(std::is_base_of_v<LayerDefaults, Type>, "LayerDefaults as its base");
    missing.needs(requires { std::string_view(Type::title); }, "title");
    missing.needs(requires { std::string_view(Type::name); }, "name");
    missing.needs(
        requires(const Shape& in, const Shapes& all, Complaint& complaint) {
            requires requires { Shape(Type::output(in, complaint)); } ||
                         requires { Shape(Type::output(all, complaint)); };
        }, "output");
    constexpr auto binding = [] {
        if constexpr (requires { typename Type::branches; })
            return Joint<Type::branches::count>{};
        else
            return Binding{};
    }();
    missing.needs(
        requires(const Forward<float>& pass) { Type::template forward<binding, Linear>(pass); },
        "forward");
    missing.needs(
        requires(const Backward<float>& pass) { Type::template backward<binding>(pass); },
        "backward");
    if constexpr (requires { requires Type::whole_batch; }) missing_of_whole_batch<Type>(missing);
    if constexpr (requires { requires Type::role == Role::normalization; })
        missing.needs(
            requires(const float* at, std::size_t c) { Type::affine(at, at, c, c, 1); }, "affine");
    return missing.list;
}

/// What may stand in a network: a descriptor with a title, a name, a shape rule, a forward and a
/// backward pass; for all else it says in LayerDefaults, its base, how it differs from most.
template <class Type>
concept Layer = missing_of_layer<Type>().empty();

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::LayerDefaults;
}  // namespace inlay

#endif  // INLAY_LAYER_LAYER_HPP

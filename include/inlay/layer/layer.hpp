// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_LAYER_HPP
#define INLAY_LAYER_LAYER_HPP
// What a layer is: the contract between one layer's file and everything that runs it.
//
// A layer is an empty descriptor type. Its file states, in this order, its shape rule, its weights,
// its forward and its backward formulas. It never knows its neighbours, its place in the network or
// where its memory lies; `program/` binds it to shapes and `network/` hands it pointers.

#include <inlay/activation/linear.hpp>
#include <inlay/kernel/algorithm.hpp>
#include <inlay/random/initializers.hpp>
#include <inlay/shape/map.hpp>
#include <inlay/text/missing.hpp>
#include <inlay/text/sentence.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

namespace inlay::INLAY_ABI {

/// What a rewrite may do with a layer: roles are matched, never names.
enum class Role {
    linear,       ///< y = kernel (*) x + bias: takes a normalization and an activation into itself
    elementwise,  ///< y = f(x) for each element: can run in the epilogue of the step before it
    maximum,      ///< y = the largest x of a `window` that shares no cell with others: likewise
    normalization,  ///< y = scale x + shift for each channel; statistics of the whole batch
    shape_only,     ///< the same elements under another shape: no work at all
    training_only,  ///< nothing but a copy outside of training
    join,           ///< several inputs, one output
    other
};

/// One tensor of a layer's weights: its name, its shape in Keras's layout, and how it starts: with
/// zeros unless said.
struct WeightSpec {
    using Fill = void (*)(std::span<float>, double fan_in, double fan_out,
                          const randomness::Stream&);

    std::string_view name;
    Shape shape;
    Fill fill = nullptr;
    std::size_t fan_in = 0, fan_out = 0;
    bool trainable = true;

    /// The values that the tensor starts with. They are drawn as floats for every scalar: networks
    /// in float and in double start alike.
    template <class Scalar>
    void initialize(std::span<Scalar> values, const randomness::Stream& stream) const {
        if (fill == nullptr) {
            for (Scalar& value : values) value = 0;
            return;
        }
        const auto draw = [&](float* drawn) {
            fill({drawn, values.size()}, static_cast<double>(fan_in), static_cast<double>(fan_out),
                 stream);
        };
        if constexpr (std::is_same_v<Scalar, float>) {
            draw(values.data());
        } else {
            // The floats lie at the beginning of the same memory, and are widened from the last on.
            static_assert(sizeof(Scalar) >= sizeof(float), "inlay: no room for the floats");
            auto* const drawn = reinterpret_cast<float*>(values.data());
            draw(drawn);
            for (std::size_t k = values.size(); k-- > 0;) {
                float narrow;
                __builtin_memcpy(&narrow, drawn + k, sizeof narrow);
                const auto wide = static_cast<Scalar>(narrow);
                __builtin_memcpy(&values[k], &wide, sizeof wide);
            }
        }
    }
};

/// The tensors of one layer, in Keras's order: at most `capacity`, and a name each of their own.
struct WeightSpecs {
    static constexpr int capacity = 16;

    WeightSpec items[capacity];
    int count = 0;  ///< of those that were added, also where they are too many

    constexpr WeightSpecs& add(const WeightSpec& item) {
        if (count < capacity) items[count] = item;
        ++count;
        return *this;
    }
};

/// What a shape rule says where it cannot accept its input: the need and the remedy, two clauses.
struct Complaint {
    Sentence needs, remedy;

    constexpr bool raised() const { return !needs.empty(); }
};

/// One reading of one input by one layer, with everything the compiler knows about it.
struct Binding {
    Map in, out;
    bool bias = false;           ///< a bias stands behind the kernel (also one that folding made)
    bool accumulate = false;     ///< dx already holds the gradient of another reader: add to it
    bool input_gradient = true;  ///< somebody needs dx
    int branch = 0;              ///< which input of a join this is
    std::size_t channel = 0;     ///< where the branch's channels start in a concatenation
    std::uint32_t layer = 0;     ///< the layer's own number, for random numbers
    Algorithm algorithm{};

    friend constexpr bool operator==(const Binding&, const Binding&) = default;
};

/// What tells one training step from another: random numbers are a function of nothing else.
struct Moment {
    std::uint64_t seed = 0;
    std::uint64_t step = 0;
    std::size_t first = 0;  ///< the place in the batch of the first example at hand
};

/// What a layer's forward pass receives: `count` examples one after another.
template <class Scalar>
struct Forward {
    const Scalar* x;
    Scalar* y;
    const Scalar* weights;     ///< this layer's trainable tensors, or what folding made of them
    const Scalar* state;       ///< this layer's other tensors
    const Scalar* statistics;  ///< what `combine` made of the whole batch
    std::size_t count;
    Moment moment{};
    Scalar* winners = nullptr;     ///< room for which cell of each window was the largest
    const Scalar* copy = nullptr;  ///< what `copy_for_forward` made of the weights
    Scalar* scratch = nullptr;     ///< room for `scratch_count` numbers
};

/// What a layer's backward pass receives; `gradient` is added to, dx is assigned unless the binding
/// says accumulate.
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
    const Scalar* winners = nullptr;  ///< what the forward pass left there
    Scalar* scratch = nullptr;        ///< room for one example of the map before a fused pooling,
                                      ///< and behind it for `scratch_count` numbers
};

/// What most layers answer; a layer states only where it differs.
struct LayerDefaults {
    static constexpr Role role = Role::other;
    /// Whether the layer applies an activation in its own epilogue.
    static constexpr bool takes_activation = false;
    /// Whether the layer takes the maximum of windows in its own epilogue.
    static constexpr bool takes_maximum = false;
    /// Whether the layer computes statistics over the whole batch in training.
    static constexpr bool whole_batch = false;
    static constexpr bool backward_reads_input = false;
    static constexpr bool backward_reads_output = false;
    using Activate = Linear;

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

    /// Numbers that a pass over some examples needs for itself.
    static constexpr std::size_t scratch_count(const Shape&, Algorithm,
                                               [[maybe_unused]] bool training,
                                               [[maybe_unused]] std::size_t examples) {
        return 0;
    }

    /// Whether the weights are so many that their gradient is shared out over the threads instead
    /// of being kept once for each slice.
    static constexpr bool shared(const Shape&) { return false; }
};

/// What a type lacks to be a layer: a list of names, empty for a layer. A join states the shape of
/// its branches' `join` in place of `output`.
template <class Type>
constexpr Sentence missing_of_layer() {
    Missing missing;
    missing.needs(std::is_base_of_v<LayerDefaults, Type>, "LayerDefaults as its base");
    missing.needs(requires { std::string_view(Type::title); }, "title");
    missing.needs(requires { std::string_view(Type::name); }, "name");
    missing.needs(
        requires(const Shape& in, Complaint& complaint) {
            requires requires { Shape(Type::output(in, complaint)); } ||
                         requires { Shape(Type::join(&in, complaint)); };
        }, "output");
    missing.needs(
        requires(const Forward<float>& pass) { Type::template forward<Binding{}, Linear>(pass); },
        "forward");
    missing.needs(
        requires(const Backward<float>& pass) { Type::template backward<Binding{}>(pass); },
        "backward");
    return missing.list;
}

/// What may stand in a network: a descriptor with a title, a name, a shape rule, a forward and a
/// backward pass; for all else it says in LayerDefaults, its base, how it differs from most.
template <class Type>
concept Layer = missing_of_layer<Type>().empty();

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Backward;
using INLAY_ABI::Binding;
using INLAY_ABI::Complaint;
using INLAY_ABI::Forward;
using INLAY_ABI::LayerDefaults;
using INLAY_ABI::Role;
using INLAY_ABI::WeightSpec;
using INLAY_ABI::WeightSpecs;
}  // namespace inlay

#endif  // INLAY_LAYER_LAYER_HPP

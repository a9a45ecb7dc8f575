// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_PROGRAM_HPP
#define INLAY_PROGRAM_PROGRAM_HPP
// A network as values: its steps, what flows between them, and its weights.

#include <inlay/layer/facts.hpp>
#include <inlay/shape/window.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI::program {

/// A layer of the walk by number, or the activation that is its option; none where the number is
/// negative.
struct LayerRef {
    int leaf = -1;
    bool option = false;
    int layer = -1;  ///< its row among the program's layers, which several leaves may share

    constexpr explicit operator bool() const { return leaf >= 0; }
};

/// Something that a step makes and others read. It may be a view of another value: some of its
/// cells, some of its channels, or its elements under another shape.
struct Value {
    Shape shape;
    Halo halo;                ///< the border that its readers want; of a root, that it has
    int parent = -1;          ///< the value it is a view of
    int at[3]{};              ///< its first cell among the parent's, along depth, height and width
    std::size_t channel = 0;  ///< its first channel among the parent's
    bool reshaped = false;    ///< elements of the parent, from `channel` on, under another shape
    bool plain = false;       ///< its elements must lie one behind the other
    bool dense = false;       ///< of a root: it must not get a border
    int storage = 0;          ///< its root: the value in whose memory it lies
    int gradient = 0;         ///< the root in whose gradient's memory its own lies
    int mask = -1;            ///< the mask that travels beside it
    int input = -1;           ///< which input of the network it is
    int result = -1;          ///< which output of the network it is
    bool needs_gradient = false;
    ElementType element{};
};

/// One reading of a value by a step.
struct Read {
    int value = 0;
    bool accumulate = false;  ///< in backward order another reader has assigned the gradient before
    bool clears = false;      ///< the first reader sees a part: zeros are put into the whole before
    bool in_place = false;  ///< the value lies where the step's output wants it; of an addend: its
                            ///< gradient is that of the output
};

/// A place in the block of derived weights.
struct Block {
    std::size_t begin = 0, count = 0;
};

/// The blocks that weights lie in.
enum class Home : unsigned char { weights, state, derived };

/// What a step does to its sums before it stores them, in this order.
struct Epilogue {
    bool adds = false;  ///< the value that the last of its step's readings is of
    LayerRef function;  ///< an elementwise layer
    Windows pool{};     ///< and the maximum of windows
    Reads reads;        ///< what the function's derivative reads: its input is `kept`
    int kept = -1;      ///< the value that the forward pass keeps for the backward pass: what the
                        ///< function is given, or which cell of each window was the largest
    int group = -1;     ///< of the function's weights
    Block weights;      ///< and where they lie

    constexpr bool pools() const { return pool != Windows{}; }
    constexpr bool keeps_sums() const { return kept >= 0 && !pools(); }

    /// Whether it is nothing but a function of the sum.
    constexpr bool pure() const { return !adds && !keeps_sums() && weights.count == 0; }
};

/// One layer, or one activation option, at work: its facts, and what the program has decided.
struct Step : Facts {
    /// Whether this step takes the maximum of windows of its own output.
    constexpr bool pools() const { return epilogue.pools(); }

    /// How many of its readings are the layer's inputs; the one behind them is the addend.
    constexpr int inputs() const { return reads - epilogue.adds; }

    /// Whether it has weights to train.
    constexpr bool trains() const { return weight_count != 0 && !frozen; }

    /// From now on its weights stay as they are, and it needs no batch.
    constexpr void freeze() {
        frozen = true;
        whole_batch = false;
        backward.input = frozen_reads_input;
    }

    /// Where the weights lie that its passes read, and where they begin there.
    constexpr Home home() const {
        return folded ? Home::derived : frozen ? Home::state : Home::weights;
    }
    constexpr std::size_t home_begin() const { return folded ? prepared.begin : weights; }

    LayerRef ref;
    bool removed = false;
    int first_read = 0, reads = 0;
    int output = 0;
    Epilogue epilogue;
    LayerRef folded;       ///< the normalization that was folded into the weights,
    int folded_step = -1;  ///< and the step that it was
    int kept = -1;         ///< the value that the layer's forward pass keeps for its backward pass
    int mask = -1, new_mask = -1;  ///< values: the mask that it reads, and that it makes
    int group = -1;                ///< of its weights and state; -1: it has none
    bool frozen = false;           ///< its weights lie in the block of state, and stay as they are
    std::size_t weights = 0, weight_count = 0;  ///< place and length in the block of weights
    std::size_t state = 0, state_count = 0;
    Block prepared;                     ///< derived: folded weights, or what the layer prepares
    Block forward_copy, backward_copy;  ///< derived: the weights in a pass's own layout
    std::size_t statistics = 0, statistics_count = 0;
    std::size_t stream = 0;  ///< the place of what it carries from step to step
};

/// Numbers of the gradient of a frozen step whose layer makes it all the same.
constexpr std::size_t discard_count(const Step& step) {
    return step.frozen && !step.skips_gradient ? step.weight_count : 0;
}

/// One tensor of weights or state.
struct TensorInfo {
    int layer = 0;
    WeightSpec spec;
    std::size_t offset = 0;  ///< in the block of weights, or of state where it is not trainable
};

/// The weights and the state of one layer, which any number of steps may apply: what has one
/// gradient and is updated once.
struct Group {
    int layer = 0;  ///< whose name it has
    int first_tensor = 0, tensors = 0;
    Block weights, state;
    bool wide = false;  ///< its gradient is made once for the whole batch, not once for each slice
    bool frozen = false;  ///< all of it lies in the block of state
};

/// What is known of one layer of the network, or of a nested model: a row of summary(). The rows of
/// a nested model follow its own.
struct LayerInfo {
    std::string_view title{}, name{};
    int ordinal = 0;      ///< how many layers of that name stand before: the suffix _1, _2 ...
    bool named = false;   ///< the name was given, and takes no number
    bool nested = false;  ///< a model of its own
    bool shared = false;
    bool frozen = false;
    int scope = -1;  ///< the nested model that it stands in
    int calls = 0;   ///< how often it stands in the network
    int value = -1;  ///< its latest output, and further ones that have names
    int further_values[FurtherOutputs::capacity]{};
    FurtherOutputs further{};
    Shape output{};
    std::size_t trainable = 0, non_trainable = 0;
    Cost cost{};
    Algorithm algorithm{};

    /// Whether a name is this layer's: its own, or Keras's with its number.
    constexpr bool is_called(std::string_view other) const {
        if (!other.starts_with(name)) return false;
        if (named || ordinal == 0) return other.size() == name.size();
        return (Sentence() << "_" << ordinal).view() == other.substr(name.size());
    }
};

/// What a layer reads, in the order of its calls and inputs.
struct Connection {
    int reader = 0;
    int source = 0;  ///< a layer; input k is -1 - k
    int call = 0;    ///< of the source, counted from 0
    int output = 0;  ///< of the source, likewise
};

/// An input of a network.
struct Entry {
    int value = 0;
    LayerRef gather{};  ///< the elementwise layer that makes it of what the caller gives
    std::string_view name{};
    int ordinal = 0;
    Shape shape{};
};

/// An output of a network.
struct Result {
    int value = 0;
    int layer = -1;         ///< that makes it; below 0: it is an input
    LayerRef activation{};  ///< that makes it of logits, which a loss may take instead
    bool logits = false;    ///< a loss takes them: the activation has no backward pass
    int gradient = 0;       ///< the value whose gradient the loss makes: it, or the logits
};

/// A lowered network; Capacity bounds the number of layers, joins, inputs and outputs.
template <std::size_t Capacity>
struct Program {
    static constexpr std::size_t capacity = Capacity;
    static constexpr std::size_t tensor_capacity = 4 * Capacity + WeightSpecs::capacity;

    Step steps[2 * Capacity + 1]{};
    Value values[2 * Capacity + 2]{};
    Read reads[3 * Capacity + 1]{};
    TensorInfo tensors[tensor_capacity]{};  ///< group by group
    Group groups[2 * Capacity + 1]{};
    LayerInfo layers[Capacity + 1]{};
    Connection connections[2 * Capacity + 1]{};
    Entry inputs[Capacity + 1]{};
    Result outputs[Capacity + 1]{};
    int step_count = 0, value_count = 0, read_count = 0, tensor_count = 0, layer_count = 0;
    int connection_count = 0, group_count = 0, input_count = 0, output_count = 0;
    std::string_view name;  ///< of the model, where one was given
    std::size_t weight_count = 0, state_count = 0, derived_count = 0, statistics_count = 0;
    std::size_t stream_count = 0;  ///< of what all layers carry from step to step of a sequence
    std::uint64_t multiply_adds = 0;
    Sentence mistake;  ///< empty where all shapes fit
};

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_PROGRAM_HPP

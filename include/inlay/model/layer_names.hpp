// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_LAYER_NAMES_HPP
#define INLAY_MODEL_LAYER_NAMES_HPP
// Keras's names of layers and tensors, and what a summary tells of each layer.

#include <inlay/host/error.hpp>
#include <inlay/host/view.hpp>
#include <inlay/model/summary.hpp>
#include <inlay/program/names.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace inlay::INLAY_ABI::layer_names {

using Layers = View<const program::LayerInfo>;
using Tensors = View<const program::TensorInfo>;

/// Those of a network.
template <class Net>
constexpr Layers layers_of() {
    return {Net::layers.data(), Net::lowered.layer_count};
}
template <class Net>
constexpr Tensors tensors_of() {
    return {Net::tensors.data(), Net::lowered.tensor_count};
}

INLAY_COLD std::vector<std::string> tensor_names(Tensors tensors, Layers layers);

/// The number of the tensor of a name; an Error lists the names otherwise.
INLAY_COLD std::size_t tensor_number(Tensors tensors, Layers layers, std::string_view name);

/// What a summary tells of.
struct Described {
    Layers layers;
    View<const program::Connection> connections;
    View<const program::Entry> inputs;
    std::size_t outputs;
    std::string_view name;
    bool all_inputs = false;  ///< has rows for inputs also where there are no branches
};

/// The rows of a summary, written from `row` on: as many as inputs and twice the layers at most.
/// Keras shows inputs, and what layers read, of a model with branches; what nested models hold, if
/// asked.
INLAY_COLD SummaryTable table_of(const Described& model, bool expand_nested, SummaryRow* row);

#if INLAY_BODIES

/// x/conv2d_1: Keras's name of a layer, behind those of the nested models that it stands in.
INLAY_COLD inline Text layer_path(Layers layers, int layer) {
    Text path;
    program::put_path(path, layers.data(), layer);
    return path;
}

/// conv2d/kernel, bidirectional/forward_lstm/kernel
INLAY_COLD inline Text tensor_name(const program::TensorInfo& tensor, Layers layers) {
    Text name = layer_path(layers, tensor.layer);
    if (!tensor.spec.inside.empty()) name << "/" << tensor.spec.inside;
    return name << "/" << tensor.spec.name;
}

/// Whether a layer is a nested model, or stands in it.
INLAY_COLD inline bool stands_in(Layers layers, int layer, int scope) {
    while (layer >= 0 && layer != scope) layer = layers[std::size_t(layer)].scope;
    return layer == scope;
}

/// conv2d[0][0], add[1][0]: what a layer reads, each by its call and its output, in Keras's terms.
/// Of a nested model only the whole can be read from outside.
INLAY_COLD inline Text connection_text(int reader, Layers layers,
                                       View<const program::Connection> connections,
                                       View<const program::Entry> inputs) {
    Text text;
    for (const auto& connection : connections) {
        if (connection.reader != reader) continue;
        text << (text.empty() ? "" : ", ");
        int source = connection.source;
        if (source < 0) {
            program::put_name(text, inputs[std::size_t(-1 - source)]);
        } else {
            for (int scope; (scope = layers[std::size_t(source)].scope) >= 0; source = scope)
                if (stands_in(layers, reader, scope)) break;
            program::put_name(text, layers[std::size_t(source)]);
        }
        text << "[" << connection.call << "][" << connection.output << "]";
    }
    return text;
}

/// conv2d_1 F(2x2, 3x3): each layer that is not computed as a direct sum.
INLAY_COLD inline Text algorithm_text(Layers layers) {
    Text text;
    for (std::size_t k = 0; k < layers.size(); ++k) {
        const auto [tile, size] = layers[k].algorithm;
        if (!layers[k].algorithm.fast()) continue;
        text << (text.view().empty() ? "" : ", ") << layer_path(layers, int(k)) << " F(" << tile
             << "x" << tile << ", " << size << "x" << size << ")";
    }
    return text;
}

INLAY_BODY std::vector<std::string> tensor_names(Tensors tensors, Layers layers) {
    std::vector<std::string> names(tensors.size());
    for (std::size_t t = 0; t < tensors.size(); ++t) names[t] = tensor_name(tensors[t], layers);
    return names;
}

INLAY_BODY std::size_t tensor_number(Tensors tensors, Layers layers, std::string_view name) {
    for (std::size_t t = 0; t < tensors.size(); ++t)
        if (tensor_name(tensors[t], layers).view() == name) return t;
    Text sentence;
    sentence << "the model has no tensor '" << name << "'; it has ";
    for (const auto& tensor : tensors)
        sentence << (&tensor == tensors.data() ? "" : ", ") << tensor_name(tensor, layers);
    fail(sentence);
}

/// Whether a model is one with branches: several ends, or a layer that reads several values.
INLAY_COLD inline bool has_branches(const Described& model) {
    std::size_t outer = 0, reads = 0;  // layers that stand in no nested model, and what they read
    for (const auto& layer : model.layers) outer += layer.scope < 0;
    for (const auto& read : model.connections)
        reads += model.layers[std::size_t(read.reader)].scope < 0;
    return reads > outer || model.inputs.size() > 1 || model.outputs > 1;
}

/// How many nested models a layer stands in.
INLAY_COLD inline std::size_t level_of(Layers layers, int layer) {
    std::size_t level = 0;
    for (int scope = layer; (scope = layers[std::size_t(scope)].scope) >= 0;) ++level;
    return level;
}

INLAY_COLD inline SummaryRow row_of_input(const program::Entry& input) {
    SummaryRow row{.name = {}, .title = "InputLayer", .shape = input.shape};
    program::put_name(row.name, input);
    return row;
}

/// The row that Keras shows for the input of a nested functional model.
INLAY_COLD inline SummaryRow row_of_nested_input(const Described& model, int nested) {
    SummaryRow row{.name = "input_layer", .title = "InputLayer", .shape = {}};
    for (const auto& read : model.connections)
        if (read.reader == nested)
            row.shape = read.source < 0 ? model.inputs[std::size_t(-1 - read.source)].shape
                                        : model.layers[std::size_t(read.source)].output;
    row.level = level_of(model.layers, nested) + 1;
    return row;
}

INLAY_COLD inline SummaryRow row_of_layer(const Described& model, int number) {
    const Layers layers = model.layers;
    const program::LayerInfo& layer = layers[std::size_t(number)];
    SummaryRow row{.name = {}, .title = layer.title, .shape = layer.output};
    row.further = {layer.further.shapes, std::size_t(layer.further.count)};
    program::put_name(row.name, layer);
    row.frozen = layer.frozen;
    row.level = level_of(layers, number);
    if (row.level == 0)
        row.connected_to = connection_text(number, layers, model.connections, model.inputs);
    for (int part = number; std::size_t(part) < layers.size(); ++part)
        if (stands_in(layers, part, number))
            row.parameters +=
                layers[std::size_t(part)].trainable + layers[std::size_t(part)].non_trainable;
    return row;
}

INLAY_BODY SummaryTable table_of(const Described& model, bool expand_nested, SummaryRow* row) {
    SummaryTable table;
    SummaryRow* const first = row;
    table.branches = has_branches(model);
    if (table.branches) table.model_name = "functional";
    if (table.branches || model.all_inputs)
        for (const auto& input : model.inputs) *row++ = row_of_input(input);
    if (!model.name.empty()) table.model_name = model.name;
    for (std::size_t k = 0; k < model.layers.size(); ++k) {
        const auto& layer = model.layers[k];
        table.multiplications += layer.cost.multiplications * std::size_t(layer.calls);
        if (layer.scope >= 0 && !expand_nested) continue;
        *row++ = row_of_layer(model, int(k));
        if (expand_nested && layer.nested && layer.title == "Functional")
            *row++ = row_of_nested_input(model, int(k));
    }
    table.rows = {first, std::size_t(row - first)};
    table.algorithms = algorithm_text(model.layers);
    return table;
}

#endif

}  // namespace inlay::INLAY_ABI::layer_names

#endif  // INLAY_MODEL_LAYER_NAMES_HPP

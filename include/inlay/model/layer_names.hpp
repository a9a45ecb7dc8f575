// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_LAYER_NAMES_HPP
#define INLAY_MODEL_LAYER_NAMES_HPP
// Keras's names of layers and tensors, and what a summary tells of each layer.

#include <inlay/host/error.hpp>
#include <inlay/host/view.hpp>
#include <inlay/model/summary.hpp>
#include <inlay/program/program.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace inlay::INLAY_ABI::layer_names {

using Layers = View<const program::LayerInfo>;
using Tensors = View<const program::TensorInfo>;

INLAY_COLD std::vector<std::string> tensor_names(Tensors tensors, Layers layers);

/// The number of the tensor of a name; an Error lists the names otherwise.
INLAY_COLD std::size_t tensor_number(Tensors tensors, Layers layers, std::string_view name);

/// The rows of a summary, written from `row` on: as many as layers, and one more. `sources` are the
/// numbers of the layers that layers read, -1 for the input, which Keras shows in a model with
/// branches.
INLAY_COLD SummaryTable table_of(Layers layers, const int* sources, const Shape& input,
                                 SummaryRow* row);

#if INLAY_BODIES

/// Keras's name of a layer: conv2d, conv2d_1 ...
INLAY_COLD inline Text layer_name(const program::LayerInfo& layer) {
    Text name;
    name << layer.name;
    if (layer.ordinal != 0) name << "_" << layer.ordinal;
    return name;
}

/// conv2d/kernel
INLAY_COLD inline Text tensor_name(const program::TensorInfo& tensor, Layers layers) {
    return layer_name(layers[std::size_t(tensor.layer)]) << "/" << tensor.spec.name;
}

/// conv2d[0][0], add[0][0]: each layer's only call and only output, in Keras's terms.
INLAY_COLD inline Text connection_text(const program::LayerInfo& layer, Layers layers,
                                       const int* sources) {
    Text text;
    for (int k = 0; k < layer.sources; ++k) {
        const int source = sources[layer.first_source + k];
        text << (k == 0 ? "" : ", ");
        if (source < 0)
            text << "input_layer";
        else
            text << layer_name(layers[std::size_t(source)]);
        text << "[0][0]";
    }
    return text;
}

/// conv2d_1 F(2x2, 3x3): each layer that is not computed as a direct sum.
INLAY_COLD inline Text algorithm_text(Layers layers) {
    Text text;
    for (const auto& layer : layers) {
        const auto [tile, size] = layer.algorithm;
        if (!layer.algorithm.fast()) continue;
        text << (text.view().empty() ? "" : ", ") << layer_name(layer) << " F(" << tile << "x"
             << tile << ", " << size << "x" << size << ")";
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

INLAY_BODY SummaryTable table_of(Layers layers, const int* sources, const Shape& input,
                                 SummaryRow* row) {
    SummaryTable table;
    for (const auto& layer : layers) table.branches = table.branches || layer.sources > 1;
    table.rows = {row, layers.size() + (table.branches ? 1 : 0)};
    if (table.branches) {
        table.model_name = "functional";
        row->name = "input_layer";
        row->title = "InputLayer";
        row->shape = input;
        ++row;
    }
    for (const auto& layer : layers) {
        row->name = layer_name(layer);
        row->title = layer.title;
        row->shape = layer.output;
        row->parameters = layer.trainable + layer.non_trainable;
        row->connected_to = connection_text(layer, layers, sources);
        ++row;
        table.multiplications += layer.cost.multiplications;
    }
    table.algorithms = algorithm_text(layers);
    return table;
}

#endif

}  // namespace inlay::INLAY_ABI::layer_names

#endif  // INLAY_MODEL_LAYER_NAMES_HPP

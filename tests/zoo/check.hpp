// SPDX-License-Identifier: MIT
#pragma once
// A network of the zoo beside what Keras says of it, in tests/keras/zoo/<name>.txt: counts, the
// names of all layers and tensors, and the outputs for weights that both sides work out.

#include <inlay/core.hpp>
#include <inlay/text/type_name.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace zoo_test {

/// Element i of the tensor of a name: offset + scale * x, x in [-1, 1) being a hash of both.
struct Filling {
    std::uint32_t seed = 0;
    double scale = 0.125, offset = 0;

    Filling(std::string_view name, std::string_view kind, const inlay::Shape& shape) {
        for (const char letter : name) seed = seed * 31 + static_cast<unsigned char>(letter);
        const std::size_t taps = shape.rank() < 4 ? 1 : shape[0] * shape[1];
        if (kind == "gamma" || kind == "moving_variance") {
            scale = 0.25;
            offset = 1;
        } else if (kind == "input") {
            scale = 1;
        } else if (kind.ends_with("kernel")) {
            const bool depthwise = kind == "depthwise_kernel";
            const std::size_t fan = depthwise ? taps : shape.size() / shape.last();
            scale =
                static_cast<double>(static_cast<float>(std::sqrt(6.0 / static_cast<double>(fan))));
        }
    }

    float operator[](std::size_t i) const {
        std::uint32_t h = static_cast<std::uint32_t>(i) * 2654435761u + seed;
        h ^= h >> 16;
        h *= 0x85ebca6bu;
        h ^= h >> 13;
        h *= 0xc2b2ae35u;
        h ^= h >> 16;
        return static_cast<float>(offset + scale * (static_cast<double>(h >> 8) / 8388608 - 1));
    }

    void fill(std::span<float> values) const {
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = (*this)[i];
    }
};

/// What a file of Keras's holds.
struct Found {
    std::size_t parameters = 0, trainable = 0, outputs = 0;
    double sum = 0, largest = 0;
    std::vector<double> first;        // of the outputs
    std::vector<std::string> layers;  // sorted: name, title, and each tensor's name and shape

    explicit Found(const std::string& name) {
        std::ifstream file(INLAY_TESTS_FOLDER "/keras/zoo/" + name + ".txt");
        REQUIRE_MESSAGE(file.good(), name, ".txt is missing: tests/keras/zoo.py writes it");
        for (std::string line; std::getline(file, line);) {
            std::istringstream words(line);
            std::string word;
            words >> word;
            if (word == "parameters")
                words >> parameters;
            else if (word == "trainable")
                words >> trainable;
            else if (word == "outputs")
                words >> outputs >> sum >> largest;
            else if (word == "layer")
                layers.push_back(line.substr(6));
            else if (line.starts_with(" "))
                first.push_back(std::stod(line));
        }
    }
};

/// The layers of a network as the files list them.
template <class Net>
std::vector<std::string> layers_of() {
    std::vector<std::string> lines;
    for (const auto& layer : Net::layers) {
        inlay::INLAY_ABI::Sentence name;
        inlay::INLAY_ABI::program::put_name(name, layer);
        lines.push_back(std::string(name.view()) + " " + std::string(layer.title));
    }
    for (const auto& tensor : Net::tensors) {
        std::string& line = lines[static_cast<std::size_t>(tensor.layer)];
        line += " " + std::string(tensor.spec.name) + " ";
        for (int k = 0; k < tensor.spec.shape.rank(); ++k)
            line += (k > 0 ? "x" : "") + std::to_string(tensor.spec.shape[k]);
    }
    // As Keras, which has no layer for a branch that is its input.
    std::erase_if(lines, [](const std::string& line) { return line.ends_with(" Identity"); });
    std::ranges::sort(lines);
    return lines;
}

/// The layers alone.
template <class Net>
Found compare_layers(const std::string& name) {
    const Found keras(name);
    CHECK(Net::parameter_count == keras.parameters);
    CHECK(Net::trainable_count == keras.trainable);
    CHECK(Net::output_size == keras.outputs);
    const std::vector<std::string> ours = layers_of<Net>();
    CHECK(ours.size() == keras.layers.size());
    for (std::size_t k = 0; k < std::min(ours.size(), keras.layers.size()); ++k)
        REQUIRE(ours[k] == keras.layers[k]);
    return keras;
}

/// The layers, and the forward pass; Keras's numbers are exact sums.
template <class Net>
void compare(const std::string& name, double tolerance = 1e-5) {
    const Found keras = compare_layers<Net>(name);
    std::vector<float> weights(Net::trainable_count), state(Net::state_count),
        derived(Net::derived_count), in(Net::input_size), out(Net::output_size),
        workspace(Net::workspace_count());
    for (const auto& tensor : Net::tensors) {
        inlay::INLAY_ABI::Sentence path;
        inlay::INLAY_ABI::program::put_path(path, Net::layers.data(), tensor.layer);
        path << "/" << tensor.spec.name;
        Filling(path.view(), tensor.spec.name, tensor.spec.shape)
            .fill(std::span(tensor.spec.trainable ? weights : state)
                      .subspan(tensor.offset, tensor.spec.shape.size()));
    }
    Filling("input", "input", Net::input_shape).fill(in);
    Net::prepare(weights, state, derived);
    Net::forward({weights.data(), state.data(), derived.data()}, in.data(), out.data(),
                 workspace.data());
    double sum = 0, worst = 0;
    for (const float y : out) sum += static_cast<double>(y);
    for (std::size_t k = 0; k < keras.first.size(); ++k)
        worst =
            std::max(worst, std::abs(static_cast<double>(out[k]) - keras.first[k]) / keras.largest);
    CHECK(worst < tolerance);
    CHECK(std::abs(sum - keras.sum) < tolerance * keras.largest * static_cast<double>(out.size()));
    MESSAGE(name, ": off by ", worst);
}

}  // namespace zoo_test

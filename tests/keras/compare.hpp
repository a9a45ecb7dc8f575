// SPDX-License-Identifier: MIT
#pragma once
// Layers against Keras's numbers. A test of a layer calls what layers/<name>.hpp defines, which
// names the type of each case of layers/<name>.txt.

#include "../layer/check.hpp"
#include "layer_case.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace keras {

using step::Part;

/// The cases of a file, one after another.
class Comparison {
public:
    explicit Comparison(const std::string& file) : file_(file), cases_(read_cases(file)) {}
    Comparison(const Comparison&) = delete;
    Comparison& operator=(const Comparison&) = delete;

    /// All cases of the file were compared.
    ~Comparison() {
        INFO("cases of tests/keras/layers/", file_, ".txt");
        CHECK(next_ == cases_.size());
    }

    /// Compares the next case, which has this name.
    template <class Layer, class In>
    void compare(std::string_view name) {
        REQUIRE(next_ < cases_.size());
        REQUIRE(name == cases_[next_].name);
        constexpr bool in_training =
            requires { requires Layer::role == inlay::INLAY_ABI::Role::training_only; };
        compare(check::Case<Layer, Layer, In>::in_float(), cases_[next_++], in_training);
    }

private:
    std::string file_;
    std::vector<LayerCase> cases_;
    std::size_t next_ = 0;

    /// Single precision on both sides sums in other orders: shares of a tensor's largest element.
    static constexpr double tolerance = 2e-6;

    template <class Range>
    static void same(const std::string& what, const Found& found, const Range& actual) {
        INFO(what, " ", found.name);
        CHECK(distance(found.expected(), actual) < tolerance);
    }

    /// Writes tensors one behind another, each where the layer has one of its name and size.
    static std::vector<std::size_t> lay(const check::Subject& s, const std::vector<Given>& tensors,
                                        bool trainable, std::vector<float>& to) {
        std::vector<std::size_t> at;
        for (int t = 1; t < s.tensor_count; ++t) {  // the first one is step::Held's
            const auto& tensor = s.tensors[t];
            if (tensor.spec.trainable != trainable) continue;
            REQUIRE(at.size() < tensors.size());
            const Given& given = tensors[at.size()];
            std::string name(tensor.spec.inside);
            name += (name.empty() ? "" : "/") + std::string(tensor.spec.name);
            CHECK(given.name.ends_with("/" + name));
            REQUIRE(given.values.size() == tensor.spec.shape.size());
            std::ranges::copy(given.values,
                              to.begin() + static_cast<std::ptrdiff_t>(tensor.offset));
            at.push_back(tensor.offset);
        }
        REQUIRE(at.size() == tensors.size());
        return at;
    }

    /// `in_training`: the layer does nothing outside of it.
    static void compare(const check::Subject& s, const LayerCase& c, bool in_training) {
        INFO(c.name, ": ", c.layer);
        REQUIRE(c.batch <= check::most_examples);
        REQUIRE(c.input.size() == c.batch * s.in.size());
        REQUIRE(c.output.size == c.batch * s.out.size());
        std::vector<float> weights(s.weight_count), state(s.state_count);
        std::ranges::copy(c.input, weights.begin());
        const auto weights_at = lay(s, c.weights, true, weights);
        const auto state_at = lay(s, c.state, false, state);
        if (!c.training || (s.state_count == 0 && !in_training))  // the same in both modes
            same("output", c.output,
                 s.in_float.infer(c.input, weights.data() + s.held(), state.data(), c.batch));
        if (!c.training) return;

        std::vector<float> outputs;
        const auto step = s.in_float.train(weights, state, c.cotangent, c.batch, outputs);
        same("output in training", c.output, outputs);
        if (c.input_gradient.size != 0)
            same("gradient of the input", c.input_gradient,
                 std::span(step.gradient).first(c.input.size()));
        for (std::size_t k = 0; k < c.weight_gradients.size(); ++k)
            same("gradient of", c.weight_gradients[k],
                 std::span(step.gradient).subspan(weights_at[k], c.weight_gradients[k].size));
        for (std::size_t k = 0; k < c.state_after.size(); ++k)
            same("state", c.state_after[k],
                 std::span(step.state).subspan(state_at[k], c.state_after[k].size));
    }
};

}  // namespace keras

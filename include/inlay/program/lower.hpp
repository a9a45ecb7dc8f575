// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_LOWER_HPP
#define INLAY_PROGRAM_LOWER_HPP
// From the walk through a network to its program: shapes, weights, readers.

#include <inlay/kernel/slices.hpp>
#include <inlay/program/leaves.hpp>
#include <inlay/program/program.hpp>

#include <array>
#include <cstddef>

namespace inlay::INLAY_ABI::program {

/// Lowers one network; every member function appends to the program.
template <std::size_t Capacity>
struct Lowering {
    Algorithm policy{};
    Program<Capacity> program{};
    int source[2 * Capacity + 2]{};  ///< the layer that made each value; -1 for the input
    Shape shapes[Capacity + 1]{};    ///< of the branches of one join

    constexpr int add_value(const Shape& shape, int layer) {
        const int number = program.value_count++;
        program.values[number] = {.shape = shape, .halo = {}, .storage = number};
        source[number] = layer;
        return number;
    }

    /// The start of the sentence about a mistake in a layer; nothing after an earlier mistake.
    constexpr bool blame(int layer, const Traits& traits) {
        if (!program.mistake.empty()) return false;
        program.mistake << "layer " << layer + 1 << ", " << traits.text() << ", ";
        return true;
    }

    constexpr void complain(int layer, const Traits& traits, const Shape& in,
                            const Complaint& complaint) {
        if (!blame(layer, traits)) return;
        program.mistake << "receives " << in;
        program.mistake << " but " << complaint.needs;
        if (!complaint.remedy.empty()) program.mistake << ": " << complaint.remedy;
    }

    constexpr void add_layer(const Traits& traits, const Shape& in, const Shape& out) {
        LayerInfo& info = program.layers[program.layer_count];
        info = {.title = traits.title, .name = traits.name, .output = out};
        for (int k = program.layer_count - 1; k >= 0; --k) {
            if (program.layers[k].name != info.name) continue;
            info.ordinal = program.layers[k].ordinal + 1;
            break;
        }
        if (traits.role != Role::join) {
            info.multiply_adds = traits.multiply_adds(in);
            info.algorithm = traits.algorithm(in, policy);
            info.products =
                info.algorithm.fast() ? traits.products(in, info.algorithm) : info.multiply_adds;
        }
        program.multiply_adds += info.multiply_adds;
        ++program.layer_count;
    }

    /// Whether a layer's tensors can be kept and told apart by their names.
    constexpr bool accepts(const WeightSpecs& specs, int layer, const Traits& traits) {
        const int room = static_cast<int>(program.tensor_capacity) - program.tensor_count;
        const int most = specs.capacity < room ? specs.capacity : room;
        if (specs.count > most) {
            if (blame(layer, traits))
                program.mistake << "has " << specs.count << " tensors of weights, of which " << most
                                << " can be kept: put some of them into one";
            return false;
        }
        for (int a = 0; a < specs.count; ++a)
            for (int b = 0; b <= a; ++b) {
                const std::string_view name = specs.items[b].name;
                if (a == b ? !name.empty() : specs.items[a].name != name) continue;
                if (blame(layer, traits) && a == b)
                    program.mistake << "has a tensor of weights without a name";
                else if (a != b)
                    program.mistake << "has two tensors of weights of one name, " << name;
                return false;
            }
        return true;
    }

    /// Gives the step its weights, one tensor behind the other in both blocks.
    constexpr void add_weights(Step& step, const Traits& traits, const Shape& in) {
        const WeightSpecs specs = traits.weights(in);
        if (!accepts(specs, step.ref.layer, traits)) return;
        step.weights = program.weight_count;
        step.state = program.state_count;
        LayerInfo& info = program.layers[step.ref.layer];
        const int first_tensor = program.tensor_count;
        for (int k = 0; k < specs.count; ++k) {
            const WeightSpec& spec = specs.items[k];
            std::size_t& end = spec.trainable ? program.weight_count : program.state_count;
            program.tensors[program.tensor_count++] = {step.ref.layer, spec, end};
            end += spec.shape.size();
            (spec.trainable ? info.trainable : info.non_trainable) += spec.shape.size();
        }
        step.weight_count = program.weight_count - step.weights;
        step.state_count = program.state_count - step.state;
        if (specs.count == 0) return;
        step.group = program.group_count++;
        program.groups[step.group] = {.layer = step.ref.layer,
                                      .first_tensor = first_tensor,
                                      .tensors = specs.count,
                                      .weights = {step.weights, step.weight_count},
                                      .state = {step.state, step.state_count}};
    }

    /// Appends a step that reads `count` values and makes one of shape `out`.
    constexpr Step& add_step(LayerRef ref, const Traits& traits, const int* values, int count,
                             const Shape& out) {
        Step& step = program.steps[program.step_count++];
        step.ref = ref;
        step.role = traits.role;
        step.takes_activation = traits.takes_activation;
        step.takes_maximum = traits.takes_maximum;
        step.window = traits.window;
        step.whole_batch = traits.whole_batch;
        step.reads_input = traits.reads_input;
        step.reads_output = traits.reads_output;
        step.bias = traits.has_bias;
        step.scratch_count = traits.scratch_count;
        step.first_read = program.read_count;
        step.reads = count;
        LayerInfo& info = program.layers[ref.layer];
        if (!ref.option) info.first_source = program.source_count;
        for (int k = 0; k < count; ++k) {
            program.reads[program.read_count++] = {values[k], false};
            if (!ref.option) program.sources[program.source_count++] = source[values[k]];
        }
        if (!ref.option) info.sources = count;
        step.output = add_value(out, ref.layer);
        return step;
    }

    constexpr int add_leaf(const Token& token, int value) {
        const Traits& traits = token.traits;
        const Shape in = program.values[value].shape;
        const int layer = program.layer_count;
        if (traits.no_layer) {
            if (blame(layer, traits)) program.mistake << traits.no_layer();
            return value;
        }
        Complaint complaint;
        const Shape out = traits.output(in, complaint);
        if (complaint.raised()) complain(layer, traits, in, complaint);
        if (!program.mistake.empty()) return value;
        add_layer(traits, in, out);
        Step& step = add_step({layer, false}, traits, &value, 1, out);
        add_weights(step, traits, in);
        step.algorithm = program.layers[layer].algorithm;
        step.halo = traits.halo(in, step.algorithm);
        step.shared = traits.shared(in);
        if (step.group >= 0) program.groups[step.group].wide = step.shared;
        step.forward_copy.count = traits.forward_copy_count(in, step.algorithm);
        step.backward_copy.count = traits.backward_copy_count(in, step.algorithm);
        if (traits.whole_batch) step.statistics_count = traits.statistics_count(in, max_slices);
        value = step.output;
        if (!token.activation.title.empty())
            value = add_step({layer, true}, token.activation, &value, 1, out).output;
        return value;
    }

    constexpr int add_join(const Token& token, int in, const int* branches, int count) {
        for (int k = 0; k < count; ++k) shapes[k] = program.values[branches[k]].shape;
        Complaint complaint;
        const Shape out = token.traits.join(shapes, complaint);
        if (complaint.raised())
            complain(program.layer_count, token.traits, program.values[in].shape, complaint);
        if (!program.mistake.empty()) return in;
        const int layer = program.layer_count;
        add_layer(token.traits, out, out);
        return add_step({layer, false}, token.traits, branches, count, out).output;
    }

    constexpr void run(const Token* tokens, const Shape& input) {
        struct Join {
            int input, first_branch;
        };
        Join open[Capacity + 1]{};
        int branches[Capacity + 1]{};  // of all open joins
        int depth = 0, branch_count = 0;
        int value = add_value(input, -1);
        for (std::size_t k = 0; k < Capacity && program.mistake.empty(); ++k) {
            switch (const Token& token = tokens[k]; token.kind) {
                case Token::layer:
                    value = add_leaf(token, value);
                    break;
                case Token::branches:
                    open[depth++] = {value, branch_count};
                    break;
                case Token::next_branch:
                    branches[branch_count++] = value;
                    value = open[depth - 1].input;
                    break;
                case Token::join: {
                    const Join join = open[--depth];
                    value = add_join(token, join.input, branches + join.first_branch,
                                     branch_count - join.first_branch);
                    branch_count = join.first_branch;
                    break;
                }
            }
        }
        program.output = value;
    }
};

/// The program of a network bound to the shape of its input, before any rewriting; layers that say
/// nothing of their algorithm take that of `policy`.
template <class Net>
constexpr auto lower(const Shape& input, Algorithm policy = {}) {
    constexpr std::size_t capacity = Walk<Net>::tokens;
    const auto tokens = tokens_of<Net>();
    Lowering<capacity> lowering{policy};
    lowering.run(tokens.data(), input);
    return lowering.program;
}

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_LOWER_HPP

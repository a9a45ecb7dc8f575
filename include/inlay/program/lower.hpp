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

/// Lowers one network of so many tokens; every member function appends to the program.
template <std::size_t Tokens, std::size_t Capacity>
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
    constexpr bool blame(int layer, const Descriptor& descriptor) {
        if (!program.mistake.empty()) return false;
        program.mistake << "layer " << layer + 1 << ", " << descriptor.text() << ", ";
        return true;
    }

    constexpr void complain(int layer, const Descriptor& descriptor, const Shape& in,
                            const Complaint& complaint) {
        if (!blame(layer, descriptor)) return;
        program.mistake << "receives " << in;
        program.mistake << " but " << complaint.needs;
        if (!complaint.remedy.empty()) program.mistake << ": " << complaint.remedy;
    }

    constexpr void add_layer(const Descriptor& descriptor, const Bound& bound) {
        LayerInfo& info = program.layers[program.layer_count];
        info = {.title = descriptor.title,
                .name = descriptor.name,
                .output = bound.output,
                .cost = bound.facts.cost,
                .algorithm = bound.facts.algorithm};
        for (int k = program.layer_count - 1; k >= 0; --k) {
            if (program.layers[k].name != info.name) continue;
            info.ordinal = program.layers[k].ordinal + 1;
            break;
        }
        program.multiply_adds += info.cost.multiply_adds;
        ++program.layer_count;
    }

    /// Whether a layer's tensors can be kept and told apart by their names.
    constexpr bool accepts(const WeightSpecs& specs, int layer, const Descriptor& descriptor) {
        const int room = static_cast<int>(program.tensor_capacity) - program.tensor_count;
        const int most = specs.capacity < room ? specs.capacity : room;
        if (specs.count > most) {
            if (blame(layer, descriptor))
                program.mistake << "has " << specs.count << " tensors of weights, of which " << most
                                << " can be kept: put some of them into one";
            return false;
        }
        for (int a = 0; a < specs.count; ++a)
            for (int b = 0; b <= a; ++b) {
                const std::string_view name = specs.items[b].name;
                if (a == b ? !name.empty() : specs.items[a].name != name) continue;
                if (blame(layer, descriptor) && a == b)
                    program.mistake << "has a tensor of weights without a name";
                else if (a != b)
                    program.mistake << "has two tensors of weights of one name, " << name;
                return false;
            }
        return true;
    }

    /// Gives the step its weights, one tensor behind the other in both blocks.
    constexpr void add_weights(Step& step, const Descriptor& descriptor, const WeightSpecs& specs) {
        if (!accepts(specs, step.ref.layer, descriptor)) return;
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
    constexpr Step& add_step(LayerRef ref, const Facts& facts, const int* values, int count,
                             const Shape& out) {
        Step& step = program.steps[program.step_count++];
        static_cast<Facts&>(step) = facts;
        step.ref = ref;
        step.first_read = program.read_count;
        step.reads = count;
        for (int k = 0; k < count; ++k) program.reads[program.read_count++].value = values[k];
        step.output = add_value(out, ref ? ref.layer : source[values[0]]);
        return step;
    }

    /// The same elements once more: a program drops the step wherever both may lie in one place.
    constexpr int add_copy(int value) {
        Facts facts;
        facts.role = Role::shape_only;
        facts.views = true;
        const int copy = add_step({}, facts, &value, 1, program.values[value].shape).output;
        program.values[copy].mask = program.values[value].mask;
        return copy;
    }

    /// Masks beside the input, and what the layer makes of them.
    constexpr void add_masks(Step& step, const int* values, int count) {
        int mask = -1;
        for (int k = count; k-- > 0;)
            if (program.values[values[k]].mask >= 0) mask = program.values[values[k]].mask;
        if (step.masks == Masks::read) step.mask = mask;
        if (step.masks == Masks::make)
            mask = step.new_mask = add_value(Shape{program.values[step.output].shape[0]}, -1);
        const bool goes_on = step.masks == Masks::pass || step.masks == Masks::make;
        program.values[step.output].mask = goes_on ? mask : -1;
    }

    /// Appends a layer, or the option of one, that reads `count` values; returns what it makes.
    constexpr int add(LayerRef ref, const Descriptor& descriptor, int* values, int count, int in) {
        const int layer = ref.layer;
        if (descriptor.no_layer) {
            if (blame(layer, descriptor)) program.mistake << descriptor.no_layer();
            return in;
        }
        for (int k = 0; k < count; ++k) shapes[k] = program.values[values[k]].shape;
        const Bound bound = descriptor.bind({shapes, count}, policy);
        if (bound.complaint.raised())
            complain(layer, descriptor, program.values[in].shape, bound.complaint);
        if (!program.mistake.empty()) return in;
        if (!ref.option) {
            add_layer(descriptor, bound);
            LayerInfo& info = program.layers[layer];
            info.first_source = program.source_count;
            info.sources = count;
            for (int k = 0; k < count; ++k)
                program.sources[program.source_count++] = source[values[k]];
        }
        // Maps of several cells may get borders; who wants them plain reads and writes copies.
        const bool copies = !bound.facts.views;
        for (int k = 0; k < count && copies; ++k)
            if (shapes[k].rank() > 1) values[k] = add_copy(values[k]);
        Step& step = add_step(ref, bound.facts, values, count, bound.output);
        add_weights(step, descriptor, bound.weights);
        if (step.group >= 0) program.groups[step.group].wide = step.by_parts;
        step.forward_copy.count = step.room.forward_copy;
        step.backward_copy.count = step.room.backward_copy;
        step.statistics_count = step.room.statistics;
        if (step.room.kept > 0) step.kept = add_value(Shape{step.room.kept}, -1);
        add_masks(step, values, count);
        return copies && bound.output.rank() > 1 ? add_copy(step.output) : step.output;
    }

    constexpr int add_leaf(const Token& token, int value) {
        const int layer = program.layer_count;
        int out = add({layer, false}, token.descriptor, &value, 1, value);
        if (program.mistake.empty() && token.activates)
            out = add({layer, true}, token.activation, &out, 1, out);
        return out;
    }

    constexpr void run(const Token* tokens, const Shape& input) {
        struct Join {
            int input, first_branch;
        };
        Join open[Tokens + 1]{};
        int branches[Tokens + 1]{};  // of all open joins
        int depth = 0, branch_count = 0;
        int value = add_value(input, -1);
        for (std::size_t k = 0; k < Tokens && program.mistake.empty(); ++k) {
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
                    value = add({program.layer_count, false}, token.descriptor,
                                branches + join.first_branch, branch_count - join.first_branch,
                                join.input);
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
    const auto tokens = tokens_of<Net>();
    Lowering<Walk<Net>::tokens, Walk<Net>::places> lowering{policy};
    lowering.run(tokens.data(), input);
    return lowering.program;
}

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_LOWER_HPP

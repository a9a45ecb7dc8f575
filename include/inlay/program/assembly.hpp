// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_ASSEMBLY_HPP
#define INLAY_PROGRAM_ASSEMBLY_HPP
// How layers are appended to a program: rows, values, steps and weights.

#include <inlay/program/names.hpp>
#include <inlay/program/program.hpp>
#include <inlay/program/walk.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::program {

/// A program that grows, of at most so many layers; every member function appends to it.
template <std::size_t Tokens, std::size_t Capacity>
struct Assembly {
    Algorithm policy{};
    Program<Capacity> program{};
    Register<Capacity> names{};
    Connection source[2 * Capacity + 2]{};  ///< the layer that made each value, and by which call
    Shape shapes[Capacity + 1]{};           ///< of the branches of one join
    const Descriptor* descriptors[Capacity + 1]{};  ///< of the rows of layers
    int numbers[Capacity + 1]{};                    ///< those of the layers, as in `written`
    int ordinals[Tokens + 1]{};  ///< of the names of all leaves, as if none were left out
    bool numbered = false;       ///< they are known

    // What is open around the layer at hand.
    int scope = -1;      ///< the nested model
    int composite = -1;  ///< the row of a layer of several steps
    int written = 0;     ///< the layer's number, in the order in which they are written
    bool frozen = false;

    /// A shared part that stands in the network again: its next row and group of the first time.
    struct Replay {
        int part = -1, layer = 0, group = 0;

        constexpr explicit operator bool() const { return part >= 0; }
    } replay{};

    /// A shared part: the rows and the groups that it made.
    struct Part {
        std::string_view name;
        int layer = 0, group = 0, layer_end = 0, group_end = 0;
    } parts[Tokens + 1]{};
    int part_count = 0;

    constexpr int add_value(const Shape& shape, Connection from) {
        const int number = program.value_count++;
        program.values[number] = {.shape = shape, .halo = {}, .storage = number};
        source[number] = from;
        return number;
    }

    /// The start of the sentence about a mistake in a layer; nothing after an earlier mistake.
    constexpr bool blame(const Descriptor& descriptor) {
        if (!program.mistake.empty()) return false;
        program.mistake << "layer " << written << ", " << descriptor.text() << ", ";
        return true;
    }

    constexpr void complain(const Descriptor& descriptor, const Shape& in,
                            const Complaint& complaint) {
        if (!blame(descriptor)) return;
        program.mistake << "receives " << in;
        program.mistake << " but " << complaint.needs;
        if (!complaint.remedy.empty()) program.mistake << ": " << complaint.remedy;
    }

    constexpr bool sound() const { return program.mistake.empty(); }

    /// Appends the row of a layer, or finds that of a shared one; returns its number.
    constexpr int add_row(const Token& token, int leaf, const Descriptor& descriptor) {
        if (replay) return replay_layer(&descriptor);
        const int row = program.layer_count++;
        const bool named = token.name.size() != 0;
        std::string_view name = descriptor.name;
        if (named) name = token.name;
        program.layers[row] = {.title = descriptor.title,
                               .name = name,
                               .named = named,
                               .frozen = frozen,
                               .scope = scope};
        descriptors[row] = &descriptor;
        numbers[row] = written;
        names.number(program, row);
        if (!numbered) ordinals[leaf] = program.layers[row].ordinal;
        program.layers[row].ordinal = ordinals[leaf];
        return row;
    }

    /// What a row tells of its layer, or of the steps of a composite one; of a shared layer the
    /// first time.
    constexpr void add_facts(LayerInfo& info, const Bound& bound) {
        program.multiply_adds += bound.facts.cost.multiply_adds;
        if (replay) return;
        info.output = bound.output;
        info.cost.multiply_adds += bound.facts.cost.multiply_adds;
        info.cost.multiplications += bound.facts.cost.multiplications;
        if (bound.facts.algorithm.fast()) info.algorithm = bound.facts.algorithm;
    }

    /// The next row of a shared part that stands here again; null: a nested model's.
    constexpr int replay_layer(const Descriptor* descriptor) {
        const Part& part = parts[replay.part];
        const bool same = replay.layer < part.layer_end &&
                          (descriptor != nullptr) == (descriptors[replay.layer] != nullptr) &&
                          (descriptor == nullptr ||
                           descriptor->text().view() == descriptors[replay.layer]->text().view());
        if (same) return replay.layer++;
        differ(part);
        return part.layer;
    }

    constexpr void differ(const Part& part) {
        if (!sound()) return;
        program.mistake << "the Shared layer " << part.name
                        << " differs from the one of that name before: a name is one layer, "
                        << "wherever it stands";
    }

    /// What a row reads.
    constexpr void connect(int row, const int* values, int count) {
        for (int k = 0; k < count; ++k) {
            Connection& connection = program.connections[program.connection_count++];
            connection = source[values[k]];
            connection.reader = row;
        }
        ++program.layers[row].calls;
    }

    /// Whether a layer's tensors can be kept and told apart by their names.
    constexpr bool accepts(const WeightSpecs& specs, const Descriptor& descriptor) {
        const int room = static_cast<int>(program.tensor_capacity) - program.tensor_count;
        const int most = specs.capacity < room ? specs.capacity : room;
        if (specs.count > most) {
            if (blame(descriptor))
                program.mistake << "has " << specs.count << " tensors of weights, of which " << most
                                << " can be kept: put some of them into one";
            return false;
        }
        for (int a = 0; a < specs.count; ++a) {
            const WeightSpec& spec = specs.items[a];
            bool taken = false;
            for (int b = 0; b < a; ++b) taken = taken || specs.items[b].is_called_as(spec);
            for (int t = 0; t < program.tensor_count && composite >= 0 && !replay; ++t)
                taken = taken || (program.tensors[t].layer == composite &&
                                  program.tensors[t].spec.is_called_as(spec));
            if (!spec.name.empty() && !taken) continue;
            if (!blame(descriptor)) return false;
            if (taken)
                program.mistake << "has two tensors of weights of one name, " << spec.name;
            else
                program.mistake << "has a tensor of weights without a name";
            return false;
        }
        return true;
    }

    /// Gives the step its weights, one tensor behind the other in both blocks.
    constexpr void add_weights(Step& step, const Descriptor& descriptor, const WeightSpecs& specs) {
        if (specs.count == 0 || !accepts(specs, descriptor)) return;
        step.group = replay ? replay_group(step, descriptor, specs) : add_group(step, specs);
        const Group& group = program.groups[step.group];
        if (group.frozen) step.freeze();
        step.weights = group.weights.begin;
        step.weight_count = group.weights.count;
        step.state = group.state.begin;
        step.state_count = group.state.count;
    }

    /// The weights of a layer: those to train in their block, the others in the block of state;
    /// frozen ones there too, in front of them.
    constexpr int add_group(const Step& step, const WeightSpecs& specs) {
        const int number = program.group_count++;
        Group& group = program.groups[number];
        LayerInfo& info = program.layers[step.ref.layer];
        std::size_t& block = frozen ? program.state_count : program.weight_count;
        group = {.layer = step.ref.layer,
                 .first_tensor = program.tensor_count,
                 .tensors = specs.count,
                 .weights = {block},
                 .state = {},
                 .wide = step.by_parts && !frozen,
                 .frozen = frozen};
        for (int k = 0; k < specs.count; ++k)
            (specs.items[k].trainable ? group.weights : group.state).count +=
                specs.items[k].shape.size();
        block += group.weights.count;
        group.state.begin = program.state_count;
        program.state_count += group.state.count;
        std::size_t weights = group.weights.begin, state = group.state.begin;
        for (int k = 0; k < specs.count; ++k) {
            WeightSpec spec = specs.items[k];
            std::size_t& at = spec.trainable ? weights : state;
            spec.trainable = spec.trainable && !frozen;
            program.tensors[program.tensor_count++] = {step.ref.layer, spec, at};
            at += spec.shape.size();
            (spec.trainable ? info.trainable : info.non_trainable) += spec.shape.size();
        }
        return number;
    }

    /// The next group of a shared part that stands here again. Its gradient is made by several
    /// steps, and so for each slice.
    constexpr int replay_group(const Step& step, const Descriptor& descriptor,
                               const WeightSpecs& specs) {
        const Part& part = parts[replay.part];
        if (replay.group == part.group_end) {
            differ(part);
            return part.group;
        }
        const int number = replay.group++;
        Group& group = program.groups[number];
        bool same = group.tensors == specs.count;
        for (int k = 0; same && k < specs.count; ++k)
            same = program.tensors[group.first_tensor + k].spec.shape == specs.items[k].shape;
        if (!same && blame(descriptor)) {
            program.mistake << "shares the weights of " << part.name << ", whose "
                            << program.tensors[group.first_tensor].spec.name << " is "
                            << program.tensors[group.first_tensor].spec.shape << ", but needs "
                            << specs.items[0].shape << " here";
            program.mistake << ": give it inputs of one number of channels";
        }
        group.wide = false;
        for (int s = 0; s < program.step_count; ++s)
            if (program.steps[s].group == number || &program.steps[s] == &step)
                program.steps[s].by_parts = false;
        return number;
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
        step.output = add_value(out, source[values[0]]);
        if (ref) {
            const LayerInfo& info = program.layers[ref.layer];
            source[step.output] = {.source = ref.layer, .call = info.calls - 1};
        }
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

    /// The value that holds several outputs of a layer, one behind the other.
    static constexpr Shape all_outputs(const Bound& bound) {
        std::size_t size = bound.output.size();
        for (int k = 0; k < bound.further.count; ++k) size += bound.further.shapes[k].size();
        return Shape{size};
    }

    /// Parts of such a value as values of their own, which lie there as long as readers let them.
    constexpr void add_parts(LayerInfo& info, int whole, const Bound& bound) {
        std::size_t next = 0;
        const auto part = [&](const Shape& shape) {
            Facts facts;
            facts.role = Role::part;
            facts.views = true;
            facts.channel = next;
            next += shape.size();
            return add_step({}, facts, &whole, 1, shape).output;
        };
        const int first = part(bound.output);
        program.values[first].mask = program.values[whole].mask;
        info.value = add_copy(first);
        info.further = bound.further;
        for (int k = 0; k < bound.further.count; ++k) {
            const int value = add_copy(part(bound.further.shapes[k]));
            source[value].output = k + 1;
            info.further_values[k] = value;
        }
    }

    /// Masks beside the input, and what the layer makes of them.
    constexpr void add_masks(Step& step, const int* values, int count) {
        int mask = -1;
        for (int k = count; k-- > 0;)
            if (program.values[values[k]].mask >= 0) mask = program.values[values[k]].mask;
        if (step.masks == Masks::read || step.masks == Masks::read_on) step.mask = mask;
        if (step.masks == Masks::make)
            mask = step.new_mask = add_value(Shape{program.values[step.output].shape[0]}, {});
        const bool goes_on = step.masks != Masks::stop && step.masks != Masks::read;
        program.values[step.output].mask = goes_on ? mask : -1;
    }

    /// Appends a layer, or the option of the one before, that reads `count` values; returns what it
    /// makes.
    constexpr int add(const Token& token, LayerRef ref, int* values, int count, int in) {
        const Descriptor& descriptor = ref.option ? token.activation : token.descriptor;
        if (descriptor.no_layer) {
            if (blame(descriptor)) program.mistake << descriptor.no_layer();
            return in;
        }
        for (int k = 0; k < count; ++k) shapes[k] = program.values[values[k]].shape;
        const Bound bound = descriptor.bind({shapes, count}, policy);
        if (bound.complaint.raised())
            complain(descriptor, program.values[in].shape, bound.complaint);
        if (!sound()) return in;
        if (!ref.option) {
            ref.layer = composite < 0 ? add_row(token, ref.leaf, descriptor) : composite;
            if (composite < 0) connect(ref.layer, values, count);
        }
        add_facts(program.layers[ref.layer], bound);
        // Maps of several cells may get borders; who wants them plain reads and writes copies.
        const bool copies = !bound.facts.views;
        for (int k = 0; k < count && copies; ++k)
            if (shapes[k].rank() > 1) values[k] = add_copy(values[k]);
        Shape made = bound.output;
        if (bound.further.count != 0) made = all_outputs(bound);
        Step& step = add_step(ref, bound.facts, values, count, made);
        add_weights(step, descriptor, bound.weights);
        step.forward_copy.count = step.room.forward_copy;
        step.backward_copy.count = step.room.backward_copy;
        step.statistics_count = step.room.statistics;
        step.stream = program.stream_count;
        program.stream_count += step.room.stream;
        if (step.room.kept > 0) step.kept = add_value(Shape{step.room.kept}, {});
        add_masks(step, values, count);
        LayerInfo& info = program.layers[ref.layer];
        if (bound.further.count != 0)
            add_parts(info, step.output, bound);
        else
            info.value = copies && bound.output.rank() > 1 ? add_copy(step.output) : step.output;
        return info.value;
    }
};

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_ASSEMBLY_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_LOWER_HPP
#define INLAY_PROGRAM_LOWER_HPP
// From the walk through a network to its program: who reads whom, and what stands around them.

#include <inlay/layer/inputs.hpp>
#include <inlay/program/assembly.hpp>
#include <inlay/program/names.hpp>
#include <inlay/program/program.hpp>
#include <inlay/program/walk.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI::program {

/// Lowers one network of so many tokens.
template <std::size_t Tokens, std::size_t Capacity>
struct Lowering : Assembly<Tokens, Capacity> {
    using Base = Assembly<Tokens, Capacity>;
    using Base::program, Base::scope, Base::composite, Base::written, Base::frozen, Base::replay,
        Base::parts, Base::part_count, Base::source, Base::descriptors, Base::names, Base::sound,
        Base::blame;
    using typename Base::Part, typename Base::Replay;

    bool needless[Tokens + 1]{};  ///< leaves that a cut leaves out
    int leaves = 0, cuts = 0;

    // A constructor: behind any error of the user's, GCC 12 takes an aggregate with arrays and a
    // base that is one for no constant, and says so of every network.
    constexpr explicit Lowering(Algorithm algorithm) : Base{algorithm} {}

    /// Appends the layer of a token; nothing for one that a cut leaves out.
    constexpr int add_leaf(const Token& token, int* values, int count, int in) {
        LayerRef ref{.leaf = leaves++};
        if (composite < 0) ++written;
        if (needless[ref.leaf]) return in;
        int out = this->add(token, ref, values, count, in);
        if (!sound() || !token.activates) return out;
        ref.option = true;
        ref.layer = source[out].source;
        return this->add(token, ref, &out, 1, out);
    }

    /// Something around layers that is open.
    struct Opened {
        const Token* token = nullptr;
        int scope = -1, row = -1, part = -1, composite = -1;
        bool frozen = false, again = false;
        Replay replay{};
    };

    constexpr Opened open(const Token& token, int value) {
        Opened opened{&token, scope, -1, -1, composite, frozen, false, replay};
        frozen = frozen || token.frozen;
        cuts += token.cut;
        if (token.shared) {
            opened.part = 0;
            while (opened.part < part_count && parts[opened.part].name != token.name) ++opened.part;
            Part& part = parts[opened.part];
            opened.again = opened.part < part_count;
            if (opened.again)
                replay = {opened.part, part.layer, part.group};
            else
                part = {token.name, program.layer_count, program.group_count};
            part_count += !opened.again;
        }
        if (token.composite && !needless[leaves]) {
            ++written;
            composite = opened.row = this->add_row(token, leaves, token.descriptor);
            this->connect(composite, &value, 1);
        }
        if (!token.nested) return opened;
        if (replay) {
            opened.row = this->replay_layer(nullptr);
        } else {
            opened.row = program.layer_count++;
            program.layers[opened.row] = {.title = "Sequential",
                                          .name = token.name,
                                          .named = true,
                                          .nested = true,
                                          .frozen = frozen,
                                          .scope = scope};
            names.number(program, opened.row);
        }
        this->connect(opened.row, &value, 1);
        scope = opened.row;
        return opened;
    }

    constexpr int close(const Opened& opened, const Token& token, int value) {
        if (token.kind == Token::until) value = tap(token, "Until");
        if (opened.row >= 0) {
            program.layers[opened.row].output = program.values[value].shape;
            program.layers[opened.row].value = value;
        }
        if (opened.part >= 0 && sound()) close_shared(opened);
        scope = opened.scope;
        composite = opened.composite;
        frozen = opened.frozen;
        return value;
    }

    /// The first time, marks what it holds; again, looks whether all of it was there.
    constexpr void close_shared(const Opened& opened) {
        Part& part = parts[opened.part];
        if (!opened.again) {
            part.layer_end = program.layer_count;
            part.group_end = program.group_count;
            for (int k = part.layer; k < part.layer_end; ++k) program.layers[k].shared = true;
            return;
        }
        if (replay.layer != part.layer_end) this->differ(part);
        replay = opened.replay;
        if (!replay || replay.layer != part.layer) return;
        replay.layer = part.layer_end;
        replay.group = part.group_end;
    }

    /// The value that the name of a token stands for.
    constexpr int tap(const Token& token, std::string_view what) {
        const Found found = find_output(program, scope, token.name);
        if (found.input >= 0) return program.inputs[found.input].value;
        if (!sound()) return 0;
        if (!found) {
            program.mistake << what << " finds no layer called " << token.name << " before it: "
                            << "there are ";
            put_names(program.mistake, program);
            return 0;
        }
        const LayerInfo& info = program.layers[found.layer];
        const bool inside = replay && found.layer >= parts[replay.part].layer &&
                            found.layer < parts[replay.part].layer_end;
        if (info.shared && !inside)
            program.mistake << what << " means one of several: the layer " << token.name
                            << " is shared "
                            << "and stands in several places; name a layer behind the one meant";
        return found.further < 0 ? info.value : info.further_values[found.further];
    }

    /// The branches that lead to the next join.
    struct Join {
        int input = 0, first_branch = 0;
    };

    constexpr void run(const Token* tokens, const InputFacts* inputs, int count) {
        add_inputs(inputs, count);
        Join joins[Tokens + 1]{};
        Opened opened[Tokens + 1]{};
        int branches[Tokens + 1]{};  // of all open joins
        int depth = 0, branch_count = 0, open_count = 0;
        int value = program.inputs[0].value;
        bool taps = false;
        for (std::size_t k = 0; k < Tokens && sound(); ++k) {
            const Token& token = tokens[k];
            if (program.output_count != 0 && token.kind != Token::close) {
                program.mistake << "Outputs stands at the end of a network, with nothing behind it";
                break;
            }
            switch (token.kind) {
                case Token::layer:
                    value = add_leaf(token, &value, 1, value);
                    break;
                case Token::branches:
                    joins[depth++] = {value, branch_count};
                    break;
                case Token::next_branch:
                    branches[branch_count++] = value;
                    value = joins[depth - 1].input;
                    break;
                case Token::join: {
                    const Join join = joins[--depth];
                    branch();
                    value = add_leaf(token, branches + join.first_branch,
                                     branch_count - join.first_branch, join.input);
                    branch_count = join.first_branch;
                    break;
                }
                case Token::outputs: {
                    const Join join = joins[--depth];
                    if (depth != 0 || scope >= 0)
                        program.mistake << "Outputs stands at the end of a network, not in a "
                                        << "branch or a nested model";
                    for (int b = join.first_branch; b < branch_count && sound(); ++b)
                        add_output(branches[b]);
                    break;
                }
                case Token::from:
                    branch();
                    taps = true;
                    if (cuts == 0 || find(program, scope, token.name)) value = tap(token, "From");
                    break;
                case Token::open:
                    opened[open_count++] = open(token, value);
                    break;
                case Token::close:
                case Token::until:
                    value = close(opened[--open_count], token, value);
                    break;
            }
        }
        if (program.output_count == 0 && sound()) add_output(value);
        if (taps && cuts == 0) find_dangling();
        find_activations();
    }

    /// The activations that make outputs of logits which no other output has to do with.
    constexpr void find_activations() {
        bool taken[2 * Capacity + 2]{};
        for (int k = 0; k < program.output_count; ++k) taken[program.outputs[k].value] = true;
        for (int s = 0; s < program.step_count; ++s) {
            const Step& step = program.steps[s];
            const int result = program.values[step.output].result;
            if (result < 0 || step.reads != 1 || step.weight_count != 0) continue;
            if (!step.backward.output) continue;
            bool& before = taken[program.reads[step.first_read].value];
            if (!before) program.outputs[result].activation = step.ref;
            before = true;
        }
    }

    /// The values of the inputs, and their names.
    constexpr void add_inputs(const InputFacts* inputs, int count) {
        int unnamed = 0;
        for (int k = 0; k < count; ++k) {
            const bool named = !inputs[k].name.empty();
            if (inputs[k].shape.size() == 0 && sound())
                program.mistake << "every extent of an Input is one at least, and these are "
                                << inputs[k].shape;
            const int value = this->add_value(inputs[k].shape, {.source = -1 - k});
            program.values[value].input = k;
            program.inputs[k] = {.value = value,
                                 .gather = {},
                                 .name = named ? inputs[k].name : "input_layer",
                                 .ordinal = named ? 0 : unnamed++,
                                 .shape = inputs[k].shape};
            for (int j = 0; j < k && named && sound(); ++j)
                if (program.inputs[j].name == inputs[k].name)
                    program.mistake << "two inputs are called " << inputs[k].name
                                    << ": give each a name of its own";
        }
        program.input_count = count;
    }

    /// Notes that the nested model at hand is more than a chain.
    constexpr void branch() {
        if (scope >= 0) program.layers[scope].title = "Functional";
    }

    /// An output lies in memory of the caller's, which is no input and no other output.
    constexpr void add_output(int value) {
        const int layer = source[value].source;
        if (program.output_count != 0 || program.values[value].result >= 0)
            if (program.values[value].input >= 0 || program.values[value].result >= 0)
                value = this->add_copy(value);
        program.values[value].result = program.output_count;
        program.outputs[program.output_count++] = {.value = value, .layer = layer};
    }

    /// Marks the leaves that the outputs do not depend on.
    constexpr void find_needless() {
        bool needed[2 * Capacity + 2]{};
        for (bool& leaf : needless) leaf = true;
        for (int k = 0; k < program.output_count; ++k) needed[program.outputs[k].value] = true;
        for (int s = program.step_count - 1; s >= 0; --s) {
            const Step& step = program.steps[s];
            if (!needed[step.output] && !(step.new_mask >= 0 && needed[step.new_mask])) continue;
            if (step.ref) needless[step.ref.leaf] = false;
            if (step.mask >= 0) needed[step.mask] = true;
            for (int k = 0; k < step.reads; ++k)
                needed[program.reads[step.first_read + k].value] = true;
        }
    }

    /// A layer that nothing reads is a mistake.
    constexpr void find_dangling() {
        if (!sound()) return;
        find_needless();
        for (int s = 0; s < program.step_count; ++s) {
            const LayerRef ref = program.steps[s].ref;
            if (!ref || !needless[ref.leaf]) continue;
            written = this->numbers[ref.layer];
            if (blame(*descriptors[ref.layer]))
                program.mistake << "leads nowhere: what follows begins at another layer; "
                                << "join both, such as by a Concat of Identity and From";
        }
    }
};

/// A network without the name that stands around all of it.
template <class Net>
struct Whole {
    using layers = Net;
    static constexpr std::string_view name{};
};

template <Name given, class Inside>
    requires is_model<Inside>
struct Whole<Named<given, Inside>> {
    using layers = Inside;
    static constexpr std::string_view name = given.view();
};

/// The program of no layers that a mistake is left with, so that nothing else about the network is
/// told.
template <class Made, std::size_t Count>
constexpr auto without_layers(std::array<InputFacts, Count> inputs, const Sentence& mistake) {
    for (InputFacts& input : inputs)
        if (input.shape.size() == 0) input.shape = Shape{1};
    Made lowering(Algorithm{});
    lowering.add_inputs(inputs.data(), static_cast<int>(Count));
    lowering.add_output(lowering.program.inputs[0].value);
    lowering.program.mistake = mistake;
    return lowering.program;
}

/// The program of a network bound to its inputs, before any rewriting; layers that say nothing of
/// their algorithm take that of `policy`.
template <class Net, std::size_t Count>
constexpr auto lower(const std::array<InputFacts, Count>& inputs, Algorithm policy = {}) {
    using Layers = typename Whole<Net>::layers;
    using Made = Lowering<Walk<Layers>::tokens, Walk<Layers>::places + Count>;
    const auto tokens = tokens_of<Layers>();
    Made lowering(policy);
    lowering.run(tokens.data(), inputs.data(), static_cast<int>(Count));
    if (!lowering.sound()) return without_layers<Made>(inputs, lowering.program.mistake);
    if (lowering.cuts != 0) {
        lowering.find_needless();
        Made again(policy);
        for (std::size_t k = 0; k < tokens.size(); ++k) {
            again.needless[k] = lowering.needless[k];
            again.ordinals[k] = lowering.ordinals[k];
        }
        again.numbered = true;
        again.run(tokens.data(), inputs.data(), static_cast<int>(Count));
        lowering.program = again.program;
    }
    lowering.program.name = Whole<Net>::name;
    return lowering.program;
}

/// The same for one input.
template <class Net>
constexpr auto lower(const Shape& input, Algorithm policy = {}) {
    return lower<Net>(std::array<InputFacts, 1>{{{{}, input}}}, policy);
}

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_LOWER_HPP

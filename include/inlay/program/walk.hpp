// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_WALK_HPP
#define INLAY_PROGRAM_WALK_HPP
// The walk through a network: its layers in order, and what stands around them, as a list of values
// for the compiler's arithmetic. Instantiation depth grows with nesting, never with length.

#include <inlay/layer/branches.hpp>
#include <inlay/layer/from.hpp>
#include <inlay/layer/frozen.hpp>
#include <inlay/layer/inputs.hpp>
#include <inlay/layer/named.hpp>
#include <inlay/layer/outputs.hpp>
#include <inlay/layer/sequential.hpp>
#include <inlay/layer/shared.hpp>
#include <inlay/layer/until.hpp>
#include <inlay/shape/window.hpp>
#include <inlay/text/type_name.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace inlay::INLAY_ABI::program {

/// A type in a network, as a value: how it is called, and how to ask it what it is on its inputs.
struct Descriptor {
    std::string_view title, name;
    Bound (*bind)(const Shapes&, Algorithm) = nullptr;
    Sentence (*text)() = nullptr;
    Sentence (*no_layer)() = nullptr;  ///< why the type is no layer; null where it is one
};

/// A layer that is made of others, which state what it needs: one row, and a tensor's name each.
template <class Type>
concept Composite = requires {
    typename Type::Layers;
    std::string_view(Type::title);
    std::string_view(Type::name);
};

/// Why a type that stands in a network is no layer, and what to do about it.
template <class Type>
constexpr Sentence no_layer() {
    Sentence says;
    if constexpr (requires { Type::kind; })
        return says << "is an option: give it to a layer, such as Conv2D<32, 3, 3, Same>";
    else if constexpr (requires { Shape(Type::shape); })
        return says << "stands beside the network, not in it: Model<Net, Input<28, 28, 1>>";
    else
        return says << "is no layer: it lacks " << missing_of_layer<Type>()
                    << " (inlay/layer/layer.hpp)";
}

template <class Type>
constexpr Descriptor descriptor_of() {
    using Here = LayerOf<Type>;
    if constexpr (Layer<Here>)
        return {.title = Here::title,
                .name = Here::name,
                .bind = bind_layer<Here>,
                .text = type_name<Type>};
    else
        return {.text = type_name<Type>, .no_layer = no_layer<Type>};
}

/// One event of the walk through a network, in the order of execution.
struct Token {
    enum Kind {
        layer,
        branches,
        next_branch,
        join,     ///< the layer that the branches lead to
        outputs,  ///< the branches are the outputs of the network
        from,     ///< go on from the output of the layer `name`
        open,     ///< what is frozen, shared, a nested model or a composite layer
        close,
        until  ///< closes with the output of the layer `name`, and what it depends on
    } kind = layer;
    Descriptor descriptor{};
    Descriptor activation{};  ///< the layer's activation option
    bool activates = false;   ///< whether it has one
    std::string_view name{};  ///< given to a layer, or to what is opened
    bool frozen = false, shared = false, nested = false, cut = false;  ///< of what is opened
    bool composite = false;  ///< what is opened is one layer of several steps: `descriptor`
};

// Arrays, not folds: Clang nests the operands of a fold, and gives up at 256.

template <std::size_t Count>
constexpr std::size_t sum(const std::size_t (&counts)[Count]) {
    std::size_t all = 0;
    for (const std::size_t count : counts) all += count;
    return all;
}

/// Appends the events of one layer or branch.
using Append = void (*)(Token*&);

/// What a type adds to a program: places for one layer and its option; some need more.
template <class Type>
constexpr std::size_t places_of() {
    using Here = LayerOf<Type>;
    std::size_t places = 1;
    if constexpr (Layer<Here>) {
        // A copy before and behind it, where it reads no views.
        if (!Here::views(Shape{2, 2, 2})) ++places;
        if constexpr (requires(Shape in) { Here::kept_count(in); }) ++places;
        if (Here::masks == Masks::make) ++places;
        if constexpr (HasFurtherOutputs<Here>) places += 1 + Here::further_outputs.size();
        // Its option is a step of its place; what that needs beyond comes on top.
        using Activate = typename Here::Activate;
        if constexpr (!std::is_same_v<Activate, Linear>) places += places_of<Activate>() - 1;
    }
    return places;
}

template <class Type>
struct Walk {
    static constexpr std::size_t tokens = 1, leaves = 1, places = places_of<Type>();

    static constexpr void append(Token*& to) {
        to->descriptor = descriptor_of<Type>();
        if constexpr (Layer<LayerOf<Type>>) {
            using Activate = typename LayerOf<Type>::Activate;
            if constexpr (!std::is_same_v<Activate, Linear>) {
                to->activation = descriptor_of<Activate>();
                to->activates = true;
            }
        }
        ++to;
    }
};

template <class... Layers>
struct Walk<Sequential<Layers...>> {
    static constexpr std::size_t tokens = sum({0, Walk<Layers>::tokens...});
    static constexpr std::size_t leaves = sum({0, Walk<Layers>::leaves...});
    static constexpr std::size_t places = sum({0, Walk<Layers>::places...});

    static constexpr void append(Token*& to) {
        const Append list[]{Walk<Layers>::append..., nullptr};
        for (std::size_t k = 0; k < sizeof...(Layers); ++k) list[k](to);
    }
};

template <class... Branches>
constexpr void append_branches(Token*& to) {
    to++->kind = Token::branches;
    const Append list[]{Walk<Branches>::append..., nullptr};
    for (std::size_t k = 0; k < sizeof...(Branches); ++k) {
        list[k](to);
        to++->kind = Token::next_branch;
    }
}

template <class Join, class Branches>
struct WalkOfBranches;

template <class Join, class... Branches>
struct WalkOfBranches<Join, TypeList<Branches...>> {
    static constexpr std::size_t tokens = sum({2, sizeof...(Branches), Walk<Branches>::tokens...});
    static constexpr std::size_t leaves = sum({1, Walk<Branches>::leaves...});
    static constexpr std::size_t places =
        sum({places_of<Join>(), sizeof...(Branches), Walk<Branches>::places...});

    static constexpr void append(Token*& to) {
        static_assert(sizeof...(Branches) > 0,
                      "inlay: a layer of several inputs, such as Add, needs one branch at least");
        append_branches<Branches...>(to);
        *to++ = {.kind = Token::join, .descriptor = descriptor_of<Join>()};
    }
};

template <Joins Join>
struct Walk<Join> : WalkOfBranches<Join, typename Join::branches> {};

/// The outputs of a network: branches that no layer joins. Each may need a copy of its own.
template <class... Branches>
struct Walk<Outputs<Branches...>> {
    static constexpr std::size_t tokens = sum({2, sizeof...(Branches), Walk<Branches>::tokens...});
    static constexpr std::size_t leaves = sum({0, Walk<Branches>::leaves...});
    static constexpr std::size_t places = sum({sizeof...(Branches), Walk<Branches>::places...});

    static constexpr void append(Token*& to) {
        static_assert(sizeof...(Branches) > 0, "inlay: Outputs needs one branch at least");
        append_branches<Branches...>(to);
        to++->kind = Token::outputs;
    }
};

template <Name name>
struct Walk<From<name>> {
    static constexpr std::size_t tokens = 1, leaves = 0, places = 0;

    static constexpr void append(Token*& to) {
        to->kind = Token::from;
        to++->name = name.view();
    }
};

/// Something around layers: tokens before and behind those of what it holds, and a row for it.
template <class Inside>
struct WalkOfScope {
    static constexpr std::size_t tokens = Walk<Inside>::tokens + 2;
    static constexpr std::size_t leaves = Walk<Inside>::leaves;
    static constexpr std::size_t places = Walk<Inside>::places + 1;

    /// Returns the token that opens the scope, for more to be said of it.
    static constexpr Token& append_in(Token*& to, Token::Kind closing = Token::close) {
        Token& opening = *to++;
        opening.kind = Token::open;
        Walk<Inside>::append(to);
        to++->kind = closing;
        return opening;
    }
};

template <class Inside>
struct Walk<Frozen<Inside>> : WalkOfScope<Inside> {
    static constexpr void append(Token*& to) { WalkOfScope<Inside>::append_in(to).frozen = true; }
};

template <class Inside, Name name>
struct Walk<Until<Inside, name>> : WalkOfScope<Inside> {
    static constexpr void append(Token*& to) {
        WalkOfScope<Inside>::append_in(to, Token::until).cut = true;
        to[-1].name = name.view();
    }
};

/// Whether a type is a model when it has a name, and not one layer.
template <class Type>
inline constexpr bool is_model = false;
template <class... Layers>
inline constexpr bool is_model<Sequential<Layers...>> = true;
template <class Inside, Name name>
inline constexpr bool is_model<Until<Inside, name>> = true;

/// One layer of several steps. What they complain of is said of the whole.
template <Composite Type>
struct Walk<Type> : WalkOfScope<typename Type::Layers> {
    static constexpr void append(Token*& to) {
        Token& opening = WalkOfScope<typename Type::Layers>::append_in(to);
        opening.composite = true;
        opening.descriptor.title = Type::title;
        opening.descriptor.name = Type::name;
        for (Token* token = &opening; token != to; ++token)
            token->descriptor.text = token->activation.text = type_name<Type>;
    }
};

/// A nested model, or a layer under a name of its own, which belongs to the token that opens a
/// composite layer, or else to the last: a layer's only one, or that which joins its branches.
template <Name name, class Inside, bool shared>
struct WalkOfNamed : WalkOfScope<Inside> {
    static constexpr void append(Token*& to) {
        Token& opening = WalkOfScope<Inside>::append_in(to);
        opening.name = name.view();
        opening.shared = shared;
        opening.nested = is_model<Inside>;
        if (Composite<Inside>)
            (&opening)[1].name = name.view();
        else if (!is_model<Inside>)
            to[-2].name = name.view();
    }
};

template <Name name, class Inside>
struct Walk<Named<name, Inside>> : WalkOfNamed<name, Inside, false> {};
template <Name name, class Inside>
struct Walk<Named<name, Frozen<Inside>>> : Walk<Frozen<Named<name, Inside>>> {};
template <Name name, class Inside>
struct Walk<Shared<name, Inside>> : WalkOfNamed<name, Inside, true> {};

/// All events of a network.
template <class Net>
constexpr auto tokens_of() {
    std::array<Token, Walk<Net>::tokens> list{};
    Token* to = list.data();
    Walk<Net>::append(to);
    return list;
}

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_WALK_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_LEAVES_HPP
#define INLAY_PROGRAM_LEAVES_HPP
// The layers of a network in order, as a list of values for the compiler's arithmetic and as types
// by number for the executor. Instantiation depth grows with nesting, never with length.

#include <inlay/layer/branches.hpp>
#include <inlay/layer/select.hpp>
#include <inlay/layer/sequential.hpp>
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
    enum Kind { layer, branches, next_branch, join } kind = layer;
    Descriptor descriptor{};
    Descriptor activation{};  ///< the layer's activation option
    bool activates = false;   ///< whether it has one
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
        to++->kind = Token::branches;
        const Append list[]{Walk<Branches>::append..., nullptr};
        for (std::size_t k = 0; k < sizeof...(Branches); ++k) {
            list[k](to);
            to++->kind = Token::next_branch;
        }
        *to++ = {.kind = Token::join, .descriptor = descriptor_of<Join>()};
    }
};

template <Joins Join>
struct Walk<Join> : WalkOfBranches<Join, typename Join::branches> {};

/// All events of a network.
template <class Net>
constexpr auto tokens_of() {
    std::array<Token, Walk<Net>::tokens> list{};
    Token* to = list.data();
    Walk<Net>::append(to);
    return list;
}

// The layers' types by number: one flat set of bases for each Sequential, at offsets that are
// values.

template <class Type, std::size_t First>
struct Leaves : selection::Slot<First, Type> {};

template <std::size_t First, class Indices, class... Types>
struct LeafRange;

template <std::size_t First, std::size_t... Index, class... Types>
struct LeafRange<First, std::index_sequence<Index...>, Types...> {
    static constexpr auto offsets = [] {
        std::array<std::size_t, sizeof...(Types) + 1> at{First};
        const std::size_t counts[] = {Walk<Types>::leaves..., 0};
        for (std::size_t k = 0; k < sizeof...(Types); ++k) at[k + 1] = at[k] + counts[k];
        return at;
    }();

    struct type : Leaves<Types, offsets[Index]>... {};
};

template <class... Layers, std::size_t First>
struct Leaves<Sequential<Layers...>, First>
    : LeafRange<First, std::index_sequence_for<Layers...>, Layers...>::type {};

template <class Join, std::size_t First, class Branches>
struct LeavesOfBranches;

template <class Join, std::size_t First, class... Branches>
struct LeavesOfBranches<Join, First, TypeList<Branches...>>
    : LeafRange<First, std::index_sequence_for<Branches...>, Branches...>::type,
      selection::Slot<First + Walk<Join>::leaves - 1, Join> {};

template <Joins Join, std::size_t First>
struct Leaves<Join, First> : LeavesOfBranches<Join, First, typename Join::branches> {};

/// The layer with a number, counted from 0 in the order of the walk.
template <class Net, std::size_t Number>
using LeafAt =
    typename decltype(selection::pick<Number>(static_cast<Leaves<Net, 0>*>(nullptr)))::type;

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_LEAVES_HPP

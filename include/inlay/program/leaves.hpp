// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_LEAVES_HPP
#define INLAY_PROGRAM_LEAVES_HPP
// The layers of a network as types by number, for the executor: one flat set of bases for each
// Sequential, at offsets that are values.

#include <inlay/layer/select.hpp>
#include <inlay/program/walk.hpp>

#include <array>
#include <cstddef>
#include <utility>

namespace inlay::INLAY_ABI::program {

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

template <class... Branches, std::size_t First>
struct Leaves<Outputs<Branches...>, First> : Leaves<Sequential<Branches...>, First> {};
template <Name name, std::size_t First>
struct Leaves<From<name>, First> {};
template <Name name, class Inside, std::size_t First>
struct Leaves<Named<name, Inside>, First> : Leaves<Inside, First> {};
template <Name name, class Inside, std::size_t First>
struct Leaves<Shared<name, Inside>, First> : Leaves<Inside, First> {};
template <Composite Type, std::size_t First>
struct Leaves<Type, First> : Leaves<typename Type::Layers, First> {};
template <class Inside, std::size_t First>
struct Leaves<Frozen<Inside>, First> : Leaves<Inside, First> {};
template <class Inside, Name name, std::size_t First>
struct Leaves<Until<Inside, name>, First> : Leaves<Inside, First> {};

/// The layer with a number, counted from 0 in the order of the walk.
template <class Net, std::size_t Number>
using LeafAt =
    typename decltype(selection::pick<Number>(static_cast<Leaves<Net, 0>*>(nullptr)))::type;

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_LEAVES_HPP

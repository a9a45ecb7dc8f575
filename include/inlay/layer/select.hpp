// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_SELECT_HPP
#define INLAY_LAYER_SELECT_HPP
// One type out of many by its number, without recursion.

#include <inlay/config.hpp>

#include <cstddef>
#include <utility>

namespace inlay::INLAY_ABI {

namespace selection {

template <std::size_t Index, class Type>
struct Slot {
    using type = Type;
};

template <class Indices, class... Types>
struct Slots;

template <std::size_t... Index, class... Types>
struct Slots<std::index_sequence<Index...>, Types...> : Slot<Index, Types>... {};

template <std::size_t Index, class Type>
Slot<Index, Type> pick(const Slot<Index, Type>*);

}  // namespace selection

/// The type at place Index of a list of types.
template <std::size_t Index, class... Types>
using TypeAt = typename decltype(selection::pick<Index>(
    static_cast<selection::Slots<std::index_sequence_for<Types...>, Types...>*>(nullptr)))::type;

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_SELECT_HPP

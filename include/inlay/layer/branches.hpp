// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_BRANCHES_HPP
#define INLAY_LAYER_BRANCHES_HPP
// The branches of a layer of several inputs, among its options.

#include <inlay/layer/options.hpp>
#include <inlay/layer/select.hpp>

#include <array>
#include <cstddef>
#include <utility>

namespace inlay::INLAY_ABI {

/// Types in order: what a layer of several inputs calls its branches.
template <class... Types>
struct TypeList {
    static constexpr std::size_t count = sizeof...(Types);
};

namespace option {

/// Whether a type among the arguments of a layer of several inputs is an option; what is none, also
/// an activation, is a branch.
template <class Type>
inline constexpr bool is_option = requires { Kind(Type::kind); };

template <bool wanted, class... Given>
struct Sorted {
    static constexpr std::size_t count = (std::size_t{0} + ... + (is_option<Given> == wanted));
    static constexpr auto places = [] {
        constexpr bool options[] = {is_option<Given>..., false};
        std::array<std::size_t, count + 1> found{};
        std::size_t at = 0;
        for (std::size_t k = 0; k < sizeof...(Given); ++k)
            if (options[k] == wanted) found[at++] = k;
        return found;
    }();

    template <template <class...> class List, std::size_t... Index>
    static List<TypeAt<places[Index], Given...>...> list(std::index_sequence<Index...>);

    template <template <class...> class List>
    using as = decltype(list<List>(std::make_index_sequence<count>()));
};

}  // namespace option

/// Those of the arguments that are layers, and those that are options.
template <class... Given>
using BranchesOf = typename option::Sorted<false, Given...>::template as<TypeList>;
template <class... Given>
using OptionsAmong = typename option::Sorted<true, Given...>::template as<option::Options>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::BranchesOf;
}  // namespace inlay

#endif  // INLAY_LAYER_BRANCHES_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_BRANCHES_HPP
#define INLAY_LAYER_BRANCHES_HPP

#include <inlay/layer/option/kind.hpp>
#include <inlay/layer/select.hpp>

#include <cstddef>
#include <utility>

namespace inlay::INLAY_ABI {

/// Types in order: what a layer of several inputs calls its branches.
template <class... Types>
struct TypeList {
    static constexpr std::size_t count = sizeof...(Types);
};

/// Whether a type is an option of that kind.
template <option::Kind kind, class Type>
constexpr bool is_option() {
    if constexpr (requires { option::Kind(Type::kind); })
        return option::Kind(Type::kind) == kind;
    else
        return false;
}

/// The place of number k among those that are an option, or that are none.
constexpr std::size_t place_among(const bool* options, bool option, std::size_t k) {
    std::size_t at = 0;
    while (options[at] != option || k-- > 0) ++at;
    return at;
}

/// What a layer of any number of inputs is given: branches, and options of one kind that may stand
/// among them. `branches` lists the former, `options` puts the latter into a template of types.
template <option::Kind kind, class... Given>
struct BranchesAndOptions {
    using branches = TypeList<Given...>;
    template <template <class...> class Template>
    using options = Template<>;
};

template <option::Kind kind, class... Given>
    requires(is_option<kind, Given>() || ...)
struct BranchesAndOptions<kind, Given...> {
    static constexpr bool chosen[]{is_option<kind, Given>()...};
    static constexpr std::size_t option_count = (std::size_t{is_option<kind, Given>()} + ...);

    template <template <class...> class Template, bool option, std::size_t... K>
    static Template<TypeAt<place_among(chosen, option, K), Given...>...> put(
        std::index_sequence<K...>);

    using branches =
        decltype(put<TypeList, false>(std::make_index_sequence<sizeof...(Given) - option_count>{}));
    template <template <class...> class Template>
    using options = decltype(put<Template, true>(std::make_index_sequence<option_count>{}));
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::TypeList;
}  // namespace inlay

#endif  // INLAY_LAYER_BRANCHES_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_KIND_HPP
#define INLAY_LAYER_OPTION_KIND_HPP
// What kind of option a type is: its name, as words of an error.

#include <inlay/config.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI::option {

/// The name of a kind of option, such as "padding"; structural, so that layers can ask for it.
struct Kind {
    char name[32]{};

    constexpr Kind() = default;

    template <std::size_t Length>
        requires(Length <= 32)
    constexpr explicit(false) Kind(const char (&text)[Length]) {
        for (std::size_t k = 0; k < Length; ++k) name[k] = text[k];
    }

    constexpr std::string_view view() const { return name; }
    constexpr bool none() const { return name[0] == 0; }

    friend constexpr bool operator==(const Kind&, const Kind&) = default;
};

}  // namespace inlay::INLAY_ABI::option

#endif  // INLAY_LAYER_OPTION_KIND_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_NAMED_HPP
#define INLAY_LAYER_NAMED_HPP
// Names that users give.

#include <inlay/config.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// A name as a template argument: what stands between quotes.
template <std::size_t Length>
struct Name {
    char text[Length]{};

    constexpr explicit(false) Name(const char (&given)[Length]) {
        for (std::size_t k = 0; k < Length; ++k) text[k] = given[k];
    }

    constexpr std::string_view view() const { return {text, Length - 1}; }
};

/// Two names as one: Block + "_conv", for types of blocks that name the layers in them.
template <std::size_t Length, std::size_t More>
constexpr auto operator+(const Name<Length>& name, const Name<More>& more) {
    char text[Length + More - 1]{};
    for (std::size_t k = 0; k + 1 < Length; ++k) text[k] = name.text[k];
    for (std::size_t k = 0; k < More; ++k) text[Length - 1 + k] = more.text[k];
    return Name(text);
}

template <std::size_t Length, std::size_t More>
constexpr auto operator+(const Name<Length>& name, const char (&more)[More]) {
    return name + Name(more);
}

/// A number that is not negative, as a name: Name("block_") + name_of<3>.
template <int Number>
constexpr auto name_of = [] {
    if constexpr (Number < 10)
        return Name({char('0' + Number), '\0'});
    else
        return name_of<Number / 10> + name_of<Number % 10>;
}();

/// A layer under a name of its own, and with it its output: From<"x"> reads it, model.weights()
/// calls its tensors x/kernel. Named<"x", Sequential<...>> is a nested model: one row in summary(),
/// its tensors are x/conv2d/kernel. Of an Input in Inputs it is the name of an input.
template <Name name, class Layer>
struct Named {};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Name;
using INLAY_ABI::name_of;
using INLAY_ABI::Named;
}  // namespace inlay

#endif  // INLAY_LAYER_NAMED_HPP

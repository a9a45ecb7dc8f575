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

/// A layer under a name of its own, and with it its output: From<"x"> reads it, model.weights()
/// calls its tensors x/kernel. Named<"x", Sequential<...>> is a nested model: one row in summary(),
/// its tensors are x/conv2d/kernel. Of an Input in Inputs it is the name of an input.
template <Name name, class Layer>
struct Named {};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Named;
}  // namespace inlay

#endif  // INLAY_LAYER_NAMED_HPP

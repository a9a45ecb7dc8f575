// SPDX-License-Identifier: MIT
#ifndef INLAY_TEXT_MISSING_HPP
#define INLAY_TEXT_MISSING_HPP
// What a type lacks to be what it is used as.

#include <inlay/text/sentence.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// A list of names, empty where nothing is missing.
struct Missing {
    Sentence list;

    constexpr void needs(bool has, std::string_view what) {
        if (!has) list << (list.empty() ? "" : ", ") << what;
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TEXT_MISSING_HPP

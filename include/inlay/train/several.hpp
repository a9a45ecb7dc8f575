// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_SEVERAL_HPP
#define INLAY_TRAIN_SEVERAL_HPP
// Something for each input, or each output, of a network.

#include <inlay/config.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// `count` of something; one where there is one alone.
template <class Element, std::size_t count>
struct Several {
    Element each[count]{};

    constexpr Several() = default;
    constexpr explicit(false) Several(const Element& one)
        requires(count == 1)
        : each{one} {}
    template <class... Elements>
        requires(count > 1 && sizeof...(Elements) == count)
    constexpr explicit(false) Several(const Elements&... elements) : each{elements...} {}

    constexpr Element& operator[](std::size_t k) { return each[k]; }
    constexpr const Element& operator[](std::size_t k) const { return each[k]; }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_SEVERAL_HPP

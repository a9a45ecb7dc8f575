// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_SEVERAL_HPP
#define INLAY_TRAIN_SEVERAL_HPP
// Something for each input, or each output, of a network.

#include <inlay/config.hpp>

#include <cstddef>
#include <type_traits>

namespace inlay::INLAY_ABI {

/// `count` of something.
template <class Element, std::size_t count>
struct Several {
    Element each[count]{};

    constexpr Element& operator[](std::size_t k) { return each[k]; }
    constexpr const Element& operator[](std::size_t k) const { return each[k]; }

    /// What is alone is itself.
    constexpr operator const Element&() const
        requires(count == 1)
    {
        return each[0];
    }
};

/// One of something where there is one, or so many.
template <class Element, std::size_t count>
using OneOrSeveral = std::conditional_t<count == 1, Element, Several<Element, count>>;

/// Number k of them.
template <class Element, std::size_t count>
constexpr const Element& nth(const Several<Element, count>& all, std::size_t k) {
    return all[k];
}
template <class Element>
constexpr const Element& nth(const Element& one, std::size_t) {
    return one;
}

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_SEVERAL_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_SHAPE_ELEMENT_HPP
#define INLAY_SHAPE_ELEMENT_HPP
// What the elements of a value are. Memory is counted in the numbers that a network computes with;
// other elements lie in the same memory, packed from its beginning, and are only ever copied in and
// out, so that it may be of either type.

#include <inlay/config.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI {

/// The type of a value's elements.
enum class ElementType : unsigned char {
    number,  ///< what the network computes with, float or double
    int32    ///< whole numbers: they need no more memory than so many numbers
};

/// Element k of a value, as a number or as a whole one.
template <ElementType element, class Scalar>
INLAY_INLINE auto element_at(const Scalar* x, std::size_t k) {
    if constexpr (element == ElementType::number) {
        return x[k];
    } else {
        std::int32_t value;
        __builtin_memcpy(&value, reinterpret_cast<const unsigned char*>(x) + k * sizeof value,
                         sizeof value);
        return value;
    }
}

/// Writes element k of a value of whole numbers.
template <class Scalar>
INLAY_INLINE void put_int32(Scalar* x, std::size_t k, std::int32_t value) {
    __builtin_memcpy(reinterpret_cast<unsigned char*>(x) + k * sizeof value, &value, sizeof value);
}

/// The whole number that an index given as a number means, fractions cut off; -1, which is none,
/// below 0, above what 32 bits hold, and for NaN.
template <class Number>
constexpr std::int32_t index_of(Number x) {
    return x >= 0 && x < static_cast<Number>(2147483648.0) ? static_cast<std::int32_t>(x) : -1;
}

/// Whether a number looks something up among so many.
template <class Number>
constexpr bool is_index(Number x, std::int32_t count) {
    return x >= 0 && x < static_cast<Number>(count);
}

/// Some examples of `size` elements lie one behind the other. Number n was written where its
/// numbers begin, with elements `from`: puts it where it belongs among examples of elements `to`.
template <class Scalar>
void settle(Scalar* examples, std::size_t n, std::size_t size, ElementType from, ElementType to) {
    Scalar* const x = examples + n * size;
    if (to == ElementType::int32)
        for (std::size_t k = 0; k < size; ++k)
            put_int32(
                examples, n * size + k,
                from == ElementType::int32 ? element_at<ElementType::int32>(x, k) : index_of(x[k]));
    else if (from == ElementType::int32)
        for (std::size_t k = size; k-- > 0;)
            x[k] = static_cast<Scalar>(element_at<ElementType::int32>(x, k));
}

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ElementType;
}  // namespace inlay

#endif  // INLAY_SHAPE_ELEMENT_HPP

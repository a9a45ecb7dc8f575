// SPDX-License-Identifier: MIT
#pragma once
// One look at all the arrays that users have: vectors, spans, Tensor, xtensor, of any element type.

#include <inlay/model/buffer.hpp>
#include <inlay/model/shared.hpp>
#include <inlay/model/tensor.hpp>
#include <inlay/model/view.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <type_traits>
#include <utility>

namespace inlay::inline INLAY_ABI {

/// How expressions and views that are not row-major become arrays; data.hpp specializes it for
/// xtensor. `evaluate(x)` returns an array with contiguous data() and shape().
template <class Type>
struct Evaluation {
    static constexpr bool possible = false;
};

/// A row-major array of numbers that somebody else holds, or that this view made of an expression.
class ArrayView {
public:
    /// Nothing.
    ArrayView() = default;

    /// Looks at anything with contiguous data(): a flat range, or an array with shape(). Strides
    /// and offsets are honoured; an Error where the elements do not lie in row order and data.hpp,
    /// which would copy them, is not there.
    template <class Array>
        requires(!std::same_as<std::remove_cvref_t<Array>, ArrayView>)
    ArrayView(const Array& array) {
        if constexpr (requires {
                          array.data();
                          array.shape();
                      }) {
            if (lies_in_row_order(array))
                look(array, array.data() + offset_of(array), extents_of(array));
            else
                copy(array);
        } else if constexpr (requires {
                                 array.data();
                                 array.size();
                             }) {
            look(array, array.data(), extent_of(array.size()));
            flat_ = true;
        } else if constexpr (requires {
                                 std::data(array);
                                 std::size(array);
                             }) {
            look(array, std::data(array), extent_of(std::size(array)));
            flat_ = true;
        } else {
            copy(array);
        }
    }

    /// The extents; one for a flat range.
    View<const std::size_t> shape() const { return shape_; }
    /// Whether the array came without a shape.
    bool flat() const { return flat_; }
    std::size_t size() const {
        std::size_t product = shape_.size() == 0 ? 0 : 1;
        for (const std::size_t extent : shape()) product *= extent;
        return product;
    }
    bool empty() const { return size() == 0; }

    /// Whether the elements are whole numbers by type.
    bool whole() const { return whole_; }

    /// Writes elements [first, first + count) as numbers of the type of `to`.
    void read(std::size_t first, std::size_t count, float* to) const {
        to_float_(data_, first, count, to);
    }
    void read(std::size_t first, std::size_t count, double* to) const {
        to_double_(data_, first, count, to);
    }

private:
    using Extents = Buffer<std::size_t>;

    template <class Array>
    static Extents extents_of(const Array& array) {
        std::size_t rank = 0;
        for ([[maybe_unused]] const auto extent : array.shape()) ++rank;
        Extents extents(rank);
        std::size_t d = 0;
        for (const auto extent : array.shape()) extents[d++] = static_cast<std::size_t>(extent);
        return extents;
    }

    static Extents extent_of(auto size) {
        Extents extents(1);
        extents[0] = static_cast<std::size_t>(size);
        return extents;
    }

    template <class Array>
    static std::ptrdiff_t offset_of(const Array& array) {
        if constexpr (requires { array.data_offset(); })
            return static_cast<std::ptrdiff_t>(array.data_offset());
        else
            return 0;
    }

    template <class Array>
    static bool lies_in_row_order(const Array& array) {
        if constexpr (requires { array.strides(); }) {
            const Extents extents = extents_of(array);
            std::ptrdiff_t expected = 1;
            auto stride = std::end(array.strides());
            for (std::size_t d = extents.size(); d-- > 0; expected *= std::ptrdiff_t(extents[d]))
                if (const auto found = *--stride; extents[d] > 1 && found != expected) return false;
        }
        return true;
    }

    template <class Array>
    void copy(const Array& array) {
        if constexpr (Evaluation<Array>::possible) {
            auto made = Evaluation<Array>::evaluate(array);
            owner_ = Shared::make<decltype(made)>(std::move(made));
            const auto& kept = owner_.as<decltype(made)>();
            look(kept, kept.data(), extents_of(kept));
        } else if constexpr (requires { array.data(); }) {
            fail(Text() << "a view of shape " << shape_text(extents_of(array))
                        << " does not lie in row order: copy it into an array first, or include "
                           "<inlay/data.hpp>, which does");
        } else {
            static_assert(Evaluation<Array>::possible,
                          "inlay: data needs contiguous data() and size() or shape(); for xtensor "
                          "expressions include <inlay/data.hpp>");
        }
    }

    template <class Array, class Element>
    void look(const Array&, const Element* data, Extents shape) {
        static_assert(std::is_arithmetic_v<Element>, "inlay: data needs elements that are numbers");
        data_ = data;
        shape_ = std::move(shape);
        whole_ = std::is_integral_v<Element>;
        to_float_ = convert<Element, float>;
        to_double_ = convert<Element, double>;
    }

    template <class From, class To>
    static void convert(const void* data, std::size_t first, std::size_t count, To* to) {
        const From* from = static_cast<const From*>(data) + first;
        for (std::size_t k = 0; k < count; ++k) to[k] = static_cast<To>(from[k]);
    }

    const void* data_ = nullptr;
    Extents shape_;
    bool flat_ = false, whole_ = false;
    void (*to_float_)(const void*, std::size_t, std::size_t, float*) = nullptr;
    void (*to_double_)(const void*, std::size_t, std::size_t, double*) = nullptr;
    Shared owner_;
};

}  // namespace inlay::inline INLAY_ABI

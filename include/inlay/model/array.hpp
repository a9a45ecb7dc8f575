// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_ARRAY_HPP
#define INLAY_MODEL_ARRAY_HPP
// One look at all the arrays that users have: vectors, spans, Tensor, xtensor, of any element type.

#include <inlay/host/buffer.hpp>
#include <inlay/host/holder.hpp>
#include <inlay/host/view.hpp>
#include <inlay/model/array_forms.hpp>
#include <inlay/model/tensor.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <type_traits>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI {

/// How expressions become arrays; data.hpp specializes it for xtensor. `evaluate(x)` returns
/// something that ArrayView looks at.
template <class Type>
struct Evaluation {
    static constexpr bool possible = false;
};

/// A std::vector<bool> has no elements to look at.
template <class Allocator>
struct Evaluation<std::vector<bool, Allocator>> {
    static constexpr bool possible = true;

    static std::vector<unsigned char> evaluate(const std::vector<bool, Allocator>& bits) {
        return {bits.begin(), bits.end()};
    }
};

/// A row-major array of numbers that somebody else holds; what was given as a temporary, or had to
/// be copied, it holds itself, and shares with its copies.
class ArrayView {
public:
    /// Nothing.
    ArrayView() = default;

    /// Looks at anything that tells where its numbers lie: a flat range, an array with shape(), a
    /// matrix with rows and columns, whatever its order. What does not lie in the order of rows is
    /// copied.
    template <class Array>
        requires(!std::same_as<std::remove_cvref_t<Array>, ArrayView>)
    ArrayView(Array&& array) {
        using Type = std::remove_cvref_t<Array>;
        if constexpr (std::is_lvalue_reference_v<Array> || !has_memory<Type>) {
            look<Type>(array);
        } else if constexpr (std::is_array_v<Type>) {
            look<Type>(array);
            hold();
        } else if constexpr (std::constructible_from<Type, Array>) {
            Holder held = Holder::make<Type>(std::forward<Array>(array));
            look<Type>(held.as<Type>());
            if (!owner_) owner_ = std::move(held);
        } else {
            look<Type>(array);
        }
    }

    /// The numbers of a list, copied.
    template <array_forms::Numeric Element>
    ArrayView(std::initializer_list<Element> list) {
        look(list);
        hold();
    }

    /// The extents; one for a flat range.
    View<const std::size_t> shape() const { return shape_; }
    /// Whether the array came without a shape: whole examples one behind the other.
    bool flat() const { return flat_; }
    /// Whether the array is one of rows, as a C array of arrays: each row an example, or all of it.
    bool rows() const { return rows_; }
    std::size_t size() const {
        std::size_t product = shape_.size() == 0 ? 0 : 1;
        for (const std::size_t extent : shape()) product *= extent;
        return product;
    }
    bool empty() const { return size() == 0; }

    /// Whether the elements are whole numbers by type.
    bool whole() const { return kind_ != nullptr && kind_->whole; }

    /// Writes elements [first, first + count) as numbers of the type of `to`.
    void read(std::size_t first, std::size_t count, float* to) const {
        if (count != 0) kind_->to_float(data_, first, count, to);
    }
    void read(std::size_t first, std::size_t count, double* to) const {
        if (count != 0) kind_->to_double(data_, first, count, to);
    }

    /// One element as a sentence shows it, in all its digits where it is a whole number.
    Text text(std::size_t number) const { return kind_->text(data_, number); }

private:
    using Extents = array_forms::Extents;
    using Strides = array_forms::Strides;

    /// What is done with elements of a type.
    struct Kind {
        std::size_t bytes;
        bool whole;
        void (*to_float)(const void*, std::size_t, std::size_t, float*);
        void (*to_double)(const void*, std::size_t, std::size_t, double*);
        Text (*text)(const void*, std::size_t);
    };

    template <class From, class To>
    static void convert(const void* data, std::size_t first, std::size_t count, To* to) {
        const From* from = static_cast<const From*>(data) + first;
        for (std::size_t k = 0; k < count; ++k) {
            if constexpr (std::is_class_v<From>)  // half floats
                to[k] = static_cast<To>(static_cast<float>(from[k]));
            else
                to[k] = static_cast<To>(from[k]);
        }
    }

    template <class Element>
    INLAY_COLD static Text text_of(const void* data, std::size_t number) {
        const Element& element = static_cast<const Element*>(data)[number];
        if constexpr (std::is_enum_v<Element>) {
            const auto number_of = static_cast<std::underlying_type_t<Element>>(element);
            return text_of<std::underlying_type_t<Element>>(&number_of, 0);
        } else if constexpr (std::is_signed_v<Element> && std::is_integral_v<Element>) {
            return Text() << std::int64_t{element};
        } else if constexpr (std::is_integral_v<Element>) {
            return Text() << std::uint64_t{element};
        } else {
            double value = 0;
            convert<Element, double>(data, number, 1, &value);
            return Text() << readable(value);
        }
    }

    template <class Element>
    static constexpr Kind kind_of{
        sizeof(Element), std::is_integral_v<Element> || std::is_enum_v<Element>,
        convert<Element, float>, convert<Element, double>, text_of<Element>};

    template <class Array>
    static constexpr bool has_memory =
        array_forms::HasData<Array> || array_forms::Spanned<Array> || array_forms::Indexed<Array>;

    template <class Array>
    void look(const Array& array) {
        if constexpr (array_forms::Shaped<Array>) {
            std::ptrdiff_t offset = 0;
            if constexpr (requires { array.data_offset(); })
                offset = static_cast<std::ptrdiff_t>(array.data_offset());
            Strides strides;
            if constexpr (requires { array.strides(); })
                strides = array_forms::numbers_of<std::ptrdiff_t>(array.strides());
            see(array.data() + offset, array_forms::numbers_of<std::size_t>(array.shape()),
                strides);
        } else if constexpr (array_forms::Spanned<Array> || array_forms::EigenTensor<Array>) {
            look_by_axes(array);
        } else if constexpr (array_forms::Matrix<Array> && !array_forms::Evaluable<Array>) {
            look_at_matrix(array);
        } else if constexpr (
            array_forms::HasData<Array> && requires { std::size(array); } &&
            !requires { array.shape(); }) {
            flat_ = true;
            see(std::data(array), extents_of(std::size(array)));
        } else if constexpr (Evaluation<Array>::possible) {
            look_at_own(Evaluation<Array>::evaluate(array));
        } else if constexpr (array_forms::Evaluable<Array>) {
            look_at_own(array.eval());
        } else {
            static_assert(Evaluation<Array>::possible,
                          "inlay: data needs contiguous data() and size() or shape(); for xtensor "
                          "expressions include <inlay/data.hpp>");
        }
    }

    /// Looks at an array that an expression has become.
    template <class Array>
    void look_at_own(Array&& made) {
        using Type = std::remove_cvref_t<Array>;
        Holder held = Holder::make<Type>(std::forward<Array>(made));
        look<Type>(held.as<Type>());
        if (!owner_) owner_ = std::move(held);
    }

    template <class Array>
    void look_by_axes(const Array& array) {
        const auto rank = static_cast<unsigned short>(array.rank());  // fits every type of index
        Extents extents(rank);
        Strides strides(rank);
        if constexpr (array_forms::Spanned<Array>) {
            for (unsigned short d = 0; d < rank; ++d) {
                extents[d] = static_cast<std::size_t>(array.extent(d));
                strides[d] = static_cast<std::ptrdiff_t>(array.stride(d));
            }
            if constexpr (requires { array.data_handle(); })
                see(array.data_handle(), std::move(extents), strides);
            else
                see(array.data(), std::move(extents), strides);
        } else {
            std::ptrdiff_t stride = 1;
            for (unsigned short k = 0; k < rank; ++k) {
                const auto d = static_cast<unsigned short>(Array::Layout == 0 ? k : rank - 1 - k);
                extents[d] = static_cast<std::size_t>(array.dimension(d));
                strides[d] = stride;
                stride *= static_cast<std::ptrdiff_t>(extents[d]);
            }
            see(array.data(), std::move(extents), strides);
        }
    }

    template <class Array>
    void look_at_matrix(const Array& array) {
        if constexpr (array_forms::Indexed<Array>) {
            const auto rows = array_forms::rows_of(array);
            const auto columns = array_forms::columns_of(array);
            using Element = std::remove_cvref_t<decltype(array(rows, columns))>;
            Extents extents(2);
            extents[0] = static_cast<std::size_t>(rows);
            extents[1] = static_cast<std::size_t>(columns);
            const std::size_t size = extents[0] * extents[1];
            flat_ = array_forms::is_vector<Array>();
            if (flat_) extents = extents_of(size);
            const Element* begin = array_forms::begin_in_row_order(array);
            if (begin == nullptr && size != 0) {
                owner_ = Holder::make<Buffer<Element>>(size);
                Element* to = owner_.as<Buffer<Element>>().data();
                begin = to;
                for (std::remove_const_t<decltype(rows)> row{}; row < rows; ++row)
                    for (std::remove_const_t<decltype(columns)> column{}; column < columns;
                         ++column)
                        *to++ = array(row, column);
            }
            see(begin, std::move(extents));
        } else {
            static_assert(array_forms::Indexed<Array>,
                          "inlay: a matrix needs operator()(row, column) to tell the order of its "
                          "numbers: hand over a flat std::span of them in the order of rows");
        }
    }

    static Extents extents_of(auto size) {
        Extents extents(1);
        extents[0] = static_cast<std::size_t>(size);
        return extents;
    }

    /// Looks at elements with these extents; copies them where they do not lie in row order.
    template <class Element>
    void see(const Element* data, Extents extents, const Strides& strides = {}) {
        if (array_forms::in_row_order(extents, strides)) {
            see_rows<Element>(data, std::move(extents));
        } else {
            owner_ = array_forms::copied(data, sizeof(Element), extents, strides);
            see_rows<Element>(owner_.as<Buffer<unsigned char>>().data(), std::move(extents));
        }
    }

    template <class Element>
    void see_rows(const void* data, Extents extents) {
        using Row = array_forms::Row<Element>;
        if constexpr (Row::is_row) {
            const std::size_t rank = extents.size();
            Extents more = extents.longer(rank + 1);
            more[rank] = Row::length;
            rows_ = rows_ || flat_;
            flat_ = false;
            see_rows<typename Row::Cell>(data, std::move(more));
        } else if constexpr (array_forms::Numeric<Element>) {
            data_ = data;
            shape_ = std::move(extents);
            kind_ = &kind_of<Element>;
            if (data == nullptr && size() != 0)
                fail(Text() << "an array of shape " << shape_text(shape()) << " has no data");
        } else if constexpr (requires(const Element& element) { std::begin(element); }) {
            static_assert(Row::is_row,
                          "inlay: data needs its rows one behind the other: put them into one flat "
                          "std::vector, or into a Tensor");
        } else {
            static_assert(Row::is_row, "inlay: data needs elements that are numbers");
        }
    }

    /// Copies what it looks at, which is about to go.
    INLAY_COLD void hold();

    const void* data_ = nullptr;
    const Kind* kind_ = nullptr;
    Extents shape_;
    bool flat_ = false, rows_ = false;
    Holder owner_;
};

#if INLAY_BODIES

INLAY_BODY void ArrayView::hold() {
    owner_ = array_forms::copied(data_, kind_->bytes, shape_, {});
    data_ = owner_.as<Buffer<unsigned char>>().data();
}

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ArrayView;
}  // namespace inlay

#endif  // INLAY_MODEL_ARRAY_HPP

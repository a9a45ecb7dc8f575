// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_ARRAY_FORMS_HPP
#define INLAY_MODEL_ARRAY_FORMS_HPP
// How the arrays of many libraries tell where their elements lie. They are known by their members,
// so that none of those libraries is included.

#include <inlay/host/buffer.hpp>
#include <inlay/host/holder.hpp>
#include <inlay/host/view.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <type_traits>

namespace inlay::INLAY_ABI::array_forms {

using Extents = Buffer<std::size_t>;
using Strides = Buffer<std::ptrdiff_t>;  // in elements; none: the order of rows

/// Numbers, and what converts to one: enumerators, half floats.
template <class Element>
concept Numeric = requires(const Element& element) { static_cast<float>(element); };

/// Rows that lie one behind the other within an array: float[2][3], std::vector<std::array<...>>.
template <class Element>
struct Row {
    static constexpr bool is_row = false;
};
template <class Element, std::size_t count>
struct Row<Element[count]> {
    static constexpr bool is_row = true;
    static constexpr std::size_t length = count;
    using Cell = Element;
};
template <class Element, std::size_t count>
struct Row<std::array<Element, count>> : Row<Element[count]> {
    static_assert(sizeof(std::array<Element, count>) == sizeof(Element[count]));
};
template <class Element>
struct Row<std::array<Element, 0>> : Row<void> {};

/// The elements one behind the other: data(), or a C array.
template <class Array>
concept HasData =
    requires(const Array& array) { requires std::is_pointer_v<decltype(std::data(array))>; };

/// data() and shape(), perhaps strides() and data_offset(): Tensor, xtensor.
template <class Array>
concept Shaped = HasData<Array> && requires(const Array& array) {
    std::begin(array.shape());
    std::end(array.shape());
};

/// An extent and a stride for each axis: std::mdspan, std::mdarray, Kokkos.
template <class Array>
concept Spanned = requires(const Array& array) {
    array.rank();
    array.extent(std::size_t{});
    array.stride(std::size_t{});
} && (HasData<Array> || requires(const Array& array) { *array.data_handle(); });

/// Eigen::Tensor.
template <class Array>
concept EigenTensor = HasData<Array> && requires(const Array& array) {
    array.rank();
    array.dimension(std::size_t{});
    requires Array::Layout == 0 || Array::Layout == 1;  // the first axis or the last lies close
};

/// How many rows a matrix has; nothing where it does not say.
template <class Array>
auto rows_of(const Array& array) {
    if constexpr (requires { array.rows() + 1; })
        return array.rows();
    else if constexpr (requires { array.n_rows + 1; })
        return array.n_rows;
    else if constexpr (requires { array.rows + 1; })
        return array.rows;
    else if constexpr (requires { array.size1() + 1; })
        return array.size1();
    else if constexpr (requires { array.nr() + 1; })
        return array.nr();
}

/// How many columns a matrix has; nothing where it does not say.
template <class Array>
auto columns_of(const Array& array) {
    if constexpr (requires { array.cols() + 1; })
        return array.cols();
    else if constexpr (requires { array.columns() + 1; })
        return array.columns();
    else if constexpr (requires { array.n_cols + 1; })
        return array.n_cols;
    else if constexpr (requires { array.cols + 1; })
        return array.cols;
    else if constexpr (requires { array.size2() + 1; })
        return array.size2();
    else if constexpr (requires { array.nc() + 1; })
        return array.nc();
}

/// Rows and columns, in an order that only the elements tell: Eigen, Armadillo, Blaze, uBLAS, dlib,
/// cv::Mat_, and most matrices that people write.
template <class Array>
concept Matrix = requires(const Array& array) {
    rows_of(array) + 1;
    columns_of(array) + 1;
};

/// A Matrix that gives the element at a row and a column.
template <class Array>
concept Indexed = requires(const Array& array) {
    { array(rows_of(array), columns_of(array)) } -> Numeric;
};

/// An expression of Eigen or Armadillo, which has no memory before it is evaluated.
template <class Array>
concept Evaluable = !HasData<Array> && !requires(const Array& array) { array.memptr(); } &&
                    requires(const Array& array) {
                        requires !std::same_as<std::remove_cvref_t<decltype(array.eval())>, Array>;
                    };

/// Whether a Matrix is a vector by type.
template <class Array>
constexpr bool is_vector() {
    if constexpr (requires { bool(Array::IsVectorAtCompileTime); })
        return bool(Array::IsVectorAtCompileTime);
    else if constexpr (requires { bool(Array::is_col || Array::is_row); })
        return bool(Array::is_col || Array::is_row);
    else
        return false;
}

/// Where the elements of a Matrix begin if they lie row behind row, else nullptr. It is seen in the
/// addresses of the first elements and of the last.
template <Indexed Array>
const auto* begin_in_row_order(const Array& array) {
    const auto rows = rows_of(array);
    const auto columns = columns_of(array);
    using Element = std::remove_cvref_t<decltype(array(rows, columns))>;
    const Element* begin = nullptr;
    if constexpr (std::is_lvalue_reference_v<decltype(array(rows, columns))>) {
        if (rows == 0 || columns == 0) return begin;
        const auto at = [&](auto row, auto column) {
            return &array(static_cast<decltype(rows)>(row), static_cast<decltype(columns)>(column));
        };
        const auto width = static_cast<std::ptrdiff_t>(columns);
        const auto size = static_cast<std::ptrdiff_t>(rows) * width;
        const Element* const first = at(0, 0);
        if ((columns == 1 || at(0, 1) - first == 1) && (rows == 1 || at(1, 0) - first == width) &&
            at(rows - 1, columns - 1) - first == size - 1)
            begin = first;
    }
    return begin;
}

/// Whether elements with these strides lie one behind the other, the last axis being the closest.
INLAY_COLD bool in_row_order(View<const std::size_t> extents, View<const std::ptrdiff_t> strides);

/// Elements of so many bytes copied into the order of rows, in a Buffer of bytes.
INLAY_COLD Holder copied(const void* data, std::size_t bytes, View<const std::size_t> extents,
                         View<const std::ptrdiff_t> strides);

/// What a range of numbers holds, such as shape() or strides().
template <class Number>
Buffer<Number> numbers_of(const auto& range) {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto number : range) ++count;
    Buffer<Number> numbers(count);
    std::size_t d = 0;
    for (const auto number : range) numbers[d++] = static_cast<Number>(number);
    return numbers;
}

#if INLAY_BODIES

INLAY_BODY bool in_row_order(View<const std::size_t> extents, View<const std::ptrdiff_t> strides) {
    bool in_order = true;
    std::ptrdiff_t expected = 1;
    for (std::size_t d = strides.size(); d-- > 0;) {
        if (extents[d] == 0) return true;
        in_order = in_order && (extents[d] == 1 || strides[d] == expected);
        expected *= static_cast<std::ptrdiff_t>(extents[d]);
    }
    return in_order;
}

INLAY_BODY Holder copied(const void* data, std::size_t bytes, View<const std::size_t> extents,
                         View<const std::ptrdiff_t> strides) {
    std::size_t count = 1;
    for (const std::size_t extent : extents) count *= extent;
    const Holder owner = Holder::make<Buffer<unsigned char>>(count * bytes);
    const auto* const from = static_cast<const unsigned char*>(data);
    unsigned char* const to = owner.as<Buffer<unsigned char>>().data();
    if (strides.empty()) {
        if (count != 0) std::memcpy(to, from, count * bytes);
        return owner;
    }

    Extents place(extents.size());
    std::ptrdiff_t offset = 0;
    for (std::size_t n = 0; n < count; ++n) {
        std::memcpy(to + n * bytes, from + offset * static_cast<std::ptrdiff_t>(bytes), bytes);
        for (std::size_t d = extents.size(); d-- > 0;) {
            offset += strides[d];
            if (++place[d] < extents[d]) break;
            offset -= strides[d] * static_cast<std::ptrdiff_t>(extents[d]);
            place[d] = 0;
        }
    }
    return owner;
}

#endif

}  // namespace inlay::INLAY_ABI::array_forms

#endif  // INLAY_MODEL_ARRAY_FORMS_HPP

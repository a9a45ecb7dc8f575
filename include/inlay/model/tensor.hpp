// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_TENSOR_HPP
#define INLAY_MODEL_TENSOR_HPP
// The library's small hosted array: what predict returns.

#include <inlay/host/error.hpp>
#include <inlay/host/view.hpp>
#include <inlay/shape/shape.hpp>

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI {

/// Extents as a message shows them: (3, 28, 28, 1).
INLAY_COLD Text shape_text(View<const std::size_t> extents);

/// The same of any number of examples, by what stands for it: (n, 28, 28, 1).
INLAY_COLD Text shape_text(std::string_view examples, const Shape& each);

/// A row-major array with a shape, the number of examples first; Tensor alone is of floats.
template <class Element = float>
class Tensor {
    static_assert(!std::is_same_v<Element, bool>,
                  "inlay: a std::vector<bool> has no values for a Tensor: Tensor<std::uint8_t>");

public:
    using value_type = Element;

    Tensor() = default;

    /// Zeros of a shape.
    explicit Tensor(std::vector<std::size_t> shape)
        : shape_(std::move(shape)), values_(product(shape_)) {}

    /// Values under a shape; an Error where their numbers disagree.
    Tensor(std::vector<std::size_t> shape, std::vector<Element> values)
        : shape_(std::move(shape)), values_(std::move(values)) {
        if (product(shape_) != values_.size())
            fail(Text() << "a Tensor of shape " << shape_text(shape_) << " has " << product(shape_)
                        << " values, not " << values_.size());
    }

    /// The extents, examples first.
    const std::vector<std::size_t>& shape() const { return shape_; }
    /// The number of values.
    std::size_t size() const { return values_.size(); }
    /// The number of examples: the first extent.
    std::size_t examples() const { return shape_.empty() ? 0 : shape_[0]; }

    Element* data() { return values_.data(); }
    const Element* data() const { return values_.data(); }
    auto begin() { return values_.begin(); }
    auto begin() const { return values_.begin(); }
    auto end() { return values_.end(); }
    auto end() const { return values_.end(); }

    /// The value at a place in row-major order.
    Element& operator[](std::size_t place) { return values_[place]; }
    const Element& operator[](std::size_t place) const { return values_[place]; }

    /// The value at as many indices as the shape has extents.
    template <class... Indices>
    Element& operator()(Indices... indices) {
        return values_[place_of({static_cast<std::size_t>(indices)...})];
    }
    template <class... Indices>
    const Element& operator()(Indices... indices) const {
        return values_[place_of({static_cast<std::size_t>(indices)...})];
    }

    /// The values of one example; an Error where there is no such example.
    std::span<const Element> example(std::size_t number) const& {
        if (number >= examples())
            fail(Text() << "there is no example " << number << " among " << examples());
        const std::size_t length = size() / examples();
        return {values_.data() + number * length, length};
    }

    /// The same of a temporary, whose values would not outlive it: a copy.
    std::vector<Element> example(std::size_t number) && {
        const std::span<const Element> values = std::as_const(*this).example(number);
        return {values.begin(), values.end()};
    }

    operator std::span<const Element>() const { return values_; }
    operator std::span<Element>() { return values_; }

private:
    static std::size_t product(const std::vector<std::size_t>& shape) {
        std::size_t size = shape.empty() ? 0 : 1;
        for (const std::size_t extent : shape) size *= extent;
        return size;
    }

    std::size_t place_of(std::initializer_list<std::size_t> indices) const {
        if (indices.size() != shape_.size())
            fail(Text() << "a Tensor of shape " << shape_text(shape_) << " takes " << shape_.size()
                        << " indices, not " << indices.size());
        std::size_t place = 0, axis = 0;
        for (const std::size_t index : indices) {
            if (index >= shape_[axis])
                fail(Text() << "index " << index << " of axis " << axis
                            << " lies outside of the shape " << shape_text(shape_));
            place = place * shape_[axis++] + index;
        }
        return place;
    }

    std::vector<std::size_t> shape_;
    std::vector<Element> values_;
};

#if INLAY_BODIES

INLAY_BODY Text shape_text(View<const std::size_t> extents) {
    Text text;
    for (const std::size_t extent : extents) text << (text.view().empty() ? "(" : ", ") << extent;
    return text << (extents.empty() ? "()" : extents.size() == 1 ? ",)" : ")");
}

INLAY_BODY Text shape_text(std::string_view examples, const Shape& each) {
    Text text = Text() << "(" << examples;
    for (int d = 0; d < each.rank(); ++d) text << ", " << each[d];
    return text << ")";
}

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Tensor;
}  // namespace inlay

#endif  // INLAY_MODEL_TENSOR_HPP

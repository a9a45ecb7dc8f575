// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_VIEW_HPP
#define INLAY_HOST_VIEW_HPP
// Elements that lie one behind the other and that somebody else holds, inside of the library.

#include <inlay/config.hpp>

#include <concepts>
#include <cstddef>

namespace inlay::INLAY_ABI {

/// A pointer and a length. For each type of element std::span takes the compiler a fiftieth of a
/// second, most of it for the concepts of its iterators; this takes a quarter of that.
template <class Element>
class View {
public:
    constexpr View() = default;
    constexpr View(Element* data, std::size_t size) : data_(data), size_(size) {}
    template <std::size_t length>
    constexpr View(Element (&array)[length]) : data_(array), size_(length) {}

    /// Looks at anything with data() and size().
    template <class Range>
        requires requires(Range&& range) {
            { range.data() } -> std::convertible_to<Element*>;
            range.size();
        }
    constexpr View(Range&& range) : data_(range.data()), size_(range.size()) {}

    constexpr Element* data() const { return data_; }
    constexpr std::size_t size() const { return size_; }
    constexpr bool empty() const { return size_ == 0; }
    constexpr Element* begin() const { return data_; }
    constexpr Element* end() const { return data_ + size_; }
    constexpr Element& operator[](std::size_t k) const { return data_[k]; }

    /// `count` elements from number `first` on.
    constexpr View part(std::size_t first, std::size_t count) const {
        return {data_ + first, count};
    }
    constexpr View from(std::size_t first) const { return part(first, size_ - first); }

private:
    Element* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_HOST_VIEW_HPP

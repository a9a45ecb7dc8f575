// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_ARRAYS_HPP
#define INLAY_MODEL_ARRAYS_HPP
// One array for each input, or each output, of a network; or as many as somebody gives.

#include <inlay/model/array.hpp>
#include <inlay/program/diagnose.hpp>

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI {

namespace array_forms {

template <class Type>
inline constexpr bool is_tuple = false;
template <class... Elements>
inline constexpr bool is_tuple<std::tuple<Elements...>> = true;

/// How many arrays a type is.
template <class Type>
constexpr std::size_t count_of() {
    if constexpr (is_tuple<Type>)
        return std::tuple_size_v<Type>;
    else
        return 1;
}

/// Why so many arrays are not one for each end of a network.
template <std::size_t Given, std::size_t Count>
struct WrongCount {
    static constexpr Sentence mistake = [] {
        Sentence says;
        if (Given != Count)
            says << "takes " << Count << (Count == 1 ? " array" : " arrays")
                 << " here but was given " << Given
                 << ": one for each input of the network, or for each output, "
                 << "such as std::tie(a, b)";
        return says;
    }();
};

}  // namespace array_forms

/// As many arrays as a network has inputs, or outputs: one alone, or a tuple of them, such as
/// std::tie(images, meta) or std::tuple{...} of temporaries.
template <std::size_t Count>
class Arrays {
public:
    Arrays() = default;

    template <class Given>
        requires(!std::same_as<std::remove_cvref_t<Given>, Arrays>)
    Arrays(Given&& given) {
        using Type = std::remove_cvref_t<Given>;
        constexpr std::size_t count = array_forms::count_of<Type>();
        static_assert(program::without_mistake<array_forms::WrongCount<count, Count>>(),
                      "inlay: so many arrays do not fit");
        if constexpr (array_forms::is_tuple<Type> && count == Count)
            [&]<std::size_t... K>(std::index_sequence<K...>) {
                ((items_[K] = ArrayView(std::get<K>(std::forward<Given>(given)))), ...);
            }(std::make_index_sequence<Count>());
        else if constexpr (count == Count)
            items_[0] = ArrayView(std::forward<Given>(given));
    }

    /// The numbers of a list, copied.
    template <array_forms::Numeric Element>
        requires(Count == 1)
    Arrays(std::initializer_list<Element> list) {
        items_[0] = ArrayView(list);
    }

    static constexpr std::size_t size() { return Count; }
    const ArrayView* data() const { return items_; }
    const ArrayView& operator[](std::size_t k) const { return items_[k]; }

private:
    ArrayView items_[Count];
};

namespace array_forms {

template <class Type>
inline constexpr bool is_arrays = false;
template <std::size_t Count>
inline constexpr bool is_arrays<Arrays<Count>> = true;

}  // namespace array_forms

/// Arrays whose number is known when the program runs: none, one alone, or a tuple of them.
class ArrayList {
public:
    ArrayList() = default;

    template <class Given>
        requires(!std::same_as<std::remove_cvref_t<Given>, ArrayList> &&
                 !array_forms::is_arrays<std::remove_cvref_t<Given>>)
    ArrayList(Given&& given) {
        if constexpr (array_forms::is_tuple<std::remove_cvref_t<Given>>)
            [&]<std::size_t... K>(std::index_sequence<K...>) {
                (items_.push_back(ArrayView(std::get<K>(std::forward<Given>(given)))), ...);
            }(std::make_index_sequence<std::tuple_size_v<std::remove_cvref_t<Given>>>());
        else
            items_.push_back(ArrayView(std::forward<Given>(given)));
    }

    template <std::size_t Count>
    ArrayList(const Arrays<Count>& arrays) : items_(arrays.data(), arrays.data() + Count) {}

    /// The numbers of a list, copied.
    template <array_forms::Numeric Element>
    ArrayList(std::initializer_list<Element> list) {
        items_.push_back(ArrayView(list));
    }

    std::size_t size() const { return items_.size(); }
    const ArrayView* data() const { return items_.data(); }
    const ArrayView& operator[](std::size_t k) const { return items_[k]; }

private:
    std::vector<ArrayView> items_;
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_ARRAYS_HPP

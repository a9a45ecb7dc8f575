// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_OBJECTS_HPP
#define INLAY_TRAIN_OBJECTS_HPP
// Objects of several types beside each other, such as the metrics of an output.

#include <inlay/config.hpp>
#include <inlay/layer/select.hpp>

#include <cstddef>
#include <utility>

namespace inlay::INLAY_ABI {

namespace objects {

template <std::size_t, class Type>
struct Place {
    Type object{};
};

template <class Numbers, class... Types>
struct Places;

template <std::size_t... K, class... Types>
struct Places<std::index_sequence<K...>, Types...> : Place<K, Types>... {};

}  // namespace objects

/// Objects in an order; a type may stand there more than once.
template <class... Types>
class Objects : objects::Places<std::index_sequence_for<Types...>, Types...> {
public:
    constexpr Objects() = default;
    constexpr Objects(Types... each)
        requires(sizeof...(Types) != 0)
        : Objects::Places{{each}...} {}

    /// The object with a number.
    template <std::size_t K>
    constexpr const auto& get() const {
        return static_cast<const objects::Place<K, TypeAt<K, Types...>>&>(*this).object;
    }

    /// Calls body(object) for each of them.
    template <class Body>
    constexpr void for_each([[maybe_unused]] Body&& body) const {
        [&]<std::size_t... K>(std::index_sequence<K...>) {
            (body(static_cast<const objects::Place<K, Types>&>(*this).object), ...);
        }(std::index_sequence_for<Types...>());
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_OBJECTS_HPP

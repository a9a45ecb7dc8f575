// SPDX-License-Identifier: MIT
// Losses of several outputs as values.
#include <inlay/core.hpp>
#include <inlay/train/losses.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <sstream>
#include <string>
#include <type_traits>
#include <utility>

using namespace inlay;

namespace {

/// The names of all losses and what they count.
template <class... Each>
std::string text(const Losses<Each...>& losses) {
    std::ostringstream all;
    [&]<std::size_t... K>(std::index_sequence<K...>) {
        ((all << losses.template get<K>().name << " " << losses.weight(K) << "; "), ...);
    }(std::index_sequence_for<Each...>());
    return all.str();
}

}  // namespace

TEST_CASE("losses keep their order, their fields and their weights") {
    const auto equal = Losses{SparseCategoricalCrossentropy{}, MeanSquaredError{}};
    CHECK(text(equal) == "sparse_categorical_crossentropy 1; mean_squared_error 1; ");
    CHECK(text(equal.weights(1, 0.5)) ==
          "sparse_categorical_crossentropy 1; mean_squared_error 0.5; ");
    CHECK(text(equal.weights(2.5f, -1L)) ==
          "sparse_categorical_crossentropy 2.5; mean_squared_error -1; ");
    CHECK(text(equal) == text(equal.weights(1, 1)));

    // One type twice, with fields of its own.
    const auto binary = Losses{BinaryCrossentropy{.label_smoothing = 0.25}, BinaryCrossentropy{}};
    CHECK(double(binary.get<0>().label_smoothing) == 0.25);
    CHECK(double(binary.get<1>().label_smoothing) == 0);

    constexpr auto one = Losses{MeanSquaredError{}}.weights(3);
    static_assert(std::is_same_v<decltype(one), const Losses<MeanSquaredError>>);
    static_assert(one.count == 1);
    CHECK(text(one) == "mean_squared_error 3; ");
}

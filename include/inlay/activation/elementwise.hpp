// SPDX-License-Identifier: MIT
#ifndef INLAY_ACTIVATION_ELEMENTWISE_HPP
#define INLAY_ACTIVATION_ELEMENTWISE_HPP
// What an activation is: a function of one element and its derivative.

#include <inlay/config.hpp>
#include <inlay/simd/pack.hpp>

#include <concepts>
#include <string_view>

namespace inlay::INLAY_ABI {

/// What a function asks of its arguments; one that asks nothing has no member `need`.
struct Need {
    bool met;
    std::string_view what, example;
};

/// A function applied to every element by itself. `value` maps x to y; `gradient` maps y and the
/// gradient at y to the gradient at x, so that nothing but the output has to be kept. A function
/// whose derivative cannot be told from y says gradient_reads_input and is given x in place of y.
template <class Type>
concept ElementwiseActivation = requires(simd::Pack<float> p) {
    { Type::title } -> std::convertible_to<std::string_view>;
    { Type::value(p) } -> std::same_as<simd::Pack<float>>;
    { Type::gradient(p, p) } -> std::same_as<simd::Pack<float>>;
};

/// A function applied to the innermost axis as a whole, such as Softmax.
template <class Type>
concept RowActivation = requires(const float* x, float* y) {
    { Type::title } -> std::convertible_to<std::string_view>;
    Type::row(x, y, 1u);
    Type::row_gradient(x, x, y, 1u, false);
};

/// Whether the derivative is made from x.
template <class Type>
concept ReadsInput = requires { requires Type::gradient_reads_input; };

/// An option such as ReLU in Dense<10, ReLU>, and a layer of its own.
template <class Type>
concept ActivationFunction = ElementwiseActivation<Type> || RowActivation<Type>;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ActivationFunction;
using INLAY_ABI::ElementwiseActivation;
using INLAY_ABI::RowActivation;
}  // namespace inlay

#endif  // INLAY_ACTIVATION_ELEMENTWISE_HPP

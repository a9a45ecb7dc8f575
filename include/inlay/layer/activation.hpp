// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_ACTIVATION_HPP
#define INLAY_LAYER_ACTIVATION_HPP
// Activations as layers: every activation function is also a layer of its own.

#include <inlay/activation/elementwise.hpp>
#include <inlay/kernel/map.hpp>
#include <inlay/layer/layer.hpp>

namespace inlay::INLAY_ABI {

/// An activation as a layer under Keras's name for it: Activation<ReLU> is ReLU, named activation.
template <class Function>
struct Activation : Function {
    static constexpr std::string_view title = "Activation", name = "activation";
};

/// What runs where an activation function stands as a layer, or as another layer's option.
template <class Function>
struct ActivationLayer : LayerDefaults {
    static constexpr std::string_view title = Function::title, name = Function::name;
    static constexpr Role role = ElementwiseActivation<Function> ? Role::elementwise : Role::other;
    static constexpr bool backward_reads_output = true;
    using Applied = Function;

    static constexpr Shape output(const Shape& in, Complaint&) { return in; }

    /// y = f(x)
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        if constexpr (ElementwiseActivation<Function>) {
            kernel::map<binding.in, binding.out, false>(
                pass.x, pass.y, pass.count,
                [](auto x) INLAY_INLINE_LAMBDA { return Function::value(x); });
        } else {
            kernel::for_each_row<binding.in, binding.out>(
                pass.count, [&](std::size_t from, std::size_t to) {
                    Function::row(pass.x + from, pass.y + to, binding.in.channels());
                });
        }
    }

    /// dx = dy f'(x), from y alone
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        if constexpr (ElementwiseActivation<Function>) {
            kernel::map_gradient<binding.in, binding.out, binding.accumulate>(
                pass.y, pass.dy, pass.dx, pass.count,
                [](auto y, auto dy) INLAY_INLINE_LAMBDA { return Function::gradient(y, dy); });
        } else {
            kernel::for_each_row<binding.in, binding.out>(
                pass.count, [&](std::size_t to, std::size_t from) {
                    Function::row_gradient(pass.y + from, pass.dy + from, pass.dx + to,
                                           binding.in.channels(), binding.accumulate);
                });
        }
    }
};

/// The layer that a type in a network stands for.
template <class Type>
struct LayerFor {
    using type = Type;
};

template <ActivationFunction Type>
struct LayerFor<Type> {
    using type = ActivationLayer<Type>;
};

template <class Type>
using LayerOf = typename LayerFor<Type>::type;

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Activation;
}  // namespace inlay

#endif  // INLAY_LAYER_ACTIVATION_HPP

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
    static constexpr bool backward_reads_input = ReadsInput<Function>;
    static constexpr bool backward_reads_output = !backward_reads_input;
    using Applied = Function;

    static constexpr Masks masks = Masks::pass;

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        if constexpr (requires { Function::need; }) {
            if (!Function::need.met) {
                complaint.needs << "needs " << Function::need.what;
                complaint.remedy << "write it like " << Function::need.example;
            }
        }
        return in;
    }

    /// y = f(x)
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        if constexpr (ElementwiseActivation<Function>) {
            kernel::map<Function, binding.in, binding.out>(pass.x, pass.y, pass.count);
        } else {
            kernel::for_each_row<binding.in, binding.out>(
                pass.count, [&](std::size_t from, std::size_t to) {
                    Function::row(pass.x + from, pass.y + to, binding.in.channels());
                });
        }
    }

    /// dx = dy f'(x), from y, or from x where the function says so
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        if constexpr (ElementwiseActivation<Function>) {
            constexpr Map read = backward_reads_input ? binding.in : binding.out;
            kernel::map_gradient<Function, read, binding.out, binding.in, binding.accumulate>(
                backward_reads_input ? pass.x : pass.y, pass.dy, pass.dx, pass.count);
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

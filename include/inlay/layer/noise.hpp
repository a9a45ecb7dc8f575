// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_NOISE_HPP
#define INLAY_LAYER_NOISE_HPP
// Layers that change their elements at random in training, and do nothing outside of it.

#include <inlay/kernel/noise.hpp>
#include <inlay/layer/copying.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// What such a layer has in common with others. The layer itself states what it draws, `draw`, and
/// for whom, `drawer`; whether a change has `terms`, and whether nothing else, `adds_only`; and
/// `noise`, a function, since there are no constant square roots.
template <class Layer>
struct Noisy : Copying {
    static constexpr Role role = Role::training_only;
    static constexpr Masks masks = Masks::pass;

    /// y[k] = factor(k) x[k] + term(k), random numbers of (seed, step, layer, example, k)
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::change<Layer::draw, Layer::drawer, Layer::terms, binding.in, binding.out, false>(
            pass.x, pass.y, pass.count, Layer::noise(), key(pass.moment, binding));
    }

    /// dx[k] (+)= factor(k) dy[k]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        if constexpr (requires { requires Layer::adds_only; })
            Copying::backward<binding>(pass);
        else
            kernel::change<Layer::draw, Layer::drawer, false, binding.out, binding.in,
                           binding.accumulate>(pass.dy, pass.dx, pass.count, Layer::noise(),
                                               key(pass.moment, binding));
    }

private:
    static constexpr kernel::NoiseKey key(const Moment& moment, const Binding& binding) {
        return {moment.seed, moment.step, binding.layer, moment.first};
    }
};

/// Complains of what is no share of elements to drop; `example` is a layer with one.
constexpr void need_rate(double rate, std::string_view example, Complaint& complaint) {
    if (rate >= 0 && rate < 1) return;
    complaint.needs << "needs a rate from 0 to below 1, the share of elements to drop";
    complaint.remedy << "write a share such as " << example;
}

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_NOISE_HPP

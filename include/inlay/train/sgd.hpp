// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_SGD_HPP
#define INLAY_TRAIN_SGD_HPP

#include <inlay/simd/pack.hpp>
#include <inlay/train/descend.hpp>
#include <inlay/train/optimizer.hpp>
#include <inlay/train/rate.hpp>

#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Stochastic gradient descent: w -= rate g, or with momentum v = momentum v - rate g, w += v, or
/// with Nesterov's look-ahead w += momentum v - rate g. Without momentum it keeps nothing.
struct SGD {
    static constexpr std::string_view name = "sgd";
    static constexpr int moments = 1;
    static constexpr std::string_view moment_names[] = {"momentum"};

    static constexpr bool common_fields = true;

    /// Calls visit(name, field) for every field of its own, for checkpoints.
    static void fields(auto& self, auto&& visit) {
        visit("learning_rate", self.learning_rate);
        visit("momentum", self.momentum);
        visit("nesterov", self.nesterov);
    }

    constexpr int moments_in_use() const { return momentum == 0 ? 0 : 1; }

    Rate learning_rate = 0.01L;
    Real momentum = 0.0;
    bool nesterov = false;

    Real weight_decay = 0.0, clipnorm = 0.0, clipvalue = 0.0, global_clipnorm = 0.0;
    bool use_ema = false;
    Real ema_momentum = 0.99L;
    Real ema_overwrite_frequency = 0, gradient_accumulation_steps = 0;

    /// `step` counts from 0.
    template <class Scalar>
    void update(const Stretch<Scalar>& s, std::uint64_t step) const {
        const auto down = lanes_of<Scalar>(-learning_rate.at(step));
        const auto keep = lanes_of<Scalar>(momentum);
        descend<1>(s, [&](auto& w, auto g, auto* m) INLAY_INLINE_LAMBDA {
            if (momentum == 0) {
                w = simd::fma(down, g, w);
            } else {
                m[0] = simd::fma(down, g, simd::mul(keep, m[0]));
                w = simd::add(w, nesterov ? simd::fma(down, g, simd::mul(keep, m[0])) : m[0]);
            }
        });
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::SGD;
}  // namespace inlay

#endif  // INLAY_TRAIN_SGD_HPP

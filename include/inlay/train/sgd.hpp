// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_SGD_HPP
#define INLAY_TRAIN_SGD_HPP

#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>
#include <inlay/train/optimizer.hpp>
#include <inlay/train/rate.hpp>

#include <cstddef>
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
        const auto descend = simd::broadcast(-static_cast<Scalar>(learning_rate.at(step)));
        const auto keep = simd::broadcast(static_cast<Scalar>(momentum));
        simd::for_each_pack<Scalar>(s.count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
            const auto g = simd::load_some(s.gradient + k, lanes);
            auto w = simd::load_some(s.weights + k, lanes);
            if (momentum == 0) {
                w = simd::fma(descend, g, w);
            } else {
                auto v = simd::load_some(s.moments[0] + k, lanes);
                v = simd::fma(descend, g, simd::mul(keep, v));
                simd::store_some(s.moments[0] + k, v, lanes);
                w = nesterov ? simd::add(w, simd::fma(descend, g, simd::mul(keep, v)))
                             : simd::add(w, v);
            }
            simd::store_some(s.weights + k, w, lanes);
        });
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::SGD;
}  // namespace inlay

#endif  // INLAY_TRAIN_SGD_HPP

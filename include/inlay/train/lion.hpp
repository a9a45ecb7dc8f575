// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_LION_HPP
#define INLAY_TRAIN_LION_HPP

#include <inlay/simd/pack.hpp>
#include <inlay/train/descend.hpp>
#include <inlay/train/optimizer.hpp>
#include <inlay/train/rate.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Lion (Chen et al. 2023, as Keras has it): steps of one size, by signs alone:
///
///     w -= rate sign(beta_1 m + (1 - beta_1) g)      m += (g - m) (1 - beta_2)
struct Lion {
    static constexpr std::string_view name = "lion";
    static constexpr int moments = 1;
    static constexpr std::string_view moment_names[] = {"momentum"};

    static constexpr bool common_fields = true;

    /// Calls visit(name, field) for every field of its own, for checkpoints.
    static void fields(auto& self, auto&& visit) {
        visit("learning_rate", self.learning_rate);
        visit("beta_1", self.beta_1);
        visit("beta_2", self.beta_2);
    }

    Rate learning_rate = 0.001L;
    Real beta_1 = 0.9L;
    Real beta_2 = 0.99L;

    Real weight_decay = 0.0, clipnorm = 0.0, clipvalue = 0.0, global_clipnorm = 0.0;
    bool use_ema = false;
    Real ema_momentum = 0.99L;
    Real ema_overwrite_frequency = 0, gradient_accumulation_steps = 0;

    /// `step` counts from 0.
    template <class Scalar>
    void update(const Stretch<Scalar>& s, std::uint64_t step) const {
        const auto rate = lanes_of<Scalar>(learning_rate.at(step)), none = simd::zero<Scalar>();
        const auto keep = lanes_of<Scalar>(beta_1), take = lanes_of<Scalar>(1 - beta_1);
        const auto part = lanes_of<Scalar>(1 - beta_2);
        descend<1>(s, [&](auto& w, auto g, auto* m) INLAY_INLINE_LAMBDA {
            const auto to = simd::fma(m[0], keep, simd::mul(g, take));
            const auto down = simd::select(simd::less(none, to), rate, none);
            const auto up = simd::select(simd::less(to, none), rate, none);
            w = simd::add(simd::sub(w, down), up);
            m[0] = averaged(m[0], g, part);
        });
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Lion;
}  // namespace inlay

#endif  // INLAY_TRAIN_LION_HPP

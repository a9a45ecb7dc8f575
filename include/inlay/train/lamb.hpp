// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_LAMB_HPP
#define INLAY_TRAIN_LAMB_HPP

#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>
#include <inlay/train/adam.hpp>
#include <inlay/train/optimizer.hpp>
#include <inlay/train/power.hpp>
#include <inlay/train/rate.hpp>
#include <inlay/train/whole.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Adam whose step on each tensor is as long as the tensor (You et al. 2020, as Keras has it):
///
///     m += (g - m) (1 - beta_1)      v += (g g - v) (1 - beta_2)
///     u = m / (1 - beta_1^t) / (sqrt(v / (1 - beta_2^t)) + epsilon)
///     w -= rate |w| / |u| u          without |w| / |u| where either norm is 0
struct Lamb {
    static constexpr std::string_view name = "lamb";
    static constexpr int moments = 2;
    static constexpr std::string_view moment_names[] = {"m", "v"};
    static constexpr bool whole_tensors = true;

    static constexpr bool common_fields = true;

    /// Calls visit(name, field) for every field of its own, for checkpoints.
    static void fields(auto& self, auto&& visit) {
        visit("learning_rate", self.learning_rate);
        visit("beta_1", self.beta_1);
        visit("beta_2", self.beta_2);
        visit("epsilon", self.epsilon);
    }

    Rate learning_rate = 0.001L;
    Real beta_1 = 0.9L;
    Real beta_2 = 0.999L;
    Real epsilon = 1e-7L;

    Real weight_decay = 0.0, clipnorm = 0.0, clipvalue = 0.0, global_clipnorm = 0.0;
    bool use_ema = false;
    Real ema_momentum = 0.99L;
    Real ema_overwrite_frequency = 0, gradient_accumulation_steps = 0;

    /// The rate of a step, and what corrects the bias of young moments.
    struct Pace {
        double rate, young_1, young_2;
    };

    /// `step` counts from 0.
    Pace pace(std::uint64_t step) const {
        return {learning_rate.at(step), 1 - power(beta_1, step + 1), 1 - power(beta_2, step + 1)};
    }

    template <class Scalar, class Runner>
    void update(const Stretch<Scalar>& s, Pace pace, Runner& runner) const {
        const Parts parts(s.count);
        struct Squares {
            double weights = 0, directions = 0;
        } squares[Parts::most];
        runner.parallel(parts.number(), [&](std::size_t part, std::size_t) {
            parts.for_each_block(part, [&](std::size_t first, std::size_t count) {
                Scalar u[Parts::block];
                move_moments(s, first, count);
                directions(s, pace, first, count,
                           [&](std::size_t k, auto direction, int lanes)
                               INLAY_INLINE_LAMBDA { simd::store_some(u + k, direction, lanes); });
                squares[part].weights += squares_of_block(s.weights + first, count);
                squares[part].directions += squares_of_block(u, count);
            });
        });
        Squares all;
        for (std::size_t part = 0; part < parts.number(); ++part) {
            all.weights += squares[part].weights;
            all.directions += squares[part].directions;
        }
        const double ratio =
            all.weights > 0 && all.directions > 0
                ? simd::registers::root(all.weights) / simd::registers::root(all.directions)
                : 1;
        const auto descend = simd::broadcast(-static_cast<Scalar>(simd::mul(pace.rate, ratio)));
        runner.parallel(parts.number(), [&](std::size_t part, std::size_t) {
            parts.for_each_block(part, [&](std::size_t first, std::size_t count) {
                directions(s, pace, first, count,
                           [&](std::size_t k, auto direction, int lanes) INLAY_INLINE_LAMBDA {
                               Scalar* const to = s.weights + first + k;
                               const auto w = simd::load_some(to, lanes);
                               simd::store_some(to, simd::fma(descend, direction, w), lanes);
                           });
            });
        });
    }

private:
    template <class Scalar>
    void move_moments(const Stretch<Scalar>& s, std::size_t first, std::size_t count) const {
        const adam::Averages<Scalar> averages(beta_1, beta_2);
        simd::for_each_pack<Scalar>(count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
            Scalar *const at_m = s.moments[0] + first + k, *const at_v = s.moments[1] + first + k;
            simd::Pack<Scalar> m[]{simd::load_some(at_m, lanes), simd::load_some(at_v, lanes)};
            averages.move(simd::load_some(s.gradient + first + k, lanes), m);
            simd::store_some(at_m, m[0], lanes);
            simd::store_some(at_v, m[1], lanes);
        });
    }

    /// Gives u pack by pack: the same bits each time, so that nothing keeps it.
    template <class Scalar, class Take>
    INLAY_INLINE void directions(const Stretch<Scalar>& s, const Pace& pace, std::size_t first,
                                 std::size_t count, Take&& take) const {
        const auto young_1 = simd::broadcast(static_cast<Scalar>(pace.young_1));
        const auto young_2 = simd::broadcast(static_cast<Scalar>(pace.young_2));
        const auto floor = simd::broadcast(static_cast<Scalar>(epsilon));
        simd::for_each_pack<Scalar>(count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
            const auto m = simd::load_some(s.moments[0] + first + k, lanes);
            const auto v = simd::load_some(s.moments[1] + first + k, lanes);
            const auto size = simd::add(simd::square_root(simd::div(v, young_2)), floor);
            take(k, simd::div(simd::div(m, young_1), size), lanes);
        });
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Lamb;
}  // namespace inlay

#endif  // INLAY_TRAIN_LAMB_HPP

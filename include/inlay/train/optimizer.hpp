// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_OPTIMIZER_HPP
#define INLAY_TRAIN_OPTIMIZER_HPP
// Optimizers: short functions on a stretch of weights, their gradients and their moments. They know
// no layer. What they have in common is the concept at the end.

#include <inlay/simd/loop.hpp>
#include <inlay/simd/pack.hpp>
#include <inlay/text/missing.hpp>
#include <inlay/train/rate.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// A stretch of `count` weights with everything that belongs to them.
template <class Scalar>
struct Stretch {
    Scalar* weights;
    const Scalar* gradient;
    Scalar* moments[2];
    std::size_t count;
};

/// Stochastic gradient descent: w -= rate g, or with momentum v = momentum v - rate g, w += v, or
/// with Nesterov's look-ahead w += momentum v - rate g.
struct SGD {
    static constexpr std::string_view name = "sgd";
    static constexpr int moments = 1;

    /// Calls visit(name, field) for every field: what a checkpoint holds of the optimizer.
    static void fields(auto& self, auto&& visit) {
        visit("learning_rate", self.learning_rate);
        visit("momentum", self.momentum);
        visit("nesterov", self.nesterov);
    }

    /// How many of the moments are in use.
    int moments_in_use() const { return momentum == 0 ? 0 : 1; }

    static constexpr std::string_view moment_names[] = {"momentum"};

    Rate learning_rate = 0.01L;
    Real momentum = 0.0;
    bool nesterov = false;

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

/// Adam (Kingma, Ba 2015, section 2's epsilon-hat, as Keras has it):
///
///     m += (g - m) (1 - beta_1)      v += (g g - v) (1 - beta_2)
///     w -= rate sqrt(1 - beta_2^t) / (1 - beta_1^t) m / (sqrt(v) + epsilon)
struct Adam {
    static constexpr std::string_view name = "adam";
    static constexpr int moments = 2;

    /// Calls visit(name, field) for every field: what a checkpoint holds of the optimizer.
    static void fields(auto& self, auto&& visit) {
        visit("learning_rate", self.learning_rate);
        visit("beta_1", self.beta_1);
        visit("beta_2", self.beta_2);
        visit("epsilon", self.epsilon);
    }

    static constexpr std::string_view moment_names[] = {"m", "v"};

    Rate learning_rate = 0.001L;
    Real beta_1 = 0.9L;
    Real beta_2 = 0.999L;
    Real epsilon = 1e-7L;

    /// `step` counts from 0.
    template <class Scalar>
    void update(const Stretch<Scalar>& s, std::uint64_t step) const {
        const double alpha = learning_rate.at(step) *
                             simd::registers::root(1 - power(beta_2, step + 1)) /
                             (1 - power(beta_1, step + 1));
        const auto descend = simd::broadcast(-static_cast<Scalar>(alpha));
        const auto take_1 = simd::broadcast(static_cast<Scalar>(1 - beta_1));
        const auto take_2 = simd::broadcast(static_cast<Scalar>(1 - beta_2));
        const auto floor = simd::broadcast(static_cast<Scalar>(epsilon));
        simd::for_each_pack<Scalar>(s.count, [&](std::size_t k, int lanes) INLAY_INLINE_LAMBDA {
            const auto g = simd::load_some(s.gradient + k, lanes);
            auto m = simd::load_some(s.moments[0] + k, lanes);
            auto v = simd::load_some(s.moments[1] + k, lanes);
            m = simd::fma(simd::sub(g, m), take_1, m);
            v = simd::fma(simd::sub(simd::mul(g, g), v), take_2, v);
            simd::store_some(s.moments[0] + k, m, lanes);
            simd::store_some(s.moments[1] + k, v, lanes);
            const auto size = simd::add(simd::square_root(v), floor);
            const auto w = simd::load_some(s.weights + k, lanes);
            simd::store_some(s.weights + k, simd::fma(descend, simd::div(m, size), w), lanes);
        });
    }

private:
    /// x^n by squaring: the same bits everywhere, unlike pow.
    static double power(double x, std::uint64_t n) {
        double result = 1;
        for (; n != 0; n /= 2, x = simd::mul(x, x))
            if (n % 2 != 0) result = simd::mul(result, x);
        return result;
    }
};

/// What a type lacks to be an optimizer of networks of Scalar: a list of names, empty for one.
template <class Type, class Scalar>
constexpr Sentence missing_of_optimizer() {
    Missing missing;
    missing.needs(requires { std::string_view(Type::name); }, "name");
    missing.needs(
        requires { requires Type::moments >= 0 && Type::moments <= 2; }, "moments (0, 1 or 2)");
    if constexpr (requires { requires Type::moments > 0; })
        missing.needs(
            requires { std::string_view(Type::moment_names[Type::moments - 1]); },
            "a name in moment_names for each");
    missing.needs(
        requires(const Type& optimizer, const Stretch<Scalar>& stretch) {
            optimizer.update(stretch, std::uint64_t{});
        }, "a const update");
    return missing.list;
}

/// What compile() takes as an optimizer: `update(stretch, step)` moves a stretch of weights by
/// their gradient, `step` counting from 0, and may keep `moments` numbers for each, zeros at first;
/// `name` and `moment_names` are for checkpoints. It may offer its `fields`, without which those
/// cannot keep them, and how many `moments_in_use` it has, where that depends on them.
template <class Type, class Scalar = float>
concept Optimizer = missing_of_optimizer<Type, Scalar>().empty();

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Adam;
using INLAY_ABI::SGD;
using INLAY_ABI::Stretch;
}  // namespace inlay

#endif  // INLAY_TRAIN_OPTIMIZER_HPP

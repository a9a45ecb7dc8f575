// SPDX-License-Identifier: MIT
#ifndef INLAY_NETWORK_DERIVE_HPP
#define INLAY_NETWORK_DERIVE_HPP
// What a program derives from weights and state before it runs, in either mode: numbers that layers
// prepare, weights with a normalization folded in, weights in a layout of a pass's own.

#include <inlay/kernel/fold.hpp>
#include <inlay/network/binding.hpp>
#include <inlay/program/each.hpp>
#include <inlay/simd/loop.hpp>

#include <array>
#include <cstddef>
#include <utility>

namespace inlay::INLAY_ABI::execution {

/// The blocks that weights lie in.
template <class Scalar>
struct Blocks {
    const Scalar* weights;
    const Scalar* state;
    Scalar* derived;

    INLAY_INLINE const Scalar* in(program::Home home) const {
        using program::Home;
        return home == Home::derived ? derived : home == Home::state ? state : weights;
    }
};

/// What a layer on `in` prepares, or folds into the kernel of the step before it: places of its
/// numbers, and of those.
struct Preparation {
    Shape in;
    std::size_t weights = 0, state = 0, to = 0;
    std::size_t kernel = 0, kernel_count = 0;
    program::Home home{}, kernel_home{};
    bool bias = false;  ///< stands behind the kernel
};

template <class Layer, class Scalar>
void prepare(const Preparation& p, const Blocks<Scalar>& blocks) {
    Layer::prepare(p.in, blocks.in(p.home) + p.weights, blocks.state + p.state,
                   blocks.derived + p.to);
}

template <class Layer, class Scalar>
void fold(const Preparation& p, const Blocks<Scalar>& blocks) {
    const Scalar* const weights = blocks.in(p.home) + p.weights;
    const Scalar* const state = blocks.state + p.state;
    const Scalar* const kernel = blocks.in(p.kernel_home) + p.kernel;
    const std::size_t channels = p.in.last();
    kernel::fold(kernel, p.bias ? kernel + p.kernel_count : nullptr, blocks.derived + p.to,
                 p.kernel_count / channels, channels,
                 [&](std::size_t c, int lanes) INLAY_INLINE_LAMBDA {
                     return Layer::affine(weights, state, channels, c, lanes);
                 });
}

/// The weights of a step, seen as those of a layer on `in`, in another layout.
struct Copy {
    Shape in;
    std::size_t from = 0, to = 0;
    program::Home home{};
};

template <class Layer, Algorithm algorithm, bool backward, class Scalar>
void copy(const Copy& c, const Blocks<Scalar>& blocks) {
    const Scalar* const weights = blocks.in(c.home) + c.from;
    if constexpr (backward)
        Layer::template copy_for_backward<algorithm>(c.in, weights, blocks.derived + c.to);
    else
        Layer::template copy_for_forward<algorithm>(c.in, weights, blocks.derived + c.to);
}

/// One entry of a table of either.
template <class Scalar, class What>
struct Derivation {
    void (*run)(const What&, const Blocks<Scalar>&) = nullptr;
    What what;
};

/// What step S prepares.
template <class Scalar, class Spec, const auto& program, int S>
consteval Derivation<Scalar, Preparation> prepared_by() {
    constexpr auto& step = program.steps[S];
    constexpr auto& own = step.folded ? program.steps[step.folded_step] : step;
    using Layer = wiring::LayerAt<Spec, own.ref>;
    Preparation p{.in = program.values[program.reads[own.first_read].value].shape,
                  .weights = own.weights,
                  .state = own.state,
                  .to = step.prepared.begin,
                  .home = own.home()};
    if constexpr (step.folded) {
        p.kernel = step.weights;
        p.kernel_count = step.prepared.count - p.in.last();
        p.kernel_home = step.frozen ? program::Home::state : program::Home::weights;
        p.bias = step.weight_count > p.kernel_count;
        return {fold<Layer, Scalar>, p};
    } else {
        return {prepare<Layer, Scalar>, p};
    }
}

/// The copy of step S.
template <class Scalar, class Spec, const auto& program, bool backward, int S>
consteval Derivation<Scalar, Copy> copied_by() {
    constexpr auto& step = program.steps[S];
    return {copy<wiring::LayerAt<Spec, step.ref>, step.algorithm, backward, Scalar>,
            {.in = program.values[program.reads[step.first_read].value].shape,
             .from = step.home_begin(),
             .to = (backward ? step.backward_copy : step.forward_copy).begin,
             .home = step.home()}};
}

template <class Scalar, class Spec, const auto& program>
inline constexpr auto preparations_of = []<std::size_t... K>(std::index_sequence<K...>) {
    constexpr auto& numbers = program::numbers_of<program, program::Prepared>;
    return std::array<Derivation<Scalar, Preparation>, numbers.size()>{
        prepared_by<Scalar, Spec, program, numbers[K]>()...};
}(std::make_index_sequence<program::numbers_of<program, program::Prepared>.size()>());

template <class Scalar, class Spec, const auto& program, bool backward>
inline constexpr auto copies_of = []<std::size_t... K>(std::index_sequence<K...>) {
    constexpr auto& numbers = program::numbers_of<program, program::Copied<backward>>;
    return std::array<Derivation<Scalar, Copy>, numbers.size()>{
        copied_by<Scalar, Spec, program, backward, numbers[K]>()...};
}(std::make_index_sequence<program::numbers_of<program, program::Copied<backward>>.size()>());

template <class Scalar, class What>
void run_derivations(const Derivation<Scalar, What>* all, std::size_t count,
                     const Blocks<Scalar>& blocks) {
    for (; count != 0; --count, ++all) all->run(all->what, blocks);
}

/// Runs a table: the compiler walks those of small programs.
template <const auto& all, bool unrolled, class Scalar>
INLAY_INLINE void run_all(const Blocks<Scalar>& blocks) {
    if constexpr (unrolled)
        simd::unroll<static_cast<int>(all.size())>([&](auto k) INLAY_INLINE_LAMBDA {
            constexpr auto& one = all[static_cast<std::size_t>(decltype(k)::value)];
            constexpr auto run = one.run;
            run(one.what, blocks);
        });
    else
        run_derivations(all.data(), all.size(), blocks);
}

/// Derives all that a program reads. Copies are made last: some are those of folded weights.
template <class Spec, const auto& program, bool unrolled, class Scalar>
INLAY_INLINE void derive(const Blocks<Scalar>& blocks) {
    run_all<preparations_of<Scalar, Spec, program>, unrolled>(blocks);
    run_all<copies_of<Scalar, Spec, program, false>, unrolled>(blocks);
    run_all<copies_of<Scalar, Spec, program, true>, unrolled>(blocks);
}

}  // namespace inlay::INLAY_ABI::execution

#endif  // INLAY_NETWORK_DERIVE_HPP

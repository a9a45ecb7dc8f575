// SPDX-License-Identifier: MIT
#ifndef INLAY_NETWORK_NORMALIZATION_HPP
#define INLAY_NETWORK_NORMALIZATION_HPP
// What inference derives from its normalizations: the weights before one with it folded in, or its
// mean, scale and shift.

#include <inlay/kernel/fold.hpp>
#include <inlay/network/binding.hpp>
#include <inlay/program/each.hpp>
#include <inlay/simd/loop.hpp>

#include <array>
#include <cstddef>
#include <utility>

namespace inlay::INLAY_ABI::execution {

/// Where the numbers of one normalization lie, and those of the kernel before it.
struct Normalization {
    std::size_t weights = 0, state = 0, channels = 0;
    std::size_t kernel = 0, kernel_count = 0;
    bool bias = false;                           ///< stands behind the kernel
    bool frozen = false, frozen_kernel = false;  ///< those weights lie in the block of state
    std::size_t to = 0;
};

template <class Scalar>
using Prepare = void (*)(const Normalization&, const Scalar* weights, const Scalar* state,
                         Scalar* derived);

template <class Norm, bool folds, class Scalar>
void prepare(const Normalization& from, const Scalar* weights, const Scalar* state,
             Scalar* derived) {
    const auto affine = [&](std::size_t c, int lanes) {
        return Norm::affine((from.frozen ? state : weights) + from.weights, state + from.state,
                            from.channels, c, lanes);
    };
    Scalar* const to = derived + from.to;
    if constexpr (folds) {
        const Scalar* const kernel = (from.frozen_kernel ? state : weights) + from.kernel;
        kernel::fold(kernel, from.bias ? kernel + from.kernel_count : nullptr, to,
                     from.kernel_count / from.channels, from.channels, affine);
    } else {
        kernel::store_affine(to, from.channels, affine);
    }
}

template <class Scalar>
struct Preparation {
    Prepare<Scalar> run = nullptr;
    Normalization from;
};

/// What step S derives from a normalization.
template <class Scalar, class Spec, const auto& program, int S>
consteval Preparation<Scalar> preparation_of() {
    constexpr auto& step = program.steps[S];
    constexpr bool folds = static_cast<bool>(step.folded);
    constexpr std::size_t channels = program.values[step.output].shape.last();
    constexpr std::size_t kernel_count = folds ? step.prepared.count - channels : 0;
    using Norm = wiring::LayerAt<Spec, folds ? step.folded : step.ref>;
    return {prepare<Norm, folds, Scalar>,
            {.weights = folds ? step.folded_weights : step.weights,
             .state = folds ? step.folded_state : step.state,
             .channels = channels,
             .kernel = step.weights,
             .kernel_count = kernel_count,
             .bias = step.weight_count > kernel_count,
             .frozen = folds ? step.folded_frozen : step.frozen,
             .frozen_kernel = step.frozen,
             .to = step.prepared.begin}};
}

template <class Scalar, class Spec, const auto& program>
inline constexpr auto preparations_of = []<std::size_t... K>(std::index_sequence<K...>) {
    constexpr auto& numbers = program::numbers_of<program, program::Prepared>;
    return std::array<Preparation<Scalar>, numbers.size()>{
        preparation_of<Scalar, Spec, program, numbers[K]>()...};
}(std::make_index_sequence<program::numbers_of<program, program::Prepared>.size()>());

/// Derives from all normalizations of a program.
template <class Spec, const auto& program, bool unrolled, class Scalar>
INLAY_INLINE void prepare_normalizations(const Scalar* weights, const Scalar* state,
                                         Scalar* derived) {
    constexpr auto& all = preparations_of<Scalar, Spec, program>;
    if constexpr (unrolled)
        simd::unroll<static_cast<int>(all.size())>([&](auto k) INLAY_INLINE_LAMBDA {
            constexpr auto& one = all[static_cast<std::size_t>(decltype(k)::value)];
            constexpr auto run = one.run;
            run(one.from, weights, state, derived);
        });
    else
        for (const Preparation<Scalar>& one : all) one.run(one.from, weights, state, derived);
}

}  // namespace inlay::INLAY_ABI::execution

#endif  // INLAY_NETWORK_NORMALIZATION_HPP

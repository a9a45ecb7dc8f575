// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_EACH_HPP
#define INLAY_PROGRAM_EACH_HPP
// Calls for the steps of a program, one after another.

#include <inlay/program/program.hpp>
#include <inlay/simd/loop.hpp>

#include <array>
#include <cstddef>
#include <type_traits>

namespace inlay::INLAY_ABI::program {

// Which steps are meant. Types of their own, since their names enter symbols.

struct Left {
    constexpr bool operator()(const Step& step) const { return !step.removed; }
};

/// Those with anything derived from their weights.
struct Deriving {
    constexpr bool operator()(const Step& step) const {
        return !step.removed && (step.prepared.count != 0 || step.forward_copy.count != 0 ||
                                 step.backward_copy.count != 0);
    }
};

/// The numbers of the steps that Which accepts, in order.
template <const auto& program, class Which>
inline constexpr auto numbers_of = [] {
    constexpr std::size_t count = [] {
        std::size_t found = 0;
        for (int s = 0; s < program.step_count; ++s) found += Which()(program.steps[s]);
        return found;
    }();
    std::array<int, count> numbers{};
    std::size_t found = 0;
    for (int s = 0; s < program.step_count; ++s)
        if (Which()(program.steps[s])) numbers[found++] = s;
    return numbers;
}();

/// Calls body(std::integral_constant<int, S>) for each step S that Which accepts, in order.
template <const auto& program, class Which, class Body>
INLAY_INLINE void for_each_step(Body&& body) {
    constexpr auto count = static_cast<int>(numbers_of<program, Which>.size());
    simd::unroll<count>([&](auto k) INLAY_INLINE_LAMBDA {
        body(std::integral_constant<int, numbers_of<program, Which>[decltype(k)::value]>());
    });
}

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_EACH_HPP

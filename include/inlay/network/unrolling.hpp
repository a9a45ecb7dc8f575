// SPDX-License-Identifier: MIT
#ifndef INLAY_NETWORK_UNROLLING_HPP
#define INLAY_NETWORK_UNROLLING_HPP
// Which programs are one function, and which a table of calls.

#include <inlay/kernel/algorithm.hpp>
#include <inlay/layer/option/algorithm.hpp>
#include <inlay/program/each.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// A policy that unrolls a network of any size: the compiler sees the whole of it as one function.
/// Policy is the algorithm: Fast<>, Direct or Fast<Tile>.
template <class Policy = Fast<>>
struct Unrolled {
    static constexpr Algorithm algorithm = Policy::algorithm;
    static constexpr bool unrolls = true;
};

/// A policy that runs a network of any size as a table of calls: the least code, the shortest
/// compilation.
template <class Policy = Fast<>>
struct Rolled {
    static constexpr Algorithm algorithm = Policy::algorithm;
    static constexpr bool unrolls = false;
};

namespace execution {

/// Programs of so many steps at most are unrolled where the policy does not say.
inline constexpr std::size_t unrolled_steps = 16;

/// Whether a program is unrolled: as the policy says, or where it is small.
template <class Policy, const auto& program>
consteval bool unrolls() {
    if constexpr (requires { Policy::unrolls; })
        return Policy::unrolls;
    else
        return program::numbers_of<program, program::Left>.size() <= unrolled_steps;
}

}  // namespace execution

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Rolled;
using INLAY_ABI::Unrolled;
}  // namespace inlay

#endif  // INLAY_NETWORK_UNROLLING_HPP

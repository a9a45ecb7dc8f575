// SPDX-License-Identifier: MIT
#pragma once
// What every measurement is held against: the multiply-adds this core can do, in the same process.

#include <inlay/simd/loop.hpp>

#include <algorithm>
#include <chrono>
#include <sched.h>
#include <vector>

namespace measure {

/// Keeps this thread on the core it is on.
inline void pin() {
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(static_cast<unsigned>(sched_getcpu()), &set);
    sched_setaffinity(0, sizeof set, &set);
}

/// The seconds that body takes.
template <class Body>
double seconds(Body&& body) {
    const auto start = std::chrono::steady_clock::now();
    body();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Multiply-adds a second of this core, from registers alone: twelve independent chains of packs,
/// three times as many as hide the latency of one, on factors that the compiler does not know.
inline double peak() {
    using namespace inlay::INLAY_ABI::simd;
    constexpr int chains = 12, rounds = 2'000'000;
    static volatile float factors[2] = {0.999f, 1e-3f};
    thread_local float sink[Pack<float>::lanes];
    const Pack<float> a = broadcast(float{factors[0]}), b = broadcast(float{factors[1]});
    Pack<float> chain[chains];
    unroll<chains>([&](auto k) { chain[k] = broadcast(static_cast<float>(k)); });
    const auto start = std::chrono::steady_clock::now();
    for (int r = 0; r < rounds; ++r)
        unroll<chains>([&](auto k) INLAY_INLINE_LAMBDA { chain[k] = fma(chain[k], a, b); });
    Pack<float> sum = zero<float>();
    unroll<chains>([&](auto k) INLAY_INLINE_LAMBDA { sum = add(sum, chain[k]); });
    store(sink, sum);
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
    return double(chains) * Pack<float>::lanes * rounds / time.count();
}

/// Bytes a second that this core reads from a block of so many, again and again.
inline double bandwidth(std::size_t bytes) {
    using namespace inlay::INLAY_ABI::simd;
    constexpr int chains = 8;
    constexpr std::size_t stride = chains * Pack<float>::lanes;
    const std::vector<float> block(bytes / sizeof(float) / stride * stride, 1.0f);
    thread_local float sink[Pack<float>::lanes];
    const std::size_t passes = 1 + (std::size_t{1} << 28) / bytes;
    Pack<float> chain[chains];
    unroll<chains>([&](auto k) { chain[k] = zero<float>(); });
    const double time = seconds([&] {
        for (std::size_t pass = 0; pass < passes; ++pass)
            for (std::size_t n = 0; n < block.size(); n += stride)
                unroll<chains>([&](auto k) INLAY_INLINE_LAMBDA {
                    chain[k] = add(chain[k], load(&block[n + k * Pack<float>::lanes]));
                });
    });
    Pack<float> sum = zero<float>();
    unroll<chains>([&](auto k) INLAY_INLINE_LAMBDA { sum = add(sum, chain[k]); });
    store(sink, sum);
    return static_cast<double>(passes * block.size() * sizeof(float)) / time;
}

}  // namespace measure

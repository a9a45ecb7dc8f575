// SPDX-License-Identifier: MIT
#ifndef INLAY_SIMD_FLUSH_HPP
#define INLAY_SIMD_FLUSH_HPP
// How floats are computed where a network runs, whatever the thread that calls has set. Subnormal
// numbers take a processor ten to a hundred times as long as others, and mean nothing in a network:
// they count as zeros. Results are rounded to the nearest, or they would differ from thread to
// thread.

#include <inlay/config.hpp>

#include <cstdint>

namespace inlay::INLAY_ABI::simd {

/// Flushes subnormals to zero and rounds to the nearest in this thread as long as it lives, where
/// the processor can be told so.
class FlushScope {
public:
    INLAY_INLINE FlushScope() : before_(read()) {
        if (wanted() != before_) write(wanted());
    }
    INLAY_INLINE ~FlushScope() {
        if (wanted() != before_) write(before_);
    }
    FlushScope(const FlushScope&) = delete;
    FlushScope& operator=(const FlushScope&) = delete;

private:
#if defined(__SSE2__)
    using Word = std::uint32_t;
    static constexpr Word flush = 0x8040;  // of results (bit 15) and of operands (bit 6)
    static constexpr Word rounding = 0x6000;

    INLAY_INLINE static Word read() { return __builtin_ia32_stmxcsr(); }
    INLAY_INLINE static void write(Word word) { __builtin_ia32_ldmxcsr(word); }
#elif defined(__aarch64__)
    using Word = std::uint64_t;
    static constexpr Word flush = Word{1} << 24, rounding = Word{3} << 22;

    INLAY_INLINE static Word read() {
        Word word;
        asm volatile("mrs %0, fpcr" : "=r"(word));
        return word;
    }
    INLAY_INLINE static void write(Word word) { asm volatile("msr fpcr, %0" : : "r"(word)); }
#else
    using Word = std::uint32_t;
    static constexpr Word flush = 0, rounding = 0;

    INLAY_INLINE static Word read() { return 0; }
    INLAY_INLINE static void write(Word) {}
#endif

    INLAY_INLINE Word wanted() const { return (before_ | flush) & ~rounding; }

    Word before_;
};

}  // namespace inlay::INLAY_ABI::simd

#endif  // INLAY_SIMD_FLUSH_HPP

// SPDX-License-Identifier: MIT
#pragma once
// Subnormal numbers take a processor ten to a hundred times as long as others, and mean nothing in
// a network: where it runs, they count as zeros.

#include <inlay/config.hpp>

#include <cstdint>

namespace inlay::inline INLAY_ABI::simd {

/// Flushes subnormals to zero in this thread as long as it lives, where the processor can do that.
class FlushScope {
public:
    INLAY_INLINE FlushScope() : before_(read()) {
        if ((before_ & flush) != flush) write(before_ | flush);
    }
    INLAY_INLINE ~FlushScope() {
        if ((before_ & flush) != flush) write(before_);
    }
    FlushScope(const FlushScope&) = delete;
    FlushScope& operator=(const FlushScope&) = delete;

private:
#if defined(__SSE2__)
    using Word = std::uint32_t;
    static constexpr Word flush = 0x8040;  // of results (bit 15) and of operands (bit 6)

    INLAY_INLINE static Word read() { return __builtin_ia32_stmxcsr(); }
    INLAY_INLINE static void write(Word word) { __builtin_ia32_ldmxcsr(word); }
#elif defined(__aarch64__)
    using Word = std::uint64_t;
    static constexpr Word flush = Word{1} << 24;

    INLAY_INLINE static Word read() {
        Word word;
        asm volatile("mrs %0, fpcr" : "=r"(word));
        return word;
    }
    INLAY_INLINE static void write(Word word) { asm volatile("msr fpcr, %0" : : "r"(word)); }
#else
    using Word = std::uint32_t;
    static constexpr Word flush = 0;

    INLAY_INLINE static Word read() { return 0; }
    INLAY_INLINE static void write(Word) {}
#endif

    Word before_;
};

}  // namespace inlay::inline INLAY_ABI::simd

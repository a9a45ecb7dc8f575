// SPDX-License-Identifier: MIT
#ifndef INLAY_CONFIG_HPP
#define INLAY_CONFIG_HPP
// Version, supported compilers, user switches and the instruction-set tag of the namespace.
// The only file that defines macros. Switches a user may set before including inlay:
//   INLAY_PORTABLE_ARITHMETIC  multiply and add where a fused multiply-add would be used, on every
//                              machine: one set of bits everywhere, at the price of speed
//   INLAY_NO_SIMD              one lane at a time
//   INLAY_PRECOMPILED          hosted functions that are no templates are declared only; their
//                              bodies are in an object that is compiled once, where this is 2.
//                              CMake's inlay_precompiled() sets it and makes that object

#define INLAY_VERSION_MAJOR 0
#define INLAY_VERSION_MINOR 1
#define INLAY_VERSION_PATCH 0

#if defined(__clang__)
#define INLAY_COMPILER_SUPPORTED (__clang_major__ >= 16)
#elif defined(__GNUC__)
#define INLAY_COMPILER_SUPPORTED (__GNUC__ >= 12)
#else
#define INLAY_COMPILER_SUPPORTED 0
#endif

#if __cplusplus < 202002L || !INLAY_COMPILER_SUPPORTED
#undef INLAY_COMPILER_SUPPORTED
#define INLAY_COMPILER_SUPPORTED 0
#error "inlay needs C++20 (-std=c++20) and GCC 12 or newer, or Clang 16 or newer"
#endif

// A kernel body that must dissolve into its caller, and a function that must stay one symbol.
#define INLAY_INLINE [[gnu::always_inline]] inline
#define INLAY_INLINE_LAMBDA __attribute__((always_inline))
#define INLAY_NOINLINE [[gnu::noinline]]

// A function that runs rarely: it is compiled for size, which is compiled faster.
#define INLAY_COLD [[gnu::cold]]

// Bodies of hosted functions stand behind their declarations, within #if INLAY_BODIES.
#if !defined(INLAY_PRECOMPILED)
#define INLAY_BODIES 1
#define INLAY_BODY [[gnu::noinline]] inline
#elif INLAY_PRECOMPILED == 2
#define INLAY_BODIES 1
#define INLAY_BODY
#else
#define INLAY_BODIES 0
#endif

// A float must be a float in every expression: the x87 unit computes in long double, and leaves
// elementary functions wrong by tens of percent.
#if defined(__FLT_EVAL_METHOD__)
#if __FLT_EVAL_METHOD__ != 0 && __FLT_EVAL_METHOD__ != 16
#undef INLAY_COMPILER_SUPPORTED
#define INLAY_COMPILER_SUPPORTED 0
#error "inlay needs arithmetic in float (on 32-bit x86: -msse2 -mfpmath=sse)"
#endif
#endif

// Hardware with a fused multiply-add uses it for every product that meets a sum.
#if defined(__FMA__) || defined(__ARM_FEATURE_FMA) || defined(__FP_FAST_FMAF) || \
    defined(__riscv_flen) || defined(__s390x__) || defined(__powerpc64__)
#define INLAY_TAG_FMA _fma
#if defined(INLAY_PORTABLE_ARITHMETIC)
#define INLAY_HAS_FMA 0
#else
#define INLAY_HAS_FMA 1
#endif
#else
#define INLAY_TAG_FMA _mul
#define INLAY_HAS_FMA 0
#endif

// Objects built for different instruction sets, or with other switches that change what functions
// do, may be linked into one program: each combination has its own namespace, so that the linker
// never keeps one's copy of a function for the other. The sets are the levels that compilers
// generate different code for, whether a header asks or not.
#if defined(__AVX512VL__) && defined(__AVX512BW__) && defined(__AVX512DQ__)
#define INLAY_TAG_ISA avx512
#elif defined(__AVX512F__)
#define INLAY_TAG_ISA avx512f
#elif defined(__AVX2__) && defined(__BMI2__)
#define INLAY_TAG_ISA avx2
#elif defined(__AVX2__)
#define INLAY_TAG_ISA avx2_alone
#elif defined(__AVX__)
#define INLAY_TAG_ISA avx
#elif defined(__SSE4_2__)
#define INLAY_TAG_ISA sse42
#elif defined(__SSE4_1__)
#define INLAY_TAG_ISA sse41
#elif defined(__SSSE3__)
#define INLAY_TAG_ISA ssse3
#elif defined(__SSE3__)
#define INLAY_TAG_ISA sse3
#elif defined(__SSE2__)
#define INLAY_TAG_ISA sse2
#elif defined(__ARM_FEATURE_SVE)
#define INLAY_TAG_ISA sve
#elif defined(__ARM_NEON)
#define INLAY_TAG_ISA neon
#else
#define INLAY_TAG_ISA plain
#endif
#if defined(INLAY_NO_SIMD)
#define INLAY_TAG_LANES _scalar
#else
#define INLAY_TAG_LANES
#endif
#if defined(INLAY_PORTABLE_ARITHMETIC)
#define INLAY_TAG_ARITHMETIC _portable
#else
#define INLAY_TAG_ARITHMETIC
#endif
#if defined(__FAST_MATH__) || __FINITE_MATH_ONLY__
#define INLAY_TAG_RULES _fast
#else
#define INLAY_TAG_RULES
#endif
#if defined(__cpp_exceptions)
#define INLAY_TAG_ERRORS
#else
#define INLAY_TAG_ERRORS _abort
#endif
#define INLAY_PASTE_EXPANDED(a, b, c, d, e, f) a##b##c##d##e##f
#define INLAY_PASTE(a, b, c, d, e, f) INLAY_PASTE_EXPANDED(a, b, c, d, e, f)
#define INLAY_ABI                                                                    \
    INLAY_PASTE(INLAY_TAG_ISA, INLAY_TAG_FMA, INLAY_TAG_LANES, INLAY_TAG_ARITHMETIC, \
                INLAY_TAG_RULES, INLAY_TAG_ERRORS)

#endif  // INLAY_CONFIG_HPP

// SPDX-License-Identifier: MIT
// The kernels of dense layers: against sums in double, and each against its other forms bit by bit,
// since an example's result must not depend on how many others run beside it.
#include "../bits.hpp"

#include <inlay/activation/linear.hpp>
#include <inlay/activation/relu.hpp>
#include <inlay/kernel/dense.hpp>
#include <inlay/kernel/dense_narrow.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <random>
#include <type_traits>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

template <class Scalar>
std::vector<Scalar> numbers(std::size_t count, unsigned seed) {
    std::mt19937 engine(seed);
    std::vector<Scalar> all(count);
    for (Scalar& number : all) number = static_cast<Scalar>(engine() >> 8) / Scalar(1 << 23) - 1;
    return all;
}

constexpr std::size_t most = 37;

/// Runs `forward(x, w, b, y, count)` of a layer on several counts of examples.
template <std::size_t In, std::size_t Out, class Activation, class Scalar, class Forward>
void check_forward(Forward forward, bool has_bias) {
    const auto x = numbers<Scalar>(most * In, 1), w = numbers<Scalar>(In * Out, 2);
    const auto b = numbers<Scalar>(Out, 3);
    const Scalar* const bias = has_bias ? b.data() : nullptr;
    std::vector<Scalar> one_by_one(most * Out);
    for (std::size_t n = 0; n < most; ++n)
        forward(x.data() + n * In, w.data(), bias, one_by_one.data() + n * Out, std::size_t{1});
    for (std::size_t n = 0; n < most; ++n) {
        for (std::size_t o = 0; o < Out; ++o) {
            double sum = has_bias ? static_cast<double>(b[o]) : 0, size = 1;
            for (std::size_t i = 0; i < In; ++i) {
                const double term =
                    static_cast<double>(x[n * In + i]) * static_cast<double>(w[i * Out + o]);
                sum += term;
                size += std::abs(term);
            }
            if (std::is_same_v<Activation, ReLU> && sum < 0) sum = 0;
            const double bound = (sizeof(Scalar) == 4 ? 1e-6 : 1e-14) * size;
            CHECK(std::abs(static_cast<double>(one_by_one[n * Out + o]) - sum) <= bound);
        }
    }
    for (const std::size_t count : {2u, 3u, 4u, 5u, 8u, 15u, 16u, 17u, 37u}) {
        std::vector<Scalar> together(count * Out + 1, Scalar{7});
        forward(x.data(), w.data(), bias, together.data(), count);
        CHECK(together.back() == 7);
        together.pop_back();
        CHECK(std::equal(together.begin(), together.end(), one_by_one.begin(), same_bits<Scalar>));
    }
}

template <std::size_t In, std::size_t Out, class Activation, class Scalar>
void check_dense() {
    for (const bool bias : {false, true})
        check_forward<In, Out, Activation, Scalar>(
            [](auto... given) {
                kernel::dense<In, Out, Out>(given..., kernel::Epilogue<Activation>());
            },
            bias);
}

template <std::size_t In, std::size_t Out, class Activation, class Scalar>
void check_narrow() {
    static_assert(kernel::is_narrow(In, Out));
    for (const bool bias : {false, true})
        check_forward<In, Out, Activation, Scalar>(
            [](auto... given) {
                kernel::dense_narrow<In, Out>(given..., kernel::Epilogue<Activation>());
            },
            bias);
}

/// Bit by bit against one chain of sums, and that against the formula in double.
template <std::size_t In, std::size_t Out, std::size_t Rows, bool accumulate, class Scalar>
void check_input_gradient() {
    for (const std::size_t count : {1u, 2u, 3u, 4u, 7u, 16u}) {
        const auto dy = numbers<Scalar>(count * Out, 4), w = numbers<Scalar>(Rows * Out, 5);
        const auto before = numbers<Scalar>(count * In, 6);
        std::vector<Scalar> dx = before, wanted = before;
        kernel::dense_input_gradient_of_rows<In, Out, Rows, accumulate>(dy.data(), w.data(),
                                                                        dx.data(), count);
        for (std::size_t n = 0; n < count; ++n) {
            for (std::size_t i = 0; i < Rows; ++i) {
                Scalar& to = wanted[n * In + i];
                Scalar sum = accumulate ? to : Scalar{0};
                double exact = static_cast<double>(sum), size = 1;
                for (std::size_t o = 0; o < Out; ++o) {
                    const Scalar a = dy[n * Out + o], b = w[i * Out + o];
                    sum = simd::fma(a, b, sum);
                    exact += static_cast<double>(a) * static_cast<double>(b);
                    size += std::abs(static_cast<double>(a) * static_cast<double>(b));
                }
                const double bound = (sizeof(Scalar) == 4 ? 1e-6 : 1e-14) * size;
                CHECK(std::abs(static_cast<double>(sum) - exact) <= bound);
                to = sum;
            }
        }
        CHECK(std::equal(dx.begin(), dx.end(), wanted.begin(), same_bits<Scalar>));
    }
}

/// Bit by bit against chains over blocks of 128 examples, and these against the formula in double.
template <std::size_t In, std::size_t Out, std::size_t Rows, bool accumulate, class Scalar>
void check_weight_gradient() {
    for (const std::size_t count : {1u, 7u, 128u, 300u}) {
        const auto x = numbers<Scalar>(count * In, 7), dy = numbers<Scalar>(count * Out, 8);
        std::vector<Scalar> gradient = numbers<Scalar>(Rows * Out, 9), wanted = gradient;
        kernel::dense_weight_gradient<In, Out, Rows, accumulate>(x.data(), dy.data(),
                                                                 gradient.data(), count);
        for (std::size_t k = 0; k < wanted.size(); ++k) {
            Scalar sum = accumulate ? wanted[k] : Scalar{0}, block = 0;
            double exact = static_cast<double>(sum), size = 1;
            for (std::size_t n = 0; n < count; ++n) {
                const Scalar a = x[n * In + k / Out], b = dy[n * Out + k % Out];
                block = simd::fma(a, b, block);
                if (n % 128 == 127 || n + 1 == count) {
                    sum = !accumulate && n < 128 ? block : sum + block;
                    block = 0;
                }
                exact += static_cast<double>(a) * static_cast<double>(b);
                size += std::abs(static_cast<double>(a) * static_cast<double>(b));
            }
            const double bound = (sizeof(Scalar) == 4 ? 1e-6 : 1e-14) * size;
            CHECK(std::abs(static_cast<double>(sum) - exact) <= bound);
            wanted[k] = sum;
        }
        CHECK(std::equal(gradient.begin(), gradient.end(), wanted.begin(), same_bits<Scalar>));
    }
}

}  // namespace

TEST_CASE("a dense layer, one example at a time and many") {
    check_dense<1, 1, Linear, float>();
    check_dense<7, 19, ReLU, float>();
    check_dense<300, 33, Linear, float>();
    check_dense<257, 130, ReLU, float>();  // wide: a block of 256 taps and one of a single tap
    check_dense<600, 201, Linear, float>();
    check_dense<40, 70, ReLU, double>();
}

TEST_CASE("a dense layer of few outputs, one example at a time and many") {
    check_narrow<32, 1, Linear, float>();
    check_narrow<33, 16, ReLU, float>();
    check_narrow<39, 3, Linear, float>();
    check_narrow<100, 10, Linear, float>();
    check_narrow<1031, 13, ReLU, float>();
    check_narrow<47, 9, Linear, double>();
}

TEST_CASE("an input gradient from rows of the weights") {
    check_input_gradient<40, 100, 40, false, float>();
    check_input_gradient<50, 1030, 7, true, float>();
    check_input_gradient<9, 16, 9, false, float>();
    check_input_gradient<33, 1, 30, true, float>();
    check_input_gradient<20, 37, 20, false, double>();
}

TEST_CASE("a weight gradient from blocks of examples") {
    check_weight_gradient<40, 200, 33, false, float>();
    check_weight_gradient<96, 19, 96, true, float>();
    check_weight_gradient<7, 130, 1, true, float>();
    check_weight_gradient<5, 70, 5, false, double>();
}

// SPDX-License-Identifier: MIT
// A convolution and the max-pooling behind it in one pass, against the two passes one by one.
#include <inlay/activation/linear.hpp>
#include <inlay/activation/relu.hpp>
#include <inlay/activation/tanh.hpp>
#include <inlay/kernel/convolve_pool.hpp>
#include <inlay/kernel/map.hpp>
#include <inlay/kernel/pool.hpp>
#include <inlay/kernel/winner_gradient.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <random>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;
using kernel::Convolution;

namespace {

template <class Scalar>
std::vector<Scalar> random_numbers(std::size_t count, unsigned seed) {
    std::mt19937 engine(seed);
    std::vector<Scalar> numbers(count);
    for (Scalar& number : numbers)  // few values, so that cells of a window tie
        number = static_cast<Scalar>(static_cast<int>(engine() % 5) - 2);
    return numbers;
}

/// A Valid convolution of an image.
constexpr Convolution convolution(const Map& in, std::size_t kernel_height,
                                  std::size_t kernel_width, std::size_t channels,
                                  std::size_t stride) {
    const std::size_t height = (in.height() - kernel_height) / stride + 1;
    const std::size_t width = (in.width() - kernel_width) / stride + 1;
    return {
        height,           width,
        channels,         kernel_height,
        kernel_width,     in.channels(),
        stride,           stride,
        in.origin(),      in.pitch(),
        in.size(),        0,
        width * channels, height * width * channels,
    };
}

/// The same convolution where fewer outputs are wanted.
constexpr Convolution cover(Convolution c, std::size_t height, std::size_t width) {
    c.height = height;
    c.width = width;
    c.out_pitch = width * c.channels;
    c.out_size = height * c.out_pitch;
    return c;
}

template <class Scalar, Map in, Convolution c, std::size_t high, std::size_t wide, Halo halo,
          class Activation>
void compare(bool has_bias) {
    constexpr Windows window{{high, high}, {wide, wide}, {}};
    constexpr std::size_t examples = 3, taps = c.kernel_height * c.row_taps();
    constexpr Map between{{c.height, c.width, c.channels}, {}};
    constexpr Map out{{c.height / high, c.width / wide, c.channels}, halo};
    const auto x = random_numbers<Scalar>(examples * in.size(), 1);
    const auto weights = random_numbers<Scalar>(taps * c.channels, 2);
    const auto biases = random_numbers<Scalar>(c.channels, 3);
    const auto dy = random_numbers<Scalar>(examples * out.size(), 4);
    const Scalar* const bias = has_bias ? biases.data() : nullptr;

    std::vector<Scalar> z(examples * between.size()), dz(z.size());
    std::vector<Scalar> y(examples * out.size(), 7), gradient(taps * c.channels + c.channels);
    kernel::convolve<c>(x.data(), weights.data(), bias, z.data(), examples,
                        kernel::Epilogue<Activation>());
    kernel::max_pool<between, out, window>(z.data(), y.data(), examples);
    kernel::max_pool_gradient<between, out, window, false>(z.data(), y.data(), dy.data(), dz.data(),
                                                           examples);
    kernel::map_gradient<Activation, between, between, between, false>(z.data(), dz.data(),
                                                                       dz.data(), examples);
    kernel::convolve_backward<c, true, false, false>(x.data(), dz.data(), x.data(), dz.data(),
                                                     gradient.data(), examples);

    constexpr Convolution covered = cover(c, out.height() * high, out.width() * wide);
    std::vector<Scalar> fused(y.size(), 7), winners(examples * out.elements());
    std::vector<Scalar> spread(covered.out_size), fused_gradient(gradient.size());
    kernel::convolve_max_pool<covered, window, out, Activation>(
        x.data(), weights.data(), bias, fused.data(), winners.data(), examples);
    CHECK(fused == y);
    std::fill(fused.begin(), fused.end(), Scalar{7});
    kernel::convolve_max_pool<covered, window, out, Activation, Scalar>(
        x.data(), weights.data(), bias, fused.data(), nullptr, examples);
    CHECK(fused == y);
    for (std::size_t n = 0; n < examples; ++n) {
        kernel::spread_to_winners<out, window, Activation>(
            y.data() + n * out.size(), dy.data() + n * out.size(),
            winners.data() + n * out.elements(), spread.data());
        kernel::convolve_weight_gradient<covered>(x.data() + n * in.size(), spread.data(),
                                                  fused_gradient.data(), 1);
    }
    if (has_bias)
        kernel::sum_gradients<out, Activation>(y.data(), dy.data(),
                                               fused_gradient.data() + taps * c.channels, examples);
    if (!has_bias) std::fill(gradient.end() - c.channels, gradient.end(), Scalar{0});
    for (std::size_t k = 0; k < gradient.size(); ++k)
        CHECK(static_cast<double>(fused_gradient[k]) ==
              doctest::Approx(static_cast<double>(gradient[k])).epsilon(1e-6));
}

template <class Scalar, class Activation>
void compare_all() {
    constexpr Map plain{{9, 11, 3}, {}}, bordered{{12, 7, 1}, {1, 0, 2, 1}};
    constexpr Halo none{}, border{1, 2, 0, 1};
    for (const bool bias : {false, true}) {
        compare<Scalar, plain, convolution(plain, 3, 3, 5, 1), 2, 2, none, Activation>(bias);
        compare<Scalar, plain, convolution(plain, 2, 4, 32, 1), 2, 2, border, Activation>(bias);
        compare<Scalar, plain, convolution(plain, 1, 1, 17, 1), 3, 2, none, Activation>(bias);
        compare<Scalar, plain, convolution(plain, 1, 2, 24, 1), 1, 3, border, Activation>(bias);
        compare<Scalar, plain, convolution(plain, 1, 1, 40, 2), 1, 1, none, Activation>(bias);
        compare<Scalar, bordered, convolution(bordered, 3, 2, 9, 1), 3, 3, none, Activation>(bias);
        compare<Scalar, bordered, convolution(bordered, 2, 2, 50, 2), 2, 1, border, Activation>(
            bias);
    }
}

}  // namespace

TEST_CASE("a convolution that pools, against convolution, pooling and their gradients") {
    compare_all<float, Linear>();
    compare_all<float, ReLU>();
    compare_all<float, Tanh>();
    compare_all<double, ReLU>();
}

namespace {

/// The formula as it stands, window by window. All numbers are small integers, so that no sum is
/// rounded.
template <class Scalar, Map in, std::size_t high, std::size_t wide, std::size_t channels, Halo halo,
          class Activation, bool bias>
void compare_winner_gradient() {
    constexpr Convolution whole = convolution(in, high, wide, channels, 1);
    constexpr Map out{{whole.height / 2, whole.width / 2, channels}, halo};
    constexpr Convolution c = cover(whole, out.height() * 2, out.width() * 2);
    constexpr std::size_t examples = 3, taps = c.kernel_height * c.row_taps();
    const auto x = random_numbers<Scalar>(examples * in.size(), 1);
    const auto y = random_numbers<Scalar>(examples * out.size(), 2);
    const auto dy = random_numbers<Scalar>(examples * out.size(), 3);
    auto winners = random_numbers<Scalar>(examples * out.elements(), 4);
    for (Scalar& winner : winners) winner = winner < 0 ? winner + 4 : winner;
    const auto before = random_numbers<Scalar>((taps + bias) * channels, 5);

    std::vector<double> expected(before.begin(), before.end());
    for (std::size_t k = 0; k < winners.size(); ++k) {
        const std::size_t o = k % channels, q = k / channels % out.width();
        const std::size_t p = k / channels / out.width() % out.height();
        const std::size_t n = k / out.elements(), cell = static_cast<std::size_t>(winners[k]);
        const std::size_t at = n * out.size() + out.origin() + p * out.pitch() + q * channels + o;
        const double share = simd::first(
            Activation::gradient(simd::broadcast(double(y[at])), simd::broadcast(double(dy[at]))));
        for (std::size_t h = 0; h < high; ++h)
            for (std::size_t t = 0; t < c.row_taps(); ++t)
                expected[(h * c.row_taps() + t) * channels + o] +=
                    share *
                    double(x[n * in.size() + in.origin() + (2 * p + cell / 2 + h) * in.pitch() +
                             (2 * q + cell % 2) * in.channels() + t]);
        if (bias) expected[taps * channels + o] += share;
    }

    std::vector<Scalar> gradient = before;
    std::vector<Scalar> scratch(kernel::winner_scratch(c) + 1, Scalar{77});
    kernel::convolve_winner_gradient<c, out, Activation, bias>(
        x.data(), y.data(), dy.data(), winners.data(), gradient.data(), scratch.data(), examples);
    CHECK(scratch.back() == 77);
    CHECK(std::vector<double>(gradient.begin(), gradient.end()) == expected);
}

constexpr Halo none{}, border{1, 2, 0, 1};
constexpr Map gray{{13, 12, 1}, {}}, color{{9, 11, 3}, {1, 0, 2, 1}};
constexpr Map two{{8, 7, 2}, {}}, four{{6, 21, 4}, {0, 1, 0, 0}};

}  // namespace

TEST_CASE("the weight gradient of a convolution that pools, from its winners alone") {
    compare_winner_gradient<float, gray, 5, 5, 32, none, Linear, true>();
    compare_winner_gradient<float, gray, 1, 7, 5, border, Tanh, false>();
    compare_winner_gradient<float, color, 3, 3, 40, none, ReLU, true>();
    compare_winner_gradient<float, two, 4, 1, 8, none, Tanh, true>();
    compare_winner_gradient<float, four, 3, 6, 17, border, ReLU, false>();
    compare_winner_gradient<double, gray, 3, 3, 5, none, ReLU, true>();
    compare_winner_gradient<double, color, 2, 5, 18, border, Linear, false>();
}

// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_RESAMPLE_HPP
#define INLAY_DATA_RESAMPLE_HPP
// Taps: which cells of a row a cell of the resized row is the weighted mean of. Whatever resizes
// pictures is a table of them for the rows and one for the columns.

#include <inlay/config.hpp>
#include <inlay/data/image.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

#if INLAY_BODIES
#include <vector>
#endif

namespace inlay::INLAY_ABI::data {

/// How cells weigh by their distance from where they are asked for; nearest and area follow rules
/// of their own. Box and hamming are Pillow's alone, gaussian and mitchellcubic TensorFlow's.
enum class Interpolation : std::uint8_t {
    nearest,
    bilinear,
    bicubic,
    area,
    lanczos3,
    lanczos5,
    gaussian,
    mitchellcubic,
    box,
    hamming,
};

/// Keras's name of one for datasets and resize, or an Error that lists them.
INLAY_COLD Interpolation keras_interpolation(std::string_view name);

/// The same for load_img, which asks Pillow.
INLAY_COLD Interpolation pillow_interpolation(std::string_view name);

#if INLAY_BODIES

namespace resampling {

/// Taps of output `k`: cells first[k] ... first[k] + count[k] - 1, weighted by weight[begin[k]]
/// ..., whose sum is 1.
struct Taps {
    std::vector<std::size_t> first{}, count{}, begin{};
    std::vector<double> weight{};

    std::size_t size() const { return first.size(); }

    void add(std::size_t cell, std::size_t cells) {
        first.push_back(cell);
        count.push_back(cells);
        begin.push_back(weight.size());
        weight.resize(weight.size() + cells);
    }
};

/// sin(pi x) for 0 <= x, the same on every machine: a Taylor series about the nearest whole number.
INLAY_COLD inline double sin_pi(double x) {
    constexpr double pi = 3.141592653589793;
    const auto whole = static_cast<std::int64_t>(x + 0.5);
    const double angle = pi * (x - static_cast<double>(whole));
    const double square = simd::mul(angle, angle);
    double sum = 1;
    for (int n = 22; n > 0; n -= 2) sum = simd::fma(-square / (n * (n + 1)), sum, 1.0);
    return simd::mul(whole % 2 == 0 ? angle : -angle, sum);
}

INLAY_COLD inline double cos_pi(double x) { return sin_pi(x + 0.5); }

/// exp(x) for -8 < x <= 0, the same on every machine: ((e^(x / 16))^2)^2 ...
INLAY_COLD inline double exponential(double x) {
    double sum = 1;
    for (int n = 14; n > 0; --n) sum = simd::fma(x / (16 * n), sum, 1.0);
    for (int k = 0; k < 4; ++k) sum = simd::mul(sum, sum);
    return sum;
}

INLAY_COLD inline double sinc(double x) { return x == 0 ? 1 : sin_pi(x) / (3.141592653589793 * x); }

/// The polynomial with coefficients from the highest power down.
template <std::size_t count>
double polynomial(const double (&coefficients)[count], double x) {
    double sum = 0;
    for (const double coefficient : coefficients) sum = simd::fma(sum, x, coefficient);
    return sum;
}

/// How far a kernel reaches.
INLAY_COLD inline double radius(Interpolation kernel) {
    switch (kernel) {
        case Interpolation::box:
            return 0.5;
        case Interpolation::gaussian:
            return 1.5;
        case Interpolation::bicubic:
        case Interpolation::mitchellcubic:
            return 2;
        case Interpolation::lanczos3:
            return 3;
        case Interpolation::lanczos5:
            return 5;
        default:
            return 1;
    }
}

/// The weight of a cell at a signed distance, without the factor that makes their sum 1. Cubics: R.
/// Keys, 1981, with a = -1/2; D. Mitchell and A. Netravali, 1988, with B = C = 1/3.
INLAY_COLD inline double weight_at(Interpolation kernel, double distance) {
    if (kernel == Interpolation::box) return distance > -0.5 && distance <= 0.5 ? 1 : 0;
    const double x = distance < 0 ? -distance : distance;
    if (x >= radius(kernel)) return 0;
    switch (kernel) {
        case Interpolation::bicubic:
            return x < 1 ? polynomial({1.5, -2.5, 0, 1}, x) : polynomial({-0.5, 2.5, -4, 2}, x);
        case Interpolation::mitchellcubic:
            return x < 1 ? polynomial({7.0 / 6, -2, 0, 8.0 / 9}, x)
                         : polynomial({-7.0 / 18, 2, -10.0 / 3, 16.0 / 9}, x);
        case Interpolation::lanczos3:
            return simd::mul(sinc(x), sinc(x / 3));
        case Interpolation::lanczos5:
            return simd::mul(sinc(x), sinc(x / 5));
        case Interpolation::gaussian:
            return exponential(simd::mul(-2 * x, x));  // sigma = 1/2
        case Interpolation::hamming:
            return simd::mul(sinc(x), simd::fma(0.46, cos_pi(x), 0.54));
        default:
            return 1 - x;
    }
}

/// What part of a row is resized: from `begin` on, `length` of its `cells`.
struct Span {
    std::size_t cells = 0, begin = 0, length = 0;
};

/// Weights by distance; those of a wider kernel where a row shrinks and `antialias` is asked for.
/// The kernel meets no cells outside of `from.cells`.
INLAY_COLD inline Taps taps_of(Interpolation kernel, const Span& from, std::size_t to,
                               bool antialias) {
    Taps taps;
    const double scale = static_cast<double>(from.length) / static_cast<double>(to);
    const double widen = antialias && scale > 1 ? scale : 1;
    const double reach = simd::mul(radius(kernel), widen);
    for (std::size_t k = 0; k < to; ++k) {
        double center =
            static_cast<double>(from.begin) + simd::mul(static_cast<double>(k) + 0.5, scale);
        if (kernel == Interpolation::bicubic && !antialias) {
            // TensorFlow reads these weights from a table of 1024 places between two cells.
            const auto place = static_cast<std::int64_t>((center + 0.5) * 1024 + 0.5);
            center = static_cast<double>(place) / 1024 - 0.5;
        }
        const double low = center - reach + 0.5, high = center + reach + 0.5;
        const std::size_t first = low > 0 ? static_cast<std::size_t>(low) : 0;
        const auto limit = static_cast<std::size_t>(high);
        const std::size_t end = limit < from.cells ? limit : from.cells;
        taps.add(first, end - first);
        double* const weight = taps.weight.data() + taps.begin.back();
        double sum = 0;
        for (std::size_t cell = first; cell < end; ++cell) {
            const double distance = static_cast<double>(cell) - center + 0.5;  // as Pillow rounds
            weight[cell - first] = weight_at(kernel, simd::mul(distance, 1 / widen));
            sum += weight[cell - first];
        }
        for (std::size_t n = 0; n < end - first; ++n) weight[n] /= sum;
    }
    return taps;
}

/// The cell that a cell lies in, in single precision as in TensorFlow.
INLAY_COLD inline Taps nearest_taps(const Span& from, std::size_t to) {
    Taps taps;
    const float scale = static_cast<float>(from.length) / static_cast<float>(to);
    for (std::size_t k = 0; k < to; ++k) {
        const auto cell = static_cast<std::size_t>((static_cast<float>(k) + 0.5f) * scale);
        taps.add(from.begin + (cell < from.length ? cell : from.length - 1), 1);
        taps.weight.back() = 1;
    }
    return taps;
}

/// Cells by how much of them lies within the new one.
INLAY_COLD inline Taps area_taps(const Span& from, std::size_t to) {
    Taps taps;
    for (std::size_t k = 0; k < to; ++k) {
        // In units of 1 / to, whole numbers: cell n ends at (n + 1) to.
        const std::size_t low = k * from.length, high = low + from.length;
        const std::size_t first = low / to, end = (high + to - 1) / to;
        taps.add(from.begin + first, end - first);
        for (std::size_t cell = first; cell < end; ++cell) {
            const std::size_t begins = cell * to > low ? cell * to : low;
            const std::size_t ends = (cell + 1) * to < high ? (cell + 1) * to : high;
            taps.weight[taps.begin.back() + cell - first] =
                static_cast<double>(ends - begins) / static_cast<double>(from.length);
        }
    }
    return taps;
}

}  // namespace resampling

INLAY_BODY Interpolation keras_interpolation(std::string_view name) {
    constexpr std::string_view names[]{"nearest",  "bilinear", "bicubic",  "area",
                                       "lanczos3", "lanczos5", "gaussian", "mitchellcubic"};
    return static_cast<Interpolation>(choice("interpolation", name, names));
}

INLAY_BODY Interpolation pillow_interpolation(std::string_view name) {
    constexpr std::string_view names[]{"nearest", "bilinear", "bicubic",
                                       "lanczos", "box",      "hamming"};
    constexpr Interpolation kernels[]{Interpolation::nearest, Interpolation::bilinear,
                                      Interpolation::bicubic, Interpolation::lanczos3,
                                      Interpolation::box,     Interpolation::hamming};
    return kernels[choice("interpolation", name, names)];
}

#endif

}  // namespace inlay::INLAY_ABI::data

#endif  // INLAY_DATA_RESAMPLE_HPP

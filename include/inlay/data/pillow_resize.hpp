// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_PILLOW_RESIZE_HPP
#define INLAY_DATA_PILLOW_RESIZE_HPP
// Pictures in other sizes, bit for bit as Pillow 13 makes them: columns and rows one after the
// other, each rounded to bytes, by weights of 22 bits behind the point.

#include <inlay/config.hpp>
#include <inlay/data/image.hpp>
#include <inlay/data/resample.hpp>

#if INLAY_BODIES
#include <cstddef>
#include <cstdint>
#include <vector>
#endif

namespace inlay::INLAY_ABI::data {

/// A picture in another size. `crop` takes its largest middle part of that shape. Where it shrinks,
/// kernels widen.
INLAY_COLD Image pillow_resized(const Image& image, ImageSize size, Interpolation interpolation,
                                bool crop);

#if INLAY_BODIES

namespace pillow {

using resampling::Span;
using resampling::Taps;

/// A Taps with whole weights.
struct Weights {
    Taps taps;
    std::vector<std::int32_t> weight{};

    Weights(Interpolation kernel, const Span& from, std::size_t to)
        : taps(resampling::taps_of(kernel, from, to, true)) {
        for (const double exact : taps.weight) {
            constexpr double one = 1 << 22;
            weight.push_back(
                static_cast<std::int32_t>(exact < 0 ? exact * one - 0.5 : exact * one + 0.5));
        }
    }

    /// Output `k` of bytes that lie `stride` apart.
    std::uint8_t apply(std::size_t k, const std::uint8_t* bytes, std::size_t stride) const {
        std::int64_t sum = 1 << 21;
        for (std::size_t n = 0; n < taps.count[k]; ++n)
            sum += std::int64_t{weight[taps.begin[k] + n]} * bytes[(taps.first[k] + n) * stride];
        sum >>= 22;
        return static_cast<std::uint8_t>(sum < 0 ? 0 : sum > 255 ? 255 : sum);
    }
};

INLAY_COLD inline Image with_columns(const Image& image, const Weights& across) {
    const std::size_t channels = image.channels;
    Image to = Image::of(image.height, across.taps.size(), channels);
    for (std::size_t y = 0; y < to.height; ++y)
        for (std::size_t x = 0; x < to.width; ++x)
            for (std::size_t c = 0; c < channels; ++c)
                to.row(y)[x * channels + c] = across.apply(x, image.row(y) + c, channels);
    return to;
}

INLAY_COLD inline Image with_rows(const Image& image, const Weights& down) {
    const std::size_t stride = image.width * image.channels;
    Image to = Image::of(down.taps.size(), image.width, image.channels);
    for (std::size_t y = 0; y < to.height; ++y)
        for (std::size_t k = 0; k < stride; ++k)
            to.row(y)[k] = down.apply(y, image.pixels.data() + k, stride);
    return to;
}

/// Colors times alpha, rounded, so that what cannot be seen does not color what can.
INLAY_COLD inline void multiply_alpha(Image& image) {
    for (std::size_t k = 0; k < image.pixels.size(); ++k) {
        if (k % 4 == 3) continue;
        const unsigned product = image.pixels[k] * unsigned{image.pixels[k | 3]} + 128;
        image.pixels[k] = static_cast<std::uint8_t>((product + (product >> 8)) >> 8);
    }
}

/// And back.
INLAY_COLD inline void divide_alpha(Image& image) {
    for (std::size_t k = 0; k < image.pixels.size(); ++k) {
        const unsigned alpha = image.pixels[k | 3];
        if (k % 4 == 3 || alpha == 0) continue;
        const unsigned color = 255 * unsigned{image.pixels[k]} / alpha;
        image.pixels[k] = static_cast<std::uint8_t>(color > 255 ? 255 : color);
    }
}

/// The cells that steps from half a step on lie in: added up, as Pillow does.
INLAY_COLD inline std::vector<std::size_t> nearest_cells(const Span& from, std::size_t to) {
    std::vector<std::size_t> cells(to);
    const double step = static_cast<double>(from.length) / static_cast<double>(to);
    double place = static_cast<double>(from.begin) + step / 2;
    for (std::size_t& cell : cells) {
        cell = static_cast<std::size_t>(place);
        if (cell >= from.cells) cell = from.cells - 1;
        place += step;
    }
    return cells;
}

INLAY_COLD inline Image nearest(const Image& image, const Span& rows, const Span& columns,
                                ImageSize size) {
    const std::size_t channels = image.channels;
    const std::vector<std::size_t> from_y = nearest_cells(rows, size.height);
    const std::vector<std::size_t> from_x = nearest_cells(columns, size.width);
    Image to = Image::of(size.height, size.width, channels);
    for (std::size_t y = 0; y < size.height; ++y)
        for (std::size_t x = 0; x < size.width; ++x)
            for (std::size_t c = 0; c < channels; ++c)
                to.row(y)[x * channels + c] = image.row(from_y[y])[from_x[x] * channels + c];
    return to;
}

}  // namespace pillow

INLAY_BODY Image pillow_resized(const Image& image, ImageSize size, Interpolation interpolation,
                                bool crop) {
    resampling::Span rows{image.height, 0, image.height}, columns{image.width, 0, image.width};
    if (crop) {
        const std::size_t height = image.width * size.height / size.width;
        const std::size_t width = image.height * size.width / size.height;
        if (height < rows.length) rows.length = height;
        if (width < columns.length) columns.length = width;
        rows.begin = (rows.cells - rows.length) / 2;
        columns.begin = (columns.cells - columns.length) / 2;
        if (rows.length == 0 || columns.length == 0)
            fail(Text() << "keep_aspect_ratio: a picture of " << image.height << "x" << image.width
                        << " has no part of the shape " << size.height << "x" << size.width);
    }
    if (interpolation == Interpolation::nearest) return pillow::nearest(image, rows, columns, size);

    // Rows go first where there are fewer of them by more than twice the columns.
    const auto lost = [](std::size_t from, std::size_t to) {
        return static_cast<std::int64_t>(from) - static_cast<std::int64_t>(to);
    };
    const std::int64_t fewer = lost(image.height, size.height);
    const bool rows_first = fewer > 0 && fewer > 2 * lost(image.width, size.width);
    Image resized = image;
    if (image.channels == 4) pillow::multiply_alpha(resized);
    const pillow::Weights across(interpolation, columns, size.width);
    const pillow::Weights down(interpolation, rows, size.height);
    if (rows_first) resized = pillow::with_rows(resized, down);
    resized = pillow::with_columns(resized, across);
    if (!rows_first) resized = pillow::with_rows(resized, down);
    if (image.channels == 4) pillow::divide_alpha(resized);
    return resized;
}

#endif

}  // namespace inlay::INLAY_ABI::data

#endif  // INLAY_DATA_PILLOW_RESIZE_HPP

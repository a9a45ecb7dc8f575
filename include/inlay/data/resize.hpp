// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_RESIZE_HPP
#define INLAY_DATA_RESIZE_HPP
// Arrays of pictures in other sizes, as Keras's ops.image.resize makes them: rows first, then
// columns, in single precision.

#include <inlay/config.hpp>
#include <inlay/data/image.hpp>
#include <inlay/data/resample.hpp>
#include <inlay/host/error.hpp>
#include <inlay/model/tensor.hpp>
#include <inlay/simd/pack.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

#if INLAY_BODIES
#include <algorithm>
#include <vector>
#endif

namespace inlay::INLAY_ABI::data {

/// How resize makes pictures of another size.
struct ResizeOptions {
    /// "nearest", "bilinear", "bicubic", "area", "lanczos3", "lanczos5", "gaussian" or
    /// "mitchellcubic".
    std::string_view interpolation = "bilinear";
    /// Whether kernels widen where pictures shrink, so that every pixel counts; nearest and area
    /// do not ask.
    bool antialias = false;
    /// Whether the largest middle part of the wanted shape is taken and the rest cut off.
    bool crop_to_aspect_ratio = false;
    /// Whether pictures get margins of `fill_value` until they have the wanted shape.
    bool pad_to_aspect_ratio = false;
    float fill_value = 0;
};

/// Pictures (n, height, width, channels), or one without n, in another size. An Error for another
/// shape, an unknown interpolation, or where they are to be cropped and padded.
INLAY_COLD Tensor<float> resize(const Tensor<float>& images, ImageSize size,
                                const ResizeOptions& options = {});

/// The same of a picture: (height, width, channels).
INLAY_COLD Tensor<float> resize(const Image& image, ImageSize size,
                                const ResizeOptions& options = {});

/// Resizes the largest middle part that has the wanted shape.
INLAY_COLD Tensor<float> smart_resize(const Tensor<float>& images, ImageSize size,
                                      std::string_view interpolation = "bilinear");

namespace resampling {

/// Pixels that lie in rows of `stride` numbers: bytes, or floats where there are none.
struct Pixels {
    std::size_t height = 0, width = 0, channels = 0, stride = 0;
    const std::uint8_t* bytes = nullptr;
    const float* floats = nullptr;

    /// A part of them, from a pixel on.
    Pixels part(std::size_t y, std::size_t x, std::size_t rows, std::size_t columns) const;
    /// The largest part in the middle that has the shape of `size`, as smart_resize cuts.
    Pixels middle(ImageSize size) const;
};

INLAY_COLD Pixels pixels_of(const Image& image);

/// Writes the pixels in another size, row by row.
INLAY_COLD void resize_into(const Pixels& from, ImageSize size, Interpolation interpolation,
                            bool antialias, float* to, std::size_t stride);

/// Writes the pixels as large as they fit into the size, in the middle of zeros, which `to` holds:
/// TensorFlow's resize_with_pad.
INLAY_COLD void resize_with_pad(const Pixels& from, ImageSize size, Interpolation interpolation,
                                float* to);

}  // namespace resampling

#if INLAY_BODIES

namespace resampling {

INLAY_BODY Pixels Pixels::part(std::size_t y, std::size_t x, std::size_t rows,
                               std::size_t columns) const {
    Pixels some = *this;
    some.height = rows;
    some.width = columns;
    const std::size_t offset = y * stride + x * channels;
    if (bytes != nullptr) some.bytes += offset;
    if (floats != nullptr) some.floats += offset;
    return some;
}

INLAY_BODY Pixels Pixels::middle(ImageSize size) const {
    const std::size_t rows = std::clamp<std::size_t>(width * size.height / size.width, 1, height);
    const std::size_t columns =
        std::clamp<std::size_t>(height * size.width / size.height, 1, width);
    return part((height - rows) / 2, (width - columns) / 2, rows, columns);
}

INLAY_BODY Pixels pixels_of(const Image& image) {
    return {image.height,        image.width, image.channels, image.width * image.channels,
            image.pixels.data(), nullptr};
}

inline Taps taps(std::size_t from, std::size_t to, Interpolation interpolation, bool antialias) {
    const Span span{from, 0, from};
    if (interpolation == Interpolation::nearest) return nearest_taps(span, to);
    if (interpolation == Interpolation::area) return area_taps(span, to);
    return taps_of(interpolation, span, to, antialias);
}

/// Adds a row, weighted, to a row of sums.
template <class Number>
void add_row(float weight, const Number* row, std::size_t count, float* sums) {
    for (std::size_t k = 0; k < count; ++k)
        sums[k] = simd::fma(weight, static_cast<float>(row[k]), sums[k]);
}

INLAY_BODY void resize_into(const Pixels& from, ImageSize size, Interpolation interpolation,
                            bool antialias, float* to, std::size_t stride) {
    const Taps down = taps(from.height, size.height, interpolation, antialias);
    const Taps across = taps(from.width, size.width, interpolation, antialias);
    const std::size_t channels = from.channels, length = from.width * channels;
    std::vector<float> row(length);
    for (std::size_t y = 0; y < size.height; ++y) {
        std::ranges::fill(row, 0.0f);
        for (std::size_t n = 0; n < down.count[y]; ++n) {
            const auto weight = static_cast<float>(down.weight[down.begin[y] + n]);
            const std::size_t offset = (down.first[y] + n) * from.stride;
            if (from.bytes != nullptr)
                add_row(weight, from.bytes + offset, length, row.data());
            else
                add_row(weight, from.floats + offset, length, row.data());
        }
        float* const out = to + y * stride;
        for (std::size_t x = 0; x < size.width; ++x)
            for (std::size_t c = 0; c < channels; ++c) {
                const float* const cells = row.data() + across.first[x] * channels + c;
                const double* const weights = across.weight.data() + across.begin[x];
                float sum = 0;
                for (std::size_t n = 0; n < across.count[x]; ++n)
                    sum = simd::fma(static_cast<float>(weights[n]), cells[n * channels], sum);
                out[x * channels + c] = sum;
            }
    }
}

INLAY_BODY void resize_with_pad(const Pixels& from, ImageSize size, Interpolation interpolation,
                                float* to) {
    const auto height = static_cast<float>(from.height), width = static_cast<float>(from.width);
    const auto rows = static_cast<float>(size.height), columns = static_cast<float>(size.width);
    const float ratio = std::max(width / columns, height / rows);
    const float fit_height = height / ratio, fit_width = width / ratio;
    const auto inner = [](float fit, std::size_t whole) {
        return std::clamp<std::size_t>(static_cast<std::size_t>(fit), 1, whole);
    };
    ImageSize fits;
    fits.height = inner(fit_height, size.height);
    fits.width = inner(fit_width, size.width);
    const auto above = static_cast<std::size_t>(std::max(0.0f, (rows - fit_height) / 2));
    const auto left = static_cast<std::size_t>(std::max(0.0f, (columns - fit_width) / 2));
    const std::size_t stride = size.width * from.channels;
    resize_into(from, fits, interpolation, false, to + above * stride + left * from.channels,
                stride);
}

/// One picture by all the options.
INLAY_COLD inline void resize_one(const Pixels& from, ImageSize size, Interpolation interpolation,
                                  const ResizeOptions& options, float* to) {
    const std::size_t stride = size.width * from.channels;
    if (!options.pad_to_aspect_ratio)
        return resize_into(options.crop_to_aspect_ratio ? from.middle(size) : from, size,
                           interpolation, options.antialias, to, stride);

    // Margins of a whole number of pixels, above and below or else left and right.
    const std::size_t height = std::max(from.height, from.width * size.height / size.width);
    const std::size_t width = std::max(from.width, from.height * size.width / size.height);
    const std::size_t above = (height - from.height) / 2;
    const std::size_t left = above > 0 ? 0 : (width - from.width) / 2;
    Pixels whole{from.height + 2 * above, from.width + 2 * left, from.channels};
    whole.stride = whole.width * whole.channels;
    std::vector<float> padded(whole.height * whole.stride, options.fill_value);
    for (std::size_t y = 0; y < from.height; ++y)
        for (std::size_t k = 0; k < from.width * from.channels; ++k)
            padded[(y + above) * whole.stride + left * from.channels + k] =
                from.bytes != nullptr ? static_cast<float>(from.bytes[y * from.stride + k])
                                      : from.floats[y * from.stride + k];
    whole.floats = padded.data();
    resize_into(whole, size, interpolation, options.antialias, to, stride);
}

/// The interpolation, once the options are known to fit.
INLAY_COLD inline Interpolation checked(ImageSize size, const ResizeOptions& options) {
    if (size.height == 0) fail("resize: found no size, expected {height, width}");
    if (options.crop_to_aspect_ratio && options.pad_to_aspect_ratio)
        fail(
            "resize: found crop_to_aspect_ratio and pad_to_aspect_ratio, expected one of them at "
            "most");
    return keras_interpolation(options.interpolation);
}

}  // namespace resampling

INLAY_BODY Tensor<float> resize(const Tensor<float>& images, ImageSize size,
                                const ResizeOptions& options) {
    const Interpolation interpolation = resampling::checked(size, options);
    std::vector<std::size_t> shape = images.shape();
    const std::size_t rank = shape.size();
    if ((rank != 3 && rank != 4) || images.size() == 0)
        fail(Text() << "resize: found an array of shape " << shape_text(shape)
                    << ", expected (height, width, channels) or (n, height, width, channels)");
    resampling::Pixels from{shape[rank - 3], shape[rank - 2], shape[rank - 1],
                            shape[rank - 2] * shape[rank - 1]};
    shape[rank - 3] = size.height;
    shape[rank - 2] = size.width;
    Tensor<float> to(shape);
    const std::size_t count = rank == 4 ? shape[0] : 1;
    for (std::size_t n = 0; n < count; ++n) {
        from.floats = images.data() + n * (images.size() / count);
        resampling::resize_one(from, size, interpolation, options,
                               to.data() + n * (to.size() / count));
    }
    return to;
}

INLAY_BODY Tensor<float> resize(const Image& image, ImageSize size, const ResizeOptions& options) {
    const Interpolation interpolation = resampling::checked(size, options);
    if (image.pixels.empty()) fail("resize: found an empty picture");
    Tensor<float> to({size.height, size.width, image.channels});
    resampling::resize_one(resampling::pixels_of(image), size, interpolation, options, to.data());
    return to;
}

INLAY_BODY Tensor<float> smart_resize(const Tensor<float>& images, ImageSize size,
                                      std::string_view interpolation) {
    return resize(images, size, {.interpolation = interpolation, .crop_to_aspect_ratio = true});
}

#endif

}  // namespace inlay::INLAY_ABI::data

#endif  // INLAY_DATA_RESIZE_HPP

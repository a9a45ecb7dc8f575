// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_IMAGE_TRANSFORM_HPP
#define INLAY_DATA_IMAGE_TRANSFORM_HPP
// Changes of one image, as Keras's ImageDataGenerator makes them: a turn, a shift, a shear and a
// zoom in one reading, channel shifts, flips, brightness.

#include <inlay/config.hpp>
#include <inlay/host/error.hpp>
#include <inlay/host/text.hpp>
#include <inlay/kernel/warp.hpp>
#include <inlay/model/array.hpp>
#include <inlay/model/tensor.hpp>
#include <inlay/simd/strict.hpp>
#include <inlay/train/rate.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI::data {

/// One change of an image, in Keras's names. x runs along the columns and y along the rows.
struct ImageTransform {
    Real theta = 0;       ///< a turn about the middle of the image, in degrees
    Real tx = 0, ty = 0;  ///< the image is read so many cells further right, further down
    Real shear = 0;       ///< an angle, in degrees
    Real zx = 1, zy = 1;  ///< steps of reading: below 1 the image grows
    bool flip_horizontal = false, flip_vertical = false;
    Real channel_shift_intensity = 0;    ///< is added, within the image's own range
    std::optional<double> brightness{};  ///< a factor, for numbers from 0 to 255; see there
};

/// How an image is read between its cells and beyond its edges, in scipy's meaning.
struct FillOptions {
    std::string_view fill_mode = "nearest";  ///< or "constant", "reflect", "wrap"
    Real cval = 0;                           ///< what "constant" fills with
    Whole interpolation_order = 1;           ///< 0 takes the nearest cell
};

namespace detail {

struct ImageExtents {
    std::size_t height, width, channels;

    std::size_t cells() const { return height * width; }
    std::size_t size() const { return cells() * channels; }
};

/// The size of an image (height, width, channels); an Error where it is none.
inline ImageExtents image_extents(const ArrayView& image, std::string_view whose) {
    const View<const std::size_t> shape = image.shape();
    if (shape.size() != 3 || image.empty())
        fail(Text() << whose << " needs an image (height, width, channels) but was given "
                    << shape_text(shape));
    return {shape[0], shape[1], shape[2]};
}

/// An Error where scipy's names, of which these are the ones that Keras takes, have another.
inline kernel::Reader reader_of(const FillOptions& options) {
    using kernel::Beyond;
    constexpr std::pair<std::string_view, Beyond> modes[] = {{"nearest", Beyond::nearest},
                                                             {"constant", Beyond::cut},
                                                             {"reflect", Beyond::reflect},
                                                             {"wrap", Beyond::overlap}};
    const auto* const mode =
        std::ranges::find(modes, options.fill_mode, &std::pair<std::string_view, Beyond>::first);
    if (mode == std::end(modes))
        fail(Text() << "fill_mode is \"" << options.fill_mode
                    << "\" but needs to be \"nearest\", \"constant\", \"reflect\" or \"wrap\"");
    const std::int64_t order = options.interpolation_order.value;
    if (order != 0 && order != 1)
        fail(Text() << "interpolation_order is " << order << " but needs to be 0 or 1");
    return {mode->second, order == 1, options.cval};
}

/// Rows of a matrix that maps (x, y, 1).
struct Plane {
    simd::Strict x[3]{{1}, {0}, {0}}, y[3]{{0}, {1}, {0}};

    /// The place to which the second one maps, mapped by the first.
    friend Plane operator*(const Plane& a, const Plane& b) {
        Plane product;
        for (int k = 0; k < 3; ++k) {
            const simd::Strict unit{k == 2 ? 1.0 : 0.0};
            product.x[k] = a.x[0] * b.x[k] + a.x[1] * b.y[k] + a.x[2] * unit;
            product.y[k] = a.y[0] * b.x[k] + a.y[1] * b.y[k] + a.y[2] * unit;
        }
        return product;
    }
};

/// The place in the input where a cell is read: rotation * shift * shear * zoom of the place about
/// the middle. Keras takes the height for the width in images that are not square, and moves
/// columns by height_shift_range; this does not.
inline kernel::Affine affine_of(const ImageTransform& t, const ImageExtents& size) {
    using simd::Strict;
    const double turns = t.theta / 360, sheared = t.shear / 360;
    const Strict zero{0}, c = kernel::cosine_of_turns(turns), s = kernel::sine_of_turns(turns);
    const Plane rotation{{c, zero - s, zero}, {s, c, zero}};
    const Plane shift{{{1}, zero, {t.tx}}, {zero, {1}, {t.ty}}};
    const Plane shear{{{1}, zero - kernel::sine_of_turns(sheared), zero},
                      {zero, kernel::cosine_of_turns(sheared), zero}};
    const Plane zoom{{{t.zx}, zero, zero}, {zero, {t.zy}, zero}};
    const Plane whole = rotation * shift * shear * zoom;
    return kernel::about_middle({{whole.y[1].value, whole.y[0].value, whole.y[2].value},
                                 {whole.x[1].value, whole.x[0].value, whole.x[2].value}},
                                size.height, size.width);
}

/// x + intensity, within the image's own smallest and largest number.
inline void shift_channels(std::span<float> image, double intensity) {
    const auto [least, most] = std::ranges::minmax(image);
    const auto by = static_cast<float>(intensity);
    for (float& v : image) v = std::clamp(v + by, least, most);
}

/// The columns, or the rows, in reverse order.
inline void flip(std::span<float> image, const ImageExtents& size, bool columns) {
    const std::size_t piece = columns ? size.channels : size.width * size.channels;
    const std::size_t pieces = columns ? size.width : size.height;
    const std::size_t times = columns ? size.height : 1;
    for (std::size_t n = 0; n < times; ++n) {
        float* const row = image.data() + n * pieces * piece;
        for (std::size_t a = 0, b = pieces - 1; a < b; ++a, --b)
            std::swap_ranges(row + a * piece, row + (a + 1) * piece, row + b * piece);
    }
}

/// factor times the image, in whole numbers from 0 to 255 as PIL makes them, of which Keras makes
/// use: both the image and the product are cut to bytes. An image that goes beyond these is
/// stretched over them before and back after. The fourth channel stays.
inline void brighten(std::span<float> image, const ImageExtents& size, double factor) {
    const auto [least, most] = std::ranges::minmax(image);
    const bool stretched = least < 0 || most > 255;
    const float range = most - least;
    const auto whole = [](float v) {  // 0 where it is no number
        return static_cast<float>(v > 0 ? static_cast<int>((std::min)(v, 255.0f)) : 0);
    };
    for (std::size_t k = 0; k < image.size(); ++k) {
        float v = image[k];
        if (stretched) v = range == 0 ? 0 : (v - least) / range * 255;
        v = whole(v);
        if (size.channels != 4 || k % 4 != 3) v = whole(static_cast<float>(factor) * v);
        image[k] = stretched ? simd::mul(v / 255, range) + least : v;
    }
}

/// All that a transform says, in Keras's order; `spare` is room for an image.
inline void apply(std::span<float> image, const ImageExtents& size, const ImageTransform& t,
                  const kernel::Reader& reader, std::vector<float>& spare) {
    const kernel::Affine affine = affine_of(t, size);
    if (affine != kernel::Affine{}) {
        spare.assign(image.begin(), image.end());
        kernel::warp(spare.data(), image.data(), size.height, size.width, size.channels, affine,
                     reader);
    }
    if (t.channel_shift_intensity != 0) shift_channels(image, t.channel_shift_intensity);
    if (t.flip_horizontal) flip(image, size, true);
    if (t.flip_vertical) flip(image, size, false);
    if (t.brightness) brighten(image, size, *t.brightness);
}

}  // namespace detail

/// An image (height, width, channels) of any numbers under a transform, in Keras's order: turn,
/// shift, shear and zoom in one reading, then channel shift, flips, brightness.
inline Tensor<> apply_transform(const ArrayView& image, const ImageTransform& transform,
                                const FillOptions& options = {}) {
    const detail::ImageExtents size = detail::image_extents(image, "apply_transform");
    const kernel::Reader reader = detail::reader_of(options);
    Tensor<> to({size.height, size.width, size.channels});
    image.read(0, to.size(), to.data());
    std::vector<float> spare;
    detail::apply(to, size, transform, reader, spare);
    return to;
}

}  // namespace inlay::INLAY_ABI::data

namespace inlay {
namespace data = INLAY_ABI::data;
}  // namespace inlay

#endif  // INLAY_DATA_IMAGE_TRANSFORM_HPP

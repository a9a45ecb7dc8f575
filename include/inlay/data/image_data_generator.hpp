// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_IMAGE_DATA_GENERATOR_HPP
#define INLAY_DATA_IMAGE_DATA_GENERATOR_HPP
// Images changed at random and brought to scale, batch by batch: Keras's ImageDataGenerator. How it
// brings them to scale is in image_statistics.hpp, its batches are in image_flow.hpp and
// loader_flow.hpp.

#include <inlay/config.hpp>
#include <inlay/data/image_ranges.hpp>
#include <inlay/data/image_transform.hpp>
#include <inlay/host/error.hpp>
#include <inlay/model/array.hpp>
#include <inlay/model/loader.hpp>
#include <inlay/model/options.hpp>
#include <inlay/model/tensor.hpp>
#include <inlay/random/stream.hpp>

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace inlay::INLAY_ABI::data {

class ImageFlow;
class LabelledImageFlow;
template <class Source>
class LoaderFlow;
struct FlowOptions;
struct LoaderFlowOptions;

/// What ImageDataGenerator::fit found: of each channel the mean and the standard deviation, where
/// they are asked for, and the matrix of the whitening.
struct ImageStatistics {
    std::size_t height = 0, width = 0, channels = 0;  ///< of the images
    std::vector<float> mean{}, deviation{}, whitening{};
};

/// What ImageDataGenerator::fit takes beside the images.
struct ImageFitOptions {
    bool augment = false;  ///< on images changed at random
    Whole rounds = 1;      ///< how often each, then
    Seed seed{};
};

/// Images changed at random, then brought to scale: fields, their defaults and the order of work
/// are those of Keras's ImageDataGenerator. Each image is turned, shifted, sheared and zoomed in
/// one reading, then come channel_shift_range, flips, brightness_range; preprocessing_function,
/// rescale, samplewise, featurewise, ZCA. Random numbers are functions of seed, epoch and image.
///
/// As in Keras, fit applies rescale but not preprocessing_function, both subsets of a
/// validation_split are changed at random, and brightness_range needs numbers from 0 to 255, which
/// it makes whole. Unlike there, height_shift_range moves rows, images that are not square turn
/// about their middle, and statistics that fit has not made are an Error.
struct ImageDataGenerator {
    bool featurewise_center = false;             ///< subtract the channel's mean over all images
    bool samplewise_center = false;              ///< subtract the image's mean
    bool featurewise_std_normalization = false;  ///< divide by the channel's deviation; centers too
    bool samplewise_std_normalization = false;   ///< divide by the image's deviation; centers too
    bool zca_whitening = false;  ///< centers, and leaves featurewise_std_normalization out; fit
                                 ///< takes time in the third power of an image's numbers
    Real zca_epsilon = 1e-6;
    Real rotation_range = 0;  ///< degrees, either way
    ShiftRange width_shift_range{}, height_shift_range{};
    Bounds brightness_range{};  ///< of a factor
    Real shear_range = 0;       ///< degrees, either way
    ZoomRange zoom_range{};     ///< of the steps of reading, for rows and for columns
    Real channel_shift_range = 0;
    std::string fill_mode = "nearest";  ///< or "constant", "reflect", "wrap", as in scipy
    Real cval = 0;
    bool horizontal_flip = false, vertical_flip = false;         ///< every second image
    Real rescale = 0;                                            ///< a factor; 0: none
    std::function<Tensor<>(Tensor<>)> preprocessing_function{};  ///< (height, width, channels) to
                                                                 ///< the same; threads share it
    Share validation_split = 0.0;   ///< the first part of the images, for subset = "validation"
    Whole interpolation_order = 1;  ///< 0 takes the nearest cell

    std::shared_ptr<const ImageStatistics> statistics{};  ///< what fit found

    /// Finds the statistics that featurewise_center, featurewise_std_normalization and
    /// zca_whitening ask for, on images (n, height, width, channels) or (n, height, width) of any
    /// numbers.
    void fit(const ArrayView& x, const ImageFitOptions& options = {});

    /// What is drawn for an image (height, width, channels) by a seed.
    ImageTransform get_random_transform(std::span<const std::size_t> shape, Seed seed) const;

    /// An image (height, width, channels) under a transform, by fill_mode and its kin.
    Tensor<> apply_transform(const ArrayView& image, const ImageTransform& transform) const {
        return data::apply_transform(image, transform, reading());
    }

    /// An image (height, width, channels) changed at random by a seed.
    Tensor<> random_transform(const ArrayView& image, Seed seed) const;

    /// An image (height, width, channels), or each of several (n, height, width, channels), brought
    /// to scale.
    Tensor<> standardize(const ArrayView& x) const;

    /// Batches of images (n, height, width, channels) or (n, height, width), changed and brought to
    /// scale, for predict.
    ImageFlow flow(const ArrayView& x, const FlowOptions& options) const;
    ImageFlow flow(const ArrayView& x) const;

    /// The same with labels of any kind, for fit and evaluate.
    template <std::convertible_to<ArrayView> Labels>
    LabelledImageFlow flow(const ArrayView& x, Labels&& y, const FlowOptions& options) const;
    template <std::convertible_to<ArrayView> Labels>
    LabelledImageFlow flow(const ArrayView& x, Labels&& y) const;

    /// The batches of another loader, such as one of a folder, with their images changed and
    /// brought to scale; all else in them stays.
    template <class Source>
        requires Loader<std::remove_cvref_t<Source>>
    LoaderFlow<Source> flow(Source&& loader, const LoaderFlowOptions& options) const;
    template <class Source>
        requires Loader<std::remove_cvref_t<Source>>
    LoaderFlow<Source> flow(Source&& loader) const;

    /// An Error that names the first option that cannot be.
    void validate() const;

    FillOptions reading() const { return {fill_mode, cval, interpolation_order}; }
    bool centers() const {
        return featurewise_center || featurewise_std_normalization || zca_whitening;
    }
    bool normalizes() const { return featurewise_std_normalization && !zca_whitening; }
};

namespace detail {

/// Several images of one size.
struct Images {
    ArrayView array;
    std::size_t count;
    ImageExtents size;

    void read(std::size_t number, std::span<float> to) const {
        array.read(number * size.size(), size.size(), to.data());
    }
};

inline Images images_of(const ArrayView& x, std::string_view whose) {
    const View<const std::size_t> shape = x.shape();
    if ((shape.size() != 3 && shape.size() != 4) || x.empty())
        fail(Text() << whose << " needs images (n, height, width, channels) but was given "
                    << shape_text(shape));
    return {x, shape[0], {shape[1], shape[2], shape.size() == 4 ? shape[3] : 1}};
}

/// What the words of an image's own part of a stream decide.
inline ImageTransform drawn(const ImageDataGenerator& generator, const ImageExtents& size,
                            const randomness::Stream& stream, std::uint64_t number) {
    constexpr std::uint64_t blocks = 4;
    std::uint32_t word[4 * blocks];
    for (std::uint64_t b = 0; b < blocks; ++b) {
        const randomness::Counter some = stream.block(blocks * number + b);
        std::ranges::copy(some.word, word + 4 * b);
    }
    const auto either_way = [&](int k, double range) { return uniform(word[k], -range, range); };
    ImageTransform t;
    t.theta = either_way(0, generator.rotation_range);
    t.ty = generator.height_shift_range.draw(word[1], word[2], size.height);
    t.tx = generator.width_shift_range.draw(word[3], word[4], size.width);
    t.shear = either_way(5, generator.shear_range);
    t.zx = generator.zoom_range.draw(word[6]);
    t.zy = generator.zoom_range.draw(word[7]);
    t.flip_horizontal = generator.horizontal_flip && word[8] >> 31 == 0;
    t.flip_vertical = generator.vertical_flip && word[9] >> 31 == 0;
    t.channel_shift_intensity = either_way(10, generator.channel_shift_range);
    if (generator.brightness_range.given) t.brightness = generator.brightness_range.draw(word[11]);
    return t;
}

/// The stream that an epoch's images are changed by.
inline randomness::Stream image_stream(std::uint64_t seed, std::uint64_t epoch) {
    return {seed, randomness::Purpose::image, epoch};
}

}  // namespace detail

inline void ImageDataGenerator::validate() const {
    const auto finite = [](const char* name, double value) {
        if (!std::isfinite(value))
            fail(Text() << name << " is " << readable(value) << " but needs to be finite");
    };
    finite("rotation_range", rotation_range);
    finite("shear_range", shear_range);
    finite("channel_shift_range", channel_shift_range);
    finite("rescale", rescale);
    finite("cval", cval);
    if (!(zca_epsilon >= 0)) fail("zca_epsilon needs to be 0 or more");
    if (!width_shift_range.valid()) fail("width_shift_range needs finite numbers, 0 or more");
    if (!height_shift_range.valid()) fail("height_shift_range needs finite numbers, 0 or more");
    if (!brightness_range.valid())
        fail("brightness_range needs two numbers, 0 or more, the smaller one first");
    if (!zoom_range.valid())
        fail("zoom_range needs a number from 0 to 1, or two, 0 or more, the smaller one first");
    share_of("validation_split", validation_split);
    detail::reader_of(reading());
}

inline ImageTransform ImageDataGenerator::get_random_transform(std::span<const std::size_t> shape,
                                                               Seed seed) const {
    validate();
    if (shape.size() != 3)
        fail(Text() << "get_random_transform needs a shape (height, width, channels) but was given "
                    << shape_text(shape));
    return detail::drawn(*this, {shape[0], shape[1], shape[2]},
                         detail::image_stream(seed.value_or(0), 0), 0);
}

inline Tensor<> ImageDataGenerator::random_transform(const ArrayView& image, Seed seed) const {
    const auto [height, width, channels] = detail::image_extents(image, "random_transform");
    return apply_transform(image, get_random_transform(std::vector{height, width, channels}, seed));
}

}  // namespace inlay::INLAY_ABI::data

namespace inlay {
namespace data = INLAY_ABI::data;
}  // namespace inlay

#endif  // INLAY_DATA_IMAGE_DATA_GENERATOR_HPP

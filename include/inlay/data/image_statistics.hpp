// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_IMAGE_STATISTICS_HPP
#define INLAY_DATA_IMAGE_STATISTICS_HPP
// What an ImageDataGenerator finds in images, and how it brings them to scale.

#include <inlay/config.hpp>
#include <inlay/data/image_data_generator.hpp>
#include <inlay/data/whitening.hpp>
#include <inlay/simd/pack.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI::data {

namespace detail {

/// The mean of numbers in the order in which they lie.
inline double mean_of(std::span<const float> numbers) {
    double sum = 0;
    for (const float v : numbers) sum += static_cast<double>(v);
    return sum / static_cast<double>(numbers.size());
}

/// What is added to a deviation before it divides.
inline constexpr float least_deviation = 1e-6f;

/// x - mean of each channel, over deviation + 1e-6 where that is wanted.
inline void scale_channels(std::span<float> image, const ImageStatistics& statistics,
                           bool normalizes) {
    for (std::size_t k = 0; k < image.size(); ++k) {
        const std::size_t channel = k % statistics.channels;
        image[k] -= statistics.mean[channel];
        if (normalizes) image[k] /= statistics.deviation[channel] + least_deviation;
    }
}

/// An Error where images of this size lack the statistics that the generator needs.
inline void need_statistics(const ImageDataGenerator& generator, const ImageExtents& size) {
    if (!generator.centers()) return;
    if (generator.statistics == nullptr)
        fail(Text() << (generator.zca_whitening  ? "zca_whitening"
                        : generator.normalizes() ? "featurewise_std_normalization"
                                                 : "featurewise_center")
                    << " needs statistics of the images: call fit(x) first");
    const ImageStatistics& found = *generator.statistics;
    const bool all = generator.zca_whitening;
    if (found.channels != size.channels ||
        (all && (found.height != size.height || found.width != size.width)))
        fail(Text() << "the images are "
                    << shape_text(std::vector{size.height, size.width, size.channels})
                    << " but fit saw "
                    << shape_text(std::vector{found.height, found.width, found.channels}));
    if ((found.mean.empty()) || (generator.normalizes() && found.deviation.empty()) ||
        (all && found.whitening.empty()))
        fail("options of the generator have changed since fit: call fit(x) again");
}

inline void rescale(std::span<float> image, double by) {
    if (by == 0) return;
    const auto factor = static_cast<float>(by);
    for (float& v : image) v = simd::mul(v, factor);
}

/// Brings an image to scale; `spare` is room for another.
inline void standardize(const ImageDataGenerator& generator, std::span<float> image,
                        const ImageExtents& size, std::vector<float>& spare) {
    if (generator.preprocessing_function) {
        Tensor<> given({size.height, size.width, size.channels}, {image.begin(), image.end()});
        const auto shape = given.shape();
        const Tensor<> made = generator.preprocessing_function(std::move(given));
        if (made.shape() != shape)
            fail(Text() << "preprocessing_function made " << shape_text(made.shape()) << " of "
                        << shape_text(shape) << ": it must keep the shape");
        std::ranges::copy(made, image.begin());
    }
    rescale(image, generator.rescale);
    if (generator.samplewise_center || generator.samplewise_std_normalization) {
        const auto mean = static_cast<float>(mean_of(image));
        for (float& v : image) v -= mean;
    }
    if (generator.samplewise_std_normalization) {
        const double mean = mean_of(image);
        double squares = 0;
        for (const float v : image) {
            const double from_mean = static_cast<double>(v) - mean;
            squares = simd::fma(from_mean, from_mean, squares);
        }
        const auto deviation =
            static_cast<float>(std::sqrt(squares / static_cast<double>(image.size())));
        for (float& v : image) v /= deviation + least_deviation;
    }
    if (!generator.centers()) return;
    scale_channels(image, *generator.statistics, generator.normalizes());
    if (!generator.zca_whitening) return;
    spare.assign(image.begin(), image.end());
    whiten(spare, generator.statistics->whitening, image);
}

/// The images that fit looks at, one by one, as often as they are needed.
class FitImages {
public:
    FitImages(const ImageDataGenerator& generator, const ArrayView& x,
              const ImageFitOptions& options)
        : images_(images_of(x, "fit")),
          generator_(generator),
          reader_(reader_of(generator.reading())),
          augment_(options.augment),
          rounds_(options.augment ? at_least("rounds", options.rounds, 1) : 1),
          seed_(options.seed.value_or(0)),
          image_(images_.size.size()) {}

    const ImageExtents& size() const { return images_.size; }
    std::size_t count() const { return rounds_ * images_.count; }

    template <class Use>
    void for_each(const Use& use) {
        for (std::size_t round = 0; round < rounds_; ++round)
            for (std::size_t n = 0; n < images_.count; ++n) {
                images_.read(n, image_);
                rescale(image_, generator_.rescale);
                if (augment_)
                    apply(image_, size(), drawn(generator_, size(), image_stream(seed_, round), n),
                          reader_, spare_);
                use(std::span<float>(image_));
            }
    }

private:
    Images images_;
    const ImageDataGenerator& generator_;
    kernel::Reader reader_;
    bool augment_;
    std::size_t rounds_;
    std::uint64_t seed_;
    std::vector<float> image_, spare_;
};

}  // namespace detail

inline void ImageDataGenerator::fit(const ArrayView& x, const ImageFitOptions& options) {
    validate();
    detail::FitImages images(*this, x, options);
    const std::size_t channels = images.size().channels, size = images.size().size();
    ImageStatistics found{images.size().height, images.size().width, channels, {}, {}, {}};
    const auto cells = static_cast<double>(images.count() * images.size().cells());

    // The mean over all cells of `number(image, k)` for each channel.
    const auto mean = [&](const auto& number) {
        std::vector<double> sums(channels);
        images.for_each([&](std::span<const float> image) {
            std::vector<double> sum(channels);
            for (std::size_t k = 0; k < size; ++k) sum[k % channels] += number(image, k);
            for (std::size_t c = 0; c < channels; ++c) sums[c] += sum[c];
        });
        for (double& sum : sums) sum /= cells;
        return sums;
    };
    const auto value = [](std::span<const float> image, std::size_t k) {
        return static_cast<double>(image[k]);
    };
    if (centers()) {
        const std::vector<double> means = mean(value);
        for (const double m : means) found.mean.push_back(static_cast<float>(m));
        if (normalizes()) {
            const auto square = [&](std::span<const float> image, std::size_t k) {
                const double from_mean = value(image, k) - means[k % channels];
                return simd::mul(from_mean, from_mean);
            };
            for (const double variance : mean(square))
                found.deviation.push_back(static_cast<float>(std::sqrt(variance)));
        }
    }
    if (zca_whitening) {
        std::vector<double> products(size * size);
        images.for_each([&](std::span<float> image) {
            detail::scale_channels(image, found, false);
            detail::add_products(image, products);
        });
        found.whitening =
            detail::whitening_of(std::move(products), size, images.count(), zca_epsilon);
    }
    statistics = std::make_shared<const ImageStatistics>(std::move(found));
}

inline Tensor<> ImageDataGenerator::standardize(const ArrayView& x) const {
    validate();
    const bool several = x.shape().size() == 4;
    const detail::ImageExtents size = several ? detail::images_of(x, "standardize").size
                                              : detail::image_extents(x, "standardize");
    detail::need_statistics(*this, size);
    Tensor<> to({x.shape().begin(), x.shape().end()});
    x.read(0, to.size(), to.data());
    std::vector<float> spare;
    for (std::size_t at = 0; at < to.size(); at += size.size())
        detail::standardize(*this, std::span<float>(to).subspan(at, size.size()), size, spare);
    return to;
}

}  // namespace inlay::INLAY_ABI::data

#endif  // INLAY_DATA_IMAGE_STATISTICS_HPP

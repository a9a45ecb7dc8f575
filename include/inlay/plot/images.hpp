// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_IMAGES_HPP
#define INLAY_PLOT_IMAGES_HPP
// Images in a grid, with what they are and what they were taken for.

#include <inlay/config.hpp>
#include <inlay/host/error.hpp>
#include <inlay/model/array.hpp>
#include <inlay/plot/classes.hpp>
#include <inlay/plot/picture.hpp>
#include <inlay/plot/range.hpp>
#include <inlay/plot/save.hpp>
#include <inlay/plot/tones.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI::plot {

/// What is shown of images, and how.
struct ImageOptions {
    ArrayView labels{};          ///< classes, or rows of probabilities or of zeros and a one
    ArrayView predictions{};     ///< likewise
    Names names{};               ///< of the classes
    std::size_t count = 25;      ///< no more than so many images are shown
    std::size_t columns = 0;     ///< 0: as many as suit
    bool only_mistakes = false;  ///< those whose prediction is not their label, the surest first
    ArrayView masks{};           ///< (n, height, width): a class for each pixel, laid over it
    ArrayView keypoints{};       ///< (n, points, 2): x and y from 0 to 1 of width and height
    std::string title = "";
    PngOptions png{};
};

namespace detail {

/// Images as they come: (n, height, width), (n, height, width, 1) or (n, height, width, 3).
class Images {
public:
    explicit Images(const ArrayView& array) : array_(array) {
        const auto shape = array.shape();
        const bool shaped = shape.size() == 3 || shape.size() == 4;
        if (array.flat() || !shaped || array.empty() ||
            (shape.size() == 4 && shape[3] != 1 && shape[3] != 3))
            fail(Text() << "plot::images: found an array of the shape " << shape_text(shape)
                        << ", expected images (n, height, width), (n, height, width, 1) or "
                        << "(n, height, width, 3)");
        height_ = shape[1];
        width_ = shape[2];
        channels_ = shape.size() == 4 ? shape[3] : 1;
        values_.resize(height_ * width_ * channels_);
        for (std::size_t n = 0; n < count() && !array.whole(); ++n)
            for (const double value : values_of(n)) range_.add(value);
        if (array.whole() || (range_.least >= 0 && range_.most > 1 && range_.most <= 255))
            range_ = {0, 255};
        else if (range_.least >= 0 && range_.most <= 1)
            range_ = {0, 1};
    }

    std::size_t count() const { return array_.shape()[0]; }
    std::size_t height() const { return height_; }
    std::size_t width() const { return width_; }

    /// Black and white are 0 and 255 of whole numbers, 0 and 1 or 255 of others where all lie
    /// between them, else the smallest and the largest of all images.
    Bitmap pixels(std::size_t number) {
        const std::vector<double>& values = values_of(number);
        Bitmap bitmap{width_, height_, {}};
        for (std::size_t place = 0; place < height_ * width_; ++place)
            for (std::size_t c = 0; c < 3; ++c)
                bitmap.bytes.push_back(static_cast<std::uint8_t>(
                    tone(grey_tones,
                         range_.part(values[place * channels_ + (channels_ == 3 ? c : 0)])) &
                    255));
        return bitmap;
    }

private:
    const std::vector<double>& values_of(std::size_t number) {
        array_.read(number * values_.size(), values_.size(), values_.data());
        return values_;
    }

    const ArrayView& array_;
    std::size_t height_ = 0, width_ = 0, channels_ = 0;
    std::vector<double> values_;
    Range range_;
};

/// Mixes the color of each pixel's class into it; class 0 is left as it is.
inline void lay_mask(Bitmap& bitmap, const ArrayView& masks, std::size_t number) {
    std::vector<double> classes(bitmap.width * bitmap.height);
    masks.read(number * classes.size(), classes.size(), classes.data());
    for (std::size_t place = 0; place < classes.size(); ++place) {
        if (!(classes[place] > 0 && classes[place] < 1e9)) continue;
        const auto k = static_cast<std::size_t>(std::fmod(classes[place] - 1, series_count));
        const std::uint32_t color = color_of(series(k), true);
        std::uint8_t* const byte = bitmap.bytes.data() + 3 * place;
        byte[0] = static_cast<std::uint8_t>((byte[0] + (color >> 16 & 255)) / 2);
        byte[1] = static_cast<std::uint8_t>((byte[1] + (color >> 8 & 255)) / 2);
        byte[2] = static_cast<std::uint8_t>((byte[2] + (color & 255)) / 2);
    }
}

/// The key points of an image that lie within, each with a color of its own.
inline std::vector<Tile::Dot> dots_of(const ArrayView& keypoints, std::size_t number) {
    std::vector<double> places(row_length(keypoints));
    keypoints.read(number * places.size(), places.size(), places.data());
    std::vector<Tile::Dot> dots;
    for (std::size_t k = 0; k + 1 < places.size(); k += 2)
        if (places[k] >= 0 && places[k] <= 1 && places[k + 1] >= 0 && places[k + 1] <= 1)
            dots.push_back({{places[k], places[k + 1]}, series(k / 2)});
    return dots;
}

/// What stands below an image: its prediction, and where that is none or wrong its label.
inline std::vector<Tile::Line> lines_of(std::size_t number, const Classes& labels,
                                        const Classes& predictions, const Names& names) {
    std::vector<Tile::Line> lines;
    const bool predicted = predictions.size() != 0, labelled = labels.size() != 0;
    const bool wrong =
        predicted && labelled && predictions.numbers[number] != labels.numbers[number];
    if (predicted) {
        Text words;
        words << names[predictions.numbers[number]];
        if (!predictions.shares.empty())
            words << ' ' << Decimal{100 * predictions.shares[number], 0} << " %";
        lines.push_back({words, wrong ? Ink::wrong : Ink::ink});
    }
    if (labelled && (wrong || !predicted))
        lines.push_back({(predicted ? "is " : "") + names[labels.numbers[number]],
                         predicted ? Ink::soft : Ink::ink});
    return lines;
}

}  // namespace detail

/// Images in a grid as a picture: (n, height, width), (n, height, width, 1) or (n, height, width,
/// 3). An Error where sizes do not fit, or no image is left to show.
inline Picture images_picture(const ArrayView& x, const ImageOptions& options = {}) {
    detail::Images images(x);
    const Classes labels = classes_of("plot::images: labels", options.labels);
    const Classes predictions = classes_of("plot::images: predictions", options.predictions);
    const std::size_t count = images.count();
    const auto fits = [&](const ArrayView& given, const char* what) {
        if (!given.shape().empty())
            require_as_many("plot::images", count, "images", examples_of(given), what);
    };
    fits(options.labels, "labels");
    fits(options.predictions, "predictions");
    fits(options.masks, "masks");
    fits(options.keypoints, "rows of keypoints");
    if (!options.masks.empty() && row_length(options.masks) != images.height() * images.width())
        fail(Text() << "plot::images: found masks of the shape "
                    << shape_text(options.masks.shape()) << ", expected a class for each of "
                    << images.height() << " x " << images.width() << " pixels");
    require_names("plot::images", options.names, (std::max)(labels.count, predictions.count));

    std::vector<std::size_t> shown;
    for (std::size_t n = 0; n < count; ++n)
        if (!options.only_mistakes || (labels.size() != 0 && predictions.size() != 0 &&
                                       labels.numbers[n] != predictions.numbers[n]))
            shown.push_back(n);
    if (options.only_mistakes && !predictions.shares.empty())
        std::sort(shown.begin(), shown.end(), [&](std::size_t a, std::size_t b) {
            const double one = predictions.share(a), other = predictions.share(b);
            return one != other ? one > other : a < b;
        });
    if (shown.size() > options.count) shown.resize(options.count);
    if (shown.empty())
        fail(
            Text() << "plot::images: there is nothing to show of " << count << " images"
                   << (options.only_mistakes ? ": found no prediction that is not the label" : ""));
    std::vector<Tile> tiles;
    for (const std::size_t n : shown) {
        Tile tile{images.pixels(n), detail::lines_of(n, labels, predictions, options.names)};
        if (!options.masks.empty()) detail::lay_mask(tile.pixels, options.masks, n);
        if (!options.keypoints.empty()) tile.dots = detail::dots_of(options.keypoints, n);
        tiles.push_back(std::move(tile));
    }
    return grid_picture(tiles, options.columns, options.title);
}

/// Draws images into a file, .svg or .png: its errors are those of images_picture, and that the
/// file cannot be written.
inline void images(const ArrayView& x, const ImageOptions& options, const std::string& path) {
    format_of("plot::images", path);
    save(images_picture(x, options), path, options.png);
}

}  // namespace inlay::INLAY_ABI::plot

#endif  // INLAY_PLOT_IMAGES_HPP

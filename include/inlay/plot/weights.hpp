// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_WEIGHTS_HPP
#define INLAY_PLOT_WEIGHTS_HPP
// How weights and gradients are distributed, a histogram for each tensor.

#include <inlay/config.hpp>
#include <inlay/host/error.hpp>
#include <inlay/host/text.hpp>
#include <inlay/host/view.hpp>
#include <inlay/plot/chart.hpp>
#include <inlay/plot/picture.hpp>
#include <inlay/plot/range.hpp>
#include <inlay/plot/save.hpp>
#include <inlay/plot/tones.hpp>
#include <inlay/shape/shape.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace inlay::INLAY_ABI::plot {

/// How histograms are drawn.
struct HistogramOptions {
    std::size_t count = 60;  ///< no more than so many tensors are shown
    std::string title = "";
    PngOptions png{};
};

namespace detail {

/// A tensor's numbers.
struct Histogram {
    std::string name;
    Shape shape;
    std::vector<double> values;
    Ink ink;
};

/// How many numbers lie in each of some parts of equal width, those that are not finite left out.
inline std::vector<std::size_t> bins_of(const std::vector<double>& values, const Range& range,
                                        std::size_t count) {
    std::vector<std::size_t> bins(count);
    for (const double value : values)
        if (std::isfinite(value))
            ++bins[(std::min)(count - 1, static_cast<std::size_t>(range.part(value) *
                                                                  static_cast<double>(count)))];
    return bins;
}

/// The path of a tensor, its layer shortened where it is too long.
inline std::string fitted_path(const std::string& path, double width) {
    const Style style{.size = 11.5, .bold = true};
    const std::size_t slash = path.rfind('/');
    if (width_of(path, style) <= width || slash == path.npos)
        return font::fitted(path, width, style.size, true);
    const std::string last = path.substr(slash);
    return font::fitted(
        font::fitted(path.substr(0, slash), width - width_of(last, style), style.size, true) + last,
        width, style.size, true);
}

/// The name, the shape and how far the numbers stray, the bars, and the smallest and the largest.
inline void put_histogram(Picture& picture, const Box& place, const Histogram& histogram) {
    Range range;
    double sum = 0, squares = 0;
    std::size_t count = 0;
    for (const double value : histogram.values) {
        if (!std::isfinite(value)) continue;
        range.add(value);
        sum += value;
        squares += value * value;
        ++count;
    }
    const std::size_t lost = histogram.values.size() - count;
    const double mean = count == 0 ? 0 : sum / static_cast<double>(count);
    const double variance = count == 0 ? 0 : squares / static_cast<double>(count) - mean * mean;
    picture.text({place.x, place.y + 11}, fitted_path(histogram.name, place.width),
                 {.size = 11.5, .bold = true});
    Text words;
    for (int d = 0; d < histogram.shape.rank(); ++d)
        words << (d > 0 ? " × " : "") << histogram.shape[d];
    if (lost != 0)
        words << ", " << lost << " not finite";
    else
        words << ", deviation " << number_text(std::sqrt((std::max)(variance, 0.0)), 3);
    picture.text({place.x, place.y + 27}, font::fitted(words, place.width, 11),
                 {.size = 11, .ink = lost != 0 ? Ink::wrong : Ink::soft});

    const auto bars = static_cast<std::size_t>(
        std::clamp(2 * std::ceil(std::sqrt(static_cast<double>(count))), 6.0, 36.0));
    const double base = place.bottom() - 18, height = base - place.y - 36;
    const std::vector<std::size_t> bins = bins_of(histogram.values, range, bars);
    const std::size_t most = *std::max_element(bins.begin(), bins.end());
    const double width = place.width / static_cast<double>(bars);
    for (std::size_t k = 0; k < bars; ++k) {
        if (bins[k] == 0) continue;
        const double high =
            (std::max)(1.0, height * static_cast<double>(bins[k]) / static_cast<double>(most));
        picture.box({place.x + static_cast<double>(k) * width, base - high, width - 1, high},
                    histogram.ink);
    }
    picture.line({{place.x, base}, {place.right(), base}}, Ink::axis);
    if (count == 0) return;
    const Style style{.size = 10, .ink = Ink::soft};
    if (range.least == range.most) {
        picture.text({place.center().x, place.bottom() - 5}, number_text(range.least, 3),
                     {.size = 10, .anchor = Anchor::middle, .ink = Ink::soft});
        return;
    }
    picture.text({place.x, place.bottom() - 5}, number_text(range.least, 3), style);
    picture.text({place.right(), place.bottom() - 5}, number_text(range.most, 3),
                 {.size = 10, .anchor = Anchor::end, .ink = Ink::soft});
}

inline Picture histograms_of(const std::vector<Histogram>& histograms, std::size_t all,
                             const std::string& title) {
    constexpr double margin = 24, width = 190, height = 124, gap = 26;
    const std::size_t columns = (std::min)(histograms.size(), std::size_t{4});
    const std::size_t rows = (histograms.size() + columns - 1) / columns;
    const bool some = histograms.size() < all;
    const double top = margin + (title.empty() ? 0 : 34) + (some ? 24 : 0);
    const double right = static_cast<double>(columns) * (width + gap) - gap;
    Picture picture((std::max)(right, 300.0) + 2 * margin,
                    top + static_cast<double>(rows) * (height + gap) - gap + margin,
                    title.empty() ? "Histograms" : title);
    put_title(picture, title, margin);
    if (some)
        picture.text({margin, top - 16},
                     Text() << "the first " << histograms.size() << " of " << all << " tensors",
                     {.size = 12, .ink = Ink::soft});
    for (std::size_t k = 0; k < histograms.size(); ++k)
        put_histogram(picture,
                      {margin + static_cast<double>(k % columns) * (width + gap),
                       top + static_cast<double>(k / columns) * (height + gap), width, height},
                      histograms[k]);
    return picture;
}

/// Histograms of a model's tensors, of which `of(name)` gives the numbers.
template <class Model, class Of>
Picture histograms_of(bool state, const HistogramOptions& options, const Of& of) {
    std::vector<Histogram> histograms;
    std::size_t all = 0;
    for (const std::string& name : Model::tensor_names()) {
        const bool trainable = Model::is_trainable(name);
        if (!trainable && !state) continue;
        if (++all > options.count) continue;
        const auto values = of(name);
        histograms.push_back({name,
                              Model::tensor_shape(name),
                              {values.begin(), values.end()},
                              trainable ? series(0) : Ink::soft});
    }
    if (histograms.empty()) fail(Text("plot: the model has no weights to draw histograms of"));
    return histograms_of(histograms, all, options.title);
}

}  // namespace detail

/// A histogram of each tensor of a model, those that nothing trains in grey, as a picture. An Error
/// where it has none.
template <class Model>
Picture weights_picture(const Model& model, const HistogramOptions& options = {}) {
    return detail::histograms_of<Model>(
        true, options, [&](const std::string& name) { return model.weights(name); });
}

/// A histogram of the gradient of each tensor: a block such as trainer.gradients(x, y), in the
/// order of model.weights(). An Error where its length is another.
template <class Model>
Picture gradients_picture(const Model& model, View<const typename Model::scalar> block,
                          const HistogramOptions& options = {}) {
    if (block.size() != Model::trainable_count)
        fail(Text() << "plot::gradients: found " << block.size() << " numbers, expected one for "
                    << "each of the " << Model::trainable_count << " trainable weights");
    const auto* const begin = model.weights().data();
    return detail::histograms_of<Model>(false, options, [&](const std::string& name) {
        const auto weights = model.weights(name);
        return block.part(static_cast<std::size_t>(weights.data() - begin), weights.size());
    });
}

/// Draws histograms of a model's tensors into a file, .svg or .png: its errors are those of
/// weights_picture, and that the file cannot be written.
template <class Model>
void weights(const Model& model, const std::string& path, const HistogramOptions& options = {}) {
    format_of("plot::weights", path);
    save(weights_picture(model, options), path, options.png);
}

/// Likewise of gradients.
template <class Model>
void gradients(const Model& model, View<const typename Model::scalar> block,
               const std::string& path, const HistogramOptions& options = {}) {
    format_of("plot::gradients", path);
    save(gradients_picture(model, block, options), path, options.png);
}

}  // namespace inlay::INLAY_ABI::plot

#endif  // INLAY_PLOT_WEIGHTS_HPP

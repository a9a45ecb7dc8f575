// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_FILTERS_HPP
#define INLAY_PLOT_FILTERS_HPP
// What the filters of a layer look for.

#include <inlay/config.hpp>
#include <inlay/plot/maps.hpp>
#include <inlay/plot/picture.hpp>
#include <inlay/plot/save.hpp>
#include <inlay/plot/tones.hpp>
#include <inlay/shape/shape.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace inlay::INLAY_ABI::plot {

namespace detail {

/// A kernel (height, width, in, out) as tiles: of one channel a plane a filter, of three an image,
/// of others a row for each filter of as many channels as fit.
inline Picture filters_of(const std::vector<double>& values, const Shape& shape,
                          const std::string& name, const MapOptions& options) {
    const std::size_t height = shape[0], width = shape[1];
    const bool depthwise = name.ends_with("depthwise_kernel");
    const std::size_t in = depthwise ? 1 : shape[2];
    const std::size_t out = depthwise ? shape[2] * shape[3] : shape[3];
    const bool colors = in == 3;
    const std::size_t channels = colors ? 1 : (std::min)(in, std::size_t{8});
    const MapScale scale(values);
    std::vector<Tile> tiles;
    for (std::size_t filter = 0; filter < out; ++filter)
        for (std::size_t channel = 0; channel < channels; ++channel) {
            if (tiles.size() + channels - channel > (std::max)(options.count, channels)) break;
            const auto value = [&](std::size_t row, std::size_t column, std::size_t c) {
                return values[((row * width + column) * in + c) * out + filter];
            };
            if (!colors) {
                tiles.push_back({bitmap_of(height, width, scale, [&](auto row, auto column) {
                    return value(row, column, channel);
                })});
                continue;
            }
            Bitmap bitmap{width, height, {}};
            for (std::size_t row = 0; row < height; ++row)
                for (std::size_t column = 0; column < width; ++column)
                    for (std::size_t c = 0; c < 3; ++c)
                        bitmap.bytes.push_back(static_cast<std::uint8_t>(
                            tone(grey_tones, scale.part(value(row, column, c))) & 255));
            tiles.push_back({std::move(bitmap)});
        }

    const std::size_t shown = tiles.size() / channels;
    Text words;
    words << (shown < out ? "the first " : "") << shown << (shown < out ? " of " : "")
          << (shown < out ? std::string(Text() << out) : "") << " filters";
    if (channels > 1)
        words << ", each a row of " << (channels < in ? "the first " : "its ") << channels
              << (channels < in ? " of its " + std::string(Text() << in) : "") << " channels";
    if (!colors) words << ", " << scale.text();
    return grid_picture(tiles,
                        options.columns != 0 ? options.columns
                        : channels > 1       ? channels
                                             : 0,
                        options.title.empty() ? name : options.title, words);
}

}  // namespace detail

/// The filters of a layer of two-dimensional convolutions as a picture. An Error lists those layers
/// where the model has none of that name.
template <class Model>
Picture filters_picture(const Model& model, std::string_view layer,
                        const MapOptions& options = {}) {
    std::vector<std::string> layers;
    for (const std::string& name : Model::tensor_names()) {
        const Shape shape = Model::tensor_shape(name);
        if (shape.rank() != 4 || !name.ends_with("kernel")) continue;
        const std::string owner = name.substr(0, name.rfind('/'));
        if (owner == layer) {
            const auto weights = model.weights(name);
            return detail::filters_of({weights.begin(), weights.end()}, shape, name, options);
        }
        layers.push_back(owner);
    }
    detail::fail_without("plot::filters", "layer of two-dimensional filters", layer, layers);
}

/// Draws the filters of a layer into a file, .svg or .png: its errors are those of filters_picture,
/// and that the file cannot be written.
template <class Model>
void filters(const Model& model, std::string_view layer, const std::string& path,
             const MapOptions& options = {}) {
    format_of("plot::filters", path);
    save(filters_picture(model, layer, options), path, options.png);
}

}  // namespace inlay::INLAY_ABI::plot

#endif  // INLAY_PLOT_FILTERS_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_ACTIVATIONS_HPP
#define INLAY_PLOT_ACTIVATIONS_HPP
// What a layer makes of an image.

#include <inlay/config.hpp>
#include <inlay/host/error.hpp>
#include <inlay/layer/from.hpp>
#include <inlay/layer/outputs.hpp>
#include <inlay/layer/sequential.hpp>
#include <inlay/model/arrays.hpp>
#include <inlay/model/model.hpp>
#include <inlay/plot/chart.hpp>
#include <inlay/plot/maps.hpp>
#include <inlay/plot/picture.hpp>
#include <inlay/plot/range.hpp>
#include <inlay/plot/save.hpp>
#include <inlay/plot/tones.hpp>
#include <inlay/program/names.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI::plot {

namespace detail {

/// The layers of a network whose output can be named: not those that stand in it several times.
template <class Net>
struct Nameable {
    static constexpr std::size_t count = [] {
        std::size_t count = 0;
        for (int k = 0; k < Net::lowered.layer_count; ++k)
            count += Net::layers[std::size_t(k)].calls == 1;
        return count;
    }();
    static constexpr auto numbers = [] {
        std::array<int, count> numbers{};
        std::size_t next = 0;
        for (int k = 0; k < Net::lowered.layer_count; ++k)
            if (Net::layers[std::size_t(k)].calls == 1) numbers[next++] = k;
        return numbers;
    }();

    /// From<"conv2d"> of the k-th of them.
    template <std::size_t k>
    static constexpr Sentence path = [] {
        Sentence path;
        program::put_path(path, Net::layers.data(), numbers[k]);
        return path;
    }();
    template <std::size_t k>
    static constexpr auto name = [] {
        char text[path<k>.length + 1]{};
        for (std::size_t c = 0; c < path<k>.length; ++c) text[c] = path<k>.characters[c];
        return Name<path<k>.length + 1>(text);
    }();
};

/// A network with the outputs of all its layers.
template <class Spec, class Net, class Numbers>
struct Watched;
template <class Spec, class Net, std::size_t... K>
struct Watched<Spec, Net, std::index_sequence<K...>> {
    using type = Sequential<Spec, Outputs<From<Nameable<Net>::template name<K>>...>>;
};

/// The numbers of one output, under its shape with the example in front.
struct LayerOutput {
    std::vector<std::size_t> shape;
    std::vector<double> values;
};

/// One example for each input of a network, under the shapes that it takes.
template <class Scalar, std::size_t count>
std::array<Tensor<Scalar>, count> one_example(const Arrays<count>& arrays,
                                              const std::array<Shape, count>& shapes) {
    std::array<Tensor<Scalar>, count> tensors;
    for (std::size_t k = 0; k < count; ++k) {
        if (arrays[k].size() != shapes[k].size())
            fail(Text() << "plot::activations: found an array of the shape "
                        << shape_text(arrays[k].shape()) << ", expected one example, "
                        << shape_text("1", shapes[k]));
        std::vector<std::size_t> shape{1};
        for (int d = 0; d < shapes[k].rank(); ++d) shape.push_back(shapes[k][d]);
        tensors[k] = Tensor<Scalar>(std::move(shape));
        arrays[k].read(0, tensors[k].size(), tensors[k].data());
    }
    return tensors;
}

/// The output of a layer for one example: all layers are outputs of one more network, of the same
/// weights, so that a name may come when the program runs.
template <class Spec, class In, class Scalar, class Policy>
LayerOutput output_of(const Model<Spec, In, Scalar, Policy>& model,
                      const Arrays<Network<Spec, In, Scalar, Policy>::input_count>& example,
                      std::string_view layer) {
    using Net = Network<Spec, In, Scalar, Policy>;
    using All = Nameable<Net>;
    static_assert(Net::output_count == 1,
                  "inlay: plot::activations looks into a network of one output: take Until<Net, "
                  "\"x\"> of one that has several");
    using Numbers = std::make_index_sequence<All::count>;
    const auto example_tensors = one_example<Scalar>(example, Net::input_shapes);

    std::size_t wanted = All::count;
    std::vector<std::string> names;
    for (const int number : All::numbers) {
        Text path;
        program::put_path(path, Net::layers.data(), number);
        if (path == layer) wanted = names.size();
        names.push_back(path);
    }
    if (wanted == All::count) fail_without("plot::activations", "layer", layer, names);

    Model<typename Watched<Spec, Net, Numbers>::type, In, Scalar, Policy> watched;
    watched.set_weights(model.get_weights());
    const auto outputs = std::apply(
        [&](const auto&... inputs) {
            if constexpr (sizeof...(inputs) == 1)
                return watched.predict(inputs...);
            else
                return watched.predict(std::tie(inputs...));
        },
        example_tensors);
    LayerOutput found;
    std::size_t k = 0;
    const auto look = [&](const Tensor<Scalar>& output) {
        if (k++ == wanted) found = {output.shape(), {output.begin(), output.end()}};
    };
    if constexpr (All::count == 1)
        look(outputs);
    else
        std::apply([&](const auto&... output) { (look(output), ...); }, outputs);
    return found;
}

/// The numbers of a vector as bars.
inline Picture bars_of(const std::vector<double>& values, const std::string& title) {
    Picture picture(640, 330, title);
    put_title(picture, title, 24);
    const auto count = static_cast<double>(values.size());
    Range range;
    range.add(0);
    for (const double value : values) range.add(value);
    Scale x(0, count - 1, 10, true);
    x.bound(-0.6, count - 0.4);
    const Chart chart{picture,
                      {24 + Chart::left, 62, 592 - Chart::left, 206},
                      x,
                      Scale(range.least, range.most, 5)};
    chart.draw("number");
    for (std::size_t k = 0; k < values.size(); ++k)
        chart.bar(static_cast<double>(k) - 0.4, static_cast<double>(k) + 0.4, values[k], series(0));
    return picture;
}

/// A plane a channel; of a sequence one plane of all channels; of a vector its numbers as bars.
inline Picture activations_of(const LayerOutput& output, std::string_view layer,
                              const MapOptions& options) {
    const std::size_t rank = output.shape.size() - 1;
    const std::string title = options.title.empty() ? std::string(layer) : options.title;
    if (rank == 1) return bars_of(output.values, title);
    const MapScale scale(output.values);
    Text words;
    words << shape_text(View<const std::size_t>(output.shape).from(1)) << ", " << scale.text();
    std::vector<Tile> tiles;
    const std::size_t channels = output.shape[rank];
    if (rank == 2) {
        const std::size_t steps = output.shape[1];
        tiles.push_back({bitmap_of(channels, steps, scale, [&](auto row, auto column) {
            return output.values[column * channels + row];
        })});
        words << ", steps to the right, channels downwards";
        return grid_picture(tiles, 1, title, words);
    }
    std::size_t height = 1;  // of volumes, whose slices stand below each other
    for (std::size_t d = 1; d < rank - 1; ++d) height *= output.shape[d];
    const std::size_t width = output.shape[rank - 1];
    for (std::size_t c = 0; c < channels && c < options.count; ++c)
        tiles.push_back({bitmap_of(height, width, scale, [&](auto row, auto column) {
            return output.values[(row * width + column) * channels + c];
        })});
    if (tiles.size() < channels) words << ", the first " << tiles.size() << " channels";
    return grid_picture(tiles, options.columns, title, words);
}

}  // namespace detail

/// What a layer makes of one example, as a picture: a plane for each channel. The layer has Keras's
/// name or a given one, behind those of the nested models that it stands in, and stands in the
/// network once. An Error lists all names, or says what the example should have been.
template <class Spec, class In, class Scalar, class Policy>
Picture activations_picture(const Model<Spec, In, Scalar, Policy>& model,
                            const Arrays<Network<Spec, In, Scalar, Policy>::input_count>& example,
                            std::string_view layer, const MapOptions& options = {}) {
    return detail::activations_of(detail::output_of(model, example, layer), layer, options);
}

/// Draws what a layer makes of one example into a file, .svg or .png: its errors are those of
/// activations_picture, and that the file cannot be written.
template <class Spec, class In, class Scalar, class Policy>
void activations(const Model<Spec, In, Scalar, Policy>& model,
                 const Arrays<Network<Spec, In, Scalar, Policy>::input_count>& example,
                 std::string_view layer, const std::string& path, const MapOptions& options = {}) {
    format_of("plot::activations", path);
    save(activations_picture(model, example, layer, options), path, options.png);
}

}  // namespace inlay::INLAY_ABI::plot

#endif  // INLAY_PLOT_ACTIVATIONS_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_MODEL_HPP
#define INLAY_PLOT_MODEL_HPP
// A network as a picture: the rows of its summary, and what reads what.

#include <inlay/config.hpp>
#include <inlay/host/text.hpp>
#include <inlay/host/view.hpp>
#include <inlay/model/layer_names.hpp>
#include <inlay/model/model.hpp>
#include <inlay/model/summary.hpp>
#include <inlay/plot/graph.hpp>
#include <inlay/plot/picture.hpp>
#include <inlay/plot/save.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI::plot {

/// How a network is drawn.
struct ModelOptions {
    bool show_shapes = true;      ///< of the outputs of layers
    bool show_parameters = true;  ///< how many there are
    std::string title = "";       ///< empty: the name of the model
    PngOptions png{};
};

namespace detail {

/// A row of the summary as a card.
struct Card {
    std::string name, title, shape, parameters;
    Ink ink;
};

/// 26 × 26 × 32
inline Text extents_text(const Shape& shape) {
    Text text;
    for (int d = 0; d < shape.rank(); ++d) text << (d > 0 ? " × " : "") << shape[d];
    return text;
}

inline Card card_of(const SummaryRow& row, const ModelOptions& options) {
    Card card{row.name, std::string(row.title), {}, {}, Ink::axis};
    if (options.show_shapes) card.shape = extents_text(row.shape);
    if (options.show_parameters && row.parameters != 0)
        card.parameters = printing::grouped(row.parameters);
    if (row.title == "InputLayer")
        card.ink = series(2);
    else if (row.parameters != 0)
        card.ink = row.frozen ? Ink::soft : series(0);
    return card;
}

/// A number for each layer that stands in no nested model, behind those of the inputs.
inline std::vector<std::size_t> numbers_of_rows(const layer_names::Described& model) {
    std::vector<std::size_t> numbers(model.layers.size());
    std::size_t next = model.inputs.size();
    for (std::size_t k = 0; k < numbers.size(); ++k)
        if (model.layers[k].scope < 0) numbers[k] = next++;
    for (std::size_t k = 0; k < numbers.size(); ++k) {  // a nested model stands for what is in it
        int outer = static_cast<int>(k);
        while (model.layers[std::size_t(outer)].scope >= 0)
            outer = model.layers[std::size_t(outer)].scope;
        numbers[k] = numbers[std::size_t(outer)];
    }
    return numbers;
}

/// What reads what, each once. A shared layer that reads what comes of its own output would close a
/// ring: that edge is left out.
inline std::vector<Edge> edges_of(const layer_names::Described& model) {
    const std::vector<std::size_t> numbers = numbers_of_rows(model);
    std::vector<Edge> edges;
    for (const program::Connection& read : model.connections) {
        const Edge edge{
            read.source < 0 ? std::size_t(-1 - read.source) : numbers[std::size_t(read.source)],
            numbers[std::size_t(read.reader)]};
        const auto same = [&](const Edge& other) {
            return other.from == edge.from && other.to == edge.to;
        };
        if (edge.from < edge.to && std::none_of(edges.begin(), edges.end(), same))
            edges.push_back(edge);
    }
    return edges;
}

inline void put_card(Picture& picture, const Box& box, const Card& card) {
    picture.box(box, Ink::axis, 6);
    picture.box(box.inset(1), Ink::panel, 5);
    picture.box({box.x + 7, box.y + 9, 3, box.height - 18}, card.ink, 1.5);
    const double left = box.x + 18, right = box.right() - 12;
    picture.text({left, box.y + 19}, card.name, {.size = 12.5, .bold = true});
    picture.text({left, box.y + 35}, card.title, {.size = 11, .ink = Ink::soft});
    picture.text({right, box.y + 35}, card.shape,
                 {.size = 11, .anchor = Anchor::end, .ink = Ink::soft});
    picture.text({right, box.y + 19}, card.parameters, {.size = 11, .anchor = Anchor::end});
}

/// A line that leaves and reaches each row vertically, and the head of an arrow at its end.
inline void put_edge(Picture& picture, std::vector<Point> path) {
    constexpr double head = 7;
    const Point tip = path.back();
    path.back().y -= head;
    std::vector<Point> points{path[0]};
    for (std::size_t k = 1; k < path.size(); ++k) {
        const Point a = path[k - 1], b = path[k];
        const double middle = (a.y + b.y) / 2;
        const int pieces = a.x == b.x ? 1 : 16;
        for (int piece = 1; piece <= pieces; ++piece) {
            const double t = static_cast<double>(piece) / pieces, s = 1 - t;
            points.push_back({a.x + (b.x - a.x) * t * t * (3 - 2 * t),
                              s * s * s * a.y + 3 * s * t * middle + t * t * t * b.y});
        }
    }
    picture.line(std::move(points), Ink::axis, 1.5);
    picture.polygon({tip, {tip.x - 4, tip.y - head}, {tip.x + 4, tip.y - head}}, Ink::axis);
}

/// The picture of a table of rows, inputs first, and the edges between them.
inline Picture picture_of(const SummaryTable& table, const std::vector<Edge>& edges,
                          const ModelOptions& options) {
    constexpr double margin = 24, height = 46, space = 30, widest_text = 200;
    std::vector<Card> cards;
    double width = 150;
    bool frozen = false;
    for (const SummaryRow& row : table.rows) {
        Card card = card_of(row, options);
        frozen = frozen || (row.frozen && row.parameters != 0);
        card.name = font::fitted(card.name, widest_text, 12.5, true);
        card.title = font::fitted(card.title, widest_text, 11);
        const double upper = width_of(card.name, {.size = 12.5, .bold = true}) +
                             width_of(card.parameters, {.size = 11});
        const double lower =
            width_of(card.title, {.size = 11}) + width_of(card.shape, {.size = 11});
        width = (std::max)(width, (std::max)(upper, lower) + 18 + 12 + 18);
        cards.push_back(std::move(card));
    }
    const Layout layout(cards.size(), edges, width, height, space);
    const std::string title = options.title.empty() ? std::string(table.model_name) : options.title;
    Text words;
    words << printing::grouped(table.trainable + table.non_trainable) << " parameters, "
          << printing::grouped(table.multiply_adds) << " multiply-adds";
    if (frozen) words << ", grey ones frozen";
    const double least = (std::max)(width_of(words, {.size = 12}),
                                    (std::min)(width_of(title, {.size = 16, .bold = true}), 480.0));
    const double top = margin + 52;
    Picture picture((std::max)(layout.width(), least) + 2 * margin, top + layout.height() + margin,
                    title);
    put_title(picture, title, margin);
    picture.text({margin, margin + 34}, words, {.size = 12, .ink = Ink::soft});
    const double left = (picture.width() - layout.width()) / 2;
    for (std::size_t k = 0; k < edges.size(); ++k) {
        std::vector<Point> path = layout.path(k);
        for (Point& point : path) point = {point.x + left, point.y + top};
        put_edge(picture, std::move(path));
    }
    for (std::size_t k = 0; k < cards.size(); ++k) {
        const Box box = layout.box(k);
        put_card(picture, {box.x + left, box.y + top, box.width, box.height}, cards[k]);
    }
    return picture;
}

}  // namespace detail

namespace detail {

/// What a summary tells of a model, inputs included, and what reads what.
struct Described {
    std::vector<SummaryRow> rows;
    SummaryTable table;
    std::vector<Edge> edges;
};

template <class Net>
Described described() {
    const layer_names::Described model{
        .layers = layer_names::layers_of<Net>(),
        .connections = {Net::connections.data(), Net::connections.size()},
        .inputs = {Net::entries.data(), Net::entries.size()},
        .outputs = Net::output_count,
        .name = Net::lowered.name,
        .all_inputs = true};
    Described all;
    all.rows.resize(2 * Net::layers.size() + Net::entries.size());
    all.table = layer_names::table_of(model, false, all.rows.data());
    all.table.trainable = Net::trainable_count;
    all.table.non_trainable = Net::state_count;
    all.table.multiply_adds = Net::multiply_adds;
    all.edges = edges_of(model);
    return all;
}

}  // namespace detail

/// A network as a picture, as Keras's plot_model draws one: a card for each row of summary() with
/// name, type, output shape and number of parameters, and for each input; lines lead to what reads
/// them.
template <class Model>
Picture model_picture(const Model&, const ModelOptions& options = {}) {
    const detail::Described model = detail::described<typename Model::Net>();
    return detail::picture_of(model.table, model.edges, options);
}

/// Draws a network into a file, .svg or .png. An Error where it cannot be written.
template <class Model>
void model(const Model& model, const std::string& path, const ModelOptions& options = {}) {
    format_of("plot::model", path);
    save(model_picture(model, options), path, options.png);
}

}  // namespace inlay::INLAY_ABI::plot

#endif  // INLAY_PLOT_MODEL_HPP

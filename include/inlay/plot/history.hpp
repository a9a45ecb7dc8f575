// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_HISTORY_HPP
#define INLAY_PLOT_HISTORY_HPP
// Learning curves.

#include <inlay/config.hpp>
#include <inlay/host/error.hpp>
#include <inlay/model/history.hpp>
#include <inlay/plot/chart.hpp>
#include <inlay/plot/picture.hpp>
#include <inlay/plot/range.hpp>
#include <inlay/plot/save.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace inlay::INLAY_ABI::plot {

/// How learning curves are drawn.
struct HistoryOptions {
    std::string title = "";
    PngOptions png{};
};

namespace detail {

/// The loss, what belongs to it, and then the other scores, without their twins of the validation.
inline std::vector<std::string> panels_of(const History& history) {
    std::vector<std::string> panels;
    for (const std::string& key : history.keys())
        if (!key.starts_with("val_") || !history.contains(key.substr(4))) panels.push_back(key);
    const auto loss = std::find(panels.begin(), panels.end(), "loss");
    if (loss != panels.end()) std::rotate(panels.begin(), loss, loss + 1);
    return panels;
}

/// The numbers of a key under their epochs, counted from 1. Those of a validation that is not made
/// in each epoch stand at every second, third ...
inline std::vector<Point> series_of(const History& history, const std::string& key) {
    const std::vector<float> values = history[key];
    const std::size_t every = values.empty() ? 1 : history.epochs() / values.size();
    std::vector<Point> points;
    for (std::size_t k = 0; k < values.size(); ++k)
        points.push_back({static_cast<double>((k + 1) * every), static_cast<double>(values[k])});
    return points;
}

/// One score: the curve of training and, in another color, that of the validation, whose latest
/// numbers the legend tells.
inline void put_panel(Picture& picture, const Box& place, const History& history,
                      const std::string& key) {
    std::vector<std::string> keys{key};
    if (history.contains("val_" + key)) keys.push_back("val_" + key);
    Range range;
    std::vector<std::vector<Point>> curves;
    std::vector<LegendEntry> legend;
    for (const std::string& name : keys) {
        curves.push_back(series_of(history, name));
        for (const Point& point : curves.back()) range.add(point.y);
        Text words;
        words << (legend.empty() ? "training " : "validation ")
              << number_text(curves.back().back().y);
        legend.push_back({series(legend.size()), words});
    }
    if (range.empty()) range.add(0);

    picture.text({place.x, place.y + 13}, font::fitted(key, place.width, 13, true),
                 {.size = 13, .bold = true});
    put_legend(picture, {place.x, place.y + 32}, place.width, legend);
    const double epochs = static_cast<double>(history.epochs());
    Scale x(1, epochs, 8, true);
    x.bound(epochs == 1 ? 0.5 : 1, epochs == 1 ? 1.5 : epochs);
    const Box area{place.x + Chart::left, place.y + 54, place.width - Chart::left - 10,
                   place.height - 54 - 38};
    const Chart chart{picture, area, x, Scale(range.least, range.most, 5)};
    chart.draw("epoch");
    for (std::size_t k = 0; k < curves.size(); ++k) {
        chart.curve(curves[k], series(k));
        const Point last = curves[k].back();
        if (std::isfinite(last.y)) picture.dot(chart.at(last.x, last.y), 3, series(k));
    }
}

}  // namespace detail

/// Learning curves as a picture: a panel for the loss and for each metric, the numbers of the
/// validation in the panels of their twins. An Error where the history is empty.
inline Picture history_picture(const History& history, const HistoryOptions& options = {}) {
    const std::vector<std::string> panels = detail::panels_of(history);
    if (panels.empty())
        fail(Text("plot::history: the history is empty: it is what fit returns after an epoch"));
    constexpr double width = 420, height = 290, gap = 36, margin = 24;
    const std::size_t columns = panels.size() == 1 ? 1 : 2;
    const std::size_t rows = (panels.size() + columns - 1) / columns;
    const auto along = [&](std::size_t count, double size) {
        return static_cast<double>(count) * (size + gap) - gap;
    };
    const double top = margin + (options.title.empty() ? 0 : 34);
    Picture picture(along(columns, width) + 2 * margin, top + along(rows, height) + margin,
                    options.title.empty() ? "Learning curves" : options.title);
    put_title(picture, options.title, margin);
    for (std::size_t k = 0; k < panels.size(); ++k)
        detail::put_panel(picture,
                          {margin + static_cast<double>(k % columns) * (width + gap),
                           top + static_cast<double>(k / columns) * (height + gap), width, height},
                          history, panels[k]);
    return picture;
}

/// Draws learning curves into a file, .svg or .png. An Error where the history is empty or the
/// file cannot be written.
inline void history(const History& history, const std::string& path,
                    const HistoryOptions& options = {}) {
    format_of("plot::history", path);
    save(history_picture(history, options), path, options.png);
}

}  // namespace inlay::INLAY_ABI::plot

#endif  // INLAY_PLOT_HISTORY_HPP

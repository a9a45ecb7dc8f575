// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_REPORT_HPP
#define INLAY_PLOT_REPORT_HPP
// A training run on one page of HTML that needs nothing else: no script, no font, no network.

#include <inlay/config.hpp>
#include <inlay/host/error.hpp>
#include <inlay/host/text.hpp>
#include <inlay/io/file.hpp>
#include <inlay/model/array.hpp>
#include <inlay/model/history.hpp>
#include <inlay/model/model.hpp>
#include <inlay/plot/chart.hpp>
#include <inlay/plot/classes.hpp>
#include <inlay/plot/confusion.hpp>
#include <inlay/plot/curves.hpp>
#include <inlay/plot/history.hpp>
#include <inlay/plot/images.hpp>
#include <inlay/plot/model.hpp>
#include <inlay/plot/svg.hpp>
#include <inlay/plot/weights.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI::plot {

/// What a report tells beside the history and the model.
struct ReportOptions {
    std::string title = "Training run";
    std::vector<std::pair<std::string, std::string>> settings{};  ///< {"optimizer", "Adam, 1e-3"}
    ArrayView x{};                                                ///< examples that were kept aside
    ArrayView y{};  ///< their classes: confusion, curves, worst mistakes
    Names names{};  ///< of the classes
};

namespace detail {

/// The page, section by section.
class Report {
public:
    explicit Report(const std::string& title) {
        page_ << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                 "<meta name=\"viewport\" content=\"width=device-width\">\n"
                 "<meta name=\"color-scheme\" content=\"light dark\">\n"
                 "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                 "style-src 'unsafe-inline'; img-src data:\">\n"
                 "<link rel=\"icon\" href=\"data:,\">\n<title>"
              << escaped(title) << "</title>\n<style>" << svg_style();
        put_colors(false);
        page_ << "@media(prefers-color-scheme:dark){";
        put_colors(true);
        page_ << "}body{margin:0 auto;max-width:1000px;padding:24px;background:var(--paper);"
                 "color:var(--ink);font:15px/1.5 'Helvetica Neue',Helvetica,Arial,"
                 "'Liberation Sans',sans-serif}h1{font-size:26px;margin:8px 0 20px}"
                 "h2{font-size:18px;margin:40px 0 12px;padding-top:20px;"
                 "border-top:1px solid var(--grid)}"
                 "svg{max-width:100%;height:auto;display:block;margin:-8px 0 0 -24px}"
                 ".tiles{display:flex;flex-wrap:wrap;gap:12px}"
                 ".tile{background:var(--panel);border-radius:8px;padding:10px 16px;"
                 "min-width:110px}.tile b{display:block;font-size:20px}"
                 ".tile span,summary,p{color:var(--soft)}summary{cursor:pointer;margin:12px 0}"
                 ".wide{overflow-x:auto}table{border-collapse:collapse;font-size:14px;"
                 "font-variant-numeric:tabular-nums}th{text-align:left;color:var(--soft);"
                 "font-weight:400}th,td{padding:4px 20px 4px 0;"
                 "border-bottom:1px solid var(--grid);white-space:nowrap}"
                 ".n{text-align:right}</style>\n</head>\n<body>\n<h1>"
              << escaped(title) << "</h1>\n";
    }

    void begin_tiles() { page_ << "<div class=\"tiles\">\n"; }
    void tile(std::string_view name, std::string_view value) {
        page_ << "<div class=\"tile\"><span>" << escaped(name) << "</span><b>" << escaped(value)
              << "</b></div>\n";
    }
    void end_tiles() { page_ << "</div>\n"; }

    void section(std::string_view title) { page_ << "<h2>" << escaped(title) << "</h2>\n"; }
    void picture(const Picture& picture) {
        page_ << "<div class=\"wide\">" << svg_of(picture, false) << "</div>\n";
    }
    void words(std::string_view words) { page_ << "<p>" << escaped(words) << "</p>\n"; }

    /// What follows is folded up behind a name, until the end.
    void begin_fold(std::string_view name, bool open) {
        page_ << "<details" << (open ? " open" : "") << "><summary>" << escaped(name)
              << "</summary>\n";
    }
    void end_fold() { page_ << "</details>\n"; }

    /// A table: the first row are its headers; columns of numbers stand to the right.
    void table(const std::vector<std::vector<std::string>>& rows,
               const std::vector<bool>& numbers) {
        page_ << "<div class=\"wide\"><table>\n";
        for (const std::vector<std::string>& row : rows) {
            const char* const cell = &row == rows.data() ? "th" : "td";
            page_ << "<tr>";
            for (std::size_t k = 0; k < row.size(); ++k)
                page_ << '<' << cell << (numbers[k] ? " class=\"n\">" : ">") << escaped(row[k])
                      << "</" << cell << '>';
            page_ << "</tr>\n";
        }
        page_ << "</table></div>\n";
    }

    Text finish() { return page_ << "</body>\n</html>\n"; }

private:
    void put_colors(bool dark) {
        constexpr std::pair<const char*, Ink> used[]{{"paper", Ink::paper},
                                                     {"panel", Ink::panel},
                                                     {"grid", Ink::grid},
                                                     {"soft", Ink::soft},
                                                     {"ink", Ink::ink}};
        page_ << ":root{";
        for (const auto& [name, ink] : used)
            page_ << "--" << name << ":#" << hexadecimal(color_of(ink, dark), 6) << ';';
        page_ << '}';
    }

    Text page_;
};

inline void put_history(Report& report, const History& history) {
    report.section("Learning curves");
    report.picture(history_picture(history));
    std::vector<std::vector<std::string>> rows(1, {"epoch"});
    std::vector<std::vector<float>> columns;
    for (const std::string& key : history.keys()) {
        rows[0].push_back(key);
        columns.push_back(history[key]);
    }
    for (std::size_t epoch = 0; epoch < history.epochs(); ++epoch) {
        rows.push_back({Text() << epoch + 1});
        for (const std::vector<float>& column : columns) {
            const std::size_t every = column.empty() ? 1 : history.epochs() / column.size();
            const bool told = (epoch + 1) % every == 0 && epoch / every < column.size();
            rows.back().push_back(told ? number_text(static_cast<double>(column[epoch / every]))
                                       : Text());
        }
    }
    report.begin_fold("All epochs", history.epochs() <= 20);
    report.table(rows, std::vector<bool>(columns.size() + 1, true));
    report.end_fold();
}

inline void put_layers(Report& report, const Described& model) {
    report.section("Model");
    std::vector<std::vector<std::string>> rows(
        1, {"layer", "type", "output", "parameters", "connected to"});
    for (const SummaryRow& row : model.table.rows)
        rows.push_back({row.name, std::string(row.title), extents_text(row.shape),
                        printing::grouped(row.parameters), row.connected_to});
    report.table(rows, {false, false, false, true, false});
    report.begin_fold("Network", model.table.rows.size() <= 25);
    report.picture(picture_of(model.table, model.edges, {}));
    report.end_fold();
}

/// What a classifier makes of examples that were kept aside.
inline void put_examples(Report& report, const ReportOptions& options, const ArrayView& predicted) {
    report.section("Examples kept aside");
    report.picture(confusion_picture(options.y, predicted, options.names));
    const Classes labels = classes_of("report: y", options.y);
    const Classes guesses = classes_of("report: predictions", predicted);
    std::size_t mistakes = 0;
    bool several = false;
    for (std::size_t k = 0; k < labels.size(); ++k) {
        mistakes += labels.numbers[k] != guesses.numbers[k];
        several = several || labels.numbers[k] != labels.numbers[0];
    }
    const std::vector<double> scores = numbers_of(predicted);
    const bool finite = std::all_of(scores.begin(), scores.end(),
                                    [](double score) { return std::isfinite(score); });
    if (!finite)
        report.words("Some predictions are not finite, so that no threshold tells them apart.");
    if (several && finite) {
        report.picture(roc_picture(options.y, predicted, options.names));
        report.picture(precision_recall_picture(options.y, predicted, options.names));
    }
    const auto shape = options.x.shape();
    const bool images =
        !options.x.flat() &&
        (shape.size() == 3 || (shape.size() == 4 && (shape[3] == 1 || shape[3] == 3)));
    if (!images) return;
    report.section("Worst mistakes");
    if (mistakes == 0)
        report.words("There are none.");
    else
        report.picture(images_picture(options.x, {.labels = options.y,
                                                  .predictions = predicted,
                                                  .names = options.names,
                                                  .count = 32,
                                                  .columns = 8,
                                                  .only_mistakes = true}));
}

/// A report is written as .html or .htm.
inline void require_html(const std::string& path) {
    if (!path.ends_with(".html") && !path.ends_with(".htm"))
        fail(Text() << "report: '" << path << "': a report is written as .html");
}

}  // namespace detail

}  // namespace inlay::INLAY_ABI::plot

namespace inlay::INLAY_ABI {

/// Writes a page about a training run: the last scores, learning curves, epochs, settings, the
/// network, histograms of its weights, and of a classifier with one input, where .x and .y are
/// given, what it makes of them: confusion, curves over thresholds, its worst mistakes. The file is
/// written whole, or not at all. An Error where the history is empty, arrays do not fit, or the
/// path is none of .html or cannot be written.
template <class Model>
void report(const History& history, const Model& model, const std::string& path,
            const plot::ReportOptions& options = {}) {
    plot::detail::require_html(path);
    if (history.keys().empty())
        fail(Text("report: the history is empty: it is what fit returns after an epoch"));
    plot::detail::Report page(options.title);
    page.begin_tiles();
    page.tile("epochs", Text() << history.epochs());
    for (const std::string& key : history.keys())
        page.tile(key, plot::number_text(static_cast<double>(history[key].back())));
    page.tile("parameters", printing::grouped(Model::parameter_count));
    page.tile("multiply-adds", printing::grouped(Model::multiply_adds));
    page.end_tiles();
    plot::detail::put_history(page, history);
    if (!options.settings.empty()) {
        page.section("Settings");
        std::vector<std::vector<std::string>> rows(1, {"setting", "value"});
        for (const auto& [name, value] : options.settings) rows.push_back({name, value});
        page.table(rows, {false, false});
    }
    if (!options.x.empty() || !options.y.empty()) {
        if constexpr (Model::one_to_one && Model::output_shape.rank() == 1)
            plot::detail::put_examples(page, options, model.predict(options.x));
        else
            fail(
                Text("report: .x and .y are examples of a classifier: of a model of one input and "
                     "one output, a number for each class"));
    }
    plot::detail::put_layers(page, plot::detail::described<typename Model::Net>());
    if constexpr (Model::parameter_count != 0) {
        page.section("Weights");
        page.picture(plot::weights_picture(model));
    }
    const Text text = page.finish();
    io::write_file_atomically(
        path, io::Bytes(reinterpret_cast<const std::byte*>(text.view().data()), text.size()));
}

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::report;
}  // namespace inlay

#endif  // INLAY_PLOT_REPORT_HPP

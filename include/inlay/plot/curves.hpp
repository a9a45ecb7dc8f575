// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_CURVES_HPP
#define INLAY_PLOT_CURVES_HPP
// What a classifier finds at each threshold: the receiver operating characteristic, and precision
// over recall.

#include <inlay/config.hpp>
#include <inlay/host/error.hpp>
#include <inlay/model/array.hpp>
#include <inlay/plot/chart.hpp>
#include <inlay/plot/classes.hpp>
#include <inlay/plot/picture.hpp>
#include <inlay/plot/save.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace inlay::INLAY_ABI::plot {

/// How curves over thresholds are drawn.
struct CurveOptions {
    std::string title = "";
    PngOptions png{};
};

namespace detail {

/// An example's score, and whether it is of the class in question.
struct Scored {
    double score;
    bool positive;
};

/// What has been taken for the class at a threshold, rightly and wrongly.
struct Found {
    double right = 0, wrong = 0;
};

/// After each threshold, from the highest score downwards; examples of one score come together.
inline std::vector<Found> found_by(std::vector<Scored> examples) {
    std::sort(examples.begin(), examples.end(),
              [](const Scored& a, const Scored& b) { return a.score > b.score; });
    std::vector<Found> all(1);
    for (std::size_t k = 0; k < examples.size(); ++k) {
        if (k == 0 || examples[k].score != examples[k - 1].score) all.push_back(all.back());
        (examples[k].positive ? all.back().right : all.back().wrong) += 1;
    }
    return all;
}

/// A curve and the area below it.
struct Curve {
    std::vector<Point> points;
    double area = 0;
};

/// The share of negatives that are found, and the share of positives, joined by straight lines.
inline Curve roc_of(const std::vector<Found>& found) {
    Curve curve;
    const Found all = found.back();
    for (const Found& at : found) {
        curve.points.push_back({at.wrong / all.wrong, at.right / all.right});
        const std::size_t count = curve.points.size();
        if (count == 1) continue;
        const Point a = curve.points[count - 2], b = curve.points[count - 1];
        curve.area += (b.x - a.x) * (a.y + b.y) / 2;
    }
    return curve;
}

/// The share of positives that are found, and how many of those found are positives. The area is
/// the average precision: each step to the right counts with the precision that it reaches.
inline Curve precision_recall_of(const std::vector<Found>& found) {
    Curve curve;
    for (const Found& at : found) {
        if (at.right + at.wrong == 0) continue;
        const Point point{at.right / found.back().right, at.right / (at.right + at.wrong)};
        const double before = curve.points.empty() ? 0 : curve.points.back().x;
        if (curve.points.empty()) curve.points.push_back({0, point.y});
        curve.area += (point.x - before) * point.y;
        curve.points.push_back(point);
        if (at.right == found.back().right) break;  // all are found
    }
    return curve;
}

/// The points of a curve that a picture can tell apart.
inline std::vector<Point> thinned(const std::vector<Point>& points) {
    std::vector<Point> kept;
    for (std::size_t k = 0; k < points.size(); ++k)
        if (kept.empty() || k + 1 == points.size() ||
            std::abs(points[k].x - kept.back().x) > 2e-3 ||
            std::abs(points[k].y - kept.back().y) > 2e-3)
            kept.push_back(points[k]);
    return kept;
}

/// Scores under the classes that they speak of: one curve of two classes, one for each class of up
/// to twelve, one of all pairs of an example and a class of more.
class ThresholdCurves {
public:
    ThresholdCurves(std::string_view place, const ArrayView& labels, const ArrayView& scores,
                    const Names& names) {
        const Classes truth = classes_of(Text() << place << ": labels", labels);
        require_as_many(place, truth.size(), "labels", examples_of(scores), "rows of scores");
        values_ = numbers_of(scores);
        width_ = row_length(scores);
        const std::size_t classes = width_ == 1 ? 2 : width_;
        if (truth.count > classes)
            fail(Text() << place << ": found a label of class " << truth.count - 1
                        << " but scores of " << classes << " classes");
        require_names(place, names, classes);
        for (std::size_t k = 0; k < values_.size(); ++k)
            if (!std::isfinite(values_[k]))
                fail(Text() << place << ": a score of example " << k / width_ << " is "
                            << readable(values_[k]) << ", expected finite numbers");
        if (classes == 2) {
            add(names.size() == 0 ? "" : names[1], truth, width_ - 1, 1);
        } else if (classes <= 2 * series_count) {
            for (std::size_t c = 0; c < classes; ++c) add(names[c], truth, c, c);
        } else {
            std::vector<Scored> all;
            for (std::size_t k = 0; k < values_.size(); ++k)
                all.push_back({values_[k], truth.numbers[k / width_] == k % width_});
            add("all classes", std::move(all));
        }
        if (found_.empty())
            fail(Text() << place << ": no class has examples of its own and others: there is "
                        << "nothing to tell apart");
    }

    template <class CurveOf>
    Picture picture(std::string_view title, std::string_view area_name, std::string_view x_name,
                    std::string_view y_name, bool diagonal, const CurveOf& curve_of) const {
        constexpr double margin = 24, side = 340;
        const bool legend = found_.size() > 1;
        const double top = margin + (title.empty() ? 0 : 34);
        Picture picture(margin + Chart::left + side + (legend ? 190 : 0) + margin,
                        top + 30 + side + 40 + margin, std::string(title));
        put_title(picture, title, margin);
        const Chart chart{
            picture, {margin + Chart::left, top + 30, side, side}, Scale(0, 1, 5), Scale(0, 1, 5)};
        chart.draw(x_name, true);
        if (diagonal) picture.line({chart.at(0, 0), chart.at(1, 1)}, Ink::axis, 1, true);
        double y = top + 38;
        Text words;
        words << y_name;
        for (std::size_t k = 0; k < found_.size(); ++k) {
            const Curve curve = curve_of(found_[k]);
            chart.curve(thinned(curve.points), series(k), k >= series_count);
            Text area;
            area << Decimal{curve.area, 4};
            if (!legend) {
                words << ", " << area_name << ' ' << area;
                if (!names_[k].empty()) words << " of " << names_[k];
                continue;
            }
            put_legend(picture, {chart.area.right() + 24, y}, 190,
                       {{series(k), Text() << area << ' ' << names_[k], k >= series_count}});
            y += 20;
        }
        if (legend)
            picture.text({chart.area.right() + 24, top + 12}, area_name,
                         {.size = 12, .ink = Ink::soft});
        picture.text({margin, top + 12}, font::fitted(words, margin + side, 12),
                     {.size = 12, .ink = Ink::soft});
        return picture;
    }

private:
    void add(const std::string& name, const Classes& truth, std::size_t column,
             std::size_t number) {
        std::vector<Scored> examples;
        for (std::size_t k = 0; k < truth.size(); ++k)
            examples.push_back({values_[k * width_ + column], truth.numbers[k] == number});
        add(name, std::move(examples));
    }

    /// A class without examples, or that all examples are of, has no curve.
    void add(const std::string& name, std::vector<Scored> examples) {
        std::vector<Found> found = found_by(std::move(examples));
        if (found.back().right == 0 || found.back().wrong == 0) return;
        names_.push_back(name);
        found_.push_back(std::move(found));
    }

    std::vector<double> values_;
    std::size_t width_ = 1;
    std::vector<std::string> names_;
    std::vector<std::vector<Found>> found_;
};

}  // namespace detail

/// The share of positives found over the share of negatives found, at every threshold, and the area
/// below. Labels are classes; scores any finite numbers, of class 1, (n), or of each class, (n,
/// classes), of which each has a curve. An Error where they do not fit each other.
inline Picture roc_picture(const ArrayView& labels, const ArrayView& scores, const Names& names,
                           const CurveOptions& options = {}) {
    return detail::ThresholdCurves("plot::roc", labels, scores, names)
        .picture(options.title, "area", "false positive rate", "true positive rate", true,
                 detail::roc_of);
}

/// Precision over recall at every threshold, and the average precision, of the same arrays.
inline Picture precision_recall_picture(const ArrayView& labels, const ArrayView& scores,
                                        const Names& names, const CurveOptions& options = {}) {
    return detail::ThresholdCurves("plot::precision_recall", labels, scores, names)
        .picture(options.title, "average precision", "recall", "precision", false,
                 detail::precision_recall_of);
}

/// Draws them into a file, .svg or .png: the errors are those of the picture, and that the file
/// cannot be written.
inline void roc(const ArrayView& labels, const ArrayView& scores, const Names& names,
                const std::string& path, const CurveOptions& options = {}) {
    format_of("plot::roc", path);
    save(roc_picture(labels, scores, names, options), path, options.png);
}

/// Likewise.
inline void precision_recall(const ArrayView& labels, const ArrayView& scores, const Names& names,
                             const std::string& path, const CurveOptions& options = {}) {
    format_of("plot::precision_recall", path);
    save(precision_recall_picture(labels, scores, names, options), path, options.png);
}

}  // namespace inlay::INLAY_ABI::plot

#endif  // INLAY_PLOT_CURVES_HPP

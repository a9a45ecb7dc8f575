// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_CONFUSION_HPP
#define INLAY_PLOT_CONFUSION_HPP
// What was taken for what: a row for each label, a column for each prediction.

#include <inlay/config.hpp>
#include <inlay/host/error.hpp>
#include <inlay/model/array.hpp>
#include <inlay/model/summary.hpp>
#include <inlay/plot/classes.hpp>
#include <inlay/plot/picture.hpp>
#include <inlay/plot/save.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace inlay::INLAY_ABI::plot {

/// How a confusion matrix is drawn.
struct ConfusionOptions {
    std::string title = "";
    PngOptions png{};
};

namespace detail {

/// 91.2 %
inline Text percent(std::size_t part, std::size_t whole) {
    if (whole == 0) return Text("–");
    const double share = 100 * static_cast<double>(part) / static_cast<double>(whole);
    return Text() << Decimal{share, part == whole ? 0 : 1} << " %";
}

/// The matrix, and where its parts stand.
class Confusion {
public:
    Confusion(const Classes& labels, const Classes& predictions, const Names& names)
        : names_(names) {
        count_ = (std::max)({labels.count, predictions.count, names.size()});
        if (count_ > 1000)
            fail(Text() << "plot::confusion: found " << count_
                        << " classes: a picture has room for 1000");
        require_names("plot::confusion", names, count_);
        cells_.resize(count_ * count_);
        for (std::size_t k = 0; k < labels.size(); ++k)
            ++cells_[labels.numbers[k] * count_ + predictions.numbers[k]];
    }

    Picture picture(const std::string& title) {
        const auto most = static_cast<double>(count_);
        size_ = count_ <= 12 ? 52 : (std::max)(4.0, 640 / most);
        numbered_ = size_ >= 24;
        named_ = size_ >= 11 ? 1 : static_cast<std::size_t>(11 / size_) + 1;
        double widest = 0;
        for (std::size_t k = 0; k < count_; ++k)
            widest = (std::max)(widest, width_of(names_[k], label_));
        widest = (std::min)(widest, widest_name);
        turned_ = widest > size_ - 8;
        name_height_ = turned_ ? widest : 12;
        left_ = margin + 20 + (std::max)(widest, width_of("precision")) + 10;
        top_ = margin + (title.empty() ? 0 : 28) + 26 + 22 + name_height_ + 10;
        const double side = most * size_;
        const double beside = numbered_ ? 62 : 0;
        Picture picture((std::max)(left_ + side + beside + margin, 300.0),
                        top_ + side + (numbered_ ? 30 : 0) + margin,
                        title.empty() ? "Confusion matrix" : title);
        put_title(picture, title, margin);
        put_words(picture, title, side);
        put_cells(picture, side);
        return picture;
    }

private:
    static constexpr double margin = 24, widest_name = 110;
    static constexpr Style label_{.size = 11.5};

    std::size_t sum(std::size_t first, std::size_t step) const {
        std::size_t sum = 0;
        for (std::size_t k = 0; k < count_; ++k) sum += cells_[first + k * step];
        return sum;
    }

    /// What stands around the cells: the accuracy, the names, shares of rows and columns.
    void put_words(Picture& picture, const std::string& title, double side) const {
        std::size_t all = 0;
        for (const std::size_t cell : cells_) all += cell;
        picture.text({margin, margin + (title.empty() ? 0 : 28) + 12},
                     Text() << "accuracy " << percent(sum(0, count_ + 1), all) << " of "
                            << printing::grouped(all) << " examples",
                     {.size = 12, .ink = Ink::soft});
        const Style caption{.size = 11, .anchor = Anchor::middle, .ink = Ink::soft};
        picture.text({left_ + side / 2, top_ - name_height_ - 20}, "prediction", caption);
        Style turned = caption;
        turned.turned = true;
        picture.text({margin + 9, top_ + side / 2}, "label", turned);
        if (numbered_) {
            picture.text({left_ + side + 34, top_ - 10}, "recall", caption);
            picture.text({left_ - 10, top_ + side + 20}, "precision",
                         {.size = 11, .anchor = Anchor::end, .ink = Ink::soft});
        }
        for (std::size_t k = 0; k < count_; k += named_) {
            const double middle = (static_cast<double>(k) + 0.5) * size_;
            const std::string name = font::fitted(names_[k], widest_name, label_.size);
            picture.text({left_ - 10, top_ + middle + 4}, name,
                         {.size = label_.size, .anchor = Anchor::end});
            if (turned_)
                picture.text({left_ + middle + 4, top_ - 10}, name,
                             {.size = label_.size, .turned = true});
            else
                picture.text({left_ + middle, top_ - 10}, name,
                             {.size = label_.size, .anchor = Anchor::middle});
            if (!numbered_) continue;
            const std::size_t right = cells_[k * count_ + k];
            picture.text({left_ + side + 34, top_ + middle + 4}, percent(right, sum(k * count_, 1)),
                         caption);
            const Text precision = percent(right, sum(k, count_));
            Style style = caption;
            style.size =
                (std::min)(style.size, style.size * (size_ - 4) / width_of(precision, style));
            picture.text({left_ + middle, top_ + side + 20}, precision, style);
        }
    }

    /// Cells are as strong as their share of the label's examples: right ones in one color,
    /// mistakes in another.
    void put_cells(Picture& picture, double side) const {
        const double gap = size_ >= 16 ? 2 : 0, radius = size_ >= 24 ? 3 : 0;
        if (gap == 0) picture.box({left_, top_, side, side}, Ink::panel);
        for (std::size_t row = 0; row < count_; ++row) {
            const std::size_t whole = sum(row * count_, 1);
            for (std::size_t column = 0; column < count_; ++column) {
                const Box place{left_ + static_cast<double>(column) * size_ + gap / 2,
                                top_ + static_cast<double>(row) * size_ + gap / 2, size_ - gap,
                                size_ - gap};
                const std::size_t cell = cells_[row * count_ + column];
                if (gap != 0) picture.box(place, Ink::panel, radius);
                if (cell == 0) continue;
                const double share = static_cast<double>(cell) / static_cast<double>(whole);
                const double strength = 0.05 + 0.95 * std::pow(share, 0.7);  // few are seen, too
                picture.box(place, series(row == column ? 0 : 1), radius, strength);
                if (!numbered_) continue;
                const Text number = printing::grouped(cell);
                Style style{.size = 12,
                            .anchor = Anchor::middle,
                            .ink = strength > 0.7 ? Ink::reverse : Ink::ink};
                style.size =
                    (std::min)(style.size, style.size * (size_ - 8) / width_of(number, style));
                picture.text({place.center().x, place.center().y + style.size / 3}, number, style);
            }
        }
    }

    const Names& names_;
    std::size_t count_ = 0, named_ = 1;  // of classes; each so manieth has its name beside it
    std::vector<std::size_t> cells_;
    double size_ = 0, left_ = 0, top_ = 0, name_height_ = 0;  // of a cell; of the first one
    bool numbered_ = true, turned_ = false;
};

}  // namespace detail

/// A confusion matrix as a picture: labels and predictions are class numbers or rows of
/// probabilities. An Error where they are not of the same examples, or a class has no name.
inline Picture confusion_picture(const ArrayView& labels, const ArrayView& predictions,
                                 const Names& names, const ConfusionOptions& options = {}) {
    const Classes truth = classes_of("plot::confusion: labels", labels);
    const Classes guess = classes_of("plot::confusion: predictions", predictions);
    require_as_many("plot::confusion", truth.size(), "labels", guess.size(), "predictions");
    if (truth.size() == 0) fail(Text("plot::confusion: there are no examples"));
    return detail::Confusion(truth, guess, names).picture(options.title);
}

/// Draws a confusion matrix into a file, .svg or .png: its errors are those of confusion_picture,
/// and that the file cannot be written.
inline void confusion(const ArrayView& labels, const ArrayView& predictions, const Names& names,
                      const std::string& path, const ConfusionOptions& options = {}) {
    format_of("plot::confusion", path);
    save(confusion_picture(labels, predictions, names, options), path, options.png);
}

}  // namespace inlay::INLAY_ABI::plot

#endif  // INLAY_PLOT_CONFUSION_HPP

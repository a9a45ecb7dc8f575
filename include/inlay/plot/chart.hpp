// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_CHART_HPP
#define INLAY_PLOT_CHART_HPP
// Two axes, their ticks, and what is drawn between them.

#include <inlay/config.hpp>
#include <inlay/host/text.hpp>
#include <inlay/plot/picture.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <vector>

namespace inlay::INLAY_ABI::plot {

/// A number in so many digits that matter: 0.0231, 1,200 has none behind the point, 1.2e-07.
inline Text number_text(double value, int digits = 4) {
    if (value == 0 || !std::isfinite(value)) return Text() << readable(value);
    const int power = static_cast<int>(std::floor(std::log10(std::abs(value))));
    if (power < -4 || power > 6) return Text() << Decimal{value, digits - 1, true};
    return Text() << Decimal{value, (std::max)(digits - 1 - power, 0)};
}

/// Numbers from one to another, with round ones between them for ticks.
class Scale {
public:
    /// About so many steps of 1, 2 or 5 times a power of ten, which begin and end at values that
    /// hold the others; of whole numbers none is smaller than 1.
    Scale(double least, double most, int steps, bool whole = false) {
        const double larger = (std::max)(std::abs(least), std::abs(most));
        if (!(most - least > 1e-9 * larger)) {  // as good as one number
            const double by = larger == 0 ? 0.5 : larger / 10;
            most += by;
            least -= by;
        }
        const double rough = (most - least) / steps;
        power_ = static_cast<int>(std::floor(std::log10(rough)));
        const double ten = std::pow(10.0, power_);
        step_ = (rough <= 1.0001 * ten   ? 1
                 : rough <= 2.0001 * ten ? 2
                 : rough <= 5 * ten      ? 5
                                         : 10) *
                ten;
        if (step_ > 9 * ten) ++power_;
        if (whole && step_ < 1) {
            step_ = 1;
            power_ = 0;
        }
        first_ = std::floor(least / step_ + 1e-9) * step_;
        last_ = std::ceil(most / step_ - 1e-9) * step_;
    }

    /// Round ends, or others between them.
    double first() const { return first_; }
    double last() const { return last_; }
    void bound(double first, double last) {
        first_ = first;
        last_ = last;
    }

    /// Where a value lies, from 0 to 1.
    double part(double value) const { return (value - first_) / (last_ - first_); }

    std::vector<double> ticks() const {
        std::vector<double> ticks;
        const double begin = std::ceil(first_ / step_ - 1e-9);
        for (double k = begin; k * step_ <= last_ + step_ * 1e-9; ++k) ticks.push_back(k * step_);
        return ticks;
    }

    /// A tick in the digits that tell it from its neighbours.
    Text text(double tick) const {
        if (std::abs(tick) < step_ / 2) return Text("0");
        const double most = (std::max)(std::abs(first_), std::abs(last_));
        if (most >= 1e7 || most < 1e-4) {
            const int digits = static_cast<int>(std::floor(std::log10(std::abs(tick)))) - power_;
            return Text() << Decimal{tick, (std::max)(digits, 0), true};
        }
        return Text() << Decimal{tick, (std::max)(-power_, 0)};
    }

private:
    double step_ = 1, first_ = 0, last_ = 1;
    int power_ = 0;  // of ten, of a step's last digit
};

/// A chart in a picture: the area between its axes. The texts of ticks stand left of it and below.
struct Chart {
    Picture& picture;
    Box area;
    Scale x, y;

    static constexpr double left = 52, below = 24;  ///< room for the texts of ticks

    Point at(double x_value, double y_value) const {
        return {area.x + x.part(x_value) * area.width,
                area.bottom() - y.part(y_value) * area.height};
    }

    /// Draws the lines of ticks and their texts, of x none that would touch the one before it, and
    /// below them what x is.
    void draw(std::string_view x_name, bool x_lines = false) const {
        for (const double tick : y.ticks()) {
            const double height = at(x.first(), tick).y;
            picture.line({{area.x, height}, {area.right(), height}}, Ink::grid);
            picture.text({area.x - 8, height + 4}, y.text(tick),
                         {.size = 11, .anchor = Anchor::end, .ink = Ink::soft});
        }
        double free = area.x - left;
        for (const double tick : x.ticks()) {
            const Point place = at(tick, y.first());
            const Text words = x.text(tick);
            const double half = width_of(words, {.size = 11}) / 2;
            if (x_lines) picture.line({{place.x, area.y}, {place.x, area.bottom()}}, Ink::grid);
            if (place.x - half < free) continue;
            free = place.x + half + 8;
            picture.line({{place.x, area.bottom()}, {place.x, area.bottom() + 4}}, Ink::axis);
            picture.text({place.x, area.bottom() + 17}, words,
                         {.size = 11, .anchor = Anchor::middle, .ink = Ink::soft});
        }
        picture.line({{area.x, area.bottom()}, {area.right(), area.bottom()}}, Ink::axis);
        picture.text({area.x + area.width / 2, area.bottom() + 34}, x_name,
                     {.size = 11, .anchor = Anchor::middle, .ink = Ink::soft});
    }

    /// A bar from 0, or from the end of the axis that is nearest to it, up or down to a value.
    void bar(double from, double to, double value, Ink ink, double opacity = 1) const {
        if (!std::isfinite(value)) return;
        const double base = std::clamp(0.0, y.first(), y.last());
        const Point a = at(from, (std::max)(value, base)), b = at(to, (std::min)(value, base));
        picture.box({a.x, a.y, b.x - a.x, b.y - a.y}, ink, 0, opacity);
    }

    /// A line through points; a value that is no finite number leaves a gap, and one between two
    /// gaps is a dot.
    void curve(const std::vector<Point>& values, Ink ink, bool dashed = false) const {
        std::vector<Point> run;
        const auto finish = [&] {
            if (run.size() == 1) picture.dot(run[0], 3, ink);
            if (run.size() > 1) picture.line(run, ink, 2, dashed);
            run.clear();
        };
        for (const Point& value : values)
            if (std::isfinite(value.x) && std::isfinite(value.y))
                run.push_back(at(value.x, value.y));
            else
                finish();
        finish();
    }
};

/// An entry of a legend: a short line of an ink, and words.
struct LegendEntry {
    Ink ink;
    std::string words;
    bool dashed = false;
};

/// Writes a legend from a place to the right, in as many rows as it takes; returns how high it is.
inline double put_legend(Picture& picture, Point place, double width,
                         const std::vector<LegendEntry>& entries) {
    constexpr double row = 18, line = 16, gap = 18;
    const Style style{.size = 11.5, .ink = Ink::soft};
    double x = place.x, y = place.y;
    for (const LegendEntry& entry : entries) {
        const std::string words = font::fitted(entry.words, width - line - 6, style.size);
        const double wide = line + 6 + width_of(words, style);
        if (x > place.x && x + wide > place.x + width) {
            x = place.x;
            y += row;
        }
        picture.line({{x, y}, {x + line, y}}, entry.ink, 2.5, entry.dashed);
        picture.text({x + line + 6, y + 4}, words, style);
        x += wide + gap;
    }
    return entries.empty() ? 0 : y - place.y + row;
}

}  // namespace inlay::INLAY_ABI::plot

#endif  // INLAY_PLOT_CHART_HPP

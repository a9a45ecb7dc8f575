// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_MAPS_HPP
#define INLAY_PLOT_MAPS_HPP
// Planes of numbers as tiles that share one scale of colors.

#include <inlay/config.hpp>
#include <inlay/host/text.hpp>
#include <inlay/plot/chart.hpp>
#include <inlay/plot/picture.hpp>
#include <inlay/plot/range.hpp>
#include <inlay/plot/save.hpp>
#include <inlay/plot/tones.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace inlay::INLAY_ABI::plot {

/// How maps of a layer are drawn.
struct MapOptions {
    std::size_t count = 64;   ///< no more than so many tiles are shown
    std::size_t columns = 0;  ///< 0: as many as suit
    std::string title = "";   ///< empty: the name of the layer
    PngOptions png{};
};

namespace detail {

/// The scale of colors of some numbers: through white at 0 where they have both signs, else from
/// dark at 0 or the smallest to light at the largest.
class MapScale {
public:
    explicit MapScale(const std::vector<double>& values) {
        for (const double value : values) range_.add(value);
        both_signs_ = range_.least < 0 && range_.most > 0;
        largest_ = (std::max)(std::abs(range_.least), std::abs(range_.most));
    }

    std::uint32_t color(double value) const {
        if (both_signs_) return tone(signed_tones, 0.5 + 0.5 * value / largest_);
        return tone(rising_tones, range_.part(value));
    }

    /// A share from 0 to 1, for one of red, green and blue; 0 is the middle where there are both
    /// signs.
    double part(double value) const {
        return both_signs_ ? 0.5 + 0.5 * value / largest_ : range_.part(value);
    }

    /// -0.31 (orange) to 0.42 (blue)
    Text text() const {
        Text words;
        words << number_text(range_.least, 3) << (both_signs_ ? " (orange)" : " (dark)") << " to "
              << number_text(range_.most, 3) << (both_signs_ ? " (blue)" : " (light)");
        return words;
    }

private:
    Range range_;
    bool both_signs_ = false;
    double largest_ = 1;
};

/// A plane of numbers, at(row, column), as a bitmap.
template <class At>
Bitmap bitmap_of(std::size_t height, std::size_t width, const MapScale& scale, const At& at) {
    Bitmap bitmap{width, height, {}};
    for (std::size_t row = 0; row < height; ++row)
        for (std::size_t column = 0; column < width; ++column) {
            const std::uint32_t color = scale.color(at(row, column));
            for (const int shift : {16, 8, 0})
                bitmap.bytes.push_back(static_cast<std::uint8_t>(color >> shift));
        }
    return bitmap;
}

/// A sentence about a name that a model does not have, and those that it has.
[[noreturn]] inline void fail_without(std::string_view place, std::string_view what,
                                      std::string_view name,
                                      const std::vector<std::string>& others) {
    Text sentence;
    sentence << place << ": the model has no " << what << " '" << name << "'; it has ";
    if (others.empty()) sentence << "none";
    for (const std::string& other : others)
        sentence << (&other == others.data() ? "" : ", ") << other;
    fail(sentence);
}

}  // namespace detail

}  // namespace inlay::INLAY_ABI::plot

#endif  // INLAY_PLOT_MAPS_HPP

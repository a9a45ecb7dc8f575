// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_EDGES_HPP
#define INLAY_LAYER_EDGES_HPP
// What cropping and padding share: cells at the edges of a sequence, an image or a volume.

#include <inlay/kernel/map.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/sliding.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Cells at the ends of so many axes, outermost first: one number for all, one for both ends of
/// each axis, or one for each end.
template <int Axes, int... Given>
constexpr Halo border_of() {
    constexpr int count = sizeof...(Given), given[]{Given..., 0};
    const auto cells = [&](int axis, int behind) {
        const int a = axis - (3 - Axes);
        const int number = a < 0 ? 0 : given[count == 1 ? 0 : count == Axes ? a : 2 * a + behind];
        return static_cast<std::size_t>(number);
    };
    return {cells(1, 0), cells(1, 1), cells(2, 0), cells(2, 1), cells(0, 0), cells(0, 1)};
}

/// A layer of such cells: they are its border.
template <int Axes, int... Given>
struct EdgeLayer : LayerDefaults {
    static constexpr int count = sizeof...(Given);
    static constexpr bool complete =
        (count == 1 || count == Axes || count == 2 * Axes) && ((Given >= 0) && ...);
    static constexpr Halo border = [] {
        if constexpr (complete) return border_of<Axes, Given...>();
        return Halo{};
    }();

    static constexpr bool views(const Shape&) { return true; }

    /// The cells at both ends of dimension d of a shape.
    static constexpr std::size_t both(int d) {
        return border.before(3 - Axes + d) + border.behind(3 - Axes + d);
    }

    /// The cells of the larger map that the smaller one has.
    static constexpr Map inside(const Map& larger, const Map& smaller) {
        return larger.slice(smaller, {int{border.front}, int{border.top}, int{border.left}}, 0);
    }

    /// Whether the numbers and the input fit; it complains otherwise.
    static constexpr bool accepts(const Shape& in, std::string_view title, Complaint& complaint) {
        constexpr std::string_view numbers[] = {
            "both ends, or one for each", "all edges, two for height and width, or four",
            "all edges, three for depth, height and width, or six"};
        constexpr std::string_view examples[] = {"<1, 2>", "<1, 1, 2, 2>", "<1, 1, 2, 2, 3, 3>"};
        if (!complete) {
            complaint.needs << "needs one number of cells for " << numbers[Axes - 1];
            complaint.remedy << "write " << title << examples[Axes - 1];
        } else {
            sliding::need_cells(in, Axes, complaint);
        }
        return !complaint.raised();
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_EDGES_HPP

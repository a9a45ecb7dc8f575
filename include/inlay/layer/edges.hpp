// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_EDGES_HPP
#define INLAY_LAYER_EDGES_HPP
// What cropping and padding share: cells at the edges of an image.

#include <inlay/kernel/map.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/sliding.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// So many cells at each edge: one number for all, height and width, or each of the four.
template <int Top, int Bottom, int Left, int Right>
struct EdgeLayer : LayerDefaults {
    static constexpr int given = 1 + (Bottom >= 0) + (Left >= 0) + (Right >= 0);
    static constexpr bool complete = Top >= 0 && given != 3 && (Bottom >= 0 || given == 1);
    static constexpr std::size_t cells(int number) {
        return number < 0 ? 0 : static_cast<std::size_t>(number);
    }
    static constexpr std::size_t top = cells(Top);
    static constexpr std::size_t bottom = cells(given == 4 ? Bottom : Top);
    static constexpr std::size_t left = cells(given == 4 ? Left : given == 2 ? Bottom : Top);
    static constexpr std::size_t right = cells(given == 4 ? Right : given == 2 ? Bottom : Top);

    static constexpr bool views(const Shape&) { return true; }

    /// The cells of the larger map that the smaller one has.
    static constexpr Map inside(const Map& larger, const Map& smaller) {
        return larger.slice(smaller, {0, int{top}, int{left}}, 0);
    }

    /// Whether the numbers and the input fit; it complains otherwise.
    static constexpr bool accepts(const Shape& in, std::string_view example, Complaint& complaint) {
        if (!complete) {
            complaint.needs << "needs one number of cells for all edges, two for height and width, "
                               "or four";
            complaint.remedy << "write " << example;
        } else {
            sliding::need_cells(in, 2, complaint);
        }
        return !complaint.raised();
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_LAYER_EDGES_HPP

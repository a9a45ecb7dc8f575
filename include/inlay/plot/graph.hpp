// SPDX-License-Identifier: MIT
#ifndef INLAY_PLOT_GRAPH_HPP
#define INLAY_PLOT_GRAPH_HPP
// Where the nodes of an acyclic graph stand: in layers from above downwards, in an order with few
// crossings, below each other where they can (K. Sugiyama, S. Tagawa, M. Toda, 1981).

#include <inlay/config.hpp>
#include <inlay/plot/picture.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace inlay::INLAY_ABI::plot {

/// An edge from a node to one that stands after it.
struct Edge {
    std::size_t from = 0, to = 0;
};

/// Nodes of one size in rows, and edges as points from the lower side of one to the upper side of
/// another.
class Layout {
public:
    /// Edges lead from smaller numbers to larger ones.
    Layout(std::size_t nodes, const std::vector<Edge>& edges, double width, double height,
           double space)
        : width_(width), height_(height), space_(space), places_(nodes) {
        find_rows(nodes, edges);
        for (const Edge& edge : edges) add_path(edge);
        order();
        spread();
    }

    double width() const { return right_ - left_; }
    double height() const {
        return static_cast<double>(rows_.size()) * (height_ + space_) - space_;
    }

    /// The rectangle of a node.
    Box box(std::size_t node) const {
        const Place& place = places_[node];
        return {place.x - width_ / 2 - left_, top(place.row), width_, height_};
    }

    /// The points of an edge, in the order in which they were given: straight down through the
    /// rows, aslant between them.
    std::vector<Point> path(std::size_t edge) const {
        const std::vector<std::size_t>& path = paths_[edge];
        std::vector<Point> points;
        for (std::size_t k = 0; k < path.size(); ++k) {
            const Place& place = places_[path[k]];
            const double x = place.x - left_, y = top(place.row);
            if (k > 0) points.push_back({x, y});
            if (k + 1 < path.size()) points.push_back({x, y + height_});
        }
        return points;
    }

private:
    /// A node, or where an edge passes through a row.
    struct Place {
        std::size_t row = 0, order = 0;
        double x = 0, width = 0;
        std::vector<std::size_t> above{}, below{};
    };

    double top(std::size_t row) const { return static_cast<double>(row) * (height_ + space_); }

    /// A node stands below all that it reads, as far up as it can; one that reads nothing directly
    /// above its first reader.
    void find_rows(std::size_t nodes, const std::vector<Edge>& edges) {
        std::vector<std::size_t> first_reader(nodes, nodes);
        std::vector<bool> reads(nodes);
        for (std::size_t node = 0; node < nodes; ++node)
            for (const Edge& edge : edges) {
                if (edge.to != node) continue;
                reads[node] = true;
                places_[node].row = (std::max)(places_[node].row, places_[edge.from].row + 1);
            }
        for (const Edge& edge : edges)
            first_reader[edge.from] = (std::min)(first_reader[edge.from], places_[edge.to].row);
        for (std::size_t node = 0; node < nodes; ++node) {
            if (!reads[node] && first_reader[node] < nodes && first_reader[node] > 0)
                places_[node].row = first_reader[node] - 1;
            places_[node].width = width_;
            put(node);
        }
    }

    /// Appends a place to its row.
    void put(std::size_t place) {
        const std::size_t row = places_[place].row;
        if (rows_.size() <= row) rows_.resize(row + 1);
        places_[place].order = rows_[row].size();
        rows_[row].push_back(place);
    }

    /// An edge has a narrow place in each row that it passes.
    void add_path(const Edge& edge) {
        std::vector<std::size_t> path{edge.from};
        for (std::size_t row = places_[edge.from].row + 1; row < places_[edge.to].row; ++row) {
            path.push_back(places_.size());
            places_.push_back({.row = row, .width = 12});
            put(places_.size() - 1);
        }
        path.push_back(edge.to);
        for (std::size_t k = 1; k < path.size(); ++k) {
            places_[path[k - 1]].below.push_back(path[k]);
            places_[path[k]].above.push_back(path[k - 1]);
        }
        paths_.push_back(std::move(path));
    }

    /// The mean of something of neighbours; of no neighbours its own.
    template <class Of>
    double mean(const std::vector<std::size_t>& neighbours, double own, const Of& of) const {
        double sum = 0;
        for (const std::size_t other : neighbours) sum += of(places_[other]);
        return neighbours.empty() ? own : sum / static_cast<double>(neighbours.size());
    }

    /// Sorts each row by where its neighbours stand in the one before, down and up again.
    void order() {
        for (int sweep = 0; sweep < 8; ++sweep)
            for (std::size_t k = 0; k < rows_.size(); ++k) {
                const bool down = sweep % 2 == 0;
                std::vector<std::size_t>& row = rows_[down ? k : rows_.size() - 1 - k];
                std::vector<double> keys(places_.size());
                for (const std::size_t place : row)
                    keys[place] = mean(down ? places_[place].above : places_[place].below,
                                       static_cast<double>(places_[place].order),
                                       [](const Place& other) { return double(other.order); });
                std::sort(row.begin(), row.end(), [&](std::size_t a, std::size_t b) {
                    return keys[a] != keys[b] ? keys[a] < keys[b]
                                              : places_[a].order < places_[b].order;
                });
                for (std::size_t n = 0; n < row.size(); ++n) places_[row[n]].order = n;
            }
    }

    /// Moves places towards the means of their neighbours, as far as those beside them let it.
    void spread() {
        for (std::vector<std::size_t>& row : rows_) settle(row, std::vector<double>(row.size()));
        for (int sweep = 0; sweep < 24; ++sweep)
            for (std::size_t k = 0; k < rows_.size(); ++k) {
                const bool down = sweep % 2 == 0;
                const std::vector<std::size_t>& row = rows_[down ? k : rows_.size() - 1 - k];
                std::vector<double> wishes;
                for (const std::size_t number : row) {
                    const Place& place = places_[number];
                    wishes.push_back(mean(down ? place.above : place.below, place.x,
                                          [](const Place& other) { return other.x; }));
                }
                settle(row, wishes);
            }
        left_ = 1e30;
        right_ = -1e30;
        for (const Place& place : places_) {
            left_ = (std::min)(left_, place.x - place.width / 2);
            right_ = (std::max)(right_, place.x + place.width / 2);
        }
    }

    /// Places of a row as close to their wishes as they can stand without touching: neighbours that
    /// would touch become a block, which stands at the mean of its wishes.
    void settle(const std::vector<std::size_t>& row, const std::vector<double>& wishes) {
        struct Block {
            std::size_t first, count;
            double sum;  // of what each would have its first place's left side be
            double left() const { return sum / static_cast<double>(count); }
        };
        constexpr double gap = 28;
        std::vector<Block> blocks;
        std::vector<double> offsets;  // of each place's left side, from that of the first one
        double offset = 0;
        for (std::size_t k = 0; k < row.size(); ++k) {
            const double width = places_[row[k]].width;
            offsets.push_back(offset);
            blocks.push_back({k, 1, wishes[k] - width / 2 - offset});
            offset += width + gap;
            while (blocks.size() > 1 && blocks[blocks.size() - 2].left() > blocks.back().left()) {
                const Block last = blocks.back();
                blocks.pop_back();
                blocks.back().count += last.count;
                blocks.back().sum += last.sum;
            }
        }
        for (const Block& block : blocks)
            for (std::size_t k = block.first; k < block.first + block.count; ++k)
                places_[row[k]].x = block.left() + offsets[k] + places_[row[k]].width / 2;
    }

    double width_, height_, space_, left_ = 0, right_ = 0;
    std::vector<Place> places_;
    std::vector<std::vector<std::size_t>> rows_, paths_;
};

}  // namespace inlay::INLAY_ABI::plot

#endif  // INLAY_PLOT_GRAPH_HPP

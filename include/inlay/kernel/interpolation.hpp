// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_INTERPOLATION_HPP
#define INLAY_KERNEL_INTERPOLATION_HPP
// What a place between the cells of an axis reads: which cells, and by what weights. Distances are
// whole numbers, so cells are found exactly; weights are made when a program is compiled, of sums,
// products and quotients in double precision, which all compilers round alike.

#include <inlay/shape/window.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI {

/// The weight of a cell as a function of its distance.
enum class Curve { box, triangle, cubic, lanczos };

/// A curve, and how many cells it reaches to either side; a box takes the nearest cell.
struct Interpolation {
    Curve curve = Curve::box;
    int reach = 0;

    friend constexpr bool operator==(const Interpolation&, const Interpolation&) = default;
};

/// An axis of cells read at any number of places, both of which cover all of it: place p lies at
/// (p + 1/2) cells / places, where cell k lies at k + 1/2.
struct Resampling {
    std::size_t cells, places;
    Interpolation how;
    bool antialias = false;  ///< places that are fewer than cells weigh all cells around them
    std::size_t border = 0;  ///< cells of zeros at either end, which `cells` does not count

    /// The cells with those of the border.
    constexpr std::size_t all() const { return cells + 2 * border; }

    /// Distances are whole numbers of which the curve's unit has so many: a cell's length, or that
    /// of a place, and a cell's length has 2 places of them.
    constexpr std::int64_t unit() const {
        return 2 * whole(antialias && how.curve != Curve::box && all() > places ? all() : places);
    }

    /// The distance of a cell from a place; cells count from the border's first one.
    constexpr std::int64_t distance(std::size_t place, std::size_t cell) const {
        return (2 * whole(cell) + 1) * whole(places) - centre(place);
    }

    /// The cells that a place reads, likewise.
    constexpr Span reach(std::size_t place) const {
        const std::int64_t cell = 2 * whole(places), half = whole(places),
                           wide = how.reach * unit(), at = centre(place);
        if (how.curve == Curve::box) return {index(at / cell), index(at / cell) + 1};
        const std::int64_t low = at - wide - half, high = (at + wide + half - 1) / cell;
        return {low < 0 ? 0 : index(low / cell) + 1, index(high) < all() ? index(high) : all()};
    }

    /// The largest number of them.
    constexpr std::size_t most() const {
        std::size_t most = 0;
        for (std::size_t p = 0; p < places; ++p) {
            const Span span = reach(p);
            if (span.end - span.begin > most) most = span.end - span.begin;
        }
        return most;
    }

    friend constexpr bool operator==(const Resampling&, const Resampling&) = default;

private:
    static constexpr std::int64_t whole(std::size_t n) { return static_cast<std::int64_t>(n); }
    static constexpr std::size_t index(std::int64_t n) { return static_cast<std::size_t>(n); }
    constexpr std::int64_t centre(std::size_t place) const {
        return (2 * whole(place) + 1) * whole(all());
    }
};

/// sin(pi n / d) for n, d > 0: a Taylor series within a quarter of the circle.
constexpr double sine_of_half_turns(std::int64_t n, std::int64_t d) {
    const bool below = n / d % 2 != 0;
    n %= d;
    if (2 * n > d) n = d - n;
    const double x = 3.14159265358979323846 * static_cast<double>(n) / static_cast<double>(d);
    const double z = x * x;
    const double tail = 1 - z / 110 * (1 - z / 156 * (1 - z / 210 * (1 - z / 272 * (1 - z / 342))));
    const double sine = x * (1 - z / 6 * (1 - z / 20 * (1 - z / 42 * (1 - z / 72 * tail))));
    return below ? -sine : sine;
}

/// The weight of a cell at a distance of |n| / unit, before those of a place are divided by their
/// sum.
constexpr double weight_at(Interpolation how, std::int64_t n, std::int64_t unit) {
    if (n < 0) n = -n;
    const double t = static_cast<double>(n) / static_cast<double>(unit);
    switch (how.curve) {
        case Curve::box:
            return 1;
        case Curve::triangle:
            return static_cast<double>(unit - n);
        case Curve::cubic:  // Keys's, with a slope of -1/2 at a distance of 1
            return t < 1 ? (1.5 * t - 2.5) * t * t + 1 : ((2.5 - 0.5 * t) * t - 4) * t + 2;
        case Curve::lanczos: {
            const double pi_t = 3.14159265358979323846 * t;
            return n == 0 ? 1
                          : sine_of_half_turns(n, unit) * sine_of_half_turns(n, unit * how.reach) *
                                how.reach / (pi_t * pi_t);
        }
    }
    return 0;
}

/// For each place of an axis the first cell that it reads, the number of cells, and their weights.
template <class Scalar, std::size_t Places, std::size_t Most>
struct TapTable {
    std::size_t first[Places]{}, count[Places]{};
    Scalar weights[Places][Most]{};
};

/// The table of an axis: the weights of a place sum to 1; those of a border are left out.
template <class Scalar, Resampling axis>
constexpr auto tabulate() {
    constexpr std::int64_t unit = axis.unit(), step = axis.distance(0, 1) - axis.distance(0, 0);
    TapTable<Scalar, axis.places, axis.most()> table;
    for (std::size_t p = 0; p < axis.places; ++p) {
        const Span span = axis.reach(p);
        double weights[axis.most()]{}, sum = 0;
        std::int64_t n = axis.distance(p, span.begin);
        for (std::size_t k = 0; k < span.end - span.begin; ++k, n += step)
            sum += weights[k] = weight_at(axis.how, n, unit);
        const std::size_t begin = span.begin < axis.border ? axis.border : span.begin;
        for (std::size_t k = begin; k < span.end && k < axis.border + axis.cells; ++k) {
            table.first[p] = begin - axis.border;
            table.weights[p][table.count[p]++] = static_cast<Scalar>(weights[k - span.begin] / sum);
        }
    }
    return table;
}

/// That table, once in a program.
template <class Scalar, Resampling axis>
inline constexpr auto taps_of = tabulate<Scalar, axis>();

/// Calls body(place, cell, weight) for each tap of an axis.
template <class Scalar, Resampling axis, class Body>
constexpr void for_each_tap(Body body) {
    constexpr const auto& table = taps_of<Scalar, axis>;
    for (std::size_t p = 0; p < axis.places; ++p)
        for (std::size_t k = 0; k < table.count[p]; ++k)
            body(p, table.first[p] + k, table.weights[p][k]);
}

/// The largest number of places that read a cell, one at least.
template <class Scalar, Resampling axis>
constexpr std::size_t most_readers() {
    std::size_t readers[axis.cells]{}, most = 1;
    for_each_tap<Scalar, axis>([&](std::size_t, std::size_t cell, Scalar) {
        if (++readers[cell] > most) most = readers[cell];
    });
    return most;
}

/// The same table read backwards, as gradients take it: for each cell the places that read it.
template <class Scalar, Resampling axis>
constexpr auto tabulate_readers() {
    TapTable<Scalar, axis.cells, most_readers<Scalar, axis>()> table;
    for_each_tap<Scalar, axis>([&](std::size_t place, std::size_t cell, Scalar weight) {
        if (table.count[cell] == 0) table.first[cell] = place;
        table.weights[cell][table.count[cell]++] = weight;
    });
    return table;
}

template <class Scalar, Resampling axis>
inline constexpr auto readers_of = tabulate_readers<Scalar, axis>();

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_KERNEL_INTERPOLATION_HPP

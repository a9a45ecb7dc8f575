// SPDX-License-Identifier: MIT
#pragma once
// Every layer once more, written from its definition in plain loops: what the library's layers are
// compared with. Nothing here shares code with what it checks but the descriptor types and Shape.

#include <inlay/core.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace naive {

using namespace inlay;
using namespace inlay::INLAY_ABI;

/// The values of some examples, one behind the other, row-major.
struct Batch {
    Shape shape;
    std::size_t count;
    std::vector<double> values;

    Batch(const Shape& each, std::size_t examples)
        : shape(each), count(examples), values(examples * each.size()) {}

    /// The extent of the last axis, and how many rows of it there are.
    std::size_t channels() const { return shape[shape.rank() - 1]; }
    std::size_t rows() const { return values.size() / channels(); }
    double& row(std::size_t r, std::size_t c) { return values[r * channels() + c]; }
    double row(std::size_t r, std::size_t c) const { return values[r * channels() + c]; }

    /// One cell of an image.
    double& at(std::size_t n, std::size_t h, std::size_t w, std::size_t c) {
        return values[((n * shape[0] + h) * shape[1] + w) * shape[2] + c];
    }
    double at(std::size_t n, std::size_t h, std::size_t w, std::size_t c) const {
        return const_cast<Batch&>(*this).at(n, h, w, c);
    }
};

/// What the layers read beside their input, and what is found out on the way.
struct Run {
    const double* weights;
    const double* state;
    bool training;

    std::vector<double> moved{};                              ///< the state after a training step
    double margin = std::numeric_limits<double>::infinity();  ///< least distance from a kink or tie
    double steepness = 1;  ///< the largest factor that normalizations multiply a gradient by
    bool smooth = false, statistics = false, random = false;  ///< kinds of layers met

    const double* take_weights(std::size_t n) { return (weights += n) - n; }
    const double* take_state(std::size_t n) { return (state += n) - n; }
    void keep_off(double distance) { margin = std::min(margin, std::abs(distance)); }
};

/// Names a layer's type.
template <class Layer>
struct Of {};

template <class Option, class... Given>
inline constexpr bool given = (std::is_same_v<Option, Given> || ...);

// Elements.

template <class Function>
Batch each(Batch x, Function f) {
    for (double& v : x.values) v = f(v);
    return x;
}

inline Batch forward(Of<Linear>, const Batch& x, Run&) { return x; }

inline Batch forward(Of<ReLU>, const Batch& x, Run& run) {
    return each(x, [&](double v) { return run.keep_off(v), v > 0 ? v : 0; });
}

inline Batch forward(Of<Sigmoid>, const Batch& x, Run& run) {
    run.smooth = true;
    return each(x, [](double v) { return 1 / (1 + std::exp(-v)); });
}

inline Batch forward(Of<Tanh>, const Batch& x, Run& run) {
    run.smooth = true;
    return each(x, [](double v) { return std::tanh(v); });
}

inline Batch forward(Of<Softmax>, Batch x, Run& run) {
    run.smooth = true;
    for (std::size_t r = 0; r < x.rows(); ++r) {
        double sum = 0;
        for (std::size_t c = 0; c < x.channels(); ++c) sum += std::exp(x.row(r, c));
        for (std::size_t c = 0; c < x.channels(); ++c) x.row(r, c) = std::exp(x.row(r, c)) / sum;
    }
    return x;
}

template <class Function>
Batch forward(Of<Activation<Function>>, const Batch& x, Run& run) {
    return forward(Of<Function>{}, x, run);
}

/// Applies an option of a layer if it is an activation.
template <class Option>
Batch activate(Of<Option> named, const Batch& x, Run& run) {
    if constexpr (option::kind_of<Option>() == option::Kind("activation"))
        return forward(named, x, run);
    else
        return x;
}

template <Number Scale, Number Offset>
Batch forward(Of<Rescaling<Scale, Offset>>, const Batch& x, Run&) {
    return each(x, [](double v) { return Scale.value * v + Offset.value; });
}

inline Batch forward(Of<Identity>, const Batch& x, Run&) { return x; }

template <Number Rate>
Batch forward(Of<Dropout<Rate>>, const Batch& x, Run& run) {
    run.random = run.training;  // its mask is tested on its own
    return x;
}

inline Batch forward(Of<Flatten>, Batch x, Run&) {
    x.shape = Shape{x.shape.size()};
    return x;
}

// Products.

template <int Units, class... Given>
Batch forward(Of<Dense<Units, Given...>>, const Batch& x, Run& run) {
    Batch y(x.shape.with_last(Units), x.count);
    const double* const kernel = run.take_weights(x.channels() * Units);
    const double* const bias = given<NoBias, Given...> ? nullptr : run.take_weights(Units);
    for (std::size_t r = 0; r < x.rows(); ++r) {
        for (std::size_t o = 0; o < Units; ++o) {
            double sum = bias ? bias[o] : 0;
            for (std::size_t i = 0; i < x.channels(); ++i)
                sum += x.row(r, i) * kernel[i * Units + o];
            y.row(r, o) = sum;
        }
    }
    ((y = activate(Of<Given>{}, y, run)), ...);
    return y;
}

/// Where a window lies along one axis of n cells: how often, and how far before the first cell.
struct Axis {
    std::size_t places, before;

    Axis(std::size_t n, std::size_t size, std::size_t stride, bool same) {
        places = same ? (n + stride - 1) / stride : (n - size) / stride + 1;
        const std::size_t reach = (places - 1) * stride + size;
        before = same && reach > n ? (reach - n) / 2 : 0;
    }
};

struct Stride {
    std::size_t down, across;

    template <class Option>
    void read(Of<Option>) {}
    template <int... Given>
    void read(Of<Strides<Given...>>) {
        const int given[] = {Given...};
        *this = {static_cast<std::size_t>(given[0]),
                 static_cast<std::size_t>(given[sizeof...(Given) - 1])};
    }
};

/// Calls body(n, p, q, cells) for each place of a window, with the cells of the image it covers:
/// their row and column in the image and in the window.
struct Cell {
    std::size_t h, w, in_window_h, in_window_w;
};

template <class... Given, class Body>
Shape for_each_window(const Batch& x, std::size_t height, std::size_t width, Stride stride,
                      Body body) {
    (stride.read(Of<Given>{}), ...);
    const bool same = given<Same, Given...>;
    const Axis down(x.shape[0], height, stride.down, same),
        across(x.shape[1], width, stride.across, same);
    for (std::size_t n = 0; n < x.count; ++n) {
        for (std::size_t p = 0; p < down.places; ++p) {
            for (std::size_t q = 0; q < across.places; ++q) {
                std::vector<Cell> cells;
                for (std::size_t h = 0; h < height; ++h) {
                    for (std::size_t w = 0; w < width; ++w) {
                        const std::size_t row = p * stride.down + h, column = q * stride.across + w;
                        if (row < down.before || row - down.before >= x.shape[0]) continue;
                        if (column < across.before || column - across.before >= x.shape[1])
                            continue;
                        cells.push_back({row - down.before, column - across.before, h, w});
                    }
                }
                body(n, p, q, cells);
            }
        }
    }
    return {down.places, across.places, x.shape[2]};
}

/// Runs a window over images; value(cells, n, c) gives each number of the output.
template <class... Given, class Value>
Batch slide(const Batch& x, std::size_t height, std::size_t width, Stride stride,
            std::size_t channels, Value value) {
    std::vector<double> values;
    const auto body = [&](std::size_t n, std::size_t, std::size_t, const std::vector<Cell>& cells) {
        for (std::size_t c = 0; c < channels; ++c) values.push_back(value(cells, n, c));
    };
    Batch y(for_each_window<Given...>(x, height, width, stride, body).with_last(channels), x.count);
    y.values = values;
    return y;
}

template <int Height, int Width, class... Given>
Batch forward(Of<MaxPool<Height, Width, Given...>>, const Batch& x, Run& run) {
    return slide<Given...>(x, Height, Width, {Height, Width}, x.shape[2],
                           [&](const std::vector<Cell>& cells, std::size_t n, std::size_t c) {
                               std::vector<double> values;
                               for (const Cell& cell : cells)
                                   values.push_back(x.at(n, cell.h, cell.w, c));
                               std::sort(values.rbegin(), values.rend());
                               if (values.size() > 1) run.keep_off(values[0] - values[1]);
                               return values[0];
                           });
}

template <int Height, int Width, class... Given>
Batch forward(Of<AveragePool<Height, Width, Given...>>, const Batch& x, Run&) {
    return slide<Given...>(x, Height, Width, {Height, Width}, x.shape[2],
                           [&](const std::vector<Cell>& cells, std::size_t n, std::size_t c) {
                               double sum = 0;
                               for (const Cell& cell : cells) sum += x.at(n, cell.h, cell.w, c);
                               return sum / static_cast<double>(cells.size());
                           });
}

inline Batch forward(Of<GlobalAveragePool>, const Batch& x, Run&) {
    Batch y = slide<>(x, x.shape[0], x.shape[1], {1, 1}, x.shape[2],
                      [&](const std::vector<Cell>& cells, std::size_t n, std::size_t c) {
                          double sum = 0;
                          for (const Cell& cell : cells) sum += x.at(n, cell.h, cell.w, c);
                          return sum / static_cast<double>(cells.size());
                      });
    y.shape = Shape{x.shape[2]};
    return y;
}

// A sequence is an image of one row.

inline Batch as_image(Batch x) {
    x.shape = {1, x.shape[0], x.shape[1]};
    return x;
}

template <int Size, class... Given>
Batch forward(Of<MaxPool1D<Size, Given...>>, const Batch& x, Run& run) {
    Batch y = forward(Of<MaxPool<1, Size, Given...>>{}, as_image(x), run);
    y.shape = {y.shape[1], y.shape[2]};
    return y;
}

inline Batch forward(Of<GlobalAveragePool1D>, const Batch& x, Run& run) {
    return forward(Of<GlobalAveragePool>{}, as_image(x), run);
}

// Normalization.

struct NormalizationOptions {
    double momentum = 0.99, epsilon = 1e-3;

    template <class Option>
    void read(Of<Option>) {}
    template <Number Share>
    void read(Of<Momentum<Share>>) {
        momentum = Share.value;
    }
    template <Number Addend>
    void read(Of<Epsilon<Addend>>) {
        epsilon = Addend.value;
    }
};

template <class... Given>
Batch forward(Of<BatchNorm<Given...>>, const Batch& x, Run& run) {
    NormalizationOptions options;
    (options.read(Of<Given>{}), ...);
    const std::size_t channels = x.channels();
    const double* const gamma = given<NoScale, Given...> ? nullptr : run.take_weights(channels);
    const double* const beta = run.take_weights(channels);
    const double* const moving_mean = run.take_state(channels);
    const double* const moving_variance = run.take_state(channels);
    std::vector<double> mean(moving_mean, moving_mean + channels);
    std::vector<double> variance(moving_variance, moving_variance + channels);
    if (run.training) {
        run.statistics = true;
        const auto rows = static_cast<double>(x.rows());
        for (std::size_t c = 0; c < channels; ++c) {
            mean[c] = variance[c] = 0;
            for (std::size_t r = 0; r < x.rows(); ++r) mean[c] += x.row(r, c) / rows;
            for (std::size_t r = 0; r < x.rows(); ++r)
                variance[c] += (x.row(r, c) - mean[c]) * (x.row(r, c) - mean[c]) / rows;
        }
        const auto move = [&](const double* moving, const std::vector<double>& batch) {
            for (std::size_t c = 0; c < channels; ++c)
                run.moved.push_back(options.momentum * moving[c] +
                                    (1 - options.momentum) * batch[c]);
        };
        move(moving_mean, mean);
        move(moving_variance, variance);
        const double least = *std::min_element(variance.begin(), variance.end());
        run.steepness /= std::sqrt(least + options.epsilon);
    }
    Batch y = x;
    for (std::size_t r = 0; r < x.rows(); ++r)
        for (std::size_t c = 0; c < channels; ++c)
            y.row(r, c) = (gamma ? gamma[c] : 1) * (x.row(r, c) - mean[c]) /
                              std::sqrt(variance[c] + options.epsilon) +
                          beta[c];
    return y;
}

// Networks.

template <class... Layers>
Batch forward(Of<Sequential<Layers...>>, Batch x, Run& run) {
    ((x = forward(Of<Layers>{}, x, run)), ...);
    return x;
}

template <class... Branches>
Batch forward(Of<Add<Branches...>>, const Batch& x, Run& run) {
    const std::vector<Batch> branches{forward(Of<Branches>{}, x, run)...};
    Batch y = branches[0];
    for (std::size_t k = 1; k < branches.size(); ++k)
        for (std::size_t i = 0; i < y.values.size(); ++i) y.values[i] += branches[k].values[i];
    return y;
}

template <class... Branches>
Batch forward(Of<Concat<Branches...>>, const Batch& x, Run& run) {
    const std::vector<Batch> branches{forward(Of<Branches>{}, x, run)...};
    std::size_t channels = 0;
    for (const Batch& branch : branches) channels += branch.channels();
    Batch y(branches[0].shape.with_last(channels), x.count);
    for (std::size_t r = 0; r < y.rows(); ++r) {
        std::size_t to = 0;
        for (const Batch& branch : branches)
            for (std::size_t c = 0; c < branch.channels(); ++c) y.row(r, to++) = branch.row(r, c);
    }
    return y;
}

}  // namespace naive

// SPDX-License-Identifier: MIT
#pragma once
// Transposed convolution over any number of axes from its definition.
#include "convolving.hpp"

#include <cstddef>
#include <vector>

namespace naive {

template <class Option>
void read_padding(Of<Option>, std::vector<int>&) {}
template <int... Given>
void read_padding(Of<OutputPadding<Given...>>, std::vector<int>& to) {
    const std::vector<int> all{Given...};
    for (std::size_t a = 0; a < to.size(); ++a) to[a] = all[all.size() == 1 ? 0 : a];
}

/// y[i stride + k dilation - cut][o] = b[o] + the sum of all x[i][c] w[k][o][c] that meet there
template <class... Given>
Batch transpose_convolve(const Batch& x, Run& run, std::size_t filters,
                         const std::vector<std::size_t>& size) {
    const std::size_t axes = size.size(), channels = x.channels();
    PerAxis stride{std::vector<std::size_t>(axes, 1)}, dilation = stride;
    (stride.read_strides(Of<Given>{}), ...);
    (dilation.read_dilation(Of<Given>{}), ...);
    std::vector<int> padding(axes, -1);
    (read_padding(Of<Given>{}, padding), ...);

    Shape out = x.shape.with_last(filters);
    std::vector<int> cut(axes, 0);
    std::size_t taps = 1;
    for (std::size_t a = 0; a < axes; ++a) {
        const int n = static_cast<int>(x.shape[static_cast<int>(a)]),
                  s = static_cast<int>(stride.of[a]);
        const int span = static_cast<int>((size[a] - 1) * dilation.of[a]) + 1;
        int cells = (n - 1) * s + (padding[a] < 0 ? std::max(span, s) : span + padding[a]);
        if (given<Same, Given...>) {
            cells = padding[a] < 0 ? n * s : (n - 1) * s + span % 2 + padding[a];
            const int kept = cells - ((n - 1) * s + 1) + span - 1;  // in front and behind
            cut[a] = span - 1 - std::min((kept + 1) / 2, span - 1);
        }
        out.extents[a] = static_cast<std::size_t>(cells);
        taps *= size[a];
    }
    const double* const kernel = run.take_weights(taps * channels * filters);
    const double* const bias = given<NoBias, Given...> ? nullptr : run.take_weights(filters);

    Batch y(out, x.count);
    for (std::size_t r = 0; r < y.rows(); ++r)
        for (std::size_t o = 0; o < filters; ++o) y.row(r, o) = bias ? bias[o] : 0;
    for (std::size_t r = 0; r < x.rows(); ++r)
        for (std::size_t t = 0; t < taps; ++t) {
            std::size_t cell = r, number = t, at = 0, step = 1;
            bool inside = true;
            for (std::size_t a = axes; a-- > 0; number /= size[a]) {
                const std::size_t n = x.shape[static_cast<int>(a)];
                const int j =
                    static_cast<int>(cell % n * stride.of[a] + number % size[a] * dilation.of[a]) -
                    cut[a];
                inside = inside && j >= 0 && static_cast<std::size_t>(j) < out.extents[a];
                if (inside) at += static_cast<std::size_t>(j) * step;
                step *= out.extents[a];
                cell /= n;
            }
            if (!inside) continue;
            for (std::size_t o = 0; o < filters; ++o)
                for (std::size_t c = 0; c < channels; ++c)
                    y.row(cell * step + at, o) +=
                        x.row(r, c) * kernel[(t * filters + o) * channels + c];
        }
    ((y = activate(Of<Given>{}, y, run)), ...);
    return y;
}

}  // namespace naive

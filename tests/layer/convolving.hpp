// SPDX-License-Identifier: MIT
#pragma once
// Convolution over any number of axes from its definition, with dilation and groups.
#include "naive.hpp"

#include <cstddef>
#include <type_traits>
#include <vector>

namespace naive {

/// What an option gives to each axis.
struct PerAxis {
    std::vector<std::size_t> of;

    template <class Option>
    void read_strides(Of<Option>) {}
    template <int... Given>
    void read_strides(Of<Strides<Given...>>) {
        set({Given...});
    }
    template <class Option>
    void read_dilation(Of<Option>) {}
    template <int... Given>
    void read_dilation(Of<Dilation<Given...>>) {
        set({Given...});
    }
    void set(const std::vector<int>& given) {
        for (std::size_t a = 0; a < of.size(); ++a)
            of[a] = static_cast<std::size_t>(given[given.size() == 1 ? 0 : a]);
    }
};

template <class Option>
std::size_t groups_of(Of<Option>) {
    return 1;
}
template <int Count>
std::size_t groups_of(Of<Groups<Count>>) {
    return Count;
}

template <class Option>
std::size_t multiplier_of(Of<Option>) {
    return 1;
}
template <int Count>
std::size_t multiplier_of(Of<DepthMultiplier<Count>>) {
    return Count;
}

/// y[p..][o] = b[o] + sum over taps and the channels of o's group
template <class... Given>
Batch convolve_groups(const Batch& x, Run& run, std::size_t filters, std::size_t groups,
                      const std::vector<std::size_t>& size) {
    const std::size_t axes = size.size();
    PerAxis stride{std::vector<std::size_t>(axes, 1)}, dilation = stride;
    (stride.read_strides(Of<Given>{}), ...);
    (dilation.read_dilation(Of<Given>{}), ...);
    const bool same = given<Same, Given...>, causal = given<Causal, Given...>;

    std::vector<std::size_t> places(axes), before(axes, 0);
    Shape out = x.shape.with_last(filters);
    std::size_t taps = 1;
    for (std::size_t a = 0; a < axes; ++a) {
        const std::size_t n = x.shape[static_cast<int>(a)],
                          span = (size[a] - 1) * dilation.of[a] + 1;
        const std::size_t s = stride.of[a];
        places[a] = same || causal ? (n + s - 1) / s : (n - span) / s + 1;
        const std::size_t reach = (places[a] - 1) * s + span;
        if (same && reach > n) before[a] = (reach - n) / 2;
        if (causal) before[a] = span - 1;
        out.extents[a] = places[a];
        taps *= size[a];
    }
    const std::size_t channels = x.channels(), in_group = channels / groups;
    const double* const kernel = run.take_weights(taps * in_group * filters);
    const double* const bias = given<NoBias, Given...> ? nullptr : run.take_weights(filters);

    Batch y(out, x.count);
    for (std::size_t r = 0; r < y.rows(); ++r) {
        std::vector<std::size_t> place(axes);
        std::size_t rest = r;
        for (std::size_t a = axes; a-- > 0; rest /= places[a]) place[a] = rest % places[a];
        const std::size_t n = rest;
        for (std::size_t o = 0; o < filters; ++o) {
            double sum = bias ? bias[o] : 0;
            for (std::size_t t = 0; t < taps; ++t) {
                std::size_t number = t, cell = 0, step = 1;
                bool inside = true;
                for (std::size_t a = axes; a-- > 0; number /= size[a]) {
                    const std::size_t extent = x.shape[static_cast<int>(a)];
                    const std::size_t at =
                        place[a] * stride.of[a] + number % size[a] * dilation.of[a];
                    inside = inside && at >= before[a] && at - before[a] < extent;
                    if (inside) cell += (at - before[a]) * step;
                    step *= extent;
                }
                if (!inside) continue;
                const std::size_t first = o / (filters / groups) * in_group;
                for (std::size_t c = 0; c < in_group; ++c)
                    sum += x.values[(n * step + cell) * channels + first + c] *
                           kernel[(t * in_group + c) * filters + o];
            }
            y.row(r, o) = sum;
        }
    }
    ((y = activate(Of<Given>{}, y, run)), ...);
    return y;
}

template <class... Given>
Batch convolve(const Batch& x, Run& run, std::size_t filters,
               const std::vector<std::size_t>& size) {
    const std::size_t groups = (std::size_t{1} * ... * groups_of(Of<Given>{}));
    return convolve_groups<Given...>(x, run, filters, groups, size);
}

/// Each channel as a group of its own
template <class... Given>
Batch convolve_depthwise(const Batch& x, Run& run, const std::vector<std::size_t>& size) {
    const std::size_t each = (std::size_t{1} * ... * multiplier_of(Of<Given>{}));
    return convolve_groups<Given...>(x, run, x.channels() * each, x.channels(), size);
}

template <class Option>
inline constexpr bool activates = option::kind_of<Option>() == option::Kind("activation");

/// Each channel as a group of its own, without bias and activation; then all channels of each cell
template <class... Given>
Batch convolve_separable(const Batch& x, Run& run, std::size_t filters,
                         const std::vector<std::size_t>& size) {
    const Batch cells =
        convolve_depthwise<NoBias, std::conditional_t<activates<Given>, NoBias, Given>...>(x, run,
                                                                                           size);
    const std::vector<std::size_t> one(size.size(), 1);
    return convolve_groups<
        std::conditional_t<activates<Given> || std::is_same_v<Given, NoBias>, Given, Valid>...>(
        cells, run, filters, 1, one);
}

}  // namespace naive

// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_ON_HPP
#define INLAY_TRAIN_ON_HPP

#include <inlay/layer/named.hpp>

namespace inlay::INLAY_ABI {

/// A metric of the output of a name.
template <Name output, class Metric>
struct MetricOn {
    Metric metric{};
};

/// Measures one of several outputs, by its name: On<"kind">(Accuracy{}).
template <Name output, class Metric>
constexpr MetricOn<output, Metric> On(Metric metric) {
    return {metric};
}

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::On;
}  // namespace inlay

#endif  // INLAY_TRAIN_ON_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_RELU6_HPP
#define INLAY_ZOO_RELU6_HPP

#include <inlay/activation/relu6.hpp>
#include <inlay/layer/activation.hpp>

#include <string_view>

namespace inlay::INLAY_ABI::zoo {

/// Keras's layer ReLU(6), which runs its relu6.
struct ReLUTo6 : ActivationLayer<ReLU6> {
    static constexpr std::string_view title = "ReLU", name = "re_lu";
};

}  // namespace inlay::INLAY_ABI::zoo

#endif  // INLAY_ZOO_RELU6_HPP

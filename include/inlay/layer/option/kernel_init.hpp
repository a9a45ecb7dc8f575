// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTION_KERNEL_INIT_HPP
#define INLAY_LAYER_OPTION_KERNEL_INIT_HPP
#include <inlay/layer/option/kind.hpp>
#include <inlay/random/initializers.hpp>

namespace inlay::INLAY_ABI {

/// The distribution a kernel is drawn from: GlorotUniform (the default), HeNormal, Zeros ...
template <class Initializer>
struct KernelInit {
    static constexpr option::Kind kind = "kernel initializer";
    using initializer = Initializer;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::KernelInit;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTION_KERNEL_INIT_HPP

// SPDX-License-Identifier: MIT
#pragma once
// What the sources of this program share.
#include <inlay/inlay.hpp>

static_assert(!INLAY_BODIES, "the bodies are compiled again");

using Net = inlay::Sequential<inlay::Conv2D<4, 3, 3, inlay::ReLU>, inlay::BatchNorm<>,
                              inlay::Flatten, inlay::Dense<3, inlay::Softmax>>;
using Small = inlay::Model<Net, inlay::Input<5, 5, 1>>;

inline std::vector<float> images() { return std::vector<float>(8 * 25, 0.5f); }
inline std::vector<int> labels() { return {0, 1, 2, 0, 1, 2, 0, 1}; }

void train(Small& model, const std::string& path);

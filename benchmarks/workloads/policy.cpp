// SPDX-License-Identifier: MIT
// A policy of reinforcement learning: so small that any overhead shows.
#include "../workload.hpp"

using namespace inlay;

struct Policy {
    static constexpr auto name = "policy";
    using Net = Sequential<Dense<64, ReLU>, Dense<64, ReLU>, Dense<1>>;
    using In = Input<3>;
    static constexpr std::size_t parameters = 4'481;
};

const bool added = workload::add<Policy>();

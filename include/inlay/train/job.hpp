// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_JOB_HPP
#define INLAY_TRAIN_JOB_HPP
// What one training step works on.

#include <inlay/train/several.hpp>
#include <inlay/train/source.hpp>
#include <inlay/train/target.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI {

/// The parts of one training step: `moments` holds moment_count numbers, `memory` the layout's
/// total, `sums` sum_count doubles.
template <class Net, class Optimizer, class Criteria>
struct TrainingJob {
    using scalar = typename Net::scalar;
    using Scalar = scalar;

    const Optimizer& optimizer;
    const Criteria& criteria;
    Scalar* weights;
    Scalar* state;
    Scalar* moments;
    Scalar* memory;
    double* sums;
    OneOrSeveral<Source<Scalar>, Net::input_count> source;     ///< of each input
    OneOrSeveral<Targets<Scalar>, Net::output_count> targets;  ///< of each output
    std::size_t batch;   ///< examples in this step, at most the layout's
    std::uint64_t seed;  ///< of the random numbers of the layers
    std::uint64_t step;  ///< steps done before

    /// Whether all weights move at the end of the step, those of wide layers too, whose gradients
    /// are kept until then.
    bool waits = false;

    /// Where not null, the gradients of all weights go there, in the order of the weights, with
    /// those of penalties, and no weight and no moment changes; the state does.
    Scalar* gradients = nullptr;
    /// Where the gradients of the inputs go, in the order of the examples: of a training that makes
    /// them.
    OneOrSeveral<Scalar*, Net::input_count> input_gradients{};
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_JOB_HPP

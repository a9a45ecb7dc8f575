// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_UPDATE_HPP
#define INLAY_TRAIN_UPDATE_HPP
// The end of a training step:
//
//     gradients of slices -> sum -> penalties, accumulation, clips -> optimizer -> averages
//                                                                  -> constraints
//
// Where nothing needs a whole tensor, all of it up to the optimizer is one pass over a chunk of
// weights at a time, and over those of a wide layer as soon as one part of them has its gradient.
// Clips of norms, optimizers of whole tensors, and steps that are taken in parts wait until all
// gradients are whole.

#include <inlay/train/blocks.hpp>
#include <inlay/train/constrain.hpp>
#include <inlay/train/prepare.hpp>
#include <inlay/train/runner.hpp>
#include <inlay/train/tensors.hpp>
#include <inlay/train/whole.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace inlay::INLAY_ABI::updating {

/// What the end of one step does, worked out once for all tensors.
template <class Scalar, class Pace>
struct Ending {
    Pace pace;  ///< of the optimizer
    CommonFields fields;
    MomentSet moments;
    Preparing<Scalar> preparing;
    std::uint64_t updates;  ///< that have been before
    bool moves;             ///< whether weights move in this step
    bool whole;             ///< whether they wait for all gradients
};

/// Whether the end of a step with such an optimizer needs all gradients in hand.
template <class Optimizer>
constexpr bool needs_whole(const CommonFields& fields) {
    return takes_whole_tensors<Optimizer> || fields.clips_norms();
}
template <class Optimizer>
constexpr bool needs_whole(const Optimizer& optimizer) {
    return needs_whole<Optimizer>(common_fields_of(optimizer));
}

/// Whether a step hands back gradients, and leaves the weights as they are.
template <class Job>
bool asks(const Job& job) {
    return job.gradients != nullptr || nth(job.input_gradients, 0) != nullptr;
}

template <class Job>
auto ending_of(const Job& job) {
    using Scalar = typename Job::scalar;
    using Optimizer = std::remove_cvref_t<decltype(job.optimizer)>;
    const CommonFields fields = common_fields_of(job.optimizer);
    const std::uint64_t steps = fields.gradient_accumulation_steps, updates = job.step / steps;
    const bool asked = asks(job);
    const bool last = job.step % steps == steps - 1;
    Ending<Scalar, decltype(pace_of(job.optimizer, updates))> ending{
        .pace = pace_of(job.optimizer, updates),
        .fields = fields,
        .moments = moments_of(job.optimizer, fields),
        .preparing = {},
        .updates = updates,
        .moves = last && !asked,
        .whole = !asked && (job.waits || needs_whole<Optimizer>(fields))};
    if (asked) return ending;
    Preparing<Scalar>& prepare = ending.preparing;
    if (fields.accumulates()) prepare.steps = static_cast<Scalar>(steps);
    prepare.first = job.step % steps == 0;
    prepare.last = last;
    if (!last) return ending;
    prepare.most = static_cast<Scalar>(fields.most());
    if constexpr (requires { job.optimizer.weight_decay; })
        if (fields.weight_decay != 0)
            prepare.decay = static_cast<Scalar>(
                simd::mul(fields.weight_decay, job.optimizer.learning_rate.at(updates)));
    return ending;
}

/// What is done to gradients.
enum class Stage {
    all,
    prepare,  ///< everything before the clip of a norm
    move      ///< the optimizer
};

/// Ends the step for the weights whose gradients `gradient` holds: those at [from, from + count) of
/// the wide groups, or of a slice's block.
template <const auto& steps, const auto& plan, bool wide, class Job, class Ending, class Scalar>
void end_range(const Job& job, const Ending& ending, Scalar* gradient, std::size_t from,
               std::size_t count, Stage stage) {
    using Optimizer = std::remove_cvref_t<decltype(job.optimizer)>;
    constexpr auto& places = moment_places<Optimizer, steps, plan>;
    const std::size_t end = from + count;
    std::size_t number = 0;
    for (const Trained& tensor : trained<steps, plan>) {
        const std::size_t at = number++, stop = tensor.gradient + tensor.count;
        if (tensor.wide != wide || stop <= from || tensor.gradient >= end) continue;
        const std::size_t first = tensor.gradient < from ? from - tensor.gradient : 0;
        const std::size_t some = (stop < end ? stop : end) - tensor.gradient - first;
        Scalar* const here = gradient + (tensor.gradient + first - from);
        const std::size_t weights = tensor.weights + first;
        if (stage != Stage::move && !(ending.preparing.idle() && tensor.penalty.none())) {
            Scalar* const sums = ending.moments.accumulators
                                     ? job.moments + places.accumulators(ending.moments) + weights
                                     : nullptr;
            prepare(ending.preparing, tensor.penalty, here, job.weights + weights, sums, some);
        }
        if (job.gradients != nullptr)
            for (std::size_t k = 0; k < some; ++k) job.gradients[weights + k] = here[k];
        if constexpr (!takes_whole_tensors<Optimizer>)
            if (stage != Stage::prepare && ending.moves)
                job.optimizer.update(stretch_of<steps, plan>(job, at, first, here, some),
                                     ending.pace);
    }
}

/// The same for a part of a wide layer.
template <const auto& steps, const auto& plan, class Job, class Ending, class Scalar>
void end_part(const Job& job, const Ending& ending, Scalar* gradient, std::size_t from,
              std::size_t count) {
    if constexpr (plan.wide_gradient != 0)
        end_range<steps, plan, true>(job, ending, gradient, from, count, Stage::all);
}

/// Scales gradients whose norm is more than `most`: the first that is told to have that norm.
template <class Scalar, class Runner>
void clip_norm(double most, double norm, Scalar* gradient, std::size_t count, Runner& runner) {
    if (norm <= most) return;
    const auto factor = static_cast<Scalar>(most / norm);
    for_each_chunk(count, runner, [&](std::size_t from, std::size_t some) {
        scale(gradient + from, factor, some);
    });
}

/// Clips the norm of each tensor's gradient, or that of all together.
template <const auto& steps, const auto& plan, class Scalar, class Runner>
void clip_norms(const CommonFields& fields, Scalar* gradients, Scalar* wide, Runner& runner) {
    const auto root = [](double squares) { return simd::registers::root(squares); };
    if (fields.clipnorm > 0) {
        for (const Trained& tensor : trained<steps, plan>) {
            Scalar* const gradient = (tensor.wide ? wide : gradients) + tensor.gradient;
            clip_norm(fields.clipnorm, root(sum_of_squares(gradient, tensor.count, runner)),
                      gradient, tensor.count, runner);
        }
        return;
    }
    const double norm = root(sum_of_squares(gradients, plan.summed_gradient, runner) +
                             sum_of_squares(wide, plan.wide_gradient, runner));
    // Where the norm is not finite, nothing is.
    const double all = norm - norm == 0 ? norm : __builtin_nan("");
    clip_norm(fields.global_clipnorm, all, gradients, plan.summed_gradient, runner);
    clip_norm(fields.global_clipnorm, all, wide, plan.wide_gradient, runner);
}

/// Hands whole tensors to an optimizer. Small ones run beside each other; a large one has all
/// workers for itself.
template <const auto& steps, const auto& plan, class Job, class Ending, class Scalar, class Runner>
void move_tensors(const Job& job, const Ending& ending, const Scalar* gradients, const Scalar* wide,
                  Runner& runner) {
    constexpr auto& tensors = trained<steps, plan>;
    const auto update = [&](std::size_t number, auto& with) {
        const Trained& tensor = tensors[number];
        const Scalar* const gradient = (tensor.wide ? wide : gradients) + tensor.gradient;
        job.optimizer.update(stretch_of<steps, plan>(job, number, 0, gradient, tensor.count),
                             ending.pace, with);
    };
    runner.parallel(tensors.size(), [&](std::size_t number, std::size_t) {
        SerialRunner alone;
        if (tensors[number].count <= Parts::least) update(number, alone);
    });
    for (std::size_t number = 0; number < tensors.size(); ++number)
        if (tensors[number].count > Parts::least) update(number, runner);
}

/// What all weights go through once they have moved.
template <const auto& steps, const auto& plan, class Job, class Ending, class Runner>
void follow_up(const Job& job, const Ending& ending, Runner& runner) {
    using Scalar = typename Job::scalar;
    using Optimizer = std::remove_cvref_t<decltype(job.optimizer)>;
    if constexpr (has_common_fields<Optimizer>)
        if (const CommonFields& fields = ending.fields; fields.use_ema) {
            const auto momentum =
                static_cast<Scalar>(ending.updates == 0 ? 0 : fields.ema_momentum);
            const std::uint64_t period = fields.ema_overwrite_frequency;
            const bool overwrites = period != 0 && (ending.updates + 1) % period == 0;
            Scalar* const averages =
                job.moments + moment_places<Optimizer, steps, plan>.averages(ending.moments);
            for_each_chunk(steps.weight_count, runner, [&](std::size_t from, std::size_t count) {
                move_average(momentum, overwrites, averages + from, job.weights + from, count);
            });
        }
    if constexpr (has_constraints<steps>)
        for (const Trained& tensor : trained<steps, plan>)
            if (!tensor.constraint.none())
                constrain(tensor.constraint, tensor.facts.shape, job.weights + tensor.weights,
                          runner);
}

/// Ends a step. What is no wide layer's lies in the blocks of slices, `sums`, and behind the first
/// of them; what is lies in `wide`, where the end of the step waits for it, and has been ended
/// part by part elsewhere.
template <const auto& steps, const auto& plan, class Job, class Ending, class Scalar, class Runner>
void end(const Job& job, const Ending& ending, const TaskSums<Scalar>& sums, Scalar* wide,
         Runner& runner) {
    using Optimizer = std::remove_cvref_t<decltype(job.optimizer)>;
    Scalar* const gradients = job.memory;
    const Stage stage = ending.whole ? Stage::prepare : Stage::all;
    const auto sliced_range = [&](Stage done) {
        for_each_chunk(plan.summed_gradient, runner, [&](std::size_t from, std::size_t count) {
            const std::size_t once = plan.once_gradient, left = from < once ? once - from : 0;
            if (left != 0 && done != Stage::move) sums.join(from, count < left ? count : left);
            end_range<steps, plan, false>(job, ending, gradients + from, from, count, done);
        });
    };
    sliced_range(stage);
    if (ending.whole) {
        const auto wide_range = [&](Stage done) {
            if constexpr (plan.wide_gradient != 0)
                for_each_chunk(
                    plan.wide_gradient, runner, [&](std::size_t from, std::size_t count) {
                        end_range<steps, plan, true>(job, ending, wide + from, from, count, done);
                    });
        };
        wide_range(stage);
        if (!ending.moves) return;
        if (ending.fields.clips_norms())
            clip_norms<steps, plan>(ending.fields, gradients, wide, runner);
        if constexpr (takes_whole_tensors<Optimizer>) {
            move_tensors<steps, plan>(job, ending, gradients, wide, runner);
        } else {
            sliced_range(Stage::move);
            wide_range(Stage::move);
        }
    }
    if (ending.moves) follow_up<steps, plan>(job, ending, runner);
}

/// What the penalties of all tensors add to the loss of an example.
template <const auto& steps, const auto& plan, class Scalar, class Runner>
double penalties(const Scalar* weights, Runner& runner) {
    double sum = 0;
    if constexpr (has_penalties<steps>)
        for (const Trained& tensor : trained<steps, plan>)
            if (!tensor.penalty.none())
                sum += penalty_of(tensor.penalty, weights + tensor.weights, tensor.count, runner);
    return sum;
}

}  // namespace inlay::INLAY_ABI::updating

#endif  // INLAY_TRAIN_UPDATE_HPP

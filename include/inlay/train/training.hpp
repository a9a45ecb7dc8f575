// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_TRAINING_HPP
#define INLAY_TRAIN_TRAINING_HPP
// One training step: forward, loss, backward and update, on memory of the caller's.

#include <inlay/kernel/slices.hpp>
#include <inlay/network/derive.hpp>
#include <inlay/simd/flush.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/train/blocks.hpp>
#include <inlay/train/compile.hpp>
#include <inlay/train/job.hpp>
#include <inlay/train/runner.hpp>
#include <inlay/train/scoring.hpp>
#include <inlay/train/slice_scores.hpp>
#include <inlay/train/sliced_gradients.hpp>
#include <inlay/train/spectral.hpp>
#include <inlay/train/step_calls.hpp>
#include <inlay/train/step_memory.hpp>
#include <inlay/train/update.hpp>

#include <cstddef>
#include <type_traits>

namespace inlay::INLAY_ABI {

/// The training of a network by what is an optimizer, a loss and metrics; one that hands back the
/// gradient of the input where that is asked for.
template <bool input_gradient, class Net, class Optimizer, class Loss, class... Metrics>
class AcceptedTraining {
public:
    using Scalar = typename Net::scalar;
    using Scoring = INLAY_ABI::Scoring<Net, Loss, Metrics...>;
    using Criteria = typename Scoring::Criteria;
    using Job = TrainingJob<Net, Optimizer, Criteria>;
    static constexpr auto steps =
        program::rewrite(Net::lowered, program::Mode::training, Scoring::logits, input_gradient);
    static constexpr auto plan = program::plan_training(steps, Scoring::collects);

    /// Whether a step is unrolled, instead of a table of calls.
    static constexpr bool unrolled = execution::unrolls<typename Net::policy, steps>();

    using Memory = StepMemory<Scalar, steps, plan>;
    static constexpr std::size_t micro_batch = Memory::micro_batch;

    /// Where the numbers lie that the optimizer keeps from step to step, and as which tensors.
    static constexpr auto& moment_places = updating::moment_places<Optimizer, steps, plan>;
    static constexpr auto& moment_tensors = updating::moment_tensors<Optimizer, steps, plan>;

    /// How many they are with such fields: a constant where the optimizer is one. Zeros at first.
    static constexpr std::size_t moment_count(const Optimizer& optimizer = Optimizer{}) {
        return moment_places.room(updating::moments_of(optimizer));
    }

    /// What the penalties of the weights add to the loss of each example.
    template <class Runner>
    static double penalty(const Scalar* weights, Runner& runner) {
        return updating::penalties<steps, plan>(weights, runner);
    }

    /// How many sums a step needs for criteria with such fields: a block for each slice.
    static constexpr std::size_t sum_count(const Criteria& criteria = Criteria{}) {
        return SliceScores<Scoring>{Scoring{criteria}, nullptr}.count();
    }

    using Layout = StepLayout;
    /// For batches of at most so many examples on so many workers, by an optimizer of such fields:
    /// one that clips norms keeps the gradients of wide layers, as does a step that waits.
    static constexpr Layout layout(std::size_t batch, std::size_t workers,
                                   const Optimizer& optimizer = Optimizer{}, bool waits = false) {
        return Memory::layout(batch, workers, waits || updating::needs_whole(optimizer));
    }

    /// Bytes of memory that training with batches of at most `batch` examples needs beside the
    /// weights and the data, with an optimizer and criteria of such fields.
    static constexpr std::size_t bytes(std::size_t batch, std::size_t workers = 1,
                                       const Optimizer& optimizer = Optimizer{},
                                       const Criteria& criteria = Criteria{}) {
        return (moment_count(optimizer) + layout(batch, workers, optimizer).total) *
                   sizeof(Scalar) +
               sum_count(criteria) * sizeof(double);
    }

    /// One step; the scores of the batch are then the first block of the job's sums, to which this
    /// points. The layout of an optimizer of other fields may lack room for what this one needs:
    /// that is reported, and nothing is done.
    template <class Runner>
    static const double* run(const Job& job, const Layout& layout, Runner& given) {
        const simd::FlushScope flushes;
        FlushingRunner<Runner> runner{given};
        Work work(job, layout);
        if (!begin(work, runner)) return job.sums;
        const double added = penalty(job.weights, runner);
        const auto run_segment = [&](auto g) {
            run_slices(work, runner, g, {0, layout.blocks.tasks(), 0, layout.blocks.together});
            end_segment(work, runner, g);
        };
        if constexpr (unrolled)
            simd::unroll<plan.segment_count>(run_segment);
        else
            for (int g = 0; g < plan.segment_count; ++g) run_segment(g);
        return end(work, runner, added);
    }

    /// How far a step has come that is taken in pieces: a segment for a slice of each worker, what
    /// follows a segment for the whole batch, the end of the step.
    struct Progress {
        int segment = 0;
        std::size_t piece = 0;  ///< of the segment
        double penalty = 0;     ///< of the weights before the step
        bool begun = false;

        bool ends() const { return segment == plan.segment_count; }  ///< by the next piece
        bool ended() const { return segment > plan.segment_count; }
    };

    /// Takes the next piece of a step that has not ended: all pieces together are run(). The parts
    /// of the job, with `waits` set, and what it points to stay as they are from one to the next.
    template <class Runner>
    static void advance(const Job& job, const Layout& layout, Runner& given, Progress& progress) {
        const simd::FlushScope flushes;
        FlushingRunner<Runner> runner{given};
        Work work(job, layout);
        if (!progress.begun) {
            if (!begin(work, runner)) progress.segment = plan.segment_count + 1;
            progress.penalty = penalty(job.weights, runner);
            progress.begun = true;
        } else if (progress.ends()) {
            end(work, runner, progress.penalty);
            ++progress.segment;
        } else if constexpr (unrolled) {
            simd::unroll<plan.segment_count>([&, at = progress.segment](auto g) {
                if (at == g) advance_segment(work, runner, g, progress);
            });
        } else {
            advance_segment(work, runner, progress.segment, progress);
        }
    }

private:
    using Spec = typename Net::spec;
    using Calls = execution::StepCalls<Net, Job, Scoring, steps, plan, unrolled>;
    using Work = typename Calls::Work;
    static constexpr auto& segments = Calls::segments;

    using Sliced = SlicedGradients<Scalar, steps, plan>;

    static Sliced sliced(const Work& work) {
        return {work.job.memory, work.layout, work.job.batch};
    }

    /// What precedes the first segment. Whether there is room for the step.
    template <class Runner>
    static bool begin(const Work& work, Runner& runner) {
        const Job& job = work.job;
        Calls::scores(job).begin(job.targets, job.batch);
        if (work.ending.whole && !work.layout.keeps(plan.wide_gradient)) {
            work.layout.refuse();
            return false;
        }
        if (!updating::asks(job))
            updating::normalize_spectra<steps, plan>(job, work.at(work.layout.derived), runner);
        for (std::size_t k = plan.sliced_gradient; k < plan.summed_gradient; ++k) job.memory[k] = 0;
        execution::derive<Spec, steps, unrolled, Scalar>(
            {job.weights, job.state, work.at(work.layout.derived)});
        return true;
    }

    /// What follows the last.
    template <class Runner>
    static const double* end(Work& work, Runner& runner, double added) {
        updating::end<steps, plan>(work.job, work.ending, sliced(work).sums(),
                                   work.at(work.layout.wide), runner);
        return Calls::scores(work.job).join(work.job.batch, added);
    }

    /// Some of the tasks that a segment is cut into, and of each some of its slices.
    struct Share {
        std::size_t first_task, tasks, first_slice, slices;
    };

    /// A segment for some slices of some tasks.
    template <class Number, class Runner>
    static void run_slices(Work& work, Runner& runner, Number number, const Share& share) {
        const auto g = static_cast<std::size_t>(number);
        const SliceBlocks& blocks = work.layout.blocks;
        if (segments[g].count == 0) return;
        if (share.first_task + share.first_slice == 0) sliced(work).begin(segments[g]);
        runner.parallel(share.tasks, [&](std::size_t task, std::size_t worker) {
            const std::size_t first =
                (share.first_task + task) * blocks.together + share.first_slice;
            for (std::size_t slice = first; slice < first + share.slices; ++slice) {
                run_slice(work, number, slice, worker);
                sliced(work).join_behind(segments[g], slice, worker);
            }
        });
    }

    /// What follows when all slices have run a segment.
    template <class Number, class Runner>
    static void end_segment(Work& work, Runner& runner, Number number) {
        const auto g = static_cast<std::size_t>(number);
        if (segments[g].count != 0) sliced(work).end(segments[g]);
        if constexpr (Scoring::collects)
            if (segments[g].tail == program::Tail::combine_loss)
                Calls::scores(work.job).join_collected();
        Calls::share(work, runner, number);
        Calls::finish(work, number);
    }

    /// The next piece of a segment: a slice for each worker, or what follows all of them.
    template <class Number, class Runner>
    static void advance_segment(Work& work, Runner& runner, Number number, Progress& progress) {
        const SliceBlocks& blocks = work.layout.blocks;
        const std::size_t workers = runner.workers(), together = blocks.together;
        const std::size_t first_task = progress.piece / together * workers;
        if (segments[static_cast<std::size_t>(number)].count != 0 && first_task < blocks.tasks()) {
            const std::size_t left = blocks.tasks() - first_task;
            run_slices(work, runner, number,
                       {first_task, left < workers ? left : workers, progress.piece % together, 1});
            ++progress.piece;
        } else {
            end_segment(work, runner, number);
            ++progress.segment;
            progress.piece = 0;
        }
    }

    /// A segment for one slice.
    template <class Number>
    static void run_slice(Work& work, Number number, std::size_t slice, std::size_t worker) {
        const auto g = static_cast<std::size_t>(number);
        const std::size_t batch = work.job.batch, begin = slice_begin(batch, slice);
        typename Calls::Micro micro{Calls::whole(work), work};
        micro.slice = slice;
        if constexpr (Net::penalizes) micro.penalty = Calls::scores(work.job).activities(slice);
        Calls::begin(micro, number);
        if (work.examples[slice] == 0) return;
        micro.arena += worker * Memory::worker_size;
        micro.scratch = micro.arena + plan.micro * micro_batch;
        micro.gradient = sliced(work).begin_slice(segments[g], slice, worker);
        for (std::size_t done = 0; done < work.examples[slice]; done += micro_batch) {
            const std::size_t left = work.examples[slice] - done;
            micro.count = left < micro_batch ? left : micro_batch;
            micro.moment.first = begin + done;
            micro.before = done;
            Calls::run(micro, number);
            sliced(work).take(segments[g], micro.gradient, worker, done / micro_batch);
        }
        sliced(work).give(segments[g], micro.gradient, worker);
    }
};

/// What a mistake is left with, so that it is the only one the compiler tells.
struct NoTraining {};

/// The training of a network by a loss, with an optimizer: AcceptedTraining says what it offers.
template <class Net, class Optimizer, class Loss, class... Metrics>
struct Training : std::conditional_t<
                      compiling::accepted<Net, Optimizer, Loss, Metrics...>(),
                      std::type_identity<AcceptedTraining<false, Net, Optimizer, Loss, Metrics...>>,
                      std::type_identity<NoTraining>>::type {};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Training;
}  // namespace inlay

#endif  // INLAY_TRAIN_TRAINING_HPP

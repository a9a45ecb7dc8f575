// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_TRAINING_HPP
#define INLAY_TRAIN_TRAINING_HPP
// One training step: forward, loss, backward and update, on memory of the caller's.

#include <inlay/kernel/slices.hpp>
#include <inlay/program/each.hpp>
#include <inlay/simd/flush.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/train/compile.hpp>
#include <inlay/train/long_sums.hpp>
#include <inlay/train/optimizer.hpp>
#include <inlay/train/runner.hpp>
#include <inlay/train/scoring.hpp>
#include <inlay/train/source.hpp>
#include <inlay/train/update.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace inlay::INLAY_ABI {

/// The training of a network by a loss, with an optimizer.
template <class Net, class Optimizer, class Loss, class... Metrics>
class Training {
public:
    using Scalar = typename Net::scalar;
    static_assert(compiling::accepted<Scalar, Optimizer, Loss, Metrics...>(), "inlay: no training");
    using Scoring = INLAY_ABI::Scoring<Net, Loss, Metrics...>;
    using Sums = typename Scoring::Sums;
    using LongSums = INLAY_ABI::LongSums<Scalar>;
    static constexpr auto mode =
        Scoring::logits ? program::Mode::training_logits : program::Mode::training;
    static constexpr auto steps = program::rewrite(Net::lowered, mode);
    static constexpr auto plan = program::plan_training(steps, Scoring::logits);

    /// Examples that run through a segment together: as many as 4 MiB of activations and gradients
    /// hold, and no more than keeps a tile of rows busy.
    static constexpr std::size_t micro_batch = [] {
        const std::size_t fit = 4 * 1024 * 1024 / ((plan.micro + 1) * sizeof(Scalar));
        return fit < 1 ? std::size_t{1} : fit > 16 ? std::size_t{16} : fit;
    }();

    /// Numbers that one worker has for itself: those of a micro-batch, then a step's scratch.
    static constexpr std::size_t worker_size =
        plan.micro * micro_batch + program::scratch_count(steps, true, micro_batch);

    /// Where the numbers lie that the optimizer keeps from step to step, and as which tensors.
    static constexpr auto& moment_places = updating::moment_places<Optimizer, steps, plan>;
    static constexpr auto& moment_tensors = updating::moment_tensors<Optimizer, steps, plan>;

    /// How many they are with such fields: a constant where the optimizer is one. Zeros at first.
    static constexpr std::size_t moment_count(const Optimizer& optimizer = Optimizer{}) {
        return moment_places.begin[moments_in_use(optimizer)];
    }

    /// Whether a batch is so large that the gradients of its slices need long sums.
    static constexpr bool sums_long(std::size_t batch) {
        return batch > max_slices * micro_batch * LongSums::chain(micro_batch);
    }
    static constexpr std::size_t long_sums_size = LongSums::size(plan.sliced_gradient);

    /// Numbers in the memory of a step, part by part, beginning with the gradients.
    struct Layout {
        std::size_t wide, derived, statistics, micro, batch, long_sums, total;
    };

    static constexpr Layout layout(std::size_t batch, std::size_t workers) {
        using program::aligned;
        Layout l{};
        l.wide = max_slices * aligned(plan.sliced_gradient);
        l.derived = l.wide + (takes_whole_tensors<Optimizer> ? aligned(plan.wide_gradient) : 0);
        l.statistics = l.derived + aligned(steps.derived_count);
        l.micro = l.statistics + aligned(steps.statistics_count);
        l.batch = l.micro + workers * worker_size;
        l.long_sums = l.batch + plan.batch * batch;
        l.total = l.long_sums + (sums_long(batch) ? max_slices * long_sums_size : 0);
        return l;
    }

    /// Bytes of memory that training with batches of at most `batch` examples needs beside the
    /// weights and the data, with an optimizer of such fields.
    static constexpr std::size_t bytes(std::size_t batch, std::size_t workers = 1,
                                       const Optimizer& optimizer = Optimizer{}) {
        return (moment_count(optimizer) + layout(batch, workers).total) * sizeof(Scalar);
    }

    /// What one step works on: `moments` holds moment_count(optimizer) numbers, `memory` the
    /// layout's total.
    struct Job {
        const Optimizer& optimizer;
        const Loss& loss;
        Scalar* weights;
        Scalar* state;
        Scalar* moments;
        Scalar* memory;
        Source<Scalar> source;
        Targets<Scalar> targets;
        std::size_t batch;   ///< examples in this step, at most the layout's
        std::uint64_t seed;  ///< of the random numbers of the layers
        std::uint64_t step;  ///< steps done before
    };

    /// One step; returns the sums of loss and metrics over all rows.
    template <class Runner>
    static Sums run(const Job& job, const Layout& layout, Runner& given) {
        const simd::FlushScope flushes;
        FlushingRunner<Runner> runner{given};
        Work work{job, layout, {}, {}, pace_of(job.optimizer, job.step)};
        for (std::size_t s = 0; s < max_slices; ++s)
            work.examples[s] = slice_begin(job.batch, s + 1) - slice_begin(job.batch, s);
        derive(work);
        simd::unroll<plan.segment_count>(
            [&](auto segment) { run_segment<decltype(segment)::value>(work, runner); });
        if (sums_long(job.batch))
            runner.parallel(max_slices, [&](std::size_t slice, std::size_t) {
                long_sums(work, slice).give(gradient_block(work, slice));
            });
        updating::update<steps, plan>(job, work.pace, job.memory, work.at(layout.wide), runner);
        Sums sums{};
        for (const Sums& slice : work.sums)
            for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += slice[k];
        return sums;
    }

private:
    using Spec = typename Net::spec;

    struct Work {
        const Job& job;
        const Layout& layout;
        std::size_t examples[max_slices];
        Sums sums[max_slices];
        decltype(pace_of(job.optimizer, 0)) pace;
        Scalar* at(std::size_t part) const { return job.memory + part; }
    };

    /// Examples [first, first + count) of the batch, at work in one worker.
    struct Micro {
        Work& work;
        Scalar* arena;
        std::size_t slice, first, count;
        std::size_t before;  ///< examples of the slice that came before
    };

    static Scalar* place(const Micro& micro, int value, bool gradient) {
        const int number = 2 * steps.values[value].storage + (gradient ? 1 : 0);
        const program::Buffer& buffer = plan.buffers[number];
        if (!plan.whole_batch[number]) return micro.arena + buffer.offset * micro_batch;
        return micro.work.at(micro.work.layout.batch) + buffer.offset * micro.work.job.batch +
               buffer.size * micro.first;
    }

    static Scalar* gradient_block(const Work& work, std::size_t slice) {
        return work.at(slice * program::aligned(plan.sliced_gradient));
    }

    static LongSums long_sums(const Work& work, std::size_t slice) {
        return {work.at(work.layout.long_sums) + slice * long_sums_size, plan.sliced_gradient};
    }

    static Scalar* derived(const Work& work, const program::Block& block) {
        return work.at(work.layout.derived) + block.begin;
    }

    /// Whole batches have none.
    static Scalar* scratch(const Micro& micro) {
        return micro.arena ? micro.arena + plan.micro * micro_batch : nullptr;
    }

    template <int S>
    static Forward<Scalar> forward_pass(const Micro& micro, int read) {
        constexpr auto& step = steps.steps[S];
        const Job& job = micro.work.job;
        return {.x = place(micro, steps.reads[step.first_read + read].value, false),
                .y = place(micro, step.output, false),
                .weights = job.weights + step.weights,
                .state = job.state + step.state,
                .statistics = micro.work.at(micro.work.layout.statistics) + step.statistics,
                .count = micro.count,
                .moment = {job.seed, job.step, micro.first},
                .winners = step.pools() ? place(micro, step.winners, false) : nullptr,
                .copy = derived(micro.work, step.forward_copy),
                .scratch = scratch(micro)};
    }

    template <int S>
    static Backward<Scalar> backward_pass(const Micro& micro, int read) {
        constexpr auto& step = steps.steps[S];
        const Job& job = micro.work.job;
        const int value = steps.reads[step.first_read + read].value;
        return {.x = place(micro, value, false),
                .y = place(micro, step.output, false),
                .dy = place(micro, step.output, true),
                .dx = place(micro, value, true),
                .weights = job.weights + step.weights,
                .copy = derived(micro.work, step.backward_copy),
                .statistics = micro.work.at(micro.work.layout.statistics) + step.statistics,
                .gradient = gradient_block(micro.work, micro.slice) + plan.gradient_of(step),
                .count = micro.count,
                .moment = {job.seed, job.step, micro.first},
                .winners = step.pools() ? place(micro, step.winners, false) : nullptr,
                .scratch = scratch(micro)};
    }

    static void load(const Micro& micro) {
        constexpr Map to = wiring::map_of(steps, steps.input);
        constexpr Map plain{Net::input_shape, {}};
        const Source<Scalar>& source = micro.work.job.source;
        for (std::size_t n = 0; n < micro.count; ++n) {
            Scalar* const x = place(micro, steps.input, false) + n * to.size();
            if constexpr (to.halo.empty()) {
                source.load(source.context, micro.first + n, x);
            } else {
                Scalar* const stage = micro.arena + plan.buffers[plan.stage].offset * micro_batch;
                source.load(source.context, micro.first + n, stage);
                kernel::copy<plain, to, false>(stage, x, 1);
                kernel::clear_halo<to>(x, 1);
            }
        }
    }

    static void score(const Micro& micro) {
        const auto scale = Scalar{1} / static_cast<Scalar>(micro.work.job.batch * Scoring::rows);
        Scoring::add(micro.work.job.loss, micro.work.sums[micro.slice],
                     place(micro, steps.output, false), place(micro, plan.logits, false),
                     micro.work.job.targets, micro.first, micro.count, scale,
                     place(micro, plan.logits, true));
    }

    /// Runs the backward formulas of one reading of step S.
    template <int S, int Read>
    static void backward_reading(const Micro& micro) {
        constexpr auto& step = steps.steps[S];
        constexpr Binding binding = wiring::binding_of(steps, S, Read);
        using Layer = wiring::LayerAt<Spec, step.ref>;
        using Epilogue = typename wiring::LayerAt<Spec, step.epilogue>::Applied;
        if constexpr (step.pools())
            Layer::template backward_maximum<binding, Epilogue, step.pool>(
                backward_pass<S>(micro, Read));
        else if constexpr (binding.input_gradient || step.weight_count != 0)
            Layer::template backward<binding>(backward_pass<S>(micro, Read));
    }

    template <int S>
    static void backward(const Micro& micro) {
        simd::unroll<steps.steps[S].reads>(
            [&](auto read) { backward_reading<S, decltype(read)::value>(micro); });
    }

    template <int O>
    static void run_op(const Micro& micro) {
        using program::Action;
        constexpr program::Op op = plan.ops[O];
        if constexpr (op.action == Action::load) {
            load(micro);
        } else if constexpr (op.action == Action::loss) {
            score(micro);
        } else {
            constexpr auto& step = steps.steps[op.step];
            using Layer = wiring::LayerAt<Spec, step.ref>;
            constexpr Binding binding = wiring::binding_of(steps, op.step, 0);
            constexpr Map out = wiring::map_of(steps, step.output);
            Scalar* const statistics =
                micro.work.at(micro.work.layout.statistics) + step.statistics;
            if constexpr (op.action == Action::forward) {
                wiring::forward_step<Spec, steps, op.step>(
                    [&](int read) { return forward_pass<op.step>(micro, read); });
                if constexpr (!out.halo.empty())
                    kernel::clear_halo<out>(place(micro, step.output, false), micro.count);
            } else if constexpr (op.action == Action::collect) {
                Layer::template collect<binding>(forward_pass<op.step>(micro, 0), statistics,
                                                 micro.slice, micro.before);
            } else if constexpr (op.action == Action::collect_gradient) {
                Layer::template collect_gradient<binding>(backward_pass<op.step>(micro, 0),
                                                          statistics, micro.slice);
            } else if constexpr (op.action == Action::activation_gradient) {
                using Function = typename wiring::LayerAt<Spec, step.epilogue>::Applied;
                Scalar* const dy = place(micro, step.output, true);
                kernel::map_gradient<out, out, false>(
                    place(micro, step.output, false), dy, dy, micro.count,
                    [](auto y, auto g) INLAY_INLINE_LAMBDA { return Function::gradient(y, g); });
            } else {
                backward<op.step>(micro);
            }
        }
    }

    /// What a slice starts a segment with: zeros where it is going to add.
    template <int G>
    static void begin_slice(Work& work, std::size_t slice) {
        constexpr program::Segment segment = plan.segments[G];
        if constexpr (G == 0) {
            Scalar* const block = gradient_block(work, slice);
            for (std::size_t k = 0; k < plan.sliced_gradient; ++k) block[k] = 0;
            if (sums_long(work.job.batch)) long_sums(work, slice).clear();
        }
        if constexpr (segment.tail == program::Tail::combine ||
                      segment.tail == program::Tail::combine_gradient) {
            constexpr auto& step = steps.steps[segment.step];
            using Layer = wiring::LayerAt<Spec, step.ref>;
            const std::size_t channels = steps.values[step.output].shape.last();
            Scalar* const sums =
                Layer::partial(work.at(work.layout.statistics) + step.statistics, channels, slice);
            for (std::size_t k = 0; k < Layer::partial_rows * channels; ++k) sums[k] = 0;
        }
    }

    template <int G, class Runner>
    static void run_segment(Work& work, Runner& runner) {
        constexpr program::Segment segment = plan.segments[G];
        if constexpr (segment.count != 0) {
            runner.parallel(max_slices, [&](std::size_t slice, std::size_t worker) {
                begin_slice<G>(work, slice);
                Scalar* const arena = work.at(work.layout.micro) + worker * worker_size;
                const std::size_t begin = slice_begin(work.job.batch, slice);
                for (std::size_t done = 0; done < work.examples[slice]; done += micro_batch) {
                    const std::size_t left = work.examples[slice] - done;
                    const Micro micro{
                        work, arena, slice, begin + done, left < micro_batch ? left : micro_batch,
                        done};
                    simd::unroll<segment.count>(
                        [&](auto op) { run_op<segment.first + decltype(op)::value>(micro); });
                    if (sums_long(work.job.batch) &&
                        (done / micro_batch + 1) % LongSums::chain(micro_batch) == 0)
                        long_sums(work, slice).take(gradient_block(work, slice));
                }
            });
        }
        if constexpr (segment.tail != program::Tail::none) run_tail<G>(work, runner);
    }

    template <int G, class Runner>
    static void run_tail(Work& work, Runner& runner) {
        using program::Tail;
        constexpr program::Segment segment = plan.segments[G];
        constexpr int S = segment.step;
        constexpr auto& step = steps.steps[S];
        constexpr Binding binding = wiring::binding_of(steps, S, 0);
        using Layer = wiring::LayerAt<Spec, step.ref>;
        const Job& job = work.job;
        Scalar* const statistics = work.at(work.layout.statistics) + step.statistics;
        const Micro whole{work, nullptr, 0, 0, job.batch, 0};
        if constexpr (segment.tail == Tail::combine) {
            Layer::template combine<binding>(job.weights + step.weights, job.state + step.state,
                                             statistics, work.examples, max_slices);
        } else if constexpr (segment.tail == Tail::combine_gradient) {
            Layer::template combine_gradient<binding>(
                gradient_block(work, 0) + plan.gradient_of(step), statistics, max_slices,
                job.batch);
        } else if constexpr (segment.tail == Tail::shared_forward) {
            using Epilogue = typename wiring::LayerAt<Spec, step.epilogue>::Applied;
            runner.parallel(Layer::forward_parts, [&](std::size_t part, std::size_t) {
                Layer::template forward_part<binding, Epilogue>(forward_pass<S>(whole, 0), part);
            });
        } else {
            constexpr std::size_t parts = Layer::parts(binding.in.shape);
            runner.parallel(parts, [&](std::size_t part, std::size_t worker) {
                Micro own = whole;
                own.arena = work.at(work.layout.micro) + worker * worker_size;
                Backward<Scalar> pass = backward_pass<S>(own, 0);
                if constexpr (takes_whole_tensors<Optimizer>)
                    pass.gradient = work.at(work.layout.wide) + plan.gradient_of(step) +
                                    Layer::part_begin(part);
                else
                    pass.gradient = pass.scratch;
                Layer::template backward_part<binding>(pass, part);
                if constexpr (!takes_whole_tensors<Optimizer>)
                    updating::update_part<steps, plan, Layer, S>(job, work.pace, pass.gradient,
                                                                 part);
            });
        }
    }

    /// Copies the weights into the layouts of their own that the passes read.
    static void derive(Work& work) {
        program::for_each_step<steps, program::Deriving>([&](auto number) {
            constexpr auto& step = steps.steps[decltype(number)::value];
            const Shape& in = steps.values[steps.reads[step.first_read].value].shape;
            const Scalar* const from = work.job.weights + step.weights;
            if constexpr (step.forward_copy.count != 0)
                wiring::LayerAt<Spec, step.ref>::template copy_for_forward<step.algorithm>(
                    in, from, derived(work, step.forward_copy));
            if constexpr (step.backward_copy.count != 0)
                wiring::LayerAt<Spec, step.ref>::template copy_for_backward<step.algorithm>(
                    in, from, derived(work, step.backward_copy));
        });
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Training;
}  // namespace inlay

#endif  // INLAY_TRAIN_TRAINING_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_TRAINING_HPP
#define INLAY_TRAIN_TRAINING_HPP
// One training step: forward, loss, backward and update, on memory of the caller's.

#include <inlay/kernel/map.hpp>
#include <inlay/kernel/slices.hpp>
#include <inlay/network/derive.hpp>
#include <inlay/network/executor.hpp>
#include <inlay/simd/flush.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/train/blocks.hpp>
#include <inlay/train/calls.hpp>
#include <inlay/train/compile.hpp>
#include <inlay/train/job.hpp>
#include <inlay/train/optimizer.hpp>
#include <inlay/train/runner.hpp>
#include <inlay/train/scoring.hpp>
#include <inlay/train/sharing.hpp>
#include <inlay/train/slice_scores.hpp>
#include <inlay/train/sliced_gradients.hpp>
#include <inlay/train/step_memory.hpp>
#include <inlay/train/update.hpp>

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

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
        return Scores{Scoring{criteria}, nullptr}.count();
    }

    using Layout = StepLayout;
    /// For batches of at most so many examples on so many workers, by an optimizer of such fields:
    /// one that clips norms keeps the gradients of wide layers.
    static constexpr Layout layout(std::size_t batch, std::size_t workers,
                                   const Optimizer& optimizer = Optimizer{}) {
        return Memory::layout(batch, workers, updating::needs_whole(optimizer));
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
        Work work{job, layout, {}, updating::ending_of(job)};
        scores(job).clear();
        if (work.ending.whole && !layout.keeps(plan.wide_gradient)) {
            layout.refuse();
            return job.sums;
        }
        const double added = penalty(job.weights, runner);
        for (std::size_t s = 0; s < max_slices; ++s)
            work.examples[s] = slice_begin(job.batch, s + 1) - slice_begin(job.batch, s);
        for (std::size_t k = plan.sliced_gradient; k < plan.summed_gradient; ++k) job.memory[k] = 0;
        execution::derive<Spec, steps, unrolled, Scalar>(
            {job.weights, job.state, work.at(layout.derived)});
        if constexpr (unrolled)
            simd::unroll<plan.segment_count>([&](auto g) { run_segment(work, runner, g); });
        else
            for (int g = 0; g < plan.segment_count; ++g) run_segment(work, runner, g);
        updating::end<steps, plan>(job, work.ending, sliced(work).sums(), work.at(layout.wide),
                                   runner);
        return scores(job).join(job.batch, added);
    }

private:
    using Spec = typename Net::spec;
    using Scores = SliceScores<Scoring>;
    using Ending = decltype(updating::ending_of(std::declval<const Job&>()));

    struct Work {
        const Job& job;
        const Layout& layout;
        std::size_t examples[max_slices];
        Ending ending;
        Scalar* at(std::size_t part) const { return job.memory + part; }
    };

    using Frame = execution::Frame<Scalar, unrolled>;
    using Row = execution::Row;
    /// Some examples of a slice, at work in one worker.
    struct Micro : Frame {
        Work& work;
    };

    using Sliced = SlicedGradients<Scalar, steps, plan>;

    static Sliced sliced(const Work& work) {
        return {work.job.memory, work.layout, work.job.batch};
    }

    /// The memory of the whole batch; what works on a part of it changes what differs.
    static Frame whole(Work& work) {
        const Job& job = work.job;
        Scalar* const derived = work.at(work.layout.derived);
        return {.arena = work.at(work.layout.micro),
                .slots = micro_batch,
                .batch = work.at(work.layout.batch),
                .blocks = {job.weights, job.state, derived},
                .gradient = job.memory,
                .count = job.batch,
                .moment = {job.seed, job.step, 0},
                .whole = {.state = job.state,
                          .statistics = derived,
                          .examples = work.examples,
                          .count = job.batch}};
    }

    static constexpr execution::Spot spot_of(int value, bool gradient) {
        using execution::Spot;
        const program::Value& v = steps.values[value];
        const int number = gradient ? 2 * v.gradient + 1 : 2 * v.storage;
        const program::Buffer& buffer = plan.buffers[number];
        return {buffer.offset, buffer.size, plan.whole_batch[number] ? Spot::batch : Spot::arena};
    }

    static void load(const Frame& frame, const Row&) {
        simd::unroll<static_cast<int>(Net::input_count)>(
            [&](auto input) { load_input<decltype(input)::value>(frame); });
    }

    template <int input>
    static void load_input(const Frame& frame) {
        constexpr auto& entry = steps.inputs[input];
        constexpr execution::Spot spot = spot_of(entry.value, false);
        constexpr ElementType element = steps.values[entry.value].element;
        constexpr bool staged = !program::border_of(steps, entry.value).empty();
        constexpr std::size_t stage = plan.buffers[plan.stage].offset * micro_batch;
        const Source<Scalar>& source = nth(static_cast<const Micro&>(frame).work.job.source, input);
        for (std::size_t n = 0; n < frame.count; ++n) {
            Scalar* const x = frame.write(spot) + n * program::map_of(steps, entry.value).size();
            Scalar* const from = staged ? frame.arena + stage : x;
            source.load(source.context, frame.moment.first + n, from);
            if constexpr (Net::indices[input] != 0 || element != ElementType::number)
                settle(frame.write(spot), n, Net::input_shapes[input].size(), source.element,
                       element);
            if constexpr (staged || entry.gather) execution::gather<Spec, steps, input>(from, x, 1);
        }
    }

    static Scores scores(const Job& job) { return {Scoring{job.criteria}, job.sums}; }

    static typename Scoring::Seen seen_by(const Frame& frame) {
        return [&]<std::size_t... K>(std::index_sequence<K...>) -> typename Scoring::Seen {
            return {{output_seen_by<K>(frame)...}};
        }(std::make_index_sequence<Net::output_count>());
    }

    template <std::size_t number>
    static scoring::Seen<Scalar> output_seen_by(const Frame& frame) {
        constexpr auto& end = steps.outputs[number];
        constexpr execution::Spot output = spot_of(end.value, false);
        constexpr execution::Spot logits = spot_of(end.gradient, false);
        const Work& work = static_cast<const Micro&>(frame).work;
        const Scalar* mask = nullptr;
        if constexpr (Net::template masks_output<number>)
            mask = frame.read(spot_of(steps.values[end.value].mask, false));
        return {frame.read(output), frame.read(logits), mask, nth(work.job.targets, number),
                frame.moment.first, frame.count};
    }

    static void collect(const Frame& frame, const Row&) {
        const Job& job = static_cast<const Micro&>(frame).work.job;
        scores(job).collect(frame.slice, seen_by(frame));
    }

    static void score(const Frame& frame, const Row&) {
        const Job& job = static_cast<const Micro&>(frame).work.job;
        Scalar* gradients[Net::output_count];
        simd::unroll<static_cast<int>(Net::output_count)>([&](auto k) INLAY_INLINE_LAMBDA {
            constexpr execution::Spot gradient = spot_of(steps.outputs[k].gradient, true);
            gradients[k] = frame.write(gradient);
        });
        scores(job).add(frame.slice, seen_by(frame), job.batch, gradients);
    }

    static void unload(const Frame& frame, const Row&) {
        simd::unroll<static_cast<int>(Net::input_count)>([&](auto k) {
            constexpr int input = steps.inputs[k].value;
            constexpr execution::Spot spot = spot_of(input, true);
            constexpr Map lies = program::map_of(steps, input), plain(steps.values[input].shape);
            Scalar* const to = nth(static_cast<const Micro&>(frame).work.job.input_gradients, k);
            kernel::copy<lies, plain, false>(frame.read(spot),
                                             to + frame.moment.first * plain.size(), frame.count);
        });
    }

    static constexpr std::size_t gradient_of(int group) { return plan.gradient_of(group); }

    // The step as tables.

    static constexpr auto schedule = execution::schedule_of<steps, plan>();
    static constexpr auto rows = execution::rows_of<steps>(false, spot_of, gradient_of);
    static constexpr auto segments =
        program::first_of<static_cast<std::size_t>(plan.segment_count)>(schedule.segments);

    template <std::size_t K>
    static consteval execution::Call<Frame> call_of() {
        using program::Action;
        constexpr execution::Item item = schedule.items[K];
        if constexpr (item.action == Action::load)
            return {load, item.row};
        else if constexpr (item.action == Action::collect_loss)
            return {collect, item.row};
        else if constexpr (item.action == Action::loss)
            return {score, item.row};
        else if constexpr (item.action == Action::unload)
            return {unload, item.row};
        else
            return {execution::run_of<Frame, Spec, steps, item.action, item.step>(), item.row};
    }

    static constexpr auto calls = []<std::size_t... K>(std::index_sequence<K...>) {
        return std::array<execution::Call<Frame>, sizeof...(K)>{call_of<K>()...};
    }(std::make_index_sequence<schedule.count>());

    static constexpr auto combinings = []<std::size_t... G>(std::index_sequence<G...>) {
        return std::array<execution::Combining<Frame>, sizeof...(G)>{
            execution::combining_of<Frame, Spec, steps, segments[G].tail, segments[G].step>()...};
    }(std::make_index_sequence<segments.size()>());

    template <class Runner>
    static constexpr auto shares = []<std::size_t... G>(std::index_sequence<G...>) {
        return std::array<execution::Share<Frame, Job, Ending, Runner>, sizeof...(G)>{
            execution::share_of<Frame, Job, Ending, Runner, Spec, steps, segments[G].tail,
                                segments[G].step>()...};
    }(std::make_index_sequence<segments.size()>());

    /// Calls one function of a segment that combines; does nothing for others. A number that the
    /// compiler knows is a segment of its own code.
    template <auto which, class Number>
    static void combine(const Frame& frame, Number number) {
        if constexpr (unrolled) {
            constexpr auto& segment = segments[Number::value];
            if constexpr (segment.combines()) {
                constexpr auto run = combinings[Number::value].*which;
                run(frame, rows[static_cast<std::size_t>(segment.row)]);
            }
        } else {
            const auto g = static_cast<std::size_t>(number);
            if (segments[g].combines())
                (combinings[g].*which)(frame, rows[static_cast<std::size_t>(segments[g].row)]);
        }
    }

    template <class Number>
    static void run_calls(const Micro& micro, Number number) {
        if constexpr (unrolled) {
            constexpr auto& segment = segments[Number::value];
            execution::run_unrolled<calls, rows, segment.first, segment.count>(micro);
        } else {
            const auto& segment = segments[static_cast<std::size_t>(number)];
            execution::run_calls<Frame>(calls.data() + segment.first, segment.count, rows.data(),
                                        micro);
        }
    }

    template <class Number, class Runner>
    static void run_segment(Work& work, Runner& runner, Number number) {
        const auto g = static_cast<std::size_t>(number);
        const SliceBlocks& blocks = work.layout.blocks;
        if (segments[g].count != 0) {
            sliced(work).begin(segments[g]);
            runner.parallel(blocks.tasks(), [&](std::size_t task, std::size_t worker) {
                const std::size_t first = task * blocks.together;
                for (std::size_t slice = first; slice < first + blocks.together; ++slice) {
                    run_slice(work, number, slice, worker);
                    sliced(work).join_behind(segments[g], slice, worker);
                }
            });
            sliced(work).end(segments[g]);
        }
        run_tail(work, runner, number);
    }

    /// A segment for one slice.
    template <class Number>
    static void run_slice(Work& work, Number number, std::size_t slice, std::size_t worker) {
        const auto g = static_cast<std::size_t>(number);
        const std::size_t batch = work.job.batch, begin = slice_begin(batch, slice);
        Micro micro{whole(work), work};
        micro.slice = slice;
        combine<&execution::Combining<Frame>::begin>(micro, number);
        if (work.examples[slice] == 0) return;
        micro.arena += worker * Memory::worker_size;
        micro.scratch = micro.arena + plan.micro * micro_batch;
        micro.gradient = sliced(work).begin_slice(segments[g], slice, worker);
        for (std::size_t done = 0; done < work.examples[slice]; done += micro_batch) {
            const std::size_t left = work.examples[slice] - done;
            micro.count = left < micro_batch ? left : micro_batch;
            micro.moment.first = begin + done;
            micro.before = done;
            run_calls(micro, number);
            sliced(work).take(segments[g], micro.gradient, worker, done / micro_batch);
        }
        sliced(work).give(segments[g], micro.gradient, worker);
    }

    template <class Number, class Runner>
    static void run_tail(Work& work, Runner& runner, Number number) {
        if constexpr (Scoring::collects)
            if (segments[static_cast<std::size_t>(number)].tail == program::Tail::combine_loss)
                scores(work.job).join_collected();
        if constexpr (unrolled) {
            constexpr auto& segment = segments[Number::value];
            if constexpr (segment.shares()) {
                constexpr auto share = shares<Runner>[Number::value];
                share(whole(work), rows[static_cast<std::size_t>(segment.row)], sharing(work),
                      runner);
            }
        } else {
            const auto g = static_cast<std::size_t>(number);
            if (segments[g].shares())
                shares<Runner>[g](whole(work), rows[static_cast<std::size_t>(segments[g].row)],
                                  sharing(work), runner);
        }
        combine<&execution::Combining<Frame>::finish>(whole(work), number);
    }

    static execution::Sharing<Job, Ending, Scalar> sharing(const Work& work) {
        return {work.job,
                work.ending,
                Memory::worker_size,
                plan.micro * micro_batch,
                work.ending.whole ? work.at(work.layout.wide) : nullptr,
                updating::end_part<steps, plan, Job, Ending, Scalar>};
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

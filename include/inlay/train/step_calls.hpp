// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_STEP_CALLS_HPP
#define INLAY_TRAIN_STEP_CALLS_HPP
// What one training step calls: its actions as tables, and what loads examples, scores outputs and
// hands back the gradients of inputs.

#include <inlay/kernel/map.hpp>
#include <inlay/kernel/slices.hpp>
#include <inlay/network/executor.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/train/calls.hpp>
#include <inlay/train/scoring.hpp>
#include <inlay/train/several.hpp>
#include <inlay/train/sharing.hpp>
#include <inlay/train/slice_scores.hpp>
#include <inlay/train/source.hpp>
#include <inlay/train/step_memory.hpp>
#include <inlay/train/update.hpp>

#include <array>
#include <cstddef>
#include <utility>

namespace inlay::INLAY_ABI::execution {

/// The calls of a step of a plan. What takes a number of a segment takes one that the compiler
/// knows where the step is unrolled, and then is code of that segment alone.
template <class Net, class Job, class Scoring, const auto& steps, const auto& plan, bool unrolled>
class StepCalls {
public:
    using Scalar = typename Net::scalar;
    using Ending = decltype(updating::ending_of(std::declval<const Job&>()));
    using Frame = execution::Frame<Scalar, unrolled>;

    /// A step at work.
    struct Work {
        const Job& job;
        const StepLayout& layout;
        std::size_t examples[max_slices];
        Ending ending;

        Work(const Job& given, const StepLayout& laid)
            : job(given), layout(laid), ending(updating::ending_of(given)) {
            for (std::size_t s = 0; s < max_slices; ++s)
                examples[s] = slice_begin(job.batch, s + 1) - slice_begin(job.batch, s);
        }

        Scalar* at(std::size_t part) const { return job.memory + part; }
    };

    /// Some examples of a slice, at work in one worker.
    struct Micro : Frame {
        Work& work;
    };

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
                .moment = {job.seed, job.step, 0, job.batch},
                .whole = {.state = job.state,
                          .statistics = derived,
                          .examples = work.examples,
                          .count = job.batch}};
    }

    /// The scores of its slices.
    static SliceScores<Scoring> scores(const Job& job) { return {Scoring{job.criteria}, job.sums}; }

    static constexpr auto schedule = schedule_of<steps, plan>();
    static constexpr auto segments =
        program::first_of<static_cast<std::size_t>(plan.segment_count)>(schedule.segments);

    /// What a slice does before a segment.
    template <class Number>
    static void begin(const Micro& micro, Number number) {
        combine<&Combining<Frame>::begin>(micro, number);
    }

    /// A segment.
    template <class Number>
    static void run(const Micro& micro, Number number) {
        if constexpr (unrolled) {
            constexpr auto& segment = segments[Number::value];
            run_unrolled<calls, rows, segment.first, segment.count>(micro);
        } else {
            const auto& segment = segments[static_cast<std::size_t>(number)];
            run_calls<Frame>(calls.data() + segment.first, segment.count, rows.data(), micro);
        }
    }

    /// What the workers share out behind a segment.
    template <class Number, class Runner>
    static void share(Work& work, Runner& runner, Number number) {
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
    }

    /// What is done once behind a segment.
    template <class Number>
    static void finish(Work& work, Number number) {
        combine<&Combining<Frame>::finish>(whole(work), number);
    }

private:
    using Spec = typename Net::spec;
    using Memory = StepMemory<Scalar, steps, plan>;
    static constexpr std::size_t micro_batch = Memory::micro_batch;

    static constexpr Spot spot_of(int value, bool gradient) {
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
        constexpr Spot spot = spot_of(entry.value, false);
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
            if constexpr (staged || entry.gather) gather<Spec, steps, input>(from, x, 1);
        }
    }

    static typename Scoring::Seen seen_by(const Frame& frame) {
        return [&]<std::size_t... K>(std::index_sequence<K...>) -> typename Scoring::Seen {
            return {{output_seen_by<K>(frame)...}};
        }(std::make_index_sequence<Net::output_count>());
    }

    template <std::size_t number>
    static scoring::Seen<Scalar> output_seen_by(const Frame& frame) {
        constexpr auto& end = steps.outputs[number];
        constexpr Spot output = spot_of(end.value, false);
        constexpr Spot logits = spot_of(end.gradient, false);
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
            constexpr Spot gradient = spot_of(steps.outputs[k].gradient, true);
            gradients[k] = frame.write(gradient);
        });
        scores(job).add(frame.slice, seen_by(frame), job.batch, gradients);
    }

    static void unload(const Frame& frame, const Row&) {
        simd::unroll<static_cast<int>(Net::input_count)>([&](auto k) {
            constexpr int input = steps.inputs[k].value;
            constexpr Spot spot = spot_of(input, true);
            constexpr Map lies = program::map_of(steps, input), plain(steps.values[input].shape);
            Scalar* const to = nth(static_cast<const Micro&>(frame).work.job.input_gradients, k);
            kernel::copy<lies, plain, false>(frame.read(spot),
                                             to + frame.moment.first * plain.size(), frame.count);
        });
    }

    static constexpr std::size_t gradient_of(int group) { return plan.gradient_of(group); }

    // The step as tables.

    static constexpr auto rows = rows_of<steps>(false, spot_of, gradient_of);

    template <std::size_t K>
    static consteval Call<Frame> call_of() {
        using program::Action;
        constexpr Item item = schedule.items[K];
        if constexpr (item.action == Action::load)
            return {load, item.row};
        else if constexpr (item.action == Action::collect_loss)
            return {collect, item.row};
        else if constexpr (item.action == Action::loss)
            return {score, item.row};
        else if constexpr (item.action == Action::unload)
            return {unload, item.row};
        else
            return {run_of<Frame, Spec, steps, item.action, item.step>(), item.row};
    }

    static constexpr auto calls = []<std::size_t... K>(std::index_sequence<K...>) {
        return std::array<Call<Frame>, sizeof...(K)>{call_of<K>()...};
    }(std::make_index_sequence<schedule.count>());

    static constexpr auto combinings = []<std::size_t... G>(std::index_sequence<G...>) {
        return std::array<Combining<Frame>, sizeof...(G)>{
            combining_of<Frame, Spec, steps, segments[G].tail, segments[G].step>()...};
    }(std::make_index_sequence<segments.size()>());

    template <class Runner>
    static constexpr auto shares = []<std::size_t... G>(std::index_sequence<G...>) {
        return std::array<Share<Frame, Job, Ending, Runner>, sizeof...(G)>{
            share_of<Frame, Job, Ending, Runner, Spec, steps, segments[G].tail,
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

    static Sharing<Job, Ending, Scalar> sharing(const Work& work) {
        return {work.job,
                work.ending,
                Memory::worker_size,
                plan.micro * micro_batch,
                work.ending.whole ? work.at(work.layout.wide) : nullptr,
                updating::end_part<steps, plan, Job, Ending, Scalar>};
    }
};

}  // namespace inlay::INLAY_ABI::execution

#endif  // INLAY_TRAIN_STEP_CALLS_HPP

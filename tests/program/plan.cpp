// SPDX-License-Identifier: MIT
// Plans, played through with a label on every element of memory: what is read is what was written.
#include "nets.hpp"

#include <inlay/program/lower.hpp>
#include <inlay/program/plan.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;
using program::Action;
using program::Mode;
using program::Tail;

namespace {

/// Memory whose elements know which buffer of which example was written there last.
class Labels {
public:
    explicit Labels(std::size_t size) : labels_(size, -1) {}

    void write(std::size_t first, std::size_t count, int label) {
        inside_ = inside_ && first + count <= labels_.size();
        for (std::size_t k = first; inside_ && k < first + count; ++k) labels_[k] = label;
    }

    void read(std::size_t first, std::size_t count, int label) {
        inside_ = inside_ && first + count <= labels_.size();
        for (std::size_t k = first; inside_ && k < first + count; ++k)
            intact_ = intact_ && labels_[k] == label;
    }

    void check() const {
        CHECK(inside_);
        CHECK(intact_);
    }

private:
    std::vector<int> labels_;
    bool inside_ = true, intact_ = true;
};

/// Whether a step writes what it makes over its addend.
template <std::size_t Capacity>
bool adds_in_place(const program::Program<Capacity>& p, const program::Step& step) {
    return step.epilogue.adds && p.values[step.output].parent >= 0 &&
           p.values[step.output].parent == p.reads[step.first_read + step.inputs()].value;
}

template <class Net, class In>
void check_inference() {
    const auto p = program::rewrite(program::lower<Net>(inputs_of<In>), Mode::inference);
    const auto plan = program::plan_inference(p);
    Labels memory(plan.arena);
    std::vector<bool> over(static_cast<std::size_t>(p.value_count));  // values written over others
    for (int s = 0; s < p.step_count; ++s)
        if (!p.steps[s].removed && adds_in_place(p, p.steps[s]))
            over[static_cast<std::size_t>(p.steps[s].output)] = true;
    const auto touch = [&](int value, auto access) {
        const int storage = p.values[value].storage;
        if (program::output_in(p, storage) >= 0) return;  // the caller's
        const int input = program::input_in(p, storage);
        if (input >= 0 && !plan.copies[input]) return;  // likewise
        const program::Buffer& buffer = plan.buffers[storage];
        REQUIRE(buffer.size == program::stored_size(p.values[storage]));
        int content = value;
        while (p.values[content].parent >= 0 && !over[static_cast<std::size_t>(content)])
            content = p.values[content].parent;
        access(buffer.offset, buffer.size, content);
    };
    const auto write = [&](int value) {
        touch(value, [&](auto... where) { memory.write(where...); });
    };
    const auto read = [&](int value) {
        touch(value, [&](auto... where) { memory.read(where...); });
    };
    for (int k = 0; k < p.input_count; ++k) write(p.inputs[k].value);
    for (int s = 0; s < p.step_count; ++s) {
        const program::Step& step = p.steps[s];
        if (step.removed) continue;
        // A step writes while it reads: its inputs must be whole behind its output, too; but an
        // addend is read where the sum is about to be written.
        const bool in_place = adds_in_place(p, step);
        if (in_place) read(p.reads[step.first_read + step.inputs()].value);
        write(step.output);
        if (step.new_mask >= 0) write(step.new_mask);
        for (int k = 0; k < step.reads - in_place; ++k) read(p.reads[step.first_read + k].value);
        if (step.mask >= 0) read(step.mask);
    }
    for (int k = 0; k < p.output_count; ++k)
        if (const int mask = p.values[p.outputs[k].value].mask; mask >= 0) read(mask);
    memory.check();
}

/// A training step of some examples in one or more workers' arenas.
template <std::size_t Capacity>
class Trial {
public:
    Trial(const program::Program<Capacity>& steps, bool collects, int examples, int workers)
        : p(steps),
          plan(program::plan_training(p, collects)),
          examples_(examples),
          workers_(workers),
          micro_(plan.micro * static_cast<std::size_t>(workers)),
          batch_(plan.batch * static_cast<std::size_t>(examples)) {}

    void run() {
        for (int g = 0; g < plan.segment_count; ++g) {
            const program::Segment& segment = plan.segments[g];
            // One worker takes example after example; several go through a segment side by side.
            for (int first = 0; first < examples_; first += workers_)
                for (int k = segment.first; k < segment.first + segment.count; ++k)
                    for (int n = first; n < first + workers_ && n < examples_; ++n)
                        run(plan.ops[k].action, plan.ops[k].step, n);
            for (int n = 0; n < examples_; ++n) {
                if (segment.tail == Tail::forward_by_parts) run(Action::forward, segment.step, n);
                if (segment.tail == Tail::backward_by_parts) run(Action::backward, segment.step, n);
            }
        }
        micro_.check();
        batch_.check();
    }

private:
    void run(Action action, int s, int n) {
        if (action == Action::load) {
            load(n);
            return;
        }
        if (action == Action::loss || action == Action::collect_loss) {
            for (int k = 0; k < p.output_count; ++k) {
                const program::Result& output = p.outputs[k];
                if (const int mask = p.values[output.value].mask; mask >= 0) read(mask, false, n);
                read(output.value, false, n);
                read(output.gradient, false, n);
                if (action == Action::loss) write(output.gradient, true, n);
            }
            for (int k = 0; k < p.output_count; ++k) {
                read(p.outputs[k].value, false, n);
                if (action == Action::loss) read(p.outputs[k].gradient, true, n);
            }
            return;
        }
        const program::Step& step = p.steps[s];
        const program::Epilogue& epilogue = step.epilogue;
        const bool backward = action == Action::backward || action == Action::collect_gradient;
        const bool behind = action == Action::epilogue_gradient;
        if (action == Action::forward) write(step.output, false, n);
        if (action == Action::forward && step.new_mask >= 0) write(step.new_mask, false, n);
        if ((action == Action::forward || action == Action::backward) && step.mask >= 0)
            read(step.mask, false, n);
        if (action == Action::forward && epilogue.kept >= 0) write(epilogue.kept, false, n);
        for (int k = 0; k < step.reads; ++k) {
            const program::Read& reading = p.reads[step.first_read + k];
            const bool addend = k == step.inputs();
            if (action != (addend ? Action::epilogue_gradient : Action::backward)) continue;
            if (!p.values[reading.value].needs_gradient || (addend && reading.in_place)) continue;
            if (reading.accumulate)
                read(reading.value, true, n);
            else
                write(reading.value, true, n);
        }
        for (int k = 0; k < step.reads; ++k)
            if (action == Action::forward ||
                (k < step.inputs() &&
                 (action == Action::collect || (backward && step.backward.input))))
                read(p.reads[step.first_read + k].value, false, n);
        if ((behind && epilogue.reads.output) || (backward && step.backward.output))
            read(step.output, false, n);
        if (behind && epilogue.reads.input) read(epilogue.kept, false, n);
        if (behind || backward) read(step.output, true, n);
        if (action == Action::backward && epilogue.adds) become_addend(step, n);
    }

    /// Where the gradient of a sum is its addend's too, it is that and nothing else from now on.
    void become_addend(const program::Step& step, int n) {
        const program::Read& reading = p.reads[step.first_read + step.inputs()];
        if (reading.in_place) write(reading.value, true, n);
    }

    /// An input with a border is fetched without it first, to a place of its own.
    void load(int n) {
        for (int k = 0; k < p.input_count; ++k) {
            const program::Entry& input = p.inputs[k];
            const program::Buffer& stage = plan.buffers[plan.stage];
            const std::size_t at =
                plan.micro * static_cast<std::size_t>(n % workers_) + stage.offset;
            const bool staged = !p.values[input.value].halo.empty();
            if (staged) micro_.write(at, input.shape.size(), -2);
            write(input.value, false, n);
            if (staged) micro_.read(at, input.shape.size(), -2);
        }
        for (int k = 0; k < p.input_count; ++k) read(p.inputs[k].value, false, n);
    }

    template <class Access>
    void touch(int value, bool gradient, int n, Access access) {
        const program::Value& v = p.values[value];
        const int number = gradient ? 2 * v.gradient + 1 : 2 * v.storage;
        const program::Buffer& buffer = plan.buffers[number];
        REQUIRE(buffer.size == program::stored_size(p.values[v.storage]));
        const int label = (2 * v.storage + gradient) * examples_ + n;
        const auto example = static_cast<std::size_t>(n);
        if (plan.whole_batch[number])
            access(batch_,
                   buffer.offset * static_cast<std::size_t>(examples_) + buffer.size * example,
                   buffer.size, label);
        else
            access(micro_, plan.micro * static_cast<std::size_t>(n % workers_) + buffer.offset,
                   buffer.size, label);
    }

    void write(int value, bool gradient, int n) {
        touch(value, gradient, n, [](Labels& at, auto... where) { at.write(where...); });
    }
    void read(int value, bool gradient, int n) {
        touch(value, gradient, n, [](Labels& at, auto... where) { at.read(where...); });
    }

    const program::Program<Capacity>& p;
    program::TrainingPlan<Capacity> plan;
    int examples_, workers_;
    Labels micro_, batch_;
};

template <class Net, class In>
void check_training() {
    for (const unsigned logits : {0u, ~0u}) {
        const auto p = program::rewrite(program::lower<Net>(inputs_of<In>), Mode::training, logits);
        for (const bool collects : {false, true})
            for (const int workers : {1, 2, 3}) {
                CAPTURE(logits);
                CAPTURE(collects);
                CAPTURE(workers);
                Trial(p, collects, 3, workers).run();
            }
    }
}

template <class Net, class In>
void check() {
    CAPTURE(std::string(type_name<Net>().view()));
    REQUIRE(program::lower<Net>(inputs_of<In>).mistake.view() == "");
    check_inference<Net, In>();
    check_training<Net, In>();
}

/// The segments of a plan: ops, and what comes after them.
template <std::size_t Capacity>
std::string schedule_of(const program::Program<Capacity>& p, bool collects = false) {
    const auto plan = program::plan_training(p, collects);
    std::string text;
    for (int g = 0; g < plan.segment_count; ++g) {
        const program::Segment& segment = plan.segments[g];
        for (int k = segment.first; k < segment.first + segment.count; ++k) {
            const program::Op& op = plan.ops[k];
            text += "lfcGLagb"[static_cast<int>(op.action)];
            if (op.step >= 0) text += std::to_string(op.step);
            text += ' ';
        }
        if (segment.tail != Tail::none)
            text += "|" + std::to_string(static_cast<int>(segment.tail)) + "| ";
    }
    text.pop_back();
    return text;
}

}  // namespace

TEST_CASE("no buffer is overwritten before its last reader") {
    check<nets::Mission, Input<28, 28, 1>>();
    check<nets::TwoConvolutions, Input<28, 28, 1>>();
    check<nets::MnistConvnet, Input<28, 28, 1>>();
    check<nets::Branches, Input<9, 7, 3>>();
    check<nets::ResNet8, Input<32, 32, 3>>();
    check<nets::Normalized, Input<12, 12, 1>>();
}

TEST_CASE("nor in networks of odd forms") {
    using C = Conv2D<3, 3, 3, Same>;
    check<Sequential<C, Softmax>, Input<5, 4, 3>>();
    check<Sequential<Flatten, Softmax>, Input<4, 4, 1>>();
    check<Sequential<Identity, Softmax>, Input<7>>();
    check<Sequential<Dense<3>, Add<Identity, Sequential<>, Dense<3, ReLU>>, Softmax>, Input<7>>();
    check<Sequential<BatchNorm<>, Sigmoid>, Input<7>>();
    check<
        Sequential<C, Add<C, Sequential<BatchNorm<>, C, BatchNorm<>>, Identity>, Dense<2, Softmax>>,
        Input<5, 4, 3>>();
    // Layers whose gradient is made for the whole batch, one right behind the other and in a
    // branch.
    using Wide = Dense<300, ReLU>;
    check<Sequential<Wide, Wide, Dense<300>, Add<Wide, Dense<300>>, BatchNorm<>, Wide,
                     Dense<3, Softmax>>,
          Input<300>>();
    // Masks, up to the loss and not.
    check<Sequential<Masking<0>, Dense<3, ReLU>, Masking<0>, Dense<2, Softmax>>, Input<5, 3>>();
    check<Sequential<Masking<0>, Dense<3>, GlobalAveragePool1D, Dense<2, Softmax>>, Input<5, 3>>();
    // Sums in the memory of what they add, and gradients likewise.
    using Block = Sequential<Add<Sequential<C, ReLU, C>, Identity>, ReLU>;
    check<Sequential<C, Block, Block, Add<C, Identity>, GELU, Add<C, C>, Block, Flatten, Dense<2>>,
          Input<5, 4, 3>>();
    check<Sequential<C, Add<Sequential<C, BatchNorm<>>, Identity>, Concat<Block, C>, Conv2D<2, 1>>,
          Input<5, 4, 3>>();
    check<Sequential<Add<Sequential<Wide, Dense<300>>, Identity>, SiLU, Dense<2>>, Input<300>>();
    check<Sequential<Dropout<0.5>, Concat<Wide, Identity, Dense<4>>, Dense<3>, Tanh>, Input<300>>();
}

TEST_CASE("nor in graphs of several inputs and outputs") {
    using C = Conv2D<3, 3, 3, Same>;
    using Skip =
        Sequential<Named<"a", C>, MaxPool<2>, Named<"b", C>, C, Dropout<0.5>,
                   Concat<Identity, From<"b">, Sequential<From<"a">, MaxPool<2>>>, Dense<2>>;
    check<Skip, Input<8, 8, 3>>();
    using Ends = Inputs<Named<"image", Input<5, 4, 3>>, Named<"vector", Input<7>>>;
    check<Sequential<C, Flatten, Concat<Identity, Sequential<From<"vector">, Dense<3>>>,
                     Outputs<Identity, Dense<3, Softmax>, Sequential<From<"image">, C>, Softmax,
                             From<"vector">>>,
          Ends>();
    using Tower = Sequential<Dense<4, ReLU>, BatchNorm<>>;
    check<Sequential<Shared<"t", Tower>,
                     Subtract<Identity, Sequential<From<"y">, Shared<"t", Tower>>>, Dense<1>>,
          Inputs<Named<"x", Input<4>>, Named<"y", Input<4>>>>();
    check<Sequential<Frozen<Sequential<C, BatchNorm<>, ReLU>>, C, Frozen<C>, Dense<2>>,
          Input<6, 5, 3>>();
}

TEST_CASE("the schedule of a training step") {
    // l load, f forward, L loss, b backward; steps by number.
    using Plain = Sequential<Dense<3, ReLU>, Dense<2>, Softmax>;
    const auto shape = Shape{4};
    // The first layer hands back no gradient, but has one; the softmax is the loss's.
    CHECK(schedule_of(program::rewrite(program::lower<Plain>(shape), Mode::training, 1)) ==
          "l f0 f2 f3 L b2 a0 b0");
    CHECK(schedule_of(program::rewrite(program::lower<Plain>(shape), Mode::training)) ==
          "l f0 f2 f3 L b3 b2 a0 b0");
    // G collects what the loss needs of the whole batch, and |5| waits for it.
    CHECK(schedule_of(program::rewrite(program::lower<Plain>(shape), Mode::training), true) ==
          "l f0 f2 f3 G |5| L b3 b2 a0 b0");
    // c collects statistics of the batch, g their gradients: |1| and |2| wait for all of it.
    using Norm = Sequential<Dense<3>, BatchNorm<>, Dense<2>>;
    CHECK(schedule_of(program::rewrite(program::lower<Norm>(shape), Mode::training)) ==
          "l f0 c1 |1| f1 f2 L b2 g1 |2| b1 b0");
    // |3| and |4| are the passes of a layer whose gradient is made for the whole batch.
    using Wide = Sequential<Dense<400, ReLU>, Dense<400>, Dense<2>>;
    CHECK(schedule_of(program::rewrite(program::lower<Wide>(shape), Mode::training)) ==
          "l f0 |3| f3 L b3 |4| a0 b0");
}

TEST_CASE("what several segments use holds the whole batch, the rest a micro-batch") {
    using Norm = Sequential<Dense<48>, ReLU, Dense<32>, BatchNorm<>, Dense<16>>;
    const auto p = program::rewrite(program::lower<Norm>(Shape{64}), Mode::training);
    const auto plan = program::plan_training(p);
    const auto whole = [&](int value, bool gradient) {
        return plan.whole_batch[2 * value + gradient];
    };
    CHECK(whole(p.inputs[0].value, false));  // its layer's weight gradient reads it once more
    CHECK(whole(p.steps[0].output, false) == whole(p.steps[1].output, false));
    CHECK(whole(p.steps[1].output, false));  // of the dense layer before the statistics
    CHECK_FALSE(whole(p.steps[1].output, true));
    CHECK(whole(p.steps[2].output, false));  // the normalization's input
    CHECK_FALSE(whole(p.steps[2].output, true));
    CHECK_FALSE(whole(p.steps[3].output, false));
    CHECK(whole(p.steps[3].output, true));  // read before and after the statistics' gradients
    CHECK_FALSE(whole(p.steps[4].output, false));
    CHECK(plan.batch == 64 + 48 + 32 + 32);
}

TEST_CASE("packing") {
    program::Buffer buffers[]{{16, 0, 1}, {32, 1, 2}, {16, 2, 3}, {1, 3, 3}, {64, 5, 4}};
    // The first and the third never meet; the one that is never used takes no place.
    CHECK(program::pack(buffers) == 48);
    CHECK(buffers[1].offset == 0);
    CHECK(buffers[0].offset == 32);
    CHECK(buffers[2].offset == 32);
    CHECK(buffers[3].offset == 0);
}

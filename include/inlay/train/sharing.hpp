// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_SHARING_HPP
#define INLAY_TRAIN_SHARING_HPP
// Layers whose weights are so many that one gradient serves the whole batch: their passes are
// shared out over the workers in parts.

#include <inlay/network/executor.hpp>
#include <inlay/program/plan.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::execution {

/// What such a step needs beside the frame of the whole batch.
template <class Job, class Ending, class Scalar>
struct Sharing {
    const Job& job;
    const Ending& ending;
    std::size_t worker;   ///< from one worker's memory to the next, the first being the arena's
    std::size_t scratch;  ///< and to the scratch in it
    Scalar* wide;         ///< whole gradients, where the end of the step wants them; or null
    /// Ends the step for the weights whose gradients are numbers [from, from + count) of those of
    /// wide layers.
    void (*end)(const Job&, const Ending&, Scalar* gradient, std::size_t from, std::size_t count);
};

template <class Frame, class Job, class Ending, class Runner>
using Share = void (*)(const Frame& whole, const Row&,
                       const Sharing<Job, Ending, typename Frame::scalar>&, Runner&);

template <class Layer, Binding binding, class Epilogue, class Scalar, bool unrolled, class Job,
          class Ending, class Runner>
void share_forward(const Frame<Scalar, unrolled>& whole, const Row& row,
                   const Sharing<Job, Ending, Scalar>&, Runner& runner) {
    runner.parallel(Layer::forward_parts, [&](std::size_t part, std::size_t) {
        Forward<Scalar> pass = whole.forward(row);
        if constexpr (!Epilogue::with.none())
            pass.attached = whole.template attached<Epilogue::with>(&row);
        Layer::template forward_part<binding, Epilogue>(pass, part);
    });
}

/// The step ends for a part's weights as soon as it has its gradient: nobody reads them any more.
/// What needs all gradients waits until all parts have left theirs.
template <class Layer, Binding binding, class Scalar, bool unrolled, class Job, class Ending,
          class Runner>
void share_backward(const Frame<Scalar, unrolled>& whole, const Row& row,
                    const Sharing<Job, Ending, Scalar>& sharing, Runner& runner) {
    constexpr std::size_t parts = Layer::parts(binding.in.channels());
    runner.parallel(parts, [&](std::size_t part, std::size_t worker) {
        const std::size_t begin = Layer::part_begin(part);
        const std::size_t end = part + 1 < parts ? Layer::part_begin(part + 1) : row.weight_count;
        Backward<Scalar> pass = whole.backward(row);
        pass.scratch = whole.arena + worker * sharing.worker + sharing.scratch;
        const bool waits = sharing.wide != nullptr && !binding.frozen;
        pass.gradient = waits ? sharing.wide + row.gradient + begin : pass.scratch;
        Layer::template backward_part<binding>(pass, part);
        if (!waits && !binding.frozen)
            sharing.end(sharing.job, sharing.ending, pass.gradient, row.gradient + begin,
                        end - begin);
    });
}

template <class Frame, class Job, class Ending, class Runner, class Spec, const auto& program,
          program::Tail tail, int S>
consteval Share<Frame, Job, Ending, Runner> share_of() {
    if constexpr (tail == program::Tail::forward_by_parts ||
                  tail == program::Tail::backward_by_parts) {
        constexpr auto& step = program.steps[S];
        constexpr Binding binding = wiring::binding_of(program, S);
        using Layer = wiring::LayerAt<Spec, step.ref>;
        using Epilogue = wiring::EpilogueOf<typename Frame::scalar, Spec, program, S>;
        if constexpr (tail == program::Tail::forward_by_parts)
            return share_forward<Layer, binding, Epilogue>;
        else
            return share_backward<Layer, binding>;
    } else {
        return nullptr;
    }
}

}  // namespace inlay::INLAY_ABI::execution

#endif  // INLAY_TRAIN_SHARING_HPP

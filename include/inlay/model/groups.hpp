// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_GROUPS_HPP
#define INLAY_MODEL_GROUPS_HPP
// How examples run through a network outside of training: in groups of a constant size, which is
// what is scored by itself, and within a group some at a time.

#include <inlay/host/workers.hpp>
#include <inlay/kernel/slices.hpp>
#include <inlay/model/examples.hpp>
#include <inlay/network/network.hpp>

#include <array>
#include <cstddef>

namespace inlay::INLAY_ABI::lifetime {

template <class Net>
struct Groups {
    using Scalar = typename Net::scalar;

    /// As many examples as 1 MiB of activations hold, and no more than wide layers, which fetch
    /// many weights, gain from.
    static constexpr std::size_t size = [] {
        std::size_t most = 16;
        for (int s = 0; s < Net::lowered.step_count; ++s)
            if (Net::lowered.steps[s].by_parts) most = 64;
        const std::size_t fit = 1024 * 1024 / ((Net::plan.arena + 1) * sizeof(Scalar));
        return fit < 1 ? std::size_t{1} : fit > most ? most : fit;
    }();

    /// Where examples run: with idle workers, or new ones on a job system and in some memory.
    struct Place {
        Atomic<host::Workers<Scalar>*>& idle;
        const host::Jobs& jobs;
        const host::Memory& memory;
    };

    /// The examples at a time for batches of a size: batches below Keras's 32 bound the memory.
    static constexpr std::size_t at_once(std::size_t batch) {
        return batch < 32 && batch < size ? batch : size;
    }

    /// Numbers of a workspace for so many examples at a time, worked out by the compiler.
    static constexpr auto workspaces = [] {
        std::array<std::size_t, size + 1> counts{};
        for (std::size_t most = 1; most <= size; ++most) counts[most] = Net::workspace_count(most);
        return counts;
    }();

    /// Runs all inputs, at_once(batch) at a time on each thread: use(first, count, x, y,
    /// workspace). One thread has a whole group, in order.
    template <class Use>
    static void run(const Place& place, const Parameters<Scalar>& parameters,
                    const Examples& inputs, std::size_t batch, const Use& use) {
        run(place, parameters, inputs, at_once(batch), &use,
            [](const void* function, std::size_t first, std::size_t count, const Scalar* x,
               const Scalar* y, const Scalar* workspace) {
                (*static_cast<const Use*>(function))(first, count, x, y, workspace);
            });
    }

private:
    using Function = void (*)(const void* function, std::size_t first, std::size_t count,
                              const Scalar* x, const Scalar* y, const Scalar* workspace);

    /// One function a model, whatever becomes of the outputs.
    INLAY_NOINLINE static void run(const Place& place, const Parameters<Scalar>& parameters,
                                   const Examples& inputs, std::size_t most, const void* function,
                                   Function use) {
        const std::size_t in = Net::input_shape.size() * most;
        const std::size_t out = Net::output_shape.size() * most;
        host::Lease<Scalar> workers(place.idle, place.jobs, in + out + workspaces[most],
                                    place.memory);
        workers->runner.parallel(
            kernel::divided_up(inputs.count(), size), [&](std::size_t group, std::size_t worker) {
                Scalar* const x = workers->memory.data() + worker * workers->each;
                Scalar* const y = x + in;
                const std::size_t left = inputs.count() - group * size;
                const std::size_t count = left < size ? left : size;
                for (std::size_t done = 0; done < count; done += most) {
                    const std::size_t first = group * size + done;
                    const std::size_t some = count - done < most ? count - done : most;
                    for (std::size_t n = 0; n < some; ++n)
                        inputs.read(first + n, x + n * Net::input_shape.size());
                    Net::forward(parameters, x, y, y + out, some);
                    use(function, first, some, x, y, y + out);
                }
            });
    }
};

}  // namespace inlay::INLAY_ABI::lifetime

#endif  // INLAY_MODEL_GROUPS_HPP

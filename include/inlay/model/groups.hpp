// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_GROUPS_HPP
#define INLAY_MODEL_GROUPS_HPP
// How examples run through a network outside of training: in groups of a constant size, which is
// what is scored by itself, and within a group some at a time.

#include <inlay/host/view.hpp>
#include <inlay/host/workers.hpp>
#include <inlay/kernel/crew.hpp>
#include <inlay/kernel/panels.hpp>
#include <inlay/kernel/slices.hpp>
#include <inlay/model/array.hpp>
#include <inlay/model/examples.hpp>
#include <inlay/network/network.hpp>
#include <inlay/program/names.hpp>
#include <inlay/simd/flush.hpp>

#include <array>
#include <cstddef>

namespace inlay::INLAY_ABI::lifetime {

template <class Net>
struct Groups {
    using Scalar = typename Net::scalar;

    /// As many examples as 1 MiB of activations hold; where weights are larger than that, so many
    /// that fetching them again for each group costs less than the activations, 64 MiB at most. No
    /// more than wide layers, which fetch many weights, gain from.
    static constexpr std::size_t size = [] {
        constexpr std::size_t mega = 1024 * 1024;
        std::size_t most = 16;
        for (int s = 0; s < Net::lowered.step_count; ++s)
            if (Net::lowered.steps[s].by_parts) most = 64;
        const std::size_t example = (Net::plan.arena + 1) * sizeof(Scalar);
        const std::size_t weights = Net::trainable_count * sizeof(Scalar);
        std::size_t room = mega;
        if (weights > mega) room = 2 * weights < 64 * mega ? 2 * weights : 64 * mega;
        const std::size_t fit = room / example;
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

    using Ends = typename Net::Ends;

    /// Whether a network may have products that a crew shares out where there are fewer groups than
    /// workers: those with so many weights.
    static constexpr bool has_large_products = Net::trainable_count >= kernel::least_in_panels;

    /// The workers of a runner as a crew, with such a piece of memory each.
    struct Crew : kernel::Crew {
        host::Runner& runner;

        Crew(host::Runner& on, std::size_t each)
            : kernel::Crew{share, on.workers(), each}, runner(on) {}

        static void share(const kernel::Crew& crew, std::size_t tasks, const void* body,
                          void (*part)(const void*, std::size_t, std::size_t)) {
            static_cast<const Crew&>(crew).runner.parallel(
                tasks, [&](std::size_t task, std::size_t worker) {
                    const simd::FlushScope flushes;
                    part(body, task, worker);
                });
        }
    };

    /// The examples of each input.
    struct Inputs {
        Examples all[Net::input_count];

        Inputs() = default;

        /// An Error where there is not one array for each input, or where one does not hold
        /// examples of its input's shape, or not as many as the first.
        explicit Inputs(View<const ArrayView> arrays) {
            example_data::one_for_each(arrays.size(), Net::input_count, "input");
            for (std::size_t k = 0; k < Net::input_count; ++k) {
                Text what("the inputs");
                if (Net::input_count > 1) program::put_name(what << " ", Net::entries[k]);
                all[k] = Examples(arrays[k], Net::input_shapes[k], Net::indices[k], what.view());
                example_data::same_count(all[0].count(), all[k].count(), what.view());
            }
        }

        std::size_t count() const { return all[0].count(); }

        /// Writes `count` examples, from number `first` on, to a place for each input.
        void read(std::size_t first, std::size_t count, Scalar* const* to) const {
            for (std::size_t k = 0; k < Net::input_count; ++k)
                for (std::size_t n = 0; n < count; ++n) {
                    const std::size_t each = Net::input_shapes[k].size();
                    all[k].read(first + n, to[k] + n * each);
                    if (Net::indices[k] != 0)
                        settle(to[k], n, each, ElementType::int32, ElementType::int32);
                }
        }

        /// `count` of these examples, from number `first` on.
        Inputs part(std::size_t first, std::size_t count) const {
            Inputs some;
            for (std::size_t k = 0; k < Net::input_count; ++k)
                some.all[k] = all[k].part(first, count);
            return some;
        }
    };

    /// Runs all inputs, at_once(batch) at a time on each thread: use(first, count, ends,
    /// workspace). One thread has a whole group, in order.
    template <class Use>
    static void run(const Place& place, const Parameters<Scalar>& parameters, const Inputs& inputs,
                    std::size_t batch, const Use& use) {
        run(place, parameters, inputs, at_once(batch), &use,
            [](const void* function, std::size_t first, std::size_t count, const Ends& ends,
               const Scalar* workspace) {
                (*static_cast<const Use*>(function))(first, count, ends, workspace);
            });
    }

private:
    using Function = void (*)(const void* function, std::size_t first, std::size_t count,
                              const Ends& ends, const Scalar* workspace);

    /// One function a model, whatever becomes of the outputs.
    INLAY_NOINLINE static void run(const Place& place, const Parameters<Scalar>& parameters,
                                   const Inputs& inputs, std::size_t most, const void* function,
                                   Function use) {
        const std::size_t in = Net::input_size * most, out = Net::output_size * most;
        host::Lease<Scalar> workers(place.idle, place.jobs, in + out + workspaces[most],
                                    place.memory);
        const std::size_t groups = kernel::divided_up(inputs.count(), size);
        const auto run_group = [&](std::size_t group, std::size_t worker, const Crew* crew) {
            Scalar* at = workers->memory.data() + worker * workers->each;
            Scalar* x[Net::input_count];
            Ends ends;
            for (std::size_t k = 0; k < Net::input_count; ++k) {
                ends.inputs[k] = x[k] = at;
                at += Net::input_shapes[k].size() * most;
            }
            for (std::size_t k = 0; k < Net::output_count; ++k) {
                ends.outputs[k] = at;
                at += Net::output_shapes[k].size() * most;
            }
            double penalty = 0;
            if constexpr (Net::penalizes) ends.penalty = &penalty;
            const std::size_t left = inputs.count() - group * size;
            const std::size_t count = left < size ? left : size;
            for (std::size_t done = 0; done < count; done += most) {
                const std::size_t first = group * size + done;
                const std::size_t some = count - done < most ? count - done : most;
                inputs.read(first, some, x);
                Net::forward_packed(parameters, ends, at, some, crew);
                use(function, first, some, ends, at);
            }
        };
        if constexpr (has_large_products) {
            const Crew crew(workers->runner, workers->each);
            if (groups < crew.workers) {
                for (std::size_t group = 0; group < groups; ++group) run_group(group, 0, &crew);
                return;
            }
        }
        workers->runner.parallel(groups, [&](std::size_t group, std::size_t worker) {
            run_group(group, worker, nullptr);
        });
    }
};

}  // namespace inlay::INLAY_ABI::lifetime

#endif  // INLAY_MODEL_GROUPS_HPP

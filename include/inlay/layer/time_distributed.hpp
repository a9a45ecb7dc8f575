// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_TIME_DISTRIBUTED_HPP
#define INLAY_LAYER_TIME_DISTRIBUTED_HPP

#include <inlay/layer/activation.hpp>
#include <inlay/layer/layer.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// A layer of one input on each step of a sequence, with one set of weights: (steps, ...) ->
/// (steps, what Inside makes of ...). The steps count as examples.
template <class Inside>
struct TimeDistributed : LayerDefaults {
    using Inner = LayerOf<Inside>;
    static_assert(Layer<Inner> && !Joins<Inner>,
                  "inlay: TimeDistributed takes one layer of one input, such as "
                  "TimeDistributed<Dense<10>>");

    static constexpr std::string_view title = "TimeDistributed", name = "time_distributed";
    static constexpr Role role =
        Inner::role == Role::training_only ? Role::training_only : Role::other;
    static constexpr bool takes_activation = Inner::takes_activation;
    static constexpr bool backward_reads_input = Inner::backward_reads_input;
    static constexpr bool backward_reads_output = Inner::backward_reads_output;
    static constexpr bool skips_gradient = Inner::skips_gradient;
    static constexpr bool copies_for_weights = Inner::copies_for_weights;
    static constexpr bool draws = Inner::draws;
    static constexpr bool penalizes = Inner::penalizes;
    static constexpr bool adapts = Inner::adapts;
    static constexpr bool frozen_reads_input = [] {
        if constexpr (requires { Inner::frozen_reads_input; })
            return Inner::frozen_reads_input;
        else
            return Inner::backward_reads_input;
    }();
    static constexpr bool has_bias = [] {
        if constexpr (requires { Inner::has_bias; })
            return Inner::has_bias;
        else
            return false;
    }();
    static constexpr Masks masks = Masks::pass;
    static constexpr Steps steps = Steps::each;
    using Activate = typename Inner::Activate;

    static constexpr bool views(const Shape& in) { return Inner::views(step_of(in)); }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        if (in.rank() < 2 || in.rank() > 4) {
            complaint.needs << "needs a sequence of steps with one to three axes each";
            complaint.remedy << "give the network an input such as Input<10, 28, 28, 1>";
        } else if (HasFurtherOutputs<Inner>) {
            complaint.needs << "cannot hold a layer of several outputs";
            complaint.remedy << "leave ReturnState out";
        } else if (Inner::whole_batch) {
            complaint.needs << "cannot hold a layer that needs the whole batch";
            complaint.remedy << "leave TimeDistributed out: such a layer works on the last axis";
        }
        if (complaint.raised()) return in;
        const Shape step = Inner::output(step_of(in), complaint);
        if (step.rank() < 1 || step.rank() > 3) return in;
        Shape out;
        out.extents[out.count++] = in[0];
        for (int d = 0; d < step.rank(); ++d) out.extents[out.count++] = step[d];
        return out;
    }

    static constexpr WeightSpecs weights(const Shape& in) {
        WeightSpecs specs = Inner::weights(step_of(in));
        for (int k = 0; k < specs.count && k < specs.capacity; ++k)
            specs.items[k].inside = Inner::name;
        return specs;
    }

    static constexpr std::uint64_t multiply_adds(const Shape& in) {
        return in[0] * Inner::multiply_adds(step_of(in));
    }
    static constexpr Algorithm algorithm(const Shape& in, Algorithm policy) {
        return Inner::algorithm(step_of(in), policy);
    }
    static constexpr std::uint64_t products(const Shape& in, Algorithm algorithm) {
        return in[0] * Inner::products(step_of(in), algorithm);
    }
    static constexpr Halo halo(const Shape& in, Algorithm algorithm) {
        return Inner::halo(step_of(in), algorithm);
    }
    static constexpr std::size_t forward_copy_count(const Shape& in, Algorithm algorithm) {
        return Inner::forward_copy_count(step_of(in), algorithm);
    }
    static constexpr std::size_t backward_copy_count(const Shape& in, Algorithm algorithm) {
        return Inner::backward_copy_count(step_of(in), algorithm);
    }
    static constexpr std::size_t kept_count(const Shape& in)
        requires(requires { Inner::kept_count(in); })
    {
        return in[0] * Inner::kept_count(step_of(in));
    }
    static constexpr std::size_t prepared_count(const Shape& in)
        requires(requires { Inner::prepared_count(in); })
    {
        return Inner::prepared_count(step_of(in));
    }
    static constexpr std::size_t scratch_count(const Shape& in, Algorithm algorithm, bool training,
                                               std::size_t examples) {
        return Inner::scratch_count(step_of(in), algorithm, training, in[0] * examples);
    }

    template <class Scalar>
    static void prepare(const Shape& in, const Scalar* weights, const Scalar* state,
                        Scalar* prepared) {
        Inner::prepare(step_of(in), weights, state, prepared);
    }
    template <Algorithm algorithm, class Scalar>
    static void copy_for_forward(const Shape& in, const Scalar* weights, Scalar* copy) {
        Inner::template copy_for_forward<algorithm>(step_of(in), weights, copy);
    }
    template <Algorithm algorithm, class Scalar>
    static void copy_for_backward(const Shape& in, const Scalar* weights, Scalar* copy) {
        Inner::template copy_for_backward<algorithm>(step_of(in), weights, copy);
    }

    /// y[t] = Inside(x[t])
    template <Binding binding, class Epilogue, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        for_each_example<binding>(pass, [&](Forward<Scalar> part, std::size_t n) {
            part.x += n * binding.in.size();
            part.y += n * binding.out.size();
            if constexpr (requires(const Shape& in) { Inner::kept_count(in); })
                if (part.kept) part.kept += n * kept_count(shape_of(binding));
            Inner::template forward<inner(binding), Epilogue>(part);
        });
    }

    /// dx[t] and dw: those of Inside
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        for_each_example<binding>(pass, [&](Backward<Scalar> part, std::size_t n) {
            if (part.x) part.x += n * binding.in.size();
            if (part.y) part.y += n * binding.out.size();
            part.dy += n * binding.out.size();
            if (part.dx) part.dx += n * binding.in.size();
            if constexpr (requires(const Shape& in) { Inner::kept_count(in); })
                part.kept += n * kept_count(shape_of(binding));
            Inner::template backward<inner(binding)>(part);
        });
    }

private:
    /// The shape of one step.
    static constexpr Shape step_of(const Shape& in) {
        Shape step;
        for (int d = 1; d < in.rank(); ++d) step.extents[step.count++] = in[d];
        return step;
    }

    /// The axis of a map that counts the steps of a sequence of this rank.
    static constexpr int axis(int rank) { return 4 - rank; }

    static constexpr Shape shape_of(const Binding& b) {
        Shape shape;
        for (int a = axis(b.rank); a < 3; ++a) shape.extents[shape.count++] = b.in.axes[a].cells;
        shape.extents[shape.count++] = b.in.channels();
        return shape;
    }

    static constexpr int rank_of_output(const Binding& b) {
        Complaint none;
        return 1 + Inner::output(step_of(shape_of(b)), none).rank();
    }

    /// Steps as examples: the map of one, and the next where the next step lies.
    static constexpr Map map_of_step(Map map, int rank) {
        MapAxis& times = map.axes[axis(rank)];
        map.stride = times.step;
        times.cells = 1;
        return map;
    }

    static constexpr Binding inner(Binding b) {
        const int rank = rank_of_output(b);
        b.in = map_of_step(b.in, b.rank);
        b.out = map_of_step(b.out, rank);
        b.rank -= 1;
        b.masked = false;
        return b;
    }

    /// Calls body(pass, n) for the steps of example n, or once for those of all examples where the
    /// first step of one lies behind the last of another.
    template <Binding binding, class Pass, class Body>
    static void for_each_example(Pass pass, Body&& body) {
        constexpr std::size_t length = shape_of(binding)[0];
        constexpr bool even = binding.in.size() == length * inner(binding).in.size() &&
                              binding.out.size() == length * inner(binding).out.size();
        const std::size_t count = pass.count;
        pass.moment.first *= length;
        pass.count = even ? count * length : length;
        for (std::size_t n = 0; n < (even ? 1 : count); ++n) {
            body(pass, n);
            pass.moment.first += length;
        }
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::TimeDistributed;
}  // namespace inlay

#endif  // INLAY_LAYER_TIME_DISTRIBUTED_HPP

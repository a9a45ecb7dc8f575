// SPDX-License-Identifier: MIT
#pragma once
// One training step, taken apart: the outputs it saw, the gradient of every weight, the state
// behind.

#include <inlay/layer/copying.hpp>
#include <inlay/train/training.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace step {

using namespace inlay;
using namespace inlay::INLAY_ABI;

/// An optimizer that leaves the gradient where the weights were.
struct Capture {
    static constexpr std::string_view name = "capture";
    static constexpr int moments = 0;

    template <class Scalar>
    void update(const Stretch<Scalar>& s, std::uint64_t) const {
        std::copy_n(s.gradient, s.count, s.weights);
    }
};

/// The loss sum_k t_k y_k: its gradient is the target t. It keeps the outputs it sees.
template <class Scalar>
struct Cotangent {
    static constexpr std::string_view name = "cotangent";
    static constexpr bool sparse = false, masks = false;
    using Logits = void;

    const Scalar* targets;
    Scalar* outputs;

    template <bool>
    Scalar row(const Prediction<Scalar>& y, const Target<Scalar>& target, Scalar,
               Scalar* gradient) const {
        Scalar sum = 0;
        for (std::size_t k = 0; k < y.features; ++k) {
            outputs[target.row - targets + static_cast<std::ptrdiff_t>(k)] = y.output[k];
            gradient[k] = target.row[k];
            sum += y.output[k] * target.row[k];
        }
        return sum;
    }
};

/// Put before a network, gives it inputs that are weights, one for each element of each of up to
/// Examples examples: what the network hands back to them is its input gradient.
template <int Examples>
struct Held : LayerDefaults {
    static constexpr std::string_view title = "Held", name = "held";

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint&) { return in; }

    static constexpr WeightSpecs weights(const Shape& in) {
        return WeightSpecs{}.add({"examples", {Examples, in.size()}});
    }

    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::copy<plain<binding>, binding.out, false>(
            pass.weights + pass.moment.first * binding.in.elements(), pass.y, pass.count);
    }

    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::copy<binding.out, plain<binding>, true>(
            pass.dy, pass.gradient + pass.moment.first * binding.in.elements(), pass.count);
    }

private:
    template <Binding binding>
    static constexpr Map plain{binding.in.cells_and_channels()};
};

/// The elements of its input, a vector, from First on: an input of a layer that has several, in a
/// network that has one.
template <int First, int... Extents>
struct Part : LayerDefaults {
    static constexpr std::string_view title = "Part", name = "part";
    static constexpr Shape shape{Extents...};
    static constexpr Map plain{shape, {}};

    static constexpr Shape output(const Shape&, Complaint&) { return shape; }

    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        for (std::size_t n = 0; n < pass.count; ++n)
            kernel::copy<plain, binding.out, false>(pass.x + n * binding.in.size() + First,
                                                    pass.y + n * binding.out.size(), 1);
    }

    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        if (!binding.accumulate) std::fill_n(pass.dx, pass.count * binding.in.size(), Scalar(0));
        for (std::size_t n = 0; n < pass.count; ++n)
            kernel::copy<binding.out, plain, true>(pass.dy + n * binding.out.size(),
                                                   pass.dx + n * binding.in.size() + First, 1);
    }
};

template <class Scalar>
struct Result {
    Scalar loss;                   ///< the mean, times the number of examples or of rows
    std::vector<Scalar> gradient;  ///< of all weights, in their order
    std::vector<Scalar> state;     ///< after the step
    double score = 0;              ///< the mean loss, times its weight
};

/// One step of Net on `batch` inputs, its loss counted `weight` times. All memory that need not be
/// zero is NaN at first, so that a number read before it is written shows.
template <class Net, class Loss, class Runner = SerialRunner, class Scalar = typename Net::scalar>
Result<Scalar> take(const Loss& loss, const std::vector<Scalar>& inputs,
                    const std::vector<Scalar>& weights, const std::vector<Scalar>& state,
                    const Targets<Scalar>& targets, std::size_t batch, std::uint64_t seed = 1,
                    std::uint64_t number = 0, double weight = 1) {
    using Train = Training<Net, Capture, Loss>;
    const auto layout = Train::layout(batch, Runner::workers());
    std::vector<Scalar> memory(layout.total, std::numeric_limits<Scalar>::quiet_NaN());
    std::vector<Scalar> moments(Train::moment_count() + 1);
    const typename Train::Criteria criteria{.loss = loss, .weight = weight};
    std::vector<double> sums(Train::sum_count(criteria), std::numeric_limits<double>::quiet_NaN());
    Result<Scalar> result{0, weights, state};
    const Source<Scalar> source{inputs.data(), [](const void* from, std::size_t n, Scalar* to) {
                                    constexpr std::size_t size = Net::input_shape.size();
                                    std::copy_n(static_cast<const Scalar*>(from) + n * size, size,
                                                to);
                                }};
    Runner runner;
    const Capture capture;
    const typename Train::Job job{capture,
                                  criteria,
                                  result.gradient.data(),
                                  result.state.data(),
                                  moments.data(),
                                  memory.data(),
                                  sums.data(),
                                  source,
                                  targets,
                                  batch,
                                  seed,
                                  number};
    result.loss = static_cast<Scalar>(Train::run(job, layout, runner)[0]);
    typename Train::Scoring{criteria}.results(sums.data(), &result.score);
    return result;
}

}  // namespace step

// SPDX-License-Identifier: MIT
// Layers that nothing trains: the program keeps their weights as state, makes no gradient of them,
// and lets what needs the whole batch run on its moving statistics.
#include "../central_difference.hpp"
#include "../layer/numbers.hpp"
#include "../layer/step.hpp"

#include <inlay/inlay.hpp>
#include <inlay/program/plan.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;
using check::Numbers;
using check::Random;

namespace {

constexpr std::size_t examples = 11;

/// A training step of a network of which some is frozen. Its weights are those of the network
/// without that, layer by layer; what is frozen is taken out and put back as state.
template <class Net, class Base>
struct Step {
    static constexpr auto& p = Net::lowered;
    static constexpr std::size_t outputs_count = examples * Base::output_shape.size();

    Numbers<double> x, weights, state, cotangent;

    explicit Step(Random& random)
        : x(examples * Base::input_shape.size()),
          weights(random.spread(Base::trainable_count)),
          state(Base::state_count),
          cotangent(random.spread(outputs_count)) {
        for (double& v : x) v = random.uniform();
        for (double& v : state) v = 1 + random.uniform() / 2;
    }

    /// Calls body(whole, part, size) with the places of each tensor in the whole network and in
    /// the partly frozen one.
    template <class Body>
    static void for_each_tensor(Body&& body) {
        for (int t = 0; t < p.tensor_count; ++t)
            body(Base::lowered.tensors[t], p.tensors[t], p.tensors[t].spec.shape.size());
    }

    struct Taken {
        Numbers<double> outputs, gradient, state;
    };

    Taken take() const {
        Numbers<double> trained(p.weight_count), kept(p.state_count), outputs(outputs_count);
        for_each_tensor([&](const auto& whole, const auto& part, std::size_t size) {
            const auto& from = whole.spec.trainable ? weights : state;
            auto& to = part.spec.trainable ? trained : kept;
            std::copy_n(from.begin() + static_cast<std::ptrdiff_t>(whole.offset), size,
                        to.begin() + static_cast<std::ptrdiff_t>(part.offset));
        });
        const auto result =
            step::take<Net>(step::Cotangent<double>{cotangent.data(), outputs.data()}, x, trained,
                            kept, Targets<double>{nullptr, cotangent.data()}, examples);
        CHECK(result.state == kept);
        return {outputs, result.gradient, result.state};
    }

    /// What the whole network says outside of training.
    Numbers<double> infer() const {
        Numbers<double> derived(Base::derived_count), workspace(Base::workspace_count(examples)),
            y(outputs_count);
        Base::prepare(weights, state, derived);
        Base::forward({weights.data(), state.data(), derived.data()}, x.data(), y.data(),
                      workspace.data(), examples);
        return y;
    }
};

/// Checks a network against the same without Frozen.
template <class Spec, class Free, class In>
void check_frozen() {
    using Step = Step<Network<Spec, In, double>, Network<Free, In, double>>;
    Random random(In::shape.size());
    Step step(random);
    const auto taken = step.take();
    const Numbers<double> wanted = step.infer();
    for (std::size_t k = 0; k < wanted.size(); ++k)
        CHECK(taken.outputs[k] == doctest::Approx(wanted[k]).epsilon(1e-12));
    step.for_each_tensor([&](const auto& whole, const auto& part, std::size_t size) {
        for (std::size_t k = 0; k < size && part.spec.trainable; ++k) {
            const double slope = central_difference(step.weights[whole.offset + k], 1e-6, [&] {
                const Numbers<double> y = step.infer();
                return std::inner_product(y.begin(), y.end(), step.cotangent.begin(), 0.0);
            });
            INFO(std::string(part.spec.name), " ", k);
            CHECK(taken.gradient[part.offset + k] == doctest::Approx(slope).epsilon(1e-7).scale(1));
        }
    });
}

}  // namespace

TEST_CASE("a frozen normalization runs on its moving statistics, and hands gradients on") {
    using Norm = BatchNorm<>;
    check_frozen<Sequential<Dense<5>, Frozen<Norm>, Tanh, Dense<3>>,
                 Sequential<Dense<5>, Norm, Tanh, Dense<3>>, Input<4>>();
    check_frozen<Sequential<Dense<5>, Frozen<BatchNorm<NoScale>>, Dense<3>>,
                 Sequential<Dense<5>, BatchNorm<NoScale>, Dense<3>>, Input<4>>();
    check_frozen<Sequential<Dense<3>, Frozen<Norm>, Sigmoid, Dense<2>>,
                 Sequential<Dense<3>, Norm, Sigmoid, Dense<2>>, Input<3, 2, 4>>();
    // Two readers of the normalization's input: one of them adds.
    check_frozen<Sequential<Dense<5>, Add<Frozen<Norm>, Identity>, Dense<3>>,
                 Sequential<Dense<5>, Add<Norm, Identity>, Dense<3>>, Input<4>>();
    check_frozen<Sequential<Dense<5>, Add<Identity, Frozen<Norm>>, Dense<3>>,
                 Sequential<Dense<5>, Add<Identity, Norm>, Dense<3>>, Input<4>>();
}

TEST_CASE("nothing runs backward through what is frozen at the beginning") {
    check_frozen<Sequential<Frozen<BatchNorm<>>, Dense<3>>, Sequential<BatchNorm<>, Dense<3>>,
                 Input<4>>();
    check_frozen<Sequential<Frozen<Sequential<Dense<5, Tanh>, BatchNorm<>>>, Dense<3>>,
                 Sequential<Dense<5, Tanh>, BatchNorm<>, Dense<3>>, Input<4>>();
}

TEST_CASE("frozen together, a normalization is folded into the layer before it, in training too") {
    check_frozen<Sequential<Frozen<Sequential<Dense<5>, BatchNorm<>>>, Tanh, Dense<3>>,
                 Sequential<Dense<5>, BatchNorm<>, Tanh, Dense<3>>, Input<4>>();
    check_frozen<
        Sequential<Dense<4, Tanh>, Frozen<Sequential<Dense<5>, BatchNorm<>>>, Sigmoid, Dense<3>>,
        Sequential<Dense<4, Tanh>, Dense<5>, BatchNorm<>, Sigmoid, Dense<3>>, Input<4>>();
    check_frozen<
        Sequential<Dense<4, Tanh>, Frozen<Sequential<Dense<5, NoBias>, BatchNorm<>>>, Dense<3>>,
        Sequential<Dense<4, Tanh>, Dense<5, NoBias>, BatchNorm<>, Dense<3>>, Input<3, 2, 2>>();
    // A layer that makes the gradient of its weights all the same, into room of nobody's.
    check_frozen<Sequential<Dense<4, Tanh>, Frozen<Sequential<Conv2D<3, 2, 2>, BatchNorm<>>>, Tanh,
                            Dense<2>>,
                 Sequential<Dense<4, Tanh>, Conv2D<3, 2, 2>, BatchNorm<>, Tanh, Dense<2>>,
                 Input<3, 4, 2>>();
}

TEST_CASE("a frozen wide layer passes the gradient on") {
    check_frozen<Sequential<Dense<257>, Frozen<Dense<257>>, Dense<1>>,
                 Sequential<Dense<257>, Dense<257>, Dense<1>>, Input<1>>();
}

TEST_CASE("the plan of a frozen normalization: no segment, no statistics, no input kept") {
    using In = Input<4>;
    using Free = Network<Sequential<Dense<5>, BatchNorm<>, Dense<3>>, In>;
    using Held = Network<Sequential<Dense<5>, Frozen<BatchNorm<>>, Dense<3>>, In>;
    constexpr auto mode = program::Mode::training;
    static constexpr auto free = program::rewrite(Free::lowered, mode);
    static constexpr auto frozen = program::rewrite(Held::lowered, mode);
    static constexpr auto free_plan = program::plan_training(free);
    static constexpr auto frozen_plan = program::plan_training(frozen);
    static_assert(free_plan.segment_count == 3 && frozen_plan.segment_count == 1);
    static_assert(free.statistics_count == 5 * (4 * 8 + 7) && frozen.statistics_count == 0);
    static_assert(free.derived_count + 3 * 5 == frozen.derived_count);
    static_assert(free_plan.batch > 0 && frozen_plan.batch == 0);
    static_assert(free_plan.summed_gradient == frozen_plan.summed_gradient + 10);
    CHECK(frozen.weight_count == 5 * 4 + 5 + 5 * 3 + 3);
    CHECK(frozen.state_count == 4 * 5);
    for (int t = 2; t < 6; ++t) CHECK(!frozen.tensors[t].spec.trainable);

    using Folded = Network<Sequential<Frozen<Sequential<Dense<5>, BatchNorm<>>>, Dense<3>>, In>;
    static constexpr auto folded = program::rewrite(Folded::lowered, mode);
    CHECK(folded.steps[0].folded.layer == 1);
    CHECK(folded.steps[1].removed);
    CHECK(!folded.values[folded.steps[0].output].needs_gradient);
}

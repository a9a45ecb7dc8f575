// SPDX-License-Identifier: MIT
#pragma once
// What holds for every layer, asked of one layer type and one input shape at a time:
//
//   * its outputs are those of its naive definition, one example or many at a time;
//   * its gradients, to the input and to each weight, are the central differences of its naive
//     definition in double.
//
// A test asks one of these, once for each case. Its first case of a layer or an algorithm is one in
// float and in double, the others are in float: compiling takes most of the suite's time.
//
//   check::both<L, Input<...>>()       a layer, in float and double. Training runs Add<L, L>: two
//                                      layers with weights of their own that read one input, of
//                                      which one assigns the input gradient, the other adds to it.
//                                      Layers that draw random numbers take this one: their central
//                                      differences are of the layer itself.
//   check::layer<L, Input<...>>()      likewise in float.
//   check::network<N, Input<...>>()    a small network, which trains as it is: branches that read
//                                      one input stand where that matters.
//   check::graph<N, Input<...>>()      likewise, and its gradients element by element: each input,
//                                      each weight.
//   check::join<J, Input<...>, ...>()  likewise for J<...> of several inputs of any shapes.
//
// Each layer in them needs its definition, which is the layer's part of naive.hpp and stands in the
// layer's own test: a test includes those of the layers that it puts together.

#include "naive.hpp"
#include "numbers.hpp"
#include "step.hpp"

#include <inlay/network/network.hpp>
#include <inlay/text/type_name.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <string>
#include <vector>

namespace naive {

template <int First, int... Extents>
Batch forward(Of<step::Part<First, Extents...>>, const Batch& x, Run&) {
    Batch y(Shape{Extents...}, x.count);
    for (std::size_t n = 0; n < x.count; ++n)
        for (std::size_t k = 0; k < y.shape.size(); ++k)
            y.values[n * y.shape.size() + k] = x.values[n * x.shape.size() + First + k];
    return y;
}

}  // namespace naive

namespace check {

using namespace inlay;
using namespace inlay::INLAY_ABI;

inline constexpr std::size_t most_examples = 11;

/// A layer and its input, as functions on numbers: all checks are compiled once for all layers.
struct Subject {
    template <class Scalar>
    struct Passes {
        /// The layer alone, outside of training.
        Numbers<Scalar> (*infer)(const Numbers<Scalar>& x, const Scalar* weights,
                                 const Scalar* state, std::size_t count) = nullptr;
        /// A training step of Sequential<Held, Trained> on weights that begin with x.
        step::Result<Scalar> (*train)(const Numbers<Scalar>& weights, const Numbers<Scalar>& state,
                                      const Numbers<Scalar>& cotangent, std::size_t batch,
                                      Numbers<Scalar>& outputs) = nullptr;
    };

    Sentence text;
    Shape in, out;
    const program::TensorInfo* tensors;  ///< of the network that trains
    int tensor_count;
    std::size_t weight_count, state_count;  ///< of the network that trains
    Passes<float> in_float;
    Passes<double> in_double{};
    naive::Definition reference = nullptr;
    naive::Definition trained_reference = nullptr;
    bool each_element = false;  ///< gradients are checked at each element, not at some

    std::size_t held() const { return most_examples * in.size(); }
};

/// Checks |found - wanted| <= tolerance max(|wanted|, least) as whole vectors: `least` is the size
/// of what was summed, where it may have cancelled.
template <class Scalar>
void check_near(const std::string& what, const Scalar* found, const double* wanted, std::size_t n,
                double tolerance, double least = 0) {
    Numbers<double> difference(n);
    for (std::size_t k = 0; k < n; ++k) difference[k] = static_cast<double>(found[k]) - wanted[k];
    const double distance = norm(difference);
    const double bound = tolerance * std::max(norm({wanted, wanted + n}), least);
    INFO(what, " of ", n, " numbers: distance ", distance, ", bound ", bound);
    CHECK(distance <= bound);
}

/// Draws one tensor, so that layers keep the size of what goes through them.
inline void draw(const program::TensorInfo& tensor, Random& random, Numbers<double>& weights,
                 Numbers<double>& state) {
    const double fan_in = tensor.spec.shape.rank() < 2 ? 0 : tensor.spec.fans().in;
    for (std::size_t k = tensor.offset; k < tensor.offset + tensor.spec.shape.size(); ++k) {
        double& number = tensor.spec.trainable ? weights[k] : state[k];
        if (tensor.spec.trainable || fan_in != 0)  // also a kernel that is frozen
            number = as_float(random.uniform() * (fan_in == 0 ? 1 : 2 / std::sqrt(fan_in)));
        else
            number = 1 + random.uniform() / 2;
    }
}

/// The numbers of one trial.
struct Trial {
    std::size_t batch;
    Numbers<double> weights, state, cotangent;  ///< of the network that trains
    naive::Batch x, outputs;                    ///< its input and its outputs in training
    naive::Run run;                             ///< what its reference found out
};

/// Draws numbers until all are 1e-3 away from every kink and tie.
inline Trial draw(const Subject& s, std::size_t batch, Random& random) {
    for (int attempt = 0; attempt < 300; ++attempt) {
        Trial trial{batch,
                    random.spread(s.weight_count),
                    Numbers<double>(s.state_count),
                    Numbers<double>(batch * s.out.size()),
                    {s.in, batch},
                    {s.out, batch},
                    {}};
        for (int t = 1; t < s.tensor_count; ++t)
            draw(s.tensors[t], random, trial.weights, trial.state);
        for (double& t : trial.cotangent) t = random.uniform();
        std::copy_n(trial.weights.begin(), trial.x.values.size(), trial.x.values.begin());
        trial.run = {trial.weights.data() + s.held(), trial.state.data(), true};
        trial.outputs = s.trained_reference(trial.x, trial.run);
        if (trial.run.margin >= 1e-3) return trial;
    }
    FAIL("no inputs away from kinks and ties: choose a smaller case");
    return draw(s, batch, random);
}

/// The layer alone, outside of training, against its definition.
template <class Scalar>
void check_inference(const Subject& s, const Subject::Passes<Scalar>& passes, const Trial& trial,
                     double tolerance) {
    const auto x = convert<Scalar>(trial.x.values), weights = convert<Scalar>(trial.weights),
               state = convert<Scalar>(trial.state);
    const Scalar* const own = weights.data() + s.held();
    const auto y = passes.infer(x, own, state.data(), trial.batch);
    naive::Run run{trial.weights.data() + s.held(), trial.state.data(), false};
    const naive::Batch wanted = s.reference(trial.x, run);
    REQUIRE(wanted.shape == s.out);
    check_near("outputs", y.data(), wanted.values.data(), y.size(), tolerance,
               typical_norm(y.size()));
    bool same = true;
    for (std::size_t n = 0; n < trial.batch; ++n) {
        const Numbers<Scalar> one(x.data() + n * s.in.size(), x.data() + (n + 1) * s.in.size());
        const auto alone = passes.infer(one, own, state.data(), 1);
        same = same && std::equal(alone.begin(), alone.end(), y.data() + n * s.out.size());
    }
    INFO("examples one at a time and together");
    CHECK(same);
}

/// The training step of one scalar type.
template <class Scalar>
struct Trained {
    step::Result<Scalar> result;
    Numbers<Scalar> outputs;
};

template <class Scalar>
Trained<Scalar> train(const Subject::Passes<Scalar>& passes, const Trial& trial,
                      const Numbers<double>& weights) {
    Trained<Scalar> trained;
    trained.result = passes.train(convert<Scalar>(weights), convert<Scalar>(trial.state),
                                  convert<Scalar>(trial.cotangent), trial.batch, trained.outputs);
    return trained;
}

/// The outputs in training by definition; of a layer that draws, those that it computes in double.
inline Numbers<double> outputs_of(const Subject& s, const Trial& trial,
                                  const Numbers<double>& weights) {
    if (trial.run.random) {
        const bool in_both = s.in_double.train != nullptr;
        REQUIRE_MESSAGE(in_both, "what draws is checked by check::both");
        return train(s.in_double, trial, weights).outputs;
    }
    naive::Batch x{s.in, trial.batch};
    std::copy_n(weights.begin(), x.values.size(), x.values.begin());
    naive::Run run{weights.data() + s.held(), trial.state.data(), true};
    return s.trained_reference(x, run).values;
}

/// The central difference of what is trained, along a change of its weights.
inline double central_difference(const Subject& s, const Trial& trial,
                                 const Numbers<double>& direction) {
    constexpr double eps = 1e-6;
    Numbers<double> ahead = trial.weights, behind = trial.weights;
    for (std::size_t k = 0; k < direction.size(); ++k) {
        ahead[k] += eps * direction[k];
        behind[k] -= eps * direction[k];
    }
    const auto after = outputs_of(s, trial, ahead), before = outputs_of(s, trial, behind);
    double difference = 0;
    for (std::size_t k = 0; k < after.size(); ++k)
        difference += trial.cotangent[k] * (after[k] - before[k]) / (2 * eps);
    return difference;
}

/// Directions along which the gradient of a tensor of the weights is checked, a stretch of all:
/// some elements one by one or each of them, and all together with random signs. Of many weights
/// few, since a definition is slow.
inline std::vector<Numbers<double>> directions(const Subject& s, const Trial& trial,
                                               std::size_t first, std::size_t count,
                                               Random& random) {
    const bool many = s.weight_count > 50'000;
    const std::size_t most = s.each_element ? count : many ? 3 : 12;
    std::vector<Numbers<double>> all;
    for (std::size_t k = 0; k < std::min(count, most); ++k) {
        Numbers<double>& direction = all.emplace_back(trial.weights.size());
        direction[first + (count <= most ? k : random.below(count))] = 1;
    }
    for (int k = 0; k < (many ? 1 : 3) && count > most; ++k) {
        Numbers<double>& direction = all.emplace_back(trial.weights.size());
        for (std::size_t i = first; i < first + count; ++i)
            direction[i] = random.below(2) == 0 ? 1 : -1;
    }
    return all;
}

/// The component of a gradient in float along a direction, or in double.
template <class Scalar>
double slope_of(const Numbers<Scalar>& gradient, const Numbers<double>& direction) {
    double slope = 0;
    for (std::size_t k = 0; k < direction.size(); ++k)
        slope += direction[k] == 0 ? 0 : static_cast<double>(gradient[k]) * direction[k];
    return slope;
}

/// Checks gradients in both scalars, or in float, against central differences.
class GradientCheck {
public:
    GradientCheck(const Subject& s, const Trial& trial, const Trained<float>& in_float,
                  const Trained<double>* in_double)
        : s_(s), trial_(trial), in_float_(in_float), in_double_(in_double) {
        // That of a normalization is a difference, of equals where the batch is one example.
        if (trial.run.statistics || trial.run.cancels)
            least_ = trial.run.steepness * norm(trial.cotangent);
    }

    /// The gradient of a tensor.
    void check(const std::string& what, std::size_t first, std::size_t count,
               Random& random) const {
        const auto* const own = in_float_.result.gradient.data() + first;
        const double size = std::max(norm({own, own + count}), least_);
        for (const Numbers<double>& direction : directions(s_, trial_, first, count, random)) {
            const double difference = central_difference(s_, trial_, direction);
            const naive::Run& run = trial_.run;
            const double bound = run.statistics ? 1e-7 + 1e-5 * std::abs(difference)
                                 : run.smooth   ? 1e-8 + 1e-6 * std::abs(difference)
                                                : 1e-8 + 1e-7 * std::abs(difference);
            compare("gradient in float of " + what, in_float_, direction, difference,
                    bound + 1e-5 * size);
            if (in_double_ != nullptr)
                compare("gradient of " + what, *in_double_, direction, difference, bound);
        }
    }

private:
    template <class Scalar>
    static void compare(const std::string& what, const Trained<Scalar>& trained,
                        const Numbers<double>& direction, double difference, double bound) {
        const double slope = slope_of(trained.result.gradient, direction);
        INFO(what, ": ", slope, ", central difference ", difference, ", bound ", bound);
        CHECK(std::abs(slope - difference) <= bound);
    }

    const Subject& s_;
    const Trial& trial_;
    const Trained<float>& in_float_;
    const Trained<double>* const in_double_;
    double least_ = 0;
};

/// The outputs in training and the state behind, in one scalar.
template <class Scalar>
void check_trained(const Trained<Scalar>& trained, const Trial& trial, double tolerance,
                   double of_state) {
    if (!trial.run.random) {
        const Numbers<double>& wanted = trial.outputs.values;
        check_near("outputs in training", trained.outputs.data(), wanted.data(), wanted.size(),
                   tolerance, trial.run.steepness * typical_norm(wanted.size()));
    }
    const Numbers<double>& moved = trial.run.moved.empty() ? trial.state : trial.run.moved;
    REQUIRE(moved.size() == trained.result.state.size());
    check_near("state", trained.result.state.data(), moved.data(), moved.size(), of_state);
}

inline void check_training(const Subject& s, const Trial& trial, Random& random) {
    const auto in_float = train(s.in_float, trial, trial.weights);
    check_trained(in_float, trial, 1e-6, 1e-6);
    Trained<double> in_double;
    const bool both = s.in_double.train != nullptr;
    if (both) {
        in_double = train(s.in_double, trial, trial.weights);
        check_trained(in_double, trial, 1e-12, 1e-12);
    }
    const GradientCheck gradients(s, trial, in_float, both ? &in_double : nullptr);
    for (int t = 0; t < s.tensor_count; ++t) {
        const program::TensorInfo& tensor = s.tensors[t];
        if (!tensor.spec.trainable) continue;
        gradients.check(std::string(tensor.spec.name), tensor.offset,
                        t == 0 ? trial.x.values.size() : tensor.spec.shape.size(), random);
    }
}

inline void check(const Subject& s) {
    Random random(s.in.size() + s.out.size());
    const int rounds = std::getenv("INLAY_DEEP_TESTS") != nullptr ? 12 : 1;
    for (int round = 0; round < rounds; ++round) {
        for (const std::size_t batch : {std::size_t{1}, std::size_t{3}, most_examples}) {
            INFO(s.text.view(), " on a batch of ", batch);
            const Trial trial = draw(s, batch, random);
            check_inference(s, s.in_float, trial, 1e-6);
            if (s.in_double.infer != nullptr) check_inference(s, s.in_double, trial, 1e-12);
            check_training(s, trial, random);
        }
    }
}

/// What the compiler makes of one layer, and of what trains in its place.
template <class Layer, class Trains, class In>
struct Case {
    using Held = Sequential<step::Held<most_examples>, Trains>;

    template <class Scalar>
    static Numbers<Scalar> infer(const Numbers<Scalar>& x, const Scalar* weights,
                                 const Scalar* state, std::size_t count) {
        using Net = Network<Layer, In, Scalar>;
        constexpr auto nan = std::numeric_limits<Scalar>::quiet_NaN();
        Numbers<Scalar> derived(Net::derived_count, nan);
        Numbers<Scalar> workspace(Net::workspace_count(count), nan);
        Numbers<Scalar> y(count * Net::output_shape.size(), nan);
        Net::prepare({weights, Net::trainable_count}, {state, Net::state_count}, derived);
        Net::forward({weights, state, derived.data()}, x.data(), y.data(), workspace.data(), count);
        return y;
    }

    template <class Scalar>
    static step::Result<Scalar> train(const Numbers<Scalar>& weights, const Numbers<Scalar>& state,
                                      const Numbers<Scalar>& cotangent, std::size_t batch,
                                      Numbers<Scalar>& outputs) {
        outputs.assign(cotangent.size(), std::numeric_limits<Scalar>::quiet_NaN());
        return step::take<Network<Held, In, Scalar>>(
            step::Cotangent<Scalar>{cotangent.data(), outputs.data()}, weights, weights, state,
            Targets<Scalar>{nullptr, cotangent.data()}, batch);
    }

    /// In float.
    static Subject in_float() {
        using Net = Network<Held, In>;
        return Subject{.text = type_name<Layer>(),
                       .in = In::shape,
                       .out = Net::output_shape,
                       .tensors = Net::lowered.tensors,
                       .tensor_count = Net::lowered.tensor_count,
                       .weight_count = Net::trainable_count,
                       .state_count = Net::state_count,
                       .in_float = {infer<float>, train<float>}};
    }

    static Subject in_both() {
        Subject subject = in_float();
        subject.in_double = {infer<double>, train<double>};
        return subject;
    }

    /// Such a subject against its definitions.
    static void run(Subject subject, naive::Definition reference,
                    naive::Definition trained_reference, bool each_element = false) {
        subject.reference = reference;
        subject.trained_reference = trained_reference;
        subject.each_element = each_element;
        check(subject);
    }
};

/// All checks of one layer on one input shape, in float.
template <class Layer, class In>
void layer() {
    using Case = Case<Layer, Add<Layer, Layer>, In>;
    Case::run(Case::in_float(), naive::define<Layer>, naive::define_twice<Layer>);
}

/// All checks of one layer on one input shape, in float and in double.
template <class Layer, class In>
void both() {
    using Case = Case<Layer, Add<Layer, Layer>, In>;
    Case::run(Case::in_both(), naive::define<Layer>, naive::define_twice<Layer>);
}

/// All checks of a small network.
template <class Net, class In>
void network() {
    using Case = Case<Net, Net, In>;
    Case::run(Case::in_float(), naive::define<Net>, naive::define<Net>);
}

/// All checks of a very small network, with each element of each gradient.
template <class Net, class In>
void graph() {
    using Case = Case<Net, Net, In>;
    Case::run(Case::in_float(), naive::define<Net>, naive::define<Net>, true);
}

/// Some inputs as parts of one vector of First numbers.
template <int First, class... Parts>
struct Joined {
    template <template <class...> class Join>
    using Net = Join<Parts...>;
    using In = Input<First>;
};

template <int First, class... Parts, int... Extents, class... Ins>
auto joined(Joined<First, Parts...>, Input<Extents...>, Ins... others) {
    using Next = Joined<First + (Extents * ...), Parts..., step::Part<First, Extents...>>;
    if constexpr (sizeof...(Ins) == 0)
        return Next{};
    else
        return joined(Next{}, others...);
}

/// All checks of a layer of several inputs, with each element of each gradient.
template <template <class...> class Join, class... Ins>
void join() {
    using Inputs = decltype(joined(Joined<0>{}, Ins{}...));
    graph<typename Inputs::template Net<Join>, typename Inputs::In>();
}

}  // namespace check

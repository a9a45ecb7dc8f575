// SPDX-License-Identifier: MIT
// The gradient of the loss of whole networks against central differences, in double; and what a
// training step must not depend on.
#include "../activation/relu.cpp"
#include "../activation/sigmoid.cpp"
#include "../activation/softmax.cpp"
#include "../activation/tanh.cpp"
#include "../bits.hpp"
#include "../central_difference.hpp"
#include "../layer/add.cpp"
#include "../layer/average_pool.cpp"
#include "../layer/batch_norm.cpp"
#include "../layer/check.hpp"
#include "../layer/concat.cpp"
#include "../layer/conv2d.cpp"
#include "../layer/dense.cpp"
#include "../layer/dropout.cpp"
#include "../layer/flatten.cpp"
#include "../layer/global_average_pool.cpp"
#include "../layer/identity.cpp"
#include "../layer/max_pool.cpp"
#include "../layer/rescaling.cpp"
#include "backwards.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

using check::Numbers;

/// A batch for a network, if it can be with all numbers at least 1e-3 away from kinks and ties.
template <class Net, class In>
struct Data {
    using Bound = Network<Net, In, double>;
    static constexpr std::size_t features = Bound::output_shape.last();

    std::size_t batch;
    Numbers<double> inputs, weights, state, rows;
    std::vector<std::int32_t> classes;
    naive::Batch outputs{Bound::output_shape, batch};
    naive::Run run{.weights = nullptr, .state = nullptr, .training = true, .margin = 0};

    Data(std::size_t examples, check::Random& random) : batch(examples) {
        for (int attempt = 0; attempt < 300 && run.margin < 1e-3; ++attempt) {
            inputs = random.spread(batch * In::shape.size());
            weights.resize(Bound::trainable_count);
            state.resize(Bound::state_count + 1);
            for (int t = 0; t < Bound::lowered.tensor_count; ++t)
                check::draw(Bound::lowered.tensors[t], random, weights, state);
            naive::Batch x(In::shape, batch);
            x.values = inputs;
            run = {weights.data(), state.data(), true};
            outputs = forward(naive::Of<Net>{}, x, run);
        }
        classes.resize(outputs.rows());
        rows.resize(outputs.values.size());
        for (auto& k : classes) k = static_cast<std::int32_t>(random.below(features));
        for (double& t : rows) t = (1 + random.uniform()) / 2;
    }

    template <class Loss, class Runner = SerialRunner>
    step::Result<double> step(const Numbers<double>& at) const {
        return step::take<Bound, Loss, Runner>(Loss{}, inputs, at, state,
                                               Targets<double>{classes.data(), rows.data()}, batch);
    }

    /// The mean over all rows of outputs, as Keras has it.
    template <class Loss>
    double loss(const Numbers<double>& at) const {
        return step<Loss>(at).loss / static_cast<double>(outputs.rows());
    }
};

/// The losses from their definitions, for outputs y and targets t of one row.
double definition(SparseCategoricalCrossentropy, const double* y, const double*, std::size_t n,
                  std::int32_t chosen) {
    double sum = 0;
    for (std::size_t k = 0; k < n; ++k) sum += y[k];
    return -std::log(y[chosen] / sum);
}

double definition(CategoricalCrossentropy, const double* y, const double* t, std::size_t n,
                  std::int32_t) {
    double sum = 0, loss = 0;
    for (std::size_t k = 0; k < n; ++k) sum += y[k];
    for (std::size_t k = 0; k < n; ++k) loss -= t[k] * std::log(y[k] / sum);
    return loss;
}

double definition(BinaryCrossentropy, const double* y, const double* t, std::size_t n,
                  std::int32_t) {
    double loss = 0;
    for (std::size_t k = 0; k < n; ++k)
        loss -= t[k] * std::log(y[k]) + (1 - t[k]) * std::log(1 - y[k]);
    return loss / static_cast<double>(n);
}

double definition(MeanSquaredError, const double* y, const double* t, std::size_t n, std::int32_t) {
    double loss = 0;
    for (std::size_t k = 0; k < n; ++k) loss += (y[k] - t[k]) * (y[k] - t[k]);
    return loss / static_cast<double>(n);
}

template <class Net, class In, class Loss>
void check_loss(std::size_t batch = 5) {
    INFO(type_name<Net>().view(), " with ", Loss::name, " on a batch of ", batch);
    check::Random random(batch + Data<Net, In>::features);
    const Data<Net, In> data(batch, random);
    REQUIRE(data.run.margin >= 1e-3);
    double wanted = 0;
    for (std::size_t r = 0; r < data.outputs.rows(); ++r) {
        const std::size_t at = r * data.features;
        wanted += definition(Loss{}, &data.outputs.values[at], &data.rows[at], data.features,
                             data.classes[r]);
    }
    const auto step = data.template step<Loss>(data.weights);
    if (!data.run.random) CHECK(step.loss == doctest::Approx(wanted).epsilon(1e-10));

    for (int k = 0; k < 40; ++k) {
        Numbers<double> direction(data.weights.size());
        if (k < 4)
            for (double& d : direction) d = random.below(2) == 0 ? 1 : -1;
        else
            direction[random.below(direction.size())] = 1;
        const double slope =
            std::inner_product(direction.begin(), direction.end(), step.gradient.begin(), 0.0);
        const double difference = central_difference(1e-6, [&](double shift) {
            Numbers<double> moved = data.weights;
            for (std::size_t i = 0; i < moved.size(); ++i) moved[i] += shift * direction[i];
            return data.template loss<Loss>(moved);
        });
        INFO("gradient ", slope, ", central difference ", difference);
        CHECK(std::abs(slope - difference) <= 1e-6 + 1e-4 * std::abs(slope));
    }
}

/// Behind a trunk, every loss with the activation whose logits it takes and with another.
template <class Trunk, class In>
void check_losses() {
    using SparseLoss = SparseCategoricalCrossentropy;
    check_loss<Sequential<Trunk, Softmax>, In, SparseLoss>();
    check_loss<Sequential<Trunk, Sigmoid>, In, SparseLoss>();
    check_loss<Sequential<Trunk, Softmax>, In, CategoricalCrossentropy>();
    check_loss<Sequential<Trunk, Sigmoid>, In, CategoricalCrossentropy>();
    check_loss<Sequential<Trunk, Sigmoid>, In, BinaryCrossentropy>();
    check_loss<Sequential<Trunk, Softmax>, In, BinaryCrossentropy>();
    check_loss<Sequential<Trunk, Sigmoid>, In, MeanSquaredError>();
    check_loss<Trunk, In, MeanSquaredError>();
}

using Convolutions = Sequential<Conv2D<3, 3, 3, ReLU, Same>, MaxPool<2>,
                                Conv2D<4, 2, 2, Tanh, NoBias>, Flatten, Dense<5>>;

using Residual = Sequential<
    Conv2D<3, 3, 3, Same, NoBias>, BatchNorm<>, ReLU,
    Add<Sequential<Conv2D<3, 3, 3, Same>, BatchNorm<>, ReLU, Conv2D<3, 3, 3, Same>, BatchNorm<>>,
        Identity>,
    ReLU,
    Add<Sequential<Conv2D<4, 3, 3, Same, Strides<2>>, BatchNorm<>>,
        Conv2D<4, 1, 1, Strides<2>, Same>>,
    ReLU, GlobalAveragePool, Dense<3>>;

using Branches =
    Sequential<Rescaling<0.5>,
               Concat<Conv2D<2, 1>, Sequential<Conv2D<2, 1, 1, ReLU>, Conv2D<3, 3, 3, Same>>,
                      Sequential<AveragePool<3, 3, Strides<1>, Same>, Dropout<0.25>>, Identity>,
               Sigmoid, Dense<3>>;

}  // namespace

TEST_CASE("gradients of convolutions") { check_losses<Convolutions, Input<6, 7, 2>>(); }

TEST_CASE("gradients of residual blocks with normalizations") {
    check_losses<Residual, Input<5, 4, 2>>();
}

TEST_CASE("gradients of branches, a row for each pixel") {
    check_losses<Branches, Input<3, 4, 2>>();
}

TEST_CASE("gradients of the smallest networks") {
    check_loss<Dense<1, Sigmoid>, Input<3>, BinaryCrossentropy>();
    check_loss<Dense<2, Softmax>, Input<1>, SparseCategoricalCrossentropy>();
    check_loss<Conv2D<2, 2, 2, Same, Softmax>, Input<3, 3, 1>, CategoricalCrossentropy>();
    check_loss<BatchNorm<>, Input<3>, MeanSquaredError>();
}

TEST_CASE("gradients of batches of every size") {
    using Net = Sequential<Dense<4>, BatchNorm<>, Tanh, Dense<3, Softmax>>;
    for (const std::size_t batch :
         {2u, 7u, 8u, 9u, 64u, 300u})  // 300: several micro-batches a slice
        check_loss<Net, Input<3>, SparseCategoricalCrossentropy>(batch);
    using Wide = Sequential<Dense<256, Tanh>, Dense<256, Sigmoid>, Dense<2, Softmax>>;
    check_loss<Wide, Input<3>, SparseCategoricalCrossentropy>(20);
}

TEST_CASE("a step does not depend on who takes which slice, or when") {
    using Net = Sequential<Residual, Softmax>;
    using Loss = SparseCategoricalCrossentropy;
    check::Random random(3);
    const Data<Net, Input<5, 4, 2>> data(150, random);
    const auto forwards = data.step<Loss>(data.weights);
    const auto backwards = data.step<Loss, Backwards<2>>(data.weights);
    CHECK(same_bits(forwards.loss, backwards.loss));
    CHECK(hash_of_bits(forwards.gradient) == hash_of_bits(backwards.gradient));
    CHECK(hash_of_bits(forwards.state) == hash_of_bits(backwards.state));
}

TEST_CASE("the gradient of a batch is the mean of those of its examples") {
    using Net = Sequential<Convolutions, Softmax>;
    using Loss = SparseCategoricalCrossentropy;
    check::Random random(4);
    Data<Net, Input<6, 7, 2>> data(1, random);
    const auto one = data.step<Loss>(data.weights);
    constexpr std::size_t copies = 150;
    const auto example = data.inputs;
    for (std::size_t n = 1; n < copies; ++n) {
        data.inputs.insert(data.inputs.end(), example.begin(), example.end());
        data.classes.push_back(data.classes[0]);
    }
    data.batch = copies;
    const auto all = data.step<Loss>(data.weights);
    CHECK(all.loss == doctest::Approx(copies * one.loss).epsilon(1e-12));
    check::check_near("gradient", all.gradient.data(), one.gradient.data(), one.gradient.size(),
                      1e-12);
}

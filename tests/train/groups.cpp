// SPDX-License-Identifier: MIT
// Weights in groups and tensors: where gradients and moments lie, what an optimizer is told of a
// tensor, and how much memory training says it needs.
#include "../threads.hpp"
#include "whole_tensors.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace elsewhere {

/// Takes a thousandth of each kernel, and nothing else; the gradient does not matter.
struct Decay {
    static constexpr std::string_view name = "decay";
    static constexpr int moments = 0;

    template <class Scalar>
    void update(const inlay::Stretch<Scalar>& s, std::uint64_t) const {
        if (s.tensor->role != inlay::WeightRole::kernel) return;
        for (std::size_t k = 0; k < s.count; ++k) s.weights[k] *= Scalar(0.999f);
    }
};

/// Puts each weight's place in its tensor where the weight was.
struct Number {
    static constexpr std::string_view name = "number";
    static constexpr int moments = 0;

    template <class Scalar>
    void update(const inlay::Stretch<Scalar>& s, std::uint64_t) const {
        for (std::size_t k = 0; k < s.count; ++k) s.weights[k] = static_cast<Scalar>(s.first + k);
    }
};

struct Shaped : Factored {
    static constexpr bool whole_tensors = false;
};

}  // namespace elsewhere

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

using Spec = Sequential<Dense<40>, BatchNorm<>, Dense<1700, ReLU, NoBias>, Dense<60>, Dense<3>>;
using Net = Network<Spec, Input<5>>;
using Wide = Model<Spec, Input<5>>;
template <class Optimizer>
using Pass = Training<Net, Optimizer, MeanSquaredError>;

std::vector<float> pattern(std::size_t count) {
    std::vector<float> x(count);
    for (std::size_t k = 0; k < count; ++k) x[k] = static_cast<float>(k * 37 % 101) / 50 - 1;
    return x;
}

template <class Optimizer>
std::vector<float> trained(Wide& model, const Optimizer& optimizer, int steps) {
    auto trainer = model.compile(optimizer, MeanSquaredError{});
    for (int step = 0; step < steps; ++step)
        trainer.train_on_batch(pattern(13 * 5), pattern(13 * 3));
    return model.get_weights();
}

}  // namespace

TEST_CASE("groups hold the tensors of a layer, and each gradient has one place") {
    constexpr auto& p = Pass<SGD>::steps;
    constexpr auto& plan = Pass<SGD>::plan;
    static_assert(p.group_count == 5);
    std::size_t weights = 0, state = 0, sliced = 0, wide = 0;
    const std::size_t normalization = p.groups[1].weights.count;
    int tensors = 0;
    for (int g = 0; g < p.group_count; ++g) {
        const program::Group& group = p.groups[g];
        CHECK(group.layer == g);
        CHECK(group.first_tensor == tensors);
        CHECK(group.weights.begin == weights);
        CHECK(group.state.begin == state);
        CHECK(group.wide == (g == 2 || g == 3));
        // The normalization's is made once for the batch, behind those that slices make.
        if (g == 1)
            CHECK(plan.gradient[g] == plan.sliced_gradient);
        else
            CHECK(plan.gradient[g] == (group.wide ? wide : sliced));
        tensors += group.tensors;
        weights += group.weights.count;
        state += group.state.count;
        if (g != 1) (group.wide ? wide : sliced) += group.weights.count;
    }
    CHECK(tensors == p.tensor_count);
    CHECK(weights == Net::trainable_count);
    CHECK(state == 80);
    CHECK(plan.once_gradient == sliced);
    CHECK(plan.sliced_gradient == sliced);
    CHECK(plan.summed_gradient == sliced + normalization);
    CHECK(plan.wide_gradient == wide);
    for (int s = 0; s < p.step_count; ++s)
        if (p.steps[s].weight_count != 0)
            CHECK(p.groups[p.steps[s].group].weights.begin == p.steps[s].weights);
}

TEST_CASE("an optimizer knows the tensor it moves") {
    Wide model{3}, same{3};
    trained(model, elsewhere::Decay{}, 1);
    for (const char* name : {"dense/kernel", "dense_1/kernel", "dense_2/kernel", "dense_3/kernel"})
        CHECK(std::ranges::equal(model.weights(name), same.weights(name),
                                 [](float w, float before) { return w == before * 0.999f; }));
    for (const char* name : {"dense/bias", "batch_normalization/gamma", "batch_normalization/beta",
                             "dense_2/bias", "dense_3/bias"})
        CHECK(std::ranges::equal(model.weights(name), same.weights(name)));
    trained(model, elsewhere::Number{}, 1);
    for (int t = 0; t < Net::lowered.tensor_count; ++t) {
        const auto& tensor = Net::lowered.tensors[t];
        if (!tensor.spec.trainable) continue;
        std::vector<float> places(tensor.spec.shape.size());
        for (std::size_t k = 0; k < places.size(); ++k) places[k] = static_cast<float>(k);
        CHECK(std::ranges::equal(model.weights().subspan(tensor.offset, places.size()), places));
    }
}

TEST_CASE("roles follow from names") {
    CHECK(role_of_weights("depthwise_kernel") == WeightRole::kernel);
    CHECK(role_of_weights("bias") == WeightRole::bias);
    CHECK(role_of_weights("gamma") == WeightRole::gamma);
    CHECK(role_of_weights("beta") == WeightRole::beta);
    CHECK(role_of_weights("scale") == WeightRole::other);
}

TEST_CASE("memory is what an optimizer with its fields needs, known to the compiler") {
    constexpr std::size_t block = program::aligned(Net::trainable_count);
    static_assert(Pass<SGD>::moment_count() == 0);
    static_assert(Pass<SGD>::moment_count(SGD{.momentum = 0.9f}) == block);
    static_assert(Pass<Adam>::moment_count() == 2 * block);
    static_assert(Pass<Adam>::moment_count(Adam{.amsgrad = true}) == 3 * block);
    static_assert(Pass<Lamb>::moment_count() == 2 * block);
    static_assert(Pass<SGD>::bytes(4, 2, SGD{.momentum = 1}) - Pass<SGD>::bytes(4, 2) ==
                  block * sizeof(float));
    // Only an optimizer of whole tensors keeps the whole gradients of wide layers.
    static_assert(Pass<Adam>::layout(4, 1).total == Pass<SGD>::layout(4, 1).total);
    static_assert(Pass<Lamb>::layout(4, 1).total - Pass<Adam>::layout(4, 1).total ==
                  program::aligned(40 * 1700 + 1700 * 60 + 60));
    // A row and a column for a matrix, one block for a vector.
    using Factored = Pass<elsewhere::Factored>;
    static_assert(Factored::moment_places.numbers[1] == 5 + 40 + 1700 + 60);
    static_assert(Factored::moment_places.numbers[2] - Factored::moment_places.numbers[1] ==
                  40 + 1700 + 60 + 3);
    static_assert(Factored::moment_places.numbers[3] - Factored::moment_places.numbers[2] ==
                  40 + 40 + 40 + 60 + 3);
    static_assert(Factored::moment_count() < 5000);
}

TEST_CASE("moments come and go with the fields of the optimizer") {
    Wide model{5};
    const auto x = pattern(13 * 5), y = pattern(13 * 3);
    constexpr std::size_t block = program::aligned(Net::trainable_count);
    const auto says = [&](std::size_t moments) {
        const std::size_t count = moments * Net::trainable_count + 2;
        const Text line = Text() << "Optimizer params: " << printing::grouped(count) << " (";
        return model.summary().find(line.view()) != std::string::npos;
    };
    auto trainer = model.compile(SGD{}, MeanSquaredError{});
    trainer.train_on_batch(x, y);
    CHECK(trainer.moments().empty());
    CHECK(says(0));
    trainer.optimizer().momentum = 0.9;
    Wide other = model;
    trainer.train_on_batch(x, y);
    CHECK(trainer.moments().size() == block);
    CHECK(says(1));
    auto fresh = other.compile(SGD{.momentum = 0.9}, MeanSquaredError{});
    fresh.train_on_batch(x, y);
    CHECK(model.get_weights() == other.get_weights());  // what is new starts with zeros
    CHECK(std::ranges::equal(trainer.moments(), fresh.moments()));
    trainer.optimizer().momentum = 0;
    trainer.train_on_batch(x, y);
    CHECK(trainer.moments().empty());

    auto adam = model.compile(Adam{}, MeanSquaredError{});
    adam.train_on_batch(x, y);
    const std::vector<float> before(adam.moments().begin(), adam.moments().end());
    adam.optimizer().learning_rate = 0;
    adam.optimizer().beta_1 = adam.optimizer().beta_2 = 1;
    adam.optimizer().amsgrad = true;
    adam.train_on_batch(x, y);
    CHECK(says(3));
    CHECK(std::ranges::equal(adam.moments().first(2 * block), before));  // what stays is kept
    CHECK(std::ranges::equal(adam.moments().subspan(2 * block), std::span(before).subspan(block)));
}

TEST_CASE("optimizers of whole tensors give the same bits on any number of threads") {
    // The kernel of 1.3 million weights is more than as many parts as there are at most.
    using Large = Model<Sequential<Dense<1150, Tanh>, Dense<1150, Tanh>, Dense<3>>, Input<5>>;
    static_assert(1150 * 1150 > Parts::most * Parts::least);
    const auto run = [](auto optimizer, int workers) {
        const Threads scope(workers);
        Large model{7};
        auto trainer = model.compile(optimizer, MeanSquaredError{});
        for (int step = 0; step < 2; ++step)
            trainer.train_on_batch(pattern(13 * 5), pattern(13 * 3));
        return model.get_weights();
    };
    const auto lamb = run(Lamb{}, 1);
    for (const int workers : {2, 7}) CHECK(run(Lamb{}, workers) == lamb);
    CHECK(run(elsewhere::Factored{}, 1) == run(elsewhere::Factored{}, 2));
}

TEST_CASE("moments of other shapes than the weights want whole tensors") {
    CHECK(missing_of_optimizer<elsewhere::Factored, float>().empty());
    CHECK(missing_of_optimizer<elsewhere::Shaped, float>().view() ==
          "a const update, whole_tensors, for its moment_shape");
}

TEST_CASE("a tensor is cut by its length alone, into whole blocks, with nothing left out") {
    for (const std::size_t count :
         {1u, 1023u, 1024u, 16384u, 16385u, 1048576u, 1048577u, 4194305u}) {
        const Parts parts(count);
        CHECK(parts.number() <= Parts::most);
        std::size_t next = 0;
        bool whole = true;
        for (std::size_t part = 0; part < parts.number(); ++part)
            parts.for_each_block(part, [&](std::size_t first, std::size_t size) {
                whole = whole && first == next && (size == Parts::block || first + size == count);
                next += size;
            });
        CHECK(whole);
        CHECK(next == count);
    }
}

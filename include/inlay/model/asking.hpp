// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_ASKING_HPP
#define INLAY_MODEL_ASKING_HPP
// Gradients for whoever asks: a training step that moves nothing and hands them back.

#include <inlay/host/buffer.hpp>
#include <inlay/model/examples.hpp>
#include <inlay/model/feed.hpp>
#include <inlay/model/step_room.hpp>
#include <inlay/model/tensor.hpp>
#include <inlay/train/input_gradient.hpp>
#include <inlay/train/several.hpp>
#include <inlay/train/training.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI::asking {

/// The step that is asked: by whom it would move, where it runs, and its number.
template <class Optimizer, class Scalar>
struct Step {
    const Optimizer& by;
    StepRoom<Scalar>& room;
    std::uint64_t seed, number;
};

template <class Optimizer, class Scalar>
Step(const Optimizer&, StepRoom<Scalar>&, std::uint64_t, std::uint64_t) -> Step<Optimizer, Scalar>;

/// Where the gradients of all inputs go: an array for each.
template <class Model>
class InputGradients {
public:
    using Scalar = typename Model::scalar;
    static constexpr std::size_t inputs = Model::Net::input_count;

    explicit InputGradients(std::size_t examples) {
        for (std::size_t k = 0; k < inputs; ++k)
            arrays_[k] =
                Tensor<Scalar>(example_data::batch_shape(examples, Model::input_shapes[k]));
    }

    OneOrSeveral<Scalar*, inputs> places() {
        Several<Scalar*, inputs> all;
        for (std::size_t k = 0; k < inputs; ++k) all[k] = arrays_[k].data();
        return all;
    }

    /// The array of the only input, or a tuple of them.
    auto take() {
        if constexpr (inputs == 1)
            return std::move(arrays_[0]);
        else
            return std::apply([](auto&... each) { return std::tuple(std::move(each)...); },
                              arrays_);
    }

private:
    std::array<Tensor<Scalar>, inputs> arrays_;
};

/// Takes a step of Pass on all examples, whose gradients go to where they are wanted; the state of
/// the model stays as it is.
template <class Pass, class Model, class Data, class Loss, class Optimizer>
INLAY_COLD void ask(
    Model& model, const Data& data, const Loss& loss,
    const Step<Optimizer, typename Model::scalar>& step, typename Model::scalar* gradients,
    const OneOrSeveral<typename Model::scalar*, Model::Net::input_count>& input_gradients) {
    using Scalar = typename Model::scalar;
    auto& storage = model.storage();
    Buffer<Scalar> state(Model::Net::state_count, storage.memory());
    for (std::size_t k = 0; k < state.size(); ++k) state[k] = storage.state()[k];
    const typename Pass::Criteria criteria{loss, {}};
    Buffer<double> sums(Pass::sum_count(criteria));
    Counting counting;
    const typename Data::Sources sources(data, counting.up_to(data.count()));
    Pass::run({.optimizer = step.by,
               .criteria = criteria,
               .weights = storage.weights().data(),
               .state = state.data(),
               .moments = nullptr,
               .memory = step.room.memory(),
               .sums = sums.data(),
               .source = sources.all(),
               .targets = data.all(),
               .batch = data.count(),
               .seed = step.seed,
               .step = step.number,
               .gradients = gradients,
               .input_gradients = input_gradients},
              step.room.layout(), step.room.runner());
}

/// The gradients of all weights, in their order.
template <class Pass, class Model, class Data, class Loss, class Optimizer>
auto gradients(Model& model, const Data& data, const Loss& loss,
               const Step<Optimizer, typename Model::scalar>& step) {
    std::vector<typename Model::scalar> all(Model::trainable_count);
    ask<Pass>(model, data, loss, step, all.data(), {});
    return all;
}

/// The gradients with respect to all inputs, of the step of a number, in borrowed room.
template <class Model, class Data, class Loss>
auto input_gradient(Model& model, StepRoom<typename Model::scalar>& room, const Data& data,
                    const Loss& loss, std::uint64_t seed, std::uint64_t number) {
    using Pass = InputGradient<typename Model::Net, Loss>;
    room.lend(model.storage(),
              [&](std::size_t workers) { return Pass::layout(data.count(), workers); });
    InputGradients<Model> all(data.count());
    ask<Pass>(model, data, loss, Step{Still(), room, seed, number}, nullptr, all.places());
    return all.take();
}

}  // namespace inlay::INLAY_ABI::asking

#endif  // INLAY_MODEL_ASKING_HPP

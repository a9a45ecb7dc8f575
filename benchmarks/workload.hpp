// SPDX-License-Identifier: MIT
#pragma once
// From a network to its rows of the table: training, one example, a hundred examples; or, from a
// network of one layer, its kernel.

#include "job.hpp"

#include <inlay/inlay.hpp>

#include <cstdio>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace workload {

using namespace inlay;
using namespace inlay::INLAY_ABI;

/// The ring of batches of a network.
template <class Model>
struct Batches {
    static constexpr std::size_t in = Model::input_shape.size();

    explicit Batches(std::size_t examples)
        : batch(examples), images(ring * batch * in), labels(ring * batch) {
        for (std::size_t k = 0; k < images.size(); ++k)
            images[k] = pixel(static_cast<std::uint32_t>(k));
        for (std::size_t n = 0; n < labels.size(); ++n)
            labels[n] = static_cast<int>(n % Model::output_shape.size());
    }

    std::span<const float> x(std::size_t turn) const {
        return std::span(images).subspan(turn % ring * batch * in, batch * in);
    }
    std::span<const int> y(std::size_t turn) const {
        return std::span(labels).subspan(turn % ring * batch, batch);
    }

    std::size_t batch;
    std::vector<float> images;
    std::vector<int> labels;
};

/// Training steps as a user writes them.
template <class Spec, class In, class Optimizer>
class Steps {
public:
    using Trained = Model<Spec, In>;

    explicit Steps(std::size_t batch) : data_(batch) {}

    float step() {
        const std::size_t turn = turn_++;
        return trainer_.train_on_batch(data_.x(turn), data_.y(turn))[0];
    }

    void reset() {
        model_.set_weights(initial_);
        trainer_ = compile(model_);
        turn_ = 0;
    }

    const Trained& model() const { return model_; }

private:
    static auto compile(Trained& model) {
        return model.compile(Optimizer{}, SparseCategoricalCrossentropy{});
    }

    Trained model_{1};
    std::vector<float> initial_ = model_.get_weights();
    decltype(compile(model_)) trainer_ = compile(model_);
    Batches<Trained> data_;
    std::size_t turn_ = 0;
};

/// The network that agreement is checked with: where W's own draws random numbers, the same
/// without.
template <class W>
struct Checked : std::type_identity<typename W::Net> {};
template <class W>
    requires requires { typename W::Checked; }
struct Checked<W> : std::type_identity<typename W::Checked> {};

template <class W>
using CheckedSteps = Steps<typename Checked<W>::type, typename W::In, typename W::Optimizer>;

template <class W>
constexpr bool trains = requires { typename W::Optimizer; };

template <class W>
class TrainJob : public Job {
public:
    explicit TrainJob(const std::filesystem::path& file) { save(steps_.model(), file); }

    std::vector<float> check() override {
        CheckedSteps<W> steps(W::batch);
        std::vector<float> losses;
        for (std::size_t k = 0; k < checked_steps; ++k) losses.push_back(steps.step());
        return losses;
    }
    void reset() override { steps_.reset(); }
    void run() override { steps_.step(); }

private:
    Steps<typename W::Net, typename W::In, typename W::Optimizer> steps_{W::batch};
};

/// Answers for `batch` examples at a time, with weights that some steps have trained.
template <class W, std::size_t batch>
class ForwardJob : public Job {
public:
    using Answering = Model<typename W::Net, typename W::In>;

    explicit ForwardJob(const std::filesystem::path& file) {
        if constexpr (trains<W>) {
            CheckedSteps<W> steps(W::batch);
            for (std::size_t k = 0; k < checked_steps; ++k) steps.step();
            model_.set_weights(steps.model().get_weights());
        }
        save(model_, file);
    }

    std::vector<float> check() override {
        std::vector<float> outputs;
        const std::size_t turns = checked_batches(Answering::output_shape.size());
        for (std::size_t turn = 0; turn < turns; ++turn)
            for (const float y : model_.predict(data_.x(turn))) outputs.push_back(y);
        return outputs;
    }

    void run() override {
        const std::span<const float> x = data_.x(turn_++);
        if constexpr (batch == 1) {
            constexpr std::size_t in = Answering::input_shape.size();
            model_.forward(std::span<const float, in>(x.data(), in), out_);
            sink_ = out_[0];
        } else {
            sink_ = model_.predict(x).data()[0];
        }
    }

private:
    Answering model_{1};
    Batches<Answering> data_{batch};
    std::array<float, Answering::output_shape.size()> out_;
    std::size_t turn_ = 0;
    volatile float sink_;  ///< so that no pass is left out
};

/// What a network multiplies: by the direct algorithm, and by those that its layers run.
struct Work {
    std::uint64_t multiply_adds = 0, products = 0;
};

/// Without the outputs that a pooling behind leaves out. A training step has three passes, but the
/// first layer that has weights needs no gradient of its input: `first` is what it saves.
template <class Net>
constexpr Work work(bool training) {
    Work all, first;
    for (int s = 0; s < Net::steps.step_count; ++s) {
        const auto& step = Net::steps.steps[s];
        if (step.removed || !step.ref || step.ref.option) continue;
        const auto& layer = Net::lowered.layers[step.ref.layer];
        Work done{layer.cost.multiply_adds, layer.cost.multiplications};
        if (step.pools()) {
            const Shape pooled = Net::steps.values[step.output].shape;
            const std::size_t high = pooled[0] * step.epilogue.pool.height.size;
            const std::size_t wide = pooled[1] * step.epilogue.pool.width.size;
            const auto tile =
                static_cast<std::size_t>(layer.algorithm.fast() ? layer.algorithm.tile : 1);
            const auto tiles = [&](std::size_t h, std::size_t w) {
                return kernel::divided_up(h, tile) * kernel::divided_up(w, tile);
            };
            const std::size_t full = layer.output[0] * layer.output[1];
            done.multiply_adds = done.multiply_adds / full * (high * wide);
            done.products =
                done.products / tiles(layer.output[0], layer.output[1]) * tiles(high, wide);
        }
        if (all.products == 0) {
            first = done;
            // Behind a pooling of 2x2 its weight gradient multiplies one product of four.
            const bool winners =
                step.pools() && step.epilogue.pool.cells() == 4 && !layer.algorithm.fast();
            if (winners) first.products += done.products / 4 * 3;
        }
        all.multiply_adds += done.multiply_adds;
        all.products += done.products;
    }
    if (!training) return all;
    return {3 * all.multiply_adds - first.multiply_adds, 3 * all.products - first.products};
}

template <class W, class JobOf>
void add_row(const std::string& mode, std::size_t batch) {
    using Net = typename Model<typename W::Net, typename W::In>::Net;
    constexpr bool training = std::is_same_v<JobOf, TrainJob<W>>;
    std::string text = "{\"net\": \"" + std::string(W::name) + "\", \"mode\": \"" + mode + '"';
    const auto number = [&](const char* name, auto value) {
        text += ", \"" + std::string(name) + "\": " + std::to_string(value);
    };
    number("batch", batch);
    number("parameters", Net::parameter_count);
    number("outputs", Net::output_shape.size());
    number("bytes", sizeof(float) * (Net::parameter_count +
                                     batch * (Net::input_shape.size() + Net::output_shape.size())));
    number("multiply_adds", batch * work<Net>(training).multiply_adds);
    number("products", batch * work<Net>(training).products);
    if constexpr (trains<W>) {
        text += ", \"optimizer\": \"" + std::string(W::Optimizer::name) + '"';
        number("rate", typename W::Optimizer{}.learning_rate.at(0));
    }
    rows().push_back(
        {text + "}", W::name, mode, [](const std::filesystem::path& file) -> std::unique_ptr<Job> {
             return std::make_unique<JobOf>(file);
         }});
}

/// One line in each file of workloads/: const bool added = workload::add<TheNet>();
template <class W>
bool add() {
    static_assert(Network<typename W::Net, typename W::In>::parameter_count == W::parameters,
                  "a workload has as many parameters as its source says");
    if constexpr (requires { W::kernel; }) {
        add_row<W, ForwardJob<W, W::kernel>>("kernel", W::kernel);
    } else {
        if constexpr (trains<W>) add_row<W, TrainJob<W>>("train", W::batch);
        add_row<W, ForwardJob<W, 1>>("forward1", 1);
        add_row<W, ForwardJob<W, 100>>("forward100", 100);
    }
    return true;
}

}  // namespace workload

// SPDX-License-Identifier: MIT
#pragma once
// Training as Keras does it: fit, evaluate, and single batches.

#include <inlay/model/history.hpp>
#include <inlay/model/model.hpp>
#include <inlay/model/progress.hpp>
#include <inlay/random/shuffle.hpp>
#include <inlay/train/loss.hpp>
#include <inlay/train/metric.hpp>
#include <inlay/train/training.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <memory>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace inlay::inline INLAY_ABI {

/// Trains a model by an optimizer and a loss, and measures it. It refers to the model, keeps the
/// optimizer's moments, and continues where it stopped.
template <class Model, class Optimizer, class Loss, class... Metrics>
class Trainer {
public:
    using Scalar = typename Model::scalar;
    using Pass = Training<typename Model::Net, Optimizer, Loss, Metrics...>;

    /// The loss, then the metrics in the order they were given.
    using Scores = std::array<float, 1 + sizeof...(Metrics)>;

    Trainer(Model& model, Optimizer optimizer, Loss loss, Metrics...)
        : link_(model.link()), optimizer_(optimizer), loss_(loss), moments_(Pass::moment_count) {}

    Trainer(Trainer&&) = default;
    Trainer& operator=(Trainer&&) = default;

    /// The optimizer; its fields may be changed between calls.
    Optimizer& optimizer() { return optimizer_; }
    const Optimizer& optimizer() const { return optimizer_; }

    /// Trains for some epochs and returns their losses and metrics. Called again, it continues. All
    /// inputs and labels are looked at first: an Error means that nothing has been trained.
    History fit(const ArrayView& x, const ArrayView& y, FitOptions options = {}) {
        const Data all = read(x, y);
        const auto epochs = at_least("epochs", options.epochs, 0);
        const std::size_t batch = at_least("batch_size", options.batch_size, 1);
        Set training{&all, order(0, all.count())}, validation;
        std::optional<Data> given;
        if (options.validation_data.given) {
            given = read(options.validation_data.inputs, options.validation_data.labels);
            validation = {&*given, order(0, given->count())};
        } else if (options.validation_split.value != 0) {
            const std::size_t split = split_at(all.count(), options.validation_split.value);
            training.order = order(0, split);
            validation = {&all, order(split, all.count())};
        }
        seed_ = options.seed.value < 0 ? model().seed()
                                       : static_cast<std::uint64_t>(options.seed.value);
        make_room(batch < training.order.size() ? batch : training.order.size());
        Progress progress(std::cout, is_terminal(), static_cast<int>(options.verbose.value));
        History history;
        warned_ = false;
        for (std::size_t epoch = 0; epoch < epochs; ++epoch, ++epoch_) {
            if (options.shuffle) {
                std::iota(training.order.begin(), training.order.end(), 0u);
                random::shuffle(training.order,
                                random::Stream(seed_, random::Purpose::shuffle, epoch_));
            }
            progress.begin_epoch(static_cast<int>(epoch + 1), static_cast<int>(epochs),
                                 kernel::divided_up(training.order.size(), batch));
            const Scores scores = run_epoch(training, batch, epoch, progress);
            std::vector<Metric> logs = named(scores);
            if (!validation.order.empty()) {
                const Scores measured = measure(validation);
                for (const Metric& metric : named(measured))
                    logs.push_back({"val_" + metric.name, metric.value});
            }
            for (const Metric& metric : logs)
                history.append(metric.name, static_cast<float>(metric.value));
            progress.end_epoch(logs);
        }
        return history;
    }

    /// The loss and the metrics over some examples, with the model as it is outside of training.
    Scores evaluate(const ArrayView& x, const ArrayView& y, EvaluateOptions options = {}) const {
        at_least("batch_size", options.batch_size, 1);
        const Data data = read(x, y);
        return measure({&data, order(0, data.count())});
    }

    /// One training step on exactly these examples: the loss and the metrics before the update.
    Scores train_on_batch(const ArrayView& x, const ArrayView& y) {
        const Data data = read(x, y);
        const std::vector<std::uint32_t> all = order(0, data.count());
        seed_ = model().seed();
        make_room(all.size());
        return means(step(data, all), all.size());
    }

    /// The loss and the metrics of exactly these examples; nothing changes.
    Scores test_on_batch(const ArrayView& x, const ArrayView& y) const { return evaluate(x, y); }

    /// Bytes of memory beside weights and data for batches of `batch` examples on `workers`
    /// threads.
    static constexpr std::size_t training_bytes(std::size_t batch, std::size_t workers = 1) {
        return Pass::bytes(batch, workers);
    }

    /// What a checkpoint holds beside the model: how far training has come, and the moments.
    struct State {
        std::uint64_t step = 0, epoch = 0;
    };
    State progress() const { return {step_, epoch_}; }
    void set_progress(State state) {
        step_ = state.step;
        epoch_ = state.epoch;
    }
    std::span<Scalar> moment(int m) {
        return moments_.span().subspan(Pass::moment_begin(m), Model::trainable_count);
    }
    std::span<const Scalar> moment(int m) const {
        return moments_.span().subspan(Pass::moment_begin(m), Model::trainable_count);
    }

    /// The model; an Error where it no longer exists.
    Model& model() const {
        if (link_->model == nullptr) fail("the model of this trainer no longer exists");
        return *link_->model;
    }

private:
    using Sums = typename Pass::Sums;

    struct Data {
        Inputs inputs;
        Labels<Scalar> labels;

        std::size_t count() const { return inputs.count(); }
    };

    /// Some examples of the data, in an order.
    struct Set {
        const Data* data = nullptr;
        std::vector<std::uint32_t> order{};
    };

    INLAY_COLD static std::size_t at_least(const char* name, Whole value, std::int64_t least) {
        if (value.value < least)
            fail(std::string(name) + " is " + std::to_string(value.value) + " but needs to be " +
                 std::to_string(least) + " at least");
        return static_cast<std::size_t>(value.value);
    }

    INLAY_COLD static std::vector<std::uint32_t> order(std::size_t first, std::size_t end) {
        std::vector<std::uint32_t> numbers(end - first);
        std::iota(numbers.begin(), numbers.end(), static_cast<std::uint32_t>(first));
        return numbers;
    }

    INLAY_COLD static Data read(const ArrayView& x, const ArrayView& y) {
        Data data{Inputs(x, Model::input_shape),
                  Labels<Scalar>(y, Model::output_shape, Loss::sparse)};
        if (data.count() == 0) fail("there are no examples");
        if (data.count() != data.labels.count())
            fail("there are " + std::to_string(data.count()) + " inputs but " +
                 std::to_string(data.labels.count()) + " labels");
        return data;
    }

    /// Keras's place of the cut: the last part validates.
    INLAY_COLD static std::size_t split_at(std::size_t count, double share) {
        if (!(share > 0 && share < 1))
            fail("validation_split is " + std::to_string(share) + " but lies between 0 and 1");
        const auto split =
            static_cast<std::size_t>(std::floor(static_cast<double>(count) * (1.0 - share)));
        if (split == 0 || split == count)
            fail("a validation_split of " + std::to_string(share) + " leaves " +
                 std::to_string(split) + " of " + std::to_string(count) +
                 " examples to train on and " + std::to_string(count - split) + " to validate on");
        return split;
    }

    /// Memory and threads for batches of so many examples.
    INLAY_COLD void make_room(std::size_t batch) {
        if (!pool_ || pool_->workers() != static_cast<std::size_t>(threads()))
            pool_ = std::make_unique<ThreadPool>(threads());
        layout_ = Pass::layout(batch, pool_->workers());
        if (memory_.size() < layout_.total) memory_ = Buffer<Scalar>(layout_.total);
    }

    /// One step on some examples of the data; the sums of loss and metrics.
    Sums step(const Data& data, std::span<const std::uint32_t> numbers) {
        struct Context {
            const Inputs& inputs;
            std::span<const std::uint32_t> numbers;
        };
        const Context context{data.inputs, numbers};
        const Source<Scalar> source{&context, [](const void* from, std::size_t n, Scalar* to) {
                                        const auto& c = *static_cast<const Context*>(from);
                                        c.inputs.read(c.numbers[n], to);
                                    }};
        Model& trained = model();
        const typename Pass::Job job{.optimizer = optimizer_,
                                     .loss = loss_,
                                     .weights = trained.weights().data(),
                                     .state = trained.state().data(),
                                     .moments = moments_.data(),
                                     .memory = memory_.data(),
                                     .source = source,
                                     .targets = data.labels.gather(numbers, batch_labels_),
                                     .batch = numbers.size(),
                                     .seed = seed_,
                                     .step = step_};
        const Sums sums = Pass::run(job, layout_, *pool_);
        ++step_;
        return sums;
    }

    static Scores means(const Sums& sums, std::size_t examples) {
        Scores scores;
        for (std::size_t k = 0; k < scores.size(); ++k)
            scores[k] = static_cast<float>(static_cast<double>(sums[k]) /
                                           static_cast<double>(examples * Pass::Scoring::rows));
        return scores;
    }

    INLAY_COLD static std::vector<Metric> named(const Scores& scores) {
        std::vector<Metric> logs{{"loss", static_cast<double>(scores[0])}};
        std::size_t k = 0;
        (logs.push_back({std::string(Metrics::name), static_cast<double>(scores[++k])}), ...);
        return logs;
    }

    Scores run_epoch(const Set& set, std::size_t batch, std::size_t epoch, Progress& progress) {
        std::array<double, 1 + sizeof...(Metrics)> totals{};
        Scores scores{};
        std::size_t done = 0, number = 0;
        while (done < set.order.size()) {
            const std::size_t left = set.order.size() - done;
            const std::size_t count = left < batch ? left : batch;
            const Sums sums = step(*set.data, std::span(set.order).subspan(done, count));
            done += count;
            ++number;
            for (std::size_t k = 0; k < totals.size(); ++k) {
                totals[k] += static_cast<double>(sums[k]);
                scores[k] =
                    static_cast<float>(totals[k] / static_cast<double>(done * Pass::Scoring::rows));
            }
            if (!warned_ && std::isnan(sums[0])) warn(epoch + 1, number);
            progress.update(number, named(scores));
        }
        return scores;
    }

    /// Says once that training has gone astray; it goes on, as in Keras.
    INLAY_COLD void warn(std::size_t epoch, std::size_t step) {
        warned_ = true;
        std::cerr << "\ninlay: the loss is NaN since epoch " << epoch << ", step " << step
                  << ": a smaller learning rate, or inputs scaled to 0 ... 1, may help\n";
    }

    /// The scores of a set outside of training. Groups of examples are scored by themselves and
    /// summed in order, whatever the number of threads.
    Scores measure(const Set& set) const {
        const Data& data = *set.data;
        const Model& measured = model();
        const std::size_t first = set.order.front(), count = set.order.size();
        std::vector<Sums> groups(kernel::divided_up(count, Model::together));
        measured.run_all(data.inputs.part(first, count), [&](std::size_t begin, std::size_t some,
                                                             const Scalar* x, const Scalar* y,
                                                             const Scalar* workspace) {
            const Scalar* before = Model::Net::before_last(x, workspace, some);
            Pass::Scoring::add(loss_, groups[begin / Model::together], y, before, data.labels.all(),
                               first + begin, some, Scalar{1}, nullptr);
        });
        std::array<double, 1 + sizeof...(Metrics)> totals{};
        for (const Sums& sums : groups)
            for (std::size_t k = 0; k < totals.size(); ++k)
                totals[k] += static_cast<double>(sums[k]);
        Scores scores;
        for (std::size_t k = 0; k < scores.size(); ++k)
            scores[k] =
                static_cast<float>(totals[k] / static_cast<double>(count * Pass::Scoring::rows));
        return scores;
    }

    std::shared_ptr<typename Model::Link> link_;
    Optimizer optimizer_;
    Loss loss_;
    Buffer<Scalar> moments_, memory_;
    Labels<Scalar> batch_labels_;
    typename Pass::Layout layout_{};
    std::unique_ptr<ThreadPool> pool_;
    std::uint64_t seed_ = 0, step_ = 0, epoch_ = 0;
    bool warned_ = false;
};

}  // namespace inlay::inline INLAY_ABI

// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_TRAINER_HPP
#define INLAY_MODEL_TRAINER_HPP
// Training as Keras does it: fit, evaluate, and single batches.

#include <inlay/model/epochs.hpp>
#include <inlay/model/example_weights.hpp>
#include <inlay/model/history.hpp>
#include <inlay/model/measuring.hpp>
#include <inlay/model/model.hpp>
#include <inlay/train/score_names.hpp>
#include <inlay/train/training.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace inlay::INLAY_ABI {

/// Trains a model by an optimizer and a loss, and measures it. It follows the model wherever that
/// moves, keeps the optimizer's moments, and continues where it stopped.
template <class Model, class Optimizer, class Loss, class... Metrics>
class Trainer {
public:
    using Scalar = typename Model::scalar;
    using Pass = Training<typename Model::Net, Optimizer, Loss, Metrics...>;

    /// The loss, then the metrics in the order they were given.
    using Scores = std::array<Scalar, 1 + sizeof...(Metrics)>;

    /// An Error where the fields of the loss or a metric do not fit the model's output.
    Trainer(Model& model, Optimizer optimizer, Loss loss, Metrics... metrics)
        : link_(model.link()),
          optimizer_(optimizer),
          criteria_{loss, {metrics...}},
          moments_(Pass::moment_count(optimizer), model.storage().memory()) {
        if (const Sentence mistake = scoring().mistake(); !mistake.empty()) fail(Status(mistake));
        sums_ = Buffer<double>(Pass::sum_count(criteria_), model.storage().memory());
        epoch_sums_ = Buffer<double>(scoring().count());
        seed_ = model.seed();
        tell_model(32);
    }

    Trainer(Trainer&&) = default;
    Trainer& operator=(Trainer&&) = default;

    /// The optimizer; its fields may be changed between calls. Moments that a change brings into
    /// use start with zeros at the next step, and those it puts out of use are dropped then.
    Optimizer& optimizer() { return optimizer_; }
    const Optimizer& optimizer() const { return optimizer_; }

    /// Trains for some epochs and returns their losses and metrics. Called again, it continues. All
    /// inputs and labels are looked at first: an Error means that nothing has been trained.
    History fit(const ArrayView& x, const ArrayView& y, FitOptions options = {}) {
        example_data::one_kind_of_weights(options.sample_weight, options.class_weight);
        const Data all = read(x, y, options.sample_weight, options.class_weight);
        at_least("epochs", options.epochs, 0);
        const std::size_t batch = at_least("batch_size", options.batch_size, 1);
        verbosity(options.verbose);
        const double share = share_of("validation_split", options.validation_split);
        const std::uint64_t seed = options.seed.value_or(seed_);
        Data given;
        epochs::Parts parts{{0, all.count()}, {}};
        if (options.validation_data.given) {
            given = read(options.validation_data.inputs, options.validation_data.labels,
                         options.validation_data.weights);
            parts.validation.count = given.count();
        } else if (share != 0) {
            parts = epochs::split(all.count(), share);
        }
        seed_ = seed;
        make_room(batch < parts.training.count ? batch : parts.training.count);

        struct Fit {
            Trainer& trainer;
            const Data &training, &validation;
            epochs::Range validated;
            std::size_t batch;
            LogEntry* logs;
        };
        LogEntry scores[2 * terms];
        for (std::size_t k = 0; k < terms; ++k) {
            scores[k].name = names[k].view();
            scores[terms + k].name = val_names[k].view();
        }
        Fit fit{*this, all,   options.validation_data.given ? given : all, parts.validation,
                batch, scores};
        const epochs::Steps steps{
            .trainer = &fit,
            .logs = scores,
            .scores = terms,
            .begin =
                [](void* from) {
                    for (double& sum : static_cast<Fit*>(from)->trainer.epoch_sums_.span()) sum = 0;
                },
            .train =
                [](void* from, View<const std::uint32_t> examples) {
                    const Fit& in = *static_cast<Fit*>(from);
                    Trainer& trainer = in.trainer;
                    double* const sums = trainer.epoch_sums_.data();
                    trainer.scoring().join(sums, trainer.step(in.training, examples));
                    trainer.log(sums, in.logs);
                },
            .validate =
                [](void* from, LogEntry* measured) {
                    const Fit& in = *static_cast<Fit*>(from);
                    for (const Scalar score :
                         in.trainer.measure(in.validation, in.validated, in.batch))
                        measured++->value = static_cast<double>(score);
                }};
        return epochs::run(steps, parts, options, seed_, epoch_);
    }

    /// The loss and the metrics over some examples, with the model as it is outside of training.
    Scores evaluate(const ArrayView& x, const ArrayView& y, EvaluateOptions options = {}) const {
        const std::size_t batch = at_least("batch_size", options.batch_size, 1);
        const Data data = read(x, y, options.sample_weight);
        return measure(data, {0, data.count()}, batch, options.verbose);
    }

    /// One training step on exactly these examples: the loss and the metrics before the update.
    Scores train_on_batch(const ArrayView& x, const ArrayView& y,
                          TrainOnBatchOptions options = {}) {
        example_data::one_kind_of_weights(options.sample_weight, options.class_weight);
        const Data data = read(x, y, options.sample_weight, options.class_weight);
        Buffer<std::uint32_t> all(data.count());
        epochs::put_in_order(all, false, 0, 0);
        make_room(all.size());
        return results(step(data, all));
    }

    /// The loss and the metrics of exactly these examples; nothing changes.
    Scores test_on_batch(const ArrayView& x, const ArrayView& y,
                         TestOnBatchOptions options = {}) const {
        const Data data = read(x, y, options.sample_weight);
        return measure(data, {0, data.count()}, data.count());
    }

    /// Bytes of memory beside weights and data for batches of `batch` examples on `workers`
    /// threads, with an optimizer and metrics of such fields.
    static constexpr std::size_t training_bytes(
        std::size_t batch, std::size_t workers = 1, const Optimizer& optimizer = Optimizer{},
        const typename Pass::Criteria& criteria = typename Pass::Criteria{}) {
        return Pass::bytes(batch, workers, optimizer, criteria);
    }

    /// What a checkpoint holds beside the model and the optimizer: how far training has come, and
    /// the seed of its random numbers.
    struct State {
        std::uint64_t step = 0, epoch = 0, seed = 0;
    };
    State progress() const { return {step_, epoch_, seed_}; }
    void set_progress(State state) {
        step_ = state.step;
        epoch_ = state.epoch;
        seed_ = state.seed;
        tell_model(told_batch_);
    }

    /// What the optimizer keeps, as an optimizer with the fields of `other` has it.
    Buffer<Scalar> moments_for(const Optimizer& other) const {
        Buffer<Scalar> all(Pass::moment_count(other), model().storage().memory());
        for (std::size_t k = 0; k < all.size() && k < moments_.size(); ++k) all[k] = moments_[k];
        return all;
    }
    std::span<const Scalar> moments() const { return moments_.span(); }
    void set_moments(Buffer<Scalar> moments) { moments_ = std::move(moments); }

    /// The model; an Error where it no longer exists.
    Model& model() const {
        if (!link_) fail("this trainer has been moved from");
        auto* const found = static_cast<Model*>(link_.template as<lifetime::Link>().model);
        if (found == nullptr) fail("the model of this trainer no longer exists");
        if (found->empty()) fail(Status(lifetime::moved_from("this trainer")));
        return *found;
    }

private:
    static constexpr std::size_t terms = Pass::Scoring::terms;
    static constexpr auto names = score_names<Metrics...>("");
    static constexpr auto val_names = score_names<Metrics...>("val_");

    struct Data {
        Examples inputs;
        Labels<Scalar> labels;
        ExampleWeights<Scalar> weights;   // told one by one
        ExampleWeights<Scalar> by_class;  // for training alone

        std::size_t count() const { return inputs.count(); }
    };

    INLAY_COLD static Data read(const ArrayView& x, const ArrayView& y,
                                const ArrayView& sample_weight,
                                const ClassWeights& class_weight = {}) {
        const Examples inputs(x, Model::input_shape);
        constexpr Shape out = Model::output_shape;
        Labels<Scalar> labels(y, out, Loss::sparse, inputs.count());
        ExampleWeights<Scalar> weights(sample_weight, inputs.count(), out, !sums_rows<Loss>);
        ExampleWeights<Scalar> by_class(class_weight, labels, out);
        return {inputs, std::move(labels), std::move(weights), std::move(by_class)};
    }

    typename Pass::Scoring scoring() const { return {criteria_}; }

    host::Runner& runner() const { return runner_.template as<host::Runner>(); }

    /// What a summary of the model says of training. Keras counts a step and a rate among the
    /// numbers of an optimizer, and counts them once it has made its first step.
    void tell_model(std::size_t batch) {
        told_batch_ = batch;
        Model& trained = model();
        link_.template as<lifetime::Link>().training = {
            .optimizer_count =
                step_ == 0 ? 0 : Pass::moment_places.numbers[moments_in_use(optimizer_)] + 2,
            .bytes = training_bytes(batch, host::Runner::count(trained.storage().jobs()),
                                    optimizer_, criteria_),
            .batch_size = batch};
    }

    /// Memory and threads for batches of so many examples.
    INLAY_COLD void make_room(std::size_t batch) {
        const auto& storage = model().storage();
        if (!runner_ || !runner().suits(storage.jobs()))
            runner_ = Holder::make<host::Runner>(storage.jobs());
        layout_ = Pass::layout(batch, runner().workers());
        tell_model(batch);
        if (memory_.size() < layout_.total)
            memory_ = Buffer<Scalar>(layout_.total, storage.memory());
    }

    /// One step on some examples of the data; the sums of its scores.
    const double* step(const Data& data, View<const std::uint32_t> numbers) {
        struct Context {
            const Examples& inputs;
            View<const std::uint32_t> numbers;
        };
        const Context context{data.inputs, numbers};
        const Source<Scalar> source{&context, [](const void* from, std::size_t n, Scalar* to) {
                                        const auto& c = *static_cast<const Context*>(from);
                                        c.inputs.read(c.numbers[n], to);
                                    }};
        Model& trained = model();
        trained.announce_change();
        const bool first = step_ == 0, changed = moments_.size() != Pass::moment_count(optimizer_);
        if (changed) moments_ = moments_for(optimizer_);
        Targets<Scalar> targets = data.labels.gather(numbers, batch_labels_);
        data.weights.gather(numbers, batch_weights_, targets);
        data.by_class.gather(numbers, batch_weights_, targets);
        const typename Pass::Job job{.optimizer = optimizer_,
                                     .criteria = criteria_,
                                     .weights = trained.storage().weights().data(),
                                     .state = trained.storage().state().data(),
                                     .moments = moments_.data(),
                                     .memory = memory_.data(),
                                     .sums = sums_.data(),
                                     .source = source,
                                     .targets = targets,
                                     .batch = numbers.size(),
                                     .seed = seed_,
                                     .step = step_};
        const double* const sums = Pass::run(job, layout_, runner());
        ++step_;
        if (first || changed) tell_model(told_batch_);
        return sums;
    }

    Scores results(const double* sums) const {
        Scores scores;
        scoring().results(sums, scores.data());
        return scores;
    }

    /// The same as numbers of a log.
    void log(const double* sums, LogEntry* logs) const {
        for (const Scalar score : results(sums)) {
            const auto value = static_cast<float>(score);
            logs++->value = static_cast<double>(value);
        }
    }

    /// The scores of some examples outside of training.
    Scores measure(const Data& data, epochs::Range range, std::size_t batch,
                   Whole verbose = 0) const {
        using All = Measuring<Model, typename Pass::Scoring>;
        All all(model(), criteria_, batch);
        Targets<Scalar> targets = data.labels.all();
        data.weights.put(targets);
        LogEntry logs[terms];
        for (std::size_t k = 0; k < terms; ++k) logs[k].name = names[k].view();
        const auto part = [&](std::size_t begin, std::size_t count) {
            all.add(data.inputs, targets, range.first + begin, count);
            log(all.sums(), logs);
        };
        in_parts({.count = range.count, .unit = All::unit(batch), .batch = batch}, verbose, logs,
                 part);
        return results(all.sums());
    }

    Holder link_;  // to the model
    Optimizer optimizer_;
    typename Pass::Criteria criteria_;
    Buffer<Scalar> moments_, memory_;
    Buffer<double> sums_, epoch_sums_;
    Labels<Scalar> batch_labels_;
    Buffer<Scalar> batch_weights_;
    typename Pass::Layout layout_{};
    Holder runner_;  // of tasks
    std::uint64_t seed_ = 0, step_ = 0, epoch_ = 0;
    std::size_t told_batch_ = 32;
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Trainer;
}  // namespace inlay

#endif  // INLAY_MODEL_TRAINER_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_TRAINER_HPP
#define INLAY_MODEL_TRAINER_HPP
// Training as Keras does it: fit, evaluate, and single batches.

#include <inlay/model/asking.hpp>
#include <inlay/model/callback.hpp>
#include <inlay/model/epochs.hpp>
#include <inlay/model/examples.hpp>
#include <inlay/model/feed.hpp>
#include <inlay/model/field_check.hpp>
#include <inlay/model/fit_data.hpp>
#include <inlay/model/history.hpp>
#include <inlay/model/loader.hpp>
#include <inlay/model/measuring.hpp>
#include <inlay/model/model.hpp>
#include <inlay/model/score_entries.hpp>
#include <inlay/model/session_calls.hpp>
#include <inlay/model/step_room.hpp>
#include <inlay/model/training_data.hpp>
#include <inlay/train/input_gradient.hpp>
#include <inlay/train/training.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI {

/// Trains a model by an optimizer and a loss, and measures it. It follows the model wherever that
/// moves, keeps the optimizer's moments, and continues where it stopped.
template <class Model, class Optimizer, class Loss, class... Metrics>
class Trainer {
public:
    using Scalar = typename Model::scalar;
    using Pass = Training<typename Model::Net, Optimizer, Loss, Metrics...>;

    /// What is given for examples and for labels: an array, or of a network of several inputs or
    /// outputs a tuple of one for each, such as std::tie(images, meta).
    using Inputs = Arrays<Model::Net::input_count>;
    using Outputs = Arrays<Model::Net::output_count>;

    /// The loss, of several outputs the loss of each, then the metrics in the order of the outputs.
    using Scores = std::array<Scalar, Pass::Scoring::terms>;

    /// An Error where the fields of the loss or a metric do not fit the model's output.
    Trainer(Model& model, Optimizer optimizer, Loss loss, Metrics... metrics)
        : link_(model.link()),
          optimizer_(optimizer),
          criteria_{loss, {metrics...}},
          moments_(Pass::moment_count(optimizer), model.storage().memory()),
          kept_(updating::moments_of(optimizer)) {
        check_fields(optimizer_);
        if (const Sentence mistake = scoring().mistake(); !mistake.empty()) fail(Status(mistake));
        sums_ = Buffer<double>(Pass::sum_count(criteria_), model.storage().memory());
        seed_ = model.seed();
        tell_model(told_batch_);
    }

    Trainer(Trainer&&) = default;
    Trainer& operator=(Trainer&&) = default;

    /// The optimizer; its fields may be changed between calls. Moments that a change brings into
    /// use start with zeros at the next step, and those it puts out of use are dropped then.
    Optimizer& optimizer() { return optimizer_; }
    const Optimizer& optimizer() const { return optimizer_; }

    /// Trains for some epochs and returns their losses and metrics. Called again, it continues. All
    /// inputs and labels are looked at first: an Error means that nothing has been trained. What
    /// callbacks are stands in model/callback.hpp.
    template <class... Callbacks>
    INLAY_COLD History fit(const Inputs& x, const Outputs& y, FitOptions options = {},
                           Callbacks&&... callbacks) {
        const Supervised arrays{x, y, options.sample_weight};
        const auto fit = [&](const hooks::Hooks& all) { return fit_on(&arrays, {}, options, all); };
        return hooks::with_hooks(*this, fit, callbacks...);
    }

    /// Likewise on the batches of a loader (model/loader.hpp), which are read ahead while the
    /// network trains. What the loader throws reaches the caller behind the steps that came before,
    /// in the same order for any number of workers, and the trainer is as they left it.
    template <class Given, class... Callbacks>
        requires Offered<Given>
    INLAY_COLD History fit(Given&& loader, FitOptions options = {}, Callbacks&&... callbacks) {
        const Batches batches = loading::batches_of(loader);
        const auto fit = [&](const hooks::Hooks& all) {
            return fit_on(nullptr, batches, options, all);
        };
        return hooks::with_hooks(*this, fit, callbacks...);
    }

    /// Where the optimizer keeps averages of the weights, these become the weights, as at the end
    /// of fit.
    void finalize_variable_values() {
        const MomentSet set = updating::moments_of(optimizer_);
        const std::uint64_t steps = common_fields_of(optimizer_).gradient_accumulation_steps;
        if (!set.averages || set != kept_ || step_ < steps) return;
        const Scalar* const averages = moments_.data() + Pass::moment_places.averages(set);
        Model& trained = model();
        trained.announce_change();
        for (std::size_t k = 0; k < Model::trainable_count; ++k)
            trained.storage().weights()[k] = averages[k];
    }

    /// The loss and the metrics over some examples, with the model as it is outside of training.
    INLAY_COLD Scores evaluate(const Inputs& x, const Outputs& y,
                               EvaluateOptions options = {}) const {
        at_least("batch_size", options.batch_size, 1);
        return measure(Supervised{x, y, options.sample_weight}, options);
    }

    /// Likewise over the batches of a loader.
    template <class Given>
        requires Offered<Given>
    INLAY_COLD Scores evaluate(Given&& loader, EvaluateOptions options = {}) const {
        at_least("batch_size", options.batch_size, 1);
        Feed<Data> feed;
        example_data::no_weights_of_arrays(options.sample_weight);
        feed.serve(loading::batches_of(loader), read_ahead(options), Data::read);
        return measure(feed, options);
    }

    /// One training step on exactly these examples: the loss and the metrics before the update.
    Scores train_on_batch(const Inputs& x, const Outputs& y, TrainOnBatchOptions options = {}) {
        const Supervised arrays{x, y, options.sample_weight};
        const Data data = Data::read(arrays, &options.class_weight);
        Counting counting;
        const View<const std::uint32_t> all = counting.up_to(data.count());
        make_room(all.size());
        return results(step(data, all));
    }

    /// The loss and the metrics of exactly these examples; nothing changes.
    Scores test_on_batch(const Inputs& x, const Outputs& y, TestOnBatchOptions options = {}) const {
        return measure(Supervised{x, y, options.sample_weight}, {.batch_size = 0});
    }

    /// The gradients of the loss of these examples, penalties included, of all weights in the order
    /// of weights(): those that the next step would follow, with its dropouts and, where a
    /// normalization asks, its statistics. Nothing changes.
    std::vector<Scalar> gradients(const Inputs& x, const Outputs& y) {
        const Supervised arrays{x, y, {}};
        const Data data = Data::read(arrays);
        make_room(data.count());
        return asking::gradients<Pass>(model(), data, criteria_.loss,
                                       asking::Step{optimizer_, room_, seed_, step_});
    }

    /// The gradients of the same loss with respect to each number of x, in its shape; of several
    /// inputs a tuple. Nothing changes.
    auto input_gradient(const Inputs& x, const Outputs& y) {
        const Supervised arrays{x, y, {}};
        const Data data = Data::read(arrays);
        return asking::input_gradient(model(), room_, data, criteria_.loss, seed_, step_);
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
        const MomentSet set = updating::moments_of(other);
        Buffer<Scalar> all(Pass::moment_places.room(set), model().storage().memory());
        Pass::moment_places.carry(kept_, moments_.data(), set, all.data(),
                                  model().storage().weights().data());
        return all;
    }
    std::span<const Scalar> moments() const { return moments_.span(); }
    /// Those of an optimizer with the fields of this one.
    void set_moments(Buffer<Scalar> moments) {
        moments_ = std::move(moments);
        kept_ = updating::moments_of(optimizer_);
    }

    /// The model; an Error where it no longer exists.
    Model& model() const { return lifetime::model_of_trainer<Model>(link_); }

private:
    static constexpr std::size_t terms = Pass::Scoring::terms;

    using Names = ScoreEntries<typename Pass::Scoring>;
    using Data = TrainingData<Model, typename Pass::Scoring>;

    typename Pass::Scoring scoring() const { return {criteria_}; }

    /// Trains on arrays, or where there are none on the batches of a loader.
    INLAY_COLD History fit_on(const Supervised* arrays, const Batches& batches,
                              const FitOptions& options, const hooks::Hooks& hooks) {
        struct Fit {
            Trainer& trainer;
            EvaluateOptions measuring;
            FitData<Data> data{};
            LogEntry logs[2 * terms]{};
            Buffer<double> sums{trainer.scoring().count()};  // of the scores of an epoch
        };
        check(options);
        const std::uint64_t seed = options.seed.value_or(seed_);
        Fit fit{*this, {.batch_size = options.batch_size, .steps = options.validation_steps}};
        if (options.validation_batch_size.value != 0)
            fit.measuring.batch_size = options.validation_batch_size;
        fit.data.serve(arrays, batches, options);

        seed_ = seed;
        const Feed<Data>& training = fit.data.training;
        const std::size_t batch = at_least("batch_size", options.batch_size, 1);
        const std::size_t units = training.count();
        const std::size_t each = training.units(batch < units ? batch : units);
        if (training.of_batches())
            room_.forget();
        else
            make_room(each);
        Names::name(fit.logs, fit.logs + terms);
        using Units = View<const std::uint32_t>;
        const epochs::Steps steps{
            .trainer = &fit,
            .logs = fit.logs,
            .scores = terms,
            .units = units,
            .each = each,
            .validates = !fit.data.validation.empty(),
            .begin =
                [](void* from, Units of_epoch) {
                    Fit& in = *static_cast<Fit*>(from);
                    for (double& sum : in.sums.span()) sum = 0;
                    in.data.training.begin(of_epoch);
                },
            .train =
                [](void* from, Units next) {
                    Fit& in = *static_cast<Fit*>(from);
                    const auto [data, examples] = in.data.training.take(next);
                    in.trainer.scoring().join(in.sums.data(), in.trainer.step(data, examples));
                    put(in.trainer.results(in.sums.data()), in.logs);
                },
            .end = [](void* from) { static_cast<Fit*>(from)->data.training.end(); },
            .validate =
                [](void* from) {
                    Fit& in = *static_cast<Fit*>(from);
                    put(in.trainer.measure(in.data.validation, in.measuring), in.logs + terms);
                }};
        History history = epochs::run(steps, options, hooks, seed_, epoch_);
        if (options.epochs.value > 0) finalize_variable_values();
        return history;
    }

    static void put(const Scores& scores, LogEntry* logs) {
        for (const Scalar s : scores) logs++->value = static_cast<double>(static_cast<float>(s));
    }

    /// What a summary of the model says of training. Keras counts a step and a rate among the
    /// numbers of an optimizer, and counts them once it has made its first step.
    void tell_model(std::size_t batch) {
        told_batch_ = batch;
        Model& trained = model();
        link_.template as<lifetime::Link>().training = {
            .optimizer_count =
                step_ == 0 ? 0 : Pass::moment_places.count(updating::moments_of(optimizer_)) + 2,
            .bytes = training_bytes(batch, host::Runner::count(trained.storage().jobs()),
                                    optimizer_, criteria_),
            .batch_size = batch};
    }

    /// Memory and threads for batches of so many examples.
    INLAY_COLD void make_room(std::size_t batch) {
        check_fields(optimizer_);
        room_.make(model().storage(), batch,
                   [&](std::size_t workers) { return Pass::layout(batch, workers, optimizer_); });
        tell_model(batch);
    }

    /// One step on some examples of the data; the sums of its scores.
    const double* step(const Data& data, View<const std::uint32_t> numbers) {
        // A loader's batch may be the largest so far, and callbacks may have asked for a small one.
        if (numbers.size() > room_.batch()) make_room(numbers.size());
        const typename Data::Sources sources(data, numbers);
        Model& trained = model();
        trained.announce_change();
        const bool first = step_ == 0, changed = kept_ != updating::moments_of(optimizer_);
        if (changed) set_moments(moments_for(optimizer_));
        if (updating::needs_whole(optimizer_) && !room_.layout().keeps(Pass::plan.wide_gradient))
            make_room(room_.batch());
        const typename Pass::Job job{.optimizer = optimizer_,
                                     .criteria = criteria_,
                                     .weights = trained.storage().weights().data(),
                                     .state = trained.storage().state().data(),
                                     .moments = moments_.data(),
                                     .memory = room_.memory(),
                                     .sums = sums_.data(),
                                     .source = sources.all(),
                                     .targets = data.gather(numbers, batch_targets_),
                                     .batch = numbers.size(),
                                     .seed = seed_,
                                     .step = step_};
        const double* const sums = Pass::run(job, room_.layout(), room_.runner());
        ++step_;
        if (first || changed) tell_model(told_batch_);
        return sums;
    }

    /// What sums come to, with what the weights add to the loss outside of training.
    Scores results(const double* sums, double penalty = 0) const {
        Scores scores;
        scoring().results(sums, scores.data());
        if (penalty != 0) scores[0] = static_cast<Scalar>(static_cast<double>(scores[0]) + penalty);
        return scores;
    }

    /// The scores of arrays outside of training; a batch of 0 is all of them.
    INLAY_COLD Scores measure(const Supervised& arrays, EvaluateOptions options) const {
        const Data data = Data::read(arrays);
        if (options.batch_size.value == 0) options.batch_size = data.count();
        Feed<Data> feed;
        feed.serve(data, {0, data.count()});
        return measure(feed, options);
    }

    /// The scores of what a feed serves, outside of training.
    INLAY_COLD Scores measure(Feed<Data>& feed, const EvaluateOptions& options) const {
        using All = Measuring<Model, typename Pass::Scoring>;
        const auto batch = static_cast<std::size_t>(options.batch_size.value);
        All all(model(), criteria_, batch, feed.of_batches());
        LogEntry logs[terms];
        Names::name(logs);
        SerialRunner serial;
        const double penalty = Pass::penalty(model().storage().weights().data(), serial);
        Scores scores{};
        feed.run(
            feed.first(steps_of("steps", options.steps), batch), batch, All::unit(batch),
            options.verbose, logs,
            [&](const Data& data, Range range) {
                all.add(data.inputs, data.all(), range.first, range.count);
            },
            [&] {
                scores = results(all.sums(), penalty);
                put(scores, logs);
            });
        return scores;
    }

    Holder link_;  // to the model
    Optimizer optimizer_;
    typename Pass::Criteria criteria_;
    Buffer<Scalar> moments_;
    MomentSet kept_;       // the moments that there are
    Buffer<double> sums_;  // of the scores of a step
    typename Data::Batch batch_targets_;
    StepRoom<Scalar> room_;
    std::uint64_t seed_ = 0, step_ = 0, epoch_ = 0;
    std::size_t told_batch_ = 32;  // examples of a batch, as the model was told
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Trainer;
}  // namespace inlay

#endif  // INLAY_MODEL_TRAINER_HPP

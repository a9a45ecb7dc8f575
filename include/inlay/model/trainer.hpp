// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_TRAINER_HPP
#define INLAY_MODEL_TRAINER_HPP
// Training as Keras does it: fit, evaluate, and single batches.

#include <inlay/model/asking.hpp>
#include <inlay/model/callback.hpp>
#include <inlay/model/examples.hpp>
#include <inlay/model/feed.hpp>
#include <inlay/model/field_check.hpp>
#include <inlay/model/fitting.hpp>
#include <inlay/model/history.hpp>
#include <inlay/model/loader.hpp>
#include <inlay/model/measuring.hpp>
#include <inlay/model/model.hpp>
#include <inlay/model/score_entries.hpp>
#include <inlay/model/session_calls.hpp>
#include <inlay/model/step_room.hpp>
#include <inlay/model/stepping.hpp>
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
        const auto fit = [&](const hooks::Hooks& all) {
            return Fitting(*this, options).run(&arrays, {}, all);
        };
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
            return Fitting(*this, options).run(nullptr, batches, all);
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
        const auto how = reading();
        feed.serve(loading::batches_of(loader), read_ahead(options), Data::read, &how);
        return measure(feed, options);
    }

    /// One training step on exactly these examples: the loss and the metrics before the update.
    Scores train_on_batch(const Inputs& x, const Outputs& y, TrainOnBatchOptions options = {}) {
        const Supervised arrays{x, y, options.sample_weight};
        const Data data = read(arrays, &options.class_weight);
        Counting counting;
        const View<const std::uint32_t> all = counting.up_to(data.count());
        make_room(all.size());
        return results(step(data, all));
    }

    /// Begins a training step on exactly these examples, of which it keeps a copy, so that a game
    /// can take a part of it in each frame. No weight moves before its last part, and until it has
    /// ended no other training begins: an Error says so.
    INLAY_COLD void begin_step(const Inputs& x, const Outputs& y,
                               TrainOnBatchOptions options = {}) {
        const Supervised arrays{x, y, options.sample_weight};
        const Data data = read(arrays, &options.class_weight);
        Counting counting;
        const View<const std::uint32_t> all = counting.up_to(data.count());
        make_room(all.size(), true);
        settle_moments();
        const PieceTimes times = stepping_ ? under_way().times() : PieceTimes();
        stepping_ = Holder::make<UnderWay>(optimizer_, seed_, step_, data, all, times);
        is_under_way_ = true;
    }

    /// Takes as many parts of the step as fit into a time of <chrono>, and one at least; a part is
    /// an eighth of the batch on its way through a segment of the network. Whether it has ended.
    template <Duration Time>
    bool step_for(const Time& time) {
        return advance(static_cast<double>(time.count()) * static_cast<double>(Time::period::num) /
                       static_cast<double>(Time::period::den));
    }

    /// Takes what is left of the step. The loss and the metrics before the update: these and all
    /// that follows have the bits of train_on_batch.
    Scores finish_step() {
        while (!advance(1)) {
        }
        return results(sums_.data());
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
        const Data data = read(arrays);
        make_room(data.count());
        return asking::gradients<Pass>(model(), data, criteria_.loss,
                                       asking::Step{optimizer_, room_, seed_, step_});
    }

    /// The gradients of the same loss with respect to each number of x, in its shape; of several
    /// inputs a tuple. Nothing changes.
    auto input_gradient(const Inputs& x, const Outputs& y) {
        no_step_under_way();
        const Supervised arrays{x, y, {}};
        const Data data = read(arrays);
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
        is_under_way_ = false;
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
    using UnderWay = Stepping<Pass, Model, Data, Optimizer>;

    typename Pass::Scoring scoring() const { return {criteria_}; }

    typename Data::Reading reading(const ClassWeights* class_weight = nullptr) const {
        return {class_weight, scoring().ignored_classes()};
    }
    Data read(const Supervised& arrays, const ClassWeights* class_weight = nullptr) const {
        const auto how = reading(class_weight);
        return Data::read(arrays, &how);
    }

    template <class>
    friend class Fitting;

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
    INLAY_COLD void make_room(std::size_t batch, bool waits = false) {
        no_step_under_way();
        check_fields(optimizer_);
        room_.make(model().storage(), batch, [&](std::size_t workers) {
            return Pass::layout(batch, workers, optimizer_, waits);
        });
        tell_model(batch);
    }

    /// Keeps what the optimizer's fields ask for now; whether that is something else than before.
    bool settle_moments() {
        const bool changed = kept_ != updating::moments_of(optimizer_);
        if (changed) set_moments(moments_for(optimizer_));
        return changed;
    }

    void no_step_under_way() const {
        if (is_under_way_) fail("a training step is under way: finish_step() ends it");
    }

    UnderWay& under_way() const {
        if (!stepping_) fail("there is no training step to take: begin_step(x, y) begins one");
        return stepping_.template as<UnderWay>();
    }

    /// Takes parts of the step that was begun for so many seconds. Whether it has ended.
    bool advance(double seconds) {
        UnderWay& step = under_way();
        if (is_under_way_) {
            step.advance(model(), room_, criteria_, moments_.data(), sums_.data(), seconds);
            is_under_way_ = !step.ended();
            step_ = step.number() + step.ended();
            tell_model(told_batch_);
        }
        return !is_under_way_;
    }

    /// One step on some examples of the data; the sums of its scores.
    const double* step(const Data& data, View<const std::uint32_t> numbers) {
        // A loader's batch may be the largest so far, and callbacks may have asked for a small one.
        if (numbers.size() > room_.batch()) make_room(numbers.size());
        const typename Data::Sources sources(data, numbers);
        Model& trained = model();
        trained.announce_change();
        const bool first = step_ == 0, changed = settle_moments();
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

    /// What sums come to.
    Scores results(const double* sums) const {
        Scores scores;
        scoring().results(sums, scores.data());
        return scores;
    }

    /// The scores of arrays outside of training; a batch of 0 is all of them.
    INLAY_COLD Scores measure(const Supervised& arrays, EvaluateOptions options) const {
        const Data data = read(arrays);
        if (options.batch_size.value == 0) options.batch_size = data.count();
        Feed<Data> feed;
        feed.serve(data, {0, data.count()});
        return measure(feed, options);
    }

    /// The scores of what a feed serves, outside of training.
    INLAY_COLD Scores measure(Feed<Data>& feed, const EvaluateOptions& options) const {
        using All = Measuring<Model, typename Pass::Scoring>;
        const auto batch = static_cast<std::size_t>(options.batch_size.value);
        SerialRunner serial;
        const double penalty = Pass::penalty(model().storage().weights().data(), serial);
        All all(model(), criteria_, penalty, batch, feed.of_batches());
        LogEntry logs[terms];
        Names::name(logs);
        Scores scores{};
        feed.run(
            feed.first(steps_of("steps", options.steps), batch), batch, all.unit(), options.verbose,
            logs,
            [&](const Data& data, Range range) {
                all.add(data.inputs, data.all(), range.first, range.count);
            },
            [&] {
                scores = results(all.sums());
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
    Holder stepping_;            // the step that was begun, if any
    bool is_under_way_ = false;  // it has not ended
    StepRoom<Scalar> room_;
    std::uint64_t seed_ = 0, step_ = 0, epoch_ = 0;
    std::size_t told_batch_ = 32;  // examples of a batch, as the model was told
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Trainer;
}  // namespace inlay

#endif  // INLAY_MODEL_TRAINER_HPP

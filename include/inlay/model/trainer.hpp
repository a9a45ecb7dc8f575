// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_TRAINER_HPP
#define INLAY_MODEL_TRAINER_HPP
// Training as Keras does it: fit, evaluate, and single batches.

#include <inlay/model/epochs.hpp>
#include <inlay/model/history.hpp>
#include <inlay/model/model.hpp>
#include <inlay/train/loss.hpp>
#include <inlay/train/metric.hpp>
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

    Trainer(Model& model, Optimizer optimizer, Loss loss, Metrics...)
        : link_(model.link()),
          optimizer_(optimizer),
          loss_(loss),
          moments_(Pass::moment_count(optimizer), model.storage().memory()) {
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
        const Data all = read(x, y);
        at_least("epochs", options.epochs, 0);
        const std::size_t batch = at_least("batch_size", options.batch_size, 1);
        verbosity(options.verbose);
        const double share = share_of("validation_split", options.validation_split);
        const std::uint64_t seed = options.seed.value_or(seed_);
        Data given;
        epochs::Parts parts{{0, all.count()}, {}};
        if (options.validation_data.given) {
            given = read(options.validation_data.inputs, options.validation_data.labels);
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
        };
        double totals[terms];
        LogEntry scores[2 * terms];
        for (std::size_t k = 0; k < terms; ++k) {
            scores[k].name = names[k].view();
            scores[terms + k].name = val_names[k].view();
        }
        Fit fit{*this, all, options.validation_data.given ? given : all, parts.validation, batch};
        const epochs::Steps steps{
            .trainer = &fit,
            .logs = scores,
            .sums = totals,
            .scores = terms,
            .rows = Pass::Scoring::rows,
            .train =
                [](void* from, View<const std::uint32_t> examples, double* sums) {
                    const Fit& in = *static_cast<Fit*>(from);
                    const Sums some = in.trainer.step(in.training, examples);
                    for (std::size_t k = 0; k < some.size(); ++k) sums[k] += some[k];
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
        const Data data = read(x, y);
        return measure(data, {0, data.count()}, batch, options.verbose);
    }

    /// One training step on exactly these examples: the loss and the metrics before the update.
    Scores train_on_batch(const ArrayView& x, const ArrayView& y) {
        const Data data = read(x, y);
        Buffer<std::uint32_t> all(data.count());
        epochs::put_in_order(all, false, 0, 0);
        make_room(all.size());
        return means(step(data, all), all.size());
    }

    /// The loss and the metrics of exactly these examples; nothing changes.
    Scores test_on_batch(const ArrayView& x, const ArrayView& y) const { return evaluate(x, y); }

    /// Bytes of memory beside weights and data for batches of `batch` examples on `workers`
    /// threads, with an optimizer of such fields.
    static constexpr std::size_t training_bytes(std::size_t batch, std::size_t workers = 1,
                                                const Optimizer& optimizer = Optimizer{}) {
        return Pass::bytes(batch, workers, optimizer);
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
    using Sums = typename Pass::Sums;

    static constexpr std::size_t terms = 1 + sizeof...(Metrics);

    /// The keys of the scores. Of metrics of one name the second is numbered 1, as in Keras.
    static constexpr auto score_names(std::string_view prefix) {
        constexpr std::string_view given[terms]{"loss", Metrics::name...};
        std::array<Sentence, terms> made;
        for (std::size_t k = 0; k < terms; ++k) {
            int before = 0;
            for (std::size_t j = 0; j < k; ++j) before += given[j] == given[k];
            made[k] << prefix << given[k];
            if (before > 0) made[k] << "_" << before;
        }
        return made;
    }
    static constexpr auto names = score_names(""), val_names = score_names("val_");

    struct Data {
        Examples inputs;
        Labels<Scalar> labels;

        std::size_t count() const { return inputs.count(); }
    };

    INLAY_COLD static Data read(const ArrayView& x, const ArrayView& y) {
        const Examples inputs(x, Model::input_shape);
        return {inputs, Labels<Scalar>(y, Model::output_shape, Loss::sparse, inputs.count())};
    }

    host::Runner& runner() const { return runner_.template as<host::Runner>(); }

    /// What a summary of the model says of training. Keras counts a step and a rate among the
    /// numbers of an optimizer, and counts them once it has made its first step.
    void tell_model(std::size_t batch) {
        told_batch_ = batch;
        Model& trained = model();
        link_.template as<lifetime::Link>().training = {
            .optimizer_count =
                step_ == 0 ? 0 : Pass::moment_places.numbers[moments_in_use(optimizer_)] + 2,
            .bytes =
                training_bytes(batch, host::Runner::count(trained.storage().jobs()), optimizer_),
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

    /// One step on some examples of the data; the sums of loss and metrics.
    Sums step(const Data& data, View<const std::uint32_t> numbers) {
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
        const typename Pass::Job job{.optimizer = optimizer_,
                                     .loss = loss_,
                                     .weights = trained.storage().weights().data(),
                                     .state = trained.storage().state().data(),
                                     .moments = moments_.data(),
                                     .memory = memory_.data(),
                                     .source = source,
                                     .targets = data.labels.gather(numbers, batch_labels_),
                                     .batch = numbers.size(),
                                     .seed = seed_,
                                     .step = step_};
        const Sums sums = Pass::run(job, layout_, runner());
        ++step_;
        if (first || changed) tell_model(told_batch_);
        return sums;
    }

    static Scores means(const Sums& totals, std::size_t examples) {
        Scores scores;
        for (std::size_t k = 0; k < terms; ++k)
            scores[k] = static_cast<Scalar>(totals[k] /
                                            static_cast<double>(examples * Pass::Scoring::rows));
        return scores;
    }

    /// The scores of some examples outside of training. Groups of examples are scored by themselves
    /// and summed in order, whatever the number of threads and the size of a batch.
    Scores measure(const Data& data, epochs::Range range, std::size_t batch,
                   Whole verbose = 0) const {
        using Groups = typename Model::Groups;
        Buffer<Sums> groups(kernel::divided_up(range.count, Groups::size));
        Sums totals{};
        std::size_t done = 0;
        LogEntry logs[terms];
        for (std::size_t k = 0; k < terms; ++k) logs[k].name = names[k].view();
        const auto part = [&](std::size_t begin, std::size_t count) {
            const std::size_t first = range.first + begin;
            const auto score = [&](std::size_t n, std::size_t some,
                                   const typename Model::Net::Ends& ends, const Scalar* workspace) {
                const Scalar* before = nullptr;
                if constexpr (Pass::Scoring::logits)
                    before = Model::Net::logits(ends, workspace, some);
                Pass::Scoring::add(loss_, groups[(begin + n) / Groups::size], ends.outputs[0],
                                   before, data.labels.all(), first + n, some, Scalar{1}, nullptr);
            };
            typename Groups::Inputs inputs;
            inputs.all[0] = data.inputs.part(first, count);
            model().storage().run_all(inputs, batch, score);
            for (; done * Groups::size < begin + count; ++done)
                for (std::size_t k = 0; k < terms; ++k) totals[k] += groups[done][k];
            const Scores scores = means(totals, begin + count);
            for (std::size_t k = 0; k < terms; ++k) logs[k].value = static_cast<double>(scores[k]);
        };
        in_parts({.count = range.count, .unit = Groups::size, .batch = batch}, verbose, logs, part);
        return means(totals, range.count);
    }

    Holder link_;  // to the model
    Optimizer optimizer_;
    Loss loss_;
    Buffer<Scalar> moments_, memory_;
    Labels<Scalar> batch_labels_;
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

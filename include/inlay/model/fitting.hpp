// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_FITTING_HPP
#define INLAY_MODEL_FITTING_HPP
// fit: from its options and data to the epochs of a trainer.

#include <inlay/host/buffer.hpp>
#include <inlay/host/view.hpp>
#include <inlay/model/callback.hpp>
#include <inlay/model/epochs.hpp>
#include <inlay/model/feed.hpp>
#include <inlay/model/fit_data.hpp>
#include <inlay/model/history.hpp>
#include <inlay/model/logs.hpp>
#include <inlay/model/options.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI {

/// One fit of a trainer: what it trains on, what validates it, and its logs.
template <class Trainer>
class Fitting {
public:
    /// An Error where the options are at odds.
    Fitting(Trainer& trainer, const FitOptions& options) : trainer_(trainer), options_(options) {
        check(options);
        measuring_ = {.batch_size = options.batch_size, .steps = options.validation_steps};
        if (options.validation_batch_size.value != 0)
            measuring_.batch_size = options.validation_batch_size;
    }
    Fitting(const Fitting&) = delete;
    Fitting& operator=(const Fitting&) = delete;

    /// Trains on arrays, or where there are none on the batches of a loader.
    INLAY_COLD History run(const Supervised* arrays, const Batches& batches,
                           const hooks::Hooks& hooks) {
        const auto batch = at_least("batch_size", options_.batch_size, 1);
        const std::uint64_t seed = options_.seed.value_or(trainer_.seed_);
        data_.serve(arrays, batches, options_, trainer_.reading());
        trainer_.seed_ = seed;
        const Feed<Data>& training = data_.training;
        const std::size_t units = training.count();
        const std::size_t each = training.units(batch < units ? batch : units);
        if (training.of_batches())
            trainer_.room_.forget();
        else
            trainer_.make_room(each);
        Trainer::Names::name(logs_, logs_ + terms);
        const epochs::Steps steps{.trainer = this,
                                  .logs = logs_,
                                  .scores = terms,
                                  .units = units,
                                  .each = each,
                                  .validates = !data_.validation.empty(),
                                  .begin = begin,
                                  .train = train,
                                  .end = end,
                                  .validate = validate};
        History history = epochs::run(steps, options_, hooks, trainer_.seed_, trainer_.epoch_);
        if (options_.epochs.value > 0) trainer_.finalize_variable_values();
        return history;
    }

private:
    using Data = typename Trainer::Data;
    using Units = View<const std::uint32_t>;
    static constexpr std::size_t terms = Trainer::terms;

    // What epochs::Steps calls, on a Fitting.

    static void begin(void* from, Units of_epoch) {
        Fitting& fit = *static_cast<Fitting*>(from);
        for (double& sum : fit.sums_.span()) sum = 0;
        fit.data_.training.begin(of_epoch);
    }

    static void train(void* from, Units next) {
        Fitting& fit = *static_cast<Fitting*>(from);
        const auto [data, examples] = fit.data_.training.take(next);
        fit.trainer_.scoring().join(fit.sums_.data(), fit.trainer_.step(data, examples));
        Trainer::put(fit.trainer_.results(fit.sums_.data()), fit.logs_);
    }

    static void end(void* from) { static_cast<Fitting*>(from)->data_.training.end(); }

    static void validate(void* from) {
        Fitting& fit = *static_cast<Fitting*>(from);
        Trainer::put(fit.trainer_.measure(fit.data_.validation, fit.measuring_), fit.logs_ + terms);
    }

    Trainer& trainer_;
    const FitOptions& options_;
    EvaluateOptions measuring_;
    FitData<Data> data_;
    LogEntry logs_[2 * terms]{};
    Buffer<double> sums_{trainer_.scoring().count()};  // of the scores of an epoch
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_FITTING_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_FITTING_HPP
#define INLAY_MODEL_FITTING_HPP
// fit: from its options and data to the epochs of a trainer.

#include <inlay/host/error.hpp>
#include <inlay/host/view.hpp>
#include <inlay/model/callback.hpp>
#include <inlay/model/epochs.hpp>
#include <inlay/model/example_weights.hpp>
#include <inlay/model/feed.hpp>
#include <inlay/model/history.hpp>
#include <inlay/model/loader.hpp>
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
        serve(arrays, batches);
        trainer_.seed_ = seed;
        const std::size_t units = training_.count();
        const std::size_t each = training_.units(batch < units ? batch : units);
        if (training_.of_batches())
            trainer_.room_.forget();
        else
            trainer_.make_room(each);
        Trainer::Names::name(logs_, logs_ + terms);
        const epochs::Steps steps{.trainer = this,
                                  .logs = logs_,
                                  .scores = terms,
                                  .units = units,
                                  .each = each,
                                  .validates = !validation_.empty(),
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

    /// Looks at all data: an Error means that nothing has been trained.
    void serve(const Supervised* arrays, const Batches& batches) {
        const ReadAhead ahead = read_ahead(options_);
        const double share = options_.validation_split.value;
        const ValidationData& given = options_.validation_data;
        if (arrays != nullptr) {
            all_ = Data::read(*arrays, &options_.class_weight);
            epochs::Parts parts{{0, all_.count()}, {}};
            if (!given.given && share != 0) parts = epochs::split(all_.count(), share);
            training_.serve(all_, parts.training);
            validation_.serve(all_, parts.validation);
        } else {
            example_data::no_weights_of_arrays(options_.sample_weight);
            training_.serve(batches, ahead, Data::read, &options_.class_weight);
            if (share != 0)
                fail("validation_split cuts arrays: a loader is validated by validation_data");
        }
        if (given.loads()) {
            validation_.serve(given.batches, ahead, Data::read);
        } else if (given.given) {
            given_ = Data::read(given.arrays);
            validation_.serve(given_, {0, given_.count()});
        }
    }

    // What epochs::Steps calls, on a Fitting.

    static void begin(void* from, Units of_epoch) {
        Fitting& fit = *static_cast<Fitting*>(from);
        for (double& sum : fit.trainer_.epoch_sums_.span()) sum = 0;
        fit.training_.begin(of_epoch);
    }

    static void train(void* from, Units next) {
        Fitting& fit = *static_cast<Fitting*>(from);
        const auto [data, examples] = fit.training_.take(next);
        double* const sums = fit.trainer_.epoch_sums_.data();
        fit.trainer_.scoring().join(sums, fit.trainer_.step(data, examples));
        Trainer::put(fit.trainer_.results(sums), fit.logs_);
    }

    static void end(void* from) { static_cast<Fitting*>(from)->training_.end(); }

    static void validate(void* from) {
        Fitting& fit = *static_cast<Fitting*>(from);
        Trainer::put(fit.trainer_.measure(fit.validation_, fit.measuring_), fit.logs_ + terms);
    }

    Trainer& trainer_;
    const FitOptions& options_;
    EvaluateOptions measuring_;
    Data all_{}, given_{};
    Feed<Data> training_{}, validation_{};
    LogEntry logs_[2 * terms]{};
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_FITTING_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_EPOCHS_HPP
#define INLAY_MODEL_EPOCHS_HPP
// The epochs of fit. Nothing here depends on the types of network, optimizer, loss and callbacks,
// nor on whether arrays or a loader are trained on, so that it is compiled once however many
// networks a program trains.

#include <inlay/host/buffer.hpp>
#include <inlay/host/screen.hpp>
#include <inlay/host/view.hpp>
#include <inlay/model/callback.hpp>
#include <inlay/model/feed.hpp>
#include <inlay/model/history.hpp>
#include <inlay/model/logs.hpp>
#include <inlay/model/options.hpp>
#include <inlay/model/progress.hpp>
#include <inlay/model/session.hpp>
#include <inlay/random/shuffle.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI::epochs {

/// What is trained on and what measured on: parts of the data, or data of their own.
struct Parts {
    Range training, validation;
};

/// Cuts the data as Keras does: the last part validates. An Error where nothing would be left.
INLAY_COLD Parts split(std::size_t count, double share);

/// A trainer as its epochs see it.
struct Steps {
    void* trainer;
    View<LogEntry> logs;  ///< the loss and the metrics, then those of the validation
    std::size_t scores;   ///< how many the first are
    std::size_t units;    ///< of the data: examples, or batches of a loader
    std::size_t each;     ///< units that are a step
    bool validates;

    /// Begins an epoch of some units, its logs with it.
    void (*begin)(void* trainer, View<const std::uint32_t> units);
    /// One step on the next of them; brings their logs up to date.
    void (*train)(void* trainer, View<const std::uint32_t> units);
    void (*end)(void* trainer);
    /// Brings the logs of the validation up to date.
    void (*validate)(void* trainer);
};

/// The units of an epoch in their order.
void put_in_order(Buffer<std::uint32_t>& units, bool shuffled, std::uint64_t seed,
                  std::uint64_t epoch);

/// Trains for the epochs of the options, the first being number `done` of the trainer's own count.
/// Callbacks may change the trainer's seed and count before the first epoch.
INLAY_COLD History run(const Steps& steps, const FitOptions& options, const hooks::Hooks& hooks,
                       const std::uint64_t& seed, std::uint64_t& done);

#if INLAY_BODIES

/// Says once that training has gone astray; it goes on, as in Keras.
INLAY_COLD inline void warn_of_nan(int epoch, std::size_t step) {
    const Text text = Text() << "\ninlay: the loss is NaN since epoch " << epoch << ", step "
                             << step << ": a smaller learning rate, or inputs scaled to 0 ... 1, "
                             << "may help\n";
    host::standard_error()(text.view());
}

/// Says once that an epoch is shorter than it was to be.
INLAY_COLD inline void warn_of_end(int epoch, std::size_t steps, std::size_t wanted) {
    const Text text = Text() << "\ninlay: epoch " << epoch << " ends with the data after " << steps
                             << " of " << wanted << " steps (steps_per_epoch)\n";
    host::standard_error()(text.view());
}

INLAY_BODY Parts split(std::size_t count, double share) {
    const auto cut = static_cast<std::size_t>(static_cast<double>(count) * (1.0 - share));
    if (cut == 0 || cut == count)
        fail(Text() << "a validation_split of " << readable(share) << " leaves " << cut << " of "
                    << count << " examples to train on and " << count - cut << " to validate on");
    return {{0, cut}, {cut, count - cut}};
}

INLAY_BODY void put_in_order(Buffer<std::uint32_t>& units, bool shuffled, std::uint64_t seed,
                             std::uint64_t epoch) {
    for (std::size_t n = 0; n < units.size(); ++n) units[n] = static_cast<std::uint32_t>(n);
    if (shuffled)
        randomness::shuffle(units.span(),
                            randomness::Stream(seed, randomness::Purpose::shuffle, epoch));
}

/// One run of fit: the callbacks are called where Keras calls them, then history and bar get what
/// they have left in the logs.
class Fit {
public:
    INLAY_COLD Fit(const Steps& steps, const FitOptions& options, const hooks::Hooks& hooks)
        : steps_(steps),
          options_(options),
          hooks_(hooks),
          session_{hooks.trainer,
                   hooks.calls,
                   {steps.logs.data(), steps.validates ? 2 * steps.scores : steps.scores}},
          progress_(host::standard_output(), host::is_terminal(),
                    static_cast<int>(options.verbose.value)),
          order_(steps.units),
          next_(steps.units),
          wanted_(steps_of("steps_per_epoch", options.steps_per_epoch)),
          planned_(wanted_ != 0 ? wanted_ : (steps.units + steps.each - 1) / steps.each) {
        constexpr std::int64_t most = INT32_MAX;
        const auto bounded = [&](Whole number) {
            return static_cast<int>(number.value < most ? number.value : most);
        };
        session_.initial_epoch = bounded(options.initial_epoch);
        end_ = bounded(options.epochs);
    }

    INLAY_COLD History run(const std::uint64_t& seed, std::uint64_t& done) {
        call(&hooks::Hook::train_begin, Run(session_, logs_, end_, planned_));
        std::size_t last = 0;  // scores of the last epoch
        bool ended = false;
        for (int epoch = session_.initial_epoch; epoch < end_ && !ended; ++epoch) {
            call(&hooks::Hook::epoch_begin, Epoch(session_, logs_, epoch));
            progress_.begin_epoch(epoch + 1, end_, planned_);
            train(epoch, seed, done);
            last = steps_.scores;
            if (steps_.validates && (epoch + 1) % options_.validation_freq.value == 0) {
                validate();
                last *= 2;
            }
            ++done;  // for those who save now
            logs_.fill(steps_.logs.part(0, last));
            call(&hooks::Hook::epoch_end, Epoch(session_, logs_, epoch));
            for (const LogEntry& entry : logs_)
                history_.append(entry.name, static_cast<float>(entry.value));
            progress_.end_epoch(logs_view());
            logs_.fill({});
            ended = session_.stopped;
        }
        logs_.fill(steps_.logs.part(0, last));
        call(&hooks::Hook::train_end, Run(session_, logs_, end_, planned_));
        return history_;
    }

private:
    /// Calls a member of all callbacks that have it.
    template <class At>
    INLAY_COLD void call(void (*hooks::Hook::*member)(void*, At&), At at) {
        for (const hooks::Hook& hook : hooks_.all)
            if (hook.*member != nullptr) (hook.*member)(hook.callback, at);
    }

    View<const LogEntry> logs_view() const { return {logs_.begin(), logs_.size()}; }

    /// The steps of an epoch. What they leave of the data, the next epoch begins with.
    INLAY_COLD void train(int epoch, std::uint64_t seed, std::uint64_t number) {
        if (next_ == order_.size()) {
            put_in_order(order_, options_.shuffle, seed, number);
            next_ = 0;
        }
        const std::size_t left = order_.size() - next_;
        const std::size_t steps = (left + steps_.each - 1) / steps_.each;
        const bool short_of = steps < planned_;
        const std::size_t count = steps <= planned_ ? left : planned_ * steps_.each;
        const View<const std::uint32_t> units(order_.data() + next_, count);
        steps_.begin(steps_.trainer, units);
        std::size_t step = 0;
        for (std::size_t first = 0; first < count && !(step != 0 && session_.stopped); ++step) {
            call(&hooks::Hook::batch_begin, Batch(session_, logs_, epoch, step));
            const std::size_t some = count - first < steps_.each ? count - first : steps_.each;
            steps_.train(steps_.trainer, units.part(first, some));
            first += some;
            tell_of_step(epoch, step);
        }
        steps_.end(steps_.trainer);
        next_ += count;
        if (wanted_ != 0 && short_of && !session_.stopped && !warned_of_end_) {
            warned_of_end_ = true;
            warn_of_end(epoch + 1, step, planned_);
        }
    }

    /// Tells callbacks and the bar of a step, and everybody where training has gone astray.
    void tell_of_step(int epoch, std::size_t step) {
        const double loss = steps_.logs[0].value;
        if (!warned_of_nan_ && loss != loss) {
            warned_of_nan_ = true;
            warn_of_nan(epoch + 1, step + 1);
        }
        const View<const LogEntry> scores = steps_.logs.part(0, steps_.scores);
        if (hooks_.all.empty()) return progress_.update(step + 1, scores);
        logs_.fill(scores);
        call(&hooks::Hook::batch_end, Batch(session_, logs_, epoch, step));
        progress_.update(step + 1, logs_view());
        logs_.fill({});
    }

    /// Measures the validation data; callbacks get its scores under their plain names.
    INLAY_COLD void validate() {
        call(&hooks::Hook::test_begin, Run(session_, logs_, end_, planned_));
        steps_.validate(steps_.trainer);
        Buffer<LogEntry> plain(steps_.scores);
        for (std::size_t k = 0; k < plain.size(); ++k) {
            plain[k] = steps_.logs[k];
            plain[k].value = steps_.logs[steps_.scores + k].value;
        }
        logs_.fill(plain);
        call(&hooks::Hook::test_end, Run(session_, logs_, end_, planned_));
        logs_.fill({});
    }

    const Steps& steps_;
    const FitOptions& options_;
    const hooks::Hooks& hooks_;
    Session session_;
    Progress progress_;
    History history_;
    Logs logs_;
    Buffer<std::uint32_t> order_;
    std::size_t next_;              // of the order, behind it where a new one is due
    std::size_t wanted_, planned_;  // steps of an epoch, by the options and at all
    int end_ = 0;                   // of the epochs
    bool warned_of_nan_ = false, warned_of_end_ = false;
};

INLAY_BODY History run(const Steps& steps, const FitOptions& options, const hooks::Hooks& hooks,
                       const std::uint64_t& seed, std::uint64_t& done) {
    return Fit(steps, options, hooks).run(seed, done);
}

#endif

}  // namespace inlay::INLAY_ABI::epochs

#endif  // INLAY_MODEL_EPOCHS_HPP

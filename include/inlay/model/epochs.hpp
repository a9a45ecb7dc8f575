// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_EPOCHS_HPP
#define INLAY_MODEL_EPOCHS_HPP
// The epochs of fit. Nothing here depends on the types of network, optimizer and loss, so that it
// is compiled once however many networks a program trains.

#include <inlay/host/buffer.hpp>
#include <inlay/host/screen.hpp>
#include <inlay/host/view.hpp>
#include <inlay/model/history.hpp>
#include <inlay/model/options.hpp>
#include <inlay/model/progress.hpp>
#include <inlay/random/shuffle.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI::epochs {

/// Examples by number, one behind the other.
struct Range {
    std::size_t first = 0, count = 0;
};

/// What is trained on and what measured on: parts of the data, or data of their own.
struct Parts {
    Range training, validation;
};

/// Cuts the data as Keras does: the last part validates. An Error where nothing would be left.
INLAY_COLD Parts split(std::size_t count, double share);

/// A trainer as its epochs see it.
struct Steps {
    void* trainer;
    LogEntry* logs;      ///< the loss and the metrics, then those of the validation
    std::size_t scores;  ///< how many they are

    /// Forgets the scores of the epoch before.
    void (*begin)(void* trainer);
    /// One step on some examples; the logs then hold the scores of the epoch so far.
    void (*train)(void* trainer, View<const std::uint32_t> examples);
    /// The scores of the examples to validate on.
    void (*validate)(void* trainer, LogEntry* scores);
};

/// The examples of an epoch in their order.
void put_in_order(Buffer<std::uint32_t>& examples, bool shuffled, std::uint64_t seed,
                  std::uint64_t epoch);

/// Trains for the epochs of the options, the first being number `done` of the trainer's own count.
INLAY_COLD History run(const Steps& steps, const Parts& parts, const FitOptions& options,
                       std::uint64_t seed, std::uint64_t& done);

#if INLAY_BODIES

/// Says once that training has gone astray; it goes on, as in Keras.
INLAY_COLD inline void warn(std::int64_t epoch, std::size_t step) {
    const Text text = Text() << "\ninlay: the loss is NaN since epoch " << epoch << ", step "
                             << step << ": a smaller learning rate, or inputs scaled to 0 ... 1, "
                             << "may help\n";
    host::standard_error()(text.view());
}

INLAY_BODY Parts split(std::size_t count, double share) {
    const auto cut = static_cast<std::size_t>(static_cast<double>(count) * (1.0 - share));
    if (cut == 0 || cut == count)
        fail(Text() << "a validation_split of " << readable(share) << " leaves " << cut << " of "
                    << count << " examples to train on and " << count - cut << " to validate on");
    return {{0, cut}, {cut, count - cut}};
}

INLAY_BODY void put_in_order(Buffer<std::uint32_t>& examples, bool shuffled, std::uint64_t seed,
                             std::uint64_t epoch) {
    for (std::size_t n = 0; n < examples.size(); ++n) examples[n] = static_cast<std::uint32_t>(n);
    if (shuffled)
        randomness::shuffle(examples.span(),
                            randomness::Stream(seed, randomness::Purpose::shuffle, epoch));
}

INLAY_BODY History run(const Steps& steps, const Parts& parts, const FitOptions& options,
                       std::uint64_t seed, std::uint64_t& done) {
    const std::size_t scores = steps.scores, count = parts.training.count;
    std::size_t batch = at_least("batch_size", options.batch_size, 1);
    if (batch > count) batch = count;
    constexpr std::int64_t most = INT32_MAX;
    const std::int64_t epochs = options.epochs.value < most ? options.epochs.value : most;
    const View<const LogEntry> logs(steps.logs, parts.validation.count == 0 ? scores : 2 * scores);

    History history;
    Progress progress(host::standard_output(), host::is_terminal(),
                      static_cast<int>(options.verbose.value));
    Buffer<std::uint32_t> order(count);
    bool warned = false;
    for (std::int64_t epoch = 1; epoch <= epochs; ++epoch, ++done) {
        put_in_order(order, options.shuffle, seed, done);
        progress.begin_epoch(static_cast<int>(epoch), static_cast<int>(epochs),
                             (count + batch - 1) / batch);
        steps.begin(steps.trainer);
        for (std::size_t first = 0, step = 1; first < count; first += batch, ++step) {
            const std::size_t some = count - first < batch ? count - first : batch;
            steps.train(steps.trainer, {order.data() + first, some});
            if (!warned && steps.logs[0].value != steps.logs[0].value) {
                warned = true;
                warn(epoch, step);
            }
            progress.update(step, {steps.logs, scores});
        }
        if (parts.validation.count != 0) steps.validate(steps.trainer, steps.logs + scores);
        for (const LogEntry& metric : logs)
            history.append(metric.name, static_cast<float>(metric.value));
        progress.end_epoch(logs);
    }
    return history;
}

#endif

}  // namespace inlay::INLAY_ABI::epochs

#endif  // INLAY_MODEL_EPOCHS_HPP

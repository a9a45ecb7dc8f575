// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_FEED_HPP
#define INLAY_MODEL_FEED_HPP
// Where training, measuring and predicting take their examples from: arrays, or the batches of a
// loader. Both are units in a row: an array's are its examples, a loader's its batches.

#include <inlay/host/buffer.hpp>
#include <inlay/host/error.hpp>
#include <inlay/host/view.hpp>
#include <inlay/model/batches.hpp>
#include <inlay/model/parts.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI {

/// Units by number, one behind the other.
struct Range {
    std::size_t first = 0, count = 0;
};

/// The numbers 0, 1, 2 ..., as many as were asked for.
class Counting {
public:
    INLAY_COLD View<const std::uint32_t> up_to(std::size_t count);

private:
    Buffer<std::uint32_t> numbers_;
};

/// What serves examples as Data: arrays that have been read, or batches that are read one by one.
template <class Data>
class Feed {
public:
    /// Looks at arrays, which outlive what it gives.
    using Read = Data (*)(const Supervised& arrays, const void* context);

    /// Nothing.
    Feed() = default;
    Feed(const Feed&) = delete;
    Feed& operator=(const Feed&) = delete;

    /// Serves a part of arrays, which must outlive it.
    void serve(const Data& data, Range range) {
        data_ = &data;
        range_ = range;
    }

    /// Serves the batches of a loader.
    INLAY_COLD void serve(const Batches& batches, ReadAhead how, Read read,
                          const void* context = nullptr) {
        batches_ = batches;
        queue_ = batches.queue->make(batches, how);
        read_ = read;
        context_ = context;
        data_ = &batch_;
        range_ = {0, batches.count};
    }

    bool empty() const { return range_.count == 0; }
    /// Whether its units are batches.
    bool of_batches() const { return read_ != nullptr; }
    /// How many units there are.
    std::size_t count() const { return range_.count; }
    /// How many of them are a batch.
    std::size_t units(std::size_t batch_size) const { return of_batches() ? 1 : batch_size; }

    /// How many are in so many batches of a size, from the first on; 0 stands for all.
    std::size_t first(std::size_t batches, std::size_t batch_size) const {
        const std::size_t each = units(batch_size);
        return batches == 0 || batches > count() / each ? count() : batches * each;
    }

    /// Begins an epoch of some units.
    void begin(View<const std::uint32_t> units) {
        if (of_batches()) batches_.queue->begin(queue_, units);
    }

    /// The data of the next units, and the numbers that their examples have in it.
    struct Portion {
        const Data& data;
        View<const std::uint32_t> examples;
    };
    Portion take(View<const std::uint32_t> units) {
        if (!of_batches()) return {*data_, units};
        take_batch(units[0]);
        return {batch_, examples_.up_to(batch_.count())};
    }

    /// Ends the epoch: the loader may change.
    void end() {
        if (!of_batches()) return;
        batches_.queue->end(queue_);
        if (batches_.epoch_end != nullptr) batches_.epoch_end(batches_.loader);
    }

    /// Runs through the first `count` units in order: use(data, range) for the examples of some of
    /// them, and then() whenever a bar that counts batches of a size may be drawn anew.
    template <class Use, class Then>
    INLAY_COLD void run(std::size_t count, std::size_t batch_size, std::size_t group, Whole verbose,
                        View<const LogEntry> logs, const Use& use, const Then& then) {
        if (of_batches()) begin(order_.up_to(count));
        const auto part = [&](std::size_t first, std::size_t some) {
            for (std::size_t k = 0; k < (of_batches() ? some : 1); ++k) {
                Range range{range_.first + first, some};
                if (of_batches()) {
                    take_batch(first + k);
                    range = {0, batch_.count()};
                }
                use(*data_, range);  // once: compilers copy it into each place
            }
            then();
        };
        in_parts({.count = count,
                  .unit = of_batches() ? 1 : group,
                  .batch = units(batch_size),
                  .large_units = of_batches()},
                 verbose, logs, part);
        end();
    }

private:
    /// Takes the batch of a number off the queue; an Error tells the number where it does not fit.
    INLAY_COLD INLAY_NOINLINE void take_batch([[maybe_unused]] std::size_t number) {
        batches_.queue->take(queue_, arrays_);
#if defined(__cpp_exceptions)
        try {
            batch_ = read_(arrays_, context_);
        } catch (const Error& error) {
            fail(Text() << "batch " << number << " of the loader: " << error.what());
        }
#else
        batch_ = read_(arrays_, context_);
#endif
    }

    const Data* data_ = nullptr;
    Range range_;

    // Of a loader: the batch that was taken last, and the arrays it looks at.
    Batches batches_;
    Holder queue_;
    Read read_ = nullptr;
    const void* context_ = nullptr;
    Supervised arrays_;
    Data batch_;
    Counting examples_, order_;
};

#if INLAY_BODIES

INLAY_BODY View<const std::uint32_t> Counting::up_to(std::size_t count) {
    if (count > numbers_.size()) {
        numbers_ = Buffer<std::uint32_t>(count);
        for (std::size_t n = 0; n < count; ++n) numbers_[n] = static_cast<std::uint32_t>(n);
    }
    return {numbers_.data(), count};
}

#endif

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_FEED_HPP

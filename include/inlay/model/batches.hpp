// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_BATCHES_HPP
#define INLAY_MODEL_BATCHES_HPP
// The batches of a loader, read ahead by threads and taken in order. Nothing here depends on the
// types of loader and network.

#include <inlay/host/ahead.hpp>
#include <inlay/host/buffer.hpp>
#include <inlay/host/error.hpp>
#include <inlay/host/holder.hpp>
#include <inlay/host/view.hpp>
#include <inlay/model/arrays.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace inlay::INLAY_ABI {

/// Arrays that belong together: inputs, what is wanted of them, what each weighs.
struct Supervised {
    ArrayList inputs, labels, weights;
};

struct Batches;

/// How many threads read batches ahead, and how many batches may be read, or being read, that
/// nobody has taken.
struct ReadAhead {
    std::size_t workers = 0, most = 1;
};

/// What a BatchQueue does, by way of pointers that come with a loader: programs without one do not
/// compile it.
struct QueueCalls {
    Holder (*make)(const Batches& batches, ReadAhead how);
    void (*begin)(const Holder& queue, View<const std::uint32_t> numbers);
    void (*take)(const Holder& queue, Supervised& to);
    void (*end)(const Holder& queue);
};

/// A loader whose type does not matter any more.
struct Batches {
    void* loader = nullptr;
    std::size_t count = 0;
    void (*read)(const void* loader, std::size_t number, Supervised& to) = nullptr;
    void (*epoch_end)(void* loader) = nullptr;  ///< null where the loader has nothing to do then
    const QueueCalls* queue = nullptr;
    Holder owner{};  ///< of a loader that was given as a temporary
};

/// The batches of a loader, one epoch after another. What the loader throws, is thrown when the
/// batch is taken that it was thrown for.
class BatchQueue {
public:
    /// An Error where there are none.
    INLAY_COLD BatchQueue(const Batches& batches, ReadAhead how);
    BatchQueue(const BatchQueue&) = delete;
    BatchQueue& operator=(const BatchQueue&) = delete;
    INLAY_COLD ~BatchQueue() { end(); }

    /// Begins to read batches of these numbers.
    INLAY_COLD void begin(View<const std::uint32_t> numbers);

    /// The next batch; the numbers say which.
    INLAY_COLD void take(Supervised& to);

    /// Ends all reading; what has been read and not taken is forgotten.
    INLAY_COLD void end();

private:
    Batches batches_;
    ReadAhead how_;
    std::size_t taken_ = 0;
    Buffer<std::uint32_t> numbers_;  // a copy: an exception may end their owner before the threads
    Supervised* slots_ = nullptr;
    host::Ahead ahead_;
};

inline constexpr QueueCalls queue_calls{
    .make = [](const Batches& batches,
               ReadAhead how) { return Holder::make<BatchQueue>(batches, how); },
    .begin = [](const Holder& queue,
                View<const std::uint32_t> numbers) { queue.as<BatchQueue>().begin(numbers); },
    .take = [](const Holder& queue, Supervised& to) { queue.as<BatchQueue>().take(to); },
    .end = [](const Holder& queue) { queue.as<BatchQueue>().end(); }};

#if INLAY_BODIES

INLAY_BODY BatchQueue::BatchQueue(const Batches& batches, ReadAhead how)
    : batches_(batches), how_(how) {
    if (batches.count == 0) fail("the loader has no batches");
}

INLAY_BODY void BatchQueue::begin(View<const std::uint32_t> numbers) {
    end();
    if (numbers.empty()) return;
    numbers_ = Buffer<std::uint32_t>(numbers.size());
    for (std::size_t k = 0; k < numbers.size(); ++k) numbers_[k] = numbers[k];
    taken_ = 0;
    const std::size_t most = how_.most < numbers.size() ? how_.most : numbers.size();
    slots_ = new Supervised[most];
    ahead_.begin({.tasks = numbers.size(),
                  .context = this,
                  .run =
                      [](const void* context, std::size_t task, std::size_t slot) {
                          const auto& queue = *static_cast<const BatchQueue*>(context);
                          queue.batches_.read(queue.batches_.loader, queue.numbers_[task],
                                              queue.slots_[slot]);
                      }},
                 how_.workers, most);
}

INLAY_BODY void BatchQueue::take(Supervised& to) {
    Supervised& slot = slots_[ahead_.await(taken_)];
    to = std::move(slot);
    slot = Supervised();
    ++taken_;
    ahead_.release();
}

INLAY_BODY void BatchQueue::end() {
    ahead_.end();
    delete[] std::exchange(slots_, nullptr);
}

#endif

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_BATCHES_HPP

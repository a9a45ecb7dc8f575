// SPDX-License-Identifier: MIT
// A model in a game engine: its jobs and its memory are the engine's, and its bits are the same.
#include "../message_of.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory_resource>
#include <mutex>
#include <new>
#include <thread>
#include <utility>
#include <vector>

using namespace inlay;

namespace {

using Net = Sequential<Conv2D<4, 3, 3, Same>, BatchNorm<>, ReLU, MaxPool<2>, Flatten, Dropout<0.25>,
                       Dense<1100, ReLU>, Dense<3, Softmax>>;  // with a layer that is wide
using Small = Model<Net, Input<6, 6, 1>>;

/// Threads that take the tasks of a call from both ends, and counts of them.
struct Engine {
    std::atomic<int> calls = 0, tasks = 0;

    template <class Task>
    void parallel(std::size_t count, const Task& task) {
        ++calls;
        tasks += static_cast<int>(count);
        std::atomic<std::size_t> next = count;
        const auto work = [&] {
            for (std::size_t k = next--; k > 0 && k <= count; k = next--) task(k - 1);
        };
        std::thread other(work);
        work();
        other.join();
    }
    static std::size_t workers() { return 2; }
};

/// An allocator that knows what it gave.
class Counting {
public:
    ~Counting() { CHECK(blocks_.empty()); }

    void* allocate(std::size_t bytes, std::size_t alignment) {
        const std::lock_guard guard(mutex_);
        if (bytes > left_) return nullptr;
        void* const block = ::operator new(bytes, std::align_val_t{alignment});
        blocks_[block] = {bytes, alignment};
        total += bytes;
        return block;
    }
    void deallocate(void* block, std::size_t bytes, std::size_t alignment) {
        const std::lock_guard guard(mutex_);
        CHECK(blocks_.at(block) == std::pair(bytes, alignment));
        blocks_.erase(block);
        ::operator delete(block, std::align_val_t{alignment});
    }

    void limit(std::size_t bytes) { left_ = bytes; }

    /// Whether some numbers lie in a block of this allocator.
    bool holds(const void* data) const { return blocks_.contains(const_cast<void*>(data)); }

    std::size_t total = 0;

private:
    std::size_t left_ = std::size_t(-1);
    std::map<void*, std::pair<std::size_t, std::size_t>> blocks_;
    std::mutex mutex_;
};

struct Data {
    std::vector<float> x = std::vector<float>(50 * 36);
    std::vector<int> y = std::vector<int>(50);

    Data() {
        for (std::size_t k = 0; k < x.size(); ++k) x[k] = static_cast<float>(k * 31 % 97) / 97;
        for (std::size_t n = 0; n < y.size(); ++n) y[n] = static_cast<int>(n * 7 % 3);
    }
};

struct Results {
    std::vector<float> weights, outputs;
    float loss;

    bool operator==(const Results&) const = default;
};

/// Two epochs, scores and outputs of a model.
Results results_of(Small& model) {
    const Data data;
    auto trainer = model.compile(Adam{}, SparseCategoricalCrossentropy{}, Accuracy{});
    trainer.fit(data.x, data.y, {.batch_size = 16, .epochs = 2, .verbose = 0});
    const float loss = trainer.evaluate(data.x, data.y)[0];
    const Tensor<float> outputs = model.predict(data.x);
    return {model.get_weights(), {outputs.begin(), outputs.end()}, loss};
}

const Results& results_on_own_threads() {
    static const Results results = [] {
        Small model{3};
        return results_of(model);
    }();
    return results;
}

}  // namespace

TEST_CASE("a job system makes the same bits") {
    Engine engine;
    Small model{3};
    model.run_on(engine);
    CHECK(results_of(model) == results_on_own_threads());
    CHECK(engine.tasks > 100);
    SerialRunner serial;
    Small other{3};
    other.run_on(serial);
    CHECK(results_of(other) == results_on_own_threads());
}

TEST_CASE("all tasks run where the model was last told to") {
    Engine one, two;
    Small model{3};
    const Data data;
    auto trainer = model.compile(Adam{}, SparseCategoricalCrossentropy{});
    const auto work = [&](Small& some) {
        one.calls = two.calls = 0;
        trainer.train_on_batch(data.x, data.y);
        some.predict(data.x);
    };
    work(model);
    CHECK((one.calls == 0 && two.calls == 0));
    model.run_on(one);
    work(model);
    CHECK((one.calls > 1 && two.calls == 0));
    model.run_on(two);
    work(model);
    CHECK((one.calls == 0 && two.calls > 1));
    model.run_on();
    work(model);
    CHECK((one.calls == 0 && two.calls == 0));

    model.run_on(one);  // moves and copies take the job system along
    Small moved = std::move(model);
    work(moved);
    CHECK(one.calls > 1);
    Small copy = moved;
    one.calls = 0;
    copy.predict(data.x);
    CHECK(one.calls > 0);
}

TEST_CASE("an allocator holds all blocks, with the same bits") {
    Counting memory;
    {
        Small model(3, memory);
        CHECK(memory.holds(std::as_const(model).weights().data()));
        CHECK(memory.holds(std::as_const(model).state().data()));
        const std::size_t before = memory.total;
        CHECK(before >= Small::parameter_count * sizeof(float) + Small::inference_bytes);
        CHECK(results_of(model) == results_on_own_threads());
        auto trainer = model.compile(Adam{}, SparseCategoricalCrossentropy{});
        CHECK(memory.holds(trainer.moments().data()));
        CHECK(memory.total - before >= trainer.training_bytes(16));

        Small copy = model, moved = std::move(model);
        CHECK(memory.holds(std::as_const(copy).weights().data()));
        CHECK(memory.holds(std::as_const(moved).weights().data()));
        Small heap{4};
        heap = copy;  // stays where it is
        CHECK_FALSE(memory.holds(std::as_const(heap).weights().data()));
        heap = std::move(copy);
        CHECK(memory.holds(std::as_const(heap).weights().data()));
        copy = moved;
        CHECK(memory.holds(std::as_const(copy).weights().data()));
    }
}

TEST_CASE("an allocator without memory") {
    Counting memory;
    memory.limit(100);
    CHECK_THROWS_AS(Small(3, memory), std::bad_alloc);
    memory.limit(std::size_t(-1));
    Small model(3, memory);
    auto trainer = model.compile(Adam{}, SparseCategoricalCrossentropy{});
    memory.limit(100);
    const Data data;
    const std::vector<float> before = model.get_weights();
    CHECK_THROWS_AS(trainer.train_on_batch(data.x, data.y), std::bad_alloc);
    CHECK(model.get_weights() == before);
    memory.limit(std::size_t(-1));
    trainer.train_on_batch(data.x, data.y);
    CHECK(model.get_weights() != before);
}

TEST_CASE("a callback that asks for more than there is memory for changes no bit") {
    Counting memory;
    const Data data;
    const FitOptions small_batches{.batch_size = 5, .verbose = 0};
    Small plain(3, memory), asked(3, memory);
    plain.compile(Adam{}, SparseCategoricalCrossentropy{}).fit(data.x, data.y, small_batches);
    auto trainer = asked.compile(Adam{}, SparseCategoricalCrossentropy{});
    const LambdaCallback asks{.on_train_batch_end = [&](Batch&) {
        memory.limit(100);
        CHECK_THROWS_AS((void)trainer.gradients(data.x, data.y), std::bad_alloc);
        memory.limit(std::size_t(-1));
    }};
    trainer.fit(data.x, data.y, small_batches, asks);
    CHECK(asked.get_weights() == plain.get_weights());
}

TEST_CASE("a memory resource of the standard library") {
    std::vector<std::byte> arena(8 << 20);
    std::pmr::monotonic_buffer_resource memory(arena.data(), arena.size(),
                                               std::pmr::null_memory_resource());
    Small model(3, memory);
    const auto* const weights = reinterpret_cast<const std::byte*>(model.weights().data());
    CHECK((weights >= arena.data() && weights < arena.data() + arena.size()));
    CHECK(results_of(model) == results_on_own_threads());
}

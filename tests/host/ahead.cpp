// SPDX-License-Identifier: MIT
#include <inlay/host/ahead.hpp>

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace inlay::INLAY_ABI;
using host::Ahead;
using host::Job;

namespace {

/// Tasks that write their number into their slot; how many have begun, and how many at a time.
struct Tasks {
    std::vector<std::size_t> slots{};
    std::atomic<std::size_t> begun = 0, released = 0, most_ahead = 0, running = 0, most_running = 0;
    std::size_t fails_from = ~std::size_t{0};

    explicit Tasks(std::size_t most) : slots(most) {}

    static void raise(std::atomic<std::size_t>& most, std::size_t now) {
        for (std::size_t old = most; old < now && !most.compare_exchange_weak(old, now);) {
        }
    }

    Job job(std::size_t count) {
        return {count, this, [](const void* context, std::size_t task, std::size_t slot) {
                    Tasks& self = *static_cast<Tasks*>(const_cast<void*>(context));
                    const std::size_t done = self.released;  // before it counts this one
                    raise(self.most_ahead, ++self.begun - done);
                    raise(self.most_running, ++self.running);
                    if (task % 3 == 0) std::this_thread::sleep_for(std::chrono::microseconds(200));
                    self.slots[slot] = task;
                    --self.running;
                    if (task >= self.fails_from) throw std::out_of_range(std::to_string(task));
                }};
    }
};

}  // namespace

TEST_CASE("results come in order, and no more tasks begin than there are slots") {
    for (const std::size_t workers : {0u, 1u, 2u, 7u})
        for (const std::size_t most : {1u, 2u, 5u}) {
            CAPTURE(workers);
            CAPTURE(most);
            Tasks tasks(most);
            Ahead ahead;
            ahead.begin(tasks.job(50), workers, most);
            for (std::size_t task = 0; task < 50; ++task) {
                const std::size_t slot = ahead.await(task);
                REQUIRE(slot < most);
                REQUIRE(tasks.slots[slot] == task);
                ++tasks.released;
                ahead.release();
            }
            ahead.end();
            CHECK(tasks.begun == 50);
            CHECK(tasks.most_ahead <= most);
            CHECK(tasks.most_running <= (workers == 0 ? 1 : workers < most ? workers : most));
        }
}

TEST_CASE("tasks run ahead of a reader who does not ask") {
    Tasks tasks(4);
    Ahead ahead;
    ahead.begin(tasks.job(50), 2, 4);
    for (int k = 0; k < 2000 && tasks.begun < 4; ++k)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    CHECK(tasks.begun == 4);
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    CHECK(tasks.begun == 4);
    ahead.end();
    CHECK(tasks.running == 0);
    CHECK(tasks.begun == 4);
}

TEST_CASE("what a task throws is thrown when it is awaited, and not before") {
    for (const std::size_t workers : {0u, 1u, 3u}) {
        Tasks tasks(4);
        tasks.fails_from = 5;
        Ahead ahead;
        ahead.begin(tasks.job(50), workers, 4);
        for (std::size_t task = 0; task < 5; ++task) {
            CHECK(tasks.slots[ahead.await(task)] == task);
            ahead.release();
        }
        std::string thrown;
        try {
            ahead.await(5);
        } catch (const std::out_of_range& error) {
            thrown = error.what();
        }
        CHECK(thrown == "5");
        ahead.end();
        CHECK(tasks.running == 0);
        tasks.fails_from = 100;
        ahead.begin(tasks.job(3), workers, 4);  // and another job begins anew
        for (std::size_t task = 0; task < 3; ++task) {
            CHECK(tasks.slots[ahead.await(task)] == task);
            ahead.release();
        }
    }
}

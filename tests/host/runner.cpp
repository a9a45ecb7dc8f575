// SPDX-License-Identifier: MIT
// Job systems of a program's, of several manners.
#include "../message_of.hpp"
#include "../threads.hpp"

#include <inlay/host/runner.hpp>
#include <inlay/train/runner.hpp>

#include <doctest/doctest.h>

#include <atomic>
#include <cstddef>
#include <deque>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;
using host::Jobs;
using host::Runner;

namespace {

/// One thread for each task, all at a time, whatever the number of workers.
struct Crowd {
    std::size_t told = 2;

    std::size_t workers() const { return told; }
    void parallel(std::size_t count, const std::function<void(std::size_t)>& task) {
        std::vector<std::thread> all;
        for (std::size_t k = 0; k < count; ++k) all.emplace_back(task, k);
        for (std::thread& one : all) one.join();
    }
};

/// From the last task to the first, in the caller.
struct Backwards {
    template <class Task>
    void parallel(std::size_t count, Task task) {
        while (count-- > 0) task(count);
    }
};

/// Forgets the last task.
struct Careless {
    template <class Task>
    void parallel(std::size_t count, const Task& task) {
        for (std::size_t k = 0; k + 1 < count; ++k) task(k);
    }
};

}  // namespace

TEST_CASE("every task runs once, and no two tasks of one worker at a time") {
    for (const std::size_t workers : {1u, 2u, 5u, 1000u}) {
        CAPTURE(workers);
        Crowd crowd{workers};
        Runner runner{Jobs(crowd)};
        CHECK(runner.workers() == (workers < 32 ? workers : 32));
        std::deque<std::atomic<int>> done(40), busy(runner.workers());
        std::atomic<int> clashes = 0;
        runner.parallel(done.size(), [&](std::size_t task, std::size_t worker) {
            if (worker >= busy.size() || ++busy[worker] != 1) ++clashes;
            std::this_thread::yield();
            ++done[task];
            --busy[worker];
        });
        CHECK(clashes == 0);
        for (const auto& times : done) CHECK(times == 1);
    }
}

TEST_CASE("runners of the core are job systems too") {
    SerialRunner serial;
    Runner runner{Jobs(serial)};
    CHECK(runner.workers() == 1);
    std::string order;
    runner.parallel(3, [&](std::size_t task, std::size_t) { order += std::to_string(task); });
    CHECK(order == "012");
}

TEST_CASE("a job system that does not tell its workers has as many as threads()") {
    const Threads scope(3);
    Backwards jobs;
    Runner runner{Jobs(jobs)};
    CHECK(runner.workers() == 3);
    CHECK(runner.suits(Jobs(jobs)));
    threads(4);
    CHECK_FALSE(runner.suits(Jobs(jobs)));
    Backwards other;
    CHECK_FALSE(Runner{Jobs(jobs)}.suits(Jobs(other)));
    CHECK_FALSE(Runner{Jobs(jobs)}.suits(Jobs()));
}

TEST_CASE("no exception goes through the job system; the lowest task's reaches the caller") {
    Crowd crowd{3};
    Runner runner{Jobs(crowd)};
    std::string thrown;
    try {
        runner.parallel(20, [](std::size_t task, std::size_t) {
            if (task >= 7) throw std::runtime_error(std::to_string(task));
        });
    } catch (const std::runtime_error& error) {
        thrown = error.what();
    }
    CHECK(thrown == "7");
}

TEST_CASE("a job system that leaves tasks out is found out") {
    Careless jobs;
    Runner runner{Jobs(jobs)};
    CHECK(message_of([&] { runner.parallel(8, [](std::size_t, std::size_t) {}); }) ==
          "the job system returned from parallel(8, task) when 7 tasks had ended: each must run "
          "once before it returns");
}

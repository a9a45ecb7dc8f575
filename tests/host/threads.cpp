// SPDX-License-Identifier: MIT
#include "../threads.hpp"

#include <inlay/host/threads.hpp>

#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <ctime>
#include <deque>
#include <map>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#if defined(__linux__)
#include <sched.h>
#endif

using namespace inlay;
using namespace inlay::INLAY_ABI;
using namespace std::chrono_literals;
using host::quota_cores;
using host::unlimited;

namespace {

using Files = std::map<std::string, std::string>;

int tightest_quota(const Files& files) {
    return host::tightest_quota([&](const std::string& path) {
        const auto file = files.find(path);
        return file == files.end() ? std::string() : file->second;
    });
}

/// What a pool throws out of tasks that throw their own number if `fails` says so; "" for nothing.
template <class Fails>
std::string thrown_by(ThreadPool& pool, std::size_t tasks, Fails&& fails) {
    try {
        pool.parallel(tasks, [&](std::size_t task, std::size_t worker) {
            if (fails(task, worker)) throw std::runtime_error(std::to_string(task));
        });
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "";
}

void require_all_done(ThreadPool& pool, std::size_t tasks) {
    std::deque<std::atomic<int>> done(tasks);
    pool.parallel(tasks, [&](auto task, auto) { ++done[task]; });
    for (const auto& times : done) REQUIRE(times == 1);
}

}  // namespace

TEST_CASE("a quota is rounded up to whole cores") {
    CHECK(quota_cores("100000 100000\n") == 1);
    CHECK(quota_cores("150000 100000\n") == 2);
    CHECK(quota_cores("200000 100000\n") == 2);
    CHECK(quota_cores("200001 100000\n") == 3);
    CHECK(quota_cores("1000 100000\n") == 1);
    CHECK(quota_cores("25000\n 50000\n") == 1);
    CHECK(quota_cores("9223372036854775807 1") == unlimited);
}

TEST_CASE("a text without two positive numbers is no quota") {
    for (const char* text :
         {"", " ", "max 100000\n", "-1\n 100000\n", "-1", "100000", "0 100000", "100000 0",
          "100000 -1", "max", "100000 max", "99999999999999999999 100000"}) {
        CAPTURE(text);
        CHECK(quota_cores(text) == unlimited);
    }
}

TEST_CASE("the tightest quota on the way up counts, in version 2 of control groups") {
    Files files{{"/proc/self/cgroup", "0::/system.slice/training.service\n"}};
    CHECK(tightest_quota(files) == unlimited);
    files["/sys/fs/cgroup/system.slice/training.service/cpu.max"] = "max 100000\n";
    CHECK(tightest_quota(files) == unlimited);
    files["/sys/fs/cgroup/system.slice/cpu.max"] = "350000 100000\n";
    CHECK(tightest_quota(files) == 4);
    files["/sys/fs/cgroup/system.slice/training.service/cpu.max"] = "600000 100000\n";
    CHECK(tightest_quota(files) == 4);
    files["/sys/fs/cgroup/cpu.max"] = "200000 100000\n";
    CHECK(tightest_quota(files) == 2);
    files["/sys/fs/cgroup/user.slice/cpu.max"] = "100000 100000\n";
    CHECK(tightest_quota(files) == 2);
    files["/proc/self/cgroup"] = "0::/\n";
    CHECK(tightest_quota(files) == 2);
}

TEST_CASE("the tightest quota on the way up counts, in version 1 of control groups") {
    Files files{{"/proc/self/cgroup",
                 "11:memory:/docker/a:b\n4:cpuacct,cpu:/docker/a:b\n3:cpuset:/\n"
                 "1:name=systemd:/docker/a:b\n0::/\n"},
                {"/sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n"},
                {"/sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n"}};
    CHECK(tightest_quota(files) == unlimited);
    files["/sys/fs/cgroup/cpu/docker/a:b/cpu.cfs_quota_us"] = "250000\n";
    CHECK(tightest_quota(files) == unlimited);
    files["/sys/fs/cgroup/cpu/docker/a:b/cpu.cfs_period_us"] = "100000\n";
    CHECK(tightest_quota(files) == 3);
    files["/sys/fs/cgroup/cpu/cpu.cfs_quota_us"] = "100000\n";
    CHECK(tightest_quota(files) == 1);
}

TEST_CASE("a list of control groups that makes no sense is no quota") {
    for (const char* list :
         {"", "\n", "0", "0:", "0::", "0:cpu", "0::a", ":::", "0:cpuset:/a", "no/cpu:/"}) {
        CAPTURE(list);
        CHECK(tightest_quota({{"/proc/self/cgroup", list}}) == unlimited);
    }
}

TEST_CASE("the default is one thread for each core") {
    CHECK(host::cores() >= 1);
    CHECK(threads() == host::cores());
    CHECK(ThreadPool().workers() == static_cast<std::size_t>(threads()));
}

TEST_CASE("the number of threads is what was set") {
    const Threads scope(5);
    CHECK(threads() == 5);
    CHECK(ThreadPool().workers() == 5);
    CHECK_THROWS_WITH_AS(threads(0), "threads(0): at least one thread is needed", Error);
    CHECK_THROWS_WITH_AS(threads(-3), "threads(-3): at least one thread is needed", Error);
    CHECK_THROWS_WITH_AS(ThreadPool(0), "ThreadPool(0): at least one worker is needed", Error);
    CHECK(threads() == 5);
}

#if defined(__linux__)
TEST_CASE("a thread that is bound to one core counts one") {
    int counted = 0;
    std::thread([&] {
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(static_cast<std::size_t>(sched_getcpu()), &one);
        if (sched_setaffinity(0, sizeof one, &one) == 0) counted = host::cores();
    }).join();
    CHECK(counted == 1);
}
#endif

TEST_CASE("every task runs once, and no two of one worker at a time") {
    for (const int workers : {1, 2, 7}) {
        ThreadPool pool(workers);
        CHECK(pool.workers() == static_cast<std::size_t>(workers));
        for (const std::size_t tasks : {0u, 1u, 2u, 7u, 8u, 100u}) {
            CAPTURE(workers);
            CAPTURE(tasks);
            std::deque<std::atomic<int>> done(tasks);
            std::array<std::atomic<bool>, 7> at_work{};
            std::atomic<int> mistakes{0};
            const auto caller = std::this_thread::get_id();
            pool.parallel(tasks, [&](std::size_t task, std::size_t worker) {
                if (task >= tasks || worker >= pool.workers()) {
                    ++mistakes;
                    return;
                }
                if ((worker == 0) != (std::this_thread::get_id() == caller)) ++mistakes;
                if (at_work[worker].exchange(true)) ++mistakes;
                ++done[task];
                std::this_thread::sleep_for(10us);
                at_work[worker] = false;
            });
            CHECK(mistakes == 0);
            for (const auto& times : done) CHECK(times == 1);
        }
    }
}

TEST_CASE("as many tasks run at a time as there are workers") {
    ThreadPool pool(4);
    for (int call = 0; call < 3; ++call) {
        std::atomic<int> arrived{0}, left{0};
        pool.parallel(4, [&](auto, auto worker) {
            ++arrived;
            while (arrived < 4) std::this_thread::yield();
            if (worker != 0) std::this_thread::sleep_for(2ms);  // the caller falls asleep
            ++left;
        });
        CHECK(left == 4);
        std::this_thread::sleep_for(2ms);  // the others fall asleep
    }
}

TEST_CASE("what tasks wrote is there when the call returns") {
    ThreadPool pool(3);
    std::vector<int> values(64);
    for (int call = 1; call <= 200; ++call) {
        pool.parallel(values.size(), [&](auto task, auto) { values[task] += call; });
        for (const int value : values) REQUIRE(value == call * (call + 1) / 2);
    }
}

TEST_CASE("the exception of the lowest task reaches the caller, and the pool goes on") {
    for (const int workers : {1, 2, 7}) {
        CAPTURE(workers);
        ThreadPool pool(workers);
        for (int repeat = 0; repeat < 20; ++repeat) {
            CHECK(thrown_by(pool, 8, [](auto, auto) { return true; }) == "0");
            CHECK(thrown_by(pool, 8, [](auto task, auto) { return task == 7; }) == "7");
            CHECK(thrown_by(pool, 100, [](auto task, auto) {
                      if (task == 3) std::this_thread::sleep_for(200us);  // the last to throw
                      return task >= 3;
                  }) == "3");
            require_all_done(pool, 100);
        }
    }
}

TEST_CASE("an exception is passed on from whichever worker it comes") {
    ThreadPool pool(2);
    for (const std::size_t thrower : {0u, 1u}) {
        std::atomic<int> arrived{0};
        const std::string thrown = thrown_by(pool, 2, [&](auto, auto worker) {
            ++arrived;
            while (arrived < 2) std::this_thread::yield();
            return worker == thrower;
        });
        CHECK(thrown != "");
        require_all_done(pool, 8);
    }
}

TEST_CASE("a task may use another pool") {
    ThreadPool outer(2);
    std::deque<ThreadPool> inner;
    for (std::size_t worker = 0; worker < outer.workers(); ++worker) inner.emplace_back(3);
    std::deque<std::atomic<int>> done(8 * 16);
    outer.parallel(8, [&](std::size_t task, std::size_t worker) {
        inner[worker].parallel(16, [&](auto part, auto) { ++done[task * 16 + part]; });
    });
    for (const auto& times : done) CHECK(times == 1);
}

TEST_CASE("a call from within a task of the same pool runs in the task's thread") {
    ThreadPool pool(2);
    std::deque<std::atomic<int>> done(8 * 16);
    std::atomic<int> strangers{0};
    pool.parallel(8, [&](auto task, auto) {
        const auto caller = std::this_thread::get_id();
        pool.parallel(16, [&](auto part, auto worker) {
            if (worker != 0 || std::this_thread::get_id() != caller) ++strangers;
            ++done[task * 16 + part];
        });
    });
    CHECK(strangers == 0);
    for (const auto& times : done) CHECK(times == 1);
}

TEST_CASE("several threads may call one pool") {
    ThreadPool pool(2);
    std::atomic<int> done{0};
    std::vector<std::thread> callers;
    for (int k = 0; k < 3; ++k)
        callers.emplace_back([&] {
            for (int call = 0; call < 200; ++call) pool.parallel(8, [&](auto, auto) { ++done; });
        });
    for (std::thread& caller : callers) caller.join();
    CHECK(done == 3 * 200 * 8);
}

TEST_CASE("a body may be const, a temporary or a function") {
    static std::atomic<int> done;
    done = 0;
    ThreadPool pool(2);
    const auto constant = [](auto, auto) { ++done; };
    pool.parallel(8, constant);
    pool.parallel(8, [](auto, auto) { ++done; });
    struct Body {
        static void run(std::size_t, std::size_t) { ++done; }
    };
    pool.parallel(8, Body::run);
    CHECK(done == 24);
}

TEST_CASE("pools come and go at any moment") {
    for (int repeat = 0; repeat < 100; ++repeat) {
        ThreadPool unused(3);
        ThreadPool pool(1 + repeat % 3);
        for (int call = 0; call < repeat % 4; ++call) require_all_done(pool, 8);
    }
}

TEST_CASE("thousands of quick calls take no time") {
    for (const int workers : {2, 7}) {
        ThreadPool pool(workers);
        std::atomic<std::size_t> done{0};
        const auto start = std::chrono::steady_clock::now();
        for (int call = 0; call < 5000; ++call) pool.parallel(8, [&](auto, auto) { ++done; });
        CHECK(done == 5000 * 8);
        CHECK(std::chrono::steady_clock::now() - start < 1s);
    }
}

TEST_CASE("an idle pool leaves the processor alone") {
    ThreadPool pool(2);
    require_all_done(pool, 8);
    std::this_thread::sleep_for(5ms);
    const std::clock_t start = std::clock();  // of all threads
    std::this_thread::sleep_for(50ms);
    CHECK(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC < 0.005);
}

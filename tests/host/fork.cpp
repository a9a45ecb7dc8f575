// SPDX-License-Identifier: MIT
// Child processes of a process that has used its threads: prefork servers, test runners.
#include "../threads.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#if defined(__has_feature)
#define INLAY_TEST_FEATURE(name) __has_feature(name)
#else
#define INLAY_TEST_FEATURE(name) 0
#endif

// ThreadSanitizer takes new threads of a child for those of its parent.
#if (defined(__unix__) || defined(__APPLE__)) && !defined(__SANITIZE_THREAD__) && \
    !INLAY_TEST_FEATURE(thread_sanitizer)
#include <sys/wait.h>
#include <unistd.h>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

using Net = Sequential<Conv2D<4, 3, 3, Same>, BatchNorm<>, ReLU, MaxPool<2>, Flatten, Dense<3>>;
using Small = Model<Net, Input<8, 8, 2>>;
constexpr std::size_t in_size = 8 * 8 * 2, examples = 300;

std::vector<float> pattern() {
    std::vector<float> x(examples * in_size);
    for (std::size_t k = 0; k < x.size(); ++k) x[k] = static_cast<float>(k * 37 % 101) / 101 - 0.5f;
    return x;
}

std::vector<float> labels() { return std::vector<float>(examples * 3, 0.25f); }

/// What a child process ends with: 0 where the action returns true, 1 where it returns false, 2
/// after an exception; -1 where it crashed or did not end.
template <class Action>
int in_child(Action&& action) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::alarm(20);
        int code = 2;
        try {
            code = action() ? 0 : 1;
        } catch (...) {
        }
        ::_exit(code);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool all_done(ThreadPool& pool) {
    std::vector<std::atomic<int>> done(64);
    pool.parallel(64, [&](std::size_t task, std::size_t) { ++done[task]; });
    return std::ranges::all_of(done, [](const auto& times) { return times == 1; });
}

/// How many workers of a pool run tasks that wait for one another.
std::size_t together(ThreadPool& pool) {
    std::atomic<std::size_t> here{0};
    pool.parallel(pool.workers(), [&](std::size_t, std::size_t) {
        ++here;
        while (here < pool.workers()) std::this_thread::yield();
    });
    return here;
}

}  // namespace

TEST_CASE("a child process starts a pool of its own") {
    for (const int workers : {1, 2, 4, 7}) {
        CAPTURE(workers);
        ThreadPool pool(workers);
        CHECK(all_done(pool));
        CHECK(in_child([&] { return all_done(pool); }) == 0);
        CHECK(in_child([&] { return together(pool) == pool.workers(); }) == 0);
        CHECK(in_child([&] {
                  return all_done(pool) && in_child([&] { return all_done(pool); }) == 0;
              }) == 0);
        CHECK(in_child([&] { return in_child([&] { return all_done(pool); }) == 0; }) == 0);
        CHECK(all_done(pool));
    }
}

TEST_CASE("a child process may destroy the pool, used or not") {
    for (const int workers : {2, 4, 7}) {
        CAPTURE(workers);
        auto pool = std::make_unique<ThreadPool>(workers);
        CHECK(all_done(*pool));
        CHECK(in_child([&] {
                  pool.reset();
                  return true;
              }) == 0);
        CHECK(in_child([&] {
                  const bool done = all_done(*pool);
                  pool.reset();
                  return done;
              }) == 0);
        CHECK(all_done(*pool));
    }
}

TEST_CASE("several threads of a child process share its pool") {
    ThreadPool pool(4);
    CHECK(all_done(pool));
    CHECK(in_child([&] {
              std::atomic<int> good{0};
              std::vector<std::thread> callers;
              for (int k = 0; k < 4; ++k) callers.emplace_back([&] { good += all_done(pool); });
              for (std::thread& caller : callers) caller.join();
              return good == 4;
          }) == 0);
}

TEST_CASE("a child process may come while other threads call the pool") {
    ThreadPool pool(4);
    std::atomic<bool> stop{false};
    std::thread caller([&] {
        while (!stop) pool.parallel(64, [](std::size_t, std::size_t) {});
    });
    for (int k = 0; k < 20; ++k) CHECK(in_child([&] { return all_done(pool); }) == 0);
    stop = true;
    caller.join();
}

TEST_CASE("a child process predicts, evaluates, trains and ends like its parent") {
    const std::vector<float> x = pattern(), y = labels();
    for (const int n : {1, 2, 4, 8}) {
        CAPTURE(n);
        const Threads count(n);
        std::optional<Small> model(7);
        auto trainer = std::make_optional(model->compile(Adam{}, MeanSquaredError{}));
        trainer->train_on_batch(x, y);
        const Tensor<float> expected = model->predict(x);
        Small after = *model;
        auto trainer_after = after.compile(SGD{}, MeanSquaredError{});
        trainer_after.train_on_batch(x, y);
        const auto predicts = [&] { return std::ranges::equal(model->predict(x), expected); };
        CHECK(in_child(predicts) == 0);
        CHECK(in_child([&] {
                  trainer_after.evaluate(x, y);
                  model->weights();  // prepared again
                  return predicts() && in_child(predicts) == 0;
              }) == 0);
        CHECK(in_child([&] {
                  Small same = *model;
                  auto again = same.compile(SGD{}, MeanSquaredError{});
                  again.train_on_batch(x, y);
                  return same.get_weights() == after.get_weights();
              }) == 0);
        CHECK(in_child([&] {
                  const std::vector<float> before = model->get_weights();
                  trainer->fit(x, y, {.epochs = 1, .validation_split = 0.25, .verbose = 0});
                  const bool trained = model->get_weights() != before;
                  trainer.reset();
                  model.reset();
                  return trained;
              }) == 0);
        CHECK(in_child([&] {
                  model.reset();
                  trainer.reset();
                  return true;
              }) == 0);
        CHECK(predicts());
    }
}

TEST_CASE("a child process may come while other threads predict") {
    const std::vector<float> x = pattern();
    const Threads count(4);
    Small model(7);
    const Tensor<float> expected = model.predict(x);
    std::atomic<bool> stop{false};
    std::thread other([&] {
        while (!stop) {
            (void)model.weights("conv2d/bias");  // so that derived weights are made anew
            (void)std::as_const(model).predict(x);
        }
    });
    for (int k = 0; k < 20; ++k)
        CHECK(in_child([&] { return std::ranges::equal(model.predict(x), expected); }) == 0);
    stop = true;
    other.join();
}

#endif

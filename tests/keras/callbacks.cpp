// SPDX-License-Identifier: MIT
// Callbacks: what ours do and say against Keras's, on epochs that nobody trained (callbacks.txt),
// and when they are called with which logs, in a training (callback_calls.txt).
#include "callbacks.hpp"

#include "../printed.hpp"
#include "follow.hpp"
#include "training.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

/// A case of callbacks.txt.
struct Scripted {
    std::string name{};
    std::vector<std::string> values{}, saved{};
    std::vector<double> rates{};
    double rate = 0;
    float weight = 0;
    std::size_t batches = 0;
    std::string printed{};
};

std::vector<Scripted> scripts() {
    std::ifstream file(INLAY_TESTS_FOLDER "/keras/callbacks.txt");
    REQUIRE(file);
    std::vector<Scripted> all;
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string key, word;
        words >> key;
        const std::string rest = line.substr(std::min(line.size(), key.size() + 1));
        if (key == "case") all.emplace_back().name = rest;
        Scripted& last = all.back();
        if (key == "rate") last.rate = std::strtod(rest.c_str(), nullptr);
        if (key == "batches") last.batches = std::strtoul(rest.c_str(), nullptr, 10);
        if (key == "weight") last.weight = std::strtof(rest.c_str(), nullptr);
        if (key == "saved") last.saved.push_back(rest);
        if (key == "printed") last.printed += rest + "\n";
        if (key == "values")
            while (words >> word) last.values.push_back(word);
        if (key == "rates")
            while (words >> word) last.rates.push_back(std::strtod(word.c_str(), nullptr));
    }
    return all;
}

/// A trainer that trains nothing: one weight and a learning rate.
struct Fake {
    float weight = 0;
    double rate = 0;
    std::vector<std::string> saved{};

    void run(const Scripted& script, const hooks::Hook& hook) {
        static constexpr Session::Calls calls{
            [](const void* of) { return static_cast<const Fake*>(of)->rate; },
            [](void* of, double other) { static_cast<Fake*>(of)->rate = other; },
            [](void* of) {
                return Session::Numbers{&static_cast<Fake*>(of)->weight, 1, sizeof(float)};
            },
            [](void*) { return Session::Numbers{}; },
            [](void*, std::string_view) { return Session::Numbers{}; }};
        LogEntry scores[]{{"loss", 1, Better::smaller},
                          {"accuracy", 0.5, Better::larger},
                          {"val_loss", 0, Better::smaller},
                          {"val_accuracy", 0, Better::larger}};
        const View<LogEntry> all(scores);
        Session session{this, &calls, all};
        Logs logs;
        rate = script.rate;
        std::vector<double> rates;
        const auto call = [&](auto* member, auto at) {
            if (member != nullptr) member(hook.callback, at);
        };
        call(hook.train_begin, Run(session, logs, 100, 1));
        for (std::size_t e = 0; e < script.values.size() && !session.stopped; ++e) {
            const int epoch = static_cast<int>(e);
            logs.fill({});
            call(hook.epoch_begin, Epoch(session, logs, epoch));
            for (std::size_t batch = 0; batch < script.batches; ++batch) {
                logs.fill(all.part(0, 2));
                call(hook.batch_end, Batch(session, logs, epoch, batch));
            }
            weight = static_cast<float>(epoch + 1);
            const bool missing = script.values[e] == "missing";
            scores[2].value = scores[3].value = std::strtod(script.values[e].c_str(), nullptr);
            logs.fill(all.part(0, missing ? 2 : 4));
            call(hook.epoch_end, Epoch(session, logs, epoch));
            rates.push_back(static_cast<double>(static_cast<float>(rate)));
        }
        call(hook.train_end, Run(session, logs, 100, 1));
        CHECK(rates == script.rates);
        CHECK(weight == script.weight);
        CHECK(saved == script.saved);
    }
};

/// The calls of callback_calls.txt, each with its logs.
struct Call {
    std::string name;
    std::vector<std::pair<std::string, double>> logs;
};

struct Recorder {
    std::vector<Call> calls{};

    void note(std::string name, const Stage& at) {
        Call call{std::move(name), {}};
        for (const LogEntry& entry : at.logs)
            call.logs.emplace_back(std::string(entry.name), entry.value);
        calls.push_back(call);
    }
    void on_train_begin(Run& run) { note("train_begin", run); }
    void on_train_end(Run& run) { note("train_end", run); }
    void on_epoch_begin(Epoch& e) { note("epoch_begin " + std::to_string(e.number), e); }
    void on_epoch_end(Epoch& e) { note("epoch_end " + std::to_string(e.number), e); }
    void on_batch_begin(Batch& b) { note("train_batch_begin " + std::to_string(b.number), b); }
    void on_train_batch_end(Batch& b) { note("train_batch_end " + std::to_string(b.number), b); }
    void on_batch_end(Batch&) { FAIL("on_train_batch_end stands in its place"); }
    void on_test_begin(Run& run) { note("test_begin", run); }
    void on_test_end(Run& run) { note("test_end", run); }
};

/// What Keras called with these options: of two recorders, one behind the other, every second line.
std::vector<Call> keras_calls(const std::string& options) {
    std::ifstream file(INLAY_TESTS_FOLDER "/keras/callback_calls.txt");
    REQUIRE(file);
    std::vector<Call> calls;
    bool here = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("options")) {
            here = line == (options.empty() ? "options" : "options " + options);
        } else if (here) {
            Call& call = calls.emplace_back();
            std::istringstream words(line);
            for (std::string word; words >> word;) {
                const std::size_t equals = word.find('=');
                if (equals == word.npos)
                    call.name += (call.name.empty() ? "" : " ") + word;
                else
                    call.logs.emplace_back(word.substr(0, equals),
                                           std::strtod(word.c_str() + equals + 1, nullptr));
            }
        }
    }
    REQUIRE(!calls.empty());
    return calls;
}

void follow(const std::string& text, FitOptions options) {
    CAPTURE(text);
    const keras::FitCase& data = keras::split_and_partial_batch;
    Model<Sequential<Dense<6, ReLU>, Dense<4, Softmax>>, Input<5>> model;
    keras::set(model, data.weights);
    auto trainer =
        model.compile(SGD{.learning_rate = 0.1f}, SparseCategoricalCrossentropy{}, Accuracy{});
    options.batch_size = 4;
    options.epochs = 3;
    options.validation_split = 0.25;
    options.shuffle = false;
    options.verbose = 0;
    Recorder before, behind;
    Printed caught(stderr);
    trainer.fit(data.input.values(), data.labels.values<int>(), options, before,
                LearningRateScheduler{[](int epoch) { return 0.1 / (epoch + 1); }}, behind);
    const std::vector<Call> wanted = keras_calls(text);
    REQUIRE(2 * before.calls.size() == wanted.size());
    REQUIRE(2 * behind.calls.size() == wanted.size());
    for (std::size_t k = 0; k < wanted.size(); ++k) {
        const Call& found = (k % 2 == 0 ? before : behind).calls[k / 2];
        CHECK(found.name == wanted[k].name);
        REQUIRE(found.logs.size() == wanted[k].logs.size());
        for (std::size_t entry = 0; entry < found.logs.size(); ++entry) {
            CHECK(found.logs[entry].first == wanted[k].logs[entry].first);
            CHECK(found.logs[entry].second ==
                  doctest::Approx(wanted[k].logs[entry].second).epsilon(2e-6));
        }
    }
    CHECK(caught.text() ==
          (text != "steps_per_epoch=4" && text != "steps_per_epoch=2"
               ? ""
               : "\ninlay: epoch " + std::string(text.ends_with("2") ? "2" : "1") +
                     " ends with the data after " + (text.ends_with("2") ? "1 of 2" : "3 of 4") +
                     " steps (steps_per_epoch)\n"));
}

}  // namespace

TEST_CASE("callbacks do and say what Keras's do and say") {
    const std::vector<Scripted> all = scripts();
    std::size_t number = 0;
    keras::for_each_callback([&](auto callback) {
        REQUIRE(number < all.size());
        const Scripted& script = all[number++];
        CAPTURE(script.name);
        CAPTURE(number);
        Fake fake;
        if constexpr (requires { callback.save_to; }) {
            callback.trainer = &fake;
            callback.save_to = [](void* to, const std::string& path, bool) {
                static_cast<Fake*>(to)->saved.push_back(path);
            };
        }
        std::string printed;
        {
            Printed caught(stdout);
            fake.run(script, hooks::hook_of(callback));
            printed = caught.text();
        }
        CHECK(printed == script.printed);
    });
    CHECK(number == all.size());
}

TEST_CASE("callbacks are called in Keras's order with Keras's logs") {
    follow("", {});
    follow("initial_epoch=1", {.initial_epoch = 1});
    follow("validation_freq=2", {.validation_freq = 2});
    follow("steps_per_epoch=2", {.steps_per_epoch = 2});
    follow("steps_per_epoch=4", {.steps_per_epoch = 4});
    follow("validation_steps=1 validation_batch_size=2",
           {.validation_steps = 1, .validation_batch_size = 2});
}

// SPDX-License-Identifier: MIT
// Callbacks in training: what they can see and do, and mistakes. What each does is compared with
// Keras's in keras/callbacks.cpp.
#include "../bits.hpp"
#include "../message_of.hpp"
#include "../printed.hpp"
#include "../temporary_folder.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

using namespace inlay;

namespace {

using Net =
    Model<Sequential<Dense<5, Tanh>, BatchNorm<>, Dropout<0.25>, Dense<3, Softmax>>, Input<4>>;

struct Data {
    std::vector<float> x;
    std::vector<int> y;

    explicit Data(std::size_t count) : x(count * 4), y(count) {
        for (std::size_t k = 0; k < x.size(); ++k) x[k] = static_cast<float>(k * 31 % 17) / 17;
        for (std::size_t n = 0; n < count; ++n) y[n] = static_cast<int>(n * n % 3);
    }
};

auto compiled(Net& model) {
    return model.compile(Adam{.learning_rate = 0.01}, SparseCategoricalCrossentropy{}, Accuracy{});
}

FitOptions silent(int epochs = 3) { return {.batch_size = 7, .epochs = epochs, .verbose = 0}; }

/// Stops in an epoch, or behind a batch of it.
struct Stopper {
    int epoch = 0, batch = -1;
    std::vector<int> seen{};

    void on_epoch_begin(Epoch& e) { seen.push_back(e.number); }
    void on_batch_end(Batch& b) {
        if (b.epoch == epoch && static_cast<int>(b.number) == batch) b.stop_training();
        if (b.epoch == epoch && batch >= 0) CHECK(static_cast<int>(b.number) <= batch);
    }
    void on_epoch_end(Epoch& e) {
        CHECK(e.logs.contains("val_loss"));
        if (e.number == epoch) e.stop_training();
    }
};

std::string content(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return (std::stringstream() << file.rdbuf()).str();
}

/// An optimizer without a learning rate.
struct Still {
    static constexpr std::string_view name = "still";
    static constexpr int moments = 0;
    template <class Scalar>
    void update(const Stretch<Scalar>&, std::uint64_t) const {}
};

/// A metric that does not say which way is better.
struct Worst {
    static constexpr std::string_view name = "worst";
    template <bool, class Scalar>
    static Scalar row(const Scalar*, const Target<Scalar>&, std::size_t) {
        return 0;
    }
};

}  // namespace

TEST_CASE("callbacks change no bit") {
    struct Idle {
        int calls = 0;
        void on_batch_begin(Batch& batch) { calls += batch.logs.empty() ? 1 : 100; }
        void on_batch_end(Batch& batch) { calls += std::isfinite(batch.logs["loss"]) ? 1 : 100; }
    } idle;
    const Data data(40);
    Net one{1}, other{1};
    const History plain = compiled(one).fit(data.x, data.y, silent());
    const History called = compiled(other).fit(data.x, data.y, silent(), idle);
    CHECK(one.get_weights() == other.get_weights());
    CHECK(plain["loss"] == called["loss"]);
    CHECK(idle.calls == 2 * 3 * 6);
}

TEST_CASE("a callback that asks the trainer for gradients of fewer examples changes no bit") {
    const Data data(40), single(1);
    Net one{1}, other{1};
    auto plain = compiled(one), asked = compiled(other);
    const LambdaCallback gradients{
        .on_train_batch_end = [&](Batch&) { (void)asked.gradients(single.x, single.y); }};
    const LambdaCallback input_gradient{
        .on_train_batch_end = [&](Batch&) { (void)asked.input_gradient(single.x, single.y); }};
    for (const LambdaCallback& asks : {gradients, input_gradient}) {
        plain.fit(data.x, data.y, silent());
        asked.fit(data.x, data.y, silent(), asks);
        CHECK(one.get_weights() == other.get_weights());
    }
}

TEST_CASE("a training stops behind the batch or the epoch that says so") {
    const Data data(40);
    for (const int batch : {-1, 0, 3}) {
        Net model{2};
        auto trainer = compiled(model);
        Stopper stop{.epoch = 2, .batch = batch};
        FitOptions options = silent(9);
        options.validation_split = 0.25;
        const History history = trainer.fit(data.x, data.y, options, stop);
        CHECK(stop.seen == std::vector<int>{0, 1, 2});
        CHECK(history["val_loss"].size() == 3);
        CHECK(trainer.progress().step ==
              (batch < 0 ? 3u : 2u) * 5 + static_cast<std::size_t>(batch + 1));
        CHECK(trainer.progress().epoch == 3);
    }
    struct Never {
        void on_train_begin(Run& run) { run.stop_training(); }
    } never;
    Net model{2};
    auto trainer = compiled(model);
    trainer.fit(data.x, data.y, silent(), never);
    CHECK(trainer.progress().step == 1);  // as in Keras
}

TEST_CASE("callbacks read and write weights, the learning rate and the logs") {
    struct Editor {
        void on_train_begin(Run& run) {
            CHECK(run.epochs == 2);
            CHECK(run.steps == 6);
            CHECK(run.learning_rate() == 0.01);
            CHECK(message_of([&] { (void)run.logs["loss"]; }) ==
                  "the logs hold no 'loss'; they are empty here");
            CHECK(message_of([&] { (void)run.weights<double>(); }) ==
                  "the weights of this model are numbers of 4 bytes, not of 8: weights()");
            run.set_learning_rate(0);
        }
        void on_epoch_end(Epoch& epoch) {
            CHECK(message_of([&] { (void)epoch.logs["acc"]; }) ==
                  "the logs hold no 'acc' but accuracy, loss");
            std::ranges::fill(epoch.weights(), 0.5f);
            std::ranges::fill(epoch.weights("dense_1/bias"), static_cast<float>(epoch.number));
            std::ranges::fill(epoch.state(), 2.0f);
            epoch.logs.set("mine", epoch.number + 0.25);
            epoch.logs.set("loss", 7);
        }
        void on_train_end(Run& run) {
            CHECK_FALSE(run.logs.contains("mine"));  // as in Keras
            CHECK(run.logs.contains("accuracy"));
        }
    };
    const Data data(40);
    Net model{3};
    auto trainer = compiled(model);
    const History history = trainer.fit(data.x, data.y, silent(2), Editor{});
    CHECK(history["mine"] == std::vector<float>{0.25f, 1.25f});
    CHECK(history["loss"] == std::vector<float>{7, 7});
    CHECK(trainer.optimizer().learning_rate == 0.0);
    CHECK(std::ranges::count(model.weights("dense_1/bias"), 1.0f) == 3);
    CHECK(std::ranges::count(model.weights("dense/kernel"), 0.5f) == 20);
    CHECK(std::ranges::count(model.state(), 2.0f) == 10);
    // What was written is seen: nothing that was prepared from the weights before is left.
    std::vector<float> out(3);
    REQUIRE(model.forward(std::vector<float>(4, 0.5f), out));
    CHECK(out[0] == doctest::Approx(1.0 / 3));
}

TEST_CASE("weights of a model in double are doubles") {
    struct Reader {
        void on_train_end(Run& run) {
            CHECK(run.weights<double>().size() == 3);
            CHECK(message_of([&] { (void)run.weights(); }) ==
                  "the weights of this model are numbers of 8 bytes, not of 4: weights<double>()");
        }
    };
    Model<Sequential<Dense<1>>, Input<2>, double> model;
    model.compile(SGD{}, MeanSquaredError{})
        .fit(std::vector<double>(6), std::vector<double>(3), {.verbose = 0}, Reader{});
}

TEST_CASE("what a callback throws reaches the caller behind the steps before") {
    struct Thrower {
        void on_batch_end(Batch& batch) {
            if (batch.epoch == 1 && batch.number == 2) throw std::out_of_range("enough");
        }
        void on_train_end(Run&) { FAIL("the training has not ended"); }
    };
    const Data data(40);
    Net model{4};
    auto trainer = compiled(model);
    CHECK_THROWS_AS(trainer.fit(data.x, data.y, silent(), Thrower{}), std::out_of_range);
    CHECK(trainer.progress().step == 6 + 3);
    trainer.fit(data.x, data.y, silent(1));
}

TEST_CASE("an optimizer without a learning rate says so") {
    const Data data(9);
    Net model{5};
    auto trainer = model.compile(Still{}, SparseCategoricalCrossentropy{});
    CHECK(message_of([&] {
              trainer.fit(data.x, data.y, silent(), LearningRateScheduler{[](int) { return 1.0; }});
          }) == "the optimizer has no learning_rate");
}

TEST_CASE("a schedule sees epoch and rate, and is heard") {
    const Data data(9);
    Net model{6};
    auto trainer = compiled(model);
    Printed printed(stdout);
    const auto history =
        trainer.fit(data.x, data.y, silent(3),
                    LearningRateScheduler{
                        [](int epoch, double rate) { return epoch == 0 ? 0.5 : rate / 2; }, 1});
    CHECK(history["learning_rate"] == std::vector<float>{0.5f, 0.25f, 0.125f});
    CHECK(trainer.optimizer().learning_rate == 0.125);
    CHECK(printed.text() ==
          "\nEpoch 1: LearningRateScheduler setting learning rate to 0.5.\n"
          "\nEpoch 2: LearningRateScheduler setting learning rate to 0.25.\n"
          "\nEpoch 3: LearningRateScheduler setting learning rate to 0.125.\n");
}

TEST_CASE("EarlyStopping restores the best weights, state with them, also where epochs run out") {
    const Data data(40);
    for (const int patience : {1, 100}) {
        Net model{7};
        auto trainer = compiled(model);
        trainer.optimizer().learning_rate = 0.3;
        struct Keeper {
            std::vector<std::vector<float>> weights{}, state{};
            void on_epoch_end(Epoch& epoch) {
                weights.emplace_back(epoch.weights().begin(), epoch.weights().end());
                state.emplace_back(epoch.state().begin(), epoch.state().end());
            }
        } keep;
        EarlyStopping stop{.patience = patience, .restore_best_weights = true};
        FitOptions options = silent(12);
        options.validation_split = 0.3;
        const auto losses = trainer.fit(data.x, data.y, options, keep, stop)["val_loss"];
        CHECK((stop.stopped_epoch == 0) == (patience == 100));
        const auto best =
            static_cast<std::size_t>(std::ranges::min_element(losses) - losses.begin());
        REQUIRE(best + 1 < losses.size());
        CHECK(stop.best_epoch == static_cast<int>(best));
        CHECK(stop.best.value == static_cast<double>(losses[best]));
        CHECK(std::ranges::equal(model.weights(), keep.weights[best]));
        CHECK(std::ranges::equal(model.state(), keep.state[best]));
        // A pass after it, folded normalizations and all, is that of the restored weights.
        Net other{8};
        std::vector<float> all = keep.weights[best];
        all.insert(all.end(), keep.state[best].begin(), keep.state[best].end());
        other.set_weights(all);
        CHECK(std::ranges::equal(model.predict(data.x), other.predict(data.x)));
    }
}

TEST_CASE("what is to be monitored must be known, and its absence is said once") {
    const Data data(9);
    Net model{9};
    auto trainer = compiled(model);
    const auto said = [&](auto callback) {
        return message_of([&] { trainer.fit(data.x, data.y, silent(), callback); });
    };
    CHECK(said(EarlyStopping{.mode = "maximum"}) ==
          "EarlyStopping: mode is 'maximum' but needs to be auto, min or max");
    CHECK(
        said(ReduceLROnPlateau{.monitor = "val_acc"}) ==
        "ReduceLROnPlateau: it is not known whether a smaller or a larger val_acc is better, which "
        "is none of accuracy, loss: mode needs to be min or max");
    CHECK(said(ReduceLROnPlateau{.factor = 1}) ==
          "ReduceLROnPlateau: factor is 1 but needs to be below 1");
    CHECK(said(EarlyStopping{.patience = -1}) ==
          "EarlyStopping: patience is -1 but needs to be 0 at least");
    CHECK(trainer.progress().step == 0);

    auto other = model.compile(SGD{}, SparseCategoricalCrossentropy{}, Worst{});
    CHECK(
        message_of(
            [&] { other.fit(data.x, data.y, silent(), EarlyStopping{.monitor = "worst"}); }) ==
        "EarlyStopping: it is not known whether a smaller or a larger worst is better: mode needs "
        "to be min or max");

    Printed warned(stderr);
    FitOptions options = silent(4);
    trainer.fit(data.x, data.y, options, EarlyStopping{});
    CHECK(trainer.progress().step == 4 * 2);
    CHECK(warned.text() ==
          "inlay: EarlyStopping: there is no val_loss to monitor, only accuracy, loss; training is "
          "not ended early\n");
    options.validation_split = 0.4;
    options.validation_freq = 3;  // a loss that comes later is no mistake
    trainer.fit(data.x, data.y, options, EarlyStopping{});
    CHECK(warned.text().ends_with("early\n"));
    CHECK(warned.text().find("inlay") == warned.text().rfind("inlay"));
}

TEST_CASE("ModelCheckpoint writes files that load, into folders that it makes") {
    const TemporaryFolder folder;
    const Data data(40);
    Net model{10};
    auto trainer = compiled(model);
    FitOptions options = silent(3);
    options.validation_split = 0.3;
    const History history =
        trainer.fit(data.x, data.y, options,
                    ModelCheckpoint{.path = folder / "a/b/{epoch:02d}-{val_loss:.3f}.safetensors"},
                    ModelCheckpoint{.path = folder / "best.safetensors",
                                    .save_best_only = true,
                                    .save_weights_only = true});
    const std::vector<float> losses = history["val_loss"];
    for (std::size_t epoch = 0; epoch < 3; ++epoch) {
        char name[64];
        std::snprintf(name, sizeof name, "a/b/%02zu-%.3f.safetensors", epoch + 1,
                      static_cast<double>(losses[epoch]));
        CAPTURE(name);
        REQUIRE(std::filesystem::exists(folder / name));
        Net loaded{11};
        load(loaded, folder / name);
        if (epoch == 2) CHECK(loaded.get_weights() == model.get_weights());
        // It is a checkpoint: training goes on from it as if it had never stopped.
        auto resumed = compiled(loaded);
        load(resumed, folder / name);
        CHECK(resumed.progress().epoch == epoch + 1);
        FitOptions rest = options;
        rest.epochs = 2 - epoch;
        resumed.fit(data.x, data.y, rest);
        CHECK(loaded.get_weights() == model.get_weights());
    }
    Net best{12};
    load(best, folder / "best.safetensors");
    auto weights_only = compiled(best);
    CHECK(message_of([&] { load(weights_only, folder / "best.safetensors"); }) != "no error");
    CHECK(std::ranges::distance(std::filesystem::directory_iterator(folder / "a/b")) == 3);
}

TEST_CASE("ModelCheckpoint says of what is no number that it is nan, which any number beats") {
    struct Spoiler {
        void on_epoch_end(Epoch& epoch) {
            epoch.logs.set("loss", epoch.number < 2 ? -std::nan("") : 7.0);
        }
    };
    const TemporaryFolder folder;
    const std::string path = folder / "best.safetensors";
    const Data data(9);
    Net model{18};
    auto trainer = compiled(model);
    Printed printed(stdout);
    trainer.fit(
        data.x, data.y, silent(3), Spoiler{},
        ModelCheckpoint{.path = path, .monitor = "loss", .verbose = 1, .save_best_only = true});
    CHECK(printed.text() == "\nEpoch 1: loss improved from None to nan, saving model to " + path +
                                "\n\nEpoch 1: finished saving model to " + path +
                                "\n\nEpoch 2: loss did not improve from nan\n"
                                "\nEpoch 3: loss improved from nan to 7.00000, saving model to " +
                                path + "\n\nEpoch 3: finished saving model to " + path + "\n");
}

TEST_CASE("a training that was interrupted goes on from its backup with the same bits") {
    const TemporaryFolder folder;
    const std::string path = folder / "deep/backup";
    const Data data(40);
    struct Crash {
        int epoch, batch;
        void on_batch_end(Batch& b) {
            if (b.epoch == epoch && static_cast<int>(b.number) == batch)
                throw std::runtime_error("power cut");
        }
    };
    Net whole{17};
    auto all = compiled(whole);
    all.fit(data.x, data.y, silent(1));
    all.fit(data.x, data.y, silent(5));
    std::vector<int> epochs;
    for (const int crash : {0, 2, 3, 99}) {
        Net model{17};  // the program begins anew
        auto trainer = compiled(model);
        trainer.fit(data.x, data.y, silent(1));
        struct Seen {
            std::vector<int>& epochs;
            void on_epoch_end(Epoch& epoch) { epochs.push_back(epoch.number); }
        };
        const auto fit = [&] {
            trainer.fit(data.x, data.y, silent(5), BackupAndRestore{path}, Crash{crash, 3},
                        Seen{epochs});
        };
        if (crash == 99)
            fit();
        else
            CHECK_THROWS_AS(fit(), std::runtime_error);
        CHECK(std::filesystem::exists(path) == (crash != 0 && crash != 99));
        if (crash == 99) CHECK(model.get_weights() == whole.get_weights());
    }
    CHECK(epochs == std::vector<int>{0, 1, 2, 3, 4});
    CHECK(message_of([&] { all.fit(data.x, data.y, silent(), BackupAndRestore{}); }) ==
          "BackupAndRestore: backup_dir is empty");
    CHECK(message_of([&] { all.fit(data.x, data.y, silent(), BackupAndRestore{path, "batch"}); }) ==
          "BackupAndRestore: save_freq needs to be \"epoch\" or a number of batches, 1 at least");
    all.fit(data.x, data.y, silent(1),
            BackupAndRestore{.backup_dir = path, .save_freq = 4, .delete_checkpoint = false});
    CHECK(std::filesystem::exists(path + "/latest.safetensors"));
}

TEST_CASE("a path that cannot be is an error") {
    const TemporaryFolder folder;
    const Data data(9);
    Net model{13};
    auto trainer = compiled(model);
    const auto said = [&](const std::string& path) {
        return message_of(
            [&] { trainer.fit(data.x, data.y, silent(), ModelCheckpoint{.path = path}); });
    };
    CHECK(said("") == "ModelCheckpoint: path is empty");
    CHECK(said("{val_loss}.x") ==
          "ModelCheckpoint: the path '{val_loss}.x' names {val_loss}, but "
          "there is only epoch, accuracy, loss");
    CHECK(said("{loss:02d}") ==
          "ModelCheckpoint: the path '{loss:02d}' asks for {loss:02d}, but "
          "loss is no whole number");
    CHECK(said("{loss:>9}") ==
          "ModelCheckpoint: the path '{loss:>9}' asks for {loss:>9}, but a format is "
          "[0][width][.precision] and d, f, e, g or %");
    CHECK(said("a{loss") ==
          "ModelCheckpoint: the path 'a{loss' has a lone {, which is written "
          "twice where it is meant");
    const std::string taken = folder / "file";
    std::ofstream(taken) << "x";
    CHECK(said(taken + "/x.safetensors").starts_with(taken + "/x.safetensors: cannot "));
    CHECK(content(taken) == "x");
}

TEST_CASE("CSVLogger writes what Keras's writes") {
    const TemporaryFolder folder;
    const std::string path = folder / "log.csv";
    struct Plain {
        void on_epoch_end(Epoch& epoch) {
            epoch.logs.set("accuracy", 0.1);
            epoch.logs.set("loss", epoch.number == 0 ? 1e-5 : std::nan(""));
        }
    };
    const Data data(9);
    Net model{14};
    auto trainer = compiled(model);
    trainer.fit(data.x, data.y, silent(2), Plain{}, CSVLogger{path});
    CHECK(content(path) ==
          "epoch,accuracy,loss,val_accuracy,val_loss\r\n0,0.1,1e-05,NA,NA\r\n1,0.1,nan,NA,NA\r\n");
    trainer.fit(data.x, data.y, silent(1), Plain{}, LearningRateScheduler{[](int) { return 0.5f; }},
                CSVLogger{.filename = path, .separator = ";", .append = true});
    CHECK(content(path).ends_with("\r\n1,0.1,nan,NA,NA\r\n0;0.1;0.5;1e-05;NA;NA;NA\r\n"));
    CHECK(message_of([&] {
              trainer.fit(data.x, data.y, silent(), CSVLogger{folder / "none/log.csv"});
          }).starts_with("CSVLogger: cannot write "));
}

TEST_CASE("TerminateOnNaN ends a training that has gone astray") {
    Data data(21);
    data.x[8 * 4] = std::numeric_limits<float>::quiet_NaN();
    Net model{15};
    auto trainer = compiled(model);
    FitOptions options = silent();
    options.shuffle = false;
    Printed printed(stdout), warned(stderr);
    CHECK(trainer.fit(data.x, data.y, options, TerminateOnNaN{})["loss"].size() == 1);
    CHECK(trainer.progress().step == 2);
    CHECK(printed.text() == "Batch 1: Invalid loss, terminating training\n");
    CHECK(message_of([&] {
              trainer.fit(data.x, data.y, options, TerminateOnNaN{.raise_error = true});
          }) == "TerminateOnNaN: the loss is nan after batch 0 of epoch 1");
}

TEST_CASE("functions are callbacks, and own what they call") {
    std::string seen;
    std::vector<LambdaCallback> callbacks;
    {
        const std::string mark = "a mark that is too long to lie within the object itself";
        callbacks.push_back(
            {.on_epoch_end = [&seen, mark](Epoch&) { seen += mark[0]; },
             .on_train_begin = [&seen](auto&) { seen += "("; },
             .on_train_end = [&seen](Run&) { seen += ")"; },
             .on_train_batch_end = [&seen](Batch& b) { seen += std::to_string(b.number); }});
    }
    const Data data(9);
    Net model{16};
    const LambdaCallback copy = callbacks[0];
    callbacks.clear();
    compiled(model).fit(data.x, data.y, silent(2), copy);
    CHECK(seen == "(01a01a)");
}

TEST_CASE("numbers and patterns are Python's") {
    using INLAY_ABI::python_number;
    const auto is = [](double value, const char* text) { CHECK(python_number(value) == text); };
    is(0, "0.0"), is(-0.0, "-0.0"), is(1, "1.0"), is(-12.5, "-12.5"), is(0.1, "0.1");
    is(1.2345678901234568e17, "1.2345678901234568e+17"), is(1e16, "1e+16");
    is(1234567890123456, "1234567890123456.0"), is(9999999999999998, "9999999999999998.0");
    is(1e-4, "0.0001"), is(0.00012345, "0.00012345"), is(1e-5, "1e-05"), is(-1.5e-300, "-1.5e-300");
    is(1e100, "1e+100"), is(100, "100.0"), is(1234.5, "1234.5");
    is(std::numeric_limits<double>::infinity(), "inf"), is(std::nan(""), "nan");
    is(-std::numeric_limits<double>::infinity(), "-inf"), is(5e-324, "5e-324");
}

// SPDX-License-Identifier: MIT
// Against what Keras prints: tests/keras/summary_*.txt.
#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>

#if __has_include(<unistd.h>) && !defined(_WIN32)
#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

/// The table on a screen of so many columns.
std::string text_on(const SummaryTable& table, std::size_t columns) {
    return summary_text(table, summary_width(table.branches, columns));
}

std::string keras_text(const std::string& name, std::size_t columns) {
    const std::string number = std::to_string(columns);
    std::ifstream file(INLAY_TESTS_FOLDER "/keras/summary_" + name + "_" + number + ".txt",
                       std::ios::binary);
    REQUIRE(file);
    return (std::stringstream() << file.rdbuf()).str();
}

SummaryTable mission() {
    static const SummaryRow rows[]{{"conv2d", "Conv2D", {24, 24, 32}, {}, 832},
                                   {"max_pooling2d", "MaxPooling2D", {12, 12, 32}},
                                   {"flatten", "Flatten", Shape{4608}},
                                   {"dense", "Dense", Shape{10}, {}, 46090}};
    SummaryTable table{.rows = rows};
    table.trainable = 46922;
    table.multiply_adds = 506880;
    return table;
}

SummaryTable mnist_convnet() {
    static const SummaryRow rows[]{{"conv2d", "Conv2D", {26, 26, 32}, {}, 320},
                                   {"max_pooling2d", "MaxPooling2D", {13, 13, 32}},
                                   {"conv2d_1", "Conv2D", {11, 11, 64}, {}, 18496},
                                   {"max_pooling2d_1", "MaxPooling2D", {5, 5, 64}},
                                   {"flatten", "Flatten", Shape{1600}},
                                   {"dropout", "Dropout", Shape{1600}},
                                   {"dense", "Dense", Shape{10}, {}, 16010}};
    SummaryTable table{.rows = rows};
    table.trainable = 34826;
    return table;
}

SummaryTable branched() {
    static const SummaryRow rows[]{
        {"input_layer", "InputLayer", {8, 8, 3}},
        {"conv2d", "Conv2D", {8, 8, 4}, {}, 112, "input_layer[0][0]"},
        {"batch_normalization", "BatchNormalization", {8, 8, 4}, {}, 16, "conv2d[0][0]"},
        {"re_lu", "ReLU", {8, 8, 4}, {}, 0, "batch_normalization[0][0]"},
        {"conv2d_1", "Conv2D", {8, 8, 4}, {}, 148, "re_lu[0][0]"},
        {"batch_normalization_1", "BatchNormalization", {8, 8, 4}, {}, 16, "conv2d_1[0][0]"},
        {"identity", "Identity", {8, 8, 4}, {}, 0, "re_lu[0][0]"},
        {"add", "Add", {8, 8, 4}, {}, 0, "batch_normalization_1[0][0], identity[0][0]"},
        {"activation", "Activation", {8, 8, 4}, {}, 0, "add[0][0]"},
        {"conv2d_2", "Conv2D", {8, 8, 3}, {}, 15, "activation[0][0]"},
        {"conv2d_3", "Conv2D", {8, 8, 5}, {}, 185, "activation[0][0]"},
        {"concatenate", "Concatenate", {8, 8, 8}, {}, 0, "conv2d_2[0][0], conv2d_3[0][0]"},
        {"global_average_pooling2d",
         "GlobalAveragePooling2D",
         Shape{8},
         {},
         0,
         "concatenate[0][0]"},
        {"dense", "Dense", Shape{10}, {}, 90, "global_average_pooling2d[0][0]"}};
    SummaryTable table{.model_name = "functional", .rows = rows, .branches = true};
    table.trainable = 566;
    table.non_trainable = 16;
    return table;
}

/// The lines below the table.
std::string counts(const SummaryTable& table) {
    const std::string text = text_on(table, 112);
    return text.substr(text.find(" Total params"));
}

}  // namespace

TEST_CASE("Keras's table, and the multiply-adds below it") {
    for (const std::size_t columns : {80u, 100u}) {
        CHECK(text_on(mission(), columns) ==
              keras_text("mission", columns) + " Multiply-adds: 506,880 per example\n");
        CHECK(text_on(mnist_convnet(), columns) ==
              keras_text("mnist_convnet", columns) + " Multiply-adds: 0 per example\n");
    }
}

TEST_CASE("a table with branches, whose narrow cells break or end in an ellipsis") {
    for (const std::size_t columns : {80u, 100u, 120u})
        CHECK(text_on(branched(), columns) ==
              keras_text("branched", columns) + " Multiply-adds: 0 per example\n");
}

TEST_CASE("as wide as Keras's unless it is said how wide the screen is") {
    CHECK(text_on(mission(), 112) == text_on(mission(), 92));
    CHECK(text_on(mission(), 112) != text_on(mission(), 91));
    CHECK(text_on(branched(), 112) == text_on(branched(), 500));
    CHECK(text_on(branched(), 112) != text_on(branched(), 111));
}

TEST_CASE("a narrow screen, where headers break too") {
    static const SummaryRow rows[]{{"dense", "Dense", Shape{12345}, {}, 1234567},
                                   {"flatten", "Flatten", {16, 5, 300}}};
    const SummaryTable table{.rows = rows};
    const std::string text = text_on(table, 44);
    CHECK(
        text.starts_with("Model: \"sequential\"\n"
                         "┏━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━┳━━━━━━━┓\n"
                         "┃                 ┃ Output     ┃ Param ┃\n"
                         "┃ Layer (type)    ┃ Shape      ┃     # ┃\n"
                         "┡━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━╇━━━━━━━┩\n"
                         "│ dense (Dense)   │ (None,     │ 1,23… │\n"
                         "│                 │ 12345)     │       │\n"
                         "├─────────────────┼────────────┼───────┤\n"
                         "│ flatten         │ (None, 16, │     0 │\n"
                         "│ (Flatten)       │ 5, 300)    │       │\n"
                         "└─────────────────┴────────────┴───────┘\n"));
    for (const std::size_t columns : {0u, 1u, 43u}) CHECK(text_on(table, columns) == text);
}

TEST_CASE("an optimizer counts, and its step has 8 bytes") {
    SummaryTable adam = mission();
    adam.optimizer = 2 * 46922 + 2;
    CHECK(text_on(adam, 100) ==
          keras_text("mission_adam", 100) + " Multiply-adds: 506,880 per example\n");
    SummaryTable sgd{.optimizer = 2};
    CHECK(counts(sgd).starts_with(" Total params: 2 (12.00 B)\n"));
    sgd.bytes_per_number = 8;
    CHECK(counts(sgd).starts_with(" Total params: 2 (16.00 B)\n"));
}

TEST_CASE("memory, as far as it is known") {
    SummaryTable table = mission();
    CHECK(counts(table).ends_with(" per example\n"));
    table.inference_bytes = 90 * 1024;
    CHECK(counts(table).ends_with(" per example\n Memory: 90.00 KB for inference\n"));
    table.training_bytes = 2065695;
    table.batch_size = 100;
    CHECK(counts(table).ends_with(
        "\n Memory: 90.00 KB for inference, 1.97 MB for training with batches of 100\n"));
    table.inference_bytes = 0;
    CHECK(counts(table).ends_with("\n Memory: 1.97 MB for training with batches of 100\n"));
}

TEST_CASE("sizes from bytes to petabytes, rounded to even") {
    const auto size = [](std::size_t bytes) {
        SummaryTable table;
        table.inference_bytes = bytes;
        const std::string text = counts(table);
        const std::size_t begin = text.find(" Memory: ") + 9;
        return text.substr(begin, text.find(" for") - begin);
    };
    CHECK(size(1) == "1.00 B");
    CHECK(size(1023) == "1023.00 B");
    CHECK(size(1024) == "1.00 KB");
    CHECK(size(1024 + 128 + 1) == "1.13 KB");
    CHECK(size(1024 + 128) == "1.12 KB");  // 1.125
    CHECK(size(1024 * 1024 - 1) == "1024.00 KB");
    CHECK(size(std::size_t{5} << 40) == "5.00 TB");
    CHECK(size(std::size_t{1} << 63) == "8192.00 PB");
}

TEST_CASE("numbers in groups of three") {
    for (const auto& [number, text] : {std::pair<std::uint64_t, const char*>{7, "7"},
                                       {999, "999"},
                                       {1000, "1,000"},
                                       {123456, "123,456"},
                                       {3482000000, "3,482,000,000"}}) {
        SummaryTable table{.multiply_adds = number};
        CHECK(counts(table).ends_with("\n Multiply-adds: " + std::string(text) + " per example\n"));
    }
}

#if __has_include(<unistd.h>) && !defined(_WIN32)
TEST_CASE("a summary is as wide as the terminal, as $COLUMNS or as line_length says") {
    Model<Sequential<Flatten, Dense<10>>, Input<5, 5, 1>> model;
    const auto width_of = [](const std::string& text) {
        const std::size_t first = text.find('\n') + 1;
        return (text.find('\n', first) - first) / std::string_view("━").size();
    };
    ::unsetenv("COLUMNS");
    CHECK(width_of(model.summary({.line_length = 60})) == 60);
    CHECK(width_of(model.summary({.line_length = 100})) == 100);
    CHECK(width_of(model.summary({.line_length = 1})) == 40);
    const std::size_t full = host::is_terminal() ? 0 : width_of(model.summary());
    if (full != 0) CHECK(full == 88);
    ::setenv("COLUMNS", "70", 1);
    CHECK(width_of(model.summary()) == 66);
    ::setenv("COLUMNS", "many", 1);
    if (full != 0) CHECK(width_of(model.summary()) == full);
    ::unsetenv("COLUMNS");

    // A terminal of 64 columns, in a process of its own whose standard output it is.
    const int leader = ::posix_openpt(O_RDWR | O_NOCTTY);
    REQUIRE(leader >= 0);
    REQUIRE((::grantpt(leader) == 0 && ::unlockpt(leader) == 0));
    const int follower = ::open(::ptsname(leader), O_RDWR | O_NOCTTY);
    REQUIRE(follower >= 0);
    const struct ::winsize size{24, 64, 0, 0};
    REQUIRE(::ioctl(leader, TIOCSWINSZ, &size) == 0);
    const ::pid_t child = ::fork();
    if (child == 0) {
        ::dup2(follower, STDOUT_FILENO);
        ::_exit(static_cast<int>(width_of(model.summary())));
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WEXITSTATUS(status) == 60);
    ::close(follower);
    ::close(leader);
}
#endif

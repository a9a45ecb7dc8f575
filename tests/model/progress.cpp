// SPDX-License-Identifier: MIT
// Against what Keras writes: tests/keras/progress_*.txt.
#include <inlay/model/progress.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <locale>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

/// Keeps what is written.
struct Written {
    std::string text{};

    operator host::Output() {
        return {[](void* to, std::string_view some) { *static_cast<std::string*>(to) += some; },
                &text};
    }
};

double now = 0, tick = 0;

/// A clock that each reading moves on by one tick.
double test_clock() { return now += tick; }

void set_clock(double seconds, double seconds_a_reading = 0) {
    now = seconds;
    tick = seconds_a_reading;
}

std::string keras_text(const std::string& name) {
    std::ifstream file(INLAY_TESTS_FOLDER "/keras/progress_" + name + ".txt", std::ios::binary);
    REQUIRE(file);
    return (std::stringstream() << file.rdbuf()).str();
}

/// The metrics that a text shows, one drawing after another, each in reverse.
class Shown {
public:
    explicit Shown(std::string_view text) : rest_(text) {}

    std::vector<LogEntry> next() {
        std::vector<LogEntry> values;
        skip_behind("/step");
        while (rest_.starts_with(" - ")) {
            rest_.remove_prefix(3);
            const std::string_view name = rest_.substr(0, rest_.find(':'));
            skip_behind(": ");
            values.insert(values.begin(), {name, std::strtod(rest_.data(), nullptr)});
            rest_.remove_prefix(rest_.find_first_not_of("0123456789.e+-"));
        }
        return values;
    }

private:
    void skip_behind(std::string_view mark) {
        const std::size_t at = rest_.find(mark);
        REQUIRE(at != rest_.npos);
        rest_.remove_prefix(at + mark.size());
    }

    std::string_view rest_;
};

/// What Progress writes of a fit, or an evaluation (0 epochs), whose numbers a text of Keras shows.
std::string replayed(const std::string& text, bool terminal, int verbose, int epochs,
                     std::size_t steps) {
    Written out;
    Progress progress(out, terminal, verbose, test_clock);
    Shown shown(text);
    for (int epoch = 1; epoch == 1 || epoch <= epochs; ++epoch) {
        set_clock(0, 0.25);
        if (epochs == 0) {
            progress.begin_evaluation(steps);
        } else {
            progress.begin_epoch(epoch, epochs, steps);
        }
        for (std::size_t step = 1; step <= steps; ++step)
            progress.update(step, verbose == 1 ? shown.next() : std::vector<LogEntry>());
        progress.end_epoch(shown.next());
    }
    return out.text;
}

/// The words of the last drawing, without colours and the bar.
std::string plain(std::string_view text) {
    std::string kept, joined, word;
    for (std::size_t k = text.rfind('\r') + 1; k < text.size(); ++k) {
        if (text[k] == '\x1b') {
            k = text.find('m', k);
        } else if (text.substr(k).starts_with("━")) {
            k += 2;
        } else {
            kept += text[k];
        }
    }
    for (std::istringstream words(kept); words >> word;)
        joined += (joined.empty() ? "" : " ") + word;
    return joined;
}

/// The rows of a table of Keras's formats, number | text | text, that begins with a word.
struct Row {
    double number;
    std::string second, third;
};
std::vector<Row> format_table(std::string_view first_word) {
    const std::string text = keras_text("formats");
    std::istringstream lines(text.substr(text.find(first_word)));
    std::vector<Row> rows;
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line) && !line.empty()) {
        const std::size_t bar = line.find(" | "), last = line.rfind(" | ");
        rows.push_back(
            {std::stod(line), line.substr(bar + 3, last - bar - 3), line.substr(last + 3)});
    }
    REQUIRE(rows.size() > 10);
    return rows;
}

/// A bar on a terminal of which only the time matters.
struct Timed {
    Written out{};
    Progress progress{out, true, 1, test_clock};

    explicit Timed(std::size_t steps) {
        set_clock(0);
        progress.begin_evaluation(steps);
    }

    /// What is shown after a step, if it has been drawn.
    std::string update(double seconds, std::size_t step) {
        set_clock(seconds);
        out.text.clear();
        progress.update(step, {});
        return plain(out.text);
    }

    std::string end(double seconds) {
        set_clock(seconds);
        progress.end_epoch({});
        return plain(out.text);
    }
};

}  // namespace

TEST_CASE("fit as Keras draws it") {
    for (const bool terminal : {true, false}) {
        const std::string ending = terminal ? "" : "_lines";
        const std::string three = keras_text("fit" + ending);
        CHECK(replayed(three, terminal, 1, 3, 3) == three);
        const std::string one = keras_text("fit_one_epoch" + ending);
        CHECK(replayed(one, terminal, 1, 1, 3) == one);
    }
}

TEST_CASE("evaluate as Keras draws it") {
    for (const bool terminal : {true, false}) {
        const std::string text = keras_text(terminal ? "evaluate" : "evaluate_lines");
        CHECK(replayed(text, terminal, 1, 0, 4) == text);
    }
}

TEST_CASE("verbose 2 writes a line an epoch, verbose 0 nothing") {
    const std::string fit = keras_text("fit_verbose_2");
    CHECK(replayed(fit, true, 2, 3, 3) == fit);
    CHECK(replayed(fit, false, 2, 3, 3) == fit);
    const std::string evaluate = keras_text("evaluate_verbose_2");
    CHECK(replayed(evaluate, true, 2, 0, 4) == evaluate);
    CHECK(replayed(fit, true, 0, 3, 3).empty());
}

TEST_CASE("durations as Keras writes them") {
    for (const Row& row : format_table("seconds of a step")) {
        CAPTURE(row.number);
        Timed bar(1000);
        bar.update(row.number, 1);
        const std::string second = bar.update(2 * row.number, 2);
        CHECK(second == (row.number > 0.05 ? row.second : ""));
        CHECK(bar.end(1000 * row.number) == row.third);
    }
}

TEST_CASE("metrics as Keras writes them, with its rule of verbose 1 for verbose 2 too") {
    for (const Row& row : format_table("metric")) {
        for (const int verbose : {1, 2}) {
            Written out;
            Progress progress(out, true, verbose);
            progress.begin_evaluation(1);
            progress.end_epoch(std::vector<LogEntry>{{"loss", row.number}});
            CHECK(plain(out.text).ends_with(" - loss: " + row.second));
        }
    }
}

TEST_CASE("metrics that are no numbers") {
    Written out;
    Progress progress(out, false, 2);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    progress.begin_evaluation(1);
    progress.end_epoch(
        std::vector<LogEntry>{{"a", nan}, {"b", -nan}, {"c", infinity}, {"d", -infinity}});
    CHECK(out.text.ends_with(" - a: nan - b: nan - c: inf - d: -inf\n"));
}

TEST_CASE("training before validation, each in the order of the alphabet") {
    Written out;
    Progress progress(out, false, 2);
    progress.begin_evaluation(1);
    progress.end_epoch(std::vector<LogEntry>{
        {"val_loss", 1}, {"weighted", 2}, {"val_weighted", 3}, {"loss", 4}, {"accuracy", 5}});
    CHECK(
        out.text.ends_with(" - accuracy: 5.0000 - loss: 4.0000 - weighted: 2.0000"
                           " - val_loss: 1.0000 - val_weighted: 3.0000\n"));
}

TEST_CASE("the first step, which is slow, does not count if there are others") {
    Timed bar(3);
    CHECK(bar.update(10, 1) == "1/3 20s 10s/step");
    CHECK(bar.update(12, 2) == "2/3 2s 2s/step");
    CHECK(bar.end(14) == "3/3 14s 2s/step");
    Timed single(1);
    CHECK(single.update(10, 1) == "1/1 0s 10s/step");
    CHECK(single.end(11) == "1/1 11s 11s/step");
}

TEST_CASE("drawn at most every 0.05 s, and in the end") {
    Timed bar(100);
    std::vector<std::size_t> drawn;
    for (std::size_t step = 1; step <= 100; ++step)
        if (!bar.update(static_cast<double>(step) / 64, step).empty()) drawn.push_back(step);
    std::vector<std::size_t> expected;
    for (std::size_t step = 1; step <= 100; step += 4) expected.push_back(step);
    CHECK(drawn == expected);
    CHECK(bar.end(100.0 / 64) == "100/100 2s 16ms/step");
}

TEST_CASE("a shorter bar blots out what was there before") {
    Written out;
    Progress progress(out, true, 1, test_clock);
    set_clock(0, 1);
    progress.begin_evaluation(2);
    progress.update(1, std::vector<LogEntry>{{"loss", 123456}});
    const std::string before = out.text;
    out.text.clear();
    progress.update(2, std::vector<LogEntry>{{"loss", 1}});
    const std::size_t width = std::string_view("1/2  1s 1s/step - loss: 123456.0000").size() + 20;
    std::string back(width, '\b');
    back += "\r\x1b[1m2/2";
    CHECK(out.text.starts_with(back));
    CHECK(out.text.ends_with(" - loss: 1.0000     "));
    CHECK(before.starts_with("\r\x1b[1m1/2"));
}

TEST_CASE("the locale does not matter") {
    struct Grouping : std::numpunct<char> {
        char do_thousands_sep() const override { return '.'; }
        char do_decimal_point() const override { return ','; }
        std::string do_grouping() const override { return "\3"; }
    };
    Written out;
    const std::locale before = std::locale::global({std::locale::classic(), new Grouping});
    Progress progress(out, false, 2, test_clock);
    set_clock(0, 1);
    progress.begin_epoch(2000, 3000, 5000);
    progress.end_epoch(std::vector<LogEntry>{{"loss", 1234.5}});
    std::locale::global(before);
    CHECK(plain(out.text) == "Epoch 2000/3000 5000/5000 - 1s - 200us/step - loss: 1234.5000");
}

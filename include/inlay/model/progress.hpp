// SPDX-License-Identifier: MIT
#pragma once
// Keras 3's progress output, character by character (keras/src/utils/progbar.py).

#include <inlay/config.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#if __has_include(<unistd.h>) && !defined(_WIN32)
#include <unistd.h>
#endif

namespace inlay::inline INLAY_ABI {

/// The loss or a metric by name, as far as it is known: the mean over the examples so far.
struct Metric {
    std::string name;
    double value;
};

/// Whether standard output is a terminal; false where there is no way to tell.
INLAY_COLD inline bool is_terminal() {
#if __has_include(<unistd.h>) && !defined(_WIN32)
    return ::isatty(STDOUT_FILENO) == 1;
#else
    return false;
#endif
}

/// Shows how far an epoch or an evaluation has come: verbose 0 writes nothing, 1 a bar, 2 one line
/// in the end. A terminal's bar is drawn over the one before, elsewhere each has a line of its own.
class Progress {
public:
    /// Reads a clock, in seconds since whenever.
    using Clock = double (*)();

    Progress(std::ostream& out, bool terminal, int verbose, Clock clock = steady_clock)
        : out_(out), clock_(clock), terminal_(terminal), verbose_(verbose) {}

    /// Begins an epoch, counted from 1, of `steps` steps, at least one.
    void begin_epoch(int epoch, int epochs, std::size_t steps) {
        begin_evaluation(steps);
        if (verbose_ != 0 && epochs > 1)
            write(std::string("Epoch ") + std::to_string(epoch) + '/' + std::to_string(epochs) +
                  '\n');
    }

    /// Begins an evaluation of `steps` steps, at least one.
    void begin_evaluation(std::size_t steps) {
        steps_ = steps;
        width_ = 0;
        drawn_ = std::numeric_limits<double>::lowest();
        warm_.reset();
        if (verbose_ != 0) start_ = clock_();
    }

    /// Says that `step` steps are done. Costs one look at the clock, unless it is time to draw.
    void update(std::size_t step, std::span<const Metric> values) {
        if (verbose_ != 1) return;
        const double now = clock_();
        if (step == 1) warm_ = now;
        if (now - drawn_ < interval) return;
        draw(step, now, false, values);
        drawn_ = now;
    }

    /// Ends the epoch or the evaluation.
    void end_epoch(std::span<const Metric> values) {
        if (verbose_ == 0) return;
        const double now = clock_();
        if (verbose_ == 1) return draw(steps_, now, true, values);
        write(count_text(steps_) + " - " + decimal(now - start_, 0) + "s - " +
              rate_text(steps_, now) + metrics_text(values) + "\n");
    }

private:
    static constexpr double interval = 0.05;  // seconds between two drawings
    static constexpr std::size_t bar_width = 20;

    static double steady_clock() {
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        return std::chrono::duration<double>(now).count();
    }

    void write(const std::string& text) { out_ << text << std::flush; }

    void draw(std::size_t step, double now, bool last, std::span<const Metric> values) {
        const std::string time = last ? decimal(now - start_, 0) + 's' : left_text(step, now);
        std::string line = styled("1m", count_text(step)) + ' ' + bar_text(step) + ' ' +
                           styled("1m", time) + ' ' + rate_text(step, now) + metrics_text(values);
        const std::size_t before = std::exchange(width_, visible_width(line));
        if (width_ < before) line.append(before - width_, ' ');
        if (last) line += '\n';
        write((terminal_ ? std::string(before, '\b') + '\r' : std::string("\n")) + line);
    }

    /// " 7/100"
    std::string count_text(std::size_t step) const {
        const std::string all = std::to_string(steps_), done = std::to_string(step);
        return std::string(all.size() - done.size(), ' ') + done + '/' + all;
    }

    std::string bar_text(std::size_t step) const {
        const double share = static_cast<double>(step) / static_cast<double>(steps_);
        const auto done = static_cast<std::size_t>(static_cast<double>(bar_width) * share);
        const std::string left = styled("37m", line_of(bar_width - done));
        return done == 0 ? left : styled("32m", line_of(done)) + left;
    }

    /// The time that the steps to come will take: 12s, 1:02 or 1:02:03.
    std::string left_text(std::size_t step, double now) const {
        const double left = step_seconds(step, now) * static_cast<double>(steps_ - step);
        const auto seconds = static_cast<long long>(left);
        if (left <= 60) return std::to_string(seconds) + 's';
        const std::string tail = two_digits(seconds % 60);
        if (left <= 3600) return std::to_string(seconds / 60) + ':' + tail;
        return std::to_string(seconds / 3600) + ':' + two_digits(seconds / 60 % 60) + ':' + tail;
    }

    /// 415ms/step
    std::string rate_text(std::size_t step, double now) const {
        const double seconds = step_seconds(step, now);
        if (seconds >= 1 || seconds == 0) return decimal(seconds, 0) + "s/step";
        if (seconds >= 1e-3) return decimal(seconds * 1e3, 0) + "ms/step";
        return decimal(seconds * 1e6, 0) + "us/step";
    }

    /// The mean time of a step, the first left out where it can be.
    double step_seconds(std::size_t step, double now) const {
        return warm_ && step > 1 ? (now - *warm_) / static_cast<double>(step - 1)
                                 : (now - start_) / static_cast<double>(step);
    }

    /// " - accuracy: 0.9321 - loss: 0.2354": alphabetical, those of the validation data last.
    static std::string metrics_text(std::span<const Metric> values) {
        std::vector<const Metric*> sorted;
        for (const Metric& metric : values) sorted.push_back(&metric);
        std::ranges::sort(sorted, {}, [](const Metric* metric) {
            return std::pair(metric->name.starts_with("val_"), std::string_view(metric->name));
        });
        std::string text;
        for (const Metric* metric : sorted) {
            const bool large = std::abs(metric->value) > 1e-3;
            const auto format = large ? std::chars_format::fixed : std::chars_format::scientific;
            text += " - " + metric->name + ": " + decimal(metric->value, 4, format);
        }
        return text;
    }

    /// As printf and Python write it, whatever the locale; without a sign where it is no number.
    static std::string decimal(double value, int digits,
                               std::chars_format format = std::chars_format::fixed) {
        if (std::isnan(value)) return "nan";
        char text[std::numeric_limits<double>::max_exponent10 + 10];
        return {text, std::to_chars(text, text + sizeof text, value, format, digits).ptr};
    }

    static std::string two_digits(long long number) {
        return std::string(number < 10 ? "0" : "") + std::to_string(number);
    }

    /// In a colour or in bold, by its ANSI code.
    static std::string styled(const char* code, const std::string& text) {
        return std::string("\x1b[") + code + text + "\x1b[0m";
    }

    static std::string line_of(std::size_t width) {
        std::string line;
        for (std::size_t k = 0; k < width; ++k) line += "━";
        return line;
    }

    /// Columns that a text takes on a screen: its characters but for the colours.
    static std::size_t visible_width(std::string_view text) {
        std::size_t width = 0;
        bool escape = false;
        for (const char c : text) {
            const bool continues = (static_cast<unsigned char>(c) & 0xc0) == 0x80;  // of UTF-8
            escape = escape || c == '\x1b';
            if (!escape && !continues) ++width;
            if (c == 'm') escape = false;
        }
        return width;
    }

    std::ostream& out_;
    Clock clock_;
    bool terminal_;
    int verbose_;
    std::size_t steps_ = 1;
    std::size_t width_ = 0;  // columns of the bar on the screen
    double start_ = 0;
    double drawn_ = 0;            // when the bar was drawn
    std::optional<double> warm_;  // when the first step was done
};

}  // namespace inlay::inline INLAY_ABI

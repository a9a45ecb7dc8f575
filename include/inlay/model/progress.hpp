// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_PROGRESS_HPP
#define INLAY_MODEL_PROGRESS_HPP
// Keras 3's progress output, character by character (keras/src/utils/progbar.py).

#include <inlay/config.hpp>
#include <inlay/host/clock.hpp>
#include <inlay/host/output.hpp>
#include <inlay/host/text.hpp>
#include <inlay/host/view.hpp>
#include <inlay/model/logs.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

#if INLAY_BODIES

/// Shows how far an epoch or an evaluation has come: verbose 0 writes nothing, 1 a bar, 2 one line
/// in the end. A terminal's bar is drawn over the one before, elsewhere each has a line of its own.
class Progress {
public:
    /// Reads a clock, in seconds since whenever.
    using Clock = double (*)();

    INLAY_COLD Progress(host::Output out, bool terminal, int verbose,
                        Clock clock = host::steady_seconds)
        : out_(out), clock_(clock), terminal_(terminal), verbose_(verbose) {}

    /// Begins an epoch, counted from 1, of `steps` steps, at least one.
    INLAY_COLD void begin_epoch(int epoch, int epochs, std::size_t steps) {
        begin_evaluation(steps);
        if (verbose_ == 0 || epochs == 1) return;
        write(Text() << "Epoch " << epoch << "/" << epochs << "\n");
    }

    /// Begins an evaluation of `steps` steps, at least one.
    INLAY_COLD void begin_evaluation(std::size_t steps) {
        steps_ = steps;
        width_ = 0;
        drawn_ = warm_ = never;
        if (verbose_ != 0) start_ = clock_();
    }

    /// Says that `step` steps are done. Costs one look at the clock, unless it is time to draw.
    void update(std::size_t step, View<const LogEntry> values) {
        if (verbose_ != 1) return;
        const double now = clock_();
        if (step == 1) warm_ = now;
        if (now - drawn_ < interval) return;
        draw(step, now, false, values);
        drawn_ = now;
    }

    /// Ends the epoch or the evaluation.
    INLAY_COLD void end_epoch(View<const LogEntry> values) {
        if (verbose_ == 0) return;
        const double now = clock_();
        if (verbose_ == 1) return draw(steps_, now, true, values);
        Text line;
        put_count(line, steps_);
        line << " - " << Decimal{now - start_, 0} << "s - ";
        put_rate(line, steps_, now);
        put_metrics(line, values);
        write(line << "\n");
    }

private:
    static constexpr double interval = 0.05;  // seconds between two drawings
    static constexpr double never = -1e30;    // longer ago than any interval
    static constexpr std::string_view bar = "━━━━━━━━━━━━━━━━━━━━";

    INLAY_COLD void write(const Text& text) { out_(text.view()); }

    INLAY_COLD void draw(std::size_t step, double now, bool last, View<const LogEntry> values) {
        Text line;
        if (terminal_) line.repeat("\b", width_);
        line << (terminal_ ? "\r\x1b[1m" : "\n\x1b[1m");
        put_count(line, step);
        line << "\x1b[0m ";
        put_bar(line, step);
        line << " \x1b[1m";
        if (last)
            line << Decimal{now - start_, 0} << "s";
        else
            put_time_left(line, step, now);
        line << "\x1b[0m ";
        put_rate(line, step, now);
        put_metrics(line, values);
        const std::size_t before = width_;
        width_ = visible_width(line.view());
        if (width_ < before) line.repeat(" ", before - width_);
        write(line << (last ? "\n" : ""));
    }

    /// " 7/100"
    INLAY_COLD void put_count(Text& line, std::size_t step) const {
        const std::size_t width = (Text() << steps_).view().size();
        line.repeat(" ", width - (Text() << step).view().size()) << step << "/" << steps_;
    }

    INLAY_COLD void put_bar(Text& line, std::size_t step) const {
        constexpr std::size_t size = std::string_view("━").size(), width = bar.size() / size;
        const double share = static_cast<double>(step) / static_cast<double>(steps_);
        const auto done = static_cast<std::size_t>(static_cast<double>(width) * share);
        if (done > 0) line << "\x1b[32m" << bar.substr(0, done * size) << "\x1b[0m";
        line << "\x1b[37m" << bar.substr(done * size) << "\x1b[0m";
    }

    /// The time that the steps to come will take: 12s, 1:02 or 1:02:03.
    INLAY_COLD void put_time_left(Text& line, std::size_t step, double now) const {
        const double left = step_seconds(step, now) * static_cast<double>(steps_ - step);
        const auto seconds = static_cast<long long>(left);
        const auto put_part = [&](long long part) { line << (part < 10 ? ":0" : ":") << part; };
        if (left <= 60) {
            line << seconds << "s";
        } else if (left <= 3600) {
            line << seconds / 60;
            put_part(seconds % 60);
        } else {
            line << seconds / 3600;
            put_part(seconds / 60 % 60);
            put_part(seconds % 60);
        }
    }

    /// 415ms/step
    INLAY_COLD void put_rate(Text& line, std::size_t step, double now) const {
        const double seconds = step_seconds(step, now);
        const bool whole = seconds >= 1 || seconds == 0, milli = seconds >= 1e-3;
        const double in_unit = seconds * (whole ? 1 : milli ? 1e3 : 1e6);
        line << Decimal{in_unit, 0} << (whole ? "s/step" : milli ? "ms/step" : "us/step");
    }

    /// The mean time of a step, the first left out where it can be.
    INLAY_COLD double step_seconds(std::size_t step, double now) const {
        return warm_ != never && step > 1 ? (now - warm_) / static_cast<double>(step - 1)
                                          : (now - start_) / static_cast<double>(step);
    }

    /// " - accuracy: 0.9321 - loss: 0.2354"
    INLAY_COLD static void put_metrics(Text& line, View<const LogEntry> values) {
        for (const LogEntry* m = behind(nullptr, values); m; m = behind(m, values)) {
            const bool large = m->value > 1e-3 || m->value < -1e-3;
            line << " - " << m->name << ": " << Decimal{m->value, 4, !large};
        }
    }

    /// The metric that stands behind another in Keras's order, behind nullptr the first.
    INLAY_COLD static const LogEntry* behind(const LogEntry* last, View<const LogEntry> values) {
        const LogEntry* next = nullptr;
        for (const LogEntry& metric : values)
            if ((!last || in_order(*last, metric)) && (!next || in_order(metric, *next)))
                next = &metric;
        return next;
    }

    /// Keras's order: alphabetical, behind it what comes of the validation data, and last what
    /// callbacks have added, as it came.
    INLAY_COLD static bool in_order(const LogEntry& one, const LogEntry& other) {
        const int part = part_of(one), other_part = part_of(other);
        if (part != other_part) return part < other_part;
        return one.added ? &one < &other : one.name < other.name;
    }
    static int part_of(const LogEntry& entry) {
        return entry.added ? 2 : entry.name.starts_with("val_") ? 1 : 0;
    }

    /// Columns that a text takes on a screen: its characters but for controls and colours.
    INLAY_COLD static std::size_t visible_width(std::string_view text) {
        std::size_t width = 0;
        bool escape = false;
        for (const char c : text) {
            const auto code = static_cast<unsigned char>(c);
            escape = escape || c == '\x1b';
            if (!escape && code >= ' ' && (code & 0xc0) != 0x80) ++width;  // 0x80: inside of UTF-8
            if (c == 'm') escape = false;
        }
        return width;
    }

    host::Output out_;
    Clock clock_;
    bool terminal_;
    int verbose_;
    std::size_t steps_ = 1;
    std::size_t width_ = 0;  // columns of the bar on the screen
    double start_ = 0;
    double drawn_ = never;  // when the bar was drawn
    double warm_ = never;   // when the first step was done
};

#endif

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_PROGRESS_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_CALLBACK_MONITOR_HPP
#define INLAY_MODEL_CALLBACK_MONITOR_HPP
// What callbacks have in common that watch a number of the logs (Keras's MonitorCallback).

#include <inlay/host/error.hpp>
#include <inlay/host/output.hpp>
#include <inlay/host/text.hpp>
#include <inlay/model/session.hpp>

#include <string_view>
#include <type_traits>

namespace inlay::INLAY_ABI {

/// A number that need not be given: Keras's None.
struct Level {
    bool given = false;
    double value = 0;

    constexpr Level() = default;
    template <class Type>
        requires std::is_arithmetic_v<Type>
    constexpr Level(Type number) : given(true), value(static_cast<double>(number)) {}
};

/// A number of the logs that shall become smaller, or larger.
class Monitor {
public:
    /// Looks at what is to be watched, before training begins: mode is min, max, or auto, which is
    /// what the score says of itself. An Error, which begins with the callback's name, where that
    /// is not known.
    INLAY_COLD void begin(std::string_view callback, std::string_view name, std::string_view mode,
                          double min_delta, const Session& session);

    /// Its value in the logs, or none. Where no epoch will ever have it, one line says so, and what
    /// does not happen therefore; Keras warns, and goes on.
    INLAY_COLD Level in(Stage& stage, std::string_view consequence);

    /// Whether a value is better than the best before, if there is one, by more than min_delta;
    /// compared as floats, as in Keras.
    bool improves(double value, const Level& best) const {
        const auto reached = static_cast<float>(smaller_ ? value + min_delta_ : value - min_delta_);
        const auto before = static_cast<float>(best.value);
        return !best.given || (smaller_ ? reached < before : reached > before);
    }

private:
    Text callback_, name_;
    double min_delta_ = 0;
    bool smaller_ = true, warned_ = false;
};

#if INLAY_BODIES

INLAY_BODY void Monitor::begin(std::string_view callback, std::string_view name,
                               std::string_view mode, double min_delta, const Session& session) {
    callback_ = Text(callback);
    name_ = Text(name);
    min_delta_ = min_delta < 0 ? -min_delta : min_delta;
    warned_ = false;
    if (mode != "auto" && mode != "min" && mode != "max")
        fail(Text() << callback << ": mode is '" << mode << "' but needs to be auto, min or max");
    Better better = mode == "min" ? Better::smaller : Better::larger;
    if (mode == "auto") {
        const std::string_view plain = name.substr(name.starts_with("val_") ? 4 : 0);
        better = plain == "loss" ? Better::smaller : Better::unknown;
        Logs logs;
        logs.fill(session.scores);
        if (const LogEntry* const score = logs.find(plain)) better = score->better;
        if (better == Better::unknown)
            fail(Text() << callback << ": it is not known whether a smaller or a larger " << name
                        << (logs.contains(plain)
                                ? Text(" is better")
                                : Text() << " is better, which is none of " << logs.names(", "))
                        << ": mode needs to be min or max");
    }
    smaller_ = better == Better::smaller;
}

INLAY_BODY Level Monitor::in(Stage& stage, std::string_view consequence) {
    if (const LogEntry* const found = stage.logs.find(name_)) return found->value;
    bool later = warned_;
    for (const LogEntry& score : stage.session().scores)
        later = later || score.name == name_.view();
    if (!later) {
        warned_ = true;
        const Text says = Text() << "inlay: " << callback_ << ": there is no " << name_
                                 << " to monitor, only " << stage.logs.names(", ") << "; "
                                 << consequence << "\n";
        host::standard_error()(says.view());
    }
    return {};
}

/// Prints a line, as Keras does where a callback is verbose.
INLAY_COLD inline void print_line(const Text& text) {
    host::standard_output()((Text(text) << "\n").view());
}

#endif

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_CALLBACK_MONITOR_HPP

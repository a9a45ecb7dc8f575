// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_LOGS_HPP
#define INLAY_MODEL_LOGS_HPP
// The loss and the metrics by name, as callbacks and the progress bar get them.

#include <inlay/host/buffer.hpp>
#include <inlay/host/error.hpp>
#include <inlay/host/holder.hpp>
#include <inlay/host/view.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Which of two scores is better.
enum class Better : unsigned char { unknown, smaller, larger };

/// The loss or a metric by name, as far as it is known: the mean over the examples so far.
struct LogEntry {
    std::string_view name;
    double value = 0;
    Better better = Better::unknown;
    bool added = false;  ///< by a callback
};

/// Numbers by name: in alphabetical order, as Keras sorts them, then what callbacks have added.
class Logs {
public:
    /// The number of a name; an Error that lists the names where there is none.
    INLAY_COLD double operator[](std::string_view name) const;

    bool contains(std::string_view name) const { return find(name) != nullptr; }

    /// The number of a name, which need not be there yet: callbacks behind, the History and the bar
    /// see it as well.
    INLAY_COLD void set(std::string_view name, double value);

    /// Entries of a name and a value.
    const LogEntry* begin() const { return entries_.data(); }
    const LogEntry* end() const { return entries_.data() + count_; }
    std::size_t size() const { return count_; }
    bool empty() const { return count_ == 0; }

    /// The entry of a name; nullptr where there is none.
    INLAY_COLD const LogEntry* find(std::string_view name) const;

    /// The names, as sentences and Keras list them: accuracy,loss.
    INLAY_COLD Text names(std::string_view between) const;

    /// Becomes these scores; what was there before is gone.
    INLAY_COLD void fill(View<const LogEntry> scores);

private:
    /// A name that was added, which lies where it is as long as anybody has it.
    struct Name {
        Text text;
        Holder before;
    };

    Buffer<LogEntry> entries_;  // the first count_ of them
    std::size_t count_ = 0;
    Holder names_;
};

#if INLAY_BODIES

INLAY_BODY double Logs::operator[](std::string_view name) const {
    const LogEntry* const found = find(name);
    if (found == nullptr)
        fail(
            Text() << "the logs hold no '" << name << "'"
                   << (empty() ? Text("; they are empty here") : Text() << " but " << names(", ")));
    return found->value;
}

INLAY_BODY void Logs::set(std::string_view name, double value) {
    for (std::size_t k = 0; k < count_; ++k)
        if (entries_[k].name == name) {
            entries_[k].value = value;
            return;
        }
    if (count_ == entries_.size()) entries_ = entries_.longer(count_ + 4);
    names_ = Holder::make<Name>(Name{Text(name), names_});
    LogEntry& entry = entries_[count_++];
    entry = {.name = names_.as<Name>().text.view(), .value = value};
    entry.added = true;
}

INLAY_BODY const LogEntry* Logs::find(std::string_view name) const {
    for (const LogEntry& entry : *this)
        if (entry.name == name) return &entry;
    return nullptr;
}

INLAY_BODY Text Logs::names(std::string_view between) const {
    Text list;
    for (const LogEntry& entry : *this) list << (list.empty() ? "" : between) << entry.name;
    return list;
}

INLAY_BODY void Logs::fill(View<const LogEntry> scores) {
    if (entries_.size() < scores.size()) entries_ = Buffer<LogEntry>(scores.size() + 4);
    count_ = 0;
    for (const LogEntry& score : scores) {
        std::size_t at = count_++;
        for (; at > 0 && score.name < entries_[at - 1].name; --at) entries_[at] = entries_[at - 1];
        entries_[at] = score;
    }
    names_ = Holder();
}

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Logs;
}  // namespace inlay

#endif  // INLAY_MODEL_LOGS_HPP

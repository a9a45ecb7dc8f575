// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_HISTORY_HPP
#define INLAY_MODEL_HISTORY_HPP
// What fit returns: the loss and the metrics of each epoch.

#include <inlay/host/buffer.hpp>
#include <inlay/host/error.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace inlay::INLAY_ABI {

/// One number an epoch for each key: the loss, the metrics, and with val_ before their names those
/// of the validation data. Keys are in alphabetical order, as Keras sorts the results of an epoch.
class History {
public:
    History() = default;
    // Copied where it could move: a move would take the keys and leave their count behind.
    History(const History&) = default;
    History& operator=(const History&) = default;

    /// Adds the number of one more epoch.
    INLAY_COLD void append(std::string_view key, float value);

    /// The numbers of a key, one an epoch; an Error where there is no such key.
    INLAY_COLD std::vector<float> operator[](std::string_view key) const;

    INLAY_COLD bool contains(std::string_view key) const;

    INLAY_COLD std::vector<std::string> keys() const;

    /// How many epochs there were: the length of the longest series.
    INLAY_COLD std::size_t epochs() const;

private:
    /// A number and its key's number.
    struct Entry {
        std::size_t key;
        float value;
    };

    /// Takes the first key off a list of them.
    INLAY_COLD static std::string_view take_key(std::string_view& keys);

    /// The number of a key, that of the next one where it is not there.
    INLAY_COLD std::size_t number_of(std::string_view key) const;

    Text keys_;  // each with a line feed behind it
    std::size_t key_count_ = 0;
    Buffer<Entry> entries_;  // the first count_ of them, as they came
    std::size_t count_ = 0;
};

#if INLAY_BODIES

INLAY_BODY void History::append(std::string_view key, float value) {
    const std::size_t number = number_of(key);
    if (number == key_count_) {
        keys_ << key << '\n';
        ++key_count_;
    }
    if (count_ == entries_.size()) entries_ = entries_.longer(2 * count_ + 16);
    entries_[count_++] = {number, value};
}

INLAY_BODY std::vector<float> History::operator[](std::string_view key) const {
    const std::size_t number = number_of(key);
    if (number == key_count_) {
        Text sentence;
        sentence << "History has no '" << key << "'; ";
        const char* before = "it has ";
        if (key_count_ == 0) sentence << "it is empty";
        for (const std::string& other : keys()) {
            sentence << before << other;
            before = ", ";
        }
        fail(sentence);
    }
    std::vector<float> series;
    for (std::size_t k = 0; k < count_; ++k)
        if (entries_[k].key == number) series.push_back(entries_[k].value);
    return series;
}

INLAY_BODY bool History::contains(std::string_view key) const {
    return number_of(key) < key_count_;
}

INLAY_BODY std::vector<std::string> History::keys() const {
    std::vector<std::string> sorted;
    for (std::string_view rest = keys_.view(); !rest.empty();) sorted.emplace_back(take_key(rest));
    for (std::size_t n = 1; n < sorted.size(); ++n)
        for (std::size_t k = n; k > 0 && sorted[k] < sorted[k - 1]; --k)
            sorted[k].swap(sorted[k - 1]);
    return sorted;
}

INLAY_BODY std::size_t History::epochs() const {
    std::size_t longest = 0;
    for (std::size_t key = 0; key < key_count_; ++key) {
        std::size_t length = 0;
        for (std::size_t k = 0; k < count_; ++k) length += entries_[k].key == key ? 1u : 0u;
        if (length > longest) longest = length;
    }
    return longest;
}

INLAY_BODY std::string_view History::take_key(std::string_view& keys) {
    const std::string_view key = keys.substr(0, keys.find('\n'));
    keys.remove_prefix(key.size() + 1);
    return key;
}

INLAY_BODY std::size_t History::number_of(std::string_view key) const {
    std::size_t number = 0;
    for (std::string_view rest = keys_.view(); !rest.empty(); ++number)
        if (take_key(rest) == key) break;
    return number;
}

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::History;
}  // namespace inlay

#endif  // INLAY_MODEL_HISTORY_HPP

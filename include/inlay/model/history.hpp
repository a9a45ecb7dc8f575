// SPDX-License-Identifier: MIT
#pragma once
// What fit returns: the loss and the metrics of each epoch.

#include <inlay/model/error.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace inlay::inline INLAY_ABI {

/// One number an epoch for each key: the loss, the metrics, and with val_ before their names those
/// of the validation data. Keys are in alphabetical order, as Keras sorts the results of an epoch.
class History {
public:
    /// Adds the number of one more epoch.
    INLAY_COLD void append(std::string_view key, float value) {
        if (!contains(key)) keys_.push_back(Text() << key);
        owners_.push_back(number_of(key));
        values_.push_back(value);
    }

    /// The numbers of a key, one an epoch; an Error where there is no such key.
    INLAY_COLD std::vector<float> operator[](std::string_view key) const {
        if (!contains(key)) {
            Text sentence;
            sentence << "History has no '" << key << "'; ";
            const char* before = "it has ";
            if (keys_.empty()) sentence << "it is empty";
            for (const std::string& other : keys()) {
                sentence << before << other;
                before = ", ";
            }
            fail(sentence);
        }
        std::vector<float> series;
        for (std::size_t k = 0; k < values_.size(); ++k)
            if (keys_[owners_[k]] == key) series.push_back(values_[k]);
        return series;
    }

    INLAY_COLD bool contains(std::string_view key) const { return number_of(key) < keys_.size(); }

    INLAY_COLD std::vector<std::string> keys() const {
        std::vector<std::string> sorted = keys_;
        for (std::size_t n = 1; n < sorted.size(); ++n)
            for (std::size_t k = n; k > 0 && sorted[k] < sorted[k - 1]; --k)
                sorted[k].swap(sorted[k - 1]);
        return sorted;
    }

    /// How many epochs there were: the length of the longest series.
    INLAY_COLD std::size_t epochs() const {
        std::size_t longest = 0;
        for (std::size_t key = 0; key < keys_.size(); ++key) {
            std::size_t length = 0;
            for (const std::size_t owner : owners_) length += owner == key ? 1 : 0;
            if (length > longest) longest = length;
        }
        return longest;
    }

private:
    /// The place of a key among the keys, behind all where it is not there.
    INLAY_COLD std::size_t number_of(std::string_view key) const {
        std::size_t number = 0;
        while (number < keys_.size() && keys_[number] != key) ++number;
        return number;
    }

    // All numbers one behind the other, each with the number of its key.
    std::vector<std::string> keys_;
    std::vector<std::size_t> owners_;
    std::vector<float> values_;
};

}  // namespace inlay::inline INLAY_ABI

// SPDX-License-Identifier: MIT
#pragma once
// What fit returns: the loss and the metrics of each epoch.

#include <inlay/model/error.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
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
        values_[std::string(key)].push_back(value);
    }

    /// The numbers of a key, one an epoch; an Error where there is no such key.
    INLAY_COLD std::vector<float> operator[](std::string_view key) const {
        const auto place = values_.find(std::string(key));
        if (place != values_.end()) return place->second;
        std::string sentence = "History has no '";
        sentence.append(key).append(values_.empty() ? "'; it is empty" : "'; it has");
        const char* between = " ";
        for (const auto& [name, values] : values_) {
            sentence.append(between).append(name);
            between = ", ";
        }
        fail(sentence);
    }

    INLAY_COLD bool contains(std::string_view key) const {
        return values_.contains(std::string(key));
    }

    INLAY_COLD std::vector<std::string> keys() const {
        std::vector<std::string> names;
        for (const auto& [name, values] : values_) names.push_back(name);
        return names;
    }

    /// How many epochs there were: the length of the longest series.
    INLAY_COLD std::size_t epochs() const {
        std::size_t longest = 0;
        for (const auto& [name, values] : values_) longest = (std::max)(longest, values.size());
        return longest;
    }

private:
    std::map<std::string, std::vector<float>> values_;
};

}  // namespace inlay::inline INLAY_ABI

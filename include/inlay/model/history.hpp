// SPDX-License-Identifier: MIT
#pragma once
// What fit returns: the loss and the metrics of each epoch.

#include <inlay/model/error.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inlay::inline INLAY_ABI {

/// One number an epoch for each key: the loss, the metrics, and with val_ before their names those
/// of the validation data. Keys are in alphabetical order, as Keras sorts the results of an epoch.
class History {
public:
    /// Adds the number of one more epoch.
    INLAY_COLD void append(std::string_view key, float value) {
        if (find(key) == nullptr) {
            series_.push_back({(Text() << key).str(), {}});
            for (std::size_t k = series_.size() - 1; k > 0 && key < series_[k - 1].key; --k)
                std::swap(series_[k], series_[k - 1]);
        }
        const_cast<Series*>(find(key))->values.push_back(value);
    }

    /// The numbers of a key, one an epoch; an Error where there is no such key.
    INLAY_COLD std::vector<float> operator[](std::string_view key) const {
        if (const Series* found = find(key)) return found->values;
        Text sentence;
        sentence << "History has no '" << key << (series_.empty() ? "'; it is empty" : "'; it has");
        for (const Series& series : series_)
            sentence << (&series == series_.data() ? " " : ", ") << series.key;
        fail(sentence);
    }

    INLAY_COLD bool contains(std::string_view key) const { return find(key) != nullptr; }

    INLAY_COLD std::vector<std::string> keys() const {
        std::vector<std::string> names;
        for (const Series& series : series_) names.push_back(series.key);
        return names;
    }

    /// How many epochs there were: the length of the longest series.
    INLAY_COLD std::size_t epochs() const {
        std::size_t longest = 0;
        for (const Series& series : series_)
            if (series.values.size() > longest) longest = series.values.size();
        return longest;
    }

private:
    struct Series {
        std::string key;
        std::vector<float> values;
    };

    INLAY_COLD const Series* find(std::string_view key) const {
        for (const Series& series : series_)
            if (series.key == key) return &series;
        return nullptr;
    }

    std::vector<Series> series_;
};

}  // namespace inlay::inline INLAY_ABI

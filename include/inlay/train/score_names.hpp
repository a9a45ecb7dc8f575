// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_SCORE_NAMES_HPP
#define INLAY_TRAIN_SCORE_NAMES_HPP
// What the loss and the metrics are called in a history and beside a bar, as Keras calls them.

#include <inlay/text/sentence.hpp>
#include <inlay/train/metric.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// The names of the loss and some metrics. Of metrics of one name the second is numbered 1; a
/// weighted one is first told by its weights.
template <class... Metrics>
constexpr std::array<Sentence, 1 + sizeof...(Metrics)> score_names(std::string_view prefix) {
    constexpr std::size_t count = sizeof...(Metrics);
    constexpr std::string_view given[count + 1]{Metrics::name..., {}};
    constexpr bool weighted[count + 1]{scoring::Plain<Metrics>::weighted..., false};
    std::array<Sentence, 1 + count> made;
    made[0] << prefix << "loss";
    for (std::size_t k = 0; k < count; ++k) {
        // Those of the same name that Keras names before: the plain ones come first.
        std::size_t plain = 0, others = 0;
        for (std::size_t j = 0; j < count; ++j) {
            if (given[j] != given[k]) continue;
            if (!weighted[j] && (weighted[k] || j < k)) ++plain;
            if (weighted[j] && weighted[k] && j < k) ++others;
        }
        Sentence& name = made[1 + k];
        name << prefix;
        std::size_t number = plain;
        if (weighted[k] && plain + others != 0) {
            name << "weighted_";
            number = plain == 0 ? others - 1 : others;
        }
        name << given[k];
        if (number > 0) name << "_" << number;
    }
    return made;
}

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_SCORE_NAMES_HPP

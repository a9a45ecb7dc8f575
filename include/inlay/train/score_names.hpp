// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_SCORE_NAMES_HPP
#define INLAY_TRAIN_SCORE_NAMES_HPP
// What the loss and the metrics are called in a history and beside a bar, as Keras calls them.

#include <inlay/simd/loop.hpp>
#include <inlay/text/sentence.hpp>
#include <inlay/train/metric.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// The names of the loss and the metrics of an output. Of metrics of one name the second is
/// numbered 1; a weighted one is first told by its weights.
template <class... Metrics>
constexpr std::array<Sentence, 1 + sizeof...(Metrics)> names_of_output(std::string_view prefix) {
    constexpr std::size_t count = sizeof...(Metrics);
    constexpr std::string_view given[count + 1]{scoring::Plain<Metrics>::type::name..., {}};
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

/// The names of all scores of a network: of several outputs each has a loss and metrics under its
/// own name, kind_loss and kind_accuracy.
template <class Scoring>
constexpr auto score_names(std::string_view prefix) {
    std::array<Sentence, Scoring::terms> made;
    made[0] << prefix << "loss";
    std::size_t metric = Scoring::losses;
    simd::unroll<static_cast<int>(Scoring::outputs)>([&](auto k) {
        Sentence own;
        own << prefix;
        if (Scoring::outputs > 1) {
            Scoring::put_output(own, static_cast<std::size_t>(k));
            own << "_";
        }
        const auto names = Scoring::template Part<k>::names(own.view());
        if (Scoring::outputs > 1) made[1 + k] = names[0];
        for (std::size_t m = 1; m < names.size(); ++m) made[metric++] = names[m];
    });
    return made;
}

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_SCORE_NAMES_HPP

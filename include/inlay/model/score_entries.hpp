// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_SCORE_ENTRIES_HPP
#define INLAY_MODEL_SCORE_ENTRIES_HPP
// The loss and the metrics as entries of a log.

#include <inlay/model/logs.hpp>
#include <inlay/train/metric.hpp>
#include <inlay/train/score_names.hpp>

#include <array>
#include <cstddef>

namespace inlay::INLAY_ABI {

/// Names the entries of losses and of metrics, in training and in validation, and says which is
/// better.
template <class Scoring>
struct ScoreEntries {
    static constexpr std::size_t count = Scoring::terms;

    static void name(LogEntry* plain, LogEntry* validation = nullptr) {
        for (std::size_t k = 0; k < count; ++k) {
            plain[k] = {.name = names[k].view(), .better = better[k]};
            if (validation != nullptr)
                validation[k] = {.name = val_names[k].view(), .better = better[k]};
        }
    }

private:
    static constexpr auto names = score_names<Scoring>("");
    static constexpr auto val_names = score_names<Scoring>("val_");

    template <class Metric>
    static constexpr Better better_of() {
        if constexpr (requires { bool(Metric::larger_is_better); })
            return Metric::larger_is_better ? Better::larger : Better::smaller;
        else if constexpr (requires { typename Metric::Logits; })
            return Better::smaller;  // a loss that serves as a metric
        else
            return Better::unknown;
    }

    /// Of losses, which are first, smaller ones.
    static constexpr auto better = [] {
        std::array<Better, count> all{};
        std::size_t at = Scoring::losses;
        for (std::size_t k = 0; k < at; ++k) all[k] = Better::smaller;
        simd::unroll<static_cast<int>(Scoring::outputs)>([&](auto k) {
            Scoring::template Part<k>::for_each_metric([&]<class Metric>() {
                all[at++] = better_of<typename scoring::Plain<Metric>::type>();
            });
        });
        return all;
    }();
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_SCORE_ENTRIES_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_MEASURING_HPP
#define INLAY_MODEL_MEASURING_HPP
// Scores outside of training. Groups of examples are scored by themselves and joined in order,
// whatever the number of threads and, but for losses of whole batches, the size of a batch.

#include <inlay/host/buffer.hpp>
#include <inlay/kernel/slices.hpp>
#include <inlay/model/examples.hpp>
#include <inlay/train/output_scoring.hpp>
#include <inlay/train/several.hpp>
#include <inlay/train/target.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace inlay::INLAY_ABI {

/// The scores of examples that a model runs as it is, in batches of a size.
template <class Model, class Scoring>
class Measuring {
public:
    using Scalar = typename Model::scalar;
    using Groups = typename Model::Groups;
    using Inputs = typename Groups::Inputs;
    using AllTargets = Several<Targets<Scalar>, Model::Net::output_count>;

    /// In batches of a size; or each part that is added, where they are those of a loader, is one.
    /// The penalty is what the weights add to the loss of each example.
    Measuring(const Model& model, const typename Scoring::Criteria& criteria, double penalty,
              std::size_t batch, bool of_batches)
        : model_(model),
          scoring_{criteria},
          by_batch_(scoring_.by_batch()),
          batch_(batch),
          of_batches_(of_batches),
          totals_(scoring_.count()) {
        scoring_.add_penalty(totals_.data(), penalty, 1);
    }

    /// Examples of which parts are made: a part is whole groups, or whole batches.
    std::size_t unit() const { return by_batch_ ? batch_ : std::size_t{Groups::size}; }

    /// Adds `count` examples of the inputs and their targets, from number `first` on.
    void add(const Inputs& inputs, const AllTargets& targets, std::size_t first,
             std::size_t count) {
        const bool whole = (by_batch_ && of_batches_) || at_once() >= count;
        const std::size_t most = whole ? count : at_once();
        const std::size_t length = kernel::divided_up(most, Groups::size) * totals_.size();
        if (groups_.size() < length) groups_ = Buffer<double>(length);
        for (std::size_t done = 0; done < count; done += most)
            add_some(inputs, targets, first + done, count - done < most ? count - done : most);
    }

    /// The sums of all scores so far.
    const double* sums() const { return totals_.data(); }

private:
    /// The examples of a batch, or of as many groups as 1 MiB of sums holds: 256 at least, if these
    /// fit into 64 MiB, and 8 anyway.
    std::size_t at_once() const {
        const std::size_t fit = 1024 * 1024 / (totals_.size() * sizeof(double));
        const std::size_t least = fit * 64 < 8 ? 8 : fit * 64 < 256 ? fit * 64 : 256;
        return by_batch_ ? batch_ : (fit < least ? least : fit) * Groups::size;
    }

    double* group(std::size_t number) { return groups_.data() + number * totals_.size(); }

    void add_some(const Inputs& inputs, const AllTargets& targets, std::size_t first,
                  std::size_t count) {
        for (double& sum : groups_.span()) sum = 0;
        using Net = typename Model::Net;
        const auto score = [&](std::size_t n, std::size_t some, const typename Net::Ends& ends,
                               const Scalar* workspace) {
            const auto seen_of = [&](auto k) -> scoring::Seen<Scalar> {
                const Scalar* before = nullptr;
                if constexpr (Scoring::template Part<k>::logits)
                    before = Net::template logits<k>(ends, workspace, some);
                return {ends.outputs[k], before,    Net::template output_mask<k>(workspace, some),
                        targets[k],      first + n, some};
            };
            const auto seen = [&]<std::size_t... K>(std::index_sequence<K...>) ->
                typename Scoring::Seen {
                    return {{seen_of(std::integral_constant<std::size_t, K>())...}};
                }(std::make_index_sequence<Net::output_count>());
            double* const sums = group(n / Groups::size);
            scoring_.collect(sums, seen);
            scoring_.add(sums, sums, seen, count, nullptr);
            if constexpr (Net::penalizes) {
                *scoring_.activities(sums) = *ends.penalty;  // of the group so far
                scoring_.count_activities(sums, some);
            }
        };
        model_.storage().run_all(inputs.part(first, count), batch_, score);
        double* const all = by_batch_ ? groups_.data() : totals_.data();
        for (std::size_t g = by_batch_ ? 1 : 0; g * Groups::size < count; ++g) {
            scoring_.join_collected(all, group(g));
            scoring_.join(all, group(g));
        }
        if (!by_batch_) return;
        scoring_.close(all, count);
        scoring_.join(totals_.data(), all);
    }

    const Model& model_;
    Scoring scoring_;
    bool by_batch_;  // whether each batch has a loss of its own
    std::size_t batch_;
    bool of_batches_;
    Buffer<double> totals_, groups_;
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_MEASURING_HPP

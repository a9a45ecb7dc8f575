// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_FIT_DATA_HPP
#define INLAY_MODEL_FIT_DATA_HPP
// What a fit trains on, and what it measures on behind its epochs.

#include <inlay/host/error.hpp>
#include <inlay/model/batches.hpp>
#include <inlay/model/epochs.hpp>
#include <inlay/model/example_weights.hpp>
#include <inlay/model/feed.hpp>
#include <inlay/model/options.hpp>

namespace inlay::INLAY_ABI {

/// Parts of arrays, the batches of loaders, or arrays of their own, as options say.
template <class Data>
struct FitData {
    Feed<Data> training, validation;

    using Reading = typename Data::Reading;

    /// Serves arrays, or where there are none the batches of a loader. All of them must outlive it,
    /// and the options as well. An Error says what does not fit.
    INLAY_COLD void serve(const Supervised* arrays, const Batches& batches,
                          const FitOptions& options, const Reading& reading) {
        validated_ = trained_ = reading;
        trained_.class_weight = &options.class_weight;
        if (arrays != nullptr)
            train_on(*arrays, options);
        else
            train_on(batches, options);
        const ValidationData& own = options.validation_data;
        if (own.loads()) {
            validation.serve(own.batches, read_ahead(options), Data::read, &validated_);
        } else if (own.given) {
            own_ = Data::read(own.arrays, &validated_);
            validation.serve(own_, {0, own_.count()});
        }
    }

private:
    void train_on(const Supervised& arrays, const FitOptions& options) {
        all_ = Data::read(arrays, &trained_);
        const double share = options.validation_split.value;
        epochs::Parts parts{{0, all_.count()}, {}};
        if (!options.validation_data.given && share != 0)
            parts = epochs::split(all_.count(), share);
        training.serve(all_, parts.training);
        validation.serve(all_, parts.validation);
    }

    void train_on(const Batches& batches, const FitOptions& options) {
        example_data::no_weights_of_arrays(options.sample_weight);
        training.serve(batches, read_ahead(options), Data::read, &trained_);
        if (options.validation_split.value != 0)
            fail("validation_split cuts arrays: a loader is validated by validation_data");
    }

    Reading trained_{}, validated_{};
    Data all_{}, own_{};  // the arrays that are trained on, and those that are for validation alone
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_FIT_DATA_HPP

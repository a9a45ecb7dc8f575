// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_EXAMPLE_WEIGHTS_HPP
#define INLAY_MODEL_EXAMPLE_WEIGHTS_HPP
// What examples, or the rows of their targets, weigh in the loss: told one by one, or by class.

#include <inlay/host/buffer.hpp>
#include <inlay/host/error.hpp>
#include <inlay/host/view.hpp>
#include <inlay/model/arrays.hpp>
#include <inlay/model/class_weights.hpp>
#include <inlay/model/examples.hpp>
#include <inlay/shape/shape.hpp>
#include <inlay/train/metric.hpp>

#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI {

namespace example_data {

/// How many weights of each of so many examples an array holds: one, or where there are several
/// rows of features one for each. An Error otherwise.
INLAY_COLD std::size_t weights_each(const ArrayView& array, std::size_t examples,
                                    const Shape& output, bool by_row);

/// An Error where a loader is given weights beside it.
INLAY_COLD void no_weights_of_arrays(const ArrayList& sample_weight);

/// The weights of an output of so many, of which each has an array or all have the same one;
/// nothing where there are none.
INLAY_COLD ArrayView weights_of(const ArrayList& sample_weight, std::size_t output);

/// An Error where weights are told both ways, or are not those of so many outputs.
INLAY_COLD void check_weights(const ArrayList& sample_weight, const ClassWeights& by_class,
                              std::size_t outputs);

#if INLAY_BODIES

INLAY_BODY std::size_t weights_each(const ArrayView& array, std::size_t examples,
                                    const Shape& output, bool by_row) {
    const Shape each = output.with_last(1);
    const std::size_t rows = each.size();
    const std::size_t first = array.shape().size() == 0 ? 0 : array.shape()[0];
    if (array.size() == examples && (array.flat() || first == examples)) return 1;
    if (by_row && rows > 1 && array.size() == examples * rows &&
        (array.flat() || fits(array, each)))
        return rows;
    Text text;
    text << "sample_weight has the shape " << shape_text(array.shape()) << " but there are "
         << examples << " examples: one weight for each";
    if (by_row && rows > 1) text << ", or for each row of features, " << shape_text("n", each);
    fail(text);
}

/// Whether there is an array among them: an empty one stands for none.
INLAY_COLD inline bool weigh(const ArrayList& arrays) {
    for (std::size_t k = 0; k < arrays.size(); ++k)
        if (arrays[k].shape().size() != 0) return true;
    return false;
}

INLAY_BODY void no_weights_of_arrays(const ArrayList& sample_weight) {
    if (weigh(sample_weight))
        fail("sample_weight is for arrays: a loader's batches bring their own");
}

INLAY_BODY ArrayView weights_of(const ArrayList& sample_weight, std::size_t output) {
    const std::size_t count = sample_weight.size();
    return count == 0 ? ArrayView() : sample_weight[count == 1 ? 0 : output];
}

INLAY_BODY void check_weights(const ArrayList& sample_weight, const ClassWeights& by_class,
                              std::size_t outputs) {
    const std::size_t given = sample_weight.size();
    if (given > 1 && given != outputs)
        fail(Text() << "sample_weight is " << given << " arrays but the network has " << outputs
                    << " output" << (outputs == 1 ? "" : "s") << ": give one array"
                    << (outputs == 1 ? "" : " for each, or one for all"));
    if (weigh(sample_weight) && by_class.given())
        fail("sample_weight and class_weight are both given: an example has one weight");
    if (outputs > 1 && by_class.given()) fail("class_weight is for a network of one output");
}

#endif

}  // namespace example_data

/// The weights of examples; none unless told.
template <class Scalar>
class ExampleWeights {
public:
    ExampleWeights() = default;

    /// The weights of so many examples with outputs of a shape; none where the array is nothing.
    /// An Error where their number is wrong.
    INLAY_COLD ExampleWeights(const ArrayView& array, std::size_t examples, const Shape& output,
                              bool by_row) {
        if (array.shape().size() == 0) return;
        each_ = example_data::weights_each(array, examples, output, by_row);
        weights_ = Buffer<Scalar>(examples * each_);
        array.read(0, weights_.size(), weights_.data());
    }

    /// By the classes of targets: numbers, the largest of a row, or the rounded only one of a row.
    INLAY_COLD ExampleWeights(const ClassWeights& by_class, const Labels<Scalar>& labels,
                              const Shape& output) {
        if (!by_class.given()) return;
        const std::size_t features = output.last();
        if (features > 1) by_class.check(features);
        const Targets<Scalar> targets = labels.all();
        each_ = output.size() / features;
        weights_ = Buffer<Scalar>(labels.count() * each_);
        for (std::size_t k = 0; k < weights_.size(); ++k) {
            std::int64_t number = 0;
            if (targets.classes != nullptr)
                number = targets.classes[k];
            else if (features > 1)
                number = static_cast<std::int64_t>(
                    scoring::largest(targets.rows + k * features, features));
            else
                number = rounded(static_cast<double>(targets.rows[k]));
            weights_[k] = static_cast<Scalar>(by_class[number]);
        }
    }

    /// Adds the weights of examples in an order to their targets, by way of a batch of one's own.
    void gather(View<const std::uint32_t> order, Buffer<Scalar>& batch,
                Targets<Scalar>& targets) const {
        if (weights_.size() == 0) return;
        example_data::gather(weights_, each_, order, batch);
        targets.weights = batch.data();
        targets.weights_each = each_;
    }

    /// Adds the weights of all examples to their targets.
    void put(Targets<Scalar>& targets) const {
        if (weights_.size() == 0) return;
        targets.weights = weights_.data();
        targets.weights_each = each_;
    }

private:
    /// The nearest whole number; -1 for what has none.
    static std::int64_t rounded(double x) {
        if (!(x > -1e9 && x < 1e9)) return -1;
        const double moved = x < 0 ? x - 0.5 : x + 0.5;
        return static_cast<std::int64_t>(moved);
    }

    Buffer<Scalar> weights_;
    std::size_t each_ = 1;
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_EXAMPLE_WEIGHTS_HPP

// SPDX-License-Identifier: MIT
#pragma once
// Inputs and targets of a network, read from arrays: everything is looked at before anything is
// trained.

#include <inlay/model/array.hpp>
#include <inlay/shape/shape.hpp>
#include <inlay/train/target.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace inlay::inline INLAY_ABI {

namespace examples {

/// The extents that count: those that are not 1.
INLAY_COLD inline std::vector<std::size_t> squeezed(std::span<const std::size_t> extents) {
    std::vector<std::size_t> kept;
    for (const std::size_t extent : extents)
        if (extent != 1) kept.push_back(extent);
    return kept;
}

INLAY_COLD inline std::vector<std::size_t> batch_shape(std::size_t count, const Shape& shape) {
    std::vector<std::size_t> extents{count};
    for (int d = 0; d < shape.rank(); ++d) extents.push_back(shape[d]);
    return extents;
}

INLAY_COLD inline std::string wanted(const Shape& shape) {
    std::string text = shape_text(batch_shape(0, shape));
    return "(n" + text.substr(2);
}

/// Whether an array holds examples of a shape, axes of one cell aside.
INLAY_COLD inline bool fits(const ArrayView& array, const Shape& shape) {
    if (array.shape().empty()) return false;
    const std::span<const std::size_t> rest = std::span(array.shape()).subspan(1);
    return squeezed(rest) == squeezed(std::span(shape.extents, std::size_t(shape.rank())));
}

/// How many examples of a shape an array holds; an Error where it holds something else.
INLAY_COLD inline std::size_t count(const ArrayView& array, const Shape& shape, const char* what) {
    if (array.flat() && !fits(array, shape)) {
        if (array.size() % shape.size() != 0)
            fail(std::string(what) + " in one row of " + std::to_string(array.size()) +
                 " numbers are not whole examples of " + std::to_string(shape.size()));
        return array.size() / shape.size();
    }
    if (!fits(array, shape))
        fail(std::string(what) + " have the shape " + shape_text(array.shape()) +
             " but the network needs " + wanted(shape));
    return array.shape()[0];
}

}  // namespace examples

/// The inputs of a network: examples by number, from an array of any element type.
class Inputs {
public:
    Inputs() = default;

    /// An Error where the array does not hold examples of this shape.
    Inputs(const ArrayView& array, const Shape& shape)
        : array_(array), size_(shape.size()), count_(examples::count(array, shape, "the inputs")) {}

    std::size_t count() const { return count_; }

    /// `count` of these examples, from number `first` on.
    Inputs part(std::size_t first, std::size_t count) const {
        Inputs some = *this;
        some.first_ += first;
        some.count_ = count;
        return some;
    }

    template <class Scalar>
    void read(std::size_t example, Scalar* to) const {
        array_.read((first_ + example) * size_, size_, to);
    }

private:
    ArrayView array_;
    std::size_t size_ = 1, first_ = 0, count_ = 0;
};

/// The targets of a network as its loss reads them.
template <class Scalar>
class Labels {
public:
    Labels() = default;

    /// An Error that names the first example whose label is no class, or whose row does not fit.
    INLAY_COLD Labels(const ArrayView& array, const Shape& output, bool sparse) {
        Shape rows = output;
        rows.extents[output.rank() - 1] = 1;
        if (sparse) {
            read_classes(array, rows, output.last());
        } else {
            if (array.whole() && !examples::fits(array, output) && examples::fits(array, rows))
                fail("the labels have the shape " + shape_text(array.shape()) +
                     " but the loss needs one row for each example, " + examples::wanted(output) +
                     ": use data::to_categorical, or SparseCategoricalCrossentropy");
            count_ = examples::count(array, output, "the labels");
            per_example_ = output.size();
            rows_.resize(count_ * output.size());
            array.read(0, rows_.size(), rows_.data());
        }
    }

    std::size_t count() const { return count_; }
    std::size_t per_example() const { return per_example_; }
    bool sparse() const { return rows_.empty(); }

    /// The targets of `count` examples in an order, written into a batch of one's own.
    Targets<Scalar> gather(std::span<const std::uint32_t> order, Labels& batch) const {
        batch.classes_.resize(sparse() ? order.size() * per_example_ : 0);
        batch.rows_.resize(sparse() ? 0 : order.size() * per_example_);
        for (std::size_t n = 0; n < order.size(); ++n)
            for (std::size_t k = 0; k < per_example_; ++k) {
                const std::size_t to = n * per_example_ + k, from = order[n] * per_example_ + k;
                if (sparse())
                    batch.classes_[to] = classes_[from];
                else
                    batch.rows_[to] = rows_[from];
            }
        return batch.all();
    }

    Targets<Scalar> all() const { return {classes_.data(), rows_.data()}; }

private:
    INLAY_COLD void read_classes(const ArrayView& array, const Shape& rows, std::size_t classes) {
        count_ = examples::count(array, rows, "the labels");
        per_example_ = rows.size();
        std::vector<double> values(count_ * per_example_);
        array.read(0, values.size(), values.data());
        for (std::size_t k = 0; k < values.size(); ++k) {
            const bool whole = std::floor(values[k]) == values[k];
            if (!(whole && values[k] >= 0 && values[k] < static_cast<double>(classes))) {
                const std::string number = std::to_string(values[k]);
                fail("the label of example " + std::to_string(k / per_example_) + " is " +
                     (whole ? number.substr(0, number.find('.')) : number) +
                     " but the classes of this network are 0 to " + std::to_string(classes - 1));
            }
            classes_.push_back(static_cast<std::int32_t>(values[k]));
        }
    }

    std::size_t count_ = 0, per_example_ = 1;
    std::vector<std::int32_t> classes_;
    std::vector<Scalar> rows_;
};

}  // namespace inlay::inline INLAY_ABI

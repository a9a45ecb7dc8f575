// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_EXAMPLES_HPP
#define INLAY_MODEL_EXAMPLES_HPP
// Inputs and targets of a network, read from arrays: everything is looked at before anything is
// trained.

#include <inlay/host/buffer.hpp>
#include <inlay/host/view.hpp>
#include <inlay/model/array.hpp>
#include <inlay/shape/element.hpp>
#include <inlay/shape/shape.hpp>
#include <inlay/train/fields.hpp>
#include <inlay/train/target.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace inlay::INLAY_ABI {

namespace example_data {

INLAY_COLD std::vector<std::size_t> batch_shape(std::size_t count, const Shape& shape);

/// Whether an array holds examples of a shape, axes of one cell aside.
INLAY_COLD bool fits(const ArrayView& array, const Shape& shape);

/// How many examples of a shape an array holds; an Error where it holds something else.
INLAY_COLD std::size_t count(const ArrayView& array, const Shape& shape, std::string_view what);

/// An Error where there is not one array for each input, or for each output, of a network.
INLAY_COLD void one_for_each(std::size_t given, std::size_t count, std::string_view end);

/// An Error where one of several arrays has not as many examples as the first.
INLAY_COLD void same_count(std::size_t first, std::size_t count, std::string_view what);

/// Whether an array may hold so many examples of a shape.
INLAY_COLD bool may_hold(const ArrayView& array, std::size_t examples, const Shape& shape);

/// An Error where these are not the labels of so many inputs; it tells what the loss needs.
INLAY_COLD void check_labels(const ArrayView& array, std::size_t inputs, const Shape& output,
                             bool sparse);

/// Reads labels that are classes, or the one that the loss ignores; an Error names the first
/// example whose label is none.
INLAY_COLD void read_classes(const ArrayView& array, std::size_t per_example, std::size_t classes,
                             OrNone<Whole> ignored, View<std::int32_t> to);

/// An Error names the first element that is no whole number below `end`: its example, its place.
INLAY_COLD void check_indices(const ArrayView& array, const Shape& shape, std::size_t end,
                              std::string_view what);

/// Reads indices that have been checked, as integers one behind the other.
INLAY_COLD void read_indices(const ArrayView& array, std::size_t first, std::size_t count,
                             void* to);

/// Copies what examples have in an order, `each` numbers of one, to the beginning of a batch of
/// one's own, which grows where it is too short.
template <class Number>
void gather(const Buffer<Number>& all, std::size_t each, View<const std::uint32_t> order,
            Buffer<Number>& batch) {
    if (batch.size() < order.size() * each) batch = Buffer<Number>(order.size() * each);
    for (std::size_t n = 0; n < order.size(); ++n)
        for (std::size_t k = 0; k < each; ++k) batch[n * each + k] = all[order[n] * each + k];
}

#if INLAY_BODIES

INLAY_BODY std::vector<std::size_t> batch_shape(std::size_t count, const Shape& shape) {
    std::vector<std::size_t> extents(std::size_t(shape.rank()) + 1, count);
    for (int d = 0; d < shape.rank(); ++d) extents[std::size_t(d) + 1] = shape[d];
    return extents;
}

INLAY_BODY bool fits(const ArrayView& array, const Shape& shape) {
    if (array.shape().empty()) return false;
    int d = 0;
    const auto skip_ones = [&] {
        while (d < shape.rank() && shape[d] == 1) ++d;
    };
    for (std::size_t axis = 1; axis < array.shape().size(); ++axis) {
        const std::size_t extent = array.shape()[axis];
        if (extent == 1) continue;
        skip_ones();
        if (d == shape.rank() || shape[d++] != extent) return false;
    }
    skip_ones();
    return d == shape.rank();
}

INLAY_BODY void one_for_each(std::size_t given, std::size_t count, std::string_view end) {
    if (given != count)
        fail(Text() << "there are " << given << " arrays for " << count << " " << end
                    << (count == 1 ? "" : "s") << " of the network");
}

INLAY_BODY void same_count(std::size_t first, std::size_t count, std::string_view what) {
    if (count != first)
        fail(Text() << what << " have " << count << " examples but those of the first input "
                    << first);
}

INLAY_BODY std::size_t count(const ArrayView& array, const Shape& shape, std::string_view what) {
    if (fits(array, shape)) return array.shape()[0];
    if (array.rows() && array.size() == array.shape()[0] * shape.size()) return array.shape()[0];
    if (array.rows() && array.size() == shape.size()) return 1;
    if (!array.flat())
        fail(Text() << what << " have the shape " << shape_text(array.shape())
                    << " but the network needs " << shape_text("n", shape));
    if (array.size() % shape.size() != 0)
        fail(Text() << what << " in one row of " << array.size()
                    << " numbers are not whole examples of " << shape.size());
    return array.size() / shape.size();
}

INLAY_BODY bool may_hold(const ArrayView& array, std::size_t examples, const Shape& shape) {
    const bool by_length = array.flat() || array.rows();
    return by_length ? array.size() == examples * shape.size() : fits(array, shape);
}

INLAY_BODY void check_labels(const ArrayView& array, std::size_t inputs, const Shape& output,
                             bool sparse) {
    const Shape classes = output.with_last(1);
    const Shape& needed = sparse ? classes : output;
    const Shape& other = sparse ? output : classes;
    if (inputs == 0) fail("there are no examples");
    if (!may_hold(array, inputs, needed) && may_hold(array, inputs, other) &&
        (sparse || array.whole()))
        fail(Text() << "the labels have the shape " << shape_text(array.shape())
                    << " but the loss needs one " << (sparse ? "class" : "row")
                    << " for each example, " << shape_text("n", needed) << ": use "
                    << (sparse ? "CategoricalCrossentropy"
                               : "data::to_categorical, or SparseCategoricalCrossentropy"));
    const std::size_t labels = count(array, needed, "the labels");
    if (labels != inputs) {
        Text text;
        text << "there are " << inputs << " inputs but " << labels << " labels";
        if (array.flat() && needed.size() > 1) text << " of " << needed.size() << " numbers";
        fail(text);
    }
}

INLAY_BODY void read_classes(const ArrayView& array, std::size_t per_example, std::size_t classes,
                             OrNone<Whole> ignored, View<std::int32_t> to) {
    for (std::size_t k = 0; k < to.size(); ++k) {
        double value = 0;
        array.read(k, 1, &value);
        const bool in_range = (value >= 0 && value < static_cast<double>(classes)) ||
                              (ignored.given && value == static_cast<double>(ignored.value));
        if (in_range) to[k] = static_cast<std::int32_t>(value);
        if (in_range && static_cast<double>(to[k]) == value) continue;
        fail(Text() << "the label of example " << k / per_example << " is " << array.text(k)
                    << " but the classes of this network are 0 to " << classes - 1
                    << (ignored.given ? ", and the one that is ignored" : ""));
    }
}

namespace {

/// Calls body(k, value) for elements [first, first + count).
template <class Body>
void for_each_element(const ArrayView& array, std::size_t first, std::size_t count,
                      const Body& body) {
    double values[64];
    for (std::size_t done = 0; done < count;) {
        const std::size_t left = count - done, some = left < 64 ? left : 64;
        array.read(first + done, some, values);
        for (std::size_t k = 0; k < some; ++k) body(done + k, values[k]);
        done += some;
    }
}

}  // namespace

INLAY_BODY void check_indices(const ArrayView& array, const Shape& shape, std::size_t end,
                              std::string_view what) {
    for_each_element(array, 0, array.size(), [&](std::size_t k, double value) {
        const std::int32_t index = index_of(value);
        if (index >= 0 && static_cast<std::size_t>(index) < end &&
            static_cast<double>(index) == value)
            return;
        std::size_t place = k % shape.size(), size = shape.size();
        Text says;
        says << what << " hold " << array.text(k) << " at place ";
        for (int d = 0; d < shape.rank(); ++d) {
            size /= shape[d];
            says << (d > 0 ? ", " : "") << place / size;
            place %= size;
        }
        says << " of example " << k / shape.size();
        fail(says << " but the network looks up whole numbers from 0 to " << end - 1);
    });
}

INLAY_BODY void read_indices(const ArrayView& array, std::size_t first, std::size_t count,
                             void* to) {
    auto* const bytes = static_cast<unsigned char*>(to);
    for_each_element(array, first, count,
                     [&](std::size_t k, double value) { put_int32(bytes, k, index_of(value)); });
}

#endif

}  // namespace example_data

/// The inputs of a network: examples by number, from an array of any element type, which must
/// outlive them. Where the network has indices they are read as integers.
class Examples {
public:
    Examples() = default;

    /// An Error, about what the sentence calls `what`, where the array does not hold examples of
    /// this shape; or something else than whole numbers below `indices`, if there are any.
    Examples(const ArrayView& array, const Shape& shape, std::size_t indices, std::string_view what)
        : array_(&array),
          size_(shape.size()),
          count_(example_data::count(array, shape, what)),
          whole_(indices != 0) {
        if (whole_) example_data::check_indices(array, shape, indices, what);
    }

    std::size_t count() const { return count_; }

    /// `count` of these examples, from number `first` on.
    Examples part(std::size_t first, std::size_t count) const {
        Examples some = *this;
        some.first_ += first;
        some.count_ = count;
        return some;
    }

    template <class Scalar>
    void read(std::size_t example, Scalar* to) const {
        const std::size_t first = (first_ + example) * size_;
        if (whole_)
            example_data::read_indices(*array_, first, size_, to);
        else
            array_->read(first, size_, to);
    }

private:
    const ArrayView* array_ = nullptr;
    std::size_t size_ = 1, first_ = 0, count_ = 0;
    bool whole_ = false;
};

/// The targets of a network as its loss reads them.
template <class Scalar>
class Labels {
public:
    Labels() = default;

    /// The labels of so many inputs: classes where the loss is sparse, else rows of the output's
    /// shape. An Error where they do not fit, or names the first example whose label is no class,
    /// nor that which the loss ignores.
    INLAY_COLD Labels(const ArrayView& array, const Shape& output, bool sparse, std::size_t inputs,
                      OrNone<Whole> ignored) {
        example_data::check_labels(array, inputs, output, sparse);
        per_example_ = sparse ? output.with_last(1).size() : output.size();
        count_ = inputs;
        if (sparse) {
            classes_ = Buffer<std::int32_t>(count_ * per_example_);
            example_data::read_classes(array, per_example_, output.last(), ignored, classes_);
        } else {
            rows_ = Buffer<Scalar>(count_ * per_example_);
            array.read(0, rows_.size(), rows_.data());
        }
    }

    std::size_t count() const { return count_; }
    std::size_t per_example() const { return per_example_; }
    bool sparse() const { return rows_.size() == 0; }

    /// The targets of `count` examples in an order, written into a batch of one's own.
    Targets<Scalar> gather(View<const std::uint32_t> order, Labels& batch) const {
        if (sparse())
            example_data::gather(classes_, per_example_, order, batch.classes_);
        else
            example_data::gather(rows_, per_example_, order, batch.rows_);
        return batch.all();
    }

    Targets<Scalar> all() const { return {classes_.data(), rows_.data()}; }

private:
    std::size_t count_ = 0, per_example_ = 1;
    Buffer<std::int32_t> classes_;
    Buffer<Scalar> rows_;
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_EXAMPLES_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_IMAGE_FLOW_HPP
#define INLAY_DATA_IMAGE_FLOW_HPP
// The batches of an ImageDataGenerator: loaders, which fit, evaluate and predict take.

#include <inlay/config.hpp>
#include <inlay/data/image_data_generator.hpp>
#include <inlay/data/image_statistics.hpp>
#include <inlay/model/arrays.hpp>
#include <inlay/random/shuffle.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI::data {

/// What ImageDataGenerator::flow takes beside the arrays.
struct FlowOptions {
    Whole batch_size = 32;      ///< the last batch may be smaller
    bool shuffle = true;        ///< the images, anew in each epoch
    ArrayView sample_weight{};  ///< one number for each image
    Seed seed{};                ///< 0 unless given; flows of one seed change images of one number
                                ///< alike, such as images and their masks
    bool ignore_class_split = false;  ///< labels of one subset may lack in the other
    std::string_view subset{};        ///< of the validation_split: "training" or "validation"
};

namespace detail {

/// Rows of labels or weights, one for each image.
struct Rows {
    ArrayView array{};
    std::size_t length = 1;  ///< numbers of a row

    /// An Error where there is not one for each of so many images; a flat array may hold rows one
    /// behind the other.
    static Rows of(const ArrayView& array, std::size_t images, std::string_view what) {
        const std::size_t count = array.empty() ? 0 : array.shape()[0];
        if (count != images && (count == 0 || !array.flat() || count % images != 0))
            fail(Text() << "there are " << images << " images but " << count << " " << what);
        return {array, array.size() / images};
    }

    /// Some of them, as a batch has them.
    Tensor<> take(std::span<const std::uint32_t> numbers) const {
        std::vector<std::size_t> shape(array.shape().begin(), array.shape().end());
        shape[0] = numbers.size();
        if (array.flat() && length > 1) shape.push_back(length);
        Tensor<> rows(std::move(shape));
        float* to = rows.data();
        for (const std::uint32_t n : numbers) {
            array.read(n * length, length, to);
            to += length;
        }
        return rows;
    }

    /// The numbers among the rows [first, end), each once.
    std::vector<double> distinct(std::size_t first, std::size_t end) const {
        std::vector<double> numbers((end - first) * length);
        array.read(first * length, numbers.size(), numbers.data());
        std::ranges::sort(numbers);
        numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
        return numbers;
    }
};

/// Images in an order that is drawn for each epoch.
class ImageBatches {
public:
    ImageBatches(const ImageDataGenerator& generator, const ArrayView& x,
                 const FlowOptions& options)
        : generator_(generator),
          images_(images_of(x, "flow")),
          batch_size_(at_least("batch_size", options.batch_size, 1)),
          seed_(options.seed.value_or(0)),
          shuffle_(options.shuffle) {
        generator.validate();
        need_statistics(generator, images_.size);
        reader_ = reader_of(generator_.reading());
        split(options.subset);
        order_.resize(end_ - first_);
        draw_order();
    }

    std::size_t count() const { return images_.count; }
    std::size_t first() const { return first_; }
    std::size_t size() const { return (order_.size() - 1) / batch_size_ + 1; }  // never empty

    /// The images' numbers in a batch; an Error where there is no such batch.
    std::span<const std::uint32_t> numbers(std::size_t batch) const {
        if (batch >= size()) fail(Text() << "there is no batch " << batch << " among " << size());
        const std::size_t begin = batch * batch_size_;
        return std::span(order_).subspan(begin, (std::min)(batch_size_, order_.size() - begin));
    }

    /// Images changed and brought to scale.
    Tensor<> take(std::span<const std::uint32_t> numbers) const {
        const ImageExtents& size = images_.size;
        Tensor<> batch({numbers.size(), size.height, size.width, size.channels});
        const randomness::Stream stream = image_stream(seed_, epoch_);
        std::vector<float> spare;
        std::span<float> left(batch);
        for (const std::uint32_t n : numbers) {
            const std::span<float> image = left.first(size.size());
            left = left.subspan(size.size());
            images_.read(n, image);
            apply(image, size, drawn(generator_, size, stream, n), reader_, spare);
            standardize(generator_, image, size, spare);
        }
        return batch;
    }

    void end_epoch() {
        ++epoch_;
        draw_order();
    }

private:
    /// Keras's rule: the first part is for validation, rounded down.
    void split(std::string_view subset) {
        end_ = images_.count;
        if (subset.empty()) return;
        if (subset != "training" && subset != "validation")
            fail(Text() << "subset is \"" << subset
                        << "\" but needs to be \"training\" or \"validation\"");
        const auto at = static_cast<std::size_t>(static_cast<double>(images_.count) *
                                                 generator_.validation_split.value);
        (subset == "training" ? first_ : end_) = at;
        if (first_ == end_)
            fail(Text() << "validation_split leaves no image of " << images_.count
                        << " for subset \"" << subset << "\"");
    }

    void draw_order() {
        std::iota(order_.begin(), order_.end(), static_cast<std::uint32_t>(first_));
        if (shuffle_) randomness::shuffle(order_, {seed_, randomness::Purpose::shuffle, epoch_});
    }

    ImageDataGenerator generator_;
    Images images_;
    kernel::Reader reader_;
    std::size_t batch_size_;
    std::uint64_t seed_, epoch_ = 0;
    bool shuffle_;
    std::size_t first_ = 0, end_ = 0;
    std::vector<std::uint32_t> order_;
};

}  // namespace detail

/// Batches of images alone, for predict: with shuffle = false in the order of the images. It looks
/// at an array that is no temporary, which must outlive it, and has a copy of the generator.
class ImageFlow {
public:
    ImageFlow(const ImageDataGenerator& generator, const ArrayView& x, const FlowOptions& options)
        : images_(generator, x, options) {
        if (!options.sample_weight.empty())
            fail("sample_weight weighs labels: call flow(x, y, {.sample_weight = w})");
    }

    /// Batches of an epoch.
    std::size_t size() const { return images_.size(); }

    /// (n, height, width, channels) changed and brought to scale; the same whenever it is asked for
    /// within an epoch.
    std::tuple<Tensor<>> operator[](std::size_t batch) const {
        return {images_.take(images_.numbers(batch))};
    }

    /// Draws all anew.
    void on_epoch_end() { images_.end_epoch(); }

private:
    detail::ImageBatches images_;
};

/// The same with labels, and weights where they are given: for fit and evaluate.
class LabelledImageFlow {
public:
    LabelledImageFlow(const ImageDataGenerator& generator, const ArrayView& x, const ArrayView& y,
                      const FlowOptions& options)
        : images_(generator, x, options), labels_(detail::Rows::of(y, images_.count(), "labels")) {
        if (!options.sample_weight.empty())
            weights_ = detail::Rows::of(options.sample_weight, images_.count(), "weights");
        if (options.subset.empty() || options.ignore_class_split) return;
        const auto at = static_cast<std::size_t>(static_cast<double>(images_.count()) *
                                                 generator.validation_split.value);
        if (labels_.distinct(0, at) != labels_.distinct(at, images_.count()))
            fail(
                "training and validation have different classes: shuffle images and labels, or "
                "set ignore_class_split = true");
    }

    std::size_t size() const { return images_.size(); }

    /// Images as in ImageFlow, labels, and a list of weights, which is empty where there are none.
    std::tuple<Tensor<>, Tensor<>, ArrayList> operator[](std::size_t batch) const {
        const auto numbers = images_.numbers(batch);
        ArrayList weights;
        if (!weights_.array.empty()) weights = ArrayList(weights_.take(numbers));
        return {images_.take(numbers), labels_.take(numbers), std::move(weights)};
    }

    void on_epoch_end() { images_.end_epoch(); }

private:
    detail::ImageBatches images_;
    detail::Rows labels_, weights_{};
};

inline ImageFlow ImageDataGenerator::flow(const ArrayView& x, const FlowOptions& options) const {
    return {*this, x, options};
}

inline ImageFlow ImageDataGenerator::flow(const ArrayView& x) const { return {*this, x, {}}; }

template <std::convertible_to<ArrayView> Labels>
LabelledImageFlow ImageDataGenerator::flow(const ArrayView& x, Labels&& y,
                                           const FlowOptions& options) const {
    return {*this, x, std::forward<Labels>(y), options};
}

template <std::convertible_to<ArrayView> Labels>
LabelledImageFlow ImageDataGenerator::flow(const ArrayView& x, Labels&& y) const {
    return flow(x, std::forward<Labels>(y), FlowOptions{});
}

/// Two flows of images side by side, such as images and their masks: batch k is the pair of both
/// flows' batches k. Given the same seed, batch_size and shuffle they stay together.
template <class Inputs, class Targets>
class ZippedFlows {
public:
    ZippedFlows(Inputs inputs, Targets targets)
        : inputs_(std::move(inputs)), targets_(std::move(targets)) {
        if (inputs_.size() != targets_.size())
            fail(Text() << "one flow has " << inputs_.size() << " batches, the other "
                        << targets_.size());
    }

    std::size_t size() const { return inputs_.size(); }
    std::pair<Tensor<>, Tensor<>> operator[](std::size_t batch) const {
        return {std::get<0>(inputs_[batch]), std::get<0>(targets_[batch])};
    }
    void on_epoch_end() {
        inputs_.on_epoch_end();
        targets_.on_epoch_end();
    }

private:
    Inputs inputs_;
    Targets targets_;
};

/// Keras's zip(images, masks) as a loader.
inline ZippedFlows<ImageFlow, ImageFlow> zip(ImageFlow inputs, ImageFlow targets) {
    return {std::move(inputs), std::move(targets)};
}

}  // namespace inlay::INLAY_ABI::data

#endif  // INLAY_DATA_IMAGE_FLOW_HPP

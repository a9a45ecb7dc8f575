// SPDX-License-Identifier: MIT
#pragma once
// What the tables of Keras's numbers in this folder share: the formula that fills inputs, weights
// and labels on both sides, the layout of a case, and the distance of our numbers from Keras's.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <ranges>
#include <span>
#include <string_view>
#include <vector>

namespace keras {

/// Element i of the sequence `salt` as 32 bits, of which value() and label() use the upper 24.
constexpr std::uint32_t hash(std::uint32_t i, std::uint32_t salt) {
    return i * 2654435761u + salt * 40503u;
}

/// Element i of the sequence `salt`: a multiple of 2^-23 in [-1, 1), exact in float. The salts here
/// are multiples of 43924, because sequences of neighbouring salts differ by 2e-5 only.
inline float value(std::uint32_t i, std::uint32_t salt) {
    return static_cast<float>(hash(i, salt) >> 8) / 8388608.0f - 1.0f;
}

/// Label i of the sequence `salt`, in 0 .. classes - 1.
inline std::uint32_t label(std::uint32_t i, std::uint32_t salt, std::uint32_t classes) {
    return static_cast<std::uint32_t>(std::uint64_t{hash(i, salt) >> 8} * classes >> 24);
}

/// A tensor that the formula fills: element i is offset + scale * value(i, salt). Weights are named
/// as in Keras: conv2d_1/kernel.
struct Tensor {
    std::string_view name;
    std::size_t size;
    std::uint32_t salt;
    float scale;
    float offset;

    /// Element i; the product is exact in double, so that a fused multiply-add changes nothing.
    float operator[](std::size_t i) const {
        const auto v = static_cast<double>(value(static_cast<std::uint32_t>(i), salt));
        return static_cast<float>(static_cast<double>(offset) + static_cast<double>(scale) * v);
    }

    /// All elements, or `count` of them from `first` on.
    std::vector<float> values() const { return values(0, size); }
    std::vector<float> values(std::size_t first, std::size_t count) const {
        std::vector<float> all(count);
        for (std::size_t i = 0; i < count; ++i) all[i] = (*this)[first + i];
        return all;
    }
};

/// Labels that the formula fills: label i is label(i, salt, classes).
struct Labels {
    std::size_t size;
    std::uint32_t salt;
    std::uint32_t classes;

    std::uint32_t operator[](std::size_t i) const {
        return label(static_cast<std::uint32_t>(i), salt, classes);
    }

    /// All labels, as the type that a loss takes.
    template <class Number>
    std::vector<Number> values() const {
        std::vector<Number> all(size);
        for (std::size_t i = 0; i < size; ++i) all[i] = static_cast<Number>((*this)[i]);
        return all;
    }

    /// One row of `classes` numbers a label: 1 at the label, 0 elsewhere.
    std::vector<float> one_hot() const {
        std::vector<float> rows(size * classes);
        for (std::size_t i = 0; i < size; ++i) rows[i * classes + (*this)[i]] = 1.0f;
        return rows;
    }
};

/// What Keras found for a tensor: all elements of a small one, a sample of a large one.
struct Expected {
    std::size_t size;
    double sum;                     // of all elements
    double magnitude;               // the sum of their absolute values
    double largest;                 // the largest absolute value
    std::span<const float> values;  // those listed

    /// Where values[k] stands in the tensor.
    std::size_t index(std::size_t k) const {
        return values.size() == size ? k : (k * 97 + 13) % size;
    }
};

/// How far `actual` is from what Keras found: the largest difference of a listed element as a part
/// of the largest element, or, if that is more, the difference of the sums as a part of the
/// magnitude. Infinite for another size or a NaN.
template <std::ranges::contiguous_range Range>
double distance(const Expected& expected, const Range& actual) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    if (std::ranges::size(actual) != expected.size) return infinite;
    const auto* data = std::ranges::data(actual);
    double sum = 0;
    for (std::size_t i = 0; i < expected.size; ++i) sum += static_cast<double>(data[i]);
    const auto part = [](double difference, double whole) {
        return difference == 0 ? 0 : std::abs(difference) / (whole > 0 ? whole : 1);
    };
    double worst = part(sum - expected.sum, expected.magnitude);
    for (std::size_t k = 0; k < expected.values.size(); ++k) {
        const auto found = static_cast<double>(data[expected.index(k)]);
        const auto wanted = static_cast<double>(expected.values[k]);
        worst = std::max(worst, part(found - wanted, expected.largest));
    }
    return std::isnan(sum) ? infinite : worst;
}

/// A loss at the logits of the activation that it is fused with, or at plain predictions. In
/// losses.hpp.
struct LossCase {
    std::string_view name;
    std::size_t batch;
    std::span<const float> inputs;    // logits or predictions
    std::span<const int> labels;      // of a sparse loss
    std::span<const float> targets;   // of any other loss
    std::span<const float> outputs;   // of the activation; predictions unchanged
    std::span<const float> losses;    // the mean over each example
    float loss;                       // the mean over the batch
    std::span<const float> gradient;  // of `loss` at `inputs`
};

/// An optimizer on a vector; step t = 0, 1, ... takes the gradients from t * weights.size on. In
/// optimizers.hpp.
struct OptimizerCase {
    std::string_view name;
    std::size_t steps;
    std::span<const std::size_t> sizes;  // of the tensors that the weights are
    Tensor weights;
    Tensor gradients;                      // of all steps
    std::span<const float> after_1;        // the weights after one step
    std::span<const float> after_2;        // after two
    std::span<const float> after_5;        // after five
    std::span<const float> after;          // after all
    std::span<const float> first_moment;   // SGD's momentum or Adam's m ..., after all steps
    std::span<const float> second_moment;  // Adam's v ..., after all steps
    std::span<const float> third_moment;   // Adam's vhat ..., after all steps
};

/// A picture of bytes hash(i, salt) >> 24, and what Pillow makes of it in another size.
struct PillowCase {
    std::string_view name;
    std::size_t height, width, channels;
    std::uint32_t salt;
    std::size_t to_height, to_width;
    std::string_view interpolation;
    bool crop;  // to the middle part of the wanted shape
    std::span<const std::uint8_t> pixels;
};

/// A file that Pillow wrote, and the pixels that it reads.
struct PictureFileCase {
    std::string_view name;
    std::size_t height, width, channels;
    std::span<const std::uint8_t> file, pixels;
};

/// Pictures as arrays, and what Keras makes of them in another size.
struct ResizeCase {
    std::string_view name;
    std::size_t height, width, channels;
    Tensor input;
    std::size_t to_height, to_width;
    std::string_view interpolation;
    bool antialias, crop, pad;
    std::span<const float> pixels;
};

/// A schedule's learning rate at some steps. In schedules.hpp.
struct ScheduleCase {
    std::string_view name;
    std::span<const std::uint64_t> steps;
    std::span<const float> rates;
};

/// An image under a transform of the ImageDataGenerator. In image_transforms.hpp.
struct ImageCase {
    std::string_view name;
    std::size_t height, width, channels;
    Tensor input;
    double theta, tx, ty, shear, zx, zy;
    bool flip_horizontal, flip_vertical;
    double channel_shift_intensity;
    double brightness;  // below 0: none
    std::string_view fill_mode;
    double cval;
    int interpolation_order;
    Expected output;
};

/// Images that an ImageDataGenerator was fitted on and brings to scale. In image_scaling.hpp.
struct ScalingCase {
    std::string_view name;
    std::size_t count, height, width, channels;
    Tensor input;
    bool featurewise_center, samplewise_center;
    bool featurewise_std_normalization, samplewise_std_normalization, zca_whitening;
    double rescale;
    bool preprocessing_function;       // (x + 3)^2 / 100
    std::span<const float> mean;       // of the channels, where it is wanted
    std::span<const float> deviation;  // likewise
    Expected output;
};

/// A classifier trained by train_on_batch with SparseCategoricalCrossentropy and Accuracy; step
/// t = 0, 1, ... takes the examples from t * batch on. In nets.hpp.
struct NetCase {
    std::string_view name;
    std::size_t batch;
    std::size_t steps;
    Tensor input;   // of all steps
    Labels labels;  // of all steps
    std::size_t parameter_count;
    std::size_t trainable_count;
    std::span<const Tensor> weights;    // before training, in inlay's order
    std::span<const Tensor> state;      // likewise
    Expected prediction;                // of all examples, before training
    std::span<const float> losses;      // one a step, as returned
    std::span<const float> accuracies;  // likewise
    std::span<const Expected> weights_after;
    std::span<const Expected> state_after;
    float loss;      // of evaluate() on all examples, after training
    float accuracy;  // likewise
};

/// A network that is a graph, trained by train_on_batch and Adam; step t = 0, 1, ... takes the
/// examples from t * batch on. In graphs.hpp, which graphs.py writes.
struct GraphCase {
    std::string_view name;
    std::size_t batch;
    std::size_t steps;
    float rate;
    std::span<const Tensor> inputs;   // of all steps
    std::span<const Tensor> rows;     // the targets of each output, where they are rows of numbers
    std::span<const Labels> classes;  // where they are classes
    std::span<const Tensor> weights;  // before training, in inlay's order
    std::span<const Expected> predictions;  // of each output, before training
    std::span<const float> logs;            // of each step, as train_on_batch returns them
    std::span<const Expected> weights_after;
    std::span<const float> evaluate;  // on all examples, after training
};

/// One key of a History.
struct Series {
    std::string_view key;
    std::span<const float> values;  // one an epoch
};

/// fit without shuffling, then evaluate on all examples with the same batch size, then
/// test_on_batch on the first batch. In training.hpp.
struct FitCase {
    std::string_view name;
    std::size_t examples;
    std::size_t batch_size;
    std::size_t epochs;
    double validation_split;
    Tensor input;                     // of all examples
    Labels labels;                    // of all examples
    std::span<const Tensor> weights;  // before training, in inlay's order
    std::span<const Series> history;  // in Keras's order
    std::span<const Expected> weights_after;
    std::span<const float> evaluate;       // the loss, then the accuracy if there is one
    std::span<const float> test_on_batch;  // likewise
};

/// The same with all numbers listed, and with weights and metrics of any kind; without epochs, only
/// evaluate and test_on_batch. In scores.hpp.
struct ScoreCase {
    std::string_view name;
    std::size_t examples;
    std::size_t batch_size;
    std::size_t epochs;
    double validation_split;
    std::span<const float> input;
    std::span<const float> targets;        // class numbers or rows
    std::span<const float> sample_weight;  // none; of examples; or of their rows
    std::span<const float> class_weight;   // by class
    std::span<const Tensor> weights;
    std::span<const Series> history;
    std::span<const Expected> weights_after;
    std::span<const float> evaluate;  // the loss, then the metrics, the weighted ones last
    std::span<const float> test_on_batch;
};

/// Where fit cuts for a validation_split: so many examples are trained on. In training.hpp.
struct Split {
    std::size_t examples;
    double fraction;
    std::size_t training;
};

}  // namespace keras

// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_WEIGHTS_HPP
#define INLAY_LAYER_WEIGHTS_HPP
// The tensors of a layer: names, shapes in Keras's layout, and what they start with.

#include <inlay/layer/policy.hpp>
#include <inlay/random/initializers.hpp>
#include <inlay/shape/shape.hpp>

#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>

namespace inlay::INLAY_ABI {

/// One tensor of a layer's weights: its name, its shape in Keras's layout, and how it starts: with
/// zeros unless said.
struct WeightSpec {
    using Fill = void (*)(std::span<float>, const Fans&, const randomness::Stream&);

    std::string_view name;
    Shape shape;
    Fill fill = nullptr;
    std::size_t fan_in = 0, fan_out = 0;  ///< of a tensor whose shape does not tell them
    bool trainable = true;
    Penalty penalty{};
    Constraint constraint{};
    Spectral spectral{};
    std::string_view inside{};  ///< a layer within the layer, where one has it: forward_lstm
    InitialMistake mistake{};   ///< what its initializer says against its shape

    /// The same tensor, drawn by that initializer.
    template <class Initializer>
    constexpr WeightSpec drawn_by() const {
        WeightSpec spec = *this;
        spec.fill = Initializer::fill;
        if constexpr (requires { Initializer::mistake(shape); })
            spec.mistake = Initializer::mistake(shape);
        return spec;
    }

    /// Whether both have one name within a layer.
    constexpr bool is_called_as(const WeightSpec& other) const {
        return name == other.name && inside == other.inside;
    }

    /// What its initializer is told: fans by Keras's rule unless the layer states them.
    constexpr Fans fans() const {
        if (fan_in != 0) return {shape, static_cast<double>(fan_in), static_cast<double>(fan_out)};
        const int rank = shape.rank();
        const auto out = static_cast<double>(shape.last());
        if (rank < 2) return {shape, out, out};
        const auto in = static_cast<double>(shape[rank - 2]);
        const double field = static_cast<double>(shape.size()) / (in * out);
        return {shape, in * field, out * field};
    }

    /// The values that the tensor starts with. They are drawn as floats for every scalar: networks
    /// in float and in double start alike.
    template <class Scalar>
    void initialize(std::span<Scalar> values, const randomness::Stream& stream) const {
        if (fill == nullptr) {
            for (Scalar& value : values) value = 0;
            return;
        }
        const auto draw = [&](float* drawn) { fill({drawn, values.size()}, fans(), stream); };
        if constexpr (std::is_same_v<Scalar, float>) {
            draw(values.data());
        } else {
            // The floats lie at the beginning of the same memory, and are widened from the last on.
            static_assert(sizeof(Scalar) >= sizeof(float), "inlay: no room for the floats");
            auto* const drawn = reinterpret_cast<float*>(values.data());
            draw(drawn);
            for (std::size_t k = values.size(); k-- > 0;) {
                float narrow;
                __builtin_memcpy(&narrow, drawn + k, sizeof narrow);
                const auto wide = static_cast<Scalar>(narrow);
                __builtin_memcpy(&values[k], &wide, sizeof wide);
            }
        }
    }
};

/// The tensors of one layer, in Keras's order: at most `capacity`, and a name each of their own.
struct WeightSpecs {
    static constexpr int capacity = 16;

    WeightSpec items[capacity];
    int count = 0;  ///< of those that were added, also where they are too many

    constexpr WeightSpecs& add(const WeightSpec& item) {
        if (count < capacity) items[count] = item;
        ++count;
        return *this;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::WeightSpec;
using INLAY_ABI::WeightSpecs;
}  // namespace inlay

#endif  // INLAY_LAYER_WEIGHTS_HPP

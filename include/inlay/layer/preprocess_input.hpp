// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_PREPROCESS_INPUT_HPP
#define INLAY_LAYER_PREPROCESS_INPUT_HPP

#include <inlay/layer/activation.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/named.hpp>
#include <inlay/layer/option/kind.hpp>
#include <inlay/layer/rescaling.hpp>
#include <inlay/layer/sliding.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// Red, green and blue, each scaled and moved: channel c is made of channel from[c].
struct ColourRule {
    int from[3];
    double scale[3], offset[3];
};

/// What a network trained by Caffe sees: blue, green and red, less their means over ImageNet.
inline constexpr ColourRule caffe_colours{{2, 1, 0}, {1, 1, 1}, {-103.939, -116.779, -123.68}};

/// What one trained by Torch sees: (x / 255 - mean) / deviation.
inline constexpr ColourRule torch_colours{{0, 1, 2},
                                          {1 / (255 * 0.229), 1 / (255 * 0.224), 1 / (255 * 0.225)},
                                          {-0.485 / 0.229, -0.456 / 0.224, -0.406 / 0.225}};

/// A layer that maps colours by a rule.
template <const ColourRule& rule>
struct ColourLayer : LayerDefaults {
    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        sliding::need_cells(in, 2, complaint);
        if (complaint.raised() || in.last() == 3) return in;
        complaint.needs << "needs red, green and blue";
        complaint.remedy << "leave it out, or take PreprocessInput<\"tf\">, for other images";
        return in;
    }

    /// y[..][c] = scale[c] x[..][from[c]] + offset[c]
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        kernel::for_each_row<binding.in, binding.out>(
            pass.count, [&](std::size_t x, std::size_t y) {
                for (int c = 0; c < 3; ++c)
                    pass.y[y + std::size_t(c)] = simd::fma(pass.x[x + std::size_t(rule.from[c])],
                                                           static_cast<Scalar>(rule.scale[c]),
                                                           static_cast<Scalar>(rule.offset[c]));
            });
    }

    /// dx[..][from[c]] (+)= scale[c] dy[..][c]
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        kernel::for_each_row<binding.in, binding.out>(
            pass.count, [&](std::size_t x, std::size_t y) {
                for (int c = 0; c < 3; ++c) {
                    Scalar& dx = pass.dx[x + std::size_t(rule.from[c])];
                    const Scalar before = binding.accumulate ? dx : Scalar(0);
                    dx = simd::fma(pass.dy[y + std::size_t(c)], static_cast<Scalar>(rule.scale[c]),
                                   before);
                }
            });
    }
};

/// Images of bytes, 0 ... 255, as networks trained on ImageNet expect them. PreprocessInput<"tf">
/// makes -1 ... 1 of them, <"caffe"> blue, green and red less their means, <"torch"> red, green and
/// blue with mean 0 and deviation 1; the last two need three channels. PreprocessInput<> is an
/// option of the networks of inlay/zoo.hpp: begin with the one that the network was trained with.
template <Name mode = Name("")>
struct PreprocessInput : LayerDefaults {
    static constexpr std::string_view title = "PreprocessInput", name = "preprocess_input";
    static constexpr option::Kind kind = "preprocessing";

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << "needs a mode: \"tf\", \"caffe\" or \"torch\"";
        complaint.remedy << "write it like PreprocessInput<\"tf\">, or give it to a network that "
                         << "knows its own, such as zoo::VGG16<PreprocessInput<>>";
        return in;
    }
    template <Binding, class, class Scalar>
    static void forward(const Forward<Scalar>&) {}
    template <Binding, class Scalar>
    static void backward(const Backward<Scalar>&) {}
};

template <>
struct PreprocessInput<"tf"> : ActivationLayer<Rescaling<1 / 127.5, -1>> {
    static constexpr std::string_view title = "PreprocessInput", name = "preprocess_input";
    static constexpr option::Kind kind = "preprocessing";
};

template <>
struct PreprocessInput<"caffe"> : ColourLayer<caffe_colours> {
    static constexpr std::string_view title = "PreprocessInput", name = "preprocess_input";
    static constexpr option::Kind kind = "preprocessing";
};

template <>
struct PreprocessInput<"torch"> : ColourLayer<torch_colours> {
    static constexpr std::string_view title = "PreprocessInput", name = "preprocess_input";
    static constexpr option::Kind kind = "preprocessing";
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::PreprocessInput;
}  // namespace inlay

#endif  // INLAY_LAYER_PREPROCESS_INPUT_HPP

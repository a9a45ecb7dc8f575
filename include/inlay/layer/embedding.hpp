// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_EMBEDDING_HPP
#define INLAY_LAYER_EMBEDDING_HPP

#include <inlay/kernel/map.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/options.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI {

/// A vector of Size weights for each whole number: (steps) -> (steps, Size). The input holds
/// numbers from 0 to Words - 1: fit, evaluate and predict refuse others, forward gives a vector of
/// NaN for them. A network that begins with it reads 32-bit integers, all of which count; floats
/// hold whole numbers up to 2^24. Options: MaskZero, EmbeddingsInit, EmbeddingsRegularizer,
/// EmbeddingsConstraint.
template <int Words, int Size, class... Given>
struct Embedding : LayerDefaults {
    using Options = option::Options<Given...>;

    static constexpr std::string_view title = "Embedding", name = "embedding";
    static constexpr bool backward_reads_input = true;
    static constexpr bool masks_zero = Options::has("mask zero");
    static constexpr Masks masks = masks_zero ? Masks::make : Masks::stop;
    static constexpr auto words = static_cast<std::size_t>(Words);
    static constexpr auto size = static_cast<std::size_t>(Size);
    static constexpr std::size_t indices = words;
    static constexpr Steps steps = Steps::each;

    static constexpr bool views(const Shape&) { return true; }

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"mask zero", "embeddings initializer",
                                             "embeddings regularizer", "embeddings constraint"})
                               .view();
        if (Words < 1 || Size < 1) {
            complaint.needs << "has " << Words << " words of " << Size << " numbers but each needs "
                            << "to be one at least";
            complaint.remedy << "write Embedding<1000, 64>";
        } else if (in.rank() > 3) {
            complaint.needs << "needs whole numbers along three axes at most";
            complaint.remedy << "give the network an input such as Input<100>";
        } else if (masks_zero && in.rank() != 1) {
            complaint.needs << "makes a mask of a row of whole numbers alone";
            complaint.remedy << "leave MaskZero out";
        }
        Shape out = in;
        out.extents[out.count++] = size;
        return complaint.raised() ? in : out;
    }

    static constexpr WeightSpecs weights(const Shape&) {
        return WeightSpecs{}.add(
            Options::template ruled<"embeddings regularizer", "embeddings constraint">(
                Options::template drawn<"embeddings initializer", RandomUniform<>>(
                    {"embeddings", {words, size}})));
    }

    /// y[q] = w[x[q]]                                 for the numbers q in row order
    template <Binding binding, class, class Scalar>
    static void forward(const Forward<Scalar>& pass) {
        for_each_number<binding>(
            pass.count, [&](std::size_t n, std::size_t q, std::size_t from, std::size_t at) {
                const auto word = element_at<binding.element>(pass.x, from);
                Scalar* const to = pass.y + at;
                if (is_index(word, Words))
                    kernel::copy_row<false>(pass.weights + static_cast<std::size_t>(word) * size,
                                            to, size);
                else
                    for (std::size_t c = 0; c < size; ++c)
                        to[c] = static_cast<Scalar>(__builtin_nan(""));
                if constexpr (masks_zero)
                    pass.new_mask[n * binding.in.elements() + q] = static_cast<Scalar>(word != 0);
            });
    }

    /// dw[x[q]] += dy[q]      in the order of examples and numbers; dx = 0
    template <Binding binding, class Scalar>
    static void backward(const Backward<Scalar>& pass) {
        for_each_number<binding>(
            pass.count, [&](std::size_t, std::size_t, std::size_t from, std::size_t at) {
                const auto word = element_at<binding.element>(pass.x, from);
                if (is_index(word, Words))
                    kernel::copy_row<true>(
                        pass.dy + at, pass.gradient + static_cast<std::size_t>(word) * size, size);
            });
        if constexpr (binding.input_gradient && !binding.accumulate)
            for (std::size_t k = 0; k < pass.count * binding.in.size(); ++k) pass.dx[k] = 0;
    }

private:
    /// Calls body(n, q, from, to) for number q of example n: where it lies, and its vector.
    template <Binding binding, class Body>
    static void for_each_number(std::size_t count, Body&& body) {
        constexpr Map in = binding.in, out = binding.out;
        for (std::size_t n = 0; n < count; ++n)
            for (std::size_t q = 0; q < in.elements(); ++q) {
                const std::size_t cell = q / in.channels();
                body(n, q,
                     n * in.size() + in.row(cell / in.width()) + cell % in.width() * in.pixel() +
                         q % in.channels(),
                     n * out.size() + out.row(q / out.width()) + q % out.width() * out.pixel());
            }
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Embedding;
}  // namespace inlay

#endif  // INLAY_LAYER_EMBEDDING_HPP

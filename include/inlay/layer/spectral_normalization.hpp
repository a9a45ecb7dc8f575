// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_SPECTRAL_NORMALIZATION_HPP
#define INLAY_LAYER_SPECTRAL_NORMALIZATION_HPP

#include <inlay/layer/activation.hpp>
#include <inlay/layer/layer.hpp>
#include <inlay/layer/options.hpp>

#include <string_view>

namespace inlay::INLAY_ABI {

/// A layer whose kernel, or embeddings, each training step begins by dividing by an estimate of its
/// largest singular value (Miyato et al. 2018), as a matrix of the last axis' columns; the gradient
/// is that at the quotient, which is what the step then moves. Outside of training the weights are
/// what the last step left. Option: PowerIterations (1).
template <class Inside, class... Given>
struct SpectralNormalization : LayerOf<Inside> {
    using Inner = LayerOf<Inside>;
    using Options = option::Options<Given...>;
    static_assert(Layer<Inner> && !Joins<Inner>,
                  "inlay: SpectralNormalization takes one layer of one input, such as "
                  "SpectralNormalization<Dense<10>>");

    static constexpr std::string_view title = "SpectralNormalization",
                                      name = "spectral_normalization";
    static constexpr int iterations =
        Options::template get<"power iterations", PowerIterations<1>>::count;

    static constexpr Shape output(const Shape& in, Complaint& complaint) {
        complaint.needs << Options::mistake({"power iterations"}).view();
        if (iterations < 1 && !complaint.raised()) {
            complaint.needs << "needs one power iteration at least";
            complaint.remedy << "leave the option out, or write PowerIterations<1>";
        }
        if (complaint.raised()) return in;
        const Shape out = Inner::output(in, complaint);
        if (!complaint.raised() && kernel_of(Inner::weights(in)) < 0) {
            complaint.needs << "needs a layer with a kernel or embeddings of its own";
            complaint.remedy << "put it around a layer such as Dense, Conv2D or Embedding";
        }
        return out;
    }

    /// Those of the layer inside, and the estimate of a singular vector.
    static constexpr WeightSpecs weights(const Shape& in) {
        WeightSpecs specs = Inner::weights(in);
        WeightSpec& kernel = specs.items[kernel_of(specs)];
        kernel.spectral = {iterations, specs.count};
        for (int k = 0; k < specs.count; ++k) specs.items[k].inside = Inner::name;
        return specs.add(
            WeightSpec{.name = "vector_u", .shape = {1, kernel.shape.last()}, .trainable = false}
                .template drawn_by<TruncatedNormal<0.02L>>());
    }

private:
    /// The number of the tensor that is normalized; -1: there is none.
    static constexpr int kernel_of(const WeightSpecs& specs) {
        int k = specs.count;
        while (--k >= 0) {
            const WeightSpec& spec = specs.items[k];
            if (spec.inside.empty() && (spec.name == "kernel" || spec.name == "embeddings")) break;
        }
        return k;
    }
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::SpectralNormalization;
}  // namespace inlay

#endif  // INLAY_LAYER_SPECTRAL_NORMALIZATION_HPP

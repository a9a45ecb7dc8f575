// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTIONS_HPP
#define INLAY_LAYER_OPTIONS_HPP
// The option types a layer takes behind its sizes, in any order: Same, Strides<2>, ReLU, NoBias ...
// Each is a file in layer/option/; a layer lists the kinds it accepts.

#include <inlay/activation/elementwise.hpp>
#include <inlay/layer/option/algorithm.hpp>
#include <inlay/layer/option/alpha_constraint.hpp>
#include <inlay/layer/option/alpha_regularizer.hpp>
#include <inlay/layer/option/axes.hpp>
#include <inlay/layer/option/antialias.hpp>
#include <inlay/layer/option/aspect_ratio.hpp>
#include <inlay/layer/option/axis.hpp>
#include <inlay/layer/option/beta_init.hpp>
#include <inlay/layer/option/bias.hpp>
#include <inlay/layer/option/bias_constraint.hpp>
#include <inlay/layer/option/bias_init.hpp>
#include <inlay/layer/option/bias_regularizer.hpp>
#include <inlay/layer/option/causal_mask.hpp>
#include <inlay/layer/option/depth_multiplier.hpp>
#include <inlay/layer/option/dilation.hpp>
#include <inlay/layer/option/direction.hpp>
#include <inlay/layer/option/dropout_rate.hpp>
#include <inlay/layer/option/embeddings_constraint.hpp>
#include <inlay/layer/option/embeddings_init.hpp>
#include <inlay/layer/option/embeddings_regularizer.hpp>
#include <inlay/layer/option/epsilon.hpp>
#include <inlay/layer/option/fill.hpp>
#include <inlay/layer/option/gamma_init.hpp>
#include <inlay/layer/option/go_backwards.hpp>
#include <inlay/layer/option/groups.hpp>
#include <inlay/layer/option/invert.hpp>
#include <inlay/layer/option/interpolation.hpp>
#include <inlay/layer/option/keep_dims.hpp>
#include <inlay/layer/option/kernel_constraint.hpp>
#include <inlay/layer/option/kernel_init.hpp>
#include <inlay/layer/option/kernel_regularizer.hpp>
#include <inlay/layer/option/mask_value.hpp>
#include <inlay/layer/option/mask_zero.hpp>
#include <inlay/layer/option/mean.hpp>
#include <inlay/layer/option/merge.hpp>
#include <inlay/layer/option/momentum.hpp>
#include <inlay/layer/option/moving_mean_init.hpp>
#include <inlay/layer/option/moving_variance_init.hpp>
#include <inlay/layer/option/no_unit_forget_bias.hpp>
#include <inlay/layer/option/output_dim.hpp>
#include <inlay/layer/option/normalize.hpp>
#include <inlay/layer/option/output_mode.hpp>
#include <inlay/layer/option/output_padding.hpp>
#include <inlay/layer/option/padding.hpp>
#include <inlay/layer/option/power_iterations.hpp>
#include <inlay/layer/option/recurrent_activation.hpp>
#include <inlay/layer/option/recurrent_constraint.hpp>
#include <inlay/layer/option/recurrent_init.hpp>
#include <inlay/layer/option/recurrent_regularizer.hpp>
#include <inlay/layer/option/relu.hpp>
#include <inlay/layer/option/reset_before.hpp>
#include <inlay/layer/option/return_attention_scores.hpp>
#include <inlay/layer/option/return_sequences.hpp>
#include <inlay/layer/option/return_state.hpp>
#include <inlay/layer/option/scale.hpp>
#include <inlay/layer/option/shared_axes.hpp>
#include <inlay/layer/option/strides.hpp>
#include <inlay/layer/option/value_dim.hpp>
#include <inlay/layer/option/variance.hpp>
#include <inlay/layer/option/value_range.hpp>
#include <inlay/layer/select.hpp>
#include <inlay/layer/weights.hpp>
#include <inlay/random/distributions.hpp>
#include <inlay/random/orthogonal.hpp>
#include <inlay/text/sentence.hpp>
#include <inlay/text/type_name.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI::option {

/// Activations are options without saying so; layers that serve as one, such as PReLU, say it.
template <class Type>
constexpr Kind kind_of() {
    if constexpr (requires { Kind(Type::kind); })
        return Type::kind;
    else if constexpr (requires { requires Type::is_activation; })
        return "activation";
    else
        return ActivationFunction<Type> ? Kind("activation") : Kind();
}

/// What a tensor has that no option speaks of.
struct Unruled {
    static constexpr Penalty penalty{};
    static constexpr Constraint constraint{};
};

/// A word of a list, whose letters the compiler has counted: a string_view would count them again
/// for each layer of a network.
struct Word {
    std::string_view text;

    constexpr Word() = default;
    template <std::size_t Length>
    constexpr explicit(false) Word(const char (&given)[Length]) : text(given, Length - 1) {}
    constexpr explicit(false) Word(std::string_view given) : text(given) {}
};

/// The options of one layer, read by kind.
template <class... Given>
struct Options {
    static constexpr std::size_t count = sizeof...(Given);
    static constexpr Kind kinds[count + 1] = {kind_of<Given>()..., Kind()};

    /// The place of the option of that kind; `count` where it was not given.
    static constexpr std::size_t place(const Kind& kind) {
        std::size_t at = 0;
        while (at < count && !(kinds[at] == kind)) ++at;
        return at;
    }

    static constexpr bool has(const Kind& kind) { return place(kind) < count; }

    /// The option of that kind, or Default.
    template <Kind Wanted, class Default>
    using get = TypeAt<place(Wanted), Given..., Default>;

    /// A tensor drawn by the initializer that an option of this kind names, or by Default.
    template <Kind Wanted, class Default>
    static constexpr WeightSpec drawn(const WeightSpec& spec) {
        return spec.drawn_by<typename get<Wanted, KernelInit<Default>>::initializer>();
    }

    /// A tensor with the penalty and the constraint that options of these kinds give it.
    template <Kind Regularizer, Kind Rule>
    static constexpr WeightSpec ruled(WeightSpec spec) {
        spec.penalty = get<Regularizer, Unruled>::penalty;
        spec.constraint = get<Rule, Unruled>::constraint;
        return spec;
    }
    static constexpr WeightSpec kernel(const WeightSpec& spec) {
        return ruled<"kernel regularizer", "kernel constraint">(
            drawn<"kernel initializer", GlorotUniform>(spec));
    }
    template <class Default>
    static constexpr WeightSpec recurrent(const WeightSpec& spec) {
        return ruled<"recurrent regularizer", "recurrent constraint">(
            drawn<"recurrent initializer", Default>(spec));
    }
    template <class Default = Zeros>
    static constexpr WeightSpec bias(const WeightSpec& spec) {
        return ruled<"bias regularizer", "bias constraint">(
            drawn<"bias initializer", Default>(spec));
    }

    /// Says what is wrong with the options of a layer that takes those of `accepted`; empty where
    /// nothing is.
    template <std::size_t Accepted>
    static constexpr Sentence mistake(const Word (&accepted)[Accepted]) {
        // Read in words where there is a mistake: reading costs more than looking for one.
        const auto text = [](std::size_t at) {
            const Sentence texts[count + 1] = {type_name<Given>()..., Sentence{}};
            return texts[at];
        };
        Sentence says;
        for (std::size_t at = 0; at < count; ++at) {
            const std::string_view mine = kinds[at].view();
            bool takes = false;
            for (const Word& kind : accepted) takes = takes || kind.text == mine;
            if (!takes) {
                says << "is given the option " << text(at) << ", which it does not take: it takes ";
                for (std::size_t k = 0; k < Accepted; ++k)
                    says << (k == 0 ? "" : k + 1 < Accepted ? ", " : " and ") << accepted[k].text;
                return says;
            }
            if (place(kinds[at]) != at)
                return says << "is given two options of a kind, " << text(place(kinds[at]))
                            << " and " << text(at);
        }
        return says;
    }
};

}  // namespace inlay::INLAY_ABI::option

#endif  // INLAY_LAYER_OPTIONS_HPP

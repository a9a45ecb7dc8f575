// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_OPTIONS_HPP
#define INLAY_LAYER_OPTIONS_HPP
// The option types a layer takes behind its sizes, in any order: Same, Strides<2>, ReLU, NoBias ...

#include <inlay/activation/elementwise.hpp>
#include <inlay/activation/linear.hpp>
#include <inlay/kernel/algorithm.hpp>
#include <inlay/layer/select.hpp>
#include <inlay/random/initializers.hpp>
#include <inlay/shape/window.hpp>
#include <inlay/text/number.hpp>
#include <inlay/text/type_name.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// The kinds of option, as bits of the set that a layer accepts.
namespace option {
enum Kind : unsigned {
    none = 0,
    activation = 1,
    padding = 2,
    strides = 4,
    bias = 8,
    kernel_initializer = 16,
    momentum = 32,
    epsilon = 64,
    scale = 128,
    algorithm = 256,
};
}  // namespace option

/// Padding: only windows that lie wholly inside the input.
struct Valid {
    static constexpr option::Kind kind = option::padding;
    static constexpr Padding padding = Padding::valid;
};

/// Padding: as many places as the input has cells over the stride; the odd cell of padding goes to
/// the bottom and the right.
struct Same {
    static constexpr option::Kind kind = option::padding;
    static constexpr Padding padding = Padding::same;
};

/// How far a window moves from place to place, in cells: down and across.
template <int Down, int Across = Down>
struct Strides {
    static constexpr option::Kind kind = option::strides;
    static constexpr int down = Down, across = Across;
};

/// A layer without its bias.
struct NoBias {
    static constexpr option::Kind kind = option::bias;
};

/// The distribution a kernel is drawn from: GlorotUniform (the default), HeNormal, Zeros ...
template <class Initializer>
struct KernelInit {
    static constexpr option::Kind kind = option::kernel_initializer;
    using initializer = Initializer;
};

/// How much of a moving average stays at each training step.
template <Number Share>
struct Momentum {
    static constexpr option::Kind kind = option::momentum;
    static constexpr double value = Share.value;
};

/// What is added to a variance before its square root is taken.
template <Number Addend>
struct Epsilon {
    static constexpr option::Kind kind = option::epsilon;
    static constexpr double value = Addend.value;
};

/// A normalization without its factor gamma.
struct NoScale {
    static constexpr option::Kind kind = option::scale;
};

/// The direct sum: as a layer's option, or as a model's policy for layers that say nothing.
struct Direct {
    static constexpr option::Kind kind = option::algorithm;
    static constexpr Algorithm algorithm{};
};

/// Winograd's minimal filtering, in tiles of Tile x Tile outputs wherever it is possible; Fast<>
/// only where it costs less than the direct sum. A layer's option or a model's policy, likewise.
template <int Tile = Algorithm::by_cost().tile>
struct Fast {
    static constexpr option::Kind kind = option::algorithm;
    static constexpr Algorithm algorithm{Tile};
};

namespace option {

template <class Type>
constexpr Kind kind_of() {
    if constexpr (requires { Type::kind; })
        return Type::kind;
    else
        return ActivationFunction<Type> ? activation : none;
}

/// The options of one layer, read by kind.
template <class... Given>
struct Options {
    static constexpr std::size_t count = sizeof...(Given);
    static constexpr Kind kinds[count + 1] = {kind_of<Given>()..., none};

    /// The place of the option of that kind; `count` where it was not given.
    static constexpr std::size_t place(Kind kind) {
        std::size_t at = 0;
        while (at < count && kinds[at] != kind) ++at;
        return at;
    }

    static constexpr bool has(Kind kind) { return place(kind) < count; }

    /// The option of that kind, or Default.
    template <Kind Wanted, class Default>
    using get = TypeAt<place(Wanted), Given..., Default>;

    /// Says what is wrong with the options of a layer that takes those of `accepted`; empty where
    /// nothing is.
    static constexpr Sentence mistake(unsigned accepted) {
        const Sentence texts[count + 1] = {type_name<Given>()..., Sentence{}};
        Sentence says;
        for (std::size_t at = 0; at < count; ++at) {
            if (kinds[at] == none || (accepted & kinds[at]) == 0)
                return says << "is given the option " << texts[at] << ", which it does not take";
            if (place(kinds[at]) != at)
                return says << "is given two options of a kind, " << texts[place(kinds[at])]
                            << " and " << texts[at];
        }
        return says;
    }
};

}  // namespace option

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Direct;
using INLAY_ABI::Epsilon;
using INLAY_ABI::Fast;
using INLAY_ABI::KernelInit;
using INLAY_ABI::Momentum;
using INLAY_ABI::NoBias;
using INLAY_ABI::NoScale;
using INLAY_ABI::Same;
using INLAY_ABI::Strides;
using INLAY_ABI::Valid;
}  // namespace inlay

#endif  // INLAY_LAYER_OPTIONS_HPP

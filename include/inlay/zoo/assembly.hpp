// SPDX-License-Identifier: MIT
#ifndef INLAY_ZOO_ASSEMBLY_HPP
#define INLAY_ZOO_ASSEMBLY_HPP
// What the networks of the zoo have in common: their options, and what stands around their blocks.
// A network is an alias for a Sequential of aliases for blocks, whose layers have Keras's names.

#include <inlay/activation/softmax.hpp>
#include <inlay/layer/dense.hpp>
#include <inlay/layer/named.hpp>
#include <inlay/layer/preprocess_input.hpp>
#include <inlay/layer/sequential.hpp>
#include <inlay/program/diagnose.hpp>
#include <inlay/zoo/option/alpha.hpp>
#include <inlay/zoo/option/classes.hpp>
#include <inlay/zoo/option/no_top.hpp>
#include <inlay/zoo/option/pooling.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace inlay::INLAY_ABI::zoo {

/// The layer that an option asks for, or none.
template <class Asked, Name mode>
struct Beginning {
    using type = Asked;
};
template <Name mode>
struct Beginning<void, mode> {
    using type = Sequential<>;
};
template <Name mode>
struct Beginning<PreprocessInput<>, mode> {
    using type = PreprocessInput<mode>;
};

struct Unpooled {
    using Layer = Sequential<>;
    using Called = Sequential<>;
};

/// What a network is told: all take classes, a top's activation, NoTop, a pooling and a
/// preprocessing; some one thing `more`.
template <Name network, option::Kind more, class... Given>
struct Told {
    using Options = option::Options<Given...>;

    static constexpr bool top = !Options::has("no top");
    static constexpr double alpha = Options::template get<"alpha", Alpha<1>>::value;
    static constexpr int hundredths = static_cast<int>(100 * alpha + 0.5);

    static constexpr Sentence mistake = [] {
        Sentence wrong, says;
        const option::Word kinds[] = {"classes",       "no top",     "pooling",
                                      "preprocessing", "activation", more.view()};
        if constexpr (more.none())
            wrong = Options::mistake({kinds[0], kinds[1], kinds[2], kinds[3], kinds[4]});
        else
            wrong = Options::mistake(kinds);
        if (wrong.empty() && top && Options::has("pooling"))
            wrong << "is given a Pooling, which needs NoTop beside it: add that or leave it out";
        if (wrong.empty() && !top && (Options::has("classes") || Options::has("activation")))
            wrong << "is given NoTop, and classes or an activation, which belong to the top: leave "
                     "one of them out";
        if (wrong.empty() && !(alpha > 0)) wrong << "needs an Alpha above 0, such as Alpha<0.5>";
        if (!wrong.empty()) says << "zoo::" << network.view() << " " << wrong;
        return says;
    }();
    static_assert(program::without_mistake<Told>(), "inlay: options of a network of the zoo");

    /// The preprocessing that is asked for, if any; `mode` where it names none.
    template <Name mode>
    using Preprocessing =
        typename Beginning<typename Options::template get<"preprocessing", void>, mode>::type;

    /// What stands behind the maps where there is no top. Keras names poolings in some networks.
    template <bool named, class Asked = typename Options::template get<"pooling", Unpooled>>
    using Pooled = std::conditional_t<named, typename Asked::Called, typename Asked::Layer>;

    /// How many classes there are, and the function that makes probabilities of their sums.
    static constexpr int classes = Options::template get<"classes", Classes<1000>>::count;
    using Probabilities = typename Options::template get<"activation", Softmax>;

    /// The last layer of most tops.
    using Classifier = Named<"predictions", Dense<classes, Probabilities>>;
};

/// A fraction with two decimals, as a name: 0.50.
template <int Hundredths>
constexpr auto decimal =
    name_of<Hundredths / 100> + "." + name_of<Hundredths / 10 % 10> + name_of<Hundredths % 10>;

/// A whole network: its name in Keras, the mode of its preprocessing, its maps, and its top or, in
/// the place of that, a pooling.
template <class Told, Name keras, Name mode, bool named_poolings, class Maps, class Top>
using Assembly = Named<
    keras,
    Sequential<typename Told::template Preprocessing<mode>, Maps,
               std::conditional_t<Told::top, Top, typename Told::template Pooled<named_poolings>>>>;

}  // namespace inlay::INLAY_ABI::zoo

#endif  // INLAY_ZOO_ASSEMBLY_HPP

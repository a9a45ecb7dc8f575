// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_LEAVES_HPP
#define INLAY_PROGRAM_LEAVES_HPP
// The layers of a network in order, as a list of values for the compiler's arithmetic and as types
// by number for the executor. Instantiation depth grows with nesting, never with length.

#include <inlay/layer/select.hpp>
#include <inlay/layer/sequential.hpp>
#include <inlay/shape/window.hpp>
#include <inlay/text/type_name.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace inlay::INLAY_ABI::program {

using CountOfCopy = std::size_t (*)(const Shape&, Algorithm);
using CountOfScratch = std::size_t (*)(const Shape&, Algorithm, bool training, std::size_t);

/// What lowering asks of a layer, as a value.
struct Traits {
    std::string_view title, name;
    Role role = Role::other;
    bool takes_activation = false, takes_maximum = false, whole_batch = false;
    Window2D window{};
    bool reads_input = false, reads_output = false;
    bool has_bias = false;
    Shape (*output)(const Shape&, Complaint&) = nullptr;
    Shape (*join)(const Shape*, Complaint&) = nullptr;
    WeightSpecs (*weights)(const Shape&) = nullptr;
    std::uint64_t (*multiply_adds)(const Shape&) = nullptr;
    Algorithm (*algorithm)(const Shape&, Algorithm) = nullptr;
    std::uint64_t (*products)(const Shape&, Algorithm) = nullptr;
    Halo (*halo)(const Shape&, Algorithm) = nullptr;
    CountOfCopy forward_copy_count = nullptr, backward_copy_count = nullptr;
    CountOfScratch scratch_count = nullptr;
    bool (*shared)(const Shape&) = nullptr;
    std::size_t (*statistics_count)(const Shape&, std::size_t) = nullptr;
    Sentence (*text)() = nullptr;
    Sentence (*no_layer)() = nullptr;  ///< why the type is no layer; null where it is one
};

/// Why a type that stands in a network is no layer, and what to do about it.
template <class Type>
constexpr Sentence no_layer() {
    Sentence says;
    if constexpr (requires { Type::kind; })
        return says << "is an option: give it to a layer, such as Conv2D<32, 3, 3, Same>";
    else if constexpr (requires { Shape(Type::shape); })
        return says << "stands beside the network, not in it: Model<Net, Input<28, 28, 1>>";
    else
        return says << "is no layer: it lacks " << missing_of_layer<Type>()
                    << " (inlay/layer/layer.hpp)";
}

template <class Type, class Layer = LayerOf<Type>>
constexpr Traits traits_of() {
    Traits t{.title = Layer::title,
             .name = Layer::name,
             .role = Layer::role,
             .takes_activation = Layer::takes_activation,
             .takes_maximum = Layer::takes_maximum,
             .whole_batch = Layer::whole_batch,
             .reads_input = Layer::backward_reads_input,
             .reads_output = Layer::backward_reads_output,
             .weights = Layer::weights,
             .multiply_adds = Layer::multiply_adds,
             .algorithm = Layer::algorithm,
             .products = Layer::products,
             .halo = Layer::halo,
             .forward_copy_count = Layer::forward_copy_count,
             .backward_copy_count = Layer::backward_copy_count,
             .scratch_count = Layer::scratch_count,
             .shared = Layer::shared,
             .text = type_name<Type>};
    if constexpr (Layer::role == Role::join)
        t.join = Layer::join;
    else
        t.output = Layer::output;
    if constexpr (requires { Layer::has_bias; }) t.has_bias = Layer::has_bias;
    if constexpr (Layer::role == Role::maximum) t.window = Layer::window;
    if constexpr (Layer::whole_batch) t.statistics_count = Layer::statistics_count;
    return t;
}

/// One event of the walk through a network, in the order of execution.
struct Token {
    enum Kind { layer, branches, next_branch, join } kind = layer;
    Traits traits{};
    Traits activation{};  ///< of the layer's activation option; without a title where there is none
};

// Arrays, not folds: Clang nests the operands of a fold, and gives up at 256.

template <std::size_t Count>
constexpr std::size_t sum(const std::size_t (&counts)[Count]) {
    std::size_t all = 0;
    for (const std::size_t count : counts) all += count;
    return all;
}

/// Appends the events of one layer or branch.
using Append = void (*)(Token*&);

template <class Type>
struct Walk {
    static constexpr std::size_t tokens = 1, leaves = 1;

    static constexpr void append(Token*& to) {
        if constexpr (Layer<LayerOf<Type>>) {
            to->traits = traits_of<Type>();
            using Activate = typename LayerOf<Type>::Activate;
            if constexpr (!std::is_same_v<Activate, Linear>) to->activation = traits_of<Activate>();
        } else {
            to->traits = {.text = type_name<Type>, .no_layer = no_layer<Type>};
        }
        ++to;
    }
};

template <class... Layers>
struct Walk<Sequential<Layers...>> {
    static constexpr std::size_t tokens = sum({0, Walk<Layers>::tokens...});
    static constexpr std::size_t leaves = sum({0, Walk<Layers>::leaves...});

    static constexpr void append(Token*& to) {
        const Append list[]{Walk<Layers>::append..., nullptr};
        for (std::size_t k = 0; k < sizeof...(Layers); ++k) list[k](to);
    }
};

template <template <class...> class Join, class... Branches>
    requires(LayerOf<Join<Branches...>>::role == Role::join)
struct Walk<Join<Branches...>> {
    static constexpr std::size_t tokens = sum({2, sizeof...(Branches), Walk<Branches>::tokens...});
    static constexpr std::size_t leaves = sum({1, Walk<Branches>::leaves...});

    static constexpr void append(Token*& to) {
        static_assert(sizeof...(Branches) > 0, "inlay: Add and Concat need one branch at least");
        to++->kind = Token::branches;
        const Append list[]{Walk<Branches>::append..., nullptr};
        for (std::size_t k = 0; k < sizeof...(Branches); ++k) {
            list[k](to);
            to++->kind = Token::next_branch;
        }
        *to++ = {Token::join, traits_of<Join<Branches...>>(), {}};
    }
};

/// All events of a network.
template <class Net>
constexpr auto tokens_of() {
    std::array<Token, Walk<Net>::tokens> list{};
    Token* to = list.data();
    Walk<Net>::append(to);
    return list;
}

// The layers' types by number: one flat set of bases for each Sequential, at offsets that are
// values.

template <class Type, std::size_t First>
struct Leaves : selection::Slot<First, Type> {};

template <std::size_t First, class Indices, class... Types>
struct LeafRange;

template <std::size_t First, std::size_t... Index, class... Types>
struct LeafRange<First, std::index_sequence<Index...>, Types...> {
    static constexpr auto offsets = [] {
        std::array<std::size_t, sizeof...(Types) + 1> at{First};
        const std::size_t counts[] = {Walk<Types>::leaves..., 0};
        for (std::size_t k = 0; k < sizeof...(Types); ++k) at[k + 1] = at[k] + counts[k];
        return at;
    }();

    struct type : Leaves<Types, offsets[Index]>... {};
};

template <class... Layers, std::size_t First>
struct Leaves<Sequential<Layers...>, First>
    : LeafRange<First, std::index_sequence_for<Layers...>, Layers...>::type {};

template <template <class...> class Join, class... Branches, std::size_t First>
    requires(LayerOf<Join<Branches...>>::role == Role::join)
struct Leaves<Join<Branches...>, First>
    : LeafRange<First, std::index_sequence_for<Branches...>, Branches...>::type,
      selection::Slot<First + Walk<Join<Branches...>>::leaves - 1, Join<Branches...>> {};

/// The layer with a number, counted from 0 in the order of the walk.
template <class Net, std::size_t Number>
using LeafAt =
    typename decltype(selection::pick<Number>(static_cast<Leaves<Net, 0>*>(nullptr)))::type;

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_LEAVES_HPP

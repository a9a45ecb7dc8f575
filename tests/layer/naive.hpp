// SPDX-License-Identifier: MIT
#pragma once
// Every layer once more, written from its definition in plain loops: what the library's layers are
// compared with. Nothing of it shares code with what it checks but the descriptor types and Shape.
//
// The definition of a layer stands in the layer's own test, tests/layer/dense.cpp: an overload of
// naive::forward. Other tests include that file for it; its test cases are compiled only where it
// is itself the source: at __INCLUDE_LEVEL__ INLAY_SOURCE_LEVEL, which is 1 where several sources
// are compiled as one, and not defined, 0, elsewhere. Here stands what definitions have in common.

#include <inlay/core.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <map>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace naive {

using namespace inlay;
using namespace inlay::INLAY_ABI;

/// The values of some examples, one behind the other, row-major.
struct Batch {
    Shape shape;
    std::size_t count;
    std::vector<double> values;

    Batch(const Shape& each, std::size_t examples)
        : shape(each), count(examples), values(examples * each.size()) {}

    /// The extent of the last axis, and how many rows of it there are.
    std::size_t channels() const { return shape[shape.rank() - 1]; }
    std::size_t rows() const { return values.size() / channels(); }
    double& row(std::size_t r, std::size_t c) { return values[r * channels() + c]; }
    double row(std::size_t r, std::size_t c) const { return values[r * channels() + c]; }

    /// One cell of an image.
    double& at(std::size_t n, std::size_t h, std::size_t w, std::size_t c) {
        return values[((n * shape[0] + h) * shape[1] + w) * shape[2] + c];
    }
    double at(std::size_t n, std::size_t h, std::size_t w, std::size_t c) const {
        return const_cast<Batch&>(*this).at(n, h, w, c);
    }
};

/// What the layers read beside their input, and what is found out on the way.
struct Run {
    const double* weights;
    const double* state;
    bool training;

    std::vector<double> moved{};                              ///< the state after a training step
    double margin = std::numeric_limits<double>::infinity();  ///< least distance from a kink or tie
    double steepness = 1;      ///< the largest factor that normalizations multiply a gradient by
    std::vector<bool> mask{};  ///< of each step of each example, where one travels along
    bool smooth = false, statistics = false, random = false;  ///< kinds of layers met
    bool cancels = false;  ///< the gradient of some weights is a difference of equals
    bool frozen = false;   ///< the weights lie among the state
    std::map<std::string, Batch> named{};    ///< outputs of layers by name
    std::map<std::string, Batch> further{};  ///< of the latest layer, beside its first
    std::map<std::string, std::pair<const double*, const double*>> shared{};  ///< weights, state

    const double* take_weights(std::size_t n) {
        return frozen ? take_state(n) : (weights += n) - n;
    }
    const double* take_state(std::size_t n) { return (state += n) - n; }
    void keep_off(double distance) { margin = std::min(margin, std::abs(distance)); }
};

/// Names a layer's type.
template <class Layer>
struct Of {};

template <class Option, class... Given>
inline constexpr bool given = (std::is_same_v<Option, Given> || ...);

/// f(x) for each element.
template <class Function>
Batch each(Batch x, Function f) {
    for (double& v : x.values) v = f(v);
    return x;
}

/// Applies an option of a layer if it is an activation.
template <class Option>
Batch activate(Of<Option> named, const Batch& x, Run& run) {
    if constexpr (option::kind_of<Option>() == option::Kind("activation"))
        return forward(named, x, run);
    else
        return x;
}

template <class... Layers>
Batch forward(Of<Sequential<Layers...>>, Batch x, Run& run) {
    ((x = forward(Of<Layers>{}, x, run)), ...);
    return x;
}

template <Name name, class Layer>
Batch forward(Of<Named<name, Layer>>, const Batch& x, Run& run) {
    Batch y = forward(Of<Layer>{}, x, run);
    run.named.insert_or_assign(std::string(name.view()), y);
    for (const auto& [other, values] : run.further)
        run.named.insert_or_assign(std::string(name.view()) + "/" + other, values);
    run.further.clear();
    return y;
}

template <Name name>
Batch forward(Of<From<name>>, const Batch&, Run& run) {
    return run.named.at(std::string(name.view()));
}

/// The first time, notes where the weights lie; later, goes back there.
template <Name name, class Layer>
Batch forward(Of<Shared<name, Layer>>, const Batch& x, Run& run) {
    const std::pair here{run.weights, run.state};
    const auto [place, first] = run.shared.insert({std::string(name.view()), here});
    std::tie(run.weights, run.state) = place->second;
    Batch y = forward(Of<Layer>{}, x, run);
    if (!first) std::tie(run.weights, run.state) = here;
    return y;
}

/// Weights from the state, and statistics that do not move; what drops still drops.
template <class Layer>
Batch forward(Of<Frozen<Layer>>, const Batch& x, Run& run) {
    const bool before = std::exchange(run.frozen, true);
    Batch y = forward(Of<Layer>{}, x, run);
    run.frozen = before;
    return y;
}

/// What each branch makes of the same input.
template <class... Branches>
std::vector<Batch> branches(const Batch& x, Run& run) {
    return {forward(Of<Branches>{}, x, run)...};
}

/// The shape of several inputs together: extents count from the last one on, and those that are 1
/// or missing follow the others.
inline Shape together(const std::vector<Batch>& inputs) {
    Shape shape;
    for (const Batch& x : inputs) shape.count = std::max(shape.count, x.shape.rank());
    std::fill_n(shape.extents, shape.count, 1);
    for (const Batch& x : inputs)
        for (int d = 0, first = shape.count - x.shape.rank(); d < x.shape.rank(); ++d)
            shape.extents[first + d] = std::max(shape.extents[first + d], x.shape[d]);
    return shape;
}

/// f(v) for each place of several inputs together, where v holds the element of each input.
template <class Function>
Batch each_of(const std::vector<Batch>& inputs, Function f) {
    Batch y(together(inputs), inputs[0].count);
    std::vector<double> v(inputs.size());
    for (std::size_t k = 0; k < y.values.size(); ++k) {
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            const Shape& shape = inputs[i].shape;
            std::size_t place = k, at = 0, step = 1;
            for (int d = y.shape.rank(), own = shape.rank(); d-- > 0; place /= y.shape[d]) {
                if (--own < 0) continue;
                at += place % y.shape[d] % shape[own] * step;
                step *= shape[own];
            }
            v[i] = inputs[i].values[place * shape.size() + at];
        }
        y.values[k] = f(std::as_const(v));
    }
    return y;
}

/// A definition as a function.
using Definition = Batch (*)(const Batch& x, Run& run);

template <class Spec>
Batch define(const Batch& x, Run& run) {
    return forward(Of<Spec>{}, x, run);
}

/// The sum of two layers, with weights of their own, that read the same input.
template <class Layer>
Batch define_twice(const Batch& x, Run& run) {
    Batch y = define<Layer>(x, run);
    const Batch second = define<Layer>(x, run);
    for (std::size_t k = 0; k < y.values.size(); ++k) y.values[k] += second.values[k];
    return y;
}

}  // namespace naive

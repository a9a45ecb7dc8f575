// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_ADAPTING_HPP
#define INLAY_MODEL_ADAPTING_HPP
// Layers that learn from data before anything is trained: the mean and the variance of an input.

#include <inlay/host/error.hpp>
#include <inlay/model/arrays.hpp>
#include <inlay/model/examples.hpp>
#include <inlay/model/feed.hpp>
#include <inlay/model/link.hpp>
#include <inlay/model/loader.hpp>
#include <inlay/program/program.hpp>
#include <inlay/simd/pack.hpp>

#include <array>
#include <cstddef>
#include <type_traits>
#include <vector>

namespace inlay::INLAY_ABI {

namespace adapting {

/// A layer that adapts: the number of the input that it reads, that of an example's numbers, and
/// where in the block of state its two tensors lie, of so many places each.
struct Adapted {
    std::size_t input = 0, size = 0, places = 0, mean = 0, variance = 0;
};

/// All of a network.
template <class Net>
inline constexpr auto adapted = [] {
    constexpr auto& p = Net::lowered;
    constexpr std::size_t count = [] {
        std::size_t layers = 0;
        for (int s = 0; s < p.step_count; ++s) layers += p.steps[s].adapts;
        return layers;
    }();
    std::array<Adapted, count> all{};
    std::size_t number = 0;
    for (int s = 0; s < p.step_count; ++s) {
        const program::Step& step = p.steps[s];
        if (!step.adapts) continue;
        const int value = p.reads[step.first_read].value;
        std::size_t input = 0;
        while (input < Net::input_count && p.inputs[input].value != value) ++input;
        const int tensor = p.groups[step.group].first_tensor;
        const program::TensorInfo &mean = p.tensors[tensor], &variance = p.tensors[tensor + 1];
        all[number++] = {input, p.values[value].shape.size(), mean.spec.shape.size(), mean.offset,
                         variance.offset};
    }
    return all;
}();

/// The mean and the variance of numbers that come in batches, for each of some places.
class Moments {
public:
    explicit Moments(const Adapted& layer)
        : layer_(layer), mean_(layer.places), squares_(layer.places) {}

    /// Takes some examples; number k of one belongs to place k modulo the places.
    INLAY_COLD void take(const Examples& examples, Range range);

    bool empty() const { return count_ == 0; }

    /// Writes both to the block of state.
    template <class Scalar>
    void write(Scalar* state) const {
        for (std::size_t k = 0; k < layer_.places; ++k) {
            state[layer_.mean + k] = static_cast<Scalar>(mean_[k]);
            state[layer_.variance + k] = static_cast<Scalar>(squares_[k] / count_);
        }
    }

private:
    Adapted layer_;
    std::vector<double> mean_, squares_;  // the latter of distances from the former
    double count_ = 0;                    // of the numbers of each place
};

}  // namespace adapting

/// What a model has for layers that adapt.
template <class Model>
class Adapts {
public:
    /// Gives each layer that adapts, such as Normalization<>, the mean and the variance of the
    /// input of the network that it reads: over all examples of an array, or of a tuple of one for
    /// each input, or over the batches of a loader; they are summed up as doubles. An Error where
    /// they do not fit, or where there are none, and nothing has changed.
    template <class Given>
    void adapt(Given&& given) {
        using Net = typename Model::Net;
        using Inputs = typename Model::Groups::Inputs;
        constexpr auto& layers = adapting::adapted<Net>;
        static_assert(!layers.empty(),
                      "inlay: adapt needs a layer that learns from data, such as Normalization<>");
        constexpr bool at_inputs = [] {
            bool all = true;
            for (const adapting::Adapted& layer : layers)
                all = all && layer.input < Net::input_count;
            return all;
        }();
        static_assert(
            at_inputs,
            "inlay: a layer that adapt is to reach reads an input of the network, with no "
            "other layer in front of it");
        if (model().empty()) fail(Status(lifetime::moved_from("adapt")));
        Feed<Inputs> feed;
        if constexpr (Loader<std::remove_cvref_t<Given>>) {
            feed.serve(loading::batches_of(given), {1, 10},
                       [](const Supervised& arrays, const void*) { return Inputs(arrays.inputs); });
            adapt_to<layers>(feed);
        } else {
            const Arrays<Net::input_count> arrays(given);
            const Inputs inputs(arrays);
            feed.serve(inputs, {0, inputs.count()});
            adapt_to<layers>(feed);
        }
    }

private:
    friend Model;
    Adapts() = default;

    Model& model() { return static_cast<Model&>(*this); }

    template <const auto& layers, class Inputs>
    INLAY_COLD void adapt_to(Feed<Inputs>& feed) {
        std::vector<adapting::Moments> moments(layers.begin(), layers.end());
        feed.run(
            feed.count(), 1, 1, 0, {},
            [&](const Inputs& inputs, Range range) {
                for (std::size_t k = 0; k < layers.size(); ++k)
                    moments[k].take(inputs.all[layers[k].input], range);
            },
            [] {});
        if (moments[0].empty()) fail("adapt: there are no examples");
        for (const adapting::Moments& layer : moments) layer.write(model().state().data());
        model().announce_change();
    }
};

#if INLAY_BODIES

namespace adapting {

INLAY_BODY void Moments::take(const Examples& examples, Range range) {
    if (range.count == 0) return;
    const std::size_t places = layer_.places, rows = range.count * layer_.size / places;
    std::vector<double> example(layer_.size), sums(places), lost(places), squares(places);
    const auto for_each = [&](auto body) {
        for (std::size_t n = range.first; n < range.first + range.count; ++n) {
            examples.read(n, example.data());
            for (std::size_t k = 0; k < layer_.size; k += places)
                for (std::size_t place = 0; place < places; ++place)
                    body(place, example[k + place]);
        }
    };
    for_each([&](std::size_t place, double x) { sums[place] += x; });
    const auto count = static_cast<double>(rows);
    for (double& sum : sums) sum /= count;
    for_each([&](std::size_t place, double x) {
        const double d = x - sums[place];
        lost[place] += d;
        squares[place] = simd::fma(d, d, squares[place]);
    });
    const double share = count / (count_ + count);
    for (std::size_t place = 0; place < places; ++place) {
        // What rounding took from the mean: Chan, Golub, LeVeque 1983.
        const double shift = lost[place] / count;
        squares[place] = simd::fma(-lost[place], shift, squares[place]);
        const double d = sums[place] + shift - mean_[place];
        mean_[place] = simd::fma(d, share, mean_[place]);
        squares_[place] =
            simd::fma(simd::mul(d, d), simd::mul(count_, share), squares_[place] + squares[place]);
    }
    count_ += count;
}

}  // namespace adapting

#endif

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_ADAPTING_HPP

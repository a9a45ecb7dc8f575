// SPDX-License-Identifier: MIT
// MultiHeadAttention: each head weighs the values of all steps by softmax of q k / sqrt(KeyDim).
#ifndef NAIVE_MULTI_HEAD_ATTENTION
#define NAIVE_MULTI_HEAD_ATTENTION

#include "recurrent.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace naive {

/// The sizes that options give an attention layer; 0 where they do not.
template <class Option>
inline constexpr int value_dim = 0;
template <int Size>
inline constexpr int value_dim<ValueDim<Size>> = Size;
template <class Option>
inline constexpr int output_dim = 0;
template <int Size>
inline constexpr int output_dim<OutputDim<Size>> = Size;

template <class Option>
inline constexpr bool drops = false;
template <Number Rate>
inline constexpr bool drops<DropoutRate<Rate>> = true;

template <int Heads, int KeyDim, class... Given>
Batch forward(Of<MultiHeadAttention<Heads, KeyDim, Given...>>, const Batch& x, Run& run) {
    constexpr std::size_t heads = Heads, keys = KeyDim;
    constexpr std::size_t given_values = (0 + ... + value_dim<Given>);
    constexpr std::size_t given_outputs = (0 + ... + output_dim<Given>);
    constexpr bool bias = !given<NoBias, Given...>, causal = given<CausalMask, Given...>;
    const std::size_t steps = x.shape[0], features = x.shape[1];
    const std::size_t values = given_values ? given_values : keys;
    const std::size_t outputs = given_outputs ? given_outputs : features;

    struct Projection {
        std::size_t in, out;
        const double *kernel, *bias;
        std::vector<double> of(const double* row) const {
            return affine(row, in, kernel, bias, out);
        }
    };
    const auto take = [&](std::size_t in, std::size_t out) {
        const double* const kernel = run.take_weights(in * out);
        return Projection{in, out, kernel, bias ? run.take_weights(out) : nullptr};
    };
    const Projection query = take(features, heads * keys), key = take(features, heads * keys);
    const Projection value = take(features, heads * values), output = take(heads * values, outputs);
    run.smooth = true;
    run.random = run.random || (run.training && (false || ... || drops<Given>));
    run.cancels = bias;  // that of the keys adds the same to all scores of a step
    Batch y(Shape{steps, outputs}, x.count), scores(Shape{heads, steps, steps}, x.count);
    for (std::size_t n = 0; n < x.count; ++n) {
        const auto seen = [&](std::size_t s) {
            return run.mask.empty() || run.mask[n * steps + s];
        };
        std::vector<std::vector<double>> q, k, v;
        for (std::size_t t = 0; t < steps; ++t) {
            const double* const row = &x.values[(n * steps + t) * features];
            q.push_back(query.of(row));
            k.push_back(key.of(row));
            v.push_back(value.of(row));
        }
        for (std::size_t t = 0; t < steps; ++t) {
            std::vector<double> context(heads * values);
            for (std::size_t h = 0; h < heads; ++h) {
                std::vector<double> p(steps);
                double sum = 0;
                for (std::size_t s = 0; s < steps; ++s) {
                    double score = 0;
                    for (std::size_t i = h * keys; i < (h + 1) * keys; ++i)
                        score += q[t][i] * k[s][i] / std::sqrt(KeyDim);
                    if (!seen(t))
                        p[s] = 1;  // all alike, also those that would come too late
                    else
                        p[s] = seen(s) && (!causal || s <= t) ? std::exp(score) : 0;
                    sum += p[s];
                }
                for (std::size_t s = 0; s < steps; ++s)
                    scores.values[((n * heads + h) * steps + t) * steps + s] = p[s] / sum;
                for (std::size_t s = 0; s < steps; ++s)
                    for (std::size_t c = h * values; c < (h + 1) * values; ++c)
                        context[c] += p[s] / sum * v[s][c];
            }
            const std::vector<double> row = output.of(context.data());
            std::copy(row.begin(), row.end(), &y.row(n * steps + t, 0));
        }
    }
    run.further.insert_or_assign("scores", scores);
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../activation/relu.cpp"
#include "../keras/layers/multi_head_attention.hpp"
#include "check.hpp"
#include "concat.cpp"
#include "dense.cpp"
#include "flatten.cpp"
#include "identity.cpp"
#include "masking.cpp"

using namespace inlay;

TEST_CASE("MultiHeadAttention") {
    check::both<
        MultiHeadAttention<3, 5, CausalMask, NoBias, ValueDim<2>, OutputDim<7>, DropoutRate<0.25>>,
        Input<67, 3>>();
    check::network<Sequential<Dense<1, ReLU>, Masking<0>, MultiHeadAttention<2, 3>,
                              MultiHeadAttention<1, 17, CausalMask>>,
                   Input<6, 2>>();
}

TEST_CASE("attention scores as an output") {
    check::graph<Sequential<Named<"a", MultiHeadAttention<2, 3, ReturnAttentionScores>>, Flatten,
                            Concat<Identity, Sequential<From<"a/scores">, Flatten>>, Dense<2>>,
                 Input<3, 2>>();
}

TEST_CASE("MultiHeadAttention drops attention in training") {
    // A single step has all of its own attention, 1, or twice that, or nothing.
    using Drops = MultiHeadAttention<1, 1, NoBias, DropoutRate<0.5>>;
    const auto train = []<class Layer>(Layer, std::uint64_t number) {
        using Net = Network<Layer, Input<1, 1>>;
        const std::vector<float> ones(64, 1), weights(Net::trainable_count, 1), none(1);
        std::vector<float> outputs(64);
        step::take<Net>(step::Cotangent<float>{ones.data(), outputs.data()}, ones, weights, none,
                        Targets<float>{nullptr, ones.data()}, 64, 1, number);
        return outputs;
    };
    const std::vector<float> first = train(Drops{}, 0);
    const auto twice = std::count(first.begin(), first.end(), 2.0f);
    CHECK(twice > 16);
    CHECK(twice < 48);
    CHECK(std::count(first.begin(), first.end(), 0.0f) == 64 - twice);
    CHECK(train(Drops{}, 1) != first);
    // Two layers draw apart.
    const std::vector<float> both = train(Add<Drops, Drops>{}, 0);
    CHECK(std::count(both.begin(), both.end(), 2.0f) > 16);
}

TEST_CASE("MultiHeadAttention, Keras's numbers") { keras::layers::multi_head_attention(); }

#endif

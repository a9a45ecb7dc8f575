// SPDX-License-Identifier: MIT
// Outputs that overlap their inputs, by every distance: a model is always right, a network where
// its plan says so, and debug builds report it where not.
#include "../listening.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

std::vector<std::string>& reports = Listening::reports;

template <class Net, class In, class Policy = Fast<>>
void check(bool in_place) {
    using Bound = Network<Net, In, float, Policy>;
    CAPTURE(naming::compiler_text<Net>());
    CHECK(Bound::in_place == in_place);
    constexpr std::size_t most = 3, in = Bound::input_shape.size(),
                          out = Bound::output_shape.size();
    Model<Net, In, float, Policy> model{1};
    for (float& v : model.state()) v += 0.5f;
    std::vector<float> x(most * in), expected(most * out);
    for (std::size_t k = 0; k < x.size(); ++k) x[k] = static_cast<float>(k * 37 % 101) / 50 - 1;
    std::vector<float> derived(Bound::derived_count), workspace(Bound::workspace_count(most));
    Bound::prepare(model.weights(), model.state(), derived);
    const Parameters<float> parameters{model.weights().data(), model.state().data(),
                                       derived.data()};
    const auto run = [&](std::size_t count, const float* from, float* to) {
        Bound::forward(parameters, from, to, workspace.data(), count);
    };

    const Listening listening;
    for (std::size_t count : {std::size_t{1}, most}) {
        const std::size_t whole_in = count * in, whole_out = count * out;
        run(count, x.data(), expected.data());
        CHECK(reports.empty());
        // The output slides over the input, from one in front of it to one behind it.
        std::vector<float> memory(whole_in + 2 * whole_out);
        const std::size_t step = whole_in + whole_out > 200 ? 7 : 1;
        for (std::size_t shift = 0; shift <= whole_in + whole_out; shift += step) {
            CAPTURE(shift);
            const bool overlaps = shift > 0 && shift < whole_in + whole_out;
            float* const from = memory.data() + whole_out;
            float* const to = memory.data() + shift;
            std::copy_n(x.begin(), whole_in, from);
            run(count, from, to);
            const bool same = std::equal(to, to + whole_out, expected.begin());
            if (in_place || !overlaps) CHECK(same);
#if !defined(NDEBUG)
            CHECK(reports.size() == (overlaps && !in_place ? 1 : 0));
            if (!reports.empty()) CHECK(reports[0].find("Network::in_place") != std::string::npos);
#endif
            reports.clear();
            if (count != 1) continue;
            std::copy_n(x.begin(), whole_in, from);
            model.forward(std::span<const float, in>(from, in), std::span<float, out>(to, out));
            CHECK(std::equal(to, to + whole_out, expected.begin()));
            std::copy_n(x.begin(), whole_in, from);
            CHECK(model.forward(std::span<const float>(from, in), std::span<float>(to, out)));
            CHECK(std::equal(to, to + whole_out, expected.begin()));
            std::vector<float> own(model.workspace_count());
            std::copy_n(x.begin(), whole_in, from);
            std::as_const(model).forward(std::span<const float, in>(from, in),
                                         std::span<float, out>(to, out), own);
            CHECK(std::equal(to, to + whole_out, expected.begin()));
            CHECK(reports.empty());
        }
    }
}

}  // namespace

TEST_CASE("networks of several steps run in place") {
    check<Sequential<Dense<4, Tanh>, Dense<4>>, Input<4>>(true);
    check<Sequential<Add<Sequential<Dense<8, ReLU>, Dense<4>>, Identity>, ReLU>, Input<4>>(true);
    check<Sequential<Dense<4>, BatchNorm<>, Tanh>, Input<3>>(true);
    check<Sequential<Dense<4, ReLU>>, Input<7>>(true);
    check<Sequential<Dense<7>, ReLU, Dense<3, Softmax>>, Input<5>>(true);
    check<Sequential<Dense<6, ReLU>, Dense<6, ReLU>, Dense<6>>, Input<6>>(true);
    check<Sequential<Dense<5>, BatchNorm<>, Sigmoid, Dense<4>, Softmax>, Input<6>>(true);
    check<Sequential<Conv2D<3, 3, 3>, MaxPool<2>, Conv2D<2, 2, 2>>, Input<8, 8, 2>>(true);
    check<Sequential<Conv2D<2, 1, 1>, ReLU, AveragePool<2>, Flatten, Dense<4>>, Input<6, 6, 2>>(
        true);
    check<Sequential<Add<Dense<4, Tanh>, Identity>, Dense<4>>, Input<4>>(true);
    check<Sequential<Concat<Dense<4, Tanh>, Identity>, Dense<9>>, Input<4>>(true);
    check<Sequential<Dense<6>, Softmax>, Input<6>>(true);
}

TEST_CASE("networks that copy their input behind a border run in place") {
    check<Sequential<Conv2D<2, 3, 3, Same>>, Input<5, 5, 2>>(true);
    check<Sequential<Conv2D<2, 3, 3, Same>>, Input<5, 5, 2>, Direct>(true);
    check<Sequential<Add<Conv2D<2, 3, 3, Same>, Identity>>, Input<5, 6, 2>>(true);
    check<Sequential<Concat<Conv2D<2, 3, 3, Same>, Identity>, ReLU>, Input<5, 6, 2>>(true);
}

TEST_CASE("networks that read their input while they write their output do not") {
    check<Sequential<Dense<4>>, Input<4>>(false);
    check<Sequential<Add<Dense<4>, Identity>>, Input<4>>(false);
    check<Sequential<Add<Identity, Dense<4>>>, Input<4>>(false);
    check<Sequential<Concat<Dense<4>, Identity, Dense<2, Tanh>>>, Input<4>>(false);
    check<Sequential<Conv2D<3, 3, 3>>, Input<6, 6, 2>>(false);
    check<Sequential<Conv2D<3, 3, 3, ReLU>, MaxPool<2>>, Input<8, 8, 2>>(false);
    check<Sequential<MaxPool<2>>, Input<6, 6, 2>>(false);
    check<Sequential<GlobalAveragePool>, Input<6, 6, 2>>(false);
    check<Sequential<Softmax>, Input<6>>(false);
    check<Sequential<BatchNorm<>>, Input<5>>(false);
    check<Sequential<Identity>, Input<5>>(false);
    check<Sequential<Flatten>, Input<3, 3, 2>>(false);
    check<Sequential<Rescaling<0.5>>, Input<9>>(false);
}

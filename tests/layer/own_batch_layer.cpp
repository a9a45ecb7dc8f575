// SPDX-License-Identifier: MIT
// A layer of a user's own, outside the library's namespace, that needs the whole batch.
#include "../threads.hpp"
#include "add.cpp"
#include "check.hpp"
#include "conv2d.cpp"
#include "dense.cpp"
#include "identity.cpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace elsewhere {

/// y = gain x / m where m is the largest |x| of the whole batch, and outside of training a moving
/// average of it:
///
///     dgain = sum dy x / m      dx = gain (dy / m - sign(x) [|x| = m] sum dy x / (m m ties))
struct Peak : inlay::LayerDefaults {
    static constexpr std::string_view title = "Peak", name = "peak";
    static constexpr bool whole_batch = true;
    static constexpr bool backward_reads_input = true;

    static constexpr inlay::Shape output(const inlay::Shape& in, inlay::Complaint&) { return in; }

    static constexpr inlay::WeightSpecs weights(const inlay::Shape&) {
        return inlay::WeightSpecs{}
            .add({.name = "gain", .shape = inlay::Shape{1}, .fill = inlay::Ones::fill})
            .add({.name = "moving_peak",
                  .shape = inlay::Shape{1},
                  .fill = inlay::Ones::fill,
                  .trainable = false});
    }

    // Of the batch: gain / m, m, how many reach it and then their part of dx; of each slice: its m,
    // how many reach that, and its sum of dy x.
    static constexpr std::size_t prepared_count(const inlay::Shape&) { return 1; }
    static constexpr std::size_t statistics_count(const inlay::Shape&, std::size_t slices) {
        return 3 + 3 * slices;
    }

    template <inlay::Binding, class Scalar>
    static void begin(Scalar* statistics, std::size_t slice) {
        std::fill_n(statistics + 3 + 3 * slice, 3, Scalar(0));
    }

    template <inlay::Binding binding, class Scalar>
    static void collect(const inlay::Forward<Scalar>& pass, Scalar* statistics, std::size_t slice,
                        std::size_t) {
        Scalar* const own = statistics + 3 + 3 * slice;
        for (std::size_t k = 0; k < pass.count * binding.in.size(); ++k)
            join(own, pass.x[k], Scalar(1));
    }

    template <inlay::Binding, class Scalar>
    static void combine(const inlay::WholeBatch<Scalar>& whole) {
        Scalar most[2]{};
        for (std::size_t s = 0; s < whole.slices; ++s)
            join(most, whole.statistics[3 + 3 * s], whole.statistics[4 + 3 * s]);
        whole.statistics[0] = whole.weights[0] / most[0];
        whole.statistics[1] = most[0];
        whole.statistics[2] = most[1];
        whole.state[0] = (whole.state[0] + most[0]) / 2;
    }

    template <class Scalar>
    static void prepare(const inlay::Shape&, const Scalar* weights, const Scalar* state,
                        Scalar* prepared) {
        prepared[0] = weights[0] / state[0];
    }

    template <inlay::Binding binding, class, class Scalar>
    static void forward(const inlay::Forward<Scalar>& pass) {
        for (std::size_t k = 0; k < pass.count * binding.in.size(); ++k)
            pass.y[k] = pass.x[k] * pass.statistics[0];
    }

    template <inlay::Binding binding, class Scalar>
    static void collect_gradient(const inlay::Backward<Scalar>& pass, Scalar* statistics,
                                 std::size_t slice) {
        for (std::size_t k = 0; k < pass.count * binding.in.size(); ++k)
            statistics[5 + 3 * slice] += pass.dy[k] * pass.x[k];
    }

    template <inlay::Binding, class Scalar>
    static void combine_gradient(const inlay::WholeBatch<Scalar>& whole) {
        Scalar sum = 0;
        for (std::size_t s = 0; s < whole.slices; ++s) sum += whole.statistics[5 + 3 * s];
        const Scalar m = whole.statistics[1];
        whole.gradient[0] += sum / m;
        whole.statistics[2] = whole.weights[0] * sum / (m * m * whole.statistics[2]);
    }

    template <inlay::Binding binding, class Scalar>
    static void backward(const inlay::Backward<Scalar>& pass) {
        if constexpr (binding.input_gradient)
            for (std::size_t k = 0; k < pass.count * binding.in.size(); ++k) {
                Scalar dx = pass.dy[k] * pass.statistics[0];
                if constexpr (!binding.frozen) {
                    if (pass.x[k] == pass.statistics[1]) dx -= pass.statistics[2];
                    if (-pass.x[k] == pass.statistics[1]) dx += pass.statistics[2];
                }
                pass.dx[k] = binding.accumulate ? pass.dx[k] + dx : dx;
            }
    }

private:
    /// The larger of two |x|, and how often it was met.
    template <class Scalar>
    static void join(Scalar* most, Scalar x, Scalar times) {
        const Scalar size = x < 0 ? -x : x;
        if (size > most[0]) most[1] = 0;
        if (size >= most[0]) most[1] += times;
        if (size > most[0]) most[0] = size;
    }
};

}  // namespace elsewhere

namespace naive {

inline Batch forward(Of<elsewhere::Peak>, const Batch& x, Run& run) {
    const double gain = *run.take_weights(1), moving = *run.take_state(1);
    double most = 0, second = 0;
    for (const double v : x.values) {
        second = std::max(second, std::min(most, std::abs(v)));
        most = std::max(most, std::abs(v));
    }
    if (run.training) {
        run.statistics = true;
        run.keep_off(most - second);
        run.steepness *= std::max(1.0, gain / most);
        run.moved.push_back((moving + most) / 2);
    }
    return each(x, [&](double v) { return gain * v / (run.training ? most : moving); });
}

}  // namespace naive

using namespace inlay;
using elsewhere::Peak;

TEST_CASE("a layer of a user's own that needs the whole batch") {
    check::both<Peak, Input<5>>();
    check::network<Peak, Input<3, 2, 3>>();
    check::network<Sequential<Dense<3>, Peak, Dense<2>>, Input<4>>();
    check::network<Sequential<Conv2D<2, 3, 3, Same>, Peak, Conv2D<3, 3, 3, Same>>,
                   Input<4, 3, 2>>();
    check::network<Sequential<Dense<4>, Add<Peak, Identity>, Peak>, Input<3>>();
}

TEST_CASE("it has the same bits for any number of threads") {
    using Net = Sequential<Dense<7, Tanh>, Peak, Dense<3>, Peak>;
    constexpr std::size_t examples = 45;
    std::vector<float> x(examples * 5), y(examples * 3);
    for (std::size_t k = 0; k < x.size(); ++k) x[k] = static_cast<float>(k * 37 % 101) / 50 - 1;
    for (std::size_t k = 0; k < y.size(); ++k) y[k] = static_cast<float>(k * 53 % 97) / 97;
    const auto trained = [&](int workers) {
        const Threads scope(workers);
        Model<Net, Input<5>> model{7};
        auto trainer = model.compile(SGD{.learning_rate = 0.1}, MeanSquaredError{});
        trainer.fit(x, y, {.batch_size = 19, .epochs = 3, .verbose = 0});
        return model.get_weights();
    };
    const std::vector<float> one = trained(1);
    CHECK(trained(2) == one);
    CHECK(trained(3) == one);
}

namespace elsewhere {

struct Forgetful : inlay::LayerDefaults {
    static constexpr std::string_view title = "Forgetful", name = "forgetful";
    static constexpr bool whole_batch = true;

    static constexpr inlay::Shape output(const inlay::Shape& in, inlay::Complaint&) { return in; }

    template <inlay::Binding, class, class Scalar>
    static void forward(const inlay::Forward<Scalar>&) {}
    template <inlay::Binding, class Scalar>
    static void backward(const inlay::Backward<Scalar>&) {}
    template <inlay::Binding, class Scalar>
    static void begin(Scalar*, std::size_t) {}
};

}  // namespace elsewhere

TEST_CASE("what such a layer lacks is listed") {
    static_assert(!INLAY_ABI::Layer<elsewhere::Forgetful>);
    CHECK(std::string(INLAY_ABI::missing_of_layer<elsewhere::Forgetful>().view()) ==
          "statistics_count, prepared_count, prepare, collect, combine, collect_gradient, "
          "combine_gradient");
}

// SPDX-License-Identifier: MIT
// A NaN goes through every layer, forward and backward, so that a loss shows it.
#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

using namespace inlay;

namespace {

constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();

/// One NaN at each place of an image in turn: the output, the loss and after a step the weights
/// hold NaN.
template <class Net, class In, class Policy = Fast<>>
void check() {
    constexpr std::size_t size = In::shape.size();
    for (std::size_t place = 0; place < size; ++place) {
        CAPTURE(place);
        Model<Net, In, float, Policy> model{1};
        std::vector<float> x(size);
        for (std::size_t k = 0; k < size; ++k) x[k] = static_cast<float>(k % 7) - 3;
        x[place] = not_a_number;
        std::size_t found = 0;
        for (const float y : model.predict(x)) found += std::isnan(y);
        CHECK(found > 0);
        auto trainer = model.compile(SGD{}, MeanSquaredError{});
        const std::vector<float> y(model.output_shape.size());
        CHECK(std::isnan(trainer.evaluate(x, y)[0]));
        CHECK(std::isnan(trainer.train_on_batch(x, y)[0]));
        std::size_t spoilt = 0;
        for (const float w : model.weights()) spoilt += std::isnan(w);
        CHECK((model.trainable_count == 0 || spoilt > 0));
    }
}

}  // namespace

TEST_CASE("the largest of {1, NaN, 3, 4} is NaN") {
    Model<Sequential<MaxPool<2>>, Input<2, 2, 1>> model;
    CHECK(std::isnan(model.predict(std::vector<float>{1, not_a_number, 3, 4}).data()[0]));
    CHECK(std::isnan(model.predict(std::vector<float>{not_a_number, 1, 3, 4}).data()[0]));
    CHECK(std::isnan(model.predict(std::vector<float>{1, 3, 4, not_a_number}).data()[0]));
    CHECK(model.predict(std::vector<float>{1, -std::numeric_limits<float>::infinity(), 3, 4})
              .data()[0] == 4);
}

TEST_CASE("a NaN goes through every layer") {
    check<Sequential<MaxPool<2>>, Input<4, 4, 1>>();
    check<Sequential<MaxPool<3, 3, Strides<1>, Same>>, Input<4, 4, 17>>();
    check<Sequential<AveragePool<2>>, Input<4, 4, 1>>();
    check<Sequential<GlobalAveragePool>, Input<3, 3, 2>>();
    check<Sequential<ReLU>, Input<19>>();
    check<Sequential<Sigmoid>, Input<19>>();
    check<Sequential<Tanh>, Input<19>>();
    check<Sequential<Softmax>, Input<19>>();
    check<Sequential<Dense<3, ReLU>, Dense<2>>, Input<19>>();
    check<Sequential<Dense<2>, Add<Identity, ReLU>, Concat<Identity, Tanh>>, Input<5>>();
    check<Sequential<BatchNorm<>, ReLU>, Input<3, 3, 2>>();
    check<Sequential<Rescaling<0.5>, Flatten, Dropout<0.0>, Dense<1>>, Input<2, 2, 2>>();
}

TEST_CASE("a NaN wins its window behind a convolution of one pixel, whatever cell it is in") {
    // A larger kernel spreads it over all cells of a window; here the others hold numbers.
    const auto check_windows = []<class Conv>(Conv) {
        using Net = Sequential<Conv, MaxPool<2>>;
        for (std::size_t place = 0; place < 16; ++place) {
            CAPTURE(place);
            Model<Net, Input<4, 4, 1>> model{1};
            std::vector<float> x(16, 1.0f);
            x[place] = not_a_number;
            const auto y = model.predict(x);
            const std::size_t channels = model.output_shape.last();
            const std::size_t window = place / 8 * 2 + place % 4 / 2;
            for (std::size_t k = 0; k < 4 * channels; ++k)
                CHECK(std::isnan(y.data()[k]) == (k / channels == window));
            auto trainer = model.compile(SGD{}, MeanSquaredError{});
            CHECK(std::isnan(trainer.train_on_batch(x, std::vector<float>(4 * channels))[0]));
        }
    };
    check_windows(Conv2D<3, 1, 1>{});
    check_windows(Conv2D<17, 1, 1, ReLU>{});
}

TEST_CASE("a NaN goes through a convolution and the max-pooling in its epilogue") {
    // Three kernels: the direct one with all taps, the winners', and Winograd's.
    check<Sequential<Conv2D<3, 3, 3, ReLU, Same>, MaxPool<2>, Flatten, Dense<1>>, Input<4, 4, 1>,
          Direct>();
    check<Sequential<Conv2D<17, 3, 3, Same>, MaxPool<2>, Flatten, Dense<1>>, Input<4, 4, 1>,
          Direct>();
    check<Sequential<Conv2D<3, 1, 1>, Conv2D<3, 3, 3, ReLU, Same>, MaxPool<2>, Flatten, Dense<1>>,
          Input<4, 4, 1>, Direct>();
    check<Sequential<Conv2D<3, 1, 1>, Conv2D<3, 3, 3, ReLU, Same, Fast<2>>, MaxPool<2>, Flatten,
                     Dense<1>>,
          Input<4, 4, 1>>();
    check<Sequential<Conv2D<3, 3, 3, Same, Fast<4>>, BatchNorm<>, ReLU, MaxPool<2>, Flatten,
                     Dense<1>>,
          Input<4, 4, 2>>();
}

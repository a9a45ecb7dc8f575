// SPDX-License-Identifier: MIT
// One network unrolled and as a table of calls: the same bits, whatever its steps are.
#include "../threads.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <vector>

using namespace inlay;

namespace {

using In = Input<9, 10, 3>;
// A fold, a normalization that stays, kinds of joins, borders, a pooling in an epilogue, random
// numbers, a wide layer, and a block twice.
using Block = Sequential<Conv2D<6, 3, 3, Same>, BatchNorm<>, ReLU>;
using Net = Sequential<BatchNorm<>, Block, Add<Identity, Sequential<Block, Conv2D<6, 1, 1, Tanh>>>,
                       Conv2D<8, 3, 3, ReLU>, MaxPool<2>, Concat<Identity, Conv2D<5, 1, 1>>,
                       Dropout<0.25>, Flatten, Dense<600, ReLU>, Dense<600>, Dense<4, Softmax>>;
using AsUnrolled = Model<Net, In, float, Unrolled<>>;
using AsTable = Model<Net, In, float, Rolled<>>;

template <class Trained, class Loss>
using Pass = Training<typename Trained::Net, Adam, Loss>;

constexpr std::size_t count = 37;

std::vector<float> pattern(std::size_t n) {
    std::vector<float> numbers(n);
    for (std::size_t k = 0; k < n; ++k) numbers[k] = static_cast<float>(k * 73 % 101) / 101.0f;
    return numbers;
}

struct Result {
    std::vector<float> losses, weights, outputs;

    bool operator==(const Result&) const = default;
};

template <class Trained>
Result result(int thread_count) {
    const Threads scope(thread_count);
    const std::vector<float> x = pattern(count * Trained::input_shape.size());
    std::vector<int> y(count);
    for (std::size_t k = 0; k < count; ++k) y[k] = static_cast<int>(k * k % 4);
    Trained model{3};
    auto trainer = model.compile(Adam{}, SparseCategoricalCrossentropy{});
    Result made;
    for (int step = 0; step < 3; ++step) made.losses.push_back(trainer.train_on_batch(x, y)[0]);
    made.weights = model.get_weights();
    const auto outputs = model.predict(x);
    made.outputs.assign(outputs.begin(), outputs.end());
    return made;
}

template <class Trained>
using Deep = Network<Sequential<Trained, Trained, Trained, Trained>, Input<5>>;

}  // namespace

static_assert(AsUnrolled::Net::unrolled && !AsTable::Net::unrolled);
static_assert(Pass<AsUnrolled, SparseCategoricalCrossentropy>::unrolled);
static_assert(!Pass<AsTable, SparseCategoricalCrossentropy>::unrolled);
static_assert(inlay::INLAY_ABI::execution::unrolled_steps == 16, "README.md says so");
static_assert(Deep<Sequential<Dense<5>, Dense<5>, Dense<5>, Dense<5>>>::unrolled);
static_assert(!Deep<Sequential<Dense<5>, Dense<5>, Dense<5>, Dense<5>, Dense<5>>>::unrolled);

TEST_CASE("unrolled or a table of calls: the same losses, weights and outputs") {
    const Result wanted = result<AsUnrolled>(1);
    CHECK(wanted.losses[2] != wanted.losses[0]);
    CHECK(result<AsTable>(1) == wanted);
    CHECK(result<AsTable>(3) == wanted);
    CHECK(result<AsUnrolled>(3) == wanted);
}

// SPDX-License-Identifier: MIT
// Few examples and many workers: large products are shared out, and no bit changes.
#include "../bits.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <vector>

using namespace inlay;

namespace {

/// Runs all tasks in reverse, and notes the most of one call.
struct Backwards {
    std::size_t most = 0, calls = 0;

    static std::size_t workers() { return 3; }

    template <class Task>
    void parallel(std::size_t count, const Task& task) {
        most = count > most ? count : most;
        ++calls;
        while (count-- > 0) task(count);
    }
};

// By tiles in panels, in panels with a pooling, by strides, and what is too small to share.
using Net = Sequential<Conv2D<256, 3, 3, Same, ReLU>, Conv2D<272, 1, 1, Tanh>, MaxPool<2>,
                       Conv2D<131, 3, 3, Same, NoBias>, Conv2D<200, 3, 3, Strides<2>, Same>,
                       Conv2D<3, 1>, Flatten, Dense<5>>;
using Image = Input<16, 15, 96>;

std::vector<float> images(std::size_t count) {
    std::vector<float> x(count * 16 * 15 * 96);
    for (std::size_t k = 0; k < x.size(); ++k)
        x[k] = static_cast<float>(k * 7919 % 1999) / 1000 - 1;
    return x;
}

}  // namespace

TEST_CASE("one image is shared out, to the same bits") {
    Model<Net, Image> alone{5};
    Model<Net, Image> shared = alone;
    Backwards jobs;
    shared.run_on(jobs);
    for (const std::size_t count : {std::size_t{1}, std::size_t{2}, std::size_t{5}}) {
        CAPTURE(count);
        const auto x = images(count);
        const Tensor one = alone.predict(x, {.batch_size = 32});
        jobs = {};
        const Tensor many = shared.predict(x, {.batch_size = 32});
        CHECK(all_same_bits({many.begin(), many.end()}, {one.begin(), one.end()}));
        CHECK(jobs.calls >= 4);  // each of the large ones
        CHECK(jobs.most == 6);
    }
}

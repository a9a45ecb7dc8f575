// SPDX-License-Identifier: MIT
// The images of a loader changed on their way: all else stays, whatever the batches are.
#include "../message_of.hpp"

#include <inlay/data/loader_flow.hpp>
#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

using namespace inlay;

namespace {

using Pair = std::pair<Tensor<std::uint8_t>, std::vector<int>>;

/// Batches of three pictures, whose numbers tell the epoch and the batch.
struct Pictures {
    int epoch = 0;

    int size() const { return 4; }
    Pair operator[](int number) const {
        Tensor<std::uint8_t> x({3, 5, 4, 1});
        for (std::size_t k = 0; k < x.size(); ++k)
            x[k] = static_cast<std::uint8_t>(10 * number + epoch + static_cast<int>(k));
        return {x, {number, epoch, 2}};
    }
    void on_epoch_end() { ++epoch; }
};

std::vector<float> vector_of(const Tensor<>& tensor) { return {tensor.begin(), tensor.end()}; }

}  // namespace

TEST_CASE("a loader's images are changed, its labels are not") {
    const data::ImageDataGenerator still{.rescale = 0.5};
    Pictures pictures;
    auto plain = still.flow(pictures);
    pictures.on_epoch_end();  // it looks at the loader
    const auto [x, y] = plain[2];
    CHECK(x.shape() == std::vector<std::size_t>{3, 5, 4, 1});
    CHECK(x[7] == 14);
    CHECK(y == std::vector<int>{2, 1, 2});
    plain.on_epoch_end();
    CHECK(pictures.epoch == 2);

    const data::ImageDataGenerator turning{.rotation_range = 90, .fill_mode = "reflect"};
    auto flow = turning.flow(Pictures{}, {.seed = 3});
    const auto first = vector_of(flow[1].first);
    CHECK(vector_of(flow[1].first) == first);
    CHECK(vector_of(turning.flow(Pictures{}, {.seed = 3})[1].first) == first);
    CHECK(vector_of(turning.flow(Pictures{}, {.seed = 4})[1].first) != first);
    const std::vector<Pair> same{Pictures{}[1], Pictures{}[1]};  // any loader
    const auto both = turning.flow(same, {.seed = 3});
    CHECK(vector_of(both[1].first) == first);
    CHECK(vector_of(both[0].first) != first);
    flow.on_epoch_end();
    CHECK(flow[1].second == std::vector<int>{1, 1, 2});
    CHECK(vector_of(flow[1].first) != first);

    using Weighted = std::tuple<Tensor<>, std::vector<int>, std::vector<float>>;
    const std::vector<Weighted> weighted{{Tensor<>({2, 3, 3, 1}), {0, 1}, {0.5f, 2}}};
    CHECK(std::get<2>(still.flow(weighted)[0]) == std::vector<float>{0.5f, 2});
}

TEST_CASE("training on a loader whose images are changed, for any number of workers") {
    const data::ImageDataGenerator generator{.rotation_range = 30, .horizontal_flip = true};
    std::vector<float> wanted;
    for (const int workers : {0, 2}) {
        Model<Sequential<Flatten, Dense<4, Softmax>>, Input<5, 4, 1>> model{1};
        auto trainer = model.compile(SGD{.learning_rate = 1e-4f}, SparseCategoricalCrossentropy{});
        trainer.fit(generator.flow(Pictures{}, {.seed = 5}),
                    {.epochs = 2, .verbose = 0, .workers = workers});
        const auto found = model.get_weights();
        if (wanted.empty()) wanted = found;
        CHECK(found == wanted);
    }
}

TEST_CASE("a loader without images says so") {
    const std::vector<std::pair<std::vector<float>, std::vector<int>>> rows{{{1, 2}, {0, 1}}};
    const data::ImageDataGenerator generator;
    CHECK(message_of([&] { generator.flow(rows)[0]; }) ==
          "flow needs images (n, height, width, channels) but was given (2,)");
    const data::ImageDataGenerator centering{.featurewise_center = true};
    CHECK(message_of([&] { centering.flow(Pictures{})[0]; }) ==
          "featurewise_center needs statistics of the images: call fit(x) first");
}

// SPDX-License-Identifier: MIT
// What a checkpoint holds of an optimizer: its moments by tensor, those in use and no others.
#include "../message_of.hpp"
#include "../temporary_folder.hpp"
#include "../train/whole_tensors.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

using Net = Model<Sequential<Dense<7, NoBias>, BatchNorm<>, Tanh, Dense<2>>, Input<3>>;

const std::vector<float> x{1, -2, 0.5f, 0.25f, 3, -1, 2, 1, 0}, y{1, 0, -1, 0.5f, 0, 2};

template <class Trainer>
void train(Trainer& trainer, int steps) {
    for (int step = 0; step < steps; ++step) trainer.train_on_batch(x, y);
}

/// The names and shapes of an optimizer's tensors in a checkpoint: "m/dense/kernel (3, 7)" ...
template <class Trainer>
std::vector<std::string> listed(const Trainer& trainer) {
    const TemporaryFolder folder;
    const auto path = folder / "checkpoint.safetensors";
    save(trainer, path);
    const auto bytes = io::read_file(path);
    std::vector<std::string> names;
    for (const auto& tensor : io::safetensors::parse(io::bytes_of(bytes)).tensors)
        if (tensor.name.starts_with("optimizer/"))
            names.push_back(std::string(tensor.name.substr(10)) + " " +
                            std::string(shape_text(tensor.shape).view()));
    std::ranges::sort(names);
    return names;
}

/// Whether training resumes from a checkpoint, by a trainer whose fields differ, bit for bit.
template <class Optimizer>
void check_resumes(const Optimizer& optimizer, const Optimizer& other) {
    CAPTURE(Optimizer::name);
    const TemporaryFolder folder;
    const auto path = folder / "checkpoint.safetensors";
    Net straight{5}, begun{5}, resumed{99};
    auto whole = straight.compile(optimizer, MeanSquaredError{});
    auto first = begun.compile(optimizer, MeanSquaredError{});
    auto second = resumed.compile(other, MeanSquaredError{});
    train(whole, 5);
    train(first, 3);
    train(second, 1);
    save(first, path);
    load(second, path);
    CHECK(std::ranges::equal(second.moments(), first.moments()));
    train(second, 2);
    CHECK(resumed.get_weights() == straight.get_weights());
    CHECK(std::ranges::equal(second.moments(), whole.moments()));
}

/// The moments of Factored by name, one of them in another shape.
struct Half : elsewhere::Factored {
    static constexpr Shape moment_shape(int m, const WeightFacts& tensor) {
        const bool row = m == 0 && tensor.shape.rank() == 2;
        return row ? Shape(1) : Factored::moment_shape(m, tensor);
    }

    template <class Scalar, class Runner>
    void update(const Stretch<Scalar>&, std::uint64_t, Runner&) const {}
};

}  // namespace

TEST_CASE("a checkpoint holds the moments in use, by tensor") {
    using Names = std::vector<std::string>;
    Net model{1};
    CHECK(listed(model.compile(SGD{}, MeanSquaredError{})) == Names{});
    CHECK(listed(model.compile(SGD{.momentum = 0.5}, MeanSquaredError{})) ==
          Names{"momentum/batch_normalization/beta (7,)", "momentum/batch_normalization/gamma (7,)",
                "momentum/dense/kernel (3, 7)", "momentum/dense_1/bias (2,)",
                "momentum/dense_1/kernel (7, 2)"});
    CHECK(listed(model.compile(Adam{}, MeanSquaredError{})).size() == 10);
    CHECK(listed(model.compile(Adam{.amsgrad = true}, MeanSquaredError{})).size() == 15);
    CHECK(listed(model.compile(Lamb{}, MeanSquaredError{})).size() == 10);
    CHECK(listed(model.compile(elsewhere::Factored{}, MeanSquaredError{})) ==
          Names{"column/dense/kernel (7,)", "column/dense_1/kernel (2,)", "row/dense/kernel (3,)",
                "row/dense_1/kernel (7,)", "v/batch_normalization/beta (7,)",
                "v/batch_normalization/gamma (7,)", "v/dense_1/bias (2,)"});
}

TEST_CASE("training resumes with every kind of moments") {
    check_resumes(SGD{.learning_rate = 0.1}, SGD{.momentum = 0.5});
    check_resumes(SGD{.learning_rate = 0.1, .momentum = 0.9, .nesterov = true}, SGD{});
    check_resumes(Adam{.learning_rate = 0.1}, Adam{.amsgrad = true});
    check_resumes(Adam{.beta_2 = 0.75, .amsgrad = true}, Adam{});
    check_resumes(Lamb{.learning_rate = 0.1}, Lamb{});
    check_resumes(elsewhere::Factored{.learning_rate = 0.1}, elsewhere::Factored{});
}

TEST_CASE("a field that was changed since the last step is in the checkpoint with its moments") {
    const TemporaryFolder folder;
    const auto path = folder / "checkpoint.safetensors";
    Net one{5}, other{9};
    auto first = one.compile(SGD{}, MeanSquaredError{}),
         second = other.compile(SGD{}, MeanSquaredError{});
    train(first, 2);
    first.optimizer().momentum = 0.9;
    save(first, path);
    load(second, path);
    train(first, 3);
    train(second, 3);
    CHECK(one.get_weights() == other.get_weights());
}

TEST_CASE("moments that do not fit are refused in one sentence, and nothing has changed") {
    Net model{1}, source{2};
    const auto refusal = [&](auto held, auto optimizer) {
        // The fields of one optimizer and the moments of another.
        auto from = source.compile(held, MeanSquaredError{});
        auto trainer = model.compile(optimizer, MeanSquaredError{});
        train(from, 2);
        train(trainer, 1);
        const std::vector<float> weights = model.get_weights();
        const std::vector<float> moments(trainer.moments().begin(), trainer.moments().end());
        io::Block blocks[1 + most_moments]{io::block_of(source, "save")};
        const auto kept = from.moments_for(held);
        const auto all = io::add_moments<decltype(from)>(held, kept, blocks);
        const auto facts = io::checkpoint_facts(optimizer, {.step = 7});
        const Status status = try_load(trainer, io::serialize(all, facts));
        CHECK(model.get_weights() == weights);
        CHECK(std::ranges::equal(trainer.moments(), moments));
        CHECK(trainer.progress().step == 1);
        return std::string(status.message());
    };
    CHECK(refusal(SGD{}, SGD{.momentum = 0.9})
              .starts_with("the file holds other moments: optimizer/momentum/dense/kernel is not "
                           "in the file; "));
    CHECK(
        refusal(SGD{.momentum = 0.9}, SGD{})
            .starts_with("the file holds other moments: the optimizer has no optimizer/momentum/"));
    CHECK(
        refusal(Adam{}, Adam{.amsgrad = true})
            .starts_with(
                "the file holds other moments: optimizer/vhat/dense/kernel is not in the file; "));
    CHECK(refusal(Adam{.amsgrad = true}, Adam{})
              .starts_with("the file holds other moments: the optimizer has no optimizer/vhat/"));

    CHECK(refusal(Half{}, elsewhere::Factored{}) ==
          "the file holds other moments: optimizer/row/dense/kernel has the shape (1,) in the file "
          "but (3,) in the optimizer; optimizer/row/dense_1/kernel has the shape (1,) in the file "
          "but (7,) in the optimizer");
}

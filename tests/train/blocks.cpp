// SPDX-License-Identifier: MIT
// The blocks that hold the gradients of slices: how many there are, that none is used twice at a
// time, and that the sum over the slices is one tree whoever runs them.
#include "../bits.hpp"
#include "../layer/step.hpp"
#include "backwards.hpp"

#include <inlay/inlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

/// The tree over slices [first, last) of a batch of n examples, in words: the definition.
std::string tree(std::size_t n, std::size_t first, std::size_t last) {
    if (last - first == 1) return n * first / 8 == n * last / 8 ? "" : std::to_string(first);
    const std::size_t middle = (first + last) / 2;
    const std::string left = tree(n, first, middle), right = tree(n, middle, last);
    return left.empty() || right.empty() ? left + right : "(" + left + right + ")";
}

/// What lies in block 0 after all slices of a segment, tasks in some order, each by some worker.
std::string played(std::size_t n, std::size_t room, std::size_t workers, bool backwards) {
    const SliceBlocks blocks = SliceBlocks::of(room, workers);
    std::vector<std::string> block(blocks.count);
    const std::size_t tasks = blocks.tasks();
    for (std::size_t k = 0; k < tasks; ++k) {
        const std::size_t task = backwards ? tasks - 1 - k : k, worker = k % workers;
        for (std::size_t s = task * blocks.together; s < (task + 1) * blocks.together; ++s) {
            if (SliceBlocks::any(n, s, s + 1)) {
                std::string& mine = block.at(blocks.block(n, s, worker));
                CHECK(mine.empty());  // nobody's sum is overwritten
                mine = std::to_string(s);
            }
            blocks.join_behind(n, s, worker, [&](std::size_t sum, std::size_t with) {
                block.at(sum) = "(" + block.at(sum) + block.at(with) + ")";
                block.at(with).clear();
            });
        }
    }
    // The tasks' sums: as TaskSums joins them.
    std::vector<std::string> sums(tasks);
    for (std::size_t task = 0; task < tasks; ++task) {
        const std::size_t first = task * blocks.together;
        if (SliceBlocks::any(n, first, first + blocks.together))
            sums[task] = block.at(blocks.block(n, first, 0));
    }
    CHECK(std::ranges::find_if(sums, [](auto& sum) { return !sum.empty(); })[0] == block[0]);
    for (std::size_t distance = 1; distance < tasks; distance *= 2)
        for (std::size_t task = 0; task < tasks; task += 2 * distance) {
            const std::string &left = sums[task], &right = sums[task + distance];
            sums[task] = left.empty() || right.empty() ? left + right : "(" + left + right + ")";
        }
    return sums[0];
}

template <class First, class Second>
using Twice =
    Network<Sequential<First, BatchNorm<>, Second, BatchNorm<>, Tanh, Dense<2>>, Input<5>, double>;
using Apart = Twice<Dense<5>, Dense<5>>;
using Tied = Twice<Shared<"both", Dense<5>>, Shared<"both", Dense<5>>>;

std::vector<double> pattern(std::size_t count, std::size_t salt) {
    std::vector<double> x(count);
    for (std::size_t k = 0; k < count; ++k)
        x[k] = static_cast<double>((k * 37 + salt * 17) % 101) / 50 - 1;
    return x;
}

template <class Net, class Runner>
std::vector<double> gradient(std::size_t batch, const std::vector<double>& weights) {
    const auto x = pattern(batch * 5, 1), t = pattern(batch * 2, 2);
    std::vector<double> outputs(batch * 2), state(20);
    return step::take<Net, step::Cotangent<double>, Runner>({t.data(), outputs.data()}, x, weights,
                                                            state, {nullptr, t.data()}, batch)
        .gradient;
}

}  // namespace

TEST_CASE("the sum over the slices is a tree of distances 1, 2 and 4, whoever runs them") {
    CHECK(tree(8, 0, 8) == "(((01)(23))((45)(67)))");
    CHECK(tree(3, 0, 8) == "(2(57))");
    for (std::size_t n = 1; n <= 20; ++n)
        for (std::size_t room = n; room <= 20; ++room)
            for (std::size_t workers = 1; workers <= 9; ++workers)
                for (const bool backwards : {false, true}) {
                    CAPTURE(n);
                    CAPTURE(room);
                    CAPTURE(workers);
                    CHECK(played(n, room, workers, backwards) == tree(n, 0, 8));
                }
}

TEST_CASE("sums of blocks are those of the tree") {
    for (const std::size_t n : {1u, 2u, 3u, 5u, 6u, 7u, 8u, 30u})
        for (const std::size_t workers : {1u, 2u, 3u}) {
            const SliceBlocks blocks = SliceBlocks::of(n, workers);
            std::vector<float> memory(8 * 40);
            for (std::size_t k = 0; k < memory.size(); ++k)
                memory[k] = std::ldexp(1.0f, static_cast<int>(k / 40 * 9)) / 3;
            const TaskSums<float> sums(blocks, n,
                                       [&](std::size_t k) { return memory.data() + 40 * k; });
            float group[8]{};
            bool has[8]{};
            for (std::size_t t = 0; t < sums.tasks; ++t)
                if (sums.sums[t] != nullptr) group[t] = sums.sums[t][7], has[t] = true;
            for (std::size_t d = 1; d < sums.tasks; d *= 2)
                for (std::size_t t = 0; t < sums.tasks; t += 2 * d) {
                    group[t] = has[t] ? group[t] + (has[t + d] ? group[t + d] : 0) : group[t + d];
                    has[t] = has[t] || has[t + d];
                }
            sums.join(7, 19);
            CHECK(std::ranges::equal(std::span(memory).subspan(7, 19),
                                     std::vector<float>(19, group[0]), same_bits<float>));
        }
}

TEST_CASE("memory holds as many blocks as a batch and its workers need") {
    using Pass = Training<Network<Sequential<Dense<7>, BatchNorm<>, Dense<3>>, Input<6>>, SGD,
                          MeanSquaredError>;
    constexpr std::size_t once = 6 * 7 + 7 + 7 * 3 + 3, normalization = 14;
    constexpr auto floats = [](std::size_t batch, std::size_t workers) {
        const auto l = Pass::layout(batch, workers);
        return l.wide;  // what follows the gradients
    };
    constexpr auto blocks = [](std::size_t count) {
        return program::aligned(once + normalization) + (count - 1) * program::aligned(once);
    };
    static_assert(floats(1, 1) == blocks(1) && floats(1, 2) == blocks(1));
    static_assert(floats(3, 1) == blocks(3) && floats(3, 2) == blocks(3));
    static_assert(floats(4, 1) == blocks(4) && floats(4, 2) == blocks(4));
    static_assert(floats(8, 1) == blocks(4) && floats(8, 2) == blocks(6));
    static_assert(floats(64, 1) == blocks(4) && floats(64, 2) == blocks(6));
    static_assert(floats(64, 3) == blocks(8) && floats(64, 32) == blocks(8));
    // What follows depends on the workers alone.
    for (const std::size_t batch : {1u, 3u, 4u, 8u, 64u}) {
        const auto one = Pass::layout(batch, 1), two = Pass::layout(batch, 2);
        CHECK(two.total - two.wide == one.total - one.wide + Pass::Memory::worker_size);
        CHECK(Pass::bytes(batch) == one.total * sizeof(float) + Pass::sum_count() * sizeof(double));
    }
}

TEST_CASE("weights that steps on both sides of a normalization apply have one gradient") {
    for (const std::size_t batch : {2u, 3u, 5u, 6u, 7u, 11u, 20u}) {
        CAPTURE(batch);
        const auto tied = pattern(Tied::trainable_count, 3);
        auto weights = tied;  // of the network of two layers: the second's lie at 40
        weights.insert(weights.begin() + 40, tied.begin(), tied.begin() + 30);
        const auto apart = gradient<Apart, SerialRunner>(batch, weights);
        const auto shared = gradient<Tied, SerialRunner>(batch, tied);
        for (std::size_t k = 0; k < shared.size(); ++k) {
            CAPTURE(k);
            if (k < 30)
                CHECK(shared[k] == doctest::Approx(apart[k] + apart[40 + k]).epsilon(1e-12));
            else
                CHECK(same_bits(shared[k], apart[k < 40 ? k : k + 30]));
        }
        CHECK(std::ranges::equal(gradient<Tied, Backwards<2>>(batch, tied), shared,
                                 same_bits<double>));
        CHECK(std::ranges::equal(gradient<Tied, Backwards<3>>(batch, tied), shared,
                                 same_bits<double>));
        CHECK(std::ranges::equal(gradient<Apart, Backwards<2>>(batch, weights), apart,
                                 same_bits<double>));
        CHECK(std::ranges::equal(gradient<Apart, Backwards<7>>(batch, weights), apart,
                                 same_bits<double>));
    }
}

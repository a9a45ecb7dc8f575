// SPDX-License-Identifier: MIT
#pragma once
// What a contestant can be asked to do, whatever the network: see contestant.cpp.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

/// One row of the table at work: training steps, or forward passes of some examples at a time.
class Job {
public:
    virtual ~Job() = default;

    /// What peers must agree on: losses of the first steps, or outputs.
    virtual std::vector<float> check() = 0;

    /// Back to where the row began; outside of the timed window.
    virtual void reset() {}

    /// The thing that is timed: one step, or one forward pass, on the next batch of the ring.
    virtual void run() = 0;
};

/// Batches that take turns, so that no contestant sees the same numbers twice in a row.
constexpr std::size_t ring = 8;

/// Steps whose losses are compared; each has to follow from the updates before it.
constexpr std::size_t checked_steps = 5;

/// Batches whose outputs are compared: all, or of large outputs the first.
constexpr std::size_t checked_batches(std::size_t outputs) { return outputs > 100 ? 1 : ring; }

/// The numbers that everybody trains on and answers for; peers/data.py has the same.
inline float pixel(std::uint32_t k) {
    k *= 2654435761u;
    k ^= k >> 15;
    k *= 2246822519u;
    k ^= k >> 13;
    return static_cast<float>(k >> 8) * 0x1p-24f;
}

/// A row, and how to begin it: `file` is where the peers find its weights.
struct Row {
    std::string facts;  ///< JSON: net, mode, batch, multiply-adds ...
    std::string net, mode;
    std::unique_ptr<Job> (*begin)(const std::filesystem::path& file);
};

/// Every row of the program; each file of workloads/ adds its own.
inline std::vector<Row>& rows() {
    static std::vector<Row> all;
    return all;
}

// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_STORAGE_HPP
#define INLAY_MODEL_STORAGE_HPP
// The numbers of a model, where they lie, and what runs on them: what models, trainers and files
// share.

#include <inlay/host/atomic.hpp>
#include <inlay/host/buffer.hpp>
#include <inlay/host/error.hpp>
#include <inlay/host/memory.hpp>
#include <inlay/host/runner.hpp>
#include <inlay/host/workers.hpp>
#include <inlay/model/due.hpp>
#include <inlay/model/groups.hpp>
#include <inlay/network/network.hpp>
#include <inlay/program/program.hpp>
#include <inlay/text/debugging.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace inlay::INLAY_ABI::lifetime {

/// Weights, state, what is derived from both, and a workspace; empty until there is room for them.
template <class Net>
class Storage {
public:
    using Scalar = typename Net::scalar;

    explicit Storage(const host::Memory& memory = {}) noexcept : memory_(memory) {}

    /// Nothing yet, in the memory and on the job system of another.
    static Storage beside(const Storage& other) noexcept {
        Storage made(other.memory_);
        made.jobs_ = other.jobs_;
        return made;
    }

    Storage(Storage&& other) noexcept { take(other); }
    Storage& operator=(Storage&&) = delete;

    ~Storage() { delete idle_.exchange(nullptr); }

    bool empty() const { return !whole_; }
    const host::Memory& memory() const { return memory_; }
    const host::Jobs& jobs() const { return jobs_; }
    void run_on(const host::Jobs& jobs) { jobs_ = jobs; }

    std::span<Scalar> weights() { return weights_.span(); }
    std::span<const Scalar> weights() const { return weights_.span(); }
    std::span<Scalar> state() { return state_.span(); }
    std::span<const Scalar> state() const { return state_.span(); }
    std::span<Scalar> workspace() { return workspace_.span(); }
    std::span<Scalar> stream() { return stream_.span(); }

    /// The numbers of one tensor.
    std::span<Scalar> tensor(const program::TensorInfo& tensor) {
        const std::span<Scalar> block = tensor.spec.trainable ? weights() : state();
        return {block.data() + tensor.offset, tensor.spec.shape.size()};
    }

    /// When what is derived from the weights is due.
    Due& due() { return due_; }

    /// Numbers that a workspace for one example holds: the network's, and an output where that
    /// cannot be written over the input.
    static constexpr std::size_t workspace_count() {
        return Net::workspace_count() + (Net::in_place ? 0 : Net::output_size);
    }

    /// Room for all numbers, zeros at first; nothing has changed where there is none.
    void make_room() {
        Buffer<Scalar> weights(Net::trainable_count, memory_), state(Net::state_count, memory_);
        Buffer<Scalar> derived(Net::derived_count, memory_);
        Buffer<Scalar> workspace(workspace_count(), memory_), stream(Net::stream_count, memory_);
        std::swap(weights_, weights);
        std::swap(state_, state);
        std::swap(derived_, derived);
        std::swap(workspace_, workspace);
        std::swap(stream_, stream);
        whole_ = true;
        if (debugging::handler == nullptr) debugging::handler = debugging::write_and_abort;
    }

    /// Becomes a copy of another, in the memory it has.
    void copy(const Storage& other) {
        if (other.empty()) return clear();
        if (empty()) make_room();
        for (std::size_t k = 0; k < Net::trainable_count; ++k) weights_[k] = other.weights_[k];
        for (std::size_t k = 0; k < Net::state_count; ++k) state_[k] = other.state_[k];
        for (std::size_t k = 0; k < Net::stream_count; ++k) stream_[k] = other.stream_[k];
        due_.set();
    }

    /// Becomes another, with its memory, its job system and its threads, and leaves it empty.
    void take(Storage& other) noexcept {
        memory_ = other.memory_;
        jobs_ = other.jobs_;
        weights_ = std::move(other.weights_);
        state_ = std::move(other.state_);
        derived_ = std::move(other.derived_);
        workspace_ = std::move(other.workspace_);
        stream_ = std::move(other.stream_);
        whole_ = std::exchange(other.whole_, false);
        due_.take(other.due_);
        delete idle_.exchange(other.idle_.exchange(nullptr));
    }

    Parameters<Scalar> parameters() const {
        return {weights_.data(), state_.data(), derived_.data()};
    }

    /// Brings the derived numbers up to date.
    void prepare() const noexcept {
        if constexpr (Net::derived_count != 0)
            due_.settle(
                [&]() -> std::uint64_t {
                    return debugging::fingerprint(
                        state_.data(), Net::state_count,
                        debugging::fingerprint(weights_.data(), Net::trainable_count));
                },
                [&] { Net::prepare(weights_.span(), state_.span(), derived_.span()); });
    }

    /// Runs one example in a workspace; through one more place where an output may not overlap an
    /// input. Without weights it makes NaN.
    void forward(const typename Net::Ends& ends, Scalar* workspace) const noexcept {
        if (empty()) {
            for (std::size_t k = 0; k < Net::output_count; ++k)
                for (std::size_t i = 0; i < Net::output_shapes[k].size(); ++i)
                    ends.outputs[k][i] = static_cast<Scalar>(__builtin_nan(""));
            return;
        }
        prepare();
        if (Net::in_place || !Net::overlap(ends, 1))
            return Net::forward(parameters(), ends, workspace);
        typename Net::Ends apart = ends;
        Scalar* at = workspace + Net::workspace_count();
        for (std::size_t k = 0; k < Net::output_count; at += Net::output_shapes[k++].size())
            apart.outputs[k] = at;
        Net::forward(parameters(), apart, workspace);
        for (std::size_t k = 0; k < Net::output_count; ++k)
            for (std::size_t i = 0; i < Net::output_shapes[k].size(); ++i)
                ends.outputs[k][i] = apart.outputs[k][i];
    }

    /// Runs all inputs in batches: use(first, count, ends, workspace).
    template <class Use>
    void run_all(const typename Groups<Net>::Inputs& inputs, std::size_t batch,
                 const Use& use) const {
        prepare();
        Groups<Net>::run({idle_, jobs_, memory_}, parameters(), inputs, batch, use);
    }

private:
    /// Gives up the numbers and the threads.
    void clear() noexcept {
        weights_ = state_ = derived_ = workspace_ = stream_ = Buffer<Scalar>();
        whole_ = false;
        delete idle_.exchange(nullptr);
    }

    host::Memory memory_;
    host::Jobs jobs_;
    bool whole_ = false;
    Buffer<Scalar> weights_, state_;
    mutable Buffer<Scalar> derived_;
    Buffer<Scalar> workspace_;
    Buffer<Scalar> stream_;  // what layers carry from step to step
    mutable Due due_;
    mutable Atomic<host::Workers<Scalar>*> idle_ = nullptr;
};

/// What a member says of so many numbers where a network takes and makes others.
template <class Net>
Sentence wrong_lengths(std::size_t in, std::size_t out, std::string_view place = "forward") {
    Sentence says;
    says << place << " was given " << in << " numbers and room for " << out;
    says << " but the network takes " << Net::input_size << " and makes " << Net::output_size;
    if (Net::input_count + Net::output_count > 2)
        says << ": each input and each output as many as its shape has";
    return says;
}

}  // namespace inlay::INLAY_ABI::lifetime

#endif  // INLAY_MODEL_STORAGE_HPP

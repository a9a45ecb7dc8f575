// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_STEP_ROOM_HPP
#define INLAY_MODEL_STEP_ROOM_HPP
// Memory and threads for the steps of a training.

#include <inlay/config.hpp>
#include <inlay/host/buffer.hpp>
#include <inlay/host/holder.hpp>
#include <inlay/host/runner.hpp>
#include <inlay/train/step_memory.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI {

/// Room for batches of at most so many examples; none at first.
template <class Scalar>
class StepRoom {
public:
    /// Makes room in the memory of a model's storage, for its job system; layout_for(workers) says
    /// how much. The memory never shrinks; where there is none, no room is left.
    template <class Storage, class LayoutFor>
    void make(const Storage& storage, std::size_t batch, const LayoutFor& layout_for) {
        forget();
        if (!runner_ || !runner().suits(storage.jobs()))
            runner_ = Holder::make<host::Runner>(storage.jobs());
        layout_ = layout_for(runner().workers());
        if (memory_.size() < layout_.total)
            memory_ = Buffer<Scalar>(layout_.total, storage.memory());
        batch_ = batch;
    }

    /// The same for a step of another kind, which leaves no room for batches.
    template <class Storage, class LayoutFor>
    void lend(const Storage& storage, const LayoutFor& layout_for) {
        make(storage, 0, layout_for);
    }

    /// From now on any batch is larger than all before.
    void forget() { batch_ = 0; }

    std::size_t batch() const { return batch_; }
    const StepLayout& layout() const { return layout_; }
    Scalar* memory() { return memory_.data(); }
    host::Runner& runner() const { return runner_.template as<host::Runner>(); }

private:
    std::size_t batch_ = 0;
    StepLayout layout_{};
    Buffer<Scalar> memory_;
    Holder runner_;
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_STEP_ROOM_HPP

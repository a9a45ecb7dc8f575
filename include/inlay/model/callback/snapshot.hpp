// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_CALLBACK_SNAPSHOT_HPP
#define INLAY_MODEL_CALLBACK_SNAPSHOT_HPP
// All weights of a model as they were once.

#include <inlay/host/buffer.hpp>
#include <inlay/model/session.hpp>

#include <cstddef>
#include <cstring>

namespace inlay::INLAY_ABI {

/// The weights and the state of a model, whatever the type of its numbers.
class Snapshot {
public:
    bool empty() const { return weights_.size() + state_.size() == 0; }

    /// Copies what the model has.
    INLAY_COLD void take(Session& session);

    /// Gives it back to the same model.
    INLAY_COLD void give(Session& session) const;

private:
    Buffer<unsigned char> weights_, state_;
};

#if INLAY_BODIES

INLAY_BODY void Snapshot::take(Session& session) {
    const auto copy = [](const Session::Numbers& from, Buffer<unsigned char>& to) {
        const std::size_t bytes = from.count * from.bytes_each;
        if (to.size() != bytes) to = Buffer<unsigned char>(bytes);
        if (bytes != 0) std::memcpy(to.data(), from.data, bytes);
    };
    copy(session.calls->weights(session.trainer), weights_);
    copy(session.calls->state(session.trainer), state_);
}

INLAY_BODY void Snapshot::give(Session& session) const {
    const auto copy = [](const Buffer<unsigned char>& from, const Session::Numbers& to) {
        if (from.size() != 0) std::memcpy(to.data, from.data(), from.size());
    };
    copy(weights_, session.calls->weights(session.trainer));
    copy(state_, session.calls->state(session.trainer));
}

#endif

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_CALLBACK_SNAPSHOT_HPP

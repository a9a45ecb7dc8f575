// SPDX-License-Identifier: MIT
#ifndef INLAY_IO_SAVE_FREQUENCY_HPP
#define INLAY_IO_SAVE_FREQUENCY_HPP

#include <inlay/host/error.hpp>
#include <inlay/train/rate.hpp>

#include <concepts>
#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// When a callback saves: behind each "epoch", or behind so many batches, whatever their epochs.
class SaveFrequency {
public:
    constexpr SaveFrequency(const char* word)
        : batches_(word == std::string_view("epoch") ? 0 : -1) {}
    template <std::integral Type>
    constexpr SaveFrequency(Type batches)
        : batches_(Whole(batches).value > 0 ? Whole(batches).value : -1) {}

    bool epochs() const { return batches_ == 0; }

    /// Counts a batch; whether it is time to save.
    bool due_behind_batch() {
        if (batches_ == 0 || ++seen_ < batches_) return false;
        seen_ = 0;
        return true;
    }

    /// An Error where it is neither.
    INLAY_COLD void check(std::string_view callback) const;

private:
    std::int64_t batches_, seen_ = 0;  // 0: epochs, -1: neither
};

#if INLAY_BODIES

INLAY_BODY void SaveFrequency::check(std::string_view callback) const {
    if (batches_ < 0)
        fail(Text() << callback
                    << ": save_freq needs to be \"epoch\" or a number of batches, 1 at least");
}

#endif

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_IO_SAVE_FREQUENCY_HPP

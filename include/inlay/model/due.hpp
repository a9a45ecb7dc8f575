// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_DUE_HPP
#define INLAY_MODEL_DUE_HPP
// When derived weights are due: after the weights were handed out to be written to.

#include <inlay/host/atomic.hpp>
#include <inlay/host/fork.hpp>
#include <inlay/host/system_threads.hpp>
#include <inlay/text/debugging.hpp>

#include <cstdint>

namespace inlay::INLAY_ABI::lifetime {

class Due {
public:
    void set() { due_.store(true); }

    /// The same for a span that the caller may keep.
    void hand_out() {
        kept_.store(true);
        set();
    }

    /// Becomes what another is, whose weights come along.
    void take(const Due& other) {
        due_.store(other.due_.load());
        kept_.store(other.kept_.load());
        made_from_ = other.made_from_;
    }

    /// Calls prepare() where it is due, once, whichever thread comes first. Where a span was handed
    /// out, builds without NDEBUG also look whether the weights are those that it was last called
    /// for, by their fingerprint(): it may have been written to after a forward pass had spent it.
    template <class Fingerprint, class Prepare>
    void settle([[maybe_unused]] const Fingerprint& fingerprint, const Prepare& prepare) {
#if defined(NDEBUG)
        if (!due_.load()) return;
#else
        if (!due_.load()) {
            if (made_from_ == 0 || fingerprint() == made_from_) return;
            debugging::report(
                "weights() or state() was written to through a span from before the "
                "last forward pass: ask for it anew");
            due_.store(true);
        }
#endif
        const host::Guard guard(preparing_.get());
        if (!due_.load()) return;
        prepare();
#if defined(NDEBUG)
        made_from_ = 0;  // a unit that is built without NDEBUG has nothing to compare
#else
        made_from_ = kept_.load() ? fingerprint() : 0;
#endif
        due_.store(false);
    }

private:
    Atomic<bool> due_ = true, kept_ = false;
    std::uint64_t made_from_ = 0;
    host::PerProcess<host::Mutex> preparing_;
};

}  // namespace inlay::INLAY_ABI::lifetime

#endif  // INLAY_MODEL_DUE_HPP

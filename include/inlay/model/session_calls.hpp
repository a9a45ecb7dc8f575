// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_SESSION_CALLS_HPP
#define INLAY_MODEL_SESSION_CALLS_HPP
// Callbacks and a trainer without their types, and what the first may ask of the second; compiled
// where there are callbacks.

#include <inlay/host/error.hpp>
#include <inlay/model/callback.hpp>
#include <inlay/model/history.hpp>
#include <inlay/model/session.hpp>
#include <inlay/program/diagnose.hpp>

#include <span>
#include <string_view>

namespace inlay::INLAY_ABI {

namespace hooks {

[[noreturn]] INLAY_COLD void fail_without_rate();
[[noreturn]] INLAY_COLD void fail_with_schedule();

template <class Trainer>
double learning_rate(const void* of) {
    const Trainer& trainer = *static_cast<const Trainer*>(of);
    const auto& optimizer = trainer.optimizer();
    if constexpr (requires { optimizer.learning_rate.at(trainer.progress().step); })
        return optimizer.learning_rate.at(trainer.progress().step);
    else if constexpr (requires { static_cast<double>(optimizer.learning_rate); })
        return static_cast<double>(optimizer.learning_rate);
    else
        fail_without_rate();
}

template <class Trainer>
void set_learning_rate(void* of, [[maybe_unused]] double rate) {
    auto& optimizer = static_cast<Trainer*>(of)->optimizer();
    if constexpr (requires { optimizer.learning_rate.scheduled(); })
        if (optimizer.learning_rate.scheduled()) fail_with_schedule();
    if constexpr (requires { optimizer.learning_rate = rate; })
        optimizer.learning_rate = rate;
    else
        fail_without_rate();
}

template <class Scalar>
Session::Numbers numbers_of(std::span<Scalar> numbers) {
    return {numbers.data(), numbers.size(), sizeof(Scalar)};
}

#if INLAY_BODIES

INLAY_BODY void fail_without_rate() { fail("the optimizer has no learning_rate"); }

INLAY_BODY void fail_with_schedule() {
    fail(
        "a callback sets the learning rate, which is a schedule: give the optimizer a number, or "
        "leave the callback out");
}

#endif

}  // namespace hooks

template <class Trainer>
inline constexpr Session::Calls session_calls{
    .learning_rate = hooks::learning_rate<Trainer>,
    .set_learning_rate = hooks::set_learning_rate<Trainer>,
    .weights =
        [](void* of) { return hooks::numbers_of(static_cast<Trainer*>(of)->model().weights()); },
    .state = [](void* of) { return hooks::numbers_of(static_cast<Trainer*>(of)->model().state()); },
    .tensor =
        [](void* of, std::string_view name) {
            return hooks::numbers_of(static_cast<Trainer*>(of)->model().weights(name));
        }};

namespace hooks {

/// Calls fit(hooks) with callbacks whose types do not matter any more; the compiler tells what is
/// none.
template <class Trainer, class Fit, class... Callbacks>
History with_hooks(Trainer& trainer, const Fit& fit, Callbacks&... callbacks) {
    if constexpr (sizeof...(Callbacks) == 0) {
        return fit(Hooks{});
    } else if constexpr ((Callback<Callbacks> && ...)) {
        const auto introduce = [&](auto& callback) {
            if constexpr (requires { callback.set_trainer(trainer); })
                callback.set_trainer(trainer);
        };
        (introduce(callbacks), ...);
        const Hook all[]{hook_of(callbacks)...};
        return fit(Hooks{all, &trainer, &session_calls<Trainer>});
    } else {
        static_assert((program::without_mistake<Subject<Callbacks>>() && ...),
                      "inlay: no callback");
    }
}

}  // namespace hooks

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_SESSION_CALLS_HPP

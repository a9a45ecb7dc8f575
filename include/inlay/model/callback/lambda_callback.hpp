// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_CALLBACK_LAMBDA_CALLBACK_HPP
#define INLAY_MODEL_CALLBACK_LAMBDA_CALLBACK_HPP

#include <inlay/host/holder.hpp>
#include <inlay/model/session.hpp>

#include <concepts>
#include <type_traits>
#include <utility>

namespace inlay::INLAY_ABI {

/// A function of a Run, an Epoch or a Batch, or none; it owns what it calls.
template <class At>
class CalledBack {
public:
    CalledBack() = default;

    template <class Function>
        requires(!std::same_as<std::remove_cvref_t<Function>, CalledBack> &&
                 std::invocable<std::decay_t<Function>&, At&>)
    CalledBack(Function&& function)
        : function_(Holder::make<std::decay_t<Function>>(std::forward<Function>(function))),
          call_([](const Holder& held, At& at) { held.as<std::decay_t<Function>>()(at); }) {}

    void operator()(At& at) const {
        if (call_ != nullptr) call_(function_, at);
    }

private:
    Holder function_;
    void (*call_)(const Holder& function, At& at) = nullptr;
};

/// Functions that are called where they are named after (Keras's LambdaCallback).
struct LambdaCallback {
    CalledBack<Epoch> on_epoch_begin{}, on_epoch_end{};
    CalledBack<Run> on_train_begin{}, on_train_end{};
    CalledBack<Batch> on_train_batch_begin{}, on_train_batch_end{};
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::LambdaCallback;
}  // namespace inlay

#endif  // INLAY_MODEL_CALLBACK_LAMBDA_CALLBACK_HPP

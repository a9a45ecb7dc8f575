// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_CALLBACK_HPP
#define INLAY_MODEL_CALLBACK_HPP
// What fit takes as a callback: anything with some of Keras's members. No base class, no
// registration; what it has, is called.

#include <inlay/host/view.hpp>
#include <inlay/model/session.hpp>
#include <inlay/program/diagnose.hpp>
#include <inlay/text/sentence.hpp>
#include <inlay/text/type_name.hpp>

#include <string_view>
#include <type_traits>

namespace inlay::INLAY_ABI {

namespace hooks {

/// A callback whose type does not matter any more: its members, null where it has none.
struct Hook {
    void* callback = nullptr;
    void (*train_begin)(void* callback, Run& run) = nullptr;
    void (*train_end)(void* callback, Run& run) = nullptr;
    void (*epoch_begin)(void* callback, Epoch& epoch) = nullptr;
    void (*epoch_end)(void* callback, Epoch& epoch) = nullptr;
    void (*batch_begin)(void* callback, Batch& batch) = nullptr;
    void (*batch_end)(void* callback, Batch& batch) = nullptr;
    void (*test_begin)(void* callback, Run& run) = nullptr;
    void (*test_end)(void* callback, Run& run) = nullptr;
};

/// All callbacks of a fit, and the trainer that they see.
struct Hooks {
    View<const Hook> all{};
    void* trainer = nullptr;
    const Session::Calls* calls = nullptr;
};

// Which members a type has that take what they are called with.
template <class Type>
concept TrainBegin = requires(Type& c, Run& run) { c.on_train_begin(run); };
template <class Type>
concept TrainEnd = requires(Type& c, Run& run) { c.on_train_end(run); };
template <class Type>
concept EpochBegin = requires(Type& c, Epoch& epoch) { c.on_epoch_begin(epoch); };
template <class Type>
concept EpochEnd = requires(Type& c, Epoch& epoch) { c.on_epoch_end(epoch); };
template <class Type>
concept BatchBegin = requires(Type& c, Batch& batch) { c.on_batch_begin(batch); };
template <class Type>
concept BatchEnd = requires(Type& c, Batch& batch) { c.on_batch_end(batch); };
template <class Type>
concept TrainBatchBegin = requires(Type& c, Batch& batch) { c.on_train_batch_begin(batch); };
template <class Type>
concept TrainBatchEnd = requires(Type& c, Batch& batch) { c.on_train_batch_end(batch); };
template <class Type>
concept TestBegin = requires(Type& c, Run& run) { c.on_test_begin(run); };
template <class Type>
concept TestEnd = requires(Type& c, Run& run) { c.on_test_end(run); };

template <class Type>
Hook hook_of(Type& callback) {
    Hook hook{.callback = const_cast<std::remove_const_t<Type>*>(&callback)};
    if constexpr (TrainBegin<Type>)
        hook.train_begin = [](void* c, Run& r) { static_cast<Type*>(c)->on_train_begin(r); };
    if constexpr (TrainEnd<Type>)
        hook.train_end = [](void* c, Run& r) { static_cast<Type*>(c)->on_train_end(r); };
    if constexpr (EpochBegin<Type>)
        hook.epoch_begin = [](void* c, Epoch& e) { static_cast<Type*>(c)->on_epoch_begin(e); };
    if constexpr (EpochEnd<Type>)
        hook.epoch_end = [](void* c, Epoch& e) { static_cast<Type*>(c)->on_epoch_end(e); };
    if constexpr (TrainBatchBegin<Type>)
        hook.batch_begin = [](void* c, Batch& b) {
            static_cast<Type*>(c)->on_train_batch_begin(b);
        };
    else if constexpr (BatchBegin<Type>)
        hook.batch_begin = [](void* c, Batch& b) { static_cast<Type*>(c)->on_batch_begin(b); };
    if constexpr (TrainBatchEnd<Type>)
        hook.batch_end = [](void* c, Batch& b) { static_cast<Type*>(c)->on_train_batch_end(b); };
    else if constexpr (BatchEnd<Type>)
        hook.batch_end = [](void* c, Batch& b) { static_cast<Type*>(c)->on_batch_end(b); };
    if constexpr (TestBegin<Type>)
        hook.test_begin = [](void* c, Run& r) { static_cast<Type*>(c)->on_test_begin(r); };
    if constexpr (TestEnd<Type>)
        hook.test_end = [](void* c, Run& r) { static_cast<Type*>(c)->on_test_end(r); };
    return hook;
}

/// Says which member a type has that does not take what it is called with; else nothing.
template <class Type>
constexpr Sentence misfit() {
    Sentence says;
    const auto look = [&](bool has, bool fits, std::string_view name, std::string_view takes) {
        if (has && !fits && says.empty())
            says << "fit: " << type_name<Type>() << "::" << name << " does not take " << takes
                 << "& (inlay/model/callback.hpp)";
    };
    using T = Type;
    look(requires { &T::on_train_begin; }, TrainBegin<T>, "on_train_begin", "a Run");
    look(requires { &T::on_train_end; }, TrainEnd<T>, "on_train_end", "a Run");
    look(requires { &T::on_epoch_begin; }, EpochBegin<T>, "on_epoch_begin", "an Epoch");
    look(requires { &T::on_epoch_end; }, EpochEnd<T>, "on_epoch_end", "an Epoch");
    look(requires { &T::on_batch_begin; }, BatchBegin<T>, "on_batch_begin", "a Batch");
    look(requires { &T::on_batch_end; }, BatchEnd<T>, "on_batch_end", "a Batch");
    look(
        requires { &T::on_train_batch_begin; }, TrainBatchBegin<T>, "on_train_batch_begin",
        "a Batch");
    look(requires { &T::on_train_batch_end; }, TrainBatchEnd<T>, "on_train_batch_end", "a Batch");
    look(requires { &T::on_test_begin; }, TestBegin<T>, "on_test_begin", "a Run");
    look(requires { &T::on_test_end; }, TestEnd<T>, "on_test_end", "a Run");
    return says;
}

template <class T>
concept HasMember =
    TrainBegin<T> || TrainEnd<T> || EpochBegin<T> || EpochEnd<T> || BatchBegin<T> || BatchEnd<T> ||
    TrainBatchBegin<T> || TrainBatchEnd<T> || TestBegin<T> || TestEnd<T>;

/// What is wrong with a type as a callback; empty where nothing is.
template <class Type>
constexpr Sentence mistake_in() {
    Sentence says = misfit<std::remove_const_t<Type>>();
    if (says.empty() && !HasMember<Type>)
        says << "fit: " << type_name<Type>() << " is no callback: it has none of on_train_begin, "
             << "on_train_end, on_epoch_begin, on_epoch_end, on_batch_begin, on_batch_end that may "
             << "be called (inlay/model/callback.hpp)";
    return says;
}

template <class Type>
struct Subject {
    static constexpr Sentence mistake = mistake_in<Type>();
};

}  // namespace hooks

/// What fit takes as a callback: it has at least one of
///
///     on_train_begin(Run&)    on_epoch_begin(Epoch&)    on_batch_begin(Batch&)
///     on_train_end(Run&)      on_epoch_end(Epoch&)      on_batch_end(Batch&)
///
/// and of on_test_begin(Run&), on_test_end(Run&), around the validation of an epoch. Keras's other
/// names for the third column are on_train_batch_begin and on_train_batch_end. With
/// `set_trainer(trainer)` it is handed the trainer itself before training begins.
template <class Type>
concept Callback = hooks::mistake_in<Type>().empty();

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_CALLBACK_HPP

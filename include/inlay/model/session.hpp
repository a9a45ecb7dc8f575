// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_SESSION_HPP
#define INLAY_MODEL_SESSION_HPP
// What callbacks see of a training: where it stands, its logs, the weights, the learning rate, and
// a way to end it. Trainers of all types look the same here.

#include <inlay/host/error.hpp>
#include <inlay/host/view.hpp>
#include <inlay/model/logs.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace inlay::INLAY_ABI {

/// A training whose types do not matter any more.
struct Session {
    /// Numbers of the model's type, which change as soon as they are written.
    struct Numbers {
        void* data = nullptr;
        std::size_t count = 0, bytes_each = 0;
    };

    /// What a type of trainer offers.
    struct Calls {
        double (*learning_rate)(const void* trainer);
        void (*set_learning_rate)(void* trainer, double rate);
        Numbers (*weights)(void* trainer);
        Numbers (*state)(void* trainer);
        Numbers (*tensor)(void* trainer, std::string_view name);
    };

    void* trainer;
    const Calls* calls;
    View<const LogEntry> scores;  ///< what epochs will end with; their values mean nothing
    int initial_epoch = 0;        ///< on_train_begin may change it
    bool stopped = false;
};

/// What all members of callbacks can do, wherever the training stands.
class Stage {
public:
    Stage(Session& session, Logs& all) : logs(all), session_(&session) {}

    /// What Keras's logs hold here: nothing at a beginning, the means since the beginning of the
    /// epoch behind a batch, and behind an epoch those of the validation as well.
    Logs& logs;

    /// Ends the training behind this batch, or behind this epoch, as in Keras: the epoch is
    /// validated and its callbacks are called.
    void stop_training() { session_->stopped = true; }
    bool stopped() const { return session_->stopped; }

    /// The optimizer's learning rate, and another one from now on; an Error where it has none.
    double learning_rate() const { return session_->calls->learning_rate(session_->trainer); }
    void set_learning_rate(double rate) {
        session_->calls->set_learning_rate(session_->trainer, rate);
    }

    /// All trainable weights, one block; good until the callback returns. An Error where the
    /// model's are of another type: weights<double>().
    template <class Scalar = float>
    std::span<Scalar> weights() {
        return span_of<Scalar>(session_->calls->weights(session_->trainer));
    }

    /// One tensor by Keras's name for it.
    template <class Scalar = float>
    std::span<Scalar> weights(std::string_view name) {
        return span_of<Scalar>(session_->calls->tensor(session_->trainer, name));
    }

    /// All other weights (moving means and variances).
    template <class Scalar = float>
    std::span<Scalar> state() {
        return span_of<Scalar>(session_->calls->state(session_->trainer));
    }

    Session& session() { return *session_; }

private:
    template <class Scalar>
    static std::span<Scalar> span_of(const Session::Numbers& numbers) {
        check_bytes(numbers, sizeof(Scalar));
        return {static_cast<Scalar*>(numbers.data), numbers.count};
    }

    INLAY_COLD static void check_bytes(const Session::Numbers& numbers, std::size_t bytes);

    Session* session_;
};

/// A whole training: what on_train_begin and on_train_end get, and on_test_begin and on_test_end
/// when a validation begins and ends.
struct Run : Stage {
    Run(Session& session, Logs& all, int epochs_, std::size_t steps_)
        : Stage(session, all), epochs(epochs_), steps(steps_) {}

    int epochs;         ///< the number behind the last one's
    std::size_t steps;  ///< of an epoch
};

/// An epoch: what on_epoch_begin and on_epoch_end get.
struct Epoch : Stage {
    Epoch(Session& session, Logs& all, int number_) : Stage(session, all), number(number_) {}

    int number;  ///< from 0, or from initial_epoch
};

/// A step of an epoch: what on_batch_begin and on_batch_end get.
struct Batch : Stage {
    Batch(Session& session, Logs& all, int epoch_, std::size_t number_)
        : Stage(session, all), epoch(epoch_), number(number_) {}

    int epoch;
    std::size_t number;  ///< within the epoch, from 0
};

#if INLAY_BODIES

INLAY_BODY void Stage::check_bytes(const Session::Numbers& numbers, std::size_t bytes) {
    if (numbers.bytes_each != bytes)
        fail(Text() << "the weights of this model are numbers of " << numbers.bytes_each
                    << " bytes, not of " << bytes << ": "
                    << (numbers.bytes_each == sizeof(double) ? "weights<double>()" : "weights()"));
}

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Batch;
using INLAY_ABI::Epoch;
using INLAY_ABI::Run;
}  // namespace inlay

#endif  // INLAY_MODEL_SESSION_HPP

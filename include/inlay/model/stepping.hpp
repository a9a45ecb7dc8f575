// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_STEPPING_HPP
#define INLAY_MODEL_STEPPING_HPP
// A training step that is taken in pieces, between which a program does other things.

#include <inlay/host/buffer.hpp>
#include <inlay/host/clock.hpp>
#include <inlay/host/view.hpp>
#include <inlay/model/step_room.hpp>
#include <inlay/train/several.hpp>
#include <inlay/train/source.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI {

/// A time of <chrono>, such as 2ms.
template <class Time>
concept Duration = requires(const Time& time) {
    static_cast<double>(time.count());
    static_cast<double>(Time::period::num) / static_cast<double>(Time::period::den);
};

/// How long the pieces of a step take: about as long as they took in the step before.
class PieceTimes {
public:
    /// The next piece is the first of a step.
    void restart() { next_ = 0; }

    /// Seconds that the next piece will take; none where it has never been timed.
    double expected() const { return next_ < seconds_.size() ? seconds_[next_] : 0; }

    /// The next piece has taken so many.
    void add(double seconds) {
        if (next_ == seconds_.size()) seconds_.push_back(0);
        seconds_[next_++] = seconds;
    }

private:
    std::vector<double> seconds_;
    std::size_t next_ = 0;
};

/// A step of Pass that is under way, or has ended: its examples, what it began with, and how far it
/// has come.
template <class Pass, class Model, class Data, class Optimizer>
class Stepping {
public:
    using Scalar = typename Pass::Scalar;

    /// The step of a number on all examples of the data, which it copies.
    Stepping(const Optimizer& optimizer, std::uint64_t seed, std::uint64_t number, const Data& data,
             View<const std::uint32_t> all, PieceTimes times)
        : optimizer_(optimizer),
          seed_(seed),
          number_(number),
          batch_(all.size()),
          times_(std::move(times)) {
        const typename Data::Sources sources(data, all);
        for (std::size_t k = 0; k < inputs; ++k) {
            const Source<Scalar>& source = nth(sources.all(), k);
            Kept& kept = kept_[k];
            kept.size = Model::input_shapes[k].size();
            kept.examples = Buffer<Scalar>(batch_ * kept.size);
            for (std::size_t n = 0; n < batch_; ++n)
                source.load(source.context, n, kept.examples.data() + n * kept.size);
            sources_[k] = {&kept, load, source.element};
        }
        targets_ = data.gather(all, wanted_);
        times_.restart();
    }
    Stepping(const Stepping&) = delete;
    Stepping& operator=(const Stepping&) = delete;

    bool ended() const { return progress_.ended(); }
    std::uint64_t number() const { return number_; }
    const PieceTimes& times() const { return times_; }

    /// Takes pieces: one, and more as long as they are expected to end within so many seconds.
    template <class Criteria>
    INLAY_COLD void advance(Model& model, StepRoom<Scalar>& room, const Criteria& criteria,
                            Scalar* moments, double* sums, double seconds) {
        const typename Pass::Job job{.optimizer = optimizer_,
                                     .criteria = criteria,
                                     .weights = model.storage().weights().data(),
                                     .state = model.storage().state().data(),
                                     .moments = moments,
                                     .memory = room.memory(),
                                     .sums = sums,
                                     .source = sources_,
                                     .targets = targets_,
                                     .batch = batch_,
                                     .seed = seed_,
                                     .step = number_,
                                     .waits = true};
        const double begin = host::steady_seconds();
        double now = begin;
        do {
            if (Model::state_count != 0 || progress_.ends()) model.announce_change();
            Pass::advance(job, room.layout(), room.runner(), progress_);
            const double before = now;
            now = host::steady_seconds();
            times_.add(now - before);
        } while (!ended() && now - begin + times_.expected() <= seconds);
    }

private:
    static constexpr std::size_t inputs = Model::Net::input_count;

    struct Kept {
        Buffer<Scalar> examples;
        std::size_t size = 0;
    };

    static void load(const void* from, std::size_t n, Scalar* to) {
        const Kept& kept = *static_cast<const Kept*>(from);
        __builtin_memcpy(to, kept.examples.data() + n * kept.size, kept.size * sizeof(Scalar));
    }

    const Optimizer optimizer_;
    const std::uint64_t seed_, number_;
    const std::size_t batch_;
    Kept kept_[inputs];
    Several<Source<Scalar>, inputs> sources_;
    typename Data::Batch wanted_;
    typename Data::AllTargets targets_;
    typename Pass::Progress progress_{};
    PieceTimes times_;
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_STEPPING_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_STREAMS_HPP
#define INLAY_MODEL_STREAMS_HPP
// A model that takes a sequence step by step.

#include <inlay/model/link.hpp>
#include <inlay/model/storage.hpp>
#include <inlay/text/status.hpp>

#include <concepts>
#include <span>

namespace inlay::INLAY_ABI {

/// What a model has for it; what it carries along lies in its storage.
template <class Model>
class Streams {
public:
    /// Takes the next step of a sequence of any length, without allocating: the output is what
    /// forward makes of the steps since reset(), bit for bit, at the last of them. For networks of
    /// recurrent layers, and of layers that work on each step by itself; the compiler says which
    /// layer does not. A copy of the model goes on from where this one is.
    template <class From, class To>
    Status step(const From& from, To&& to) noexcept {
        using Net = typename Model::Net;
        using Scalar = typename Net::scalar;
        static_assert(std::convertible_to<const From&, std::span<const Scalar>> &&
                          std::convertible_to<To&, std::span<Scalar>>,
                      "inlay: step takes two ranges of the model's numbers, such as std::vector");
        const std::span<const Scalar> in(from);
        const std::span<Scalar> out(to);
        auto& storage = static_cast<Model&>(*this).storage();
        if constexpr (Net::no_stream().empty()) {
            using One = typename Net::OneStep;
            static_assert(One::workspace_count() <= Model::workspace_count(),
                          "inlay: a step needs more room than the whole sequence");
            if (storage.empty()) return Status(lifetime::moved_from("step"));
            if (in.size() != One::input_size || out.size() != One::output_size)
                return Status(lifetime::wrong_lengths<One>(in.size(), out.size(), "step"));
            storage.prepare();
        }
        Net::step(storage.parameters(), storage.stream().data(), in.data(), out.data(),
                  storage.workspace().data());
        return Status();
    }

    /// The next step is the first of a sequence.
    void reset() noexcept {
        for (auto& number : static_cast<Model&>(*this).storage().stream()) number = 0;
    }

private:
    friend Model;
    Streams() = default;
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_STREAMS_HPP

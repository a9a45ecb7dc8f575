// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_LINK_HPP
#define INLAY_MODEL_LINK_HPP
// What ties trainers to a model that may move and end before them.

#include <inlay/config.hpp>
#include <inlay/host/error.hpp>
#include <inlay/host/holder.hpp>
#include <inlay/text/sentence.hpp>

#include <cstddef>
#include <string_view>

namespace inlay::INLAY_ABI::lifetime {

/// What the summary of a model tells of its training.
struct TrainingFacts {
    std::size_t optimizer_count = 0;  ///< numbers, as Keras counts them
    std::size_t bytes = 0;            ///< of memory, beside weights and data
    std::size_t batch_size = 0;       ///< that the memory is for
};

/// What a model and its trainers share, so that neither needs to know the other's members: where
/// the model is, null once it exists no more, and what the last trainer said of itself.
struct Link {
    void* model;
    TrainingFacts training{};
};

/// What a model that was moved from says to whatever it is asked to do.
INLAY_COLD Sentence moved_from(std::string_view place);

/// The model that a trainer is linked to; an Error where it no longer exists.
template <class Model>
Model& model_of_trainer(const Holder& link) {
    if (!link) fail("this trainer has been moved from");
    auto* const found = static_cast<Model*>(link.template as<Link>().model);
    if (found == nullptr) fail("the model of this trainer no longer exists");
    if (found->empty()) fail(Status(moved_from("this trainer")));
    return *found;
}

#if INLAY_BODIES

INLAY_BODY Sentence moved_from(std::string_view place) {
    return Sentence() << place << ": the model has been moved from; assign a model to it first";
}

#endif

}  // namespace inlay::INLAY_ABI::lifetime

#endif  // INLAY_MODEL_LINK_HPP

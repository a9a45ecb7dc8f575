// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_COMMON_FIELDS_HPP
#define INLAY_TRAIN_COMMON_FIELDS_HPP
// The fields that Keras's optimizers have in common. An optimizer that says `common_fields = true`
// may have any of them; what they ask for is done at the end of a step, around the optimizer, which
// does not know of it.
//
//     gradient_accumulation_steps   the mean gradient of so many steps is that of one
//     clipnorm                      the norm of each tensor's gradient, at most
//     global_clipnorm               that of all gradients together
//     clipvalue                     the size of each number of them
//     weight_decay                  w -= rate weight_decay w, before the optimizer moves w
//     use_ema, ema_momentum         average = ema_momentum average + (1 - ema_momentum) w
//     ema_overwrite_frequency       the average becomes the weights after so many steps
//
// 0 is Keras's None. Of clipnorm, global_clipnorm and clipvalue the first that is given applies.

#include <inlay/train/rate.hpp>

#include <cstdint>
#include <string_view>

namespace inlay::INLAY_ABI {

/// The common fields of an optimizer, as numbers.
struct CommonFields {
    double weight_decay = 0, clipnorm = 0, clipvalue = 0, global_clipnorm = 0;
    bool use_ema = false;
    double ema_momentum = static_cast<double>(0.99L);
    std::uint64_t ema_overwrite_frequency = 0, gradient_accumulation_steps = 1;

    constexpr bool accumulates() const { return gradient_accumulation_steps > 1; }

    /// Whether no gradient can be used before all of them, or all of its tensor, are known.
    constexpr bool clips_norms() const { return clipnorm > 0 || global_clipnorm > 0; }
    constexpr double most() const { return clips_norms() || !(clipvalue > 0) ? 0 : clipvalue; }
};

template <class Optimizer>
inline constexpr bool has_common_fields = requires { requires Optimizer::common_fields; };

/// Calls visit(name, field) for each common field that an optimizer has, in Keras's order.
template <class Optimizer, class Visit>
constexpr void visit_common_fields(Optimizer& optimizer, Visit&& visit) {
    if constexpr (has_common_fields<Optimizer>) {
        if constexpr (requires { optimizer.weight_decay; })
            visit("weight_decay", optimizer.weight_decay);
        if constexpr (requires { optimizer.clipnorm; }) visit("clipnorm", optimizer.clipnorm);
        if constexpr (requires { optimizer.clipvalue; }) visit("clipvalue", optimizer.clipvalue);
        if constexpr (requires { optimizer.global_clipnorm; })
            visit("global_clipnorm", optimizer.global_clipnorm);
        if constexpr (requires { optimizer.use_ema; }) visit("use_ema", optimizer.use_ema);
        if constexpr (requires { optimizer.ema_momentum; })
            visit("ema_momentum", optimizer.ema_momentum);
        if constexpr (requires { optimizer.ema_overwrite_frequency; })
            visit("ema_overwrite_frequency", optimizer.ema_overwrite_frequency);
        if constexpr (requires { optimizer.gradient_accumulation_steps; })
            visit("gradient_accumulation_steps", optimizer.gradient_accumulation_steps);
    }
}

/// A field that counts: 0 where it is none.
constexpr std::uint64_t counted(double value) {
    return value >= 1 && value < 9e15 ? static_cast<std::uint64_t>(value) : 0;
}

/// The common fields of an optimizer; of one that has none, those of a step without any.
template <class Optimizer>
constexpr CommonFields common_fields_of(const Optimizer& optimizer) {
    CommonFields fields;
    visit_common_fields(optimizer, [&](std::string_view name, const auto& field) {
        const auto value = static_cast<double>(field);
        if (name == "weight_decay") fields.weight_decay = value;
        if (name == "clipnorm") fields.clipnorm = value;
        if (name == "clipvalue") fields.clipvalue = value;
        if (name == "global_clipnorm") fields.global_clipnorm = value;
        if (name == "use_ema") fields.use_ema = value != 0;
        if (name == "ema_momentum") fields.ema_momentum = value;
        if (name == "ema_overwrite_frequency") fields.ema_overwrite_frequency = counted(value);
        if (name == "gradient_accumulation_steps" && counted(value) > 1)
            fields.gradient_accumulation_steps = counted(value);
    });
    return fields;
}

/// The first common field whose value means nothing, and what it must be; none where all do.
struct FieldMistake {
    std::string_view field, wanted;
    double value = 0;
};

template <class Optimizer>
constexpr FieldMistake mistake_in_fields(const Optimizer& optimizer) {
    FieldMistake mistake;
    visit_common_fields(optimizer, [&](std::string_view name, const auto& field) {
        const auto value = static_cast<double>(field);
        const bool counts =
            name == "ema_overwrite_frequency" || name == "gradient_accumulation_steps";
        std::string_view wanted;
        if (!(value >= 0 && value < 9e15))
            wanted = "0 or more";
        else if (name == "ema_momentum" && value > 1)
            wanted = "from 0 to 1";
        else if (counts && value != static_cast<double>(static_cast<std::uint64_t>(value)))
            wanted = "a whole number";
        if (!wanted.empty() && mistake.field.empty()) mistake = {name, wanted, value};
    });
    return mistake;
}

/// Which moments there are: the first of the optimizer's own, then one for each weight.
struct MomentSet {
    int own = 0;
    bool accumulators = false;  ///< gradients of steps that wait for others
    bool averages = false;      ///< of the weights
    bool operator==(const MomentSet&) const = default;

    constexpr int blocks() const { return own + accumulators + averages; }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_COMMON_FIELDS_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_TRAIN_FIELDS_HPP
#define INLAY_TRAIN_FIELDS_HPP
// Fields of losses and metrics that may be left out or hold several numbers, and the sentences
// about those that hold what they cannot.

#include <inlay/shape/shape.hpp>
#include <inlay/text/sentence.hpp>
#include <inlay/text/type_name.hpp>
#include <inlay/train/rate.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace inlay::INLAY_ABI {

namespace field {

constexpr double plain(Real number) { return number; }
constexpr std::int64_t plain(Whole number) { return number.value; }

}  // namespace field

/// A Real or a Whole that may be left out: Keras's None.
template <class Number>
struct OrNone {
    using Plain = decltype(field::plain(std::declval<Number>()));

    Plain value{};
    bool given = false;

    constexpr OrNone() = default;
    template <class Given>
        requires std::constructible_from<Number, Given>
    constexpr OrNone(Given number) : value(field::plain(Number(number))), given(true) {}

    constexpr Plain or_else(Plain other) const { return given ? value : other; }
};

/// A few numbers in braces, Reals or Wholes.
template <class Number>
class Few {
public:
    using Plain = typename OrNone<Number>::Plain;
    static constexpr std::size_t most = 64;

    constexpr Few() = default;
    constexpr Few(std::initializer_list<Number> numbers) {
        for (const Number& number : numbers) {
            if (count_ < most) each_[count_] = field::plain(number);
            ++count_;
        }
    }

    /// How many there are; there is no room for more than `most`, which mistake() tells.
    constexpr std::size_t size() const { return count_; }
    constexpr const Plain* begin() const { return each_; }
    constexpr const Plain* end() const { return each_ + (count_ < most ? count_ : most); }
    constexpr Plain operator[](std::size_t k) const { return each_[k]; }

    /// What is wrong with their number.
    constexpr Sentence mistake(std::string_view owner, std::string_view name) const {
        Sentence says;
        if (count_ > most)
            says << owner << ": " << name << " has " << count_ << " numbers but room for " << most;
        return says;
    }

private:
    Plain each_[most]{};
    std::size_t count_ = 0;
};

namespace field {

/// "AUC: num_thresholds is 1 but needs to be ", of which the caller says the rest.
constexpr Sentence about(std::string_view owner, std::string_view name, std::int64_t value) {
    Sentence says;
    return says << owner << ": " << name << " is " << value << " but needs to be ";
}
constexpr Sentence about(std::string_view owner, std::string_view name, double value) {
    Sentence says;
    says << owner << ": " << name << " is ";
    if (value - value == 0)
        naming::append_number(says, value);
    else
        says << "no finite number";
    return says << " but needs to be ";
}

constexpr Sentence at_least(std::string_view owner, std::string_view name, Whole number,
                            std::int64_t least) {
    if (number.value >= least) return {};
    return about(owner, name, number.value) << least << " at least";
}

/// A share, a probability.
constexpr Sentence from_0_to_1(std::string_view owner, std::string_view name, double value) {
    if (value >= 0 && value <= 1) return {};
    return about(owner, name, value) << "from 0 to 1";
}

/// A number of a feature of the output.
constexpr Sentence feature(std::string_view owner, std::string_view name, std::int64_t number,
                           const Shape& output) {
    const auto features = static_cast<std::int64_t>(output.last());
    if (number >= 0 && number < features) return {};
    Sentence says = about(owner, name, number);
    return says << "from 0 to " << features - 1 << ": the output has " << features << " features";
}

/// One of some words.
template <std::convertible_to<std::string_view>... Words>
constexpr Sentence one_of(std::string_view owner, std::string_view name, std::string_view given,
                          Words... words) {
    Sentence says;
    if (((given == std::string_view(words)) || ...)) return says;
    says << owner << ": " << name << " is '" << given << "' but needs to be ";
    std::size_t left = sizeof...(words);
    ((says << words << (--left > 1 ? ", " : left == 1 ? " or " : "")), ...);
    return says;
}

/// The first of some sentences that says anything.
template <std::same_as<Sentence>... Others>
constexpr Sentence first_of(const Sentence& first, const Others&... others) {
    Sentence says = first;
    ((says.empty() ? void(says = others) : void()), ...);
    return says;
}

}  // namespace field

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_TRAIN_FIELDS_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_PROGRAM_EACH_HPP
#define INLAY_PROGRAM_EACH_HPP
// What is left of a program, in lists as long as they need to be.

#include <inlay/program/program.hpp>

#include <array>
#include <cstddef>

namespace inlay::INLAY_ABI::program {

/// The first Count elements of an array.
template <std::size_t Count, class Element, std::size_t Capacity>
constexpr std::array<Element, Count> first_of(const Element (&elements)[Capacity]) {
    std::array<Element, Count> first{};
    for (std::size_t k = 0; k < Count; ++k) first[k] = elements[k];
    return first;
}

/// The elements of some shapes.
template <std::size_t Count>
constexpr std::size_t total(const std::array<Shape, Count>& shapes) {
    std::size_t all = 0;
    for (const Shape& shape : shapes) all += shape.size();
    return all;
}

// Which steps are meant. Types of their own, since their names enter symbols.

struct Left {
    constexpr bool operator()(const Step& step) const { return !step.removed; }
};

/// Those that read what is made of weights and state, theirs or a normalization's, before a pass.
struct Prepared {
    constexpr bool operator()(const Step& step) const {
        return !step.removed && step.prepared.count != 0;
    }
};

/// Those whose forward or backward pass reads the weights in a layout of its own.
template <bool backward>
struct Copied {
    constexpr bool operator()(const Step& step) const {
        return !step.removed && (backward ? step.backward_copy : step.forward_copy).count != 0;
    }
};

/// The numbers of the steps that Which accepts, in order.
template <const auto& program, class Which>
inline constexpr auto numbers_of = [] {
    constexpr std::size_t count = [] {
        std::size_t found = 0;
        for (int s = 0; s < program.step_count; ++s) found += Which()(program.steps[s]);
        return found;
    }();
    std::array<int, count> numbers{};
    std::size_t found = 0;
    for (int s = 0; s < program.step_count; ++s)
        if (Which()(program.steps[s])) numbers[found++] = s;
    return numbers;
}();

/// One reading of one step.
struct Reading {
    int step = 0, read = 0;
};

/// All readings of the steps that are left, in order.
template <const auto& program>
inline constexpr auto readings_of = [] {
    constexpr std::size_t count = [] {
        std::size_t found = 0;
        for (const int s : numbers_of<program, Left>)
            found += static_cast<std::size_t>(program.steps[s].reads);
        return found;
    }();
    std::array<Reading, count> readings{};
    std::size_t found = 0;
    for (const int s : numbers_of<program, Left>)
        for (int read = 0; read < program.steps[s].reads; ++read) readings[found++] = {s, read};
    return readings;
}();

/// By the number of a step that is left: the place of its first reading among them.
template <const auto& program>
inline constexpr auto first_readings = [] {
    std::array<int, static_cast<std::size_t>(program.step_count)> places{};
    int place = 0;
    for (const int s : numbers_of<program, Left>) {
        places[static_cast<std::size_t>(s)] = place;
        place += program.steps[s].reads;
    }
    return places;
}();

}  // namespace inlay::INLAY_ABI::program

#endif  // INLAY_PROGRAM_EACH_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_NETWORK_EPILOGUE_HPP
#define INLAY_NETWORK_EPILOGUE_HPP
// From the epilogue of a step, a value of the program, to the type that its kernel is handed.

#include <inlay/kernel/epilogue.hpp>
#include <inlay/network/binding.hpp>

#include <type_traits>

namespace inlay::INLAY_ABI::wiring {

/// What the epilogue of step S reads and writes beside the sums.
template <class Spec, const auto& program, int S>
consteval kernel::Attachments attachments_of() {
    constexpr auto& step = program.steps[S];
    constexpr auto& epilogue = step.epilogue;
    kernel::Attachments with{.adds = epilogue.adds,
                             .keeps = epilogue.keeps_sums(),
                             .weighs = epilogue.weights.count != 0};
    if (with.adds)
        with.addend = map_of(program, program.reads[step.first_read + step.inputs()].value);
    if (with.keeps) with.kept = map_of(program, epilogue.kept);
    if constexpr (epilogue.weights.count != 0) {
        const Map out = map_of(program, step.output);
        const int rank = program.values[step.output].shape.rank();
        const Map own = LayerAt<Spec, epilogue.function>::weights_map(out, rank);
        with.weights = kernel::Spread(own, out);
    }
    return with;
}

/// What step S does to its sums.
template <class Scalar, class Spec, const auto& program, int S>
using EpilogueOf = std::conditional_t<
    program.steps[S].epilogue.pure(),
    kernel::Epilogue<typename LayerAt<Spec, program.steps[S].epilogue.function>::Applied>,
    kernel::AttachedEpilogue<Scalar,
                             typename LayerAt<Spec, program.steps[S].epilogue.function>::Applied,
                             attachments_of<Spec, program, S>()>>;

}  // namespace inlay::INLAY_ABI::wiring

#endif  // INLAY_NETWORK_EPILOGUE_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_KERNEL_CREW_HPP
#define INLAY_KERNEL_CREW_HPP
// How one product of few examples is shared out: its parts are outputs of their own, so that who
// makes which of them changes no bit.

#include <inlay/config.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::kernel {

/// Workers who wait for parts of what one of them, number 0, is about.
struct Crew {
    /// Calls part(body, task, worker) for all tasks; no two of one worker at a time.
    void (*run)(const Crew& crew, std::size_t tasks, const void* body,
                void (*part)(const void* body, std::size_t task, std::size_t worker)) = nullptr;
    std::size_t workers = 1;
    std::size_t apart = 0;  ///< numbers from one worker's scratch to that of the next

    /// How many parts a product of so many multiply-adds and equal units is worth: each is far
    /// longer than a thread takes to come.
    constexpr std::size_t parts(std::size_t units, double multiply_adds) const {
        constexpr double least = 1 << 20;
        std::size_t most = 2 * workers;
        if (multiply_adds < 2 * least) return 1;
        if (multiply_adds < least * static_cast<double>(most)) most = workers;
        return units < most ? units : most;
    }
};

/// Calls body(task, worker) for all tasks, on a crew where there is one.
template <class Body>
INLAY_INLINE void share(const Crew* crew, std::size_t tasks, const Body& body) {
    if (crew == nullptr || tasks < 2) {
        for (std::size_t task = 0; task < tasks; ++task) body(task, std::size_t{0});
    } else {
        crew->run(*crew, tasks, &body,
                  [](const void* function, std::size_t task, std::size_t worker) {
                      (*static_cast<const Body*>(function))(task, worker);
                  });
    }
}

}  // namespace inlay::INLAY_ABI::kernel

#endif  // INLAY_KERNEL_CREW_HPP

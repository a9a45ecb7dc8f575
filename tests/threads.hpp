// SPDX-License-Identifier: MIT
#pragma once

#include <inlay/host/threads.hpp>

/// So many threads, as long as it lives.
class Threads {
public:
    explicit Threads(int count) { inlay::threads(count); }
    Threads(const Threads&) = delete;
    Threads& operator=(const Threads&) = delete;
    ~Threads() { inlay::threads(before_); }

private:
    int before_ = inlay::threads();
};

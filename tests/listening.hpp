// SPDX-License-Identifier: MIT
#pragma once
// Keeps what builds without NDEBUG report, as long as it lives.

#include <inlay/text/debugging.hpp>

#include <string>
#include <vector>

struct Listening {
    inline static std::vector<std::string> reports;

    Listening() : before(inlay::INLAY_ABI::debugging::handler) {
        reports.clear();
        inlay::INLAY_ABI::debugging::handler = [](const char* sentence) {
            reports.push_back(sentence);
        };
    }
    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;
    ~Listening() { inlay::INLAY_ABI::debugging::handler = before; }

    inlay::INLAY_ABI::debugging::Handler before;
};

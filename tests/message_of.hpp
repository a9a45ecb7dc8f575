// SPDX-License-Identifier: MIT
#pragma once

#include <inlay/host/error.hpp>

#include <string>

/// What the Error says that an action ends with.
std::string message_of(auto&& action) {
    try {
        action();
    } catch (const inlay::Error& error) {
        return error.what();
    }
    return "no error";
}

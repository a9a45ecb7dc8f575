// SPDX-License-Identifier: MIT
#pragma once
// The conversation of a contestant with the suite: one command a line, one line of JSON back.
// peers/protocol.py has the same words.
//
//     about                          name and version
//     begin NET MODE FILE<tab>FACTS  makes a row ready; FILE has inlay's weights, FACTS is JSON
//     check                          losses of the first steps, or outputs: all must agree on them
//     run K                          from the beginning: one untimed run, then the seconds of K

#include "job.hpp"

#include <chrono>
#include <cstdio>
#include <functional>
#include <iostream>
#include <sstream>
#include <stdexcept>

namespace protocol {

inline std::string json(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.9g", value);
    return text;
}

template <class Values, class Text>
std::string list(const Values& values, Text&& text) {
    std::string line;
    for (const auto& value : values) line += (line.empty() ? "[" : ", ") + text(value);
    return line + "]";
}

/// A contestant: what it is, how it begins a row, and words of its own (empty: it has no such).
struct Contestant {
    std::string about;
    std::function<std::unique_ptr<Job>(const std::string& net, const std::string& mode,
                                       const std::string& file)>
        begin;
    std::function<std::string(const std::string& verb)> more = [](const auto&) { return ""; };
    std::unique_ptr<Job> job{};
};

inline std::string answer(Contestant& contestant, std::istringstream command) {
    std::string verb;
    command >> verb;
    if (verb == "about") return '"' + contestant.about + '"';
    if (const std::string own = contestant.more(verb); !own.empty()) return own;
    if (verb == "begin") {
        std::string net, mode, file;
        command >> net >> mode >> std::ws;
        std::getline(command, file, '\t');
        contestant.job.reset();
        contestant.job = contestant.begin(net, mode, file);
        if (!contestant.job) throw std::runtime_error("there is no row " + net + " " + mode);
        return "\"\"";
    }
    if (!contestant.job) throw std::runtime_error("no row has begun, and " + verb + " needs one");
    Job& job = *contestant.job;
    if (verb == "check")
        return list(job.check(), [](float value) { return json(static_cast<double>(value)); });
    if (verb != "run") throw std::runtime_error("there is no command " + verb);
    long count = 0;
    command >> count;
    job.reset();
    job.run();
    const auto start = std::chrono::steady_clock::now();
    for (long k = 0; k < count; ++k) job.run();
    return json(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
}

/// Answers until the suite hangs up.
inline void serve(Contestant contestant) {
    for (std::string line; std::getline(std::cin, line);) {
        try {
            std::cout << answer(contestant, std::istringstream(line)) << std::endl;
        } catch (const std::exception& error) {
            std::cout << "{\"error\": \"" << error.what() << "\"}" << std::endl;
        }
    }
}

}  // namespace protocol

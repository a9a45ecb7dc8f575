// SPDX-License-Identifier: MIT
// Ours in the contest: reads one command a line, answers with one line of JSON. The peers speak the
// same; peers/protocol.py has the other end's words.
//
//     rows                  all rows with their facts
//     begin NET MODE FILE   makes a row ready and writes its weights to FILE
//     check                 losses of the first steps, or outputs: what peers must agree on
//     run K                 from the beginning: one untimed run, then the seconds of K
//     peak                  multiply-adds a second of this many threads
#include "job.hpp"
#include "measure.hpp"

#include <inlay/inlay.hpp>

#include <cstdio>
#include <iostream>
#include <numeric>
#include <sstream>
#include <thread>

namespace {

/// The peaks of all threads, together.
double peak() {
    std::vector<double> each(static_cast<std::size_t>(inlay::threads()));
    std::vector<std::jthread> others;
    for (std::size_t k = 1; k < each.size(); ++k)
        others.emplace_back([&, k] { each[k] = measure::peak(); });
    each[0] = measure::peak();
    others.clear();
    return std::accumulate(each.begin(), each.end(), 0.0);
}

std::string json(double value) {
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

std::unique_ptr<Job> job;

std::string answer(std::istringstream command) {
    std::string verb;
    command >> verb;
    if (verb == "rows") return list(rows(), [](const Row& row) { return row.facts; });
    if (verb == "peak") return json(peak());
    if (verb == "begin") {
        std::string net, mode, file;
        command >> net >> mode >> std::ws;
        std::getline(command, file);
        for (const Row& row : rows())
            if (row.net == net && row.mode == mode) {
                job.reset();
                job = row.begin(file);
                return "true";
            }
        inlay::fail("there is no row " + net + " " + mode);
    }
    if (!job) inlay::fail("no row has begun");
    if (verb == "check") return list(job->check(), json);
    if (verb == "run") {
        long count = 0;
        command >> count;
        job->reset();
        job->run();
        return json(measure::seconds([&] {
            for (long k = 0; k < count; ++k) job->run();
        }));
    }
    inlay::fail("the commands are rows, begin, check, run and peak, not " + verb);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc > 1) inlay::threads(std::stoi(argv[1]));
    for (std::string line; std::getline(std::cin, line);) {
        try {
            std::cout << answer(std::istringstream(line)) << std::endl;
        } catch (const std::exception& error) {
            std::cout << "{\"error\": \"" << error.what() << "\"}" << std::endl;
        }
    }
}

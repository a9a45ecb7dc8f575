// SPDX-License-Identifier: MIT
#pragma once
// The options that the examples share; examples/run --help explains them.

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <string>

struct Settings {
    int epochs = 5;
    int batch = 32;
    double rate = 0.05;
    std::optional<std::filesystem::path> data{};
    unsigned seed = 42;
    std::optional<int> threads{};
};

/// Reads --name value pairs over the example's defaults; a wrong one ends the program with a
/// sentence.
inline Settings read_settings(int argc, char** argv, Settings settings = {}) {
    const std::map<std::string, std::function<void(const std::string&)>> options{
        {"--epochs", [&](const std::string& v) { settings.epochs = std::stoi(v); }},
        {"--batch", [&](const std::string& v) { settings.batch = std::stoi(v); }},
        {"--rate", [&](const std::string& v) { settings.rate = std::stod(v); }},
        {"--data", [&](const std::string& v) { settings.data = v; }},
        {"--seed", [&](const std::string& v) { settings.seed = unsigned(std::stoul(v)); }},
        {"--threads", [&](const std::string& v) { settings.threads = std::stoi(v); }}};
    for (int k = 1; k < argc; k += 2) {
        const auto option = options.find(argv[k]);
        if (option == options.end() || k + 1 == argc) {
            std::cerr << argv[0] << ": " << argv[k]
                      << (option == options.end() ? " is not an option" : " needs a value")
                      << "; the options are";
            for (const auto& known : options) std::cerr << ' ' << known.first;
            std::cerr << '\n';
            std::exit(2);
        }
        try {
            option->second(argv[k + 1]);
        } catch (const std::exception&) {
            std::cerr << argv[0] << ": " << argv[k] << " takes a number, not " << argv[k + 1]
                      << '\n';
            std::exit(2);
        }
    }
    return settings;
}

/// Runs a program's body; an error becomes one line and exit code 1.
template <class Body>
int run_example(Body&& body) {
    try {
        body();
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}

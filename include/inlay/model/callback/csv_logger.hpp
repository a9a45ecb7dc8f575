// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_CALLBACK_CSV_LOGGER_HPP
#define INLAY_MODEL_CALLBACK_CSV_LOGGER_HPP

#include <inlay/host/error.hpp>
#include <inlay/host/python_text.hpp>
#include <inlay/host/text.hpp>
#include <inlay/model/session.hpp>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

namespace inlay::INLAY_ABI {

/// Writes the logs of each epoch as a row of a file (Keras's CSVLogger). The columns are those of
/// the first epoch in alphabetical order; where there is no validation, Keras's empty columns for
/// it are there as well.
struct CSVLogger {
    std::string filename{};
    std::string separator = ",";
    bool append = false;  ///< to what the file holds; otherwise it begins anew

    // The columns, and whether the file has a row of them.
    std::vector<std::string> keys{};
    bool headed = false;

    INLAY_COLD void on_train_begin(Run& run);
    INLAY_COLD void on_epoch_end(Epoch& epoch);

private:
    void write(const char* how, const Text& text) const;
};

#if INLAY_BODIES

INLAY_BODY void CSVLogger::on_train_begin(Run&) {
    keys.clear();
    headed = false;
    if (!append) return write("wb", Text());
    if (std::FILE* const file = std::fopen(filename.c_str(), "rb")) {
        headed = std::fgetc(file) != EOF;
        std::fclose(file);
    }
    write("ab", Text());
}

INLAY_BODY void CSVLogger::on_epoch_end(Epoch& epoch) {
    Text text;
    if (keys.empty()) {
        bool validated = false;
        for (const LogEntry& entry : epoch.logs) {
            validated = validated || entry.name.starts_with("val_");
            std::size_t at = keys.size();
            keys.emplace_back(entry.name);
            for (; at > 0 && keys[at] < keys[at - 1]; --at) keys[at].swap(keys[at - 1]);
        }
        const std::size_t count = keys.size();
        for (std::size_t k = 0; k < count && !validated; ++k) keys.push_back("val_" + keys[k]);
        if (!headed) {
            text << "epoch";
            for (const std::string& key : keys) text << separator << key;
            text << "\r\n";
        }
        headed = true;
    }
    text << epoch.number;
    for (const std::string& key : keys) {
        const LogEntry* const entry = epoch.logs.find(key);
        text << separator << (entry ? python_number(entry->value) : Text("NA"));
    }
    write("ab", text << "\r\n");
}

INLAY_BODY void CSVLogger::write(const char* how, const Text& text) const {
    std::FILE* const file = std::fopen(filename.c_str(), how);
    const bool written =
        file != nullptr && std::fwrite(text.c_str(), 1, text.size(), file) == text.size();
    const int reason = errno;
    const bool closed = file != nullptr && std::fclose(file) == 0;
    if (!written || !closed)
        fail(Text() << "CSVLogger: cannot write " << (filename.empty() ? "''" : filename) << ": "
                    << std::strerror(written ? errno : reason));
}

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::CSVLogger;
}  // namespace inlay

#endif  // INLAY_MODEL_CALLBACK_CSV_LOGGER_HPP

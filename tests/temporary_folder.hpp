// SPDX-License-Identifier: MIT
#pragma once
// A folder for the files of one test.

#include <cstddef>
#include <filesystem>
#include <iterator>
#include <string>

/// An empty folder that lives as long as the object.
class TemporaryFolder {
public:
    TemporaryFolder() {
        const auto parent = std::filesystem::temp_directory_path();
        for (int k = 0; path_.empty(); ++k) {
            const auto candidate = parent / ("inlay-test-" + std::to_string(k));
            if (std::filesystem::create_directory(candidate)) path_ = candidate;
        }
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }

    std::filesystem::path operator/(const std::filesystem::path& name) const {
        return path_ / name;
    }

    /// The number of entries in the folder.
    std::size_t count() const {
        using Iterator = std::filesystem::directory_iterator;
        return static_cast<std::size_t>(std::distance(Iterator(path_), Iterator()));
    }

private:
    std::filesystem::path path_;
};

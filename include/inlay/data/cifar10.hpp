// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_CIFAR10_HPP
#define INLAY_DATA_CIFAR10_HPP
// CIFAR-10 (A. Krizhevsky, 2009): 50,000 and 10,000 color images of 32x32 in ten classes, in the
// six files of its binary version, cifar-10-binary.tar.gz.

#include <inlay/config.hpp>
#include <inlay/data/datasets.hpp>
#include <inlay/data/xtensor.hpp>
#include <inlay/host/error.hpp>
#include <inlay/io/file.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace inlay::INLAY_ABI::data {

namespace detail {

/// Images and labels of files of examples: the label, then 32x32 bytes for each color.
inline Split read_cifar(const Path& folder, const std::vector<std::string>& names) {
    constexpr std::size_t cells = 32 * 32, record = 1 + 3 * cells;
    std::vector<std::vector<std::byte>> files;
    std::size_t count = 0;
    for (const std::string& name : names) {
        const std::string path = (folder / name).string();
        files.push_back(io::read_file(path));
        const std::size_t size = files.back().size();
        if (size == 0 || size % record != 0)
            fail(path + ": found " + std::to_string(size) + " bytes, expected a multiple of " +
                 std::to_string(record) + ", a label and 32x32x3 bytes for each image");
        count += size / record;
    }

    Split split;
    split.images.resize({count, 32, 32, 3});
    split.labels.resize({count});
    std::uint8_t* pixel = split.images.data();
    std::uint8_t* label = split.labels.data();
    for (std::size_t file = 0; file < files.size(); ++file)
        for (std::size_t at = 0; at < files[file].size(); at += record) {
            const std::byte* const from = files[file].data() + at;
            *label = std::to_integer<std::uint8_t>(from[0]);
            if (*label > 9)
                fail((folder / names[file]).string() + ": label of example " +
                     std::to_string(at / record) + ": found " + std::to_string(*label) +
                     ", expected 0 to 9");
            ++label;
            for (std::size_t cell = 0; cell < cells; ++cell)
                for (std::size_t color = 0; color < 3; ++color)
                    *pixel++ = std::to_integer<std::uint8_t>(from[1 + color * cells + cell]);
        }
    return split;
}

/// Reads the first of the folders that holds any of the files.
inline Dataset cifar10_in(const std::vector<Path>& folders) {
    const std::vector<std::string> train{"data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin",
                                         "data_batch_4.bin", "data_batch_5.bin"};
    const std::vector<std::string> test{"test_batch.bin"};
    std::string searched;
    for (const Path& folder : folders) {
        std::error_code ignored;
        if (std::filesystem::exists(folder / train[0], ignored) ||
            std::filesystem::exists(folder / test[0], ignored))
            return {read_cifar(folder, train), read_cifar(folder, test)};
        searched.append(searched.empty() ? "" : ", ").append(folder.string());
    }
    fail("CIFAR-10 not found; searched: " + searched +
         "; unpack cifar-10-binary.tar.gz, and name the folder of data_batch_1.bin in the call or "
         "in $INLAY_DATA");
}

}  // namespace detail

/// CIFAR-10 from a folder with its six binary files: images (n, 32, 32, 3), labels (n).
inline Dataset cifar10(const std::filesystem::path& folder) { return detail::cifar10_in({folder}); }

/// CIFAR-10 from $INLAY_DATA, or its folders cifar10 and cifar-10-batches-bin, or these in
/// ../shared/data or ../../shared/data.
inline Dataset cifar10() {
    return detail::cifar10_in(
        detail::places({"cifar10", "cifar-10-batches-bin"}, {},
                       {"../shared/data/cifar10", "../shared/data/cifar-10-batches-bin",
                        "../../shared/data/cifar10", "../../shared/data/cifar-10-batches-bin"}));
}

/// What the labels of CIFAR-10 mean.
constexpr std::array<std::string_view, 10> cifar10_names() {
    return {"airplane", "automobile", "bird",  "cat",  "deer",
            "dog",      "frog",       "horse", "ship", "truck"};
}

}  // namespace inlay::INLAY_ABI::data

namespace inlay {
namespace data = INLAY_ABI::data;
}  // namespace inlay

#endif  // INLAY_DATA_CIFAR10_HPP

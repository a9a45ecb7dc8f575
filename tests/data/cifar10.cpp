// SPDX-License-Identifier: MIT
#include "../message_of.hpp"
#include "../temporary_folder.hpp"

#include <inlay/data/cifar10.hpp>
#include <inlay/io/file.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

constexpr std::size_t record = 3073;

/// Examples of which number n has the label n % 10, and byte k of it is n + k modulo 251.
std::vector<std::byte> examples(std::size_t count) {
    std::vector<std::byte> file;
    for (std::size_t n = 0; n < count; ++n) {
        file.push_back(static_cast<std::byte>(n % 10));
        for (std::size_t k = 0; k < record - 1; ++k)
            file.push_back(static_cast<std::byte>((n + k) % 251));
    }
    return file;
}

void write(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    for (std::size_t k = 1; k <= 5; ++k)
        io::write_file_atomically((folder / ("data_batch_" + std::to_string(k) + ".bin")).string(),
                                  io::Bytes(examples(k)));
    io::write_file_atomically((folder / "test_batch.bin").string(), io::Bytes(examples(12)));
}

}  // namespace

TEST_CASE("CIFAR-10's binary files are images with their colors last") {
    const TemporaryFolder folder;
    write(folder / "cifar");
    const auto [train, test] = data::cifar10(folder / "cifar");
    CHECK(train.images.shape() == std::array<std::size_t, 4>{15, 32, 32, 3});
    CHECK(train.labels.shape(0) == 15);
    CHECK(test.labels(11) == 1);
    CHECK(train.labels(2) == 1);  // the second of data_batch_2.bin
    for (std::size_t color = 0; color < 3; ++color)
        CHECK(train.images(2, 4, 7, color) == (1 + color * 1024 + 4 * 32 + 7) % 251);
    CHECK(data::cifar10_names()[5] == "dog");
}

TEST_CASE("files that are not CIFAR-10's are named") {
    const TemporaryFolder folder;
    const auto set = folder / "set";
    const auto with = [&](const char* name, const std::vector<std::byte>& bytes) {
        write(set);
        io::write_file_atomically((set / name).string(), io::Bytes(bytes));
        return message_of([&] { data::cifar10(set); });
    };
    const std::string third = (set / "data_batch_3.bin").string();
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, record - 1, record + 1})
        CHECK(with("data_batch_3.bin", std::vector<std::byte>(size)) ==
              third + ": found " + std::to_string(size) +
                  " bytes, expected a multiple of 3073, a label and 32x32x3 bytes for each image");
    std::vector<std::byte> wrong = examples(3);
    wrong[2 * record] = std::byte{10};
    CHECK(with("data_batch_3.bin", wrong) ==
          third + ": label of example 2: found 10, expected 0 to 9");
    write(set);
    std::filesystem::remove(third);
    CHECK(message_of([&] { data::cifar10(set); }).starts_with(third + ": cannot read it: "));
    CHECK(message_of([&] { data::cifar10(folder / "none"); }) ==
          "CIFAR-10 not found; searched: " + (folder / "none").string() +
              "; unpack cifar-10-binary.tar.gz, and name the folder of data_batch_1.bin in the "
              "call or in $INLAY_DATA");
}

// SPDX-License-Identifier: MIT
#include "../temporary_folder.hpp"
#include "idx_bytes.hpp"

#include <inlay/data/datasets.hpp>
#include <inlay/io/crc32.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <span>
#include <string>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

/// Gives $INLAY_DATA a value, or none, for as long as the object lives.
class DataVariable {
public:
    explicit DataVariable(const char* value) {
        if (const char* before = std::getenv("INLAY_DATA")) before_ = before;
        set(value);
    }
    DataVariable(const DataVariable&) = delete;
    DataVariable& operator=(const DataVariable&) = delete;
    ~DataVariable() { set(before_ ? before_->c_str() : nullptr); }

private:
    static void set(const char* value) {
        if (value != nullptr) {
            setenv("INLAY_DATA", value, 1);
        } else {
            unsetenv("INLAY_DATA");
        }
    }

    std::optional<std::string> before_;
};

/// Writes a small set of so many training examples and one test example.
void write_set(const std::filesystem::path& folder, std::uint32_t count) {
    std::filesystem::create_directories(folder);
    io::write_file_atomically(folder / "train-images-idx3-ubyte",
                              idx_bytes({count, 28, 28}, 784 * count));
    io::write_file_atomically(folder / "train-labels-idx1-ubyte.gz",
                              zipped(idx_bytes({count}, count)));
    io::write_file_atomically(folder / "t10k-images-idx3-ubyte.gz",
                              zipped(idx_bytes({1, 28, 28}, 784)));
    io::write_file_atomically(folder / "t10k-labels-idx1-ubyte", idx_bytes({1}, 1));
}

template <class Array>
std::uint32_t sum_of(const Array& array) {
    return io::crc32(std::as_bytes(std::span(array.data(), array.size())));
}

}  // namespace

TEST_CASE("a set is read from its folder, plain and gzip files mixed") {
    const TemporaryFolder folder;
    write_set(folder / "set", 5);
    const auto [train, test] = data::mnist(folder / "set");
    CHECK(train.images.shape(0) == 5);
    CHECK(train.images.shape(1) == 28);
    CHECK(train.images.shape(2) == 28);
    CHECK(train.images.shape(3) == 1);
    CHECK(train.images(1, 0, 3, 0) == (784 + 3) % 251);
    CHECK(train.labels.size() == 5);
    CHECK(train.labels(4) == 4);
    CHECK(test.images.shape(0) == 1);
    CHECK(test.labels(0) == 0);
    CHECK(data::fashion_mnist(folder / "set").train.labels.size() == 5);
}

TEST_CASE("$INLAY_DATA holds a folder for each set, or is the folder of one") {
    const TemporaryFolder folder;
    const std::string root = (folder / "data").string();
    write_set(root, 2);
    const DataVariable variable(root.c_str());
    CHECK(data::mnist().train.labels.size() == 2);
    CHECK(data::fashion_mnist().train.labels.size() == 2);
    write_set(root + "/mnist", 3);
    write_set(root + "/fashion_mnist", 4);
    CHECK(data::mnist().train.labels.size() == 3);
    CHECK(data::fashion_mnist().train.labels.size() == 4);
    write_set(root + "/fashion-mnist", 5);
    CHECK(data::fashion_mnist().train.labels.size() == 5);

    // The two sets have the same file names: a folder named after one is not taken for the other.
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder / "");
    const DataVariable other((root + "/fashion-mnist/").c_str());
    CHECK(data::fashion_mnist().train.labels.size() == 5);
    const std::string failure = failure_of([] { data::mnist(); });
    CHECK(failure.starts_with("MNIST not found; searched: " + root + "/fashion-mnist/mnist, ../"));
    std::filesystem::current_path(before);
}

TEST_CASE("a set that is absent: where it was searched and how to get it") {
    const TemporaryFolder folder;
    const std::string root = (folder / "none").string();
    CHECK(failure_of([&] { data::fashion_mnist(root); }) ==
          "Fashion-MNIST not found; searched: " + root +
              "; install Debian's package dataset-fashion-mnist, or name the folder of the four "
              "files in the call or in $INLAY_DATA");
    const DataVariable variable(root.c_str());
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder / "");
    CHECK(failure_of([] { data::mnist(); }) ==
          "MNIST not found; searched: " + root + "/mnist, " + root +
              ", ../shared/data/mnist, ../../shared/data/mnist; put train-images-idx3-ubyte, "
              "train-labels-idx1-ubyte, t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte, plain "
              "or .gz, into a folder and name it in the call or in $INLAY_DATA");
    std::filesystem::current_path(before);
}

TEST_CASE("files that do not make a set are named, with the field") {
    const TemporaryFolder folder;
    const auto set = folder / "set";
    const auto images = set / "train-images-idx3-ubyte", labels = set / "train-labels-idx1-ubyte";
    const auto with = [&](const std::filesystem::path& file, const Bytes& bytes) {
        std::filesystem::remove_all(set);
        write_set(set, 3);
        io::write_file_atomically(file, bytes);
        return failure_of([&] { data::mnist(set); });
    };
    CHECK(with(images, idx_bytes({3, 28, 28}, 3 * 784)) == "");
    CHECK(with(images, idx_bytes({3, 28, 28}, 3 * 784 - 1)) ==
          images.string() + ": values: found 2351 bytes, expected 3x28x28");
    CHECK(with(images, idx_bytes({3, 28, 32}, 3 * 28 * 32)) ==
          images.string() + ": image size: found 28x32, expected 28x28");
    CHECK(with(images, idx_bytes({3, 784}, 3 * 784)) ==
          images.string() + ": rank: found 2, expected 3");
    CHECK(with(images, idx_bytes({3}, 3)) == images.string() + ": rank: found 1, expected 3");
    CHECK(with(labels, idx_bytes({3, 28, 28}, 3 * 784)) ==
          labels.string() + ": rank: found 3, expected 1");
    CHECK(with(labels, idx_bytes({4}, 4)) ==
          labels.string() + ": labels: found 4, expected 3, as many as images");
    Bytes wrong = idx_bytes({3}, 3);
    wrong[8 + 1] = std::byte{10};
    wrong[8 + 2] = std::byte{255};
    CHECK(with(labels, wrong) ==
          labels.string() + ": label of example 1: found 10, expected 0 to 9");
    CHECK(with(set / "t10k-labels-idx1-ubyte", Bytes(2)) ==
          (set / "t10k-labels-idx1-ubyte").string() + ": magic number: found 2 bytes, expected 4");
    write_set(set, 3);
    std::filesystem::remove(images);
    CHECK(failure_of([&] { data::mnist(set); }) ==
          images.string() + ": cannot read it: No such file or directory");
}

TEST_CASE("names of the classes") {
    static_assert(data::fashion_mnist_names()[0] == "T-shirt/top", "the first class");
    CHECK(data::fashion_mnist_names().back() == "Ankle boot");
}

TEST_CASE("the real Fashion-MNIST") {
    const DataVariable none(nullptr);
    if (!std::filesystem::exists("/usr/share/datasets/fashion-mnist")) {
        MESSAGE("skipped: it is in Debian's package dataset-fashion-mnist");
        return;
    }
    const auto [train, test] = data::fashion_mnist();
    CHECK(train.images.shape(0) == 60'000);
    CHECK(test.images.shape(0) == 10'000);
    CHECK(train.labels(0) == 9);
    CHECK(train.labels(1) == 0);
    CHECK(train.labels(2) == 0);
    CHECK(train.labels(3) == 3);
    CHECK(sum_of(train.images) == 0xae65dccd);
    CHECK(sum_of(train.labels) == 0x2ed6e46a);
    CHECK(sum_of(test.images) == 0x12728439);
    CHECK(sum_of(test.labels) == 0x242bc73f);
}

TEST_CASE("the real MNIST") {
    const auto beside = std::filesystem::path(INLAY_TESTS_FOLDER) / "../../shared/data/mnist";
    data::Dataset set;
    const std::string failure = failure_of(
        [&] { set = std::filesystem::exists(beside) ? data::mnist(beside) : data::mnist(); });
    if (!failure.empty()) {
        MESSAGE("skipped: " << failure);
        return;
    }
    CHECK(set.train.images.shape(0) == 60'000);
    CHECK(set.test.images.shape(0) == 10'000);
    CHECK(sum_of(set.train.images) == 0xf3639b56);
    CHECK(sum_of(set.train.labels) == 0xba07e8ef);
    CHECK(sum_of(set.test.images) == 0xe4ca5f57);
    CHECK(sum_of(set.test.labels) == 0xee8604d9);
}

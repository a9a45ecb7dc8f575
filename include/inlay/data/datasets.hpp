// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_DATASETS_HPP
#define INLAY_DATA_DATASETS_HPP
// MNIST (Y. LeCun, C. Cortes, C. Burges) and Fashion-MNIST (H. Xiao, K. Rasul, R. Vollgraf, 2017):
// 60,000 and 10,000 grey images of 28x28 in ten classes, in four IDX files.

#include <inlay/config.hpp>
#include <inlay/data/idx.hpp>
#include <inlay/data/xtensor.hpp>
#include <inlay/host/error.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace inlay::INLAY_ABI::data {

/// Images with their labels.
struct Split {
    xt::xtensor<std::uint8_t, 4> images;  ///< (n, height, width, channels), 0 to 255
    xt::xtensor<std::uint8_t, 1> labels;  ///< (n)
};

/// Examples to train with and others to judge by: auto [train, test] = data::mnist();
struct Dataset {
    Split train, test;
};

namespace detail {

using Path = std::filesystem::path;

/// One split of a folder, the files being named as the authors of MNIST named them.
class SplitFiles {
public:
    SplitFiles(const Path& folder, const std::string& part)
        : images_(plain_or_zipped(folder / (part + "-images-idx3-ubyte"))),
          labels_(plain_or_zipped(folder / (part + "-labels-idx1-ubyte"))) {}

    /// At least one of the two files is there.
    bool exist() const {
        std::error_code ignored;
        return std::filesystem::exists(images_, ignored) ||
               std::filesystem::exists(labels_, ignored);
    }

    Split read() const {
        IdxFile images(images_, 3), labels(labels_, 1);
        const std::size_t count = images.extents()[0];
        const std::size_t height = images.extents()[1], width = images.extents()[2];
        if (height != 28 || width != 28)
            fail(images.name() + ": image size: found " + std::to_string(height) + "x" +
                 std::to_string(width) + ", expected 28x28");
        if (labels.extents()[0] != count)
            fail(labels.name() + ": labels: found " + std::to_string(labels.extents()[0]) +
                 ", expected " + std::to_string(count) + ", as many as images");

        Split split;
        split.images.resize({count, height, width, 1});
        split.labels.resize({count});
        images.read({split.images.data(), split.images.size()});
        labels.read({split.labels.data(), split.labels.size()});
        for (std::size_t example = 0; example < count; ++example)
            if (split.labels(example) > 9)
                fail(labels.name() + ": label of example " + std::to_string(example) + ": found " +
                     std::to_string(split.labels(example)) + ", expected 0 to 9");
        return split;
    }

private:
    Path images_, labels_;
};

/// Reads the first of the folders that holds any of the files.
inline Dataset read_first(const std::vector<Path>& folders, const std::string& title,
                          const std::string& remedy) {
    std::string searched;
    for (const Path& folder : folders) {
        const SplitFiles train(folder, "train"), test(folder, "t10k");
        if (train.exist() || test.exist()) return {train.read(), test.read()};
        searched.append(searched.empty() ? "" : ", ").append(folder.string());
    }
    fail(title + " not found; searched: " + searched + "; " + remedy);
}

/// Where to search: in $INLAY_DATA folders of the set's names, then $INLAY_DATA itself unless it is
/// named after the other set, whose files are called the same; then the usual places.
inline std::vector<Path> places(const std::vector<Path>& names, const std::vector<Path>& others,
                                const std::vector<Path>& usual) {
    std::vector<Path> folders;
    if (const char* root = std::getenv("INLAY_DATA"); root != nullptr && *root != '\0') {
        for (const Path& name : names) folders.push_back(root / name);
        const Path itself = (Path(root) / "").parent_path();  // without a separator at its end
        if (std::ranges::count(others, itself.filename()) == 0) folders.push_back(itself);
    }
    folders.insert(folders.end(), usual.begin(), usual.end());
    return folders;
}

inline Dataset fashion_mnist_in(const std::vector<Path>& folders) {
    return read_first(folders, "Fashion-MNIST",
                      "install Debian's package dataset-fashion-mnist, or name the folder of the "
                      "four files in the call or in $INLAY_DATA");
}

inline Dataset mnist_in(const std::vector<Path>& folders) {
    return read_first(
        folders, "MNIST",
        "put train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte "
        "and t10k-labels-idx1-ubyte, plain or .gz, into a folder and name it in the "
        "call or in $INLAY_DATA");
}

}  // namespace detail

/// Fashion-MNIST from a folder with its four IDX files, plain or gzip.
inline Dataset fashion_mnist(const std::filesystem::path& folder) {
    return detail::fashion_mnist_in({folder});
}

/// Fashion-MNIST from $INLAY_DATA or from where Debian's package dataset-fashion-mnist puts it.
inline Dataset fashion_mnist() {
    return detail::fashion_mnist_in(detail::places({"fashion-mnist", "fashion_mnist"}, {"mnist"},
                                                   {"/usr/share/datasets/fashion-mnist"}));
}

/// What the labels of Fashion-MNIST mean.
constexpr std::array<std::string_view, 10> fashion_mnist_names() {
    return {"T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
            "Sandal",      "Shirt",   "Sneaker",  "Bag",   "Ankle boot"};
}

/// MNIST from a folder with its four IDX files, plain or gzip.
inline Dataset mnist(const std::filesystem::path& folder) { return detail::mnist_in({folder}); }

/// MNIST from $INLAY_DATA, ../shared/data/mnist or ../../shared/data/mnist.
inline Dataset mnist() {
    return detail::mnist_in(detail::places({"mnist"}, {"fashion-mnist", "fashion_mnist"},
                                           {"../shared/data/mnist", "../../shared/data/mnist"}));
}

}  // namespace inlay::INLAY_ABI::data

namespace inlay {
namespace data = INLAY_ABI::data;
}  // namespace inlay

#endif  // INLAY_DATA_DATASETS_HPP

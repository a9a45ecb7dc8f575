// SPDX-License-Identifier: MIT
// Folders of pictures as loaders. Each picture of a test is of one color, which tells which it is.
#include "../message_of.hpp"
#include "../temporary_folder.hpp"

#include <inlay/data/image_dataset.hpp>
#include <inlay/inlay.hpp>
#include <inlay/io/file.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

using namespace inlay;
using namespace inlay::INLAY_ABI;
using data::image_dataset_from_directory;
using data::ImageDataset;

namespace {

using Path = std::filesystem::path;

void write(const Path& path, unsigned color, std::size_t height = 3, std::size_t width = 5) {
    std::filesystem::create_directories(path.parent_path());
    data::Image image = data::Image::of(height, width, 3);
    std::ranges::fill(image.pixels, static_cast<std::uint8_t>(color));
    data::save_img(path, image);
}

/// Three classes of 5, 2 and 4 pictures; class c has the colors 50 c, 50 c + 1 ...
Path classes_in(const TemporaryFolder& folder) {
    const Path top = folder / "set";
    constexpr std::size_t counts[]{5, 2, 4};
    for (unsigned label = 0; label < 3; ++label)
        for (unsigned k = 0; k < counts[label]; ++k)
            write(top / (std::string(1, static_cast<char>('a' + label)) + "/" + std::to_string(k) +
                         (k % 2 == 0 ? ".png" : ".BMP")),
                  50 * label + k);
    return top;
}

/// The colors of all pictures of an epoch, one after the other.
std::vector<int> colors(const ImageDataset& set) {
    std::vector<int> all;
    for (std::size_t k = 0; k < set.size(); ++k) {
        const auto [x, y] = set[k];
        for (std::size_t n = 0; n < x.examples(); ++n)
            all.push_back(static_cast<int>(x.example(n)[0]));
    }
    return all;
}

std::vector<float> labels(const ImageDataset& set) {
    std::vector<float> all;
    for (std::size_t k = 0; k < set.size(); ++k) {
        const auto [x, y] = set[k];
        all.insert(all.end(), y.begin(), y.end());
    }
    return all;
}

const std::vector<int> by_name{0, 1, 2, 3, 4, 50, 51, 100, 101, 102, 103};

}  // namespace

TEST_CASE("batches are the pictures of a folder, in order or in one of their own for each epoch") {
    const TemporaryFolder folder;
    const Path top = classes_in(folder);
    ImageDataset set = image_dataset_from_directory(
        top, {.image_size = {4, 2}, .batch_size = 4, .shuffle = false, .verbose = false});
    CHECK(set.class_names == std::vector<std::string>{"a", "b", "c"});
    CHECK(set.file_paths.size() == 11);
    CHECK(set.file_paths[1] == (top / "a/1.BMP").string());
    REQUIRE(set.size() == 3);
    const auto [x, y] = set[2];
    CHECK(x.shape() == std::vector<std::size_t>{3, 4, 2, 3});
    CHECK(y.shape() == std::vector<std::size_t>{3});
    for (std::size_t k = 0; k < x.size(); ++k) CHECK(x[k] == static_cast<float>(101 + k / 24));
    CHECK(colors(set) == by_name);
    CHECK(labels(set) == std::vector<float>{0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 2});
    set.on_epoch_end();
    CHECK(colors(set) == by_name);
    CHECK(message_of([&] { set[3]; }) == "ImageDataset: found no batch 3 among 3");

    const data::ImageDatasetOptions shuffled{
        .image_size = 2, .batch_size = 4, .seed = 7, .verbose = false};
    ImageDataset mixed = image_dataset_from_directory(top, shuffled);
    const std::vector<int> first = colors(mixed);
    CHECK(first != by_name);
    CHECK(colors(mixed) == first);
    for (const int color : first)
        CHECK(
            labels(
                mixed)[static_cast<std::size_t>(std::ranges::find(first, color) - first.begin())] ==
            static_cast<float>(color / 50));
    mixed.on_epoch_end();
    std::vector<int> second = colors(mixed);
    CHECK(second != first);
    std::ranges::sort(second);
    CHECK(second == by_name);
    CHECK(colors(image_dataset_from_directory(top, shuffled)) == first);
}

TEST_CASE("labels are inferred, listed or none, as numbers or in rows") {
    const TemporaryFolder folder;
    const Path top = classes_in(folder);
    const auto set_of = [&](data::ImageDatasetOptions options) {
        options.image_size = 2;
        options.shuffle = options.verbose = false;
        return image_dataset_from_directory(top, options);
    };
    const ImageDataset two = set_of({.label_mode = "binary", .class_names = {"c", "b"}});
    CHECK(two.class_names == std::vector<std::string>{"c", "b"});
    CHECK(two[0].second.shape() == std::vector<std::size_t>{6, 1});
    CHECK(labels(two) == std::vector<float>{0, 0, 0, 0, 1, 1});
    CHECK(colors(two) == std::vector<int>{100, 101, 102, 103, 50, 51});
    const ImageDataset rows = set_of({.label_mode = "categorical", .class_names = {"b", "a"}});
    CHECK(rows[0].second.shape() == std::vector<std::size_t>{7, 2});
    CHECK(labels(rows) == std::vector<float>{1, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1});
    for (const ImageDataset& none : {set_of({.labels = "none"}), set_of({.label_mode = "none"})}) {
        CHECK(none.class_names.empty());
        CHECK(none[0].second.size() == 0);
        CHECK(colors(none) == by_name);
    }
    const ImageDataset listed = set_of({.labels = {7, 7, 7, 7, 7, 9, 9, 7, 7, 7, 9}});
    CHECK(listed.class_names == std::vector<std::string>{"7", "9"});
    CHECK(labels(listed) == std::vector<float>{7, 7, 7, 7, 7, 9, 9, 7, 7, 7, 9});

    CHECK(message_of([&] { set_of({.labels = {1, 2}}); }) ==
          top.string() + ": found 11 pictures, expected 2, one for each label");
    CHECK(message_of([&] { set_of({.labels = "inferrd"}); }) ==
          "labels: found \"inferrd\", expected \"inferred\", \"none\" or \"a list\"");
    CHECK(message_of([&] { set_of({.label_mode = "sparse"}); }).starts_with("label_mode: found "));
    CHECK(message_of([&] { set_of({.label_mode = "binary"}); }) ==
          "image_dataset_from_directory: label_mode \"binary\" needs 2 classes, not 3");
    CHECK(message_of([&] { set_of({.class_names = {"a", "d"}}); }) ==
          top.string() + ": found no folder of the class \"d\" among: a, b, c");
    CHECK(message_of([&] { set_of({.labels = "none", .class_names = {"a"}}); }) ==
          "image_dataset_from_directory: class_names need the labels \"inferred\"");
    CHECK(message_of([&] {
              set_of({.labels = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2}, .label_mode = "categorical"});
          }) ==
          "image_dataset_from_directory: labels: found 2, expected 0 to 1, as there are 2 "
          "classes");
}

TEST_CASE("subsets are parts of one order, and share no picture") {
    const TemporaryFolder folder;
    const Path top = classes_in(folder);
    const auto part = [&](std::string_view subset, bool shuffle) {
        return image_dataset_from_directory(top, {.image_size = 2,
                                                  .shuffle = shuffle,
                                                  .validation_split = 0.3,
                                                  .subset = subset,
                                                  .seed = 3,
                                                  .verbose = false});
    };
    CHECK(colors(part("training", false)) == std::vector<int>(by_name.begin(), by_name.end() - 3));
    CHECK(colors(part("validation", false)) == std::vector<int>{101, 102, 103});
    const ImageDataset training = part("training", true), validation = part("validation", true);
    std::vector<int> all = colors(training);
    CHECK(all.size() == 8);
    for (const int color : colors(validation)) all.push_back(color);
    std::ranges::sort(all);
    CHECK(all == by_name);

    data::ImageDatasetOptions options{
        .image_size = 2, .validation_split = 0.3, .seed = 3, .verbose = false};
    auto [train, judge] = data::image_datasets_from_directory(top, options);
    CHECK(train.file_paths == training.file_paths);
    CHECK(judge.file_paths == validation.file_paths);
    CHECK(colors(train) == colors(training));
    const std::vector<int> unmixed = colors(judge);
    judge.on_epoch_end();
    CHECK(colors(judge) == unmixed);

    const auto mistake = [&](double split, std::string_view subset) {
        return message_of([&] {
            image_dataset_from_directory(
                top, {.validation_split = split, .subset = subset, .verbose = false});
        });
    };
    const std::string start = "image_dataset_from_directory: ";
    CHECK(mistake(0.2, "") == start + "validation_split and subset need each other");
    CHECK(mistake(0, "training") == start + "validation_split and subset need each other");
    CHECK(mistake(0.2, "test") ==
          "subset: found \"test\", expected \"training\" or \"validation\"");
    CHECK(mistake(0.2, "both").starts_with(start + "the subset \"both\" is what "));
    CHECK(mistake(1.5, "training").starts_with("validation_split"));
    CHECK(mistake(0.01, "validation") ==
          top.string() +
              ": found no pictures for validation, expected .png, .jpg, .jpeg or .bmp "
              "files: another validation_split");
}

TEST_CASE("pictures are resized, cut to a shape or set between margins") {
    const TemporaryFolder folder;
    const Path top = folder / "set";
    data::Image image = data::Image::of(4, 8, 3);
    for (std::size_t k = 0; k < image.pixels.size(); ++k)
        image.pixels[k] = static_cast<std::uint8_t>(k % 24 / 3 * 10);  // columns 0, 10 ... 70
    std::filesystem::create_directories(top / "a");
    data::save_img(top / "a/x.png", image);
    const auto first = [&](data::ImageDatasetOptions options) {
        options.verbose = false;
        return image_dataset_from_directory(top, options)[0].first;
    };
    const Tensor<float> grey = first({.color_mode = "grayscale", .image_size = {1, 4}});
    CHECK(std::vector<float>(grey.begin(), grey.end()) == std::vector<float>{5, 25, 45, 65});
    const Tensor<float> cut =
        first({.color_mode = "grayscale", .image_size = {2, 2}, .crop_to_aspect_ratio = true});
    CHECK(std::vector<float>(cut.begin(), cut.end()) == std::vector<float>{25, 45, 25, 45});
    const Tensor<float> margins = first({.color_mode = "rgba",
                                         .image_size = 8,
                                         .interpolation = "nearest",
                                         .pad_to_aspect_ratio = true});
    CHECK(margins.shape() == std::vector<std::size_t>{1, 8, 8, 4});
    for (std::size_t y = 0; y < 8; ++y)
        for (std::size_t x = 0; x < 8; ++x) {
            const bool inside = y >= 2 && y < 6;
            CHECK(margins(0, y, x, 1) == (inside ? static_cast<float>(10 * x) : 0));
            CHECK(margins(0, y, x, 3) == (inside ? 255 : 0));
        }
    CHECK(message_of([&] {
              first({.crop_to_aspect_ratio = true, .pad_to_aspect_ratio = true});
          }).starts_with("image_dataset_from_directory: found crop_to_aspect_ratio and "));
    CHECK(message_of([&] { first({.interpolation = "linear"}); }).starts_with("interpolation: "));
    CHECK(message_of([&] { first({.color_mode = "hsv"}); }).starts_with("color_mode: found "));
    CHECK(message_of([&] { first({.batch_size = 0}); }).starts_with("batch_size"));
}

TEST_CASE("a network learns from a folder, with the same bits for any number of workers") {
    const TemporaryFolder folder;
    const Path top = classes_in(folder);
    const auto set = [&] {
        return image_dataset_from_directory(
            top, {.image_size = 3, .batch_size = 2, .seed = 5, .verbose = false});
    };
    using Net = Sequential<Rescaling<1.0 / 255>, Flatten, Dense<3, Softmax>>;
    std::vector<float> wanted;
    for (const int workers : {0, 1, 2, 7}) {
        CAPTURE(workers);
        Model<Net, Input<3, 3, 3>> model(1);
        auto trainer = model.compile(SGD{}, SparseCategoricalCrossentropy{}, Accuracy{});
        trainer.fit(set(), {.epochs = 3, .verbose = 0, .workers = workers});
        const auto [loss, accuracy] = trainer.evaluate(set(), {.verbose = 0, .workers = workers});
        std::vector<float> bits{static_cast<float>(loss), static_cast<float>(accuracy)};
        const Tensor<float> predicted = model.predict(set(), {.workers = workers});
        bits.insert(bits.end(), predicted.begin(), predicted.end());
        CHECK(predicted.shape() == std::vector<std::size_t>{11, 3});
        if (wanted.empty()) wanted = bits;
        CHECK(bits == wanted);
    }
}

TEST_CASE("folders that hold no set of pictures are named") {
    const TemporaryFolder folder;
    const auto refusal = [](const Path& top, const data::ImageDatasetOptions& more = {}) {
        data::ImageDatasetOptions options = more;
        options.image_size = 2;
        options.verbose = false;
        return message_of([&] { colors(image_dataset_from_directory(top, options)); });
    };
    const std::string none = (folder / "none").string(), empty = (folder / "empty").string();
    CHECK(refusal(none) == none + ": cannot read the folder: No such file or directory");
    std::filesystem::create_directories(empty);
    CHECK(refusal(empty) == empty +
                                ": found no folders, expected one for each class; for pictures "
                                "without labels: .labels = \"none\"");
    CHECK(refusal(empty, {.labels = "none"}) ==
          empty + ": found no pictures, expected .png, .jpg, .jpeg or .bmp files");
    std::filesystem::create_directories(Path(empty) / "a");
    io::write_file_atomically((Path(empty) / "a/notes.txt").string(), io::Bytes());
    CHECK(refusal(empty) ==
          empty + ": found no pictures, expected .png, .jpg, .jpeg or .bmp files");
    std::filesystem::create_directories(Path(empty) / ".hidden");
    CHECK(refusal(empty, {.class_names = {".hidden"}}) ==
          empty + ": found no folder of the class \".hidden\" among: a");
    CHECK(refusal(Path(empty) / "a/notes.txt").find(": cannot read the folder: ") !=
          std::string::npos);
    CHECK(refusal("") == "'': cannot read the folder: No such file or directory");

    const Path gif = folder / "gif/a/moving.GIF";
    std::filesystem::create_directories(gif.parent_path());
    io::write_file_atomically(gif.string(), io::Bytes());
    CHECK(refusal(folder / "gif") ==
          gif.string() +
              ": found a GIF, expected PNG, JPEG or BMP files: convert it or move it away");
    if (::geteuid() != 0) {  // root reads everything
        const Path locked = folder / "locked/a";
        std::filesystem::create_directories(locked);
        std::filesystem::permissions(locked, std::filesystem::perms::none);
        CHECK(refusal(folder / "locked") ==
              locked.string() + ": cannot read the folder: Permission denied");
        std::filesystem::permissions(locked, std::filesystem::perms::all);
    }
}

TEST_CASE("names of any bytes, links and folders within folders") {
    const TemporaryFolder folder;
    const Path top = folder / "set", other = folder / "other";
    write(top / "a/2.png", 3);
    write(top / "a/b/1.png", 6);
    write(top / "a/b/c/0.jpeg", 7);
    write(top / "a/b-c/0.png", 5);
    write(top / "a/ 1 \n.png", 1);
    write(top / "a/-rf.png", 2);
    write(top / "a/\xc3\xa4.Png", 4);
    write(other / "linked.png", 9);
    std::filesystem::create_directory_symlink(other, top / "a/z");
    std::filesystem::create_directory_symlink(other, top / "d");  // a class
    const auto set_of = [&](bool follow_links) {
        return image_dataset_from_directory(
            top,
            {.image_size = 2, .shuffle = false, .follow_links = follow_links, .verbose = false});
    };
    CHECK(colors(set_of(false)) == std::vector<int>{1, 2, 3, 4, 6, 5, 7, 9});
    CHECK(colors(set_of(true)) == std::vector<int>{1, 2, 3, 4, 6, 5, 7, 9, 9});
    CHECK(set_of(false).class_names == std::vector<std::string>{"a", "d"});

    std::filesystem::create_directory_symlink(top, other / "back");
    CHECK(set_of(false).file_paths.size() == 8);
    CHECK(message_of([&] { set_of(true); }).find(": a link to a folder around it: ") !=
          std::string::npos);
    std::filesystem::remove(other / "back");

    // What is no file is told when it is read, and nothing hangs.
    std::filesystem::create_symlink("nowhere", top / "a/b/broken.png");
    CHECK(message_of([&] { colors(set_of(false)); }) ==
          (top / "a/b/broken.png").string() + ": cannot read it: No such file or directory");
    std::filesystem::remove(top / "a/b/broken.png");
    REQUIRE(::mkfifo((top / "a/pipe.png").c_str(), 0600) == 0);
    CHECK(message_of([&] {
              colors(set_of(false));
          }).starts_with((top / "a/pipe.png").string() + ": cannot read it: "));
    std::filesystem::remove(top / "a/pipe.png");

    // A picture that is damaged in the middle of training ends it with its name.
    io::write_file_atomically((top / "a/b/bad.jpg").string(), io::Bytes());
    CHECK(message_of([&] { colors(set_of(false)); }) ==
          (top / "a/b/bad.jpg").string() +
              ": found an empty file, expected a PNG, JPEG or BMP file");
}

TEST_CASE("the frames of CamVid are a set without labels") {
    const char* root = std::getenv("INLAY_DATA");
    const Path folder = Path(root != nullptr ? root : "../shared/data") / "camvid/val";
    if (!std::filesystem::exists(folder)) {
        MESSAGE("left out: no " << folder.string() << " (set INLAY_DATA)");
        return;
    }
    const ImageDataset set = image_dataset_from_directory(
        folder, {.labels = "none", .image_size = {30, 40}, .batch_size = 101, .verbose = false});
    REQUIRE(set.size() == 1);
    const Tensor<float> frames = set[0].first;
    CHECK(frames.shape() == std::vector<std::size_t>{101, 30, 40, 3});
    for (std::size_t n = 0; n < 101; ++n) {
        const auto [least, most] = std::ranges::minmax(frames.example(n));
        CHECK(least >= 0);
        CHECK(most <= 255);
        CHECK(least < most);
    }
}

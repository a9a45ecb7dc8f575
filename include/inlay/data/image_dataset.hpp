// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_IMAGE_DATASET_HPP
#define INLAY_DATA_IMAGE_DATASET_HPP
// Folders of pictures as loaders: Keras's image_dataset_from_directory.

#include <inlay/config.hpp>
#include <inlay/data/image.hpp>
#include <inlay/data/image_folder.hpp>
#include <inlay/data/load_img.hpp>
#include <inlay/data/resample.hpp>
#include <inlay/data/resize.hpp>
#include <inlay/host/error.hpp>
#include <inlay/host/output.hpp>
#include <inlay/io/file.hpp>
#include <inlay/model/options.hpp>
#include <inlay/model/tensor.hpp>
#include <inlay/random/shuffle.hpp>
#include <inlay/random/stream.hpp>
#include <inlay/simd/pack.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#if INLAY_BODIES
#include <algorithm>
#endif

namespace inlay::INLAY_ABI::data {

/// Where the labels of pictures come from: "inferred" from their folders, "none", or a number for
/// each picture in the order of their paths.
class LabelSource {
public:
    LabelSource(const char* how) : how_(how) {}
    LabelSource(std::string_view how) : how_(how) {}
    LabelSource(std::vector<std::int32_t> numbers) : how_("a list"), numbers_(std::move(numbers)) {}
    template <std::integral Number>
    LabelSource(std::initializer_list<Number> numbers)
        : how_("a list"), numbers_(numbers.begin(), numbers.end()) {}

    const std::string& how() const { return how_; }
    const std::vector<std::int32_t>& numbers() const { return numbers_; }

private:
    std::string how_;
    std::vector<std::int32_t> numbers_;
};

/// Keras's arguments of image_dataset_from_directory.
struct ImageDatasetOptions {
    /// "inferred": a class for each folder within the folder; "none"; or a list.
    LabelSource labels = "inferred";
    /// "int": (n); "binary": 0 or 1 in (n, 1); "categorical": a row of zeros and a one in
    /// (n, classes); "none".
    std::string_view label_mode = "int";
    /// Which folders are the classes, in this order; all, sorted by name, unless given.
    std::vector<std::string> class_names{};
    /// "grayscale", "rgb" or "rgba".
    std::string_view color_mode = "rgb";
    /// What pictures are resized to.
    ImageSize image_size = 256;
    Whole batch_size = 32;
    /// Whether pictures come in a random order, another one each epoch; by name otherwise.
    bool shuffle = true;
    /// The part of the pictures that is kept for validation, the last of them.
    Share validation_split = 0.0;
    /// Which part is read where there is a validation_split: "training" or "validation".
    std::string_view subset{};
    /// Of the shuffle: the same pictures are in each subset for the same seed.
    Seed seed{};
    /// "bilinear", "nearest", "bicubic", "area", "lanczos3", "lanczos5", "gaussian" or
    /// "mitchellcubic".
    std::string_view interpolation = "bilinear";
    /// Whether links to folders are followed.
    bool follow_links = false;
    /// Whether pictures are cut to the shape of image_size before they are resized.
    bool crop_to_aspect_ratio = false;
    /// Whether they keep their shape and lie in the middle of zeros.
    bool pad_to_aspect_ratio = false;
    /// Whether the numbers of files and classes are printed.
    bool verbose = true;
};

/// A loader of the pictures in a folder: batches of pictures (n, height, width, channels), numbers
/// from 0 to 255, with their labels. It holds nothing but paths and labels; a picture is read and
/// decoded when its batch is asked for, by several threads at a time in fit, and a file that is
/// none is an Error that names it. Batches depend on the folder, the options and the number of
/// epochs that have ended.
class ImageDataset {
public:
    using Batch = std::pair<Tensor<float>, Tensor<float>>;

    /// The names of the classes: label k is class_names[k]. None where there are no labels.
    std::vector<std::string> class_names{};
    /// The files, in the order of the first shuffle.
    std::vector<std::string> file_paths{};

    /// The number of batches.
    std::size_t size() const { return (order_.size() + batch_ - 1) / batch_; }

    /// Batch `number`; the last one may be smaller. Its second part is empty without labels.
    INLAY_COLD Batch operator[](std::size_t number) const;

    /// Brings the pictures into the order of the next epoch.
    INLAY_COLD void on_epoch_end();

private:
    friend class ImageDatasetMaker;
    enum class LabelMode : std::uint8_t { numbers, binary, categorical, none };

    ImageDataset() = default;

    std::vector<std::int32_t> labels_{};
    std::vector<std::uint32_t> order_{};  // of this epoch
    LabelMode mode_ = LabelMode::none;
    std::size_t channels_ = 3, batch_ = 1;
    ImageSize size_{};
    Interpolation interpolation_ = Interpolation::bilinear;
    bool shuffle_ = false, crop_ = false, pad_ = false;
    std::uint64_t seed_ = 0, epoch_ = 0;
};

/// Both parts of a folder: auto [train, validation] = ...
struct ImageDatasets {
    ImageDataset training, validation;
};

/// The pictures in a folder, which has a folder for each class. An Error that names it where it
/// cannot be read, has no classes or no pictures, or does not have what the options say.
INLAY_COLD ImageDataset image_dataset_from_directory(const std::filesystem::path& directory,
                                                     const ImageDatasetOptions& options = {});

/// Both subsets of a folder, of which validation is not shuffled: Keras's subset="both".
INLAY_COLD ImageDatasets image_datasets_from_directory(const std::filesystem::path& directory,
                                                       const ImageDatasetOptions& options);

#if INLAY_BODIES

/// Lists a folder and makes the loaders of its parts.
class ImageDatasetMaker {
public:
    INLAY_COLD ImageDatasetMaker(const std::filesystem::path& directory,
                                 const ImageDatasetOptions& options)
        : directory_(directory), options_(options) {
        set_options();
        list();
        if (all_.shuffle_) shuffle();
    }

    /// All of the pictures, or a subset's, in orders that change if they are shuffled.
    INLAY_COLD ImageDataset part(std::string_view subset, bool shuffled) const {
        const std::size_t count = all_.file_paths.size();
        // The product is rounded before it is cut, as Keras's is.
        const auto kept = static_cast<std::size_t>(
            simd::mul(options_.validation_split.value, static_cast<double>(count)));
        std::size_t first = 0, end = count;
        if (subset == "training") end = count - kept;
        if (subset == "validation") first = count - kept;
        if (first == end)
            fail(Text() << shown() << ": found no pictures" << (subset.empty() ? "" : " for ")
                        << subset << ", expected .png, .jpg, .jpeg or .bmp files"
                        << (count > 0 ? ": another validation_split" : ""));
        if (options_.verbose && !subset.empty())
            host::standard_output()(Text()
                                    << "Using " << end - first << " files for " << subset << ".\n");
        ImageDataset some = all_;
        const auto cut = [&](auto& items) {
            if (items.empty()) return;
            items.erase(items.begin() + static_cast<std::ptrdiff_t>(end), items.end());
            items.erase(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(first));
        };
        cut(some.file_paths);
        cut(some.labels_);
        some.shuffle_ = shuffled;
        some.order_.resize(end - first);
        some.on_epoch_end();
        return some;
    }

private:
    Text shown() const { return io::detail::shown(directory_.string()); }

    [[noreturn]] INLAY_COLD void refuse(const Text& sentence) const {
        fail(Text() << "image_dataset_from_directory: " << sentence);
    }

    /// What the options say, each by itself and together.
    INLAY_COLD void set_options() {
        constexpr std::string_view modes[]{"int", "binary", "categorical", "none"};
        constexpr std::string_view sources[]{"inferred", "none", "a list"};
        const std::size_t source = choice("labels", options_.labels.how(), sources);
        all_.mode_ =
            static_cast<ImageDataset::LabelMode>(choice("label_mode", options_.label_mode, modes));
        if (source == 1) all_.mode_ = ImageDataset::LabelMode::none;
        if (source != 0 && !options_.class_names.empty())
            refuse("class_names need the labels \"inferred\"");
        all_.channels_ = channels_of(options_.color_mode);
        all_.batch_ = at_least("batch_size", options_.batch_size, 1);
        all_.size_ = options_.image_size;
        if (all_.size_.height == 0) refuse("found no image_size");
        all_.interpolation_ = keras_interpolation(options_.interpolation);
        all_.crop_ = options_.crop_to_aspect_ratio;
        all_.pad_ = options_.pad_to_aspect_ratio;
        if (all_.crop_ && all_.pad_)
            refuse(
                "found crop_to_aspect_ratio and pad_to_aspect_ratio, expected one of them at "
                "most");
        const double split = share_of("validation_split", options_.validation_split);
        if (!options_.subset.empty()) {
            constexpr std::string_view subsets[]{"training", "validation"};
            if (options_.subset == "both")
                refuse("the subset \"both\" is what image_datasets_from_directory returns");
            choice("subset", options_.subset, subsets);
        }
        if ((split > 0) != !options_.subset.empty())
            refuse("validation_split and subset need each other");
        all_.shuffle_ = options_.shuffle;
        all_.seed_ = options_.seed.value_or(0);
    }

    /// Lists the folder, classes in their order.
    INLAY_COLD void list() {
        std::vector<std::string>& names = all_.class_names;
        if (options_.labels.how() == "inferred" && options_.label_mode != "none") {
            names = image_folder::folders_in(directory_);
            if (!options_.class_names.empty()) names = chosen(names);
            if (names.empty())
                fail(Text() << shown()
                            << ": found no folders, expected one for each class; for "
                               "pictures without labels: .labels = \"none\"");
            for (std::size_t label = 0; label < names.size(); ++label)
                add(directory_ / names[label], static_cast<std::int32_t>(label));
        } else {
            add(directory_, 0);
            if (all_.mode_ == ImageDataset::LabelMode::none)
                all_.labels_.clear();
            else
                take_listed();
        }
        const std::size_t count = all_.file_paths.size();
        if (count > UINT32_MAX)
            fail(Text() << shown() << ": found " << count << " pictures, expected fewer than 2^32");
        if (all_.mode_ == ImageDataset::LabelMode::binary && names.size() != 2)
            refuse(Text() << "label_mode \"binary\" needs 2 classes, not " << names.size());
        if (!options_.verbose) return;
        Text says = Text() << "Found " << count << " files";
        if (all_.mode_ != ImageDataset::LabelMode::none)
            says << " belonging to " << names.size() << " classes";
        host::standard_output()(says << ".\n");
    }

    INLAY_COLD void add(const std::filesystem::path& folder, std::int32_t label) {
        for (std::string& path : image_folder::pictures_in(folder, options_.follow_links)) {
            all_.file_paths.push_back(std::move(path));
            all_.labels_.push_back(label);
        }
    }

    /// The classes that were named, each of which must be there.
    INLAY_COLD std::vector<std::string> chosen(const std::vector<std::string>& found) const {
        for (const std::string& name : options_.class_names)
            if (std::ranges::find(found, name) == found.end()) {
                Text list;
                for (const std::string& other : found) list << (list.empty() ? "" : ", ") << other;
                fail(Text() << shown() << ": found no folder of the class \"" << name
                            << "\" among: " << list);
            }
        return options_.class_names;
    }

    /// The labels that were listed, whose different numbers are the classes.
    INLAY_COLD void take_listed() {
        const std::vector<std::int32_t>& numbers = options_.labels.numbers();
        if (numbers.size() != all_.file_paths.size())
            fail(Text() << shown() << ": found " << all_.file_paths.size() << " pictures, expected "
                        << numbers.size() << ", one for each label");
        all_.labels_ = numbers;
        std::vector<std::int32_t> classes = numbers;
        std::ranges::sort(classes);
        classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
        for (const std::int32_t label : classes) all_.class_names.push_back(std::to_string(label));
        const auto limit = static_cast<std::int32_t>(classes.size());
        if (all_.mode_ != ImageDataset::LabelMode::numbers)
            for (const std::int32_t label : classes)
                if (label < 0 || label >= limit)
                    refuse(Text() << "labels: found " << label << ", expected 0 to " << limit - 1
                                  << ", as there are " << limit << " classes");
    }

    /// Mixes the classes, before there are subsets.
    INLAY_COLD void shuffle() {
        std::vector<std::uint32_t> order(all_.file_paths.size());
        for (std::size_t k = 0; k < order.size(); ++k) order[k] = static_cast<std::uint32_t>(k);
        using namespace randomness;
        randomness::shuffle(order, Stream(all_.seed_, Purpose::shuffle, 0));
        std::vector<std::string> paths;
        std::vector<std::int32_t> labels;
        for (const std::uint32_t k : order) {
            paths.push_back(std::move(all_.file_paths[k]));
            if (!all_.labels_.empty()) labels.push_back(all_.labels_[k]);
        }
        all_.file_paths = std::move(paths);
        all_.labels_ = std::move(labels);
    }

    const std::filesystem::path& directory_;
    const ImageDatasetOptions& options_;
    ImageDataset all_;
};

INLAY_BODY ImageDataset::Batch ImageDataset::operator[](std::size_t number) const {
    if (number >= size())
        fail(Text() << "ImageDataset: found no batch " << number << " among " << size());
    const std::size_t first = number * batch_, count = std::min(batch_, order_.size() - first);
    Batch batch{Tensor<float>({count, size_.height, size_.width, channels_}), {}};
    const std::size_t each = size_.height * size_.width * channels_;
    const bool categorical = mode_ == LabelMode::categorical;
    if (mode_ == LabelMode::numbers) batch.second = Tensor<float>({count});
    if (mode_ == LabelMode::binary) batch.second = Tensor<float>({count, 1});
    if (categorical) batch.second = Tensor<float>({count, class_names.size()});
    for (std::size_t k = 0; k < count; ++k) {
        const std::uint32_t example = order_[first + k];
        const std::string& path = file_paths[example];
        const Image image = decode_image(path, io::read_file(path), channels_);
        float* const to = batch.first.data() + k * each;
        if (pad_)
            resampling::resize_with_pad(resampling::pixels_of(image), size_, interpolation_, to);
        else
            resampling::resize_into(
                crop_ ? resampling::pixels_of(image).middle(size_) : resampling::pixels_of(image),
                size_, interpolation_, false, to, size_.width * channels_);
        if (mode_ == LabelMode::none) continue;
        if (categorical)
            batch.second(k, labels_[example]) = 1;
        else
            batch.second[k] = static_cast<float>(labels_[example]);
    }
    return batch;
}

INLAY_BODY void ImageDataset::on_epoch_end() {
    for (std::size_t k = 0; k < order_.size(); ++k) order_[k] = static_cast<std::uint32_t>(k);
    using namespace randomness;
    if (shuffle_) shuffle(order_, Stream(seed_, Purpose::shuffle, ++epoch_));
}

INLAY_BODY ImageDataset image_dataset_from_directory(const std::filesystem::path& directory,
                                                     const ImageDatasetOptions& options) {
    return ImageDatasetMaker(directory, options).part(options.subset, options.shuffle);
}

INLAY_BODY ImageDatasets image_datasets_from_directory(const std::filesystem::path& directory,
                                                       const ImageDatasetOptions& options) {
    if (!options.subset.empty())
        fail("image_datasets_from_directory: found a subset, expected none: it returns both");
    ImageDatasetOptions of_both = options;
    of_both.subset = "training";
    const ImageDatasetMaker maker(directory, of_both);
    return {maker.part("training", options.shuffle), maker.part("validation", false)};
}

#endif

}  // namespace inlay::INLAY_ABI::data

#endif  // INLAY_DATA_IMAGE_DATASET_HPP

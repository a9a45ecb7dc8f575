// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_LOADER_FLOW_HPP
#define INLAY_DATA_LOADER_FLOW_HPP
// An ImageDataGenerator between a loader and a training: what reads pictures from a folder makes
// batches, and this changes their images.

#include <inlay/config.hpp>
#include <inlay/data/image_data_generator.hpp>
#include <inlay/data/image_statistics.hpp>
#include <inlay/model/loader.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI::data {

/// What ImageDataGenerator::flow takes beside a loader.
struct LoaderFlowOptions {
    Seed seed{};  ///< 0 unless given
};

namespace detail {

/// A batch with other images.
template <class Images, class Labels>
std::pair<Tensor<>, Labels> with_images(Tensor<> images, std::pair<Images, Labels>&& batch) {
    return {std::move(images), std::move(batch.second)};
}
template <class Images, class... Rest>
std::tuple<Tensor<>, Rest...> with_images(Tensor<> images, std::tuple<Images, Rest...>&& batch) {
    return std::apply(
        [&](Images&, Rest&... rest) {
            return std::tuple<Tensor<>, Rest...>(std::move(images), std::move(rest)...);
        },
        batch);
}

}  // namespace detail

/// The batches of a loader, their images (n, height, width, channels) or (n, height, width) changed
/// and brought to scale. Random numbers are functions of the seed, the epoch, the batch and the
/// image's place in it. It keeps a loader that was given as a temporary, and looks at another one,
/// which must outlive it. Masks are not changed with their images: data::zip does that.
template <class Source>
class LoaderFlow {
public:
    LoaderFlow(const ImageDataGenerator& generator, Source&& loader,
               const LoaderFlowOptions& options)
        : generator_(generator),
          loader_(std::forward<Source>(loader)),
          seed_(options.seed.value_or(0)) {
        generator.validate();
        reader_ = detail::reader_of(generator_.reading());
    }

    std::size_t size() const { return static_cast<std::size_t>(loader_.size()); }

    auto operator[](std::size_t number) const {
        auto batch = loading::batch_of(std::as_const(loader_), number);
        Tensor<> images = changed(std::get<0>(batch), number);
        return detail::with_images(std::move(images), std::move(batch));
    }

    /// Draws all anew, after the loader has.
    void on_epoch_end() {
        if constexpr (requires { loader_.on_epoch_end(); }) loader_.on_epoch_end();
        ++epoch_;
    }

private:
    Tensor<> changed(const ArrayView& x, std::size_t batch) const {
        const detail::Images images = detail::images_of(x, "flow");
        const detail::ImageExtents& size = images.size;
        detail::need_statistics(generator_, size);
        Tensor<> to({images.count, size.height, size.width, size.channels});
        const randomness::Stream stream = detail::image_stream(seed_, epoch_);
        std::vector<float> spare;
        for (std::size_t n = 0; n < images.count; ++n) {
            const auto image = std::span<float>(to).subspan(n * size.size(), size.size());
            images.read(n, image);
            const std::uint64_t place = std::uint64_t{batch} << 32 | n;
            detail::apply(image, size, detail::drawn(generator_, size, stream, place), reader_,
                          spare);
            detail::standardize(generator_, image, size, spare);
        }
        return to;
    }

    ImageDataGenerator generator_;
    Source loader_;  // an lvalue's reference
    kernel::Reader reader_;
    std::uint64_t seed_, epoch_ = 0;
};

template <class Source>
    requires Loader<std::remove_cvref_t<Source>>
LoaderFlow<Source> ImageDataGenerator::flow(Source&& loader,
                                            const LoaderFlowOptions& options) const {
    return {*this, std::forward<Source>(loader), options};
}

template <class Source>
    requires Loader<std::remove_cvref_t<Source>>
LoaderFlow<Source> ImageDataGenerator::flow(Source&& loader) const {
    return {*this, std::forward<Source>(loader), {}};
}

}  // namespace inlay::INLAY_ABI::data

#endif  // INLAY_DATA_LOADER_FLOW_HPP

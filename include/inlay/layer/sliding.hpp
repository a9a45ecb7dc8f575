// SPDX-License-Identifier: MIT
#ifndef INLAY_LAYER_SLIDING_HPP
#define INLAY_LAYER_SLIDING_HPP
// What convolution and pooling share: a window over one, two or three axes, and its shape rule.

#include <inlay/layer/layer.hpp>
#include <inlay/layer/options.hpp>

#include <cstddef>

namespace inlay::INLAY_ABI::sliding {

/// A number for each axis of a window, outermost first; as many of them as there are axes.
struct Sizes {
    int axes = 2;
    int of[3]{1, 1, 1};

    constexpr int smallest() const {
        int least = of[0];
        for (int a = 1; a < axes; ++a) least = of[a] < least ? of[a] : least;
        return least;
    }
    constexpr int largest() const {
        int most = of[0];
        for (int a = 1; a < axes; ++a) most = of[a] > most ? of[a] : most;
        return most;
    }
};

/// Joined by x: 3x3.
constexpr Sentence& operator<<(Sentence& sentence, const Sizes& sizes) {
    for (int a = 0; a < sizes.axes; ++a) sentence << (a > 0 ? "x" : "") << sizes.of[a];
    return sentence;
}

/// The numbers that an option such as Strides or Dilation gives to so many axes.
template <class PerAxis>
constexpr Sizes sizes_of(int axes) {
    Sizes sizes{axes, {}};
    for (int a = 0; a < axes; ++a) sizes.of[a] = PerAxis::of(a, axes);
    return sizes;
}

/// The window of those sizes, with a padding along all of its axes.
constexpr Windows window_of(const Sizes& size, const Sizes& stride, const Sizes& dilation,
                            Padding padding) {
    Windows windows;
    Window* const along[] = {&windows.depth, &windows.height, &windows.width};
    const auto whole = [](int number) { return static_cast<std::size_t>(number < 0 ? 0 : number); };
    for (int a = 0; a < size.axes; ++a)
        *along[3 - size.axes + a] = {whole(size.of[a]), whole(stride.of[a]), padding,
                                     whole(dilation.of[a])};
    return windows;
}

constexpr const Window& along(const Windows& windows, int axis) {
    return axis == 0 ? windows.depth : axis == 1 ? windows.height : windows.width;
}

/// The border that a window needs around its input.
constexpr Halo padding_of(const Windows& w, const Map& in) {
    return {w.height.before(in.height()), w.height.behind(in.height()), w.width.before(in.width()),
            w.width.behind(in.width()),   w.depth.before(in.depth()),   w.depth.behind(in.depth())};
}

/// What an input needs to be for a window of so many axes, with an example of one.
constexpr void need_cells(const Shape& in, int axes, Complaint& complaint) {
    constexpr std::string_view kinds[] = {"a sequence of steps x channels",
                                          "an image of height x width x channels",
                                          "a volume of depth x height x width x channels"};
    constexpr std::string_view examples[] = {"Input<100, 8>", "Input<28, 28, 1>",
                                             "Input<16, 16, 16, 1>"};
    if (in.rank() == axes + 1) return;
    complaint.needs << "needs " << kinds[axes - 1];
    complaint.remedy << (in.rank() == 1 ? "move it before Flatten, or give" : "give")
                     << " the network an input such as " << examples[axes - 1];
}

/// The shape that a window makes of an image, a sequence or a volume, or a complaint.
constexpr Shape slide(const Windows& windows, int axes, const Shape& in, std::size_t channels,
                      Complaint& complaint) {
    if (complaint.raised()) return in;
    need_cells(in, axes, complaint);
    if (complaint.raised()) return in;
    Shape out = in.with_last(channels);
    Sizes sizes{axes, {}};
    bool fits = true;
    for (int a = 0; a < axes; ++a) {
        const Window& window = along(windows, 3 - axes + a);
        sizes.of[a] = static_cast<int>(window.span());
        out.extents[a] = window.places(in[a]);
        fits = fits && out.extents[a] > 0;
    }
    if (fits) return out;
    complaint.needs << "needs at least " << sizes << " cells for its window";
    complaint.remedy << "use a smaller window, the option Same, or fewer poolings before it";
    return in;
}

}  // namespace inlay::INLAY_ABI::sliding

#endif  // INLAY_LAYER_SLIDING_HPP

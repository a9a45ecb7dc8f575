// SPDX-License-Identifier: MIT
// Resizing: an image of other sizes.
#ifndef NAIVE_RESIZING
#define NAIVE_RESIZING

#include "interpolate.hpp"

#include <algorithm>
#include <cstddef>

namespace naive {

/// An image of these sizes around the middle of another one: less of it, or zeros around it.
inline Batch in_the_middle(const Batch& x, std::size_t height, std::size_t width) {
    Batch y({height, width, x.shape[2]}, x.count);
    const auto both = [](std::size_t large, std::size_t small) {
        return large < small ? 0 : (large - small) / 2;
    };
    for (std::size_t n = 0; n < x.count; ++n)
        for (std::size_t h = 0; h < std::min(height, x.shape[0]); ++h)
            for (std::size_t w = 0; w < std::min(width, x.shape[1]); ++w)
                for (std::size_t c = 0; c < x.shape[2]; ++c)
                    y.at(n, h + both(height, x.shape[0]), w + both(width, x.shape[1]), c) =
                        x.at(n, h + both(x.shape[0], height), w + both(x.shape[1], width), c);
    return y;
}

template <int Height, int Width, class... Given>
Batch forward(Of<Resizing<Height, Width, Given...>>, const Batch& x, Run&) {
    Batch y({std::size_t{Height}, std::size_t{Width}, x.shape[2]}, x.count);
    const std::size_t h = x.shape[0], w = x.shape[1], of_width = w * Height / Width,
                      of_height = h * Width / Height;
    if (given<CropToAspectRatio, Given...>)
        interpolate<Given...>(in_the_middle(x, std::min(h, std::max<std::size_t>(of_width, 1)),
                                            std::min(w, std::max<std::size_t>(of_height, 1))),
                              y);
    else if (given<PadToAspectRatio, Given...>)  // as many on both sides
        interpolate<Given...>(in_the_middle(x, of_width > h ? h + (of_width - h) / 2 * 2 : h,
                                            of_height > w ? w + (of_height - w) / 2 * 2 : w),
                              y);
    else
        interpolate<Given...>(x, y);
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/resizing.hpp"
#include "check.hpp"
#include "conv2d.cpp"
#include "cropping2d.cpp"

using namespace inlay;

TEST_CASE("Resizing") {
    check::both<Resizing<3, 8, Bicubic>, Input<7, 5, 3>>();
    check::layer<Resizing<4, 3, Antialias, PadToAspectRatio>, Input<7, 12, 17>>();
    // A part of a view: rows with gaps; and a part of that.
    check::network<Sequential<Conv2D<2, 1>, Cropping2D<1>,
                              Resizing<3, 5, Nearest, CropToAspectRatio>, Conv2D<2, 3, 3, Same>>,
                   Input<9, 6, 2>>();
}

TEST_CASE("Resizing, Keras's numbers") { keras::layers::resizing(); }

#endif

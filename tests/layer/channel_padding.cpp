// SPDX-License-Identifier: MIT
// ChannelPadding: channels of zeros beside those of each cell.
#ifndef NAIVE_CHANNEL_PADDING
#define NAIVE_CHANNEL_PADDING

#include "naive.hpp"

#include <cstddef>

namespace naive {

template <int Before, int... Behind>
Batch forward(Of<ChannelPadding<Before, Behind...>>, const Batch& x, Run&) {
    const std::size_t before = Before, all[] = {Behind..., Before};
    Batch y(x.shape.with_last(before + x.channels() + all[0]), x.count);
    for (std::size_t r = 0; r < x.rows(); ++r)
        for (std::size_t c = 0; c < x.channels(); ++c) y.row(r, before + c) = x.row(r, c);
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/channel_padding.hpp"
#include "add.cpp"
#include "check.hpp"
#include "conv2d.cpp"
#include "max_pool.cpp"

using namespace inlay;

TEST_CASE("ChannelPadding") { check::both<ChannelPadding<0, 2>, Input<19>>(); }

TEST_CASE("ChannelPadding in a shortcut") {
    check::network<Sequential<Conv2D<2, 1>,
                              Add<Conv2D<6, 3, 3, Same, Strides<2>>,
                                  Sequential<MaxPool<1, 1, Strides<2>>, ChannelPadding<2>>>,
                              Add<Sequential<>, ChannelPadding<0>>, Conv2D<3, 3, 3, Same>>,
                   Input<5, 4, 2>>();
}

TEST_CASE("ChannelPadding, Keras's numbers") { keras::layers::channel_padding(); }

#endif

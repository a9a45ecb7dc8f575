// SPDX-License-Identifier: MIT
// Every kernel once, on extents of well-known networks, for the census of their loops.
#include <inlay/core.hpp>
#include <inlay/kernel/convolve_panels_backward.hpp>
#include <inlay/kernel/convolve_pool.hpp>
#include <inlay/kernel/dense_narrow.hpp>
#include <inlay/kernel/depthwise_backward.hpp>
#include <inlay/kernel/winner_gradient.hpp>
#include <inlay/kernel/winograd_backward.hpp>

#include <cstddef>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

constexpr kernel::Convolution convolution(std::size_t out, std::size_t in_channels,
                                          std::size_t channels, std::size_t size,
                                          std::size_t stride) {
    const std::size_t in = (out - 1) * stride + size;
    return {out,
            out,
            channels,
            size,
            size,
            in_channels,
            stride,
            stride,
            0,
            in * in_channels,
            in * in * in_channels,
            0,
            out * channels,
            out * out * channels};
}

constexpr kernel::Convolution first = convolution(24, 1, 32, 5, 1);
constexpr kernel::Convolution wide = convolution(12, 32, 64, 5, 1);
constexpr kernel::Convolution strided = convolution(8, 32, 64, 3, 2);
constexpr kernel::Convolution pointwise = convolution(16, 32, 64, 1, 1);
constexpr Windows window{{2, 2, Padding::valid}, {2, 2, Padding::valid}};
constexpr Map pooled{{12, 12, 32}, {}};

constexpr Windows taps(std::size_t size, std::size_t stride) {
    const Window along{size, stride, Padding::same};
    return {along, along, {}};
}
constexpr Map wide_cells{{56, 56, 64}, {1, 1, 1, 1}}, few_cells{{28, 28, 64}, {}};
constexpr kernel::PanelConvolution::Axis four_cells{4, 4, {3, 1, Padding::same}, 1, 2048, 2048};
constexpr kernel::PanelConvolution in_panels{.down = four_cells,
                                             .across = four_cells,
                                             .in_channels = 512,
                                             .channels = 512,
                                             .in_start = 0,
                                             .in_size = 8192,
                                             .out_start = 0,
                                             .out_size = 8192};
constexpr Map odd_cells{{7, 7, 27}, {2, 2, 2, 2}};

}  // namespace

#define CENSUS(name, ...)                                                                   \
    extern "C" void census_##name(const float* x, const float* w, const float* b, float* y, \
                                  float* z, std::size_t n) {                                \
        static_cast<void>(b), static_cast<void>(z);                                         \
        __VA_ARGS__;                                                                        \
    }

CENSUS(convolve_first, kernel::convolve<first>(x, w, b, y, n, kernel::Epilogue<ReLU>()))
CENSUS(convolve_wide, kernel::convolve<wide>(x, w, b, y, n, kernel::Epilogue<ReLU>()))
CENSUS(convolve_strided, kernel::convolve<strided>(x, w, b, y, n, kernel::Epilogue<ReLU>()))
CENSUS(convolve_pointwise, kernel::convolve<pointwise>(x, w, b, y, n, kernel::Epilogue<Linear>()))
CENSUS(convolve_pooled, kernel::convolve_max_pool<first, window, pooled, ReLU>(x, w, b, y, z, n))
CENSUS(weight_gradient_first, kernel::convolve_weight_gradient<first>(x, w, y, n))
CENSUS(weight_gradient_wide, kernel::convolve_weight_gradient<wide>(x, w, y, n))
CENSUS(weight_gradient_strided, kernel::convolve_weight_gradient<strided>(x, w, y, n))
CENSUS(input_gradient_wide, kernel::convolve_input_gradient<wide, false>(x, w, y, n))
CENSUS(input_gradient_strided, kernel::convolve_input_gradient<strided, true>(x, w, y, n))
CENSUS(depthwise, kernel::depthwise<wide_cells, wide_cells, taps(3, 1)>(x, w, b, y, n,
                                                                        kernel::Epilogue<ReLU>()))
CENSUS(depthwise_strided,
       kernel::depthwise<wide_cells, few_cells, taps(3, 2)>(x, w, b, y, n,
                                                            kernel::Epilogue<ReLU>()))
CENSUS(depthwise_odd,
       kernel::depthwise<odd_cells, odd_cells, taps(5, 1)>(x, w, b, y, n,
                                                           kernel::Epilogue<Linear>()))
CENSUS(depthwise_weight_gradient,
       kernel::depthwise_weight_gradient<wide_cells, wide_cells, taps(3, 1), true>(x, w, y, n))
CENSUS(depthwise_weight_gradient_strided,
       kernel::depthwise_weight_gradient<wide_cells, few_cells, taps(3, 2), true>(x, w, y, n))
CENSUS(depthwise_input_gradient,
       kernel::depthwise_input_gradient<wide_cells, wide_cells, taps(3, 1), false>(x, w, y, n))
CENSUS(depthwise_input_gradient_strided,
       kernel::depthwise_input_gradient<wide_cells, few_cells, taps(3, 2), true>(x, w, y, n))
CENSUS(dense, kernel::dense<784, 512, 96>(x, w, b, y, n, kernel::Epilogue<ReLU>()))
CENSUS(dense_narrow, kernel::dense_narrow<1024, 10>(x, w, b, y, n, kernel::Epilogue<Linear>()))
CENSUS(dense_weight_gradient, kernel::dense_weight_gradient<784, 512, 96, false>(x, w, y, n))
CENSUS(dense_input_gradient, kernel::dense_input_gradient<512, 64, false>(x, w, y, n))
CENSUS(dense_of_rows, kernel::dense_input_gradient_of_rows<784, 512, 96, false>(x, w, y, n))
CENSUS(winner_gradient,
       kernel::convolve_winner_gradient<first, pooled, ReLU, true>(x, w, b, b, y, z, n))
CENSUS(panels, kernel::convolve_panels<kernel::scattered_tile<float>(512)>(
                   in_panels, x, w, b, y, n, z, nullptr, kernel::Epilogue<ReLU>()))
CENSUS(panels_weight_gradient,
       kernel::convolve_panels_weight_gradient<kernel::scattered_tile<float>(512), 0>(in_panels, x,
                                                                                      w, y, n))
CENSUS(multiply_by_panels,
       kernel::multiply_by_panels<kernel::panel_tile<float>(512), 512>(x, n, w, 8, y, 256))
CENSUS(winograd_multiply, kernel::winograd_multiply<16, 64, 32>(x, w, 144, y, 32, n))
CENSUS(winograd_sum_weights,
       kernel::winograd_sum_weights<64, 128, kernel::Chains{1, 1}>(x, w, y, n, 16, true))

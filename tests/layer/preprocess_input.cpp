// SPDX-License-Identifier: MIT
// PreprocessInput: colours as networks trained on ImageNet expect them.
#ifndef NAIVE_PREPROCESS_INPUT
#define NAIVE_PREPROCESS_INPUT

#include "naive.hpp"

#include <cstddef>

namespace naive {

inline Batch forward(Of<PreprocessInput<"tf">>, const Batch& x, Run&) {
    return each(x, [](double v) { return v / 127.5 - 1; });
}

inline Batch forward(Of<PreprocessInput<"caffe">>, const Batch& x, Run&) {
    const double means[] = {103.939, 116.779, 123.68};
    Batch y(x.shape, x.count);
    for (std::size_t k = 0; k < x.values.size(); ++k)
        y.values[k] = x.values[k - k % 3 + 2 - k % 3] - means[k % 3];
    return y;
}

inline Batch forward(Of<PreprocessInput<"torch">>, const Batch& x, Run&) {
    const double means[] = {0.485, 0.456, 0.406}, deviations[] = {0.229, 0.224, 0.225};
    Batch y(x.shape, x.count);
    for (std::size_t k = 0; k < x.values.size(); ++k)
        y.values[k] = (x.values[k] / 255 - means[k % 3]) / deviations[k % 3];
    return y;
}

}  // namespace naive

#endif

#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL

#include "../keras/layers/preprocess_input.hpp"
#include "check.hpp"
#include "conv2d.cpp"

using namespace inlay;

TEST_CASE("PreprocessInput") {
    check::both<PreprocessInput<"caffe">, Input<3, 5, 3>>();
    check::network<Sequential<Conv2D<3, 1>, PreprocessInput<"torch">, Conv2D<2, 3, 3, Same>>,
                   Input<3, 4, 3>>();
    check::network<Sequential<PreprocessInput<"tf">, Conv2D<2, 3, 3, Same>>, Input<3, 4, 1>>();
}

TEST_CASE("PreprocessInput, Keras's numbers") { keras::layers::preprocess_input(); }

#endif

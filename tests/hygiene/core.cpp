// SPDX-License-Identifier: MIT
// The core alone, without exceptions, RTTI and guards of statics: a network whose weights lie in
// read-only memory and whose workspace is static.
#include <inlay/core.hpp>

#if defined(_GLIBCXX_IOSTREAM) || defined(_GLIBCXX_VECTOR) || defined(_GLIBCXX_STRING) || \
    defined(_GLIBCXX_MEMORY) || defined(_GLIBCXX_THREAD) || defined(_GLIBCXX_FUNCTIONAL)
#error "a header of the core includes a hosted header of the standard library"
#endif

using namespace inlay;
using Net = Sequential<Conv2D<4, 3, 3, ReLU>, MaxPool<2>, Flatten, Dense<10, Softmax>>;
using Classifier = Network<Net, Input<8, 8, 1>>;

constexpr auto weights = [] {
    std::array<float, Classifier::trainable_count> values{};
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<float>(i % 7) / 7.0f;
    return values;
}();
constinit std::array<float, Classifier::input_shape.size()> image{};
constinit std::array<float, Classifier::output_shape.size()> probabilities{};
constinit std::array<float, Classifier::workspace_count()> workspace{};

int main() {
    for (std::size_t i = 0; i < image.size(); ++i) image[i] = static_cast<float>(i % 5);
    Classifier::forward(weights, image, probabilities, workspace);
    float sum = 0.0f;
    for (float probability : probabilities) sum += probability;
    return sum > 0.9999f && sum < 1.0001f ? 0 : 1;
}

// SPDX-License-Identifier: MIT
// A matrix that does not tell the order of its numbers.
// FIRST: inlay: a matrix needs operator()(row, column)
// EXPECT: hand over a flat std::span of them in the order of rows
// ERRORS: 1
#include <inlay/inlay.hpp>

#include <span>

using namespace inlay;
using Classifier = Model<Sequential<Dense<2, Softmax>>, Input<3>>;

struct Matrix {
    const float* data() const;
    std::size_t size() const;
    int rows() const;
    int cols() const;
};

#ifdef MISTAKE
using Images = Matrix;
#else
using Images = std::span<const float>;
#endif

auto run(const Classifier& model, const Images& images) { return model.predict(images); }

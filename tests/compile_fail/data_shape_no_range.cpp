// SPDX-License-Identifier: MIT
// A shape() that is no range of extents is not taken for a flat array.
// FIRST: inlay: data needs contiguous data() and size() or shape()
// EXPECT: data()
// ERRORS: 1
#include <inlay/inlay.hpp>

#include <vector>

using namespace inlay;
using Classifier = Model<Sequential<Dense<2, Softmax>>, Input<3>>;

struct Array {
    const float* data() const;
    std::size_t size() const;
    struct Extents {
        int rows, columns;
    };
    Extents shape() const;
};

#ifdef MISTAKE
using Images = Array;
#else
using Images = std::vector<float>;
#endif

auto run(const Classifier& model, const Images& images) { return model.predict(images); }

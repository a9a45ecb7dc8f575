// SPDX-License-Identifier: MIT
// Elements that are no numbers.
// FIRST: inlay: data needs elements that are numbers
// EXPECT: numbers
// ERRORS: 1
#include <inlay/inlay.hpp>

#include <complex>
#include <vector>

using namespace inlay;
using Classifier = Model<Sequential<Dense<2, Softmax>>, Input<3>>;

#ifdef MISTAKE
using Images = std::vector<std::complex<float>>;
#else
using Images = std::vector<unsigned char>;
#endif

auto run(const Classifier& model, const Images& images) { return model.predict(images); }

// SPDX-License-Identifier: MIT
// Rows that have memory of their own do not lie one behind the other.
// FIRST: inlay: data needs its rows one behind the other
// EXPECT: into one flat std::vector, or into a Tensor
// ERRORS: 1
#include <inlay/inlay.hpp>

#include <array>
#include <vector>

using namespace inlay;
using Classifier = Model<Sequential<Dense<2, Softmax>>, Input<3>>;

#ifdef MISTAKE
using Images = std::vector<std::vector<float>>;
#else
using Images = std::vector<std::array<float, 3>>;
#endif

auto run(const Classifier& model, const Images& images) { return model.predict(images); }

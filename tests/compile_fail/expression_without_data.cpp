// SPDX-License-Identifier: MIT
// Data without contiguous memory needs data.hpp.
// FIRST: inlay: data needs contiguous data()
// EXPECT: include <inlay/data.hpp>
#include <inlay/inlay.hpp>

#include <list>

using namespace inlay;
using Classifier = Model<Sequential<Dense<2, Softmax>>, Input<3>>;

#ifdef MISTAKE
using Images = std::list<float>;
#else
using Images = std::vector<float>;
#endif

auto run(const Classifier& model, const Images& images) { return model.predict(images); }

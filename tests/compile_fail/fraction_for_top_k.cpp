// SPDX-License-Identifier: MIT
// A fraction for a whole number that may be left out.
// EXPECT: inlay: this option is a whole number: 32, not 32.0
// ERRORS: 1
#include <inlay/inlay.hpp>

using namespace inlay;

void train(Model<Sequential<Dense<2, Sigmoid>>, Input<3>>& model) {
#ifdef MISTAKE
    auto trainer = model.compile(Adam{}, BinaryCrossentropy{}, Precision{.top_k = 1.0});
#else
    auto trainer = model.compile(Adam{}, BinaryCrossentropy{}, Precision{.top_k = 1});
#endif
    (void)trainer;
}

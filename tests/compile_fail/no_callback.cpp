// SPDX-License-Identifier: MIT
// A structure behind the options of fit that has none of Keras's members.
// FIRST: fit: Mine is no callback: it has none of on_train_begin, on_train_end, on_epoch_begin
// EXPECT: (inlay/model/callback.hpp)
// LINES: 45
#include <inlay/inlay.hpp>

using namespace inlay;

struct Mine {
#ifdef MISTAKE
    void on_end_of_epoch(Epoch&) {}
#else
    void on_epoch_end(Epoch&) {}
#endif
};

void train(Model<Sequential<Dense<2>>, Input<3>>& model, const std::vector<float>& x) {
    model.compile(Adam{}, MeanSquaredError{}).fit(x, x, {.epochs = 2}, Mine{});
}

// SPDX-License-Identifier: MIT
// A member of a callback that takes what Keras's takes.
// FIRST: fit: Mine::on_epoch_end does not take an Epoch& (inlay/model/callback.hpp)
// EXPECT: mistake::message<
// LINES: 45
#include <inlay/inlay.hpp>

using namespace inlay;

struct Mine {
    void on_train_begin(Run&) {}
#ifdef MISTAKE
    void on_epoch_end(int) {}
#else
    void on_epoch_end(Epoch&) {}
#endif
};

void train(Model<Sequential<Dense<2>>, Input<3>>& model, const std::vector<float>& x) {
    model.compile(Adam{}, MeanSquaredError{}).fit(x, x, {.epochs = 2}, Mine{});
}

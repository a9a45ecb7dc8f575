// SPDX-License-Identifier: MIT
#include "networks.hpp"

using namespace inlay;

void train(Small& model, const std::string& path) {
    auto trainer = model.compile(Adam{}, SparseCategoricalCrossentropy{}, Accuracy{});
    trainer.fit(images(), labels(), {.batch_size = 4, .epochs = 2, .validation_split = 0.5});
    save(trainer, path);
    load(trainer, path);
    save(model, path);
}

// SPDX-License-Identifier: MIT
#ifndef INLAY_IO_MODEL_CHECKPOINT_HPP
#define INLAY_IO_MODEL_CHECKPOINT_HPP

#include <inlay/host/error.hpp>
#include <inlay/host/python_text.hpp>
#include <inlay/host/text.hpp>
#include <inlay/io/model_file.hpp>
#include <inlay/io/save_frequency.hpp>
#include <inlay/io/system_file.hpp>
#include <inlay/model/callback/monitor.hpp>
#include <inlay/model/session.hpp>
#include <inlay/train/rate.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace inlay::INLAY_ABI {

/// Saves what is trained, behind each epoch or only behind the best so far (Keras's
/// ModelCheckpoint). A file is written whole or not at all; folders are made where they lack. Any
/// number is better than a best that is NaN, which Keras keeps for ever.
struct ModelCheckpoint {
    std::string path{};           ///< may hold fields: best-{epoch:02d}-{val_loss:.2f}.safetensors
    Text monitor = "val_loss";    ///< a name in the logs, where only the best is saved
    Whole verbose = 0;            ///< 1: says what it does
    bool save_best_only = false;  ///< not where the monitored number has not become better
    bool save_weights_only = false;  ///< save(model, path), else save(trainer, path): a checkpoint
    Text mode = "auto";              ///< min, max, or what the score says of itself
    SaveFrequency save_freq = "epoch";
    Level initial_value_threshold{};  ///< what the first has to be better than

    // What it has found.
    Level best = initial_value_threshold;
    Monitor watch{};
    void* trainer = nullptr;
    void (*save_to)(void* trainer, const std::string& path, bool weights_only) = nullptr;

    template <class Trainer>
    void set_trainer(Trainer& of) {
        trainer = &of;
        save_to = [](void* from, const std::string& to, bool weights_only) {
            const Trainer& trained = *static_cast<const Trainer*>(from);
            if (weights_only)
                save(trained.model(), to);
            else
                save(trained, to);
        };
    }

    INLAY_COLD void on_train_begin(Run& run);
    INLAY_COLD void on_batch_end(Batch& batch);
    INLAY_COLD void on_epoch_end(Epoch& epoch);

private:
    /// Saves behind an epoch, or behind one of its batches, counted from 1.
    INLAY_COLD void save_behind(Stage& stage, int epoch, std::size_t batch);
    INLAY_COLD std::string path_for(const Stage& stage, int epoch, std::size_t batch) const;
    INLAY_COLD bool wanted(Stage& stage, int epoch, const std::string& file);
};

#if INLAY_BODIES

INLAY_BODY void ModelCheckpoint::on_train_begin(Run& run) {
    if (path.empty()) fail("ModelCheckpoint: path is empty");
    save_freq.check("ModelCheckpoint");
    if (save_best_only) watch.begin("ModelCheckpoint", monitor, mode, 0, run.session());
}

INLAY_BODY void ModelCheckpoint::on_batch_end(Batch& batch) {
    if (save_freq.due_behind_batch()) save_behind(batch, batch.epoch + 1, batch.number + 1);
}

INLAY_BODY void ModelCheckpoint::on_epoch_end(Epoch& epoch) {
    if (save_freq.epochs()) save_behind(epoch, epoch.number + 1, 0);
}

INLAY_BODY void ModelCheckpoint::save_behind(Stage& stage, int epoch, std::size_t batch) {
    const std::string file = path_for(stage, epoch, batch);
    if (!wanted(stage, epoch, file)) return;
    io::system_file::make_folders(file);
    save_to(trainer, file, save_weights_only);
    if (verbose.value > 0)
        print_line(Text() << "\nEpoch " << epoch << ": finished saving model to " << file);
}

INLAY_BODY std::string ModelCheckpoint::path_for(const Stage& stage, int epoch,
                                                 std::size_t batch) const {
    std::vector<NamedNumber> numbers{{"epoch", static_cast<double>(epoch), true}};
    if (batch != 0) numbers.push_back({"batch", static_cast<double>(batch), true});
    for (const LogEntry& entry : stage.logs) numbers.push_back({entry.name, entry.value});
    return python_format(path, numbers, "ModelCheckpoint: the path ");
}

INLAY_BODY bool ModelCheckpoint::wanted(Stage& stage, int epoch, const std::string& file) {
    const bool says = verbose.value > 0;
    const auto begin = [&] { return Text() << "\nEpoch " << epoch << ": "; };
    if (!save_best_only) {
        if (says) print_line(begin() << "saving model to " << file);
        return true;
    }
    const Level current = watch.in(stage, "every model is saved");
    if (!current.given) return true;
    // Any number is better than none: Keras never beats a first epoch that is no number.
    const bool first_number = best.value != best.value && current.value == current.value;
    const bool improved = first_number || watch.improves(current.value, best);
    if (says) {
        Text text = begin() << monitor << (improved ? " improved from " : " did not improve from ");
        if (best.given)
            text << Decimal{best.value, 5};
        else
            text << "None";
        if (improved) text << " to " << Decimal{current.value, 5} << ", saving model to " << file;
        print_line(text);
    }
    if (improved) best = current;
    return improved;
}

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::ModelCheckpoint;
}  // namespace inlay

#endif  // INLAY_IO_MODEL_CHECKPOINT_HPP

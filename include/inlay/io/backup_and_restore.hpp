// SPDX-License-Identifier: MIT
#ifndef INLAY_IO_BACKUP_AND_RESTORE_HPP
#define INLAY_IO_BACKUP_AND_RESTORE_HPP

#include <inlay/host/error.hpp>
#include <inlay/host/text.hpp>
#include <inlay/io/model_file.hpp>
#include <inlay/io/save_frequency.hpp>
#include <inlay/io/system_file.hpp>
#include <inlay/model/session.hpp>

#include <cstdint>
#include <cstdio>
#include <string>

namespace inlay::INLAY_ABI {

/// Lets a training that was interrupted go on where it was (Keras's BackupAndRestore): a checkpoint
/// in a folder, behind each epoch. A fit that finds one begins with it, at the epoch behind it, and
/// ends with the same bits as if nothing had happened; then the checkpoint goes.
struct BackupAndRestore {
    std::string backup_dir{};  ///< made where it lacks; of one training alone
    SaveFrequency save_freq = "epoch";
    bool delete_checkpoint = true;  ///< when the training ends

    void* trainer = nullptr;
    void (*save_to)(void* trainer, const std::string& path) = nullptr;
    std::uint64_t (*load_from)(void* trainer, const std::string& path) = nullptr;  ///< epochs

    template <class Trainer>
    void set_trainer(Trainer& of) {
        trainer = &of;
        save_to = [](void* from, const std::string& path) {
            save(*static_cast<const Trainer*>(from), path);
        };
        load_from = [](void* to, const std::string& path) {
            Trainer& trained = *static_cast<Trainer*>(to);
            const std::uint64_t before = trained.progress().epoch;
            load(trained, path);
            const std::uint64_t now = trained.progress().epoch;
            return now > before ? now - before : 0;
        };
    }

    INLAY_COLD void on_train_begin(Run& run);
    INLAY_COLD void on_batch_end(Batch& batch);
    INLAY_COLD void on_epoch_end(Epoch& epoch);
    INLAY_COLD void on_train_end(Run& run);

private:
    INLAY_COLD std::string path() const { return backup_dir + "/latest.safetensors"; }
    INLAY_COLD void write() const;
};

#if INLAY_BODIES

INLAY_BODY void BackupAndRestore::on_train_begin(Run& run) {
    if (backup_dir.empty()) fail("BackupAndRestore: backup_dir is empty");
    save_freq.check("BackupAndRestore");
    io::system_file::Facts facts{};
    if (io::system_file::read_facts(path().c_str(), facts) == 0)
        run.session().initial_epoch += static_cast<int>(load_from(trainer, path()));
}

INLAY_BODY void BackupAndRestore::on_batch_end(Batch&) {
    if (save_freq.due_behind_batch()) write();
}

INLAY_BODY void BackupAndRestore::on_epoch_end(Epoch&) {
    if (save_freq.epochs()) write();
}

INLAY_BODY void BackupAndRestore::on_train_end(Run&) {
    if (!delete_checkpoint) return;
    std::remove(path().c_str());
    io::system_file::remove_folder(backup_dir.c_str());  // unless it holds something else
}

INLAY_BODY void BackupAndRestore::write() const {
    io::system_file::make_folders(path());
    save_to(trainer, path());
}

#endif

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::BackupAndRestore;
}  // namespace inlay

#endif  // INLAY_IO_BACKUP_AND_RESTORE_HPP

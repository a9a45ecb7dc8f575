// SPDX-License-Identifier: MIT
#pragma once
// Models and checkpoints as safetensors files: written as a whole, loaded as a whole or not at all.

#include <inlay/io/file.hpp>
#include <inlay/io/safetensors.hpp>
#include <inlay/model/trainer.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inlay::inline INLAY_ABI {

namespace io {

/// A tensor's place in a file and in memory.
template <class Scalar>
struct Entry {
    std::string name;
    std::vector<std::size_t> shape;
    std::span<Scalar> values;
};

/// Every tensor of a model by Keras's name: conv2d/kernel, batch_normalization/moving_mean ...
template <class Scalar, class Model>
std::vector<Entry<Scalar>> entries_of(Model& model) {
    std::vector<Entry<Scalar>> entries;
    for (const std::string& name : model.tensor_names()) {
        const Shape shape = model.tensor_shape(name);
        entries.push_back({name, {}, model.weights(name)});
        for (int d = 0; d < shape.rank(); ++d) entries.back().shape.push_back(shape[d]);
    }
    return entries;
}

/// Every moment of an optimizer, tensor by tensor: optimizer/m/conv2d/kernel ...
template <class Scalar, class Trainer>
std::vector<Entry<Scalar>> moments_of(Trainer& trainer) {
    using Optimizer = std::remove_cvref_t<decltype(trainer.optimizer())>;
    std::vector<Entry<Scalar>> entries;
    const auto& model = trainer.model();
    for (int m = 0; m < Optimizer::moments; ++m) {
        std::size_t begin = 0;
        for (Entry<const Scalar>& tensor : entries_of<const Scalar>(model)) {
            if (!model.is_trainable(tensor.name)) continue;
            const std::span<Scalar> values = trainer.moment(m).subspan(begin, tensor.values.size());
            begin += values.size();
            entries.push_back(
                {"optimizer/" + std::string(Optimizer::moment_names[m]) + "/" + tensor.name,
                 tensor.shape, values});
        }
    }
    return entries;
}

template <class Scalar>
std::vector<safetensors::TensorView> views_of(const std::vector<Entry<Scalar>>& entries) {
    std::vector<safetensors::TensorView> views;
    for (const Entry<Scalar>& entry : entries)
        views.push_back(safetensors::view(entry.name, entry.shape, entry.values));
    return views;
}

/// What differs between the tensors that are wanted and those of a file, as one sentence.
template <class Scalar>
std::string differences(const std::vector<Entry<Scalar>>& wanted,
                        const safetensors::Contents& file) {
    std::string list;
    const auto add = [&](const std::string& clause) {
        list += (list.empty() ? "" : "; ") + clause;
    };
    for (const Entry<Scalar>& entry : wanted) {
        const safetensors::TensorView* found = file.find(entry.name);
        if (found == nullptr)
            add(entry.name + " is not in the file");
        else if (found->shape != entry.shape)
            add(entry.name + " has the shape " + shape_text(found->shape) + " in the file but " +
                shape_text(entry.shape) + " in the model");
        else if (found->dtype != safetensors::dtype_of<std::remove_const_t<Scalar>>())
            add(entry.name + " is stored as " + std::string(found->dtype.name) + " but " +
                std::string(safetensors::dtype_of<std::remove_const_t<Scalar>>().name) +
                " is needed");
    }
    for (const safetensors::TensorView& tensor : file.tensors) {
        bool known = tensor.name.starts_with("optimizer/");
        for (const Entry<Scalar>& entry : wanted) known = known || entry.name == tensor.name;
        if (!known) add("the model has no " + tensor.name);
    }
    return list;
}

/// Copies all wanted tensors of a file, once nothing stands against it.
template <class Scalar>
Status copy_all(const std::vector<Entry<Scalar>>& wanted, const safetensors::Contents& file) {
    if (const std::string list = differences(wanted, file); !list.empty()) {
        Sentence says;
        says << "the file holds another network: " << list;
        return Status(says);
    }
    for (const Entry<Scalar>& entry : wanted)
        if (Status copied = safetensors::copy_values(*file.find(entry.name), entry.values); !copied)
            return copied;
    return Status();
}

/// A number that a checkpoint's metadata holds.
INLAY_COLD inline bool number_of(const safetensors::Contents& file, const std::string& key,
                                 std::uint64_t& number) {
    const auto found = file.metadata.find(key);
    if (found == file.metadata.end() || found->second.empty() || found->second.size() > 19)
        return false;
    number = 0;
    for (const char digit : found->second) {
        if (digit < '0' || digit > '9') return false;
        number = number * 10 + static_cast<std::uint64_t>(digit - '0');
    }
    return true;
}

/// Puts the name of the file before a failure's sentence.
[[noreturn]] INLAY_COLD inline void fail_for(const std::filesystem::path& path,
                                             const Status& status) {
    fail(path.string() + ": " + std::string(status.message()));
}

}  // namespace io

/// The bytes of a model's safetensors file.
template <class Spec, class In, class Scalar>
std::vector<std::byte> serialize(const Model<Spec, In, Scalar>& model) {
    return io::safetensors::serialize(io::views_of(io::entries_of<const Scalar>(model)));
}

/// Writes all weights of a model by their names; atomic: a crash leaves the old file or the new
/// one.
template <class Spec, class In, class Scalar>
void save(const Model<Spec, In, Scalar>& model, const std::filesystem::path& path) {
    io::write_file_atomically(path, serialize(model));
}

/// Takes all weights from the bytes of a file; a failure says what differs, and nothing has
/// changed.
template <class Spec, class In, class Scalar>
Status try_load(Model<Spec, In, Scalar>& model, std::span<const std::byte> bytes) {
    const io::safetensors::Contents file = io::safetensors::parse(bytes);
    if (!file.status) return file.status;
    return io::copy_all(io::entries_of<Scalar>(model), file);
}

/// The same for any contiguous bytes.
template <class Spec, class In, class Scalar, std::ranges::contiguous_range Bytes>
    requires(sizeof(std::ranges::range_value_t<Bytes>) == 1)
Status try_load(Model<Spec, In, Scalar>& model, const Bytes& bytes) {
    return try_load(model, std::as_bytes(std::span(bytes)));
}

/// Takes all weights from a file; an Error says what is wrong, and the model is as it was.
template <class Spec, class In, class Scalar>
void load(Model<Spec, In, Scalar>& model, const std::filesystem::path& path) {
    if (const Status status = try_load(model, io::read_file(path)); !status)
        io::fail_for(path, status);
}

/// Writes a checkpoint: the weights, the optimizer's moments, and how far training has come.
template <class Model, class Optimizer, class Loss, class... Metrics>
void save(const Trainer<Model, Optimizer, Loss, Metrics...>& trainer,
          const std::filesystem::path& path) {
    using Scalar = typename Model::scalar;
    auto views = io::views_of(io::entries_of<const Scalar>(std::as_const(trainer.model())));
    for (auto& view : io::views_of(io::moments_of<const Scalar>(trainer))) views.push_back(view);
    const auto progress = trainer.progress();
    io::write_file_atomically(
        path, io::safetensors::serialize(views, {{"optimizer", std::string(Optimizer::name)},
                                                 {"step", std::to_string(progress.step)},
                                                 {"epoch", std::to_string(progress.epoch)}}));
}

/// Continues from a checkpoint, bit for bit as if training had never stopped; an Error says what is
/// wrong, and nothing has changed.
template <class Model, class Optimizer, class Loss, class... Metrics>
void load(Trainer<Model, Optimizer, Loss, Metrics...>& trainer, const std::filesystem::path& path) {
    using Scalar = typename Model::scalar;
    const std::vector<std::byte> bytes = io::read_file(path);
    const io::safetensors::Contents file = io::safetensors::parse(bytes);
    if (!file.status) io::fail_for(path, file.status);
    typename Trainer<Model, Optimizer, Loss, Metrics...>::State progress;
    const auto optimizer = file.metadata.find("optimizer");
    if (optimizer == file.metadata.end() || optimizer->second != Optimizer::name ||
        !io::number_of(file, "step", progress.step) ||
        !io::number_of(file, "epoch", progress.epoch))
        fail(path.string() + ": is no checkpoint of the optimizer " + std::string(Optimizer::name));
    std::vector<io::Entry<Scalar>> wanted = io::entries_of<Scalar>(trainer.model());
    for (auto& entry : io::moments_of<Scalar>(trainer)) wanted.push_back(entry);
    if (const Status status = io::copy_all(wanted, file); !status) io::fail_for(path, status);
    trainer.set_progress(progress);
}

}  // namespace inlay::inline INLAY_ABI

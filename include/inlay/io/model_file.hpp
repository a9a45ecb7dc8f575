// SPDX-License-Identifier: MIT
#pragma once
// Models and checkpoints as safetensors files: written as a whole, loaded as a whole or not at all.

#include <inlay/io/file.hpp>
#include <inlay/io/safetensors.hpp>
#include <inlay/model/trainer.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace inlay::inline INLAY_ABI {

namespace io {

using safetensors::Contents;
using safetensors::TensorView;

/// Calls use(name, shape, values) for every tensor of a model, by Keras's names: conv2d/kernel,
/// batch_normalization/moving_mean ...
template <class Model, class Use>
void each_tensor(Model& model, Use&& use) {
    for (const std::string& name : model.tensor_names())
        use(name, naming::extents_of(model.tensor_shape(name)), model.weights(name));
}

/// The same for every moment of an optimizer, tensor by tensor: optimizer/m/conv2d/kernel ...
template <class Trainer, class Use>
void each_moment(Trainer& trainer, Use&& use) {
    using Optimizer = std::remove_cvref_t<decltype(trainer.optimizer())>;
    const auto& model = trainer.model();
    for (int m = 0; m < Optimizer::moments; ++m) {
        std::size_t begin = 0;
        each_tensor(model, [&](const std::string& name, const auto& shape, const auto& tensor) {
            if (!model.is_trainable(name)) return;
            use(Text() << "optimizer/" << Optimizer::moment_names[m] << "/" << name, shape,
                trainer.moment(m).subspan(begin, tensor.size()));
            begin += tensor.size();
        });
    }
}

/// A tensor that is wanted of a file, and where its values go.
struct Wanted : TensorView {
    std::span<std::byte> target;
};

/// Adds tensors to a list of those to store, or of those to load.
inline auto into(std::vector<TensorView>& list) {
    return [&](const std::string& name, const std::vector<std::size_t>& shape, const auto& values) {
        list.push_back(safetensors::view(name, shape, values));
    };
}
inline auto into(std::vector<Wanted>& list) {
    return [&](const std::string& name, const std::vector<std::size_t>& shape, const auto& values) {
        list.push_back({safetensors::view(name, shape, values), std::as_writable_bytes(values)});
    };
}

/// What differs between the tensors that are wanted and those of a file, as one sentence.
INLAY_COLD inline Text differences(std::span<const Wanted> wanted, const Contents& file) {
    Text list;
    const auto clause = [&]() -> Text& { return list << (list.view().empty() ? "" : "; "); };
    for (const Wanted& tensor : wanted) {
        const TensorView* const found = file.find(tensor.name);
        if (found == nullptr)
            clause() << tensor.name << " is not in the file";
        else if (found->shape != tensor.shape)
            clause() << tensor.name << " has the shape " << shape_text(found->shape)
                     << " in the file but " << shape_text(tensor.shape) << " in the model";
        else if (found->dtype != tensor.dtype)
            clause() << tensor.name << " is stored as " << found->dtype.name << " but "
                     << tensor.dtype.name << " is needed";
    }
    for (const TensorView& tensor : file.tensors) {
        bool known = tensor.name.starts_with("optimizer/");
        for (const Wanted& other : wanted) known = known || other.name == tensor.name;
        if (!known) clause() << "the model has no " << tensor.name;
    }
    return list;
}

/// Copies all wanted tensors of a file, once nothing stands against it.
INLAY_COLD inline Status copy_all(std::span<const Wanted> wanted, const Contents& file) {
    if (const Text list = differences(wanted, file); !list.view().empty())
        return Status(Sentence() << "the file holds another network: " << list.view());
    for (const Wanted& tensor : wanted)
        safetensors::copy_bytes(*file.find(tensor.name), tensor.target);
    return Status();
}

/// A number that a checkpoint's metadata holds.
INLAY_COLD inline bool number_of(const Contents& file, std::string_view key,
                                 std::uint64_t& number) {
    const std::string* const digits = file.find_fact(key);
    if (digits == nullptr || digits->empty() || digits->size() > 19) return false;
    number = 0;
    for (const char digit : *digits) {
        if (digit < '0' || digit > '9') return false;
        number = number * 10 + static_cast<std::uint64_t>(digit - '0');
    }
    return true;
}

/// Puts the name of the file before a failure's sentence.
[[noreturn]] INLAY_COLD inline void fail_for(const std::string& path, const Status& status) {
    fail(Text() << path << ": " << status.message());
}

/// How far the training of a checkpoint has come, in its metadata.
INLAY_COLD inline safetensors::Metadata checkpoint_facts(std::string_view optimizer,
                                                         std::uint64_t step, std::uint64_t epoch) {
    safetensors::Metadata facts(3);
    facts[0] = {"optimizer", Text() << optimizer};
    facts[1] = {"step", Text() << step};
    facts[2] = {"epoch", Text() << epoch};
    return facts;
}

/// The contents of a checkpoint; an Error where the file is none, or of another optimizer.
INLAY_COLD inline Contents read_checkpoint(const std::string& path, Bytes bytes,
                                           std::string_view optimizer, std::uint64_t& step,
                                           std::uint64_t& epoch) {
    Contents file = safetensors::parse(bytes);
    if (!file.status) fail_for(path, file.status);
    const std::string* const found = file.find_fact("optimizer");
    if (found == nullptr || *found != optimizer || !number_of(file, "step", step) ||
        !number_of(file, "epoch", epoch))
        fail(Text() << path << ": is no checkpoint of the optimizer " << optimizer);
    return file;
}

}  // namespace io

/// The bytes of a model's safetensors file.
template <class Spec, class In, class Scalar, class Policy>
std::vector<std::byte> serialize(const Model<Spec, In, Scalar, Policy>& model) {
    std::vector<io::TensorView> tensors;
    io::each_tensor(model, io::into(tensors));
    return io::safetensors::serialize(tensors);
}

/// Writes all weights of a model by their names; atomic: a crash leaves the old file or the new
/// one.
template <class Spec, class In, class Scalar, class Policy>
void save(const Model<Spec, In, Scalar, Policy>& model, const std::string& path) {
    io::write_file_atomically(path, serialize(model));
}

/// Takes all weights from the bytes of a file; a failure says what differs, and nothing has
/// changed.
template <class Spec, class In, class Scalar, class Policy>
Status try_load(Model<Spec, In, Scalar, Policy>& model, std::span<const std::byte> bytes) {
    const io::Contents file = io::safetensors::parse(bytes);
    if (!file.status) return file.status;
    std::vector<io::Wanted> wanted;
    io::each_tensor(model, io::into(wanted));
    return io::copy_all(wanted, file);
}

/// The same for any contiguous bytes.
template <class Spec, class In, class Scalar, class Policy, class Bytes>
    requires(sizeof(*std::data(std::declval<const Bytes&>())) == 1)
Status try_load(Model<Spec, In, Scalar, Policy>& model, const Bytes& bytes) {
    return try_load(model, std::as_bytes(std::span(bytes)));
}

/// Takes all weights from a file; an Error says what is wrong, and the model is as it was.
template <class Spec, class In, class Scalar, class Policy>
void load(Model<Spec, In, Scalar, Policy>& model, const std::string& path) {
    if (const Status status = try_load(model, io::read_file(path)); !status)
        io::fail_for(path, status);
}

/// Writes a checkpoint: the weights, the optimizer's moments, and how far training has come.
template <class Model, class Optimizer, class Loss, class... Metrics>
void save(const Trainer<Model, Optimizer, Loss, Metrics...>& trainer, const std::string& path) {
    std::vector<io::TensorView> tensors;
    io::each_tensor(std::as_const(trainer.model()), io::into(tensors));
    io::each_moment(trainer, io::into(tensors));
    const auto [step, epoch] = trainer.progress();
    io::write_file_atomically(
        path,
        io::safetensors::serialize(tensors, io::checkpoint_facts(Optimizer::name, step, epoch)));
}

/// Continues from a checkpoint, bit for bit as if training had never stopped; an Error says what is
/// wrong, and nothing has changed.
template <class Model, class Optimizer, class Loss, class... Metrics>
void load(Trainer<Model, Optimizer, Loss, Metrics...>& trainer, const std::string& path) {
    const std::vector<std::byte> bytes = io::read_file(path);
    typename Trainer<Model, Optimizer, Loss, Metrics...>::State progress;
    const io::Contents file =
        io::read_checkpoint(path, bytes, Optimizer::name, progress.step, progress.epoch);
    std::vector<io::Wanted> wanted;
    io::each_tensor(trainer.model(), io::into(wanted));
    io::each_moment(trainer, io::into(wanted));
    if (const Status status = io::copy_all(wanted, file); !status) io::fail_for(path, status);
    trainer.set_progress(progress);
}

}  // namespace inlay::inline INLAY_ABI

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
using safetensors::Fact;
using safetensors::TensorView;

/// Tensors of a network that lie in its order: the weights and the state, or one moment of an
/// optimizer, which has no state. All of it is of plain types, and compiled once.
struct Block {
    naming::Tensors tensors;
    naming::Layers layers;
    safetensors::Dtype dtype;
    const std::byte* weights = nullptr;
    const std::byte* state = nullptr;
    Text prefix;
};
using Blocks = View<const Block>;

/// Goes through all tensors of some blocks, by Keras's names: conv2d/kernel,
/// batch_normalization/moving_mean, optimizer/m/conv2d/kernel ...
class Tour {
public:
    explicit Tour(Blocks blocks) : blocks_(blocks) {}

    /// Goes on to the next tensor; false behind the last.
    INLAY_COLD bool next() {
        for (; block_ < blocks_.size(); ++block_, tensor_ = 0) {
            const Block& block = blocks_[block_];
            while (tensor_ < block.tensors.size()) {
                const program::TensorInfo& tensor = block.tensors[tensor_++];
                const std::byte* const all = tensor.spec.trainable ? block.weights : block.state;
                if (all == nullptr) continue;
                const std::size_t each = block.dtype.bits / 8;
                const Shape& extents = tensor.spec.shape;
                name = Text() << block.prefix << naming::tensor_name(tensor, block.layers);
                shape = {extents.extents, static_cast<std::size_t>(extents.rank())};
                values = {all + tensor.offset * each, extents.size() * each};
                dtype = block.dtype;
                return true;
            }
        }
        return false;
    }

    Text name;
    View<const std::size_t> shape;
    Bytes values;
    safetensors::Dtype dtype;

private:
    Blocks blocks_;
    std::size_t block_ = 0, tensor_ = 0;
};

/// The weights and the state of a model.
template <class Model>
Block block_of(Model& model) {
    using Net = typename Model::Net;
    if (model.empty()) fail(Status(lifetime::moved_from("save")));
    return {.tensors = {Net::lowered.tensors, Net::lowered.tensor_count},
            .layers = {Net::lowered.layers, Net::lowered.layer_count},
            .dtype = safetensors::dtype_of<typename Model::scalar>(),
            .weights = reinterpret_cast<const std::byte*>(model.weights().data()),
            .state = reinterpret_cast<const std::byte*>(model.state().data()),
            .prefix = {}};
}

/// The moments of an optimizer behind the model's block, which `blocks` begin with.
template <class Trainer>
void add_moments(const Trainer& trainer, Block* blocks) {
    using Optimizer = std::remove_cvref_t<decltype(trainer.optimizer())>;
    for (int m = 0; m < Optimizer::moments; ++m) {
        blocks[m + 1] = blocks[0];
        blocks[m + 1].weights = reinterpret_cast<const std::byte*>(trainer.moment(m).data());
        blocks[m + 1].state = nullptr;
        blocks[m + 1].prefix = Text() << "optimizer/" << Optimizer::moment_names[m] << "/";
    }
}

/// The bytes of a file with all tensors of the blocks.
INLAY_COLD inline std::vector<std::byte> serialize(Blocks blocks, View<const Fact> facts) {
    safetensors::Writer writer;
    for (const Fact& fact : facts) writer.fact(fact.key, fact.value);
    writer.begin_tensors();
    for (Tour at(blocks); at.next();) writer.tensor(at.name, at.dtype, at.shape, at.values.size());
    writer.begin_values();
    for (Tour at(blocks); at.next();) writer.values(at.values, at.dtype);
    return writer.finish();
}

/// Whether two shapes are one.
INLAY_COLD inline bool same(View<const std::size_t> one, View<const std::size_t> other) {
    if (one.size() != other.size()) return false;
    for (std::size_t d = 0; d < one.size(); ++d)
        if (one[d] != other[d]) return false;
    return true;
}

/// What differs between the tensors that blocks want and those of a file, as one sentence.
INLAY_COLD inline Text differences(Blocks wanted, const Contents& file) {
    Text list;
    const auto clause = [&]() -> Text& { return list << (list.empty() ? "" : "; "); };
    Buffer<bool> known(file.tensors.size());
    for (Tour at(wanted); at.next();) {
        const TensorView* const found = file.find(at.name);
        if (found != nullptr) known[static_cast<std::size_t>(found - file.tensors.data())] = true;
        if (found == nullptr)
            clause() << at.name << " is not in the file";
        else if (!same(found->shape, at.shape))
            clause() << at.name << " has the shape " << shape_text(found->shape)
                     << " in the file but " << shape_text(at.shape) << " in the model";
        else if (found->dtype != at.dtype)
            clause() << at.name << " is stored as " << found->dtype.name << " but " << at.dtype.name
                     << " is needed";
    }
    for (std::size_t k = 0; k < known.size(); ++k)
        if (!known[k] && !file.tensors[k].name.starts_with("optimizer/"))
            clause() << "the model has no " << file.tensors[k].name;
    return list;
}

/// Copies all tensors that blocks want from a file, once nothing stands against it. The blocks are
/// those of a model that may be written to.
INLAY_COLD inline Status copy_all(Blocks wanted, const Contents& file) {
    if (const Text list = differences(wanted, file); !list.empty())
        return Status(Sentence() << "the file holds another network: " << list);
    for (Tour at(wanted); at.next();)
        safetensors::copy_bytes(*file.find(at.name),
                                {const_cast<std::byte*>(at.values.data()), at.values.size()});
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
    const io::Block block = io::block_of(model);
    return io::serialize({&block, 1}, {});
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
    if (model.empty()) return Status(lifetime::moved_from("load"));
    const io::Contents file = io::safetensors::parse(bytes);
    if (!file.status) return file.status;
    const io::Block block = io::block_of(model);
    return io::copy_all({&block, 1}, file);
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
    io::Block blocks[1 + Optimizer::moments]{io::block_of(std::as_const(trainer.model()))};
    io::add_moments(trainer, blocks);
    const auto [step, epoch] = trainer.progress();
    const auto facts = io::checkpoint_facts(Optimizer::name, step, epoch);
    io::write_file_atomically(path, io::serialize(blocks, facts));
}

/// Continues from a checkpoint, bit for bit as if training had never stopped; an Error says what is
/// wrong, and nothing has changed.
template <class Model, class Optimizer, class Loss, class... Metrics>
void load(Trainer<Model, Optimizer, Loss, Metrics...>& trainer, const std::string& path) {
    const std::vector<std::byte> bytes = io::read_file(path);
    typename Trainer<Model, Optimizer, Loss, Metrics...>::State progress;
    const io::Contents file =
        io::read_checkpoint(path, bytes, Optimizer::name, progress.step, progress.epoch);
    io::Block blocks[1 + Optimizer::moments]{io::block_of(trainer.model())};
    io::add_moments(trainer, blocks);
    const Status status = io::copy_all(blocks, file);
    if (!status) io::fail_for(path, status);
    trainer.set_progress(progress);
}

}  // namespace inlay::inline INLAY_ABI

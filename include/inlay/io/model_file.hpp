// SPDX-License-Identifier: MIT
#ifndef INLAY_IO_MODEL_FILE_HPP
#define INLAY_IO_MODEL_FILE_HPP
// Models and checkpoints as safetensors files: written as a whole, loaded as a whole or not at all.

#include <inlay/io/checkpoint.hpp>
#include <inlay/io/file.hpp>
#include <inlay/io/safetensors.hpp>
#include <inlay/model/trainer.hpp>

#include <cstddef>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI {

namespace io {

using safetensors::Contents;
using safetensors::Fact;
using safetensors::TensorView;

/// Tensors of a network that lie in its order: the weights and the state, or one moment of an
/// optimizer, which has no state and may have other shapes. All of it is of plain types, and
/// compiled once.
struct Block {
    layer_names::Tensors tensors;
    layer_names::Layers layers;
    safetensors::Dtype dtype;
    const std::byte* weights = nullptr;
    const std::byte* state = nullptr;
    Text prefix;
};
using Blocks = View<const Block>;

/// The weights and the state of a model; an Error names the place where it has none.
template <class Model>
Block block_of(const Model& model, std::string_view place) {
    using Net = typename Model::Net;
    if (model.empty()) fail(Status(lifetime::moved_from(place)));
    return {.tensors = layer_names::tensors_of<Net>(),
            .layers = layer_names::layers_of<Net>(),
            .dtype = safetensors::dtype_of<typename Model::scalar>(),
            .weights = reinterpret_cast<const std::byte*>(model.weights().data()),
            .state = reinterpret_cast<const std::byte*>(model.state().data()),
            .prefix = {}};
}

/// Puts the moments in use behind the model's block, which `blocks` begin with; gives all blocks.
template <class Trainer, class Optimizer>
Blocks add_moments(const Optimizer& optimizer, const Buffer<typename Trainer::Scalar>& moments,
                   Block* blocks) {
    using Pass = typename Trainer::Pass;
    const MomentSet set = updating::moments_of(optimizer);
    Block* last = blocks;
    const auto add = [&](std::string_view name, std::size_t begin) {
        *++last = blocks[0];
        last->weights = reinterpret_cast<const std::byte*>(moments.data() + begin);
        last->state = nullptr;
        last->prefix = Text() << "optimizer/" << name << "/";
    };
    if constexpr (Optimizer::moments > 0)
        for (int m = 0; m < set.own; ++m) {
            add(Optimizer::moment_names[m], Pass::moment_places.begin[m]);
            if constexpr (requires(const WeightFacts& tensor) {
                              Optimizer::moment_shape(m, tensor);
                          }) {
                const auto& shaped = Pass::moment_tensors[static_cast<std::size_t>(m)];
                last->tensors = {shaped.data(), shaped.size()};
            }
        }
    if (set.accumulators) add("gradient_accumulator", Pass::moment_places.accumulators(set));
    if (set.averages) add("average", Pass::moment_places.averages(set));
    return {blocks, 1 + static_cast<std::size_t>(last - blocks)};
}

/// The bytes of a file with all tensors of the blocks.
INLAY_COLD std::vector<std::byte> serialize(Blocks blocks, View<const Fact> facts);

/// Whether a file has the tensors that blocks want, and of those of a model or of an optimizer no
/// others; one sentence tells what differs.
INLAY_COLD Status fits(Blocks wanted, const Contents& file, bool moments);

/// Copies all tensors that blocks want from a file that fits. The blocks are those of a model that
/// may be written to.
INLAY_COLD void copy_all(Blocks wanted, const Contents& file);

/// What may hold the bytes of a file: anything contiguous whose elements are bytes.
template <class Type>
concept ArrayOfBytes = requires(const Type& bytes) {
    std::data(bytes);
    std::size(bytes);
} && sizeof(*std::data(std::declval<const Type&>())) == 1;

template <class Type>
std::span<const std::byte> bytes_of(const Type& bytes) {
    return std::as_bytes(std::span(std::data(bytes), std::size(bytes)));
}

template <std::size_t Count>
std::span<const std::byte> bytes_of(const char (&literal)[Count]) {
    const std::size_t size = literal[Count - 1] == 0 ? Count - 1 : Count;
    return std::as_bytes(std::span(literal, size));
}

/// Puts the name of the file before a failure's sentence.
[[noreturn]] INLAY_COLD void fail_for(const std::string& path, const Status& status);

#if INLAY_BODIES

/// Steps through all tensors of some blocks, by Keras's names: conv2d/kernel,
/// batch_normalization/moving_mean, optimizer/m/conv2d/kernel ...
class TensorCursor {
public:
    explicit TensorCursor(Blocks blocks) : blocks_(blocks) {}

    /// Goes on to the next tensor; false behind the last.
    INLAY_COLD bool next() {
        for (; block_ < blocks_.size(); ++block_, tensor_ = 0) {
            const Block& block = blocks_[block_];
            while (tensor_ < block.tensors.size()) {
                const program::TensorInfo& tensor = block.tensors[tensor_++];
                const std::byte* const all = tensor.spec.trainable ? block.weights : block.state;
                const Shape& extents = tensor.spec.shape;
                if (all == nullptr || extents.size() == 0) continue;
                const std::size_t each = block.dtype.bits / 8;
                name = Text() << block.prefix << layer_names::tensor_name(tensor, block.layers);
                shape = {extents.extents, static_cast<std::size_t>(extents.rank())};
                values = {all + tensor.offset * each, extents.size() * each};
                dtype = block.dtype;
                return true;
            }
        }
        return false;
    }

    /// Copies the values of a tensor of a file to here; the blocks may be written to.
    INLAY_COLD void take(const TensorView& from) const {
        safetensors::copy_bytes(from, {const_cast<std::byte*>(values.data()), values.size()});
    }

    Text name;
    View<const std::size_t> shape;
    Bytes values;
    safetensors::Dtype dtype;

private:
    Blocks blocks_;
    std::size_t block_ = 0, tensor_ = 0;
};

/// Whether two shapes are one.
INLAY_COLD inline bool same(View<const std::size_t> one, View<const std::size_t> other) {
    if (one.size() != other.size()) return false;
    for (std::size_t d = 0; d < one.size(); ++d)
        if (one[d] != other[d]) return false;
    return true;
}

INLAY_BODY Status fits(Blocks wanted, const Contents& file, bool moments) {
    const std::string_view owner = moments ? "optimizer" : "model";
    Text list;
    const auto clause = [&]() -> Text& { return list << (list.empty() ? "" : "; "); };
    Buffer<bool> known(file.tensors.size());
    for (TensorCursor at(wanted); at.next();) {
        const TensorView* const found = file.find(at.name);
        if (found != nullptr) known[static_cast<std::size_t>(found - file.tensors.data())] = true;
        if (found == nullptr)
            clause() << at.name << " is not in the file";
        else if (!same(found->shape, at.shape))
            clause() << at.name << " has the shape " << shape_text(found->shape)
                     << " in the file but " << shape_text(at.shape) << " in the " << owner;
        else if (found->dtype != at.dtype)
            clause() << at.name << " is stored as " << found->dtype.name << " but " << at.dtype.name
                     << " is needed";
    }
    for (std::size_t k = 0; k < known.size(); ++k)
        if (!known[k] && file.tensors[k].name.starts_with("optimizer/") == moments)
            clause() << "the " << owner << " has no " << file.tensors[k].name;
    if (list.empty()) return Status();
    return Status(Sentence() << "the file holds "
                             << (moments ? "other moments: " : "another network: ") << list);
}

INLAY_BODY void copy_all(Blocks wanted, const Contents& file) {
    for (TensorCursor at(wanted); at.next();) at.take(*file.find(at.name));
}

INLAY_BODY void fail_for(const std::string& path, const Status& status) {
    fail(Text() << path << ": " << status.message());
}

INLAY_BODY std::vector<std::byte> serialize(Blocks blocks, View<const Fact> facts) {
    safetensors::Writer writer;
    for (const Fact& fact : facts) writer.fact(fact.key, fact.value);
    writer.begin_tensors();
    for (TensorCursor at(blocks); at.next();)
        writer.tensor(at.name, at.dtype, at.shape, at.values.size());
    writer.begin_values();
    for (TensorCursor at(blocks); at.next();) writer.values(at.values, at.dtype);
    return writer.finish();
}

#endif

}  // namespace io

/// The bytes of a model's safetensors file.
template <class Spec, class In, class Scalar, class Policy>
std::vector<std::byte> serialize(const Model<Spec, In, Scalar, Policy>& model) {
    const io::Block block = io::block_of(model, "serialize");
    return io::serialize({&block, 1}, {});
}

/// Writes all weights of a model by their names; atomic: a crash leaves the old file or the new
/// one.
template <class Spec, class In, class Scalar, class Policy>
void save(const Model<Spec, In, Scalar, Policy>& model, const std::string& path) {
    const io::Block block = io::block_of(model, "save");
    io::write_file_atomically(path, io::serialize({&block, 1}, {}));
}

/// Takes all weights from the bytes of a file, in any contiguous array of elements of one byte; a
/// failure says what differs, and nothing has changed. The zero behind a string literal is no part
/// of the file.
template <class Spec, class In, class Scalar, class Policy, class Bytes>
    requires io::ArrayOfBytes<Bytes>
Status try_load(Model<Spec, In, Scalar, Policy>& model, const Bytes& bytes) {
    if (model.empty()) return Status(lifetime::moved_from("load"));
    const io::Contents file = io::safetensors::parse(io::bytes_of(bytes));
    if (!file.status) return file.status;
    model.announce_change();
    const io::Block block = io::block_of(model, "load");
    if (const Status status = io::fits({&block, 1}, file, false); !status) return status;
    io::copy_all({&block, 1}, file);
    return Status();
}

/// Takes all weights from a file; an Error says what is wrong, and the model is as it was.
template <class Spec, class In, class Scalar, class Policy>
void load(Model<Spec, In, Scalar, Policy>& model, const std::string& path) {
    if (const Status status = try_load(model, io::read_file(path)); !status)
        io::fail_for(path, status);
}

/// Writes a checkpoint: the weights, the optimizer with its fields and moments, the seeds, and how
/// far training has come.
template <class Model, class Optimizer, class Loss, class... Metrics>
void save(const Trainer<Model, Optimizer, Loss, Metrics...>& trainer, const std::string& path) {
    io::Block blocks[3 + Optimizer::moments]{io::block_of(trainer.model(), "save")};
    const auto moments = trainer.moments_for(trainer.optimizer());
    using Trained = Trainer<Model, Optimizer, Loss, Metrics...>;
    const auto all = io::add_moments<Trained>(trainer.optimizer(), moments, blocks);
    const auto [step, epoch, seed] = trainer.progress();
    const auto facts =
        io::checkpoint_facts(trainer.optimizer(), {step, epoch, seed, trainer.model().seed()});
    io::write_file_atomically(path, io::serialize(all, facts));
}

/// Continues from the bytes of a checkpoint, bit for bit as if training had never stopped; a
/// failure says what is wrong, and nothing has changed.
template <class Model, class Optimizer, class Loss, class... Metrics, class Bytes>
    requires io::ArrayOfBytes<Bytes>
Status try_load(Trainer<Model, Optimizer, Loss, Metrics...>& trainer, const Bytes& bytes) {
    const io::Contents file = io::safetensors::parse(io::bytes_of(bytes));
    if (!file.status) return file.status;
    Optimizer optimizer = trainer.optimizer();
    io::Progress progress;
    if (const Status status = io::read_checkpoint(file, optimizer, progress); !status)
        return status;
    trainer.model().announce_change();
    io::Block blocks[3 + Optimizer::moments]{io::block_of(trainer.model(), "load")};
    using Trained = Trainer<Model, Optimizer, Loss, Metrics...>;
    Buffer<typename Model::scalar> moments = trainer.moments_for(optimizer);
    const auto all = io::add_moments<Trained>(optimizer, moments, blocks);
    if (const Status status = io::fits({blocks, 1}, file, false); !status) return status;
    if (const Status status = io::fits({blocks + 1, all.size() - 1}, file, true); !status)
        return status;
    io::copy_all(all, file);
    trainer.optimizer() = optimizer;
    trainer.set_moments(std::move(moments));
    trainer.model().set_seed(progress.model_seed);
    trainer.set_progress({progress.step, progress.epoch, progress.seed});
    return Status();
}

/// The same from a file; an Error says what is wrong.
template <class Model, class Optimizer, class Loss, class... Metrics>
void load(Trainer<Model, Optimizer, Loss, Metrics...>& trainer, const std::string& path) {
    if (const Status status = try_load(trainer, io::read_file(path)); !status)
        io::fail_for(path, status);
}

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::load;
using INLAY_ABI::save;
using INLAY_ABI::serialize;
using INLAY_ABI::try_load;
}  // namespace inlay

#endif  // INLAY_IO_MODEL_FILE_HPP

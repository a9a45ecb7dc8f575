// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_MODEL_HPP
#define INLAY_MODEL_MODEL_HPP
// A network with storage of its own: what a desktop program uses.

#include <inlay/host/atomic.hpp>
#include <inlay/host/buffer.hpp>
#include <inlay/host/holder.hpp>
#include <inlay/host/screen.hpp>
#include <inlay/kernel/slices.hpp>
#include <inlay/model/due.hpp>
#include <inlay/model/examples.hpp>
#include <inlay/model/groups.hpp>
#include <inlay/model/layer_names.hpp>
#include <inlay/model/link.hpp>
#include <inlay/model/options.hpp>
#include <inlay/model/parts.hpp>
#include <inlay/model/summary.hpp>
#include <inlay/network/network.hpp>
#include <inlay/random/initializers.hpp>
#include <inlay/train/compile.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI {

template <class Model, class Optimizer, class Loss, class... Metrics>
class Trainer;

/// A network bound to its input, with weights, state and a workspace on the heap. A value: it can
/// be copied, moved and returned. Its trainers follow it when it moves, and no copy has any. A
/// model that was moved from is empty: it has no weights and refuses to do anything, until a model
/// is assigned to it. Policy is Fast<>, Direct or Fast<Tile>: the algorithm of the layers that do
/// not say.
template <class Spec, class In, class Scalar = float, class Policy = Fast<>>
class Model {
public:
    using Net = Network<Spec, In, Scalar, Policy>;
    using scalar = Scalar;
    using Groups = lifetime::Groups<Net>;

    static constexpr Shape input_shape = Net::input_shape;
    static constexpr Shape output_shape = Net::output_shape;
    static constexpr std::size_t parameter_count = Net::parameter_count;
    static constexpr std::size_t trainable_count = Net::trainable_count;
    static constexpr std::size_t state_count = Net::state_count;
    static constexpr std::uint64_t multiply_adds = Net::multiply_adds;
    static constexpr std::size_t inference_bytes = Net::inference_bytes;

    /// The initial weights are a function of the seed alone, bit for bit on every machine.
    explicit Model(std::uint64_t seed = 0) : Model(Empty{}) {
        make_room();
        seed_ = seed;
        Net::initialize(seed, weights_.span(), state_.span());
    }

    Model(const Model& other) : Model(Empty{}) { copy(other); }

    /// Weights and trainers change hands: nothing is copied, and spans of the weights stay valid.
    Model(Model&& other) noexcept : Model(Empty{}) { take(other); }

    /// Copies the weights and the seed into this model, whose trainers go on with them.
    Model& operator=(const Model& other) {
        if (this != &other) copy(other);
        return *this;
    }

    /// Likewise, without copying. Trainers of the other model come along, and those of this one
    /// have no model any more; where the other has none, those of this one go on.
    Model& operator=(Model&& other) noexcept {
        if (this == &other) return *this;
        Holder own = std::move(link_);
        leave();
        take(other);
        if (!has_trainer())
            link_ = std::move(own);
        else if (own)
            own.template as<lifetime::Link>().model = nullptr;
        return *this;
    }

    ~Model() { leave(); }

    /// Whether the model was moved from, and nothing has been assigned to it since.
    bool empty() const { return !whole_; }

    /// The seed the initial weights were drawn from.
    std::uint64_t seed() const { return seed_; }

    /// What a checkpoint restores: the weights stay as they are.
    void set_seed(std::uint64_t seed) { seed_ = seed; }

    /// All trainable weights, one block: layers in order, kernel before bias. What is written here
    /// is seen by the next forward pass; ask again before writing more.
    std::span<Scalar> weights() {
        due_.hand_out();
        return weights_.span();
    }
    std::span<const Scalar> weights() const { return weights_.span(); }

    /// All other weights (moving means and variances), likewise.
    std::span<Scalar> state() {
        due_.hand_out();
        return state_.span();
    }
    std::span<const Scalar> state() const { return state_.span(); }

    /// One tensor by Keras's name for it, such as conv2d/kernel; an Error lists the names
    /// otherwise.
    std::span<Scalar> weights(std::string_view name) {
        require("weights");
        due_.hand_out();
        return storage(tensors[tensor_number(name)]);
    }
    std::span<const Scalar> weights(std::string_view name) const {
        require("weights");
        return const_cast<Model*>(this)->storage(tensors[tensor_number(name)]);
    }

    /// For writers of weights that keep no span: the next forward pass sees what changes now.
    void announce_change() { due_.set(); }

    /// The names of all tensors, in the order of the blocks, layer by layer.
    static std::vector<std::string> tensor_names() {
        return layer_names::tensor_names(tensors, layers);
    }

    /// The shape of one tensor, in Keras's layout.
    static Shape tensor_shape(std::string_view name) {
        return tensors[tensor_number(name)].spec.shape;
    }

    /// Whether a tensor belongs to weights() rather than to state().
    static bool is_trainable(std::string_view name) {
        return tensors[tensor_number(name)].spec.trainable;
    }

    /// weights() and then state(), copied.
    std::vector<Scalar> get_weights() const {
        require("get_weights");
        std::vector<Scalar> all(parameter_count);
        for (std::size_t k = 0; k < parameter_count; ++k)
            all[k] = k < trainable_count ? weights()[k] : state()[k - trainable_count];
        return all;
    }

    /// Takes what get_weights gave; an Error where the length differs, and nothing has changed.
    void set_weights(std::span<const Scalar> values) {
        require("set_weights");
        if (values.size() != parameter_count)
            fail(Text() << "set_weights was given " << values.size()
                        << " numbers but the model has " << parameter_count);
        announce_change();
        for (std::size_t k = 0; k < parameter_count; ++k)
            (k < trainable_count ? weights_[k] : state_[k - trainable_count]) = values[k];
    }

    /// One example in, one out, in the model's own workspace; no heap. The output may overlap the
    /// input. An empty model makes NaN.
    void forward(std::span<const Scalar, Net::input_shape.size()> in,
                 std::span<Scalar, Net::output_shape.size()> out) noexcept {
        forward(in, out, workspace_.span());
    }

    /// The same in a workspace of the caller's of at least workspace_count() numbers: several
    /// threads may do this with one model, each with a workspace of its own.
    void forward(std::span<const Scalar, Net::input_shape.size()> in,
                 std::span<Scalar, Net::output_shape.size()> out,
                 std::span<Scalar> workspace) const noexcept {
        if (empty()) {
            for (Scalar& y : out) y = static_cast<Scalar>(__builtin_nan(""));
            return;
        }
        prepare();
        if (Net::in_place || !Net::overlap(in.data(), out.data(), 1))
            return Net::forward(parameters(), in.data(), out.data(), workspace.data());
        Scalar* const apart = workspace.data() + Net::workspace_count();
        Net::forward(parameters(), in.data(), apart, workspace.data());
        for (std::size_t k = 0; k < output_shape.size(); ++k) out[k] = apart[k];
    }

    /// The same on ranges whose lengths are looked at when the program runs.
    template <class From, class To>
        requires(std::convertible_to<From&, std::span<const Scalar>> &&
                 std::convertible_to<To&, std::span<Scalar>> &&
                 !(std::convertible_to<From&, std::span<const Scalar, Net::input_shape.size()>> &&
                   std::convertible_to<To&, std::span<Scalar, Net::output_shape.size()>>))
    Status forward(const From& from, To&& to) noexcept {
        if (empty()) return Status(lifetime::moved_from("forward"));
        const std::span<const Scalar> in = from;
        const std::span<Scalar> out = to;
        if (in.size() != input_shape.size() || out.size() != output_shape.size()) {
            Sentence says;
            says << "forward was given " << in.size() << " numbers and room for " << out.size();
            says << " but the network takes " << input_shape.size() << " and makes "
                 << output_shape.size();
            return Status(says);
        }
        forward(in.template first<Net::input_shape.size()>(),
                out.template first<Net::output_shape.size()>());
        return Status();
    }

    /// Numbers a workspace for forward holds: the network's, and an output where that cannot be
    /// written over the input.
    static constexpr std::size_t workspace_count() {
        return Net::workspace_count() + (Net::in_place ? 0 : output_shape.size());
    }

    /// The outputs for all inputs, in their order, on all threads: (n, ...) -> (n, output...).
    Tensor<Scalar> predict(const ArrayView& images, PredictOptions options = {}) const {
        require("predict");
        const std::size_t batch = at_least("predict: batch_size", options.batch_size, 1);
        const Examples inputs(images, input_shape);
        Tensor<Scalar> outputs(example_data::batch_shape(inputs.count(), output_shape));
        const auto copy = [&](std::size_t first, std::size_t count, const Scalar*, const Scalar* y,
                              const Scalar*) {
            Scalar* const to = outputs.data() + first * output_shape.size();
            for (std::size_t k = 0; k < count * output_shape.size(); ++k) to[k] = y[k];
        };
        const auto part = [&](std::size_t first, std::size_t count) {
            run_all(inputs.part(first, count), batch,
                    [&](std::size_t n, std::size_t some, const Scalar* x, const Scalar* y,
                        const Scalar* workspace) { copy(first + n, some, x, y, workspace); });
        };
        in_parts({.count = inputs.count(), .unit = Groups::size, .batch = batch}, options.verbose,
                 {}, part);
        return outputs;
    }

    /// Keras's table of layers, shapes and counts, then multiply-adds and bytes; those of training
    /// once there is a trainer. As wide as Keras's table or the terminal, unless line_length says.
    INLAY_COLD std::string summary(SummaryOptions options = {}) const {
        require("summary");
        SummaryRow rows[Net::lowered.layer_count + 1];
        SummaryTable table = layer_names::table_of(layers, Net::lowered.sources, input_shape, rows);
        table.trainable = trainable_count;
        table.non_trainable = state_count;
        table.bytes_per_number = sizeof(Scalar);
        table.multiply_adds = multiply_adds;
        table.inference_bytes = inference_bytes;
        if (has_trainer()) {
            const lifetime::Link& told = link_.template as<lifetime::Link>();
            table.optimizer = told.optimizer_count;
            table.training_bytes = told.training_bytes;
            table.batch_size = told.batch_size;
        }
        const std::size_t length = at_least("line_length", options.line_length, 0);
        return summary_text(
            table, length != 0 ? length : summary_width(table.branches, host::screen_columns()));
    }

    /// Makes a trainer of this model, wherever the model moves.
    template <class Optimizer, class Loss, class... Metrics>
    auto compile(Optimizer optimizer, Loss loss, Metrics... metrics) & {
        if constexpr (compiling::Subject<Scalar, Optimizer, Loss, Metrics...>::mistake.empty())
            return Trainer<Model, Optimizer, Loss, Metrics...>(*this, optimizer, loss, metrics...);
        else
            static_assert(compiling::accepted<Scalar, Optimizer, Loss, Metrics...>(),
                          "inlay: no training");
    }
    template <class Optimizer, class Loss, class... Metrics>
    void compile(Optimizer, Loss, Metrics...) && = delete;

private:
    template <class, class, class, class...>
    friend class Trainer;

    static constexpr layer_names::Tensors tensors{Net::lowered.tensors, Net::lowered.tensor_count};
    static constexpr layer_names::Layers layers{Net::lowered.layers, Net::lowered.layer_count};

    struct Empty {};
    explicit Model(Empty) noexcept {}

    bool has_trainer() const { return link_.has_others(); }

    const Holder& link() {
        require("compile");
        if (!link_) link_ = Holder::make<lifetime::Link>(this);
        return link_;
    }

    /// Every member that needs weights begins with this.
    void require(std::string_view place) const {
        if (!whole_) fail(Status(lifetime::moved_from(place)));
    }

    /// Storage for a model that is empty.
    void make_room() {
        Buffer<Scalar> weights(Net::trainable_count), state(Net::state_count);
        Buffer<Scalar> derived(Net::derived_count), workspace(workspace_count());
        std::swap(weights_, weights);
        std::swap(state_, state);
        std::swap(derived_, derived);
        std::swap(workspace_, workspace);
        whole_ = true;
        if (debugging::handler == nullptr) debugging::handler = debugging::write_and_abort;
    }

    /// Becomes a copy of another model, in its own storage where it has some.
    void copy(const Model& other) {
        if (other.empty()) {
            clear();
            return;
        }
        if (empty()) make_room();
        seed_ = other.seed_;
        for (std::size_t k = 0; k < trainable_count; ++k) weights_[k] = other.weights_[k];
        for (std::size_t k = 0; k < state_count; ++k) state_[k] = other.state_[k];
        due_.set();
    }

    /// Becomes another model, with its storage, its trainers and its threads; empty before.
    void take(Model& other) noexcept {
        seed_ = other.seed_;
        weights_ = std::move(other.weights_);
        state_ = std::move(other.state_);
        derived_ = std::move(other.derived_);
        workspace_ = std::move(other.workspace_);
        whole_ = std::exchange(other.whole_, false);
        due_.take(other.due_);
        idle_.store(other.idle_.exchange(nullptr));
        link_ = std::move(other.link_);
        if (link_) link_.template as<lifetime::Link>().model = this;
    }

    /// Gives up weights, memory and threads, but no trainer.
    void clear() noexcept {
        weights_ = state_ = derived_ = workspace_ = Buffer<Scalar>();
        whole_ = false;
        delete idle_.exchange(nullptr);
    }

    /// Gives up trainers and threads.
    void leave() noexcept {
        delete idle_.exchange(nullptr);
        if (link_) link_.template as<lifetime::Link>().model = nullptr;
        link_ = Holder();
    }

    std::span<Scalar> storage(const program::TensorInfo& tensor) {
        const std::span<Scalar> block = tensor.spec.trainable ? weights_.span() : state_.span();
        return {block.data() + tensor.offset, tensor.spec.shape.size()};
    }

    static std::size_t tensor_number(std::string_view name) {
        return layer_names::tensor_number(tensors, layers, name);
    }

    Parameters<Scalar> parameters() const {
        return {weights_.data(), state_.data(), derived_.data()};
    }

    /// Brings the derived weights up to date.
    void prepare() const noexcept {
        if constexpr (Net::derived_count != 0)
            due_.settle(
                [&]() -> std::uint64_t {
                    return debugging::fingerprint(
                        state_.data(), state_count,
                        debugging::fingerprint(weights_.data(), trainable_count));
                },
                [&] { Net::prepare(weights_.span(), state_.span(), derived_.span()); });
    }

    /// Runs all inputs in batches: use(first, count, x, y, workspace).
    template <class Use>
    void run_all(const Examples& inputs, std::size_t batch, const Use& use) const {
        prepare();
        Groups::run(idle_, parameters(), inputs, batch, use);
    }

    std::uint64_t seed_ = 0;
    bool whole_ = false;
    Buffer<Scalar> weights_, state_;
    mutable Buffer<Scalar> derived_;
    Buffer<Scalar> workspace_;
    mutable lifetime::Due due_;
    mutable Atomic<host::Workers<Scalar>*> idle_ = nullptr;
    Holder link_;  // to its trainers
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Model;
}  // namespace inlay

#endif  // INLAY_MODEL_MODEL_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_MODEL_HPP
#define INLAY_MODEL_MODEL_HPP
// A network with storage of its own: what a desktop program uses.

#include <inlay/host/holder.hpp>
#include <inlay/host/memory.hpp>
#include <inlay/host/runner.hpp>
#include <inlay/host/screen.hpp>
#include <inlay/model/adapting.hpp>
#include <inlay/model/arrays.hpp>
#include <inlay/model/examples.hpp>
#include <inlay/model/feed.hpp>
#include <inlay/model/groups.hpp>
#include <inlay/model/layer_names.hpp>
#include <inlay/model/link.hpp>
#include <inlay/model/loader.hpp>
#include <inlay/model/options.hpp>
#include <inlay/model/outputs.hpp>
#include <inlay/model/storage.hpp>
#include <inlay/model/streams.hpp>
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
#include <type_traits>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI {

template <class Model, class Optimizer, class Loss, class... Metrics>
class Trainer;

/// A network bound to its input, with weights, state and a workspace of its own. A value: it can
/// be copied, moved and returned. Its trainers follow it when it moves, and no copy has any. A
/// model that was moved from is empty: it has no weights and refuses to do anything, until a model
/// is assigned to it. Policy is Fast<>, Direct or Fast<Tile>: the algorithm of the layers that do
/// not say.
template <class Spec, class In, class Scalar = float, class Policy = Fast<>>
class Model : public Streams<Model<Spec, In, Scalar, Policy>>,
              public Adapts<Model<Spec, In, Scalar, Policy>> {
public:
    using Net = Network<Spec, In, Scalar, Policy>;
    using scalar = Scalar;
    using Groups = lifetime::Groups<Net>;
    using Storage = lifetime::Storage<Net>;

    static constexpr bool one_to_one = Net::input_count == 1 && Net::output_count == 1;

    /// The shapes of one example and of what the model makes of it: of all inputs and outputs, and
    /// of the first.
    static constexpr auto input_shapes = Net::input_shapes;
    static constexpr auto output_shapes = Net::output_shapes;
    static constexpr Shape input_shape = Net::input_shape;
    static constexpr Shape output_shape = Net::output_shape;
    static constexpr std::size_t parameter_count = Net::parameter_count;
    static constexpr std::size_t trainable_count = Net::trainable_count;
    static constexpr std::size_t state_count = Net::state_count;
    static constexpr std::uint64_t multiply_adds = Net::multiply_adds;
    static constexpr std::size_t inference_bytes = Net::inference_bytes;

    /// The initial weights are a function of the seed alone, bit for bit on every machine.
    explicit Model(std::uint64_t seed = 0) : Model(seed, host::Memory()) {}

    /// The same in memory of the program's: all blocks of weights, activations, gradients and
    /// moments, also of its copies and trainers, come from an allocator with the members of a
    /// std::pmr::memory_resource, which must outlive them.
    template <host::Allocator Allocator>
    Model(std::uint64_t seed, Allocator& allocator) : Model(seed, host::Memory(allocator)) {}

    /// A copy is run by the same job system and lies in the same memory.
    Model(const Model& other) : seed_(other.seed_), storage_(Storage::beside(other.storage_)) {
        storage_.copy(other.storage_);
    }

    /// Weights and trainers change hands: nothing is copied, and spans of the weights stay valid.
    Model(Model&& other) noexcept { take(other); }

    /// Copies the weights and the seed into this model, whose trainers go on with them.
    Model& operator=(const Model& other) {
        if (this == &other) return *this;
        storage_.copy(other.storage_);
        if (!other.empty()) seed_ = other.seed_;
        return *this;
    }

    /// Likewise, without copying. Trainers of the other model come along, and those of this one
    /// have no model any more; where the other has none, those of this one go on.
    Model& operator=(Model&& other) noexcept {
        if (this == &other) return *this;
        Holder own = std::exchange(link_, Holder());
        take(other);
        if (!has_trainer()) std::swap(link_, own);
        point(link_, this);
        if (own) point(own, nullptr);
        return *this;
    }

    ~Model() { point(link_, nullptr); }

    /// From now on a job system of the program's runs training and batched inference, and no thread
    /// is started: jobs.parallel(count, task) calls task(k) once for every k below count, on
    /// whatever threads, and returns when all have ended. jobs.workers(), if there is one, says how
    /// many run at a time (else threads() does). It must outlive its use; results do not depend on
    /// it.
    template <host::JobSystem Jobs>
    void run_on(Jobs& jobs) {
        storage_.run_on(host::Jobs(jobs));
    }

    /// From now on threads of the library's own do.
    void run_on() { storage_.run_on(host::Jobs()); }

    /// Whether the model was moved from, and nothing has been assigned to it since.
    bool empty() const { return storage_.empty(); }

    /// The seed the initial weights were drawn from.
    std::uint64_t seed() const { return seed_; }

    /// What a checkpoint restores: the weights stay as they are.
    void set_seed(std::uint64_t seed) { seed_ = seed; }

    /// All trainable weights, one block: layers in order, kernel before bias. What is written here
    /// is seen by the next forward pass; ask again before writing more.
    std::span<Scalar> weights() {
        storage_.due().hand_out();
        return storage_.weights();
    }
    std::span<const Scalar> weights() const { return storage_.weights(); }

    /// All other weights (moving means and variances), likewise.
    std::span<Scalar> state() {
        storage_.due().hand_out();
        return storage_.state();
    }
    std::span<const Scalar> state() const { return storage_.state(); }

    /// One tensor by Keras's name for it, such as conv2d/kernel; an Error lists the names
    /// otherwise.
    std::span<Scalar> weights(std::string_view name) {
        require("weights");
        storage_.due().hand_out();
        return storage_.tensor(tensors[tensor_number(name)]);
    }
    std::span<const Scalar> weights(std::string_view name) const {
        require("weights");
        return const_cast<Storage&>(storage_).tensor(tensors[tensor_number(name)]);
    }

    /// For writers of weights that keep no span: the next forward pass sees what changes now.
    void announce_change() { storage_.due().set(); }

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
            (k < trainable_count ? storage_.weights()[k] : storage_.state()[k - trainable_count]) =
                values[k];
    }

    /// One example in, one out, in the model's own workspace; no heap. The output may overlap the
    /// input. An empty model makes NaN.
    void forward(std::span<const Scalar, Net::input_shape.size()> in,
                 std::span<Scalar, Net::output_shape.size()> out) noexcept
        requires one_to_one
    {
        forward(in, out, storage_.workspace());
    }

    /// The same in a workspace of the caller's of at least workspace_count() numbers: several
    /// threads may do this with one model, each with a workspace of its own.
    void forward(std::span<const Scalar, Net::input_shape.size()> in,
                 std::span<Scalar, Net::output_shape.size()> out,
                 std::span<Scalar> workspace) const noexcept
        requires one_to_one
    {
        storage_.forward({{in.data()}, {out.data()}}, workspace.data());
    }

    /// The same on ranges whose lengths are looked at when the program runs.
    template <class From, class To>
        requires(one_to_one && std::convertible_to<From&, std::span<const Scalar>> &&
                 std::convertible_to<To&, std::span<Scalar>> &&
                 !(std::convertible_to<From&, std::span<const Scalar, Net::input_shape.size()>> &&
                   std::convertible_to<To&, std::span<Scalar, Net::output_shape.size()>>))
    Status forward(const From& from, To&& to) noexcept {
        return forward(std::forward_as_tuple(from), std::forward_as_tuple(to));
    }

    /// The same on integers, where Network::indices says so: what is none of them makes NaN.
    Status forward(std::span<const std::int32_t> from, std::span<Scalar> out) noexcept
        requires(one_to_one && Net::indices[0] != 0)
    {
        if (empty()) return Status(lifetime::moved_from("forward"));
        if (from.size() != input_shape.size() || out.size() != output_shape.size())
            return Status(lifetime::wrong_lengths<Net>(from.size(), out.size()));
        storage_.prepare();
        Net::forward(storage_.parameters(), from.data(), out.data(), storage_.workspace().data());
        return Status();
    }

    /// One example of several inputs in, all outputs out: a tuple of ranges for each, whose lengths
    /// are looked at when the program runs.
    template <class... From, class... To>
    Status forward(const std::tuple<From...>& from, const std::tuple<To...>& to) noexcept {
        static_assert(sizeof...(From) == Net::input_count && sizeof...(To) == Net::output_count,
                      "inlay: forward takes a tuple of one range for each input, and one for each "
                      "output");
        if (empty()) return Status(lifetime::moved_from("forward"));
        typename Net::Ends ends;
        std::size_t given[2]{}, i = 0, o = 0;
        bool fit = true;
        const auto look = [&](const auto& span, const Shape& shape, std::size_t& sum, auto& end) {
            end = span.data();
            sum += span.size();
            fit = fit && span.size() == shape.size();
        };
        std::apply(
            [&](auto&... in) {
                ((look(std::span<const Scalar>(in), input_shapes[i], given[0], ends.inputs[i]),
                  ++i),
                 ...);
            },
            from);
        std::apply(
            [&](auto&... out) {
                ((look(std::span<Scalar>(out), output_shapes[o], given[1], ends.outputs[o]), ++o),
                 ...);
            },
            to);
        if (!fit) return Status(lifetime::wrong_lengths<Net>(given[0], given[1]));
        storage_.forward(ends, storage_.workspace().data());
        return Status();
    }

    /// Numbers a workspace for forward holds: the network's, and an output where that cannot be
    /// written over the input.
    static constexpr std::size_t workspace_count() { return Storage::workspace_count(); }

    /// The outputs for all inputs, in their order, on all threads: (n, ...) -> (n, output...). Of a
    /// network of several inputs or outputs both are tuples of one array for each.
    auto predict(const Arrays<Net::input_count>& arrays, PredictOptions options = {}) const {
        at_least("predict: batch_size", options.batch_size, 1);
        require("predict");
        const Inputs inputs(arrays);
        Feed<Inputs> feed;
        feed.serve(inputs, {0, inputs.count()});
        return lifetime::outputs_of(storage_, feed, options);
    }

    /// The same for the batches of a loader (model/loader.hpp), of which only x is looked at.
    template <class Given>
        requires Loader<std::remove_cvref_t<Given>>
    auto predict(Given&& loader, PredictOptions options = {}) const {
        at_least("predict: batch_size", options.batch_size, 1);
        require("predict");
        Feed<Inputs> feed;
        feed.serve(loading::batches_of(loader), read_ahead(options),
                   [](const Supervised& arrays, const void*) { return Inputs(arrays.inputs); });
        return lifetime::outputs_of(storage_, feed, options);
    }

    /// Keras's table of layers, shapes and counts, then multiply-adds and bytes; those of training
    /// once there is a trainer. As wide as Keras's table or the terminal, unless line_length says.
    INLAY_COLD std::string summary(SummaryOptions options = {}) const {
        require("summary");
        SummaryRow rows[2 * Net::layers.size() + Net::entries.size()];
        SummaryTable table = layer_names::table_of(
            {layers, connections, entries, Net::output_count, Net::lowered.name},
            options.expand_nested, rows);
        table.trainable_column = options.show_trainable;
        table.trainable = trainable_count;
        table.non_trainable = state_count;
        table.bytes_per_number = sizeof(Scalar);
        table.multiply_adds = multiply_adds;
        table.inference_bytes = inference_bytes;
        if (has_trainer()) {
            const lifetime::TrainingFacts& told = link_.template as<lifetime::Link>().training;
            table.optimizer = told.optimizer_count;
            table.training_bytes = told.bytes;
            table.batch_size = told.batch_size;
        }
        const std::size_t length = at_least("line_length", options.line_length, 0);
        return summary_text(table, length != 0
                                       ? length
                                       : summary_width(table.branches, host::screen_columns(),
                                                       options.show_trainable));
    }

    /// Makes a trainer of this model, wherever the model moves.
    template <class Optimizer, class Loss, class... Metrics>
    auto compile(Optimizer optimizer, Loss loss, Metrics... metrics) & {
        if constexpr (compiling::Subject<Net, Optimizer, Loss, Metrics...>::mistake.empty())
            return Trainer<Model, Optimizer, Loss, Metrics...>(*this, optimizer, loss, metrics...);
        else
            static_assert(compiling::accepted<Net, Optimizer, Loss, Metrics...>(),
                          "inlay: no training");
    }
    template <class Optimizer, class Loss, class... Metrics>
    void compile(Optimizer, Loss, Metrics...) && = delete;

    /// The numbers, for trainers: what they write they announce.
    Storage& storage() { return storage_; }
    const Storage& storage() const { return storage_; }

    /// What trainers find the model by.
    const Holder& link() {
        require("compile");
        if (!link_) link_ = Holder::make<lifetime::Link>(this);
        return link_;
    }

private:
    static constexpr auto tensors = layer_names::tensors_of<Net>();
    static constexpr auto layers = layer_names::layers_of<Net>();
    static constexpr View<const program::Connection> connections{Net::connections.data(),
                                                                 Net::connections.size()};
    static constexpr View<const program::Entry> entries{Net::entries.data(), Net::entries.size()};

    Model(std::uint64_t seed, const host::Memory& memory) : seed_(seed), storage_(memory) {
        storage_.make_room();
        Net::initialize(seed, storage_.weights(), storage_.state());
    }

    bool has_trainer() const { return link_.has_others(); }

    using Inputs = typename Groups::Inputs;

    /// Every member that needs weights begins with this.
    void require(std::string_view place) const {
        if (empty()) fail(Status(lifetime::moved_from(place)));
    }

    /// Becomes another model, with its storage and its trainers.
    void take(Model& other) noexcept {
        seed_ = other.seed_;
        storage_.take(other.storage_);
        link_ = std::move(other.link_);
        point(link_, this);
    }

    /// Tells trainers where their model is.
    static void point(const Holder& link, Model* model) {
        if (link) link.template as<lifetime::Link>().model = model;
    }

    static std::size_t tensor_number(std::string_view name) {
        return layer_names::tensor_number(tensors, layers, name);
    }

    std::uint64_t seed_ = 0;
    Storage storage_;
    Holder link_;  // to its trainers
};

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::Model;
}  // namespace inlay

#endif  // INLAY_MODEL_MODEL_HPP

// SPDX-License-Identifier: MIT
#pragma once
// A network with storage of its own: what a desktop program uses.

#include <inlay/kernel/slices.hpp>
#include <inlay/model/atomic.hpp>
#include <inlay/model/buffer.hpp>
#include <inlay/model/examples.hpp>
#include <inlay/model/naming.hpp>
#include <inlay/model/options.hpp>
#include <inlay/model/shared.hpp>
#include <inlay/model/summary.hpp>
#include <inlay/model/threads.hpp>
#include <inlay/network/network.hpp>
#include <inlay/random/initializers.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inlay::inline INLAY_ABI {

template <class Model, class Optimizer, class Loss, class... Metrics>
class Trainer;

/// A network bound to its input, with weights, state and a workspace on the heap. A value: it can
/// be copied, moved and returned; a model that has a trainer is copied where it would be moved
/// from, so that the trainer keeps what it refers to. Policy is Fast<>, Direct or Fast<Tile>: the
/// algorithm of the layers that do not say.
template <class Spec, class In, class Scalar = float, class Policy = Fast<>>
class Model {
public:
    using Net = Network<Spec, In, Scalar, Policy>;
    using scalar = Scalar;

    static constexpr Shape input_shape = Net::input_shape;
    static constexpr Shape output_shape = Net::output_shape;
    static constexpr std::size_t parameter_count = Net::parameter_count;
    static constexpr std::size_t trainable_count = Net::trainable_count;
    static constexpr std::size_t state_count = Net::state_count;
    static constexpr std::uint64_t multiply_adds = Net::multiply_adds;
    static constexpr std::size_t inference_bytes = Net::inference_bytes;

    /// The initial weights are a function of the seed alone, bit for bit on every machine.
    explicit Model(std::uint64_t seed = 0)
        : seed_(seed),
          weights_(Net::trainable_count),
          state_(Net::state_count),
          derived_(Net::derived_count),
          workspace_(Net::workspace_count()) {
        Net::initialize(seed, weights_.span(), state_.span());
    }

    Model(const Model& other)
        : seed_(other.seed_),
          weights_(other.weights_),
          state_(other.state_),
          derived_(Net::derived_count),
          workspace_(Net::workspace_count()) {}

    Model(Model&& other) : Model(Husk{}) { *this = std::move(other); }

    Model& operator=(const Model& other) {
        if (this == &other) return *this;
        return *this = Model(other);
    }

    Model& operator=(Model&& other) {
        if (this == &other) return *this;
        if (other.has_trainer()) return *this = Model(std::as_const(other));
        take(other);
        due_.store(true);
        return *this;
    }

    ~Model() {
        delete idle_.exchange(nullptr);
        if (link_) link_.template as<Link>().model = nullptr;
    }

    /// The seed the initial weights were drawn from.
    std::uint64_t seed() const { return seed_; }

    /// What a checkpoint restores: the weights stay as they are.
    void set_seed(std::uint64_t seed) { seed_ = seed; }

    /// All trainable weights, one block: layers in order, kernel before bias. What is written here
    /// is seen by the next forward pass; ask again before writing more.
    std::span<Scalar> weights() {
        due_.store(true);
        return weights_.span();
    }
    std::span<const Scalar> weights() const { return weights_.span(); }

    /// All other weights (moving means and variances), likewise.
    std::span<Scalar> state() {
        due_.store(true);
        return state_.span();
    }
    std::span<const Scalar> state() const { return state_.span(); }

    /// One tensor by Keras's name for it, such as conv2d/kernel; an Error lists the names
    /// otherwise.
    std::span<Scalar> weights(std::string_view name) {
        due_.store(true);
        return storage(tensors[tensor_number(name)]);
    }
    std::span<const Scalar> weights(std::string_view name) const {
        return const_cast<Model*>(this)->storage(tensors[tensor_number(name)]);
    }

    /// The names of all tensors, in the order of the blocks, layer by layer.
    static std::vector<std::string> tensor_names() { return naming::tensor_names(tensors, layers); }

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
        std::vector<Scalar> all(parameter_count);
        for (std::size_t k = 0; k < parameter_count; ++k)
            all[k] = k < trainable_count ? weights()[k] : state()[k - trainable_count];
        return all;
    }

    /// Takes what get_weights gave; an Error where the length differs, and nothing has changed.
    void set_weights(std::span<const Scalar> values) {
        if (values.size() != parameter_count)
            fail(Text() << "set_weights was given " << values.size()
                        << " numbers but the model has " << parameter_count);
        const std::span<Scalar> trainable = weights(), others = state();
        for (std::size_t k = 0; k < parameter_count; ++k)
            (k < trainable_count ? trainable[k] : others[k - trainable_count]) = values[k];
    }

    /// One example in, one out, in the model's own workspace; no heap.
    void forward(std::span<const Scalar, Net::input_shape.size()> in,
                 std::span<Scalar, Net::output_shape.size()> out) noexcept {
        forward(in, out, workspace_.span());
    }

    /// The same in a workspace of the caller's of at least workspace_count() numbers: several
    /// threads may do this with one model, each with a workspace of its own.
    void forward(std::span<const Scalar, Net::input_shape.size()> in,
                 std::span<Scalar, Net::output_shape.size()> out,
                 std::span<Scalar> workspace) const noexcept {
        prepare();
        Net::forward(parameters(), in.data(), out.data(), workspace.data());
    }

    /// The same on ranges whose lengths are looked at when the program runs.
    template <class From, class To>
        requires(std::convertible_to<From&, std::span<const Scalar>> &&
                 std::convertible_to<To&, std::span<Scalar>> &&
                 !(std::convertible_to<From&, std::span<const Scalar, Net::input_shape.size()>> &&
                   std::convertible_to<To&, std::span<Scalar, Net::output_shape.size()>>))
    Status forward(const From& from, To&& to) noexcept {
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

    /// Numbers a workspace for forward holds.
    static constexpr std::size_t workspace_count() { return Net::workspace_count(); }

    /// The outputs for all inputs, in their order, on all threads: (n, ...) -> (n, output...).
    Tensor<Scalar> predict(const ArrayView& images, PredictOptions options = {}) const {
        at_least("predict: batch_size", options.batch_size, 1);
        const Inputs inputs(images, input_shape);
        Tensor<Scalar> outputs(example_data::batch_shape(inputs.count(), output_shape));
        const auto copy = [&](std::size_t first, std::size_t count, const Scalar*, const Scalar* y,
                              const Scalar*) {
            Scalar* const to = outputs.data() + first * output_shape.size();
            for (std::size_t k = 0; k < count * output_shape.size(); ++k) to[k] = y[k];
        };
        run_all(inputs, copy);
        return outputs;
    }

    /// Keras's table of layers, shapes and counts, then multiply-adds and bytes; those of training
    /// once there is a trainer.
    INLAY_COLD std::string summary() const {
        SummaryRow rows[Net::lowered.layer_count + 1];
        SummaryTable table = naming::table_of(layers, Net::lowered.sources, input_shape, rows);
        table.trainable = trainable_count;
        table.non_trainable = state_count;
        table.bytes_per_number = sizeof(Scalar);
        table.multiply_adds = multiply_adds;
        table.inference_bytes = inference_bytes;
        if (has_trainer()) {
            const Link& told = link_.template as<Link>();
            table.optimizer = told.optimizer_count;
            table.training_bytes = told.training_bytes;
            table.batch_size = told.batch_size;
        }
        return summary_text(table);
    }

    /// Makes a trainer, which keeps a reference to this model.
    template <class Optimizer, class Loss, class... Metrics>
    Trainer<Model, Optimizer, Loss, Metrics...> compile(Optimizer optimizer, Loss loss,
                                                        Metrics... metrics) & {
        return {*this, optimizer, loss, metrics...};
    }
    template <class Optimizer, class Loss, class... Metrics>
    void compile(Optimizer, Loss, Metrics...) && = delete;

private:
    template <class, class, class, class...>
    friend class Trainer;

    static constexpr naming::Tensors tensors{Net::lowered.tensors, Net::lowered.tensor_count};
    static constexpr naming::Layers layers{Net::lowered.layers, Net::lowered.layer_count};

    struct Husk {};
    explicit Model(Husk) {}

    /// What trainers hold on to: the model, as long as it lives. And what the last one told it.
    struct Link {
        Model* model;
        std::size_t optimizer_count = 0, training_bytes = 0, batch_size = 0;
    };

    bool has_trainer() const { return link_.has_others(); }

    const Shared& link() {
        if (!link_) link_ = Shared::make<Link>(this);
        return link_;
    }

    void take(Model& other) {
        seed_ = other.seed_;
        std::swap(weights_, other.weights_);
        std::swap(state_, other.state_);
        std::swap(derived_, other.derived_);
        std::swap(workspace_, other.workspace_);
    }

    std::span<Scalar> storage(const program::TensorInfo& tensor) {
        const std::span<Scalar> block = tensor.spec.trainable ? weights_.span() : state_.span();
        return {block.data() + tensor.offset, tensor.spec.shape.size()};
    }

    static std::size_t tensor_number(std::string_view name) {
        return naming::tensor_number(tensors, layers, name);
    }

    Parameters<Scalar> parameters() const {
        return {weights_.data(), state_.data(), derived_.data()};
    }

    /// Brings the derived weights up to date, once, whichever thread comes first.
    void prepare() const noexcept {
        if constexpr (Net::derived_count != 0) {
            if (!due_.load()) return;
            const threading::Guard guard(preparing_);
            if (!due_.load()) return;
            Net::prepare(weights_.span(), state_.span(), derived_.span());
            due_.store(false);
        }
    }

    /// Examples that run through the network together: as many as 1 MiB of activations hold, and no
    /// more than wide layers, which fetch many weights, gain from.
    static constexpr std::size_t together = [] {
        std::size_t most = 16;
        for (int s = 0; s < Net::lowered.step_count; ++s)
            if (Net::lowered.steps[s].shared) most = 64;
        const std::size_t fit = 1024 * 1024 / ((Net::plan.arena + 1) * sizeof(Scalar));
        return fit < 1 ? std::size_t{1} : fit > most ? most : fit;
    }();

    /// Runs all inputs, some at a time, on all threads: use(first, count, x, y, workspace). The
    /// groups are the same for any number of threads.
    template <class Use>
    void run_all(const Inputs& inputs, const Use& use) const {
        run_groups(inputs, &use,
                   [](const void* function, std::size_t first, std::size_t count, const Scalar* x,
                      const Scalar* y, const Scalar* workspace) {
                       (*static_cast<const Use*>(function))(first, count, x, y, workspace);
                   });
    }

    /// Threads and memory for a batch of examples. A model keeps one for the next call; calls of
    /// several threads at a time have one each.
    struct Crew {
        static constexpr std::size_t in = input_shape.size() * together;
        static constexpr std::size_t out = output_shape.size() * together;
        static constexpr std::size_t each = in + out + Net::workspace_count(together);

        explicit Crew(int count) : pool(count), memory(pool.workers() * each) {}

        ThreadPool pool;
        Buffer<Scalar> memory;
    };

    /// The crew that a model keeps, as long as a call needs it.
    class Hired {
    public:
        explicit Hired(Atomic<Crew*>& idle) : idle_(idle), crew_(idle.exchange(nullptr)) {
            const int count = threads();
            if (crew_ && crew_->pool.workers() == static_cast<std::size_t>(count)) return;
            delete std::exchange(crew_, nullptr);
            crew_ = new Crew(count);
        }
        Hired(const Hired&) = delete;
        Hired& operator=(const Hired&) = delete;
        ~Hired() { delete idle_.exchange(crew_); }

        Crew* operator->() { return crew_; }

    private:
        Atomic<Crew*>& idle_;
        Crew* crew_;
    };

    /// One function a model, whatever becomes of the outputs.
    INLAY_NOINLINE void run_groups(const Inputs& inputs, const void* function,
                                   void (*use)(const void* function, std::size_t first,
                                               std::size_t count, const Scalar* x, const Scalar* y,
                                               const Scalar* workspace)) const {
        prepare();
        const std::size_t groups = kernel::divided_up(inputs.count(), together);
        Hired crew(idle_);
        crew->pool.parallel(groups, [&](std::size_t group, std::size_t worker) {
            Scalar* const x = crew->memory.data() + worker * Crew::each;
            Scalar* const y = x + Crew::in;
            Scalar* const workspace = y + Crew::out;
            const std::size_t first = group * together;
            const std::size_t left = inputs.count() - first;
            const std::size_t count = left < together ? left : together;
            for (std::size_t n = 0; n < count; ++n)
                inputs.read(first + n, x + n * input_shape.size());
            Net::forward(parameters(), x, y, workspace, count);
            use(function, first, count, x, y, workspace);
        });
    }

    std::uint64_t seed_ = 0;
    Buffer<Scalar> weights_, state_;
    mutable Buffer<Scalar> derived_;
    Buffer<Scalar> workspace_;
    mutable Atomic<bool> due_ = true;
    mutable threading::Mutex preparing_;
    mutable Atomic<Crew*> idle_ = nullptr;
    Shared link_;  // of a Link
};

}  // namespace inlay::inline INLAY_ABI

// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_TRAINING_DATA_HPP
#define INLAY_MODEL_TRAINING_DATA_HPP
// What a network is trained on and measured by: its inputs, and what is wanted of each output.

#include <inlay/host/error.hpp>
#include <inlay/model/batches.hpp>
#include <inlay/model/class_weights.hpp>
#include <inlay/model/example_weights.hpp>
#include <inlay/model/examples.hpp>
#include <inlay/simd/loop.hpp>
#include <inlay/train/fields.hpp>
#include <inlay/train/several.hpp>
#include <inlay/train/source.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace inlay::INLAY_ABI {

/// Examples of a model with their targets, by how they are scored.
template <class Model, class Scoring>
struct TrainingData {
    using Scalar = typename Model::scalar;
    static constexpr std::size_t outputs = Model::Net::output_count;
    using AllTargets = Several<Targets<Scalar>, outputs>;

    /// What is wanted of an output.
    struct Wanted {
        Labels<Scalar> labels;
        ExampleWeights<Scalar> weights;   // told one by one
        ExampleWeights<Scalar> by_class;  // for training alone
    };

    typename Model::Groups::Inputs inputs;
    std::array<Wanted, outputs> wanted;

    std::size_t count() const { return inputs.count(); }

    /// By what arrays are read: where they are trained on the weights of classes, and the class
    /// that the loss of each output ignores.
    struct Reading {
        const ClassWeights* class_weight;
        std::array<OrNone<Whole>, outputs> ignored;
    };

    /// Looks at arrays, which must outlive what it gives, by a Reading. An Error says what does
    /// not fit.
    INLAY_COLD static TrainingData read(const Supervised& arrays, const void* reading) {
        const auto& how = *static_cast<const Reading*>(reading);
        const ClassWeights no_classes;
        const auto& by = how.class_weight ? *how.class_weight : no_classes;
        example_data::one_for_each(arrays.labels.size(), outputs, "output");
        example_data::check_weights(arrays.weights, by, outputs);
        TrainingData data{typename Model::Groups::Inputs(arrays.inputs), {}};
        simd::unroll<static_cast<int>(outputs)>([&](auto k) {
            using Part = typename Scoring::template Part<static_cast<std::size_t>(k)>;
            constexpr Shape out = Part::shape;
            const std::size_t count = data.count();
            Wanted& output = data.wanted[k];
            output.labels =
                Labels<Scalar>(arrays.labels[k], out, Part::sparse, count, how.ignored[k]);
            output.weights = ExampleWeights<Scalar>(example_data::weights_of(arrays.weights, k),
                                                    count, out, !Part::whole_examples);
            output.by_class = ExampleWeights<Scalar>(by, output.labels, out);
        });
        return data;
    }

    /// Room for the targets of a batch.
    struct Batch {
        std::array<Labels<Scalar>, outputs> labels;
        std::array<Buffer<Scalar>, outputs> weights;
    };

    /// The targets of some examples, in their order, written into a batch of one's own.
    AllTargets gather(View<const std::uint32_t> numbers, Batch& batch) const {
        AllTargets targets;
        for (std::size_t k = 0; k < outputs; ++k) {
            targets[k] = wanted[k].labels.gather(numbers, batch.labels[k]);
            wanted[k].weights.gather(numbers, batch.weights[k], targets[k]);
            wanted[k].by_class.gather(numbers, batch.weights[k], targets[k]);
        }
        return targets;
    }

    /// Where a step finds some of the examples, by their numbers; it looks at both.
    class Sources {
    public:
        Sources(const TrainingData& data, View<const std::uint32_t> numbers) {
            for (std::size_t k = 0; k < inputs_; ++k) {
                contexts_[k] = {&data.inputs.all[k], numbers};
                all_[k] = {&contexts_[k], load, Model::Net::element_of(k)};
            }
        }
        Sources(const Sources&) = delete;
        Sources& operator=(const Sources&) = delete;

        const auto& all() const { return all_; }

    private:
        static constexpr std::size_t inputs_ = Model::Net::input_count;

        struct Context {
            const Examples* examples = nullptr;
            View<const std::uint32_t> numbers{};
        };

        static void load(const void* from, std::size_t n, Scalar* to) {
            const auto& c = *static_cast<const Context*>(from);
            c.examples->read(c.numbers[n], to);
        }

        Context contexts_[inputs_];
        Several<Source<Scalar>, inputs_> all_;
    };

    /// The targets of all examples, outside of training.
    AllTargets all() const {
        AllTargets targets;
        for (std::size_t k = 0; k < outputs; ++k) {
            targets[k] = wanted[k].labels.all();
            wanted[k].weights.put(targets[k]);
        }
        return targets;
    }
};

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_TRAINING_DATA_HPP

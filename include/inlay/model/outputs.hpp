// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_OUTPUTS_HPP
#define INLAY_MODEL_OUTPUTS_HPP
// What a network makes of all examples that a feed serves.

#include <inlay/model/examples.hpp>
#include <inlay/model/feed.hpp>
#include <inlay/model/groups.hpp>
#include <inlay/model/options.hpp>
#include <inlay/model/storage.hpp>
#include <inlay/model/tensor.hpp>

#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI::lifetime {

/// The outputs in the order of the examples: a Tensor, or where there are several a tuple of them.
template <class Net>
INLAY_COLD auto outputs_of(const Storage<Net>& storage, Feed<typename Groups<Net>::Inputs>& feed,
                           const PredictOptions& options) {
    using Scalar = typename Net::scalar;
    using Inputs = typename Groups<Net>::Inputs;
    constexpr auto& shapes = Net::output_shapes;
    constexpr std::size_t count = Net::output_count;
    const auto batch = static_cast<std::size_t>(options.batch_size.value);
    const std::size_t units = feed.first(steps_of("steps", options.steps), batch);
    std::vector<Scalar> outputs[count];
    for (std::size_t k = 0; k < count && !feed.of_batches(); ++k)
        outputs[k].reserve(units * shapes[k].size());
    std::size_t examples = 0;
    const auto append = [&](const Inputs& inputs, Range range) {
        for (std::size_t k = 0; k < count; ++k)
            outputs[k].resize((examples + range.count) * shapes[k].size());
        storage.run_all(inputs.part(range.first, range.count), batch,
                        [&](std::size_t first, std::size_t some, const typename Net::Ends& ends,
                            const Scalar*) {
                            for (std::size_t k = 0; k < count; ++k) {
                                const std::size_t size = shapes[k].size();
                                Scalar* const to = outputs[k].data() + (examples + first) * size;
                                for (std::size_t i = 0; i < some * size; ++i)
                                    to[i] = ends.outputs[k][i];
                            }
                        });
        examples += range.count;
    };
    feed.run(units, batch, Groups<Net>::size, options.verbose, {}, append, [] {});
    const auto tensor = [&](std::size_t k) {
        return Tensor<Scalar>(example_data::batch_shape(examples, shapes[k]),
                              std::move(outputs[k]));
    };
    return [&]<std::size_t... K>(std::index_sequence<K...>) {
        if constexpr (count == 1)
            return tensor(0);
        else
            return std::tuple(tensor(K)...);
    }(std::make_index_sequence<count>());
}

}  // namespace inlay::INLAY_ABI::lifetime

#endif  // INLAY_MODEL_OUTPUTS_HPP

// SPDX-License-Identifier: MIT
#ifndef INLAY_IO_TRANSFER_HPP
#define INLAY_IO_TRANSFER_HPP
// Weights for networks that others' weights only fit in part: by name and shape.

#include <inlay/io/model_file.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI {

/// The tensors of a model that kept what they had, for want of others of their names and shapes.
class Kept {
public:
    explicit Kept(std::vector<std::string> names) : names_(std::move(names)) {}

    /// How many they are.
    std::size_t count() const { return names_.size(); }

    /// Keras's names of them, in the model's order.
    const std::vector<std::string>& names() const { return names_; }

private:
    std::vector<std::string> names_;
};

/// What load takes beside the file.
struct LoadOptions {
    bool partial = false;  ///< takes the tensors that are there under their names and shapes
};

namespace io {

/// A network's tensors, and the name of the model.
struct Catalog {
    layer_names::Tensors tensors;
    layer_names::Layers layers;
    std::string_view model;
};

template <class Model>
constexpr Catalog catalog_of() {
    using Net = typename Model::Net;
    return {layer_names::tensors_of<Net>(), layer_names::layers_of<Net>(), Net::lowered.name};
}

/// For each tensor of `to`, the number of that of `from` with its name and shape; -1 where there is
/// none, and its name among those of `kept`. Tensors of a named model are found as well where the
/// other has them as a nested model of that name.
INLAY_COLD std::vector<int> match(const Catalog& from, const Catalog& to,
                                  std::vector<std::string>& kept);

/// Copies the tensors that a file has, and names the others.
INLAY_COLD Kept copy_some(Blocks wanted, const Contents& file);

#if INLAY_BODIES

INLAY_BODY std::vector<int> match(const Catalog& from, const Catalog& to,
                                  std::vector<std::string>& kept) {
    const auto inside = [](const Catalog& catalog, const Text& name) {
        Text longer;
        if (!catalog.model.empty()) longer << catalog.model << "/" << name;
        return longer;
    };
    std::vector<int> found(to.tensors.size(), -1);
    for (std::size_t t = 0; t < to.tensors.size(); ++t) {
        const Text name = layer_names::tensor_name(to.tensors[t], to.layers);
        const Text nested = inside(to, name);
        for (std::size_t f = 0; f < from.tensors.size(); ++f) {
            if (from.tensors[f].spec.shape != to.tensors[t].spec.shape) continue;
            const Text other = layer_names::tensor_name(from.tensors[f], from.layers);
            if (other.view() == name.view() || other.view() == nested.view() ||
                inside(from, other).view() == name.view())
                found[t] = static_cast<int>(f);
        }
        if (found[t] < 0) kept.emplace_back(name.view());
    }
    return found;
}

INLAY_BODY Kept copy_some(Blocks wanted, const Contents& file) {
    std::vector<std::string> kept;
    for (TensorCursor at(wanted); at.next();) {
        const TensorView* const found = file.find(at.name);
        if (found != nullptr && same(found->shape, at.shape) && found->dtype == at.dtype)
            at.take(*found);
        else
            kept.emplace_back(at.name.view());
    }
    return Kept(std::move(kept));
}

#endif

}  // namespace io

/// Gives a model the tensors of another that have their names and shapes, trainable or not; the
/// tensors of `to` for which there are none keep what they had, and are returned by name.
template <class From, class To>
Kept copy_weights(const From& from, To& to) {
    if (from.empty() || to.empty()) fail(Status(lifetime::moved_from("copy_weights")));
    constexpr auto source = io::catalog_of<From>(), target = io::catalog_of<To>();
    std::vector<std::string> kept;
    const std::vector<int> found = io::match(source, target, kept);
    to.announce_change();
    for (std::size_t t = 0; t < found.size(); ++t) {
        if (found[t] < 0) continue;
        const auto& tensor = source.tensors[static_cast<std::size_t>(found[t])];
        const auto* const values =
            (tensor.spec.trainable ? from.weights() : from.state()).data() + tensor.offset;
        const auto mine = to.storage().tensor(target.tensors[t]);
        for (std::size_t k = 0; k < mine.size(); ++k)
            mine[k] = static_cast<typename To::scalar>(values[k]);
    }
    return Kept(std::move(kept));
}

/// Takes the weights of a file; with `partial` those alone whose names and shapes the model has,
/// and returns the names of its other tensors, which keep what they had. An Error says what is
/// wrong, and the model is as it was.
template <class Spec, class In, class Scalar, class Policy>
Kept load(Model<Spec, In, Scalar, Policy>& model, const std::string& path, LoadOptions options) {
    if (!options.partial) {
        load(model, path);
        return Kept({});
    }
    const io::Block block = io::block_of(model, "load");
    const auto bytes = io::read_file(path);
    const io::Contents file = io::safetensors::parse(io::bytes_of(bytes));
    if (!file.status) io::fail_for(path, file.status);
    model.announce_change();
    return io::copy_some({&block, 1}, file);
}

}  // namespace inlay::INLAY_ABI

namespace inlay {
using INLAY_ABI::copy_weights;
using INLAY_ABI::Kept;
using INLAY_ABI::LoadOptions;
}  // namespace inlay

#endif  // INLAY_IO_TRANSFER_HPP

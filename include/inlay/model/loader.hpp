// SPDX-License-Identifier: MIT
#ifndef INLAY_MODEL_LOADER_HPP
#define INLAY_MODEL_LOADER_HPP
// What a loader is: batches by number, made when they are asked for (Keras's PyDataset).

#include <inlay/host/holder.hpp>
#include <inlay/model/array.hpp>
#include <inlay/model/array_forms.hpp>
#include <inlay/model/arrays.hpp>
#include <inlay/model/batches.hpp>
#include <inlay/program/diagnose.hpp>
#include <inlay/text/missing.hpp>
#include <inlay/text/type_name.hpp>

#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

namespace inlay::INLAY_ABI {

namespace loading {

/// How many parts a batch has: those of a std::pair or a std::tuple; 0 where it is neither.
template <class Type>
inline constexpr std::size_t parts = 0;
template <class First, class Second>
inline constexpr std::size_t parts<std::pair<First, Second>> = 2;
template <class... Parts>
inline constexpr std::size_t parts<std::tuple<Parts...>> = sizeof...(Parts);

/// Batch `number`, whatever integer the loader counts by.
template <class Type>
decltype(auto) batch_of(Type& loader, std::size_t number) {
    if constexpr (requires { loader.operator[]({number}); })
        return loader[number];
    else
        return loader[static_cast<int>(number)];
}

template <class Type>
concept Indexed = requires(Type& loader) { loader[0]; };

template <Indexed Type>
inline constexpr std::size_t parts_of_batch =
    parts<std::remove_cvref_t<decltype(std::declval<Type&>()[0])>>;

/// What a type lacks to be a loader: a list of names, empty for one.
template <class Type>
constexpr Sentence missing() {
    Missing missing;
    missing.needs(
        requires(const Type& loader) { static_cast<std::size_t>(loader.size()); },
        "a const size()");
    missing.needs(Indexed<const Type>, "a const operator[]");
    if constexpr (Indexed<const Type>)
        missing.needs(parts_of_batch<const Type> >= 1 && parts_of_batch<const Type> <= 3,
                      "batches that are a std::pair{x, y} or a std::tuple{x, y, sample_weight}");
    return missing.list;
}

template <class Type>
struct Subject {
    static constexpr Sentence mistake = [] {
        Sentence says;
        const Sentence lacks = missing<Type>();
        if (!lacks.empty())
            says << type_name<Type>() << " is no loader: it lacks " << lacks
                 << " (inlay/model/loader.hpp)";
        return says;
    }();
};

/// What tells where its numbers lie, and is no loader.
template <class Type>
concept Array =
    array_forms::HasData<Type> || array_forms::Spanned<Type> || array_forms::Matrix<Type> ||
    array_forms::Evaluable<Type> || Evaluation<Type>::possible || std::same_as<Type, ArrayView>;

}  // namespace loading

/// What fit, evaluate and predict take in place of arrays: `size()` batches, of which `operator[]`
/// makes the one of a number, both const. A batch is a std::pair{x, y} or a std::tuple{x, y,
/// sample_weight} of what fit takes as arrays, of any number of examples, and owns them, unless
/// they lie in the loader; predict needs no more than x. Several threads may ask for batches at a
/// time, and for those of an epoch only between its beginning and its end: `on_epoch_end()`, which
/// may change the loader, is called when nobody reads it.
template <class Type>
concept Loader = loading::missing<Type>().empty();

/// What is offered where a loader may stand: one, or something of which the compiler shall tell
/// why it is none.
template <class Type>
concept Offered = Loader<std::remove_cvref_t<Type>> || !loading::Array<std::remove_cvref_t<Type>>;

namespace loading {

/// A part of a batch, a tuple where there are several inputs or outputs, which its arrays take over
/// where the batch is a temporary.
template <std::size_t part, class Type>
ArrayList arrays_of(Type&& batch) {
    if constexpr (part < parts<std::remove_cvref_t<Type>>)
        return ArrayList(std::get<part>(std::forward<Type>(batch)));
    else
        return ArrayList();
}

/// The batches of a loader, which must outlive them; its mistakes are told by the compiler.
template <class Type>
Batches batches_of(Type& loader) {
    Batches batches;
    if constexpr (Loader<std::remove_const_t<Type>>) {
        batches.loader = const_cast<std::remove_const_t<Type>*>(&loader);
        batches.count = static_cast<std::size_t>(loader.size());
        batches.queue = &queue_calls;
        batches.read = [](const void* from, std::size_t number, Supervised& to) {
            auto&& batch = batch_of(*static_cast<const Type*>(from), number);
            using Made = decltype(batch);
            to = {arrays_of<0>(static_cast<Made>(batch)), arrays_of<1>(static_cast<Made>(batch)),
                  arrays_of<2>(static_cast<Made>(batch))};
        };
        if constexpr (requires { loader.on_epoch_end(); })
            batches.epoch_end = [](void* of) { static_cast<Type*>(of)->on_epoch_end(); };
    } else {
        static_assert(program::without_mistake<Subject<Type>>(), "inlay: no loader");
    }
    return batches;
}

/// The same of a loader that they own where it is a temporary.
template <class Type>
Batches kept(Type&& loader) {
    if constexpr (std::is_lvalue_reference_v<Type>) {
        return batches_of(loader);
    } else {
        const Holder held = Holder::make<std::remove_const_t<Type>>(std::move(loader));
        Batches batches = batches_of(held.as<std::remove_const_t<Type>>());
        batches.owner = held;
        return batches;
    }
}

}  // namespace loading

}  // namespace inlay::INLAY_ABI

#endif  // INLAY_MODEL_LOADER_HPP

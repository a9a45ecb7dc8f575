// SPDX-License-Identifier: MIT
#ifndef INLAY_IO_TENSOR_VIEW_HPP
#define INLAY_IO_TENSOR_VIEW_HPP
// The tensors of the safetensors format: a name, a shape, an element type and bytes elsewhere.

#include <inlay/config.hpp>
#include <inlay/host/view.hpp>
#include <inlay/io/json.hpp>
#include <inlay/text/sentence.hpp>
#include <inlay/text/status.hpp>

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI::io::safetensors {

/// An element type of the format: its name, its bits, and the bytes that byte order turns around.
struct Dtype {
    std::string_view name;
    std::size_t bits = 0;
    std::size_t word = bits / 8;

    friend bool operator==(const Dtype&, const Dtype&) = default;
};

/// All element types of the format.
inline constexpr Dtype dtypes[]{
    {"F32", 32},        {"F64", 64},        {"U64", 64},    {"I64", 64},    {"U32", 32},
    {"I32", 32},        {"U16", 16},        {"I16", 16},    {"U8", 8},      {"I8", 8},
    {"BOOL", 8},        {"F16", 16},        {"BF16", 16},   {"C64", 64, 4}, {"F4", 4},
    {"F6_E2M3", 6},     {"F6_E3M2", 6},     {"F8_E4M3", 8}, {"F8_E5M2", 8}, {"F8_E8M0", 8},
    {"F8_E4M3FNUZ", 8}, {"F8_E5M2FNUZ", 8},
};
inline constexpr Dtype f32 = dtypes[0], f64 = dtypes[1], u64 = dtypes[2];

/// The C++ types whose values are stored and loaded; a file may hold others.
template <class Type>
concept Value =
    std::same_as<Type, float> || std::same_as<Type, double> || std::same_as<Type, std::uint64_t>;

/// The element type of a C++ type.
template <Value Type>
constexpr Dtype dtype_of() {
    if (std::same_as<Type, float>) return f32;
    return std::same_as<Type, double> ? f64 : u64;
}

/// A tensor whose values are elsewhere: in the memory of its owner, or in the bytes of a file.
struct TensorView {
    std::string name;
    std::vector<std::size_t> shape;  ///< outermost extent first; empty for a single number
    Dtype dtype;
    std::span<const std::byte> bytes;
    std::endian order = std::endian::native;
};

/// A tensor to be stored.
template <class Type>
    requires Value<std::remove_const_t<Type>>
TensorView view(std::string name, std::vector<std::size_t> shape, std::span<Type> values) {
    return {std::move(name), std::move(shape), dtype_of<std::remove_const_t<Type>>(),
            std::as_bytes(values)};
}

/// Copies the values of a tensor, as many bytes, into memory.
INLAY_COLD void copy_bytes(const TensorView& tensor, View<std::byte> target);

/// Copies the values of a tensor; fails if they are of another type or number.
template <Value Type>
Status copy_values(const TensorView& tensor, std::span<Type> values) {
    Sentence found;
    found << "tensor " << in_quotes(tensor.name) << ": found ";
    if (tensor.dtype != dtype_of<Type>())
        return Status(found << tensor.dtype.name << ", expected " << dtype_of<Type>().name);
    if (tensor.bytes.size() != values.size_bytes())
        return Status(found << tensor.bytes.size() / sizeof(Type) << " values, expected "
                            << values.size());
    copy_bytes(tensor, std::as_writable_bytes(values));
    return {};
}

#if INLAY_BODIES

/// The element type of a name; nullptr if the format has none.
INLAY_COLD inline const Dtype* find_dtype(std::string_view name) {
    for (const Dtype& dtype : dtypes)
        if (dtype.name == name) return &dtype;
    return nullptr;
}

namespace detail {

/// Turns every word around.
INLAY_COLD inline void turn_words(View<std::byte> bytes, std::size_t word) {
    for (; word > 1 && bytes.size() >= word; bytes = bytes.from(word))
        for (std::size_t k = 0; k < word / 2; ++k) std::swap(bytes[k], bytes[word - 1 - k]);
}

/// What is wrong with a tensor whose values lie at [begin, end); empty if nothing is.
INLAY_COLD inline Sentence misfit(const TensorView& tensor, std::size_t begin, std::size_t end) {
    Sentence sentence;
    std::size_t bits = tensor.dtype.bits;
    for (const std::size_t extent : tensor.shape) {
        if (extent != 0 && bits > std::size_t(-1) / extent)
            return sentence << "shape: found more values than can be counted, expected fewer";
        bits *= extent;
    }
    if (bits % 8 != 0)
        return sentence << "shape: found " << bits << ", expected a multiple of 8 bits";
    if (end < begin || end - begin != bits / 8)
        sentence << "data_offsets: found [" << begin << "," << end << "], expected " << bits / 8
                 << " bytes, by dtype and shape";
    return sentence;
}

}  // namespace detail

INLAY_BODY void copy_bytes(const TensorView& tensor, View<std::byte> target) {
    if (!target.empty()) std::memcpy(target.data(), tensor.bytes.data(), target.size());
    if (tensor.order != std::endian::native) detail::turn_words(target, tensor.dtype.word);
}

#endif

}  // namespace inlay::INLAY_ABI::io::safetensors

#endif  // INLAY_IO_TENSOR_VIEW_HPP

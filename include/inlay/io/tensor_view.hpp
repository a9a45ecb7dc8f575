// SPDX-License-Identifier: MIT
#pragma once
// The tensors of the safetensors format: a name, a shape, an element type and bytes elsewhere.

#include <inlay/config.hpp>
#include <inlay/io/json.hpp>
#include <inlay/text/sentence.hpp>
#include <inlay/text/status.hpp>

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace inlay::inline INLAY_ABI::io::safetensors {

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

namespace detail {

INLAY_COLD inline void turn_words(std::span<std::byte> bytes, std::size_t word) {
    if (word > 1)
        for (; bytes.size() >= word; bytes = bytes.subspan(word))
            std::ranges::reverse(bytes.first(word));
}

}  // namespace detail

/// Copies the values of a tensor; fails if they are of another type or number.
template <Value Type>
Status copy_values(const TensorView& tensor, std::span<Type> values) {
    Sentence found;
    found << "tensor " << in_quotes(tensor.name) << ": found ";
    if (tensor.dtype != dtype_of<Type>())
        return Status(found << tensor.dtype.name << ", expected " << dtype_of<Type>().name);
    const auto target = std::as_writable_bytes(values);
    if (tensor.bytes.size() != target.size())
        return Status(found << tensor.bytes.size() / sizeof(Type) << " values, expected "
                            << values.size());
    std::ranges::copy(tensor.bytes, target.begin());
    if (tensor.order != std::endian::native) detail::turn_words(target, sizeof(Type));
    return {};
}

}  // namespace inlay::inline INLAY_ABI::io::safetensors

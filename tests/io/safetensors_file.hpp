// SPDX-License-Identifier: MIT
#pragma once
// Safetensors files made by hand.

#include <inlay/io/safetensors.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using Bytes = std::vector<std::byte>;

/// A file of a header and so many bytes of values: 0, 1, 2 ...
inline Bytes file_of(std::string_view header, std::size_t values) {
    Bytes file;
    for (int shift = 0; shift < 64; shift += 8)
        file.push_back(static_cast<std::byte>(std::uint64_t{header.size()} >> shift & 255));
    for (const char c : header) file.push_back(static_cast<std::byte>(c));
    for (std::size_t k = 0; k < values; ++k) file.push_back(static_cast<std::byte>(k));
    return file;
}

/// The sentence with which a file is refused; empty if it is not.
inline std::string message_of(std::span<const std::byte> file) {
    const auto contents = inlay::INLAY_ABI::io::safetensors::parse(file);
    if (!contents.status) {
        CHECK(contents.tensors.empty());
        CHECK(contents.metadata.empty());
    }
    return std::string(contents.status.message());
}

/// The entry of a tensor in a header.
inline std::string tensor(std::string_view name, std::string_view dtype, std::string_view shape,
                          std::string_view offsets) {
    return inlay::INLAY_ABI::Text() << inlay::INLAY_ABI::io::json_string(name)
                         << ":{\"dtype\":" << inlay::INLAY_ABI::io::json_string(dtype)
                         << ",\"shape\":" << shape << ",\"data_offsets\":" << offsets << "}";
}

// SPDX-License-Identifier: MIT
#pragma once
// IDX files made by hand.

#include <inlay/io/file.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <span>
#include <string>
#include <vector>

#include <zlib.h>

using Bytes = std::vector<std::byte>;

/// A header with these extents, and so many values: 0, 1, 2 ... 250, 0 ...
inline Bytes idx_bytes(std::initializer_list<std::uint32_t> extents, std::size_t values) {
    Bytes file{std::byte{0}, std::byte{0}, std::byte{8}, static_cast<std::byte>(extents.size())};
    for (const std::uint32_t extent : extents)
        for (int shift = 24; shift >= 0; shift -= 8)
            file.push_back(static_cast<std::byte>(extent >> shift & 255));
    for (std::size_t k = 0; k < values; ++k) file.push_back(static_cast<std::byte>(k % 251));
    return file;
}

/// The bytes as gzip compresses them.
inline Bytes zipped(const Bytes& bytes) {
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    Bytes result(deflateBound(&stream, bytes.size()));
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    return result;
}

/// The sentence with which a call fails; empty if it does not.
template <class Call>
std::string failure_of(Call call) {
    try {
        call();
    } catch (const inlay::Error& error) {
        return error.what();
    }
    return {};
}

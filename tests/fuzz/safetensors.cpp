// SPDX-License-Identifier: MIT
// Feeds arbitrary bytes to the reader of safetensors files. Not built by default:
//   clang++ -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -Iinclude
//       tests/fuzz/safetensors.cpp
#include <inlay/io/safetensors.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace inlay::INLAY_ABI::io::safetensors;
    const auto file = std::as_bytes(std::span(bytes, size));
    const Contents contents = parse(file);
    if (!contents.status) return 0;

    // What has been accepted covers the file's end exactly and can be written again.
    std::size_t values = 0;
    for (const TensorView& tensor : contents.tensors) values += tensor.bytes.size();
    if (values + 8 > size) std::abort();
    const auto copy = serialize(contents.tensors, contents.metadata);
    const Contents again = parse(copy);
    if (!again.status || again.tensors.size() != contents.tensors.size()) std::abort();
    return 0;
}

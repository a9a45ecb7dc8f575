// SPDX-License-Identifier: MIT
// Feeds arbitrary bytes, plain or gzip, to the reader of IDX files. Not built by default:
//   clang++ -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -Iinclude
//       tests/fuzz/idx.cpp -lz
#include <inlay/data/idx.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace inlay;
    const auto file = std::as_bytes(std::span(bytes, size));
    for (const std::size_t rank : {std::size_t{1}, std::size_t{3}}) try {
            data::IdxFile idx("input", {file.begin(), file.end()}, rank);
            std::size_t count = 1;
            for (const std::size_t extent : idx.extents()) count *= extent;
            if (count == 0 || count > 1032 * size) std::abort();
            std::vector<std::uint8_t> values(count);
            idx.read(values);
        } catch (const Error&) {
        }
    return 0;
}

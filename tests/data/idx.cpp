// SPDX-License-Identifier: MIT
#include "../temporary_folder.hpp"
#include "idx_bytes.hpp"

#include <inlay/data/idx.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

/// The sentence with which a file of this rank is refused, without its name; empty if it is read.
std::string refusal_of(const Bytes& file, std::size_t rank) {
    std::string refusal = failure_of([&] {
        data::IdxFile idx("x", file, rank);
        std::size_t size = 1;
        for (const std::size_t extent : idx.extents()) size *= extent;
        std::vector<std::uint8_t> values(size);
        idx.read(values);
    });
    if (refusal.empty()) return refusal;
    REQUIRE(refusal.starts_with("x: "));
    return refusal.substr(3);
}

}  // namespace

TEST_CASE("plain and gzip files are read alike, by either name") {
    const TemporaryFolder folder;
    const Bytes file = idx_bytes({3, 5, 7}, 105);
    io::write_file_atomically(folder / "plain", file);
    io::write_file_atomically(folder / "zipped.gz", zipped(file));
    io::write_file_atomically(folder / "no-suffix", zipped(file));
    for (const char* name : {"plain", "plain.gz", "zipped", "zipped.gz", "no-suffix"}) {
        CAPTURE(name);
        const auto values = data::read_idx<3>(folder / name);
        CHECK(values.shape(0) == 3);
        CHECK(values.shape(1) == 5);
        CHECK(values.shape(2) == 7);
        CHECK(values(0, 0, 0) == 0);
        CHECK(values(2, 4, 6) == 104);
        CHECK(values(1, 2, 3) == 35 + 14 + 3);
    }
}

TEST_CASE("where both a plain and a gzip file exist, the one that was named is read") {
    const TemporaryFolder folder;
    io::write_file_atomically(folder / "labels", idx_bytes({2}, 2));
    io::write_file_atomically(folder / "labels.gz", zipped(idx_bytes({3}, 3)));
    CHECK(data::read_idx<1>(folder / "labels").size() == 2);
    CHECK(data::read_idx<1>(folder / "labels.gz").size() == 3);
}

TEST_CASE("errors name the file") {
    const TemporaryFolder folder;
    const auto absent = folder / "absent";
    CHECK(failure_of([&] { data::read_idx<1>(absent); }) ==
          absent.string() + ": cannot read it: No such file or directory");
    const auto path = folder / "images.gz";
    io::write_file_atomically(path, zipped(idx_bytes({4}, 4)));
    CHECK(failure_of([&] { data::read_idx<3>(folder / "images"); }) ==
          path.string() + ": rank: found 1, expected 3");
}

TEST_CASE("ranks from 1 to 4") {
    CHECK(refusal_of(idx_bytes({7}, 7), 1) == "");
    CHECK(refusal_of(idx_bytes({7, 1}, 7), 2) == "");
    CHECK(refusal_of(idx_bytes({2, 3, 4, 5}, 120), 4) == "");
    CHECK(refusal_of(zipped(idx_bytes({2, 3, 4, 5}, 120)), 4) == "");
    for (std::size_t rank = 0; rank < 256; ++rank) {
        Bytes file = idx_bytes({2, 3}, 6);
        file[3] = static_cast<std::byte>(rank);
        CHECK(refusal_of(file, 2) ==
              (rank == 2 ? "" : "rank: found " + std::to_string(rank) + ", expected 2"));
    }
}

TEST_CASE("every prefix is refused") {
    const Bytes plain = idx_bytes({3, 4, 5}, 60), gzip = zipped(plain);
    for (const Bytes& file : {plain, gzip})
        for (std::size_t length = 0; length < file.size(); ++length) {
            CAPTURE(length);
            CHECK(refusal_of({file.begin(), file.begin() + static_cast<std::ptrdiff_t>(length)},
                             3) != "");
        }
    CHECK(refusal_of({}, 3) == "magic number: found 0 bytes, expected 4");
    CHECK(refusal_of(Bytes(3), 3) == "magic number: found 3 bytes, expected 4");
    CHECK(refusal_of({plain.begin(), plain.begin() + 10}, 3) ==
          "extents: found 2 bytes, expected 4");
    CHECK(refusal_of({plain.begin(), plain.begin() + 75}, 3) ==
          "values: found 59 bytes, expected 3x4x5");
    CHECK(refusal_of({gzip.begin(), gzip.end() - 20}, 3) ==
          "gzip data: found an early end, expected a whole gzip file");
    CHECK(refusal_of({gzip.begin(), gzip.end() - 1}, 3) ==
          "gzip data: found an early end, expected a whole gzip file");
}

TEST_CASE("longer files are refused") {
    Bytes plain = idx_bytes({3, 4, 5}, 60), gzip = zipped(plain);
    plain.push_back(std::byte{0});
    CHECK(refusal_of(plain, 3) == "values: found 61 bytes, expected 3x4x5");
    CHECK(refusal_of(zipped(plain), 3) == "values: found more bytes, expected 3x4x5");
    Bytes tail = gzip;
    tail.push_back(std::byte{0});
    CHECK(refusal_of(tail, 3) == "gzip data: found 1 bytes after them, expected none");
    gzip.insert(gzip.end(), gzip.begin(), gzip.end());
    CHECK(refusal_of(gzip, 3).starts_with("gzip data: found "));
}

TEST_CASE("a flipped bit of a gzip file is found, or changes nothing") {
    const Bytes good = zipped(idx_bytes({3, 4, 5}, 60));
    int harmless = 0;  // in the time stamp and such, and in the padding of the last byte
    for (std::size_t bit = 0; bit < 8 * good.size(); ++bit) {
        CAPTURE(bit);
        Bytes file = good;
        file[bit / 8] ^= static_cast<std::byte>(1u << bit % 8);
        std::array<std::uint8_t, 60> values{};
        const std::string refusal = failure_of([&] { data::IdxFile("x", file, 3).read(values); });
        if (!refusal.empty()) continue;
        ++harmless;
        for (std::size_t k = 0; k < values.size(); ++k) CHECK(values[k] == k);
    }
    CHECK(harmless < 64);
    Bytes file = good;
    file[file.size() - 8] ^= std::byte{1};
    CHECK(refusal_of(file, 3) ==
          "gzip data: found incorrect data check, expected a whole gzip file");
    file = good;
    file.back() ^= std::byte{1};
    CHECK(refusal_of(file, 3) ==
          "gzip data: found incorrect length check, expected a whole gzip file");
}

TEST_CASE("magic number and type code") {
    const Bytes good = idx_bytes({2, 2}, 4);
    for (unsigned code = 0; code < 256; ++code) {
        const std::string found = std::to_string(code);
        Bytes file = good;
        file[2] = static_cast<std::byte>(code);
        CHECK(refusal_of(file, 2) ==
              (code == 8 ? "" : "type code: found " + found + ", expected 8, unsigned bytes"));
        file = good;
        file[1] = static_cast<std::byte>(code);
        CHECK(refusal_of(file, 2) ==
              (code == 0 ? "" : "magic number: found 0 " + found + ", expected 0 0"));
        file = good;
        file[0] = static_cast<std::byte>(code);
        CHECK((refusal_of(file, 2) == "") == (code == 0));
    }
}

TEST_CASE("every extent with every evil value") {
    const std::array<std::uint32_t, 3> good{2, 3, 4};
    const std::uint32_t evil[]{0,          1,          5,          6,          7,
                               8,          24,         255,        256,        0x7fffffff,
                               0x80000000, 0x80000001, 0xfffffffe, 0xffffffff, 0x02000000,
                               0x55555556, 0x10000,    0xffff};
    int cases = 0;
    for (std::size_t d = 0; d < 3; ++d)
        for (const std::uint32_t value : evil)
            for (const bool gzip : {false, true})
                for (const std::size_t values : {std::size_t{0}, std::size_t{24}}) {
                    auto extents = good;
                    extents[d] = value;
                    const Bytes plain = idx_bytes({extents[0], extents[1], extents[2]}, values);
                    const std::string refusal = refusal_of(gzip ? zipped(plain) : plain, 3);
                    const std::string product = std::to_string(extents[0]) + "x" +
                                                std::to_string(extents[1]) + "x" +
                                                std::to_string(extents[2]);
                    CAPTURE(product);
                    CAPTURE(refusal);
                    ++cases;
                    if (value == 0) {
                        CHECK(refusal == "extents: found 0, expected at least 1");
                    } else {
                        CHECK(refusal.starts_with("values: found "));
                        CHECK(refusal.ends_with("expected " + product));
                    }
                }
    CHECK(cases == 216);
}

TEST_CASE("products that overflow 64 bits are refused before anything is allocated") {
    const std::uint32_t most = 0xffffffff;
    const std::string sizes = "4294967295x4294967295x4294967295x4294967295";
    CHECK(refusal_of(idx_bytes({most, most, most, most}, 1), 4) ==
          "values: found 1 bytes, expected " + sizes);
    CHECK(refusal_of(zipped(idx_bytes({most, most, most, most}, 1)), 4).ends_with(sizes));
    // 2^64 + 0, 2^64 + 2 and 2^32 once multiplied in 64 or 32 bits.
    CHECK(refusal_of(idx_bytes({1u << 31, 1u << 31, 4}, 0), 3) != "");
    CHECK(refusal_of(idx_bytes({2, 3, 715827883, 4294967294}, 2), 4) != "");
    CHECK(refusal_of(idx_bytes({65536, 65536}, 0), 2) ==
          "values: found 0 bytes, expected 65536x65536");
}

TEST_CASE("a gzip file cannot promise more than it can hold") {
    const Bytes bomb = zipped(idx_bytes({60'000, 28, 28}, 100));
    REQUIRE(bomb.size() < 200);
    const std::string most = std::to_string(1032 * bomb.size());
    CHECK(refusal_of(bomb, 3) ==
          "values: found gzip data of at most " + most + " bytes, expected 60000x28x28");
    Bytes zeros = idx_bytes({1000, 1000}, 0);  // what compresses best is still accepted
    zeros.resize(zeros.size() + 1'000'000);
    CHECK(zipped(zeros).size() < 1100);
    CHECK(refusal_of(zipped(zeros), 2) == "");
    zeros.resize(zeros.size() - 1);
    CHECK(refusal_of(zipped(zeros), 2) == "values: found 999999 bytes, expected 1000x1000");
}

// SPDX-License-Identifier: MIT
#include "../message_of.hpp"

#include <inlay/data/npz.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

using namespace inlay;

namespace {

// What numpy.savez and numpy.savez_compressed wrote of x_train = [[0, 1, 2], [3, 4, 5]] as uint8
// and scale = 0.5 as float32.
constexpr unsigned char stored[]{
    80,  75,  3,   4,   45,  0,   0,   0,   0,   0,   0,   0,   33,  0,   126, 158, 215, 207, 255,
    255, 255, 255, 255, 255, 255, 255, 11,  0,   20,  0,   120, 95,  116, 114, 97,  105, 110, 46,
    110, 112, 121, 1,   0,   16,  0,   134, 0,   0,   0,   0,   0,   0,   0,   134, 0,   0,   0,
    0,   0,   0,   0,   147, 78,  85,  77,  80,  89,  1,   0,   118, 0,   123, 39,  100, 101, 115,
    99,  114, 39,  58,  32,  39,  124, 117, 49,  39,  44,  32,  39,  102, 111, 114, 116, 114, 97,
    110, 95,  111, 114, 100, 101, 114, 39,  58,  32,  70,  97,  108, 115, 101, 44,  32,  39,  115,
    104, 97,  112, 101, 39,  58,  32,  40,  50,  44,  32,  51,  41,  44,  32,  125, 32,  32,  32,
    32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,
    32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,
    32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  10,  0,
    1,   2,   3,   4,   5,   80,  75,  3,   4,   45,  0,   0,   0,   0,   0,   0,   0,   33,  0,
    107, 196, 28,  150, 255, 255, 255, 255, 255, 255, 255, 255, 9,   0,   20,  0,   115, 99,  97,
    108, 101, 46,  110, 112, 121, 1,   0,   16,  0,   132, 0,   0,   0,   0,   0,   0,   0,   132,
    0,   0,   0,   0,   0,   0,   0,   147, 78,  85,  77,  80,  89,  1,   0,   118, 0,   123, 39,
    100, 101, 115, 99,  114, 39,  58,  32,  39,  60,  102, 52,  39,  44,  32,  39,  102, 111, 114,
    116, 114, 97,  110, 95,  111, 114, 100, 101, 114, 39,  58,  32,  70,  97,  108, 115, 101, 44,
    32,  39,  115, 104, 97,  112, 101, 39,  58,  32,  40,  41,  44,  32,  125, 32,  32,  32,  32,
    32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,
    32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,
    32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,  32,
    32,  10,  0,   0,   0,   63,  80,  75,  1,   2,   45,  3,   45,  0,   0,   0,   0,   0,   0,
    0,   33,  0,   126, 158, 215, 207, 134, 0,   0,   0,   134, 0,   0,   0,   11,  0,   0,   0,
    0,   0,   0,   0,   0,   0,   0,   0,   128, 1,   0,   0,   0,   0,   120, 95,  116, 114, 97,
    105, 110, 46,  110, 112, 121, 80,  75,  1,   2,   45,  3,   45,  0,   0,   0,   0,   0,   0,
    0,   33,  0,   107, 196, 28,  150, 132, 0,   0,   0,   132, 0,   0,   0,   9,   0,   0,   0,
    0,   0,   0,   0,   0,   0,   0,   0,   128, 1,   195, 0,   0,   0,   115, 99,  97,  108, 101,
    46,  110, 112, 121, 80,  75,  5,   6,   0,   0,   0,   0,   2,   0,   2,   0,   112, 0,   0,
    0,   130, 1,   0,   0,   0,   0};
constexpr unsigned char deflated[]{
    80,  75,  3,   4,   45,  0,   0,   0,   8,   0,   0,   0,   33,  0,   126, 158, 215, 207, 255,
    255, 255, 255, 255, 255, 255, 255, 11,  0,   20,  0,   120, 95,  116, 114, 97,  105, 110, 46,
    110, 112, 121, 1,   0,   16,  0,   134, 0,   0,   0,   0,   0,   0,   0,   76,  0,   0,   0,
    0,   0,   0,   0,   155, 236, 23,  234, 27,  16,  201, 200, 80,  198, 80,  173, 158, 146, 90,
    156, 92,  164, 110, 165, 160, 94,  83,  106, 168, 174, 163, 160, 158, 150, 95,  84,  82,  148,
    152, 23,  159, 95,  148, 146, 10,  18,  119, 75,  204, 41,  78,  5,   138, 23,  103, 36,  22,
    164, 2,   249, 26,  70,  58,  10,  198, 154, 58,  10,  181, 10,  100, 3,   46,  6,   70,  38,
    102, 22,  86,  0,   80,  75,  3,   4,   45,  0,   0,   0,   8,   0,   0,   0,   33,  0,   107,
    196, 28,  150, 255, 255, 255, 255, 255, 255, 255, 255, 9,   0,   20,  0,   115, 99,  97,  108,
    101, 46,  110, 112, 121, 1,   0,   16,  0,   132, 0,   0,   0,   0,   0,   0,   0,   70,  0,
    0,   0,   0,   0,   0,   0,   155, 236, 23,  234, 27,  16,  201, 200, 80,  198, 80,  173, 158,
    146, 90,  156, 92,  164, 110, 165, 160, 110, 147, 102, 162, 174, 163, 160, 158, 150, 95,  84,
    82,  148, 152, 23,  159, 95,  148, 146, 10,  18,  119, 75,  204, 41,  78,  5,   138, 23,  103,
    36,  22,  164, 2,   249, 26,  154, 58,  10,  181, 10,  20,  1,   46,  6,   6,   6,   123, 0,
    80,  75,  1,   2,   45,  3,   45,  0,   0,   0,   8,   0,   0,   0,   33,  0,   126, 158, 215,
    207, 76,  0,   0,   0,   134, 0,   0,   0,   11,  0,   0,   0,   0,   0,   0,   0,   0,   0,
    0,   0,   128, 1,   0,   0,   0,   0,   120, 95,  116, 114, 97,  105, 110, 46,  110, 112, 121,
    80,  75,  1,   2,   45,  3,   45,  0,   0,   0,   8,   0,   0,   0,   33,  0,   107, 196, 28,
    150, 70,  0,   0,   0,   132, 0,   0,   0,   9,   0,   0,   0,   0,   0,   0,   0,   0,   0,
    0,   0,   128, 1,   137, 0,   0,   0,   115, 99,  97,  108, 101, 46,  110, 112, 121, 80,  75,
    5,   6,   0,   0,   0,   0,   2,   0,   2,   0,   112, 0,   0,   0,   10,  1,   0,   0,   0,
    0};

std::vector<std::byte> bytes_of(std::span<const unsigned char> file) {
    const auto bytes = std::as_bytes(file);
    return {bytes.begin(), bytes.end()};
}

/// Reads everything of a file.
std::string refusal(const std::vector<std::byte>& file) {
    return message_of([&] {
        const data::Npz npz("x", file);
        for (const std::string& name : npz.names()) npz.array(name);
    });
}

}  // namespace

TEST_CASE("the arrays of NumPy's archives are read by name") {
    for (const auto& file : {bytes_of(stored), bytes_of(deflated)}) {
        const data::Npz npz("x", file);
        CHECK(npz.names() == std::vector<std::string>{"x_train", "scale"});
        const Tensor<std::uint8_t> x = npz.array<std::uint8_t>("x_train");
        CHECK(x.shape() == std::vector<std::size_t>{2, 3});
        CHECK(std::vector<int>(x.begin(), x.end()) == std::vector<int>{0, 1, 2, 3, 4, 5});
        CHECK(npz.array("scale")[0] == 0.5f);
        CHECK(message_of([&] { npz.array("y"); }) ==
              "x: found no array \"y\" among: x_train, scale");
        CHECK(message_of([&] { npz.array<int>("scale"); }) ==
              "x: scale: number 0 is none of the type that was asked for");
    }
}

TEST_CASE("an archive that is not whole or damaged is refused, and no bit of it does harm") {
    for (const auto& whole : {bytes_of(stored), bytes_of(deflated)}) {
        CHECK(refusal(whole) == "no error");
        for (std::size_t size = 0; size < whole.size(); ++size)
            REQUIRE(refusal({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)}) ==
                    "x: found no ZIP archive, or not the end of it");
        std::vector<std::byte> changed = whole;
        for (std::size_t bit = 0; bit < 8 * whole.size(); ++bit) {
            const auto mask = static_cast<std::byte>(1 << bit % 8);
            changed[bit / 8] ^= mask;
            refusal(changed);
            changed[bit / 8] ^= mask;
        }
        // The first array's first byte, behind its local header.
        const std::size_t name = 11;
        const std::size_t content = 30 + name + std::to_integer<std::size_t>(whole[28]);
        changed[content + 3] ^= std::byte{1};
        CHECK(refusal(changed) ==
              "x: x_train: found another length or checksum than that of its content");
    }
}

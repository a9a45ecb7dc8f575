// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_IDX_HPP
#define INLAY_DATA_IDX_HPP
// The IDX format of the MNIST family (http://yann.lecun.com/exdb/mnist): two zero bytes, a type
// code, the rank, the extents as 32-bit big-endian numbers, the values in row-major order.

#include <inlay/config.hpp>
#include <inlay/data/content.hpp>
#include <inlay/data/xtensor.hpp>
#include <inlay/host/error.hpp>
#include <inlay/io/file.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace inlay::INLAY_ABI::data {

/// The file of that name, or the one with .gz added or taken away if only that exists.
inline std::filesystem::path plain_or_zipped(const std::filesystem::path& path) {
    std::filesystem::path other = path;
    if (path.extension() == ".gz") {
        other.replace_extension();
    } else {
        other += ".gz";
    }
    std::error_code ignored;
    const bool only_other =
        !std::filesystem::exists(path, ignored) && std::filesystem::exists(other, ignored);
    return only_other ? other : path;
}

/// An IDX file of bytes, plain or gzip. Its header is read at once and compared with the length of
/// the file; errors name the file, the field, what was found and what was expected.
class IdxFile {
public:
    /// Opens a file, which must have this rank.
    IdxFile(const std::filesystem::path& path, std::size_t rank)
        : IdxFile(path.string(), io::read_file(path), rank) {}

    /// The same for bytes in memory; the name stands in the errors.
    IdxFile(std::string name, std::vector<std::byte> file, std::size_t rank)
        : name_(std::move(name)), file_(std::move(file)), content_(file_), extents_(rank) {
        read_header();
    }
    IdxFile(const IdxFile&) = delete;
    IdxFile& operator=(const IdxFile&) = delete;

    const std::string& name() const { return name_; }

    /// Outermost first; none is 0.
    const std::vector<std::size_t>& extents() const { return extents_; }

    /// Copies the values, as many as the product of the extents; can be called once.
    void read(std::span<std::uint8_t> values) {
        read_exactly(std::as_writable_bytes(values), "values", product());
        std::byte extra[1];
        if (content_.read(extra) != 0) refuse("values", "more bytes", product());
        if (!content_.flaw().empty()) refuse_flaw();
        if (content_.left() != 0)
            refuse("gzip data", std::to_string(content_.left()) + " bytes after them", "none");
    }

private:
    void read_header() {
        std::byte magic[4], number[4];
        read_exactly(magic, "magic number", "4");
        const auto code = [&](std::size_t k) { return std::to_integer<unsigned>(magic[k]); };
        if (code(0) != 0 || code(1) != 0)
            refuse("magic number", std::to_string(code(0)) + " " + std::to_string(code(1)), "0 0");
        if (code(2) != 8) refuse("type code", std::to_string(code(2)), "8, unsigned bytes");
        if (code(3) != extents_.size())
            refuse("rank", std::to_string(code(3)), std::to_string(extents_.size()));
        for (std::size_t& extent : extents_) {
            read_exactly(number, "extents", "4");
            for (const std::byte byte : number)
                extent = extent << 8 | std::to_integer<std::size_t>(byte);
            if (extent == 0) refuse("extents", "0", "at least 1");
        }

        const std::size_t limit = content_.limit();
        std::size_t size = 1;
        bool fits = true;
        for (const std::size_t extent : extents_) {
            fits = fits && size <= limit / extent;
            size *= extent;
        }
        const std::string found = std::to_string(limit) + " bytes";
        if (!content_.zipped() && !(fits && size == limit)) refuse("values", found, product());
        if (!fits) refuse("values", "gzip data of at most " + found, product());
    }

    void read_exactly(std::span<std::byte> target, const char* field, const std::string& expected) {
        const std::size_t count = content_.read(target);
        if (!content_.flaw().empty()) refuse_flaw();
        if (count != target.size()) refuse(field, std::to_string(count) + " bytes", expected);
    }

    /// The extents joined by x: 60000x28x28.
    std::string product() const {
        std::string text = std::to_string(extents_[0]);
        for (std::size_t d = 1; d < extents_.size(); ++d)
            text.append("x").append(std::to_string(extents_[d]));
        return text;
    }

    [[noreturn]] void refuse_flaw() const {
        refuse("gzip data", std::string(content_.flaw()), "a whole gzip file");
    }

    [[noreturn]] void refuse(const std::string& field, const std::string& found,
                             const std::string& expected) const {
        fail(name_ + ": " + field + ": found " + found + ", expected " + expected);
    }

    std::string name_;
    std::vector<std::byte> file_;
    Content content_;
    std::vector<std::size_t> extents_;
};

/// The values of an IDX file of bytes of this rank, plain or gzip, whether the path ends in .gz or
/// not.
template <std::size_t Rank>
xt::xtensor<std::uint8_t, Rank> read_idx(const std::filesystem::path& path) {
    IdxFile file(plain_or_zipped(path), Rank);
    std::array<std::size_t, Rank> extents;
    std::ranges::copy(file.extents(), extents.begin());
    auto values = xt::xtensor<std::uint8_t, Rank>::from_shape(extents);
    file.read({values.data(), values.size()});
    return values;
}

}  // namespace inlay::INLAY_ABI::data

namespace inlay {
namespace data = INLAY_ABI::data;
}  // namespace inlay

#endif  // INLAY_DATA_IDX_HPP

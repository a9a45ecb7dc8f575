// SPDX-License-Identifier: MIT
#ifndef INLAY_DATA_NPZ_HPP
#define INLAY_DATA_NPZ_HPP
// Several of NumPy's arrays in one file, as numpy.savez and savez_compressed write them: a ZIP
// archive of .npy files (PKWARE, "APPNOTE.TXT", 4.3).

#include <inlay/config.hpp>
#include <inlay/data/npy.hpp>
#include <inlay/host/error.hpp>
#include <inlay/host/view.hpp>
#include <inlay/io/crc32.hpp>
#include <inlay/io/file.hpp>
#include <inlay/model/tensor.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <zlib.h>

namespace inlay::INLAY_ABI::data {

/// The arrays of an .npz file, which stays in memory: data::Npz("mnist.npz").array("x_train").
/// Errors name the file and the array.
class Npz {
public:
    explicit Npz(const std::filesystem::path& path)
        : Npz(path.string(), io::read_file(path.string())) {}

    /// The same for bytes in memory; the name stands in the errors.
    Npz(std::string name, std::vector<std::byte> file)
        : name_(std::move(name)), file_(std::move(file)) {
        read_directory();
    }

    /// What the arrays are called, in the order of the file.
    std::vector<std::string> names() const {
        std::vector<std::string> names;
        for (const Entry& entry : entries_) names.push_back(entry.name);
        return names;
    }

    /// An array by name, its numbers as Elements; an Error where there is none, its checksum is
    /// another one, or it has a number that is no Element.
    template <class Element = float>
    Tensor<Element> array(std::string_view name) const {
        return npy::tensor_of<Element>(name_ + ": " + std::string(name), content(name));
    }

private:
    struct Entry {
        std::string name;
        std::uint32_t method = 0, checksum = 0;
        std::size_t packed = 0, size = 0, at = 0;  // of its local header
    };

    std::size_t number(std::size_t at, std::size_t bytes) const {
        std::size_t value = 0;
        for (std::size_t n = bytes; n-- > 0;)
            value = value << 8 |
                    (at + n < file_.size() ? std::to_integer<std::size_t>(file_[at + n]) : 0);
        return value;
    }

    [[noreturn]] INLAY_COLD void refuse(const std::string& sentence) const {
        fail(name_ + ": " + sentence);
    }

    /// Reads the list at the end of the file.
    INLAY_COLD void read_directory() {
        constexpr std::size_t end_size = 22, entry_size = 46;
        const std::size_t size = file_.size();
        std::size_t end = size;  // the end's mark, with at most 65535 bytes of a comment behind it
        for (std::size_t back = end_size; back <= size && back <= end_size + 65535; ++back)
            if (number(size - back, 4) == 0x06054b50 &&
                number(size - back + 20, 2) == back - end_size) {
                end = size - back;
                break;
            }
        if (end == size) refuse("found no ZIP archive, or not the end of it");
        std::size_t at = number(end + 16, 4);
        for (std::size_t left = number(end + 10, 2); left > 0; --left) {
            if (at > end || end - at < entry_size || number(at, 4) != 0x02014b50)
                refuse("found a list of files that is damaged");
            const std::size_t length = number(at + 28, 2);
            const std::size_t all = entry_size + length + number(at + 30, 2) + number(at + 32, 2);
            if (all > end - at) refuse("found a list of files that is damaged");
            Entry entry;
            entry.method = static_cast<std::uint32_t>(number(at + 10, 2));
            entry.checksum = static_cast<std::uint32_t>(number(at + 16, 4));
            entry.packed = number(at + 20, 4);
            entry.size = number(at + 24, 4);
            entry.at = number(at + 42, 4);
            entry.name.assign(reinterpret_cast<const char*>(file_.data()) + at + entry_size,
                              length);
            if (entry.name.ends_with(".npy")) entry.name.resize(entry.name.size() - 4);
            entries_.push_back(std::move(entry));
            at += all;
        }
    }

    /// The .npy file of a name.
    INLAY_COLD std::vector<std::byte> content(std::string_view name) const {
        const Entry* found = nullptr;
        std::string list;
        for (const Entry& entry : entries_) {
            if (entry.name == name) found = &entry;
            list.append(list.empty() ? "" : ", ").append(entry.name);
        }
        if (found == nullptr) refuse("found no array \"" + std::string(name) + "\" among: " + list);
        const Entry& entry = *found;
        constexpr std::size_t header_size = 30, ratio = 1032;  // of deflate, at best
        const std::size_t begin =
            entry.at + header_size + number(entry.at + 26, 2) + number(entry.at + 28, 2);
        if (number(entry.at, 4) != 0x04034b50 || begin > file_.size() ||
            entry.packed > file_.size() - begin || entry.size / ratio > entry.packed)
            refuse(entry.name + ": found sizes that the file cannot hold");
        const io::Bytes packed = io::Bytes(file_).part(begin, entry.packed);
        std::vector<std::byte> bytes;
        if (entry.method == 0)
            bytes.assign(packed.begin(), packed.end());
        else if (entry.method == 8)
            bytes = inflated(packed, entry.size);
        else
            refuse(entry.name + ": found the compression " + std::to_string(entry.method) +
                   ", expected none or deflate");
        if (bytes.size() != entry.size || io::crc32(bytes) != entry.checksum)
            refuse(entry.name + ": found another length or checksum than that of its content");
        return bytes;
    }

    /// At most `size` bytes of deflated ones.
    INLAY_COLD static std::vector<std::byte> inflated(io::Bytes packed, std::size_t size) {
        std::vector<std::byte> bytes(size);
        z_stream stream{};
        if (size == 0 || ::inflateInit2(&stream, -MAX_WBITS) != Z_OK) return {};
        stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed.data()));
        stream.avail_in = static_cast<uInt>(packed.size());  // sizes have 32 bits
        stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
        stream.avail_out = static_cast<uInt>(size);
        const int state = ::inflate(&stream, Z_FINISH);
        bytes.resize(state == Z_STREAM_END ? size - stream.avail_out : 0);
        ::inflateEnd(&stream);
        return bytes;
    }

    std::string name_;
    std::vector<std::byte> file_;
    std::vector<Entry> entries_;
};

}  // namespace inlay::INLAY_ABI::data

namespace inlay {
namespace data = INLAY_ABI::data;
}  // namespace inlay

#endif  // INLAY_DATA_NPZ_HPP

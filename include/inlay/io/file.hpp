// SPDX-License-Identifier: MIT
#ifndef INLAY_IO_FILE_HPP
#define INLAY_IO_FILE_HPP
// Whole files in memory: read at once, replaced at once.

#include <inlay/config.hpp>
#include <inlay/host/error.hpp>
#include <inlay/host/view.hpp>
#include <inlay/io/system_file.hpp>

#include <cerrno>
#include <concepts>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>

namespace inlay::INLAY_ABI::io {

using Bytes = View<const std::byte>;

namespace detail {

INLAY_COLD void write_file_atomically(const Text& path, View<const Bytes> parts);

#if INLAY_BODIES

/// A path as an error names it: an empty one would leave nothing to read.
INLAY_COLD inline Text shown(std::string_view path) {
    return path.empty() ? Text("''") : Text(path);
}

/// A new file with a name of its own, closed and removed by the destructor unless it was renamed.
/// The operations return 0 or the errno of their failure.
class TemporaryFile {
public:
    explicit TemporaryFile(const Text& folder) : folder_(folder) {}
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    INLAY_COLD ~TemporaryFile() {
        close();
        if (created_ && !renamed_) std::remove(path_.c_str());
    }

    INLAY_COLD int create() {
        constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | system_file::flags_of_new;
        unsigned number = 0;  // of the names that are taken by other writers
        do {
            path_ = Text() << folder_ << "/.inlay-" << system_file::process() << "-" << number++
                           << ".tmp";
            descriptor_ = ::open(path_.c_str(), flags, system_file::mode_of_new);
        } while (descriptor_ < 0 && (errno == EEXIST || errno == EINTR));
        created_ = descriptor_ >= 0;
        return created_ ? 0 : errno;
    }

    int take_mode_of(const Text& other) {
        return system_file::take_mode(descriptor_, other.c_str());
    }

    INLAY_COLD int write(Bytes bytes) {
        constexpr std::size_t at_once = std::size_t{1} << 30;  // macOS refuses 2 GiB and more
        while (!bytes.empty()) {
            const std::size_t length = bytes.size() < at_once ? bytes.size() : at_once;
            const auto count = system_file::write_some(descriptor_, bytes.data(), length);
            if (count < 0 && errno != EINTR) return errno;
            if (count > 0) bytes = bytes.from(static_cast<std::size_t>(count));
        }
        return 0;
    }

    int flush() { return system_file::flush(descriptor_); }

    INLAY_COLD int rename(const Text& target) {
        close();  // Windows renames no open file
        const int reason = system_file::replace(target.c_str(), path_.c_str());
        renamed_ = reason == 0;
        return reason;
    }

    int flush_folder() { return system_file::flush_folder(folder_.c_str()); }

private:
    void close() {
        if (descriptor_ >= 0) ::close(descriptor_);
        descriptor_ = -1;
    }

    Text folder_, path_;
    int descriptor_ = -1;
    bool created_ = false, renamed_ = false;
};

/// Replaces the target or creates it; returns what failed, nullptr after a success, and its errno.
INLAY_COLD inline const char* replace_file(const Text& target, View<const Bytes> parts,
                                           int& reason) {
    const std::size_t slash = target.view().find_last_of(system_file::separators);
    TemporaryFile file(slash == std::string_view::npos ? "." : target.view().substr(0, slash));
    if ((reason = file.create()) != 0) return "create a temporary file beside it";
    if ((reason = file.take_mode_of(target)) != 0) return "keep its mode";
    for (const Bytes part : parts)
        if ((reason = file.write(part)) != 0) return "write";
    if ((reason = file.flush()) != 0) return "flush to disk";
    if ((reason = file.rename(target)) != 0) return "put the new version in place";
    if ((reason = file.flush_folder()) != 0) return "flush its folder to disk";
    return nullptr;
}

/// Why a file cannot be read or replaced as a whole, as an errno; 0 where it can.
INLAY_COLD inline int obstacle(const char* path, std::size_t& size) {
    system_file::Facts facts{};
    if (const int reason = system_file::read_facts(path, facts)) return reason;
    size = static_cast<std::size_t>(facts.st_size);
    if (S_ISDIR(facts.st_mode)) return EISDIR;
    return S_ISREG(facts.st_mode) ? 0 : ENOTSUP;
}

INLAY_BODY void write_file_atomically(const Text& path, View<const Bytes> parts) {
    const Text target = system_file::resolved(path);
    std::size_t size = 0;
    if (const int found = obstacle(target.c_str(), size); found == EISDIR || found == ENOTSUP)
        fail(Text() << shown(path.view()) << ": cannot replace it: found "
                    << (found == EISDIR ? "a folder" : "a device or a pipe")
                    << ", expected a file");
    int reason = 0;
    if (const char* failed = replace_file(target, parts, reason))
        fail(Text() << shown(path.view()) << ": cannot " << failed << ": "
                    << std::strerror(reason));
}

#endif

}  // namespace detail

/// The bytes of a file; fails with a sentence that names the file and the reason.
INLAY_COLD std::vector<std::byte> read_file(const std::string& path);

/// Writes the parts, one after another, as the new content of a file: a crash, a kill or a full
/// disk leaves the old version or the new one, never a mixture. The file keeps its mode, and a
/// symbolic link its place. Fails with a sentence that names the file, the operation, the reason.
template <std::convertible_to<Bytes>... Parts>
void write_file_atomically(const std::string& path, const Parts&... parts) {
    const Bytes all[]{parts...};
    detail::write_file_atomically(path, all);
}

#if INLAY_BODIES

INLAY_BODY std::vector<std::byte> read_file(const std::string& path) {
    std::size_t size = 0;
    if (const int reason = detail::obstacle(path.c_str(), size))
        fail(Text() << detail::shown(path) << ": cannot read it: " << std::strerror(reason));
    std::vector<std::byte> bytes(size);
    std::FILE* const file = std::fopen(path.c_str(), "rb");
    if (file == nullptr)
        fail(Text() << detail::shown(path) << ": cannot open it: " << std::strerror(errno));
    const std::size_t count = std::fread(bytes.data(), 1, size, file);
    std::fclose(file);
    if (count != size)
        fail(Text() << detail::shown(path) << ": cannot read it whole: found " << count
                    << " bytes, expected " << size);
    return bytes;
}

#endif

}  // namespace inlay::INLAY_ABI::io

#endif  // INLAY_IO_FILE_HPP

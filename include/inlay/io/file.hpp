// SPDX-License-Identifier: MIT
#ifndef INLAY_IO_FILE_HPP
#define INLAY_IO_FILE_HPP
// Whole files in memory: read at once, replaced at once.

#include <inlay/config.hpp>
#include <inlay/model/error.hpp>
#include <inlay/model/view.hpp>

#include <cerrno>
#include <concepts>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include <sys/stat.h>

#if __has_include(<unistd.h>) && !defined(_WIN32)
#include <fcntl.h>
#include <unistd.h>
#else
#include <filesystem>
#include <system_error>
#endif

namespace inlay::INLAY_ABI::io {

using Bytes = View<const std::byte>;

namespace detail {

/// A path as an error names it: an empty one would leave nothing to read.
INLAY_COLD inline Text shown(std::string_view path) {
    return path.empty() ? Text("''") : Text(path);
}

#if __has_include(<unistd.h>) && !defined(_WIN32)

/// A new file with a name of its own, closed and removed by the destructor unless it was renamed.
/// The operations return 0 or the errno of their failure.
class TemporaryFile {
public:
    explicit TemporaryFile(const Text& folder) : folder_(folder) {}
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    INLAY_COLD ~TemporaryFile() {
        if (descriptor_ < 0) return;
        ::close(descriptor_);
        if (!renamed_) ::unlink(path_.c_str());
    }

    INLAY_COLD int create() {
        unsigned number = 0;  // of the names that are taken by other writers
        do {
            path_ = Text() << folder_ << "/.inlay-" << ::getpid() << "-" << number++ << ".tmp";
            descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        } while (descriptor_ < 0 && (errno == EEXIST || errno == EINTR));
        return descriptor_ < 0 ? errno : 0;
    }

    INLAY_COLD int take_mode_of(const Text& other) {
        struct ::stat status{};
        if (::stat(other.c_str(), &status) != 0) return errno == ENOENT ? 0 : errno;
        return ::fchmod(descriptor_, status.st_mode & 07777) == 0 ? 0 : errno;
    }

    INLAY_COLD int write(Bytes bytes) {
        constexpr std::size_t at_once = std::size_t{1} << 30;  // macOS refuses 2 GiB and more
        while (!bytes.empty()) {
            const std::size_t length = bytes.size() < at_once ? bytes.size() : at_once;
            const auto count = ::write(descriptor_, bytes.data(), length);
            if (count < 0 && errno != EINTR) return errno;
            if (count > 0) bytes = bytes.from(static_cast<std::size_t>(count));
        }
        return 0;
    }

    int flush() { return flush(descriptor_); }

    int rename(const Text& target) {
        renamed_ = ::rename(path_.c_str(), target.c_str()) == 0;
        return renamed_ ? 0 : errno;
    }

    /// Makes the rename itself survive a power cut, where the file system can do that.
    INLAY_COLD int flush_folder() {
        const int descriptor = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (descriptor < 0) return errno;
        const int reason = flush(descriptor);
        ::close(descriptor);
        return reason == EINVAL ? 0 : reason;
    }

private:
    INLAY_COLD static int flush(int descriptor) {
        while (::fsync(descriptor) != 0)
            if (errno != EINTR) return errno;
        return 0;
    }

    Text folder_, path_;
    int descriptor_ = -1;
    bool renamed_ = false;
};

/// The file that a path leads to at the end of all symbolic links.
INLAY_COLD inline Text resolved(const Text& path) {
    char* const found = ::realpath(path.c_str(), nullptr);
    if (found == nullptr) return path;
    const Text target(found);
    std::free(found);
    return target;
}

/// Replaces the target or creates it; returns what failed, nullptr after a success, and its errno.
INLAY_COLD inline const char* replace_file(const Text& target, View<const Bytes> parts,
                                           int& reason) {
    const std::size_t slash = target.view().rfind('/');
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

#else

inline Text resolved(const Text& path) { return path; }

/// Replaces the target or creates it; returns what failed, nullptr after a success, and its errno.
INLAY_COLD inline const char* replace_file(const Text& target, View<const Bytes> parts,
                                           int& reason) {
    const Text temporary = Text() << target << ".tmp";
    std::FILE* const file = std::fopen(temporary.c_str(), "wb");
    bool written = file != nullptr;
    for (const Bytes part : parts)
        written = written && std::fwrite(part.data(), 1, part.size(), file) == part.size();
    if (file != nullptr) written = std::fclose(file) == 0 && written;
    reason = errno;
    std::error_code renaming;
    if (written) std::filesystem::rename(temporary.view(), target.view(), renaming);
    if (written && !renaming) return nullptr;
    if (written) reason = renaming.default_error_condition().value();
    std::remove(temporary.c_str());
    return written ? "put the new version in place" : "write a temporary file beside it";
}

#endif

/// Why a file cannot be read or replaced as a whole, as an errno; 0 where it can.
INLAY_COLD inline int obstacle(const char* path, std::size_t& size) {
    struct ::stat status{};
    if (::stat(path, &status) != 0) return errno;
    size = static_cast<std::size_t>(status.st_size);
    if (S_ISDIR(status.st_mode)) return EISDIR;
    return S_ISREG(status.st_mode) ? 0 : ENOTSUP;
}

INLAY_COLD inline void write_file_atomically(const Text& path, View<const Bytes> parts) {
    const Text target = resolved(path);
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

}  // namespace detail

/// The bytes of a file; fails with a sentence that names the file and the reason.
INLAY_COLD inline std::vector<std::byte> read_file(const std::string& path) {
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

/// Writes the parts, one after another, as the new content of a file: a crash, a kill or a full
/// disk leaves the old version or the new one, never a mixture. The file keeps its mode, and a
/// symbolic link its place. Fails with a sentence that names the file, the operation, the reason.
template <std::convertible_to<Bytes>... Parts>
void write_file_atomically(const std::string& path, const Parts&... parts) {
    const Bytes all[]{parts...};
    detail::write_file_atomically(path, all);
}

}  // namespace inlay::INLAY_ABI::io

#endif  // INLAY_IO_FILE_HPP

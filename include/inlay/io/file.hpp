// SPDX-License-Identifier: MIT
#pragma once
// Whole files in memory: read at once, replaced at once.

#include <inlay/config.hpp>
#include <inlay/model/error.hpp>

#include <cerrno>
#include <concepts>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <system_error>
#include <vector>

#if __has_include(<unistd.h>) && !defined(_WIN32)
#include <algorithm>
#include <chrono>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace inlay::inline INLAY_ABI::io {

namespace detail {

#if __has_include(<unistd.h>) && !defined(_WIN32)

/// A new file with a name of its own, closed and removed by the destructor unless it was renamed.
/// The operations return 0 or the errno of their failure.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::filesystem::path& folder) : folder_(folder) {}
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        if (descriptor_ < 0) return;
        ::close(descriptor_);
        if (!path_.empty()) ::unlink(path_.c_str());
    }

    int create() {
        const std::string process = ".inlay-" + std::to_string(::getpid()) + "-";
        do {
            const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
            path_ = folder_ / (process + std::to_string(now) + ".tmp");
            descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        } while (descriptor_ < 0 && (errno == EEXIST || errno == EINTR));
        return descriptor_ < 0 ? errno : 0;
    }

    int take_mode_of(const std::filesystem::path& other) {
        struct ::stat status{};
        if (::stat(other.c_str(), &status) != 0) return errno == ENOENT ? 0 : errno;
        return ::fchmod(descriptor_, status.st_mode & 07777) == 0 ? 0 : errno;
    }

    int write(std::span<const std::byte> bytes) {
        constexpr std::size_t at_once = std::size_t{1} << 30;  // macOS refuses 2 GiB and more
        while (!bytes.empty()) {
            const std::size_t length = (std::min)(bytes.size(), at_once);
            const auto count = ::write(descriptor_, bytes.data(), length);
            if (count < 0 && errno != EINTR) return errno;
            if (count > 0) bytes = bytes.subspan(static_cast<std::size_t>(count));
        }
        return 0;
    }

    int flush() { return flush(descriptor_); }

    int rename(const std::filesystem::path& target) {
        if (::rename(path_.c_str(), target.c_str()) != 0) return errno;
        path_.clear();
        return 0;
    }

    /// Makes the rename itself survive a power cut, where the file system can do that.
    int flush_folder() {
        const int descriptor = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (descriptor < 0) return errno;
        const int reason = flush(descriptor);
        ::close(descriptor);
        return reason == EINVAL ? 0 : reason;
    }

private:
    static int flush(int descriptor) {
        while (::fsync(descriptor) != 0)
            if (errno != EINTR) return errno;
        return 0;
    }

    std::filesystem::path folder_, path_;
    int descriptor_ = -1;
};

/// Replaces the target or creates it; returns what failed, nullptr after a success, and why.
INLAY_COLD inline const char* replace_file(const std::filesystem::path& target,
                                std::span<const std::span<const std::byte>> parts,
                                std::error_code& reason) {
    TemporaryFile file(target.has_parent_path() ? target.parent_path() : ".");
    const auto failed = [&](int error) {
        reason.assign(error, std::generic_category());
        return error != 0;
    };
    if (failed(file.create())) return "create a temporary file beside it";
    if (failed(file.take_mode_of(target))) return "keep its mode";
    for (const auto part : parts)
        if (failed(file.write(part))) return "write";
    if (failed(file.flush())) return "flush to disk";
    if (failed(file.rename(target))) return "put the new version in place";
    if (failed(file.flush_folder())) return "flush its folder to disk";
    return nullptr;
}

#else

/// Replaces the target or creates it; returns what failed, nullptr after a success, and why.
INLAY_COLD inline const char* replace_file(const std::filesystem::path& target,
                                std::span<const std::span<const std::byte>> parts,
                                std::error_code& reason) {
    std::filesystem::path temporary = target;
    temporary += ".tmp";
    std::ofstream file(temporary, std::ios::binary | std::ios::trunc);
    for (const auto part : parts)
        file.write(reinterpret_cast<const char*>(part.data()),
                   static_cast<std::streamsize>(part.size()));
    file.close();
    const char* failed = nullptr;
    if (file.fail()) {
        reason = std::make_error_code(std::errc::io_error);
        failed = "write a temporary file beside it";
    } else {
        std::filesystem::rename(temporary, target, reason);
        if (reason) failed = "put the new version in place";
    }
    std::error_code ignored;
    if (failed != nullptr) std::filesystem::remove(temporary, ignored);
    return failed;
}

#endif

}  // namespace detail

/// The bytes of a file; fails with a sentence that names the file and the reason.
INLAY_COLD inline std::vector<std::byte> read_file(const std::filesystem::path& path) {
    std::error_code reason;
    const auto size = std::filesystem::file_size(path, reason);
    if (reason) fail(path.string() + ": cannot read it: " + reason.message());
    std::ifstream file(path, std::ios::binary);
    if (!file) fail(path.string() + ": cannot open it: " + std::generic_category().message(errno));
    std::vector<std::byte> bytes(size);
    file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
    if (const auto count = static_cast<std::size_t>(file.gcount()); count != size)
        fail(path.string() + ": cannot read it whole: found " + std::to_string(count) +
             " bytes, expected " + std::to_string(size));
    return bytes;
}

/// Writes the parts, one after another, as the new content of a file: a crash, a kill or a full
/// disk leaves the old version or the new one, never a mixture. The file keeps its mode, and a
/// symbolic link its place. Fails with a sentence that names the file, the operation, the reason.
template <std::convertible_to<std::span<const std::byte>>... Parts>
void write_file_atomically(const std::filesystem::path& path, const Parts&... parts) {
    std::error_code reason;
    std::filesystem::path target = std::filesystem::weakly_canonical(path, reason);
    if (reason) target = path;
    const auto status = std::filesystem::status(target, reason);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
        fail(path.string() + ": cannot replace it: found " +
             (std::filesystem::is_directory(status) ? "a folder" : "a device or a pipe") +
             ", expected a file");
    const std::span<const std::byte> all[]{parts...};
    if (const char* failed = detail::replace_file(target, all, reason))
        fail(path.string() + ": cannot " + failed + ": " + reason.message());
}

}  // namespace inlay::inline INLAY_ABI::io

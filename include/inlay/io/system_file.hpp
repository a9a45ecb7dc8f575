// SPDX-License-Identifier: MIT
#ifndef INLAY_IO_SYSTEM_FILE_HPP
#define INLAY_IO_SYSTEM_FILE_HPP
// What POSIX, WASI (where files have no mode) and Windows call differently when a file is replaced.
// The operations return 0 or the errno of their failure.

#include <inlay/config.hpp>
#include <inlay/host/text.hpp>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include <fcntl.h>
#include <sys/stat.h>

#if defined(_WIN32)
#include <direct.h>
#include <io.h>
#include <process.h>
#include <system_error>
#else
#include <unistd.h>
#endif

#if INLAY_BODIES

namespace inlay::INLAY_ABI::io::system_file {

#if defined(_WIN32)

// Of <windows.h>, which brings a thousand macros.
extern "C" __declspec(dllimport) int __stdcall MoveFileExA(const char*, const char*, unsigned long);
extern "C" __declspec(dllimport) unsigned long __stdcall GetLastError();

using Facts = struct ::_stat64;
inline constexpr const char* separators = "/\\";
inline constexpr int flags_of_new = O_BINARY | O_NOINHERIT;
inline constexpr int mode_of_new = _S_IREAD | _S_IWRITE;

INLAY_COLD inline int read_facts(const char* path, Facts& facts) {
    return ::_stat64(path, &facts) == 0 ? 0 : errno;
}

/// At most `length` bytes; returns how many, or a negative number.
INLAY_COLD inline std::ptrdiff_t write_some(int file, const void* bytes, std::size_t length) {
    return ::_write(file, bytes, static_cast<unsigned>(length));
}

INLAY_COLD inline int flush(int file) { return ::_commit(file) == 0 ? 0 : errno; }

/// The new file is on the disk when this returns.
INLAY_COLD inline int replace(const char* target, const char* with) {
    constexpr unsigned long replace_existing = 1, write_through = 8;
    if (MoveFileExA(with, target, replace_existing | write_through) != 0) return 0;
    const std::error_code code(static_cast<int>(GetLastError()), std::system_category());
    return code.default_error_condition().value();
}

inline int flush_folder(const char*) { return 0; }

INLAY_COLD inline int make_folder(const char* path) { return ::_mkdir(path) == 0 ? 0 : errno; }

/// Removes an empty folder.
INLAY_COLD inline int remove_folder(const char* path) { return ::_rmdir(path) == 0 ? 0 : errno; }

#else

using Facts = struct ::stat;
inline constexpr const char* separators = "/";
inline constexpr int flags_of_new = O_CLOEXEC;
inline constexpr int mode_of_new = 0666;

INLAY_COLD inline int read_facts(const char* path, Facts& facts) {
    return ::stat(path, &facts) == 0 ? 0 : errno;
}

/// At most `length` bytes; returns how many, or a negative number.
INLAY_COLD inline std::ptrdiff_t write_some(int file, const void* bytes, std::size_t length) {
    return ::write(file, bytes, length);
}

INLAY_COLD inline int flush(int file) {
    while (::fsync(file) != 0)
        if (errno != EINTR) return errno;
    return 0;
}

INLAY_COLD inline int replace(const char* target, const char* with) {
    return std::rename(with, target) == 0 ? 0 : errno;
}

/// Makes a renaming survive a power cut, where the file system can do that.
INLAY_COLD inline int flush_folder(const char* folder) {
    const int descriptor = ::open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return errno;
    const int reason = flush(descriptor);
    ::close(descriptor);
    return reason == EINVAL ? 0 : reason;
}

INLAY_COLD inline int make_folder(const char* path) { return ::mkdir(path, 0777) == 0 ? 0 : errno; }

/// Removes an empty folder.
INLAY_COLD inline int remove_folder(const char* path) { return ::rmdir(path) == 0 ? 0 : errno; }

#endif

/// Makes the folders of a file where they lack. What cannot be made is told when the file is
/// written.
INLAY_COLD inline void make_folders(std::string_view file) {
    const std::size_t end = file.find_last_of(separators);
    for (std::size_t at = 1; end != file.npos && at <= end; ++at) {
        at = file.find_first_of(separators, at);
        const Text folder(file.substr(0, at));
        Facts facts{};
        if (read_facts(folder.c_str(), facts) == ENOENT) make_folder(folder.c_str());
    }
}

#if defined(__wasi__)
inline int process() { return 0; }  // there are none
#else
inline int process() { return ::getpid(); }
#endif

#if defined(_WIN32) || defined(__wasi__)

/// A file has the rights of its folder.
inline int take_mode(int, const char*) { return 0; }

inline Text resolved(const Text& path) { return path; }

#else

/// Gives a file the mode of another, if that exists.
INLAY_COLD inline int take_mode(int file, const char* of) {
    Facts facts{};
    if (const int reason = read_facts(of, facts)) return reason == ENOENT ? 0 : reason;
    return ::fchmod(file, facts.st_mode & 07777) == 0 ? 0 : errno;
}

/// The file that a path leads to at the end of all symbolic links.
INLAY_COLD inline Text resolved(const Text& path) {
    char* const found = ::realpath(path.c_str(), nullptr);
    if (found == nullptr) return path;
    const Text target(found);
    std::free(found);
    return target;
}

#endif

}  // namespace inlay::INLAY_ABI::io::system_file

#endif

#endif  // INLAY_IO_SYSTEM_FILE_HPP

// SPDX-License-Identifier: MIT
#include "../temporary_folder.hpp"

#include <inlay/io/file.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace inlay;
using namespace inlay::INLAY_ABI;

namespace {

std::span<const std::byte> bytes_of(std::string_view text) {
    return std::as_bytes(std::span(text));
}

std::string text_in(const std::filesystem::path& path) {
    const std::vector<std::byte> bytes = io::read_file(path);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// The sentence with which a call fails; empty if it does not.
template <class Call>
std::string failure_of(Call call) {
    try {
        call();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

/// Starts a process that makes a call and ends with what it returns, 99 after an exception.
template <class Call>
pid_t in_child(Call call) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child != 0) return child;
    try {
        _exit(call());
    } catch (...) {
        _exit(99);
    }
}

mode_t mode_of(const std::filesystem::path& path) {
    struct stat status{};
    REQUIRE(stat(path.c_str(), &status) == 0);
    return status.st_mode & 07777;
}

}  // namespace

TEST_CASE("what is written is read, in parts and over an older version") {
    const TemporaryFolder folder;
    const auto path = folder / "net";
    io::write_file_atomically(path, bytes_of("one"), bytes_of(""), bytes_of(" two"));
    CHECK(text_in(path) == "one two");
    io::write_file_atomically(path, bytes_of("3"));
    CHECK(text_in(path) == "3");
    io::write_file_atomically(path, std::vector<std::byte>{});
    CHECK(text_in(path).empty());
    const std::string large(5'000'001, 'x');
    io::write_file_atomically(path, bytes_of(large));
    CHECK(text_in(path) == large);
    CHECK(folder.count() == 1);
}

TEST_CASE("a file without a folder in its name goes into the current folder") {
    const TemporaryFolder folder;
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder / "");
    io::write_file_atomically("net", bytes_of("here"));
    std::filesystem::current_path(before);
    CHECK(text_in(folder / "net") == "here");
}

TEST_CASE("a file that cannot be read is named, with the reason") {
    const TemporaryFolder folder;
    const std::string absent = (folder / "absent").string();
    CHECK(failure_of([&] { io::read_file(absent); }) ==
          absent + ": cannot read it: No such file or directory");
    const std::string itself = (folder / "").string();
    CHECK(failure_of([&] { io::read_file(itself); }) ==
          itself + ": cannot read it: Is a directory");
    CHECK(
        failure_of([] { io::read_file("/dev/null"); }).starts_with("/dev/null: cannot read it: "));
    if (geteuid() != 0) {
        const auto locked = folder / "locked";
        io::write_file_atomically(locked, bytes_of("secret"));
        std::filesystem::permissions(locked, std::filesystem::perms::none);
        CHECK(failure_of([&] { io::read_file(locked); }) ==
              locked.string() + ": cannot open it: Permission denied");
    }
}

TEST_CASE("a file keeps its mode, a new one has the usual one") {
    const TemporaryFolder folder;
    const auto path = folder / "net";
    const mode_t mask = umask(0027);
    io::write_file_atomically(path, bytes_of("old"));
    CHECK(mode_of(path) == 0640);
    REQUIRE(chmod(path.c_str(), 0604) == 0);
    io::write_file_atomically(path, bytes_of("new"));
    CHECK(mode_of(path) == 0604);
    CHECK(text_in(path) == "new");
    umask(mask);
}

TEST_CASE("a symbolic link keeps its place") {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "runs");
    io::write_file_atomically(folder / "runs" / "7", bytes_of("old"));
    std::filesystem::create_symlink("runs/7", folder / "latest");
    io::write_file_atomically(folder / "latest", bytes_of("new"));
    CHECK(std::filesystem::is_symlink(folder / "latest"));
    CHECK(text_in(folder / "runs" / "7") == "new");
}

TEST_CASE("what cannot be written leaves no trace") {
    const TemporaryFolder folder;
    const auto write_to = [](const std::filesystem::path& path) {
        return failure_of([&] { io::write_file_atomically(path, bytes_of("new")); });
    };
    const auto lost = folder / "no" / "net";
    CHECK(write_to(lost) == lost.string() +
                                ": cannot create a temporary file beside it: "
                                "No such file or directory");
    const auto target = folder / "target";
    std::filesystem::create_directory(target);
    CHECK(write_to(target) ==
          target.string() + ": cannot replace it: found a folder, expected a file");
    CHECK(write_to("/dev/null") ==
          "/dev/null: cannot replace it: found a device or a pipe, expected a file");
    const auto below = folder / "file" / "net";
    io::write_file_atomically(folder / "file", bytes_of("old"));
    CHECK(write_to(below).starts_with(below.string() + ": cannot "));
    if (geteuid() != 0) {
        std::filesystem::permissions(
            target, std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
        CHECK(write_to(target / "net").ends_with("beside it: Permission denied"));
        std::filesystem::permissions(target, std::filesystem::perms::owner_all);
    }
    CHECK(folder.count() == 2);
}

TEST_CASE("a full disk leaves the old version and no temporary file") {
    const TemporaryFolder folder;
    const auto path = folder / "net";
    io::write_file_atomically(path, bytes_of("old"));
    const pid_t child = in_child([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{1000, 1000};  // on the size of files: it stands for the disk
        if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
        const std::string large(5000, 'x');
        const std::string failure =
            failure_of([&] { io::write_file_atomically(path, bytes_of(large)); });
        return failure == path.string() + ": cannot write: File too large" ? 0 : 1;
    });
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(text_in(path) == "old");
    CHECK(folder.count() == 1);
}

TEST_CASE("writers at the same time leave one whole version") {
    const TemporaryFolder folder;
    const auto path = folder / "net";
    const std::string versions[]{std::string(30'000, 'a'), std::string(20'001, 'b')};
    const auto write_often = [&](const std::string& version) {
        for (int k = 0; k < 50; ++k) io::write_file_atomically(path, bytes_of(version));
    };
    std::thread other(write_often, versions[0]);
    write_often(versions[1]);
    other.join();
    CHECK(std::ranges::count(versions, text_in(path)) == 1);
    CHECK(folder.count() == 1);
}

TEST_CASE("a kill at any moment leaves the old version or the new one whole") {
    const int kills = std::getenv("INLAY_DEEP_TESTS") != nullptr ? 1000 : 60;
    const TemporaryFolder folder;
    const auto path = folder / "net";
    const std::string versions[]{std::string(300'000, 'a'), std::string(200'001, 'b')};
    io::write_file_atomically(path, bytes_of(versions[0]));
    int seen[2]{};
    for (int k = 0; k < kills; ++k) {
        const pid_t child = in_child([&]() -> int {
            for (std::size_t turn = 1;; ++turn)
                io::write_file_atomically(path, bytes_of(versions[turn % 2]));
        });
        usleep(static_cast<useconds_t>(500 + 7919 * k % 6007));
        REQUIRE(kill(child, SIGKILL) == 0);
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));
        const std::string found = text_in(path);
        const auto version = std::ranges::find(versions, found) - versions;
        REQUIRE(version < 2);
        ++seen[version];
    }
    MESSAGE("after " << kills << " kills: " << seen[0] << " and " << seen[1] << " whole versions");
    CHECK(seen[0] + seen[1] == kills);
}

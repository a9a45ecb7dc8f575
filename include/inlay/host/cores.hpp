// SPDX-License-Identifier: MIT
#ifndef INLAY_HOST_CORES_HPP
#define INLAY_HOST_CORES_HPP
// How many cores this process may run on: by its affinity and by the CPU quota of its container.

#include <inlay/config.hpp>
#include <inlay/host/system_threads.hpp>
#include <inlay/host/text.hpp>

#include <climits>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#if defined(__linux__)
#include <sched.h>
#endif

#if INLAY_BODIES

namespace inlay::INLAY_ABI::host {

inline constexpr int unlimited = INT_MAX;

/// How many cores work `quota` of every `period` microseconds, rounded up. `text` is
/// "quota period", as in cpu.max; anything but two positive numbers is no limit ("max ...", "-1").
INLAY_COLD inline int quota_cores(const Text& text) {
    char* rest = nullptr;
    const long long quota = std::strtoll(text.c_str(), &rest, 10);
    const long long period = std::strtoll(rest, nullptr, 10);
    if (quota <= 0 || period <= 0) return unlimited;
    const long long whole = quota / period + (quota % period != 0 ? 1 : 0);
    return whole < unlimited ? static_cast<int>(whole) : unlimited;
}

/// Takes the part before a mark, or all, off the front of a text, and the mark.
INLAY_COLD inline std::string_view take_part(std::string_view& text, char mark) {
    const std::string_view part = text.substr(0, text.find(mark));
    text.remove_prefix(part.size() < text.size() ? part.size() + 1 : part.size());
    return part;
}

/// Whether a list such as "cpu,cpuacct" names cpu.
INLAY_COLD inline bool names_cpu(std::string_view controllers) {
    while (!controllers.empty())
        if (take_part(controllers, ',') == "cpu") return true;
    return false;
}

/// The tightest quota of this process's control groups and of those around them, in cores.
/// read(path) is the text of a file, empty where it cannot be read.
template <class Read>
INLAY_COLD int tightest_quota(Read&& read) {
    int tightest = unlimited;
    const Text groups = read(Text("/proc/self/cgroup"));
    for (std::string_view rest = groups.view(); !rest.empty();) {
        // number:controllers:path, where version 2 names no controllers.
        std::string_view path = take_part(rest, '\n');
        take_part(path, ':');
        const std::string_view controllers = take_part(path, ':');
        if (!path.starts_with('/')) continue;
        const bool version_2 = controllers.empty();
        if (!version_2 && !names_cpu(controllers)) continue;
        // A container may be told its path on the host, but finds itself at the mount.
        for (path = path == "/" ? "" : path;; path = path.substr(0, path.rfind('/'))) {
            Text folder, quota;
            folder << (version_2 ? "/sys/fs/cgroup" : "/sys/fs/cgroup/cpu") << path;
            if (version_2)
                quota << read(Text() << folder << "/cpu.max");
            else
                quota << read(Text() << folder << "/cpu.cfs_quota_us") << " "
                      << read(Text() << folder << "/cpu.cfs_period_us");
            if (const int cores = quota_cores(quota); cores < tightest) tightest = cores;
            if (path.empty()) break;
        }
    }
    return tightest;
}

/// The text of a file, empty where it cannot be read.
INLAY_COLD inline Text text_in(const Text& path) {
    Text text;
    std::FILE* const file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) return text;
    char some[1024];
    while (const std::size_t length = std::fread(some, 1, sizeof some, file))
        text << std::string_view(some, length);
    std::fclose(file);
    return text;
}

/// How many cores the calling thread and those it starts may keep busy; 1 where there are no
/// threads.
INLAY_COLD inline int cores() {
#if defined(__cpp_lib_shared_mutex)
    int allowed = processors();
#if defined(__linux__)
    cpu_set_t affinity;
    if (sched_getaffinity(0, sizeof affinity, &affinity) == 0) allowed = CPU_COUNT(&affinity);
#endif
    if (const int quota = tightest_quota(text_in); quota < allowed) allowed = quota;
    return allowed < 1 ? 1 : allowed;
#else
    return 1;
#endif
}

}  // namespace inlay::INLAY_ABI::host

#endif

#endif  // INLAY_HOST_CORES_HPP

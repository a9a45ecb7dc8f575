// SPDX-License-Identifier: MIT
#pragma once
// How many cores this process may run on: by its affinity and by the CPU quota of its container.

#include <inlay/config.hpp>

#include <algorithm>
#include <climits>
#include <cstddef>
#include <fstream>
#include <sstream>
#include <string>
#include <version>

// The macro of std::shared_mutex tells whether the standard library has threads at all.
#if defined(__cpp_lib_shared_mutex)
#include <thread>
#endif
#if defined(__linux__)
#include <sched.h>
#endif

namespace inlay::inline INLAY_ABI::threading {

inline constexpr int unlimited = INT_MAX;

/// How many cores work `quota` of every `period` microseconds, rounded up. `text` is
/// "quota period", as in cpu.max; anything but two positive numbers is no limit ("max ...", "-1").
INLAY_COLD inline int quota_cores(const std::string& text) {
    long long quota = 0, period = 0;
    std::istringstream numbers(text);
    if (!(numbers >> quota >> period) || quota <= 0 || period <= 0) return unlimited;
    const long long whole = quota / period + (quota % period != 0 ? 1 : 0);
    return static_cast<int>((std::min)(whole, static_cast<long long>(unlimited)));
}

/// The tightest quota of this process's control groups and of those around them, in cores.
/// read(path) is the text of a file, empty where it cannot be read.
template <class Read>
int tightest_quota(Read&& read) {
    int tightest = unlimited;
    std::istringstream groups(read("/proc/self/cgroup"));
    for (std::string line; std::getline(groups, line);) {
        // number:controllers:path, where version 2 names no controllers.
        const std::size_t colon = line.find(':'), slash = line.find(":/", colon + 1) + 1;
        if (colon == line.npos || slash == 0) continue;
        const std::string controllers = "," + line.substr(colon + 1, slash - colon - 2) + ",";
        const bool version_2 = controllers == ",,";
        if (!version_2 && controllers.find(",cpu,") == line.npos) continue;
        const std::string mount = version_2 ? "/sys/fs/cgroup" : "/sys/fs/cgroup/cpu";
        // A container may be told its path on the host, but finds itself at the mount.
        for (std::string path = line.substr(slash);; path.erase(path.rfind('/'))) {
            const std::string folder = path == "/" ? mount : mount + path;
            const std::string quota = version_2 ? read(folder + "/cpu.max")
                                                : read(folder + "/cpu.cfs_quota_us") + " " +
                                                      read(folder + "/cpu.cfs_period_us");
            tightest = (std::min)(tightest, quota_cores(quota));
            if (folder == mount) break;
        }
    }
    return tightest;
}

/// How many cores the calling thread and those it starts may keep busy; 1 where there are no
/// threads.
INLAY_COLD inline int cores() {
#if defined(__cpp_lib_shared_mutex)
    int allowed = static_cast<int>(std::thread::hardware_concurrency());
#if defined(__linux__)
    cpu_set_t affinity;
    if (sched_getaffinity(0, sizeof affinity, &affinity) == 0) allowed = CPU_COUNT(&affinity);
#endif
    const int quota = tightest_quota([](const std::string& path) {
        std::ostringstream text;
        text << std::ifstream(path).rdbuf();
        return text.str();
    });
    return (std::max)(1, (std::min)(allowed, quota));
#else
    return 1;
#endif
}

}  // namespace inlay::inline INLAY_ABI::threading

// SPDX-License-Identifier: MIT
#pragma once
// What a program prints, caught on its way to standard output or standard error.

#include <cstdio>
#include <string>
#include <unistd.h>

/// Catches what goes to a stream of C's, as long as it lives.
class Printed {
public:
    explicit Printed(std::FILE* stream) : stream_(stream), caught_(std::tmpfile()) {
        std::fflush(stream_);
        before_ = ::dup(::fileno(stream_));
        ::dup2(::fileno(caught_), ::fileno(stream_));
    }
    Printed(const Printed&) = delete;
    Printed& operator=(const Printed&) = delete;
    ~Printed() {
        std::fflush(stream_);
        ::dup2(before_, ::fileno(stream_));
        ::close(before_);
        std::fclose(caught_);
    }

    /// What has come so far.
    std::string text() {
        std::fflush(stream_);
        std::string all;
        for (char c = 0; ::pread(::fileno(caught_), &c, 1, static_cast<off_t>(all.size())) == 1;)
            all += c;
        return all;
    }

private:
    std::FILE* stream_;
    std::FILE* caught_;
    int before_ = -1;
};

// SPDX-License-Identifier: MIT
// `using namespace inlay` beside the names that C, POSIX and small programs put into the global
// namespace.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <inlay/inlay.hpp>

namespace {

int draw() { return 1; }
int epochs = 0, examples = 0, rng = 2, train = 1, network = 1, seed = 3, step = 4, batch = 5,
    in = 6, out = 7, size = 8, image = 9, label = 10;

}  // namespace

using namespace inlay;

int main() {
    fd_set none;
    FD_ZERO(&none);
    timeval now{};
    const int ready = select(0, &none, nullptr, nullptr, &now);
    const long drawn = random();
    return ready + static_cast<int>(drawn - drawn) + draw() - 1 + epochs + examples + rng - 2 +
           train - network + seed - 3 + step - 4 + batch - 5 + in - 6 + out - 7 + size - 8 + image -
           9 + label - 10;
}

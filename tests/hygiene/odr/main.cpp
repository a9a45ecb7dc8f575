// SPDX-License-Identifier: MIT
// Two objects built for different instruction sets in one program: each keeps its own functions,
// and both start from the same weights.
#include "answer.hpp"

std::vector<float> baseline_answer();

int main() {
    const std::vector<float> native = answer();
    const std::vector<float> baseline = baseline_answer();
    for (std::size_t i = 0; i < native.size(); ++i)
        if (!(std::abs(native[i] - baseline[i]) < 1e-5f)) return 1;
    return native.size() == baseline.size() ? 0 : 2;
}

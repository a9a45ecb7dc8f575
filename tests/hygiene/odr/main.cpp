// SPDX-License-Identifier: MIT
// Two objects built for different instruction sets in one program: each keeps its own functions,
// and both start from the same weights. What one throws the other catches.
#include "answer.hpp"

#include <stdexcept>
#include <string_view>

std::vector<float> baseline_answer();
void baseline_failure();

int main() {
    const std::vector<float> native = answer();
    const std::vector<float> baseline = baseline_answer();
    for (std::size_t i = 0; i < native.size(); ++i)
        if (!(std::abs(native[i] - baseline[i]) < 1e-5f)) return 1;
    if (native.size() != baseline.size()) return 2;
    try {
        baseline_failure();
    } catch (const inlay::Error& error) {
        return std::string_view(error.what()).starts_with("'': cannot read it") ? 0 : 3;
    } catch (const std::exception&) {
        return 4;
    }
    return 5;
}

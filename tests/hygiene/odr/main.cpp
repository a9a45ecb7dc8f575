// SPDX-License-Identifier: MIT
// Three objects built for different instruction sets in one program: each keeps its own functions,
// and all start from the same weights. What one throws the other catches.
#include "answer.hpp"

#include <stdexcept>
#include <string_view>

std::vector<float> baseline_answer();
std::vector<float> middle_answer();
void baseline_failure();

int main() {
    const std::vector<float> native = answer();
    const std::vector<float> baseline = baseline_answer();
    const std::vector<float> middle = middle_answer();
    if (native.size() != baseline.size() || native.size() != middle.size()) return 2;
    for (std::size_t i = 0; i < native.size(); ++i)
        if (!(std::abs(native[i] - baseline[i]) < 1e-5f && baseline[i] == middle[i])) return 1;
    try {
        baseline_failure();
    } catch (const inlay::Error& error) {
        return std::string_view(error.what()).starts_with("'': cannot read it") ? 0 : 3;
    } catch (const std::exception&) {
        return 4;
    }
    return 5;
}

// SPDX-License-Identifier: MIT
#include "answer.hpp"

std::vector<float> baseline_answer();
std::vector<float> baseline_answer() { return answer(); }

// SPDX-License-Identifier: MIT
#include "answer.hpp"

std::vector<float> middle_answer();
std::vector<float> middle_answer() { return answer(); }

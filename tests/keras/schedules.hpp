// SPDX-License-Identifier: MIT
#pragma once
// What Keras found for learning rates of steps.
// Written by generate.py with Keras 3.15.0, TensorFlow 2.21.0, NumPy 2.4.6.

#include "formula.hpp"

namespace keras {

// CosineDecay{.initial_learning_rate = 0.1, .decay_steps = 100, .alpha = 0.05}
namespace numbers_of_cosine_decay {
inline constexpr std::uint64_t steps[]{
    0, 1, 5, 9, 10, 11, 19, 20, 21, 30, 31, 49, 50, 70, 99, 100, 150, 1000, 12345,
};
inline constexpr float rates[]{
    0.1f, 0.09997656f, 0.0994152f, 0.09811395f, 0.09767518f, 0.09719183f, 0.091786325f, 0.09092831f,
    0.09003236f, 0.0804198f, 0.079198964f, 0.05399201f, 0.0525f, 0.024580203f, 0.00502344f,
    0.0050000004f, 0.0050000004f, 0.0050000004f, 0.0050000004f,
};
}  // namespace numbers_of_cosine_decay
inline constexpr ScheduleCase cosine_decay{
    .name = "cosine_decay",
    .steps = numbers_of_cosine_decay::steps,
    .rates = numbers_of_cosine_decay::rates,
};

// CosineDecay{.initial_learning_rate = 0.01, .decay_steps = 80, .warmup_target = 0.2, .warmup_steps
// = 20}
namespace numbers_of_cosine_warm_up {
inline constexpr std::uint64_t steps[]{
    0, 1, 5, 9, 10, 11, 19, 20, 21, 30, 31, 49, 50, 70, 99, 100, 150, 1000, 12345,
};
inline constexpr float rates[]{
    0.01f, 0.019499999f, 0.057499997f, 0.09549999f, 0.105f, 0.1145f, 0.1905f, 0.2f, 0.1999229f,
    0.19238795f, 0.19081432f, 0.14186597f, 0.13826834f, 0.061731648f, 7.709861e-5f, 0.f, 0.f, 0.f,
    0.f,
};
}  // namespace numbers_of_cosine_warm_up
inline constexpr ScheduleCase cosine_warm_up{
    .name = "cosine_warm_up",
    .steps = numbers_of_cosine_warm_up::steps,
    .rates = numbers_of_cosine_warm_up::rates,
};

// CosineDecayRestarts{.initial_learning_rate = 0.1, .first_decay_steps = 11, .t_mul = 1.5, .m_mul =
// 0.8, .alpha = 0.01}
namespace numbers_of_cosine_restarts {
inline constexpr std::uint64_t steps[]{
    0, 1, 5, 9, 10, 11, 19, 20, 21, 30, 31, 49, 50, 70, 99, 100, 150, 1000, 12345,
};
inline constexpr float rates[]{
    0.1f, 0.0979949f, 0.057544585f, 0.008857948f, 0.0030050946f, 0.0802f, 0.04248424f, 0.03496433f,
    0.02764811f, 0.06277826f, 0.061284717f, 0.0036576835f, 0.0022832626f, 0.028085157f,
    0.038634155f, 0.038015846f, 0.033161458f, 0.009361058f, 0.002375306f,
};
}  // namespace numbers_of_cosine_restarts
inline constexpr ScheduleCase cosine_restarts{
    .name = "cosine_restarts",
    .steps = numbers_of_cosine_restarts::steps,
    .rates = numbers_of_cosine_restarts::rates,
};

// CosineDecayRestarts{.initial_learning_rate = 0.1, .first_decay_steps = 16, .t_mul = 1.0, .m_mul =
// 0.9}
namespace numbers_of_cosine_restarts_even {
inline constexpr std::uint64_t steps[]{
    0, 1, 5, 9, 10, 11, 19, 20, 21, 30, 31, 49, 50, 70, 99, 100, 150, 1000, 12345,
};
inline constexpr float rates[]{
    0.1f, 0.099039264f, 0.07777851f, 0.040245485f, 0.030865824f, 0.022221481f, 0.08241613f,
    0.07681981f, 0.070000656f, 0.0034254168f, 8.64661e-4f, 0.07219961f, 0.0701254f, 0.045358922f,
    0.048665892f, 0.04536132f, 0.026783988f, 7.277879e-5f, 2.1168158e-37f,
};
}  // namespace numbers_of_cosine_restarts_even
inline constexpr ScheduleCase cosine_restarts_even{
    .name = "cosine_restarts_even",
    .steps = numbers_of_cosine_restarts_even::steps,
    .rates = numbers_of_cosine_restarts_even::rates,
};

// ExponentialDecay{.initial_learning_rate = 0.1, .decay_steps = 30, .decay_rate = 0.7}
namespace numbers_of_exponential_decay {
inline constexpr std::uint64_t steps[]{
    0, 1, 5, 9, 10, 11, 19, 20, 21, 30, 31, 49, 50, 70, 99, 100, 150, 1000, 12345,
};
inline constexpr float rates[]{
    0.1f, 0.09881812f, 0.094228655f, 0.08985235f, 0.0887904f, 0.08774101f, 0.07978026f, 0.07883736f,
    0.07790559f, 0.07f, 0.06917269f, 0.05584618f, 0.05518615f, 0.043507297f, 0.030819355f,
    0.030455107f, 0.016807f, 6.8643794e-7f, 0.f,
};
}  // namespace numbers_of_exponential_decay
inline constexpr ScheduleCase exponential_decay{
    .name = "exponential_decay",
    .steps = numbers_of_exponential_decay::steps,
    .rates = numbers_of_exponential_decay::rates,
};

// ExponentialDecay{.initial_learning_rate = 0.1, .decay_steps = 10, .decay_rate = 0.9, .staircase =
// true}
namespace numbers_of_exponential_staircase {
inline constexpr std::uint64_t steps[]{
    0, 1, 5, 9, 10, 11, 19, 20, 21, 30, 31, 49, 50, 70, 99, 100, 150, 1000, 12345,
};
inline constexpr float rates[]{
    0.1f, 0.1f, 0.1f, 0.1f, 0.089999996f, 0.089999996f, 0.089999996f, 0.08099999f, 0.08099999f,
    0.07289999f, 0.07289999f, 0.06560999f, 0.05904899f, 0.047829684f, 0.03874204f, 0.034867834f,
    0.020589104f, 2.656133e-6f, 0.f,
};
}  // namespace numbers_of_exponential_staircase
inline constexpr ScheduleCase exponential_staircase{
    .name = "exponential_staircase",
    .steps = numbers_of_exponential_staircase::steps,
    .rates = numbers_of_exponential_staircase::rates,
};

// InverseTimeDecay{.initial_learning_rate = 0.1, .decay_steps = 30, .decay_rate = 0.7}
namespace numbers_of_inverse_time_decay {
inline constexpr std::uint64_t steps[]{
    0, 1, 5, 9, 10, 11, 19, 20, 21, 30, 31, 49, 50, 70, 99, 100, 150, 1000, 12345,
};
inline constexpr float rates[]{
    0.1f, 0.09771987f, 0.08955224f, 0.08264463f, 0.081081085f, 0.0795756f, 0.06928407f, 0.06818182f,
    0.06711409f, 0.05882353f, 0.058027077f, 0.046656296f, 0.04615385f, 0.037974685f, 0.030211482f,
    0.030000001f, 0.022222223f, 0.0041095894f, 3.4596093e-4f,
};
}  // namespace numbers_of_inverse_time_decay
inline constexpr ScheduleCase inverse_time_decay{
    .name = "inverse_time_decay",
    .steps = numbers_of_inverse_time_decay::steps,
    .rates = numbers_of_inverse_time_decay::rates,
};

// InverseTimeDecay{.initial_learning_rate = 0.1, .decay_steps = 10, .decay_rate = 0.5, .staircase =
// true}
namespace numbers_of_inverse_time_staircase {
inline constexpr std::uint64_t steps[]{
    0, 1, 5, 9, 10, 11, 19, 20, 21, 30, 31, 49, 50, 70, 99, 100, 150, 1000, 12345,
};
inline constexpr float rates[]{
    0.1f, 0.1f, 0.1f, 0.1f, 0.06666667f, 0.06666667f, 0.06666667f, 0.05f, 0.05f, 0.04f, 0.04f,
    0.033333335f, 0.028571429f, 0.022222223f, 0.018181818f, 0.016666668f, 0.011764706f,
    0.0019607844f, 1.618123e-4f,
};
}  // namespace numbers_of_inverse_time_staircase
inline constexpr ScheduleCase inverse_time_staircase{
    .name = "inverse_time_staircase",
    .steps = numbers_of_inverse_time_staircase::steps,
    .rates = numbers_of_inverse_time_staircase::rates,
};

// PiecewiseConstantDecay{.boundaries = {10, 20, 50}, .values = {0.1, 0.05, 0.02, 0.01}}
namespace numbers_of_piecewise_constant_decay {
inline constexpr std::uint64_t steps[]{
    0, 1, 5, 9, 10, 11, 19, 20, 21, 30, 31, 49, 50, 70, 99, 100, 150, 1000, 12345,
};
inline constexpr float rates[]{
    0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.05f, 0.05f, 0.05f, 0.02f, 0.02f, 0.02f, 0.02f, 0.02f, 0.01f,
    0.01f, 0.01f, 0.01f, 0.01f, 0.01f,
};
}  // namespace numbers_of_piecewise_constant_decay
inline constexpr ScheduleCase piecewise_constant_decay{
    .name = "piecewise_constant_decay",
    .steps = numbers_of_piecewise_constant_decay::steps,
    .rates = numbers_of_piecewise_constant_decay::rates,
};

// PolynomialDecay{.initial_learning_rate = 0.1, .decay_steps = 70, .end_learning_rate = 0.01,
// .power = 2.5}
namespace numbers_of_polynomial_decay {
inline constexpr std::uint64_t steps[]{
    0, 1, 5, 9, 10, 11, 19, 20, 21, 30, 31, 49, 50, 70, 99, 100, 150, 1000, 12345,
};
inline constexpr float rates[]{
    0.1f, 0.096820064f, 0.084779195f, 0.07380019f, 0.0712175f, 0.068698555f, 0.05077771f,
    0.048808105f, 0.046896704f, 0.03221505f, 0.030852538f, 0.014436553f, 0.013927104f, 0.01f, 0.01f,
    0.01f, 0.01f, 0.01f, 0.01f,
};
}  // namespace numbers_of_polynomial_decay
inline constexpr ScheduleCase polynomial_decay{
    .name = "polynomial_decay",
    .steps = numbers_of_polynomial_decay::steps,
    .rates = numbers_of_polynomial_decay::rates,
};

// PolynomialDecay{.initial_learning_rate = 0.1, .decay_steps = 10, .cycle = true}
namespace numbers_of_polynomial_cycle {
inline constexpr std::uint64_t steps[]{
    0, 1, 5, 9, 10, 11, 19, 20, 21, 30, 31, 49, 50, 70, 99, 100, 150, 1000, 12345,
};
inline constexpr float rates[]{
    0.1f, 0.09001f, 0.05005f, 0.010090002f, 1e-4f, 0.045055002f, 0.005095001f, 1e-4f, 0.030070001f,
    1e-4f, 0.022577502f, 0.002097998f, 1e-4f, 1e-4f, 0.0010989989f, 1e-4f, 1e-4f, 1e-4f,
    1.40443e-4f,
};
}  // namespace numbers_of_polynomial_cycle
inline constexpr ScheduleCase polynomial_cycle{
    .name = "polynomial_cycle",
    .steps = numbers_of_polynomial_cycle::steps,
    .rates = numbers_of_polynomial_cycle::rates,
};

/// All cases of this file, so that a test can prove that it left none out.
inline constexpr const ScheduleCase* schedules_cases[]{
    &cosine_decay, &cosine_warm_up, &cosine_restarts, &cosine_restarts_even, &exponential_decay,
    &exponential_staircase, &inverse_time_decay, &inverse_time_staircase, &piecewise_constant_decay,
    &polynomial_decay, &polynomial_cycle,
};

}  // namespace keras

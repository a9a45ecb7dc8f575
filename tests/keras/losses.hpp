// SPDX-License-Identifier: MIT
#pragma once
// What Keras found for losses.
// Written by generate.py with Keras 3.15.0, TensorFlow 2.21.0, NumPy 2.4.6.

#include "formula.hpp"

namespace keras {

// SparseCategoricalCrossentropy at the logits of Softmax, 5 an example
namespace numbers_of_sparse {
inline constexpr float inputs[]{
    -0.6862545f, -3.7419825f, 1.2022896f, -1.8534389f, 3.0908332f, 0.03510523f, -3.0206232f,
    1.9236488f, -1.1320791f, 3.812193f, 0.7564645f, -2.2992635f, 2.6450086f, -0.41071987f,
    -3.4664478f, 1.4778242f, -1.5779042f, 3.3663678f, 0.31063986f, -2.7450886f, 2.1991835f,
    -0.8565445f, -3.9122725f, 1.0319991f, -2.0237288f, 2.9205432f, -0.13518524f, -3.1909132f,
    1.7533588f, -1.3023696f, 3.6419024f, 0.5861745f, -2.469554f, 2.474718f, -0.58100986f,
};
inline constexpr int labels[]{4, 2, 0, 3, 1, 4, 2};
inline constexpr float outputs[]{
    0.019358577f, 9.11565e-4f, 0.12795512f, 0.006025203f, 0.8457495f, 0.019358577f, 9.115646e-4f,
    0.12795508f, 0.0060252035f, 0.84574956f, 0.12527052f, 0.0058987914f, 0.8280053f, 0.03898945f,
    0.001835952f, 0.12527056f, 0.005898791f, 0.82800525f, 0.038989466f, 0.0018359519f, 0.727165f,
    0.034241058f, 0.0016123577f, 0.22632433f, 0.010657257f, 0.72716504f, 0.034241043f, 0.001612357f,
    0.22632433f, 0.010657253f, 0.727165f, 0.034241058f, 0.0016123569f, 0.22632433f, 0.010657257f,
};
inline constexpr float losses[]{
    0.16753203f, 2.056076f, 2.0772798f, 3.2444637f, 3.3743298f, 4.541515f, 6.4300585f,
};
inline constexpr float gradient[]{
    0.002765511f, 1.3022356e-4f, 0.018279305f, 8.6074334e-4f, -0.022035781f, 0.0027655112f,
    1.3022352e-4f, -0.12457785f, 8.6074334e-4f, 0.12082137f, -0.124961354f, 8.4268453e-4f,
    0.11828647f, 0.0055699213f, 2.6227886e-4f, 0.017895794f, 8.426844e-4f, 0.11828646f,
    -0.13728721f, 2.6227883e-4f, 0.10388071f, -0.13796556f, 2.3033681e-4f, 0.032332048f,
    0.0015224654f, 0.10388072f, 0.0048915776f, 2.3033671e-4f, 0.032332048f, -0.14133468f,
    0.10388071f, 0.0048915795f, -0.1426268f, 0.032332048f, 0.0015224654f,
};
}  // namespace numbers_of_sparse
inline constexpr LossCase sparse{
    .name = "sparse",
    .batch = 7,
    .inputs = numbers_of_sparse::inputs,
    .labels = numbers_of_sparse::labels,
    .targets = {},
    .outputs = numbers_of_sparse::outputs,
    .losses = numbers_of_sparse::losses,
    .loss = 3.127322f,
    .gradient = numbers_of_sparse::gradient,
};

// SparseCategoricalCrossentropy at the logits of Softmax, 5 an example
namespace numbers_of_sparse_extreme {
inline constexpr float inputs[]{
    50.f, -50.f, 0.f, 50.f, -50.f, -50.f, 50.f, 50.f, 50.f, 50.f, 50.f, -50.f, -50.f, -50.f, -50.f,
    -50.f, -50.f, 50.f, -50.f, 49.5f, 0.f, 0.f, 0.f, 0.f, 0.f, 50.f, 50.f, 50.f, 50.f, 50.f,
};
inline constexpr int labels[]{0, 0, 1, 2, 4, 3};
inline constexpr float outputs[]{
    0.5f, 1.8e-44f, 9.6437495e-23f, 0.5f, 1.8e-44f, 1e-44f, 0.25f, 0.25f, 0.25f, 0.25f, 1.f,
    3.8e-44f, 3.8e-44f, 3.8e-44f, 3.8e-44f, 2.4e-44f, 2.4e-44f, 0.62245935f, 2.4e-44f, 0.37754068f,
    0.2f, 0.2f, 0.2f, 0.2f, 0.2f, 0.2f, 0.2f, 0.2f, 0.2f, 0.2f,
};
inline constexpr float losses[]{0.6931472f, 101.38629f, 100.f, 0.474077f, 1.609438f, 1.609438f};
inline constexpr float gradient[]{
    -0.083333336f, 3e-45f, 1.6072915e-23f, 0.083333336f, 3e-45f, -0.16666667f, 0.041666668f,
    0.041666668f, 0.041666668f, 0.041666668f, 0.16666667f, -0.16666667f, 6e-45f, 6e-45f, 6e-45f,
    4e-45f, 4e-45f, -0.06292345f, 4e-45f, 0.06292345f, 0.033333335f, 0.033333335f, 0.033333335f,
    0.033333335f, -0.13333334f, 0.033333335f, 0.033333335f, 0.033333335f, -0.13333334f,
    0.033333335f,
};
}  // namespace numbers_of_sparse_extreme
inline constexpr LossCase sparse_extreme{
    .name = "sparse_extreme",
    .batch = 6,
    .inputs = numbers_of_sparse_extreme::inputs,
    .labels = numbers_of_sparse_extreme::labels,
    .targets = {},
    .outputs = numbers_of_sparse_extreme::outputs,
    .losses = numbers_of_sparse_extreme::losses,
    .loss = 34.2954f,
    .gradient = numbers_of_sparse_extreme::gradient,
};

// SparseCategoricalCrossentropy at the logits of Softmax, 2x3x4 an example
namespace numbers_of_sparse_per_pixel {
inline constexpr float inputs[]{
    -3.431271f, 1.513001f, -1.542727f, 3.401545f, 0.3458166f, -2.7099113f, 2.2343607f, -0.82136774f,
    -3.8770957f, 1.0671763f, -1.9885521f, 2.95572f, -0.10000801f, -3.1557364f, 1.7885356f,
    -1.2671924f, 3.6770797f, 0.62135124f, -2.4343767f, 2.5098953f, -0.5458331f, -3.601561f,
    1.342711f, -1.7130175f, 3.2312546f, 0.17552662f, -2.8802018f, 2.0640702f, -0.99165773f,
    3.9526143f, 0.8968859f, -2.158842f, 2.78543f, -0.27029848f, -3.3260264f, 1.6182456f,
    -1.4374828f, 3.5067892f, 0.45106125f, -2.6046672f, 2.3396049f, -0.7161231f, -3.771851f,
    1.1724205f, -1.8833075f, 3.0609646f, 0.005236149f, -3.0504918f, 1.8937802f, -1.1619482f,
    3.7823238f, 0.7265959f, -2.3291326f, 2.6151395f, -0.44058847f, -3.4963164f, 1.4479551f,
    -1.6077728f, 3.3364992f, 0.28077078f, -2.7749572f, 2.1693149f, -0.8864136f, -3.9421415f,
    1.0021305f, -2.053598f, 2.890674f, -0.16505384f, -3.2207818f, 1.7234898f, -1.3322382f,
    3.6120338f,
};
inline constexpr int labels[]{1, 0, 2, 1, 3, 2, 0, 3, 1, 0, 2, 1, 3, 2, 0, 3, 1, 3};
inline constexpr float outputs[]{
    9.295595e-4f, 0.130481f, 0.0061441455f, 0.8624453f, 0.12550092f, 0.0059096413f, 0.8295283f,
    0.039061166f, 9.2955993e-4f, 0.13048105f, 0.006144145f, 0.86244524f, 0.12550098f, 0.005909641f,
    0.8295282f, 0.03906118f, 0.73499805f, 0.034609888f, 0.0016297253f, 0.22876231f, 0.12550092f,
    0.0059096413f, 0.8295283f, 0.039061166f, 0.73499805f, 0.034609906f, 0.0016297253f, 0.22876231f,
    0.006743561f, 0.9465844f, 0.04457315f, 0.0020988798f, 0.73499805f, 0.034609888f, 0.0016297253f,
    0.22876231f, 0.0067435605f, 0.9465844f, 0.044573173f, 0.0020988798f, 0.73499805f, 0.034609906f,
    0.001629726f, 0.22876231f, 0.006743561f, 0.9465844f, 0.04457315f, 0.0020988798f, 0.12550098f,
    0.005909641f, 0.8295282f, 0.03906118f, 0.0067435605f, 0.9465844f, 0.044573173f, 0.0020988807f,
    0.12550092f, 0.0059096413f, 0.8295283f, 0.039061166f, 0.006743561f, 0.9465844f, 0.04457315f,
    0.0020988798f, 0.12550098f, 0.005909641f, 0.8295282f, 0.03906118f, 9.2956e-4f, 0.130481f,
    0.0061441455f, 0.8624453f,
};
inline constexpr float losses[]{2.6662276f, 3.5518768f, 3.312366f};
inline constexpr float gradient[]{
    5.1642197e-5f, -0.04830661f, 3.4134142e-4f, 0.047913626f, -0.04858328f, 3.283134e-4f,
    0.046084903f, 0.0021700647f, 5.164222e-5f, 0.0072489474f, -0.055214215f, 0.047913626f,
    0.006972276f, -0.055227242f, 0.0460849f, 0.0021700657f, 0.040833227f, 0.0019227716f,
    9.054029e-5f, -0.042846538f, 0.0069722733f, 3.283134e-4f, -0.009470652f, 0.0021700647f,
    -0.01472233f, 0.0019227725f, 9.054029e-5f, 0.012709017f, 3.7464226e-4f, 0.052588023f,
    0.0024762861f, -0.05543895f, 0.040833227f, -0.053632785f, 9.054029e-5f, 0.012709017f,
    -0.055180915f, 0.052588023f, 0.0024762873f, 1.1660443e-4f, 0.040833227f, 0.0019227725f,
    -0.055465017f, 0.012709017f, 3.7464226e-4f, -0.002967533f, 0.0024762861f, 1.1660443e-4f,
    0.006972276f, 3.2831338e-4f, 0.0460849f, -0.05338549f, 3.7464226e-4f, 0.052588023f,
    -0.05307927f, 1.1660448e-4f, -0.04858328f, 3.283134e-4f, 0.046084903f, 0.0021700647f,
    3.7464226e-4f, 0.052588023f, 0.0024762861f, -0.05543895f, 0.006972276f, -0.055227242f,
    0.0460849f, 0.0021700657f, 5.1642222e-5f, 0.0072489446f, 3.4134142e-4f, -0.0076419283f,
};
}  // namespace numbers_of_sparse_per_pixel
inline constexpr LossCase sparse_per_pixel{
    .name = "sparse_per_pixel",
    .batch = 3,
    .inputs = numbers_of_sparse_per_pixel::inputs,
    .labels = numbers_of_sparse_per_pixel::labels,
    .targets = {},
    .outputs = numbers_of_sparse_per_pixel::outputs,
    .losses = numbers_of_sparse_per_pixel::losses,
    .loss = 3.1768234f,
    .gradient = numbers_of_sparse_per_pixel::gradient,
};

// SparseCategoricalCrossentropy at plain predictions, 4 an example
namespace numbers_of_sparse_predictions {
inline constexpr float inputs[]{
    0.6568729f, 0.27490687f, 0.8929409f, 0.5109749f, 0.f, 1.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f,
    0.25f, 3.f, 0.75f, 0.5454167f, 0.16345066f, 0.78148466f, 0.39951867f,
};
inline constexpr int labels[]{0, 1, 2, 0, 3};
inline constexpr float outputs[]{
    0.6568729f, 0.27490687f, 0.8929409f, 0.5109749f, 0.f, 1.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f,
    0.25f, 3.f, 0.75f, 0.5454167f, 0.16345066f, 0.78148466f, 0.39951867f,
};
inline constexpr float losses[]{1.2685745f, 3.576278e-7f, 16.118095f, 16.811243f, 1.5540032f};
inline constexpr float gradient[]{
    -0.2188453f, 0.0856276f, 0.0856276f, 0.08562759f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f,
    0.099999994f, 0.f, 0.1f, 0.105827324f, 0.10582735f, 0.10582734f, -0.3947751f,
};
}  // namespace numbers_of_sparse_predictions
inline constexpr LossCase sparse_predictions{
    .name = "sparse_predictions",
    .batch = 5,
    .inputs = numbers_of_sparse_predictions::inputs,
    .labels = numbers_of_sparse_predictions::labels,
    .targets = {},
    .outputs = numbers_of_sparse_predictions::outputs,
    .losses = numbers_of_sparse_predictions::losses,
    .loss = 7.150384f,
    .gradient = numbers_of_sparse_predictions::gradient,
};

// CategoricalCrossentropy at the logits of Softmax, 5 an example
namespace numbers_of_categorical {
inline constexpr float inputs[]{
    -0.6862545f, -3.7419825f, 1.2022896f, -1.8534389f, 3.0908332f, 0.03510523f, -3.0206232f,
    1.9236488f, -1.1320791f, 3.812193f, 0.7564645f, -2.2992635f, 2.6450086f, -0.41071987f,
    -3.4664478f, 1.4778242f, -1.5779042f, 3.3663678f, 0.31063986f, -2.7450886f, 2.1991835f,
    -0.8565445f, -3.9122725f, 1.0319991f, -2.0237288f, 2.9205432f, -0.13518524f, -3.1909132f,
    1.7533588f, -1.3023696f, 3.6419024f, 0.5861745f, -2.469554f, 2.474718f, -0.58100986f,
};
inline constexpr float targets[]{
    0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f,
    0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 0.f,
};
inline constexpr float outputs[]{
    0.019358577f, 9.11565e-4f, 0.12795512f, 0.006025203f, 0.8457495f, 0.019358577f, 9.115646e-4f,
    0.12795508f, 0.0060252035f, 0.84574956f, 0.12527052f, 0.0058987914f, 0.8280053f, 0.03898945f,
    0.001835952f, 0.12527056f, 0.005898791f, 0.82800525f, 0.038989466f, 0.0018359519f, 0.727165f,
    0.034241058f, 0.0016123577f, 0.22632433f, 0.010657257f, 0.72716504f, 0.034241043f, 0.001612357f,
    0.22632433f, 0.010657253f, 0.727165f, 0.034241058f, 0.0016123569f, 0.22632433f, 0.010657257f,
};
inline constexpr float losses[]{
    0.16753203f, 2.056076f, 2.0772798f, 3.2444637f, 3.3743298f, 4.541515f, 6.4300585f,
};
inline constexpr float gradient[]{
    0.002765511f, 1.3022356e-4f, 0.018279305f, 8.6074334e-4f, -0.022035781f, 0.0027655112f,
    1.3022352e-4f, -0.12457785f, 8.6074334e-4f, 0.12082137f, -0.124961354f, 8.4268453e-4f,
    0.11828647f, 0.0055699213f, 2.6227886e-4f, 0.017895794f, 8.426844e-4f, 0.11828646f,
    -0.13728721f, 2.6227883e-4f, 0.10388071f, -0.13796556f, 2.3033681e-4f, 0.032332048f,
    0.0015224654f, 0.10388072f, 0.0048915776f, 2.3033671e-4f, 0.032332048f, -0.14133468f,
    0.10388071f, 0.0048915795f, -0.1426268f, 0.032332048f, 0.0015224654f,
};
}  // namespace numbers_of_categorical
inline constexpr LossCase categorical{
    .name = "categorical",
    .batch = 7,
    .inputs = numbers_of_categorical::inputs,
    .labels = {},
    .targets = numbers_of_categorical::targets,
    .outputs = numbers_of_categorical::outputs,
    .losses = numbers_of_categorical::losses,
    .loss = 3.127322f,
    .gradient = numbers_of_categorical::gradient,
};

// CategoricalCrossentropy at the logits of Softmax, 5 an example
namespace numbers_of_categorical_soft {
inline constexpr float inputs[]{
    -0.6862545f, -3.7419825f, 1.2022896f, -1.8534389f, 3.0908332f, 0.03510523f, -3.0206232f,
    1.9236488f, -1.1320791f, 3.812193f, 0.7564645f, -2.2992635f, 2.6450086f, -0.41071987f,
    -3.4664478f, 1.4778242f, -1.5779042f, 3.3663678f, 0.31063986f, -2.7450886f, 2.1991835f,
    -0.8565445f, -3.9122725f, 1.0319991f, -2.0237288f, 2.9205432f, -0.13518524f, -3.1909132f,
    1.7533588f, -1.3023696f, 3.6419024f, 0.5861745f, -2.469554f, 2.474718f, -0.58100986f,
};
inline constexpr float targets[]{
    0.20467353f, 0.28686523f, 0.016922452f, 0.3207101f, 0.17082867f, 0.12810764f, 0.34549597f,
    0.052792862f, 0.23991029f, 0.23369332f, 0.058645196f, 0.34953988f, 0.12113756f, 0.16975707f,
    0.30092037f, 0.010538039f, 0.2952225f, 0.19950847f, 0.106252104f, 0.38847885f, 0.086948045f,
    0.23444727f, 0.28558123f, 0.03581404f, 0.35720935f, 0.16213124f, 0.15790614f, 0.35992524f,
    0.039887823f, 0.28014955f, 0.22799923f, 0.079000615f, 0.38600042f, 0.11073573f, 0.19626412f,
};
inline constexpr float outputs[]{
    0.019358577f, 9.11565e-4f, 0.12795512f, 0.006025203f, 0.8457495f, 0.019358577f, 9.115646e-4f,
    0.12795508f, 0.0060252035f, 0.84574956f, 0.12527052f, 0.0058987914f, 0.8280053f, 0.03898945f,
    0.001835952f, 0.12527056f, 0.005898791f, 0.82800525f, 0.038989466f, 0.0018359519f, 0.727165f,
    0.034241058f, 0.0016123577f, 0.22632433f, 0.010657257f, 0.72716504f, 0.034241043f, 0.001612357f,
    0.22632433f, 0.010657253f, 0.727165f, 0.034241058f, 0.0016123569f, 0.22632433f, 0.010657257f,
};
inline constexpr float losses[]{
    4.518336f, 4.2979994f, 4.3855033f, 4.3671465f, 4.330591f, 4.230391f, 3.8770862f,
};
inline constexpr float gradient[]{
    -0.026473565f, -0.040850524f, 0.015861811f, -0.044954985f, 0.09641726f, -0.01553558f,
    -0.049226344f, 0.010737459f, -0.033412155f, 0.08743661f, 0.009517902f, -0.049091585f,
    0.10098111f, -0.018681088f, -0.042726345f, 0.01639036f, -0.041331958f, 0.08978525f,
    -0.009608949f, -0.0552347f, 0.091459565f, -0.028600888f, -0.04056698f, 0.027215756f,
    -0.049507443f, 0.08071911f, -0.017666442f, -0.051187556f, 0.026633788f, -0.0384989f,
    0.071309395f, -0.0063942224f, -0.054912582f, 0.016512657f, -0.026515266f,
};
}  // namespace numbers_of_categorical_soft
inline constexpr LossCase categorical_soft{
    .name = "categorical_soft",
    .batch = 7,
    .inputs = numbers_of_categorical_soft::inputs,
    .labels = {},
    .targets = numbers_of_categorical_soft::targets,
    .outputs = numbers_of_categorical_soft::outputs,
    .losses = numbers_of_categorical_soft::losses,
    .loss = 4.286722f,
    .gradient = numbers_of_categorical_soft::gradient,
};

// CategoricalCrossentropy at the logits of Softmax, 5 an example
namespace numbers_of_categorical_extreme {
inline constexpr float inputs[]{
    50.f, -50.f, 0.f, 50.f, -50.f, -50.f, 50.f, 50.f, 50.f, 50.f, 50.f, -50.f, -50.f, -50.f, -50.f,
    -50.f, -50.f, 50.f, -50.f, 49.5f, 0.f, 0.f, 0.f, 0.f, 0.f, 50.f, 50.f, 50.f, 50.f, 50.f,
};
inline constexpr float targets[]{
    1.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 1.f, 0.f,
};
inline constexpr float outputs[]{
    0.5f, 1.8e-44f, 9.6437495e-23f, 0.5f, 1.8e-44f, 1e-44f, 0.25f, 0.25f, 0.25f, 0.25f, 1.f,
    3.8e-44f, 3.8e-44f, 3.8e-44f, 3.8e-44f, 2.4e-44f, 2.4e-44f, 0.62245935f, 2.4e-44f, 0.37754068f,
    0.2f, 0.2f, 0.2f, 0.2f, 0.2f, 0.2f, 0.2f, 0.2f, 0.2f, 0.2f,
};
inline constexpr float losses[]{0.6931472f, 101.38629f, 100.f, 0.474077f, 1.609438f, 1.609438f};
inline constexpr float gradient[]{
    -0.083333336f, 3e-45f, 1.6072915e-23f, 0.083333336f, 3e-45f, -0.16666667f, 0.041666668f,
    0.041666668f, 0.041666668f, 0.041666668f, 0.16666667f, -0.16666667f, 6e-45f, 6e-45f, 6e-45f,
    4e-45f, 4e-45f, -0.06292345f, 4e-45f, 0.06292345f, 0.033333335f, 0.033333335f, 0.033333335f,
    0.033333335f, -0.13333334f, 0.033333335f, 0.033333335f, 0.033333335f, -0.13333334f,
    0.033333335f,
};
}  // namespace numbers_of_categorical_extreme
inline constexpr LossCase categorical_extreme{
    .name = "categorical_extreme",
    .batch = 6,
    .inputs = numbers_of_categorical_extreme::inputs,
    .labels = {},
    .targets = numbers_of_categorical_extreme::targets,
    .outputs = numbers_of_categorical_extreme::outputs,
    .losses = numbers_of_categorical_extreme::losses,
    .loss = 34.2954f,
    .gradient = numbers_of_categorical_extreme::gradient,
};

// CategoricalCrossentropy at plain predictions, 4 an example
namespace numbers_of_categorical_predictions {
inline constexpr float inputs[]{
    0.6568729f, 0.27490687f, 0.8929409f, 0.5109749f, 0.f, 1.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f,
    0.25f, 3.f, 0.75f, 0.5454167f, 0.16345066f, 0.78148466f, 0.39951867f,
};
inline constexpr float targets[]{
    1.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f,
    1.f,
};
inline constexpr float outputs[]{
    0.6568729f, 0.27490687f, 0.8929409f, 0.5109749f, 0.f, 1.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f,
    0.25f, 3.f, 0.75f, 0.5454167f, 0.16345066f, 0.78148466f, 0.39951867f,
};
inline constexpr float losses[]{1.2685744f, 1.192093e-7f, 16.118095f, 16.118095f, 1.5540032f};
inline constexpr float gradient[]{
    -0.2188453f, 0.0856276f, 0.0856276f, 0.0856276f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 0.105827354f, 0.105827354f, 0.105827354f, -0.39477506f,
};
}  // namespace numbers_of_categorical_predictions
inline constexpr LossCase categorical_predictions{
    .name = "categorical_predictions",
    .batch = 5,
    .inputs = numbers_of_categorical_predictions::inputs,
    .labels = {},
    .targets = numbers_of_categorical_predictions::targets,
    .outputs = numbers_of_categorical_predictions::outputs,
    .losses = numbers_of_categorical_predictions::losses,
    .loss = 7.011754f,
    .gradient = numbers_of_categorical_predictions::gradient,
};

// BinaryCrossentropy at the logits of Sigmoid, 1 an example
namespace numbers_of_binary {
inline constexpr float inputs[]{
    3.1962209f, 0.14049292f, -2.9152355f, 2.0290365f, -1.0266914f, 3.9175806f, 0.86185217f,
};
inline constexpr float targets[]{0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f};
inline constexpr float outputs[]{
    0.9606918f, 0.5350656f, 0.051405534f, 0.8838122f, 0.26372606f, 0.98049873f, 0.70304745f,
};
inline constexpr float losses[]{
    3.2363224f, 0.625366f, 2.9680095f, 2.1525471f, 1.3328445f, 3.9372745f, 1.214183f,
};
inline constexpr float gradient[]{
    0.13724169f, -0.06641921f, -0.1355135f, 0.12625888f, -0.10518199f, 0.14007124f, 0.100435354f,
};
}  // namespace numbers_of_binary
inline constexpr LossCase binary{
    .name = "binary",
    .batch = 7,
    .inputs = numbers_of_binary::inputs,
    .labels = {},
    .targets = numbers_of_binary::targets,
    .outputs = numbers_of_binary::outputs,
    .losses = numbers_of_binary::losses,
    .loss = 2.2095068f,
    .gradient = numbers_of_binary::gradient,
};

// BinaryCrossentropy at the logits of Sigmoid, 3 an example
namespace numbers_of_binary_of_three {
inline constexpr float inputs[]{
    3.6474257f, -2.4640312f, 7.424513f, 1.313057f, -4.7984f, 5.090144f, -1.0213118f, -7.1327677f,
    2.7557755f, -3.3556805f, 6.5328636f, 0.42140675f, -5.690049f, 4.198495f, -1.912962f,
};
inline constexpr float targets[]{
    0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f,
};
inline constexpr float outputs[]{
    0.97460365f, 0.07841851f, 0.9994039f, 0.78802425f, 0.008175535f, 0.99388057f, 0.26477197f,
    7.9786923e-4f, 0.9402387f, 0.03370964f, 0.99854726f, 0.60381985f, 0.0033680447f, 0.98520404f,
    0.12864846f,
};
inline constexpr float losses[]{4.5479846f, 3.3803725f, 1.3823605f, 3.4762561f, 3.985832f};
inline constexpr float gradient[]{
    0.06497358f, -0.061438765f, 0.06662693f, -0.014131717f, -0.06612163f, 0.066258706f, -0.0490152f,
    5.319128e-5f, 0.06268258f, -0.06441936f, 0.06656982f, -0.026412012f, -0.06644213f, 0.06568027f,
    -0.058090102f,
};
}  // namespace numbers_of_binary_of_three
inline constexpr LossCase binary_of_three{
    .name = "binary_of_three",
    .batch = 5,
    .inputs = numbers_of_binary_of_three::inputs,
    .labels = {},
    .targets = numbers_of_binary_of_three::targets,
    .outputs = numbers_of_binary_of_three::outputs,
    .losses = numbers_of_binary_of_three::losses,
    .loss = 3.354561f,
    .gradient = numbers_of_binary_of_three::gradient,
};

// BinaryCrossentropy at the logits of Sigmoid, 1 an example
namespace numbers_of_binary_extreme {
inline constexpr float inputs[]{50.f, 50.f, -50.f, -50.f, 0.f, 0.f, -20.f, -20.f};
inline constexpr float targets[]{0.f, 1.f, 0.f, 1.f, 0.f, 1.f, 0.f, 1.f};
inline constexpr float outputs[]{
    1.f, 1.f, 1.9287499e-22f, 1.9287499e-22f, 0.5f, 0.5f, 2.0611537e-9f, 2.0611537e-9f,
};
inline constexpr float losses[]{
    50.f, 1.9287499e-22f, 1.9287499e-22f, 50.f, 0.6931472f, 0.6931472f, 2.0611537e-9f, 20.f,
};
inline constexpr float gradient[]{
    0.125f, -2.4109374e-23f, 2.4109374e-23f, -0.125f, 0.0625f, -0.0625f, 2.576442e-10f, -0.125f,
};
}  // namespace numbers_of_binary_extreme
inline constexpr LossCase binary_extreme{
    .name = "binary_extreme",
    .batch = 8,
    .inputs = numbers_of_binary_extreme::inputs,
    .labels = {},
    .targets = numbers_of_binary_extreme::targets,
    .outputs = numbers_of_binary_extreme::outputs,
    .losses = numbers_of_binary_extreme::losses,
    .loss = 15.173286f,
    .gradient = numbers_of_binary_extreme::gradient,
};

// BinaryCrossentropy at plain predictions, 3 an example
namespace numbers_of_binary_predictions {
inline constexpr float inputs[]{0.f, 1.f, 0.25f, 1.f, 0.f, 0.75f, 0.5f, 0.875f, 0.125f};
inline constexpr float targets[]{0.f, 1.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.25f};
inline constexpr float outputs[]{0.f, 1.f, 0.25f, 1.f, 0.f, 0.75f, 0.5f, 0.875f, 0.125f};
inline constexpr float losses[]{0.4620982f, 10.78272f, 0.48222914f};
inline constexpr float gradient[]{
    0.f, 0.f, -0.44444442f, 0.f, 0.f, -0.14814813f, 0.22222221f, -0.12698412f, -0.12698412f,
};
}  // namespace numbers_of_binary_predictions
inline constexpr LossCase binary_predictions{
    .name = "binary_predictions",
    .batch = 3,
    .inputs = numbers_of_binary_predictions::inputs,
    .labels = {},
    .targets = numbers_of_binary_predictions::targets,
    .outputs = numbers_of_binary_predictions::outputs,
    .losses = numbers_of_binary_predictions::losses,
    .loss = 3.9090157f,
    .gradient = numbers_of_binary_predictions::gradient,
};

// MeanSquaredError at plain predictions, 3 an example
namespace numbers_of_mean_squared_error {
inline constexpr float inputs[]{
    0.112801075f, -0.6511309f, 0.5849371f, -0.17899501f, -0.942927f, 0.293141f, -0.4707911f,
    0.7652769f, 0.0013449192f, -0.7625872f, 0.47348082f, -0.29045117f, 0.94561684f, 0.18168473f,
    -0.58224726f,
};
inline constexpr float targets[]{
    0.94123757f, 0.17730558f, -0.5866265f, 0.6494415f, -0.11449051f, -0.8784225f, 0.3576454f,
    -0.4062866f, 0.8297814f, 0.065849304f, -0.6980827f, 0.5379853f, -0.22594678f, -0.9898788f,
    0.24618924f,
};
inline constexpr float outputs[]{
    0.112801075f, -0.6511309f, 0.5849371f, -0.17899501f, -0.942927f, 0.293141f, -0.4707911f,
    0.7652769f, 0.0013449192f, -0.7625872f, 0.47348082f, -0.29045117f, 0.94561684f, 0.18168473f,
    -0.58224726f,
};
inline constexpr float losses[]{0.91505843f, 0.9150584f, 0.9150584f, 0.9150584f, 1.1438098f};
inline constexpr float gradient[]{
    -0.1104582f, -0.1104582f, 0.15620849f, -0.1104582f, -0.1104582f, 0.15620847f, -0.1104582f,
    0.15620847f, -0.1104582f, -0.1104582f, 0.15620847f, -0.1104582f, 0.15620849f, 0.15620847f,
    -0.1104582f,
};
}  // namespace numbers_of_mean_squared_error
inline constexpr LossCase mean_squared_error{
    .name = "mean_squared_error",
    .batch = 5,
    .inputs = numbers_of_mean_squared_error::inputs,
    .labels = {},
    .targets = numbers_of_mean_squared_error::targets,
    .outputs = numbers_of_mean_squared_error::outputs,
    .losses = numbers_of_mean_squared_error::losses,
    .loss = 0.9608087f,
    .gradient = numbers_of_mean_squared_error::gradient,
};

// MeanSquaredError at plain predictions, 2x3x2 an example
namespace numbers_of_mean_squared_error_of_images {
inline constexpr float inputs[]{
    -0.23032594f, -0.9942579f, 0.24180996f, -0.522122f, 0.713946f, -0.049986124f, -0.8139181f,
    0.4221499f, -0.3417822f, 0.8942858f, 0.13035381f, -0.6335783f, 0.6024897f, -0.16144228f,
    -0.92537427f, 0.31069362f, -0.45323837f, 0.78282964f, 0.018897533f, -0.74503446f, 0.49103355f,
    -0.27289855f, 0.96316946f, 0.19923747f, -0.56469464f, 0.67137337f, -0.09255862f, -0.8564906f,
    0.37957728f, -0.3843547f, 0.8517133f, 0.08778119f, -0.6761508f, 0.5599172f, -0.2040149f,
    -0.9679469f,
};
inline constexpr float targets[]{
    0.59811056f, -0.16582155f, -0.92975354f, 0.30631447f, -0.45761764f, 0.77845037f, 0.01451838f,
    -0.7494137f, 0.48665428f, -0.2772777f, 0.9587903f, 0.1948582f, -0.5690738f, 0.6669942f,
    -0.096937895f, -0.8608699f, 0.37519813f, -0.38873398f, 0.847334f, 0.08340204f, -0.6805301f,
    0.55553794f, -0.20839405f, -0.97232604f, 0.26374185f, -0.50019014f, 0.7358779f, -0.028054237f,
    -0.7919862f, 0.44408178f, -0.31985033f, 0.9162177f, 0.1522857f, -0.6116464f, 0.6244216f,
    -0.1395104f,
};
inline constexpr float outputs[]{
    -0.23032594f, -0.9942579f, 0.24180996f, -0.522122f, 0.713946f, -0.049986124f, -0.8139181f,
    0.4221499f, -0.3417822f, 0.8942858f, 0.13035381f, -0.6335783f, 0.6024897f, -0.16144228f,
    -0.92537427f, 0.31069362f, -0.45323837f, 0.78282964f, 0.018897533f, -0.74503446f, 0.49103355f,
    -0.27289855f, 0.96316946f, 0.19923747f, -0.56469464f, 0.67137337f, -0.09255862f, -0.8564906f,
    0.37957728f, -0.3843547f, 0.8517133f, 0.08778119f, -0.6761508f, 0.5599172f, -0.2040149f,
    -0.9679469f,
};
inline constexpr float losses[]{0.9150584f, 1.0294341f, 0.9150584f};
inline constexpr float gradient[]{
    -0.046024248f, -0.046024244f, 0.065086864f, -0.046024248f, 0.06508687f, -0.046024248f,
    -0.046024248f, 0.06508687f, -0.046024248f, 0.065086864f, -0.046024248f, -0.046024248f,
    0.065086864f, -0.046024248f, -0.046024244f, 0.065086864f, -0.046024248f, 0.06508687f,
    -0.046024248f, -0.046024248f, 0.06508687f, -0.046024248f, 0.065086864f, 0.065086864f,
    -0.046024248f, 0.065086864f, -0.046024248f, -0.046024244f, 0.065086864f, -0.046024248f,
    0.06508687f, -0.046024248f, -0.046024248f, 0.06508687f, -0.046024248f, -0.046024248f,
};
}  // namespace numbers_of_mean_squared_error_of_images
inline constexpr LossCase mean_squared_error_of_images{
    .name = "mean_squared_error_of_images",
    .batch = 3,
    .inputs = numbers_of_mean_squared_error_of_images::inputs,
    .labels = {},
    .targets = numbers_of_mean_squared_error_of_images::targets,
    .outputs = numbers_of_mean_squared_error_of_images::outputs,
    .losses = numbers_of_mean_squared_error_of_images::losses,
    .loss = 0.9531836f,
    .gradient = numbers_of_mean_squared_error_of_images::gradient,
};

// SparseCategoricalCrossentropy{.from_logits = true} at plain predictions, 5 an example
namespace numbers_of_sparse_from_logits {
inline constexpr float inputs[]{
    50.f, -50.f, 0.f, 50.f, -50.f, -50.f, 50.f, 50.f, 50.f, 50.f, 50.f, -50.f, -50.f, -50.f, -50.f,
    -50.f, -50.f, 50.f, -50.f, 49.5f, 0.f, 0.f, 0.f, 0.f, 0.f, 50.f, 50.f, 50.f, 50.f, 50.f,
};
inline constexpr int labels[]{0, 0, 1, 2, 4, 3};
inline constexpr float outputs[]{
    50.f, -50.f, 0.f, 50.f, -50.f, -50.f, 50.f, 50.f, 50.f, 50.f, 50.f, -50.f, -50.f, -50.f, -50.f,
    -50.f, -50.f, 50.f, -50.f, 49.5f, 0.f, 0.f, 0.f, 0.f, 0.f, 50.f, 50.f, 50.f, 50.f, 50.f,
};
inline constexpr float losses[]{0.6931472f, 101.38629f, 100.f, 0.474077f, 1.609438f, 1.609438f};
inline constexpr float gradient[]{
    -0.083333336f, 3e-45f, 1.6072915e-23f, 0.083333336f, 3e-45f, -0.16666667f, 0.041666668f,
    0.041666668f, 0.041666668f, 0.041666668f, 0.16666667f, -0.16666667f, 6e-45f, 6e-45f, 6e-45f,
    4e-45f, 4e-45f, -0.06292345f, 4e-45f, 0.06292345f, 0.033333335f, 0.033333335f, 0.033333335f,
    0.033333335f, -0.13333334f, 0.033333335f, 0.033333335f, 0.033333335f, -0.13333334f,
    0.033333335f,
};
}  // namespace numbers_of_sparse_from_logits
inline constexpr LossCase sparse_from_logits{
    .name = "sparse_from_logits",
    .batch = 6,
    .inputs = numbers_of_sparse_from_logits::inputs,
    .labels = numbers_of_sparse_from_logits::labels,
    .targets = {},
    .outputs = numbers_of_sparse_from_logits::outputs,
    .losses = numbers_of_sparse_from_logits::losses,
    .loss = 34.2954f,
    .gradient = numbers_of_sparse_from_logits::gradient,
};

// CategoricalCrossentropy{.from_logits = true, .label_smoothing = 0.2f} at plain predictions, 5 an
// example
namespace numbers_of_categorical_from_logits {
inline constexpr float inputs[]{
    -0.6862545f, -3.7419825f, 1.2022896f, -1.8534389f, 3.0908332f, 0.03510523f, -3.0206232f,
    1.9236488f, -1.1320791f, 3.812193f, 0.7564645f, -2.2992635f, 2.6450086f, -0.41071987f,
    -3.4664478f, 1.4778242f, -1.5779042f, 3.3663678f, 0.31063986f, -2.7450886f, 2.1991835f,
    -0.8565445f, -3.9122725f, 1.0319991f, -2.0237288f, 2.9205432f, -0.13518524f, -3.1909132f,
    1.7533588f, -1.3023696f, 3.6419024f, 0.5861745f, -2.469554f, 2.474718f, -0.58100986f,
};
inline constexpr float targets[]{
    0.20467353f, 0.28686523f, 0.016922452f, 0.3207101f, 0.17082867f, 0.12810764f, 0.34549597f,
    0.052792862f, 0.23991029f, 0.23369332f, 0.058645196f, 0.34953988f, 0.12113756f, 0.16975707f,
    0.30092037f, 0.010538039f, 0.2952225f, 0.19950847f, 0.106252104f, 0.38847885f, 0.086948045f,
    0.23444727f, 0.28558123f, 0.03581404f, 0.35720935f, 0.16213124f, 0.15790614f, 0.35992524f,
    0.039887823f, 0.28014955f, 0.22799923f, 0.079000615f, 0.38600042f, 0.11073573f, 0.19626412f,
};
inline constexpr float outputs[]{
    -0.6862545f, -3.7419825f, 1.2022896f, -1.8534389f, 3.0908332f, 0.03510523f, -3.0206232f,
    1.9236488f, -1.1320791f, 3.812193f, 0.7564645f, -2.2992635f, 2.6450086f, -0.41071987f,
    -3.4664478f, 1.4778242f, -1.5779042f, 3.3663678f, 0.31063986f, -2.7450886f, 2.1991835f,
    -0.8565445f, -3.9122725f, 1.0319991f, -2.0237288f, 2.9205432f, -0.13518524f, -3.1909132f,
    1.7533588f, -1.3023696f, 3.6419024f, 0.5861745f, -2.469554f, 2.474718f, -0.58100986f,
};
inline constexpr float losses[]{
    4.345884f, 4.169615f, 4.1861496f, 4.1714644f, 4.1104846f, 4.0303245f, 3.7476807f,
};
inline constexpr float gradient[]{
    -0.026340036f, -0.03836866f, 0.010631024f, -0.041506123f, 0.0955838f, -0.017589647f,
    -0.045069315f, 0.006531541f, -0.032271862f, 0.088399276f, 0.0054791933f, -0.044819016f,
    0.09872789f, -0.019545171f, -0.039842907f, 0.010977161f, -0.038611315f, 0.08977121f,
    -0.012287459f, -0.04984959f, 0.08822951f, -0.02761668f, -0.038121805f, 0.022524728f,
    -0.045015745f, 0.07963715f, -0.018869124f, -0.04661826f, 0.022059154f, -0.036208913f,
    0.07210937f, -0.009851348f, -0.049598284f, 0.013962249f, -0.026622005f,
};
}  // namespace numbers_of_categorical_from_logits
inline constexpr LossCase categorical_from_logits{
    .name = "categorical_from_logits",
    .batch = 7,
    .inputs = numbers_of_categorical_from_logits::inputs,
    .labels = {},
    .targets = numbers_of_categorical_from_logits::targets,
    .outputs = numbers_of_categorical_from_logits::outputs,
    .losses = numbers_of_categorical_from_logits::losses,
    .loss = 4.1088004f,
    .gradient = numbers_of_categorical_from_logits::gradient,
};

// CategoricalCrossentropy{.label_smoothing = 0.1f} at the logits of Softmax, 5 an example
namespace numbers_of_categorical_smooth {
inline constexpr float inputs[]{
    -0.6862545f, -3.7419825f, 1.2022896f, -1.8534389f, 3.0908332f, 0.03510523f, -3.0206232f,
    1.9236488f, -1.1320791f, 3.812193f, 0.7564645f, -2.2992635f, 2.6450086f, -0.41071987f,
    -3.4664478f, 1.4778242f, -1.5779042f, 3.3663678f, 0.31063986f, -2.7450886f, 2.1991835f,
    -0.8565445f, -3.9122725f, 1.0319991f, -2.0237288f, 2.9205432f, -0.13518524f, -3.1909132f,
    1.7533588f, -1.3023696f, 3.6419024f, 0.5861745f, -2.469554f, 2.474718f, -0.58100986f,
};
inline constexpr float targets[]{
    0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f,
    0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 0.f,
};
inline constexpr float outputs[]{
    0.019358577f, 9.11565e-4f, 0.12795512f, 0.006025203f, 0.8457495f, 0.019358577f, 9.115646e-4f,
    0.12795508f, 0.0060252035f, 0.84574956f, 0.12527052f, 0.0058987914f, 0.8280053f, 0.03898945f,
    0.001835952f, 0.12527056f, 0.005898791f, 0.82800525f, 0.038989466f, 0.0018359519f, 0.727165f,
    0.034241058f, 0.0016123577f, 0.22632433f, 0.010657257f, 0.72716504f, 0.034241043f, 0.001612357f,
    0.22632433f, 0.010657253f, 0.727165f, 0.034241058f, 0.0016123569f, 0.22632433f, 0.010657257f,
};
inline constexpr float losses[]{
    0.5163864f, 2.2160761f, 2.2084255f, 3.2588909f, 3.3599026f, 4.410369f, 6.1100583f,
};
inline constexpr float gradient[]{
    -9.1631904e-5f, -0.0027269193f, 0.015422161f, -0.0019963996f, -0.01060721f, -9.163174e-5f,
    -0.0027269193f, -0.11314928f, -0.0019963996f, 0.11796422f, -0.11353278f, -0.0020144584f,
    0.11542933f, 0.0027127787f, -0.002594864f, 0.015038651f, -0.0020144584f, 0.11542932f,
    -0.12585865f, -0.002594864f, 0.10102357f, -0.126537f, -0.002626806f, 0.029474905f,
    -0.0013346776f, 0.10102357f, 0.0020344346f, -0.0026268063f, 0.029474905f, -0.1299061f,
    0.10102357f, 0.002034437f, -0.13119823f, 0.029474905f, -0.0013346776f,
};
}  // namespace numbers_of_categorical_smooth
inline constexpr LossCase categorical_smooth{
    .name = "categorical_smooth",
    .batch = 7,
    .inputs = numbers_of_categorical_smooth::inputs,
    .labels = {},
    .targets = numbers_of_categorical_smooth::targets,
    .outputs = numbers_of_categorical_smooth::outputs,
    .losses = numbers_of_categorical_smooth::losses,
    .loss = 3.1543012f,
    .gradient = numbers_of_categorical_smooth::gradient,
};

// CategoricalCrossentropy{.label_smoothing = 0.1f} at plain predictions, 4 an example
namespace numbers_of_categorical_smooth_predictions {
inline constexpr float inputs[]{
    0.6568729f, 0.27490687f, 0.8929409f, 0.5109749f, 0.f, 1.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f,
    0.25f, 3.f, 0.75f, 0.5454167f, 0.16345066f, 0.78148466f, 0.39951867f,
};
inline constexpr float targets[]{
    1.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f,
    1.f,
};
inline constexpr float outputs[]{
    0.6568729f, 0.27490687f, 0.8929409f, 0.5109749f, 0.f, 1.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f,
    0.25f, 3.f, 0.75f, 0.5454167f, 0.16345066f, 0.78148466f, 0.39951867f,
};
inline constexpr float losses[]{1.2889544f, 1.2088573f, 15.715142f, 15.027594f, 1.5517913f};
inline constexpr float gradient[]{
    -0.1960098f, 0.06743962f, 0.080028124f, 0.07584238f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f,
    0.00375f, -0.01625f, 0.0020833332f, -0.002916667f, 0.09666003f, 0.075237066f, 0.09942926f,
    -0.35722986f,
};
}  // namespace numbers_of_categorical_smooth_predictions
inline constexpr LossCase categorical_smooth_predictions{
    .name = "categorical_smooth_predictions",
    .batch = 5,
    .inputs = numbers_of_categorical_smooth_predictions::inputs,
    .labels = {},
    .targets = numbers_of_categorical_smooth_predictions::targets,
    .outputs = numbers_of_categorical_smooth_predictions::outputs,
    .losses = numbers_of_categorical_smooth_predictions::losses,
    .loss = 6.958468f,
    .gradient = numbers_of_categorical_smooth_predictions::gradient,
};

// MeanAbsoluteError at plain predictions, 3 an example
namespace numbers_of_mean_absolute_error {
inline constexpr float inputs[]{
    -1.5487955f, -0.7335324f, 1.7386036f, 0.21073937f, -1.3171246f, 1.1550114f, -0.3728528f,
    -1.9007168f, 0.57141924f, -0.956445f, 1.515691f, -0.012172937f, -1.5400369f, 0.93209887f,
    -0.5957651f, 1.8763709f, 0.3485067f, -1.1793573f, 1.2927787f, -0.23508549f, -1.7629495f,
};
inline constexpr float targets[]{
    -1.5487955f, 0.92334056f, -0.60452366f, 1.8676124f, 0.33974838f, -1.1881158f, 1.2840202f,
    -0.2438438f, -1.7717078f, 0.700428f, -0.827436f, 1.6447f, 0.11683583f, -1.4110281f, 1.0611079f,
    -0.46675634f, -1.9946203f, 0.4775157f, -1.0503485f, 1.4217875f, -0.10607648f,
};
inline constexpr float outputs[]{
    -1.5487955f, -0.7335324f, 1.7386036f, 0.21073937f, -1.3171246f, 1.1550114f, -0.3728528f,
    -1.9007168f, 0.57141924f, -0.956445f, 1.515691f, -0.012172937f, -1.5400369f, 0.93209887f,
    -0.5957651f, 1.8763709f, 0.3485067f, -1.1793573f, 1.2927787f, -0.23508549f, -1.7629495f,
};
inline constexpr float losses[]{
    1.3333334f, 1.8856244f, 1.8856243f, 1.8856243f, 1.8856243f, 2.1143758f, 1.8856244f,
};
inline constexpr float gradient[]{
    0.f, -0.04761905f, 0.04761905f, -0.04761905f, -0.04761905f, 0.04761905f, -0.04761905f,
    -0.04761905f, 0.04761905f, -0.04761905f, 0.04761905f, -0.04761905f, -0.04761905f, 0.04761905f,
    -0.04761905f, 0.04761905f, 0.04761905f, -0.04761905f, 0.04761905f, -0.04761905f, -0.04761905f,
};
}  // namespace numbers_of_mean_absolute_error
inline constexpr LossCase mean_absolute_error{
    .name = "mean_absolute_error",
    .batch = 7,
    .inputs = numbers_of_mean_absolute_error::inputs,
    .labels = {},
    .targets = numbers_of_mean_absolute_error::targets,
    .outputs = numbers_of_mean_absolute_error::outputs,
    .losses = numbers_of_mean_absolute_error::losses,
    .loss = 1.8394045f,
    .gradient = numbers_of_mean_absolute_error::gradient,
};

// MeanAbsolutePercentageError at plain predictions, 3 an example
namespace numbers_of_mean_absolute_percentage_error {
inline constexpr float inputs[]{
    -1.5487955f, -0.7335324f, 1.7386036f, 0.21073937f, -1.3171246f, 1.1550114f, -0.3728528f,
    -1.9007168f, 0.57141924f, -0.956445f, 1.515691f, -0.012172937f, -1.5400369f, 0.93209887f,
    -0.5957651f, 1.8763709f, 0.3485067f, -1.1793573f, 1.2927787f, -0.23508549f, -1.7629495f,
};
inline constexpr float targets[]{
    -1.5487955f, 0.92334056f, -0.60452366f, 1.8676124f, 0.33974838f, -1.1881158f, 1.2840202f,
    -0.2438438f, -1.7717078f, 0.700428f, -0.827436f, 1.6447f, 0.11683583f, -1.4110281f, 1.0611079f,
    -0.46675634f, -1.9946203f, 0.4775157f, -1.0503485f, 1.4217875f, -0.10607648f,
};
inline constexpr float outputs[]{
    -1.5487955f, -0.7335324f, 1.7386036f, 0.21073937f, -1.3171246f, 1.1550114f, -0.3728528f,
    -1.9007168f, 0.57141924f, -0.956445f, 1.515691f, -0.012172937f, -1.5400369f, 0.93209887f,
    -0.5957651f, 1.8763709f, 0.3485067f, -1.1793573f, 1.2927787f, -0.23508549f, -1.7629495f,
};
inline constexpr float losses[]{
    189.01408f, 257.86877f, 313.59055f, 206.82362f, 580.10803f, 322.15076f, 633.85876f,
};
inline constexpr float gradient[]{
    0.f, -5.157257f, 7.877119f, -2.5497286f, -14.015975f, 4.0079465f, -3.7085903f, -19.528505f,
    2.6877484f, -6.798564f, 5.755013f, -2.8953028f, -40.75723f, 3.3747766f, -4.487673f, 10.202121f,
    2.387374f, -9.972247f, 4.533643f, -3.349238f, -44.89124f,
};
}  // namespace numbers_of_mean_absolute_percentage_error
inline constexpr LossCase mean_absolute_percentage_error{
    .name = "mean_absolute_percentage_error",
    .batch = 7,
    .inputs = numbers_of_mean_absolute_percentage_error::inputs,
    .labels = {},
    .targets = numbers_of_mean_absolute_percentage_error::targets,
    .outputs = numbers_of_mean_absolute_percentage_error::outputs,
    .losses = numbers_of_mean_absolute_percentage_error::losses,
    .loss = 357.63065f,
    .gradient = numbers_of_mean_absolute_percentage_error::gradient,
};

// MeanSquaredLogarithmicError at plain predictions, 3 an example
namespace numbers_of_mean_squared_logarithmic_error {
inline constexpr float inputs[]{
    -1.5487955f, -0.7335324f, 1.7386036f, 0.21073937f, -1.3171246f, 1.1550114f, -0.3728528f,
    -1.9007168f, 0.57141924f, -0.956445f, 1.515691f, -0.012172937f, -1.5400369f, 0.93209887f,
    -0.5957651f, 1.8763709f, 0.3485067f, -1.1793573f, 1.2927787f, -0.23508549f, -1.7629495f,
};
inline constexpr float targets[]{
    -1.5487955f, 0.92334056f, -0.60452366f, 1.8676124f, 0.33974838f, -1.1881158f, 1.2840202f,
    -0.2438438f, -1.7717078f, 0.700428f, -0.827436f, 1.6447f, 0.11683583f, -1.4110281f, 1.0611079f,
    -0.46675634f, -1.9946203f, 0.4775157f, -1.0503485f, 1.4217875f, -0.10607648f,
};
inline constexpr float outputs[]{
    -1.5487955f, -0.7335324f, 1.7386036f, 0.21073937f, -1.3171246f, 1.1550114f, -0.3728528f,
    -1.9007168f, 0.57141924f, -0.956445f, 1.515691f, -0.012172937f, -1.5400369f, 0.93209887f,
    -0.5957651f, 1.8763709f, 0.3485067f, -1.1793573f, 1.2927787f, -0.23508549f, -1.7629495f,
};
inline constexpr float losses[]{
    0.48091686f, 0.47284287f, 0.29548568f, 0.69293183f, 0.3230181f, 0.45267877f, 0.4902865f,
};
inline constexpr float gradient[]{
    0.f, 0.f, 0.035035167f, -0.06782542f, 0.f, 0.033931803f, 0.f, 0.f, 0.027392834f, 0.f,
    0.034925457f, 0.f, 0.f, 0.032464415f, 0.f, 0.03498222f, 0.021116672f, 0.f, 0.03446699f, 0.f,
    0.f,
};
}  // namespace numbers_of_mean_squared_logarithmic_error
inline constexpr LossCase mean_squared_logarithmic_error{
    .name = "mean_squared_logarithmic_error",
    .batch = 7,
    .inputs = numbers_of_mean_squared_logarithmic_error::inputs,
    .labels = {},
    .targets = numbers_of_mean_squared_logarithmic_error::targets,
    .outputs = numbers_of_mean_squared_logarithmic_error::outputs,
    .losses = numbers_of_mean_squared_logarithmic_error::losses,
    .loss = 0.45830867f,
    .gradient = numbers_of_mean_squared_logarithmic_error::gradient,
};

// LogCosh at plain predictions, 3 an example
namespace numbers_of_log_cosh {
inline constexpr float inputs[]{
    -1.5487955f, -0.7335324f, 1.7386036f, 0.21073937f, -1.3171246f, 1.1550114f, -0.3728528f,
    -1.9007168f, 0.57141924f, -0.956445f, 1.515691f, -0.012172937f, -1.5400369f, 0.93209887f,
    -0.5957651f, 1.8763709f, 0.3485067f, -1.1793573f, 1.2927787f, -0.23508549f, -1.7629495f,
};
inline constexpr float targets[]{
    -1.5487955f, 0.92334056f, -0.60452366f, 1.8676124f, 0.33974838f, -1.1881158f, 1.2840202f,
    -0.2438438f, -1.7717078f, 0.700428f, -0.827436f, 1.6447f, 0.11683583f, -1.4110281f, 1.0611079f,
    -0.46675634f, -1.9946203f, 0.4775157f, -1.0503485f, 1.4217875f, -0.10607648f,
};
inline constexpr float outputs[]{
    -1.5487955f, -0.7335324f, 1.7386036f, 0.21073937f, -1.3171246f, 1.1550114f, -0.3728528f,
    -1.9007168f, 0.57141924f, -0.956445f, 1.515691f, -0.012172937f, -1.5400369f, 0.93209887f,
    -0.5957651f, 1.8763709f, 0.3485067f, -1.1793573f, 1.2927787f, -0.23508549f, -1.7629495f,
};
inline constexpr float losses[]{
    0.8862061f, 1.2193592f, 1.2193592f, 1.2193592f, 1.219359f, 1.439259f, 1.2193592f,
};
inline constexpr float gradient[]{
    0.f, -0.04427594f, 0.046748865f, -0.04427594f, -0.04427594f, 0.046748865f, -0.04427594f,
    -0.04427594f, 0.046748865f, -0.04427594f, 0.046748865f, -0.04427594f, -0.04427594f,
    0.046748865f, -0.04427594f, 0.046748865f, 0.046748865f, -0.04427594f, 0.046748865f,
    -0.04427594f, -0.04427594f,
};
}  // namespace numbers_of_log_cosh
inline constexpr LossCase log_cosh{
    .name = "log_cosh",
    .batch = 7,
    .inputs = numbers_of_log_cosh::inputs,
    .labels = {},
    .targets = numbers_of_log_cosh::targets,
    .outputs = numbers_of_log_cosh::outputs,
    .losses = numbers_of_log_cosh::losses,
    .loss = 1.2031801f,
    .gradient = numbers_of_log_cosh::gradient,
};

// Huber at plain predictions, 3 an example
namespace numbers_of_huber {
inline constexpr float inputs[]{
    -1.5487955f, -0.7335324f, 1.7386036f, 0.21073937f, -1.3171246f, 1.1550114f, -0.3728528f,
    -1.9007168f, 0.57141924f, -0.956445f, 1.515691f, -0.012172937f, -1.5400369f, 0.93209887f,
    -0.5957651f, 1.8763709f, 0.3485067f, -1.1793573f, 1.2927787f, -0.23508549f, -1.7629495f,
};
inline constexpr float targets[]{
    -1.5487955f, 0.92334056f, -0.60452366f, 1.8676124f, 0.33974838f, -1.1881158f, 1.2840202f,
    -0.2438438f, -1.7717078f, 0.700428f, -0.827436f, 1.6447f, 0.11683583f, -1.4110281f, 1.0611079f,
    -0.46675634f, -1.9946203f, 0.4775157f, -1.0503485f, 1.4217875f, -0.10607648f,
};
inline constexpr float outputs[]{
    -1.5487955f, -0.7335324f, 1.7386036f, 0.21073937f, -1.3171246f, 1.1550114f, -0.3728528f,
    -1.9007168f, 0.57141924f, -0.956445f, 1.515691f, -0.012172937f, -1.5400369f, 0.93209887f,
    -0.5957651f, 1.8763709f, 0.3485067f, -1.1793573f, 1.2927787f, -0.23508549f, -1.7629495f,
};
inline constexpr float losses[]{
    1.0000001f, 1.3856244f, 1.3856243f, 1.3856243f, 1.3856243f, 1.6143757f, 1.3856244f,
};
inline constexpr float gradient[]{
    0.f, -0.04761905f, 0.04761905f, -0.04761905f, -0.04761905f, 0.04761905f, -0.04761905f,
    -0.04761905f, 0.04761905f, -0.04761905f, 0.04761905f, -0.04761905f, -0.04761905f, 0.04761905f,
    -0.04761905f, 0.04761905f, 0.04761905f, -0.04761905f, 0.04761905f, -0.04761905f, -0.04761905f,
};
}  // namespace numbers_of_huber
inline constexpr LossCase huber{
    .name = "huber",
    .batch = 7,
    .inputs = numbers_of_huber::inputs,
    .labels = {},
    .targets = numbers_of_huber::targets,
    .outputs = numbers_of_huber::outputs,
    .losses = numbers_of_huber::losses,
    .loss = 1.3632139f,
    .gradient = numbers_of_huber::gradient,
};

// Huber{.delta = 1.5f} at plain predictions, 3 an example
namespace numbers_of_huber_wide {
inline constexpr float inputs[]{
    -1.5487955f, -0.7335324f, 1.7386036f, 0.21073937f, -1.3171246f, 1.1550114f, -0.3728528f,
    -1.9007168f, 0.57141924f, -0.956445f, 1.515691f, -0.012172937f, -1.5400369f, 0.93209887f,
    -0.5957651f, 1.8763709f, 0.3485067f, -1.1793573f, 1.2927787f, -0.23508549f, -1.7629495f,
};
inline constexpr float targets[]{
    -1.5487955f, 0.92334056f, -0.60452366f, 1.8676124f, 0.33974838f, -1.1881158f, 1.2840202f,
    -0.2438438f, -1.7717078f, 0.700428f, -0.827436f, 1.6447f, 0.11683583f, -1.4110281f, 1.0611079f,
    -0.46675634f, -1.9946203f, 0.4775157f, -1.0503485f, 1.4217875f, -0.10607648f,
};
inline constexpr float outputs[]{
    -1.5487955f, -0.7335324f, 1.7386036f, 0.21073937f, -1.3171246f, 1.1550114f, -0.3728528f,
    -1.9007168f, 0.57141924f, -0.956445f, 1.515691f, -0.012172937f, -1.5400369f, 0.93209887f,
    -0.5957651f, 1.8763709f, 0.3485067f, -1.1793573f, 1.2927787f, -0.23508549f, -1.7629495f,
};
inline constexpr float losses[]{
    1.2500001f, 1.7034366f, 1.7034365f, 1.7034365f, 1.7034364f, 2.0465636f, 1.7034366f,
};
inline constexpr float gradient[]{
    0.f, -0.071428575f, 0.071428575f, -0.071428575f, -0.071428575f, 0.071428575f, -0.071428575f,
    -0.071428575f, 0.071428575f, -0.071428575f, 0.071428575f, -0.071428575f, -0.071428575f,
    0.071428575f, -0.071428575f, 0.071428575f, 0.071428575f, -0.071428575f, 0.071428575f,
    -0.071428575f, -0.071428575f,
};
}  // namespace numbers_of_huber_wide
inline constexpr LossCase huber_wide{
    .name = "huber_wide",
    .batch = 7,
    .inputs = numbers_of_huber_wide::inputs,
    .labels = {},
    .targets = numbers_of_huber_wide::targets,
    .outputs = numbers_of_huber_wide::outputs,
    .losses = numbers_of_huber_wide::losses,
    .loss = 1.6876781f,
    .gradient = numbers_of_huber_wide::gradient,
};

// CosineSimilarity at plain predictions, 3 an example
namespace numbers_of_cosine_similarity {
inline constexpr float inputs[]{
    -1.5487955f, -0.7335324f, 1.7386036f, 0.21073937f, -1.3171246f, 1.1550114f, -0.3728528f,
    -1.9007168f, 0.57141924f, -0.956445f, 1.515691f, -0.012172937f, -1.5400369f, 0.93209887f,
    -0.5957651f, 1.8763709f, 0.3485067f, -1.1793573f, 1.2927787f, -0.23508549f, -1.7629495f,
};
inline constexpr float targets[]{
    -1.5487955f, 0.92334056f, -0.60452366f, 1.8676124f, 0.33974838f, -1.1881158f, 1.2840202f,
    -0.2438438f, -1.7717078f, 0.700428f, -0.827436f, 1.6447f, 0.11683583f, -1.4110281f, 1.0611079f,
    -0.46675634f, -1.9946203f, 0.4775157f, -1.0503485f, 1.4217875f, -0.10607648f,
};
inline constexpr float outputs[]{
    -1.5487955f, -0.7335324f, 1.7386036f, 0.21073937f, -1.3171246f, 1.1550114f, -0.3728528f,
    -1.9007168f, 0.57141924f, -0.956445f, 1.515691f, -0.012172937f, -1.5400369f, 0.93209887f,
    -0.5957651f, 1.8763709f, 0.3485067f, -1.1793573f, 1.2927787f, -0.23508549f, -1.7629495f,
};
inline constexpr float losses[]{
    -0.14440808f, 0.36093956f, 0.23113744f, 0.55065167f, 0.6340769f, 0.45224258f, 0.38654783f,
};
inline constexpr float gradient[]{
    0.04229577f, -0.030950781f, 0.024619812f, -0.07101197f, 0.0095312325f, 0.023825599f,
    -0.038237896f, 0.023224058f, 0.052300036f, -0.004919602f, -0.0036365036f, -0.066252455f,
    0.03382409f, 0.036599424f, -0.03017308f, -0.009955345f, 0.055909842f, 6.8260566e-4f,
    0.02377012f, -0.049479157f, 0.024028674f,
};
}  // namespace numbers_of_cosine_similarity
inline constexpr LossCase cosine_similarity{
    .name = "cosine_similarity",
    .batch = 7,
    .inputs = numbers_of_cosine_similarity::inputs,
    .labels = {},
    .targets = numbers_of_cosine_similarity::targets,
    .outputs = numbers_of_cosine_similarity::outputs,
    .losses = numbers_of_cosine_similarity::losses,
    .loss = 0.35302684f,
    .gradient = numbers_of_cosine_similarity::gradient,
};

// LogCosh at plain predictions, 3 an example
namespace numbers_of_log_cosh_extreme {
inline constexpr float inputs[]{0.f, 40.f, -3.f, 1e-4f, -60.f, 2.f, 0.f, 0.f, 0.f};
inline constexpr float targets[]{1.f, 0.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 2.f};
inline constexpr float outputs[]{0.f, 40.f, -3.f, 1e-4f, -60.f, 2.f, 0.f, 0.f, 0.f};
inline constexpr float losses[]{14.68251f, 19.913519f, 0.5862612f};
inline constexpr float gradient[]{
    -0.08462157f, 0.11111111f, -0.111101024f, -0.08461691f, -0.11111111f, 0.f, -0.08462157f, 0.f,
    -0.10711417f,
};
}  // namespace numbers_of_log_cosh_extreme
inline constexpr LossCase log_cosh_extreme{
    .name = "log_cosh_extreme",
    .batch = 3,
    .inputs = numbers_of_log_cosh_extreme::inputs,
    .labels = {},
    .targets = numbers_of_log_cosh_extreme::targets,
    .outputs = numbers_of_log_cosh_extreme::outputs,
    .losses = numbers_of_log_cosh_extreme::losses,
    .loss = 11.72743f,
    .gradient = numbers_of_log_cosh_extreme::gradient,
};

// MeanAbsolutePercentageError at plain predictions, 3 an example
namespace numbers_of_percentage_of_zero {
inline constexpr float inputs[]{0.f, 40.f, -3.f, 1e-4f, -60.f, 2.f, 0.f, 0.f, 0.f};
inline constexpr float targets[]{1.f, 0.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 2.f};
inline constexpr float outputs[]{0.f, 40.f, -3.f, 1e-4f, -60.f, 2.f, 0.f, 0.f, 0.f};
inline constexpr float losses[]{13333333000.f, 2e+10f, 66.666664f};
inline constexpr float gradient[]{
    -11.111111f, 111111110.f, -5.5555553f, -11.111111f, -111111110.f, 0.f, -11.111111f, 0.f,
    -5.5555553f,
};
}  // namespace numbers_of_percentage_of_zero
inline constexpr LossCase percentage_of_zero{
    .name = "percentage_of_zero",
    .batch = 3,
    .inputs = numbers_of_percentage_of_zero::inputs,
    .labels = {},
    .targets = numbers_of_percentage_of_zero::targets,
    .outputs = numbers_of_percentage_of_zero::outputs,
    .losses = numbers_of_percentage_of_zero::losses,
    .loss = 11111112000.f,
    .gradient = numbers_of_percentage_of_zero::gradient,
};

// CosineSimilarity at plain predictions, 3 an example
namespace numbers_of_cosine_of_zeros {
inline constexpr float inputs[]{0.f, 40.f, -3.f, 1e-4f, -60.f, 2.f, 0.f, 0.f, 0.f};
inline constexpr float targets[]{1.f, 0.f, 2.f, 0.f, 0.f, 0.f, 1.f, 0.f, 2.f};
inline constexpr float outputs[]{0.f, 40.f, -3.f, 1e-4f, -60.f, 2.f, 0.f, 0.f, 0.f};
inline constexpr float losses[]{0.066894166f, 0.f, 0.f};
inline constexpr float gradient[]{
    -0.0037163424f, -5.543332e-4f, -0.0073911096f, 0.f, 0.f, 0.f, -1490712.f, 0.f, -2981424.f,
};
}  // namespace numbers_of_cosine_of_zeros
inline constexpr LossCase cosine_of_zeros{
    .name = "cosine_of_zeros",
    .batch = 3,
    .inputs = numbers_of_cosine_of_zeros::inputs,
    .labels = {},
    .targets = numbers_of_cosine_of_zeros::targets,
    .outputs = numbers_of_cosine_of_zeros::outputs,
    .losses = numbers_of_cosine_of_zeros::losses,
    .loss = 0.022298055f,
    .gradient = numbers_of_cosine_of_zeros::gradient,
};

// KLDivergence at plain predictions, 4 an example
namespace numbers_of_kl_divergence {
inline constexpr float inputs[]{
    0.04084459f, 0.4591554f, 0.3419778f, 0.15802221f, 0.4019164f, 0.09741022f, 0.21506801f,
    0.2856054f, 0.040065102f, 0.49405715f, 0.2524031f, 0.21347465f, 0.3923514f, 0.05815024f,
    0.2848004f, 0.2646979f, 0.09386682f, 0.49475235f, 0.16438936f, 0.24699149f,
};
inline constexpr float targets[]{
    0.20467353f, 0.28686523f, 0.016922452f, 0.3207101f, 0.12810764f, 0.34549597f, 0.052792862f,
    0.23991029f, 0.058645196f, 0.34953988f, 0.12113756f, 0.16975707f, 0.010538039f, 0.2952225f,
    0.19950847f, 0.106252104f, 0.086948045f, 0.23444727f, 0.28558123f, 0.03581404f,
};
inline constexpr float outputs[]{
    0.04084459f, 0.4591554f, 0.3419778f, 0.15802221f, 0.4019164f, 0.09741022f, 0.21506801f,
    0.2856054f, 0.040065102f, 0.49405715f, 0.2524031f, 0.21347465f, 0.3923514f, 0.05815024f,
    0.2848004f, 0.2646979f, 0.09386682f, 0.49475235f, 0.16438936f, 0.24699149f,
};
inline constexpr float losses[]{0.37105447f, 0.17496112f, -0.22643563f, 0.2735343f, -0.09318286f};
inline constexpr float gradient[]{
    -1.0022062f, -0.124953434f, -0.009896813f, -0.40590507f, -0.0637484f, -0.70936286f,
    -0.049094114f, -0.16800122f, -0.2927495f, -0.14149776f, -0.09598738f, -0.1590419f,
    -0.005371735f, -1.0153785f, -0.14010406f, -0.08028179f, -0.1852583f, -0.09477358f, -0.34744492f,
    -0.02900022f,
};
}  // namespace numbers_of_kl_divergence
inline constexpr LossCase kl_divergence{
    .name = "kl_divergence",
    .batch = 5,
    .inputs = numbers_of_kl_divergence::inputs,
    .labels = {},
    .targets = numbers_of_kl_divergence::targets,
    .outputs = numbers_of_kl_divergence::outputs,
    .losses = numbers_of_kl_divergence::losses,
    .loss = 0.09998628f,
    .gradient = numbers_of_kl_divergence::gradient,
};

// KLDivergence at plain predictions, 4 an example
namespace numbers_of_kl_divergence_of_certainties {
inline constexpr float inputs[]{
    1.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 1.f,
};
inline constexpr float targets[]{
    1.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 1.f,
};
inline constexpr float outputs[]{
    1.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 1.f,
};
inline constexpr float losses[]{0.f, 16.118093f, 0.f, 0.f};
inline constexpr float gradient[]{
    -0.24999999f, 0.f, 0.f, 0.f, 0.f, -2.5e-8f, 0.f, 0.f, 0.f, 0.f, -0.24999999f, 0.f, 0.f, 0.f,
    0.f, -0.24999999f,
};
}  // namespace numbers_of_kl_divergence_of_certainties
inline constexpr LossCase kl_divergence_of_certainties{
    .name = "kl_divergence_of_certainties",
    .batch = 4,
    .inputs = numbers_of_kl_divergence_of_certainties::inputs,
    .labels = {},
    .targets = numbers_of_kl_divergence_of_certainties::targets,
    .outputs = numbers_of_kl_divergence_of_certainties::outputs,
    .losses = numbers_of_kl_divergence_of_certainties::losses,
    .loss = 4.0295234f,
    .gradient = numbers_of_kl_divergence_of_certainties::gradient,
};

// Poisson at plain predictions, 3 an example
namespace numbers_of_poisson {
inline constexpr float inputs[]{
    2.6574256f, 0.36562943f, 1.9461665f, 1.7820375f, 0.5297588f, 2.821555f, 0.90664923f, 1.4051471f,
    2.323057f, 0.031260975f, 2.280535f, 1.4476687f, 0.8641273f, 2.8640769f, 0.5722804f,
};
inline constexpr float targets[]{
    1.f, 5.f, 1.f, 3.f, 3.f, 0.f, 5.f, 2.f, 2.f, 5.f, 0.f, 4.f, 3.f, 1.f, 5.f,
};
inline constexpr float outputs[]{
    2.6574256f, 0.36562943f, 1.9461665f, 1.7820375f, 0.5297588f, 2.821555f, 0.90664923f, 1.4051471f,
    2.323057f, 0.031260975f, 2.280535f, 1.4476687f, 0.8641273f, 2.8640769f, 0.5722804f,
};
inline constexpr float losses[]{2.7855585f, 1.768693f, 0.91959953f, 6.535518f, 2.158991f};
inline constexpr float gradient[]{
    0.04157973f, -0.845003f, 0.032411296f, -0.045564413f, -0.31086355f, 0.06666667f, -0.30098742f,
    -0.028222568f, 0.009271029f, -10.596221f, 0.06666667f, -0.117537536f, -0.1647807f, 0.043389827f,
    -0.5157983f,
};
}  // namespace numbers_of_poisson
inline constexpr LossCase poisson{
    .name = "poisson",
    .batch = 5,
    .inputs = numbers_of_poisson::inputs,
    .labels = {},
    .targets = numbers_of_poisson::targets,
    .outputs = numbers_of_poisson::outputs,
    .losses = numbers_of_poisson::losses,
    .loss = 2.833672f,
    .gradient = numbers_of_poisson::gradient,
};

// Hinge at plain predictions, 3 an example
namespace numbers_of_hinge {
inline constexpr float inputs[]{
    -1.2644308f, 1.2077053f, -0.32015896f, -1.8480229f, 0.6241131f, -0.90375113f, 1.5683849f,
    0.040520906f, -1.4873431f, 0.9847927f, -0.54307127f, 1.9290648f, 0.40120053f, -1.1266634f,
    1.3454726f, -0.18239164f, -1.7102556f, 0.7618804f,
};
inline constexpr float targets[]{
    1.f, -1.f, -1.f, 1.f, -1.f, 1.f, -1.f, -1.f, 1.f, -1.f, 1.f, 1.f, -1.f, 1.f, -1.f, -1.f, 1.f,
    -1.f,
};
inline constexpr float outputs[]{
    -1.2644308f, 1.2077053f, -0.32015896f, -1.8480229f, 0.6241131f, -0.90375113f, 1.5683849f,
    0.040520906f, -1.4873431f, 0.9847927f, -0.54307127f, 1.9290648f, 0.40120053f, -1.1266634f,
    1.3454726f, -0.18239164f, -1.7102556f, 0.7618804f,
};
inline constexpr float losses[]{
    1.7173257f, 2.1252956f, 2.032083f, 1.1759547f, 1.9577788f, 1.7632481f,
};
inline constexpr float gradient[]{
    -0.055555556f, 0.055555556f, 0.055555556f, -0.055555556f, 0.055555556f, -0.055555556f,
    0.055555556f, 0.055555556f, -0.055555556f, 0.055555556f, -0.055555556f, 0.f, 0.055555556f,
    -0.055555556f, 0.055555556f, 0.055555556f, -0.055555556f, 0.055555556f,
};
}  // namespace numbers_of_hinge
inline constexpr LossCase hinge{
    .name = "hinge",
    .batch = 6,
    .inputs = numbers_of_hinge::inputs,
    .labels = {},
    .targets = numbers_of_hinge::targets,
    .outputs = numbers_of_hinge::outputs,
    .losses = numbers_of_hinge::losses,
    .loss = 1.795281f,
    .gradient = numbers_of_hinge::gradient,
};

// Hinge at plain predictions, 3 an example
namespace numbers_of_hinge_of_ones {
inline constexpr float inputs[]{
    0.39244223f, -1.1354218f, 1.336714f, -0.19114995f, -1.7190139f, 0.75312185f, -0.7747421f,
    1.6973939f, 0.16952968f, -1.3583343f, 1.1138017f, -0.4140625f, -1.9419265f, 0.53020954f,
    -0.9976547f, 1.4744813f, -0.053382635f, -1.5812466f,
};
inline constexpr float targets[]{
    1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f,
};
inline constexpr float outputs[]{
    0.39244223f, -1.1354218f, 1.336714f, -0.19114995f, -1.7190139f, 0.75312185f, -0.7747421f,
    1.6973939f, 0.16952968f, -1.3583343f, 1.1138017f, -0.4140625f, -1.9419265f, 0.53020954f,
    -0.9976547f, 1.4744813f, -0.053382635f, -1.5812466f,
};
inline constexpr float losses[]{
    0.9814239f, 0.4793427f, 1.2510407f, 0.47135416f, 0.1573786f, 1.1759547f,
};
inline constexpr float gradient[]{
    -0.055555556f, 0.f, 0.055555556f, -0.055555556f, 0.f, -0.055555556f, 0.055555556f, 0.055555556f,
    -0.055555556f, 0.f, 0.f, -0.055555556f, 0.f, -0.055555556f, 0.055555556f, 0.055555556f,
    -0.055555556f, 0.f,
};
}  // namespace numbers_of_hinge_of_ones
inline constexpr LossCase hinge_of_ones{
    .name = "hinge_of_ones",
    .batch = 6,
    .inputs = numbers_of_hinge_of_ones::inputs,
    .labels = {},
    .targets = numbers_of_hinge_of_ones::targets,
    .outputs = numbers_of_hinge_of_ones::outputs,
    .losses = numbers_of_hinge_of_ones::losses,
    .loss = 0.75274915f,
    .gradient = numbers_of_hinge_of_ones::gradient,
};

// SquaredHinge at plain predictions, 3 an example
namespace numbers_of_squared_hinge {
inline constexpr float inputs[]{
    -1.2644308f, 1.2077053f, -0.32015896f, -1.8480229f, 0.6241131f, -0.90375113f, 1.5683849f,
    0.040520906f, -1.4873431f, 0.9847927f, -0.54307127f, 1.9290648f, 0.40120053f, -1.1266634f,
    1.3454726f, -0.18239164f, -1.7102556f, 0.7618804f,
};
inline constexpr float targets[]{
    1.f, -1.f, -1.f, 1.f, -1.f, 1.f, -1.f, -1.f, 1.f, -1.f, 1.f, 1.f, -1.f, 1.f, -1.f, -1.f, 1.f,
    -1.f,
};
inline constexpr float outputs[]{
    -1.2644308f, 1.2077053f, -0.32015896f, -1.8480229f, 0.6241131f, -0.90375113f, 1.5683849f,
    0.040520906f, -1.4873431f, 0.9847927f, -0.54307127f, 1.9290648f, 0.40120053f, -1.1266634f,
    1.3454726f, -0.18239164f, -1.7102556f, 0.7618804f,
};
inline constexpr float losses[]{
    3.487931f, 4.791082f, 4.6220536f, 2.1068237f, 3.9957674f, 3.7060637f,
};
inline constexpr float gradient[]{
    -0.25160342f, 0.24530059f, 0.07553789f, -0.316447f, 0.18045701f, -0.2115279f, 0.2853761f,
    0.11561343f, -0.27637145f, 0.22053252f, -0.17145236f, 0.f, 0.15568894f, -0.23629594f,
    0.26060808f, 0.090845376f, -0.3011395f, 0.19576448f,
};
}  // namespace numbers_of_squared_hinge
inline constexpr LossCase squared_hinge{
    .name = "squared_hinge",
    .batch = 6,
    .inputs = numbers_of_squared_hinge::inputs,
    .labels = {},
    .targets = numbers_of_squared_hinge::targets,
    .outputs = numbers_of_squared_hinge::outputs,
    .losses = numbers_of_squared_hinge::losses,
    .loss = 3.7849536f,
    .gradient = numbers_of_squared_hinge::gradient,
};

// SquaredHinge at plain predictions, 3 an example
namespace numbers_of_squared_hinge_of_ones {
inline constexpr float inputs[]{
    0.39244223f, -1.1354218f, 1.336714f, -0.19114995f, -1.7190139f, 0.75312185f, -0.7747421f,
    1.6973939f, 0.16952968f, -1.3583343f, 1.1138017f, -0.4140625f, -1.9419265f, 0.53020954f,
    -0.9976547f, 1.4744813f, -0.053382635f, -1.5812466f,
};
inline constexpr float targets[]{
    1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f,
};
inline constexpr float outputs[]{
    0.39244223f, -1.1354218f, 1.336714f, -0.19114995f, -1.7190139f, 0.75312185f, -0.7747421f,
    1.6973939f, 0.16952968f, -1.3583343f, 1.1138017f, -0.4140625f, -1.9419265f, 0.53020954f,
    -0.9976547f, 1.4744813f, -0.053382635f, -1.5812466f,
};
inline constexpr float losses[]{
    1.9431196f, 0.49326235f, 2.6721187f, 0.66652423f, 0.07356953f, 2.410891f,
};
inline constexpr float gradient[]{
    -0.06750642f, 0.f, 0.25963488f, -0.13235f, 0.f, -0.027430905f, 0.025028653f, 0.29971042f,
    -0.09227448f, 0.f, 0.f, -0.15711805f, 0.f, -0.05219894f, 2.605915e-4f, 0.27494237f,
    -0.11704251f, 0.f,
};
}  // namespace numbers_of_squared_hinge_of_ones
inline constexpr LossCase squared_hinge_of_ones{
    .name = "squared_hinge_of_ones",
    .batch = 6,
    .inputs = numbers_of_squared_hinge_of_ones::inputs,
    .labels = {},
    .targets = numbers_of_squared_hinge_of_ones::targets,
    .outputs = numbers_of_squared_hinge_of_ones::outputs,
    .losses = numbers_of_squared_hinge_of_ones::losses,
    .loss = 1.3765808f,
    .gradient = numbers_of_squared_hinge_of_ones::gradient,
};

// CategoricalHinge at plain predictions, 5 an example
namespace numbers_of_categorical_hinge {
inline constexpr float inputs[]{
    -0.6862545f, -3.7419825f, 1.2022896f, -1.8534389f, 3.0908332f, 0.03510523f, -3.0206232f,
    1.9236488f, -1.1320791f, 3.812193f, 0.7564645f, -2.2992635f, 2.6450086f, -0.41071987f,
    -3.4664478f, 1.4778242f, -1.5779042f, 3.3663678f, 0.31063986f, -2.7450886f, 2.1991835f,
    -0.8565445f, -3.9122725f, 1.0319991f, -2.0237288f, 2.9205432f, -0.13518524f, -3.1909132f,
    1.7533588f, -1.3023696f, 3.6419024f, 0.5861745f, -2.469554f, 2.474718f, -0.58100986f,
};
inline constexpr float targets[]{
    0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f,
    0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 0.f,
};
inline constexpr float outputs[]{
    -0.6862545f, -3.7419825f, 1.2022896f, -1.8534389f, 3.0908332f, 0.03510523f, -3.0206232f,
    1.9236488f, -1.1320791f, 3.812193f, 0.7564645f, -2.2992635f, 2.6450086f, -0.41071987f,
    -3.4664478f, 1.4778242f, -1.5779042f, 3.3663678f, 0.31063986f, -2.7450886f, 2.1991835f,
    -0.8565445f, -3.9122725f, 1.0319991f, -2.0237288f, 2.9205432f, -0.13518524f, -3.1909132f,
    1.7533588f, -1.3023696f, 3.6419024f, 0.5861745f, -2.469554f, 2.474718f, -0.58100986f,
};
inline constexpr float losses[]{
    0.f, 2.888544f, 2.888544f, 4.055728f, 4.055728f, 5.222913f, 7.1114564f,
};
inline constexpr float gradient[]{
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, -0.14285715f, 0.f, 0.14285715f, -0.14285715f, 0.f,
    0.14285715f, 0.f, 0.f, 0.f, 0.f, 0.14285715f, -0.14285715f, 0.f, 0.14285715f, -0.14285715f, 0.f,
    0.f, 0.f, 0.14285715f, 0.f, 0.f, 0.f, -0.14285715f, 0.14285715f, 0.f, -0.14285715f, 0.f, 0.f,
};
}  // namespace numbers_of_categorical_hinge
inline constexpr LossCase categorical_hinge{
    .name = "categorical_hinge",
    .batch = 7,
    .inputs = numbers_of_categorical_hinge::inputs,
    .labels = {},
    .targets = numbers_of_categorical_hinge::targets,
    .outputs = numbers_of_categorical_hinge::outputs,
    .losses = numbers_of_categorical_hinge::losses,
    .loss = 3.7461305f,
    .gradient = numbers_of_categorical_hinge::gradient,
};

// BinaryFocalCrossentropy at plain predictions, 3 an example
namespace numbers_of_binary_focal {
inline constexpr float inputs[]{0.f, 1.f, 0.25f, 1.f, 0.f, 0.75f, 0.5f, 0.875f, 0.125f};
inline constexpr float targets[]{0.f, 1.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.25f};
inline constexpr float outputs[]{0.f, 1.f, 0.25f, 1.f, 0.f, 0.75f, 0.5f, 0.875f, 0.125f};
inline constexpr float losses[]{0.2599302f, 10.692819f, 0.07864032f};
inline constexpr float gradient[]{
    0.f, 0.f, -0.48104906f, 3.5427523f, -3.581799f, -0.025241598f, 0.1325719f, -0.0056933323f,
    0.009127297f,
};
}  // namespace numbers_of_binary_focal
inline constexpr LossCase binary_focal{
    .name = "binary_focal",
    .batch = 3,
    .inputs = numbers_of_binary_focal::inputs,
    .labels = {},
    .targets = numbers_of_binary_focal::targets,
    .outputs = numbers_of_binary_focal::outputs,
    .losses = numbers_of_binary_focal::losses,
    .loss = 3.6771297f,
    .gradient = numbers_of_binary_focal::gradient,
};

// BinaryFocalCrossentropy{.apply_class_balancing = true, .alpha = 0.4f, .gamma = 1.5f,
// .label_smoothing = 0.1f} at plain predictions, 3 an example
namespace numbers_of_binary_focal_balanced {
inline constexpr float inputs[]{0.f, 1.f, 0.25f, 1.f, 0.f, 0.75f, 0.5f, 0.875f, 0.125f};
inline constexpr float targets[]{0.f, 1.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.25f};
inline constexpr float outputs[]{0.f, 1.f, 0.25f, 1.f, 0.f, 0.75f, 0.5f, 0.875f, 0.125f};
inline constexpr float losses[]{0.115312405f, 4.70244f, 0.07342108f};
inline constexpr float gradient[]{
    0.015948215f, -0.010961844f, -0.17470667f, 1.3064172f, -0.9178554f, -0.018057154f, 0.08509572f,
    -0.0077688075f, -1.02546066e-4f,
};
}  // namespace numbers_of_binary_focal_balanced
inline constexpr LossCase binary_focal_balanced{
    .name = "binary_focal_balanced",
    .batch = 3,
    .inputs = numbers_of_binary_focal_balanced::inputs,
    .labels = {},
    .targets = numbers_of_binary_focal_balanced::targets,
    .outputs = numbers_of_binary_focal_balanced::outputs,
    .losses = numbers_of_binary_focal_balanced::losses,
    .loss = 1.6303911f,
    .gradient = numbers_of_binary_focal_balanced::gradient,
};

// BinaryFocalCrossentropy{.gamma = 3.0f, .from_logits = true} at plain predictions, 3 an example
namespace numbers_of_binary_focal_from_logits {
inline constexpr float inputs[]{
    -3.9013696f, 1.042902f, -2.012826f, 2.931446f, -0.12428236f, -3.1800103f, 1.7642617f,
    -1.2914667f, 3.6528053f, 0.59707737f, -2.4586506f, 2.485621f, -0.570107f, -3.625835f,
    1.3184366f,
};
inline constexpr float targets[]{
    0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f,
};
inline constexpr float outputs[]{
    -3.9013696f, 1.042902f, -2.012826f, 2.931446f, -0.12428236f, -3.1800103f, 1.7642617f,
    -1.2914667f, 3.6528053f, 0.59707737f, -2.4586506f, 2.485621f, -0.570107f, -3.625835f,
    1.3184366f,
};
inline constexpr float losses[]{0.001849325f, 0.0378002f, 1.136506f, 0.006565899f, 0.08921828f};
inline constexpr float gradient[]{
    4.079161e-8f, -0.001097485f, 4.9091243e-5f, -1.7171792e-6f, -0.015936766f, 6.67274e-7f,
    -1.14977585e-4f, 5.258835e-4f, 0.077393256f, -0.0035900539f, 9.973906e-6f, -9.036542e-6f,
    -0.03027524f, 1.1948558e-7f, -4.8414664e-4f,
};
}  // namespace numbers_of_binary_focal_from_logits
inline constexpr LossCase binary_focal_from_logits{
    .name = "binary_focal_from_logits",
    .batch = 5,
    .inputs = numbers_of_binary_focal_from_logits::inputs,
    .labels = {},
    .targets = numbers_of_binary_focal_from_logits::targets,
    .outputs = numbers_of_binary_focal_from_logits::outputs,
    .losses = numbers_of_binary_focal_from_logits::losses,
    .loss = 0.25438792f,
    .gradient = numbers_of_binary_focal_from_logits::gradient,
};

// CategoricalFocalCrossentropy at plain predictions, 4 an example
namespace numbers_of_categorical_focal {
inline constexpr float inputs[]{
    0.6568729f, 0.27490687f, 0.8929409f, 0.5109749f, 0.f, 1.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f,
    0.25f, 3.f, 0.75f, 0.5454167f, 0.16345066f, 0.78148466f, 0.39951867f,
};
inline constexpr float targets[]{
    1.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f,
    1.f,
};
inline constexpr float outputs[]{
    0.6568729f, 0.27490687f, 0.8929409f, 0.5109749f, 0.f, 1.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f,
    0.25f, 3.f, 0.75f, 0.5454167f, 0.16345066f, 0.78148466f, 0.39951867f,
};
inline constexpr float losses[]{0.16384496f, 4.235165e-22f, 4.029523f, 4.029523f, 0.24160473f};
inline constexpr float gradient[]{
    -0.056324653f, 0.022038149f, 0.022038149f, 0.022038149f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.030161474f, 0.030161474f, 0.030161474f, -0.11251344f,
};
}  // namespace numbers_of_categorical_focal
inline constexpr LossCase categorical_focal{
    .name = "categorical_focal",
    .batch = 5,
    .inputs = numbers_of_categorical_focal::inputs,
    .labels = {},
    .targets = numbers_of_categorical_focal::targets,
    .outputs = numbers_of_categorical_focal::outputs,
    .losses = numbers_of_categorical_focal::losses,
    .loss = 1.6928991f,
    .gradient = numbers_of_categorical_focal::gradient,
};

// CategoricalFocalCrossentropy{.alpha = 0.5f, .gamma = 1.5f, .from_logits = true, .label_smoothing
// = 0.1f} at plain predictions, 5 an example
namespace numbers_of_categorical_focal_from_logits {
inline constexpr float inputs[]{
    -0.6862545f, -3.7419825f, 1.2022896f, -1.8534389f, 3.0908332f, 0.03510523f, -3.0206232f,
    1.9236488f, -1.1320791f, 3.812193f, 0.7564645f, -2.2992635f, 2.6450086f, -0.41071987f,
    -3.4664478f, 1.4778242f, -1.5779042f, 3.3663678f, 0.31063986f, -2.7450886f, 2.1991835f,
    -0.8565445f, -3.9122725f, 1.0319991f, -2.0237288f, 2.9205432f, -0.13518524f, -3.1909132f,
    1.7533588f, -1.3023696f, 3.6419024f, 0.5861745f, -2.469554f, 2.474718f, -0.58100986f,
};
inline constexpr float targets[]{
    0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f,
    0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 0.f,
};
inline constexpr float outputs[]{
    -0.6862545f, -3.7419825f, 1.2022896f, -1.8534389f, 3.0908332f, 0.03510523f, -3.0206232f,
    1.9236488f, -1.1320791f, 3.812193f, 0.7564645f, -2.2992635f, 2.6450086f, -0.41071987f,
    -3.4664478f, 1.4778242f, -1.5779042f, 3.3663678f, 0.31063986f, -2.7450886f, 2.1991835f,
    -0.8565445f, -3.9122725f, 1.0319991f, -2.0237288f, 2.9205432f, -0.13518524f, -3.1909132f,
    1.7533588f, -1.3023696f, 3.6419024f, 0.5861745f, -2.469554f, 2.474718f, -0.58100986f,
};
inline constexpr float losses[]{
    0.18028308f, 0.9291755f, 0.9261475f, 1.5368589f, 1.5925561f, 2.162525f, 3.0379574f,
};
inline constexpr float gradient[]{
    -0.0012468094f, -0.0014260411f, 3.0979284e-4f, -0.0013873222f, 0.00375038f, 4.596579e-5f,
    -0.0013651664f, -0.06718641f, -9.84956e-4f, 0.06949057f, -0.06741242f, -9.937907e-4f,
    0.06809771f, 0.0016063743f, -0.0012978741f, 0.008205323f, -0.0010146742f, 0.06516633f,
    -0.0710526f, -0.0013043741f, 0.05668182f, -0.070869625f, -0.001320608f, 0.016179863f,
    -6.714486e-4f, 0.053730745f, 9.5275196e-4f, -0.0013271514f, 0.015261365f, -0.06861771f,
    0.05171374f, 8.5777533e-4f, -0.06646084f, 0.014633587f, -7.442603e-4f,
};
}  // namespace numbers_of_categorical_focal_from_logits
inline constexpr LossCase categorical_focal_from_logits{
    .name = "categorical_focal_from_logits",
    .batch = 7,
    .inputs = numbers_of_categorical_focal_from_logits::inputs,
    .labels = {},
    .targets = numbers_of_categorical_focal_from_logits::targets,
    .outputs = numbers_of_categorical_focal_from_logits::outputs,
    .losses = numbers_of_categorical_focal_from_logits::losses,
    .loss = 1.4807862f,
    .gradient = numbers_of_categorical_focal_from_logits::gradient,
};

/// All cases of this file, so that a test can prove that it left none out.
inline constexpr const LossCase* losses_cases[]{
    &sparse, &sparse_extreme, &sparse_per_pixel, &sparse_predictions, &categorical,
    &categorical_soft, &categorical_extreme, &categorical_predictions, &binary, &binary_of_three,
    &binary_extreme, &binary_predictions, &mean_squared_error, &mean_squared_error_of_images,
    &sparse_from_logits, &categorical_from_logits, &categorical_smooth,
    &categorical_smooth_predictions, &mean_absolute_error, &mean_absolute_percentage_error,
    &mean_squared_logarithmic_error, &log_cosh, &huber, &huber_wide, &cosine_similarity,
    &log_cosh_extreme, &percentage_of_zero, &cosine_of_zeros, &kl_divergence,
    &kl_divergence_of_certainties, &poisson, &hinge, &hinge_of_ones, &squared_hinge,
    &squared_hinge_of_ones, &categorical_hinge, &binary_focal, &binary_focal_balanced,
    &binary_focal_from_logits, &categorical_focal, &categorical_focal_from_logits,
};

}  // namespace keras

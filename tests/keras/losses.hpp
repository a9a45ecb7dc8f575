// SPDX-License-Identifier: MIT
#pragma once
// What Keras found for losses.
// Written by generate.py with Keras 3.15.1, TensorFlow 2.21.0, NumPy 2.4.6.

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
    0.099999994f, 0.f, 0.10000001f, 0.105827324f, 0.10582735f, 0.10582734f, -0.3947751f,
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
    0.f, 0.f, -0.44444442f, 0.f, 0.f, -0.14814815f, 0.22222221f, -0.12698412f, -0.12698412f,
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

/// All cases of this file, so that a test can prove that it left none out.
inline constexpr const LossCase* losses_cases[]{
    &sparse, &sparse_extreme, &sparse_per_pixel, &sparse_predictions, &categorical,
    &categorical_soft, &categorical_extreme, &categorical_predictions, &binary, &binary_of_three,
    &binary_extreme, &binary_predictions, &mean_squared_error, &mean_squared_error_of_images,
};

}  // namespace keras

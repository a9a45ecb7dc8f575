// SPDX-License-Identifier: MIT
#pragma once
// What Keras found for images brought to scale.
// Written by generate.py with Keras 3.15.0, TensorFlow 2.21.0, NumPy 2.4.6.

#include "formula.hpp"

namespace keras {

// featurewise_center=True
namespace numbers_of_center {
inline constexpr float mean[]{129.95425f, 126.2824f, 122.610565f};
inline constexpr float output[]{
    -11.103999f, -19.60095f, -98.18164f, -106.67859f, 65.75624f, 46.243767f, -21.321415f,
    -29.818365f, -108.399055f, -116.896f, 55.538822f, -23.04188f, -31.53883f, -99.104f, -118.61647f,
    53.818363f, 45.321415f, -33.259293f, -41.756245f, -109.32141f, 111.166115f, 43.60094f,
    35.104008f, -43.476707f, -111.04188f, 120.46117f, 41.880486f, 33.383533f, -34.181652f,
    -53.694122f, 118.740715f, 110.24376f, 31.663061f, 23.166111f, -44.39906f, -63.911537f,
    108.52329f, 40.958134f, 21.445654f, -46.119534f, -54.616474f, 106.80283f, 98.305885f, 30.74071f,
    11.228231f, -56.33695f, -64.83389f, 96.58541f, 88.08846f, 20.523302f, -58.05741f, -66.55436f,
    105.88046f, 86.368004f, 18.80283f, 10.305881f, -68.274826f, -76.771774f, 95.663055f, 76.15058f,
};
}  // namespace numbers_of_center
inline constexpr ScalingCase center{
    .name = "center",
    .count = 5,
    .height = 3,
    .width = 4,
    .channels = 3,
    .input = {"input", 180, 43924u, 120.f, 127.5f},
    .featurewise_center = true,
    .samplewise_center = false,
    .featurewise_std_normalization = false,
    .samplewise_std_normalization = false,
    .zca_whitening = false,
    .rescale = 0,
    .preprocessing_function = false,
    .mean = numbers_of_center::mean,
    .deviation = {},
    .output = {180, 1.335820343e-12, 10800.92258, 120.4611692, numbers_of_center::output},
};

// featurewise_std_normalization=True, rescale=0.00392156862745098
namespace numbers_of_normalization {
inline constexpr float mean[]{0.5096245f, 0.49522513f, 0.48082572f};
inline constexpr float deviation[]{0.2745108f, 0.2723519f, 0.2686853f};
inline constexpr float output[]{
    -0.15988483f, -0.28608257f, -1.4025848f, -1.5360491f, 0.9597349f, 0.66062045f, -0.30700386f,
    -0.43520924f, -1.5485468f, -1.6831682f, 0.81060815f, -0.32916734f, -0.4541229f, -1.4464568f,
    -1.6945088f, 0.7749226f, 0.66148156f, -0.47512934f, -0.60124195f, -1.5955834f, 1.5880759f,
    0.62780344f, 0.512355f, -0.62109137f, -1.5988755f, 1.758172f, 0.5982883f, 0.48068455f,
    -0.49889293f, -0.76705337f, 1.7097298f, 1.6090455f, 0.45232618f, 0.33356538f, -0.6480195f,
    -0.91301537f, 1.5626106f, 0.597798f, 0.30636427f, -0.6640683f, -0.79714614f, 1.5257437f,
    1.4154917f, 0.4486712f, 0.16040215f, -0.8111873f, -0.94627285f, 1.3797816f, 1.2683727f,
    0.29954463f, -0.82938564f, -0.9583063f, 1.5453616f, 1.2338197f, 0.27073917f, 0.15041786f,
    -0.97534764f, -1.1054254f, 1.3962351f, 1.0878576f,
};
}  // namespace numbers_of_normalization
inline constexpr ScalingCase normalization{
    .name = "normalization",
    .count = 5,
    .height = 3,
    .width = 4,
    .channels = 3,
    .input = {"input", 180, 43924u, 120.f, 127.5f},
    .featurewise_center = false,
    .samplewise_center = false,
    .featurewise_std_normalization = true,
    .samplewise_std_normalization = false,
    .zca_whitening = false,
    .rescale = 0.00392156862745098,
    .preprocessing_function = false,
    .mean = numbers_of_normalization::mean,
    .deviation = numbers_of_normalization::deviation,
    .output = {180, 4.52970994e-14, 155.8023207, 1.758172037, numbers_of_normalization::output},
};

// samplewise_std_normalization=True
namespace numbers_of_samplewise {
inline constexpr float output[]{
    -0.2280777f, -1.5535855f, 0.5911314f, -0.7343767f, 1.4103401f, 0.08483236f, -1.2406758f,
    0.90404123f, -0.42146668f, 1.7232502f, 0.3977422f, -0.9277657f, 1.2169511f, -0.108556844f,
    -1.4340647f, 0.71065223f, -0.6148559f, 1.5298609f, 0.20435321f, -1.1211549f, 1.0235621f,
    -0.30194584f, -1.6274537f, 0.51726305f, -0.96636254f, 1.212906f, -0.13395613f, -1.4808179f,
    0.69845045f, -0.6484117f, 1.5308568f, 0.18399492f, -1.1628671f, 1.0164013f, -0.33046064f,
    -1.6773226f, 0.50194573f, -0.84491605f, 1.3343524f, -0.012509797f, -1.3593715f, 0.8198968f,
    -0.5269652f, 1.6523032f, 0.30544126f, -1.0414208f, 1.1378477f, -0.20901428f, -1.3848193f,
    0.75989753f, -0.5656103f, 1.5791066f, 0.25359848f, -1.0719093f, 1.0728076f, -0.25270045f,
    -1.5782082f, 0.56650853f, -0.75899947f, 1.3857174f, 0.060209617f, -1.2652985f, 0.8794184f,
    -0.44608942f, 1.6986275f, 0.37311935f, -0.9523884f, 1.1923285f, -0.13317958f, -1.4586873f,
    0.6860294f, -0.6394785f,
};
}  // namespace numbers_of_samplewise
inline constexpr ScalingCase samplewise{
    .name = "samplewise",
    .count = 3,
    .height = 3,
    .width = 4,
    .channels = 2,
    .input = {"input", 72, 43924u, 120.f, 127.5f},
    .featurewise_center = false,
    .samplewise_center = false,
    .featurewise_std_normalization = false,
    .samplewise_std_normalization = true,
    .zca_whitening = false,
    .rescale = 0,
    .preprocessing_function = false,
    .mean = {},
    .deviation = {},
    .output = {72, 8.881784197e-16, 62.43149024, 1.723250113, numbers_of_samplewise::output},
};

// featurewise_std_normalization=True, samplewise_std_normalization=True, rescale=0.5
namespace numbers_of_all_but_whitening {
inline constexpr float mean[]{62.11689f, 66.28097f, 60.445045f};
inline constexpr float deviation[]{34.64106f, 36.038322f, 32.39656f};
inline constexpr float output[]{
    -1.8082443f, -1.8708352f, -1.8564749f, -1.8180741f, -1.7985646f, -1.8734301f, -1.824179f,
    -1.8195997f, -1.8864025f, -1.7355167f, -1.8370545f, -1.895392f, -1.7597024f, -1.8509289f,
    -1.9003985f, -1.7801633f, -1.8612227f, -1.8144995f, -1.7927052f, -1.8662393f, -1.8314828f,
    -1.8069237f, -1.8696631f, -1.8537291f, -1.8170719f, -1.7940274f, -1.8716229f, -1.8231494f,
    -1.8164439f, -1.8851641f, -1.7297356f, -1.8349477f, -1.8943528f, -1.7555721f, -1.8495387f,
    -1.8991889f, -1.7850014f, -1.8642406f, -1.8209041f, -1.8010647f, -1.8703823f, -1.8444734f,
    -1.8134328f, -1.7839633f, -1.8640914f, -1.8221059f, -1.807346f, -1.8797584f, -1.8270838f,
    -1.8271768f, -1.8914742f, -1.7454416f, -1.8434557f, -1.899239f, -1.7621703f, -1.85346f,
    -1.901472f, -1.7829063f, -1.8633593f, -1.8168167f, -1.7996554f, -1.8694264f, -1.8416239f,
    -1.812418f, -1.779461f, -1.8621681f, -1.8211937f, -1.8041297f, -1.8784494f, -1.8259828f,
    -1.8249663f, -1.8904679f,
};
}  // namespace numbers_of_all_but_whitening
inline constexpr ScalingCase all_but_whitening{
    .name = "all_but_whitening",
    .count = 4,
    .height = 3,
    .width = 2,
    .channels = 3,
    .input = {"input", 72, 43924u, 120.f, 127.5f},
    .featurewise_center = false,
    .samplewise_center = false,
    .featurewise_std_normalization = true,
    .samplewise_std_normalization = true,
    .zca_whitening = false,
    .rescale = 0.5,
    .preprocessing_function = true,
    .mean = numbers_of_all_but_whitening::mean,
    .deviation = numbers_of_all_but_whitening::deviation,
    .output = {72, -131.9630043, 131.9630043, 1.901471971, numbers_of_all_but_whitening::output},
};

// zca_whitening=True, featurewise_std_normalization=True
namespace numbers_of_whitening {
inline constexpr float mean[]{127.5893f, 127.41746f};
inline constexpr float output[]{
    0.17101f, -0.40987158f, -0.69869953f, -0.55269784f, 0.16320042f, -0.30862257f, 0.45447847f,
    0.17544134f, -0.3485254f, 0.052483678f, -0.09175424f, -0.14195243f, 0.6929392f, 0.20642452f,
    -0.15620191f, 0.7487987f, 0.10865686f, -0.089725524f, 0.3900761f, 0.38197675f, 0.32243997f,
    0.9047009f, 0.40952414f, 1.0498941f, 0.7996641f, 0.3726298f, -0.042662807f, 1.9788843f,
    0.85217863f, 0.42062518f, 2.2466962f, 1.6232513f, 1.3424252f, -1.4318389f, -2.305209f,
    2.5028136f, 1.3648638f, -1.5517244f, -2.0810354f, 2.1966085f, -0.5719257f, -0.9865373f,
    -1.8233783f, -0.20839761f, -0.6406893f, -1.0366774f, -1.5153091f, -0.5692505f, -0.11474341f,
    -0.5241821f, -0.6702606f, -0.5217737f, -0.11095061f, -0.27822295f, 0.48786938f, 0.0041065514f,
    -0.32154107f, 0.07977327f, -0.18843003f, 0.0021553666f,
};
}  // namespace numbers_of_whitening
inline constexpr ScalingCase whitening{
    .name = "whitening",
    .count = 40,
    .height = 4,
    .width = 1,
    .channels = 2,
    .input = {"input", 320, 43924u, 120.f, 127.5f},
    .featurewise_center = false,
    .samplewise_center = false,
    .featurewise_std_normalization = true,
    .samplewise_std_normalization = false,
    .zca_whitening = true,
    .rescale = 0,
    .preprocessing_function = false,
    .mean = numbers_of_whitening::mean,
    .deviation = {},
    .output = {320, 3.359667016, 237.3930782, 2.696170084, numbers_of_whitening::output},
};

// zca_whitening=True, rescale=0.00392156862745098, samplewise_center=True
namespace numbers_of_whitening_of_few_images {
inline constexpr float mean[]{0.47227028f, 0.520616f};
inline constexpr float output[]{
    -0.18408929f, -0.9305139f, -0.34150666f, -0.6399027f, 1.5539774f, -0.3672481f, -1.5986079f,
    -0.5246654f, 0.07896234f, 1.3708186f, -0.07845494f, -0.37685087f, 0.66090983f, -0.08958969f,
    -1.3040841f, -0.11452014f, 0.39367357f, 0.57102805f, -0.417444f, -1.3939657f, 0.7899974f,
    0.30379197f, -1.1749963f, 0.014567424f, -0.32454887f, 1.1013583f, -0.49135572f, -1.3217443f,
    0.89488286f, -0.5193529f, 0.39078745f, -0.6861594f, -0.04477278f, 0.7000789f, -0.21157925f,
    -1.041968f, 0.18363926f, -0.113757655f, 0.31120357f, -0.2356391f, -0.09198491f, 0.045146372f,
    -0.61892736f, 0.17271072f, 0.38254195f, -0.23047785f, 0.5101063f, -0.03673626f, -0.8548983f,
    0.24973413f, -0.6401546f, 0.72411656f, 0.68524855f, -0.9685739f, -0.16491152f, -0.7538302f,
    -0.691638f, 0.57157296f, -0.47689423f, 0.88737696f,
};
}  // namespace numbers_of_whitening_of_few_images
inline constexpr ScalingCase whitening_of_few_images{
    .name = "whitening_of_few_images",
    .count = 5,
    .height = 3,
    .width = 2,
    .channels = 2,
    .input = {"input", 60, 43924u, 120.f, 127.5f},
    .featurewise_center = false,
    .samplewise_center = true,
    .featurewise_std_normalization = false,
    .samplewise_std_normalization = false,
    .zca_whitening = true,
    .rescale = 0.00392156862745098,
    .preprocessing_function = false,
    .mean = numbers_of_whitening_of_few_images::mean,
    .deviation = {},
    .output = {60, -6.508113289, 33.60457602, 1.59860792,
        numbers_of_whitening_of_few_images::output},
};

/// All cases of this file, so that a test can prove that it left none out.
inline constexpr const ScalingCase* image_scaling_cases[]{
    &center, &normalization, &samplewise, &all_but_whitening, &whitening, &whitening_of_few_images,
};

}  // namespace keras

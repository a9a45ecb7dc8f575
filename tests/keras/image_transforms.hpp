// SPDX-License-Identifier: MIT
#pragma once
// What Keras found for images under transforms.
// Written by generate.py with Keras 3.15.0, TensorFlow 2.21.0, NumPy 2.4.6.

#include "formula.hpp"

namespace keras {

// theta=-71, tx=0.75, ty=2, shear=12, zx=0.8, zy=1.3
namespace numbers_of_square {
inline constexpr float output[]{
    144.4809f, 69.0289f, 201.1372f, 112.738976f, 131.1642f, 169.3953f, 80.99706f, 161.93138f,
    137.65337f, 49.25514f, 195.67867f, 105.91146f, 86.09835f, 176.8022f, 85.130356f, 139.48749f,
    167.68224f, 76.0104f, 125.48658f, 84.17769f, 182.14288f, 93.74466f, 183.43158f, 150.40097f,
    62.00274f, 210.3309f, 118.65906f, 51.47122f, 178.58899f, 86.91713f, 191.56436f, 146.84706f,
    55.175217f, 220.33566f, 128.66382f, 36.991978f, 106.492256f, 117.520134f, 163.14857f, 74.75034f,
    204.93274f, 131.40665f, 43.008423f, 191.33658f, 99.664734f, 112.7446f, 159.59467f, 67.92282f,
    219.5246f, 127.852745f, 39.263268f, 187.78267f, 96.110825f, 141.61107f, 87.49794f, 162.298f,
    144.15425f, 55.756016f, 204.08417f, 112.412346f, 26.190136f, 174.5183f, 82.84645f, 147.91264f,
    151.89632f, 60.224483f, 220.94621f, 129.27435f, 37.602516f, 198.32425f, 106.6524f, 42.404152f,
    81.368835f, 229.69699f, 138.02515f, 68.8362f, 217.16435f, 125.492516f, 46.21423f, 194.54239f,
    102.87055f, 23.59227f, 171.92043f, 80.24858f, 166.16248f, 149.29846f, 57.626617f, 218.34834f,
    126.67649f, 35.00465f, 81.368835f, 229.69699f, 138.02515f, 81.368835f, 229.69699f, 138.02515f,
    66.23833f, 214.56648f, 122.894646f, 43.616364f, 191.94452f, 100.27268f, 25.494684f, 169.32256f,
    77.65071f, 184.4123f, 146.70059f, 55.028748f,
};
}  // namespace numbers_of_square
inline constexpr ImageCase square{
    .name = "square",
    .height = 6,
    .width = 6,
    .channels = 3,
    .input = {"input", 108, 43924u, 120.f, 127.5f},
    .theta = -71,
    .tx = 0.75,
    .ty = 2,
    .shear = 12,
    .zx = 0.8,
    .zy = 1.3,
    .flip_horizontal = false,
    .flip_vertical = false,
    .channel_shift_intensity = 0,
    .brightness = -1,
    .fill_mode = "nearest",
    .cval = 0,
    .interpolation_order = 1,
    .output = {108, 13556.59277, 13556.59277, 229.696991, numbers_of_square::output},
};

// theta=33, tx=1.25, ty=-2.5, zx=1.5, zy=1.2
namespace numbers_of_nearest {
inline constexpr float output[]{
    211.94064f, 120.2688f, 28.596962f, 206.85025f, 115.178406f, 23.506565f, 206.85025f, 115.178406f,
    23.506565f, 206.85025f, 115.178406f, 23.506565f, 172.04036f, 128.08662f, 36.41478f, 234.82564f,
    143.1538f, 51.48195f, 206.85025f, 115.178406f, 23.506565f, 206.85025f, 115.178406f, 23.506565f,
    138.87257f, 140.38591f, 48.714066f, 45.096626f, 193.42479f, 101.75293f, 149.10844f, 166.03879f,
    74.36694f, 213.66089f, 121.98904f, 30.317198f, 105.704796f, 152.68521f, 61.01335f, 57.395912f,
    205.72408f, 114.05222f, 110.434784f, 207.9706f, 167.0911f, 40.595608f, 188.92378f, 97.25193f,
    102.232635f, 194.68011f, 103.00826f, 69.6952f, 218.02336f, 126.35152f, 122.73407f, 174.80281f,
    179.39038f, 175.77295f, 84.1011f, 180.09978f, 125.585976f, 44.327736f, 182.2423f, 134.5751f,
    69.986084f, 191.23141f, 143.56422f, 126.22342f, 165.69157f, 188.07224f, 96.40039f, 146.93199f,
    187.2445f, 149.43927f, 57.767414f, 213.80913f, 122.137276f, 39.341915f, 193.74512f, 131.1264f,
    84.06525f, 103.25157f, 140.11554f, 58.388397f, 154.07672f, 161.73856f, 70.0667f, 66.44926f,
    159.37369f, 123.10558f, 67.03342f, 208.02222f, 116.35037f, 80.8256f, 219.34956f, 127.677704f,
    80.01053f, 148.58754f, 136.66684f, 88.99966f, 136.45702f, 145.65598f, 116.38437f, 24.712528f,
    173.04068f,
};
}  // namespace numbers_of_nearest
inline constexpr ImageCase nearest{
    .name = "nearest",
    .height = 7,
    .width = 5,
    .channels = 3,
    .input = {"input", 105, 43924u, 120.f, 127.5f},
    .theta = 33,
    .tx = 1.25,
    .ty = -2.5,
    .shear = 0,
    .zx = 1.5,
    .zy = 1.2,
    .flip_horizontal = false,
    .flip_vertical = false,
    .channel_shift_intensity = 0,
    .brightness = -1,
    .fill_mode = "nearest",
    .cval = 0,
    .interpolation_order = 1,
    .output = {105, 13217.79813, 13217.79813, 234.8256384, numbers_of_nearest::output},
};

// theta=33, tx=1.25, ty=-2.5, shear=-20, fill_mode=constant, cval=3.5
namespace numbers_of_constant {
inline constexpr float output[]{
    3.5f, 3.5f, 3.5f, 3.5f, 3.5f, 3.5f, 3.5f, 3.5f, 3.5f, 3.5f, 3.5f, 191.40723f, 3.5f, 3.5f, 3.5f,
    107.1192f, 173.71349f, 3.5f, 3.5f, 3.5f, 148.82701f, 83.73095f, 3.5f, 3.5f, 3.5f, 190.53482f,
    125.43876f, 60.342693f, 3.5f, 3.5f, 137.72554f, 143.21542f, 102.05051f, 3.5f, 3.5f,
};
}  // namespace numbers_of_constant
inline constexpr ImageCase constant{
    .name = "constant",
    .height = 7,
    .width = 5,
    .channels = 1,
    .input = {"input", 35, 43924u, 120.f, 127.5f},
    .theta = 33,
    .tx = 1.25,
    .ty = -2.5,
    .shear = -20,
    .zx = 1,
    .zy = 1,
    .flip_horizontal = false,
    .flip_vertical = false,
    .channel_shift_intensity = 0,
    .brightness = -1,
    .fill_mode = "constant",
    .cval = 3.5,
    .interpolation_order = 1,
    .output = {35, 1548.105628, 1548.105628, 191.407231, numbers_of_constant::output},
};

// theta=200, tx=7.3, ty=-11.6, zx=2.2, zy=1.9, fill_mode=reflect
namespace numbers_of_reflect {
inline constexpr float output[]{
    65.095406f, 156.32784f, 162.09485f, 70.423004f, 121.14155f, 167.42245f, 133.46107f, 41.789227f,
    129.83086f, 38.15901f, 32.83141f, 181.15958f, 175.83197f, 84.16013f, 78.83253f, 194.16057f,
    239.91441f, 148.24255f, 102.38973f, 56.62542f, 94.32697f, 146.09415f, 135.02045f, 56.940704f,
    214.40727f, 122.73542f, 117.40782f, 57.832542f, 55.28937f, 168.73654f, 151.5201f, 59.848232f,
    34.605865f, 173.99583f, 111.45307f, 77.27306f, 107.57149f, 157.03568f, 145.96196f, 54.29012f,
    29.363533f, 171.10005f, 182.59142f, 90.91956f, 52.69363f, 201.02179f, 155.4392f, 63.76734f,
    105.05683f, 119.397385f, 122.3946f, 89.5649f, 114.55195f, 161.20793f, 129.85942f, 123.70206f,
    185.5548f, 135.18701f, 179.00656f, 87.3347f, 41.752106f, 190.08026f, 144.49765f, 52.825813f,
    175.36f, 83.68815f, 99.26111f, 76.23738f, 188.28357f, 96.61172f, 46.450146f, 193.61116f,
    142.28244f, 50.61059f, 168.06502f, 76.39318f, 79.098816f, 180.42953f, 154.97444f, 63.302597f,
};
}  // namespace numbers_of_reflect
inline constexpr ImageCase reflect{
    .name = "reflect",
    .height = 5,
    .width = 8,
    .channels = 2,
    .input = {"input", 80, 43924u, 120.f, 127.5f},
    .theta = 200,
    .tx = 7.3,
    .ty = -11.6,
    .shear = 0,
    .zx = 2.2,
    .zy = 1.9,
    .flip_horizontal = false,
    .flip_vertical = false,
    .channel_shift_intensity = 0,
    .brightness = -1,
    .fill_mode = "reflect",
    .cval = 0,
    .interpolation_order = 1,
    .output = {80, 9425.770501, 9425.770501, 239.9144135, numbers_of_reflect::output},
};

// theta=-15, tx=9.25, ty=-17.4, zx=1.7, zy=0.4, fill_mode=wrap
namespace numbers_of_wrap {
inline constexpr float output[]{
    134.60005f, 42.92821f, 188.86601f, 94.75632f, 163.19661f, 151.41264f, 54.91259f, 203.24074f,
    111.5689f, 68.41312f, 163.39702f, 71.725174f, 199.17354f, 128.66199f, 36.99015f, 180.49011f,
    88.81827f, 113.520584f, 140.64638f, 48.974537f, 194.27827f, 100.80265f, 125.79492f, 157.45897f,
    115.47216f, 42.21845f, 172.12848f, 75.628426f, 191.50166f, 132.28474f, 42.125008f, 184.11285f,
    92.44102f, 153.43503f, 149.37784f, 57.70599f, 201.20595f, 109.5341f, 47.832035f, 161.36223f,
    69.69037f, 175.89314f, 121.518486f, 99.81488f, 178.1748f, 81.67476f, 199.39592f, 138.33107f,
    127.36589f, 165.16937f, 73.49753f, 56.50054f, 200.60672f, 113.15685f, 68.21728f, 164.98497f,
    73.313126f, 221.92178f, 130.24995f, 43.092655f, 182.07806f, 90.40622f, 103.25499f, 142.23433f,
    63.70563f, 198.89064f, 102.3906f, 181.08044f, 159.0469f, 62.54687f, 210.87503f, 119.203186f,
    190.72403f, 146.04149f, 54.369637f, 197.8696f, 106.197754f, 78.15474f, 113.50955f, 145.85709f,
    54.18524f, 202.7939f, 111.12206f, 116.69364f, 162.95018f, 71.27833f, 177.87794f, 123.106445f,
    94.20617f, 179.76276f, 83.26271f, 231.59088f, 139.91902f, 43.418983f, 191.74715f, 100.075294f,
    218.58545f, 126.9136f, 45.711834f, 178.74171f, 87.06987f, 159.18648f, 138.89798f, 84.753265f,
    195.55429f, 183.66602f, 91.99416f, 190.29463f, 143.82228f, 52.150444f, 194.1687f, 103.978546f,
    143.90671f, 160.63487f, 64.13483f, 212.46298f, 120.79114f, 31.004198f, 172.61925f, 80.94741f,
};
}  // namespace numbers_of_wrap
inline constexpr ImageCase wrap{
    .name = "wrap",
    .height = 5,
    .width = 8,
    .channels = 3,
    .input = {"input", 120, 43924u, 120.f, 127.5f},
    .theta = -15,
    .tx = 9.25,
    .ty = -17.4,
    .shear = 0,
    .zx = 1.7,
    .zy = 0.4,
    .flip_horizontal = false,
    .flip_vertical = false,
    .channel_shift_intensity = 0,
    .brightness = -1,
    .fill_mode = "wrap",
    .cval = 0,
    .interpolation_order = 1,
    .output = {120, 15309.98203, 15309.98203, 231.5908762, numbers_of_wrap::output},
};

// tx=-8, ty=6, fill_mode=wrap
namespace numbers_of_whole_turns_of_wrap {
inline constexpr float output[]{
    220.22499f, 15.240526f, 163.5687f, 71.896835f, 220.22499f, 241.86578f, 36.8813f, 185.20947f,
    93.53763f, 241.86578f, 23.506565f, 58.522095f, 206.85025f, 115.178406f, 23.506565f, 220.22499f,
    15.240526f, 163.5687f, 71.896835f, 220.22499f,
};
}  // namespace numbers_of_whole_turns_of_wrap
inline constexpr ImageCase whole_turns_of_wrap{
    .name = "whole_turns_of_wrap",
    .height = 4,
    .width = 5,
    .channels = 1,
    .input = {"input", 20, 43924u, 120.f, 127.5f},
    .theta = 0,
    .tx = -8,
    .ty = 6,
    .shear = 0,
    .zx = 1,
    .zy = 1,
    .flip_horizontal = false,
    .flip_vertical = false,
    .channel_shift_intensity = 0,
    .brightness = -1,
    .fill_mode = "wrap",
    .cval = 0,
    .interpolation_order = 1,
    .output = {20, 2609.235928, 2609.235928, 241.8657837, numbers_of_whole_turns_of_wrap::output},
};

// theta=40, tx=-0.3, ty=0.1, shear=9, zx=0.9, zy=1.1, interpolation_order=0, fill_mode=reflect
namespace numbers_of_order_0 {
inline constexpr float output[]{
    241.86578f, 150.19394f, 58.522095f, 241.86578f, 150.19394f, 58.522095f, 206.85025f, 115.178406f,
    23.506565f, 166.72601f, 75.05418f, 223.38234f, 166.72601f, 75.05418f, 223.38234f, 126.60178f,
    34.929928f, 183.25809f, 126.60178f, 34.929928f, 183.25809f, 36.8813f, 185.20947f, 93.53763f,
    241.86578f, 150.19394f, 58.522095f, 236.75708f, 145.08524f, 53.413383f, 201.74155f, 110.0697f,
    18.39785f, 161.61731f, 69.94546f, 218.27362f, 161.61731f, 69.94546f, 218.27362f, 121.493065f,
    29.821228f, 178.14938f, 71.896835f, 220.22499f, 128.55316f, 31.772604f, 180.10077f, 88.42891f,
    31.772604f, 180.10077f, 88.42891f, 231.64838f, 139.97652f, 48.30468f, 191.52412f, 99.85229f,
    8.180451f, 191.52412f, 99.85229f, 8.180451f, 151.3999f, 59.728046f, 208.05621f, 101.803665f,
    10.131826f, 158.45998f, 61.67942f, 210.00758f, 118.33574f, 26.66389f, 174.99205f, 83.32021f,
    21.555191f, 169.88335f, 78.2115f, 226.53966f, 134.86783f, 43.19597f, 186.41544f, 94.743576f,
    243.07173f, 186.41544f, 94.743576f, 243.07173f, 96.694954f, 245.02312f, 153.35127f, 96.694954f,
    245.02312f, 153.35127f, 56.57072f, 204.89888f, 113.22703f, 56.57072f, 204.89888f, 113.22703f,
    16.446491f, 164.77464f, 73.1028f, 216.32225f, 124.650406f, 32.97857f, 181.30672f, 89.63487f,
    237.96304f, 96.694954f, 245.02312f, 153.35127f, 91.58625f, 239.91441f, 148.24255f, 86.47754f,
    234.8057f, 143.13387f, 51.462006f, 199.79016f, 108.11833f, 46.353306f, 194.68147f, 103.00961f,
    11.337776f, 159.66594f, 67.99409f, 216.32225f, 124.650406f, 32.97857f,
};
}  // namespace numbers_of_order_0
inline constexpr ImageCase order_0{
    .name = "order_0",
    .height = 6,
    .width = 7,
    .channels = 3,
    .input = {"input", 126, 43924u, 120.f, 127.5f},
    .theta = 40,
    .tx = -0.3,
    .ty = 0.1,
    .shear = 9,
    .zx = 0.9,
    .zy = 1.1,
    .flip_horizontal = false,
    .flip_vertical = false,
    .channel_shift_intensity = 0,
    .brightness = -1,
    .fill_mode = "reflect",
    .cval = 0,
    .interpolation_order = 0,
    .output = {126, 16387.33665, 16387.33665, 245.0231171, numbers_of_order_0::output},
};

// channel_shift_intensity=-61.5
namespace numbers_of_channel_shift {
inline constexpr float output[]{
    45.41237f, 10.131826f, 102.068695f, 10.396835f, 158.72499f, 67.05316f, 10.131826f, 123.70947f,
    32.03763f, 180.36578f, 88.69394f, 10.131826f, 145.35025f, 53.678406f, 10.131826f, 110.33473f,
    18.662872f, 166.99103f, 75.3192f, 10.131826f, 131.97551f, 40.303665f, 10.131826f, 96.95998f,
    10.131826f, 153.6163f, 61.944443f, 10.131826f, 118.60077f, 26.92891f, 175.25708f, 83.585236f,
    10.131826f, 140.24155f, 48.569702f, 10.131826f,
};
}  // namespace numbers_of_channel_shift
inline constexpr ImageCase channel_shift{
    .name = "channel_shift",
    .height = 4,
    .width = 3,
    .channels = 3,
    .input = {"input", 36, 43924u, 120.f, 127.5f},
    .theta = 0,
    .tx = 0,
    .ty = 0,
    .shear = 0,
    .zx = 1,
    .zy = 1,
    .flip_horizontal = false,
    .flip_vertical = false,
    .channel_shift_intensity = -61.5,
    .brightness = -1,
    .fill_mode = "nearest",
    .cval = 0,
    .interpolation_order = 1,
    .output = {36, 2558.100765, 2558.100765, 180.3657837, numbers_of_channel_shift::output},
};

// flip_horizontal=True, flip_vertical=True
namespace numbers_of_flips {
inline constexpr float output[]{
    161.61731f, 69.94546f, 218.27362f, 196.63284f, 104.96099f, 13.289151f, 231.64838f, 139.97652f,
    48.30468f, 26.66389f, 174.99205f, 83.32021f, 61.67942f, 210.00758f, 118.33574f, 96.694954f,
    245.02312f, 153.35127f, 131.71048f, 40.038643f, 188.3668f, 166.72601f, 75.05418f, 223.38234f,
    201.74155f, 110.0697f, 18.39785f, 236.75708f, 145.08524f, 53.413383f, 31.772604f, 180.10077f,
    88.42891f, 66.78813f, 215.1163f, 123.44444f, 101.803665f, 10.131826f, 158.45998f, 136.8192f,
    45.147343f, 193.47551f, 171.83473f, 80.16287f, 228.49103f, 206.85025f, 115.178406f, 23.506565f,
    241.86578f, 150.19394f, 58.522095f, 36.8813f, 185.20947f, 93.53763f, 71.896835f, 220.22499f,
    128.55316f, 106.91237f, 15.240526f, 163.5687f,
};
}  // namespace numbers_of_flips
inline constexpr ImageCase flips{
    .name = "flips",
    .height = 4,
    .width = 5,
    .channels = 3,
    .input = {"input", 60, 43924u, 120.f, 127.5f},
    .theta = 0,
    .tx = 0,
    .ty = 0,
    .shear = 0,
    .zx = 1,
    .zy = 1,
    .flip_horizontal = true,
    .flip_vertical = true,
    .channel_shift_intensity = 0,
    .brightness = -1,
    .fill_mode = "nearest",
    .cval = 0,
    .interpolation_order = 1,
    .output = {60, 7595.579772, 7595.579772, 245.0231171, numbers_of_flips::output},
};

// brightness=0.37
namespace numbers_of_darker {
inline constexpr float output[]{
    39.f, 5.f, 60.f, 26.f, 81.f, 47.f, 13.f, 68.f, 34.f, 89.f, 55.f, 21.f, 76.f, 42.f, 8.f, 63.f,
    29.f, 84.f, 50.f, 16.f, 71.f, 37.f, 3.f, 58.f, 24.f, 79.f, 45.f, 11.f, 66.f, 32.f, 87.f, 53.f,
    19.f, 74.f, 40.f, 6.f, 61.f, 27.f, 82.f, 48.f, 14.f, 69.f, 35.f, 90.f, 56.f, 22.f, 77.f, 43.f,
    9.f, 64.f, 30.f, 85.f, 51.f, 17.f, 72.f, 38.f, 4.f, 59.f, 25.f, 80.f,
};
}  // namespace numbers_of_darker
inline constexpr ImageCase darker{
    .name = "darker",
    .height = 4,
    .width = 5,
    .channels = 3,
    .input = {"input", 60, 43924u, 120.f, 127.5f},
    .theta = 0,
    .tx = 0,
    .ty = 0,
    .shear = 0,
    .zx = 1,
    .zy = 1,
    .flip_horizontal = false,
    .flip_vertical = false,
    .channel_shift_intensity = 0,
    .brightness = 0.37,
    .fill_mode = "nearest",
    .cval = 0,
    .interpolation_order = 1,
    .output = {60, 2769.0, 2769.0, 90.0, numbers_of_darker::output},
};

// brightness=1.61
namespace numbers_of_brighter_with_alpha {
inline constexpr float output[]{
    170.f, 24.f, 255.f, 71.f, 255.f, 206.f, 57.f, 185.f, 149.f, 255.f, 241.f, 58.f, 255.f, 185.f,
    37.f, 171.f, 128.f, 255.f, 218.f, 45.f, 255.f, 162.f, 16.f, 158.f, 106.f, 255.f, 198.f, 31.f,
    255.f, 141.f, 255.f, 145.f, 85.f, 255.f, 177.f, 18.f, 255.f, 120.f, 255.f, 131.f, 64.f, 255.f,
    154.f, 245.f, 246.f, 98.f, 255.f, 118.f, 41.f, 255.f, 133.f, 231.f, 223.f, 77.f, 255.f, 104.f,
    20.f, 255.f, 111.f, 218.f, 202.f, 54.f, 255.f, 91.f, 255.f, 238.f, 90.f, 204.f, 181.f, 33.f,
    255.f, 78.f, 255.f, 215.f, 69.f, 191.f, 159.f, 12.f, 251.f, 64.f,
};
}  // namespace numbers_of_brighter_with_alpha
inline constexpr ImageCase brighter_with_alpha{
    .name = "brighter_with_alpha",
    .height = 4,
    .width = 5,
    .channels = 4,
    .input = {"input", 80, 43924u, 120.f, 127.5f},
    .theta = 0,
    .tx = 0,
    .ty = 0,
    .shear = 0,
    .zx = 1,
    .zy = 1,
    .flip_horizontal = false,
    .flip_vertical = false,
    .channel_shift_intensity = 0,
    .brightness = 1.61,
    .fill_mode = "nearest",
    .cval = 0,
    .interpolation_order = 1,
    .output = {80, 13003.0, 13003.0, 255.0, numbers_of_brighter_with_alpha::output},
};

// theta=10, flip_horizontal=True, channel_shift_intensity=70, brightness=0.7
namespace numbers_of_brightness_beyond_bytes {
inline constexpr float output[]{
    128.f, 126.f, 63.f, 130.f, 130.f, 73.f, 92.f, 130.f, 89.f, 72.f, 130.f, 112.f, 97.f, 81.f,
    130.f, 67.f, 130.f, 107.f, 82.f, 130.f, 122.f, 98.f, 49.f, 130.f, 114.f, 79.f, 130.f, 130.f,
    74.f, 130.f, 115.f, 130.f, 130.f, 130.f, 67.f, 130.f, 130.f, 84.f, 130.f, 130.f, 100.f, 66.f,
    130.f, 114.f, 110.f, 130.f, 85.f, 130.f, 130.f, 109.f, 45.f, 130.f, 130.f, 71.f, 78.f, 130.f,
    84.f, 117.f, 130.f, 95.f,
};
}  // namespace numbers_of_brightness_beyond_bytes
inline constexpr ImageCase brightness_beyond_bytes{
    .name = "brightness_beyond_bytes",
    .height = 4,
    .width = 5,
    .channels = 3,
    .input = {"input", 60, 43924u, 120.f, 100.f},
    .theta = 10,
    .tx = 0,
    .ty = 0,
    .shear = 0,
    .zx = 1,
    .zy = 1,
    .flip_horizontal = true,
    .flip_vertical = false,
    .channel_shift_intensity = 70,
    .brightness = 0.7,
    .fill_mode = "nearest",
    .cval = 0,
    .interpolation_order = 1,
    .output = {60, 6445.0, 6445.0, 130.0, numbers_of_brightness_beyond_bytes::output},
};

/// All cases of this file, so that a test can prove that it left none out.
inline constexpr const ImageCase* image_transforms_cases[]{
    &square, &nearest, &constant, &reflect, &wrap, &whole_turns_of_wrap, &order_0, &channel_shift,
    &flips, &darker, &brighter_with_alpha, &brightness_beyond_bytes,
};

}  // namespace keras

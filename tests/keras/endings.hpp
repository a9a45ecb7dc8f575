// SPDX-License-Identifier: MIT
#pragma once
// What Keras found for what optimizers and options do at the end of a step.
// Written by generate.py with Keras 3.15.0, TensorFlow 2.21.0, NumPy 2.4.6.

#include "formula.hpp"

namespace keras {

// Sequential<Conv2D<5, 3, 3, ReLU>, BatchNorm<>, Conv2D<3, 2, 3>, LayerNorm<>, Flatten, Dense<4,
// Softmax>> on Input<7, 6, 2>, SGD{.learning_rate = 0.05f, .momentum = 0.9f, .clipnorm = 0.2f}
namespace numbers_of_clipnorm {
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 90, 131772u, 0.5f, 0.f}, {"conv2d/bias", 5, 175696u, 0.5f, 0.f},
    {"batch_normalization/gamma", 5, 219620u, 0.25f, 1.f},
    {"batch_normalization/beta", 5, 263544u, 0.25f, 0.f},
    {"conv2d_1/kernel", 90, 307468u, 0.5f, 0.f}, {"conv2d_1/bias", 3, 351392u, 0.5f, 0.f},
    {"layer_normalization/gamma", 3, 395316u, 0.25f, 1.f},
    {"layer_normalization/beta", 3, 439240u, 0.25f, 0.f}, {"dense/kernel", 96, 483164u, 0.5f, 0.f},
    {"dense/bias", 4, 527088u, 0.5f, 0.f},
};
inline constexpr Tensor state[]{
    {"batch_normalization/moving_mean", 5, 571012u, 0.25f, 0.f},
    {"batch_normalization/moving_variance", 5, 614936u, 0.25f, 1.f},
};
inline constexpr float prediction[]{
    0.02784622f, 0.06378486f, 0.018075867f, 0.5732572f, 0.040304594f, 0.23430273f, 0.63422394f,
    0.085526854f, 0.3512589f, 0.007785717f, 0.046864927f, 0.08971346f, 0.03799327f, 0.97786963f,
    0.058435716f, 0.84860384f, 0.6087767f, 0.109664224f, 0.019513723f, 0.12928914f, 0.05285474f,
    0.051621683f, 0.0019058269f, 0.138881f, 0.0047422717f, 0.0012519794f, 0.74844325f, 0.026091056f,
    0.5407165f, 0.0045178523f, 0.015661085f, 0.0028245808f,
};
inline constexpr float losses[]{
    3.2715843f, 0.8098165f, 2.6142247f, 1.8519644f, 1.9332981f, 2.058276f, 3.5891426f,
};
inline constexpr float accuracies[]{
    0.16666667f, 0.5f, 0.33333334f, 0.33333334f, 0.33333334f, 0.f, 0.f,
};
inline constexpr float weights_after_0[]{
    -0.24964233f, 0.10264367f, 0.4332078f, -0.23796122f, 0.07928402f, 0.3806964f, -0.2630299f,
    0.049761303f, 0.39268348f, -0.2896832f, 0.027750397f, -0.2728303f, 0.07004511f, 0.357181f,
    -0.28057507f, 0.024471581f, 0.35844648f, -0.29365668f, -0.0039585987f, 0.3504578f, -0.33798146f,
    -0.010821587f, 0.33141223f, -0.36343098f, 0.35634312f, -0.32454497f, 0.015065143f, 0.33729985f,
    -0.3413922f, -0.001230478f, 0.30579382f, -0.35527822f,
};
inline constexpr float weights_after_1[]{
    0.17657204f, -0.22123545f, 0.38774398f, -0.030223588f, -0.42744234f,
};
inline constexpr float weights_after_2[]{
    0.7622702f, 1.0664381f, 0.9369107f, 1.1839085f, 1.0820962f,
};
inline constexpr float weights_after_3[]{
    0.0066283173f, -0.24870116f, 0.20490511f, -0.049953926f, 0.25959536f,
};
inline constexpr float weights_after_4[]{
    0.4436708f, -0.24088915f, 0.0971003f, 0.420729f, -0.25721243f, 0.059834477f, 0.38289672f,
    -0.27520317f, 0.024526048f, 0.3842842f, -0.30366728f, 0.38979852f, -0.303858f, 0.05056119f,
    0.38031903f, -0.31595677f, 0.029558294f, 0.37871838f, -0.31451726f, 0.01061065f, 0.32864055f,
    -0.30880374f, -0.02716752f, 0.32802543f, 0.01747333f, 0.348426f, -0.326003f, 0.01571263f,
    0.3322942f, -0.32966715f, -0.039449643f, 0.30426168f,
};
inline constexpr float weights_after_5[]{-0.12885463f, 0.35625196f, 0.06794222f};
inline constexpr float weights_after_6[]{1.063081f, 0.8339959f, 1.0821586f};
inline constexpr float weights_after_7[]{-0.15416056f, 0.16151226f, -0.0663269f};
inline constexpr float weights_after_8[]{
    0.08920704f, -0.3026105f, 0.31136495f, -0.06840916f, -0.43491685f, 0.17041896f, -0.1791117f,
    0.40335134f, 0.03452596f, -0.31998697f, 0.25863472f, -0.11474238f, -0.480158f, 0.12741938f,
    -0.2674501f, 0.34582192f, -0.017606484f, -0.39579627f, 0.2211935f, -0.14201541f, 0.4344355f,
    0.05832214f, -0.30858582f, 0.31289703f, -0.0936358f, -0.44592285f, 0.15736188f, -0.21644485f,
    0.39331174f, 0.0036134413f, -0.3612363f, 0.23406875f,
};
inline constexpr float weights_after_9[]{0.49388045f, 0.05621953f, -0.325697f, 0.3662761f};
inline constexpr Expected weights_after[]{
    {90, -0.2780185245, 22.46724979, 0.4902938313, weights_after_0},
    {5, -0.1145853598, 1.243217412, 0.4274423479, weights_after_1},
    {5, 5.03162363, 5.03162363, 1.183908451, weights_after_2},
    {5, 0.1724737049, 0.7697838791, 0.2595953743, weights_after_3},
    {90, 0.1836023331, 22.66609483, 0.5024987687, weights_after_4},
    {3, 0.2953395247, 0.5530488018, 0.3562519464, weights_after_5},
    {3, 2.979235493, 2.979235493, 1.082158562, weights_after_6},
    {3, -0.05897519963, 0.3819997174, 0.1615122589, weights_after_7},
    {96, -0.3505672216, 23.28781773, 0.5014760316, weights_after_8},
    {4, 0.5906790495, 1.24207308, 0.4938804445, weights_after_9},
};
inline constexpr float state_after_0[]{
    -0.035874024f, -0.23107728f, 0.097196065f, -0.12062363f, 0.17069966f,
};
inline constexpr float state_after_1[]{
    1.0735015f, 0.8935016f, 0.71889305f, 1.0035735f, 0.82633555f,
};
inline constexpr Expected state_after[]{
    {5, -0.1196792167, 0.6554706486, 0.2310772797, state_after_0},
    {5, 4.515805119, 4.515805119, 1.073501483, state_after_1},
};
}  // namespace numbers_of_clipnorm
inline constexpr NetCase clipnorm{
    .name = "clipnorm",
    .batch = 6,
    .steps = 7,
    .input = {"input", 3528, 43924u, 0.5f, 0.5f},
    .labels = {42, 87848u, 4u},
    .parameter_count = 314,
    .trainable_count = 304,
    .weights = numbers_of_clipnorm::weights,
    .state = numbers_of_clipnorm::state,
    .prediction = {168, 42.0, 42.0, 0.9778696492, numbers_of_clipnorm::prediction},
    .losses = numbers_of_clipnorm::losses,
    .accuracies = numbers_of_clipnorm::accuracies,
    .weights_after = numbers_of_clipnorm::weights_after,
    .state_after = numbers_of_clipnorm::state_after,
    .loss = 1.5920551f,
    .accuracy = 0.33333334f,
};

// Sequential<Conv2D<5, 3, 3, ReLU>, BatchNorm<>, Conv2D<3, 2, 3>, LayerNorm<>, Flatten, Dense<4,
// Softmax>> on Input<7, 6, 2>, Adam{.learning_rate = 0.01f, .epsilon = 0.01f, .clipvalue = 0.02f}
namespace numbers_of_clipvalue {
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 90, 131772u, 0.5f, 0.f}, {"conv2d/bias", 5, 175696u, 0.5f, 0.f},
    {"batch_normalization/gamma", 5, 219620u, 0.25f, 1.f},
    {"batch_normalization/beta", 5, 263544u, 0.25f, 0.f},
    {"conv2d_1/kernel", 90, 307468u, 0.5f, 0.f}, {"conv2d_1/bias", 3, 351392u, 0.5f, 0.f},
    {"layer_normalization/gamma", 3, 395316u, 0.25f, 1.f},
    {"layer_normalization/beta", 3, 439240u, 0.25f, 0.f}, {"dense/kernel", 96, 483164u, 0.5f, 0.f},
    {"dense/bias", 4, 527088u, 0.5f, 0.f},
};
inline constexpr Tensor state[]{
    {"batch_normalization/moving_mean", 5, 571012u, 0.25f, 0.f},
    {"batch_normalization/moving_variance", 5, 614936u, 0.25f, 1.f},
};
inline constexpr float prediction[]{
    0.02784622f, 0.06378486f, 0.018075867f, 0.5732572f, 0.040304594f, 0.23430273f, 0.63422394f,
    0.085526854f, 0.3512589f, 0.007785717f, 0.046864927f, 0.08971346f, 0.03799327f, 0.97786963f,
    0.058435716f, 0.84860384f, 0.6087767f, 0.109664224f, 0.019513723f, 0.12928914f, 0.05285474f,
    0.051621683f, 0.0019058269f, 0.138881f, 0.0047422717f, 0.0012519794f, 0.74844325f, 0.026091056f,
    0.5407165f, 0.0045178523f, 0.015661085f, 0.0028245808f,
};
inline constexpr float losses[]{
    3.2715843f, 0.8586732f, 2.5786266f, 1.8520573f, 2.1901264f, 2.6268172f, 2.650799f,
};
inline constexpr float accuracies[]{
    0.16666667f, 0.5f, 0.33333334f, 0.33333334f, 0.33333334f, 0.f, 0.16666667f,
};
inline constexpr float weights_after_0[]{
    -0.22476386f, 0.10147406f, 0.43449748f, -0.24236406f, 0.082397245f, 0.4069046f, -0.26733643f,
    0.053227838f, 0.38882554f, -0.28641322f, 0.040803313f, -0.26073313f, 0.065033324f, 0.3875965f,
    -0.2782825f, 0.045745924f, 0.3704564f, -0.29579142f, 0.018786011f, 0.3529071f, -0.32712352f,
    -4.2324892e-4f, 0.3330974f, -0.35002446f, 0.36103782f, -0.3189928f, 0.0123855295f, 0.33847207f,
    -0.33409783f, -0.0037136953f, 0.3121968f, -0.35787925f,
};
inline constexpr float weights_after_1[]{
    0.15576312f, -0.224744f, 0.3893963f, 0.012302636f, -0.3764125f,
};
inline constexpr float weights_after_2[]{
    0.78421783f, 1.098247f, 0.90377927f, 1.2087995f, 1.0223925f,
};
inline constexpr float weights_after_3[]{
    -0.0074127386f, -0.20238088f, 0.11486832f, -0.07887934f, 0.23013766f,
};
inline constexpr float weights_after_4[]{
    0.4327547f, -0.2385779f, 0.09139695f, 0.41900793f, -0.25980204f, 0.064380035f, 0.38547754f,
    -0.2814725f, 0.036338683f, 0.37284184f, -0.30443045f, 0.4019368f, -0.2785804f, 0.053767003f,
    0.37795442f, -0.2989086f, 0.029477738f, 0.36307698f, -0.31408727f, 0.008945487f, 0.33099332f,
    -0.33374742f, -0.0136189815f, 0.31872842f, 0.020343663f, 0.34408647f, -0.3277708f, 6.212165e-4f,
    0.32590103f, -0.34780076f, -0.029366417f, 0.3025402f,
};
inline constexpr float weights_after_5[]{-0.18547522f, 0.4263059f, 0.05298968f};
inline constexpr float weights_after_6[]{1.1085081f, 0.91865313f, 1.224482f};
inline constexpr float weights_after_7[]{-0.17958f, 0.13294715f, -0.060525727f};
inline constexpr float weights_after_8[]{
    0.08906925f, -0.29404986f, 0.3217433f, -0.06036856f, -0.43824166f, 0.17828111f, -0.19602858f,
    0.4146711f, 0.034899488f, -0.34051865f, 0.26845104f, -0.1101126f, -0.49083856f, 0.1277609f,
    -0.26015687f, 0.35894302f, -0.01977399f, -0.39576897f, 0.21736535f, -0.16303684f, 0.44927824f,
    0.06363678f, -0.3117388f, 0.30851567f, -0.080865845f, -0.45502788f, 0.15900403f, -0.21904281f,
    0.3956892f, 0.011594752f, -0.36535597f, 0.24442202f,
};
inline constexpr float weights_after_9[]{0.47183877f, 0.089323945f, -0.2962909f, 0.32701284f};
inline constexpr Expected weights_after[]{
    {90, -0.03870924064, 22.49050392, 0.4948566344, weights_after_0},
    {5, -0.0436944455, 1.158618591, 0.3893963203, weights_after_1},
    {5, 5.017436184, 5.017436184, 1.208799445, weights_after_2},
    {5, 0.05633301654, 0.6336789422, 0.2301376599, weights_after_3},
    {90, 0.1790470405, 22.64725086, 0.4984746562, weights_after_4},
    {3, 0.2938203612, 0.6647707861, 0.4263058948, weights_after_5},
    {3, 3.251643286, 3.251643286, 1.224482057, weights_after_6},
    {3, -0.107158592, 0.3730528755, 0.1795800088, weights_after_7},
    {96, -0.3441076044, 23.71509785, 0.5006300301, weights_after_8},
    {4, 0.5918846339, 1.184466442, 0.471838759, weights_after_9},
};
inline constexpr float state_after_0[]{
    -0.0365933f, -0.231172f, 0.09729051f, -0.12031867f, 0.1714237f,
};
inline constexpr float state_after_1[]{1.07342f, 0.8934787f, 0.71890444f, 1.0036211f, 0.826485f};
inline constexpr Expected state_after[]{
    {5, -0.1193697556, 0.656798182, 0.2311719977, state_after_0},
    {5, 4.515909338, 4.515909338, 1.07342008, state_after_1},
};
}  // namespace numbers_of_clipvalue
inline constexpr NetCase clipvalue{
    .name = "clipvalue",
    .batch = 6,
    .steps = 7,
    .input = {"input", 3528, 43924u, 0.5f, 0.5f},
    .labels = {42, 87848u, 4u},
    .parameter_count = 314,
    .trainable_count = 304,
    .weights = numbers_of_clipvalue::weights,
    .state = numbers_of_clipvalue::state,
    .prediction = {168, 42.0, 42.0, 0.9778696492, numbers_of_clipvalue::prediction},
    .losses = numbers_of_clipvalue::losses,
    .accuracies = numbers_of_clipvalue::accuracies,
    .weights_after = numbers_of_clipvalue::weights_after,
    .state_after = numbers_of_clipvalue::state_after,
    .loss = 2.111881f,
    .accuracy = 0.26190478f,
};

// Sequential<Conv2D<5, 3, 3, ReLU>, BatchNorm<>, Conv2D<3, 2, 3>, LayerNorm<>, Flatten, Dense<4,
// Softmax>> on Input<7, 6, 2>, SGD{.learning_rate = 0.1f, .global_clipnorm = 0.3f}
namespace numbers_of_global_clipnorm {
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 90, 131772u, 0.5f, 0.f}, {"conv2d/bias", 5, 175696u, 0.5f, 0.f},
    {"batch_normalization/gamma", 5, 219620u, 0.25f, 1.f},
    {"batch_normalization/beta", 5, 263544u, 0.25f, 0.f},
    {"conv2d_1/kernel", 90, 307468u, 0.5f, 0.f}, {"conv2d_1/bias", 3, 351392u, 0.5f, 0.f},
    {"layer_normalization/gamma", 3, 395316u, 0.25f, 1.f},
    {"layer_normalization/beta", 3, 439240u, 0.25f, 0.f}, {"dense/kernel", 96, 483164u, 0.5f, 0.f},
    {"dense/bias", 4, 527088u, 0.5f, 0.f},
};
inline constexpr Tensor state[]{
    {"batch_normalization/moving_mean", 5, 571012u, 0.25f, 0.f},
    {"batch_normalization/moving_variance", 5, 614936u, 0.25f, 1.f},
};
inline constexpr float prediction[]{
    0.02784622f, 0.06378486f, 0.018075867f, 0.5732572f, 0.040304594f, 0.23430273f, 0.63422394f,
    0.085526854f, 0.3512589f, 0.007785717f, 0.046864927f, 0.08971346f, 0.03799327f, 0.97786963f,
    0.058435716f, 0.84860384f, 0.6087767f, 0.109664224f, 0.019513723f, 0.12928914f, 0.05285474f,
    0.051621683f, 0.0019058269f, 0.138881f, 0.0047422717f, 0.0012519794f, 0.74844325f, 0.026091056f,
    0.5407165f, 0.0045178523f, 0.015661085f, 0.0028245808f,
};
inline constexpr float losses[]{
    3.2715843f, 0.77347064f, 2.7174053f, 1.6359787f, 1.1978357f, 2.711343f, 3.857656f,
};
inline constexpr float accuracies[]{
    0.16666667f, 0.5f, 0.33333334f, 0.5f, 0.8333333f, 0.f, 0.16666667f,
};
inline constexpr float weights_after_0[]{
    -0.23776348f, 0.104040205f, 0.42939845f, -0.2458936f, 0.07957334f, 0.39293942f, -0.26327822f,
    0.053614262f, 0.38501376f, -0.28937078f, 0.029366031f, -0.26716045f, 0.070714846f, 0.37486154f,
    -0.2804067f, 0.034807675f, 0.36418548f, -0.29730368f, 0.00977308f, 0.35064924f, -0.33036667f,
    -0.0061655627f, 0.3301517f, -0.3546598f, 0.35686556f, -0.31920132f, 0.02376061f, 0.33610755f,
    -0.33543444f, -0.001578722f, 0.31150162f, -0.3465104f,
};
inline constexpr float weights_after_1[]{
    0.16141418f, -0.22897303f, 0.39238447f, -0.0031539612f, -0.3791857f,
};
inline constexpr float weights_after_2[]{
    0.78276056f, 1.093294f, 0.9062835f, 1.2124016f, 1.0239391f,
};
inline constexpr float weights_after_3[]{
    -0.0068829795f, -0.20087284f, 0.11553614f, -0.07843864f, 0.23058116f,
};
inline constexpr float weights_after_4[]{
    0.43506327f, -0.23963536f, 0.08849218f, 0.41547522f, -0.26044777f, 0.06513f, 0.3907894f,
    -0.28129837f, 0.041790582f, 0.37229264f, -0.30204925f, 0.39514437f, -0.2789882f, 0.052449044f,
    0.38015056f, -0.29733318f, 0.029237436f, 0.3610181f, -0.31689447f, 0.009683652f, 0.33259562f,
    -0.3345714f, -0.014812971f, 0.31761947f, 0.020696672f, 0.34396508f, -0.32918757f,
    -8.5672113e-4f, 0.32227874f, -0.34991264f, -0.026815051f, 0.30134338f,
};
inline constexpr float weights_after_5[]{-0.18327616f, 0.42741975f, 0.05119592f};
inline constexpr float weights_after_6[]{1.1090441f, 0.9162797f, 1.2249612f};
inline constexpr float weights_after_7[]{-0.17765759f, 0.13085553f, -0.06041485f};
inline constexpr float weights_after_8[]{
    0.08993295f, -0.29285133f, 0.32520306f, -0.055820435f, -0.4368193f, 0.18088366f, -0.20026267f,
    0.41324452f, 0.03595511f, -0.34475282f, 0.27207825f, -0.11178747f, -0.49000528f, 0.12470535f,
    -0.2578437f, 0.3587508f, -0.02075223f, -0.40165982f, 0.21727392f, -0.1619932f, 0.4487859f,
    0.06898412f, -0.31362042f, 0.3041969f, -0.077705465f, -0.45623007f, 0.16043887f, -0.22022201f,
    0.39457485f, 0.012448615f, -0.3675574f, 0.24871868f,
};
inline constexpr float weights_after_9[]{0.4713375f, 0.087370984f, -0.29353485f, 0.3255054f};
inline constexpr Expected weights_after[]{
    {90, -0.1275276836, 22.49126594, 0.4902936981, weights_after_0},
    {5, -0.0575140589, 1.165111349, 0.3923844758, weights_after_1},
    {5, 5.018678729, 5.018678729, 1.212401595, weights_after_2},
    {5, 0.05992284078, 0.6323117636, 0.2305811619, weights_after_3},
    {90, 0.1836023331, 22.64991162, 0.4974217312, weights_after_4},
    {3, 0.2953395247, 0.6618918458, 0.4274197661, weights_after_5},
    {3, 3.250284915, 3.250284915, 1.224961164, weights_after_6},
    {3, -0.1072169044, 0.3689279672, 0.1776575866, weights_after_7},
    {96, -0.3505672216, 23.7930072, 0.4957847946, weights_after_8},
    {4, 0.5906790495, 1.177748764, 0.4713375111, weights_after_9},
};
inline constexpr float state_after_0[]{
    -0.03599945f, -0.23111118f, 0.09732448f, -0.12076178f, 0.17228949f,
};
inline constexpr float state_after_1[]{1.0734843f, 0.8934934f, 0.7188983f, 1.0035665f, 0.8266222f};
inline constexpr Expected state_after[]{
    {5, -0.118258433, 0.657486398, 0.2311111843, state_after_0},
    {5, 4.516064719, 4.516064719, 1.073484336, state_after_1},
};
}  // namespace numbers_of_global_clipnorm
inline constexpr NetCase global_clipnorm{
    .name = "global_clipnorm",
    .batch = 6,
    .steps = 7,
    .input = {"input", 3528, 43924u, 0.5f, 0.5f},
    .labels = {42, 87848u, 4u},
    .parameter_count = 314,
    .trainable_count = 304,
    .weights = numbers_of_global_clipnorm::weights,
    .state = numbers_of_global_clipnorm::state,
    .prediction = {168, 42.0, 42.0, 0.9778696492, numbers_of_global_clipnorm::prediction},
    .losses = numbers_of_global_clipnorm::losses,
    .accuracies = numbers_of_global_clipnorm::accuracies,
    .weights_after = numbers_of_global_clipnorm::weights_after,
    .state_after = numbers_of_global_clipnorm::state_after,
    .loss = 2.1672761f,
    .accuracy = 0.26190478f,
};

// Sequential<Conv2D<5, 3, 3, ReLU>, BatchNorm<>, Conv2D<3, 2, 3>, LayerNorm<>, Flatten, Dense<4,
// Softmax>> on Input<7, 6, 2>, Adam{.learning_rate = 0.005f, .epsilon = 0.01f, .weight_decay =
// 0.5f}
namespace numbers_of_weight_decay {
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 90, 131772u, 0.5f, 0.f}, {"conv2d/bias", 5, 175696u, 0.5f, 0.f},
    {"batch_normalization/gamma", 5, 219620u, 0.25f, 1.f},
    {"batch_normalization/beta", 5, 263544u, 0.25f, 0.f},
    {"conv2d_1/kernel", 90, 307468u, 0.5f, 0.f}, {"conv2d_1/bias", 3, 351392u, 0.5f, 0.f},
    {"layer_normalization/gamma", 3, 395316u, 0.25f, 1.f},
    {"layer_normalization/beta", 3, 439240u, 0.25f, 0.f}, {"dense/kernel", 96, 483164u, 0.5f, 0.f},
    {"dense/bias", 4, 527088u, 0.5f, 0.f},
};
inline constexpr Tensor state[]{
    {"batch_normalization/moving_mean", 5, 571012u, 0.25f, 0.f},
    {"batch_normalization/moving_variance", 5, 614936u, 0.25f, 1.f},
};
inline constexpr float prediction[]{
    0.02784622f, 0.06378486f, 0.018075867f, 0.5732572f, 0.040304594f, 0.23430273f, 0.63422394f,
    0.085526854f, 0.3512589f, 0.007785717f, 0.046864927f, 0.08971346f, 0.03799327f, 0.97786963f,
    0.058435716f, 0.84860384f, 0.6087767f, 0.109664224f, 0.019513723f, 0.12928914f, 0.05285474f,
    0.051621683f, 0.0019058269f, 0.138881f, 0.0047422717f, 0.0012519794f, 0.74844325f, 0.026091056f,
    0.5407165f, 0.0045178523f, 0.015661085f, 0.0028245808f,
};
inline constexpr float losses[]{
    3.2715843f, 0.8076782f, 2.604073f, 1.770312f, 1.8470639f, 2.1305056f, 3.6149197f,
};
inline constexpr float accuracies[]{
    0.16666667f, 0.5f, 0.33333334f, 0.33333334f, 0.33333334f, 0.f, 0.f,
};
inline constexpr float weights_after_0[]{
    -0.23045458f, 0.11332736f, 0.434603f, -0.2274926f, 0.075011976f, 0.39021415f, -0.2465495f,
    0.037308257f, 0.3923921f, -0.28742802f, 0.038411926f, -0.27435997f, 0.06693193f, 0.36654672f,
    -0.27917448f, 0.03249655f, 0.3458547f, -0.28617716f, 0.0060030203f, 0.34100056f, -0.33798245f,
    -0.016656518f, 0.32852504f, -0.35645846f, 0.34851113f, -0.3321137f, 0.014219739f, 0.3219746f,
    -0.32305765f, 0.0070506665f, 0.28825933f, -0.35620567f,
};
inline constexpr float weights_after_1[]{
    0.16532604f, -0.22638091f, 0.37550086f, 0.0058460515f, -0.38090858f,
};
inline constexpr float weights_after_2[]{
    0.75842404f, 1.0715337f, 0.9019446f, 1.1791018f, 1.0222335f,
};
inline constexpr float weights_after_3[]{
    0.0056718956f, -0.21176411f, 0.12815699f, -0.082170315f, 0.22156227f,
};
inline constexpr float weights_after_4[]{
    0.43311182f, -0.22508049f, 0.09455194f, 0.41683808f, -0.24584465f, 0.050920095f, 0.37446097f,
    -0.27156413f, 0.02263955f, 0.37848306f, -0.30457675f, 0.37559167f, -0.2911218f, 0.05924487f,
    0.3790345f, -0.30541953f, 0.0383506f, 0.36754498f, -0.30865327f, 0.01838891f, 0.31569514f,
    -0.31134504f, -0.028823568f, 0.3234413f, 0.019581031f, 0.33301255f, -0.31485415f, 0.014814384f,
    0.3302351f, -0.32750747f, -0.039459184f, 0.3064043f,
};
inline constexpr float weights_after_5[]{-0.16479155f, 0.41176745f, 0.039051846f};
inline constexpr float weights_after_6[]{1.0778065f, 0.88536257f, 1.1869547f};
inline constexpr float weights_after_7[]{-0.1732627f, 0.13218516f, -0.061689276f};
inline constexpr float weights_after_8[]{
    0.087179095f, -0.2924785f, 0.30906963f, -0.06494818f, -0.42896792f, 0.16695502f, -0.18089904f,
    0.4021943f, 0.035979085f, -0.32300457f, 0.25554007f, -0.10896934f, -0.48234317f, 0.1273358f,
    -0.25861114f, 0.3460655f, -0.013954065f, -0.38892132f, 0.2114821f, -0.1537565f, 0.43501368f,
    0.057696108f, -0.2998738f, 0.30761266f, -0.08694775f, -0.4376698f, 0.15074211f, -0.2138532f,
    0.386896f, 0.0020846827f, -0.35077968f, 0.23310862f,
};
inline constexpr float weights_after_9[]{0.46575734f, 0.08476508f, -0.2930373f, 0.3230865f};
inline constexpr Expected weights_after[]{
    {90, -0.2389334076, 22.154314, 0.4908482535, weights_after_0},
    {5, -0.06061654121, 1.153962444, 0.3809085726, weights_after_1},
    {5, 4.933237488, 4.933237488, 1.179101779, weights_after_2},
    {5, 0.06145673685, 0.6493255921, 0.2215622726, weights_after_3},
    {90, 0.1825341045, 22.29450223, 0.4965845747, weights_after_4},
    {3, 0.2860277462, 0.6156108663, 0.4117674612, weights_after_5},
    {3, 3.15012374, 3.15012374, 1.186954686, weights_after_6},
    {3, -0.1027668113, 0.3671371476, 0.1732627016, weights_after_7},
    {96, -0.3708527996, 22.96307197, 0.4861211311, weights_after_8},
    {4, 0.5805716026, 1.166646222, 0.4657573378, weights_after_9},
};
inline constexpr float state_after_0[]{
    -0.035666574f, -0.23117405f, 0.09732281f, -0.12060177f, 0.1711263f,
};
inline constexpr float state_after_1[]{1.073495f, 0.8934802f, 0.718956f, 1.0035844f, 0.8264154f};
inline constexpr Expected state_after[]{
    {5, -0.1189932768, 0.6558915073, 0.2311740484, state_after_0},
    {5, 4.515930965, 4.515930965, 1.073495068, state_after_1},
};
}  // namespace numbers_of_weight_decay
inline constexpr NetCase weight_decay{
    .name = "weight_decay",
    .batch = 6,
    .steps = 7,
    .input = {"input", 3528, 43924u, 0.5f, 0.5f},
    .labels = {42, 87848u, 4u},
    .parameter_count = 314,
    .trainable_count = 304,
    .weights = numbers_of_weight_decay::weights,
    .state = numbers_of_weight_decay::state,
    .prediction = {168, 42.0, 42.0, 0.9778696492, numbers_of_weight_decay::prediction},
    .losses = numbers_of_weight_decay::losses,
    .accuracies = numbers_of_weight_decay::accuracies,
    .weights_after = numbers_of_weight_decay::weights_after,
    .state_after = numbers_of_weight_decay::state_after,
    .loss = 1.952833f,
    .accuracy = 0.33333334f,
};

// Sequential<Conv2D<5, 3, 3, ReLU>, BatchNorm<>, Conv2D<3, 2, 3>, LayerNorm<>, Flatten, Dense<4,
// Softmax>> on Input<7, 6, 2>, Lamb{.learning_rate = 0.01f, .weight_decay = 0.5f, .clipvalue =
// 0.05f}
namespace numbers_of_lamb_weight_decay {
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 90, 131772u, 0.5f, 0.f}, {"conv2d/bias", 5, 175696u, 0.5f, 0.f},
    {"batch_normalization/gamma", 5, 219620u, 0.25f, 1.f},
    {"batch_normalization/beta", 5, 263544u, 0.25f, 0.f},
    {"conv2d_1/kernel", 90, 307468u, 0.5f, 0.f}, {"conv2d_1/bias", 3, 351392u, 0.5f, 0.f},
    {"layer_normalization/gamma", 3, 395316u, 0.25f, 1.f},
    {"layer_normalization/beta", 3, 439240u, 0.25f, 0.f}, {"dense/kernel", 96, 483164u, 0.5f, 0.f},
    {"dense/bias", 4, 527088u, 0.5f, 0.f},
};
inline constexpr Tensor state[]{
    {"batch_normalization/moving_mean", 5, 571012u, 0.25f, 0.f},
    {"batch_normalization/moving_variance", 5, 614936u, 0.25f, 1.f},
};
inline constexpr float prediction[]{
    0.02784622f, 0.06378486f, 0.018075867f, 0.5732572f, 0.040304594f, 0.23430273f, 0.63422394f,
    0.085526854f, 0.3512589f, 0.007785717f, 0.046864927f, 0.08971346f, 0.03799327f, 0.97786963f,
    0.058435716f, 0.84860384f, 0.6087767f, 0.109664224f, 0.019513723f, 0.12928914f, 0.05285474f,
    0.051621683f, 0.0019058269f, 0.138881f, 0.0047422717f, 0.0012519794f, 0.74844325f, 0.026091056f,
    0.5407165f, 0.0045178523f, 0.015661085f, 0.0028245808f,
};
inline constexpr float losses[]{
    3.2715843f, 0.846968f, 2.558572f, 1.6569914f, 1.7845571f, 2.0794208f, 3.3441792f,
};
inline constexpr float accuracies[]{
    0.16666667f, 0.5f, 0.33333334f, 0.33333334f, 0.33333334f, 0.f, 0.16666667f,
};
inline constexpr float weights_after_0[]{
    -0.2270307f, 0.09846061f, 0.41047072f, -0.22925802f, 0.07377365f, 0.3823958f, -0.26388904f,
    0.026144568f, 0.38016856f, -0.28232047f, 0.04062391f, -0.27094463f, 0.0631692f, 0.3489844f,
    -0.2744701f, 0.034152076f, 0.33742124f, -0.2711277f, -0.0071097286f, 0.3349565f, -0.34039885f,
    -0.014107183f, 0.3263619f, -0.36320385f, 0.34280688f, -0.33254847f, 0.008207466f, 0.3146887f,
    -0.31631893f, 0.012081177f, 0.27687812f, -0.33837152f,
};
inline constexpr float weights_after_1[]{
    0.15018381f, -0.22234955f, 0.3507347f, 0.012154033f, -0.3707186f,
};
inline constexpr float weights_after_2[]{
    0.70507455f, 1.0997906f, 0.92186314f, 1.1152791f, 1.072207f,
};
inline constexpr float weights_after_3[]{
    -0.001183783f, -0.20560978f, 0.120991915f, -0.078233235f, 0.22012906f,
};
inline constexpr float weights_after_4[]{
    0.41834354f, -0.2308529f, 0.09041158f, 0.42735556f, -0.23792377f, 0.05731066f, 0.35948285f,
    -0.25789285f, 0.00807441f, 0.37030375f, -0.30420178f, 0.37545916f, -0.2778396f, 0.049043663f,
    0.37192032f, -0.3082881f, 0.0304499f, 0.37250596f, -0.29569682f, 0.009674885f, 0.30844313f,
    -0.30640393f, -0.026783705f, 0.32285774f, 0.030016642f, 0.32562494f, -0.32631728f, 0.016435884f,
    0.33434984f, -0.31603742f, -0.04544092f, 0.3095466f,
};
inline constexpr float weights_after_5[]{-0.15996212f, 0.3950036f, 0.046668075f};
inline constexpr float weights_after_6[]{1.0081224f, 0.83933914f, 1.1048007f};
inline constexpr float weights_after_7[]{-0.17390856f, 0.13506866f, -0.055127744f};
inline constexpr float weights_after_8[]{
    0.072358824f, -0.2907211f, 0.28523147f, -0.0780021f, -0.42756152f, 0.15732187f, -0.16790354f,
    0.3895586f, 0.038784184f, -0.30394012f, 0.25271815f, -0.103732966f, -0.4669896f, 0.13468564f,
    -0.25594518f, 0.3378822f, -0.014295023f, -0.357158f, 0.21679589f, -0.1449683f, 0.42718348f,
    0.039632283f, -0.2984072f, 0.31159773f, -0.09477212f, -0.42738095f, 0.15085109f, -0.19496807f,
    0.38162288f, 6.9346663e-4f, -0.3453313f, 0.2171589f,
};
inline constexpr float weights_after_9[]{0.46490318f, 0.09124233f, -0.3104794f, 0.33012688f};
inline constexpr Expected weights_after[]{
    {90, -0.5002687519, 21.82167532, 0.4998359711, weights_after_0},
    {5, -0.0799955715, 1.10614071, 0.370718587, weights_after_1},
    {5, 4.914214331, 4.914214331, 1.11527907, weights_after_2},
    {5, 0.05609417084, 0.6261477864, 0.2201290611, weights_after_3},
    {90, 0.1827590154, 21.97660219, 0.4974264589, weights_after_4},
    {3, 0.2817095432, 0.6016337743, 0.3950035828, weights_after_5},
    {3, 2.952262313, 2.952262313, 1.104800703, weights_after_6},
    {3, -0.09396765705, 0.3641049665, 0.1739085685, weights_after_7},
    {96, -0.2793845698, 22.26705931, 0.4867559491, weights_after_8},
    {4, 0.5757929616, 1.19675178, 0.4649031727, weights_after_9},
};
inline constexpr float state_after_0[]{
    -0.036557578f, -0.2313373f, 0.09539684f, -0.120620675f, 0.17112146f,
};
inline constexpr float state_after_1[]{1.0734736f, 0.89345366f, 0.7189187f, 1.0035806f, 0.8263937f};
inline constexpr Expected state_after[]{
    {5, -0.1219972491, 0.655033834, 0.2313372896, state_after_0},
    {5, 4.515820143, 4.515820143, 1.073473526, state_after_1},
};
}  // namespace numbers_of_lamb_weight_decay
inline constexpr NetCase lamb_weight_decay{
    .name = "lamb_weight_decay",
    .batch = 6,
    .steps = 7,
    .input = {"input", 3528, 43924u, 0.5f, 0.5f},
    .labels = {42, 87848u, 4u},
    .parameter_count = 314,
    .trainable_count = 304,
    .weights = numbers_of_lamb_weight_decay::weights,
    .state = numbers_of_lamb_weight_decay::state,
    .prediction = {168, 42.0, 42.0, 0.9778696492, numbers_of_lamb_weight_decay::prediction},
    .losses = numbers_of_lamb_weight_decay::losses,
    .accuracies = numbers_of_lamb_weight_decay::accuracies,
    .weights_after = numbers_of_lamb_weight_decay::weights_after,
    .state_after = numbers_of_lamb_weight_decay::state_after,
    .loss = 1.8870168f,
    .accuracy = 0.2857143f,
};

// Sequential<Conv2D<5, 3, 3, ReLU>, BatchNorm<>, Conv2D<3, 2, 3>, LayerNorm<>, Flatten, Dense<4,
// Softmax>> on Input<7, 6, 2>, Adam{.learning_rate = 0.005f, .epsilon = 0.01f, .use_ema = true,
// .ema_momentum = 0.8f}
namespace numbers_of_ema {
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 90, 131772u, 0.5f, 0.f}, {"conv2d/bias", 5, 175696u, 0.5f, 0.f},
    {"batch_normalization/gamma", 5, 219620u, 0.25f, 1.f},
    {"batch_normalization/beta", 5, 263544u, 0.25f, 0.f},
    {"conv2d_1/kernel", 90, 307468u, 0.5f, 0.f}, {"conv2d_1/bias", 3, 351392u, 0.5f, 0.f},
    {"layer_normalization/gamma", 3, 395316u, 0.25f, 1.f},
    {"layer_normalization/beta", 3, 439240u, 0.25f, 0.f}, {"dense/kernel", 96, 483164u, 0.5f, 0.f},
    {"dense/bias", 4, 527088u, 0.5f, 0.f},
};
inline constexpr Tensor state[]{
    {"batch_normalization/moving_mean", 5, 571012u, 0.25f, 0.f},
    {"batch_normalization/moving_variance", 5, 614936u, 0.25f, 1.f},
};
inline constexpr float prediction[]{
    0.02784622f, 0.06378486f, 0.018075867f, 0.5732572f, 0.040304594f, 0.23430273f, 0.63422394f,
    0.085526854f, 0.3512589f, 0.007785717f, 0.046864927f, 0.08971346f, 0.03799327f, 0.97786963f,
    0.058435716f, 0.84860384f, 0.6087767f, 0.109664224f, 0.019513723f, 0.12928914f, 0.05285474f,
    0.051621683f, 0.0019058269f, 0.138881f, 0.0047422717f, 0.0012519794f, 0.74844325f, 0.026091056f,
    0.5407165f, 0.0045178523f, 0.015661085f, 0.0028245808f,
};
inline constexpr float losses[]{
    3.2715843f, 0.8071555f, 2.6226392f, 1.7946427f, 1.8701448f, 2.1525743f, 3.683483f,
};
inline constexpr float accuracies[]{
    0.16666667f, 0.5f, 0.33333334f, 0.33333334f, 0.33333334f, 0.f, 0.f,
};
inline constexpr float weights_after_0[]{
    -0.22675453f, 0.111735515f, 0.4390655f, -0.23444378f, 0.07994696f, 0.40478784f, -0.25578833f,
    0.046962716f, 0.39655575f, -0.28887483f, 0.042834166f, -0.2702357f, 0.066416875f, 0.381067f,
    -0.2806863f, 0.041416578f, 0.36096153f, -0.29616645f, 0.012904848f, 0.3504964f, -0.33440515f,
    -0.007875374f, 0.33547887f, -0.35593322f, 0.35845402f, -0.32788202f, 0.013022266f, 0.33081844f,
    -0.32931626f, 0.0035247651f, 0.30342332f, -0.360285f,
};
inline constexpr float weights_after_1[]{
    0.16611385f, -0.22666313f, 0.3854925f, 0.011639203f, -0.3827943f,
};
inline constexpr float weights_after_2[]{
    0.77604014f, 1.0937757f, 0.91157854f, 1.2046748f, 1.0336134f,
};
inline constexpr float weights_after_3[]{
    0.0012931089f, -0.2084907f, 0.122453265f, -0.08442482f, 0.22463308f,
};
inline constexpr float weights_after_4[]{
    0.4364409f, -0.23234487f, 0.09162529f, 0.4188385f, -0.2534111f, 0.056887217f, 0.38468173f,
    -0.28070322f, 0.031648654f, 0.37974378f, -0.30817506f, 0.3891483f, -0.28677487f, 0.05827841f,
    0.3849962f, -0.30431783f, 0.0372906f, 0.36836004f, -0.31519958f, 0.016449986f, 0.326803f,
    -0.32602483f, -0.022859657f, 0.3228999f, 0.017861178f, 0.33836192f, -0.32240433f, 0.006455587f,
    0.33005357f, -0.33963478f, -0.035675727f, 0.30863884f,
};
inline constexpr float weights_after_5[]{-0.1748745f, 0.42519632f, 0.04194017f};
inline constexpr float weights_after_6[]{1.1044507f, 0.9103512f, 1.2180914f};
inline constexpr float weights_after_7[]{-0.1781868f, 0.132325f, -0.06228973f};
inline constexpr float weights_after_8[]{
    0.08922739f, -0.29375637f, 0.3210571f, -0.061073035f, -0.4372199f, 0.17416473f, -0.19097254f,
    0.41448453f, 0.03682009f, -0.33623278f, 0.26346523f, -0.10977978f, -0.49392313f, 0.12910892f,
    -0.25913435f, 0.3574443f, -0.015985198f, -0.39880386f, 0.21346939f, -0.1630386f, 0.44829708f,
    0.06213955f, -0.3068335f, 0.31069174f, -0.083869144f, -0.4503819f, 0.15526934f, -0.21965992f,
    0.39506513f, 0.0061365766f, -0.36106405f, 0.24216585f,
};
inline constexpr float weights_after_9[]{0.47258976f, 0.088108115f, -0.2964901f, 0.32671547f};
inline constexpr Expected weights_after[]{
    {90, -0.06934951724, 22.52720079, 0.4944884514, weights_after_0},
    {5, -0.04621187935, 1.172702988, 0.3854924958, weights_after_1},
    {5, 5.019682612, 5.019682612, 1.2046748, weights_after_2},
    {5, 0.05546393362, 0.6412949827, 0.2246330877, weights_after_3},
    {90, 0.1814387545, 22.68383011, 0.5031363096, weights_after_4},
    {3, 0.2922619856, 0.6420109842, 0.4251963147, weights_after_5},
    {3, 3.232893206, 3.232893206, 1.218091313, weights_after_6},
    {3, -0.1081515384, 0.372801536, 0.1781868093, weights_after_7},
    {96, -0.3623336728, 23.58311957, 0.4990160453, weights_after_8},
    {4, 0.5909232482, 1.183903451, 0.4725897606, weights_after_9},
};
inline constexpr float state_after_0[]{
    -0.03552933f, -0.23117214f, 0.097634844f, -0.12059574f, 0.1711594f,
};
inline constexpr float state_after_1[]{1.0735261f, 0.8934806f, 0.7190076f, 1.003586f, 0.8264301f};
inline constexpr Expected state_after[]{
    {5, -0.1185029632, 0.6560914528, 0.2311721415, state_after_0},
    {5, 4.516030454, 4.516030454, 1.073526109, state_after_1},
};
}  // namespace numbers_of_ema
inline constexpr NetCase ema{
    .name = "ema",
    .batch = 6,
    .steps = 7,
    .input = {"input", 3528, 43924u, 0.5f, 0.5f},
    .labels = {42, 87848u, 4u},
    .parameter_count = 314,
    .trainable_count = 304,
    .weights = numbers_of_ema::weights,
    .state = numbers_of_ema::state,
    .prediction = {168, 42.0, 42.0, 0.9778696492, numbers_of_ema::prediction},
    .losses = numbers_of_ema::losses,
    .accuracies = numbers_of_ema::accuracies,
    .weights_after = numbers_of_ema::weights_after,
    .state_after = numbers_of_ema::state_after,
    .loss = 2.0213828f,
    .accuracy = 0.2857143f,
};

// Sequential<Conv2D<5, 3, 3, ReLU>, BatchNorm<>, Conv2D<3, 2, 3>, LayerNorm<>, Flatten, Dense<4,
// Softmax>> on Input<7, 6, 2>, SGD{.learning_rate = 0.1f, .use_ema = true, .ema_momentum = 0.7f,
// .ema_overwrite_frequency = 2}
namespace numbers_of_ema_overwrite {
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 90, 131772u, 0.5f, 0.f}, {"conv2d/bias", 5, 175696u, 0.5f, 0.f},
    {"batch_normalization/gamma", 5, 219620u, 0.25f, 1.f},
    {"batch_normalization/beta", 5, 263544u, 0.25f, 0.f},
    {"conv2d_1/kernel", 90, 307468u, 0.5f, 0.f}, {"conv2d_1/bias", 3, 351392u, 0.5f, 0.f},
    {"layer_normalization/gamma", 3, 395316u, 0.25f, 1.f},
    {"layer_normalization/beta", 3, 439240u, 0.25f, 0.f}, {"dense/kernel", 96, 483164u, 0.5f, 0.f},
    {"dense/bias", 4, 527088u, 0.5f, 0.f},
};
inline constexpr Tensor state[]{
    {"batch_normalization/moving_mean", 5, 571012u, 0.25f, 0.f},
    {"batch_normalization/moving_variance", 5, 614936u, 0.25f, 1.f},
};
inline constexpr float prediction[]{
    0.02784622f, 0.06378486f, 0.018075867f, 0.5732572f, 0.040304594f, 0.23430273f, 0.63422394f,
    0.085526854f, 0.3512589f, 0.007785717f, 0.046864927f, 0.08971346f, 0.03799327f, 0.97786963f,
    0.058435716f, 0.84860384f, 0.6087767f, 0.109664224f, 0.019513723f, 0.12928914f, 0.05285474f,
    0.051621683f, 0.0019058269f, 0.138881f, 0.0047422717f, 0.0012519794f, 0.74844325f, 0.026091056f,
    0.5407165f, 0.0045178523f, 0.015661085f, 0.0028245808f,
};
inline constexpr float losses[]{
    3.2715843f, 1.3735518f, 2.7953527f, 1.4982077f, 1.3352242f, 1.740631f, 2.3889556f,
};
inline constexpr float accuracies[]{
    0.16666667f, 0.16666667f, 0.16666667f, 0.33333334f, 0.5f, 0.33333334f, 0.33333334f,
};
inline constexpr float weights_after_0[]{
    -0.0030805026f, 0.44629347f, 0.64865196f, 0.020389447f, 0.042838246f, 0.62628365f, 0.07587061f,
    -0.089728266f, 0.6399546f, -0.32795548f, 0.5529149f, -0.61866224f, -0.035702467f, -0.41093794f,
    -0.30745712f, 0.08580927f, 0.022317689f, -0.3666989f, -0.7634615f, 0.32174924f, -0.31098288f,
    -0.35857564f, 0.29140696f, -0.84899104f, 0.30146757f, -0.49880445f, 0.018027108f, 0.1933048f,
    -0.2569676f, 0.18165575f, 0.13703895f, -0.40663734f,
};
inline constexpr float weights_after_1[]{
    0.36167037f, -0.28267547f, 0.39354187f, 0.23614755f, -0.7085f,
};
inline constexpr float weights_after_2[]{0.6907948f, 1.074166f, 0.9130121f, 1.164244f, 1.2131524f};
inline constexpr float weights_after_3[]{
    0.060655557f, -0.21003315f, 0.10703695f, -0.15719114f, 0.13655938f,
};
inline constexpr float weights_after_4[]{
    0.42902228f, -0.15838757f, 0.09196577f, 0.32083467f, -0.14263758f, 0.029103504f, 0.3444481f,
    -0.26487714f, 0.027648022f, 0.47016677f, -0.30127642f, 0.22491786f, -0.31817004f, 0.14163724f,
    0.4253332f, -0.3349385f, 0.15350989f, 0.5373157f, -0.3261704f, 0.11218128f, 0.26959845f,
    -0.38806403f, -0.1716531f, 0.3698418f, 0.13562505f, 0.24470131f, -0.23161072f, 0.0955379f,
    0.35641044f, -0.25556755f, -0.12499263f, 0.3466458f,
};
inline constexpr float weights_after_5[]{-0.097504176f, 0.49100536f, -0.098161645f};
inline constexpr float weights_after_6[]{0.9369713f, 0.6878951f, 1.0838182f};
inline constexpr float weights_after_7[]{-0.17332143f, 0.11066918f, -0.033106152f};
inline constexpr float weights_after_8[]{
    0.077938475f, -0.28287417f, 0.28408298f, -0.055256438f, -0.44964957f, 0.14006807f, -0.14718081f,
    0.36409724f, 0.06599562f, -0.3004751f, 0.24690726f, -0.095037155f, -0.4742392f, 0.13134786f,
    -0.2970026f, 0.34699428f, 0.004827077f, -0.39993796f, 0.20172927f, -0.1641456f, 0.4002294f,
    0.0590926f, -0.25302f, 0.30246556f, -0.09061956f, -0.38864306f, 0.1074973f, -0.20619251f,
    0.36442697f, -0.012245134f, -0.3267453f, 0.22700542f,
};
inline constexpr float weights_after_9[]{0.49514425f, 0.08792542f, -0.2934883f, 0.30109766f};
inline constexpr Expected weights_after[]{
    {90, 1.067709642, 29.36669154, 1.106232485, weights_after_0},
    {5, 0.0001843002213, 1.982535323, 0.7085000329, weights_after_1},
    {5, 5.055369429, 5.055369429, 1.213152386, weights_after_2},
    {5, -0.06297240449, 0.6714761826, 0.2100331486, weights_after_3},
    {90, 0.1836023331, 23.87374203, 0.6524044387, weights_after_4},
    {3, 0.2953395247, 0.6866711748, 0.4910053498, weights_after_5},
    {3, 2.708684597, 2.708684597, 1.083818179, weights_after_6},
    {3, -0.09575839771, 0.317096766, 0.1733214292, weights_after_7},
    {96, -0.3505672216, 21.92746524, 0.5542217322, weights_after_8},
    {4, 0.5906790495, 1.177655628, 0.4951442558, weights_after_9},
};
inline constexpr float state_after_0[]{
    0.016010119f, -0.231417f, 0.11264765f, -0.06116045f, 0.16714968f,
};
inline constexpr float state_after_1[]{1.1060324f, 0.8934693f, 0.72635204f, 1.026149f, 0.8255676f};
inline constexpr Expected state_after[]{
    {5, 0.003229997458, 0.5883848921, 0.2314169977, state_after_0},
    {5, 4.577570345, 4.577570345, 1.106032377, state_after_1},
};
}  // namespace numbers_of_ema_overwrite
inline constexpr NetCase ema_overwrite{
    .name = "ema_overwrite",
    .batch = 6,
    .steps = 7,
    .input = {"input", 3528, 43924u, 0.5f, 0.5f},
    .labels = {42, 87848u, 4u},
    .parameter_count = 314,
    .trainable_count = 304,
    .weights = numbers_of_ema_overwrite::weights,
    .state = numbers_of_ema_overwrite::state,
    .prediction = {168, 42.0, 42.0, 0.9778696492, numbers_of_ema_overwrite::prediction},
    .losses = numbers_of_ema_overwrite::losses,
    .accuracies = numbers_of_ema_overwrite::accuracies,
    .weights_after = numbers_of_ema_overwrite::weights_after,
    .state_after = numbers_of_ema_overwrite::state_after,
    .loss = 1.6014975f,
    .accuracy = 0.30952382f,
};

// Sequential<Conv2D<5, 3, 3, ReLU>, BatchNorm<>, Conv2D<3, 2, 3>, LayerNorm<>, Flatten, Dense<4,
// Softmax>> on Input<7, 6, 2>, Adam{.learning_rate = 0.01f, .epsilon = 0.01f,
// .gradient_accumulation_steps = 3}
namespace numbers_of_accumulation {
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 90, 131772u, 0.5f, 0.f}, {"conv2d/bias", 5, 175696u, 0.5f, 0.f},
    {"batch_normalization/gamma", 5, 219620u, 0.25f, 1.f},
    {"batch_normalization/beta", 5, 263544u, 0.25f, 0.f},
    {"conv2d_1/kernel", 90, 307468u, 0.5f, 0.f}, {"conv2d_1/bias", 3, 351392u, 0.5f, 0.f},
    {"layer_normalization/gamma", 3, 395316u, 0.25f, 1.f},
    {"layer_normalization/beta", 3, 439240u, 0.25f, 0.f}, {"dense/kernel", 96, 483164u, 0.5f, 0.f},
    {"dense/bias", 4, 527088u, 0.5f, 0.f},
};
inline constexpr Tensor state[]{
    {"batch_normalization/moving_mean", 5, 571012u, 0.25f, 0.f},
    {"batch_normalization/moving_variance", 5, 614936u, 0.25f, 1.f},
};
inline constexpr float prediction[]{
    0.02784622f, 0.06378486f, 0.018075867f, 0.5732572f, 0.040304594f, 0.23430273f, 0.63422394f,
    0.085526854f, 0.3512589f, 0.007785717f, 0.046864927f, 0.08971346f, 0.03799327f, 0.97786963f,
    0.058435716f, 0.84860384f, 0.6087767f, 0.109664224f, 0.019513723f, 0.12928914f, 0.05285474f,
    0.051621683f, 0.0019058269f, 0.138881f, 0.0047422717f, 0.0012519794f, 0.74844325f, 0.026091056f,
    0.5407165f, 0.0045178523f, 0.015661085f, 0.0028245808f,
};
inline constexpr float losses[]{
    3.2715843f, 0.8641639f, 2.563f, 1.5452163f, 2.031763f, 2.9059486f, 3.8895633f,
};
inline constexpr float accuracies[]{0.16666667f, 0.5f, 0.33333334f, 0.5f, 0.33333334f, 0.f, 0.f};
inline constexpr float weights_after_0[]{
    -0.24001399f, 0.109095834f, 0.44076192f, -0.2437517f, 0.084216595f, 0.3911336f, -0.25724727f,
    0.046192728f, 0.38365394f, -0.2844971f, 0.026159752f, -0.27336022f, 0.068818174f, 0.37797433f,
    -0.27703506f, 0.030700717f, 0.3578799f, -0.29947177f, 0.010461074f, 0.35427278f, -0.3375736f,
    -0.011310296f, 0.32507804f, -0.3575383f, 0.36368626f, -0.32856295f, 0.012194243f, 0.33263245f,
    -0.34695458f, 0.002169878f, 0.30243003f, -0.36287954f,
};
inline constexpr float weights_after_1[]{
    0.16263059f, -0.22193304f, 0.387209f, -0.0051613147f, -0.3875352f,
};
inline constexpr float weights_after_2[]{
    0.77584517f, 1.0938662f, 0.91095173f, 1.201154f, 1.0345924f,
};
inline constexpr float weights_after_3[]{
    -0.0050827325f, -0.20640264f, 0.121976554f, -0.07674627f, 0.23228331f,
};
inline constexpr float weights_after_4[]{
    0.43806127f, -0.23645152f, 0.091443375f, 0.4194224f, -0.25841734f, 0.06817985f, 0.38740376f,
    -0.27839527f, 0.03555938f, 0.3805294f, -0.3060131f, 0.39248136f, -0.28591672f, 0.05713611f,
    0.3791316f, -0.3037734f, 0.030530015f, 0.36877415f, -0.3213391f, 0.01166152f, 0.33039793f,
    -0.32568517f, -0.022390662f, 0.3225018f, 0.018095035f, 0.3448987f, -0.32004738f, 0.007460787f,
    0.3294089f, -0.3394965f, -0.033097107f, 0.30400366f,
};
inline constexpr float weights_after_5[]{-0.17834026f, 0.4221316f, 0.049947217f};
inline constexpr float weights_after_6[]{1.1050135f, 0.9095122f, 1.2178212f};
inline constexpr float weights_after_7[]{-0.1772951f, 0.13210028f, -0.06128949f};
inline constexpr float weights_after_8[]{
    0.09167826f, -0.29637948f, 0.32138732f, -0.06068519f, -0.4384755f, 0.17445982f, -0.19119619f,
    0.41306958f, 0.036183394f, -0.33650202f, 0.26219904f, -0.11245219f, -0.4888536f, 0.12818612f,
    -0.26236802f, 0.35546464f, -0.017888295f, -0.398596f, 0.21542403f, -0.15833075f, 0.44402757f,
    0.06303389f, -0.30666688f, 0.31067255f, -0.08321301f, -0.45133957f, 0.1556184f, -0.21992119f,
    0.39482534f, 0.0068557463f, -0.36217913f, 0.2424838f,
};
inline constexpr float weights_after_9[]{0.4736645f, 0.087304465f, -0.29692453f, 0.32642725f};
inline constexpr Expected weights_after[]{
    {90, -0.2965604843, 22.49386254, 0.4985392502, weights_after_0},
    {5, -0.06478996739, 1.164469137, 0.3875352044, weights_after_1},
    {5, 5.016409421, 5.016409421, 1.201153948, weights_after_2},
    {5, 0.06602822449, 0.6424915083, 0.2322833121, weights_after_3},
    {90, 0.1742787126, 22.67310317, 0.4985932517, weights_after_4},
    {3, 0.2937385535, 0.6504190611, 0.4221315889, weights_after_5},
    {3, 3.232346908, 3.232346908, 1.217821208, weights_after_6},
    {3, -0.1064843064, 0.3706848678, 0.177295098, weights_after_7},
    {96, -0.3690697023, 23.60139147, 0.4953311265, weights_after_8},
    {4, 0.5904716722, 1.184320763, 0.4736645026, weights_after_9},
};
inline constexpr float state_after_0[]{
    -0.036356766f, -0.23107018f, 0.09723349f, -0.120770596f, 0.17069213f,
};
inline constexpr float state_after_1[]{1.0734384f, 0.89350396f, 0.7189374f, 1.0035648f, 0.826327f};
inline constexpr Expected state_after[]{
    {5, -0.1202719037, 0.656123159, 0.2310701712, state_after_0},
    {5, 4.51577159, 4.51577159, 1.073438418, state_after_1},
};
}  // namespace numbers_of_accumulation
inline constexpr NetCase accumulation{
    .name = "accumulation",
    .batch = 6,
    .steps = 7,
    .input = {"input", 3528, 43924u, 0.5f, 0.5f},
    .labels = {42, 87848u, 4u},
    .parameter_count = 314,
    .trainable_count = 304,
    .weights = numbers_of_accumulation::weights,
    .state = numbers_of_accumulation::state,
    .prediction = {168, 42.0, 42.0, 0.9778696492, numbers_of_accumulation::prediction},
    .losses = numbers_of_accumulation::losses,
    .accuracies = numbers_of_accumulation::accuracies,
    .weights_after = numbers_of_accumulation::weights_after,
    .state_after = numbers_of_accumulation::state_after,
    .loss = 2.111871f,
    .accuracy = 0.2857143f,
};

// Sequential<Conv2D<5, 3, 3, ReLU>, BatchNorm<>, Conv2D<3, 2, 3>, LayerNorm<>, Flatten, Dense<4,
// Softmax>> on Input<7, 6, 2>, Adam{.learning_rate = 0.01f, .epsilon = 0.01f, .amsgrad = true,
// .weight_decay = 0.1f, .global_clipnorm = 0.2f, .gradient_accumulation_steps = 2}
namespace numbers_of_together {
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 90, 131772u, 0.5f, 0.f}, {"conv2d/bias", 5, 175696u, 0.5f, 0.f},
    {"batch_normalization/gamma", 5, 219620u, 0.25f, 1.f},
    {"batch_normalization/beta", 5, 263544u, 0.25f, 0.f},
    {"conv2d_1/kernel", 90, 307468u, 0.5f, 0.f}, {"conv2d_1/bias", 3, 351392u, 0.5f, 0.f},
    {"layer_normalization/gamma", 3, 395316u, 0.25f, 1.f},
    {"layer_normalization/beta", 3, 439240u, 0.25f, 0.f}, {"dense/kernel", 96, 483164u, 0.5f, 0.f},
    {"dense/bias", 4, 527088u, 0.5f, 0.f},
};
inline constexpr Tensor state[]{
    {"batch_normalization/moving_mean", 5, 571012u, 0.25f, 0.f},
    {"batch_normalization/moving_variance", 5, 614936u, 0.25f, 1.f},
};
inline constexpr float prediction[]{
    0.02784622f, 0.06378486f, 0.018075867f, 0.5732572f, 0.040304594f, 0.23430273f, 0.63422394f,
    0.085526854f, 0.3512589f, 0.007785717f, 0.046864927f, 0.08971346f, 0.03799327f, 0.97786963f,
    0.058435716f, 0.84860384f, 0.6087767f, 0.109664224f, 0.019513723f, 0.12928914f, 0.05285474f,
    0.051621683f, 0.0019058269f, 0.138881f, 0.0047422717f, 0.0012519794f, 0.74844325f, 0.026091056f,
    0.5407165f, 0.0045178523f, 0.015661085f, 0.0028245808f,
};
inline constexpr float losses[]{
    3.2715843f, 0.8641639f, 2.570287f, 1.8754202f, 2.210383f, 2.716388f, 2.5344653f,
};
inline constexpr float accuracies[]{
    0.16666667f, 0.5f, 0.33333334f, 0.33333334f, 0.33333334f, 0.f, 0.16666667f,
};
inline constexpr float weights_after_0[]{
    -0.22325337f, 0.10320476f, 0.42941594f, -0.24329259f, 0.08147969f, 0.40603662f, -0.26407892f,
    0.059131444f, 0.3858617f, -0.2862425f, 0.040045507f, -0.25831604f, 0.06857715f, 0.3888113f,
    -0.27802792f, 0.046481177f, 0.37100327f, -0.29887307f, 0.021216039f, 0.35125232f, -0.32115018f,
    0.0029179498f, 0.33007824f, -0.34560266f, 0.35911787f, -0.31296572f, 0.013177311f, 0.3380359f,
    -0.3353236f, -0.0070942566f, 0.31631848f, -0.35500044f,
};
inline constexpr float weights_after_1[]{
    0.15710792f, -0.22492449f, 0.39165965f, 0.01056178f, -0.37381694f,
};
inline constexpr float weights_after_2[]{
    0.78298616f, 1.0911698f, 0.9011556f, 1.2083522f, 1.0194128f,
};
inline constexpr float weights_after_3[]{
    -0.007119373f, -0.19806947f, 0.11093588f, -0.08001017f, 0.22808081f,
};
inline constexpr float weights_after_4[]{
    0.4326363f, -0.23875274f, 0.08659779f, 0.41167444f, -0.2601507f, 0.06495019f, 0.38992006f,
    -0.28132546f, 0.043097258f, 0.36971936f, -0.3027592f, 0.39792496f, -0.27459738f, 0.052270025f,
    0.3769013f, -0.2955685f, 0.030715868f, 0.35675177f, -0.31610826f, 0.009570639f, 0.33438203f,
    -0.3358627f, -0.012464437f, 0.31431693f, 0.017640585f, 0.3430855f, -0.32842782f, -0.002664161f,
    0.3220942f, -0.34921807f, -0.025522403f, 0.300589f,
};
inline constexpr float weights_after_5[]{-0.18516427f, 0.4301062f, 0.049505383f};
inline constexpr float weights_after_6[]{1.1102676f, 0.9191259f, 1.2270079f};
inline constexpr float weights_after_7[]{-0.17831536f, 0.12983066f, -0.06075022f};
inline constexpr float weights_after_8[]{
    0.09058123f, -0.29048792f, 0.3257172f, -0.055114277f, -0.43566832f, 0.18020369f, -0.1999085f,
    0.4156357f, 0.034943834f, -0.34519497f, 0.27000248f, -0.11051139f, -0.491033f, 0.124975994f,
    -0.2561618f, 0.35995242f, -0.020522228f, -0.40114465f, 0.21486953f, -0.16553296f, 0.44986787f,
    0.06897925f, -0.31128734f, 0.30479828f, -0.07637507f, -0.4566343f, 0.15911888f, -0.22147585f,
    0.39455253f, 0.013512156f, -0.36680275f, 0.24891151f,
};
inline constexpr float weights_after_9[]{0.4692736f, 0.08832734f, -0.29255453f, 0.32386255f};
inline constexpr Expected weights_after[]{
    {90, 0.0287216198, 22.42901305, 0.4960358501, weights_after_0},
    {5, -0.03941211484, 1.158070771, 0.3916596357, weights_after_1},
    {5, 5.003076507, 5.003076507, 1.208352174, weights_after_2},
    {5, 0.05381768305, 0.624215698, 0.2280808058, weights_after_3},
    {90, 0.1830948196, 22.58023886, 0.4956891236, weights_after_4},
    {3, 0.2944473168, 0.6647758519, 0.4301062, weights_after_5},
    {3, 3.2564014, 3.2564014, 1.227007877, weights_after_6},
    {3, -0.1092349221, 0.3688962356, 0.1783153579, weights_after_7},
    {96, -0.3495444653, 23.77892915, 0.4974782201, weights_after_8},
    {4, 0.5889089367, 1.174017997, 0.4692735871, weights_after_9},
};
inline constexpr float state_after_0[]{
    -0.036629695f, -0.23116682f, 0.09737728f, -0.12023479f, 0.17162393f,
};
inline constexpr float state_after_1[]{1.0734081f, 0.8934798f, 0.7188681f, 1.0036325f, 0.82652235f};
inline constexpr Expected state_after[]{
    {5, -0.119030102, 0.6570325231, 0.2311668265, state_after_0},
    {5, 4.515910984, 4.515910984, 1.073408162, state_after_1},
};
}  // namespace numbers_of_together
inline constexpr NetCase together{
    .name = "together",
    .batch = 6,
    .steps = 7,
    .input = {"input", 3528, 43924u, 0.5f, 0.5f},
    .labels = {42, 87848u, 4u},
    .parameter_count = 314,
    .trainable_count = 304,
    .weights = numbers_of_together::weights,
    .state = numbers_of_together::state,
    .prediction = {168, 42.0, 42.0, 0.9778696492, numbers_of_together::prediction},
    .losses = numbers_of_together::losses,
    .accuracies = numbers_of_together::accuracies,
    .weights_after = numbers_of_together::weights_after,
    .state_after = numbers_of_together::state_after,
    .loss = 2.1288996f,
    .accuracy = 0.26190478f,
};

// Sequential<Conv2D<5, 3, 3, ReLU, KernelRegularizer<L2<0.01>>>, BatchNorm<>, Conv2D<3, 2, 3,
// KernelRegularizer<L1<0.02>>, BiasRegularizer<L2<0.1>>>, LayerNorm<>, Flatten, Dense<4, Softmax,
// BiasRegularizer<L1<0.05>>, KernelRegularizer<L1L2<0.01, 0.03>>>> on Input<7, 6, 2>,
// SGD{.learning_rate = 0.1f, .clipnorm = 0.5f}
namespace numbers_of_penalties {
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 90, 131772u, 0.5f, 0.f}, {"conv2d/bias", 5, 175696u, 0.5f, 0.f},
    {"batch_normalization/gamma", 5, 219620u, 0.25f, 1.f},
    {"batch_normalization/beta", 5, 263544u, 0.25f, 0.f},
    {"conv2d_1/kernel", 90, 307468u, 0.5f, 0.f}, {"conv2d_1/bias", 3, 351392u, 0.5f, 0.f},
    {"layer_normalization/gamma", 3, 395316u, 0.25f, 1.f},
    {"layer_normalization/beta", 3, 439240u, 0.25f, 0.f}, {"dense/kernel", 96, 483164u, 0.5f, 0.f},
    {"dense/bias", 4, 527088u, 0.5f, 0.f},
};
inline constexpr Tensor state[]{
    {"batch_normalization/moving_mean", 5, 571012u, 0.25f, 0.f},
    {"batch_normalization/moving_variance", 5, 614936u, 0.25f, 1.f},
};
inline constexpr float prediction[]{
    0.02784622f, 0.06378486f, 0.018075867f, 0.5732572f, 0.040304594f, 0.23430273f, 0.63422394f,
    0.085526854f, 0.3512589f, 0.007785717f, 0.046864927f, 0.08971346f, 0.03799327f, 0.97786963f,
    0.058435716f, 0.84860384f, 0.6087767f, 0.109664224f, 0.019513723f, 0.12928914f, 0.05285474f,
    0.051621683f, 0.0019058269f, 0.138881f, 0.0047422717f, 0.0012519794f, 0.74844325f, 0.026091056f,
    0.5407165f, 0.0045178523f, 0.015661085f, 0.0028245808f,
};
inline constexpr float losses[]{
    4.356682f, 1.9119576f, 3.6038084f, 2.8057833f, 2.462679f, 3.2418342f, 4.365516f,
};
inline constexpr float accuracies[]{
    0.16666667f, 0.5f, 0.33333334f, 0.33333334f, 0.33333334f, 0.f, 0.33333334f,
};
inline constexpr float weights_after_0[]{
    -0.23686221f, 0.1119414f, 0.42595315f, -0.23250215f, 0.08837652f, 0.39343625f, -0.2524838f,
    0.048317533f, 0.3978721f, -0.27980846f, 0.038709987f, -0.28523186f, 0.07686371f, 0.35276395f,
    -0.27358568f, 0.03486207f, 0.34537834f, -0.2889116f, -0.0075041265f, 0.35735992f, -0.33107054f,
    -0.019282345f, 0.33007768f, -0.36715528f, 0.3698505f, -0.3208127f, 0.013971787f, 0.33354512f,
    -0.34775636f, -0.011523357f, 0.30948582f, -0.36196077f,
};
inline constexpr float weights_after_1[]{
    0.16543399f, -0.2030381f, 0.39573616f, 0.009532623f, -0.40471944f,
};
inline constexpr float weights_after_2[]{
    0.7138828f, 1.0579749f, 0.9586884f, 1.2311943f, 1.0377628f,
};
inline constexpr float weights_after_3[]{
    0.06129951f, -0.31486744f, 0.30265516f, -0.0714083f, 0.24254028f,
};
inline constexpr float weights_after_4[]{
    0.43616095f, -0.2292861f, 0.106697515f, 0.42846185f, -0.25035983f, 0.039682683f, 0.3874033f,
    -0.27217504f, 0.03264584f, 0.3764295f, -0.29987878f, 0.3781883f, -0.30082202f, 0.047548246f,
    0.39028734f, -0.31918454f, 0.021578288f, 0.37729973f, -0.29404536f, 0.011467029f, 0.31347397f,
    -0.32409766f, -0.034007207f, 0.32903013f, 0.020190276f, 0.32220796f, -0.33819082f, 0.021885742f,
    0.32314897f, -0.31447345f, -0.03230285f, 0.3011658f,
};
inline constexpr float weights_after_5[]{-0.009203798f, 0.27701458f, -0.005103493f};
inline constexpr float weights_after_6[]{0.96226215f, 0.797884f, 1.052607f};
inline constexpr float weights_after_7[]{-0.15158457f, 0.14389904f, -0.048643116f};
inline constexpr float weights_after_8[]{
    0.08305047f, -0.28988403f, 0.29884353f, -0.057113674f, -0.43598768f, 0.17285633f, -0.18320154f,
    0.38280478f, 0.046094418f, -0.33220893f, 0.27263653f, -0.12136124f, -0.46657288f, 0.123282135f,
    -0.2594465f, 0.3388669f, -0.010038092f, -0.39737993f, 0.2206061f, -0.12640442f, 0.4139717f,
    0.06615659f, -0.31199494f, 0.29101294f, -0.09220239f, -0.42499393f, 0.15758632f, -0.20316586f,
    0.3768636f, 0.005155641f, -0.35732618f, 0.23615293f,
};
inline constexpr float weights_after_9[]{0.4467719f, 0.025002943f, -0.25563166f, 0.30453587f};
inline constexpr Expected weights_after[]{
    {90, 0.02063877184, 22.49061811, 0.4881762137, weights_after_0},
    {5, -0.03705476957, 1.17846028, 0.4047194333, weights_after_1},
    {5, 4.999503104, 4.999503104, 1.231194237, weights_after_2},
    {5, 0.2202192289, 0.9927706701, 0.3148674224, weights_after_3},
    {90, 0.1802943599, 22.38803683, 0.5007245851, weights_after_4},
    {3, 0.2627072989, 0.2913218816, 0.2770145903, weights_after_5},
    {3, 2.812753163, 2.812753163, 1.052607035, weights_after_6},
    {3, -0.05632864933, 0.3441267275, 0.1515845712, weights_after_7},
    {96, -0.343968522, 22.75959278, 0.4979689081, weights_after_8},
    {4, 0.5206790484, 1.031942368, 0.4467718979, weights_after_9},
};
inline constexpr float state_after_0[]{
    -0.03598048f, -0.23105669f, 0.09713794f, -0.12086466f, 0.17253835f,
};
inline constexpr float state_after_1[]{
    1.0735728f, 0.89351094f, 0.71889263f, 1.0035563f, 0.82668054f,
};
inline constexpr Expected state_after[]{
    {5, -0.1182255326, 0.657578127, 0.231056686, state_after_0},
    {5, 4.516213148, 4.516213148, 1.073572762, state_after_1},
};
}  // namespace numbers_of_penalties
inline constexpr NetCase penalties{
    .name = "penalties",
    .batch = 6,
    .steps = 7,
    .input = {"input", 3528, 43924u, 0.5f, 0.5f},
    .labels = {42, 87848u, 4u},
    .parameter_count = 314,
    .trainable_count = 304,
    .weights = numbers_of_penalties::weights,
    .state = numbers_of_penalties::state,
    .prediction = {168, 42.0, 42.0, 0.9778696492, numbers_of_penalties::prediction},
    .losses = numbers_of_penalties::losses,
    .accuracies = numbers_of_penalties::accuracies,
    .weights_after = numbers_of_penalties::weights_after,
    .state_after = numbers_of_penalties::state_after,
    .loss = 2.4576912f,
    .accuracy = 0.33333334f,
};

// Sequential<Conv2D<5, 3, 3, Tanh>, ActivityRegularization<L1L2<0.01, 0.02>>, Flatten, Dense<4,
// Softmax, KernelRegularizer<L1L2<0.01, 0.03>>>> on Input<7, 6, 2>, SGD{.learning_rate = 0.1f}
namespace numbers_of_activities {
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 90, 131772u, 0.5f, 0.f}, {"conv2d/bias", 5, 175696u, 0.5f, 0.f},
    {"dense/kernel", 400, 219620u, 0.5f, 0.f}, {"dense/bias", 4, 263544u, 0.5f, 0.f},
};
inline constexpr float prediction[]{
    0.12744872f, 0.36494893f, 0.5119148f, 0.22210073f, 0.061313894f, 0.2954371f, 0.2795723f,
    0.28986755f, 0.065603875f, 0.13321601f, 0.2646906f, 0.11060222f, 0.43008164f, 0.21327242f,
    0.54488844f, 0.16828986f, 0.173382f, 0.6365826f, 0.64448464f, 0.09054713f, 0.19270931f,
    0.054069012f, 0.33043146f, 0.17324024f, 0.04893909f, 0.25973123f, 0.21574907f, 0.08730642f,
    0.2115212f, 0.15219823f, 0.28692806f, 0.22770704f,
};
inline constexpr float losses[]{
    4.5648727f, 4.4061623f, 3.965393f, 3.9252815f, 3.8116586f, 3.325858f, 3.1699235f,
};
inline constexpr float accuracies[]{
    0.33333334f, 0.33333334f, 0.16666667f, 0.5f, 0.f, 0.5f, 0.33333334f,
};
inline constexpr float weights_after_0[]{
    -0.18607937f, 0.054131504f, 0.3505252f, -0.17969747f, 0.08137558f, 0.41265428f, -0.31977436f,
    0.030105805f, 0.4249121f, -0.275364f, 0.07086608f, -0.27773818f, 0.051811468f, 0.35344216f,
    -0.22790107f, 0.0871431f, 0.30510035f, -0.30855352f, 0.049749054f, 0.39808485f, -0.31005862f,
    -0.05310969f, 0.30899426f, -0.30931768f, 0.41585517f, -0.30252934f, 0.011983318f, 0.2717444f,
    -0.35288084f, 0.06624304f, 0.32225078f, -0.31877083f,
};
inline constexpr float weights_after_1[]{
    0.10807731f, -0.12745263f, 0.28685623f, 0.059345096f, -0.36448625f,
};
inline constexpr float weights_after_2[]{
    -0.36223373f, -0.43310404f, -0.4692343f, 0.4279751f, 0.17739853f, 0.12282774f, 0.07431499f,
    0.026556058f, -0.006425076f, -0.24758461f, -0.308318f, -0.34794167f, -0.40516555f, 0.29184464f,
    0.2304062f, 0.19801565f, 0.13522568f, -0.105111375f, -0.13637595f, -0.20095101f, -0.2546592f,
    0.42893016f, 0.38675547f, 0.33491537f, 0.30260816f, 0.070042476f, -0.0016462406f, -0.04399034f,
    -0.080914095f, -0.3111687f, -0.3797664f, -0.438752f,
};
inline constexpr float weights_after_3[]{0.0041943863f, -0.37613478f, 0.16426043f, -0.14287862f};
inline constexpr Expected weights_after[]{
    {90, -0.07875095216, 21.30687338, 0.5212331373, weights_after_0},
    {5, -0.03766024587, 0.9462175072, 0.3644862553, weights_after_1},
    {400, -0.4286939234, 92.6660989, 0.4760508242, weights_after_2},
    {4, -0.350558579, 0.6874682295, 0.3761347862, weights_after_3},
};
}  // namespace numbers_of_activities
inline constexpr NetCase activities{
    .name = "activities",
    .batch = 6,
    .steps = 7,
    .input = {"input", 3528, 43924u, 0.5f, 0.5f},
    .labels = {42, 87848u, 4u},
    .parameter_count = 499,
    .trainable_count = 499,
    .weights = numbers_of_activities::weights,
    .state = {},
    .prediction = {168, 42.0, 42.0, 0.7839992159, numbers_of_activities::prediction},
    .losses = numbers_of_activities::losses,
    .accuracies = numbers_of_activities::accuracies,
    .weights_after = numbers_of_activities::weights_after,
    .state_after = {},
    .loss = 3.482715f,
    .accuracy = 0.35714287f,
};

// Sequential<Conv2D<5, 3, 3, ReLU, KernelConstraint<MaxNorm<0.8>>, BiasConstraint<NonNeg>>,
// Conv2D<3, 2, 3, KernelConstraint<MaxNorm<1, 0, 1, 2>>>, Flatten, Dense<4, Softmax,
// KernelConstraint<MinMaxNorm<0.5, 1, 0.25, 1>>, BiasConstraint<UnitNorm<>>>> on Input<7, 6, 2>,
// SGD{.learning_rate = 0.1f}
namespace numbers_of_constraints {
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 90, 131772u, 0.5f, 0.f}, {"conv2d/bias", 5, 175696u, 0.5f, 0.f},
    {"conv2d_1/kernel", 90, 219620u, 0.5f, 0.f}, {"conv2d_1/bias", 3, 263544u, 0.5f, 0.f},
    {"dense/kernel", 96, 307468u, 0.5f, 0.f}, {"dense/bias", 4, 351392u, 0.5f, 0.f},
};
inline constexpr float prediction[]{
    0.42954227f, 0.35301682f, 0.2820812f, 0.11407097f, 0.361928f, 0.17357126f, 0.13253027f,
    0.33628458f, 0.24323383f, 0.38459656f, 0.14450538f, 0.22712113f, 0.4974306f, 0.11254599f,
    0.24738422f, 0.07347716f, 0.31293455f, 0.26586288f, 0.057554152f, 0.085816815f, 0.3414085f,
    0.19372945f, 0.30344734f, 0.0708534f, 0.54804754f, 0.35772747f, 0.07692566f, 0.15199827f,
    0.14958334f, 0.45427498f, 0.32219806f, 0.23171704f,
};
inline constexpr float losses[]{
    1.2424046f, 1.6198041f, 1.6940356f, 1.7302885f, 1.5707502f, 1.5924224f, 1.3969393f,
};
inline constexpr float accuracies[]{0.5f, 0.33333334f, 0.f, 0.f, 0.f, 0.16666667f, 0.16666667f};
inline constexpr float weights_after_0[]{
    -0.18796551f, 0.06266677f, 0.36619312f, -0.19913848f, 0.08575971f, 0.44536093f, -0.29775468f,
    0.04186193f, 0.45206648f, -0.28282273f, 0.07711426f, -0.3238286f, 0.08008534f, 0.42110056f,
    -0.276111f, 0.09107515f, 0.30132192f, -0.33820027f, 0.02168871f, 0.35530508f, -0.2912728f,
    -0.010062393f, 0.28769773f, -0.3049613f, 0.3733004f, -0.31114653f, 0.011981158f, 0.2978485f,
    -0.29282796f, -0.03157137f, 0.32217994f, -0.3887859f,
};
inline constexpr float weights_after_1[]{
    0.07673069f, 0.036073383f, 0.32562736f, 0.073048756f, 0.038834456f,
};
inline constexpr float weights_after_2[]{
    -0.24819595f, -0.04306588f, 0.17898728f, -0.28327563f, -0.05046776f, 0.14840193f, -0.3099289f,
    -0.021494212f, 0.13335092f, -0.34123486f, -0.036879823f, -0.23011266f, -0.107049696f,
    0.09644902f, -0.25404894f, -0.1138247f, 0.13134786f, -0.24989125f, -0.09921092f, 0.1232442f,
    -0.2958017f, -0.114231594f, 0.09004977f, 0.28906474f, 0.097782284f, -0.28638187f, -0.06540422f,
    0.044820566f, 0.35504913f, -0.08363595f, 0.024155393f, 0.299546f,
};
inline constexpr float weights_after_3[]{0.021638364f, -0.46901903f, 0.21753529f};
inline constexpr float weights_after_4[]{
    0.43097475f, 0.030333316f, -0.3243104f, 0.25747526f, -0.060808092f, -0.45085996f, 0.114682525f,
    -0.22732662f, 0.36726195f, 0.0043344507f, -0.39523613f, 0.22334108f, -0.1401156f, 0.47596928f,
    0.07838153f, -0.29752403f, 0.33240744f, -0.047089025f, -0.46167296f, 0.16304201f, -0.20017713f,
    0.42129153f, 0.0401129f, -0.3475122f, 0.2542152f, -0.09688202f, -0.5066118f, 0.105138436f,
    -0.24957485f, 0.40520883f, -0.048680615f, -0.39983928f,
};
inline constexpr float weights_after_5[]{-0.31097135f, 0.76059115f, 0.047594305f, -0.5679195f};
inline constexpr Expected weights_after[]{
    {90, -0.216304911, 22.19880468, 0.5356151739, weights_after_0},
    {5, 0.550314632, 0.550314632, 0.3256273489, weights_after_1},
    {90, -0.4571432583, 13.4816652, 0.3550491213, weights_after_2},
    {3, -0.2298453835, 0.7081926736, 0.4690190285, weights_after_3},
    {96, 0.5979733895, 23.8629211, 0.5311505689, weights_after_4},
    {4, -0.07070541803, 1.687076266, 0.7605911198, weights_after_5},
};
}  // namespace numbers_of_constraints
inline constexpr NetCase constraints{
    .name = "constraints",
    .batch = 6,
    .steps = 7,
    .input = {"input", 3528, 43924u, 0.5f, 0.5f},
    .labels = {42, 87848u, 4u},
    .parameter_count = 288,
    .trainable_count = 288,
    .weights = numbers_of_constraints::weights,
    .state = {},
    .prediction = {168, 42.0, 42.0, 0.7499438773, numbers_of_constraints::prediction},
    .losses = numbers_of_constraints::losses,
    .accuracies = numbers_of_constraints::accuracies,
    .weights_after = numbers_of_constraints::weights_after,
    .state_after = {},
    .loss = 1.3982978f,
    .accuracy = 0.21428572f,
};

// Sequential<Dense<257, Tanh, KernelRegularizer<L2<0.001>>, KernelConstraint<MaxNorm<0.5>>>,
// Dense<3, Softmax>> on Input<256>, Adam{.learning_rate = 0.002f, .epsilon = 0.001f, .weight_decay
// = 0.1f, .global_clipnorm = 0.5f, .gradient_accumulation_steps = 2}
namespace numbers_of_wide {
inline constexpr Tensor weights[]{
    {"dense/kernel", 65792, 131772u, 0.05f, 0.f}, {"dense/bias", 257, 175696u, 0.05f, 0.f},
    {"dense_1/kernel", 771, 219620u, 0.05f, 0.f}, {"dense_1/bias", 3, 263544u, 0.05f, 0.f},
};
inline constexpr float prediction[]{
    0.30720398f, 0.3710228f, 0.30063534f, 0.3312449f, 0.38743034f, 0.30970505f, 0.3380867f,
    0.37885436f, 0.32040775f, 0.31869093f, 0.35200226f, 0.31538665f, 0.30163866f, 0.3736746f,
    0.31651142f, 0.3214446f, 0.38078302f, 0.30852613f, 0.3154853f, 0.38725534f, 0.31113434f,
    0.29633805f, 0.36777914f, 0.30949843f, 0.29907256f, 0.37111583f, 0.31513742f, 0.34499398f,
    0.36839816f, 0.31924513f, 0.31594792f, 0.36621016f,
};
inline constexpr float losses[]{1.162672f, 1.1442707f, 1.1531662f, 1.1498394f, 1.1840353f};
inline constexpr float accuracies[]{
    0.27272728f, 0.36363637f, 0.36363637f, 0.45454547f, 0.09090909f,
};
inline constexpr float weights_after_0[]{
    -0.022274954f, -0.027342664f, -0.032212727f, -0.037390374f, -0.042457223f, -0.04768928f,
    0.047369026f, 0.042302467f, 0.037026804f, 0.032104895f, 0.027038643f, 0.02211234f, 0.016907327f,
    0.011840005f, 0.006590409f, 0.0016794476f, -0.0033761472f, -0.008438464f, -0.013502399f,
    -0.018732782f, -0.023801535f, -0.028867822f, -0.03352699f, -0.038932275f, -0.044177305f,
    -0.04924739f, 0.045983944f, 0.04102099f, 0.035881564f, 0.03031713f, 0.025668481f, 0.020425605f,
    0.015467722f, 0.010401894f, 0.0051839477f, 1.8294313e-4f, -0.004887567f, -0.00971235f,
    -0.015076345f, -0.020143455f, -0.025297318f, -0.02997692f, -0.035045158f, -0.040438708f,
    -0.045504738f, 0.04951686f, 0.044450693f, 0.039384384f, 0.034641348f, 0.028997898f,
    0.023929644f, 0.018927474f, 0.014134592f, 0.009200302f, 0.003787537f, -0.0013090324f,
    -0.0063538505f, -0.010937313f, -0.016462877f, -0.021390634f, -0.026490245f, -0.031458724f,
    -0.036523674f, -0.04152923f, -0.04673299f, 0.048128642f, 0.043063477f, 0.038174666f,
    0.033109058f, 0.027641261f, 0.022573248f, 0.017789105f, 0.012688796f, 0.007622254f,
    0.002399755f, -0.002683334f, -0.0077460576f, -0.012568691f, -0.017687934f, -0.022754487f,
    -0.028117912f, -0.032971647f, -0.037846714f, -0.042861164f, -0.047926135f, 0.046732936f,
    0.041617148f, 0.036548834f, 0.031516846f, 0.026299344f, 0.02129641f, 0.016230138f, 0.011162965f,
    0.00624853f, 0.0011850921f, -0.0038821867f, -0.009291863f, -0.013986506f, -0.019268887f,
    -0.02433572f, -0.029251702f, -0.034237236f, -0.039301205f, -0.044438142f, -0.049708266f,
    0.045161203f, 0.04004791f, 0.035190444f, 0.030125128f, 0.024974596f, 0.019905362f, 0.014748315f,
    0.010183304f, 0.005114455f, -2.9075067e-4f, -0.005357753f, -0.0106028365f, -0.015267634f,
    -0.020337654f, -0.025471803f, -0.030622544f, -0.03568754f, -0.040790766f, -0.04576723f,
    0.049100008f, 0.043704607f, 0.038780212f, 0.033712f, 0.028860617f, 0.023499444f, 0.018342562f,
    0.013275507f, 0.008205921f, 0.0032015156f, -0.0018664383f, -0.0070037795f, -0.012070192f,
    -0.016916884f, -0.02158287f, -0.026653022f, -0.03241416f, -0.03716341f, -0.042430535f,
    -0.047235884f, 0.047628593f, 0.04235621f, 0.03741264f, 0.032346714f, 0.027479485f, 0.02229776f,
    0.0172339f, 0.0118307f, 0.0071266317f, 0.002061672f, -0.00308192f, -0.008157114f, -0.013227892f,
    -0.01828041f, -0.023346623f, -0.028654074f, -0.033718813f, -0.038786877f, -0.043566585f,
    -0.048670877f, 0.046195783f, 0.0411902f, 0.035891015f, 0.030802561f, 0.026164511f, 0.02076167f,
    0.015747337f, 0.0104472125f, 0.00574501f, 7.81828e-4f, -0.004357723f, -0.009506065f,
    -0.0145727955f, -0.019815274f, -0.024770238f, -0.02983981f, -0.034908306f, -0.04005903f,
    -0.04512578f, 0.049911626f, 0.04484626f, 0.039611813f, 0.034333345f, 0.029266922f, 0.024616888f,
    0.019249981f, 0.014184525f, 0.008972947f, 0.0043340567f, -7.29353e-4f, -0.005750571f,
    -0.0111345295f, -0.015987817f, -0.021310933f, -0.02617202f, -0.031044617f, -0.036451448f,
    -0.041517682f, -0.04659244f, 0.048756346f, 0.043363873f, 0.038299758f, 0.033230066f,
    0.028233146f, 0.023166372f, 0.01809756f, 0.012969128f, 0.007889022f, 0.0028382214f,
    -0.0022296913f, -0.0071341945f, -0.012587562f, -0.01765519f, -0.022578167f, -0.0274339f,
    -0.03249947f, -0.037689697f, -0.042866305f, -0.047932185f, 0.047127753f, 0.041934785f,
    0.03686692f, 0.031571686f, 0.026503816f, 0.021716278f, 0.016993187f, 0.011925621f,
    0.0064919526f, 0.0014253121f, -0.0036915177f, -0.008725902f, -0.013791055f, -0.018927507f,
    -0.024013719f, -0.029079046f, -0.03411201f, -0.03906071f, -0.04446606f, -0.04952932f,
    0.045704223f, 0.04042348f, 0.03535837f, 0.030440608f, 0.025511552f, 0.020445231f, 0.015368298f,
    0.009985947f, 0.0049211686f, -6.668434e-6f, -0.0050730263f, -0.010103399f, -0.0151021825f,
    -0.020170784f, -0.025485238f, -0.030553145f, -0.035194654f, -0.040541805f, -0.045608647f,
    0.04901829f, 0.04442346f, 0.039356798f, 0.034017976f, 0.029068183f, 0.024002485f, 0.018903768f,
    0.013925973f, 0.00885783f, 0.003467317f, -0.0014609048f, -0.006319498f, -0.011382143f,
    -0.016446961f, -0.021898294f, -0.026966492f, -0.03203084f, -0.036739085f, -0.04211052f,
    -0.047169946f, 0.047693826f, 0.042780735f, 0.037753206f, 0.032974195f, 0.027327914f,
    0.022527523f, 0.017262815f, 0.012601775f, 0.0075356485f, 0.0021221812f, -0.002947055f,
    -0.0080199195f, -0.012992657f, -0.017941725f, -0.023007795f, -0.028410533f, -0.033111945f,
    -0.03818039f, -0.043322388f, -0.048387732f, 0.04647637f, 0.041409504f, 0.036342915f,
    0.031417627f, 0.025974859f, 0.020906525f, 0.016126083f, 0.011019078f, 0.0059417444f,
    9.527137e-4f, -0.004348334f, -0.009451294f, -0.014232739f, -0.019356051f, -0.024345418f,
    -0.029787963f, -0.0344503f, -0.03951633f, -0.044524048f, -0.049796816f, 0.045065917f,
    0.03999889f, 0.034916077f, 0.029850543f, 0.024710245f, 0.01964253f, 0.01455987f, 0.009675067f,
    0.0046091075f, -6.3397497e-4f, -0.0059084552f, -0.0109723015f, -0.015631339f, -0.020986767f,
    -0.02605316f, -0.031267144f, -0.035903975f, -0.041075237f, -0.045989398f, 0.04887399f,
    0.043703333f, 0.0383843f, 0.033313464f, 0.028596973f, 0.023306733f, 0.018163405f, 0.013096915f,
    0.008029171f, 0.0031080511f, -0.0019555963f, -0.007023602f, -0.012441635f, -0.016933113f,
    -0.022276973f, -0.027343977f, -0.032288995f, -0.037391294f, -0.04245536f, -0.04743166f,
    0.047101755f, 0.04203798f, 0.037068088f, 0.032258768f, 0.027193021f, 0.022004131f, 0.016934793f,
    0.011756703f, 0.0068890727f, 0.0018234511f, -0.0032298022f, -0.008297357f, -0.013739573f,
    -0.018524766f, -0.023595752f, -0.028316036f, -0.033762835f, -0.038827747f, -0.0439094f,
    -0.04890207f, 0.04596428f, 0.04069301f, 0.03574991f, 0.030681206f, 0.02558022f, 0.020633208f,
    0.015229263f, 0.010162971f, 0.005094025f, 3.168565e-4f, -0.004750704f, -0.010220124f,
    -0.01528733f, -0.01979512f, -0.024873244f, -0.02994319f, -0.03531797f, -0.04030376f,
    -0.04531238f, 0.04958312f, 0.04451784f, 0.03953153f, 0.034203608f, 0.029136142f, 0.024498327f,
    0.019146482f, 0.014082309f, 0.00867998f, 0.004179645f, -8.8862097e-4f, -0.0062208544f,
    -0.011170191f, -0.016241392f, -0.021325253f, -0.026391672f, -0.031584717f, -0.03664887f,
    -0.041716408f, -0.046809804f, 0.048248287f, 0.043182906f, 0.03805372f, 0.03266602f,
    0.027930615f, 0.022945987f, 0.017586663f, 0.012764576f, 0.007454768f, 0.0025422678f,
    -0.0024835418f, -0.007263737f, -0.012646046f, -0.01771279f, -0.022977268f, -0.0276382f,
    -0.03270694f, -0.037776537f, -0.04319328f, -0.04825937f, 0.04670143f, 0.0416358f, 0.036633722f,
    0.03133477f, 0.026268532f, 0.021308344f, 0.016366124f, 0.011299942f, 0.005834427f,
    0.0011691332f, -0.003894766f, -0.008656605f, -0.014257267f, -0.019258356f, -0.0242922f,
    -0.029105073f, -0.034299057f, -0.039287552f, -0.044353772f, -0.049688984f, 0.045458335f,
    0.0404105f, 0.035345715f, 0.03027534f, 0.025242755f, 0.020176154f, 0.015107258f, 0.009835657f,
    0.0048249657f, -2.0661941e-4f, -0.005273183f, -0.010393285f, -0.01552864f, -0.020596763f,
    -0.025679221f, -0.030713394f, -0.035779376f, -0.04058055f, -0.04612947f, 0.048736863f,
    0.043992072f, 0.0387571f, 0.03368878f, 0.028356003f, 0.023287673f, 0.018613853f, 0.013701589f,
    0.008633663f, 0.0033387574f, -0.0017277072f, -0.006740945f, -0.0116458535f, -0.016710298f,
    -0.022048011f, -0.027145792f, -0.032211915f, -0.037064f, -0.042202026f, -0.047616534f,
    0.04725403f, 0.042757247f, 0.03741599f, 0.03235093f, 0.027404102f, 0.022301294f, 0.01723545f,
    0.01245925f, 0.0068632686f, 0.0017986521f, -0.0031744754f, -0.008240324f, -0.013048978f,
    -0.018237093f, -0.023305286f, -0.028357267f, -0.033425033f, -0.038411368f, -0.043524846f,
    -0.048591565f, 0.04602598f, 0.041164815f, 0.0360988f, 0.031071084f, 0.025928428f, 0.020861637f,
    0.01578522f, 0.010790314f, 0.005721559f, 4.551031e-4f, -0.0044920477f, -0.009599368f,
    -0.014662597f, -0.01972714f, -0.025011184f, -0.030079475f, -0.03514423f, -0.040046975f,
    -0.044993915f, 0.049476795f, 0.044407416f, 0.039740786f, 0.03472621f, 0.029749963f,
    0.024304802f, 0.01933787f, 0.014461446f, 0.009344805f, 0.0042778235f, -7.135295e-4f,
    -0.006044428f, -0.011116009f, -0.01603704f, -0.020945068f, -0.026011601f, -0.031561993f,
    -0.03606059f, -0.041127764f, -0.046460778f, 0.048403714f, 0.04343156f, 0.038365453f,
    0.03329913f, 0.028358378f, 0.023043953f, 0.017975707f, 0.012884632f, 0.008005074f,
    0.0030688893f, -0.00218401f, -0.0075730365f, -0.01230986f, -0.017295001f, -0.022652954f,
    -0.027502539f, -0.032937806f, -0.03767696f, -0.042743694f, -0.047655627f, 0.047105487f,
    0.04203584f, 0.036969088f, 0.031995803f, 0.026930682f, 0.021589829f, 0.016523138f, 0.011428528f,
    0.00657606f, 0.0015096174f, -0.003627172f, -0.008905449f, -0.013970084f, -0.018940305f,
    -0.023870151f, -0.028936261f, -0.03440655f, -0.039068624f, -0.044213988f, -0.048898585f,
    0.04596815f, 0.040433805f, 0.035401948f, 0.030333912f, 0.025384061f, 0.020337079f, 0.015132074f,
    0.010065628f, 0.004997718f, 1.6823577e-4f, -0.0048971265f, -0.0099626435f, -0.015482547f,
    -0.02019036f, -0.025225122f, -0.030290585f, -0.035427857f, -0.04050978f, -0.04557415f,
    0.049363617f, 0.044159923f, 0.039096087f, 0.034006044f, 0.02897868f, 0.023913117f, 0.019114615f,
    0.014044611f, 0.008493056f, 0.0037538263f, -0.0013115348f, -0.0063981265f, -0.011466254f,
    -0.01695602f, -0.021627856f, -0.02669768f, -0.03160571f, -0.03690361f, -0.041968916f,
    -0.047108274f, 0.04791882f, 0.042852405f, 0.037692383f, 0.03254136f, 0.027471423f, 0.022680316f,
    0.017483035f, 0.012079009f, 0.007011671f, 0.0019442991f, -0.0028215956f, -0.007889259f,
    -0.013055481f, -0.0181226f, -0.022992142f, -0.02778093f, -0.032849204f, -0.038440287f,
    -0.04345057f, -0.048480008f, 0.046647534f, 0.041582115f, 0.036394075f, 0.03133052f,
    0.026264906f, 0.021280263f, 0.016163394f, 0.011099506f, 0.005690577f, 9.150331e-4f,
    -0.004153209f, -0.009168491f, -0.014311292f, -0.019380618f, -0.024616024f, -0.029680556f,
    -0.034705397f, -0.039769456f, -0.04483583f, -0.04979745f, 0.045036804f,
};
inline constexpr float weights_after_1[]{
    0.01922008f, 0.014149845f, 0.009027264f, 0.02053568f, 0.01546874f, 0.010338291f, 0.021849517f,
    0.016781306f, 0.028023317f, 0.023167642f, 0.01809732f, 0.029335191f, 0.024481803f, 0.019411836f,
    0.030650843f, 0.02579452f, 0.0370234f, 0.031961747f, 0.026895465f, 0.038348332f, 0.033278678f,
    0.028212888f, 0.03983073f, 0.03459019f, 0.046208236f, 0.04113571f, 0.035904724f, 0.047572177f,
    0.04244632f, 0.037220575f, 0.04888382f, 0.04377007f,
};
inline constexpr float weights_after_2[]{
    -0.03922658f, -0.04404041f, -0.049853466f, 0.04520917f, 0.040292263f, 0.034755416f,
    0.030252755f, 0.02494689f, -0.030550407f, -0.035165027f, -0.04034393f, -0.045713127f,
    0.049257483f, 0.04480518f, 0.039596673f, 0.034265075f, -0.020959146f, -0.02624438f,
    -0.030879766f, -0.036055434f, -0.041530296f, -0.046889335f, 0.04799493f, 0.043082185f,
    -0.011993482f, -0.017539117f, -0.022751631f, -0.027536556f, -0.032647375f, -0.037598707f,
    -0.042527325f, -0.047339186f,
};
inline constexpr float weights_after_3[]{-0.0019651083f, -0.038643993f, 0.021483338f};
inline constexpr Expected weights_after[]{
    {65792, 0.1232897477, 1643.710061, 0.05028493553, weights_after_0},
    {257, 0.01680703769, 6.424524662, 0.04975347165, weights_after_1},
    {771, 0.04305931156, 19.2972217, 0.05006114068, weights_after_2},
    {3, -0.01912576313, 0.06209243781, 0.03864399215, weights_after_3},
};
}  // namespace numbers_of_wide
inline constexpr NetCase wide{
    .name = "wide",
    .batch = 11,
    .steps = 5,
    .input = {"input", 14080, 43924u, 0.5f, 0.5f},
    .labels = {55, 87848u, 3u},
    .parameter_count = 66823,
    .trainable_count = 66823,
    .weights = numbers_of_wide::weights,
    .state = {},
    .prediction = {165, 55.0, 55.0, 0.3892135047, numbers_of_wide::prediction},
    .losses = numbers_of_wide::losses,
    .accuracies = numbers_of_wide::accuracies,
    .weights_after = numbers_of_wide::weights_after,
    .state_after = {},
    .loss = 1.1502721f,
    .accuracy = 0.34545454f,
};

// Sequential<Dense<257, Tanh, KernelRegularizer<L2<0.001>>, KernelConstraint<MaxNorm<0.5>>>,
// Dense<3, Softmax>> on Input<256>, SGD{.learning_rate = 0.1f, .clipvalue = 0.01f, .weight_decay =
// 0.1f, .use_ema = true, .ema_momentum = 0.5f, .ema_overwrite_frequency = 2}
namespace numbers_of_wide_by_parts {
inline constexpr Tensor weights[]{
    {"dense/kernel", 65792, 131772u, 0.1f, 0.f}, {"dense/bias", 257, 175696u, 0.1f, 0.f},
    {"dense_1/kernel", 771, 219620u, 0.1f, 0.f}, {"dense_1/bias", 3, 263544u, 0.1f, 0.f},
};
inline constexpr float prediction[]{
    0.24412635f, 0.4693055f, 0.21293171f, 0.3414412f, 0.5379667f, 0.238914f, 0.36985233f,
    0.5018742f, 0.2785519f, 0.2925676f, 0.38161314f, 0.26325756f, 0.22956531f, 0.47900563f,
    0.26014963f, 0.30153024f, 0.5110159f, 0.22999746f, 0.27725682f, 0.52923685f, 0.24797381f,
    0.21042483f, 0.45176122f, 0.2423906f, 0.22217208f, 0.46913642f, 0.2595908f, 0.3978039f,
    0.4575846f, 0.26711613f, 0.27975535f, 0.44760847f,
};
inline constexpr float losses[]{1.3859888f, 1.1782523f, 1.1431286f, 1.512532f, 1.2614762f};
inline constexpr float accuracies[]{
    0.27272728f, 0.36363637f, 0.54545456f, 0.27272728f, 0.09090909f,
};
inline constexpr float weights_after_0[]{
    -0.0234466f, -0.028876318f, -0.03444688f, -0.03973319f, -0.045133296f, -0.050348554f,
    0.05079413f, 0.045375396f, 0.039816085f, 0.033809893f, 0.028388526f, 0.022944756f, 0.018215941f,
    0.012750082f, 0.006367473f, 0.0024379718f, -0.004115021f, -0.009556336f, -0.014968083f,
    -0.020631779f, -0.026099045f, -0.031517662f, -0.035749666f, -0.04228007f, -0.046443928f,
    -0.051768903f, 0.04893893f, 0.044872414f, 0.03793475f, 0.032225233f, 0.028028065f, 0.022352727f,
    0.01650529f, 0.011074902f, 0.006997794f, 7.4905046e-4f, -0.004729656f, -0.010757738f,
    -0.015944283f, -0.021407703f, -0.027015489f, -0.03204505f, -0.037497766f, -0.04372624f,
    -0.049181376f, 0.05207765f, 0.046769038f, 0.04137133f, 0.036769465f, 0.030980837f, 0.025543164f,
    0.020333147f, 0.014993839f, 0.010043407f, 0.00475951f, -0.001960841f, -0.0064051324f,
    -0.011799253f, -0.01837594f, -0.023014965f, -0.026844202f, -0.033526856f, -0.039088797f,
    -0.045133356f, -0.0498091f, 0.051440395f, 0.04613419f, 0.04065735f, 0.03536367f, 0.028537808f,
    0.023129843f, 0.019919341f, 0.013144025f, 0.007726352f, 0.0028421981f, -0.0028319529f,
    -0.00823115f, -0.012994464f, -0.019205961f, -0.024635095f, -0.028883079f, -0.035732f,
    -0.04016259f, -0.046101246f, -0.051385775f, 0.050308466f, 0.045086347f, 0.03950743f,
    0.03359617f, 0.028820861f, 0.023334922f, 0.017907532f, 0.012453335f, 0.0070511275f,
    0.001653861f, -0.0037898042f, -0.009660744f, -0.014937585f, -0.020709772f, -0.026113158f,
    -0.031924374f, -0.03763593f, -0.043038983f, -0.047584094f, -0.05356802f, 0.04842888f,
    0.043127388f, 0.037369594f, 0.03195421f, 0.027753104f, 0.02217941f, 0.015315192f, 0.011613309f,
    0.006123671f, -4.3717405e-4f, -0.0058792215f, -0.010005811f, -0.016372707f, -0.021832375f,
    -0.028043276f, -0.032557853f, -0.038032565f, -0.0446821f, -0.04916537f, 0.052860178f,
    0.046045795f, 0.042168286f, 0.036811523f, 0.030688299f, 0.02552465f, 0.019867798f, 0.014450266f,
    0.008980887f, 0.0031901293f, -0.0022780227f, -0.0063996795f, -0.011830093f, -0.01928756f,
    -0.023239765f, -0.028651435f, -0.034978535f, -0.039569825f, -0.044995073f, -0.05045178f,
    0.051065844f, 0.046051454f, 0.04039399f, 0.03508147f, 0.029407958f, 0.023634547f, 0.018292066f,
    0.012992392f, 0.007616383f, 0.0021955417f, -0.0031150521f, -0.009303904f, -0.014774083f,
    -0.020423796f, -0.025831051f, -0.03158881f, -0.037047293f, -0.04243059f, -0.045905355f,
    -0.052459955f, 0.04888881f, 0.04470003f, 0.037821934f, 0.03281073f, 0.0282427f, 0.02176659f,
    0.016746543f, 0.012294948f, 0.00562885f, 0.0015125441f, -0.0053125704f, -0.00980365f,
    -0.0152415475f, -0.0208775f, -0.026622985f, -0.03212892f, -0.03752998f, -0.042458404f,
    -0.047864053f, 0.053147163f, 0.04761173f, 0.042675506f, 0.037189905f, 0.03170338f, 0.027285917f,
    0.020421004f, 0.014989323f, 0.010916321f, 0.0038211544f, -0.0015925564f, -0.0066462117f,
    -0.0121236155f, -0.016806737f, -0.022864098f, -0.028573116f, -0.033259552f, -0.038529765f,
    -0.043936398f, -0.04975904f, 0.052419208f, 0.046428226f, 0.04108933f, 0.03564859f, 0.030334795f,
    0.024922224f, 0.019487936f, 0.013691397f, 0.008482408f, 0.002193537f, -0.003204491f,
    -0.007699357f, -0.01453815f, -0.01999268f, -0.023456773f, -0.029842854f, -0.03532951f,
    -0.04067907f, -0.0456731f, -0.05122627f, 0.05093665f, 0.044730846f, 0.039383154f, 0.034976535f,
    0.029534694f, 0.023474537f, 0.018138234f, 0.012701413f, 0.0071983533f, 0.0017554886f,
    -0.0033789808f, -0.009511682f, -0.014969267f, -0.021063883f, -0.025111297f, -0.030626977f,
    -0.03714919f, -0.04127863f, -0.047181327f, -0.05258397f, 0.04876837f, 0.043188397f,
    0.037828457f, 0.031855863f, 0.026407437f, 0.020994537f, 0.015893046f, 0.009930858f,
    0.004561538f, 3.1520537e-4f, -0.005083875f, -0.011286434f, -0.015359503f, -0.020719936f,
    -0.027454428f, -0.03287245f, -0.03724685f, -0.043576807f, -0.048984334f, 0.053524002f,
    0.047649514f, 0.042233624f, 0.035935022f, 0.03153303f, 0.026114257f, 0.019522581f, 0.014963158f,
    0.009495438f, 0.002761719f, -0.0010496741f, -0.007138486f, -0.012585114f, -0.017987698f,
    -0.023349816f, -0.028816313f, -0.034208678f, -0.039095987f, -0.04553745f, -0.049349338f,
    0.05273041f, 0.044937406f, 0.040835723f, 0.035109047f, 0.029157154f, 0.024444027f, 0.01863699f,
    0.013736348f, 0.008298565f, 0.0029845482f, -0.0027592373f, -0.008246276f, -0.014543239f,
    -0.01945181f, -0.02492065f, -0.0301884f, -0.035586607f, -0.041037578f, -0.046385318f,
    -0.051830404f, 0.04897537f, 0.043659166f, 0.03825979f, 0.03310682f, 0.02693719f, 0.02150848f,
    0.017794386f, 0.011375778f, 0.006507498f, 0.0011495993f, -0.0046199583f, -0.010251098f,
    -0.014835237f, -0.02108142f, -0.026152022f, -0.03083454f, -0.036319837f, -0.041885152f,
    -0.048032764f, -0.05282422f, 0.048436698f, 0.043091517f, 0.037049808f, 0.031724334f,
    0.025516449f, 0.020104332f, 0.016075373f, 0.009844381f, 0.0044287797f, -4.786746e-4f,
    -0.0060349954f, -0.011440395f, -0.015848354f, -0.02266276f, -0.028090235f, -0.03209027f,
    -0.039130267f, -0.043824673f, -0.04960609f, 0.051587425f, 0.04723031f, 0.041096237f,
    0.035544954f, 0.030883363f, 0.02582158f, 0.019384796f, 0.013944978f, 0.008506748f, 0.003207627f,
    -0.0021917822f, -0.007642249f, -0.0130609125f, -0.018081794f, -0.024587039f, -0.030007994f,
    -0.034196325f, -0.041055974f, -0.046460804f, -0.050844338f, 0.04961336f, 0.04417867f,
    0.040488694f, 0.03431051f, 0.028896926f, 0.023398357f, 0.017850416f, 0.0129887955f,
    0.007824901f, 0.0023681987f, -0.0029883247f, -0.008397107f, -0.013665049f, -0.019729933f,
    -0.025189815f, -0.030542325f, -0.03605677f, -0.041538805f, -0.047618106f, -0.05250967f,
    0.049510572f, 0.04301062f, 0.038800355f, 0.033435468f, 0.02693009f, 0.022016406f, 0.016703917f,
    0.011275468f, 0.0058085667f, 5.3973857e-4f, -0.0049376977f, -0.009951997f, -0.015386838f,
    -0.022074686f, -0.027209597f, -0.03262412f, -0.03863522f, -0.04295746f, -0.048243012f,
    0.053255286f, 0.04795251f, 0.043208707f, 0.036403663f, 0.031084817f, 0.026592748f, 0.020296708f,
    0.014952324f, 0.008939776f, 0.00515591f, -2.6196043e-4f, -0.007250766f, -0.01149275f,
    -0.016971473f, -0.023640182f, -0.029039396f, -0.034604326f, -0.040068973f, -0.04545255f,
    -0.049255267f, 0.051055435f, 0.04561934f, 0.040234786f, 0.035136893f, 0.029734332f,
    0.024860343f, 0.018549602f, 0.013830585f, 0.009420001f, 0.0016918514f, -0.0024951142f,
    -0.008093272f, -0.013407907f, -0.018838327f, -0.02454747f, -0.029417036f, -0.034891736f,
    -0.04029896f, -0.045960918f, -0.051367976f, 0.049657222f, 0.04412951f, 0.039171033f,
    0.034017097f, 0.028536871f, 0.023215694f, 0.017334914f, 0.011883199f, 0.0072323726f,
    4.0345546e-4f, -0.0050153877f, -0.009947858f, -0.016364105f, -0.020428605f, -0.025515111f,
    -0.031635646f, -0.03681888f, -0.04215233f, -0.047547005f, -0.053625192f, 0.04934287f,
    0.0432675f, 0.037919603f, 0.032499857f, 0.027494641f, 0.022097183f, 0.01666413f, 0.009983432f,
    0.0054294537f, -5.3328864e-4f, -0.0059473184f, -0.011358543f, -0.017544053f, -0.023008088f,
    -0.027093137f, -0.033703946f, -0.039209597f, -0.04381008f, -0.04916207f, 0.052744105f,
    0.047610946f, 0.04157448f, 0.036227856f, 0.03142523f, 0.025980473f, 0.02057023f, 0.014160131f,
    0.00873443f, 0.003830313f, -0.0016048073f, -0.0069050044f, -0.012216997f, -0.017679473f,
    -0.024231374f, -0.029057557f, -0.03458253f, -0.04008954f, -0.045134872f, -0.05056442f,
    0.050783668f, 0.045641847f, 0.03933243f, 0.033966657f, 0.029598007f, 0.023009244f, 0.017590614f,
    0.013330441f, 0.0063598948f, 9.826595e-4f, -0.0027889705f, -0.008176892f, -0.014287239f,
    -0.019821655f, -0.02516106f, -0.030555952f, -0.035971034f, -0.040609427f, -0.04648892f,
    -0.051907986f, 0.050650332f, 0.044303704f, 0.03888418f, 0.03282989f, 0.028027683f, 0.02261437f,
    0.01658754f, 0.0116073685f, 0.0061541526f, -2.6614574e-4f, -0.004418465f, -0.010879155f,
    -0.016332224f, -0.021749862f, -0.026518358f, -0.031991154f, -0.037372783f, -0.042664547f,
    -0.04818577f, 0.054252822f, 0.04870074f, 0.041822318f, 0.038319375f, 0.03143178f, 0.025121743f,
    0.021136934f, 0.016087078f, 0.010189709f, 0.0047461214f, -6.411133e-4f, -0.0066167274f,
    -0.012107754f, -0.017780798f, -0.02260859f, -0.028067103f, -0.03426582f, -0.0380815f,
    -0.043526582f, -0.050562233f, 0.05144409f, 0.045747574f, 0.040424652f, 0.035022125f,
    0.03035104f, 0.023899615f, 0.018462496f, 0.014428727f, 0.008079387f, 0.0033979162f,
    -0.0026681894f, -0.007833873f, -0.013754246f, -0.01770956f, -0.024548698f, -0.02935144f,
    -0.034060776f, -0.0399544f, -0.045529447f, -0.051563874f, 0.050636295f, 0.045336608f,
    0.040007897f, 0.034342438f, 0.02901185f, 0.022349583f, 0.016937284f, 0.012587813f, 0.006568801f,
    0.001120113f, -0.0039893435f, -0.009181809f, -0.014587081f, -0.019897386f, -0.025738683f,
    -0.031181471f, -0.03573415f, -0.042529337f, -0.046589796f, -0.052909505f, 0.048334826f,
    0.04362584f, 0.038459677f, 0.03293279f, 0.027258849f, 0.021476073f, 0.015994953f, 0.010559419f,
    0.0051220795f, 6.519004e-4f, -0.0047196057f, -0.01017673f, -0.01681468f, -0.021427846f,
    -0.027697733f, -0.03311462f, -0.037689034f, -0.043956906f, -0.04939923f, 0.052935485f,
    0.04661016f, 0.041171137f, 0.037217762f, 0.03044715f, 0.02502225f, 0.020251922f, 0.014719718f,
    0.009471211f, 0.0045095654f, -8.976401e-4f, -0.0068384395f, -0.012255945f, -0.017228723f,
    -0.022638923f, -0.028127072f, -0.034521326f, -0.039439652f, -0.04493928f, -0.051181f,
    0.051751558f, 0.04639246f, 0.040111873f, 0.034784067f, 0.029413274f, 0.02389237f, 0.018655624f,
    0.012630227f, 0.0071997778f, 0.0017383086f, -0.0036177426f, -0.009083374f, -0.012548894f,
    -0.017990515f, -0.025526665f, -0.029781787f, -0.03518712f, -0.04222795f, -0.046298113f,
    -0.051372256f, 0.050033055f, 0.044737972f, 0.038712237f, 0.033311352f, 0.027980935f,
    0.023198875f, 0.01740042f, 0.0120458435f, 0.0058797905f, 0.0011817666f, -0.004245995f,
    -0.009989321f, -0.015064477f, -0.020549404f, -0.026888724f, -0.032252606f, -0.037766542f,
    -0.043236334f, -0.048619706f, -0.051527552f, 0.047578517f,
};
inline constexpr float weights_after_1[]{
    0.037664484f, 0.027841326f, 0.018637182f, 0.040189613f, 0.030406466f, 0.02118614f, 0.042716578f,
    0.03293518f, 0.052671846f, 0.045267835f, 0.035500422f, 0.055169027f, 0.047851685f, 0.038013864f,
    0.057710193f, 0.050300308f, 0.06995951f, 0.06022262f, 0.050461072f, 0.07255788f, 0.0627871f,
    0.053018186f, 0.07784852f, 0.06528827f, 0.090204656f, 0.0804975f, 0.06779614f, 0.092272714f,
    0.08303255f, 0.07036573f, 0.094775505f, 0.08552898f,
};
inline constexpr float weights_after_2[]{
    -0.07669205f, -0.084789254f, -0.096088745f, 0.0857912f, 0.076393954f, 0.06616518f, 0.057193663f,
    0.046486244f, -0.057709206f, -0.06786646f, -0.07698179f, -0.087211505f, 0.09431952f,
    0.084746346f, 0.075263046f, 0.06423498f, -0.041147493f, -0.050699502f, -0.05946957f,
    -0.06971997f, -0.07976919f, -0.09089984f, 0.09129018f, 0.08252678f, -0.021797491f,
    -0.034537714f, -0.043729033f, -0.0522728f, -0.063112766f, -0.07189849f, -0.08179748f,
    -0.09248554f,
};
inline constexpr float weights_after_3[]{-0.0015881892f, -0.07547836f, 0.040913362f};
inline constexpr Expected weights_after[]{
    {65792, -1.364527093, 1762.409218, 0.05498649552, weights_after_0},
    {257, 0.03467194513, 12.40286974, 0.09638793152, weights_after_1},
    {771, 0.09273213103, 36.85460719, 0.09661030235, weights_after_2},
    {3, -0.03615318492, 0.1179799092, 0.07547835785, weights_after_3},
};
}  // namespace numbers_of_wide_by_parts
inline constexpr NetCase wide_by_parts{
    .name = "wide_by_parts",
    .batch = 11,
    .steps = 5,
    .input = {"input", 14080, 43924u, 0.5f, 0.5f},
    .labels = {55, 87848u, 3u},
    .parameter_count = 66823,
    .trainable_count = 66823,
    .weights = numbers_of_wide_by_parts::weights,
    .state = {},
    .prediction = {165, 55.0, 55.0, 0.5424924722, numbers_of_wide_by_parts::prediction},
    .losses = numbers_of_wide_by_parts::losses,
    .accuracies = numbers_of_wide_by_parts::accuracies,
    .weights_after = numbers_of_wide_by_parts::weights_after,
    .state_after = {},
    .loss = 1.2133125f,
    .accuracy = 0.36363637f,
};

/// All cases of this file, so that a test can prove that it left none out.
inline constexpr const NetCase* endings_cases[]{
    &clipnorm, &clipvalue, &global_clipnorm, &weight_decay, &lamb_weight_decay, &ema,
    &ema_overwrite, &accumulation, &together, &penalties, &activities, &constraints, &wide,
    &wide_by_parts,
};

}  // namespace keras

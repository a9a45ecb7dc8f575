// SPDX-License-Identifier: MIT
#pragma once
// What Keras found for optimizers.
// Written by generate.py with Keras 3.15.1, TensorFlow 2.21.0, NumPy 2.4.6.

#include "formula.hpp"

namespace keras {

// SGD{}
namespace numbers_of_sgd {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.17813236f, -0.934425f, 0.3092823f, -0.46701047f, 0.77669686f, 4.041791e-4f, -0.7558886f,
    0.48781872f, -0.28847393f, 0.9552334f, 0.19894059f, -0.57735205f, 0.66635525f, -0.109937534f,
    -0.8662302f, 0.37747714f, -0.39881566f,
};
inline constexpr float after_2[]{
    -0.17483264f, -0.943486f, 0.30786067f, -0.4607928f, 0.7705538f, 0.0019004964f, -0.746753f,
    0.4845937f, -0.28405967f, 0.94728696f, 0.1986335f, -0.57001984f, 0.6613268f, -0.10732666f,
    -0.87598f, 0.37536666f, -0.39328682f,
};
inline constexpr float after_5[]{
    -0.18572283f, -0.9514582f, 0.3228064f, -0.4629291f, 0.7713355f, -0.014399886f, -0.7401354f,
    0.4941292f, -0.29160616f, 0.9426584f, 0.21692294f, -0.56881243f, 0.6654522f, -0.12028335f,
    -0.8660187f, 0.38824588f, -0.39748964f,
};
inline constexpr float after[]{
    -0.22793375f, -0.9190793f, 0.34977508f, -0.46137062f, 0.7274838f, -0.023661789f, -0.69480747f,
    0.49404693f, -0.31709865f, 0.91175574f, 0.26061004f, -0.55053556f, 0.6383189f, -0.17282683f,
    -0.8039724f, 0.404882f, -0.40626368f,
};
}  // namespace numbers_of_sgd
inline constexpr OptimizerCase sgd{
    .name = "sgd",
    .steps = 20,
    .sizes = numbers_of_sgd::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 340, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_sgd::after_1,
    .after_2 = numbers_of_sgd::after_2,
    .after_5 = numbers_of_sgd::after_5,
    .after = numbers_of_sgd::after,
    .first_moment = {},
    .second_moment = {},
    .third_moment = {},
};

// SGD{.learning_rate = 0.05f, .momentum = 0.9f}
namespace numbers_of_sgd_momentum {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.20440727f, -0.93014264f, 0.34412196f, -0.48161355f, 0.79265106f, -0.033084333f, -0.7588198f,
    0.51544476f, -0.3102906f, 0.963974f, 0.23823848f, -0.5874969f, 0.6867677f, -0.1389678f,
    -0.8647032f, 0.40956143f, -0.41617408f,
};
inline constexpr float after_2[]{
    -0.21746796f, -0.9706298f, 0.37620834f, -0.46695364f, 0.7798845f, -0.06327732f, -0.7164393f,
    0.53039885f, -0.31276298f, 0.9340752f, 0.2809132f, -0.56224865f, 0.6845895f, -0.15857244f,
    -0.9117343f, 0.43510386f, -0.4080581f,
};
inline constexpr float after_5[]{
    -0.34852144f, -1.1442935f, 0.59383446f, -0.4485477f, 0.75568026f, -0.2867018f, -0.548574f,
    0.655654f, -0.38672805f, 0.81749994f, 0.55562776f, -0.48675427f, 0.7174737f, -0.3249085f,
    -0.9306805f, 0.61744744f, -0.42493472f,
};
inline constexpr float after[]{
    -1.8100166f, -1.1924446f, 2.0622108f, -0.33729428f, -0.32070398f, -1.71775f, 1.135428f,
    1.1520183f, -1.2474866f, -0.85989624f, 2.6247406f, 0.22523578f, 0.24182612f, -2.1576788f,
    0.8330433f, 1.7145485f, -0.6849566f,
};
inline constexpr float first_moment[]{
    -0.13111697f, 0.11975146f, 0.07761064f, -0.0029567394f, -0.12975694f, 0.011624654f, 0.12520348f,
    -0.0015967187f, -0.0821641f, -0.02796431f, 0.1265635f, 0.045996115f, -0.08080408f, -0.16137147f,
    0.15914688f, 0.04735614f, -0.033211242f,
};
}  // namespace numbers_of_sgd_momentum
inline constexpr OptimizerCase sgd_momentum{
    .name = "sgd_momentum",
    .steps = 20,
    .sizes = numbers_of_sgd_momentum::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 340, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_sgd_momentum::after_1,
    .after_2 = numbers_of_sgd_momentum::after_2,
    .after_5 = numbers_of_sgd_momentum::after_5,
    .after = numbers_of_sgd_momentum::after,
    .first_moment = numbers_of_sgd_momentum::first_moment,
    .second_moment = {},
    .third_moment = {},
};

// SGD{.learning_rate = 0.05f, .momentum = 0.9f, .nesterov = true}
namespace numbers_of_sgd_nesterov {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.23396654f, -0.925325f, 0.38331655f, -0.49804202f, 0.81059957f, -0.07075891f, -0.76211745f,
    0.5465241f, -0.33483437f, 0.9738072f, 0.28244862f, -0.59890985f, 0.70973176f, -0.17162684f,
    -0.8629853f, 0.44565627f, -0.4357023f,
};
inline constexpr float after_2[]{
    -0.2292226f, -1.0070683f, 0.4050861f, -0.4537597f, 0.76839465f, -0.09045101f, -0.6782968f,
    0.5438576f, -0.3149881f, 0.90716624f, 0.31932047f, -0.5395252f, 0.68262917f, -0.17621663f,
    -0.9540623f, 0.45809206f, -0.4007537f,
};
inline constexpr float after_5[]{
    -0.40162167f, -1.2032267f, 0.67567825f, -0.4478759f, 0.7505191f, -0.37303492f, -0.4941301f,
    0.7042649f, -0.41928914f, 0.77910584f, 0.65801066f, -0.46554336f, 0.7328516f, -0.39070255f,
    -0.92130756f, 0.6865974f, -0.43695673f,
};
inline constexpr float after[]{
    -1.9280219f, -1.0846683f, 2.1320603f, -0.33995533f, -0.43748525f, -1.7072878f, 1.248111f,
    1.1505814f, -1.3214343f, -0.8850641f, 2.7386477f, 0.26663226f, 0.16910245f, -2.3029132f,
    0.9762755f, 1.7571689f, -0.7148467f,
};
inline constexpr float first_moment[]{
    -0.13111697f, 0.11975146f, 0.07761064f, -0.0029567394f, -0.12975694f, 0.011624654f, 0.12520348f,
    -0.0015967187f, -0.0821641f, -0.02796431f, 0.1265635f, 0.045996115f, -0.08080408f, -0.16137147f,
    0.15914688f, 0.04735614f, -0.033211242f,
};
}  // namespace numbers_of_sgd_nesterov
inline constexpr OptimizerCase sgd_nesterov{
    .name = "sgd_nesterov",
    .steps = 20,
    .sizes = numbers_of_sgd_nesterov::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 340, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_sgd_nesterov::after_1,
    .after_2 = numbers_of_sgd_nesterov::after_2,
    .after_5 = numbers_of_sgd_nesterov::after_5,
    .after = numbers_of_sgd_nesterov::after,
    .first_moment = numbers_of_sgd_nesterov::first_moment,
    .second_moment = {},
    .third_moment = {},
};

// Adam{}
namespace numbers_of_adam {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.17256361f, -0.9344956f, 0.30157238f, -0.4643597f, 0.7737083f, 0.0077763177f, -0.7561557f,
    0.4819122f, -0.28401977f, 0.9540482f, 0.19011611f, -0.57581586f, 0.6622521f, -0.103679955f,
    -0.86561203f, 0.37045604f, -0.39547604f,
};
inline constexpr float after_2[]{
    -0.17282814f, -0.93515605f, 0.30211374f, -0.46405706f, 0.7734488f, 0.0072477125f, -0.75546753f,
    0.4822043f, -0.28407222f, 0.95350826f, 0.19076258f, -0.5753315f, 0.6622069f, -0.10405841f,
    -0.86632943f, 0.37091458f, -0.39530414f,
};
inline constexpr float after_5[]{
    -0.1742119f, -0.93682903f, 0.30405322f, -0.4638732f, 0.773217f, 0.005265692f, -0.75381947f,
    0.4835352f, -0.28492898f, 0.9522973f, 0.19294927f, -0.57450575f, 0.66262954f, -0.105706245f,
    -0.8666916f, 0.37265593f, -0.39553225f,
};
inline constexpr float after[]{
    -0.18126647f, -0.93807584f, 0.31107852f, -0.46307155f, 0.767843f, -0.0013297407f, -0.7458434f,
    0.48637214f, -0.2893328f, 0.9445151f, 0.20181376f, -0.57054126f, 0.66028166f, -0.114086784f,
    -0.8593747f, 0.37825856f, -0.39678198f,
};
inline constexpr float first_moment[]{
    0.26223397f, -0.23950292f, -0.15522131f, 0.0059134774f, 0.2595139f, -0.023249272f, -0.25040698f,
    0.0031934236f, 0.16432823f, 0.05592867f, -0.25312707f, -0.09199225f, 0.16160817f, 0.322743f,
    -0.3182938f, -0.09471231f, 0.06642249f,
};
inline constexpr float second_moment[]{
    0.006512358f, 0.008680065f, 0.006389424f, 0.0049383575f, 0.0062162396f, 0.008600838f,
    0.0067379926f, 0.005280763f, 0.0055129393f, 0.0083349785f, 0.007718922f, 0.0052275537f,
    0.0054607154f, 0.007376135f, 0.008217511f, 0.0058138533f, 0.005005728f,
};
}  // namespace numbers_of_adam
inline constexpr OptimizerCase adam{
    .name = "adam",
    .steps = 20,
    .sizes = numbers_of_adam::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 340, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_adam::after_1,
    .after_2 = numbers_of_adam::after_2,
    .after_5 = numbers_of_adam::after_5,
    .after = numbers_of_adam::after,
    .first_moment = numbers_of_adam::first_moment,
    .second_moment = numbers_of_adam::second_moment,
    .third_moment = {},
};

// Adam{.learning_rate = 0.01f}
namespace numbers_of_adam_fast {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.18156351f, -0.925496f, 0.3105723f, -0.47335956f, 0.78270817f, -0.0012235884f, -0.7651553f,
    0.4909121f, -0.29301965f, 0.96304804f, 0.19911602f, -0.5848157f, 0.671252f, -0.112679854f,
    -0.85661286f, 0.37945595f, -0.40447593f,
};
inline constexpr float after_2[]{
    -0.18420881f, -0.93210006f, 0.31598592f, -0.47033325f, 0.7801137f, -0.0065096375f, -0.7582733f,
    0.49383307f, -0.2935442f, 0.9576486f, 0.20558067f, -0.5799722f, 0.67079943f, -0.116464384f,
    -0.8637864f, 0.38404134f, -0.40275708f,
};
inline constexpr float after_5[]{
    -0.19804639f, -0.94882995f, 0.33538052f, -0.4684948f, 0.7777954f, -0.026329845f, -0.7417923f,
    0.5071421f, -0.30211166f, 0.9455389f, 0.22744755f, -0.5717147f, 0.67502606f, -0.1329427f,
    -0.8674085f, 0.40145484f, -0.4050379f,
};
inline constexpr float after[]{
    -0.2685921f, -0.96129817f, 0.40563363f, -0.46047804f, 0.7240555f, -0.09228417f, -0.6620317f,
    0.5355115f, -0.34615f, 0.8677168f, 0.31609252f, -0.5320697f, 0.6515476f, -0.21674813f,
    -0.79423934f, 0.45748097f, -0.4175353f,
};
inline constexpr float first_moment[]{
    0.26223397f, -0.23950292f, -0.15522131f, 0.0059134774f, 0.2595139f, -0.023249272f, -0.25040698f,
    0.0031934236f, 0.16432823f, 0.05592867f, -0.25312707f, -0.09199225f, 0.16160817f, 0.322743f,
    -0.3182938f, -0.09471231f, 0.06642249f,
};
inline constexpr float second_moment[]{
    0.006512358f, 0.008680065f, 0.006389424f, 0.0049383575f, 0.0062162396f, 0.008600838f,
    0.0067379926f, 0.005280763f, 0.0055129393f, 0.0083349785f, 0.007718922f, 0.0052275537f,
    0.0054607154f, 0.007376135f, 0.008217511f, 0.0058138533f, 0.005005728f,
};
}  // namespace numbers_of_adam_fast
inline constexpr OptimizerCase adam_fast{
    .name = "adam_fast",
    .steps = 20,
    .sizes = numbers_of_adam_fast::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 340, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_adam_fast::after_1,
    .after_2 = numbers_of_adam_fast::after_2,
    .after_5 = numbers_of_adam_fast::after_5,
    .after = numbers_of_adam_fast::after,
    .first_moment = numbers_of_adam_fast::first_moment,
    .second_moment = numbers_of_adam_fast::second_moment,
    .third_moment = {},
};

// Adam{.learning_rate = 0.01f}
namespace numbers_of_adam_tiny_gradients {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.17328356f, -0.93516815f, 0.3027319f, -0.4643947f, 0.7738283f, 0.0066830222f, -0.7553823f,
    0.48270473f, -0.28449082f, 0.9536946f, 0.19148646f, -0.57555836f, 0.66264164f, -0.1045466f,
    -0.8664927f, 0.37147933f, -0.39568275f,
};
inline constexpr float after_2[]{
    -0.17378233f, -0.93664694f, 0.30391264f, -0.46383286f, 0.77334046f, 0.0055631003f, -0.7538359f,
    0.48327187f, -0.28458604f, 0.95257837f, 0.19301881f, -0.57460415f, 0.6625581f, -0.1052884f,
    -0.8681842f, 0.37243176f, -0.39537024f,
};
inline constexpr float after_5[]{
    -0.17736626f, -0.94123155f, 0.30959317f, -0.46334922f, 0.77271444f, -2.497998e-4f, -0.7493721f,
    0.4867131f, -0.28666207f, 0.9494415f, 0.19994079f, -0.57254314f, 0.66352063f, -0.10975709f,
    -0.86890805f, 0.37729007f, -0.39587224f,
};
inline constexpr float after[]{
    -0.20480892f, -0.9438696f, 0.33714366f, -0.460918f, 0.75222003f, -0.026579104f, -0.7179155f,
    0.49665743f, -0.3032131f, 0.9185239f, 0.23706193f, -0.5584112f, 0.6544657f, -0.14341953f,
    -0.83771545f, 0.39839396f, -0.40078574f,
};
inline constexpr float first_moment[]{
    2.6223398e-7f, -2.3950292e-7f, -1.5522131e-7f, 5.913477e-9f, 2.595139e-7f, -2.3249273e-8f,
    -2.50407e-7f, 3.1934242e-9f, 1.6432823e-7f, 5.5928666e-8f, -2.5312704e-7f, -9.199225e-8f,
    1.6160817e-7f, 3.2274298e-7f, -3.1829381e-7f, -9.4712306e-8f, 6.6422494e-8f,
};
inline constexpr float second_moment[]{
    6.5123578e-15f, 8.680065e-15f, 6.389424e-15f, 4.9383575e-15f, 6.2162397e-15f, 8.600838e-15f,
    6.737993e-15f, 5.280763e-15f, 5.5129393e-15f, 8.334979e-15f, 7.718922e-15f, 5.227553e-15f,
    5.4607155e-15f, 7.376135e-15f, 8.2175105e-15f, 5.8138533e-15f, 5.005728e-15f,
};
}  // namespace numbers_of_adam_tiny_gradients
inline constexpr OptimizerCase adam_tiny_gradients{
    .name = "adam_tiny_gradients",
    .steps = 20,
    .sizes = numbers_of_adam_tiny_gradients::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 340, 87848u, 1e-6f, 0.f},
    .after_1 = numbers_of_adam_tiny_gradients::after_1,
    .after_2 = numbers_of_adam_tiny_gradients::after_2,
    .after_5 = numbers_of_adam_tiny_gradients::after_5,
    .after = numbers_of_adam_tiny_gradients::after,
    .first_moment = numbers_of_adam_tiny_gradients::first_moment,
    .second_moment = numbers_of_adam_tiny_gradients::second_moment,
    .third_moment = {},
};

// Adam{}
namespace numbers_of_adam_hundred {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.17256361f, -0.9344956f, 0.30157238f, -0.4643597f, 0.7737083f, 0.0077763177f, -0.7561557f,
    0.4819122f, -0.28401977f, 0.9540482f, 0.19011611f, -0.57581586f, 0.6622521f, -0.103679955f,
    -0.86561203f, 0.37045604f, -0.39547604f,
};
inline constexpr float after_2[]{
    -0.17282814f, -0.93515605f, 0.30211374f, -0.46405706f, 0.7734488f, 0.0072477125f, -0.75546753f,
    0.4822043f, -0.28407222f, 0.95350826f, 0.19076258f, -0.5753315f, 0.6622069f, -0.10405841f,
    -0.86632943f, 0.37091458f, -0.39530414f,
};
inline constexpr float after_5[]{
    -0.1742119f, -0.93682903f, 0.30405322f, -0.4638732f, 0.773217f, 0.005265692f, -0.75381947f,
    0.4835352f, -0.28492898f, 0.9522973f, 0.19294927f, -0.57450575f, 0.66262954f, -0.105706245f,
    -0.8666916f, 0.37265593f, -0.39553225f,
};
inline constexpr float after[]{
    -0.18574846f, -0.93761456f, 0.31223628f, -0.4661915f, 0.76573485f, -5.724711e-4f, -0.74548066f,
    0.48613518f, -0.29276872f, 0.94455135f, 0.20498174f, -0.5718295f, 0.6593443f, -0.1162208f,
    -0.8572079f, 0.37996444f, -0.39900318f,
};
inline constexpr float first_moment[]{
    0.36766902f, -0.17995903f, -0.18401812f, 0.08028242f, 0.25948817f, -0.20770405f, -0.16680814f,
    -0.026262142f, 0.2568519f, -0.004583429f, -0.25673664f, -0.024710976f, 0.14890756f, 0.07432557f,
    -0.21265726f, -0.12885414f, 0.1468765f,
};
inline constexpr float second_moment[]{
    0.032460775f, 0.033517383f, 0.03136779f, 0.030047037f, 0.031180851f, 0.03425041f, 0.03154275f,
    0.030096143f, 0.031053603f, 0.03337067f, 0.032868877f, 0.03016703f, 0.03029971f, 0.033499524f,
    0.032994535f, 0.030722719f, 0.030246647f,
};
}  // namespace numbers_of_adam_hundred
inline constexpr OptimizerCase adam_hundred{
    .name = "adam_hundred",
    .steps = 100,
    .sizes = numbers_of_adam_hundred::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_adam_hundred::after_1,
    .after_2 = numbers_of_adam_hundred::after_2,
    .after_5 = numbers_of_adam_hundred::after_5,
    .after = numbers_of_adam_hundred::after,
    .first_moment = numbers_of_adam_hundred::first_moment,
    .second_moment = numbers_of_adam_hundred::second_moment,
    .third_moment = {},
};

// Adam{.amsgrad = true}
namespace numbers_of_amsgrad {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.17256361f, -0.9344956f, 0.30157238f, -0.4643597f, 0.7737083f, 0.0077763177f, -0.7561557f,
    0.4819122f, -0.28401977f, 0.9540482f, 0.19011611f, -0.57581586f, 0.6622521f, -0.103679955f,
    -0.86561203f, 0.37045604f, -0.39547604f,
};
inline constexpr float after_2[]{
    -0.17282814f, -0.93515605f, 0.30211374f, -0.46405706f, 0.7734488f, 0.0072477125f, -0.75546753f,
    0.4822043f, -0.28407222f, 0.95350826f, 0.19076256f, -0.5753315f, 0.6622069f, -0.10405841f,
    -0.86632943f, 0.37091458f, -0.39530414f,
};
inline constexpr float after_5[]{
    -0.1742119f, -0.93682903f, 0.30405322f, -0.4638732f, 0.773217f, 0.005265692f, -0.75381947f,
    0.4835352f, -0.28492898f, 0.9522973f, 0.19294925f, -0.57450575f, 0.66262954f, -0.105706245f,
    -0.8666914f, 0.37265593f, -0.39553225f,
};
inline constexpr float after[]{
    -0.18574664f, -0.9376125f, 0.31223747f, -0.46619016f, 0.7657361f, -5.703143e-4f, -0.7454793f,
    0.48613626f, -0.29276752f, 0.9445536f, 0.20498282f, -0.5718282f, 0.65934527f, -0.11621858f,
    -0.8572065f, 0.37996542f, -0.39900208f,
};
inline constexpr float first_moment[]{
    0.36766902f, -0.17995903f, -0.18401812f, 0.08028242f, 0.25948817f, -0.20770405f, -0.16680814f,
    -0.026262142f, 0.2568519f, -0.004583429f, -0.25673664f, -0.024710976f, 0.14890756f, 0.07432557f,
    -0.21265726f, -0.12885414f, 0.1468765f,
};
inline constexpr float second_moment[]{
    0.032460775f, 0.033517383f, 0.03136779f, 0.030047037f, 0.031180851f, 0.03425041f, 0.03154275f,
    0.030096143f, 0.031053603f, 0.03337067f, 0.032868877f, 0.03016703f, 0.03029971f, 0.033499524f,
    0.032994535f, 0.030722719f, 0.030246647f,
};
inline constexpr float third_moment[]{
    0.032460775f, 0.033517383f, 0.03136779f, 0.030047037f, 0.03120275f, 0.03425041f, 0.03154275f,
    0.030096143f, 0.031053603f, 0.03339703f, 0.032868877f, 0.03016703f, 0.03029971f, 0.033499524f,
    0.032994535f, 0.030722719f, 0.030246647f,
};
}  // namespace numbers_of_amsgrad
inline constexpr OptimizerCase amsgrad{
    .name = "amsgrad",
    .steps = 100,
    .sizes = numbers_of_amsgrad::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_amsgrad::after_1,
    .after_2 = numbers_of_amsgrad::after_2,
    .after_5 = numbers_of_amsgrad::after_5,
    .after = numbers_of_amsgrad::after,
    .first_moment = numbers_of_amsgrad::first_moment,
    .second_moment = numbers_of_amsgrad::second_moment,
    .third_moment = numbers_of_amsgrad::third_moment,
};

// Adam{.learning_rate = 0.01f, .beta_2 = 0.75f, .amsgrad = true}
namespace numbers_of_amsgrad_forgetful {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.18156362f, -0.9254956f, 0.3105724f, -0.4733597f, 0.7827083f, -0.0012236881f, -0.7651558f,
    0.4909122f, -0.29301977f, 0.9630482f, 0.19911611f, -0.58481586f, 0.67125213f, -0.112679966f,
    -0.856612f, 0.37945604f, -0.40447605f,
};
inline constexpr float after_2[]{
    -0.1843291f, -0.93168545f, 0.3157022f, -0.47043312f, 0.7801858f, -0.006245558f, -0.75871146f,
    0.49392727f, -0.2935523f, 0.95795137f, 0.20516475f, -0.5802225f, 0.6707991f, -0.11644148f,
    -0.8633253f, 0.38389036f, -0.40278554f,
};
inline constexpr float after_5[]{
    -0.19793804f, -0.9467949f, 0.33479837f, -0.46867207f, 0.77799314f, -0.02548283f, -0.74372005f,
    0.5072403f, -0.30205703f, 0.94682175f, 0.22660255f, -0.57240105f, 0.6750615f, -0.13254146f,
    -0.86644787f, 0.40111765f, -0.40506902f,
};
inline constexpr float after[]{
    -0.29759943f, -0.9476598f, 0.41140208f, -0.49098063f, 0.71240526f, -0.07353758f, -0.66499656f,
    0.5280741f, -0.37241524f, 0.88389325f, 0.34172043f, -0.5491326f, 0.6425434f, -0.22228621f,
    -0.7756279f, 0.46600506f, -0.43905765f,
};
inline constexpr float first_moment[]{
    0.36766902f, -0.17995903f, -0.18401812f, 0.08028242f, 0.25948817f, -0.20770405f, -0.16680814f,
    -0.026262142f, 0.2568519f, -0.004583429f, -0.25673664f, -0.024710976f, 0.14890756f, 0.07432557f,
    -0.21265726f, -0.12885414f, 0.1468765f,
};
inline constexpr float second_moment[]{
    0.49472943f, 0.3266882f, 0.27274036f, 0.29319388f, 0.3261747f, 0.45886794f, 0.2619267f,
    0.24053183f, 0.39764968f, 0.38816798f, 0.32510698f, 0.2611587f, 0.27336207f, 0.53795666f,
    0.29470912f, 0.25276294f, 0.32541493f,
};
inline constexpr float third_moment[]{
    0.5385935f, 0.5385477f, 0.5371773f, 0.5383849f, 0.5370285f, 0.5369817f, 0.5381304f, 0.53686666f,
    0.5379731f, 0.5378871f, 0.5369123f, 0.5377426f, 0.53755355f, 0.53795666f, 0.5375175f,
    0.5386062f, 0.5373836f,
};
}  // namespace numbers_of_amsgrad_forgetful
inline constexpr OptimizerCase amsgrad_forgetful{
    .name = "amsgrad_forgetful",
    .steps = 100,
    .sizes = numbers_of_amsgrad_forgetful::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_amsgrad_forgetful::after_1,
    .after_2 = numbers_of_amsgrad_forgetful::after_2,
    .after_5 = numbers_of_amsgrad_forgetful::after_5,
    .after = numbers_of_amsgrad_forgetful::after,
    .first_moment = numbers_of_amsgrad_forgetful::first_moment,
    .second_moment = numbers_of_amsgrad_forgetful::second_moment,
    .third_moment = numbers_of_amsgrad_forgetful::third_moment,
};

// Lamb{}
namespace numbers_of_lamb {
inline constexpr std::size_t sizes[]{12, 5};
inline constexpr float after_1[]{
    -0.17213829f, -0.93492097f, 0.30114707f, -0.4639344f, 0.77328295f, 0.00820164f, -0.75573045f,
    0.4814869f, -0.28359446f, 0.9536229f, 0.18969078f, -0.5753905f, 0.6617982f, -0.10322603f,
    -0.8660659f, 0.37000212f, -0.39502212f,
};
inline constexpr float after_2[]{
    -0.17245641f, -0.93571514f, 0.3017981f, -0.46357042f, 0.772971f, 0.007565933f, -0.75490284f,
    0.48183817f, -0.28365752f, 0.95297354f, 0.19046824f, -0.57480806f, 0.66173995f, -0.10371333f,
    -0.8669896f, 0.37059253f, -0.39480078f,
};
inline constexpr float after_5[]{
    -0.17406079f, -0.9376784f, 0.30405438f, -0.46334058f, 0.7726837f, 0.0052588317f, -0.7529693f,
    0.48337936f, -0.28464398f, 0.9515468f, 0.1930153f, -0.5738304f, 0.6621711f, -0.10600526f,
    -0.86724347f, 0.3730221f, -0.39495337f,
};
inline constexpr float after[]{
    -0.1902792f, -0.9380558f, 0.3149194f, -0.46714073f, 0.7627034f, -0.0019558393f, -0.74209976f,
    0.48700795f, -0.29606867f, 0.94124734f, 0.2095547f, -0.5708841f, 0.6593385f, -0.12250283f,
    -0.85385555f, 0.3852818f, -0.39836276f,
};
inline constexpr float first_moment[]{
    0.36766902f, -0.17995903f, -0.18401812f, 0.08028242f, 0.25948817f, -0.20770405f, -0.16680814f,
    -0.026262142f, 0.2568519f, -0.004583429f, -0.25673664f, -0.024710976f, 0.14890756f, 0.07432557f,
    -0.21265726f, -0.12885414f, 0.1468765f,
};
inline constexpr float second_moment[]{
    0.032460775f, 0.033517383f, 0.03136779f, 0.030047037f, 0.031180851f, 0.03425041f, 0.03154275f,
    0.030096143f, 0.031053603f, 0.03337067f, 0.032868877f, 0.03016703f, 0.03029971f, 0.033499524f,
    0.032994535f, 0.030722719f, 0.030246647f,
};
}  // namespace numbers_of_lamb
inline constexpr OptimizerCase lamb{
    .name = "lamb",
    .steps = 100,
    .sizes = numbers_of_lamb::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_lamb::after_1,
    .after_2 = numbers_of_lamb::after_2,
    .after_5 = numbers_of_lamb::after_5,
    .after = numbers_of_lamb::after,
    .first_moment = numbers_of_lamb::first_moment,
    .second_moment = numbers_of_lamb::second_moment,
    .third_moment = {},
};

// Lamb{.learning_rate = 0.02f, .beta_1 = 0.8f, .beta_2 = 0.99f}
namespace numbers_of_lamb_fast {
inline constexpr std::size_t sizes[]{3, 13, 1};
inline constexpr float after_1[]{
    -0.18308133f, -0.9239779f, 0.3120901f, -0.47486663f, 0.7842152f, -0.0027305982f, -0.7666627f,
    0.49241912f, -0.2945267f, 0.96455514f, 0.20062302f, -0.5863228f, 0.67275906f, -0.114186876f,
    -0.8551051f, 0.38096297f, -0.40236557f,
};
inline constexpr float after_2[]{
    -0.18776795f, -0.9397596f, 0.3231732f, -0.4660321f, 0.77642643f, -0.014588808f, -0.74866295f,
    0.49826577f, -0.29438618f, 0.95003825f, 0.21552345f, -0.57312655f, 0.6702049f, -0.122215785f,
    -0.8737817f, 0.39102843f, -0.39431825f,
};
inline constexpr float after_5[]{
    -0.21549651f, -0.97594833f, 0.3624142f, -0.45983914f, 0.76839215f, -0.06341972f, -0.7061884f,
    0.52977866f, -0.31437033f, 0.91776335f, 0.2692642f, -0.55097026f, 0.6785857f, -0.16241644f,
    -0.87692f, 0.43314645f, -0.40204376f,
};
inline constexpr float after[]{
    -0.50107867f, -0.81730545f, 0.56873673f, -0.5012293f, 0.5448099f, -0.1760496f, -0.5170103f,
    0.60482794f, -0.5235973f, 0.70221615f, 0.5367354f, -0.476345f, 0.58139515f, -0.460193f,
    -0.6629487f, 0.60978186f, -0.4722843f,
};
inline constexpr float first_moment[]{
    0.4622058f, -0.26263258f, -0.17620605f, 0.17042232f, 0.29536664f, -0.39221057f, -0.11966709f,
    0.0035952055f, 0.35075006f, -0.18016565f, -0.28486753f, 0.05902904f, 0.18391137f, -0.124910615f,
    -0.22259447f, -0.10773811f, 0.23929662f,
};
inline constexpr float second_moment[]{
    0.21509874f, 0.22473167f, 0.21070234f, 0.19901004f, 0.20442854f, 0.229683f, 0.21281798f,
    0.19939299f, 0.20431975f, 0.22284792f, 0.22087413f, 0.20168807f, 0.19829433f, 0.22377205f,
    0.22164582f, 0.20553035f, 0.19942994f,
};
}  // namespace numbers_of_lamb_fast
inline constexpr OptimizerCase lamb_fast{
    .name = "lamb_fast",
    .steps = 100,
    .sizes = numbers_of_lamb_fast::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_lamb_fast::after_1,
    .after_2 = numbers_of_lamb_fast::after_2,
    .after_5 = numbers_of_lamb_fast::after_5,
    .after = numbers_of_lamb_fast::after,
    .first_moment = numbers_of_lamb_fast::first_moment,
    .second_moment = numbers_of_lamb_fast::second_moment,
    .third_moment = {},
};

// Lamb{}
namespace numbers_of_lamb_from_zero {
inline constexpr std::size_t sizes[]{12, 5};
inline constexpr float after_1[]{
    -9.999932e-4f, 9.999924e-4f, 9.999932e-4f, -9.999931e-4f, 9.999931e-4f, -9.999932e-4f,
    -9.99992e-4f, 9.999932e-4f, -9.999932e-4f, 9.999928e-4f, 9.999932e-4f, -9.99993e-4f,
    9.999932e-4f, -9.999932e-4f, 9.999907e-4f, 9.999932e-4f, -9.999931e-4f,
};
inline constexpr float after_2[]{
    -0.0010005464f, 9.986111e-4f, 0.0010011254f, -9.993601e-4f, 9.994505e-4f, -0.0010010988f,
    -9.985527e-4f, 0.0010006041f, -0.0010001028f, 9.988636e-4f, 0.0010013453f, -9.989799e-4f,
    9.998864e-4f, -0.0010008854f, 9.982996e-4f, 0.0010010742f, -9.995879e-4f,
};
inline constexpr float after_5[]{
    -0.0010033372f, 9.951959e-4f, 0.0010050503f, -9.989602e-4f, 9.989507e-4f, -0.0010051121f,
    -9.951891e-4f, 0.001003285f, -0.0010018188f, 9.963816e-4f, 0.001005776f, -9.972792e-4f,
    0.0010006755f, -0.0010050787f, 9.978351e-4f, 0.0010055193f, -9.998672e-4f,
};
inline constexpr float after[]{
    -0.0010315275f, 9.947849e-4f, 0.0010238553f, -0.0010058791f, 9.816167e-4f, -0.0010174251f,
    -9.762878e-4f, 0.0010093467f, -0.0010218073f, 9.786953e-4f, 0.0010346746f, -9.924275e-4f,
    9.954305e-4f, -0.0010350994f, 0.0010227205f, 0.001027684f, -0.0010064278f,
};
inline constexpr float first_moment[]{
    0.36766902f, -0.17995903f, -0.18401812f, 0.08028242f, 0.25948817f, -0.20770405f, -0.16680814f,
    -0.026262142f, 0.2568519f, -0.004583429f, -0.25673664f, -0.024710976f, 0.14890756f, 0.07432557f,
    -0.21265726f, -0.12885414f, 0.1468765f,
};
inline constexpr float second_moment[]{
    0.032460775f, 0.033517383f, 0.03136779f, 0.030047037f, 0.031180851f, 0.03425041f, 0.03154275f,
    0.030096143f, 0.031053603f, 0.03337067f, 0.032868877f, 0.03016703f, 0.03029971f, 0.033499524f,
    0.032994535f, 0.030722719f, 0.030246647f,
};
}  // namespace numbers_of_lamb_from_zero
inline constexpr OptimizerCase lamb_from_zero{
    .name = "lamb_from_zero",
    .steps = 100,
    .sizes = numbers_of_lamb_from_zero::sizes,
    .weights = {"weights", 17, 43924u, 0.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_lamb_from_zero::after_1,
    .after_2 = numbers_of_lamb_from_zero::after_2,
    .after_5 = numbers_of_lamb_from_zero::after_5,
    .after = numbers_of_lamb_from_zero::after,
    .first_moment = numbers_of_lamb_from_zero::first_moment,
    .second_moment = numbers_of_lamb_from_zero::second_moment,
    .third_moment = {},
};

// Lamb{.learning_rate = 0.01f}
namespace numbers_of_lamb_tiny_gradients {
inline constexpr std::size_t sizes[]{12, 5};
inline constexpr float after_1[]{
    -0.17793913f, -0.9316973f, 0.30716193f, -0.46912625f, 0.7785818f, 0.0022140406f, -0.75826246f,
    0.48732919f, -0.28922766f, 0.958088f, 0.19578356f, -0.58008456f, 0.66714764f, -0.10887688f,
    -0.86466396f, 0.37572524f, -0.40020636f,
};
inline constexpr float after_2[]{
    -0.18105811f, -0.9397365f, 0.31372166f, -0.46556908f, 0.77552444f, -0.004157965f, -0.74988f,
    0.49079308f, -0.28984144f, 0.9516084f, 0.20372894f, -0.57432467f, 0.66658103f, -0.11367064f,
    -0.874056f, 0.38159716f, -0.39806142f,
};
inline constexpr float after_5[]{
    -0.19691798f, -0.9593394f, 0.33656454f, -0.463302f, 0.77268404f, -0.027515147f, -0.7306083f,
    0.50603294f, -0.29946426f, 0.9375305f, 0.2298753f, -0.56474835f, 0.67080224f, -0.13695236f,
    -0.8764772f, 0.4064238f, -0.39951512f,
};
inline constexpr float after[]{
    -0.3549079f, -0.9691349f, 0.4432918f, -0.4933625f, 0.68028337f, -0.105021544f, -0.62631696f,
    0.5484386f, -0.4041768f, 0.83117604f, 0.39229405f, -0.5326148f, 0.6358115f, -0.31348944f,
    -0.7319918f, 0.541525f, -0.43478626f,
};
inline constexpr float first_moment[]{
    3.6766903e-7f, -1.7995902e-7f, -1.8401812e-7f, 8.028241e-8f, 2.5948816e-7f, -2.0770405e-7f,
    -1.6680814e-7f, -2.6262141e-8f, 2.5685193e-7f, -4.583431e-9f, -2.5673666e-7f, -2.4710973e-8f,
    1.4890756e-7f, 7.432556e-8f, -2.1265726e-7f, -1.2885414e-7f, 1.4687649e-7f,
};
inline constexpr float second_moment[]{
    3.2460776e-14f, 3.3517385e-14f, 3.136779e-14f, 3.0047037e-14f, 3.118085e-14f, 3.425041e-14f,
    3.154275e-14f, 3.0096144e-14f, 3.1053603e-14f, 3.337067e-14f, 3.2868876e-14f, 3.016703e-14f,
    3.029971e-14f, 3.3499523e-14f, 3.2994535e-14f, 3.072272e-14f, 3.0246645e-14f,
};
}  // namespace numbers_of_lamb_tiny_gradients
inline constexpr OptimizerCase lamb_tiny_gradients{
    .name = "lamb_tiny_gradients",
    .steps = 100,
    .sizes = numbers_of_lamb_tiny_gradients::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1e-6f, 0.f},
    .after_1 = numbers_of_lamb_tiny_gradients::after_1,
    .after_2 = numbers_of_lamb_tiny_gradients::after_2,
    .after_5 = numbers_of_lamb_tiny_gradients::after_5,
    .after = numbers_of_lamb_tiny_gradients::after,
    .first_moment = numbers_of_lamb_tiny_gradients::first_moment,
    .second_moment = numbers_of_lamb_tiny_gradients::second_moment,
    .third_moment = {},
};

/// All cases of this file, so that a test can prove that it left none out.
inline constexpr const OptimizerCase* optimizers_cases[]{
    &sgd, &sgd_momentum, &sgd_nesterov, &adam, &adam_fast, &adam_tiny_gradients, &adam_hundred,
    &amsgrad, &amsgrad_forgetful, &lamb, &lamb_fast, &lamb_from_zero, &lamb_tiny_gradients,
};

}  // namespace keras

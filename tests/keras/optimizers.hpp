// SPDX-License-Identifier: MIT
#pragma once
// What Keras found for optimizers.
// Written by generate.py with Keras 3.15.0, TensorFlow 2.21.0, NumPy 2.4.6.

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

// AdamW{}
namespace numbers_of_adamw {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.17256293f, -0.93449193f, 0.3015712f, -0.46435785f, 0.7737052f, 0.0077762823f, -0.75615275f,
    0.4819103f, -0.28401864f, 0.9540444f, 0.19011535f, -0.57581353f, 0.6622495f, -0.103679545f,
    -0.8656086f, 0.37045455f, -0.39547446f,
};
inline constexpr float after_2[]{
    -0.17282677f, -0.9351486f, 0.30211133f, -0.46405336f, 0.7734426f, 0.0072476463f, -0.7554615f,
    0.48220044f, -0.28406996f, 0.9535006f, 0.19076106f, -0.5753269f, 0.6622016f, -0.10405758f,
    -0.86632246f, 0.37091163f, -0.39530098f,
};
inline constexpr float after_5[]{
    -0.17420845f, -0.9368103f, 0.30404717f, -0.46386394f, 0.7732015f, 0.005265547f, -0.7538043f,
    0.48352554f, -0.2849233f, 0.95227826f, 0.19294545f, -0.57449424f, 0.6626163f, -0.10570416f,
    -0.8666743f, 0.3726485f, -0.39552432f,
};
inline constexpr float after[]{
    -0.18567619f, -0.937241f, 0.31211275f, -0.46600425f, 0.76542777f, -5.74013e-4f, -0.7451819f,
    0.48594236f, -0.2926521f, 0.94417113f, 0.20490077f, -0.57159954f, 0.6590812f, -0.116176754f,
    -0.8568651f, 0.3798144f, -0.39884293f,
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
}  // namespace numbers_of_adamw
inline constexpr OptimizerCase adamw{
    .name = "adamw",
    .steps = 100,
    .sizes = numbers_of_adamw::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_adamw::after_1,
    .after_2 = numbers_of_adamw::after_2,
    .after_5 = numbers_of_adamw::after_5,
    .after = numbers_of_adamw::after,
    .first_moment = numbers_of_adamw::first_moment,
    .second_moment = numbers_of_adamw::second_moment,
    .third_moment = {},
};

// AdamW{.learning_rate = 0.01f, .weight_decay = 0.1f, .amsgrad = true}
namespace numbers_of_adamw_fast {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.18139194f, -0.9245605f, 0.3102717f, -0.4728962f, 0.78193545f, -0.0012323647f, -0.7644001f,
    0.4904312f, -0.29273665f, 0.96209496f, 0.19892691f, -0.58424085f, 0.67059076f, -0.11257718f,
    -0.85574627f, 0.3790865f, -0.40408143f,
};
inline constexpr float after_2[]{
    -0.18385586f, -0.93024004f, 0.31537506f, -0.46939698f, 0.778559f, -0.0065171816f, -0.75675374f,
    0.49286172f, -0.29296845f, 0.9557334f, 0.20519255f, -0.57881314f, 0.66946757f, -0.11624913f,
    -0.86206406f, 0.3832928f, -0.40195853f,
};
inline constexpr float after_5[]{
    -0.19712783f, -0.9441662f, 0.33380437f, -0.46615255f, 0.773908f, -0.026297567f, -0.7380207f,
    0.5046792f, -0.30064836f, 0.9407702f, 0.22642207f, -0.5688283f, 0.671682f, -0.13236193f,
    -0.8630907f, 0.3995393f, -0.40303132f,
};
inline constexpr float after[]{
    -0.28833088f, -0.86907464f, 0.38071012f, -0.44289625f, 0.6340215f, -0.08083953f, -0.59418005f,
    0.4862108f, -0.3453633f, 0.77966636f, 0.3170228f, -0.48999408f, 0.5824104f, -0.22118449f,
    -0.6990277f, 0.43389094f, -0.39617336f,
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
}  // namespace numbers_of_adamw_fast
inline constexpr OptimizerCase adamw_fast{
    .name = "adamw_fast",
    .steps = 100,
    .sizes = numbers_of_adamw_fast::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_adamw_fast::after_1,
    .after_2 = numbers_of_adamw_fast::after_2,
    .after_5 = numbers_of_adamw_fast::after_5,
    .after = numbers_of_adamw_fast::after,
    .first_moment = numbers_of_adamw_fast::first_moment,
    .second_moment = numbers_of_adamw_fast::second_moment,
    .third_moment = numbers_of_adamw_fast::third_moment,
};

// RMSprop{}
namespace numbers_of_rmsprop {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.1747259f, -0.93233347f, 0.30373466f, -0.46652198f, 0.77587056f, 0.0056140316f, -0.75831777f,
    0.48407447f, -0.28618205f, 0.9562105f, 0.1922784f, -0.57797813f, 0.6644144f, -0.10584224f,
    -0.86345077f, 0.37261832f, -0.39763832f,
};
inline constexpr float after_2[]{
    -0.1732461f, -0.93547606f, 0.3031985f, -0.4637594f, 0.7731781f, 0.0061994856f, -0.7551646f,
    0.48267797f, -0.28412965f, 0.95315063f, 0.19217427f, -0.57497346f, 0.6621363f, -0.104721f,
    -0.8666109f, 0.37177318f, -0.39510196f,
};
inline constexpr float after_5[]{
    -0.17644945f, -0.9374058f, 0.30695888f, -0.464693f, 0.7737243f, 0.0021394186f, -0.75355864f,
    0.48553088f, -0.28658676f, 0.95207727f, 0.19631338f, -0.57487315f, 0.66366684f, -0.108300604f,
    -0.86423177f, 0.37523425f, -0.39665434f,
};
inline constexpr float after[]{
    -0.19094418f, -0.93408966f, 0.3126879f, -0.4688086f, 0.7620115f, 0.0022289883f, -0.7467954f,
    0.4850336f, -0.29703274f, 0.9455604f, 0.20601234f, -0.5738664f, 0.6564626f, -0.1172218f,
    -0.8537988f, 0.3797413f, -0.40232944f,
};
inline constexpr float first_moment[]{
    0.4061546f, 0.37933916f, 0.29631323f, 0.27598894f, 0.32513824f, 0.43587232f, 0.30655706f,
    0.25763476f, 0.33656797f, 0.4084536f, 0.34551662f, 0.26996875f, 0.27961922f, 0.44967172f,
    0.35030273f, 0.27487338f, 0.29159832f,
};
}  // namespace numbers_of_rmsprop
inline constexpr OptimizerCase rmsprop{
    .name = "rmsprop",
    .steps = 100,
    .sizes = numbers_of_rmsprop::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_rmsprop::after_1,
    .after_2 = numbers_of_rmsprop::after_2,
    .after_5 = numbers_of_rmsprop::after_5,
    .after = numbers_of_rmsprop::after,
    .first_moment = numbers_of_rmsprop::first_moment,
    .second_moment = {},
    .third_moment = {},
};

// RMSprop{.learning_rate = 0.01f, .rho = 0.8f, .momentum = 0.5f}
namespace numbers_of_rmsprop_momentum {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.1939243f, -0.9131354f, 0.32293308f, -0.48572037f, 0.7950689f, -0.013584365f, -0.7775154f,
    0.5032729f, -0.30538043f, 0.9754088f, 0.21147679f, -0.59717643f, 0.6836128f, -0.12504064f,
    -0.8442551f, 0.39181674f, -0.4168367f,
};
inline constexpr float after_2[]{
    -0.19415495f, -0.9241922f, 0.33009917f, -0.47710398f, 0.7869128f, -0.02038317f, -0.76639193f,
    0.50410473f, -0.30155772f, 0.9648755f, 0.22187619f, -0.58699507f, 0.6782362f, -0.12787695f,
    -0.8554237f, 0.39668652f, -0.409716f,
};
inline constexpr float after_5[]{
    -0.22705808f, -0.9552378f, 0.37579682f, -0.47821328f, 0.7848665f, -0.068686195f, -0.73830354f,
    0.53418976f, -0.32286096f, 0.94355845f, 0.27476647f, -0.57584673f, 0.68889797f, -0.16723654f,
    -0.83852166f, 0.43699524f, -0.41860858f,
};
inline constexpr float after[]{
    -0.46847704f, -0.89553994f, 0.49567735f, -0.53659654f, 0.6054882f, -0.0830321f, -0.6094739f,
    0.5484132f, -0.4904485f, 0.83654577f, 0.4645888f, -0.5457388f, 0.5895667f, -0.3418992f,
    -0.6473189f, 0.53743374f, -0.5021996f,
};
inline constexpr float first_moment[]{
    0.47050563f, 0.3440972f, 0.2750552f, 0.28590968f, 0.33111975f, 0.45350137f, 0.27142528f,
    0.24388783f, 0.37989667f, 0.40196878f, 0.32648987f, 0.26033846f, 0.2777012f, 0.51545805f,
    0.30988166f, 0.25549623f, 0.3141324f,
};
inline constexpr float second_moment[]{
    0.01792468f, -0.004211042f, -0.009277121f, 0.01173015f, 0.006772461f, -0.015815748f,
    0.0015984926f, -0.003084741f, 0.016137825f, -0.006941502f, -0.012288745f, 0.008102593f,
    0.003397761f, -0.015801772f, -0.002151247f, -0.0070657027f, 0.013645463f,
};
}  // namespace numbers_of_rmsprop_momentum
inline constexpr OptimizerCase rmsprop_momentum{
    .name = "rmsprop_momentum",
    .steps = 100,
    .sizes = numbers_of_rmsprop_momentum::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_rmsprop_momentum::after_1,
    .after_2 = numbers_of_rmsprop_momentum::after_2,
    .after_5 = numbers_of_rmsprop_momentum::after_5,
    .after = numbers_of_rmsprop_momentum::after,
    .first_moment = numbers_of_rmsprop_momentum::first_moment,
    .second_moment = numbers_of_rmsprop_momentum::second_moment,
    .third_moment = {},
};

// RMSprop{.momentum = 0.9f, .epsilon = 0.001f, .centered = true}
namespace numbers_of_rmsprop_centered {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.17485484f, -0.93312037f, 0.3038816f, -0.46656224f, 0.775931f, 0.005469084f, -0.7570585f,
    0.4842074f, -0.28629255f, 0.9560505f, 0.19243044f, -0.5778939f, 0.66451657f, -0.10597869f,
    -0.8654769f, 0.37276098f, -0.3977152f,
};
inline constexpr float after_2[]{
    -0.17634186f, -0.9342358f, 0.30631137f, -0.4666857f, 0.7761479f, 0.00309027f, -0.75549483f,
    0.4857779f, -0.28720695f, 0.9556325f, 0.1953052f, -0.5776197f, 0.66519904f, -0.1078207f,
    -0.86775434f, 0.37487912f, -0.39811352f,
};
inline constexpr float after_5[]{
    -0.1864815f, -0.94084734f, 0.32016075f, -0.46878517f, 0.77787924f, -0.011194124f, -0.7483029f,
    0.49551582f, -0.2943504f, 0.9525413f, 0.21115255f, -0.5766759f, 0.6700388f, -0.119667195f,
    -0.86872417f, 0.38728246f, -0.40213233f,
};
inline constexpr float after[]{
    -0.33637032f, -0.9648019f, 0.39907607f, -0.51631707f, 0.691991f, -0.10527314f, -0.677144f,
    0.51484394f, -0.40078416f, 0.8595289f, 0.34002894f, -0.5738563f, 0.62997407f, -0.26015657f,
    -0.781554f, 0.45528802f, -0.46081316f,
};
inline constexpr float first_moment[]{
    0.4061546f, 0.37933916f, 0.29631323f, 0.27598894f, 0.32513824f, 0.43587232f, 0.30655706f,
    0.25763476f, 0.33656797f, 0.4084536f, 0.34551662f, 0.26996875f, 0.27961922f, 0.44967172f,
    0.35030273f, 0.27487338f, 0.29159832f,
};
inline constexpr float second_moment[]{
    0.0070225196f, -0.0024804736f, -0.0033626987f, 0.001502019f, 0.0049365354f, -0.0027779527f,
    -0.002863027f, -5.4295146e-4f, 0.004883428f, 6.9356954e-4f, -0.004416887f, -4.6363636e-4f,
    0.0028008784f, 0.0020758607f, -0.003345285f, -0.0024333065f, 0.002768858f,
};
inline constexpr float third_moment[]{
    0.36766902f, -0.17995903f, -0.18401812f, 0.08028242f, 0.25948817f, -0.20770405f, -0.16680814f,
    -0.026262142f, 0.2568519f, -0.004583429f, -0.25673664f, -0.024710976f, 0.14890756f, 0.07432557f,
    -0.21265726f, -0.12885414f, 0.1468765f,
};
}  // namespace numbers_of_rmsprop_centered
inline constexpr OptimizerCase rmsprop_centered{
    .name = "rmsprop_centered",
    .steps = 100,
    .sizes = numbers_of_rmsprop_centered::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_rmsprop_centered::after_1,
    .after_2 = numbers_of_rmsprop_centered::after_2,
    .after_5 = numbers_of_rmsprop_centered::after_5,
    .after = numbers_of_rmsprop_centered::after,
    .first_moment = numbers_of_rmsprop_centered::first_moment,
    .second_moment = numbers_of_rmsprop_centered::second_moment,
    .third_moment = numbers_of_rmsprop_centered::third_moment,
};

// Adagrad{}
namespace numbers_of_adagrad {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.17246465f, -0.93517494f, 0.30151236f, -0.4641156f, 0.7734919f, 0.007840816f, -0.7553815f,
    0.48182145f, -0.28388488f, 0.95361674f, 0.19006802f, -0.57544154f, 0.66210216f, -0.103596725f,
    -0.8664921f, 0.37038636f, -0.39528424f,
};
inline constexpr float after_2[]{
    -0.17205231f, -0.9361133f, 0.30136073f, -0.46332586f, 0.7727219f, 0.008005723f, -0.7544393f,
    0.48143062f, -0.28331134f, 0.9527165f, 0.19003828f, -0.57456636f, 0.66146004f, -0.10328352f,
    -0.86744267f, 0.3701486f, -0.39456686f,
};
inline constexpr float after_5[]{
    -0.17296804f, -0.9366829f, 0.3024385f, -0.4635763f, 0.7728597f, 0.006837033f, -0.75396335f,
    0.4822415f, -0.2840071f, 0.9523914f, 0.1912282f, -0.5745197f, 0.6618833f, -0.10431022f,
    -0.86674356f, 0.37113822f, -0.39499718f,
};
inline constexpr float after[]{
    -0.17542532f, -0.93551725f, 0.30355394f, -0.46456897f, 0.770511f, 0.007021894f, -0.7521838f,
    0.4817393f, -0.28607294f, 0.95138764f, 0.19340351f, -0.5743833f, 0.6601003f, -0.10579856f,
    -0.86392355f, 0.37178108f, -0.3963254f,
};
inline constexpr float first_moment[]{
    34.124447f, 35.19596f, 32.907867f, 31.55855f, 32.80516f, 35.9722f, 33.078163f, 31.608828f,
    32.655266f, 35.058617f, 34.498f, 31.65181f, 31.872223f, 35.194412f, 34.633785f, 32.238327f,
    31.787895f,
};
}  // namespace numbers_of_adagrad
inline constexpr OptimizerCase adagrad{
    .name = "adagrad",
    .steps = 100,
    .sizes = numbers_of_adagrad::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_adagrad::after_1,
    .after_2 = numbers_of_adagrad::after_2,
    .after_5 = numbers_of_adagrad::after_5,
    .after = numbers_of_adagrad::after,
    .first_moment = numbers_of_adagrad::first_moment,
    .second_moment = {},
    .third_moment = {},
};

// Adagrad{.learning_rate = 0.1f, .initial_accumulator_value = 0.01f}
namespace numbers_of_adagrad_fast {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.22646546f, -0.9248506f, 0.3662513f, -0.49765334f, 0.8097555f, -0.05541733f, -0.7624642f,
    0.5377408f, -0.33090225f, 0.97439593f, 0.2591978f, -0.5993995f, 0.7067066f, -0.16141666f,
    -0.8627972f, 0.43202555f, -0.43428507f,
};
inline constexpr float after_2[]{
    -0.19987881f, -0.99178576f, 0.35559216f, -0.44721943f, 0.7601968f, -0.044019025f, -0.69511503f,
    0.51209205f, -0.29476753f, 0.9130737f, 0.2570078f, -0.5414683f, 0.6658301f, -0.14074287f,
    -0.93258023f, 0.41578114f, -0.3890519f,
};
inline constexpr float after_5[]{
    -0.27112174f, -1.039182f, 0.44430178f, -0.46380872f, 0.7679354f, -0.14031346f, -0.6555307f,
    0.5749316f, -0.3467589f, 0.88531315f, 0.35801506f, -0.53549474f, 0.6958819f, -0.22247534f,
    -0.87442136f, 0.495505f, -0.41955814f,
};
inline constexpr float after[]{
    -0.4978819f, -0.92515266f, 0.5458534f, -0.5597135f, 0.5590817f, -0.11665023f, -0.49727523f,
    0.5296815f, -0.5366388f, 0.80164677f, 0.56019783f, -0.52953744f, 0.5385993f, -0.35623655f,
    -0.6158568f, 0.55433923f, -0.54325473f,
};
inline constexpr float first_moment[]{
    0.34124446f, 0.35195962f, 0.32907867f, 0.31558552f, 0.32805163f, 0.35972202f, 0.33078164f,
    0.3160883f, 0.32655266f, 0.35058618f, 0.34498f, 0.3165181f, 0.31872225f, 0.35194415f,
    0.34633785f, 0.32238328f, 0.31787896f,
};
}  // namespace numbers_of_adagrad_fast
inline constexpr OptimizerCase adagrad_fast{
    .name = "adagrad_fast",
    .steps = 100,
    .sizes = numbers_of_adagrad_fast::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 0.1f, 0.f},
    .after_1 = numbers_of_adagrad_fast::after_1,
    .after_2 = numbers_of_adagrad_fast::after_2,
    .after_5 = numbers_of_adagrad_fast::after_5,
    .after = numbers_of_adagrad_fast::after,
    .first_moment = numbers_of_adagrad_fast::first_moment,
    .second_moment = {},
    .third_moment = {},
};

// Adadelta{.learning_rate = 1.0f}
namespace numbers_of_adadelta {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.17297783f, -0.93408155f, 0.3019866f, -0.46477392f, 0.7741225f, 0.0073620956f, -0.75656974f,
    0.48232642f, -0.284434f, 0.9544624f, 0.19053033f, -0.57623005f, 0.6626663f, -0.10409418f,
    -0.86519873f, 0.37087026f, -0.39589027f,
};
inline constexpr float after_2[]{
    -0.17206159f, -0.9360683f, 0.30165628f, -0.4630381f, 0.7724325f, 0.0077228183f, -0.754576f,
    0.4814623f, -0.28315634f, 0.9525306f, 0.19046623f, -0.57433486f, 0.66124445f, -0.10340166f,
    -0.86719656f, 0.37034902f, -0.3943018f,
};
inline constexpr float after_5[]{
    -0.1743711f, -0.9376852f, 0.3041356f, -0.46390486f, 0.77294505f, 0.0050118915f, -0.7532613f,
    0.48348135f, -0.28508133f, 0.95167905f, 0.1931752f, -0.5743444f, 0.6624874f, -0.10588294f,
    -0.8651783f, 0.37267095f, -0.39563838f,
};
inline constexpr float after[]{
    -0.19098149f, -0.9313573f, 0.31103563f, -0.46916312f, 0.75902975f, 0.0071839155f, -0.74440265f,
    0.48483962f, -0.29758134f, 0.9458555f, 0.20341258f, -0.57230175f, 0.6555077f, -0.11421712f,
    -0.8517224f, 0.37916446f, -0.40223697f,
};
inline constexpr float first_moment[]{
    0.35773918f, 0.3756101f, 0.3216058f, 0.2871618f, 0.3120431f, 0.39944315f, 0.33249626f,
    0.28273737f, 0.31393877f, 0.37906367f, 0.356443f, 0.29430214f, 0.2847972f, 0.38997763f,
    0.36148217f, 0.30317408f, 0.2913207f,
};
inline constexpr float second_moment[]{
    1.8911385e-6f, 1.9619808e-6f, 1.3282446e-6f, 2.6792047e-6f, 2.3879968e-6f, 1.4403623e-6f,
    1.998575e-6f, 1.7373004e-6f, 2.2585418e-6f, 2.2480174e-6f, 1.1986078e-6f, 2.5014085e-6f,
    2.2632314e-6f, 1.7277225e-6f, 1.8257045e-6f, 1.4501368e-6f, 2.6105445e-6f,
};
}  // namespace numbers_of_adadelta
inline constexpr OptimizerCase adadelta{
    .name = "adadelta",
    .steps = 100,
    .sizes = numbers_of_adadelta::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_adadelta::after_1,
    .after_2 = numbers_of_adadelta::after_2,
    .after_5 = numbers_of_adadelta::after_5,
    .after = numbers_of_adadelta::after,
    .first_moment = numbers_of_adadelta::first_moment,
    .second_moment = numbers_of_adadelta::second_moment,
    .third_moment = {},
};

// Adadelta{.learning_rate = 0.5f, .rho = 0.8f, .epsilon = 0.001f}
namespace numbers_of_adadelta_short {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.20671588f, -0.90599424f, 0.3358118f, -0.49806997f, 0.8075208f, -0.0264536f, -0.780598f,
    0.5160837f, -0.31808168f, 0.9866862f, 0.22438024f, -0.60887235f, 0.6962729f, -0.13786869f,
    -0.8498157f, 0.4046748f, -0.42937118f,
};
inline constexpr float after_2[]{
    -0.18243517f, -0.951649f, 0.3268859f, -0.45442584f, 0.76482475f, -0.01671522f, -0.7372805f,
    0.49312174f, -0.28486404f, 0.9394737f, 0.22264186f, -0.56217307f, 0.6596233f, -0.11934913f,
    -0.8888316f, 0.3906538f, -0.3889352f,
};
inline constexpr float after_5[]{
    -0.24256298f, -0.98824334f, 0.391495f, -0.4786844f, 0.78022885f, -0.08682143f, -0.7093084f,
    0.5463212f, -0.33560777f, 0.9204236f, 0.29341716f, -0.5647979f, 0.6935704f, -0.18365258f,
    -0.84840596f, 0.45126563f, -0.42501977f,
};
inline constexpr float after[]{
    -0.80846435f, -0.9598217f, 0.5101171f, -0.71589065f, 0.32598895f, -0.13035299f, -0.60182935f,
    0.50130004f, -0.7578297f, 0.64776015f, 0.5099587f, -0.6199056f, 0.41534397f, -0.53219354f,
    -0.656537f, 0.56144345f, -0.6961286f,
};
inline constexpr float first_moment[]{
    0.47050563f, 0.3440972f, 0.2750552f, 0.28590968f, 0.33111975f, 0.45350137f, 0.27142528f,
    0.24388783f, 0.37989667f, 0.40196878f, 0.32648987f, 0.26033846f, 0.2777012f, 0.51545805f,
    0.30988166f, 0.25549623f, 0.3141324f,
};
inline constexpr float second_moment[]{
    0.009967793f, 0.0058320365f, 0.0064286846f, 0.010116453f, 0.008471019f, 0.007504424f,
    0.0057443473f, 0.008164156f, 0.010601004f, 0.0071075894f, 0.0060746716f, 0.0083182445f,
    0.008910316f, 0.009371852f, 0.0054088566f, 0.0070059984f, 0.010688073f,
};
}  // namespace numbers_of_adadelta_short
inline constexpr OptimizerCase adadelta_short{
    .name = "adadelta_short",
    .steps = 100,
    .sizes = numbers_of_adadelta_short::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_adadelta_short::after_1,
    .after_2 = numbers_of_adadelta_short::after_2,
    .after_5 = numbers_of_adadelta_short::after_5,
    .after = numbers_of_adadelta_short::after,
    .first_moment = numbers_of_adadelta_short::first_moment,
    .second_moment = numbers_of_adadelta_short::second_moment,
    .third_moment = {},
};

// Adamax{}
namespace numbers_of_adamax {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.17256363f, -0.9344956f, 0.30157238f, -0.4643597f, 0.7737083f, 0.0077763074f, -0.7561558f,
    0.4819122f, -0.28401977f, 0.9540482f, 0.19011612f, -0.57581586f, 0.6622521f, -0.10367997f,
    -0.865612f, 0.37045604f, -0.39547604f,
};
inline constexpr float after_2[]{
    -0.17277314f, -0.93496597f, 0.30196056f, -0.46411154f, 0.77348953f, 0.0073963096f, -0.7556675f,
    0.48214036f, -0.28406754f, 0.95365214f, 0.19057381f, -0.5754534f, 0.6622072f, -0.1039646f,
    -0.86611974f, 0.37079158f, -0.39532155f,
};
inline constexpr float after_5[]{
    -0.17389798f, -0.9360461f, 0.30344847f, -0.46395615f, 0.77329916f, 0.0058833063f, -0.7546016f,
    0.48323107f, -0.28483173f, 0.9528362f, 0.1922343f, -0.5748647f, 0.6626165f, -0.10525945f,
    -0.8663129f, 0.37214887f, -0.3955213f,
};
inline constexpr float after[]{
    -0.1815172f, -0.9362514f, 0.30897132f, -0.46555382f, 0.7682607f, 0.0021513684f, -0.7490626f,
    0.48487878f, -0.29024145f, 0.9480272f, 0.2003367f, -0.57304806f, 0.66007274f, -0.11208599f,
    -0.85991025f, 0.37690046f, -0.39809987f,
};
inline constexpr float first_moment[]{
    0.36766902f, -0.17995903f, -0.18401812f, 0.08028242f, 0.25948817f, -0.20770405f, -0.16680814f,
    -0.026262142f, 0.2568519f, -0.004583429f, -0.25673664f, -0.024710976f, 0.14890756f, 0.07432557f,
    -0.21265726f, -0.12885414f, 0.1468765f,
};
inline constexpr float second_moment[]{
    0.9592724f, 0.9831413f, 0.95838904f, 0.94696957f, 0.92585164f, 0.9820683f, 0.96573836f,
    0.9487237f, 0.93020165f, 0.98487353f, 0.97215515f, 0.9486293f, 0.93914175f, 0.9961598f,
    0.9674165f, 0.96232784f, 0.93434006f,
};
}  // namespace numbers_of_adamax
inline constexpr OptimizerCase adamax{
    .name = "adamax",
    .steps = 100,
    .sizes = numbers_of_adamax::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_adamax::after_1,
    .after_2 = numbers_of_adamax::after_2,
    .after_5 = numbers_of_adamax::after_5,
    .after = numbers_of_adamax::after,
    .first_moment = numbers_of_adamax::first_moment,
    .second_moment = numbers_of_adamax::second_moment,
    .third_moment = {},
};

// Adamax{.learning_rate = 0.02f, .beta_1 = 0.8f, .beta_2 = 0.9f}
namespace numbers_of_adamax_fast {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.19156332f, -0.9154975f, 0.32057217f, -0.48335916f, 0.7927078f, -0.011223455f, -0.7751531f,
    0.5009119f, -0.3030194f, 0.9730473f, 0.20911592f, -0.5948151f, 0.68125176f, -0.122679695f,
    -0.8466172f, 0.3894558f, -0.4144756f,
};
inline constexpr float after_2[]{
    -0.19523811f, -0.9255582f, 0.32843354f, -0.47746736f, 0.7873682f, -0.018893402f, -0.7647551f,
    0.5050235f, -0.3029041f, 0.9643806f, 0.21860647f, -0.5867787f, 0.67916155f, -0.12811485f,
    -0.85738015f, 0.3960839f, -0.41034147f,
};
inline constexpr float after_5[]{
    -0.21778482f, -0.9489791f, 0.3595841f, -0.47397888f, 0.7829538f, -0.0496544f, -0.7414481f,
    0.52763844f, -0.3178157f, 0.9466032f, 0.2534088f, -0.573816f, 0.6871779f, -0.15425962f,
    -0.8595456f, 0.42444745f, -0.4145936f,
};
inline constexpr float after[]{
    -0.35581034f, -0.8947414f, 0.5192126f, -0.47004196f, 0.69483286f, -0.06458752f, -0.5827663f,
    0.599724f, -0.4047353f, 0.88143265f, 0.46173024f, -0.4904827f, 0.65747464f, -0.2671515f,
    -0.6779597f, 0.5704993f, -0.435442f,
};
inline constexpr float first_moment[]{
    0.004622058f, -0.0026263257f, -0.0017620606f, 0.0017042232f, 0.0029536665f, -0.0039221053f,
    -0.0011966708f, 3.5952107e-5f, 0.0035075005f, -0.0018016564f, -0.0028486752f, 5.902904e-4f,
    0.0018391137f, -0.0012491061f, -0.0022259448f, -0.0010773811f, 0.002392966f,
};
inline constexpr float second_moment[]{
    0.009592724f, 0.007360336f, 0.005685917f, 0.006674763f, 0.008013498f, 0.008603877f,
    0.005737278f, 0.0053873337f, 0.008478161f, 0.0083634425f, 0.0068004783f, 0.0055602f,
    0.007010392f, 0.00971844f, 0.006740384f, 0.0049970807f, 0.0073635993f,
};
}  // namespace numbers_of_adamax_fast
inline constexpr OptimizerCase adamax_fast{
    .name = "adamax_fast",
    .steps = 100,
    .sizes = numbers_of_adamax_fast::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 0.01f, 0.f},
    .after_1 = numbers_of_adamax_fast::after_1,
    .after_2 = numbers_of_adamax_fast::after_2,
    .after_5 = numbers_of_adamax_fast::after_5,
    .after = numbers_of_adamax_fast::after,
    .first_moment = numbers_of_adamax_fast::first_moment,
    .second_moment = numbers_of_adamax_fast::second_moment,
    .third_moment = {},
};

// Nadam{}
namespace numbers_of_nadam {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.1726264f, -0.9344328f, 0.30163518f, -0.4644225f, 0.7737711f, 0.0077135195f, -0.7562186f,
    0.481975f, -0.28408256f, 0.95411104f, 0.1901789f, -0.5758787f, 0.66231495f, -0.103742756f,
    -0.86554915f, 0.37051883f, -0.39553884f,
};
inline constexpr float after_2[]{
    -0.17223205f, -0.935439f, 0.3015417f, -0.46357787f, 0.77295333f, 0.007822371f, -0.7552059f,
    0.48160788f, -0.28349566f, 0.95314497f, 0.19021904f, -0.5749366f, 0.661649f, -0.10346461f,
    -0.86656725f, 0.3703285f, -0.39477953f,
};
inline constexpr float after_5[]{
    -0.17346045f, -0.93635905f, 0.30303442f, -0.46381205f, 0.7730541f, 0.0062241484f, -0.7543926f,
    0.48271236f, -0.2843964f, 0.9525689f, 0.19187094f, -0.574733f, 0.6621761f, -0.104856454f,
    -0.8658771f, 0.37169427f, -0.39528233f,
};
inline constexpr float after[]{
    -0.1832563f, -0.9352453f, 0.3084187f, -0.46673962f, 0.7662941f, 0.0035941198f, -0.7486564f,
    0.48359904f, -0.29126343f, 0.9470814f, 0.20068367f, -0.5735656f, 0.658699f, -0.11272584f,
    -0.8578689f, 0.37657002f, -0.39872628f,
};
inline constexpr float first_moment[]{
    0.36766908f, -0.17995907f, -0.18401812f, 0.08028245f, 0.2594882f, -0.20770411f, -0.16680814f,
    -0.026262125f, 0.25685197f, -0.0045834784f, -0.25673667f, -0.02471095f, 0.14890757f,
    0.074325524f, -0.21265727f, -0.12885413f, 0.14687653f,
};
inline constexpr float second_moment[]{
    0.032460377f, 0.033516973f, 0.031367406f, 0.03004667f, 0.03118047f, 0.03424999f, 0.031542365f,
    0.030095775f, 0.031053223f, 0.03337026f, 0.032868475f, 0.03016666f, 0.03029934f, 0.033499114f,
    0.032994132f, 0.030722342f, 0.030246276f,
};
}  // namespace numbers_of_nadam
inline constexpr OptimizerCase nadam{
    .name = "nadam",
    .steps = 100,
    .sizes = numbers_of_nadam::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_nadam::after_1,
    .after_2 = numbers_of_nadam::after_2,
    .after_5 = numbers_of_nadam::after_5,
    .after = numbers_of_nadam::after,
    .first_moment = numbers_of_nadam::first_moment,
    .second_moment = numbers_of_nadam::second_moment,
    .third_moment = {},
};

// Nadam{.learning_rate = 0.01f, .beta_1 = 0.8f, .beta_2 = 0.75f}
namespace numbers_of_nadam_fast {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.18261501f, -0.92444426f, 0.31162378f, -0.4744111f, 0.78375965f, -0.0022750783f, -0.76620716f,
    0.4919636f, -0.29407117f, 0.9640996f, 0.2001675f, -0.5858672f, 0.6723035f, -0.113731354f,
    -0.8555606f, 0.38050744f, -0.40552744f,
};
inline constexpr float after_2[]{
    -0.17839669f, -0.93471974f, 0.31085292f, -0.465633f, 0.7752314f, -0.0013235922f, -0.75586396f,
    0.488047f, -0.2878016f, 0.954208f, 0.20097497f, -0.57619643f, 0.6652363f, -0.11081688f,
    -0.8659649f, 0.3786035f, -0.39755094f,
};
inline constexpr float after_5[]{
    -0.19239771f, -0.9455257f, 0.3284379f, -0.46816877f, 0.7763338f, -0.019909576f, -0.7462423f,
    0.500829f, -0.2979398f, 0.94745284f, 0.22059605f, -0.5737177f, 0.6712424f, -0.12681083f,
    -0.8587529f, 0.39459062f, -0.40313748f,
};
inline constexpr float after[]{
    -0.2945786f, -0.9149396f, 0.39606932f, -0.48594537f, 0.70290196f, -0.027273495f, -0.674813f,
    0.51807094f, -0.36619416f, 0.8980697f, 0.3220972f, -0.54872465f, 0.6350647f, -0.20441991f,
    -0.7626303f, 0.4538589f, -0.4316909f,
};
inline constexpr float first_moment[]{
    0.4622058f, -0.26263258f, -0.17620605f, 0.17042232f, 0.29536664f, -0.39221054f, -0.1196671f,
    0.0035952055f, 0.35075006f, -0.18016563f, -0.28486753f, 0.05902903f, 0.18391137f, -0.12491059f,
    -0.22259448f, -0.10773811f, 0.23929662f,
};
inline constexpr float second_moment[]{
    0.49472943f, 0.3266882f, 0.27274036f, 0.29319388f, 0.3261747f, 0.45886794f, 0.2619267f,
    0.24053183f, 0.39764968f, 0.38816798f, 0.32510698f, 0.2611587f, 0.27336207f, 0.53795666f,
    0.29470912f, 0.25276294f, 0.32541493f,
};
}  // namespace numbers_of_nadam_fast
inline constexpr OptimizerCase nadam_fast{
    .name = "nadam_fast",
    .steps = 100,
    .sizes = numbers_of_nadam_fast::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_nadam_fast::after_1,
    .after_2 = numbers_of_nadam_fast::after_2,
    .after_5 = numbers_of_nadam_fast::after_5,
    .after = numbers_of_nadam_fast::after,
    .first_moment = numbers_of_nadam_fast::first_moment,
    .second_moment = numbers_of_nadam_fast::second_moment,
    .third_moment = {},
};

// Lion{}
namespace numbers_of_lion {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.17256363f, -0.9344956f, 0.30157238f, -0.4643597f, 0.7737083f, 0.007776307f, -0.7561558f,
    0.4819122f, -0.28401977f, 0.9540482f, 0.19011612f, -0.57581586f, 0.6622521f, -0.10367997f,
    -0.865612f, 0.37045604f, -0.39547604f,
};
inline constexpr float after_2[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.19111612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f,
};
inline constexpr float after_5[]{
    -0.17256363f, -0.9364956f, 0.30157238f, -0.4643597f, 0.7737083f, 0.005776307f, -0.7541558f,
    0.4819122f, -0.28401977f, 0.9540482f, 0.19411612f, -0.57581586f, 0.6622521f, -0.10367997f,
    -0.86761194f, 0.37045604f, -0.39547604f,
};
inline constexpr float after[]{
    -0.20156363f, -0.9234956f, 0.3125724f, -0.48135972f, 0.7487083f, -0.013223693f, -0.7351558f,
    0.4669122f, -0.30701977f, 0.9310482f, 0.24511611f, -0.59081584f, 0.64525217f, -0.13067997f,
    -0.8226119f, 0.35945606f, -0.41447607f,
};
inline constexpr float first_moment[]{
    0.06697443f, -0.0047082203f, -0.04296908f, 0.0013968241f, 0.03955121f, 0.0037808092f,
    -0.034631543f, -0.022371193f, 0.0367159f, 0.030379053f, -0.053839855f, -0.018864179f,
    0.010529359f, 0.042803463f, -0.034951773f, -0.041089494f, 0.009839875f,
};
}  // namespace numbers_of_lion
inline constexpr OptimizerCase lion{
    .name = "lion",
    .steps = 100,
    .sizes = numbers_of_lion::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_lion::after_1,
    .after_2 = numbers_of_lion::after_2,
    .after_5 = numbers_of_lion::after_5,
    .after = numbers_of_lion::after,
    .first_moment = numbers_of_lion::first_moment,
    .second_moment = {},
    .third_moment = {},
};

// Lion{.learning_rate = 0.01f, .beta_1 = 0.8f, .beta_2 = 0.9f}
namespace numbers_of_lion_fast {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.18156363f, -0.9254956f, 0.3105724f, -0.4733597f, 0.7827083f, -0.0012236929f, -0.7651558f,
    0.4909122f, -0.29301977f, 0.9630482f, 0.19911613f, -0.58481586f, 0.67125213f, -0.112679966f,
    -0.85661197f, 0.37945604f, -0.40447605f,
};
inline constexpr float after_2[]{
    -0.17156363f, -0.9354956f, 0.3205724f, -0.4633597f, 0.7727083f, -0.011223692f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.20911612f, -0.57481587f, 0.66125214f, -0.12267997f,
    -0.86661196f, 0.38945606f, -0.39447606f,
};
inline constexpr float after_5[]{
    -0.20156363f, -0.9654956f, 0.3505724f, -0.4733597f, 0.7827083f, -0.041223694f, -0.72515583f,
    0.5109122f, -0.29301977f, 0.92304826f, 0.23911612f, -0.5648159f, 0.67125213f, -0.15267996f,
    -0.85661197f, 0.41945606f, -0.40447605f,
};
inline constexpr float after[]{
    -0.3715636f, -0.85549563f, 0.6005724f, -0.4433597f, 0.6927083f, 0.008776307f, -0.4951558f,
    0.64091223f, -0.38301978f, 0.8530482f, 0.5291161f, -0.39481586f, 0.64125216f, -0.24267997f,
    -0.60661197f, 0.68945605f, -0.41447607f,
};
inline constexpr float first_moment[]{
    0.36766908f, -0.17995907f, -0.18401812f, 0.08028245f, 0.2594882f, -0.20770411f, -0.16680814f,
    -0.026262125f, 0.25685197f, -0.0045834784f, -0.25673667f, -0.02471095f, 0.14890757f,
    0.074325524f, -0.21265727f, -0.12885413f, 0.14687653f,
};
}  // namespace numbers_of_lion_fast
inline constexpr OptimizerCase lion_fast{
    .name = "lion_fast",
    .steps = 100,
    .sizes = numbers_of_lion_fast::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_lion_fast::after_1,
    .after_2 = numbers_of_lion_fast::after_2,
    .after_5 = numbers_of_lion_fast::after_5,
    .after = numbers_of_lion_fast::after,
    .first_moment = numbers_of_lion_fast::first_moment,
    .second_moment = {},
    .third_moment = {},
};

// Ftrl{.learning_rate = 0.05f}
namespace numbers_of_ftrl {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.14219639f, -0.03336962f, 0.24499433f, -0.19777887f, 0.33182988f, -0.04109937f, -0.030782018f,
    0.32616693f, -0.18431738f, 0.1974065f, 0.1787668f, -0.15768476f, 0.35544503f, -0.107502215f,
    -2.5409693e-4f, 0.28046566f, -0.20256783f,
};
inline constexpr float after_2[]{
    -0.12157902f, -0.080286205f, 0.23741193f, -0.15829262f, 0.29332918f, -0.032853987f,
    0.016332218f, 0.3066267f, -0.15563965f, 0.15239583f, 0.17727979f, -0.11392687f, 0.32333967f,
    -0.09184196f, -0.047782026f, 0.2685776f, -0.1666996f,
};
inline constexpr float after_5[]{
    -0.16736612f, -0.10876553f, 0.2913015f, -0.170815f, 0.30021977f, -0.091288485f, 0.040127534f,
    0.3471709f, -0.1904285f, 0.1361404f, 0.23677531f, -0.1115946f, 0.3445012f, -0.14317721f,
    -0.012828431f, 0.3180588f, -0.1882145f,
};
inline constexpr float after[]{
    -0.29022992f, -0.050484434f, 0.3470729f, -0.22044922f, 0.18278418f, -0.08204544f, 0.12910566f,
    0.32206026f, -0.2937204f, 0.085953064f, 0.34554103f, -0.10477312f, 0.25535178f, -0.21759409f,
    0.12817383f, 0.35020155f, -0.25462624f,
};
inline constexpr float first_moment[]{
    34.124447f, 35.19596f, 32.907867f, 31.55855f, 32.80516f, 35.9722f, 33.078163f, 31.608828f,
    32.655266f, 35.058617f, 34.498f, 31.65181f, 31.872223f, 35.194412f, 34.633785f, 32.238327f,
    31.787895f,
};
inline constexpr float second_moment[]{
    33.957867f, 5.998601f, -39.880394f, 24.807562f, -20.970106f, 9.855321f, -14.873097f, -36.27081f,
    33.620537f, -10.193123f, -40.64949f, 11.807668f, -28.877214f, 25.854137f, -15.107945f,
    -39.82968f, 28.757164f,
};
}  // namespace numbers_of_ftrl
inline constexpr OptimizerCase ftrl{
    .name = "ftrl",
    .steps = 100,
    .sizes = numbers_of_ftrl::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_ftrl::after_1,
    .after_2 = numbers_of_ftrl::after_2,
    .after_5 = numbers_of_ftrl::after_5,
    .after = numbers_of_ftrl::after,
    .first_moment = numbers_of_ftrl::first_moment,
    .second_moment = numbers_of_ftrl::second_moment,
    .third_moment = {},
};

// Ftrl{.learning_rate = 0.1f, .learning_rate_power = -0.7f, .initial_accumulator_value = 0.5f,
// .l1_regularization_strength = 0.3f, .l2_regularization_strength = 0.1f,
// .l2_shrinkage_regularization_strength = 0.05f, .beta = 0.2f}
namespace numbers_of_ftrl_regularized {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.078196645f, 0.f, 0.15928303f, -0.056199834f, 0.107180476f, -0.036289275f, 0.f, 0.17557275f,
    -0.08295276f, 0.023967613f, 0.1290682f, -0.02347807f, 0.14658338f, -0.06695694f, 0.f,
    0.17057475f, -0.071058884f,
};
inline constexpr float after_2[]{
    -0.051131904f, -0.03449336f, 0.14805384f, -0.0053527798f, 0.056993432f, -0.025114877f,
    0.040136047f, 0.148923f, -0.045927245f, 0.f, 0.12621221f, 0.f, 0.10448505f, -0.046126083f,
    -0.036949955f, 0.15365432f, -0.024999429f,
};
inline constexpr float after_5[]{
    -0.11224286f, -0.07290881f, 0.2190863f, -0.021527743f, 0.06426427f, -0.104157165f, 0.07207689f,
    0.20117733f, -0.09171112f, -0.018907344f, 0.20501786f, 0.f, 0.1303621f, -0.11509768f, 0.f,
    0.2184693f, -0.052825473f,
};
inline constexpr float after[]{
    -0.23469733f, -0.0039906474f, 0.24800481f, -0.07955964f, -0.06411989f, -0.08525803f,
    0.16289449f, 0.1370495f, -0.19798337f, -0.07673734f, 0.2972632f, 0.0075179827f, 0.008502205f,
    -0.18583018f, 0.1469666f, 0.2181552f, -0.124236144f,
};
inline constexpr float first_moment[]{
    34.124447f, 35.19596f, 32.907867f, 31.55855f, 32.80516f, 35.9722f, 33.078163f, 31.608828f,
    32.655266f, 35.058617f, 34.498f, 31.65181f, 31.872223f, 35.194412f, 34.633785f, 32.238327f,
    31.787895f,
};
inline constexpr float second_moment[]{
    28.875587f, 0.7961695f, -29.762676f, 9.487702f, 7.9012704f, 11.058388f, -19.719393f,
    -16.143782f, 23.697866f, 9.815733f, -36.761265f, -1.1699247f, -1.2884382f, 23.404152f,
    -18.374462f, -25.858646f, 14.717434f,
};
}  // namespace numbers_of_ftrl_regularized
inline constexpr OptimizerCase ftrl_regularized{
    .name = "ftrl_regularized",
    .steps = 100,
    .sizes = numbers_of_ftrl_regularized::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_ftrl_regularized::after_1,
    .after_2 = numbers_of_ftrl_regularized::after_2,
    .after_5 = numbers_of_ftrl_regularized::after_5,
    .after = numbers_of_ftrl_regularized::after,
    .first_moment = numbers_of_ftrl_regularized::first_moment,
    .second_moment = numbers_of_ftrl_regularized::second_moment,
    .third_moment = {},
};

// Adafactor{}
namespace numbers_of_adafactor {
inline constexpr std::size_t sizes[]{30, 21, 7};
inline constexpr float after_1[]{
    -0.17202869f, -0.9351103f, 0.30130258f, -0.4637423f, 0.77360445f, 0.008190308f, -0.7554166f,
    0.48148462f, -0.28358483f, 0.9535336f, 0.18974663f, -0.57564336f, 0.6616399f, -0.10336937f,
    -0.86653423f, 0.37015623f, -0.39485922f, 0.8424686f, 0.077068895f, -0.6864958f, 0.5503475f,
    -0.21468738f, -0.97766405f, 0.25860545f, -0.50644785f, 0.7305402f, -0.034532655f, -0.79781395f,
    0.43884167f, -0.32642263f, 0.9107351f, 0.14561813f, -0.61759436f, 0.61932147f, -0.14601016f,
    -0.90909255f, 0.3277467f, -0.43743062f, 0.79939324f, 0.034278493f, -0.72893375f, 0.50783426f,
    -0.257227f, 0.9795257f, 0.2162781f, -0.54881096f, 0.6880687f, -0.077176124f, -0.84028745f,
    0.39660883f, -0.36867815f, 0.8685071f, 0.10336703f, -0.66056496f, 0.576711f, -0.18842906f,
    -0.9511531f, 0.2849149f,
};
inline constexpr float after_2[]{
    -0.17232692f, -0.9340776f, 0.30070993f, -0.463821f, 0.7745289f, 0.007756113f, -0.75485605f,
    0.48217657f, -0.28389928f, 0.9541945f, 0.18916641f, -0.57551384f, 0.66220504f, -0.103920855f,
    -0.8661011f, 0.36949158f, -0.39500892f, 0.84341574f, 0.076647244f, -0.6861229f, 0.5510268f,
    -0.21504354f, -0.9769995f, 0.25806865f, -0.5064796f, 0.73108965f, -0.035100497f, -0.79740983f,
    0.4381782f, -0.3268524f, 0.9113466f, 0.14492315f, -0.61749184f, 0.6202338f, -0.14639565f,
    -0.9086872f, 0.32692727f, -0.43750876f, 0.80004084f, 0.03377314f, -0.7287498f, 0.50870466f,
    -0.25749066f, 0.9800108f, 0.21555416f, -0.5487798f, 0.6889189f, -0.07765963f, -0.8399439f,
    0.3956547f, -0.36883897f, 0.8692247f, 0.10288788f, -0.6600238f, 0.5773898f, -0.18883206f,
    -0.9503953f, 0.28434888f,
};
inline constexpr float after_5[]{
    -0.17134818f, -0.9345338f, 0.30026457f, -0.46156818f, 0.77283204f, 0.008120087f, -0.753976f,
    0.48126665f, -0.28240183f, 0.9538119f, 0.18889609f, -0.5735455f, 0.660839f, -0.103221394f,
    -0.8653432f, 0.36886716f, -0.39303404f, 0.8433768f, 0.07677635f, -0.68500936f, 0.5499577f,
    -0.2138287f, -0.97750956f, 0.2576862f, -0.504235f, 0.72959745f, -0.034639712f, -0.79678607f,
    0.4373f, -0.32538676f, 0.910965f, 0.14475626f, -0.617307f, 0.6187005f, -0.14569026f,
    -0.9095967f, 0.3262812f, -0.4359467f, 0.7998843f, 0.03396655f, -0.72831696f, 0.5075047f,
    -0.2563855f, 0.97931194f, 0.21519063f, -0.54674506f, 0.6870298f, -0.07713378f, -0.83905005f,
    0.3946989f, -0.367445f, 0.868931f, 0.102971174f, -0.65913653f, 0.5762145f, -0.18754266f,
    -0.95097345f, 0.28389192f,
};
inline constexpr float after[]{
    -0.1729727f, -0.935306f, 0.29780495f, -0.4650623f, 0.77168363f, 0.00328915f, -0.75782466f,
    0.47765988f, -0.28539523f, 0.95332634f, 0.18826202f, -0.57317716f, 0.6652114f, -0.09840273f,
    -0.8595656f, 0.3756504f, -0.38933063f, 0.8495755f, 0.081295945f, -0.6813807f, 0.5535948f,
    -0.21168f, -0.9745495f, 0.2590463f, -0.5038496f, 0.73171467f, -0.036079265f, -0.7972386f,
    0.43715784f, -0.3286287f, 0.9098559f, 0.1417965f, -0.62142944f, 0.6152661f, -0.15095375f,
    -0.9139774f, 0.32054228f, -0.44149315f, 0.79914594f, 0.03389583f, -0.72612846f, 0.510413f,
    -0.25275806f, 0.9852738f, 0.21979497f, -0.54335856f, 0.6927326f, -0.074793555f, -0.83587885f,
    0.39809194f, -0.36734092f, 0.8720062f, 0.106178775f, -0.65865856f, 0.5776899f, -0.18711352f,
    -0.95130527f, 0.28373635f,
};
inline constexpr float first_moment[]{
    0.33151966f, 0.33321396f, 0.335875f, 0.33381638f, 0.33224255f, 0.3325f, 0.3299817f, 0.33326307f,
    0.3365085f, 0.3375997f, 0.33509022f, 0.33411595f, 0.33104637f,
};
inline constexpr float second_moment[]{
    0.3379768f, 0.32422227f, 0.34413603f, 0.3312267f, 0.33011922f, 0.34190634f, 0.33115909f,
    0.32571095f, 0.34141645f, 0.32407206f, 0.3342784f, 0.33397114f, 0.3335814f,
};
inline constexpr float third_moment[]{
    0.32970846f, 0.33915958f, 0.32079348f, 0.34081724f, 0.33092326f, 0.32271758f, 0.34175223f,
};
}  // namespace numbers_of_adafactor
inline constexpr OptimizerCase adafactor{
    .name = "adafactor",
    .steps = 100,
    .sizes = numbers_of_adafactor::sizes,
    .weights = {"weights", 58, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 5800, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_adafactor::after_1,
    .after_2 = numbers_of_adafactor::after_2,
    .after_5 = numbers_of_adafactor::after_5,
    .after = numbers_of_adafactor::after,
    .first_moment = numbers_of_adafactor::first_moment,
    .second_moment = numbers_of_adafactor::second_moment,
    .third_moment = numbers_of_adafactor::third_moment,
};

// Adafactor{.learning_rate = 0.3f, .beta_2_decay = -0.5f, .epsilon_1 = 0.001f, .epsilon_2 = 0.9f,
// .clip_threshold = 0.4f, .relative_step = false, .weight_decay = 0.01f}
namespace numbers_of_adafactor_clipped {
inline constexpr std::size_t sizes[]{30, 21, 7};
inline constexpr float after_1[]{
    -0.2596231f, -0.86056477f, 0.43869966f, -0.5347707f, 0.9399693f, -0.1028613f, -0.8016987f,
    0.588462f, -0.38970044f, 1.0420405f, 0.30866966f, -0.7280181f, 0.73312855f, -0.23360041f,
    -0.8492949f, 0.50165516f, -0.4662426f, 1.004323f, -0.03517002f, -0.72668004f, 0.65316606f,
    -0.31844223f, -0.89897436f, 0.37260076f, -0.60232145f, 0.80492884f, -0.17386696f, -0.81147313f,
    0.53263503f, -0.48223412f, 0.9562134f, -0.026801836f, -0.6539992f, 0.7366809f, -0.28629932f,
    -0.8892722f, 0.487146f, -0.50710994f, 0.86643726f, -0.1161347f, -0.7433074f, 0.61983436f,
    -0.35277328f, 1.0075196f, 0.3737609f, -0.6040239f, 0.77991855f, -0.22690898f, -0.83526355f,
    0.5517712f, -0.4628993f, 0.973605f, -0.005169597f, -0.76500344f, 0.68311673f, -0.29602045f,
    -0.8434232f, 0.39228016f,
};
inline constexpr float after_2[]{
    -0.32081258f, -0.6681162f, 0.3244397f, -0.5501186f, 1.10568f, -0.19218668f, -0.6969055f,
    0.7177051f, -0.4558175f, 1.1586123f, 0.18553732f, -0.7016938f, 0.8400894f, -0.35330278f,
    -0.7667173f, 0.37315515f, -0.4971105f, 1.1747401f, -0.11940649f, -0.6422359f, 0.7798461f,
    -0.3935684f, -0.7756766f, 0.26506838f, -0.6074591f, 0.90591097f, -0.29388815f, -0.7361638f,
    0.40033793f, -0.5741576f, 1.070092f, -0.15987869f, -0.6324471f, 0.9019283f, -0.35645944f,
    -0.812155f, 0.33416238f, -0.5200939f, 0.9836635f, -0.2097614f, -0.7067489f, 0.77993083f,
    -0.4023562f, 1.0980176f, 0.23351477f, -0.5963716f, 0.9376626f, -0.31699258f, -0.7692626f,
    0.37313455f, -0.4912512f, 1.093655f, -0.09829935f, -0.6628214f, 0.8000291f, -0.3761153f,
    -0.71417713f, 0.28571975f,
};
inline constexpr float after_5[]{
    -0.080161795f, -0.7394967f, 0.23521185f, -0.09427435f, 0.7878957f, -0.10195066f, -0.54039013f,
    0.5191596f, -0.15861651f, 1.0713636f, 0.1154767f, -0.34918922f, 0.5365804f, -0.22824784f,
    -0.6293845f, 0.2451458f, -0.080320776f, 1.1541778f, -0.07324848f, -0.41660675f, 0.5514249f,
    -0.14492036f, -0.8644651f, 0.18335235f, -0.19854702f, 0.5854724f, -0.21125573f, -0.6288537f,
    0.19759063f, -0.30930173f, 0.9932704f, -0.18989843f, -0.5911525f, 0.6163181f, -0.22089045f,
    -0.9730242f, 0.21286f, -0.21586952f, 0.93748575f, -0.17031002f, -0.61714673f, 0.5431372f,
    -0.18844044f, 0.95414704f, 0.16220073f, -0.21774964f, 0.5776495f, -0.21826297f, -0.59724766f,
    0.19187663f, -0.23363647f, 1.0115073f, -0.06102488f, -0.51108027f, 0.5540033f, -0.10425281f,
    -0.82055306f, 0.19102448f,
};
inline constexpr float after[]{
    -0.023518356f, -0.36517835f, 0.17366995f, -0.22103873f, 0.7349f, -0.35557026f, -0.5795139f,
    0.24998154f, -0.13363102f, 1.0544071f, 0.16302404f, -0.1401976f, 0.8875738f, 0.23678528f,
    0.034631368f, 0.98570734f, 0.41392985f, 1.6067722f, 0.54134697f, 0.23503058f, 0.8639665f,
    0.18338318f, -0.21109796f, 0.38784632f, -0.020773647f, 0.67966443f, -0.2636894f, -0.48102632f,
    0.19265327f, -0.5009135f, 0.6580688f, -0.39197147f, -0.7935865f, 0.21302642f, -0.6451578f,
    -1.0835512f, -0.27448738f, -0.6274299f, 0.73651516f, 0.052119657f, -0.24963588f, 0.7115866f,
    0.21451458f, 1.1933551f, 0.49543482f, 0.07533362f, 0.8870629f, 0.008910737f, -0.19684413f,
    0.4238753f, -0.22333546f, 1.0450084f, 0.5083051f, -0.28178176f, 0.70581496f, 0.2553659f,
    -0.5935606f, 0.40521723f,
};
inline constexpr float first_moment[]{
    0.33007082f, 0.33019716f, 0.33638838f, 0.3355164f, 0.3342758f, 0.33645126f, 0.32404774f,
    0.3343453f, 0.34231374f, 0.34261656f, 0.3354074f, 0.3367406f, 0.32788172f,
};
inline constexpr float second_moment[]{
    0.3496239f, 0.29529244f, 0.3768044f, 0.31966648f, 0.31970677f, 0.37296537f, 0.32561964f,
    0.30864608f, 0.37038878f, 0.29945254f, 0.33612713f, 0.33519265f, 0.33297443f,
};
inline constexpr float third_moment[]{
    0.3271002f, 0.36126083f, 0.28868642f, 0.3729626f, 0.32751232f, 0.2990672f, 0.37352616f,
};
}  // namespace numbers_of_adafactor_clipped
inline constexpr OptimizerCase adafactor_clipped{
    .name = "adafactor_clipped",
    .steps = 100,
    .sizes = numbers_of_adafactor_clipped::sizes,
    .weights = {"weights", 58, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 5800, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_adafactor_clipped::after_1,
    .after_2 = numbers_of_adafactor_clipped::after_2,
    .after_5 = numbers_of_adafactor_clipped::after_5,
    .after = numbers_of_adafactor_clipped::after,
    .first_moment = numbers_of_adafactor_clipped::first_moment,
    .second_moment = numbers_of_adafactor_clipped::second_moment,
    .third_moment = numbers_of_adafactor_clipped::third_moment,
};

// ScheduleFreeAdamW{}
namespace numbers_of_schedule_free {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.17406362f, -0.9329956f, 0.3030724f, -0.4658597f, 0.7752083f, 0.006276307f, -0.7576558f,
    0.4834122f, -0.28551978f, 0.9555482f, 0.19161612f, -0.57731587f, 0.66375214f, -0.105179965f,
    -0.86411196f, 0.37195605f, -0.39697605f,
};
inline constexpr float after_2[]{
    -0.17319062f, -0.9349263f, 0.30275908f, -0.46418306f, 0.7735775f, 0.0066185067f, -0.75571793f,
    0.48258933f, -0.2842964f, 0.95367366f, 0.19155535f, -0.5754785f, 0.6623873f, -0.104521595f,
    -0.86605453f, 0.37146115f, -0.3954465f,
};
inline constexpr float after_5[]{
    -0.17485958f, -0.9372049f, 0.30507272f, -0.46392748f, 0.7731131f, 0.0041217622f, -0.7536248f,
    0.48405796f, -0.28529328f, 0.95199984f, 0.19424027f, -0.5744453f, 0.6627122f, -0.10654592f,
    -0.86534595f, 0.37349004f, -0.395682f,
};
inline constexpr float after[]{
    -0.18928818f, -0.92754936f, 0.31020087f, -0.47623065f, 0.76027966f, 0.0063773976f, -0.743861f,
    0.4771933f, -0.3004855f, 0.95032763f, 0.20952855f, -0.5790694f, 0.6506645f, -0.11395245f,
    -0.8455098f, 0.3747843f, -0.40849978f,
};
inline constexpr float first_moment[]{
    -0.21080734f, -0.9300684f, 0.32134798f, -0.47453323f, 0.74779373f, 0.0044902265f, -0.7373024f,
    0.4858093f, -0.31054336f, 0.9381425f, 0.22007544f, -0.57232094f, 0.64896256f, -0.1279441f,
    -0.8411125f, 0.3874688f, -0.40932637f,
};
inline constexpr float second_moment[]{
    0.032460377f, 0.033516973f, 0.031367406f, 0.03004667f, 0.03118047f, 0.03424999f, 0.031542365f,
    0.030095775f, 0.031053223f, 0.03337026f, 0.032868475f, 0.03016666f, 0.03029934f, 0.033499114f,
    0.032994132f, 0.030722342f, 0.030246276f,
};
}  // namespace numbers_of_schedule_free
inline constexpr OptimizerCase schedule_free{
    .name = "schedule_free",
    .steps = 100,
    .sizes = numbers_of_schedule_free::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_schedule_free::after_1,
    .after_2 = numbers_of_schedule_free::after_2,
    .after_5 = numbers_of_schedule_free::after_5,
    .after = numbers_of_schedule_free::after,
    .first_moment = numbers_of_schedule_free::first_moment,
    .second_moment = numbers_of_schedule_free::second_moment,
    .third_moment = {},
};

// ScheduleFreeAdamW{.learning_rate = 0.02f, .beta_1 = 0.7f, .beta_2 = 0.9f, .epsilon = 0.001f,
// .warmup_steps = 30, .weight_decay = 0.1f}
namespace numbers_of_schedule_free_warm {
inline constexpr std::size_t sizes[]{17};
inline constexpr float after_1[]{
    -0.17222928f, -0.93483514f, 0.3012383f, -0.46402457f, 0.7733733f, 0.008110436f, -0.7558135f,
    0.4815779f, -0.28368524f, 0.95371187f, 0.18978211f, -0.5754799f, 0.6619175f, -0.103345715f,
    -0.8659623f, 0.3701219f, -0.39514118f,
};
inline constexpr float after_2[]{
    -0.17149912f, -0.93508565f, 0.30073485f, -0.46251893f, 0.77158475f, 0.008323116f, -0.7538683f,
    0.48056975f, -0.28262776f, 0.9516041f, 0.18955305f, -0.5737714f, 0.6603967f, -0.10281959f,
    -0.8662885f, 0.36943305f, -0.3937898f,
};
inline constexpr float after_5[]{
    -0.17341015f, -0.9344537f, 0.30287063f, -0.46143568f, 0.7692384f, 0.005002735f, -0.74972945f,
    0.48125443f, -0.2834818f, 0.94730824f, 0.19241522f, -0.5714501f, 0.65927887f, -0.10531311f,
    -0.8619331f, 0.37105775f, -0.39346918f,
};
inline constexpr float after[]{
    -0.20676829f, -0.81046826f, 0.26235095f, -0.5003298f, 0.6687635f, 0.049532704f, -0.6922687f,
    0.39051008f, -0.32176858f, 0.890321f, 0.20725057f, -0.5774022f, 0.5582607f, -0.08995728f,
    -0.7433261f, 0.31808457f, -0.42459005f,
};
inline constexpr float first_moment[]{
    -0.34464344f, -0.9206622f, 0.34298477f, -0.5439856f, 0.6685426f, 0.033769507f, -0.73772466f,
    0.47587135f, -0.41123232f, 0.90807873f, 0.27322662f, -0.6035379f, 0.6046331f, -0.17831522f,
    -0.81088394f, 0.4148169f, -0.47478724f,
};
inline constexpr float second_moment[]{
    0.40615463f, 0.37933913f, 0.2963132f, 0.27598894f, 0.32513824f, 0.43587232f, 0.30655706f,
    0.25763476f, 0.336568f, 0.4084536f, 0.34551662f, 0.26996875f, 0.27961922f, 0.44967175f,
    0.3503027f, 0.27487338f, 0.29159832f,
};
}  // namespace numbers_of_schedule_free_warm
inline constexpr OptimizerCase schedule_free_warm{
    .name = "schedule_free_warm",
    .steps = 100,
    .sizes = numbers_of_schedule_free_warm::sizes,
    .weights = {"weights", 17, 43924u, 1.f, 0.f},
    .gradients = {"gradients", 1700, 87848u, 1.f, 0.f},
    .after_1 = numbers_of_schedule_free_warm::after_1,
    .after_2 = numbers_of_schedule_free_warm::after_2,
    .after_5 = numbers_of_schedule_free_warm::after_5,
    .after = numbers_of_schedule_free_warm::after,
    .first_moment = numbers_of_schedule_free_warm::first_moment,
    .second_moment = numbers_of_schedule_free_warm::second_moment,
    .third_moment = {},
};

/// All cases of this file, so that a test can prove that it left none out.
inline constexpr const OptimizerCase* optimizers_cases[]{
    &sgd, &sgd_momentum, &sgd_nesterov, &adam, &adam_fast, &adam_tiny_gradients, &adam_hundred,
    &amsgrad, &amsgrad_forgetful, &lamb, &lamb_fast, &lamb_from_zero, &lamb_tiny_gradients, &adamw,
    &adamw_fast, &rmsprop, &rmsprop_momentum, &rmsprop_centered, &adagrad, &adagrad_fast, &adadelta,
    &adadelta_short, &adamax, &adamax_fast, &nadam, &nadam_fast, &lion, &lion_fast, &ftrl,
    &ftrl_regularized, &adafactor, &adafactor_clipped, &schedule_free, &schedule_free_warm,
};

}  // namespace keras

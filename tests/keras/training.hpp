// SPDX-License-Identifier: MIT
#pragma once
// What Keras found for fit, evaluate and test_on_batch.
// Written by generate.py with Keras 3.15.1, TensorFlow 2.21.0, NumPy 2.4.6.

#include "formula.hpp"

namespace keras {

// Sequential<Dense<6, ReLU>, Dense<4, Softmax>> on Input<5>, SparseCategoricalCrossentropy,
// Accuracy, SGD{.learning_rate = 0.1f}; y: labels
namespace numbers_of_split {
inline constexpr float accuracy[]{0.375f, 0.375f, 0.5f};
inline constexpr float loss[]{1.310866f, 1.2929151f, 1.2761134f};
inline constexpr float val_accuracy[]{0.33333334f, 0.33333334f, 0.33333334f};
inline constexpr float val_loss[]{1.4225985f, 1.4270719f, 1.4312866f};
inline constexpr Tensor weights[]{
    {"dense/kernel", 30, 131772u, 0.5f, 0.f}, {"dense/bias", 6, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 24, 219620u, 0.5f, 0.f}, {"dense_1/bias", 4, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{
    {"accuracy", accuracy}, {"loss", loss}, {"val_accuracy", val_accuracy}, {"val_loss", val_loss},
};
inline constexpr float weights_after_0[]{
    -0.27140453f, 0.37143242f, -0.055233493f, -0.39882514f, 0.22321124f, -0.1649778f, 0.4393728f,
    0.07046371f, -0.2967194f, 0.2836995f, -0.07530608f, -0.46429577f, 0.15916462f, -0.23050499f,
    0.38193247f, 0.023129333f, -0.3738234f, 0.2269128f, -0.105987f, 0.49254054f, 0.12774563f,
    -0.29434603f, 0.3452557f, -0.05254701f, -0.45964435f, 0.19157182f, -0.26755533f, 0.44508386f,
    0.046738368f, -0.29843876f,
};
inline constexpr float weights_after_1[]{
    0.23785038f, -0.21308601f, 0.41000617f, 0.022722855f, -0.36219296f, 0.23717463f,
};
inline constexpr float weights_after_2[]{
    -0.44279438f, 0.19974639f, -0.21798606f, 0.45360255f, 0.06045959f, -0.35205925f, 0.28038016f,
    -0.10766823f, -0.48374292f, 0.1581569f, -0.2863831f, 0.38162515f, -0.003953591f, -0.40460208f,
    0.22301722f, -0.15626171f, 0.4649609f, 0.06962446f, -0.30360582f, 0.31576416f, -0.0767711f,
    -0.42778453f, 0.13919666f, -0.19935362f,
};
inline constexpr float weights_after_3[]{0.004560544f, -0.42029315f, 0.1762964f, -0.11112237f};
inline constexpr Expected weights_after[]{
    {30, 0.01864568866, 7.637863932, 0.4925405255, weights_after_0},
    {6, 0.3324750703, 1.483032991, 0.4100061571, weights_after_1},
    {24, -0.7164322138, 6.209500503, 0.4837429115, weights_after_2},
    {4, -0.350558579, 0.71227247, 0.4202931577, weights_after_3},
};
inline constexpr float evaluate[]{1.3027271f, 0.45454547f};
inline constexpr float test_on_batch[]{1.2872952f, 0.5f};
}  // namespace numbers_of_split
inline constexpr FitCase split{
    .name = "split",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.2,
    .input = {"input", 55, 43924u, 1.f, 0.f},
    .labels = {11, 1010252u, 4u},
    .weights = numbers_of_split::weights,
    .history = numbers_of_split::history,
    .weights_after = numbers_of_split::weights_after,
    .evaluate = numbers_of_split::evaluate,
    .test_on_batch = numbers_of_split::test_on_batch,
};

// Sequential<Dense<6, ReLU>, Dense<4, Softmax>> on Input<5>, SparseCategoricalCrossentropy,
// Accuracy, SGD{.learning_rate = 0.1f}; y: labels
namespace numbers_of_partial_batch {
inline constexpr float accuracy[]{0.36363637f, 0.36363637f, 0.36363637f};
inline constexpr float loss[]{1.3413385f, 1.3208916f, 1.3007683f};
inline constexpr Tensor weights[]{
    {"dense/kernel", 30, 131772u, 0.5f, 0.f}, {"dense/bias", 6, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 24, 219620u, 0.5f, 0.f}, {"dense_1/bias", 4, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{{"accuracy", accuracy}, {"loss", loss}};
inline constexpr float weights_after_0[]{
    -0.25680003f, 0.39689964f, -0.06270163f, -0.3828049f, 0.2231389f, -0.1649691f, 0.40674832f,
    0.052824873f, -0.29626533f, 0.2874879f, -0.075306244f, -0.464291f, 0.15672235f, -0.22169858f,
    0.37861723f, 0.035536576f, -0.3737514f, 0.22666487f, -0.043001506f, 0.45855764f, 0.15883972f,
    -0.34822947f, 0.3452109f, -0.052304976f, -0.4811052f, 0.18403417f, -0.2687144f, 0.4538781f,
    0.04676577f, -0.2986449f,
};
inline constexpr float weights_after_1[]{
    0.19959207f, -0.24770328f, 0.4192483f, 0.015070402f, -0.36228743f, 0.23767719f,
};
inline constexpr float weights_after_2[]{
    -0.421434f, 0.21491668f, -0.21824062f, 0.41732642f, 0.057952903f, -0.34410042f, 0.27744773f,
    -0.11018793f, -0.49033123f, 0.17789999f, -0.29514316f, 0.37723044f, 0.03804311f, -0.41054526f,
    0.23940854f, -0.20870654f, 0.4648386f, 0.06939751f, -0.3035099f, 0.31601748f, -0.07751299f,
    -0.42886123f, 0.13904075f, -0.19737913f,
};
inline constexpr float weights_after_3[]{0.036038112f, -0.37082285f, 0.1715298f, -0.18730363f};
inline constexpr Expected weights_after[]{
    {30, 0.0213383202, 7.602515668, 0.4811052182, weights_after_0},
    {6, 0.2615972661, 1.481578686, 0.4192483264, weights_after_1},
    {24, -0.7164322138, 6.295472601, 0.490331221, weights_after_2},
    {4, -0.350558579, 0.765694401, 0.3708228611, weights_after_3},
};
inline constexpr float evaluate[]{1.2767065f, 0.45454547f};
inline constexpr float test_on_batch[]{1.2655295f, 0.5f};
}  // namespace numbers_of_partial_batch
inline constexpr FitCase partial_batch{
    .name = "partial_batch",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.0,
    .input = {"input", 55, 43924u, 1.f, 0.f},
    .labels = {11, 1010252u, 4u},
    .weights = numbers_of_partial_batch::weights,
    .history = numbers_of_partial_batch::history,
    .weights_after = numbers_of_partial_batch::weights_after,
    .evaluate = numbers_of_partial_batch::evaluate,
    .test_on_batch = numbers_of_partial_batch::test_on_batch,
};

// Sequential<Dense<6, ReLU>, Dense<4, Softmax>> on Input<5>, SparseCategoricalCrossentropy,
// Accuracy, SGD{.learning_rate = 0.1f}; y: labels
namespace numbers_of_split_and_partial_batch {
inline constexpr float accuracy[]{0.33333334f, 0.44444445f, 0.44444445f};
inline constexpr float loss[]{1.3590271f, 1.3201853f, 1.2886839f};
inline constexpr float val_accuracy[]{0.25f, 0.25f, 0.25f};
inline constexpr float val_loss[]{1.4184003f, 1.4229878f, 1.4329318f};
inline constexpr Tensor weights[]{
    {"dense/kernel", 30, 131772u, 0.5f, 0.f}, {"dense/bias", 6, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 24, 219620u, 0.5f, 0.f}, {"dense_1/bias", 4, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{
    {"accuracy", accuracy}, {"loss", loss}, {"val_accuracy", val_accuracy}, {"val_loss", val_loss},
};
inline constexpr float weights_after_0[]{
    -0.31092325f, 0.42193547f, -0.096601434f, -0.33196825f, 0.2229918f, -0.16501714f, 0.4675197f,
    0.03619298f, -0.26719832f, 0.23624267f, -0.075301595f, -0.46578243f, 0.14752516f, -0.21461935f,
    0.3706248f, 0.046885505f, -0.373595f, 0.22654654f, -0.05174879f, 0.42727146f, 0.181445f,
    -0.38490358f, 0.34512177f, -0.05144406f, -0.44762278f, 0.17645912f, -0.25586525f, 0.4257393f,
    0.04682839f, -0.29893768f,
};
inline constexpr float weights_after_1[]{
    0.29311267f, -0.27874157f, 0.46121663f, -0.068565935f, -0.3624861f, 0.24265957f,
};
inline constexpr float weights_after_2[]{
    -0.46766385f, 0.29720658f, -0.2542561f, 0.41728187f, 0.056874372f, -0.33959934f, 0.27613416f,
    -0.112296924f, -0.49951157f, 0.22048622f, -0.3093565f, 0.35803792f, -0.0130941635f,
    -0.36345357f, 0.21037959f, -0.175632f, 0.46527743f, 0.068632655f, -0.30302998f, 0.31586358f,
    -0.076000184f, -0.4326125f, 0.1414703f, -0.1975702f,
};
inline constexpr float weights_after_3[]{-0.049888182f, -0.1971765f, 0.09774165f, -0.20123555f};
inline constexpr Expected weights_after[]{
    {30, -0.01219922366, 7.570858572, 0.4675197033, weights_after_0},
    {6, 0.2871952919, 1.706782449, 0.4612166156, weights_after_1},
    {24, -0.7164322138, 6.371721621, 0.4995115824, weights_after_2},
    {4, -0.350558579, 0.5460418811, 0.2012355483, weights_after_3},
};
inline constexpr float evaluate[]{1.3133161f, 0.3846154f};
inline constexpr float test_on_batch[]{1.2563598f, 0.5f};
}  // namespace numbers_of_split_and_partial_batch
inline constexpr FitCase split_and_partial_batch{
    .name = "split_and_partial_batch",
    .examples = 13,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.25,
    .input = {"input", 65, 43924u, 1.f, 0.f},
    .labels = {13, 1010252u, 4u},
    .weights = numbers_of_split_and_partial_batch::weights,
    .history = numbers_of_split_and_partial_batch::history,
    .weights_after = numbers_of_split_and_partial_batch::weights_after,
    .evaluate = numbers_of_split_and_partial_batch::evaluate,
    .test_on_batch = numbers_of_split_and_partial_batch::test_on_batch,
};

// Sequential<Dense<6, ReLU>, Dense<4, Softmax>> on Input<5>, SparseCategoricalCrossentropy,
// SGD{.learning_rate = 0.1f}; y: labels
namespace numbers_of_loss_only {
inline constexpr float loss[]{1.310866f, 1.2929151f, 1.2761134f};
inline constexpr float val_loss[]{1.4225985f, 1.4270719f, 1.4312866f};
inline constexpr Tensor weights[]{
    {"dense/kernel", 30, 131772u, 0.5f, 0.f}, {"dense/bias", 6, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 24, 219620u, 0.5f, 0.f}, {"dense_1/bias", 4, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{{"loss", loss}, {"val_loss", val_loss}};
inline constexpr float weights_after_0[]{
    -0.27140453f, 0.37143242f, -0.055233493f, -0.39882514f, 0.22321124f, -0.1649778f, 0.4393728f,
    0.07046371f, -0.2967194f, 0.2836995f, -0.07530608f, -0.46429577f, 0.15916462f, -0.23050499f,
    0.38193247f, 0.023129333f, -0.3738234f, 0.2269128f, -0.105987f, 0.49254054f, 0.12774563f,
    -0.29434603f, 0.3452557f, -0.05254701f, -0.45964435f, 0.19157182f, -0.26755533f, 0.44508386f,
    0.046738368f, -0.29843876f,
};
inline constexpr float weights_after_1[]{
    0.23785038f, -0.21308601f, 0.41000617f, 0.022722855f, -0.36219296f, 0.23717463f,
};
inline constexpr float weights_after_2[]{
    -0.44279438f, 0.19974639f, -0.21798606f, 0.45360255f, 0.06045959f, -0.35205925f, 0.28038016f,
    -0.10766823f, -0.48374292f, 0.1581569f, -0.2863831f, 0.38162515f, -0.003953591f, -0.40460208f,
    0.22301722f, -0.15626171f, 0.4649609f, 0.06962446f, -0.30360582f, 0.31576416f, -0.0767711f,
    -0.42778453f, 0.13919666f, -0.19935362f,
};
inline constexpr float weights_after_3[]{0.004560544f, -0.42029315f, 0.1762964f, -0.11112237f};
inline constexpr Expected weights_after[]{
    {30, 0.01864568866, 7.637863932, 0.4925405255, weights_after_0},
    {6, 0.3324750703, 1.483032991, 0.4100061571, weights_after_1},
    {24, -0.7164322138, 6.209500503, 0.4837429115, weights_after_2},
    {4, -0.350558579, 0.71227247, 0.4202931577, weights_after_3},
};
inline constexpr float evaluate[]{1.3027271f};
inline constexpr float test_on_batch[]{1.2872952f};
}  // namespace numbers_of_loss_only
inline constexpr FitCase loss_only{
    .name = "loss_only",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.2,
    .input = {"input", 55, 43924u, 1.f, 0.f},
    .labels = {11, 1010252u, 4u},
    .weights = numbers_of_loss_only::weights,
    .history = numbers_of_loss_only::history,
    .weights_after = numbers_of_loss_only::weights_after,
    .evaluate = numbers_of_loss_only::evaluate,
    .test_on_batch = numbers_of_loss_only::test_on_batch,
};

// Sequential<Dense<6, ReLU>, Dense<4, Softmax>> on Input<5>, CategoricalCrossentropy, Accuracy,
// SGD{.learning_rate = 0.1f}; y: one-hot rows
namespace numbers_of_one_hot {
inline constexpr float accuracy[]{0.375f, 0.375f, 0.5f};
inline constexpr float loss[]{1.310866f, 1.2929151f, 1.2761134f};
inline constexpr float val_accuracy[]{0.33333334f, 0.33333334f, 0.33333334f};
inline constexpr float val_loss[]{1.4225985f, 1.4270719f, 1.4312866f};
inline constexpr Tensor weights[]{
    {"dense/kernel", 30, 131772u, 0.5f, 0.f}, {"dense/bias", 6, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 24, 219620u, 0.5f, 0.f}, {"dense_1/bias", 4, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{
    {"accuracy", accuracy}, {"loss", loss}, {"val_accuracy", val_accuracy}, {"val_loss", val_loss},
};
inline constexpr float weights_after_0[]{
    -0.27140453f, 0.37143242f, -0.055233493f, -0.39882514f, 0.22321124f, -0.1649778f, 0.4393728f,
    0.07046371f, -0.2967194f, 0.2836995f, -0.07530608f, -0.46429577f, 0.15916462f, -0.23050499f,
    0.38193247f, 0.023129333f, -0.3738234f, 0.2269128f, -0.105987f, 0.49254054f, 0.12774563f,
    -0.29434603f, 0.3452557f, -0.05254701f, -0.45964435f, 0.19157182f, -0.26755533f, 0.44508386f,
    0.046738368f, -0.29843876f,
};
inline constexpr float weights_after_1[]{
    0.23785038f, -0.21308601f, 0.41000617f, 0.022722855f, -0.36219296f, 0.23717463f,
};
inline constexpr float weights_after_2[]{
    -0.44279438f, 0.19974639f, -0.21798606f, 0.45360255f, 0.06045959f, -0.35205925f, 0.28038016f,
    -0.10766823f, -0.48374292f, 0.1581569f, -0.2863831f, 0.38162515f, -0.003953591f, -0.40460208f,
    0.22301722f, -0.15626171f, 0.4649609f, 0.06962446f, -0.30360582f, 0.31576416f, -0.0767711f,
    -0.42778453f, 0.13919666f, -0.19935362f,
};
inline constexpr float weights_after_3[]{0.004560544f, -0.42029315f, 0.1762964f, -0.11112237f};
inline constexpr Expected weights_after[]{
    {30, 0.01864568866, 7.637863932, 0.4925405255, weights_after_0},
    {6, 0.3324750703, 1.483032991, 0.4100061571, weights_after_1},
    {24, -0.7164322138, 6.209500503, 0.4837429115, weights_after_2},
    {4, -0.350558579, 0.71227247, 0.4202931577, weights_after_3},
};
inline constexpr float evaluate[]{1.3027271f, 0.45454547f};
inline constexpr float test_on_batch[]{1.2872952f, 0.5f};
}  // namespace numbers_of_one_hot
inline constexpr FitCase one_hot{
    .name = "one_hot",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.2,
    .input = {"input", 55, 43924u, 1.f, 0.f},
    .labels = {11, 1010252u, 4u},
    .weights = numbers_of_one_hot::weights,
    .history = numbers_of_one_hot::history,
    .weights_after = numbers_of_one_hot::weights_after,
    .evaluate = numbers_of_one_hot::evaluate,
    .test_on_batch = numbers_of_one_hot::test_on_batch,
};

// Sequential<Dense<6, ReLU>, Dense<1, Sigmoid>> on Input<5>, BinaryCrossentropy, Accuracy,
// SGD{.learning_rate = 0.1f}; y: rows of 1 labels as floats
namespace numbers_of_one_output {
inline constexpr float accuracy[]{0.375f, 0.5f, 0.625f};
inline constexpr float loss[]{0.7263531f, 0.7149398f, 0.7058217f};
inline constexpr float val_accuracy[]{0.33333334f, 0.33333334f, 0.33333334f};
inline constexpr float val_loss[]{0.69369423f, 0.70409834f, 0.7142281f};
inline constexpr Tensor weights[]{
    {"dense/kernel", 30, 131772u, 0.5f, 0.f}, {"dense/bias", 6, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 6, 219620u, 0.5f, 0.f}, {"dense_1/bias", 1, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{
    {"accuracy", accuracy}, {"loss", loss}, {"val_accuracy", val_accuracy}, {"val_loss", val_loss},
};
inline constexpr float weights_after_0[]{
    -0.24223977f, 0.36275417f, -0.015668573f, -0.42133296f, 0.21528023f, -0.16565141f, 0.45269042f,
    0.06604621f, -0.3076715f, 0.30572152f, -0.07768278f, -0.4511483f, 0.16247107f, -0.23066173f,
    0.4044045f, 0.0038036974f, -0.3706458f, 0.2710853f, -0.14259875f, 0.48548973f, 0.10070248f,
    -0.26914185f, 0.33944625f, -0.053581867f, -0.41546872f, 0.18878178f, -0.17980738f, 0.4289404f,
    0.046483226f, -0.3179644f,
};
inline constexpr float weights_after_1[]{
    0.13209833f, -0.21866342f, 0.37592477f, 0.029462812f, -0.36946362f, 0.20713599f,
};
inline constexpr float weights_after_2[]{
    -0.40849388f, 0.18941255f, -0.156032f, 0.4367926f, 0.048448574f, -0.30052117f,
};
inline constexpr float weights_after_3[]{0.0828904f};
inline constexpr Expected weights_after[]{
    {30, 0.1728351447, 7.495366707, 0.4854897267, weights_after_0},
    {6, 0.1564948641, 1.332748981, 0.3759247774, weights_after_1},
    {6, -0.1903933233, 1.539700759, 0.436792598, weights_after_2},
    {1, 0.08289040151, 0.08289040151, 0.08289040151, weights_after_3},
};
inline constexpr float evaluate[]{0.7034089f, 0.54545456f};
inline constexpr float test_on_batch[]{0.71693456f, 0.5f};
}  // namespace numbers_of_one_output
inline constexpr FitCase one_output{
    .name = "one_output",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.2,
    .input = {"input", 55, 43924u, 1.f, 0.f},
    .labels = {11, 1010252u, 2u},
    .weights = numbers_of_one_output::weights,
    .history = numbers_of_one_output::history,
    .weights_after = numbers_of_one_output::weights_after,
    .evaluate = numbers_of_one_output::evaluate,
    .test_on_batch = numbers_of_one_output::test_on_batch,
};

// Sequential<Dense<6, ReLU>, Dense<3, Sigmoid>> on Input<5>, BinaryCrossentropy, Accuracy,
// SGD{.learning_rate = 0.1f}; y: rows of 3 labels as floats
namespace numbers_of_three_outputs {
inline constexpr float accuracy[]{0.5f, 0.5f, 0.75f};
inline constexpr float loss[]{0.66248274f, 0.658535f, 0.6546182f};
inline constexpr float val_accuracy[]{0.f, 0.f, 0.f};
inline constexpr float val_loss[]{0.8181191f, 0.81985825f, 0.8216507f};
inline constexpr Tensor weights[]{
    {"dense/kernel", 30, 131772u, 0.5f, 0.f}, {"dense/bias", 6, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 18, 219620u, 0.5f, 0.f}, {"dense_1/bias", 3, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{
    {"accuracy", accuracy}, {"loss", loss}, {"val_accuracy", val_accuracy}, {"val_loss", val_loss},
};
inline constexpr float weights_after_0[]{
    -0.24285728f, 0.37274632f, -0.009747127f, -0.41259775f, 0.2164108f, -0.15957265f, 0.4381303f,
    0.06642176f, -0.30696273f, 0.30021575f, -0.074177384f, -0.47019693f, 0.17814916f, -0.2399028f,
    0.37635332f, 0.011614428f, -0.36476558f, 0.2675162f, -0.14086327f, 0.49180868f, 0.111203834f,
    -0.2755721f, 0.34148392f, -0.049912293f, -0.44010007f, 0.18548411f, -0.20845826f, 0.43582666f,
    0.050895724f, -0.3405117f,
};
inline constexpr float weights_after_1[]{
    0.16661295f, -0.20607512f, 0.39666584f, 0.027504742f, -0.37257233f, 0.25525394f,
};
inline constexpr float weights_after_2[]{
    -0.43266147f, 0.19396259f, -0.19617222f, 0.43794936f, 0.037636355f, -0.33977062f, 0.2635885f,
    -0.07881612f, -0.49175152f, 0.13642752f, -0.25024378f, 0.3792413f, -0.0052199797f, -0.3961354f,
    0.22141571f, -0.17549792f, 0.48303047f, 0.068377726f,
};
inline constexpr float weights_after_3[]{0.006309117f, -0.38266343f, 0.22174852f};
inline constexpr Expected weights_after[]{
    {30, 0.1080630038, 7.580458847, 0.491808672, weights_after_0},
    {6, 0.2673900197, 1.424684903, 0.3966658327, weights_after_1},
    {18, -0.1446394881, 4.587898497, 0.491751511, weights_after_2},
    {3, -0.1546057931, 0.6107210719, 0.3826634325, weights_after_3},
};
inline constexpr float evaluate[]{0.69648546f, 0.54545456f};
inline constexpr float test_on_batch[]{0.663053f, 0.75f};
}  // namespace numbers_of_three_outputs
inline constexpr FitCase three_outputs{
    .name = "three_outputs",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.2,
    .input = {"input", 55, 43924u, 1.f, 0.f},
    .labels = {33, 1010252u, 2u},
    .weights = numbers_of_three_outputs::weights,
    .history = numbers_of_three_outputs::history,
    .weights_after = numbers_of_three_outputs::weights_after,
    .evaluate = numbers_of_three_outputs::evaluate,
    .test_on_batch = numbers_of_three_outputs::test_on_batch,
};

// Sequential<Dense<6, Tanh>, Dense<2>> on Input<5>, MeanSquaredError, SGD{.learning_rate = 0.1f};
// y: rows of 2 labels as floats
namespace numbers_of_regression {
inline constexpr float loss[]{2.284503f, 1.420461f, 0.9623923f};
inline constexpr float val_loss[]{0.8183024f, 0.5889939f, 0.48221007f};
inline constexpr Tensor weights[]{
    {"dense/kernel", 30, 131772u, 0.5f, 0.f}, {"dense/bias", 6, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 12, 219620u, 0.5f, 0.f}, {"dense_1/bias", 2, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{{"loss", loss}, {"val_loss", val_loss}};
inline constexpr float weights_after_0[]{
    -0.3837457f, 0.29998738f, 0.026282487f, -0.35056576f, 0.06753146f, -0.23808272f, 0.4843902f,
    0.043342236f, -0.30136728f, 0.2891407f, -0.034170184f, -0.4652211f, 0.24696903f, -0.14339505f,
    0.34927186f, -0.015458155f, -0.26787236f, 0.28887784f, -0.15243328f, 0.5047872f, 0.10554486f,
    -0.28339908f, 0.27774242f, 0.007901773f, -0.39463186f, 0.19324507f, -0.20143843f, 0.422264f,
    0.08983336f, -0.3229239f,
};
inline constexpr float weights_after_1[]{
    0.044127237f, -0.12970297f, 0.37282854f, 0.03438428f, -0.5923156f, 0.36716715f,
};
inline constexpr float weights_after_2[]{
    -0.51922315f, 0.22849911f, -0.14913873f, 0.32613793f, 0.22938275f, -0.06350905f, 0.092257395f,
    -0.16951253f, -0.5732858f, -0.09221625f, -0.11925456f, 0.60519534f,
};
inline constexpr float weights_after_3[]{0.50378233f, 0.15961705f};
inline constexpr Expected weights_after[]{
    {30, 0.1424069584, 7.251816674, 0.5047871885, weights_after_0},
    {6, 0.09648861677, 1.540525816, 0.5923156303, weights_after_1},
    {12, -0.2046675025, 3.167612557, 0.605195333, weights_after_2},
    {2, 0.6633993629, 0.6633993629, 0.5037823125, weights_after_3},
};
inline constexpr float evaluate[]{0.670116f};
inline constexpr float test_on_batch[]{0.65359575f};
}  // namespace numbers_of_regression
inline constexpr FitCase regression{
    .name = "regression",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.2,
    .input = {"input", 55, 43924u, 1.f, 0.f},
    .labels = {22, 1010252u, 3u},
    .weights = numbers_of_regression::weights,
    .history = numbers_of_regression::history,
    .weights_after = numbers_of_regression::weights_after,
    .evaluate = numbers_of_regression::evaluate,
    .test_on_batch = numbers_of_regression::test_on_batch,
};

/// All cases of this file, so that a test can prove that it left none out.
inline constexpr const FitCase* training_cases[]{
    &split, &partial_batch, &split_and_partial_batch, &loss_only, &one_hot, &one_output,
    &three_outputs, &regression,
};

/// Some fractions, where rounding matters too.
inline constexpr Split splits[]{
    {2, 0.5, 1}, {3, 0.5, 1}, {10, 0.1, 9}, {10, 0.3, 7}, {10, 0.7, 3}, {11, 0.2, 8}, {13, 0.25, 9},
    {100, 0.07, 93}, {100, 0.57, 43}, {1000, 0.001, 999}, {1000, 0.999, 1}, {60000, 0.1, 54000},
    {60000, 0.2, 48000}, {60000, 0.3333333333333333, 40000},
};

}  // namespace keras

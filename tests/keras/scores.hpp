// SPDX-License-Identifier: MIT
#pragma once
// What Keras found for weights, masks, metrics and losses of whole maps.
// Written by generate.py with Keras 3.15.0, TensorFlow 2.21.0, NumPy 2.4.6.

#include "formula.hpp"

namespace keras {

// Sequential<Dense<6, ReLU>, Dense<3, Sigmoid>> on Input<5>, BinaryCrossentropy{}, AUC{},
// AUC{.curve = "PR"}, AUC{.num_thresholds = 7}, AUC{.num_thresholds = 9, .curve = "PR",
// .summation_method = "majoring"}, AUC{.num_thresholds = 9, .summation_method = "minoring"},
// AUC{.num_thresholds = 9, .curve = "PRGAIN"}, MeanSquaredError{}, BinaryCrossentropy{},
// SGD{.learning_rate = 0.1f}
namespace numbers_of_areas {
inline constexpr float auc[]{0.53125f, 0.5625f, 0.5955882f};
inline constexpr float auc_1[]{0.5215822f, 0.5439985f, 0.567429f};
inline constexpr float auc_2[]{0.5459559f, 0.6084559f, 0.6378676f};
inline constexpr float auc_3[]{0.5597148f, 0.64285713f, 0.6666667f};
inline constexpr float auc_4[]{0.2977941f, 0.36397058f, 0.40441176f};
inline constexpr float auc_5[]{0.079305016f, 0.2326389f, 0.3625f};
inline constexpr float binary_crossentropy[]{0.70492905f, 0.6977426f, 0.6908797f};
inline constexpr float loss[]{0.70492905f, 0.6977426f, 0.6908797f};
inline constexpr float mean_squared_error[]{0.25562814f, 0.2521234f, 0.24876359f};
inline constexpr float input[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.18911612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f, 0.84159195f, 0.077659965f, -0.68627214f, 0.54979587f,
    -0.21413612f, -0.9780681f, 0.25799978f, -0.5059322f, 0.7301358f, -0.03379631f, -0.7977283f,
    0.4383397f, -0.3255924f, 0.9104756f, 0.14654362f, -0.6173885f, 0.6186795f, -0.14525247f,
    -0.9091846f, 0.32688344f, -0.43704855f, 0.79901946f, 0.035087347f, -0.72884464f, 0.50722337f,
    -0.25670874f, 0.97935927f, 0.21542728f, -0.5485048f, 0.6875632f, -0.07636881f, -0.8403009f,
    0.3957671f, -0.3681649f, 0.8679031f, 0.103971004f, -0.659961f, 0.576107f,
};
inline constexpr float targets[]{
    1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f,
};
inline constexpr Tensor weights[]{
    {"dense/kernel", 30, 131772u, 0.5f, 0.f}, {"dense/bias", 6, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 18, 219620u, 0.5f, 0.f}, {"dense_1/bias", 3, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{
    {"auc", auc}, {"auc_1", auc_1}, {"auc_2", auc_2}, {"auc_3", auc_3}, {"auc_4", auc_4},
    {"auc_5", auc_5}, {"binary_crossentropy", binary_crossentropy}, {"loss", loss},
    {"mean_squared_error", mean_squared_error},
};
inline constexpr float weights_after_0[]{
    -0.26192918f, 0.3813258f, 3.4467346e-4f, -0.39865047f, 0.2165284f, -0.15959358f, 0.4650987f,
    0.060487412f, -0.3140336f, 0.27777144f, -0.07418307f, -0.46996725f, 0.176911f, -0.23696037f,
    0.37995115f, 0.01165254f, -0.36489454f, 0.26749513f, -0.15556715f, 0.48038816f, 0.097700834f,
    -0.2556093f, 0.34155443f, -0.049993675f, -0.4241535f, 0.1829404f, -0.21145107f, 0.42195562f,
    0.050842956f, -0.3404714f,
};
inline constexpr float weights_after_1[]{
    0.20438546f, -0.21769495f, 0.38304234f, -0.0019553218f, -0.37241095f, 0.2545951f,
};
inline constexpr float weights_after_2[]{
    -0.45426163f, 0.22201927f, -0.21281199f, 0.43593004f, 0.0399435f, -0.33778578f, 0.26049325f,
    -0.075335845f, -0.48848873f, 0.1059524f, -0.21060008f, 0.34978092f, -0.005142775f, -0.3962153f,
    0.22143084f, -0.17510407f, 0.48254147f, 0.06857288f,
};
inline constexpr float weights_after_3[]{-0.040013507f, -0.323292f, 0.19782206f};
inline constexpr Expected weights_after[]{
    {30, 0.09549045386, 7.530406841, 0.4803881779, weights_after_0},
    {6, 0.249961653, 1.43408412, 0.3830423407, weights_after_1},
    {18, -0.1690816499, 4.542410755, 0.4884887468, weights_after_2},
    {3, -0.1654834373, 0.5611275575, 0.3232919895, weights_after_3},
};
inline constexpr float evaluate[]{
    0.6828737f, 0.61764705f, 0.5842624f, 0.6378676f, 0.6666667f, 0.40441176f, 0.3625f, 0.24483013f,
    0.6828737f,
};
inline constexpr float test_on_batch[]{
    0.65259117f, 0.8055556f, 0.81423515f, 0.8333333f, 0.8333333f, 0.6944444f, 0.8f, 0.22980271f,
    0.65259117f,
};
}  // namespace numbers_of_areas
inline constexpr ScoreCase areas{
    .name = "areas",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.0,
    .input = numbers_of_areas::input,
    .targets = numbers_of_areas::targets,
    .sample_weight = {},
    .class_weight = {},
    .weights = numbers_of_areas::weights,
    .history = numbers_of_areas::history,
    .weights_after = numbers_of_areas::weights_after,
    .evaluate = numbers_of_areas::evaluate,
    .test_on_batch = numbers_of_areas::test_on_batch,
};

// Sequential<Dense<6, ReLU>, Dense<7, Softmax>> on Input<5>, CategoricalCrossentropy{},
// TopKCategoricalAccuracy{}, TopKCategoricalAccuracy{.k = 2}, CategoricalCrossentropy{},
// MeanSquaredError{}, AUC{}, SGD{.learning_rate = 0.1f}
namespace numbers_of_top_k {
inline constexpr float auc[]{0.53236914f, 0.55991733f, 0.57438016f};
inline constexpr float categorical_crossentropy[]{1.9786664f, 1.9497097f, 1.9233747f};
inline constexpr float loss[]{1.9786664f, 1.9497097f, 1.9233747f};
inline constexpr float mean_squared_error[]{0.1237535f, 0.12250432f, 0.12135f};
inline constexpr float top_k_categorical_accuracy[]{0.72727275f, 0.8181818f, 0.8181818f};
inline constexpr float top_k_categorical_accuracy_1[]{0.27272728f, 0.27272728f, 0.27272728f};
inline constexpr float input[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.18911612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f, 0.84159195f, 0.077659965f, -0.68627214f, 0.54979587f,
    -0.21413612f, -0.9780681f, 0.25799978f, -0.5059322f, 0.7301358f, -0.03379631f, -0.7977283f,
    0.4383397f, -0.3255924f, 0.9104756f, 0.14654362f, -0.6173885f, 0.6186795f, -0.14525247f,
    -0.9091846f, 0.32688344f, -0.43704855f, 0.79901946f, 0.035087347f, -0.72884464f, 0.50722337f,
    -0.25670874f, 0.97935927f, 0.21542728f, -0.5485048f, 0.6875632f, -0.07636881f, -0.8403009f,
    0.3957671f, -0.3681649f, 0.8679031f, 0.103971004f, -0.659961f, 0.576107f,
};
inline constexpr float targets[]{
    1.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 1.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f,
    0.f,
};
inline constexpr Tensor weights[]{
    {"dense/kernel", 30, 131772u, 0.5f, 0.f}, {"dense/bias", 6, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 42, 219620u, 0.5f, 0.f}, {"dense_1/bias", 7, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{
    {"auc", auc}, {"categorical_crossentropy", categorical_crossentropy}, {"loss", loss},
    {"mean_squared_error", mean_squared_error},
    {"top_k_categorical_accuracy", top_k_categorical_accuracy},
    {"top_k_categorical_accuracy_1", top_k_categorical_accuracy_1},
};
inline constexpr float weights_after_0[]{
    -0.20954731f, 0.32824296f, -0.058195688f, -0.36061266f, 0.21779642f, -0.21667227f, 0.42802927f,
    0.070317686f, -0.28489622f, 0.30894545f, -0.07409239f, -0.43071643f, 0.19574837f, -0.17444572f,
    0.3709962f, 0.027835375f, -0.3659812f, 0.23615927f, -0.18756984f, 0.45765767f, 0.15492062f,
    -0.32879072f, 0.34237275f, -0.019834962f, -0.44049132f, 0.2128943f, -0.2147105f, 0.41628346f,
    0.05048394f, -0.3568492f,
};
inline constexpr float weights_after_1[]{
    0.13333705f, -0.2866597f, 0.396538f, -0.04824489f, -0.3708698f, 0.2353377f,
};
inline constexpr float weights_after_2[]{
    -0.4246772f, 0.2173553f, -0.18093313f, 0.39223674f, 0.057217702f, -0.36333856f, 0.27849087f,
    -0.105396345f, -0.46779642f, 0.117861755f, -0.24505931f, 0.34988505f, 0.01145845f, -0.4009361f,
    0.24822523f, -0.16828208f, 0.46921724f, 0.05277155f, -0.3077287f, 0.27345392f, -0.023974795f,
    -0.43379757f, 0.22346485f, -0.23543106f, 0.3614111f, 0.07126176f, -0.38603136f, 0.22646996f,
    -0.13063161f, 0.50607145f, 0.10242227f, -0.26068583f, 0.33622962f, -0.022742234f, -0.41965052f,
    0.2094177f, -0.19325586f, 0.45650572f, 0.041711077f, -0.3248373f, 0.25433105f, -0.04919395f,
};
inline constexpr float weights_after_3[]{
    0.048046894f, -0.3044533f, 0.18700053f, -0.20968536f, 0.45730495f, 0.022529041f, -0.32486343f,
};
inline constexpr Expected weights_after[]{
    {30, 0.09527730756, 7.542090153, 0.457657665, weights_after_0},
    {6, 0.05943838134, 1.470987108, 0.3965379894, weights_after_1},
    {42, 0.1130904267, 10.40185028, 0.5060714483, weights_after_2},
    {7, -0.1241206843, 1.553883521, 0.4573049545, weights_after_3},
};
inline constexpr float evaluate[]{
    1.8947282f, 0.8181818f, 0.36363637f, 1.8947282f, 0.1200877f, 0.600551f,
};
inline constexpr float test_on_batch[]{
    1.8276058f, 0.75f, 0.5f, 1.8276058f, 0.11623065f, 0.6458333f,
};
}  // namespace numbers_of_top_k
inline constexpr ScoreCase top_k{
    .name = "top_k",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.0,
    .input = numbers_of_top_k::input,
    .targets = numbers_of_top_k::targets,
    .sample_weight = {},
    .class_weight = {},
    .weights = numbers_of_top_k::weights,
    .history = numbers_of_top_k::history,
    .weights_after = numbers_of_top_k::weights_after,
    .evaluate = numbers_of_top_k::evaluate,
    .test_on_batch = numbers_of_top_k::test_on_batch,
};

// Sequential<Dense<6, ReLU>, Dense<7, Softmax>> on Input<5>, SparseCategoricalCrossentropy{},
// SparseTopKCategoricalAccuracy{.k = 3}, SparseTopKCategoricalAccuracy{.k = 9},
// MeanIoU{.num_classes = 7, .sparse_y_pred = false}, MeanIoU{.num_classes = 5, .ignore_class = 2,
// .sparse_y_pred = false}, SGD{.learning_rate = 0.1f}
namespace numbers_of_sparse_top_k {
inline constexpr float loss[]{1.9962622f, 1.9761174f, 1.9574502f};
inline constexpr float mean_io_u[]{0.028571429f, 0.028571429f, 0.028571429f};
inline constexpr float mean_io_u_1[]{0.f, 0.f, 0.f};
inline constexpr float sparse_top_k_categorical_accuracy[]{0.625f, 0.625f, 0.625f};
inline constexpr float sparse_top_k_categorical_accuracy_1[]{1.f, 1.f, 1.f};
inline constexpr float val_loss[]{1.9317449f, 1.928135f, 1.9248457f};
inline constexpr float val_mean_io_u[]{0.11111111f, 0.11111111f, 0.11111111f};
inline constexpr float val_mean_io_u_1[]{0.11111111f, 0.11111111f, 0.11111111f};
inline constexpr float val_sparse_top_k_categorical_accuracy[]{
    0.33333334f, 0.33333334f, 0.33333334f,
};
inline constexpr float val_sparse_top_k_categorical_accuracy_1[]{1.f, 1.f, 1.f};
inline constexpr float input[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.18911612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f, 0.84159195f, 0.077659965f, -0.68627214f, 0.54979587f,
    -0.21413612f, -0.9780681f, 0.25799978f, -0.5059322f, 0.7301358f, -0.03379631f, -0.7977283f,
    0.4383397f, -0.3255924f, 0.9104756f, 0.14654362f, -0.6173885f, 0.6186795f, -0.14525247f,
    -0.9091846f, 0.32688344f, -0.43704855f, 0.79901946f, 0.035087347f, -0.72884464f, 0.50722337f,
    -0.25670874f, 0.97935927f, 0.21542728f, -0.5485048f, 0.6875632f, -0.07636881f, -0.8403009f,
    0.3957671f, -0.3681649f, 0.8679031f, 0.103971004f, -0.659961f, 0.576107f,
};
inline constexpr float targets[]{0.f, 4.f, 2.f, 6.f, 3.f, 1.f, 5.f, 2.f, 0.f, 4.f, 1.f};
inline constexpr Tensor weights[]{
    {"dense/kernel", 30, 131772u, 0.5f, 0.f}, {"dense/bias", 6, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 42, 219620u, 0.5f, 0.f}, {"dense_1/bias", 7, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{
    {"loss", loss}, {"mean_io_u", mean_io_u}, {"mean_io_u_1", mean_io_u_1},
    {"sparse_top_k_categorical_accuracy", sparse_top_k_categorical_accuracy},
    {"sparse_top_k_categorical_accuracy_1", sparse_top_k_categorical_accuracy_1},
    {"val_loss", val_loss}, {"val_mean_io_u", val_mean_io_u}, {"val_mean_io_u_1", val_mean_io_u_1},
    {"val_sparse_top_k_categorical_accuracy", val_sparse_top_k_categorical_accuracy},
    {"val_sparse_top_k_categorical_accuracy_1", val_sparse_top_k_categorical_accuracy_1},
};
inline constexpr float weights_after_0[]{
    -0.2363385f, 0.3234887f, -0.05286731f, -0.38554388f, 0.21807888f, -0.21328926f, 0.43945336f,
    0.07365318f, -0.28462213f, 0.31941828f, -0.074107565f, -0.4327674f, 0.1838235f, -0.17618236f,
    0.37398395f, 0.015166546f, -0.366294f, 0.23730047f, -0.14038464f, 0.46412793f, 0.13074085f,
    -0.2798713f, 0.34254152f, -0.024653142f, -0.43825516f, 0.2142924f, -0.21422982f, 0.41587707f,
    0.050355073f, -0.3578855f,
};
inline constexpr float weights_after_1[]{
    0.16482446f, -0.2800202f, 0.3907278f, -0.022272669f, -0.37048018f, 0.22947662f,
};
inline constexpr float weights_after_2[]{
    -0.43897292f, 0.18366054f, -0.16107346f, 0.41515106f, 0.033065233f, -0.35123336f, 0.29575467f,
    -0.112141214f, -0.4667857f, 0.11900252f, -0.24395883f, 0.3515371f, 0.0125274155f, -0.4001643f,
    0.22715002f, -0.16533297f, 0.47248647f, 0.05560661f, -0.3012991f, 0.27640736f, -0.021335972f,
    -0.43954423f, 0.16323006f, -0.20806511f, 0.39635974f, 0.031803433f, -0.36871406f, 0.25227794f,
    -0.13046025f, 0.5061654f, 0.102289446f, -0.2607689f, 0.33630425f, -0.02281018f, -0.41970664f,
    0.2104328f, -0.19284576f, 0.455732f, 0.04117324f, -0.32441673f, 0.25406593f, -0.049462993f,
};
inline constexpr float weights_after_3[]{
    -0.021248337f, -0.36832124f, 0.22961591f, -0.15769267f, 0.4256957f, 0.053393137f, -0.28556314f,
};
inline constexpr Expected weights_after[]{
    {30, 0.1250097388, 7.479593714, 0.464127928, weights_after_0},
    {6, 0.1122558042, 1.457801916, 0.3907277882, weights_after_1},
    {42, 0.1130905375, 10.2712759, 0.5061653852, weights_after_2},
    {7, -0.1241206527, 1.541530125, 0.4256956875, weights_after_3},
};
inline constexpr float evaluate[]{1.9315356f, 0.54545456f, 1.f, 0.071428575f, 0.04f};
inline constexpr float test_on_batch[]{1.8395356f, 0.75f, 1.f, 0.0625f, 0.f};
}  // namespace numbers_of_sparse_top_k
inline constexpr ScoreCase sparse_top_k{
    .name = "sparse_top_k",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.25,
    .input = numbers_of_sparse_top_k::input,
    .targets = numbers_of_sparse_top_k::targets,
    .sample_weight = {},
    .class_weight = {},
    .weights = numbers_of_sparse_top_k::weights,
    .history = numbers_of_sparse_top_k::history,
    .weights_after = numbers_of_sparse_top_k::weights_after,
    .evaluate = numbers_of_sparse_top_k::evaluate,
    .test_on_batch = numbers_of_sparse_top_k::test_on_batch,
};

// Sequential<Identity> on Input<3>, MeanSquaredError{}, AUC{.num_thresholds = 2},
// AUC{.num_thresholds = 3}, AUC{.num_thresholds = 5}, AUC{.num_thresholds = 5, .curve = "PR"},
// AUC{}, AUC{.num_thresholds = 5, .curve = "PR", .summation_method = "minoring"},
// Weighted<AUC>{.num_thresholds = 5}, SGD{.learning_rate = 0.1f}
namespace numbers_of_ties {
inline constexpr float input[]{
    1.f, 0.5f, -0.25f, 0.75f, 0.25f, 1.25f, 0.5f, 0.f, 1.f, 0.25f, -0.25f, 0.75f, 0.f, 1.f, 0.5f,
    0.f, 0.75f, 0.25f, 1.25f, 0.5f, 0.f, 1.f, 0.5f, -0.25f, 0.75f, 0.25f, 1.f, 0.5f, 0.f, 1.f,
    0.25f, 1.25f, 0.75f,
};
inline constexpr float targets[]{
    1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f,
};
inline constexpr float sample_weight[]{1.f, 0.5f, 2.f, 0.f, 0.5f, 3.f, 1.f, 1.f, 0.25f, 0.f, 1.5f};
inline constexpr float evaluate[]{
    0.5104167f, 0.5f, 0.48713234f, 0.44117647f, 0.5827588f, 0.3970588f, 0.20588236f, 0.4415459f,
};
inline constexpr float test_on_batch[]{
    0.5755208f, 0.5f, 0.41666666f, 0.3611111f, 0.49683723f, 0.31944445f, 0.1904762f, 0.24545455f,
};
}  // namespace numbers_of_ties
inline constexpr ScoreCase ties{
    .name = "ties",
    .examples = 11,
    .batch_size = 4,
    .epochs = 0,
    .validation_split = 0.0,
    .input = numbers_of_ties::input,
    .targets = numbers_of_ties::targets,
    .sample_weight = numbers_of_ties::sample_weight,
    .class_weight = {},
    .weights = {},
    .history = {},
    .weights_after = {},
    .evaluate = numbers_of_ties::evaluate,
    .test_on_batch = numbers_of_ties::test_on_batch,
};

// Sequential<Identity> on Input<3>, MeanSquaredError{}, AUC{.num_thresholds = 2},
// AUC{.num_thresholds = 3}, AUC{.num_thresholds = 5}, AUC{.num_thresholds = 5, .curve = "PR"},
// AUC{}, AUC{.num_thresholds = 5, .curve = "PR", .summation_method = "minoring"},
// SGD{.learning_rate = 0.1f}
namespace numbers_of_nothing_positive {
inline constexpr float input[]{
    1.f, 0.5f, -0.25f, 0.75f, 0.25f, 1.25f, 0.5f, 0.f, 1.f, 0.25f, -0.25f, 0.75f, 0.f, 1.f, 0.5f,
    0.f, 0.75f, 0.25f, 1.25f, 0.5f, 0.f, 1.f, 0.5f, -0.25f, 0.75f, 0.25f, 1.f, 0.5f, 0.f, 1.f,
    0.25f, 1.25f, 0.75f,
};
inline constexpr float targets[]{
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f,
};
inline constexpr float evaluate[]{0.46969697f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f};
inline constexpr float test_on_batch[]{0.453125f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f};
}  // namespace numbers_of_nothing_positive
inline constexpr ScoreCase nothing_positive{
    .name = "nothing_positive",
    .examples = 11,
    .batch_size = 4,
    .epochs = 0,
    .validation_split = 0.0,
    .input = numbers_of_nothing_positive::input,
    .targets = numbers_of_nothing_positive::targets,
    .sample_weight = {},
    .class_weight = {},
    .weights = {},
    .history = {},
    .weights_after = {},
    .evaluate = numbers_of_nothing_positive::evaluate,
    .test_on_batch = numbers_of_nothing_positive::test_on_batch,
};

// Sequential<Identity> on Input<3>, MeanSquaredError{}, AUC{.num_thresholds = 2},
// AUC{.num_thresholds = 3}, AUC{.num_thresholds = 5}, AUC{.num_thresholds = 5, .curve = "PR"},
// AUC{}, AUC{.num_thresholds = 5, .curve = "PR", .summation_method = "minoring"},
// SGD{.learning_rate = 0.1f}
namespace numbers_of_all_positive {
inline constexpr float input[]{
    1.f, 0.5f, -0.25f, 0.75f, 0.25f, 1.25f, 0.5f, 0.f, 1.f, 0.25f, -0.25f, 0.75f, 0.f, 1.f, 0.5f,
    0.f, 0.75f, 0.25f, 1.25f, 0.5f, 0.f, 1.f, 0.5f, -0.25f, 0.75f, 0.25f, 1.f, 0.5f, 0.f, 1.f,
    0.25f, 1.25f, 0.75f,
};
inline constexpr float targets[]{
    1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f,
    1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f, 1.f,
};
inline constexpr float evaluate[]{0.43939394f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.72727275f};
inline constexpr float test_on_batch[]{0.49479166f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.75f};
}  // namespace numbers_of_all_positive
inline constexpr ScoreCase all_positive{
    .name = "all_positive",
    .examples = 11,
    .batch_size = 4,
    .epochs = 0,
    .validation_split = 0.0,
    .input = numbers_of_all_positive::input,
    .targets = numbers_of_all_positive::targets,
    .sample_weight = {},
    .class_weight = {},
    .weights = {},
    .history = {},
    .weights_after = {},
    .evaluate = numbers_of_all_positive::evaluate,
    .test_on_batch = numbers_of_all_positive::test_on_batch,
};

// Sequential<Identity> on Input<3>, MeanSquaredError{}, AUC{.from_logits = true},
// SGD{.learning_rate = 0.1f}
namespace numbers_of_logits {
inline constexpr float input[]{
    2.f, 0.5f, -1.75f, 1.25f, -0.25f, 2.75f, 0.5f, -1.f, 2.f, -0.25f, -1.75f, 1.25f, -1.f, 2.f,
    0.5f, -1.f, 1.25f, -0.25f, 2.75f, 0.5f, -1.f, 2.f, 0.5f, -1.75f, 1.25f, -0.25f, 2.f, 0.5f, -1.f,
    2.f, -0.25f, 2.75f, 1.25f,
};
inline constexpr float targets[]{
    1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f,
};
inline constexpr float evaluate[]{2.3181818f, 0.40808824f};
inline constexpr float test_on_batch[]{2.703125f, 0.33333334f};
}  // namespace numbers_of_logits
inline constexpr ScoreCase logits{
    .name = "logits",
    .examples = 11,
    .batch_size = 4,
    .epochs = 0,
    .validation_split = 0.0,
    .input = numbers_of_logits::input,
    .targets = numbers_of_logits::targets,
    .sample_weight = {},
    .class_weight = {},
    .weights = {},
    .history = {},
    .weights_after = {},
    .evaluate = numbers_of_logits::evaluate,
    .test_on_batch = numbers_of_logits::test_on_batch,
};

// Sequential<Identity> on Input<7>, MeanSquaredError{}, TopKCategoricalAccuracy{.k = 1},
// TopKCategoricalAccuracy{.k = 3}, Accuracy{}, MeanIoU{.num_classes = 7, .sparse_y_true = false,
// .sparse_y_pred = false}, SGD{.learning_rate = 0.1f}
namespace numbers_of_ties_of_classes {
inline constexpr float input[]{
    -0.5f, 0.5f, 0.f, -1.f, 0.5f, -0.5f, 1.f, 0.f, -0.5f, 0.5f, 0.f, -1.f, 0.5f, -0.5f, 1.f, 0.f,
    -0.5f, 0.5f, -0.5f, 1.f, 0.f, -0.5f, 0.5f, 0.f, -1.f, 0.5f, -0.5f, 1.f, 0.f, -0.5f, 0.5f, 0.f,
    -1.f, 0.5f, -0.5f, 0.5f, 0.f, -1.f, 0.5f, -0.5f, 1.f, 0.f, -0.5f, 0.5f, 0.f, -1.f, 0.5f, -0.5f,
    1.f, 0.f, -0.5f, 0.5f, 0.f, 1.f, 0.f, -0.5f, 0.5f, 0.f, -1.f, 0.5f, -0.5f, 1.f, 0.f, -0.5f,
    0.5f, 0.f, -1.f, 0.5f, -0.5f, 1.f, 0.f, -1.f, 0.5f, -0.5f, 1.f, 0.f, -0.5f,
};
inline constexpr float targets[]{
    1.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 1.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f,
    0.f,
};
inline constexpr float evaluate[]{0.5422078f, 0.09090909f, 0.45454547f, 0.09090909f, 0.035714287f};
inline constexpr float test_on_batch[]{0.5982143f, 0.25f, 0.25f, 0.25f, 0.125f};
}  // namespace numbers_of_ties_of_classes
inline constexpr ScoreCase ties_of_classes{
    .name = "ties_of_classes",
    .examples = 11,
    .batch_size = 4,
    .epochs = 0,
    .validation_split = 0.0,
    .input = numbers_of_ties_of_classes::input,
    .targets = numbers_of_ties_of_classes::targets,
    .sample_weight = {},
    .class_weight = {},
    .weights = {},
    .history = {},
    .weights_after = {},
    .evaluate = numbers_of_ties_of_classes::evaluate,
    .test_on_batch = numbers_of_ties_of_classes::test_on_batch,
};

// Sequential<Identity> on Input<3>, MeanSquaredError{}, MeanIoU{.num_classes = 3},
// MeanIoU{.num_classes = 2}, MeanIoU{.num_classes = 4, .ignore_class = 0}, SGD{.learning_rate =
// 0.1f}
namespace numbers_of_classes_as_numbers {
inline constexpr float input[]{
    0.44123757f, 0.85055876f, 1.8576453f, -0.4341507f, 1.7259469f, 0.982257f, 0.30953896f,
    2.398665f, 0.106868744f, 1.1849272f, 1.5232768f, -0.23148048f, 2.0603156f, 0.64788854f,
    0.6439078f, 2.0642962f, -0.22749972f, 1.5192962f, 1.188908f, 0.10288799f, 2.3946838f,
    0.31351972f, 0.97827625f, 1.7299278f, -0.43813145f, 1.8536644f, 0.8545395f, 0.4372568f,
    2.2709472f, -0.020848751f, 1.3126451f, 1.395559f, -0.103762984f,
};
inline constexpr float targets[]{
    2.f, 1.f, 0.f, 2.f, 1.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 2.f, 0.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f,
    1.f, 0.f, 2.f, 1.f, 0.f, 2.f, 1.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 2.f,
};
inline constexpr float evaluate[]{2.5465496f, 0.104166664f, 0.15625f, 0.15151516f};
inline constexpr float test_on_batch[]{2.54493f, 0.11111111f, 0.16666667f, 0.16666667f};
}  // namespace numbers_of_classes_as_numbers
inline constexpr ScoreCase classes_as_numbers{
    .name = "classes_as_numbers",
    .examples = 11,
    .batch_size = 4,
    .epochs = 0,
    .validation_split = 0.0,
    .input = numbers_of_classes_as_numbers::input,
    .targets = numbers_of_classes_as_numbers::targets,
    .sample_weight = {},
    .class_weight = {},
    .weights = {},
    .history = {},
    .weights_after = {},
    .evaluate = numbers_of_classes_as_numbers::evaluate,
    .test_on_batch = numbers_of_classes_as_numbers::test_on_batch,
};

// Sequential<Identity> on Input<3>, MeanSquaredError{}, BinaryAccuracy{}, BinaryAccuracy{.threshold
// = 0.25}, CategoricalAccuracy{}, Precision{}, Precision{.thresholds = 0.25}, Precision{.top_k =
// 2}, Precision{.thresholds = 0.5, .top_k = 2, .class_id = 1}, Recall{}, Recall{.thresholds = 0},
// Recall{.top_k = 1}, Recall{.class_id = 2}, TruePositives{}, TrueNegatives{.thresholds = 0.75},
// FalsePositives{.thresholds = 1}, FalseNegatives{}, F1Score{.average = "macro"}, F1Score{.average
// = "micro"}, F1Score{.average = "weighted", .threshold = 0.25}, FBetaScore{.average = "macro",
// .beta = 2.0, .threshold = 0.5}, FBetaScore{.average = "weighted", .beta = 0.5},
// Weighted<BinaryAccuracy>{}, Weighted<Precision>{}, Weighted<FalsePositives>{},
// Weighted<F1Score>{.average = "weighted"}, SGD{.learning_rate = 0.1f}
namespace numbers_of_decisions {
inline constexpr float input[]{
    1.f, 0.5f, -0.25f, 0.75f, 0.25f, 1.25f, 0.5f, 0.f, 1.f, 0.25f, -0.25f, 0.75f, 0.f, 1.f, 0.5f,
    0.f, 0.75f, 0.25f, 1.25f, 0.5f, 0.f, 1.f, 0.5f, -0.25f, 0.75f, 0.25f, 1.f, 0.5f, 0.f, 1.f,
    0.25f, 1.25f, 0.75f,
};
inline constexpr float targets[]{
    1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f,
};
inline constexpr float sample_weight[]{1.f, 0.5f, 2.f, 0.f, 0.5f, 3.f, 1.f, 1.f, 0.25f, 0.f, 1.5f};
inline constexpr float evaluate[]{
    0.5104167f, 0.4848485f, 0.3030303f, 0.36363637f, 0.5f, 0.35f, 0.3181818f, 0.6666667f,
    0.4117647f, 0.5294118f, 0.4117647f, 0.4f, 7.f, 14.f, 0.f, 10.f, 0.5166666f, 0.49999994f,
    0.37179482f, 0.43573198f, 0.5938808f, 0.4883721f, 0.44230768f, 7.25f, 0.461291f,
};
inline constexpr float test_on_batch[]{
    0.5755208f, 0.41666666f, 0.25f, 0.25f, 0.4f, 0.2857143f, 0.25f, 0.f, 0.33333334f, 0.5f,
    0.33333334f, 0.5f, 2.f, 5.f, 0.f, 4.f, 0.4666666f, 0.39999995f, 0.21666662f, 0.4292929f,
    0.28571424f, 0.42857143f, 0.375f, 2.5f, 0.27499995f,
};
}  // namespace numbers_of_decisions
inline constexpr ScoreCase decisions{
    .name = "decisions",
    .examples = 11,
    .batch_size = 4,
    .epochs = 0,
    .validation_split = 0.0,
    .input = numbers_of_decisions::input,
    .targets = numbers_of_decisions::targets,
    .sample_weight = numbers_of_decisions::sample_weight,
    .class_weight = {},
    .weights = {},
    .history = {},
    .weights_after = {},
    .evaluate = numbers_of_decisions::evaluate,
    .test_on_batch = numbers_of_decisions::test_on_batch,
};

// Sequential<Identity> on Input<3>, MeanSquaredError{}, SensitivityAtSpecificity{.specificity =
// 0.5}, SensitivityAtSpecificity{.specificity = 0.75, .num_thresholds = 5, .class_id = 1},
// SpecificityAtSensitivity{.sensitivity = 0.5, .num_thresholds = 1},
// SpecificityAtSensitivity{.sensitivity = 0.4, .num_thresholds = 5}, PrecisionAtRecall{.recall =
// 0.25, .num_thresholds = 5}, RecallAtPrecision{.precision = 0.5, .num_thresholds = 2},
// RecallAtPrecision{.precision = 0.95}, AUC{.thresholds = {0.9, 0.25, 0.3}}, AUC{.curve = "PR",
// .summation_method = "majoring", .thresholds = {0.5, 0.125}}, AUC{.multi_label = true},
// AUC{.num_thresholds = 5, .curve = "PR", .multi_label = true, .label_weights = {1, 2, 0.5}},
// AUC{.label_weights = {1, 2, 0.5}}, IoU{.num_classes = 3, .target_class_ids = {0, 2}},
// IoU{.num_classes = 4, .target_class_ids = {1, 1, 3}, .ignore_class = 0}, BinaryIoU{},
// BinaryIoU{.target_class_ids = {1}, .threshold = 0.25}, OneHotIoU{.num_classes = 3,
// .target_class_ids = {0, 1}}, OneHotMeanIoU{.num_classes = 3}, OneHotMeanIoU{.num_classes = 3,
// .ignore_class = 1}, Weighted<PrecisionAtRecall>{.recall = 0.25}, Weighted<AUC>{.multi_label =
// true, .num_labels = 3}, SGD{.learning_rate = 0.1f}
namespace numbers_of_points {
inline constexpr float input[]{
    1.f, 0.5f, 0.f, 0.75f, 0.25f, 1.f, 0.5f, 0.f, 1.f, 0.25f, 0.f, 0.75f, 0.f, 1.f, 0.5f, 0.f,
    0.75f, 0.25f, 1.f, 0.5f, 0.f, 1.f, 0.5f, 0.f, 0.75f, 0.25f, 1.f, 0.5f, 0.f, 1.f, 0.25f, 1.f,
    0.75f,
};
inline constexpr float targets[]{
    1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f,
};
inline constexpr float sample_weight[]{1.f, 0.5f, 2.f, 0.f, 0.5f, 3.f, 1.f, 1.f, 0.25f, 0.f, 1.5f};
inline constexpr float evaluate[]{
    0.47064394f, 0.4117647f, 0.2857143f, 0.f, 0.875f, 0.7777778f, 0.f, 0.f, 0.44117647f,
    0.50713015f, 0.4063492f, 0.6570008f, 0.374829f, 0.5384615f, 0.4117647f, 0.17435898f,
    0.27272725f, 0.3625f, 0.24166667f, 0.3f, 0.7419355f, 0.35133988f,
};
inline constexpr float test_on_batch[]{
    0.5260417f, 0.33333334f, 0.f, 0.f, 0.f, 0.6666667f, 0.f, 0.f, 0.3611111f, 0.45f, 0.45833334f,
    0.6591322f, 0.20052083f, 0.49999994f, 0.33333334f, 0.14090909f, 0.24999997f, 0.49999994f,
    0.33333328f, 0.99999976f, 0.42857143f, 0.3888889f,
};
}  // namespace numbers_of_points
inline constexpr ScoreCase points{
    .name = "points",
    .examples = 11,
    .batch_size = 4,
    .epochs = 0,
    .validation_split = 0.0,
    .input = numbers_of_points::input,
    .targets = numbers_of_points::targets,
    .sample_weight = numbers_of_points::sample_weight,
    .class_weight = {},
    .weights = {},
    .history = {},
    .weights_after = {},
    .evaluate = numbers_of_points::evaluate,
    .test_on_batch = numbers_of_points::test_on_batch,
};

// Sequential<Identity> on Input<3>, MeanSquaredError{}, RootMeanSquaredError{}, R2Score{},
// R2Score{.class_aggregation = "variance_weighted_average"}, PearsonCorrelation{},
// ConcordanceCorrelation{}, Weighted<RootMeanSquaredError>{}, Weighted<R2Score>{},
// Weighted<PearsonCorrelation>{}, SGD{.learning_rate = 0.1f}
namespace numbers_of_numbers {
inline constexpr float input[]{
    1.0392182f, 0.44372672f, -0.15176478f, 0.7527437f, 0.1572522f, 1.3117607f, 0.4662692f,
    0.12077771f, 1.0252862f, 0.1797947f, -0.1656968f, 0.7388117f, -0.10667981f, 1.0478287f,
    0.45233718f, 0.10684568f, 0.7613542f, 0.16586266f, 1.3203712f, 0.47487968f, -0.12061183f,
    1.0338967f, 0.43840516f, -0.15708634f, 0.74742216f, 0.15193065f, 1.0564392f, 0.46094763f,
    0.115456134f, 1.0199647f, 0.17447312f, 1.3289816f, 0.7334901f,
};
inline constexpr float targets[]{
    -0.35781777f, 0.62825024f, -0.51068175f, 1.2253863f, 0.21145415f, -0.052477837f, 0.8085902f,
    -0.20534194f, -0.46927392f, 0.3917941f, -0.622138f, 1.11393f, -0.025002003f, -0.2889341f,
    0.6971339f, -0.3167981f, 1.2942699f, 0.2803378f, 0.01640582f, 0.87747383f, -0.13645828f,
    -0.40039027f, 0.58567774f, -0.55325437f, 1.1828136f, 0.16888165f, -0.22005045f, 0.76601756f,
    -0.24791443f, 1.4881536f, 0.34922147f, 0.08528948f, 1.0713575f,
};
inline constexpr float sample_weight[]{1.f, 0.5f, 2.f, 0.f, 0.5f, 3.f, 1.f, 1.f, 0.25f, 0.f, 1.5f};
inline constexpr float evaluate[]{
    0.53090304f, 0.7269057f, -0.45440975f, -0.42521963f, 0.18583794f, 0.14495116f, 0.7370547f,
    -0.80500716f, 0.17143787f,
};
inline constexpr float test_on_batch[]{
    0.6727344f, 0.7666648f, -0.548902f, -0.7814236f, 0.1482113f, 0.13203463f, 0.8768348f,
    -22.676804f, -0.17649406f,
};
}  // namespace numbers_of_numbers
inline constexpr ScoreCase numbers{
    .name = "numbers",
    .examples = 11,
    .batch_size = 4,
    .epochs = 0,
    .validation_split = 0.0,
    .input = numbers_of_numbers::input,
    .targets = numbers_of_numbers::targets,
    .sample_weight = numbers_of_numbers::sample_weight,
    .class_weight = {},
    .weights = {},
    .history = {},
    .weights_after = {},
    .evaluate = numbers_of_numbers::evaluate,
    .test_on_batch = numbers_of_numbers::test_on_batch,
};

// Sequential<Dense<6, ReLU>, Dense<3, Sigmoid>> on Input<5>, BinaryCrossentropy{},
// BinaryAccuracy{}, Precision{.thresholds = 0.45}, Recall{.top_k = 1}, F1Score{.average = "macro"},
// R2Score{}, SGD{.learning_rate = 0.1f}
namespace numbers_of_decisions_in_training {
inline constexpr float binary_accuracy[]{0.625f, 0.7083333f, 0.6666667f};
inline constexpr float f1_score[]{0.4444444f, 0.4444444f, 0.6222222f};
inline constexpr float loss[]{0.66248274f, 0.658535f, 0.6546182f};
inline constexpr float precision[]{0.6875f, 0.6875f, 0.6875f};
inline constexpr float r2_score[]{0.039589975f, 0.047680385f, 0.05570377f};
inline constexpr float recall[]{0.3846154f, 0.3846154f, 0.53846157f};
inline constexpr float val_binary_accuracy[]{0.33333334f, 0.33333334f, 0.33333334f};
inline constexpr float val_f1_score[]{0.16666664f, 0.16666664f, 0.16666664f};
inline constexpr float val_loss[]{0.8181191f, 0.81985825f, 0.8216507f};
inline constexpr float val_precision[]{0.16666667f, 0.16666667f, 0.16666667f};
inline constexpr float val_r2_score[]{-0.14687464f, -0.14814284f, -0.1494277f};
inline constexpr float val_recall[]{0.25f, 0.25f, 0.25f};
inline constexpr float input[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.18911612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f, 0.84159195f, 0.077659965f, -0.68627214f, 0.54979587f,
    -0.21413612f, -0.9780681f, 0.25799978f, -0.5059322f, 0.7301358f, -0.03379631f, -0.7977283f,
    0.4383397f, -0.3255924f, 0.9104756f, 0.14654362f, -0.6173885f, 0.6186795f, -0.14525247f,
    -0.9091846f, 0.32688344f, -0.43704855f, 0.79901946f, 0.035087347f, -0.72884464f, 0.50722337f,
    -0.25670874f, 0.97935927f, 0.21542728f, -0.5485048f, 0.6875632f, -0.07636881f, -0.8403009f,
    0.3957671f, -0.3681649f, 0.8679031f, 0.103971004f, -0.659961f, 0.576107f,
};
inline constexpr float targets[]{
    1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f,
};
inline constexpr Tensor weights[]{
    {"dense/kernel", 30, 131772u, 0.5f, 0.f}, {"dense/bias", 6, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 18, 219620u, 0.5f, 0.f}, {"dense_1/bias", 3, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{
    {"binary_accuracy", binary_accuracy}, {"f1_score", f1_score}, {"loss", loss},
    {"precision", precision}, {"r2_score", r2_score}, {"recall", recall},
    {"val_binary_accuracy", val_binary_accuracy}, {"val_f1_score", val_f1_score},
    {"val_loss", val_loss}, {"val_precision", val_precision}, {"val_r2_score", val_r2_score},
    {"val_recall", val_recall},
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
inline constexpr float evaluate[]{
    0.69648546f, 0.6060606f, 0.54545456f, 0.47058824f, 0.5629629f, -0.039946828f,
};
inline constexpr float test_on_batch[]{
    0.663053f, 0.8333333f, 0.625f, 0.5f, 0.48888883f, -0.16050102f,
};
}  // namespace numbers_of_decisions_in_training
inline constexpr ScoreCase decisions_in_training{
    .name = "decisions_in_training",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.25,
    .input = numbers_of_decisions_in_training::input,
    .targets = numbers_of_decisions_in_training::targets,
    .sample_weight = {},
    .class_weight = {},
    .weights = numbers_of_decisions_in_training::weights,
    .history = numbers_of_decisions_in_training::history,
    .weights_after = numbers_of_decisions_in_training::weights_after,
    .evaluate = numbers_of_decisions_in_training::evaluate,
    .test_on_batch = numbers_of_decisions_in_training::test_on_batch,
};

// Sequential<Dense<6, ReLU>, Dense<4, Softmax>> on Input<5>, SparseCategoricalCrossentropy{},
// Accuracy{}, SparseTopKCategoricalAccuracy{.k = 2}, Weighted<Accuracy>{}, Weighted<Accuracy>{},
// Weighted<SparseCategoricalCrossentropy>{}, SGD{.learning_rate = 0.1f}
namespace numbers_of_sample_weight {
inline constexpr float accuracy[]{0.375f, 0.375f, 0.375f};
inline constexpr float loss[]{1.1396705f, 1.0831506f, 1.0308912f};
inline constexpr float sparse_categorical_crossentropy[]{1.1396705f, 1.0831506f, 1.0308912f};
inline constexpr float sparse_top_k_categorical_accuracy[]{0.625f, 0.625f, 0.625f};
inline constexpr float val_accuracy[]{0.33333334f, 0.33333334f, 0.33333334f};
inline constexpr float val_loss[]{0.6227865f, 0.6181142f, 0.6146724f};
inline constexpr float val_sparse_categorical_crossentropy[]{1.067634f, 1.0596243f, 1.0537242f};
inline constexpr float val_sparse_top_k_categorical_accuracy[]{
    0.33333334f, 0.33333334f, 0.33333334f,
};
inline constexpr float val_weighted_accuracy[]{0.85714287f, 0.85714287f, 0.85714287f};
inline constexpr float val_weighted_accuracy_1[]{0.85714287f, 0.85714287f, 0.85714287f};
inline constexpr float weighted_accuracy[]{0.75f, 0.75f, 0.75f};
inline constexpr float weighted_accuracy_1[]{0.75f, 0.75f, 0.75f};
inline constexpr float input[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.18911612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f, 0.84159195f, 0.077659965f, -0.68627214f, 0.54979587f,
    -0.21413612f, -0.9780681f, 0.25799978f, -0.5059322f, 0.7301358f, -0.03379631f, -0.7977283f,
    0.4383397f, -0.3255924f, 0.9104756f, 0.14654362f, -0.6173885f, 0.6186795f, -0.14525247f,
    -0.9091846f, 0.32688344f, -0.43704855f, 0.79901946f, 0.035087347f, -0.72884464f, 0.50722337f,
    -0.25670874f, 0.97935927f, 0.21542728f, -0.5485048f, 0.6875632f, -0.07636881f, -0.8403009f,
    0.3957671f, -0.3681649f, 0.8679031f, 0.103971004f, -0.659961f, 0.576107f,
};
inline constexpr float targets[]{2.f, 0.f, 3.f, 1.f, 3.f, 2.f, 0.f, 3.f, 1.f, 0.f, 2.f};
inline constexpr float sample_weight[]{1.f, 0.5f, 2.f, 0.f, -0.5f, 3.f, 1.f, 1.f, 0.25f, 0.f, 1.5f};
inline constexpr Tensor weights[]{
    {"dense/kernel", 30, 131772u, 0.5f, 0.f}, {"dense/bias", 6, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 24, 219620u, 0.5f, 0.f}, {"dense_1/bias", 4, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{
    {"accuracy", accuracy}, {"loss", loss},
    {"sparse_categorical_crossentropy", sparse_categorical_crossentropy},
    {"sparse_top_k_categorical_accuracy", sparse_top_k_categorical_accuracy},
    {"val_accuracy", val_accuracy}, {"val_loss", val_loss},
    {"val_sparse_categorical_crossentropy", val_sparse_categorical_crossentropy},
    {"val_sparse_top_k_categorical_accuracy", val_sparse_top_k_categorical_accuracy},
    {"val_weighted_accuracy", val_weighted_accuracy},
    {"val_weighted_accuracy_1", val_weighted_accuracy_1}, {"weighted_accuracy", weighted_accuracy},
    {"weighted_accuracy_1", weighted_accuracy_1},
};
inline constexpr float weights_after_0[]{
    -0.28085083f, 0.4094816f, -0.10255666f, -0.39824176f, 0.17018731f, -0.12844086f, 0.43101436f,
    0.0645606f, -0.30837002f, 0.28478962f, -0.0683506f, -0.47194812f, 0.18796699f, -0.27299967f,
    0.4704929f, 0.02269966f, -0.30688852f, 0.20382048f, -0.11343167f, 0.50925225f, 0.097723685f,
    -0.29426897f, 0.31514186f, -0.030306898f, -0.46856752f, 0.17169197f, -0.23636696f, 0.44364116f,
    0.076603964f, -0.3276936f,
};
inline constexpr float weights_after_1[]{
    0.23978573f, -0.16518706f, 0.37109518f, 0.020577239f, -0.44070706f, 0.30048788f,
};
inline constexpr float weights_after_2[]{
    -0.44291016f, 0.17549402f, -0.22121988f, 0.48120454f, 0.05321117f, -0.35693026f, 0.32737097f,
    -0.1425396f, -0.5002665f, 0.09220411f, -0.26232535f, 0.44004384f, -0.012104842f, -0.40229648f,
    0.22597076f, -0.15336959f, 0.46196252f, 0.07118977f, -0.28472912f, 0.29832047f, -0.08831647f,
    -0.48282522f, 0.15200014f, -0.14557105f,
};
inline constexpr float weights_after_3[]{-0.030313775f, -0.48632222f, 0.31222022f, -0.1461428f};
inline constexpr Expected weights_after[]{
    {30, 0.04978575371, 7.668351075, 0.5092522502, weights_after_0},
    {6, 0.3260519076, 1.537840145, 0.4407070577, weights_after_1},
    {24, -0.7164322203, 6.274376838, 0.5002664924, weights_after_2},
    {4, -0.350558579, 0.9749990106, 0.4863222241, weights_after_3},
};
inline constexpr float evaluate[]{
    0.8799762f, 0.36363637f, 0.54545456f, 0.7692308f, 0.7692308f, 0.9927936f,
};
inline constexpr float test_on_batch[]{
    0.8555013f, 0.5f, 0.5f, 0.85714287f, 0.85714287f, 0.9777158f,
};
}  // namespace numbers_of_sample_weight
inline constexpr ScoreCase sample_weight{
    .name = "sample_weight",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.25,
    .input = numbers_of_sample_weight::input,
    .targets = numbers_of_sample_weight::targets,
    .sample_weight = numbers_of_sample_weight::sample_weight,
    .class_weight = {},
    .weights = numbers_of_sample_weight::weights,
    .history = numbers_of_sample_weight::history,
    .weights_after = numbers_of_sample_weight::weights_after,
    .evaluate = numbers_of_sample_weight::evaluate,
    .test_on_batch = numbers_of_sample_weight::test_on_batch,
};

// Sequential<Dense<6, ReLU>, Dense<3, Sigmoid>> on Input<5>, BinaryCrossentropy{}, Weighted<AUC>{},
// SGD{.learning_rate = 0.1f}
namespace numbers_of_sample_weight_of_rows {
inline constexpr float auc[]{0.6698068f, 0.6915459f, 0.7195652f};
inline constexpr float loss[]{0.6546554f, 0.648458f, 0.64240384f};
inline constexpr float input[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.18911612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f, 0.84159195f, 0.077659965f, -0.68627214f, 0.54979587f,
    -0.21413612f, -0.9780681f, 0.25799978f, -0.5059322f, 0.7301358f, -0.03379631f, -0.7977283f,
    0.4383397f, -0.3255924f, 0.9104756f, 0.14654362f, -0.6173885f, 0.6186795f, -0.14525247f,
    -0.9091846f, 0.32688344f, -0.43704855f, 0.79901946f, 0.035087347f, -0.72884464f, 0.50722337f,
    -0.25670874f, 0.97935927f, 0.21542728f, -0.5485048f, 0.6875632f, -0.07636881f, -0.8403009f,
    0.3957671f, -0.3681649f, 0.8679031f, 0.103971004f, -0.659961f, 0.576107f,
};
inline constexpr float targets[]{
    1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f,
};
inline constexpr float sample_weight[]{1.f, 0.5f, 2.f, 0.f, 0.5f, 3.f, 1.f, 1.f, 0.25f, 0.f, 1.5f};
inline constexpr Tensor weights[]{
    {"dense/kernel", 30, 131772u, 0.5f, 0.f}, {"dense/bias", 6, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 18, 219620u, 0.5f, 0.f}, {"dense_1/bias", 3, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{{"auc", auc}, {"loss", loss}};
inline constexpr float weights_after_0[]{
    -0.25416398f, 0.3849228f, 0.005194851f, -0.40422067f, 0.22030881f, -0.17271398f, 0.45672038f,
    0.065361485f, -0.31263888f, 0.28108692f, -0.0751937f, -0.46673885f, 0.17836423f, -0.24807474f,
    0.36766866f, 0.009722272f, -0.37069622f, 0.27730945f, -0.15567124f, 0.49514365f, 0.11378319f,
    -0.26183304f, 0.34350482f, -0.05670909f, -0.4286308f, 0.18170743f, -0.20861252f, 0.4236653f,
    0.048002306f, -0.34057164f,
};
inline constexpr float weights_after_1[]{
    0.19101642f, -0.19676583f, 0.41415128f, 0.005754188f, -0.3661394f, 0.23353378f,
};
inline constexpr float weights_after_2[]{
    -0.44643116f, 0.21183679f, -0.2105784f, 0.4449635f, 0.029165363f, -0.3474223f, 0.27045074f,
    -0.08778829f, -0.49787128f, 0.116899095f, -0.2243183f, 0.35311693f, -0.0012839107f,
    -0.40177056f, 0.21715929f, -0.17499036f, 0.47970778f, 0.06567104f,
};
inline constexpr float weights_after_3[]{0.0017042711f, -0.3807008f, 0.17225899f};
inline constexpr Expected weights_after[]{
    {30, 0.09599714571, 7.608935914, 0.4951436479, weights_after_0},
    {6, 0.2815504652, 1.407360896, 0.4141512911, weights_after_1},
    {18, -0.2034840211, 4.58142508, 0.4978712686, weights_after_2},
    {3, -0.2067375287, 0.5546640545, 0.3807007916, weights_after_3},
};
inline constexpr float evaluate[]{0.6349026f, 0.7316425f};
inline constexpr float test_on_batch[]{0.56513256f, 0.8545455f};
}  // namespace numbers_of_sample_weight_of_rows
inline constexpr ScoreCase sample_weight_of_rows{
    .name = "sample_weight_of_rows",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.0,
    .input = numbers_of_sample_weight_of_rows::input,
    .targets = numbers_of_sample_weight_of_rows::targets,
    .sample_weight = numbers_of_sample_weight_of_rows::sample_weight,
    .class_weight = {},
    .weights = numbers_of_sample_weight_of_rows::weights,
    .history = numbers_of_sample_weight_of_rows::history,
    .weights_after = numbers_of_sample_weight_of_rows::weights_after,
    .evaluate = numbers_of_sample_weight_of_rows::evaluate,
    .test_on_batch = numbers_of_sample_weight_of_rows::test_on_batch,
};

// Sequential<Dense<6, ReLU>, Dense<4, Softmax>> on Input<5>, SparseCategoricalCrossentropy{},
// Accuracy{}, Weighted<Accuracy>{}, SGD{.learning_rate = 0.1f}
namespace numbers_of_class_weight {
inline constexpr float accuracy[]{0.375f, 0.375f, 0.375f};
inline constexpr float loss[]{1.9713384f, 1.7941052f, 1.6542597f};
inline constexpr float val_accuracy[]{0.33333334f, 0.33333334f, 0.33333334f};
inline constexpr float val_loss[]{1.3843441f, 1.356034f, 1.3324071f};
inline constexpr float val_weighted_accuracy[]{0.33333334f, 0.33333334f, 0.33333334f};
inline constexpr float weighted_accuracy[]{0.23809524f, 0.23809524f, 0.23809524f};
inline constexpr float input[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.18911612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f, 0.84159195f, 0.077659965f, -0.68627214f, 0.54979587f,
    -0.21413612f, -0.9780681f, 0.25799978f, -0.5059322f, 0.7301358f, -0.03379631f, -0.7977283f,
    0.4383397f, -0.3255924f, 0.9104756f, 0.14654362f, -0.6173885f, 0.6186795f, -0.14525247f,
    -0.9091846f, 0.32688344f, -0.43704855f, 0.79901946f, 0.035087347f, -0.72884464f, 0.50722337f,
    -0.25670874f, 0.97935927f, 0.21542728f, -0.5485048f, 0.6875632f, -0.07636881f, -0.8403009f,
    0.3957671f, -0.3681649f, 0.8679031f, 0.103971004f, -0.659961f, 0.576107f,
};
inline constexpr float targets[]{2.f, 0.f, 3.f, 1.f, 3.f, 2.f, 0.f, 3.f, 1.f, 0.f, 2.f};
inline constexpr float class_weight[]{1.f, 5.f, 1.f, 0.5f};
inline constexpr Tensor weights[]{
    {"dense/kernel", 30, 131772u, 0.5f, 0.f}, {"dense/bias", 6, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 24, 219620u, 0.5f, 0.f}, {"dense_1/bias", 4, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{
    {"accuracy", accuracy}, {"loss", loss}, {"val_accuracy", val_accuracy}, {"val_loss", val_loss},
    {"val_weighted_accuracy", val_weighted_accuracy}, {"weighted_accuracy", weighted_accuracy},
};
inline constexpr float weights_after_0[]{
    -0.24518347f, 0.3760048f, -0.030237658f, -0.40328503f, 0.21961811f, -0.202326f, 0.42528698f,
    0.06946126f, -0.31476873f, 0.28353867f, -0.07369868f, -0.43970513f, 0.20244351f, -0.23708224f,
    0.46015254f, 0.02184717f, -0.36701548f, 0.18539745f, -0.1162973f, 0.4949835f, 0.1130216f,
    -0.29132915f, 0.343649f, -0.06378256f, -0.4760636f, 0.18844f, -0.2918409f, 0.44697943f,
    0.0503322f, -0.25113708f,
};
inline constexpr float weights_after_1[]{
    0.2458471f, -0.20578851f, 0.4170493f, 0.02945342f, -0.36900052f, 0.16129361f,
};
inline constexpr float weights_after_2[]{
    -0.45326605f, 0.28328326f, -0.23829706f, 0.40084836f, 0.06294101f, -0.3538311f, 0.28381842f,
    -0.11181605f, -0.51741034f, 0.38977265f, -0.35178402f, 0.24907778f, -0.0018340932f, -0.404849f,
    0.22670789f, -0.16182497f, 0.46692044f, 0.06940349f, -0.30092868f, 0.31134844f, -0.099218756f,
    -0.26615185f, 0.095992304f, -0.29533428f,
};
inline constexpr float weights_after_3[]{-0.014596768f, -0.19188666f, 0.13344173f, -0.27751687f};
inline constexpr Expected weights_after[]{
    {30, 0.0774030911, 7.684909177, 0.4949834951, weights_after_0},
    {6, 0.2788543738, 1.428432461, 0.4170492845, weights_after_1},
    {24, -0.7164322138, 6.396660325, 0.5174103431, weights_after_2},
    {4, -0.350558579, 0.617442044, 0.2775168735, weights_after_3},
};
inline constexpr float evaluate[]{1.2952945f, 0.36363637f, 0.36363637f};
inline constexpr float test_on_batch[]{1.2220877f, 0.5f, 0.5f};
}  // namespace numbers_of_class_weight
inline constexpr ScoreCase class_weight{
    .name = "class_weight",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.25,
    .input = numbers_of_class_weight::input,
    .targets = numbers_of_class_weight::targets,
    .sample_weight = {},
    .class_weight = numbers_of_class_weight::class_weight,
    .weights = numbers_of_class_weight::weights,
    .history = numbers_of_class_weight::history,
    .weights_after = numbers_of_class_weight::weights_after,
    .evaluate = numbers_of_class_weight::evaluate,
    .test_on_batch = numbers_of_class_weight::test_on_batch,
};

// Sequential<Dense<6, ReLU>, Dense<4, Softmax>> on Input<5>, CategoricalCrossentropy{},
// Weighted<Accuracy>{}, SGD{.learning_rate = 0.1f}
namespace numbers_of_class_weight_one_hot {
inline constexpr float accuracy[]{0.2f, 0.32f, 0.4f};
inline constexpr float loss[]{1.5889193f, 1.510707f, 1.4464282f};
inline constexpr float input[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.18911612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f, 0.84159195f, 0.077659965f, -0.68627214f, 0.54979587f,
    -0.21413612f, -0.9780681f, 0.25799978f, -0.5059322f, 0.7301358f, -0.03379631f, -0.7977283f,
    0.4383397f, -0.3255924f, 0.9104756f, 0.14654362f, -0.6173885f, 0.6186795f, -0.14525247f,
    -0.9091846f, 0.32688344f, -0.43704855f, 0.79901946f, 0.035087347f, -0.72884464f, 0.50722337f,
    -0.25670874f, 0.97935927f, 0.21542728f, -0.5485048f, 0.6875632f, -0.07636881f, -0.8403009f,
    0.3957671f, -0.3681649f, 0.8679031f, 0.103971004f, -0.659961f, 0.576107f,
};
inline constexpr float targets[]{
    0.f, 0.f, 1.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 0.f,
    1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 1.f, 0.f,
};
inline constexpr float class_weight[]{2.f, 1.f, 0.5f, 1.f};
inline constexpr Tensor weights[]{
    {"dense/kernel", 30, 131772u, 0.5f, 0.f}, {"dense/bias", 6, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 24, 219620u, 0.5f, 0.f}, {"dense_1/bias", 4, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{{"accuracy", accuracy}, {"loss", loss}};
inline constexpr float weights_after_0[]{
    -0.24207163f, 0.3931149f, -0.08819268f, -0.38197878f, 0.2541277f, -0.17033957f, 0.39101374f,
    0.05378453f, -0.27640632f, 0.2870507f, -0.07205505f, -0.45812097f, 0.16001743f, -0.21637703f,
    0.3754433f, 0.03398984f, -0.39823782f, 0.23327827f, -0.018361539f, 0.45682147f, 0.1423426f,
    -0.34594333f, 0.3656049f, -0.05299897f, -0.49015784f, 0.18665992f, -0.283464f, 0.44995853f,
    0.039422143f, -0.3f,
};
inline constexpr float weights_after_1[]{
    0.17669265f, -0.25341308f, 0.39789927f, 0.010044656f, -0.32597843f, 0.22313894f,
};
inline constexpr float weights_after_2[]{
    -0.3864468f, 0.21133709f, -0.2446105f, 0.4122887f, 0.08561787f, -0.3477854f, 0.25897613f,
    -0.11569631f, -0.4502509f, 0.17297241f, -0.3250881f, 0.37202266f, 0.121015206f, -0.41812706f,
    0.17577672f, -0.22046502f, 0.4809148f, 0.06659857f, -0.31483725f, 0.31406757f, -0.053879783f,
    -0.43031076f, 0.11927085f, -0.19979289f,
};
inline constexpr float weights_after_3[]{0.22404139f, -0.38897568f, 0.029213233f, -0.21483752f};
inline constexpr Expected weights_after[]{
    {30, 0.02792447456, 7.617335521, 0.4901578381, weights_after_0},
    {6, 0.2283839847, 1.387167016, 0.3978992566, weights_after_1},
    {24, -0.7164322138, 6.298149379, 0.480914789, weights_after_2},
    {4, -0.350558579, 0.8570678061, 0.3889756657, weights_after_3},
};
inline constexpr float evaluate[]{1.267475f, 0.45454547f};
inline constexpr float test_on_batch[]{1.2502127f, 0.5f};
}  // namespace numbers_of_class_weight_one_hot
inline constexpr ScoreCase class_weight_one_hot{
    .name = "class_weight_one_hot",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.0,
    .input = numbers_of_class_weight_one_hot::input,
    .targets = numbers_of_class_weight_one_hot::targets,
    .sample_weight = {},
    .class_weight = numbers_of_class_weight_one_hot::class_weight,
    .weights = numbers_of_class_weight_one_hot::weights,
    .history = numbers_of_class_weight_one_hot::history,
    .weights_after = numbers_of_class_weight_one_hot::weights_after,
    .evaluate = numbers_of_class_weight_one_hot::evaluate,
    .test_on_batch = numbers_of_class_weight_one_hot::test_on_batch,
};

// Sequential<Dense<6, ReLU>, Dense<1, Sigmoid>> on Input<5>, BinaryCrossentropy{}, Accuracy{},
// Weighted<Accuracy>{}, SGD{.learning_rate = 0.1f}
namespace numbers_of_class_weight_binary {
inline constexpr float accuracy[]{0.45454547f, 0.6363636f, 0.6363636f};
inline constexpr float loss[]{1.3729441f, 1.1301293f, 0.96872574f};
inline constexpr float weighted_accuracy[]{0.40697673f, 0.95348835f, 0.95348835f};
inline constexpr float input[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.18911612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f, 0.84159195f, 0.077659965f, -0.68627214f, 0.54979587f,
    -0.21413612f, -0.9780681f, 0.25799978f, -0.5059322f, 0.7301358f, -0.03379631f, -0.7977283f,
    0.4383397f, -0.3255924f, 0.9104756f, 0.14654362f, -0.6173885f, 0.6186795f, -0.14525247f,
    -0.9091846f, 0.32688344f, -0.43704855f, 0.79901946f, 0.035087347f, -0.72884464f, 0.50722337f,
    -0.25670874f, 0.97935927f, 0.21542728f, -0.5485048f, 0.6875632f, -0.07636881f, -0.8403009f,
    0.3957671f, -0.3681649f, 0.8679031f, 0.103971004f, -0.659961f, 0.576107f,
};
inline constexpr float targets[]{1.f, 0.f, 0.f, 0.f, 1.f, 1.f, 1.f, 1.f, 0.f, 0.f, 0.f};
inline constexpr float class_weight[]{0.25f, 4.f};
inline constexpr Tensor weights[]{
    {"dense/kernel", 30, 131772u, 0.5f, 0.f}, {"dense/bias", 6, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 6, 219620u, 0.5f, 0.f}, {"dense_1/bias", 1, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{
    {"accuracy", accuracy}, {"loss", loss}, {"weighted_accuracy", weighted_accuracy},
};
inline constexpr float weights_after_0[]{
    -0.21524952f, 0.41825974f, -0.0366509f, -0.45629096f, 0.23400947f, -0.16409267f, 0.44296584f,
    0.06680802f, -0.29901212f, 0.2539926f, -0.07799918f, -0.42337742f, 0.18713683f, -0.2973622f,
    0.43431056f, 0.005093287f, -0.39000785f, 0.3024101f, -0.18137859f, 0.5279455f, 0.08112096f,
    -0.2538234f, 0.3509007f, -0.062268555f, -0.4237567f, 0.1637753f, -0.18970424f, 0.46647757f,
    0.03889204f, -0.34606218f,
};
inline constexpr float weights_after_1[]{
    0.12717499f, -0.13035415f, 0.3161096f, 0.10623646f, -0.34453258f, 0.12991767f,
};
inline constexpr float weights_after_2[]{
    -0.41277114f, 0.3447799f, -0.06253072f, 0.47274238f, 0.13003586f, -0.2678469f,
};
inline constexpr float weights_after_3[]{0.5605901f};
inline constexpr Expected weights_after[]{
    {30, 0.1570620513, 7.791135007, 0.5279455248, weights_after_0},
    {6, 0.2045519886, 1.154325428, 0.3445325708, weights_after_1},
    {6, 0.2044093876, 1.690706894, 0.4727423671, weights_after_2},
    {1, 0.5605901006, 0.5605901006, 0.5605901006, weights_after_3},
};
inline constexpr float evaluate[]{0.7318703f, 0.45454547f, 0.45454547f};
inline constexpr float test_on_batch[]{0.76365453f, 0.25f, 0.25f};
}  // namespace numbers_of_class_weight_binary
inline constexpr ScoreCase class_weight_binary{
    .name = "class_weight_binary",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.0,
    .input = numbers_of_class_weight_binary::input,
    .targets = numbers_of_class_weight_binary::targets,
    .sample_weight = {},
    .class_weight = numbers_of_class_weight_binary::class_weight,
    .weights = numbers_of_class_weight_binary::weights,
    .history = numbers_of_class_weight_binary::history,
    .weights_after = numbers_of_class_weight_binary::weights_after,
    .evaluate = numbers_of_class_weight_binary::evaluate,
    .test_on_batch = numbers_of_class_weight_binary::test_on_batch,
};

// Sequential<Conv2D<4, 1, 1, ReLU>, Conv2D<3, 1, 1, Softmax>> on Input<2, 3, 2>,
// SparseCategoricalCrossentropy{}, Accuracy{}, MeanIoU{.num_classes = 3, .sparse_y_pred = false},
// Weighted<Accuracy>{}, SGD{.learning_rate = 0.1f}
namespace numbers_of_weights_of_pixels {
inline constexpr float accuracy[]{0.18181819f, 0.18181819f, 0.1969697f};
inline constexpr float loss[]{0.5280638f, 0.52251035f, 0.51714605f};
inline constexpr float mean_io_u[]{0.082341276f, 0.082978725f, 0.09075119f};
inline constexpr float weighted_accuracy[]{0.17557251f, 0.19847329f, 0.22137405f};
inline constexpr float input[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.18911612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f, 0.84159195f, 0.077659965f, -0.68627214f, 0.54979587f,
    -0.21413612f, -0.9780681f, 0.25799978f, -0.5059322f, 0.7301358f, -0.03379631f, -0.7977283f,
    0.4383397f, -0.3255924f, 0.9104756f, 0.14654362f, -0.6173885f, 0.6186795f, -0.14525247f,
    -0.9091846f, 0.32688344f, -0.43704855f, 0.79901946f, 0.035087347f, -0.72884464f, 0.50722337f,
    -0.25670874f, 0.97935927f, 0.21542728f, -0.5485048f, 0.6875632f, -0.07636881f, -0.8403009f,
    0.3957671f, -0.3681649f, 0.8679031f, 0.103971004f, -0.659961f, 0.576107f, -0.18782508f,
    -0.9517571f, 0.28431094f, -0.47962117f, 0.75644684f, -0.0074851513f, -0.77141726f, 0.46465075f,
    -0.29928124f, 0.9367868f, 0.17285466f, -0.5910773f, 0.6449907f, -0.11894143f, -0.8828734f,
    0.3531946f, -0.4107375f, 0.8253305f, 0.061398506f, -0.7025336f, 0.5335344f, -0.23039758f,
    -0.9943296f, 0.24173832f, -0.5221937f, 0.71387434f, -0.05005777f, -0.81398976f, 0.42207825f,
    -0.34185386f, 0.89421415f, 0.13028216f, -0.63364995f, 0.60241807f, -0.16151392f, -0.9254459f,
    0.31062198f, -0.45331f, 0.782758f, 0.018825889f, -0.7451061f, 0.4909619f, -0.2729702f,
    0.9630978f, 0.19916582f, -0.5647663f, 0.6713017f, -0.09263027f, -0.85656226f, 0.37950563f,
    -0.38442636f, 0.85164165f, 0.087709546f, -0.67622244f, 0.55984557f, -0.20408654f, -0.96801853f,
    0.26804948f, -0.49588263f, 0.7401854f, -0.02374661f, -0.7876786f, 0.4483893f, -0.3155427f,
    0.9205253f, 0.1565932f, -0.6073388f, 0.6287292f, -0.13520288f, -0.8991349f, 0.33693314f,
    -0.42699897f, 0.80906904f, 0.045137048f, -0.71879506f, 0.51727295f, -0.24665904f,
};
inline constexpr float targets[]{
    1.f, 0.f, 2.f, 1.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 2.f, 0.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 1.f,
    0.f, 2.f, 1.f, 0.f, 2.f, 1.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 2.f, 0.f, 2.f, 1.f, 0.f, 2.f, 1.f,
    0.f, 1.f, 0.f, 2.f, 1.f, 0.f, 2.f, 1.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 1.f, 0.f, 2.f, 1.f, 0.f,
    2.f, 1.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 2.f,
};
inline constexpr float sample_weight[]{
    0.f, 0.75f, 0.5f, 0.25f, 1.f, 0.25f, 0.5f, 0.5f, 0.25f, 1.f, 0.25f, 0.5f, 0.75f, 0.f, 0.75f,
    0.5f, 0.25f, 1.f, 0.25f, 0.5f, 0.75f, 0.f, 0.75f, 0.5f, 0.25f, 0.75f, 0.f, 0.75f, 0.5f, 0.25f,
    1.f, 0.25f, 0.5f, 0.75f, 0.f, 0.75f, 0.5f, 0.25f, 1.f, 0.25f, 0.5f, 0.75f, 0.f, 1.f, 0.25f,
    0.5f, 0.75f, 0.f, 0.75f, 0.5f, 0.25f, 1.f, 0.25f, 0.5f, 0.75f, 0.f, 0.75f, 0.5f, 0.25f, 1.f,
    0.25f, 0.75f, 0.5f, 0.25f, 1.f, 0.25f,
};
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 8, 131772u, 0.5f, 0.f}, {"conv2d/bias", 4, 175696u, 0.5f, 0.f},
    {"conv2d_1/kernel", 12, 219620u, 0.5f, 0.f}, {"conv2d_1/bias", 3, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{
    {"accuracy", accuracy}, {"loss", loss}, {"mean_io_u", mean_io_u},
    {"weighted_accuracy", weighted_accuracy},
};
inline constexpr float weights_after_0[]{
    -0.2656668f, 0.35936648f, 0.008580459f, -0.41041735f, 0.22688223f, -0.16822624f, 0.3855984f,
    0.08103039f,
};
inline constexpr float weights_after_1[]{0.1682968f, -0.22544838f, 0.40490252f, 0.025689222f};
inline constexpr float weights_after_2[]{
    -0.4553066f, 0.18865664f, -0.1659747f, 0.425442f, 0.042126894f, -0.33788761f, 0.25445893f,
    -0.11586069f, -0.44661108f, 0.11654112f, -0.24832381f, 0.3860757f,
};
inline constexpr float weights_after_3[]{0.032139853f, -0.4448694f, 0.22275965f};
inline constexpr Expected weights_after[]{
    {8, 0.2171475656, 1.90576834, 0.410417352, weights_after_0},
    {4, 0.3734401398, 0.8243369224, 0.4049025076, weights_after_1},
    {12, -0.3566631675, 3.183265818, 0.4553065777, weights_after_2},
    {3, -0.1899698973, 0.6997689011, 0.4448693992, weights_after_3},
};
inline constexpr float evaluate[]{0.51342034f, 0.21212122f, 0.1f, 0.259542f};
inline constexpr float test_on_batch[]{0.5048353f, 0.20833333f, 0.09586057f, 0.25531915f};
}  // namespace numbers_of_weights_of_pixels
inline constexpr ScoreCase weights_of_pixels{
    .name = "weights_of_pixels",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.0,
    .input = numbers_of_weights_of_pixels::input,
    .targets = numbers_of_weights_of_pixels::targets,
    .sample_weight = numbers_of_weights_of_pixels::sample_weight,
    .class_weight = {},
    .weights = numbers_of_weights_of_pixels::weights,
    .history = numbers_of_weights_of_pixels::history,
    .weights_after = numbers_of_weights_of_pixels::weights_after,
    .evaluate = numbers_of_weights_of_pixels::evaluate,
    .test_on_batch = numbers_of_weights_of_pixels::test_on_batch,
};

// Sequential<Masking<0>, Dense<4, Tanh>, Dense<3, Softmax>> on Input<6, 2>,
// SparseCategoricalCrossentropy{}, Accuracy{}, SparseCategoricalCrossentropy{}, SGD{.learning_rate
// = 0.1f}
namespace numbers_of_mask {
inline constexpr float accuracy[]{0.1764706f, 0.20588236f, 0.23529412f};
inline constexpr float loss[]{0.7326258f, 0.7234818f, 0.7154102f};
inline constexpr float sparse_categorical_crossentropy[]{1.1504337f, 1.1361591f, 1.1235603f};
inline constexpr float input[]{
    -0.3725083f, 0.8635597f, 0.099627614f, -0.6643044f, 0.57176363f, -0.19216847f, -0.95610046f,
    0.27996755f, -0.48396456f, 0.75210345f, 0.f, 0.f, 0.46030736f, -0.30362463f, 0.9324434f,
    0.16851127f, -0.5954207f, 0.6406473f, -0.12328482f, -0.8872168f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f,
    -0.23474097f, -0.99867296f, 0.23739493f, -0.52653706f, 0.70953095f, -0.05440116f, -0.81833315f,
    0.41773486f, -0.34619725f, 0.88987076f, 0.12593877f, -0.63799334f, 0.5980747f, -0.16585732f,
    0.f, 0.f, -0.4576534f, 0.7784146f, 0.014482498f, -0.7494495f, 0.48661852f, -0.2773136f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.29001713f, -0.47391486f, 0.76215315f,
    -0.0017789602f, -0.76571095f, 0.47035706f, -0.29357505f, 0.94249296f, 0.17856097f, -0.58537114f,
    0.6506969f, -0.113235116f, -0.8771671f, 0.3589008f, 0.f, 0.f, 0.0671047f, -0.6968273f,
    0.5392407f, -0.22469139f, -0.9886234f, 0.24744463f, -0.5164875f, 0.71958053f, 0.f, 0.f,
    0.42778444f, -0.33614755f, 0.89992046f, 0.13598835f, -0.62794363f, 0.6081244f, -0.15580773f,
    -0.9197397f, 0.f, 0.f,
};
inline constexpr float targets[]{
    1.f, 0.f, 2.f, 1.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 2.f, 0.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 1.f,
    0.f, 2.f, 1.f, 0.f, 2.f, 1.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 2.f, 0.f, 2.f, 1.f, 0.f, 2.f, 1.f,
    0.f, 1.f, 0.f, 2.f, 1.f, 0.f, 2.f, 1.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 1.f, 0.f, 2.f, 1.f, 0.f,
    2.f, 1.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 2.f,
};
inline constexpr Tensor weights[]{
    {"dense/kernel", 8, 131772u, 0.5f, 0.f}, {"dense/bias", 4, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 12, 219620u, 0.5f, 0.f}, {"dense_1/bias", 3, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{
    {"accuracy", accuracy}, {"loss", loss},
    {"sparse_categorical_crossentropy", sparse_categorical_crossentropy},
};
inline constexpr float weights_after_0[]{
    -0.29497543f, 0.34651697f, -0.035693705f, -0.35863698f, 0.24038142f, -0.20276634f, 0.41474253f,
    0.06406787f,
};
inline constexpr float weights_after_1[]{0.15986332f, -0.19655438f, 0.4238233f, -0.014790805f};
inline constexpr float weights_after_2[]{
    -0.4459467f, 0.22603819f, -0.21271613f, 0.43959925f, -1.6813191e-4f, -0.30974984f, 0.2611255f,
    -0.074395865f, -0.49474248f, 0.11952674f, -0.21147658f, 0.34624287f,
};
inline constexpr float weights_after_3[]{0.004305158f, -0.35827908f, 0.16400403f};
inline constexpr Expected weights_after[]{
    {8, 0.1736363435, 1.957781235, 0.4147425311, weights_after_0},
    {4, 0.372341438, 0.7950318122, 0.4238233039, weights_after_1},
    {12, -0.3566631675, 3.141728248, 0.4947424746, weights_after_2},
    {3, -0.1899698973, 0.5265882633, 0.3582790803, weights_after_3},
};
inline constexpr float evaluate[]{0.70938736f, 0.2647059f, 1.1142273f};
inline constexpr float test_on_batch[]{1.1325767f, 0.21052632f, 1.1325767f};
}  // namespace numbers_of_mask
inline constexpr ScoreCase mask{
    .name = "mask",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.0,
    .input = numbers_of_mask::input,
    .targets = numbers_of_mask::targets,
    .sample_weight = {},
    .class_weight = {},
    .weights = numbers_of_mask::weights,
    .history = numbers_of_mask::history,
    .weights_after = numbers_of_mask::weights_after,
    .evaluate = numbers_of_mask::evaluate,
    .test_on_batch = numbers_of_mask::test_on_batch,
};

// Sequential<Masking<0>, Dense<4, Tanh>, Dense<3, Softmax>> on Input<6, 2>,
// SparseCategoricalCrossentropy{}, Accuracy{}, Weighted<Accuracy>{}, SGD{.learning_rate = 0.1f}
namespace numbers_of_mask_and_weights {
inline constexpr float accuracy[]{0.1764706f, 0.20588236f, 0.23529412f};
inline constexpr float loss[]{0.36049265f, 0.3563382f, 0.35254747f};
inline constexpr float weighted_accuracy[]{0.23347384f, 0.26736355f, 0.3059607f};
inline constexpr float input[]{
    -0.3725083f, 0.8635597f, 0.099627614f, -0.6643044f, 0.57176363f, -0.19216847f, -0.95610046f,
    0.27996755f, -0.48396456f, 0.75210345f, 0.f, 0.f, 0.46030736f, -0.30362463f, 0.9324434f,
    0.16851127f, -0.5954207f, 0.6406473f, -0.12328482f, -0.8872168f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f,
    -0.23474097f, -0.99867296f, 0.23739493f, -0.52653706f, 0.70953095f, -0.05440116f, -0.81833315f,
    0.41773486f, -0.34619725f, 0.88987076f, 0.12593877f, -0.63799334f, 0.5980747f, -0.16585732f,
    0.f, 0.f, -0.4576534f, 0.7784146f, 0.014482498f, -0.7494495f, 0.48661852f, -0.2773136f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.29001713f, -0.47391486f, 0.76215315f,
    -0.0017789602f, -0.76571095f, 0.47035706f, -0.29357505f, 0.94249296f, 0.17856097f, -0.58537114f,
    0.6506969f, -0.113235116f, -0.8771671f, 0.3589008f, 0.f, 0.f, 0.0671047f, -0.6968273f,
    0.5392407f, -0.22469139f, -0.9886234f, 0.24744463f, -0.5164875f, 0.71958053f, 0.f, 0.f,
    0.42778444f, -0.33614755f, 0.89992046f, 0.13598835f, -0.62794363f, 0.6081244f, -0.15580773f,
    -0.9197397f, 0.f, 0.f,
};
inline constexpr float targets[]{
    1.f, 0.f, 2.f, 1.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 2.f, 0.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 1.f,
    0.f, 2.f, 1.f, 0.f, 2.f, 1.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 2.f, 0.f, 2.f, 1.f, 0.f, 2.f, 1.f,
    0.f, 1.f, 0.f, 2.f, 1.f, 0.f, 2.f, 1.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 1.f, 0.f, 2.f, 1.f, 0.f,
    2.f, 1.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 2.f,
};
inline constexpr float sample_weight[]{
    0.029381275f, 0.79331326f, 0.44275475f, 0.32117736f, 0.91489065f, 0.15095866f, 0.61297345f,
    0.62309456f, 0.14083743f, 0.9047694f, 0.33129847f, 0.43263352f, 0.8034345f, 0.039502382f,
    0.7244296f, 0.5116384f, 0.2522937f, 0.9837743f, 0.21984231f, 0.5440898f, 0.6919782f,
    0.07195377f, 0.8358859f, 0.40018213f, 0.36374986f, 0.87231815f, 0.10838604f, 0.65554595f,
    0.58052206f, 0.18341005f, 0.94734204f, 0.28872597f, 0.47520614f, 0.7608619f, 0.003070116f,
    0.7670022f, 0.4690658f, 0.2948662f, 0.9412018f, 0.1772697f, 0.5866623f, 0.6494057f, 0.11452639f,
    0.8784584f, 0.35760963f, 0.40632248f, 0.82974553f, 0.06581354f, 0.69811857f, 0.53794944f,
    0.22598255f, 0.98991454f, 0.24615335f, 0.51777864f, 0.7182894f, 0.045642734f, 0.8095747f,
    0.4264933f, 0.33743882f, 0.8986292f, 0.1346972f, 0.6292349f, 0.6068331f, 0.15709889f,
    0.9210309f, 0.315037f,
};
inline constexpr Tensor weights[]{
    {"dense/kernel", 8, 131772u, 0.5f, 0.f}, {"dense/bias", 4, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 12, 219620u, 0.5f, 0.f}, {"dense_1/bias", 3, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{
    {"accuracy", accuracy}, {"loss", loss}, {"weighted_accuracy", weighted_accuracy},
};
inline constexpr float weights_after_0[]{
    -0.26701698f, 0.35454488f, -0.025374584f, -0.39112237f, 0.22863491f, -0.19577166f, 0.42051503f,
    0.07324967f,
};
inline constexpr float weights_after_1[]{0.12717468f, -0.19462648f, 0.4238542f, 0.020830128f};
inline constexpr float weights_after_2[]{
    -0.4308218f, 0.1915489f, -0.19335173f, 0.4215619f, 0.04181301f, -0.33369362f, 0.28407368f,
    -0.113315485f, -0.47877103f, 0.12928572f, -0.23922405f, 0.36423135f,
};
inline constexpr float weights_after_3[]{0.044955697f, -0.43686748f, 0.20194188f};
inline constexpr Expected weights_after[]{
    {8, 0.1976588809, 1.956230071, 0.4205150216, weights_after_0},
    {4, 0.3772325245, 0.7664854818, 0.4238542053, weights_after_1},
    {12, -0.3566631675, 3.22169227, 0.478771045, weights_after_2},
    {3, -0.1899698973, 0.6837650545, 0.4368674759, weights_after_3},
};
inline constexpr float evaluate[]{0.34977096f, 0.2647059f, 0.34601253f};
inline constexpr float test_on_batch[]{0.51510894f, 0.21052632f, 0.29854253f};
}  // namespace numbers_of_mask_and_weights
inline constexpr ScoreCase mask_and_weights{
    .name = "mask_and_weights",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.0,
    .input = numbers_of_mask_and_weights::input,
    .targets = numbers_of_mask_and_weights::targets,
    .sample_weight = numbers_of_mask_and_weights::sample_weight,
    .class_weight = {},
    .weights = numbers_of_mask_and_weights::weights,
    .history = numbers_of_mask_and_weights::history,
    .weights_after = numbers_of_mask_and_weights::weights_after,
    .evaluate = numbers_of_mask_and_weights::evaluate,
    .test_on_batch = numbers_of_mask_and_weights::test_on_batch,
};

// Sequential<Dense<6, ReLU>, Dense<4, Softmax>> on Input<5>,
// SparseCategoricalCrossentropy{.ignore_class = -1}, Accuracy{}, Weighted<Accuracy>{},
// SGD{.learning_rate = 0.1f}
namespace numbers_of_ignored_class {
inline constexpr float accuracy[]{0.25f, 0.375f, 0.375f};
inline constexpr float loss[]{0.827069f, 0.7703571f, 0.72032577f};
inline constexpr float val_accuracy[]{0.33333334f, 0.33333334f, 0.33333334f};
inline constexpr float val_loss[]{0.96426606f, 0.9853495f, 1.0056412f};
inline constexpr float val_weighted_accuracy[]{0.85714287f, 0.85714287f, 0.85714287f};
inline constexpr float weighted_accuracy[]{0.375f, 0.5f, 0.5f};
inline constexpr float input[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.18911612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f, 0.84159195f, 0.077659965f, -0.68627214f, 0.54979587f,
    -0.21413612f, -0.9780681f, 0.25799978f, -0.5059322f, 0.7301358f, -0.03379631f, -0.7977283f,
    0.4383397f, -0.3255924f, 0.9104756f, 0.14654362f, -0.6173885f, 0.6186795f, -0.14525247f,
    -0.9091846f, 0.32688344f, -0.43704855f, 0.79901946f, 0.035087347f, -0.72884464f, 0.50722337f,
    -0.25670874f, 0.97935927f, 0.21542728f, -0.5485048f, 0.6875632f, -0.07636881f, -0.8403009f,
    0.3957671f, -0.3681649f, 0.8679031f, 0.103971004f, -0.659961f, 0.576107f,
};
inline constexpr float targets[]{2.f, -1.f, 3.f, 1.f, 3.f, -1.f, 0.f, 3.f, 1.f, -1.f, 2.f};
inline constexpr float sample_weight[]{1.f, 0.5f, 2.f, 0.f, -0.5f, 3.f, 1.f, 1.f, 0.25f, 0.f, 1.5f};
inline constexpr Tensor weights[]{
    {"dense/kernel", 30, 131772u, 0.5f, 0.f}, {"dense/bias", 6, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 24, 219620u, 0.5f, 0.f}, {"dense_1/bias", 4, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{
    {"accuracy", accuracy}, {"loss", loss}, {"val_accuracy", val_accuracy}, {"val_loss", val_loss},
    {"val_weighted_accuracy", val_weighted_accuracy}, {"weighted_accuracy", weighted_accuracy},
};
inline constexpr float weights_after_0[]{
    -0.2928999f, 0.367017f, -0.0983763f, -0.39759558f, 0.24124432f, -0.16776936f, 0.42756188f,
    0.067954764f, -0.32174596f, 0.27791086f, -0.06986366f, -0.47506455f, 0.20367108f, -0.23110746f,
    0.46844938f, 0.025489895f, -0.38097164f, 0.24599844f, -0.109332494f, 0.4888533f, 0.110063f,
    -0.29900366f, 0.35847956f, -0.055358946f, -0.47668722f, 0.18979108f, -0.24704531f, 0.44857544f,
    0.04737159f, -0.30498692f,
};
inline constexpr float weights_after_1[]{
    0.2557805f, -0.21558163f, 0.4255609f, 0.025118412f, -0.3457116f, 0.25402752f,
};
inline constexpr float weights_after_2[]{
    -0.44756535f, 0.17023614f, -0.22887287f, 0.49877056f, 0.08459733f, -0.34481117f, 0.26546183f,
    -0.124135725f, -0.51567924f, 0.0876845f, -0.27986136f, 0.47751215f, -0.023381017f, -0.40292767f,
    0.23344667f, -0.14893813f, 0.48176152f, 0.075382955f, -0.3096817f, 0.29928094f, -0.10521989f,
    -0.4873283f, 0.14725684f, -0.11942125f,
};
inline constexpr float weights_after_3[]{0.0032057678f, -0.4657625f, 0.17737783f, -0.0653797f};
inline constexpr Expected weights_after[]{
    {30, 0.04062259378, 7.89624059, 0.4888533055, weights_after_0},
    {6, 0.3991940775, 1.52178049, 0.4255608828, weights_after_1},
    {24, -0.7164322138, 6.359215126, 0.5156792141, weights_after_2},
    {4, -0.350558579, 0.7117257926, 0.4657624813, weights_after_3},
};
inline constexpr float evaluate[]{0.7629997f, 0.36363637f, 0.5641026f};
inline constexpr float test_on_batch[]{0.80798185f, 0.5f, 0.85714287f};
}  // namespace numbers_of_ignored_class
inline constexpr ScoreCase ignored_class{
    .name = "ignored_class",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.25,
    .input = numbers_of_ignored_class::input,
    .targets = numbers_of_ignored_class::targets,
    .sample_weight = numbers_of_ignored_class::sample_weight,
    .class_weight = {},
    .weights = numbers_of_ignored_class::weights,
    .history = numbers_of_ignored_class::history,
    .weights_after = numbers_of_ignored_class::weights_after,
    .evaluate = numbers_of_ignored_class::evaluate,
    .test_on_batch = numbers_of_ignored_class::test_on_batch,
};

// Sequential<Masking<0>, Dense<4, Tanh>, Dense<3, Softmax>> on Input<6, 2>,
// SparseCategoricalCrossentropy{.ignore_class = 1}, Accuracy{}, SparseCategoricalCrossentropy{},
// SGD{.learning_rate = 0.1f}
namespace numbers_of_ignored_class_of_mask {
inline constexpr float accuracy[]{0.1764706f, 0.23529412f, 0.2647059f};
inline constexpr float loss[]{0.45099908f, 0.43789637f, 0.42625442f};
inline constexpr float sparse_categorical_crossentropy[]{1.1521415f, 1.1526527f, 1.1546892f};
inline constexpr float input[]{
    -0.3725083f, 0.8635597f, 0.099627614f, -0.6643044f, 0.57176363f, -0.19216847f, -0.95610046f,
    0.27996755f, -0.48396456f, 0.75210345f, 0.f, 0.f, 0.46030736f, -0.30362463f, 0.9324434f,
    0.16851127f, -0.5954207f, 0.6406473f, -0.12328482f, -0.8872168f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f,
    -0.23474097f, -0.99867296f, 0.23739493f, -0.52653706f, 0.70953095f, -0.05440116f, -0.81833315f,
    0.41773486f, -0.34619725f, 0.88987076f, 0.12593877f, -0.63799334f, 0.5980747f, -0.16585732f,
    0.f, 0.f, -0.4576534f, 0.7784146f, 0.014482498f, -0.7494495f, 0.48661852f, -0.2773136f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.29001713f, -0.47391486f, 0.76215315f,
    -0.0017789602f, -0.76571095f, 0.47035706f, -0.29357505f, 0.94249296f, 0.17856097f, -0.58537114f,
    0.6506969f, -0.113235116f, -0.8771671f, 0.3589008f, 0.f, 0.f, 0.0671047f, -0.6968273f,
    0.5392407f, -0.22469139f, -0.9886234f, 0.24744463f, -0.5164875f, 0.71958053f, 0.f, 0.f,
    0.42778444f, -0.33614755f, 0.89992046f, 0.13598835f, -0.62794363f, 0.6081244f, -0.15580773f,
    -0.9197397f, 0.f, 0.f,
};
inline constexpr float targets[]{
    1.f, 0.f, 2.f, 1.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 2.f, 0.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 1.f,
    0.f, 2.f, 1.f, 0.f, 2.f, 1.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 2.f, 0.f, 2.f, 1.f, 0.f, 2.f, 1.f,
    0.f, 1.f, 0.f, 2.f, 1.f, 0.f, 2.f, 1.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 1.f, 0.f, 2.f, 1.f, 0.f,
    2.f, 1.f, 2.f, 1.f, 0.f, 2.f, 1.f, 0.f, 2.f,
};
inline constexpr float sample_weight[]{
    0.029381275f, 0.79331326f, 0.44275475f, 0.32117736f, 0.91489065f, 0.15095866f, 0.61297345f,
    0.62309456f, 0.14083743f, 0.9047694f, 0.33129847f, 0.43263352f, 0.8034345f, 0.039502382f,
    0.7244296f, 0.5116384f, 0.2522937f, 0.9837743f, 0.21984231f, 0.5440898f, 0.6919782f,
    0.07195377f, 0.8358859f, 0.40018213f, 0.36374986f, 0.87231815f, 0.10838604f, 0.65554595f,
    0.58052206f, 0.18341005f, 0.94734204f, 0.28872597f, 0.47520614f, 0.7608619f, 0.003070116f,
    0.7670022f, 0.4690658f, 0.2948662f, 0.9412018f, 0.1772697f, 0.5866623f, 0.6494057f, 0.11452639f,
    0.8784584f, 0.35760963f, 0.40632248f, 0.82974553f, 0.06581354f, 0.69811857f, 0.53794944f,
    0.22598255f, 0.98991454f, 0.24615335f, 0.51777864f, 0.7182894f, 0.045642734f, 0.8095747f,
    0.4264933f, 0.33743882f, 0.8986292f, 0.1346972f, 0.6292349f, 0.6068331f, 0.15709889f,
    0.9210309f, 0.315037f,
};
inline constexpr Tensor weights[]{
    {"dense/kernel", 8, 131772u, 0.5f, 0.f}, {"dense/bias", 4, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 12, 219620u, 0.5f, 0.f}, {"dense_1/bias", 3, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{
    {"accuracy", accuracy}, {"loss", loss},
    {"sparse_categorical_crossentropy", sparse_categorical_crossentropy},
};
inline constexpr float weights_after_0[]{
    -0.26188117f, 0.35214034f, -0.026599498f, -0.39562997f, 0.23307033f, -0.20925525f, 0.40623486f,
    0.077638f,
};
inline constexpr float weights_after_1[]{0.09877562f, -0.18378846f, 0.43702427f, 0.042973664f};
inline constexpr float weights_after_2[]{
    -0.42794496f, 0.18172894f, -0.18640864f, 0.4141118f, 0.05636206f, -0.34079257f, 0.2936359f,
    -0.13510507f, -0.46654367f, 0.13256907f, -0.24557526f, 0.36729923f,
};
inline constexpr float weights_after_3[]{0.08718542f, -0.49249187f, 0.21533655f};
inline constexpr Expected weights_after[]{
    {8, 0.1757176268, 1.962449447, 0.4062348526, weights_after_0},
    {4, 0.3949851066, 0.7625620219, 0.4370242803, weights_after_1},
    {12, -0.3566631675, 3.24807715, 0.4665436737, weights_after_2},
    {3, -0.1899698973, 0.7950138384, 0.4924918678, weights_after_3},
};
inline constexpr float evaluate[]{0.41789633f, 0.32352942f, 1.158036f};
inline constexpr float test_on_batch[]{0.656652f, 0.2631579f, 1.1927493f};
}  // namespace numbers_of_ignored_class_of_mask
inline constexpr ScoreCase ignored_class_of_mask{
    .name = "ignored_class_of_mask",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.0,
    .input = numbers_of_ignored_class_of_mask::input,
    .targets = numbers_of_ignored_class_of_mask::targets,
    .sample_weight = numbers_of_ignored_class_of_mask::sample_weight,
    .class_weight = {},
    .weights = numbers_of_ignored_class_of_mask::weights,
    .history = numbers_of_ignored_class_of_mask::history,
    .weights_after = numbers_of_ignored_class_of_mask::weights_after,
    .evaluate = numbers_of_ignored_class_of_mask::evaluate,
    .test_on_batch = numbers_of_ignored_class_of_mask::test_on_batch,
};

// Sequential<Dense<5, Tanh>, Dense<4>> on Input<6, 2>, CTC{}, SGD{.learning_rate = 0.1f}
namespace numbers_of_sequences {
inline constexpr float loss[]{5.545838f, 3.204331f, 2.418249f};
inline constexpr float input[]{
    -0.7450166f, 1.7271194f, 0.19925523f, -1.3286088f, 1.1435273f, -0.38433695f, -1.9122009f,
    0.5599351f, -0.9679291f, 1.5042069f, -0.023657084f, -1.5515213f, 0.9206147f, -0.60724926f,
    1.8648868f, 0.33702254f, -1.1908414f, 1.2812946f, -0.24656963f, -1.7744336f, 0.6977024f,
    -0.8301618f, 1.6419742f, 0.11411023f, -1.413754f, 1.058382f, -0.46948195f, -1.9973459f,
    0.47478986f, -1.0530741f, 1.4190619f, -0.10880232f, -1.6366663f, 0.8354697f, -0.6923945f,
    1.7797415f, 0.25187755f, -1.2759867f, 1.1961493f, -0.33171463f, -1.8595786f, 0.6125572f,
    -0.9153068f, 1.5568292f, 0.028964996f, -1.498899f, 0.97323704f, -0.5546272f, 1.9175088f,
    0.38964486f, -1.1382194f, 1.3339167f, -0.19394732f, -1.7218113f, 0.7503245f, -0.7775395f,
    1.6945965f, 0.16673231f, -1.3611317f, 1.1110044f, -0.41685987f, -1.9447238f, 0.5274122f,
    -1.000452f, 1.471684f, -0.05618f, -1.584044f, 0.8880918f, -0.6397722f, 1.8323638f, 0.30449963f,
    -1.2233644f, 1.2487717f, -0.27909255f, -1.8069565f, 0.6651795f, -0.8626847f, 1.6094513f,
    0.081587315f, -1.4462769f, 1.0258591f, -0.50200486f, 1.9701312f, 0.44226694f, -1.085597f,
    1.386539f, -0.14132524f, -1.6691892f, 0.8029468f, -0.7249174f, 1.7472186f, 0.21935463f,
    -1.3085096f, 1.1636264f, -0.36423755f, -1.8921015f, 0.58003426f, -0.9478297f, 1.5243063f,
    -0.0035579205f, -1.5314219f, 0.9407141f, -0.5871501f, 1.8849859f, 0.35712194f, -1.1707423f,
    1.3013937f, -0.22647023f, -1.7543342f, 0.7178016f, -0.8100624f, 1.6620736f, 0.1342094f,
    -1.3936546f, 1.0784814f, -0.44938278f, -1.9772468f, 0.49488926f, -1.032975f, 1.4391611f,
    -0.08870292f, -1.6165669f, 0.8555689f, -0.6722951f, 1.7998409f, 0.2719767f, -1.2558873f,
    1.2162488f, -0.31161547f, -1.8394794f, 0.6326566f, -0.89520764f,
};
inline constexpr float targets[]{
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 1.f, 0.f, 0.f, 0.f, 0.f, 1.f,
    1.f, 2.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 1.f,
    0.f, 0.f, 0.f, 0.f, 1.f, 1.f, 2.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 1.f, 1.f, 0.f, 0.f, 0.f, 0.f,
};
inline constexpr float sample_weight[]{1.f, 0.5f, 2.f, 0.f, 0.5f, 3.f, 1.f, 1.f, 0.25f, 0.f, 1.5f};
inline constexpr Tensor weights[]{
    {"dense/kernel", 10, 131772u, 0.5f, 0.f}, {"dense/bias", 5, 175696u, 0.5f, 0.f},
    {"dense_1/kernel", 20, 219620u, 0.5f, 0.f}, {"dense_1/bias", 4, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{{"loss", loss}};
inline constexpr float weights_after_0[]{
    -0.2309932f, 0.31981412f, -7.501281e-4f, -0.37861815f, 0.23779768f, -0.1374675f, 0.37075093f,
    0.09947496f, -0.31338084f, 0.30465358f,
};
inline constexpr float weights_after_1[]{
    -0.24850285f, -0.619622f, 0.20069559f, -0.1867451f, -0.17160358f,
};
inline constexpr float weights_after_2[]{
    -0.4258041f, 0.18700607f, -0.18942347f, 0.42079f, -0.2844571f, -0.4732702f, 0.51933223f,
    0.11950734f, -0.21632858f, 0.24721967f, -0.4465138f, 0.18527876f, -0.044090927f, -0.40408194f,
    0.2502789f, -0.14390619f, 0.20396248f, -0.022076955f, -0.1160202f, 0.48087838f,
};
inline constexpr float weights_after_3[]{1.0562844f, 0.052586574f, -0.5749846f, -0.8844451f};
inline constexpr Expected weights_after[]{
    {10, 0.2712814384, 2.39370108, 0.3786181482, weights_after_0},
    {5, -1.02577794, 1.427169116, 0.6196220023, weights_after_1},
    {20, -0.1517196338, 5.380227223, 0.519332208, weights_after_2},
    {4, -0.3505585942, 2.568300709, 1.056284482, weights_after_3},
};
inline constexpr float evaluate[]{2.13902f};
inline constexpr float test_on_batch[]{1.8884304f};
}  // namespace numbers_of_sequences
inline constexpr ScoreCase sequences{
    .name = "sequences",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.0,
    .input = numbers_of_sequences::input,
    .targets = numbers_of_sequences::targets,
    .sample_weight = numbers_of_sequences::sample_weight,
    .class_weight = {},
    .weights = numbers_of_sequences::weights,
    .history = numbers_of_sequences::history,
    .weights_after = numbers_of_sequences::weights_after,
    .evaluate = numbers_of_sequences::evaluate,
    .test_on_batch = numbers_of_sequences::test_on_batch,
};

// Sequential<Conv2D<4, 1, 1, ReLU>, Conv2D<2, 1, 1, Sigmoid>> on Input<2, 3, 2>, Dice{},
// Accuracy{}, SGD{.learning_rate = 0.1f}
namespace numbers_of_dice {
inline constexpr float accuracy[]{0.6818182f, 0.6818182f, 0.6818182f};
inline constexpr float loss[]{0.5537704f, 0.5503827f, 0.54705954f};
inline constexpr float input[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.18911612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f, 0.84159195f, 0.077659965f, -0.68627214f, 0.54979587f,
    -0.21413612f, -0.9780681f, 0.25799978f, -0.5059322f, 0.7301358f, -0.03379631f, -0.7977283f,
    0.4383397f, -0.3255924f, 0.9104756f, 0.14654362f, -0.6173885f, 0.6186795f, -0.14525247f,
    -0.9091846f, 0.32688344f, -0.43704855f, 0.79901946f, 0.035087347f, -0.72884464f, 0.50722337f,
    -0.25670874f, 0.97935927f, 0.21542728f, -0.5485048f, 0.6875632f, -0.07636881f, -0.8403009f,
    0.3957671f, -0.3681649f, 0.8679031f, 0.103971004f, -0.659961f, 0.576107f, -0.18782508f,
    -0.9517571f, 0.28431094f, -0.47962117f, 0.75644684f, -0.0074851513f, -0.77141726f, 0.46465075f,
    -0.29928124f, 0.9367868f, 0.17285466f, -0.5910773f, 0.6449907f, -0.11894143f, -0.8828734f,
    0.3531946f, -0.4107375f, 0.8253305f, 0.061398506f, -0.7025336f, 0.5335344f, -0.23039758f,
    -0.9943296f, 0.24173832f, -0.5221937f, 0.71387434f, -0.05005777f, -0.81398976f, 0.42207825f,
    -0.34185386f, 0.89421415f, 0.13028216f, -0.63364995f, 0.60241807f, -0.16151392f, -0.9254459f,
    0.31062198f, -0.45331f, 0.782758f, 0.018825889f, -0.7451061f, 0.4909619f, -0.2729702f,
    0.9630978f, 0.19916582f, -0.5647663f, 0.6713017f, -0.09263027f, -0.85656226f, 0.37950563f,
    -0.38442636f, 0.85164165f, 0.087709546f, -0.67622244f, 0.55984557f, -0.20408654f, -0.96801853f,
    0.26804948f, -0.49588263f, 0.7401854f, -0.02374661f, -0.7876786f, 0.4483893f, -0.3155427f,
    0.9205253f, 0.1565932f, -0.6073388f, 0.6287292f, -0.13520288f, -0.8991349f, 0.33693314f,
    -0.42699897f, 0.80906904f, 0.045137048f, -0.71879506f, 0.51727295f, -0.24665904f,
};
inline constexpr float targets[]{
    1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f,
    1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f,
    0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f,
    1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 0.f,
};
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 8, 131772u, 0.5f, 0.f}, {"conv2d/bias", 4, 175696u, 0.5f, 0.f},
    {"conv2d_1/kernel", 8, 219620u, 0.5f, 0.f}, {"conv2d_1/bias", 2, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{{"accuracy", accuracy}, {"loss", loss}};
inline constexpr float weights_after_0[]{
    -0.26821414f, 0.36866447f, -0.017350208f, -0.39718723f, 0.22709462f, -0.16612813f, 0.44093713f,
    0.06129386f,
};
inline constexpr float weights_after_1[]{0.16938615f, -0.21602361f, 0.37762305f, 0.0042507523f};
inline constexpr float weights_after_2[]{
    -0.4386449f, 0.20626709f, -0.1923963f, 0.42709637f, 0.041651875f, -0.30684024f, 0.27313688f,
    -0.08950397f,
};
inline constexpr float weights_after_3[]{0.047821432f, -0.34680915f};
inline constexpr Expected weights_after[]{
    {8, 0.2491103829, 1.946869785, 0.4409371301, weights_after_0},
    {4, 0.3352363274, 0.7672835547, 0.3776230387, weights_after_1},
    {8, -0.07923319127, 1.975537619, 0.4386449007, weights_after_2},
    {2, -0.2989877267, 0.3946305899, 0.3468091583, weights_after_3},
};
inline constexpr float evaluate[]{0.5447647f, 0.6818182f};
inline constexpr float test_on_batch[]{0.5737661f, 0.75f};
}  // namespace numbers_of_dice
inline constexpr ScoreCase dice{
    .name = "dice",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.0,
    .input = numbers_of_dice::input,
    .targets = numbers_of_dice::targets,
    .sample_weight = {},
    .class_weight = {},
    .weights = numbers_of_dice::weights,
    .history = numbers_of_dice::history,
    .weights_after = numbers_of_dice::weights_after,
    .evaluate = numbers_of_dice::evaluate,
    .test_on_batch = numbers_of_dice::test_on_batch,
};

// Sequential<Conv2D<4, 1, 1, ReLU>, Conv2D<2, 1, 1, Sigmoid>> on Input<2, 3, 2>, Dice{},
// SGD{.learning_rate = 0.1f}
namespace numbers_of_dice_weighted {
inline constexpr float loss[]{0.49245232f, 0.48983717f, 0.48726445f};
inline constexpr float input[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.18911612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f, 0.84159195f, 0.077659965f, -0.68627214f, 0.54979587f,
    -0.21413612f, -0.9780681f, 0.25799978f, -0.5059322f, 0.7301358f, -0.03379631f, -0.7977283f,
    0.4383397f, -0.3255924f, 0.9104756f, 0.14654362f, -0.6173885f, 0.6186795f, -0.14525247f,
    -0.9091846f, 0.32688344f, -0.43704855f, 0.79901946f, 0.035087347f, -0.72884464f, 0.50722337f,
    -0.25670874f, 0.97935927f, 0.21542728f, -0.5485048f, 0.6875632f, -0.07636881f, -0.8403009f,
    0.3957671f, -0.3681649f, 0.8679031f, 0.103971004f, -0.659961f, 0.576107f, -0.18782508f,
    -0.9517571f, 0.28431094f, -0.47962117f, 0.75644684f, -0.0074851513f, -0.77141726f, 0.46465075f,
    -0.29928124f, 0.9367868f, 0.17285466f, -0.5910773f, 0.6449907f, -0.11894143f, -0.8828734f,
    0.3531946f, -0.4107375f, 0.8253305f, 0.061398506f, -0.7025336f, 0.5335344f, -0.23039758f,
    -0.9943296f, 0.24173832f, -0.5221937f, 0.71387434f, -0.05005777f, -0.81398976f, 0.42207825f,
    -0.34185386f, 0.89421415f, 0.13028216f, -0.63364995f, 0.60241807f, -0.16151392f, -0.9254459f,
    0.31062198f, -0.45331f, 0.782758f, 0.018825889f, -0.7451061f, 0.4909619f, -0.2729702f,
    0.9630978f, 0.19916582f, -0.5647663f, 0.6713017f, -0.09263027f, -0.85656226f, 0.37950563f,
    -0.38442636f, 0.85164165f, 0.087709546f, -0.67622244f, 0.55984557f, -0.20408654f, -0.96801853f,
    0.26804948f, -0.49588263f, 0.7401854f, -0.02374661f, -0.7876786f, 0.4483893f, -0.3155427f,
    0.9205253f, 0.1565932f, -0.6073388f, 0.6287292f, -0.13520288f, -0.8991349f, 0.33693314f,
    -0.42699897f, 0.80906904f, 0.045137048f, -0.71879506f, 0.51727295f, -0.24665904f,
};
inline constexpr float targets[]{
    1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f,
    1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f,
    0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f,
    1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 0.f,
};
inline constexpr float sample_weight[]{1.f, 0.5f, 2.f, 0.f, -0.5f, 3.f, 1.f, 1.f, 0.25f, 0.f, 1.5f};
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 8, 131772u, 0.5f, 0.f}, {"conv2d/bias", 4, 175696u, 0.5f, 0.f},
    {"conv2d_1/kernel", 8, 219620u, 0.5f, 0.f}, {"conv2d_1/bias", 2, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{{"loss", loss}};
inline constexpr float weights_after_0[]{
    -0.26707062f, 0.36763376f, -0.017538624f, -0.39776334f, 0.2253404f, -0.16648328f, 0.44226447f,
    0.06252977f,
};
inline constexpr float weights_after_1[]{0.168159f, -0.21690793f, 0.37909052f, 0.0046431003f};
inline constexpr float weights_after_2[]{
    -0.43744722f, 0.20439114f, -0.1924774f, 0.42675987f, 0.041423805f, -0.31056127f, 0.2738086f,
    -0.09087143f,
};
inline constexpr float weights_after_3[]{0.037452824f, -0.35227865f};
inline constexpr Expected weights_after[]{
    {8, 0.2489125097, 1.946624267, 0.4422644677, weights_after_0},
    {4, 0.334984667, 0.768800524, 0.3790905071, weights_after_1},
    {8, -0.08497392199, 1.977740748, 0.4374472212, weights_after_2},
    {2, -0.3148258393, 0.389731489, 0.3522786641, weights_after_3},
};
inline constexpr float evaluate[]{0.48545772f};
inline constexpr float test_on_batch[]{0.50307274f};
}  // namespace numbers_of_dice_weighted
inline constexpr ScoreCase dice_weighted{
    .name = "dice_weighted",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.0,
    .input = numbers_of_dice_weighted::input,
    .targets = numbers_of_dice_weighted::targets,
    .sample_weight = numbers_of_dice_weighted::sample_weight,
    .class_weight = {},
    .weights = numbers_of_dice_weighted::weights,
    .history = numbers_of_dice_weighted::history,
    .weights_after = numbers_of_dice_weighted::weights_after,
    .evaluate = numbers_of_dice_weighted::evaluate,
    .test_on_batch = numbers_of_dice_weighted::test_on_batch,
};

// Sequential<Conv2D<4, 1, 1, ReLU>, Conv2D<2, 1, 1, Sigmoid>> on Input<2, 3, 2>, Dice{.axis = {1,
// 2, 3}}, SGD{.learning_rate = 0.1f}
namespace numbers_of_dice_of_examples {
inline constexpr float loss[]{0.5286514f, 0.5260039f, 0.52340996f};
inline constexpr float val_loss[]{0.2991061f, 0.2976456f, 0.296211f};
inline constexpr float input[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.18911612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f, 0.84159195f, 0.077659965f, -0.68627214f, 0.54979587f,
    -0.21413612f, -0.9780681f, 0.25799978f, -0.5059322f, 0.7301358f, -0.03379631f, -0.7977283f,
    0.4383397f, -0.3255924f, 0.9104756f, 0.14654362f, -0.6173885f, 0.6186795f, -0.14525247f,
    -0.9091846f, 0.32688344f, -0.43704855f, 0.79901946f, 0.035087347f, -0.72884464f, 0.50722337f,
    -0.25670874f, 0.97935927f, 0.21542728f, -0.5485048f, 0.6875632f, -0.07636881f, -0.8403009f,
    0.3957671f, -0.3681649f, 0.8679031f, 0.103971004f, -0.659961f, 0.576107f, -0.18782508f,
    -0.9517571f, 0.28431094f, -0.47962117f, 0.75644684f, -0.0074851513f, -0.77141726f, 0.46465075f,
    -0.29928124f, 0.9367868f, 0.17285466f, -0.5910773f, 0.6449907f, -0.11894143f, -0.8828734f,
    0.3531946f, -0.4107375f, 0.8253305f, 0.061398506f, -0.7025336f, 0.5335344f, -0.23039758f,
    -0.9943296f, 0.24173832f, -0.5221937f, 0.71387434f, -0.05005777f, -0.81398976f, 0.42207825f,
    -0.34185386f, 0.89421415f, 0.13028216f, -0.63364995f, 0.60241807f, -0.16151392f, -0.9254459f,
    0.31062198f, -0.45331f, 0.782758f, 0.018825889f, -0.7451061f, 0.4909619f, -0.2729702f,
    0.9630978f, 0.19916582f, -0.5647663f, 0.6713017f, -0.09263027f, -0.85656226f, 0.37950563f,
    -0.38442636f, 0.85164165f, 0.087709546f, -0.67622244f, 0.55984557f, -0.20408654f, -0.96801853f,
    0.26804948f, -0.49588263f, 0.7401854f, -0.02374661f, -0.7876786f, 0.4483893f, -0.3155427f,
    0.9205253f, 0.1565932f, -0.6073388f, 0.6287292f, -0.13520288f, -0.8991349f, 0.33693314f,
    -0.42699897f, 0.80906904f, 0.045137048f, -0.71879506f, 0.51727295f, -0.24665904f,
};
inline constexpr float targets[]{
    1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f,
    1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f,
    0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f,
    1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 0.f,
};
inline constexpr float sample_weight[]{1.f, 0.5f, 2.f, 0.f, -0.5f, 3.f, 1.f, 1.f, 0.25f, 0.f, 1.5f};
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 8, 131772u, 0.5f, 0.f}, {"conv2d/bias", 4, 175696u, 0.5f, 0.f},
    {"conv2d_1/kernel", 8, 219620u, 0.5f, 0.f}, {"conv2d_1/bias", 2, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{{"loss", loss}, {"val_loss", val_loss}};
inline constexpr float weights_after_0[]{
    -0.26285017f, 0.36797205f, -0.020455908f, -0.40023154f, 0.22179921f, -0.16606045f, 0.4425549f,
    0.06376641f,
};
inline constexpr float weights_after_1[]{0.16394876f, -0.2170186f, 0.38421616f, 0.00797689f};
inline constexpr float weights_after_2[]{
    -0.43375486f, 0.19944784f, -0.19287f, 0.4267585f, 0.04348898f, -0.31708345f, 0.27622098f,
    -0.0953607f,
};
inline constexpr float weights_after_3[]{0.03921094f, -0.37035057f};
inline constexpr Expected weights_after[]{
    {8, 0.2464944562, 1.945690609, 0.4425548807, weights_after_0},
    {4, 0.3391232006, 0.7731603997, 0.3842161544, weights_after_1},
    {8, -0.0931526984, 1.9849853, 0.4337548535, weights_after_2},
    {2, -0.3311396307, 0.4095615133, 0.370350572, weights_after_3},
};
inline constexpr float evaluate[]{0.4600374f};
inline constexpr float test_on_batch[]{0.4543338f};
}  // namespace numbers_of_dice_of_examples
inline constexpr ScoreCase dice_of_examples{
    .name = "dice_of_examples",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.25,
    .input = numbers_of_dice_of_examples::input,
    .targets = numbers_of_dice_of_examples::targets,
    .sample_weight = numbers_of_dice_of_examples::sample_weight,
    .class_weight = {},
    .weights = numbers_of_dice_of_examples::weights,
    .history = numbers_of_dice_of_examples::history,
    .weights_after = numbers_of_dice_of_examples::weights_after,
    .evaluate = numbers_of_dice_of_examples::evaluate,
    .test_on_batch = numbers_of_dice_of_examples::test_on_batch,
};

// Sequential<Conv2D<4, 1, 1, ReLU>, Conv2D<2, 1, 1, Sigmoid>> on Input<2, 3, 2>, Dice{.axis = {1,
// 2}}, SGD{.learning_rate = 0.1f}
namespace numbers_of_dice_of_channels {
inline constexpr float loss[]{0.58472174f, 0.58122593f, 0.577803f};
inline constexpr float input[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.18911612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f, 0.84159195f, 0.077659965f, -0.68627214f, 0.54979587f,
    -0.21413612f, -0.9780681f, 0.25799978f, -0.5059322f, 0.7301358f, -0.03379631f, -0.7977283f,
    0.4383397f, -0.3255924f, 0.9104756f, 0.14654362f, -0.6173885f, 0.6186795f, -0.14525247f,
    -0.9091846f, 0.32688344f, -0.43704855f, 0.79901946f, 0.035087347f, -0.72884464f, 0.50722337f,
    -0.25670874f, 0.97935927f, 0.21542728f, -0.5485048f, 0.6875632f, -0.07636881f, -0.8403009f,
    0.3957671f, -0.3681649f, 0.8679031f, 0.103971004f, -0.659961f, 0.576107f, -0.18782508f,
    -0.9517571f, 0.28431094f, -0.47962117f, 0.75644684f, -0.0074851513f, -0.77141726f, 0.46465075f,
    -0.29928124f, 0.9367868f, 0.17285466f, -0.5910773f, 0.6449907f, -0.11894143f, -0.8828734f,
    0.3531946f, -0.4107375f, 0.8253305f, 0.061398506f, -0.7025336f, 0.5335344f, -0.23039758f,
    -0.9943296f, 0.24173832f, -0.5221937f, 0.71387434f, -0.05005777f, -0.81398976f, 0.42207825f,
    -0.34185386f, 0.89421415f, 0.13028216f, -0.63364995f, 0.60241807f, -0.16151392f, -0.9254459f,
    0.31062198f, -0.45331f, 0.782758f, 0.018825889f, -0.7451061f, 0.4909619f, -0.2729702f,
    0.9630978f, 0.19916582f, -0.5647663f, 0.6713017f, -0.09263027f, -0.85656226f, 0.37950563f,
    -0.38442636f, 0.85164165f, 0.087709546f, -0.67622244f, 0.55984557f, -0.20408654f, -0.96801853f,
    0.26804948f, -0.49588263f, 0.7401854f, -0.02374661f, -0.7876786f, 0.4483893f, -0.3155427f,
    0.9205253f, 0.1565932f, -0.6073388f, 0.6287292f, -0.13520288f, -0.8991349f, 0.33693314f,
    -0.42699897f, 0.80906904f, 0.045137048f, -0.71879506f, 0.51727295f, -0.24665904f,
};
inline constexpr float targets[]{
    1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f,
    1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f,
    0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f,
    1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 0.f,
};
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 8, 131772u, 0.5f, 0.f}, {"conv2d/bias", 4, 175696u, 0.5f, 0.f},
    {"conv2d_1/kernel", 8, 219620u, 0.5f, 0.f}, {"conv2d_1/bias", 2, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{{"loss", loss}};
inline constexpr float weights_after_0[]{
    -0.26828325f, 0.3701718f, -0.018036962f, -0.39715034f, 0.22701165f, -0.16619085f, 0.44103262f,
    0.06192589f,
};
inline constexpr float weights_after_1[]{0.16922477f, -0.21396841f, 0.3744402f, 0.003867953f};
inline constexpr float weights_after_2[]{
    -0.43794528f, 0.2076268f, -0.19240552f, 0.42737728f, 0.041285418f, -0.30316994f, 0.27350077f,
    -0.088657916f,
};
inline constexpr float weights_after_3[]{0.037925936f, -0.33786565f};
inline constexpr Expected weights_after[]{
    {8, 0.2504805292, 1.949803366, 0.441032624, weights_after_0},
    {4, 0.3335645063, 0.7615013348, 0.3744402055, weights_after_1},
    {8, -0.07238838242, 1.971968932, 0.4379452706, weights_after_2},
    {2, -0.2999397237, 0.375791599, 0.3378656613, weights_after_3},
};
inline constexpr float evaluate[]{0.5754481f};
inline constexpr float test_on_batch[]{0.6386216f};
}  // namespace numbers_of_dice_of_channels
inline constexpr ScoreCase dice_of_channels{
    .name = "dice_of_channels",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.0,
    .input = numbers_of_dice_of_channels::input,
    .targets = numbers_of_dice_of_channels::targets,
    .sample_weight = {},
    .class_weight = {},
    .weights = numbers_of_dice_of_channels::weights,
    .history = numbers_of_dice_of_channels::history,
    .weights_after = numbers_of_dice_of_channels::weights_after,
    .evaluate = numbers_of_dice_of_channels::evaluate,
    .test_on_batch = numbers_of_dice_of_channels::test_on_batch,
};

// Sequential<Conv2D<4, 1, 1, ReLU>, Conv2D<2, 1, 1, Sigmoid>> on Input<2, 3, 2>, Dice{.axis = {0,
// 1, 2}}, SGD{.learning_rate = 0.1f}
namespace numbers_of_dice_of_channels_over_batches {
inline constexpr float loss[]{0.55770165f, 0.5539776f, 0.550339f};
inline constexpr float input[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.18911612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f, 0.84159195f, 0.077659965f, -0.68627214f, 0.54979587f,
    -0.21413612f, -0.9780681f, 0.25799978f, -0.5059322f, 0.7301358f, -0.03379631f, -0.7977283f,
    0.4383397f, -0.3255924f, 0.9104756f, 0.14654362f, -0.6173885f, 0.6186795f, -0.14525247f,
    -0.9091846f, 0.32688344f, -0.43704855f, 0.79901946f, 0.035087347f, -0.72884464f, 0.50722337f,
    -0.25670874f, 0.97935927f, 0.21542728f, -0.5485048f, 0.6875632f, -0.07636881f, -0.8403009f,
    0.3957671f, -0.3681649f, 0.8679031f, 0.103971004f, -0.659961f, 0.576107f, -0.18782508f,
    -0.9517571f, 0.28431094f, -0.47962117f, 0.75644684f, -0.0074851513f, -0.77141726f, 0.46465075f,
    -0.29928124f, 0.9367868f, 0.17285466f, -0.5910773f, 0.6449907f, -0.11894143f, -0.8828734f,
    0.3531946f, -0.4107375f, 0.8253305f, 0.061398506f, -0.7025336f, 0.5335344f, -0.23039758f,
    -0.9943296f, 0.24173832f, -0.5221937f, 0.71387434f, -0.05005777f, -0.81398976f, 0.42207825f,
    -0.34185386f, 0.89421415f, 0.13028216f, -0.63364995f, 0.60241807f, -0.16151392f, -0.9254459f,
    0.31062198f, -0.45331f, 0.782758f, 0.018825889f, -0.7451061f, 0.4909619f, -0.2729702f,
    0.9630978f, 0.19916582f, -0.5647663f, 0.6713017f, -0.09263027f, -0.85656226f, 0.37950563f,
    -0.38442636f, 0.85164165f, 0.087709546f, -0.67622244f, 0.55984557f, -0.20408654f, -0.96801853f,
    0.26804948f, -0.49588263f, 0.7401854f, -0.02374661f, -0.7876786f, 0.4483893f, -0.3155427f,
    0.9205253f, 0.1565932f, -0.6073388f, 0.6287292f, -0.13520288f, -0.8991349f, 0.33693314f,
    -0.42699897f, 0.80906904f, 0.045137048f, -0.71879506f, 0.51727295f, -0.24665904f,
};
inline constexpr float targets[]{
    1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f,
    1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f,
    0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f,
    1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 0.f,
};
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 8, 131772u, 0.5f, 0.f}, {"conv2d/bias", 4, 175696u, 0.5f, 0.f},
    {"conv2d_1/kernel", 8, 219620u, 0.5f, 0.f}, {"conv2d_1/bias", 2, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{{"loss", loss}};
inline constexpr float weights_after_0[]{
    -0.26906195f, 0.37056497f, -0.017392129f, -0.39674553f, 0.22805914f, -0.16623077f, 0.4404959f,
    0.06131424f,
};
inline constexpr float weights_after_1[]{0.17011425f, -0.21340147f, 0.37385556f, 0.0033974804f};
inline constexpr float weights_after_2[]{
    -0.43874985f, 0.20880559f, -0.19245596f, 0.42742482f, 0.039896686f, -0.3018256f, 0.27306822f,
    -0.087735415f,
};
inline constexpr float weights_after_3[]{0.038351916f, -0.33624682f};
inline constexpr Expected weights_after[]{
    {8, 0.2510038797, 1.9498646, 0.440495895, weights_after_0},
    {4, 0.3339658239, 0.7607687638, 0.3738555618, weights_after_1},
    {8, -0.07157152177, 1.969962154, 0.4387498469, weights_after_2},
    {2, -0.297894908, 0.3745987389, 0.3362468234, weights_after_3},
};
inline constexpr float evaluate[]{0.5478411f};
inline constexpr float test_on_batch[]{0.5769991f};
}  // namespace numbers_of_dice_of_channels_over_batches
inline constexpr ScoreCase dice_of_channels_over_batches{
    .name = "dice_of_channels_over_batches",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.0,
    .input = numbers_of_dice_of_channels_over_batches::input,
    .targets = numbers_of_dice_of_channels_over_batches::targets,
    .sample_weight = {},
    .class_weight = {},
    .weights = numbers_of_dice_of_channels_over_batches::weights,
    .history = numbers_of_dice_of_channels_over_batches::history,
    .weights_after = numbers_of_dice_of_channels_over_batches::weights_after,
    .evaluate = numbers_of_dice_of_channels_over_batches::evaluate,
    .test_on_batch = numbers_of_dice_of_channels_over_batches::test_on_batch,
};

// Sequential<Conv2D<4, 1, 1, ReLU>, Conv2D<2, 1, 1, Sigmoid>> on Input<2, 3, 2>, Tversky{.alpha =
// 0.3, .beta = 0.8}, Accuracy{}, SGD{.learning_rate = 0.1f}
namespace numbers_of_tversky {
inline constexpr float accuracy[]{0.6818182f, 0.6818182f, 0.6818182f};
inline constexpr float loss[]{0.572594f, 0.5710106f, 0.569451f};
inline constexpr float input[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.18911612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f, 0.84159195f, 0.077659965f, -0.68627214f, 0.54979587f,
    -0.21413612f, -0.9780681f, 0.25799978f, -0.5059322f, 0.7301358f, -0.03379631f, -0.7977283f,
    0.4383397f, -0.3255924f, 0.9104756f, 0.14654362f, -0.6173885f, 0.6186795f, -0.14525247f,
    -0.9091846f, 0.32688344f, -0.43704855f, 0.79901946f, 0.035087347f, -0.72884464f, 0.50722337f,
    -0.25670874f, 0.97935927f, 0.21542728f, -0.5485048f, 0.6875632f, -0.07636881f, -0.8403009f,
    0.3957671f, -0.3681649f, 0.8679031f, 0.103971004f, -0.659961f, 0.576107f, -0.18782508f,
    -0.9517571f, 0.28431094f, -0.47962117f, 0.75644684f, -0.0074851513f, -0.77141726f, 0.46465075f,
    -0.29928124f, 0.9367868f, 0.17285466f, -0.5910773f, 0.6449907f, -0.11894143f, -0.8828734f,
    0.3531946f, -0.4107375f, 0.8253305f, 0.061398506f, -0.7025336f, 0.5335344f, -0.23039758f,
    -0.9943296f, 0.24173832f, -0.5221937f, 0.71387434f, -0.05005777f, -0.81398976f, 0.42207825f,
    -0.34185386f, 0.89421415f, 0.13028216f, -0.63364995f, 0.60241807f, -0.16151392f, -0.9254459f,
    0.31062198f, -0.45331f, 0.782758f, 0.018825889f, -0.7451061f, 0.4909619f, -0.2729702f,
    0.9630978f, 0.19916582f, -0.5647663f, 0.6713017f, -0.09263027f, -0.85656226f, 0.37950563f,
    -0.38442636f, 0.85164165f, 0.087709546f, -0.67622244f, 0.55984557f, -0.20408654f, -0.96801853f,
    0.26804948f, -0.49588263f, 0.7401854f, -0.02374661f, -0.7876786f, 0.4483893f, -0.3155427f,
    0.9205253f, 0.1565932f, -0.6073388f, 0.6287292f, -0.13520288f, -0.8991349f, 0.33693314f,
    -0.42699897f, 0.80906904f, 0.045137048f, -0.71879506f, 0.51727295f, -0.24665904f,
};
inline constexpr float targets[]{
    1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f,
    1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f,
    0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f,
    1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 0.f,
};
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 8, 131772u, 0.5f, 0.f}, {"conv2d/bias", 4, 175696u, 0.5f, 0.f},
    {"conv2d_1/kernel", 8, 219620u, 0.5f, 0.f}, {"conv2d_1/bias", 2, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{{"accuracy", accuracy}, {"loss", loss}};
inline constexpr float weights_after_0[]{
    -0.2697357f, 0.36761123f, -0.017397197f, -0.39596894f, 0.22909479f, -0.16601874f, 0.44131577f,
    0.06047354f,
};
inline constexpr float weights_after_1[]{0.17134501f, -0.2175455f, 0.3837998f, 0.002076287f};
inline constexpr float weights_after_2[]{
    -0.44327387f, 0.2020999f, -0.1927514f, 0.42676312f, 0.031755004f, -0.31605718f, 0.27019623f,
    -0.092299774f,
};
inline constexpr float weights_after_3[]{0.021848088f, -0.37162125f};
inline constexpr Expected weights_after[]{
    {8, 0.2493747525, 1.947615905, 0.4413157675, weights_after_0},
    {4, 0.3396755974, 0.7747666009, 0.3837998056, weights_after_1},
    {8, -0.1135679676, 1.975196485, 0.4432738698, weights_after_2},
    {2, -0.3497731512, 0.3934693263, 0.3716212387, weights_after_3},
};
inline constexpr float evaluate[]{0.56836426f, 0.6818182f};
inline constexpr float test_on_batch[]{0.60980904f, 0.75f};
}  // namespace numbers_of_tversky
inline constexpr ScoreCase tversky{
    .name = "tversky",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.0,
    .input = numbers_of_tversky::input,
    .targets = numbers_of_tversky::targets,
    .sample_weight = {},
    .class_weight = {},
    .weights = numbers_of_tversky::weights,
    .history = numbers_of_tversky::history,
    .weights_after = numbers_of_tversky::weights_after,
    .evaluate = numbers_of_tversky::evaluate,
    .test_on_batch = numbers_of_tversky::test_on_batch,
};

// Sequential<Conv2D<4, 1, 1, ReLU>, Conv2D<2, 1, 1, Sigmoid>> on Input<2, 3, 2>, Tversky{.alpha =
// 0.3, .beta = 0.8}, SGD{.learning_rate = 0.1f}
namespace numbers_of_tversky_weighted {
inline constexpr float loss[]{0.5093765f, 0.50813514f, 0.5069104f};
inline constexpr float input[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.18911612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f, 0.84159195f, 0.077659965f, -0.68627214f, 0.54979587f,
    -0.21413612f, -0.9780681f, 0.25799978f, -0.5059322f, 0.7301358f, -0.03379631f, -0.7977283f,
    0.4383397f, -0.3255924f, 0.9104756f, 0.14654362f, -0.6173885f, 0.6186795f, -0.14525247f,
    -0.9091846f, 0.32688344f, -0.43704855f, 0.79901946f, 0.035087347f, -0.72884464f, 0.50722337f,
    -0.25670874f, 0.97935927f, 0.21542728f, -0.5485048f, 0.6875632f, -0.07636881f, -0.8403009f,
    0.3957671f, -0.3681649f, 0.8679031f, 0.103971004f, -0.659961f, 0.576107f, -0.18782508f,
    -0.9517571f, 0.28431094f, -0.47962117f, 0.75644684f, -0.0074851513f, -0.77141726f, 0.46465075f,
    -0.29928124f, 0.9367868f, 0.17285466f, -0.5910773f, 0.6449907f, -0.11894143f, -0.8828734f,
    0.3531946f, -0.4107375f, 0.8253305f, 0.061398506f, -0.7025336f, 0.5335344f, -0.23039758f,
    -0.9943296f, 0.24173832f, -0.5221937f, 0.71387434f, -0.05005777f, -0.81398976f, 0.42207825f,
    -0.34185386f, 0.89421415f, 0.13028216f, -0.63364995f, 0.60241807f, -0.16151392f, -0.9254459f,
    0.31062198f, -0.45331f, 0.782758f, 0.018825889f, -0.7451061f, 0.4909619f, -0.2729702f,
    0.9630978f, 0.19916582f, -0.5647663f, 0.6713017f, -0.09263027f, -0.85656226f, 0.37950563f,
    -0.38442636f, 0.85164165f, 0.087709546f, -0.67622244f, 0.55984557f, -0.20408654f, -0.96801853f,
    0.26804948f, -0.49588263f, 0.7401854f, -0.02374661f, -0.7876786f, 0.4483893f, -0.3155427f,
    0.9205253f, 0.1565932f, -0.6073388f, 0.6287292f, -0.13520288f, -0.8991349f, 0.33693314f,
    -0.42699897f, 0.80906904f, 0.045137048f, -0.71879506f, 0.51727295f, -0.24665904f,
};
inline constexpr float targets[]{
    1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f,
    1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f,
    0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f,
    1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 0.f,
};
inline constexpr float sample_weight[]{1.f, 0.5f, 2.f, 0.f, -0.5f, 3.f, 1.f, 1.f, 0.25f, 0.f, 1.5f};
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 8, 131772u, 0.5f, 0.f}, {"conv2d/bias", 4, 175696u, 0.5f, 0.f},
    {"conv2d_1/kernel", 8, 219620u, 0.5f, 0.f}, {"conv2d_1/bias", 2, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{{"loss", loss}};
inline constexpr float weights_after_0[]{
    -0.2684093f, 0.36676583f, -0.017648168f, -0.39669666f, 0.22701398f, -0.16640252f, 0.44262782f,
    0.061819773f,
};
inline constexpr float weights_after_1[]{0.16993336f, -0.21814978f, 0.3844288f, 0.0027498633f};
inline constexpr float weights_after_2[]{
    -0.44147706f, 0.20072879f, -0.19276358f, 0.42648914f, 0.03287011f, -0.31853855f, 0.27121425f,
    -0.09334488f,
};
inline constexpr float weights_after_3[]{0.015059831f, -0.3735452f};
inline constexpr Expected weights_after[]{
    {8, 0.2490707253, 1.947384052, 0.4426278281, weights_after_0},
    {4, 0.3389622385, 0.7752618031, 0.3844287914, weights_after_1},
    {8, -0.1148217739, 1.977426377, 0.4414770677, weights_after_2},
    {2, -0.3584853583, 0.3886050191, 0.3735451887, weights_after_3},
};
inline constexpr float evaluate[]{0.50604117f};
inline constexpr float test_on_batch[]{0.5340318f};
}  // namespace numbers_of_tversky_weighted
inline constexpr ScoreCase tversky_weighted{
    .name = "tversky_weighted",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.0,
    .input = numbers_of_tversky_weighted::input,
    .targets = numbers_of_tversky_weighted::targets,
    .sample_weight = numbers_of_tversky_weighted::sample_weight,
    .class_weight = {},
    .weights = numbers_of_tversky_weighted::weights,
    .history = numbers_of_tversky_weighted::history,
    .weights_after = numbers_of_tversky_weighted::weights_after,
    .evaluate = numbers_of_tversky_weighted::evaluate,
    .test_on_batch = numbers_of_tversky_weighted::test_on_batch,
};

// Sequential<Conv2D<4, 1, 1, ReLU>, Conv2D<2, 1, 1, Sigmoid>> on Input<2, 3, 2>, Tversky{.alpha =
// 0.3, .beta = 0.8, .axis = {1, 2, 3}}, SGD{.learning_rate = 0.1f}
namespace numbers_of_tversky_of_examples {
inline constexpr float loss[]{0.538781f, 0.537475f, 0.5361911f};
inline constexpr float val_loss[]{0.3045628f, 0.30387026f, 0.30318415f};
inline constexpr float input[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.18911612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f, 0.84159195f, 0.077659965f, -0.68627214f, 0.54979587f,
    -0.21413612f, -0.9780681f, 0.25799978f, -0.5059322f, 0.7301358f, -0.03379631f, -0.7977283f,
    0.4383397f, -0.3255924f, 0.9104756f, 0.14654362f, -0.6173885f, 0.6186795f, -0.14525247f,
    -0.9091846f, 0.32688344f, -0.43704855f, 0.79901946f, 0.035087347f, -0.72884464f, 0.50722337f,
    -0.25670874f, 0.97935927f, 0.21542728f, -0.5485048f, 0.6875632f, -0.07636881f, -0.8403009f,
    0.3957671f, -0.3681649f, 0.8679031f, 0.103971004f, -0.659961f, 0.576107f, -0.18782508f,
    -0.9517571f, 0.28431094f, -0.47962117f, 0.75644684f, -0.0074851513f, -0.77141726f, 0.46465075f,
    -0.29928124f, 0.9367868f, 0.17285466f, -0.5910773f, 0.6449907f, -0.11894143f, -0.8828734f,
    0.3531946f, -0.4107375f, 0.8253305f, 0.061398506f, -0.7025336f, 0.5335344f, -0.23039758f,
    -0.9943296f, 0.24173832f, -0.5221937f, 0.71387434f, -0.05005777f, -0.81398976f, 0.42207825f,
    -0.34185386f, 0.89421415f, 0.13028216f, -0.63364995f, 0.60241807f, -0.16151392f, -0.9254459f,
    0.31062198f, -0.45331f, 0.782758f, 0.018825889f, -0.7451061f, 0.4909619f, -0.2729702f,
    0.9630978f, 0.19916582f, -0.5647663f, 0.6713017f, -0.09263027f, -0.85656226f, 0.37950563f,
    -0.38442636f, 0.85164165f, 0.087709546f, -0.67622244f, 0.55984557f, -0.20408654f, -0.96801853f,
    0.26804948f, -0.49588263f, 0.7401854f, -0.02374661f, -0.7876786f, 0.4483893f, -0.3155427f,
    0.9205253f, 0.1565932f, -0.6073388f, 0.6287292f, -0.13520288f, -0.8991349f, 0.33693314f,
    -0.42699897f, 0.80906904f, 0.045137048f, -0.71879506f, 0.51727295f, -0.24665904f,
};
inline constexpr float targets[]{
    1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f,
    1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f,
    0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f,
    1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 0.f,
};
inline constexpr float sample_weight[]{1.f, 0.5f, 2.f, 0.f, -0.5f, 3.f, 1.f, 1.f, 0.25f, 0.f, 1.5f};
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 8, 131772u, 0.5f, 0.f}, {"conv2d/bias", 4, 175696u, 0.5f, 0.f},
    {"conv2d_1/kernel", 8, 219620u, 0.5f, 0.f}, {"conv2d_1/bias", 2, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{{"loss", loss}, {"val_loss", val_loss}};
inline constexpr float weights_after_0[]{
    -0.26371965f, 0.3674572f, -0.02003639f, -0.399516f, 0.22330567f, -0.16605407f, 0.44229874f,
    0.06327856f,
};
inline constexpr float weights_after_1[]{0.16491972f, -0.21770084f, 0.38824135f, 0.006639468f};
inline constexpr float weights_after_2[]{
    -0.43630213f, 0.19748601f, -0.1931352f, 0.4265433f, 0.037347578f, -0.32231143f, 0.2745698f,
    -0.096671455f,
};
inline constexpr float weights_after_3[]{0.02144389f, -0.38774702f};
inline constexpr Expected weights_after[]{
    {8, 0.2470140652, 1.945666319, 0.4422987299, weights_after_0},
    {4, 0.3420997099, 0.7775013937, 0.3882413572, weights_after_1},
    {8, -0.1124735284, 1.984366875, 0.4363021201, weights_after_2},
    {2, -0.3663031363, 0.4091909172, 0.3877470268, weights_after_3},
};
inline constexpr float evaluate[]{0.47194493f};
inline constexpr float test_on_batch[]{0.46264255f};
}  // namespace numbers_of_tversky_of_examples
inline constexpr ScoreCase tversky_of_examples{
    .name = "tversky_of_examples",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.25,
    .input = numbers_of_tversky_of_examples::input,
    .targets = numbers_of_tversky_of_examples::targets,
    .sample_weight = numbers_of_tversky_of_examples::sample_weight,
    .class_weight = {},
    .weights = numbers_of_tversky_of_examples::weights,
    .history = numbers_of_tversky_of_examples::history,
    .weights_after = numbers_of_tversky_of_examples::weights_after,
    .evaluate = numbers_of_tversky_of_examples::evaluate,
    .test_on_batch = numbers_of_tversky_of_examples::test_on_batch,
};

// Sequential<Conv2D<4, 1, 1, ReLU>, Conv2D<2, 1, 1, Sigmoid>> on Input<2, 3, 2>, Tversky{.alpha =
// 0.3, .beta = 0.8, .axis = {1, 2}}, SGD{.learning_rate = 0.1f}
namespace numbers_of_tversky_of_channels {
inline constexpr float loss[]{0.5910118f, 0.58916396f, 0.58735645f};
inline constexpr float input[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.18911612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f, 0.84159195f, 0.077659965f, -0.68627214f, 0.54979587f,
    -0.21413612f, -0.9780681f, 0.25799978f, -0.5059322f, 0.7301358f, -0.03379631f, -0.7977283f,
    0.4383397f, -0.3255924f, 0.9104756f, 0.14654362f, -0.6173885f, 0.6186795f, -0.14525247f,
    -0.9091846f, 0.32688344f, -0.43704855f, 0.79901946f, 0.035087347f, -0.72884464f, 0.50722337f,
    -0.25670874f, 0.97935927f, 0.21542728f, -0.5485048f, 0.6875632f, -0.07636881f, -0.8403009f,
    0.3957671f, -0.3681649f, 0.8679031f, 0.103971004f, -0.659961f, 0.576107f, -0.18782508f,
    -0.9517571f, 0.28431094f, -0.47962117f, 0.75644684f, -0.0074851513f, -0.77141726f, 0.46465075f,
    -0.29928124f, 0.9367868f, 0.17285466f, -0.5910773f, 0.6449907f, -0.11894143f, -0.8828734f,
    0.3531946f, -0.4107375f, 0.8253305f, 0.061398506f, -0.7025336f, 0.5335344f, -0.23039758f,
    -0.9943296f, 0.24173832f, -0.5221937f, 0.71387434f, -0.05005777f, -0.81398976f, 0.42207825f,
    -0.34185386f, 0.89421415f, 0.13028216f, -0.63364995f, 0.60241807f, -0.16151392f, -0.9254459f,
    0.31062198f, -0.45331f, 0.782758f, 0.018825889f, -0.7451061f, 0.4909619f, -0.2729702f,
    0.9630978f, 0.19916582f, -0.5647663f, 0.6713017f, -0.09263027f, -0.85656226f, 0.37950563f,
    -0.38442636f, 0.85164165f, 0.087709546f, -0.67622244f, 0.55984557f, -0.20408654f, -0.96801853f,
    0.26804948f, -0.49588263f, 0.7401854f, -0.02374661f, -0.7876786f, 0.4483893f, -0.3155427f,
    0.9205253f, 0.1565932f, -0.6073388f, 0.6287292f, -0.13520288f, -0.8991349f, 0.33693314f,
    -0.42699897f, 0.80906904f, 0.045137048f, -0.71879506f, 0.51727295f, -0.24665904f,
};
inline constexpr float targets[]{
    1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f,
    1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f,
    0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f,
    1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 0.f,
};
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 8, 131772u, 0.5f, 0.f}, {"conv2d/bias", 4, 175696u, 0.5f, 0.f},
    {"conv2d_1/kernel", 8, 219620u, 0.5f, 0.f}, {"conv2d_1/bias", 2, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{{"loss", loss}};
inline constexpr float weights_after_0[]{
    -0.26974258f, 0.36940807f, -0.018108761f, -0.39603135f, 0.22856751f, -0.16612415f, 0.44110852f,
    0.06101302f,
};
inline constexpr float weights_after_1[]{0.17149909f, -0.21505542f, 0.3798271f, 0.001955954f};
inline constexpr float weights_after_2[]{
    -0.4421554f, 0.20409717f, -0.19272155f, 0.4270983f, 0.032368302f, -0.3109311f, 0.27084363f,
    -0.09103135f,
};
inline constexpr float weights_after_3[]{0.014805723f, -0.35981333f};
inline constexpr Expected weights_after[]{
    {8, 0.2500902761, 1.950103986, 0.4411085292, weights_after_0},
    {4, 0.3382267218, 0.768337551, 0.3798270993, weights_after_1},
    {8, -0.1024319663, 1.971246782, 0.4421553778, weights_after_2},
    {2, -0.3450076143, 0.3746190604, 0.3598133373, weights_after_3},
};
inline constexpr float evaluate[]{0.5861117f};
inline constexpr float test_on_batch[]{0.6431258f};
}  // namespace numbers_of_tversky_of_channels
inline constexpr ScoreCase tversky_of_channels{
    .name = "tversky_of_channels",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.0,
    .input = numbers_of_tversky_of_channels::input,
    .targets = numbers_of_tversky_of_channels::targets,
    .sample_weight = {},
    .class_weight = {},
    .weights = numbers_of_tversky_of_channels::weights,
    .history = numbers_of_tversky_of_channels::history,
    .weights_after = numbers_of_tversky_of_channels::weights_after,
    .evaluate = numbers_of_tversky_of_channels::evaluate,
    .test_on_batch = numbers_of_tversky_of_channels::test_on_batch,
};

// Sequential<Conv2D<4, 1, 1, ReLU>, Conv2D<2, 1, 1, Sigmoid>> on Input<2, 3, 2>, Tversky{.alpha =
// 0.3, .beta = 0.8, .axis = {0, 1, 2}}, SGD{.learning_rate = 0.1f}
namespace numbers_of_tversky_of_channels_over_batches {
inline constexpr float loss[]{0.5763104f, 0.5744611f, 0.5726548f};
inline constexpr float input[]{
    -0.17156363f, -0.9354956f, 0.3005724f, -0.4633597f, 0.7727083f, 0.008776307f, -0.7551558f,
    0.4809122f, -0.28301978f, 0.9530482f, 0.18911612f, -0.57481587f, 0.66125214f, -0.10267997f,
    -0.86661196f, 0.36945605f, -0.39447606f, 0.84159195f, 0.077659965f, -0.68627214f, 0.54979587f,
    -0.21413612f, -0.9780681f, 0.25799978f, -0.5059322f, 0.7301358f, -0.03379631f, -0.7977283f,
    0.4383397f, -0.3255924f, 0.9104756f, 0.14654362f, -0.6173885f, 0.6186795f, -0.14525247f,
    -0.9091846f, 0.32688344f, -0.43704855f, 0.79901946f, 0.035087347f, -0.72884464f, 0.50722337f,
    -0.25670874f, 0.97935927f, 0.21542728f, -0.5485048f, 0.6875632f, -0.07636881f, -0.8403009f,
    0.3957671f, -0.3681649f, 0.8679031f, 0.103971004f, -0.659961f, 0.576107f, -0.18782508f,
    -0.9517571f, 0.28431094f, -0.47962117f, 0.75644684f, -0.0074851513f, -0.77141726f, 0.46465075f,
    -0.29928124f, 0.9367868f, 0.17285466f, -0.5910773f, 0.6449907f, -0.11894143f, -0.8828734f,
    0.3531946f, -0.4107375f, 0.8253305f, 0.061398506f, -0.7025336f, 0.5335344f, -0.23039758f,
    -0.9943296f, 0.24173832f, -0.5221937f, 0.71387434f, -0.05005777f, -0.81398976f, 0.42207825f,
    -0.34185386f, 0.89421415f, 0.13028216f, -0.63364995f, 0.60241807f, -0.16151392f, -0.9254459f,
    0.31062198f, -0.45331f, 0.782758f, 0.018825889f, -0.7451061f, 0.4909619f, -0.2729702f,
    0.9630978f, 0.19916582f, -0.5647663f, 0.6713017f, -0.09263027f, -0.85656226f, 0.37950563f,
    -0.38442636f, 0.85164165f, 0.087709546f, -0.67622244f, 0.55984557f, -0.20408654f, -0.96801853f,
    0.26804948f, -0.49588263f, 0.7401854f, -0.02374661f, -0.7876786f, 0.4483893f, -0.3155427f,
    0.9205253f, 0.1565932f, -0.6073388f, 0.6287292f, -0.13520288f, -0.8991349f, 0.33693314f,
    -0.42699897f, 0.80906904f, 0.045137048f, -0.71879506f, 0.51727295f, -0.24665904f,
};
inline constexpr float targets[]{
    1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 0.f, 0.f,
    0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f,
    1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f,
    0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f,
    0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f,
    1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 1.f, 0.f, 1.f, 0.f, 0.f, 1.f, 0.f, 1.f, 0.f,
};
inline constexpr Tensor weights[]{
    {"conv2d/kernel", 8, 131772u, 0.5f, 0.f}, {"conv2d/bias", 4, 175696u, 0.5f, 0.f},
    {"conv2d_1/kernel", 8, 219620u, 0.5f, 0.f}, {"conv2d_1/bias", 2, 263544u, 0.5f, 0.f},
};
inline constexpr Series history[]{{"loss", loss}};
inline constexpr float weights_after_0[]{
    -0.27036816f, 0.3695774f, -0.017414102f, -0.3956578f, 0.22974287f, -0.16613562f, 0.4406565f,
    0.060596906f,
};
inline constexpr float weights_after_1[]{0.17178826f, -0.21481872f, 0.3801955f, 0.0014677835f};
inline constexpr float weights_after_2[]{
    -0.44297546f, 0.20470239f, -0.19280747f, 0.42709023f, 0.030631889f, -0.31088418f, 0.27039582f,
    -0.09044789f,
};
inline constexpr float weights_after_3[]{0.013207798f, -0.3612958f};
inline constexpr Expected weights_after[]{
    {8, 0.2509980086, 1.950149416, 0.4406565215, weights_after_0},
    {4, 0.3386328142, 0.7682702553, 0.3801954945, weights_after_1},
    {8, -0.1042946585, 1.969935338, 0.4429754594, weights_after_2},
    {2, -0.3480879922, 0.3745035882, 0.3612957902, weights_after_3},
};
inline constexpr float evaluate[]{0.57140857f};
inline constexpr float test_on_batch[]{0.6129668f};
}  // namespace numbers_of_tversky_of_channels_over_batches
inline constexpr ScoreCase tversky_of_channels_over_batches{
    .name = "tversky_of_channels_over_batches",
    .examples = 11,
    .batch_size = 4,
    .epochs = 3,
    .validation_split = 0.0,
    .input = numbers_of_tversky_of_channels_over_batches::input,
    .targets = numbers_of_tversky_of_channels_over_batches::targets,
    .sample_weight = {},
    .class_weight = {},
    .weights = numbers_of_tversky_of_channels_over_batches::weights,
    .history = numbers_of_tversky_of_channels_over_batches::history,
    .weights_after = numbers_of_tversky_of_channels_over_batches::weights_after,
    .evaluate = numbers_of_tversky_of_channels_over_batches::evaluate,
    .test_on_batch = numbers_of_tversky_of_channels_over_batches::test_on_batch,
};

/// All cases of this file, so that a test can prove that it left none out.
inline constexpr const ScoreCase* scores_cases[]{
    &areas, &top_k, &sparse_top_k, &ties, &nothing_positive, &all_positive, &logits,
    &ties_of_classes, &classes_as_numbers, &decisions, &points, &numbers, &decisions_in_training,
    &sample_weight, &sample_weight_of_rows, &class_weight, &class_weight_one_hot,
    &class_weight_binary, &weights_of_pixels, &mask, &mask_and_weights, &ignored_class,
    &ignored_class_of_mask, &sequences, &dice, &dice_weighted, &dice_of_examples, &dice_of_channels,
    &dice_of_channels_over_batches, &tversky, &tversky_weighted, &tversky_of_examples,
    &tversky_of_channels, &tversky_of_channels_over_batches,
};

}  // namespace keras

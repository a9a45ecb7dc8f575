// SPDX-License-Identifier: MIT
#ifndef INLAY_CORE_HPP
#define INLAY_CORE_HPP
// The part of inlay for machines without an operating system: no heap, exceptions, RTTI, iostream,
// threads or static initialisers. `Network<Net, In>` runs on storage of the caller's, and
// `Training<Network<...>, SGD, ...>` trains there.

#include <inlay/config.hpp>

#if INLAY_COMPILER_SUPPORTED

#include <inlay/macros_aside.hpp>

#include <inlay/activation/elu.hpp>           // ELU<>, SELU, CELU<>
#include <inlay/activation/exponential.hpp>   // y = e^x
#include <inlay/activation/gelu.hpp>          // y = x P(X <= x): GELU, GELUTanh
#include <inlay/activation/hard_sigmoid.hpp>  // HardSigmoid, HardSiLU, HardTanh
#include <inlay/activation/leaky_relu.hpp>    // LeakyReLU<0.2>
#include <inlay/activation/linear.hpp>        // y = x
#include <inlay/activation/log_softmax.hpp>   // ln of softmax
#include <inlay/activation/mish.hpp>          // y = x tanh(ln(1 + e^x))
#include <inlay/activation/relu.hpp>          // y = max(x, 0)
#include <inlay/activation/relu6.hpp>         // y = min(max(x, 0), 6)
#include <inlay/activation/shrink.hpp>        // HardShrink<>, SoftShrink<>, TanhShrink
#include <inlay/activation/sigmoid.hpp>       // y = 1 / (1 + exp(-x))
#include <inlay/activation/silu.hpp>          // y = x sigmoid(x)
#include <inlay/activation/softmax.hpp>       // probabilities
#include <inlay/activation/softplus.hpp>      // Softplus, LogSigmoid
#include <inlay/activation/softsign.hpp>      // y = x / (1 + |x|)
#include <inlay/activation/sparse_plus.hpp>   // SparsePlus, SparseSigmoid
#include <inlay/activation/sparsemax.hpp>     // probabilities, many of them 0
#include <inlay/activation/square_plus.hpp>   // SquarePlus<>
#include <inlay/activation/tanh.hpp>          // y = tanh x
#include <inlay/activation/threshold_to.hpp>  // ThresholdTo<1, 0>

#include <inlay/layer/activity_regularization.hpp>
#include <inlay/layer/adaptive_average_pool1d.hpp>
#include <inlay/layer/adaptive_average_pool2d.hpp>
#include <inlay/layer/adaptive_average_pool3d.hpp>
#include <inlay/layer/adaptive_max_pool1d.hpp>
#include <inlay/layer/adaptive_max_pool2d.hpp>
#include <inlay/layer/adaptive_max_pool3d.hpp>
#include <inlay/layer/add.hpp>                    // Add<A, B>
#include <inlay/layer/alpha_dropout.hpp>          // AlphaDropout<0.1>
#include <inlay/layer/average.hpp>                // Average<A, B>
#include <inlay/layer/average_pool.hpp>           // AveragePool<2>
#include <inlay/layer/average_pool1d.hpp>         // AveragePool1D<2>
#include <inlay/layer/average_pool3d.hpp>         // AveragePool3D<2>
#include <inlay/layer/batch_norm.hpp>             // BatchNorm<>
#include <inlay/layer/bidirectional.hpp>          // Bidirectional<LSTM<64>>
#include <inlay/layer/category_encoding.hpp>      // CategoryEncoding<10, OneHot>
#include <inlay/layer/center_crop.hpp>            // CenterCrop<24, 24>
#include <inlay/layer/channel_padding.hpp>        // ChannelPadding<8>
#include <inlay/layer/concat.hpp>                 // Concat<A, B>
#include <inlay/layer/conv1d.hpp>                 // Conv1D<32, 3, Causal>
#include <inlay/layer/conv1d_transpose.hpp>       // Conv1DTranspose<8, 3, Strides<2>>
#include <inlay/layer/conv2d.hpp>                 // Conv2D<32, 3, 3, ReLU, Same>
#include <inlay/layer/conv2d_transpose.hpp>       // Conv2DTranspose<64, 3, 3, Same, Strides<2>>
#include <inlay/layer/conv3d.hpp>                 // Conv3D<8, 3, 3, 3>
#include <inlay/layer/conv3d_transpose.hpp>       // Conv3DTranspose<8, 2, 2, 2, Strides<2>>
#include <inlay/layer/cropping1d.hpp>             // Cropping1D<1>
#include <inlay/layer/cropping2d.hpp>             // Cropping2D<1>
#include <inlay/layer/cropping3d.hpp>             // Cropping3D<1>
#include <inlay/layer/dense.hpp>                  // Dense<10, Softmax>
#include <inlay/layer/depthwise_conv1d.hpp>       // DepthwiseConv1D<3>
#include <inlay/layer/depthwise_conv2d.hpp>       // DepthwiseConv2D<3, 3, Same>
#include <inlay/layer/discretization.hpp>         // Discretization<0, 0.5, 1>
#include <inlay/layer/dot.hpp>                    // Dot<A, B, Axes<1, 1>>
#include <inlay/layer/dropout.hpp>                // Dropout<0.25>
#include <inlay/layer/embedding.hpp>              // Embedding<1000, 64>
#include <inlay/layer/flatten.hpp>                // Flatten
#include <inlay/layer/gaussian_dropout.hpp>       // GaussianDropout<0.25>
#include <inlay/layer/gaussian_noise.hpp>         // GaussianNoise<0.1>
#include <inlay/layer/global_average_pool.hpp>    // GlobalAveragePool
#include <inlay/layer/global_average_pool1d.hpp>  // GlobalAveragePool1D
#include <inlay/layer/global_average_pool3d.hpp>  // GlobalAveragePool3D
#include <inlay/layer/global_max_pool.hpp>        // GlobalMaxPool
#include <inlay/layer/global_max_pool1d.hpp>      // GlobalMaxPool1D
#include <inlay/layer/global_max_pool3d.hpp>      // GlobalMaxPool3D
#include <inlay/layer/glu.hpp>                    // GLU<>
#include <inlay/layer/group_norm.hpp>             // GroupNorm<8>
#include <inlay/layer/gru.hpp>                    // GRU<64>
#include <inlay/layer/hashing.hpp>                // Hashing<10>
#include <inlay/layer/identity.hpp>               // Identity
#include <inlay/layer/integer_lookup.hpp>         // IntegerLookup<12, 36, 1138>
#include <inlay/layer/layer_norm.hpp>             // LayerNorm<>
#include <inlay/layer/lstm.hpp>                   // LSTM<64, ReturnSequences>
#include <inlay/layer/masking.hpp>                // Masking<0>
#include <inlay/layer/max_pool.hpp>               // MaxPool<2>
#include <inlay/layer/max_pool1d.hpp>             // MaxPool1D<2>
#include <inlay/layer/max_pool3d.hpp>             // MaxPool3D<2>
#include <inlay/layer/maximum.hpp>                // Maximum<A, B>
#include <inlay/layer/minimum.hpp>                // Minimum<A, B>
#include <inlay/layer/multi_head_attention.hpp>   // MultiHeadAttention<4, 32>
#include <inlay/layer/multiply.hpp>               // Multiply<A, B>
#include <inlay/layer/normalization.hpp>          // Normalization<>
#include <inlay/layer/permute.hpp>                // Permute<2, 1>
#include <inlay/layer/prelu.hpp>                  // PReLU<>
#include <inlay/layer/preprocess_input.hpp>       // PreprocessInput<"tf">
#include <inlay/layer/random_brightness.hpp>      // RandomBrightness<0.2>
#include <inlay/layer/random_contrast.hpp>        // RandomContrast<0.2>
#include <inlay/layer/random_crop.hpp>            // RandomCrop<24, 24>
#include <inlay/layer/random_flip.hpp>            // RandomFlip<>
#include <inlay/layer/random_rotation.hpp>        // RandomRotation<0.1>
#include <inlay/layer/random_translation.hpp>     // RandomTranslation<0.1, 0.2>
#include <inlay/layer/random_zoom.hpp>            // RandomZoom<0.2>
#include <inlay/layer/reflect_padding1d.hpp>      // ReflectPadding1D<1>
#include <inlay/layer/reflect_padding2d.hpp>      // ReflectPadding2D<1>
#include <inlay/layer/relu_with.hpp>              // ReLUWith<MaxValue<6>>
#include <inlay/layer/repeat_vector.hpp>          // RepeatVector<4>
#include <inlay/layer/rescaling.hpp>              // Rescaling<1.0 / 255>
#include <inlay/layer/reshape.hpp>                // Reshape<7, 7, 64>
#include <inlay/layer/resizing.hpp>               // Resizing<224, 224>
#include <inlay/layer/rms_norm.hpp>               // RMSNorm<>
#include <inlay/layer/separable_conv1d.hpp>       // SeparableConv1D<32, 3>
#include <inlay/layer/separable_conv2d.hpp>       // SeparableConv2D<32, 3, 3, Same>
#include <inlay/layer/sequential.hpp>             // Sequential, Activation, Input
#include <inlay/layer/simple_rnn.hpp>             // SimpleRNN<16>
#include <inlay/layer/softmax_over.hpp>           // SoftmaxOver<Axis<1>>
#include <inlay/layer/spatial_dropout1d.hpp>      // SpatialDropout1D<0.2>
#include <inlay/layer/spatial_dropout2d.hpp>      // SpatialDropout2D<0.2>
#include <inlay/layer/spatial_dropout3d.hpp>      // SpatialDropout3D<0.2>
#include <inlay/layer/spectral_normalization.hpp>
#include <inlay/layer/subtract.hpp>            // Subtract<A, B>
#include <inlay/layer/time_distributed.hpp>    // TimeDistributed<Dense<10>>
#include <inlay/layer/unit_normalization.hpp>  // UnitNormalization<>
#include <inlay/layer/up_sampling1d.hpp>       // UpSampling1D<2>
#include <inlay/layer/up_sampling2d.hpp>       // UpSampling2D<2>
#include <inlay/layer/up_sampling3d.hpp>       // UpSampling3D<2>
#include <inlay/layer/zero_padding1d.hpp>      // ZeroPadding1D<1>
#include <inlay/layer/zero_padding2d.hpp>      // ZeroPadding2D<1>
#include <inlay/layer/zero_padding3d.hpp>      // ZeroPadding3D<1>

#include <inlay/train/accuracy.hpp>         // Accuracy, TopKCategoricalAccuracy
#include <inlay/train/adadelta.hpp>         // Adadelta
#include <inlay/train/adafactor.hpp>        // Adafactor
#include <inlay/train/adagrad.hpp>          // Adagrad
#include <inlay/train/adam.hpp>             // Adam
#include <inlay/train/adamax.hpp>           // Adamax
#include <inlay/train/adamw.hpp>            // AdamW
#include <inlay/train/auc.hpp>              // AUC
#include <inlay/train/correlation.hpp>      // PearsonCorrelation, ConcordanceCorrelation
#include <inlay/train/ctc.hpp>              // CTC
#include <inlay/train/decision_counts.hpp>  // TruePositives, FalsePositives ...
#include <inlay/train/divergence.hpp>       // KLDivergence, Poisson
#include <inlay/train/f_score.hpp>          // FBetaScore, F1Score
#include <inlay/train/focal.hpp>            // BinaryFocalCrossentropy, CategoricalFocalCrossentropy
#include <inlay/train/ftrl.hpp>             // Ftrl
#include <inlay/train/hinge.hpp>            // Hinge, SquaredHinge, CategoricalHinge
#include <inlay/train/io_u.hpp>             // IoU, MeanIoU, BinaryIoU ...
#include <inlay/train/lamb.hpp>             // Lamb
#include <inlay/train/lion.hpp>             // Lion
#include <inlay/train/loss.hpp>             // SparseCategoricalCrossentropy, MeanSquaredError ...
#include <inlay/train/losses.hpp>           // Losses: one for each output
#include <inlay/train/nadam.hpp>            // Nadam
#include <inlay/train/on.hpp>               // On<"kind">(Accuracy{})
#include <inlay/train/operating_points.hpp>  // SensitivityAtSpecificity, PrecisionAtRecall ...
#include <inlay/train/overlap.hpp>           // Dice, Tversky
#include <inlay/train/precision.hpp>         // Precision
#include <inlay/train/r2_score.hpp>          // R2Score
#include <inlay/train/recall.hpp>            // Recall
#include <inlay/train/regression.hpp>        // MeanAbsoluteError, Huber, CosineSimilarity ...
#include <inlay/train/rmsprop.hpp>           // RMSprop
#include <inlay/train/root_mean_squared_error.hpp>  // RootMeanSquaredError
#include <inlay/train/schedule_free_adamw.hpp>      // ScheduleFreeAdamW
#include <inlay/train/sgd.hpp>                      // SGD

#include <inlay/train/schedule/cosine_decay.hpp>              // CosineDecay
#include <inlay/train/schedule/cosine_decay_restarts.hpp>     // CosineDecayRestarts
#include <inlay/train/schedule/exponential_decay.hpp>         // ExponentialDecay
#include <inlay/train/schedule/inverse_time_decay.hpp>        // InverseTimeDecay
#include <inlay/train/schedule/piecewise_constant_decay.hpp>  // PiecewiseConstantDecay
#include <inlay/train/schedule/polynomial_decay.hpp>          // PolynomialDecay

#include <inlay/network/network.hpp>       // Network: facts and the forward pass
#include <inlay/train/input_gradient.hpp>  // InputGradient: that of a loss
#include <inlay/train/training.hpp>        // Training: one step

#include <inlay/macros_back.hpp>

#endif

#endif  // INLAY_CORE_HPP

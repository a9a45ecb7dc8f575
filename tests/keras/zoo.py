#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes zoo/<network>.txt: what Keras says of the networks of inlay/zoo.hpp.

    peers/bin/python tests/keras/zoo.py            # all; as for generate.py
    peers/bin/python tests/keras/zoo.py vgg16

Each file holds the numbers of parameters, the layers by name with their tensors, sorted, and the
outputs for weights and an input that both sides work out: element i of a tensor is offset +
scale * x, where x in [-1, 1) is a hash of i and the tensor's name. tests/zoo/check.hpp reads it.
Networks of keras.applications have 10 classes and no softmax; Keras computes in double precision.
"""
import math
import os
import pathlib
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import keras
import numpy as np
from keras import applications as A
from keras import layers as L

FOLDER = pathlib.Path(__file__).resolve().parent / "zoo"


def hashed(name, count):
    """Numbers in [-1, 1), exact in float."""
    seed = 0
    for letter in name.encode():
        seed = (seed * 31 + letter) % 2**32
    h = (np.arange(count, dtype=np.uint64) * 2654435761 + seed) % 2**32
    h ^= h >> 16
    h = h * 0x85EBCA6B % 2**32
    h ^= h >> 13
    h = h * 0xC2B2AE35 % 2**32
    h ^= h >> 16
    return (h >> 8) / 2**23 - 1.0


def filled(name, shape):
    """Kernels keep the size of what they read, scales are near 1, biases and means near 0."""
    kind, scale, offset = name.rpartition("/")[2], 0.125, 0.0
    if kind in ("gamma", "moving_variance"):
        scale, offset = 0.25, 1.0
    elif kind == "input":
        scale = 1.0
    elif "kernel" in kind:
        fan = math.prod(shape[:2] if "depthwise" in kind else shape[:-1])
        scale = float(np.float32(math.sqrt(6 / fan)))
    x = offset + scale * hashed(name, math.prod(shape))
    return x.astype(np.float32).reshape(shape)


def tensors(model):
    """Names as inlay has them: the layer's and the variable's."""
    for layer in model.layers:
        for v in layer.weights:
            kind = v.path.split("/", 1)[1] if isinstance(layer, L.SeparableConv2D) else v.name
            yield layer, f"{layer.name}/{kind.rpartition('/')[2]}", v


def norm_relu(x):
    return L.Activation("relu")(L.BatchNormalization()(x))


def u_net_xception():
    """keras.io's example, on an image of 32x48 and 5 classes."""
    inputs = L.Input((32, 48, 3))
    before = x = norm_relu(L.Conv2D(32, 3, strides=2, padding="same")(inputs))
    for filters in 64, 128, 256:
        for _ in range(2):
            x = L.SeparableConv2D(filters, 3, padding="same")(L.Activation("relu")(x))
            x = L.BatchNormalization()(x)
        x = L.MaxPooling2D(3, strides=2, padding="same")(x)
        before = x = L.add([x, L.Conv2D(filters, 1, strides=2, padding="same")(before)])
    for filters in 256, 128, 64, 32:
        for _ in range(2):
            x = L.Conv2DTranspose(filters, 3, padding="same")(L.Activation("relu")(x))
            x = L.BatchNormalization()(x)
        x = L.UpSampling2D(2)(x)
        before = L.Conv2D(filters, 1, padding="same")(L.UpSampling2D(2)(before))
        before = x = L.add([x, before])
    return keras.Model(inputs, L.Conv2D(5, 3, padding="same")(x), name="u_net_xception")


def resnet8():
    def conv(filters, stride=1, size=3):
        return L.Conv2D(filters, size, strides=stride, padding="same")

    inputs = L.Input((32, 32, 3))
    x = norm_relu(conv(16)(inputs))
    for filters, stride in (16, 1), (32, 2), (64, 2):
        shortcut = x if stride == 1 else conv(filters, stride, 1)(x)
        y = norm_relu(conv(filters, stride)(x))
        y = L.BatchNormalization()(conv(filters)(y))
        x = L.Activation("relu")(L.add([shortcut, y]))
    x = L.Flatten()(L.AveragePooling2D(8)(x))
    return keras.Model(inputs, L.Dense(10, activation="softmax")(x), name="resnet8")


def ds_cnn():
    inputs = L.Input((49, 10, 1))
    x = L.Dropout(0.2)(norm_relu(L.Conv2D(64, (10, 4), strides=2, padding="same")(inputs)))
    for _ in range(4):
        x = norm_relu(L.DepthwiseConv2D(3, padding="same")(x))
        x = norm_relu(L.Conv2D(64, 1, padding="same")(x))
    x = L.Flatten()(L.AveragePooling2D((25, 5))(L.Dropout(0.4)(x)))
    return keras.Model(inputs, L.Dense(12, activation="softmax")(x), name="ds_cnn")


def auto_encoder():
    inputs = x = L.Input((640,))
    for units in 128, 128, 128, 128, 8, 128, 128, 128, 128:
        x = norm_relu(L.Dense(units)(x))
    return keras.Model(inputs, L.Dense(640)(x), name="auto_encoder")


def application(build, size=32, **options):
    return lambda: build(weights=None, classes=10, classifier_activation=None,
                         input_shape=(size, size, 3), **options)


NETWORKS = {
    "vgg16": application(A.VGG16),
    "vgg19": application(A.VGG19),
    "mobilenet_v2": application(A.MobileNetV2),
    "mobilenet_v2_035": application(A.MobileNetV2, 45, alpha=0.35),
    "resnet50_v2": application(A.ResNet50V2),
    "resnet50": application(A.ResNet50),
    "mobilenet": application(A.MobileNet),
    "densenet121": application(A.DenseNet121),
    "xception": application(A.Xception, 71),
    "u_net_xception": u_net_xception,
    "resnet8": resnet8,
    "ds_cnn": ds_cnn,
    "auto_encoder": auto_encoder,
}


def write(name):
    keras.backend.clear_session()
    keras.config.set_floatx("float64")
    model = NETWORKS[name]()
    of = {layer.name: [] for layer in model.layers}
    for layer, path, v in tensors(model):
        v.assign(filled(path, tuple(v.shape)))
        of[layer.name].append(path.rpartition("/")[2] + " " + "x".join(map(str, v.shape)))
    shape = model.input_shape[1:]
    y = model(filled("input", (1, *shape)), training=False).numpy().ravel()
    lines = [f"# Keras {keras.__version__}, {model.name}, on {'x'.join(map(str, shape))}",
             f"parameters {model.count_params()}",
             f"trainable {sum(math.prod(v.shape) for v in model.trainable_weights)}",
             f"outputs {y.size} {sum(y):.9g} {max(abs(y)):.9g}",
             *(f"  {number:.9g}" for number in y[:10])]
    lines += sorted(f"layer {layer.name} {type(layer).__name__} {' '.join(of[layer.name])}".strip()
                    for layer in model.layers if not isinstance(layer, L.InputLayer))
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(name, model.count_params(), y[:3])


if __name__ == "__main__":
    for chosen in sys.argv[1:] or NETWORKS:
        write(chosen)

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes Keras's numbers for the tests: the tables (*.hpp) and texts (*.txt) beside this file, and
the layers' numbers in layers/.

    python3 -m venv peers && peers/bin/pip install keras tensorflow-cpu pillow
    python3 -m venv peers && peers/bin/pip install keras tensorflow-cpu pillow scipy
    peers/bin/python tests/keras/generate.py             # everything
    peers/bin/python tests/keras/generate.py nets        # write_nets() only, and so on
    peers/bin/python tests/keras/generate.py layers/relu layers/add

Layers, networks and optimizers are written as inlay's types, and Keras runs what is written. The
files hold only what Keras found: inputs, weights and labels come from the formula in formula.hpp on
both sides. Keras computes everything twice: in double precision, which is written, so that a
distance measured by a test is inlay's own rounding; and in single precision, whose distance is
printed, so that a tolerance can be judged, and must be small.

A case of a layer is one call of case() in write_layers(), and nothing else: the test of the layer
finds it. layers/<name>.hpp lists the cases' types, for the compiler; layers/<name>.txt holds their
numbers, which layer_case.hpp reads:

    # comments
    cases 5
    case dense_5_on_7                           a name of its own, a C++ identifier
    layer Dense<5> on Input<7>                  for people
    batch 3
    training true                               Keras's mode
    input formula 21 43924 1 0                  size, salt, scale, offset: see formula.hpp
    cotangent formula 15 87848 1 0              gradients are those of sum(output * cotangent)
    weight dense/kernel formula 35 131772 0.5 0         each trainable tensor, in inlay's order
    state batch_normalization/moving_mean formula ...   each other one
    output 15 -0.33 6.2 0.94 15                 size, sum, sum of absolute values, largest of them;
        0.0386 -0.593 -0.5 ...                  then how many elements are listed: all, or those
    input_gradient 21 -3.4 6.5 0.76 21          at (k * 97 + 13) % size for k = 0, 1, ...
        ...
    weight_gradient dense/kernel 35 ...         one for each `weight`
    state_after batch_normalization/moving_mean 5 ...   one for each `state`, after training

Lines that begin with spaces continue the one before. `input listed 42` is followed by so many
numbers. There are no gradients where Keras was not asked, and no gradient of whole numbers. A layer
with several inputs reads them from one: Part<first, extents...> is a piece of each example.
"""

import contextlib
import dataclasses
import functools
import io
import math
import os
import pathlib
import re
import sys
import textwrap
import types
import warnings

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import keras
import numpy as np
import tensorflow as tf
from keras import layers as L
from keras.applications import imagenet_utils
from keras.src.trainers.data_adapters import array_slicing
from keras.src.utils import progbar

FOLDER = pathlib.Path(__file__).resolve().parent
VERSIONS = f"Keras {keras.__version__}, TensorFlow {tf.__version__}, NumPy {np.__version__}"
SALT_STEP = 43924  # 40503 * 43924 / 2^32 is sqrt(2) - 1: sequences of these salts lie far apart
FIT_LABELS = 23  # the number of the salt of fit's labels; these give accuracies that move


# The formula. Salts are numbered within a case; formula.hpp says the rest.


def hashed(count, number):
    return (np.arange(count, dtype=np.uint64) * 2654435761 + number * SALT_STEP * 40503) % 2**32


def label_values(count, number, classes):
    return ((hashed(count, number) >> 8) * classes >> 24).astype(np.int64)


@dataclasses.dataclass
class Tensor:
    name: str
    shape: tuple
    number: int
    scale: float = 1.0
    offset: float = 0.0

    listed: np.ndarray | None = None  # the elements, where the formula does not give them

    def filled(self):
        if self.listed is not None:
            return self.listed.reshape(self.shape)
        whole = hashed(math.prod(self.shape), self.number) >> 8
        x = self.offset + np.float64(np.float32(self.scale)) * (whole / 2**23 - 1)
        return x.astype(np.float32).reshape(self.shape)


def fill(variables, first_number, scale):
    """Gives each variable a tensor: around 0, or around 1 where it must be positive."""
    tensors = []
    for number, v in enumerate(variables, first_number):
        positive = v.name in ("gamma", "moving_variance", "variance")
        s = 0.25 if positive or v.name in ("beta", "moving_mean") else scale
        s = 0 if v.dtype.startswith("int") else s
        path = re.sub(r"\w+_cell/", "", v.path)  # of a recurrent layer
        tensors.append(Tensor(path, tuple(v.shape), number, s, 1.0 if positive else 0.0))
        v.assign(tensors[-1].filled())
    return tensors


# inlay's types, as Keras's layers. The text of a type, with parentheses for angle brackets, is an
# expression in these names; its value takes a Keras tensor. `made` lists the layers in inlay's
# order, depth-first with branches from left to right, which also numbers their names.

made = []


def leaf(cls, *args, **kwargs):
    def apply(x):
        layer = cls(*args, **kwargs)
        made.append(layer)
        return layer(x)

    # For a layer around it.
    apply.layer = lambda: cls(*args, **kwargs)
    return apply


class Function:
    """An activation: an option of a layer, or a layer."""

    def __init__(self, name, cls=None):
        self.name = name
        self.layer = leaf(cls) if cls else leaf(L.Activation, name)

    def __call__(self, x):
        return self.layer(x)


def merged(options):
    every = {}
    for option in options:
        every |= {"activation": option.name} if isinstance(option, Function) else option
    return every


def windowed(cls, size_name, leading, rank=2):
    """A layer with a window: `leading` numbers, its extents or one for all, then options."""

    def bind(*args):
        def spread(numbers):
            return tuple(numbers * rank)[:rank] if len(numbers) == 1 else tuple(numbers)

        numbers = [a for a in args if isinstance(a, int)]
        options = merged(args[len(numbers):])
        options |= {k: spread(v) for k, v in options.items() if isinstance(v, tuple)}
        return leaf(cls, *numbers[:leading], **{size_name: spread(numbers[leading:])}, **options)

    return bind


def in_single(bind):
    """A layer that TensorFlow has in float32 only; its sums are to be short ones."""
    cast = keras.ops.cast
    return lambda *args: lambda x: cast(bind(*args, {"dtype": "float32"})(cast(x, "float32")),
                                        x.dtype)


def branches(cls):
    def bind(*parts):
        options = merged(p for p in parts if isinstance(p, dict))
        return lambda x: cls(**options)([part(x) for part in parts if not isinstance(part, dict)])

    return bind


def part(first, *shape):
    """The elements of each example from `first` on: what a layer with several inputs reads."""
    return lambda x: L.Reshape(shape)(x[:, first:first + math.prod(shape)])


def margins(cls, rank=2):
    """One number for all edges, one for each axis, or two for each: before and behind."""
    def bind(*cells):
        pairs = tuple(zip(cells[::2], cells[1::2])) if len(cells) == 2 * rank else cells
        return leaf(cls, pairs[0] if len(pairs) == 1 else pairs)

    return bind


def reflected(rank):
    """Padding that is a function, with numbers as margins() has them."""
    def bind(*cells):
        pairs = zip(cells[::2], cells[1::2]) if len(cells) == 2 * rank else zip(cells, cells)
        ends = list(pairs) * (rank if len(cells) == 1 else 1)
        return lambda x: keras.ops.pad(x, [(0, 0), *ends, (0, 0)], mode="reflect")

    return bind


def channel_padding(before, behind=None):
    ends = before, before if behind is None else behind
    return lambda x: keras.ops.pad(x, [(0, 0)] * (len(x.shape) - 1) + [ends])
def up_sampling(rows, columns=None, *options):
    """Copies, or weights of 24 bits."""
    bind = lambda *more: leaf(L.UpSampling2D, (rows, columns or rows), **merged(more))
    return in_single(bind)(*options) if options else bind()


def function(name, **arguments):
    """A function of Keras's with arguments."""
    return Function(functools.partial(getattr(keras.activations, name), **arguments))


def sparsemax(x):
    """By its definition: that of Keras 3.15 does not sum to 1 (keras-team/keras, issue 23425)."""
    ordered = -keras.ops.sort(-x, axis=-1)
    ranks = keras.ops.arange(1, x.shape[-1] + 1, dtype=x.dtype)
    stays = keras.ops.cast(ordered > (keras.ops.cumsum(ordered, axis=-1) - 1) / ranks, x.dtype)
    sums, counts = (keras.ops.sum(t, axis=-1, keepdims=True) for t in (stays * ordered, stays))
    return keras.ops.relu(x - (sums - 1) / counts)
def attention(cls):
    """A layer that attends to its own input; a causal mask is an argument of its call."""
    def make(*args):
        options = merged(arg for arg in args if isinstance(arg, dict))
        call = {key: options.pop(key) for key in ("use_causal_mask",) if key in options}

        def apply(x):
            layer = cls(*(arg for arg in args if not isinstance(arg, dict)), **options)
            made.append(layer)
            return layer(x, x, **call)
        return apply
    return make


def recurrent(cls):
    return lambda units, *options: leaf(cls, units, **merged(options))


def wrapper(cls):
    """A layer around another."""
    return lambda inside, *options: lambda x: leaf(cls, inside.layer(), **merged(options))(x)


def merge_mode(join):
    modes = {"Concat": "concat", "Add": "sum", "Multiply": "mul", "Average": "ave"}
    return {"merge_mode": next(mode for name, mode in modes.items() if TYPES[name] is join)}


TYPES = {
    "Sequential": lambda *parts: lambda x: functools.reduce(lambda y, part: part(y), parts, x),
    "Part": part,
    "Add": branches(L.Add),
    "Subtract": branches(L.Subtract),
    "Multiply": branches(L.Multiply),
    "Average": branches(L.Average),
    "Maximum": branches(L.Maximum),
    "Minimum": branches(L.Minimum),
    "Concat": branches(L.Concatenate),
    "Dot": branches(L.Dot),
    "Axes": lambda *axes: {"axes": axes if len(axes) == 2 else axes[0]},
    "Normalize": {"normalize": True},
    "Identity": leaf(L.Identity),
    "Dense": lambda units, *options: leaf(L.Dense, units, **merged(options)),
    "Conv1D": windowed(L.Conv1D, "kernel_size", 1, 1),
    "Conv1DTranspose": windowed(L.Conv1DTranspose, "kernel_size", 1, 1),
    "Conv2D": windowed(L.Conv2D, "kernel_size", 1),
    "Conv2DTranspose": windowed(L.Conv2DTranspose, "kernel_size", 1),
    "Conv3D": windowed(L.Conv3D, "kernel_size", 1, 3),
    "Conv3DTranspose": windowed(L.Conv3DTranspose, "kernel_size", 1, 3),
    "SeparableConv1D": windowed(L.SeparableConv1D, "kernel_size", 1, 1),
    "SeparableConv2D": windowed(L.SeparableConv2D, "kernel_size", 1),
    "DepthwiseConv1D": windowed(L.DepthwiseConv1D, "kernel_size", 0, 1),
    "DepthwiseConv2D": windowed(L.DepthwiseConv2D, "kernel_size", 0),
    "MaxPool": windowed(L.MaxPooling2D, "pool_size", 0),
    "MaxPool1D": windowed(L.MaxPooling1D, "pool_size", 0, 1),
    "MaxPool3D": in_single(windowed(L.MaxPooling3D, "pool_size", 0, 3)),
    "AveragePool": windowed(L.AveragePooling2D, "pool_size", 0),
    "AveragePool1D": windowed(L.AveragePooling1D, "pool_size", 0, 1),
    "AveragePool3D": in_single(windowed(L.AveragePooling3D, "pool_size", 0, 3)),
    "AdaptiveAveragePool1D": windowed(L.AdaptiveAveragePooling1D, "output_size", 0, 1),
    "AdaptiveAveragePool2D": windowed(L.AdaptiveAveragePooling2D, "output_size", 0),
    "AdaptiveAveragePool3D": in_single(windowed(L.AdaptiveAveragePooling3D, "output_size", 0, 3)),
    "AdaptiveMaxPool1D": windowed(L.AdaptiveMaxPooling1D, "output_size", 0, 1),
    "AdaptiveMaxPool2D": windowed(L.AdaptiveMaxPooling2D, "output_size", 0),
    "AdaptiveMaxPool3D": in_single(windowed(L.AdaptiveMaxPooling3D, "output_size", 0, 3)),
    "GlobalAveragePool": leaf(L.GlobalAveragePooling2D),
    "GlobalAveragePool1D": leaf(L.GlobalAveragePooling1D),
    "GlobalAveragePool3D": leaf(L.GlobalAveragePooling3D),
    "GlobalMaxPool": leaf(L.GlobalMaxPooling2D),
    "GlobalMaxPool1D": leaf(L.GlobalMaxPooling1D),
    "GlobalMaxPool3D": leaf(L.GlobalMaxPooling3D),
    "GlobalAveragePoolWith": lambda *options: leaf(L.GlobalAveragePooling2D, **merged(options)),
    "GlobalMaxPoolWith": lambda *options: leaf(L.GlobalMaxPooling2D, **merged(options)),
    "KeepDims": {"keepdims": True},
    "Flatten": leaf(L.Flatten),
    "Reshape": lambda *shape: leaf(L.Reshape, shape),
    "Permute": lambda *axes: leaf(L.Permute, axes),
    "RepeatVector": lambda times: leaf(L.RepeatVector, times),
    "Cropping1D": margins(L.Cropping1D, 1),
    "Cropping2D": margins(L.Cropping2D),
    "Cropping3D": margins(L.Cropping3D, 3),
    "UpSampling1D": lambda steps: leaf(L.UpSampling1D, steps),
    "UpSampling3D": lambda *times: leaf(L.UpSampling3D, (times * 3)[:3]),
    "UpSampling2D": lambda h, w=None: leaf(L.UpSampling2D, (h, w or h)),
    "ReflectPadding1D": reflected(1),
    "ReflectPadding2D": reflected(2),
    "ChannelPadding": channel_padding,
    "UpSampling2D": up_sampling,
    "Resizing": in_single(lambda rows, columns, *options: leaf(L.Resizing, rows, columns,
                                                               **merged(options))),
    "Antialias": {"antialias": True},
    "CropToAspectRatio": {"crop_to_aspect_ratio": True},
    "PadToAspectRatio": {"pad_to_aspect_ratio": True},
    "Nearest": {"interpolation": "nearest"},
    "Bilinear": {"interpolation": "bilinear"},
    "Bicubic": {"interpolation": "bicubic"},
    "Lanczos3": {"interpolation": "lanczos3"},
    "Lanczos5": {"interpolation": "lanczos5"},
    "ZeroPadding1D": margins(L.ZeroPadding1D, 1),
    "ZeroPadding2D": margins(L.ZeroPadding2D),
    "ZeroPadding3D": margins(L.ZeroPadding3D, 3),
    "Dropout": lambda rate: leaf(L.Dropout, rate),
    "SpatialDropout1D": lambda rate: leaf(L.SpatialDropout1D, rate),
    "SpatialDropout2D": lambda rate: leaf(L.SpatialDropout2D, rate),
    "SpatialDropout3D": lambda rate: leaf(L.SpatialDropout3D, rate),
    "CenterCrop": lambda height, width: leaf(L.CenterCrop, height, width),
    "RandomCrop": lambda height, width: leaf(L.RandomCrop, height, width),
    "RandomFlip": lambda *options: leaf(L.RandomFlip, **merged(options)),
    "RandomRotation": lambda turn, *options: leaf(L.RandomRotation, turn, **merged(options)),
    "RandomTranslation": lambda height, width, *options: leaf(
        L.RandomTranslation, height, width, **merged(options)),
    "RandomZoom": lambda height, width=None, *options: leaf(
        L.RandomZoom, height, width, **merged(options)),
    "RandomBrightness": lambda share, *options: leaf(
        L.RandomBrightness, share, **merged(options)),
    "RandomContrast": lambda factor, *options: leaf(
        L.RandomContrast, factor, **merged(options)),
    "Factor": lambda first, last: (first, last),
    "SameFactor": None,
    "GaussianNoise": lambda deviation: leaf(L.GaussianNoise, deviation),
    "GaussianDropout": lambda rate: leaf(L.GaussianDropout, rate),
    "AlphaDropout": lambda rate: leaf(L.AlphaDropout, rate),
    "CategoryEncoding": lambda tokens, *options: leaf(L.CategoryEncoding, tokens,
                                                      **merged(options)),
    "Discretization": lambda *edges: leaf(L.Discretization, [float(e) for e in edges]),
    "IntegerLookup": lambda *tokens: leaf(L.IntegerLookup, vocabulary=tokens),
    "Hashing": lambda bins, *options: leaf(L.Hashing, bins, **merged(options)),
    "MaskValue": lambda value: {"mask_value": value},
    "OneHot": {"output_mode": "one_hot"},
    "MultiHot": {"output_mode": "multi_hot"},
    "Count": {"output_mode": "count"},
    "ActivityRegularization": lambda rule: leaf(L.ActivityRegularization, l1=float(rule.l1),
                                                l2=float(rule.l2)),
    "BatchNorm": lambda *options: leaf(L.BatchNormalization, **merged(options)),
    "LayerNorm": lambda *options: leaf(L.LayerNormalization, **merged(options)),
    "GroupNorm": lambda groups, *options: leaf(L.GroupNormalization, groups, **merged(options)),
    "RMSNorm": lambda *options: leaf(L.RMSNormalization, **merged(options)),
    "Normalization": lambda *options: leaf(L.Normalization, **merged(options)),
    "Mean": lambda *values: {"mean": values[0] if len(values) == 1 else values},
    "Variance": lambda *values: {"variance": values[0] if len(values) == 1 else values},
    "NoAxis": {"axis": None},
    "Invert": {"invert": True},
    "UnitNormalization": lambda *options: leaf(L.UnitNormalization, **merged(options)),
    "PreprocessInput": lambda mode: leaf(
        L.Lambda, functools.partial(imagenet_utils.preprocess_input, mode=mode)),
    "Rescaling": lambda scale, offset=0: leaf(L.Rescaling, scale, offset),
    "Masking": lambda value: leaf(L.Masking, value),
    "Embedding": lambda rows, size, *options: leaf(L.Embedding, rows, size, **merged(options)),
    "SimpleRNN": recurrent(L.SimpleRNN),
    "LSTM": recurrent(L.LSTM),
    "GRU": recurrent(L.GRU),
    "Bidirectional": wrapper(L.Bidirectional),
    "Merge": merge_mode,
    "TimeDistributed": wrapper(L.TimeDistributed),
    "SpectralNormalization": wrapper(L.SpectralNormalization),
    "PowerIterations": lambda count: {"power_iterations": count},
    "MultiHeadAttention": attention(L.MultiHeadAttention),
    "CausalMask": {"use_causal_mask": True},
    "ValueDim": lambda size: {"value_dim": size},
    "OutputDim": lambda size: {"output_shape": size},
    "PReLU": lambda *options: leaf(L.PReLU, **merged(options)),
    "Activation": lambda function: leaf(L.Activation, function.name),
    "Linear": Function("linear"),
    "ReLU": Function("relu", L.ReLU),
    "Softmax": Function("softmax", L.Softmax),
    "Sigmoid": Function("sigmoid"),
    "Tanh": Function("tanh"),
    "GELU": Function("gelu"),
    "GELUTanh": function("gelu", approximate=True),
    "SiLU": Function("silu"),
    "LeakyReLU": lambda slope: function("leaky_relu", negative_slope=slope),
    "ReLU6": Function("relu6"),
    "ReLUWith": lambda *options: function("relu", **merged(options)),
    "MaxValue": lambda value: {"max_value": value},
    "NegativeSlope": lambda value: {"negative_slope": value},
    "Threshold": lambda value: {"threshold": value},
    "ThresholdTo": lambda least, value: function("threshold", threshold=least,
                                                 default_value=value),
    "ELU": lambda alpha=1: function("elu", alpha=alpha),
    "SELU": Function("selu"),
    "CELU": lambda alpha=1: function("celu", alpha=alpha),
    "Softplus": Function("softplus"),
    "LogSigmoid": Function("log_sigmoid"),
    "Softsign": Function("softsign"),
    "HardSigmoid": Function("hard_sigmoid"),
    "HardSiLU": Function("hard_silu"),
    "HardTanh": Function("hard_tanh"),
    "Mish": Function("mish"),
    "Exponential": Function("exponential"),
    "SquarePlus": lambda b=4: function("squareplus", b=b),
    "TanhShrink": Function("tanh_shrink"),
    "HardShrink": lambda least=0.5: function("hard_shrink", threshold=least),
    "SoftShrink": lambda least=0.5: function("soft_shrink", threshold=least),
    "SparsePlus": Function("sparse_plus"),
    "SparseSigmoid": Function("sparse_sigmoid"),
    "LogSoftmax": Function("log_softmax"),
    "Sparsemax": Function(sparsemax),
    "SoftmaxOver": lambda *options: function("softmax", **merged(options)),
    "GLU": lambda *options: lambda x: keras.ops.glu(x, **merged(options)),
    "Same": {"padding": "same"},
    "Causal": {"padding": "causal"},
    "NoBias": {"use_bias": False},
    "Strides": lambda *extents: {"strides": extents},
    "OutputPadding": lambda *extents: {"output_padding": extents},
    "Dilation": lambda *extents: {"dilation_rate": extents},
    "Groups": lambda count: {"groups": count},
    "DepthMultiplier": lambda count: {"depth_multiplier": count},
    "Momentum": lambda value: {"momentum": value},
    "Epsilon": lambda value: {"epsilon": value},
    "NoScale": {"scale": False},
    "NoCenter": {"center": False},
    "Horizontal": {"mode": "horizontal"},
    "Vertical": {"mode": "vertical"},
    "FillWrap": {"fill_mode": "wrap"},
    "FillNearest": {"fill_mode": "nearest"},
    "FillConstant": lambda value: {"fill_mode": "constant", "fill_value": value},
    "ValueRange": lambda least, most: {"value_range": (least, most)},
    "Nearest": {"interpolation": "nearest"},
    "SharedAxes": lambda *axes: {"shared_axes": axes},
    "MaskZero": {"mask_zero": True},
    "Axis": lambda axis: {"axis": axis},
    "ReturnSequences": {"return_sequences": True},
    "GoBackwards": {"go_backwards": True},
    "ResetBefore": {"reset_after": False},
    "RecurrentActivation": lambda function: {"recurrent_activation": function.name},
    "KernelRegularizer": lambda rule: {"kernel_regularizer": rule},
    "BiasRegularizer": lambda rule: {"bias_regularizer": rule},
    "KernelConstraint": lambda rule: {"kernel_constraint": rule},
    "BiasConstraint": lambda rule: {"bias_constraint": rule},
    "L1": keras.regularizers.L1,
    "L2": keras.regularizers.L2,
    "L1L2": keras.regularizers.L1L2,
    "NonNeg": keras.constraints.NonNeg(),
    "MaxNorm": lambda most, *axes: keras.constraints.MaxNorm(most, axis=axes or 0),
    "UnitNorm": lambda *axes: keras.constraints.UnitNorm(axis=axes or 0),
    "MinMaxNorm": lambda least, most, rate, *axes: keras.constraints.MinMaxNorm(
        least, most, rate, axis=axes or 0),
}


def build(type_, shape, floatx, whole=False):
    """The functional model, its trainable and its non-trainable variables in inlay's order."""
    keras.backend.clear_session()
    keras.config.set_floatx(floatx)
    keras.utils.set_random_seed(0)
    made.clear()
    x = L.Input(shape, dtype="int32" if whole else floatx)
    model = keras.Model(x, eval(type_.replace("<", "(").replace(">", ")"), TYPES)(x))
    weights = [v for layer in made for v in layer.trainable_weights]
    state = [v for layer in made for v in layer.non_trainable_weights]
    return model, weights, state


def keras_object(module, text, **others):
    """Adam{.learning_rate = 0.01f} or Dice{.axis = {1, 2}} as Keras's object, with others."""
    name, fields = text[:-1].split("{", 1)
    fields = re.sub(r"= \{([-\d., e]*)\}", r"= (\1,)", fields)
    fields = re.sub(r"= ([-\de.]+)f\b", r"= \1", fields)
    fields = re.sub(r"= (true|false)", lambda m: "= " + m[1].capitalize(), fields)
    fields = re.sub(r"\.(\w+) = ", r"\1=", fields)
    return eval(f"make({fields})", {"make": functools.partial(getattr(module, name), **others)})


def extents(shape, by="x"):
    return by.join(map(str, shape))


# C++ text. A table is a header of values of one struct of formula.hpp.


def digits(x):
    """The shortest text that reads back as this float."""
    x = np.float32(x) + np.float32(0)
    if not np.isfinite(x):
        raise ValueError("Keras found no finite number")
    plain = np.format_float_positional(x, unique=True, trim="-")
    power = np.format_float_scientific(x, unique=True, trim="-", exp_digits=1)
    return min(plain, power, key=len)


def floating(x):
    text = digits(x)
    return text + ("f" if "." in text or "e" in text else ".f")


def double(x):
    text = f"{float(x):.10g}"
    return text if re.search("[.e]", text) else text + ".0"


def quoted(text):
    return f'"{text}"'


def braces(*fields):
    return "{" + ", ".join(map(str, fields)) + "}"


def wrapped(head, items, tail):
    """Head, items and tail on one line, or else the items on lines of their own."""
    lines = [head + ", ".join(items) + tail]
    if len(lines[0]) > 100:
        lines = [head]
        for item in items:
            if lines[-1] == head or len(lines[-1]) + len(item) + 2 > 100:
                lines.append("   ")
            lines[-1] += f" {item},"
        lines.append(tail)
    return "\n".join(lines)


class Table:
    """A header of cases; the arrays of each stand in a namespace of its own."""

    def __init__(self, file, subject, struct):
        self.file, self.subject, self.struct = file, subject, struct
        self.text, self.names, self.arrays = [], [], []

    def array(self, name, type_, items):
        """Adds an array to the case and gives its name, marked by an @; {} for an empty one."""
        items = [item.replace("@", "") for item in items]
        if not items:
            return "{}"
        self.arrays.append(wrapped(f"inline constexpr {type_} {name}[]{{", items, "};"))
        return "@" + name

    def floats(self, name, numbers):
        return self.array(name, "float", map(floating, np.ravel(numbers)))

    def tensor(self, t):
        return braces(quoted(t.name), math.prod(t.shape), f"{t.number * SALT_STEP}u",
                      floating(t.scale), floating(t.offset))

    def tensors(self, name, tensors):
        return self.array(name, "Tensor", map(self.tensor, tensors))

    def labels(self, size, number, classes):
        return braces(size, f"{number * SALT_STEP}u", f"{classes}u")

    def expected(self, name, numbers, listed):
        """A small tensor whole; of others so many elements, or more to reach the end of it."""
        if numbers is None:
            return "{}"
        x = np.ravel(numbers).astype(np.float64)
        if x.size > listed * 3 // 2:
            chosen = x[(np.arange(max(listed, x.size // 97)) * 97 + 13) % x.size]
        else:
            chosen = x
        size = np.abs(x)
        return braces(x.size, double(x.sum()), double(size.sum()), double(size.max()),
                      self.floats(name, chosen))

    def expecteds(self, name, all_numbers, listed):
        rows = [self.expected(f"{name}_{i}", x, listed) for i, x in enumerate(all_numbers)]
        return self.array(name, "Expected", rows)

    def case(self, name, comment, fields):
        """Ends a case, whose arrays were added since the last one."""
        def lines(text, first, others):
            return textwrap.wrap(text, 100, initial_indent=first, subsequent_indent=others,
                                 break_long_words=False, break_on_hyphens=False)

        space = "numbers_of_" + name
        self.text += ["", *lines(comment, "// ", "// ")]
        self.text += [f"namespace {space} {{", *self.arrays, f"}}  // namespace {space}"]
        self.text += [f"inline constexpr {self.struct} {name}{{"]
        for key, value in {"name": quoted(name), **fields}.items():
            self.text += lines(f".{key} = {value},".replace("@", space + "::"), "    ", "        ")
        self.text += ["};"]
        self.names += [name]
        self.arrays = []

    def write(self, *more):
        cases = wrapped(f"inline constexpr const {self.struct}* {self.file}_cases[]{{",
                        ["&" + name for name in self.names], "};")
        text = "\n".join([
            "// SPDX-License-Identifier: MIT", "#pragma once",
            f"// What Keras found for {self.subject}.",
            f"// Written by {pathlib.Path(sys.argv[0]).name} with {VERSIONS}.",
            "", '#include "formula.hpp"', "", "namespace keras {", *self.text, "",
            "/// All cases of this file, so that a test can prove that it left none out.", cases,
            *more, "", "}  // namespace keras", ""])
        if max(map(len, text.splitlines())) > 100:
            raise ValueError(f"{self.file}.hpp: a line of more than 100 columns")
        (FOLDER / f"{self.file}.hpp").write_text(text, encoding="ascii", newline="\n")
        print(f"{self.file}.hpp: {len(self.names)} cases, {len(text)} bytes")


def cancels(x):
    """Whether numbers in double precision are 0 but for rounding."""
    return np.abs(x).max() < 1e-14


def exactly(name, run, limit=5e-6):
    """run("float64"), after printing how far away run("float32") is, measured as in formula.hpp."""
    exact, single = run("float64"), run("float32")

    def distances(a, b):
        if isinstance(a, (list, tuple)):
            for x, y in zip(a, b, strict=True):
                yield from distances(x, y)
        elif a is not None:
            a, b = np.asarray(a, np.float64), np.asarray(b, np.float64)
            yield np.abs(a - b).max() / (1.0 if cancels(a) else np.abs(a).max())

    worst = max(distances(exact, single))
    print(f"  {name}: Keras's own single precision is {worst:.1e} away")
    if worst > limit:
        raise ValueError(f"{name}: ill-conditioned")
    return exact


# Layers


class LayerFile:
    """The cases of one layer: layers/<name>.hpp, their types, and layers/<name>.txt, their numbers.

    with LayerFile("dense") as case:
        case("Dense<5>", (7,), 3)
    """

    def __init__(self, name):
        self.name, self.types, self.text = name, {}, []

    def __enter__(self):
        return self.case if self.wanted() else lambda *_, **__: None

    def wanted(self):
        return not sys.argv[1:] or {"layers", "layers/" + self.name} & set(sys.argv)

    def record(self, *fields, numbers=()):
        for items, indent in (map(str, fields), ""), (map(digits, numbers), "    "):
            self.text += textwrap.wrap(" ".join(items), 100, initial_indent=indent,
                                       subsequent_indent="    ", break_on_hyphens=False)

    def tensor(self, keyword, t):
        names = [t.name] if keyword in ("weight", "state") else []
        if t.listed is None:
            self.record(keyword, *names, "formula", math.prod(t.shape), t.number * SALT_STEP,
                        digits(t.scale), digits(t.offset))
        else:
            self.record(keyword, *names, "listed", t.listed.size, numbers=np.ravel(t.listed))

    def expected(self, keyword, numbers, *name):
        """A small tensor whole; of others 64 elements, or more to reach the end of it."""
        if numbers is None:
            return
        x = np.ravel(numbers).astype(np.float64)
        x = 0 * abs(x) if cancels(x) else x
        listed = x if x.size <= 96 else x[(np.arange(max(64, x.size // 97)) * 97 + 13) % x.size]
        size = np.abs(x)
        self.record(keyword, *name, x.size, double(x.sum()), double(size.sum()),
                    double(size.max()), listed.size, numbers=listed)

    def case(self, type_, shape, batch, name=None, *, training=True, gradients=True,
             input_scale=1.0, input_offset=0.0, numbers=None, single=False):
        """Runs a layer on an input by the formula, or on these numbers; in single precision where
        it knows no other."""
        if name is None:  # conv2d_5_3_3_same_on_8x6x3
            words = re.sub("([a-z]|GELU)([A-Z])", r"\1_\2", type_.replace("ReLU", "Relu"))
            name = re.sub(r"\W+", "_", words).strip("_").lower() + "_on_" + extents(shape)
        if not name.isidentifier() or name in self.types:
            raise ValueError(f"{self.name}: a case cannot be named {name}")
        x = Tensor("input", (batch, *shape), 1, input_scale, input_offset, numbers)
        whole = x.filled().dtype.kind == "i"
        model, weights, state = build(type_, shape, "float64", whole)
        cotangent = Tensor("cotangent", (batch, *model.output.shape[1:]), 2)
        weight_tensors = fill(weights, 3, 0.5)
        state_tensors = fill(state, 3 + len(weights), 0.5)

        def run(floatx):
            floatx = "float32" if single else floatx
            model, weights, state = build(type_, shape, floatx, whole)
            for v, t in zip(weights + state, weight_tensors + state_tensors, strict=True):
                v.assign(t.filled())
            for layer in made:  # what it works out of its weights
                getattr(layer, "finalize_state", lambda: None)()
            inputs = tf.constant(x.filled() if whole else x.filled().astype(floatx))
            values = [v.value for v in weights]
            with tf.GradientTape() as tape:
                tape.watch([inputs][whole:])
                output = tf.cast(model(inputs, training=training), floatx)
                total = tf.reduce_sum(output * cotangent.filled().astype(floatx))
            slopes = tape.gradient(total, [inputs, *values][whole:],
                                   unconnected_gradients=tf.UnconnectedGradients.ZERO)
            slopes = [None] * whole + [tf.convert_to_tensor(s).numpy() for s in slopes]
            return [output.numpy(), slopes if gradients else [None],
                    [v.numpy() for v in state] if training else []]

        output, (dx, *dw), after = exactly(name, run)
        self.types[name] = type_, f"Input<{extents(shape, ', ')}>"
        self.text += [""]
        self.record("case", name)
        self.record("layer", type_, "on", self.types[name][1])
        self.record("batch", batch)
        self.record("training", str(training).lower())
        self.tensor("input", x)
        self.tensor("cotangent", cotangent)
        for t in weight_tensors:
            self.tensor("weight", t)
        for t in state_tensors:
            self.tensor("state", t)
        self.expected("output", output)
        self.expected("input_gradient", dx)
        for t, slope in zip(weight_tensors, dw):
            self.expected("weight_gradient", slope, t.name)
        for t, s in zip(state_tensors, after):
            self.expected("state_after", s, t.name)

    def __exit__(self, failure, *_):
        if failure or not self.wanted():
            return
        calls = [f'    Comparison keras("{self.name}");']
        for name, (type_, input_) in self.types.items():
            calls += textwrap.wrap(f"keras.compare<{type_},", 100, initial_indent="    ",
                                   subsequent_indent="        ", break_on_hyphens=False)
            tail = f' {input_}>("{name}");'
            if len(calls[-1] + tail) <= 100:
                calls[-1] += tail
            else:
                calls += ["       " + tail]
        header = ["// SPDX-License-Identifier: MIT", "#pragma once",
                  f"// The cases of {self.name}.txt as types. Written by generate.py.",
                  "", '#include "../compare.hpp"', "", "namespace keras::layers {", "",
                  f"inline void {self.name}() {{", "    using namespace inlay;",
                  *calls, "}", "", "}  // namespace keras::layers", ""]
        text = [f"# What Keras found for the cases of {self.name}.hpp.",
                f"# Written by generate.py with {VERSIONS}; it tells the format.",
                f"cases {len(self.types)}", *self.text, ""]
        (FOLDER / "layers").mkdir(exist_ok=True)
        for suffix, lines in ("hpp", header), ("txt", text):
            (FOLDER / "layers" / f"{self.name}.{suffix}").write_text(
                "\n".join(lines), encoding="ascii", newline="\n")
        print(f"layers/{self.name}.txt: {len(self.types)} cases, {len(text)} lines")


def parts(*shapes):
    """Inputs of these shapes, as parts of one: their types, its shape, words for a name."""
    firsts = np.cumsum([0, *map(math.prod, shapes)])
    types = [f"Part<{first}, {extents(s, ', ')}>" for first, s in zip(firsts, shapes)]
    return types, (int(firsts[-1]),), "_and_".join(map(extents, shapes))


def coarse(*shape):
    """Multiples of 1/2 in [-1, 1]: zeros and ties."""
    return (np.round(2 * Tensor("", shape, 1).filled()) / 2 + 0).astype(np.float32)  # + 0: no -0


def join_case(case, join, *shapes, batch=2, option="", name="", ties=False):
    """A layer of several inputs."""
    types, shape, words = parts(*shapes)
    name += "_with_ties" if ties else ""
    case(f"{join}<{', '.join(types)}{option}>", shape, batch,
         f"{join.lower()}{name}_of_{words}", numbers=coarse(batch, *shape) if ties else None)


IMAGE = (5, 7, 3)
BROADCAST = [  # the shapes that Keras's merging layers take besides equal ones
    (IMAGE, (1, 1, 3)), (IMAGE, (5, 1, 3)), (IMAGE, (1, 7, 1)), (IMAGE, (5, 7, 1)),
    ((1, 1, 3), IMAGE), ((5, 1, 3), (1, 7, 1)), (IMAGE, (3,)), (IMAGE, (7, 3)), ((3,), IMAGE),
    ((1,), (9,))]


def write_layers():
    with LayerFile("dense") as case:
        case("Dense<5>", (7,), 3)
        case("Dense<5, NoBias>", (7,), 3)
        case("Dense<6>", (4, 5, 3), 2)
        case("Dense<6, NoBias>", (4, 5, 3), 2)
        case("Dense<33, ReLU>", (67,), 5)

    with LayerFile("conv2d") as case:
        case("Conv2D<5, 1, 1>", (5, 4, 3), 2)
        case("Conv2D<4, 1, 1, Strides<2>>", (6, 5, 3), 2)
        case("Conv2D<3, 1, 1, Same, Strides<3>>", (7, 6, 5), 2)
        case("Conv2D<5, 2, 2>", (5, 6, 3), 2)
        case("Conv2D<3, 2, 2, Same>", (5, 6, 1), 2)
        case("Conv2D<5, 2, 2, Same, Strides<2>>", (7, 6, 3), 2)
        case("Conv2D<5, 3, 3>", (7, 6, 1), 2)
        case("Conv2D<17, 3, 3, Same>", (7, 6, 5), 2)
        case("Conv2D<17, 3, 3, Same>", (6, 5, 17), 2)
        case("Conv2D<5, 3, 3, Same, Strides<2>>", (8, 6, 3), 2)
        case("Conv2D<3, 3, 3, Same, Strides<2>>", (7, 9, 5), 2)
        case("Conv2D<5, 3, 3, Same, Strides<2, 1>>", (8, 7, 3), 2)
        case("Conv2D<5, 3, 3, Strides<2, 1>>", (9, 6, 17), 2)
        case("Conv2D<3, 5, 5>", (9, 8, 1), 2)
        case("Conv2D<5, 5, 5, Strides<3>>", (11, 9, 3), 2)
        case("Conv2D<17, 5, 5, Same, Strides<3>>", (11, 8, 1), 2)
        case("Conv2D<3, 5, 5, Same>", (4, 3, 5), 2)  # the window is larger than the image
        case("Conv2D<5, 3, 2, Same, Strides<1, 2>>", (6, 7, 3), 2)
        case("Conv2D<9, 3, 3, ReLU, Same, Strides<2>, NoBias>", (6, 7, 3), 2)
    with LayerFile("conv2d_dilation") as case:
        case("Conv2D<5, 3, 3, Dilation<2>>", (9, 8, 3), 2)
        case("Conv2D<5, 3, 3, Same, Dilation<2>>", (9, 8, 3), 2)
        case("Conv2D<3, 2, 3, Dilation<2, 3>>", (7, 11, 5), 2)
        case("Conv2D<3, 2, 3, Same, Dilation<2, 3>, NoBias>", (7, 6, 5), 2)
        case("Conv2D<3, 3, 3, Same, Dilation<3>>", (4, 5, 1), 2)  # wider than the image
    with LayerFile("conv2d_groups") as case:
        case("Conv2D<4, 3, 3, Groups<2>>", (7, 6, 6), 2)
        case("Conv2D<6, 3, 3, Same, Groups<2>>", (7, 6, 2), 2)
        case("Conv2D<9, 3, 3, Groups<3>>", (5, 7, 6), 2)
        case("Conv2D<3, 3, 3, Same, Groups<3>, NoBias>", (5, 7, 9), 2)
        case("Conv2D<15, 3, 3, ReLU, Same, Strides<2>, Groups<3>>", (8, 7, 3), 2)
        case("Conv2D<6, 3, 2, Same, Dilation<2>, Groups<2>>", (7, 6, 4), 2)
    with LayerFile("conv1d") as case:
        case("Conv1D<5, 1>", (7, 3), 2)
        for padding in ("", ", Same", ", Causal"):
            case(f"Conv1D<5, 3{padding}>", (11, 3), 2)
            case(f"Conv1D<4, 4{padding}, Dilation<2>>", (13, 3), 2)
            case(f"Conv1D<17, 3{padding}, Strides<2>, NoBias>", (10, 5), 2)
        case("Conv1D<5, 5, Causal>", (3, 2), 2)  # the window is longer than the sequence
        case("Conv1D<6, 3, Same, Groups<2>, ReLU>", (9, 4), 2)
    with LayerFile("conv3d") as case:
        case("Conv3D<3, 2, 2, 2>", (4, 5, 3, 2), 2)
        case("Conv3D<3, 3, 3, 3, Same>", (4, 5, 3, 2), 2)
        case("Conv3D<5, 3, 2, 1, Strides<2, 1, 3>>", (7, 4, 5, 3), 2)
        case("Conv3D<5, 2, 3, 3, Same, Strides<2>, ReLU, NoBias>", (5, 7, 4, 3), 2)
        case("Conv3D<2, 1, 1, 1>", (2, 3, 3, 5), 3)

    with LayerFile("conv2d_transpose") as case:  # TensorFlow has no dilation here
        case("Conv2DTranspose<5, 3, 3, Same, Strides<2>, ReLU>", (9, 8, 3), 2)
        case("Conv2DTranspose<3, 2, 4, Strides<3, 2>, NoBias>", (3, 4, 5), 2)
        case("Conv2DTranspose<3, 4, 5, Same, Strides<3, 2>, OutputPadding<2, 1>>", (4, 3, 2), 2)
    with LayerFile("conv1d_transpose") as case:
        case("Conv1DTranspose<3, 3, Strides<2>, OutputPadding<1>>", (7, 2), 2)
        case("Conv1DTranspose<2, 1, Same, Strides<3>>", (5, 4), 2)
    with LayerFile("conv3d_transpose") as case:
        case("Conv3DTranspose<2, 2, 3, 4, Same, Strides<2>>", (3, 2, 4, 3), 2)
        case("Conv3DTranspose<3, 2, 1, 2>", (2, 5, 3, 2), 2)

    with LayerFile("depthwise_conv2d") as case:
        case("DepthwiseConv2D<3, 3>", (7, 6, 5), 2)
        case("DepthwiseConv2D<3, 3, Same>", (7, 9, 17), 2)
        case("DepthwiseConv2D<3, 3, Same, Strides<2>, NoBias>", (8, 7, 3), 2)
        case("DepthwiseConv2D<5, 3, Strides<2>, ReLU>", (9, 8, 5), 2)
        case("DepthwiseConv2D<5, 5, Same>", (4, 3, 2), 2)  # the window is larger than the image
        case("DepthwiseConv2D<3, 3, Dilation<2>>", (9, 8, 3), 2)
        case("DepthwiseConv2D<2, 3, Same, Dilation<2, 3>>", (7, 11, 5), 2)
        case("DepthwiseConv2D<3, 3, Dilation<2>, Strides<2>>", (9, 10, 3), 2)
        case("DepthwiseConv2D<3, 3, DepthMultiplier<2>>", (6, 7, 3), 2)
        case("DepthwiseConv2D<3, 2, Same, DepthMultiplier<3>, Strides<2>, ReLU>", (7, 6, 2), 2)
        case("DepthwiseConv2D<3, 3, Same, DepthMultiplier<5>, Dilation<2>>", (6, 5, 1), 3)
    with LayerFile("depthwise_conv1d") as case:
        case("DepthwiseConv1D<3>", (11, 5), 2)
        case("DepthwiseConv1D<4, Same, NoBias, ReLU>", (9, 3), 2)
        case("DepthwiseConv1D<3, Same, Strides<2>>", (10, 5), 2)
        case("DepthwiseConv1D<3, Dilation<3>, DepthMultiplier<2>>", (13, 4), 2)

    with LayerFile("separable_conv2d") as case:
        case("SeparableConv2D<5, 3, 3>", (7, 6, 4), 2)
        case("SeparableConv2D<17, 3, 3, Same, Strides<2>, ReLU>", (8, 7, 3), 2)
        case("SeparableConv2D<3, 5, 3, Same, NoBias, DepthMultiplier<2>>", (6, 7, 5), 2)
        case("SeparableConv2D<4, 3, 3, Dilation<2>, DepthMultiplier<3>>", (9, 8, 2), 2)
    with LayerFile("separable_conv1d") as case:
        case("SeparableConv1D<5, 3>", (11, 3), 2)
        case("SeparableConv1D<6, 4, Same, Strides<2>, DepthMultiplier<2>, ReLU>", (10, 5), 2)

    for file, pool in ("max_pool", "MaxPool"), ("average_pool", "AveragePool"):
        with LayerFile(file) as case:
            case(f"{pool}<2>", (7, 5, 3), 2)
            case(f"{pool}<2, 2, Same>", (7, 5, 3), 2)
            case(f"{pool}<2, 2, Same, Strides<1>>", (5, 6, 3), 2)
            case(f"{pool}<2, 2, Strides<3>>", (8, 7, 3), 2)
            case(f"{pool}<2, 2, Same, Strides<3>>", (8, 7, 3), 2)
            case(f"{pool}<3, 3, Same, Strides<1>>", (7, 5, 5), 2)
            case(f"{pool}<3, 3, Strides<2>>", (7, 9, 3), 2)
            case(f"{pool}<3, 3, Same, Strides<2>>", (7, 6, 17), 2)
            if pool == "MaxPool":
                case("MaxPool<2>", (7, 5, 3), 2, "max_pool_with_ties", numbers=coarse(2, 7, 5, 3))
                case("MaxPool<3, 3, Same, Strides<1>>", (5, 6, 1), 3,
                     "max_pool_with_ties_in_windows_that_overlap", numbers=coarse(3, 5, 6, 1))
    for file, pool in ("average", "Average"), ("max", "Max"):
        with LayerFile(f"adaptive_{file}_pool2d") as case:
            case(f"Adaptive{pool}Pool2D<3, 5>", (7, 4, 3), 2)
        with LayerFile(f"adaptive_{file}_pool1d") as case:
            case(f"Adaptive{pool}Pool1D<3>", (11, 5), 2)
        with LayerFile(f"adaptive_{file}_pool3d") as case:
            case(f"Adaptive{pool}Pool3D<2, 1, 3>", (5, 3, 4, 2), 2)
    with LayerFile("global_average_pool") as case:
        case("GlobalAveragePool", (5, 7, 3), 2)
        case("GlobalAveragePoolWith<KeepDims>", (5, 4, 3), 2)
    with LayerFile("global_average_pool3d") as case:
        case("GlobalAveragePool3D", (3, 5, 4, 3), 2)
    with LayerFile("global_max_pool") as case:
        case("GlobalMaxPool", (5, 7, 3), 2)
        case("GlobalMaxPool", (5, 7, 3), 2, "global_max_pool_with_ties", numbers=coarse(2, 5, 7, 3))
        case("GlobalMaxPoolWith<KeepDims>", (5, 4, 17), 2)
    with LayerFile("global_max_pool1d") as case:
        case("GlobalMaxPool1D", (7, 5), 2)
    with LayerFile("global_max_pool3d") as case:
        case("GlobalMaxPool3D", (3, 5, 4, 3), 2)
    for file, pool in ("max_pool3d", "MaxPool3D"), ("average_pool3d", "AveragePool3D"):
        with LayerFile(file) as case:
            case(f"{pool}<2>", (5, 4, 6, 3), 2)
            case(f"{pool}<2, 1, 3, Same, Strides<2, 1, 3>>", (5, 3, 4, 2), 2)
            case(f"{pool}<1, 2, 1, Strides<1, 3, 2>>", (2, 5, 4, 3), 2)
    with LayerFile("average_pool1d") as case:
        case("AveragePool1D<2>", (7, 3), 2)
        case("AveragePool1D<3, Same, Strides<2>>", (8, 5), 2)
    with LayerFile("max_pool1d") as case:
        case("MaxPool1D<2>", (7, 3), 2)
        case("MaxPool1D<2, Same>", (7, 3), 2)
        case("MaxPool1D<3, Strides<2>>", (10, 5), 2)
        case("MaxPool1D<3, Same, Strides<1>>", (9, 17), 2)
        case("MaxPool1D<2, Strides<3>>", (11, 3), 2)
        case("MaxPool1D<3, Same, Strides<2>>", (11, 2), 2, "max_pool1d_with_ties",
             numbers=coarse(2, 11, 2))
    with LayerFile("global_average_pool1d") as case:
        case("GlobalAveragePool1D", (7, 5), 2)
        case("GlobalAveragePool1D", (1, 3), 3)

    with LayerFile("batch_norm") as case:
        for shape, batch in (((17,), 5), ((3, 5, 17), 4)):
            name = f"batch_norm_on_{extents(shape)}_"
            case("BatchNorm<>", shape, batch, name + "training")
            case("BatchNorm<>", shape, batch, name + "inference", training=False, gradients=False)
        case("BatchNorm<Momentum<0.9>, Epsilon<1e-5>>", (4, 3, 5), 11, "batch_norm_far_from_zero",
             input_offset=8)
    with LayerFile("layer_norm") as case:
        for shape in (17,), (3, 5, 7), (4, 9):
            case("LayerNorm<>", shape, 3)
            case("LayerNorm<Epsilon<1e-6>>", shape, 3)
        case("LayerNorm<>", (37,), 2, "layer_norm_of_small_numbers", input_scale=0.01)
        case("LayerNorm<>", (5, 3), 2, "layer_norm_far_from_zero", input_offset=8)
    with LayerFile("group_norm") as case:
        case("GroupNorm<3>", (3, 5, 12), 3)
        case("GroupNorm<1, Epsilon<0.1>, NoScale>", (7, 5), 2)
        case("GroupNorm<-1, NoCenter>", (3, 4, 5), 2, "group_norm_of_channels_on_3x4x5",
             input_offset=8)
    with LayerFile("rms_norm") as case:
        case("RMSNorm<>", (3, 5, 7), 3)
        case("RMSNorm<Epsilon<0.1>>", (9,), 3)
    with LayerFile("unit_normalization") as case:
        case("UnitNormalization<>", (3, 17), 3)
        case("UnitNormalization<Axis<1>>", (5, 3, 2), 2)
    with LayerFile("spectral_normalization") as case:
        case("SpectralNormalization<Dense<5>>", (7,), 3)
        case("SpectralNormalization<Dense<5>>", (7,), 3, "outside_of_training", training=False)
        case("SpectralNormalization<Conv2D<4, 3, 3, ReLU, NoBias>, PowerIterations<3>>", (4, 5, 2),
             2, "three_iterations")
        # Of numbers that are integers by type, Keras makes outputs that are integers by type too.
        case("SpectralNormalization<Embedding<9, 4>>", (5,), 2, "embeddings",
             numbers=np.array([[1, 0, 8, 3, 1], [2, 2, 7, 5, 1]], np.float32))
    with LayerFile("normalization") as case:
        case("Normalization<>", (3, 5), 2)
        case("Normalization<NoAxis, Invert>", (7,), 2, "normalization_inverted_as_a_whole")
        case("Normalization<Mean<0.5, -1, 3>, Variance<0.25, 0, 9>>", (4, 3), 2,
             "normalization_by_constants")
        case("Normalization<Mean<2>, Variance<3>, Invert>", (4, 3), 2,
             "normalization_inverted_by_constants")

    with LayerFile("rescaling") as case:
        case("Rescaling<1.0 / 127.5, -1>", (4, 5, 3), 2, "rescaling_on_4x5x3", input_scale=127.5,
             input_offset=127.5)
    with LayerFile("preprocess_input") as case:
        for mode in "tf", "caffe", "torch":
            case(f'PreprocessInput<"{mode}">', (4, 5, 3), 2, f"preprocess_input_{mode}",
                 input_scale=127.5, input_offset=127.5)
    with LayerFile("flatten") as case:
        case("Flatten", (3, 5, 2), 3)
    with LayerFile("identity") as case:
        case("Identity", (3, 4, 5), 2)
    for name, spec, shape in (("dropout", "Dropout<0.25>", (3, 4, 5)),
                              ("spatial_dropout1d", "SpatialDropout1D<0.2>", (3, 5)),
                              ("spatial_dropout2d", "SpatialDropout2D<0.2>", (3, 2, 5)),
                              ("spatial_dropout3d", "SpatialDropout3D<0.2>", (2, 2, 3, 2)),
                              ("gaussian_noise", "GaussianNoise<0.1>", (9,)),
                              ("gaussian_dropout", "GaussianDropout<0.25>", (9,)),
                              ("alpha_dropout", "AlphaDropout<0.1>", (9,)),
                              ("activity_regularization",
                               "ActivityRegularization<L1L2<0.01, 0.02>>", (9,))):
        with LayerFile(name) as case:
            case(spec, shape, 2, training=False, gradients=False, name=f"{name}_in_inference")
    # A range of one number draws that one. TensorFlow takes the gradient of an image that is read
    # between its cells for the inverse reading, which it is not.
    with LayerFile("random_flip") as case:
        case("RandomFlip<Horizontal>", (3, 4, 2), 2, training=False, gradients=False)
    turned = {"gradients": False, "single": True}
    with LayerFile("random_rotation") as case:
        case("RandomRotation<Factor(0.1, 0.1)>", (5, 7, 3), 2, **turned)
        case("RandomRotation<Factor(-0.2, -0.2), FillConstant<0.5>>", (6, 5, 2), 2, **turned)
    with LayerFile("random_translation") as case:
        case("RandomTranslation<Factor(0.3, 0.3), Factor(-0.7, -0.7)>", (5, 7, 3), 2, **turned)
        case("RandomTranslation<Factor(-0.4, -0.4), Factor(0.5, 0.5), FillWrap>", (5, 6, 2), 2,
             **turned)
    with LayerFile("random_zoom") as case:
        case("RandomZoom<Factor(-0.25, -0.25)>", (5, 7, 3), 2, **turned)
        case("RandomZoom<Factor(0.75, 0.75), Factor(0.5, 0.5), FillNearest>", (5, 7, 3), 2,
             **turned)
        case("RandomZoom<Factor(0.375, 0.375), SameFactor, Nearest>", (6, 7, 2), 2, **turned)
    with LayerFile("random_brightness") as case:
        case("RandomBrightness<Factor(0.25, 0.25)>", (5, 7, 3), 2, input_scale=120,
             input_offset=127.5, single=True)
        case("RandomBrightness<Factor(-0.3, -0.3), ValueRange<-1, 1>>", (4, 5, 2), 2, single=True)
    with LayerFile("random_contrast") as case:
        # A factor that is the same at both ends: 1 - 0 or 1 + 0, and never another; this one is 1.
        case("RandomContrast<Factor(0, 0), ValueRange<-0.5, 1>>", (5, 7, 3), 2)
    with LayerFile("center_crop") as case:
        case("CenterCrop<3, 2>", (6, 5, 3), 2)
        case("CenterCrop<4, 5>", (7, 5, 2), 2)
    with LayerFile("random_crop") as case:  # where there is one place alone
        case("RandomCrop<3, 5>", (3, 5, 2), 2)
    with LayerFile("reshape") as case:
        case("Reshape<7, 4, 3>", (84,), 2)
        case("Reshape<12, 7>", (7, 4, 3), 2)
        case("Reshape<84>", (7, 4, 3), 2)
        case("Sequential<Conv2D<4, 3, 3, Same>, Reshape<7, 10, 2>, Conv2D<3, 3, 3, Same>>",
             (5, 7, 3), 2, "reshape_between_convolutions")
    with LayerFile("permute") as case:
        case("Permute<2, 1>", (7, 3), 2)
        case("Permute<3, 1, 2>", (5, 4, 3), 2)
        case("Permute<2, 4, 1, 3>", (2, 3, 4, 5), 2)
    with LayerFile("repeat_vector") as case:
        case("RepeatVector<4>", (7,), 2)
    with LayerFile("cropping2d") as case:
        case("Cropping2D<1>", (5, 7, 3), 2)
        case("Cropping2D<1, 2>", (5, 7, 3), 2)
        case("Cropping2D<1, 0, 2, 3>", (5, 7, 3), 2)
        case("Sequential<Conv2D<4, 3, 3, Same>, Cropping2D<0, 1, 2, 1>, Conv2D<3, 3, 3, Same>>",
             (6, 8, 3), 2, "cropping2d_between_convolutions")
    for kind, layer in ("cropping", "Cropping"), ("zero_padding", "ZeroPadding"):
        with LayerFile(kind + "1d") as case:
            case(f"{layer}1D<2>", (7, 3), 2)
            case(f"{layer}1D<0, 3>", (6, 5), 2)
        with LayerFile(kind + "3d") as case:
            case(f"{layer}3D<1>", (3, 4, 5, 2), 2)
            case(f"{layer}3D<0, 1, 2>", (3, 4, 5, 2), 2)
            case(f"{layer}3D<0, 1, 2, 0, 1, 3>", (3, 4, 5, 2), 2)
    with LayerFile("reflect_padding1d") as case:
        case("ReflectPadding1D<0, 3>", (6, 5), 2)
    with LayerFile("reflect_padding2d") as case:
        case("ReflectPadding2D<2>", (3, 4, 5), 2)
        case("ReflectPadding2D<0, 1, 3, 2>", (3, 4, 5), 2)
    with LayerFile("channel_padding") as case:
        case("ChannelPadding<2, 3>", (3, 4, 5), 2)
    with LayerFile("up_sampling2d") as case:
        case("UpSampling2D<2>", (3, 4, 5), 2)
        case("UpSampling2D<1, 3>", (3, 4, 5), 2)
        case("UpSampling2D<2, 3, Bilinear>", (4, 3, 2), 2)
        case("UpSampling2D<3, 2, Lanczos3>", (4, 3, 2), 2)
    with LayerFile("resizing") as case:  # TensorFlow's cubic knows distances of 1 / 1024
        case("Resizing<4, 7>", (5, 3, 3), 2)
        case("Resizing<4, 8, Bicubic>", (5, 7, 2), 2)
        case("Resizing<3, 5, Lanczos5, Antialias, CropToAspectRatio>", (11, 9, 2), 2)
        case("Resizing<5, 4, Nearest, PadToAspectRatio>", (4, 7, 2), 2)
    with LayerFile("up_sampling1d") as case:
        case("UpSampling1D<3>", (4, 5), 2)
    with LayerFile("up_sampling3d") as case:
        case("UpSampling3D<2, 1, 3>", (2, 3, 1, 5), 2)
    with LayerFile("zero_padding2d") as case:
        case("ZeroPadding2D<1>", (3, 4, 5), 2)
        case("ZeroPadding2D<1, 2>", (3, 4, 5), 2)
        case("ZeroPadding2D<0, 1, 3, 2>", (3, 4, 5), 2)
        case("Sequential<Conv2D<4, 3, 3>, ZeroPadding2D<2, 0, 1, 3>, Conv2D<3, 3, 3, Same>>",
             (5, 6, 3), 2, "zero_padding2d_between_convolutions")

    for file, name in (("relu", "ReLU"), ("sigmoid", "Sigmoid"), ("tanh", "Tanh"),
                       ("softmax", "Softmax"), ("gelu", "GELU"), ("gelu_tanh", "GELUTanh"),
                       ("silu", "SiLU")):
        with LayerFile(file) as case:
            case(name, (19,), 3, input_scale=4)
            case(name, (3, 5, 7), 2, input_scale=2)
            case(name, (19,), 3, file + "_far_from_zero", input_scale=100,
                 gradients=name != "Softmax")  # there its gradients are but rounding
            if name == "ReLU":
                case(name, (19,), 3, "relu_at_zero", numbers=coarse(3, 19))
            if name in ("GELU", "GELUTanh", "SiLU"):
                case(f"Dense<5, {name}>", (7,), 3)
                case(f"Conv2D<4, 3, 3, {name}, Same>", (5, 6, 3), 2)
    # Each with numbers in [-4, 4] and in [-100, 100], and where it bends.
    for file, bends, *names in (
            ("leaky_relu", 1, "LeakyReLU<0.2>"), ("relu6", 6, "ReLU6"),
            ("relu_with", 2, "ReLUWith<>", "ReLUWith<NegativeSlope<0.1>>",
             "ReLUWith<MaxValue<2>, NegativeSlope<0.1>, Threshold<1>>",
             "ReLUWith<Threshold<1>, NegativeSlope<0.5>>", "ReLUWith<MaxValue<2>>"),
            ("threshold_to", 1, "ThresholdTo<0.5, -2>", "ThresholdTo<0.5, 3>"),
            ("elu", 1, "ELU<>", "ELU<1.5>", "SELU"), ("celu", 0, "CELU<>", "CELU<0.5>"),
            ("softplus", 0, "Softplus", "LogSigmoid"), ("softsign", 1, "Softsign"),
            ("hard_sigmoid", 6, "HardSigmoid", "HardSiLU"), ("hard_tanh", 1, "HardTanh"),
            ("mish", 0, "Mish"), ("square_plus", 0, "SquarePlus<>", "SquarePlus<0.5>"),
            ("shrink", 1, "TanhShrink", "HardShrink<>", "SoftShrink<>", "SoftShrink<1>"),
            ("sparse_plus", 1, "SparsePlus", "SparseSigmoid")):
        with LayerFile(file) as case:
            for k, name in enumerate(names):
                case(name, (19,), 3, input_scale=4)
                case(name, (19,), 3, f"{file}_{k}_far_from_zero", input_scale=100)
                if bends:
                    case(name, (19,), 3, f"{file}_{k}_where_it_bends",
                         numbers=bends * coarse(3, 19))
    with LayerFile("exponential") as case:
        case("Exponential", (19,), 3, input_scale=4)
    with LayerFile("log_softmax") as case:
        case("LogSoftmax", (19,), 3, input_scale=4)
        case("LogSoftmax", (19,), 3, "log_softmax_far_from_zero", input_scale=100)
        case("LogSoftmax", (2, 3, 5), 2)
    with LayerFile("sparsemax") as case:
        case("Sparsemax", (19,), 3)
        case("Sparsemax", (19,), 3, "sparsemax_of_small_numbers", input_scale=0.01)
        case("Sparsemax", (19,), 3, "sparsemax_far_from_zero", input_scale=100)
        case("Sparsemax", (2, 3, 5), 2)
    with LayerFile("softmax_over") as case:
        case("SoftmaxOver<Axis<1>>", (5, 3), 3, input_scale=4)
        case("SoftmaxOver<Axis<1>>", (3, 5, 19), 2, input_scale=4)
        case("SoftmaxOver<Axis<-2>>", (3, 5, 2), 2, input_scale=4)
        case("SoftmaxOver<Axis<-1>>", (3, 5, 2), 2, input_scale=4)
    with LayerFile("glu") as case:
        case("GLU<>", (38,), 3, input_scale=4)
        case("GLU<>", (38,), 3, "glu_far_from_zero", input_scale=100)
        case("GLU<Axis<1>>", (4, 3, 5), 2)
        case("GLU<Axis<2>>", (3, 4, 5), 2)
        case("GLU<Axis<-1>>", (3, 5, 4), 2)
    with LayerFile("linear") as case:
        case("Linear", (3, 5, 7), 2)
        case("Dense<5, Linear>", (7,), 3)
    with LayerFile("activation") as case:
        case("Activation<Tanh>", (3, 5, 7), 2, input_scale=2)
        case("Activation<Softmax>", (19,), 3, input_scale=4)
    with LayerFile("prelu") as case:
        case("PReLU<>", (19,), 3)
        case("PReLU<>", (3, 5, 7), 3)
        case("PReLU<SharedAxes<1, 2>>", (3, 5, 7), 3)
        case("PReLU<SharedAxes<1>>", (9, 4), 3)
        case("PReLU<>", (19,), 3, "prelu_at_zero", numbers=coarse(3, 19))
        case("Sequential<Conv2D<4, 3, 3, Same>, PReLU<SharedAxes<1, 2>>>", (5, 6, 3), 2,
             "prelu_after_convolution")

    with LayerFile("add") as case:
        case("Add<Conv2D<3, 3, 3, Same>, Identity>", (6, 5, 3), 2, "add_identity")
        case("Sequential<Add<Sequential<Conv2D<5, 3, 3, ReLU, Same, Strides<2>>, "
             "Conv2D<5, 3, 3, Same>>, Conv2D<5, 1, 1, Strides<2>>>, ReLU>", (7, 6, 3), 2,
             "add_projection")
        join_case(case, "Add", IMAGE, IMAGE)
        join_case(case, "Add", (9,), (9,), (9,))
    with LayerFile("concat") as case:
        case("Concat<Conv2D<2, 1, 1>, Conv2D<4, 3, 3, Same>, Identity>", (6, 5, 3), 2, "concat")
        case("Concat<Add<Conv2D<4, 1, 1>, Sequential<Conv2D<4, 3, 3, Tanh, Same>, BatchNorm<>>>, "
             "MaxPool<3, 3, Same, Strides<1>>>", (6, 5, 3), 3, "branches_in_branches")
        join_case(case, "Concat", IMAGE, (5, 7, 2), (5, 7, 4))
        join_case(case, "Concat", (7,), (1,), (9,))
    with LayerFile("concat_axis") as case:
        join_case(case, "Concat", (2, 7, 3), (4, 7, 3), option=", Axis<1>", name="_axis_1")
        join_case(case, "Concat", (5, 3), (2, 3), option=", Axis<1>", name="_axis_1")
    with LayerFile("dot") as case:
        join_case(case, "Dot", (7,), (7,), option=", Axes<-1>, Normalize", name="_normalized")
        join_case(case, "Dot", (3, 4), (5, 3), option=", Axes<1, 2>, Normalize", name="_axes_1_2")
        join_case(case, "Dot", (3,), (2, 3, 5), option=", Axes<1, 2>", name="_axes_1_2")
    with LayerFile("add_broadcast") as case:
        for shapes in BROADCAST:
            join_case(case, "Add", *shapes)
        join_case(case, "Add", (5, 1, 3), IMAGE, (1, 7, 1))
    for join in "Multiply", "Subtract", "Average", "Maximum", "Minimum":
        with LayerFile(join.lower()) as case:
            join_case(case, join, (9,), (9,))
            for shapes in [(IMAGE, IMAGE), *BROADCAST]:
                join_case(case, join, *shapes)
            if join != "Subtract":
                join_case(case, join, (9,), (9,), (9,))
                join_case(case, join, (5, 1, 3), IMAGE, (1, 7, 1))
            case(f"{join}<Conv2D<4, 3, 3, Same>, Sequential<Conv2D<4, 1, 1, Tanh>>>", (5, 6, 3), 2,
                 f"{join.lower()}_of_convolutions")
            if join in ("Maximum", "Minimum"):
                join_case(case, join, IMAGE, IMAGE, ties=True)
                join_case(case, join, (19,), (19,), (19,), (19,), batch=3, ties=True)
                join_case(case, join, IMAGE, (1, 1, 3), ties=True)
                join_case(case, join, (5, 1, 3), (1, 7, 1), batch=3, ties=True)
    with LayerFile("sequential") as case:
        case("Sequential<Conv2D<2, 3, 3, ReLU>, MaxPool<2>, Flatten, Dense<3, Softmax>>", (6, 7, 1),
             3, "sequential_convolution")
        case("Sequential<Dense<5, Tanh>, Sequential<Sequential<Dense<4>>, Sigmoid>, Dense<3>>",
             (6,), 3, "sequential_of_sequentials")

    with LayerFile("masking") as case:
        steps = Tensor("", (3, 9, 5), 1).filled()
        blank = label_values(27, 2, 3).reshape(3, 9) == 0
        blank[0] = [True, False, True, True, False, False, False, True, True]
        for value, name in (0, ""), (-1, "_of_minus_one"):
            steps = np.where(blank[..., None], np.float32(value), steps)
            case(f"Masking<{value}>", (9, 5), 3, f"masking{name}", numbers=steps)
            case(f"Sequential<Masking<{value}>, GlobalAveragePool1D>", (9, 5), 3,
                 f"masking{name}_into_pool", numbers=steps)
        case("Sequential<Masking<-1>, Dense<4, Tanh>, GlobalAveragePool1D>", (9, 5), 3,
             "masking_through_dense_into_pool", numbers=steps)
    for layer, more in ("SimpleRNN", ""), ("LSTM", ""), ("GRU", ", ResetBefore"):
        with LayerFile("simple_rnn" if layer == "SimpleRNN" else layer.lower()) as case:
            steps = Tensor("", (3, 9, 5), 1).filled()
            steps = np.where((label_values(27, 2, 3).reshape(3, 9) == 0)[..., None], 0, steps)
            case(f"{layer}<5>", (7, 3), 2)
            case(f"{layer}<4, ReturnSequences, GoBackwards{more}>", (6, 5), 2)
            case(f"Sequential<Masking<0>, {layer}<4, ReturnSequences>, {layer}<3, GoBackwards>>",
                 (9, 5), 3, f"masking_into_{layer.lower()}", numbers=steps.astype(np.float32))
            if layer != "SimpleRNN":
                case(f"{layer}<17, NoBias, Sigmoid, RecurrentActivation<Tanh>>", (3, 4), 2)
    with LayerFile("bidirectional") as case:
        case("Bidirectional<LSTM<4>>", (6, 3), 2)
        case("Bidirectional<GRU<3, ReturnSequences>, Merge<Add>>", (5, 4), 2)
        case("Sequential<Masking<0>, Bidirectional<SimpleRNN<4, ReturnSequences>, Merge<Average>>, "
             "Bidirectional<LSTM<3>>>", (9, 5), 3, "masking_into_bidirectional",
             numbers=steps.astype(np.float32))
    with LayerFile("time_distributed") as case:
        case("TimeDistributed<Dense<4>>", (5, 3), 2)
        case("Sequential<TimeDistributed<Conv2D<3, 3, 3, Same, Strides<2>>>, "
             "TimeDistributed<Flatten>, GRU<4>>", (3, 5, 4, 2), 2, "convolution_of_each_step")
    with LayerFile("multi_head_attention") as case:
        case("MultiHeadAttention<2, 3>", (5, 4), 2)
        case("MultiHeadAttention<3, 5, CausalMask, NoBias, ValueDim<2>, OutputDim<7>>", (9, 4), 2,
             "causal_attention")
        case("Sequential<Masking<0>, MultiHeadAttention<2, 3, CausalMask>>", (9, 5), 3,
             "masking_into_attention", numbers=steps.astype(np.float32))
    with LayerFile("embedding") as case:
        rows = label_values(21, 1, 11).astype(np.int32).reshape(3, 7)
        rows[0, 1:4] = [0, 10, 0]
        case("Embedding<11, 5>", (7,), 3, numbers=rows)
        case("Embedding<11, 3>", (2, 3), 2, numbers=rows.ravel()[:12].reshape(2, 2, 3))
        case("Sequential<Embedding<11, 5>, GlobalAveragePool1D>", (7,), 3, "embedding_into_pool",
             numbers=rows)
        case("Sequential<Embedding<11, 5, MaskZero>, GlobalAveragePool1D>", (7,), 3,
             "embedding_with_mask_into_pool", numbers=rows)
        case("Sequential<Embedding<11, 5, MaskZero>, Dense<4, Tanh>, GlobalAveragePool1D>", (7,), 3,
             "embedding_with_mask_through_dense_into_pool", numbers=rows)
    with LayerFile("discretization") as case:
        edges = np.array([[-1, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 2]], np.float32)
        case("Discretization<-0.5, 0, 0.5>", (8,), 1, "discretization_at_its_edges",
             numbers=edges)
        case("Discretization<-0.5, 0, 0.5>", (3, 5), 2)
    with LayerFile("integer_lookup") as case:
        case("IntegerLookup<12, -36, 1138, 0, 42>", (7,), 2, "integer_lookup",
             numbers=np.array([[42, 12, 7, 1138, -36, 36, 0], [1, 1138, 42, 42, -1, 0, 12]],
                              np.float32))
    with LayerFile("hashing") as case:
        whole = np.array([[0, 7, -1, 36, 1138], [-999, 12345, 1234567, 16777216, 7]], np.float32)
        case("Hashing<11>", (5,), 2, numbers=whole)
        case("Hashing<1000, MaskValue<7>>", (5,), 2, numbers=whole)
    with LayerFile("category_encoding") as case:
        for mode in "", ", Count", ", OneHot":
            case(f"CategoryEncoding<11{mode}>", (7,), 3, numbers=rows, gradients=False)
        case("CategoryEncoding<11, OneHot>", (1,), 3, numbers=rows[:, :1], gradients=False)


# Losses


def loss_case(table, name, loss, activation, inputs, y, clipped=None):
    """Of logits where there is an activation, which Keras then fuses; of predictions otherwise."""
    loss = loss if "{" in loss else loss + "{}"
    inputs, y = np.asarray(inputs, np.float32), np.asarray(y)
    sparse = y.dtype.kind == "i"
    make = functools.partial(keras_object, keras.losses, loss)
    function = getattr(keras.activations, (activation or "linear").lower())

    def run(floatx):
        keras.config.set_floatx(floatx)
        x = tf.constant(inputs.astype(floatx))
        target = tf.constant(y if sparse else y.astype(np.float32).astype(floatx))
        with tf.GradientTape() as tape:
            tape.watch(x)
            outputs = function(x)
            mean = make()(target, outputs)
        each = make(reduction=None)(target, outputs).numpy().reshape(len(inputs), -1)
        return [outputs.numpy(), each.mean(axis=1), mean.numpy(), tape.gradient(mean, x).numpy()]

    # Predictions are clipped, and in a float 1 - 1e-7 is 1 - 2^-23: the loss of a wrong certainty
    # is 15.94 in single precision and 16.12 in double. So single precision it is.
    if clipped is None:
        clipped = activation is None and loss != "MeanSquaredError{}"
    outputs, losses, mean, gradient = run("float32") if clipped else exactly(name, run)
    how = f"at the logits of {activation}" if activation else "at plain predictions"
    table.case(name, f"{loss.removesuffix('{}')} {how}, {extents(inputs.shape[1:])} an example", {
        "batch": str(len(inputs)),
        "inputs": table.floats("inputs", inputs),
        "labels": table.array("labels", "int", map(str, np.ravel(y))) if sparse else "{}",
        "targets": "{}" if sparse else table.floats("targets", y),
        "outputs": table.floats("outputs", outputs),
        "losses": table.floats("losses", losses),
        "loss": floating(mean),
        "gradient": table.floats("gradient", gradient),
    })


def write_losses():
    table = Table("losses", "losses", "LossCase")
    case = functools.partial(loss_case, table)

    def filled(number, *shape, scale=1.0):
        return Tensor("", shape, number, scale).filled()

    modest, labels = filled(1, 7, 5, scale=4), label_values(7, 2, 5)
    soft = np.abs(filled(3, 7, 5))
    soft /= soft.sum(axis=1, keepdims=True)
    extreme = [[50, -50, 0, 50, -50], [-50, 50, 50, 50, 50], [50, -50, -50, -50, -50],
               [-50, -50, 50, -50, 49.5], [0, 0, 0, 0, 0], [50, 50, 50, 50, 50]]
    extreme_labels = np.array([0, 0, 1, 2, 4, 3])
    loose = 0.5 + 0.5 * filled(4, 5, 4)  # rows that do not add up to 1, and certainties
    loose[1:4] = [[0, 1, 0, 0], [0, 1, 0, 0], [0, 0.25, 3, 0.75]]
    loose_labels = np.array([0, 1, 2, 0, 3])

    sparse, one_hot = "SparseCategoricalCrossentropy", "CategoricalCrossentropy"
    case("sparse", sparse, "Softmax", modest, labels)
    case("sparse_extreme", sparse, "Softmax", extreme, extreme_labels)
    case("sparse_per_pixel", sparse, "Softmax", filled(5, 3, 2, 3, 4, scale=4),
         label_values(18, 6, 4).reshape(3, 2, 3))
    case("sparse_predictions", sparse, None, loose, loose_labels)
    case("categorical", one_hot, "Softmax", modest, np.eye(5)[labels])
    case("categorical_soft", one_hot, "Softmax", modest, soft)
    case("categorical_extreme", one_hot, "Softmax", extreme, np.eye(5)[extreme_labels])
    case("categorical_predictions", one_hot, None, loose, np.eye(4)[loose_labels])

    binary, square = "BinaryCrossentropy", "MeanSquaredError"
    case("binary", binary, "Sigmoid", filled(7, 7, 1, scale=4),
         label_values(7, 8, 2).reshape(7, 1) * 1.0)
    case("binary_of_three", binary, "Sigmoid", filled(9, 5, 3, scale=8),
         label_values(15, 10, 2).reshape(5, 3) * 1.0)
    case("binary_extreme", binary, "Sigmoid",
         np.reshape([50, 50, -50, -50, 0, 0, -20, -20], (8, 1)), np.reshape([0.0, 1.0] * 4, (8, 1)))
    case("binary_predictions", binary, None, [[0, 1, 0.25], [1, 0, 0.75], [0.5, 0.875, 0.125]],
         [[0.0, 1, 1], [0, 1, 1], [0, 1, 0.25]])
    case("mean_squared_error", square, None, filled(11, 5, 3), filled(12, 5, 3))
    case("mean_squared_error_of_images", square, None, filled(13, 3, 2, 3, 2),
         filled(14, 3, 2, 3, 2))

    case("sparse_from_logits", f"{sparse}{{.from_logits = true}}", None, extreme, extreme_labels,
         False)
    case("categorical_from_logits",
         f"{one_hot}{{.from_logits = true, .label_smoothing = 0.2f}}", None, modest, soft, False)
    case("categorical_smooth", f"{one_hot}{{.label_smoothing = 0.1f}}", "Softmax", modest,
         np.eye(5)[labels])
    case("categorical_smooth_predictions", f"{one_hot}{{.label_smoothing = 0.1f}}", None, loose,
         np.eye(4)[loose_labels])

    near = filled(21, 7, 3, scale=2), filled(22, 7, 3, scale=2)
    near[0][0, 0] = near[1][0, 0]
    for name, text in (("mean_absolute_error", "MeanAbsoluteError"),
                       ("mean_absolute_percentage_error", "MeanAbsolutePercentageError"),
                       ("mean_squared_logarithmic_error", "MeanSquaredLogarithmicError"),
                       ("log_cosh", "LogCosh"), ("huber", "Huber"),
                       ("huber_wide", "Huber{.delta = 1.5f}"),
                       ("cosine_similarity", "CosineSimilarity")):
        case(name, text, None, *near, False)
    far = np.array([[0.0, 40, -3], [1e-4, -60, 2], [0, 0, 0]]), np.array([[1.0, 0, 2]] * 3)
    case("log_cosh_extreme", "LogCosh", None, *far, False)
    case("percentage_of_zero", "MeanAbsolutePercentageError", None, *far, False)
    case("cosine_of_zeros", "CosineSimilarity", None, far[0], far[1] * [[1], [0], [1]], False)
    some = np.abs(filled(23, 5, 4)) + 0.01
    case("kl_divergence", "KLDivergence", None, some / some.sum(axis=1, keepdims=True),
         soft[:5, :4])
    case("kl_divergence_of_certainties", "KLDivergence", None, np.eye(4), np.eye(4)[[0, 2, 2, 3]])
    case("poisson", "Poisson", None, np.abs(filled(24, 5, 3, scale=3)) + 0.01,
         np.floor(np.abs(filled(25, 5, 3, scale=6))))
    signs = np.sign(filled(26, 6, 3))
    for name, text in ("hinge", "Hinge"), ("squared_hinge", "SquaredHinge"):
        case(name, text, None, filled(27, 6, 3, scale=2), signs, False)
        case(f"{name}_of_ones", text, None, filled(28, 6, 3, scale=2), (signs + 1) / 2, False)
    case("categorical_hinge", "CategoricalHinge", None, modest, np.eye(5)[labels], False)
    sure = [[0, 1, 0.25], [1, 0, 0.75], [0.5, 0.875, 0.125]], [[0.0, 1, 1], [0, 1, 1], [0, 1, 0.25]]
    focal = "BinaryFocalCrossentropy"
    case("binary_focal", focal, None, *sure)
    case("binary_focal_balanced", f"{focal}{{.apply_class_balancing = true, .alpha = 0.4f, "
         ".gamma = 1.5f, .label_smoothing = 0.1f}", None, *sure)
    case("binary_focal_from_logits", f"{focal}{{.gamma = 3.0f, .from_logits = true}}", None,
         filled(29, 5, 3, scale=4), label_values(15, 10, 2).reshape(5, 3) * 1.0)
    focal = "CategoricalFocalCrossentropy"
    case("categorical_focal", focal, None, loose, np.eye(4)[loose_labels])
    case("categorical_focal_from_logits", f"{focal}{{.alpha = 0.5f, .gamma = 1.5f, "
         ".from_logits = true, .label_smoothing = 0.1f}", None, modest, np.eye(5)[labels])
    table.write()


# Optimizers


def optimizer_case(table, name, text, gradient_scale=1.0, *, steps=20, sizes=(17,), scale=1.0,
                   moments=("momentums", "_momentums", "_velocities", "_velocity_hats")):
    shapes = [size if isinstance(size, tuple) else (size,) for size in sizes]
    sizes = [math.prod(shape) for shape in shapes]
    size, cuts = sum(sizes), np.cumsum(sizes)[:-1]
    start = Tensor("weights", (size,), 1, scale)
    gradients = Tensor("gradients", (steps, size), 2, gradient_scale)

    def run(floatx):
        keras.config.set_floatx(floatx)

        def tensors(numbers):
            return [part.reshape(shape) for part, shape in zip(np.split(numbers, cuts), shapes)]

        all_w = [keras.Variable(w, dtype=floatx) for w in tensors(start.filled())]
        keras_optimizer, after = keras_object(keras.optimizers, text), []
        if text.startswith("ScheduleFree"):
            # Its momentum_old is the variable itself on TensorFlow, new when it is used, and what
            # it was before on JAX, as the paper and Keras's comments have it.
            keras_optimizer.assign_sub = lambda momentum, by: setattr(
                momentum, "_value", tf.Variable(momentum.value - by))
        for g in gradients.filled().astype(floatx):
            keras_optimizer.apply([tf.constant(part) for part in tensors(g)], all_w)
            after.append(np.concatenate([w.numpy().ravel() for w in all_w]))
        lists = [getattr(keras_optimizer, kind, None) or [] for kind in moments]
        if "_r" in moments:  # rows and columns of matrices, all numbers of vectors
            lists = [[m for m, shape in zip(every, shapes) if (len(shape) > 1) == factored]
                     for every, factored in zip(lists, (True, True, False))]
        kept = [np.concatenate([m.numpy().ravel() for m in every]) for every in lists if every]
        if "_accumulators" in moments:  # inlay keeps what has come to the initial value
            kept[0] = kept[0] - keras_optimizer.initial_accumulator_value
        return [after, [*kept, [], [], []][:3]]

    after, kept = exactly(name, run)
    table.case(name, text, {
        "steps": str(steps),
        "sizes": table.array("sizes", "std::size_t", map(str, sizes)),
        "weights": table.tensor(start),
        "gradients": table.tensor(gradients),
        "after_1": table.floats("after_1", after[0]),
        "after_2": table.floats("after_2", after[1]),
        "after_5": table.floats("after_5", after[4]),
        "after": table.floats("after", after[-1]),
        "first_moment": table.floats("first_moment", kept[0]),
        "second_moment": table.floats("second_moment", kept[1]),
        "third_moment": table.floats("third_moment", kept[2]),
    })


def write_optimizers():
    table = Table("optimizers", "optimizers", "OptimizerCase")
    case = functools.partial(optimizer_case, table)
    case("sgd", "SGD{}")
    case("sgd_momentum", "SGD{.learning_rate = 0.05f, .momentum = 0.9f}")
    case("sgd_nesterov", "SGD{.learning_rate = 0.05f, .momentum = 0.9f, .nesterov = true}")
    case("adam", "Adam{}")
    case("adam_fast", "Adam{.learning_rate = 0.01f}")
    case("adam_tiny_gradients", "Adam{.learning_rate = 0.01f}", 1e-6)  # shows where epsilon stands
    case("adam_hundred", "Adam{}", steps=100)
    case("amsgrad", "Adam{.amsgrad = true}", steps=100)
    case("amsgrad_forgetful", "Adam{.learning_rate = 0.01f, .beta_2 = 0.75f, .amsgrad = true}",
         steps=100)  # v falls below vhat
    case("lamb", "Lamb{}", steps=100, sizes=(12, 5))
    case("lamb_fast", "Lamb{.learning_rate = 0.02f, .beta_1 = 0.8f, .beta_2 = 0.99f}", steps=100,
         sizes=(3, 13, 1))
    case("lamb_from_zero", "Lamb{}", steps=100, sizes=(12, 5), scale=0.0)  # no norm at first
    case("lamb_tiny_gradients", "Lamb{.learning_rate = 0.01f}", 1e-6, steps=100, sizes=(12, 5))
    case("adamw", "AdamW{}", steps=100)
    case("adamw_fast", "AdamW{.learning_rate = 0.01f, .weight_decay = 0.1f, .amsgrad = true}",
         steps=100)
    rms = ("_velocities", "_momentums", "_average_gradients")
    case("rmsprop", "RMSprop{}", steps=100, moments=rms)
    case("rmsprop_momentum", "RMSprop{.learning_rate = 0.01f, .rho = 0.8f, .momentum = 0.5f}",
         steps=100, moments=rms)
    case("rmsprop_centered", "RMSprop{.momentum = 0.9f, .epsilon = 0.001f, .centered = true}",
         steps=100, moments=rms)
    case("adagrad", "Adagrad{}", steps=100, moments=("_accumulators",))
    case("adagrad_fast", "Adagrad{.learning_rate = 0.1f, .initial_accumulator_value = 0.01f}", 0.1,
         steps=100, moments=("_accumulators",))
    delta = ("_accumulated_grads", "_accumulated_delta_vars")
    case("adadelta", "Adadelta{.learning_rate = 1.0f}", steps=100, moments=delta)
    case("adadelta_short", "Adadelta{.learning_rate = 0.5f, .rho = 0.8f, .epsilon = 0.001f}",
         steps=100, moments=delta)
    case("adamax", "Adamax{}", steps=100, moments=("_m", "_u"))
    case("adamax_fast", "Adamax{.learning_rate = 0.02f, .beta_1 = 0.8f, .beta_2 = 0.9f}", 0.01,
         steps=100, moments=("_m", "_u"))
    case("nadam", "Nadam{}", steps=100)
    case("nadam_fast", "Nadam{.learning_rate = 0.01f, .beta_1 = 0.8f, .beta_2 = 0.75f}",
         steps=100)
    case("lion", "Lion{}", steps=100)
    case("lion_fast", "Lion{.learning_rate = 0.01f, .beta_1 = 0.8f, .beta_2 = 0.9f}", steps=100)
    ftrl = ("_accumulators", "_linears")
    case("ftrl", "Ftrl{.learning_rate = 0.05f}", steps=100, moments=ftrl)
    case("ftrl_regularized", "Ftrl{.learning_rate = 0.1f, .learning_rate_power = -0.7f, "
         ".initial_accumulator_value = 0.5f, .l1_regularization_strength = 0.3f, "
         ".l2_regularization_strength = 0.1f, .l2_shrinkage_regularization_strength = 0.05f, "
         ".beta = 0.2f}", steps=100, moments=ftrl)
    factors, shapes = ("_r", "_c", "_v"), ((2, 3, 5), (7, 3), 7)
    case("adafactor", "Adafactor{}", steps=100, sizes=shapes, moments=factors)
    case("adafactor_clipped", "Adafactor{.learning_rate = 0.3f, .beta_2_decay = -0.5f, "
         ".epsilon_1 = 0.001f, .epsilon_2 = 0.9f, .clip_threshold = 0.4f, "
         ".relative_step = false, .weight_decay = 0.01f}", steps=100, sizes=shapes, moments=factors)
    case("schedule_free", "ScheduleFreeAdamW{}", steps=100)
    case("schedule_free_warm", "ScheduleFreeAdamW{.learning_rate = 0.02f, .beta_1 = 0.7f, "
         ".beta_2 = 0.9f, .epsilon = 0.001f, .warmup_steps = 30, .weight_decay = 0.1f}", steps=100)
    table.write()


def write_schedules():
    table = Table("schedules", "learning rates of steps", "ScheduleCase")
    steps = [0, 1, 5, 9, 10, 11, 19, 20, 21, 30, 31, 49, 50, 70, 99, 100, 150, 1000, 12345]
    for name, text in (
            ("cosine_decay",
             "CosineDecay{.initial_learning_rate = 0.1, .decay_steps = 100, .alpha = 0.05}"),
            ("cosine_warm_up", "CosineDecay{.initial_learning_rate = 0.01, .decay_steps = 80, "
             ".warmup_target = 0.2, .warmup_steps = 20}"),
            ("cosine_restarts", "CosineDecayRestarts{.initial_learning_rate = 0.1, "
             ".first_decay_steps = 11, .t_mul = 1.5, .m_mul = 0.8, .alpha = 0.01}"),
            ("cosine_restarts_even", "CosineDecayRestarts{.initial_learning_rate = 0.1, "
             ".first_decay_steps = 16, .t_mul = 1.0, .m_mul = 0.9}"),
            ("exponential_decay", "ExponentialDecay{.initial_learning_rate = 0.1, "
             ".decay_steps = 30, .decay_rate = 0.7}"),
            ("exponential_staircase", "ExponentialDecay{.initial_learning_rate = 0.1, "
             ".decay_steps = 10, .decay_rate = 0.9, .staircase = true}"),
            ("inverse_time_decay", "InverseTimeDecay{.initial_learning_rate = 0.1, "
             ".decay_steps = 30, .decay_rate = 0.7}"),
            ("inverse_time_staircase", "InverseTimeDecay{.initial_learning_rate = 0.1, "
             ".decay_steps = 10, .decay_rate = 0.5, .staircase = true}"),
            ("piecewise_constant_decay", "PiecewiseConstantDecay{.boundaries = {10, 20, 50}, "
             ".values = {0.1, 0.05, 0.02, 0.01}}"),
            ("polynomial_decay", "PolynomialDecay{.initial_learning_rate = 0.1, "
             ".decay_steps = 70, .end_learning_rate = 0.01, .power = 2.5}"),
            ("polynomial_cycle", "PolynomialDecay{.initial_learning_rate = 0.1, "
             ".decay_steps = 10, .cycle = true}")):
        schedule = keras_object(keras.optimizers.schedules, text)
        table.case(name, text, {
            "steps": table.array("steps", "std::uint64_t", map(str, steps)),
            "rates": table.floats("rates", [float(schedule(s)) for s in steps]),
        })
    table.write()


# Images


def legacy_images():
    """Keras's ImageDataGenerator, of which one error is put right: the middle of an image that is
    not square is that of the image with its sides exchanged."""
    from keras.src.legacy.preprocessing import image
    if not hasattr(image, "put_right"):
        about, image.put_right = image.transform_matrix_offset_center, True
        image.transform_matrix_offset_center = lambda matrix, h, w: about(matrix, w, h)
    return image


def write_image_transforms():
    table = Table("image_transforms", "images under transforms", "ImageCase")
    shift_and_turn = dict(theta=33, tx=1.25, ty=-2.5)
    for name, shape, given, options in (
            ("square", (6, 6, 3), dict(theta=-71, tx=0.75, ty=2, shear=12, zx=0.8, zy=1.3), {}),
            ("nearest", (7, 5, 3), shift_and_turn | dict(zx=1.5, zy=1.2), {}),
            ("constant", (7, 5, 1), shift_and_turn | dict(shear=-20),
             dict(fill_mode="constant", cval=3.5)),
            ("reflect", (5, 8, 2), dict(theta=200, tx=7.3, ty=-11.6, zx=2.2, zy=1.9),
             dict(fill_mode="reflect")),
            ("wrap", (5, 8, 3), dict(theta=-15, tx=9.25, ty=-17.4, zx=1.7, zy=0.4),
             dict(fill_mode="wrap")),
            ("whole_turns_of_wrap", (4, 5, 1), dict(tx=-8, ty=6), dict(fill_mode="wrap")),
            ("order_0", (6, 7, 3), dict(theta=40, tx=-0.3, ty=0.1, shear=9, zx=0.9, zy=1.1),
             dict(interpolation_order=0, fill_mode="reflect")),
            ("channel_shift", (4, 3, 3), dict(channel_shift_intensity=-61.5), {}),
            ("flips", (4, 5, 3), dict(flip_horizontal=True, flip_vertical=True), {}),
            ("darker", (4, 5, 3), dict(brightness=0.37), {}),
            ("brighter_with_alpha", (4, 5, 4), dict(brightness=1.61), {}),
            ("brightness_beyond_bytes", (4, 5, 3), dict(theta=10, flip_horizontal=True,
                                                        channel_shift_intensity=70,
                                                        brightness=0.7), dict(offset=100))):
        options = dict(options)
        x = Tensor("input", shape, 1, 120, options.pop("offset", 127.5))
        generator = legacy_images().ImageDataGenerator(**options)
        fields = dict(theta=0, tx=0, ty=0, shear=0, zx=1, zy=1, flip_horizontal=False,
                      flip_vertical=False, channel_shift_intensity=0, brightness=-1,
                      fill_mode="nearest", cval=0, interpolation_order=1) | given | options
        image = generator.apply_transform(x.filled().astype(np.float32), given)
        if fields["brightness"] < 0:  # what PIL makes are bytes in any case
            image = generator.apply_transform(x.filled().astype(np.float64), given)
        table.case(name, ", ".join(f"{k}={v}" for k, v in (given | options).items()), {
            "height": shape[0], "width": shape[1], "channels": shape[2], "input": table.tensor(x),
            **{k: quoted(v) if isinstance(v, str) else str(v).lower() for k, v in fields.items()},
            "output": table.expected("output", image, 200),
        })
    table.write()


def write_image_scaling():
    table = Table("image_scaling", "images brought to scale", "ScalingCase")
    flags = ["featurewise_center", "samplewise_center", "featurewise_std_normalization",
             "samplewise_std_normalization", "zca_whitening"]
    for name, shape, given in (
            ("center", (5, 3, 4, 3), dict(featurewise_center=True)),
            ("normalization", (5, 3, 4, 3), dict(featurewise_std_normalization=True,
                                                 rescale=1 / 255)),
            ("samplewise", (3, 3, 4, 2), dict(samplewise_std_normalization=True)),
            ("all_but_whitening", (4, 3, 2, 3),
             dict(featurewise_std_normalization=True, samplewise_std_normalization=True,
                  rescale=0.5, preprocessing_function=lambda x: (x + 3)**2 / 100)),
            # These numbers have no direction without variance, which Keras divides by rounding.
            ("whitening", (40, 4, 1, 2), dict(zca_whitening=True,
                                              featurewise_std_normalization=True)),
            ("whitening_of_few_images", (5, 3, 2, 2), dict(zca_whitening=True, rescale=1 / 255,
                                                           samplewise_center=True))):
        x = Tensor("input", shape, 1, 120, 127.5)
        with warnings.catch_warnings(action="ignore"):
            generator = legacy_images().ImageDataGenerator(**given, dtype="float64")
        generator.fit(x.filled())
        y = [generator.standardize(image.astype(np.float64)) for image in x.filled()]
        fields = {flag: given.get(flag, False) for flag in flags}
        fields |= {"rescale": given.get("rescale", 0),
                   "preprocessing_function": "preprocessing_function" in given}
        table.case(name, ", ".join(f"{k}={v}" for k, v in given.items() if not callable(v)), {
            "count": shape[0], "height": shape[1], "width": shape[2], "channels": shape[3],
            "input": table.tensor(x), **{k: str(v).lower() for k, v in fields.items()},
            "mean": table.floats("mean", [] if generator.mean is None else generator.mean),
            "deviation": table.floats("deviation",
                                      [] if generator.std is None else generator.std),
            "output": table.expected("output", y, 60),
        })
    table.write()


# Whole networks


def net_case(table, name, type_, shape, classes, batch, steps, optimizer_text, scale=0.1,
             parameter_count=None, finalize=False):
    count = batch * steps
    x = Tensor("input", (count, *shape), 1, 0.5, 0.5)
    y = label_values(count, 2, classes)
    model, weights, state = build(type_, shape, "float64")
    weight_tensors, state_tensors = fill(weights, 3, scale), fill(state, 3 + len(weights), scale)
    total, trainable = model.count_params(), sum(math.prod(v.shape) for v in weights)
    if parameter_count not in (None, total):
        raise ValueError(f"{name} has {total} parameters, not {parameter_count}")

    def run(floatx):
        model, weights, state = build(type_, shape, floatx)
        for v, t in zip(weights + state, weight_tensors + state_tensors, strict=True):
            v.assign(t.filled())
        model.compile(keras_object(keras.optimizers, optimizer_text),
                      "sparse_categorical_crossentropy", metrics=["accuracy"])
        images = x.filled().astype(floatx)
        before = model.predict(images, batch_size=batch, verbose=0)
        logs = [model.train_on_batch(images[i:i + batch], y[i:i + batch])
                for i in range(0, count, batch)]
        if finalize:
            model.optimizer.finalize_variable_values(model.trainable_weights)
        return [before, *zip(*logs), [v.numpy() for v in weights], [v.numpy() for v in state],
                model.evaluate(images, y, batch_size=batch, verbose=0)]

    before, losses, accuracies, after, state_after, (loss, accuracy) = exactly(name, run)
    print(f"  {name}: {total} parameters, {trainable} of them trainable; losses "
          f"{np.round(losses, 4)}, accuracies {np.round(accuracies, 3)}; in the end {loss:.4f}, "
          f"{accuracy:.4f}")
    table.case(name, f"{type_} on Input<{extents(shape, ', ')}>, {optimizer_text}", {
        "batch": str(batch),
        "steps": str(steps),
        "input": table.tensor(x),
        "labels": table.labels(count, 2, classes),
        "parameter_count": str(total),
        "trainable_count": str(trainable),
        "weights": table.tensors("weights", weight_tensors),
        "state": table.tensors("state", state_tensors),
        "prediction": table.expected("prediction", before, 32),
        "losses": table.floats("losses", losses),
        "accuracies": table.floats("accuracies", accuracies),
        "weights_after": table.expecteds("weights_after", after, 32),
        "state_after": table.expecteds("state_after", state_after, 32),
        "loss": floating(loss),
        "accuracy": floating(accuracy),
    })


MISSION = "Sequential<Conv2D<32, 5, 5>, MaxPool<2>, Flatten, Dense<10, Softmax>>"


def resnet8():
    """resnet_v1_eembc of MLPerf Tiny (mlcommons/tiny), with 16 filters first, unregularized."""
    stages = ""
    for filters, strides, shortcut in ((16, "", "Identity"),
                                       (32, ", Strides<2>", "Conv2D<32, 1, 1, Same, Strides<2>>"),
                                       (64, ", Strides<2>", "Conv2D<64, 1, 1, Same, Strides<2>>")):
        stages += (f"Add<Sequential<Conv2D<{filters}, 3, 3, Same{strides}>, BatchNorm<>, ReLU, "
                   f"Conv2D<{filters}, 3, 3, Same>, BatchNorm<>>, {shortcut}>, ReLU, ")
    return (f"Sequential<Conv2D<16, 3, 3, Same>, BatchNorm<>, ReLU, {stages}AveragePool<8>, "
            "Flatten, Dense<10, Softmax>>")


def write_nets():
    table = Table("nets", "whole networks in training", "NetCase")
    case = functools.partial(net_case, table)
    case("mission", MISSION, (28, 28, 1), 10, 8, 5, "SGD{.learning_rate = 0.05f}",
         parameter_count=46_922)
    case("resnet8", resnet8(), (32, 32, 3), 10, 4, 3, "SGD{.learning_rate = 0.01f}",
         parameter_count=78_666)
    case("two_branches", "Sequential<Conv2D<4, 3, 3, ReLU, Same>, Concat<Conv2D<3, 1, 1, ReLU>, "
         "Sequential<Conv2D<5, 3, 3, ReLU, Same>, MaxPool<3, 3, Same, Strides<1>>>>, "
         "GlobalAveragePool, Dense<4, Softmax>>", (9, 7, 3), 4, 6, 5,
         "SGD{.learning_rate = 0.1f, .momentum = 0.9f}", 0.5)
    case("mlp", "Sequential<Dense<17, ReLU>, Dense<11, Tanh>, Dense<5, Softmax>>", (13,), 5, 7, 5,
         "Adam{.learning_rate = 0.01f}", 0.5)
    case("transformer", "Sequential<Dense<12>, Add<Identity, Sequential<LayerNorm<>, "
         "MultiHeadAttention<3, 4, CausalMask>>>, Add<Identity, Sequential<LayerNorm<>, "
         "Dense<17, ReLU>, Dense<12>>>, LayerNorm<>, GlobalAveragePool1D, Dense<4, Softmax>>",
         (7, 5), 4, 6, 20, "Adam{.learning_rate = 0.01f, .epsilon = 0.01f}", 0.5)
    table.write()


# The end of a step


def write_endings():
    table = Table("endings", "what optimizers and options do at the end of a step", "NetCase")
    case = functools.partial(net_case, table)
    shape = (7, 6, 2)

    def small(first="", second="", third=""):
        return (f"Sequential<Conv2D<5, 3, 3, ReLU{first}>, BatchNorm<>, Conv2D<3, 2, 3{second}>, "
                f"LayerNorm<>, Flatten, Dense<4, Softmax{third}>>")

    for name, text, *how in (
            ("clipnorm", "SGD{.learning_rate = 0.05f, .momentum = 0.9f, .clipnorm = 0.2f}"),
            ("clipvalue", "Adam{.learning_rate = 0.01f, .epsilon = 0.01f, .clipvalue = 0.02f}"),
            ("global_clipnorm", "SGD{.learning_rate = 0.1f, .global_clipnorm = 0.3f}"),
            ("weight_decay", "Adam{.learning_rate = 0.005f, .epsilon = 0.01f, "
             ".weight_decay = 0.5f}"),
            ("lamb_weight_decay", "Lamb{.learning_rate = 0.01f, .weight_decay = 0.5f, "
             ".clipvalue = 0.05f}"),
            ("ema", "Adam{.learning_rate = 0.005f, .epsilon = 0.01f, .use_ema = true, "
             ".ema_momentum = 0.8f}", True),
            ("ema_overwrite", "SGD{.learning_rate = 0.1f, .use_ema = true, .ema_momentum = 0.7f, "
             ".ema_overwrite_frequency = 2}"),
            ("accumulation", "Adam{.learning_rate = 0.01f, .epsilon = 0.01f, "
             ".gradient_accumulation_steps = 3}"),
            ("together", "Adam{.learning_rate = 0.01f, .epsilon = 0.01f, .amsgrad = true, "
             ".weight_decay = 0.1f, .global_clipnorm = 0.2f, .gradient_accumulation_steps = 2}")):
        case(name, small(), shape, 4, 6, 7, text, 0.5, finalize=bool(how))
    case("penalties", small(", KernelRegularizer<L2<0.01>>", ", KernelRegularizer<L1<0.02>>, "
                            "BiasRegularizer<L2<0.1>>",
                            ", BiasRegularizer<L1<0.05>>, KernelRegularizer<L1L2<0.01, 0.03>>"),
         shape, 4, 6, 7, "SGD{.learning_rate = 0.1f, .clipnorm = 0.5f}", 0.5)
    case("activities", "Sequential<Conv2D<5, 3, 3, Tanh>, "
         "ActivityRegularization<L1L2<0.01, 0.02>>, Flatten, "
         "Dense<4, Softmax, KernelRegularizer<L1L2<0.01, 0.03>>>>", shape, 4, 6, 7,
         "SGD{.learning_rate = 0.1f}", 0.5)
    case("constraints", "Sequential<Conv2D<5, 3, 3, ReLU, KernelConstraint<MaxNorm<0.8>>, "
         "BiasConstraint<NonNeg>>, "
         "Conv2D<3, 2, 3, KernelConstraint<MaxNorm<1, 0, 1, 2>>>, Flatten, "
         "Dense<4, Softmax, KernelConstraint<MinMaxNorm<0.5, 1, 0.25, 1>>, "
         "BiasConstraint<UnitNorm<>>>>", shape, 4, 6, 7, "SGD{.learning_rate = 0.1f}", 0.5)
    wide = ("Sequential<Dense<257, Tanh, KernelRegularizer<L2<0.001>>, "
            "KernelConstraint<MaxNorm<0.5>>>, Dense<3, Softmax>>")
    # Keras constrains in pending steps too: from 0.05 on all norms are small enough at first.
    case("wide", wide, (256,), 3, 11, 5, "Adam{.learning_rate = 0.002f, .epsilon = 0.001f, "
         ".weight_decay = 0.1f, .global_clipnorm = 0.5f, .gradient_accumulation_steps = 2}", 0.05)
    case("wide_by_parts", wide, (256,), 3, 11, 5, "SGD{.learning_rate = 0.1f, .clipvalue = 0.01f, "
         ".weight_decay = 0.1f, .use_ema = true, .ema_momentum = 0.5f, "
         ".ema_overwrite_frequency = 2}", 0.1)
    table.write()


# What fit does


def fit_case(table, name, type_, loss, y_of, classes, *, examples=11, split=0.2, accuracy=True):
    """y_of says what y is made of: labels, one-hot rows, or rows of so many labels."""
    batch, epochs = 4, 3
    x = Tensor("input", (examples, 5), 1)
    size = examples * (y_of if isinstance(y_of, int) else 1)
    y = label_values(size, FIT_LABELS, classes)
    if y_of == "one-hot rows":
        y = np.eye(classes)[y]
    elif y_of != "labels":
        y = y.reshape(examples, y_of) * 1.0
    tensors = fill(build(type_, (5,), "float64")[1], 3, 0.5)
    keys = []

    def run(floatx):
        model, weights, _ = build(type_, (5,), floatx)
        for v, t in zip(weights, tensors, strict=True):
            v.assign(t.filled())
        model.compile("sgd", getattr(keras.losses, loss)(), metrics=["accuracy"] * accuracy)
        model.optimizer.learning_rate = 0.1
        data = x.filled().astype(floatx)
        history = model.fit(data, y, batch_size=batch, epochs=epochs, validation_split=split,
                            shuffle=False, verbose=0).history
        keys[:] = history
        return [list(history.values()), [v.numpy() for v in weights],
                np.ravel(model.evaluate(data, y, batch_size=batch, verbose=0)),
                np.ravel(model.test_on_batch(data[:batch], y[:batch]))]

    curves, after, evaluated, tested = exactly(name, run)
    print(f"  {name}: " + ", ".join(f"{k} {np.round(c, 4)}" for k, c in zip(keys, curves)))
    series = [braces(quoted(k), table.floats(k, c)) for k, c in zip(keys, curves)]
    rows = f"rows of {y_of} labels as floats" if isinstance(y_of, int) else y_of
    metric = ", Accuracy" if accuracy else ""
    how = f"{loss}{metric}, SGD{{.learning_rate = 0.1f}}; y: {rows}"
    table.case(name, f"{type_} on Input<5>, {how}", {
        "examples": str(examples),
        "batch_size": str(batch),
        "epochs": str(epochs),
        "validation_split": double(split),
        "input": table.tensor(x),
        "labels": table.labels(size, FIT_LABELS, classes),
        "weights": table.tensors("weights", tensors),
        "history": table.array("history", "Series", series),
        "weights_after": table.expecteds("weights_after", after, 32),
        "evaluate": table.floats("evaluate", evaluated),
        "test_on_batch": table.floats("test_on_batch", tested),
    })


SMALL = "Sequential<Dense<6, ReLU>, Dense<4, Softmax>>"


def write_training():
    table = Table("training", "fit, evaluate and test_on_batch", "FitCase")
    case = functools.partial(fit_case, table)
    sparse = "SparseCategoricalCrossentropy"
    case("split", SMALL, sparse, "labels", 4)
    case("partial_batch", SMALL, sparse, "labels", 4, split=0)
    case("split_and_partial_batch", SMALL, sparse, "labels", 4, examples=13, split=0.25)
    case("loss_only", SMALL, sparse, "labels", 4, accuracy=False)
    case("one_hot", SMALL, "CategoricalCrossentropy", "one-hot rows", 4)
    for name, outputs in (("one_output", 1), ("three_outputs", 3)):
        case(name, f"Sequential<Dense<6, ReLU>, Dense<{outputs}, Sigmoid>>", "BinaryCrossentropy",
             outputs, 2)
    case("regression", "Sequential<Dense<6, Tanh>, Dense<2>>", "MeanSquaredError", 2, 3,
         accuracy=False)

    cuts = []
    for examples, fraction in ((2, 0.5), (3, 0.5), (10, 0.1), (10, 0.3), (10, 0.7), (11, 0.2),
                               (13, 0.25), (100, 0.07), (100, 0.57), (1000, 0.001), (1000, 0.999),
                               (60000, 0.1), (60000, 0.2), (60000, 1 / 3)):
        (kept,), _ = array_slicing.train_validation_split((np.zeros(examples),), fraction)
        cuts.append(braces(examples, repr(fraction), len(kept)))
    table.write("", "/// Some fractions, where rounding matters too.",
                wrapped("inline constexpr Split splits[]{", cuts, "};"))


# What is weighted, masked and measured


def score_case(table, name, type_, shape, loss, metrics, y, *, x=None, weights=None, by_class=None,
               batch=4, epochs=3, split=0.0):
    """Keras calls Weighted<...> weighted_metrics. Without epochs the scores of the inputs alone."""
    examples = len(y)
    x = Tensor("input", (examples, *shape), 1).filled() if x is None else x.astype(np.float32)
    y = np.asarray(y)
    tensors = fill(build(type_, shape, "float64")[1], 3, 0.5)
    keys = []

    def run(floatx):
        model, variables, _ = build(type_, shape, floatx)
        for v, t in zip(variables, tensors, strict=True):
            v.assign(t.filled())
        plain = [keras_object(keras.metrics, m) if m != "Accuracy{}" else "accuracy"
                 for m in metrics if not m.startswith("Weighted")]
        told = [re.fullmatch("Weighted<(\\w+)>(.*)", m) for m in metrics]
        weighted = [keras_object(keras.metrics, m[1] + m[2]) if m[1] != "Accuracy" else "accuracy"
                    for m in told if m]
        model.compile("sgd", keras_object(keras.losses, loss), metrics=plain,
                      weighted_metrics=weighted)
        model.optimizer.learning_rate = 0.1
        data, labels = x.astype(floatx), y if y.dtype.kind == "i" else y.astype(floatx)
        w = None if weights is None else np.asarray(weights, np.float32).astype(floatx)
        history = {}
        if epochs:
            history = model.fit(data, labels, batch_size=batch, epochs=epochs, shuffle=False,
                                validation_split=split, verbose=0, sample_weight=w,
                                class_weight=by_class).history
        keys[:] = history

        def in_order(scores):  # those of one name stand twice in Keras's own list
            names = ["loss", *(model._compile_metrics.result() if metrics else [])]
            return [scores[name] for name in names]

        evaluated = model.evaluate(data, labels, batch_size=batch, verbose=0, sample_weight=w,
                                   return_dict=True)
        tested = model.test_on_batch(data[:batch], labels[:batch], w if w is None else w[:batch],
                                     return_dict=True)
        return [list(history.values()), [v.numpy() for v in variables], in_order(evaluated),
                in_order(tested)]

    # TensorFlow finds the k largest of floats alone.
    single = any("TopK" in m for m in metrics)
    curves, after, evaluated, tested = run("float32") if single else exactly(name, run)
    print(f"  {name}: " + ", ".join(f"{k} {np.round(c, 4)}" for k, c in zip(keys, curves)),
          np.round(evaluated, 4))
    series = [braces(quoted(k), table.floats(k, c)) for k, c in zip(keys, curves)]
    how = ", ".join([loss, *metrics, "SGD{.learning_rate = 0.1f}"])
    classes = [] if by_class is None else [by_class.get(c, 1.0) for c in range(max(by_class) + 1)]
    table.case(name, f"{type_} on Input<{extents(shape, ', ')}>, {how}", {
        "examples": str(examples),
        "batch_size": str(batch),
        "epochs": str(epochs),
        "validation_split": double(split),
        "input": table.floats("input", x),
        "targets": table.floats("targets", y),
        "sample_weight": table.floats("sample_weight", [] if weights is None else weights),
        "class_weight": table.floats("class_weight", classes),
        "weights": table.tensors("weights", tensors),
        "history": table.array("history", "Series", series),
        "weights_after": table.expecteds("weights_after", after, 32),
        "evaluate": table.floats("evaluate", evaluated),
        "test_on_batch": table.floats("test_on_batch", tested),
    })


def write_scores():
    table = Table("scores", "weights, masks, metrics and losses of whole maps", "ScoreCase")
    case = functools.partial(score_case, table)
    sparse, one_hot = "SparseCategoricalCrossentropy{}", "CategoricalCrossentropy{}"
    binary, square = "BinaryCrossentropy{}", "MeanSquaredError{}"
    labels, pixels = label_values(11, FIT_LABELS, 4), label_values(66, FIT_LABELS, 3)
    bits = label_values(33, FIT_LABELS, 2).reshape(11, 3) * 1.0
    seven = "Sequential<Dense<6, ReLU>, Dense<7, Softmax>>"
    three = "Sequential<Dense<6, ReLU>, Dense<3, Sigmoid>>"
    told = np.array([1, 0.5, 2, 0, -0.5, 3, 1, 1, 0.25, 0, 1.5], np.float32)

    def filled(number, *shape):
        return Tensor("", shape, number).filled()

    # Metrics with sums of their own, over unequal batches.
    curves = ["AUC{}", 'AUC{.curve = "PR"}', "AUC{.num_thresholds = 7}",
              'AUC{.num_thresholds = 9, .curve = "PR", .summation_method = "majoring"}',
              'AUC{.num_thresholds = 9, .summation_method = "minoring"}',
              'AUC{.num_thresholds = 9, .curve = "PRGAIN"}']
    case("areas", three, (5,), binary, [*curves, "MeanSquaredError{}", "BinaryCrossentropy{}"],
         bits)
    case("top_k", seven, (5,), one_hot, [
        "TopKCategoricalAccuracy{}", "TopKCategoricalAccuracy{.k = 2}", "CategoricalCrossentropy{}",
        "MeanSquaredError{}", "AUC{}"], np.eye(7)[label_values(11, 5, 7)])
    case("sparse_top_k", seven, (5,), sparse, [
        "SparseTopKCategoricalAccuracy{.k = 3}", "SparseTopKCategoricalAccuracy{.k = 9}",
        "MeanIoU{.num_classes = 7, .sparse_y_pred = false}",
        "MeanIoU{.num_classes = 5, .ignore_class = 2, .sparse_y_pred = false}"],
         label_values(11, 5, 7), split=0.25)

    # Predictions as they are: ties, numbers at thresholds, beyond 0 and 1, and nothing positive.
    steep = np.round(4 * (0.5 + 0.75 * filled(2, 11, 3))) / 4
    exact = ["AUC{.num_thresholds = 2}", "AUC{.num_thresholds = 3}", "AUC{.num_thresholds = 5}",
             'AUC{.num_thresholds = 5, .curve = "PR"}', "AUC{}",
             'AUC{.num_thresholds = 5, .curve = "PR", .summation_method = "minoring"}']
    every = [*exact, "Weighted<AUC>{.num_thresholds = 5}"]
    identity = "Sequential<Identity>"
    case("ties", identity, (3,), square, every, bits, x=steep, weights=np.abs(told), epochs=0)
    case("nothing_positive", identity, (3,), square, exact, 0 * bits, x=steep, epochs=0)
    case("all_positive", identity, (3,), square, exact, 0 * bits + 1, x=steep, epochs=0)
    case("logits", identity, (3,), square, ["AUC{.from_logits = true}"], bits, x=3 * steep - 1,
         epochs=0)
    tied = np.round(2 * filled(3, 11, 7)) / 2
    case("ties_of_classes", identity, (7,), square, [
        "TopKCategoricalAccuracy{.k = 1}", "TopKCategoricalAccuracy{.k = 3}", "Accuracy{}",
        "MeanIoU{.num_classes = 7, .sparse_y_true = false, .sparse_y_pred = false}"],
         np.eye(7)[label_values(11, 5, 7)], x=tied, epochs=0)
    case("classes_as_numbers", identity, (3,), square, [
        "MeanIoU{.num_classes = 3}", "MeanIoU{.num_classes = 2}",
        "MeanIoU{.num_classes = 4, .ignore_class = 0}"],
         label_values(33, 7, 3).reshape(11, 3) * 1.0, x=3 * np.abs(filled(4, 11, 3)) - 0.5,
         epochs=0)

    judged = ["BinaryAccuracy{}", "BinaryAccuracy{.threshold = 0.25}", "CategoricalAccuracy{}",
              "Precision{}", "Precision{.thresholds = 0.25}", "Precision{.top_k = 2}",
              "Precision{.thresholds = 0.5, .top_k = 2, .class_id = 1}",
              "Recall{}", "Recall{.thresholds = 0}", "Recall{.top_k = 1}",
              "Recall{.class_id = 2}",
              "TruePositives{}", "TrueNegatives{.thresholds = 0.75}",
              "FalsePositives{.thresholds = 1}", "FalseNegatives{}"]
    scored = ['F1Score{.average = "macro"}', 'F1Score{.average = "micro"}',
              'F1Score{.average = "weighted", .threshold = 0.25}',
              'FBetaScore{.average = "macro", .beta = 2.0, .threshold = 0.5}',
              'FBetaScore{.average = "weighted", .beta = 0.5}']
    told_all = ["Weighted<BinaryAccuracy>{}", "Weighted<Precision>{}", "Weighted<FalsePositives>{}",
                'Weighted<F1Score>{.average = "weighted"}']
    case("decisions", identity, (3,), square, [*judged, *scored, *told_all], bits, x=steep,
         weights=np.abs(told), epochs=0)
    points = ["SensitivityAtSpecificity{.specificity = 0.5}",
              "SensitivityAtSpecificity{.specificity = 0.75, .num_thresholds = 5, .class_id = 1}",
              "SpecificityAtSensitivity{.sensitivity = 0.5, .num_thresholds = 1}",
              "SpecificityAtSensitivity{.sensitivity = 0.4, .num_thresholds = 5}",
              "PrecisionAtRecall{.recall = 0.25, .num_thresholds = 5}",
              "RecallAtPrecision{.precision = 0.5, .num_thresholds = 2}",
              "RecallAtPrecision{.precision = 0.95}"]
    areas = ["AUC{.thresholds = {0.9, 0.25, 0.3}}",
             'AUC{.curve = "PR", .summation_method = "majoring", .thresholds = {0.5, 0.125}}',
             "AUC{.multi_label = true}",
             'AUC{.num_thresholds = 5, .curve = "PR", .multi_label = true, '
             ".label_weights = {1, 2, 0.5}}", "AUC{.label_weights = {1, 2, 0.5}}"]
    told_all = ["Weighted<PrecisionAtRecall>{.recall = 0.25}",
                "Weighted<AUC>{.multi_label = true, .num_labels = 3}"]
    overlaps = ["IoU{.num_classes = 3, .target_class_ids = {0, 2}}",
                "IoU{.num_classes = 4, .target_class_ids = {1, 1, 3}, .ignore_class = 0}",
                "BinaryIoU{}", "BinaryIoU{.target_class_ids = {1}, .threshold = 0.25}",
                "OneHotIoU{.num_classes = 3, .target_class_ids = {0, 1}}",
                "OneHotMeanIoU{.num_classes = 3}",
                "OneHotMeanIoU{.num_classes = 3, .ignore_class = 1}"]
    case("points", identity, (3,), square, [*points, *areas, *overlaps, *told_all], bits,
         x=np.clip(steep, 0, 1), weights=np.abs(told), epochs=0)
    numbers = ["RootMeanSquaredError{}", "R2Score{}",
               'R2Score{.class_aggregation = "variance_weighted_average"}',
               "PearsonCorrelation{}", "ConcordanceCorrelation{}"]
    told_all = ["Weighted<RootMeanSquaredError>{}", "Weighted<R2Score>{}",
                "Weighted<PearsonCorrelation>{}"]
    case("numbers", identity, (3,), square, [*numbers, *told_all],
         filled(5, 11, 3) + 0.5 * steep, x=steep + 0.125 * filled(4, 11, 3),
         weights=np.abs(told), epochs=0)
    case("decisions_in_training", three, (5,), binary,
         ["BinaryAccuracy{}", "Precision{.thresholds = 0.45}", "Recall{.top_k = 1}",
          'F1Score{.average = "macro"}', "R2Score{}"], bits, split=0.25)

    # Weights.
    case("sample_weight", SMALL, (5,), sparse, [
        "Accuracy{}", "SparseTopKCategoricalAccuracy{.k = 2}", "Weighted<Accuracy>{}",
        "Weighted<Accuracy>{}", "Weighted<SparseCategoricalCrossentropy>{}"], labels, weights=told,
         split=0.25)
    case("sample_weight_of_rows", three, (5,), binary, ["Weighted<AUC>{}"], bits,
         weights=np.abs(told))
    case("class_weight", SMALL, (5,), sparse, ["Accuracy{}", "Weighted<Accuracy>{}"], labels,
         by_class={0: 1.0, 1: 5.0, 3: 0.5}, split=0.25)
    case("class_weight_one_hot", SMALL, (5,), one_hot, ["Weighted<Accuracy>{}"], np.eye(4)[labels],
         by_class={0: 2.0, 2: 0.5, 3: 1.0})
    case("class_weight_binary", "Sequential<Dense<6, ReLU>, Dense<1, Sigmoid>>", (5,), binary,
         ["Accuracy{}", "Weighted<Accuracy>{}"], bits[:, :1], by_class={0: 0.25, 1: 4.0})
    case("weights_of_pixels", "Sequential<Conv2D<4, 1, 1, ReLU>, Conv2D<3, 1, 1, Softmax>>",
         (2, 3, 2), sparse, [
             "Accuracy{}", "MeanIoU{.num_classes = 3, .sparse_y_pred = false}",
             "Weighted<Accuracy>{}"], pixels.reshape(11, 2, 3),
         weights=np.round(4 * np.abs(filled(6, 11, 2, 3))) / 4)

    # Masks that reach the loss; those of the examples 4 to 7, a batch, leave nothing.
    steps = filled(8, 11, 6, 2)
    steps[[0, 1, 1, 2, 3, 9, 10, 10], [5, 4, 5, 0, 2, 1, 0, 5]] = 0
    steps[4:8] = 0
    masked = "Sequential<Masking<0>, Dense<4, Tanh>, Dense<3, Softmax>>"
    case("mask", masked, (6, 2), sparse, ["Accuracy{}", "SparseCategoricalCrossentropy{}"],
         pixels.reshape(11, 6), x=steps)
    case("mask_and_weights", masked, (6, 2), sparse, ["Accuracy{}", "Weighted<Accuracy>{}"],
         pixels.reshape(11, 6), x=steps, weights=np.abs(filled(6, 11, 6)))

    # Classes that the loss ignores, inside and outside of those that there are.
    without = "SparseCategoricalCrossentropy{.ignore_class = %d}"
    case("ignored_class", SMALL, (5,), without % -1, ["Accuracy{}", "Weighted<Accuracy>{}"],
         np.where(np.arange(11) % 4 == 1, -1, labels), weights=told, split=0.25)
    case("ignored_class_of_mask", masked, (6, 2), without % 1,
         ["Accuracy{}", "SparseCategoricalCrossentropy{}"], pixels.reshape(11, 6), x=steps,
         weights=np.abs(filled(6, 11, 6)))

    # Sequences of labels, of which class 0 is the blank.
    spelt = np.sort(label_values(66, FIT_LABELS, 4).reshape(11, 6)[:, ::-1] % 3 + 1)
    spelt[np.arange(6) >= np.arange(11)[:, None] % 4] = 0
    case("sequences", "Sequential<Dense<5, Tanh>, Dense<4>>", (6, 2), "CTC{}", [], spelt,
         x=2 * filled(8, 11, 6, 2), weights=np.abs(told))

    # Losses of whole examples, and of whole batches.
    maps = "Sequential<Conv2D<4, 1, 1, ReLU>, Conv2D<2, 1, 1, Sigmoid>>"
    truth = label_values(132, FIT_LABELS, 2).reshape(11, 2, 3, 2) * 1.0
    truth[3] = 0
    for loss, words in (("Dice{", "dice"), ("Tversky{.alpha = 0.3, .beta = 0.8, ", "tversky")):
        empty = (loss + "}").replace(", }", "}")
        case(words, maps, (2, 3, 2), empty, ["Accuracy{}"], truth)
        case(words + "_weighted", maps, (2, 3, 2), empty, [], truth, weights=told)
        case(words + "_of_examples", maps, (2, 3, 2), loss + ".axis = {1, 2, 3}}", [], truth,
             weights=told, split=0.25)
        case(words + "_of_channels", maps, (2, 3, 2), loss + ".axis = {1, 2}}", [], truth)
        case(words + "_of_channels_over_batches", maps, (2, 3, 2), loss + ".axis = {0, 1, 2}}", [],
             truth)
    table.write()


# Printed text


def text_file(name, text):
    (FOLDER / f"{name}.txt").write_bytes(text.encode())
    print(f"{name}.txt: {len(text.encode())} bytes")


def summaries(name, model, *widths):
    """summary() on screens so many columns wide."""
    for width in widths:
        lines = []
        os.environ["COLUMNS"] = str(width)
        model.summary(print_fn=lines.append)
        text_file(f"summary_{name}_{width}", "\n".join(lines))


def write_summaries():
    def plain(type_):
        """The model as keras.Sequential, as it is written where there are no branches."""
        build(type_, (28, 28, 1), "float32")
        return keras.Sequential([L.Input((28, 28, 1)), *made])

    mission = plain(MISSION)
    summaries("mission", mission, 80, 100)
    mission.compile("adam", "sparse_categorical_crossentropy")
    mission.train_on_batch(np.zeros((1, 28, 28, 1)), np.zeros(1))
    summaries("mission_adam", mission, 100)
    summaries("mnist_convnet", plain(
        "Sequential<Conv2D<32, 3, 3, ReLU>, MaxPool<2>, Conv2D<64, 3, 3, ReLU>, MaxPool<2>, "
        "Flatten, Dropout<0.5>, Dense<10, Softmax>>"), 80, 100)
    branched, *_ = build(
        "Sequential<Conv2D<4, 3, 3, Same>, BatchNorm<>, ReLU, "
        "Add<Sequential<Conv2D<4, 3, 3, Same>, BatchNorm<>>, Identity>, Activation<ReLU>, "
        "Concat<Conv2D<3, 1, 1>, Conv2D<5, 3, 3, Same>>, GlobalAveragePool, Dense<10, Softmax>>",
        (8, 8, 3), "float32")
    summaries("branched", branched, 80, 100, 120)


class Clock:
    """Stands for the module `time`: each reading is `step` seconds after the one before."""

    def __init__(self, step):
        self.step, self.now = step, 0.0

    def time(self):
        self.now += self.step
        return self.now


class Screen(io.StringIO):
    """Standard output that is a terminal, or not."""

    def __init__(self, terminal):
        super().__init__()
        self.isatty = lambda: terminal


@contextlib.contextmanager
def screen(terminal=True, posix=True, step=0.25):
    """What is printed meanwhile, while the progress bar reads a Clock."""
    shown, real = Screen(terminal), (progbar.time, progbar.sys)
    progbar.time = Clock(step)
    if not posix:  # Keras asks whether this module is loaded: as on Windows, it is not
        progbar.sys = types.SimpleNamespace(stdout=shown, modules=set(sys.modules) - {"posix"})
    try:
        with contextlib.redirect_stdout(shown):
            yield shown
    finally:
        progbar.time, progbar.sys = real


def write_progress():
    """The case split_and_partial_batch of training.hpp, as it is printed. The clock is read when a
    bar is made, at each step (not with verbose=2), and once more in the end."""
    x, y = Tensor("input", (13, 5), 1).filled(), label_values(13, FIT_LABELS, 4)

    def printed(call, **how):
        model, weights, _ = build(SMALL, (5,), "float32")
        fill(weights, 3, 0.5)
        model.compile("sgd", "sparse_categorical_crossentropy", metrics=["accuracy"])
        model.optimizer.learning_rate = 0.1
        with screen(**how) as shown:
            call(model)
        return shown.getvalue()

    def fit(epochs, verbose):
        return lambda model: model.fit(x, y, batch_size=4, epochs=epochs, validation_split=0.25,
                                       shuffle=False, verbose=verbose)

    def evaluate(verbose):
        return lambda model: model.evaluate(x, y, batch_size=4, verbose=verbose)

    for name, call in (("fit", fit(3, 1)), ("fit_one_epoch", fit(1, 1)), ("evaluate", evaluate(1))):
        text = printed(call)
        if printed(call, terminal=False) != text:
            raise ValueError("Keras used to treat any output as a terminal, except on Windows")
        text_file(f"progress_{name}", text)
        text_file(f"progress_{name}_lines", printed(call, terminal=False, posix=False))
    text_file("progress_fit_verbose_2", printed(fit(3, 2)))
    text_file("progress_evaluate_verbose_2", printed(evaluate(2)))

    lines = ["seconds of a step | the bar after step 2 of 1000 | after step 1000 of 1000"]
    for seconds in (1e-6, 4.4e-6, 1e-4, 9.994e-4, 9.996e-4, 1.001e-3, 4.4e-3, 0.0284, 0.06, 0.0616,
                    0.25, 0.9994, 0.9996, 1.0, 1.5, 2.5, 3.6, 3.7, 7.3, 100.4):
        row = [repr(seconds)]
        for last in (2, 1000):
            with screen(step=0) as shown:
                bar = progbar.Progbar(1000, interval=0)
                for step in (1, last):
                    progbar.time.now = step * seconds
                    bar.update(step)
            drawn = re.sub("\x1b\\[\\d+m|━|\b", "", shown.getvalue()).split("\r")[-1]
            row.append(" ".join(drawn.split()))
        lines.append(" | ".join(row))
    lines += ["", "metric | as verbose=1 prints it | as verbose=2"]
    for metric in (0.0, 1.0, -0.5, 12.34567, 12345.678, 0.99996, 1e-3, 1.0001e-3, 9.9999e-4, -1e-4,
                   2.5e-7):
        row = [repr(metric)]
        for verbose in (1, 2):
            with screen() as shown:
                progbar.Progbar(1, verbose=verbose).update(1, [("loss", metric)])
            row.append(re.search("loss: (.*)", shown.getvalue())[1])
        lines.append(" | ".join(row))
    text_file("progress_formats", "\n".join(lines) + "\n")


# Callbacks: what Keras's own say and do, handed the logs of epochs that nobody trained.


MISSING = "missing"


def scripted(callback, values, rate=0.1, batches=0):
    """Runs epochs that end with val_loss and val_accuracy of these values. The one weight of the
    model is the number of the epoch, from 1."""
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False)])
    model.compile("sgd", "mse", metrics=["accuracy"])
    model.train_on_batch(np.zeros((1, 1)), np.zeros((1, 1)))
    model.optimizer.learning_rate = rate
    saved = []
    model.save = model.save_weights = lambda path, overwrite: saved.append(path)
    model.stop_training = False
    callback.set_model(model)
    rates = []
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        callback.on_train_begin()
        for epoch, value in enumerate(values):
            callback.on_epoch_begin(epoch)
            for batch in range(batches):
                callback.on_train_batch_end(batch, {"accuracy": 0.5, "loss": 1.0})
            model.set_weights([np.full((1, 1), epoch + 1.0)])
            logs = {"accuracy": 0.5, "loss": 1.0}
            if value != MISSING:
                logs |= {"val_accuracy": value, "val_loss": value}
            callback.on_epoch_end(epoch, logs)
            rates.append(float(model.optimizer.learning_rate))
            if model.stop_training:
                break
        callback.on_train_end()
    return rates, float(model.get_weights()[0][0, 0]), saved, printed.getvalue()


def number(value):
    if value == MISSING:
        return MISSING
    return "nan" if value != value else repr(float(value))


def write_callbacks():
    nan = float("nan")
    falling = [1, 0.5, 0.75, 0.6, 0.55, 0.7, 0.4, 0.45, 0.9, 0.95]
    flat = [1, 0.99995, 0.9999, 0.99985, 0.9998, 0.9997, 0.9996, 0.9995, 0.9994, 0.9993]
    rising = [1, 1.5, 2, 3]
    types, cases = [], []

    def case(text, values, rate=0.1, batches=0):
        callback = keras_object(keras.callbacks, text.replace(".path =", ".filepath ="))
        rates, weight, saved, printed = scripted(callback, values, rate, batches)
        types.extend(textwrap.wrap(f"follow({text});", 100, initial_indent="    ",
                                   subsequent_indent="           ", break_long_words=False,
                                   break_on_hyphens=False))
        cases.extend([f"case {text}", " ".join(["values", *map(number, values)]), f"rate {rate!r}",
                      f"batches {batches}", " ".join(["rates", *map(repr, rates)]),
                      f"weight {weight:g}", *(f"saved {path}" for path in saved),
                      *(f"printed {line}" for line in printed.splitlines())])

    for options in ("", ".patience = 1", ".patience = 3", ".min_delta = 0.2, .patience = 2",
                    ".patience = 2, .verbose = 1", '.patience = 2, .mode = "max"',
                    '.monitor = "val_accuracy", .patience = 2, .verbose = 1',
                    ".patience = 2, .baseline = 0.45", ".patience = 3, .baseline = 0.3",
                    ".patience = 2, .restore_best_weights = true",
                    ".patience = 2, .verbose = 1, .restore_best_weights = true",
                    ".patience = 20, .verbose = 1, .restore_best_weights = true",
                    ".patience = 2, .baseline = 0.3, .restore_best_weights = true",
                    ".patience = 1, .restore_best_weights = true, .start_from_epoch = 2"):
        case(f"EarlyStopping{{{options}}}", falling)
    case("EarlyStopping{}", rising)
    case("EarlyStopping{.verbose = 1, .restore_best_weights = true}", rising)
    case("EarlyStopping{.patience = 1, .restore_best_weights = true}", [nan, 1, 0.5])
    case("EarlyStopping{.patience = 1, .restore_best_weights = true}", [1, nan, 0.5, nan, nan, 0])
    case("EarlyStopping{.patience = 1, .restore_best_weights = true}",
         [MISSING, 1, MISSING, 2, MISSING, 3, MISSING])
    for options in ("", ".factor = 0.2, .patience = 1, .verbose = 1, .min_lr = 0.005",
                    ".factor = 0.5, .patience = 1, .verbose = 1, .cooldown = 2",
                    ".patience = 2, .verbose = 1, .min_delta = 0.3",
                    '.monitor = "val_accuracy", .factor = 0.3, .patience = 1, .verbose = 1'):
        case(f"ReduceLROnPlateau{{{options}}}", falling)
        case(f"ReduceLROnPlateau{{{options}}}", flat, 1e-3)
    for options in (".verbose = 1", ".verbose = 1, .save_best_only = true",
                    '.monitor = "val_accuracy", .verbose = 1, .save_best_only = true',
                    '.verbose = 1, .save_best_only = true, .mode = "max"',
                    ".verbose = 1, .save_best_only = true, .initial_value_threshold = 0.5"):
        case('ModelCheckpoint{.path = "e{epoch:02d}-{val_loss:.2f}.keras", ' + options + "}",
             falling[:5])
    case('ModelCheckpoint{.path = "{epoch}-{batch:03d}-{loss}-{accuracy:6.1e}-{accuracy:g}.keras", '
         ".verbose = 1, .save_freq = 3}", [1, 1, 1], batches=4)
    case('ModelCheckpoint{.path = "{{{epoch:5d}}}{accuracy:.1%}{loss:08.3f}.keras"}', [1, 1])

    text_file("callbacks", "\n".join(cases) + "\n")
    text = "\n".join([
        "// SPDX-License-Identifier: MIT", "#pragma once",
        "// The callbacks of callbacks.txt. Written by generate.py.", "",
        "#include <inlay/inlay.hpp>", "", "namespace keras {", "",
        "/// Calls follow(callback) for one after another.",
        "void for_each_callback(const auto& follow) {", "    using namespace inlay;", *types, "}",
        "", "}  // namespace keras", ""])
    (FOLDER / "callbacks.hpp").write_text(text, encoding="ascii", newline="\n")
    write_calls()


class Recorder(keras.callbacks.Callback):
    """Writes down which member was called, and with which logs."""

    def __init__(self):
        super().__init__()
        self.lines = []
        for name in ("train_begin", "train_end", "epoch_begin", "epoch_end", "train_batch_begin",
                     "train_batch_end", "test_begin", "test_end"):
            setattr(self, f"on_{name}", functools.partial(self.note, name))

    def note(self, name, *args, logs=None):
        numbers = [a for a in args if isinstance(a, int)]
        for a in args:
            logs = a if isinstance(a, dict) else logs
        shown = [f"{key}={value!r}" for key, value in (logs or {}).items()]
        self.lines.append(" ".join([name, *map(str, numbers), *shown]))


def write_calls():
    """The case split_and_partial_batch of training.hpp, with some options, as callbacks see it."""
    x, y = Tensor("input", (13, 5), 1).filled(), label_values(13, FIT_LABELS, 4)
    lines = []
    for options in ("", "initial_epoch=1", "validation_freq=2", "steps_per_epoch=2",
                    "validation_steps=1 validation_batch_size=2", "steps_per_epoch=4"):
        recorder = Recorder()
        model, weights, _ = build(SMALL, (5,), "float64")
        fill(weights, 3, 0.5)
        model.compile("sgd", "sparse_categorical_crossentropy", metrics=["accuracy"])
        model.optimizer.learning_rate = 0.1
        others = {key: int(value) for key, value in (o.split("=") for o in options.split())}
        model.fit(x, y, batch_size=4, epochs=3, validation_split=0.25, shuffle=False, verbose=0,
                  callbacks=[recorder, keras.callbacks.LearningRateScheduler(
                      lambda epoch: 0.1 / (epoch + 1)), recorder], **others)
        lines += [f"options {options}".strip(), *recorder.lines]
    text_file("callback_calls", "\n".join(lines) + "\n")


# Pictures


def bytes_of(shape, number):
    return (hashed(math.prod(shape), number) >> 24).astype(np.uint8).reshape(shape)


def write_pillow():
    from PIL import Image
    table = Table("pillow", "pictures in other sizes (these are Pillow's)", "PillowCase")
    for height, width, channels, to, names in (
            (5, 7, 1, (3, 4), "nearest bilinear bicubic lanczos box hamming"),
            (5, 7, 1, (9, 11), "nearest bicubic box"),
            (7, 6, 3, (4, 5), "nearest bilinear lanczos"),
            (6, 7, 4, (5, 4), "nearest hamming")):
        for name in names.split():
            for crop in (False, True):
                pixels = bytes_of((height, width, channels), 1)
                image = Image.fromarray(pixels.squeeze(-1) if channels == 1 else pixels)
                rows, columns = height, width
                if crop:
                    rows = min(height, width * to[0] // to[1])
                    columns = min(width, height * to[1] // to[0])
                y, x = (height - rows) // 2, (width - columns) // 2
                result = image.resize(to[::-1], getattr(Image.Resampling, name.upper()),
                                      box=(x, y, x + columns, y + rows))
                key = f"{name}_{height}x{width}x{channels}_to_{to[0]}x{to[1]}{'_crop' * crop}"
                table.case(key, key.replace("_", " "), {
                    "height": height, "width": width, "channels": channels,
                    "salt": f"{SALT_STEP}u", "to_height": to[0], "to_width": to[1],
                    "interpolation": quoted(name), "crop": str(crop).lower(),
                    "pixels": table.array("pixels", "std::uint8_t",
                                          map(str, np.asarray(result).ravel()))})
    table.write()


def write_picture_files():
    from PIL import Image
    table = Table("picture_files", "files (these are Pillow's)", "PictureFileCase")
    blocks = np.kron(bytes_of((3, 2, 4), 2), np.ones((8, 8, 1), np.uint8))[:17, :13]
    color, full = Image.fromarray(blocks[:, :, :3].copy()), Image.fromarray(blocks.copy())
    for name, image, format_, options in (
            ("gray_jpeg", color.convert("L"), "jpeg", {}),
            ("progressive_jpeg", color, "jpeg", {"progressive": True}),
            ("cmyk_jpeg", color.convert("CMYK"), "jpeg", {"quality": 95}),
            ("restarting_jpeg", color, "jpeg", {"subsampling": 1, "restart_marker_blocks": 1}),
            ("palette_png", color.convert("P"), "png", {}),
            ("two_bit_png", color.convert("P", palette=Image.Palette.ADAPTIVE, colors=4), "png",
             {"bits": 2}),
            ("gray_alpha_png", full.convert("LA"), "png", {}),
            ("deep_png", Image.fromarray(blocks[:, :, 0].astype(np.uint16) * 256 + 77), "png", {}),
            ("palette_bmp", color.convert("P"), "bmp", {}),
            ("one_bit_bmp", color.convert("1"), "bmp", {})):
        file = io.BytesIO()
        image.save(file, format_, **options)
        if image.mode == "I;16":
            pixels = blocks[:, :, :1].repeat(3, axis=2)  # Pillow cuts off at 255
        else:
            mode = "RGBA" if image.mode == "LA" else "RGB"
            pixels = np.asarray(Image.open(file).convert(mode))
        table.case(name, name.replace("_", " "), {
            "height": 17, "width": 13, "channels": pixels.shape[2],
            "file": table.array("file", "std::uint8_t", map(str, file.getvalue())),
            "pixels": table.array("pixels", "std::uint8_t", map(str, pixels.ravel()))})
    table.write()


def write_resize():
    table = Table("resize", "pictures as arrays in other sizes", "ResizeCase")
    for height, width, to, names in (
            (7, 9, (4, 5), "nearest bilinear bicubic area lanczos3 lanczos5 mitchellcubic"),
            (4, 5, (7, 11), "nearest bilinear bicubic lanczos3 gaussian mitchellcubic")):
        for name in names.split():
            for aspect in ("", "antialias", "crop", "pad"):
                own = name in ("gaussian", "mitchellcubic")  # TensorFlow's, not Keras's
                if aspect in ("crop", "pad") and (own or name not in ("nearest", "bilinear")):
                    continue
                if aspect == "antialias" and (height < to[0] or name in ("nearest", "area")):
                    continue
                x = Tensor("", (height, width, 2), 1, 0.5, 0.5)
                options = {"antialias": aspect == "antialias"}
                if own:
                    y = tf.image.resize(x.filled(), to, name, **options)
                else:
                    y = keras.ops.image.resize(
                        x.filled(), to, name, crop_to_aspect_ratio=aspect == "crop",
                        pad_to_aspect_ratio=aspect == "pad", fill_value=0.25, **options)
                key = f"{name}_{height}x{width}_to_{to[0]}x{to[1]}{'_' * bool(aspect)}{aspect}"
                table.case(key, key.replace("_", " "), {
                    "height": height, "width": width, "channels": 2, "input": table.tensor(x),
                    "to_height": to[0], "to_width": to[1], "interpolation": quoted(name),
                    **{key: str(aspect == key).lower() for key in ("antialias", "crop", "pad")},
                    "pixels": table.floats("pixels", np.asarray(y))})
    table.write()


def main():
    tf.config.threading.set_intra_op_parallelism_threads(1)
    print(VERSIONS)
    subjects = ["layers", "losses", "optimizers", "schedules", "nets", "endings", "training",
                "scores", "callbacks", "summaries", "progress", "pillow", "picture_files", "resize"]
    subjects = ["layers", "losses", "optimizers", "schedules",
                "image_transforms", "nets", "endings", "training",
                "scores", "callbacks", "summaries", "progress"]
    subjects = ["layers", "losses", "optimizers", "schedules", "image_transforms", "image_scaling",
                "nets", "endings", "training", "scores", "callbacks", "summaries", "progress"]
    for subject in subjects:
        if not sys.argv[1:] or any(a.split("/")[0] == subject for a in sys.argv[1:]):
            globals()[f"write_{subject}"]()


if __name__ == "__main__":
    main()

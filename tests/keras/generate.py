#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes Keras's numbers for the tests: the tables (*.hpp) and texts (*.txt) beside this file.

    python3 -m venv peers && peers/bin/pip install keras tensorflow-cpu
    peers/bin/python tests/keras/generate.py

Layers, networks and optimizers are written as inlay's types, and Keras runs what is written. The
files hold only what Keras found: inputs, weights and labels come from the formula in formula.hpp on
both sides. Keras computes everything twice: in double precision, which is written, so that a
distance measured by a test is inlay's own rounding; and in single precision, whose distance is
printed, so that a tolerance can be judged, and must be small.
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

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import keras
import numpy as np
import tensorflow as tf
from keras import layers as L
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

    def filled(self):
        whole = hashed(math.prod(self.shape), self.number) >> 8
        x = self.offset + np.float64(np.float32(self.scale)) * (whole / 2**23 - 1)
        return x.astype(np.float32).reshape(self.shape)


def fill(variables, first_number, scale):
    """Gives each variable a tensor: around 0, or around 1 where it must be positive."""
    tensors = []
    for number, v in enumerate(variables, first_number):
        positive = v.name in ("gamma", "moving_variance")
        s = 0.25 if positive or v.name in ("beta", "moving_mean") else scale
        tensors.append(Tensor(v.path, tuple(v.shape), number, s, 1.0 if positive else 0.0))
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


def windowed(cls, size_name, leading):
    """A layer with a window: `leading` numbers, its one or two extents, options in any order."""

    def bind(*args):
        numbers = [a for a in args if isinstance(a, int)]
        size = tuple(numbers[leading:] * 2)[:2]
        return leaf(cls, *numbers[:leading], **{size_name: size}, **merged(args[len(numbers):]))

    return bind


def branches(cls):
    return lambda *parts: lambda x: cls()([part(x) for part in parts])


TYPES = {
    "Sequential": lambda *parts: lambda x: functools.reduce(lambda y, part: part(y), parts, x),
    "Add": branches(L.Add),
    "Concat": branches(L.Concatenate),
    "Identity": leaf(L.Identity),
    "Dense": lambda units, *options: leaf(L.Dense, units, **merged(options)),
    "Conv2D": windowed(L.Conv2D, "kernel_size", 1),
    "MaxPool": windowed(L.MaxPooling2D, "pool_size", 0),
    "AveragePool": windowed(L.AveragePooling2D, "pool_size", 0),
    "GlobalAveragePool": leaf(L.GlobalAveragePooling2D),
    "Flatten": leaf(L.Flatten),
    "Dropout": lambda rate: leaf(L.Dropout, rate),
    "BatchNorm": lambda *options: leaf(L.BatchNormalization, **merged(options)),
    "Rescaling": lambda scale, offset=0: leaf(L.Rescaling, scale, offset),
    "Activation": lambda function: leaf(L.Activation, function.name),
    "ReLU": Function("relu", L.ReLU),
    "Softmax": Function("softmax", L.Softmax),
    "Sigmoid": Function("sigmoid"),
    "Tanh": Function("tanh"),
    "Same": {"padding": "same"},
    "NoBias": {"use_bias": False},
    "Strides": lambda *extents: {"strides": (extents * 2)[:2]},
    "Momentum": lambda value: {"momentum": value},
    "Epsilon": lambda value: {"epsilon": value},
}


def build(type_, shape, floatx):
    """The functional model, its trainable and its non-trainable variables in inlay's order."""
    keras.backend.clear_session()
    keras.config.set_floatx(floatx)
    keras.utils.set_random_seed(0)
    made.clear()
    x = L.Input(shape)
    model = keras.Model(x, eval(type_.replace("<", "(").replace(">", ")"), TYPES)(x))
    weights = [v for layer in made for v in layer.trainable_weights]
    state = [v for layer in made for v in layer.non_trainable_weights]
    return model, weights, state


def optimizer(text):
    """Adam{.learning_rate = 0.01f} as Keras's object."""
    text = re.sub(r"\.(\w+) = ", r"\1=", text).replace("true", "True")
    text = re.sub(r"(\d)f\b", r"\1", text).replace("{", "(").replace("}", ")")
    return eval("keras.optimizers." + text)


def extents(shape, by="x"):
    return by.join(map(str, shape))


# C++ text. A table is a header of values of one struct of formula.hpp.


def floating(x):
    """The shortest text that reads back as this float."""
    x = np.float32(x) + np.float32(0)
    if not np.isfinite(x):
        raise ValueError("Keras found no finite number")
    plain = np.format_float_positional(x, unique=True, trim="-")
    power = np.format_float_scientific(x, unique=True, trim="-", exp_digits=1)
    text = min(plain, power, key=len)
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
            f"// Written by generate.py with {VERSIONS}.",
            "", '#include "formula.hpp"', "", "namespace keras {", *self.text, "",
            "/// All cases of this file, so that a test can prove that it left none out.", cases,
            *more, "", "}  // namespace keras", ""])
        if max(map(len, text.splitlines())) > 100:
            raise ValueError(f"{self.file}.hpp: a line of more than 100 columns")
        (FOLDER / f"{self.file}.hpp").write_text(text, encoding="ascii", newline="\n")
        print(f"{self.file}.hpp: {len(self.names)} cases, {len(text)} bytes")


def exactly(name, run, limit=5e-6):
    """run("float64"), after printing how far away run("float32") is, measured as in formula.hpp."""
    exact, single = run("float64"), run("float32")

    def distances(a, b):
        if isinstance(a, (list, tuple)):
            for x, y in zip(a, b, strict=True):
                yield from distances(x, y)
        elif a is not None:
            a, b = np.asarray(a, np.float64), np.asarray(b, np.float64)
            yield np.abs(a - b).max() / (np.abs(a).max() or 1.0)

    worst = max(distances(exact, single))
    print(f"  {name}: Keras's own single precision is {worst:.1e} away")
    if worst > limit:
        raise ValueError(f"{name}: ill-conditioned")
    return exact


# Layers


def layer_case(table, type_, shape, batch, name=None, *, training=True, gradients=True,
               input_scale=1.0, input_offset=0.0):
    if name is None:  # conv2d_5_3_3_same_on_8x6x3
        words = re.sub("([a-z])([A-Z])", r"\1_\2", type_.replace("ReLU", "Relu"))
        name = re.sub(r"\W+", "_", words).strip("_").lower() + "_on_" + extents(shape)
    x = Tensor("input", (batch, *shape), 1, input_scale, input_offset)
    model, weights, state = build(type_, shape, "float64")
    cotangent = Tensor("cotangent", (batch, *model.output.shape[1:]), 2)
    weight_tensors = fill(weights, 3, 0.5)
    state_tensors = fill(state, 3 + len(weights), 0.5)

    def run(floatx):
        model, weights, state = build(type_, shape, floatx)
        for v, t in zip(weights + state, weight_tensors + state_tensors, strict=True):
            v.assign(t.filled())
        inputs = tf.constant(x.filled().astype(floatx))
        with tf.GradientTape() as tape:
            tape.watch(inputs)
            output = model(inputs, training=training)
            total = tf.reduce_sum(output * cotangent.filled().astype(floatx))
        slopes = tape.gradient(total, [inputs, *[v.value for v in weights]])
        return [output.numpy(), [s.numpy() for s in slopes] if gradients else [None],
                [v.numpy() for v in state] if training else []]

    output, (dx, *dw), after = exactly(name, run)
    table.case(name, f"{type_} on Input<{extents(shape, ', ')}>", {
        "batch": str(batch),
        "training": str(training).lower(),
        "input": table.tensor(x),
        "cotangent": table.tensor(cotangent),
        "weights": table.tensors("weights", weight_tensors),
        "state": table.tensors("state", state_tensors),
        "output": table.expected("output", output, 64),
        "input_gradient": table.expected("input_gradient", dx, 64),
        "weight_gradients": table.expecteds("weight_gradients", dw, 64),
        "state_after": table.expecteds("state_after", after, 64),
    })


def write_layers():
    table = Table("layers", "single layers and small blocks", "LayerCase")
    case = functools.partial(layer_case, table)
    case("Dense<5>", (7,), 3)
    case("Dense<5, NoBias>", (7,), 3)
    case("Dense<6>", (4, 5, 3), 2)
    case("Dense<6, NoBias>", (4, 5, 3), 2)
    case("Dense<33, ReLU>", (67,), 5)

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

    for pool in ("MaxPool", "AveragePool"):
        case(f"{pool}<2>", (7, 5, 3), 2)
        case(f"{pool}<2, 2, Same>", (7, 5, 3), 2)
        case(f"{pool}<2, 2, Same, Strides<1>>", (5, 6, 3), 2)
        case(f"{pool}<2, 2, Strides<3>>", (8, 7, 3), 2)
        case(f"{pool}<2, 2, Same, Strides<3>>", (8, 7, 3), 2)
        case(f"{pool}<3, 3, Same, Strides<1>>", (7, 5, 5), 2)
        case(f"{pool}<3, 3, Strides<2>>", (7, 9, 3), 2)
        case(f"{pool}<3, 3, Same, Strides<2>>", (7, 6, 17), 2)
    case("GlobalAveragePool", (5, 7, 3), 2)

    for shape, batch in (((17,), 5), ((3, 5, 17), 4)):
        name = f"batch_norm_on_{extents(shape)}_"
        case("BatchNorm<>", shape, batch, name + "training")
        case("BatchNorm<>", shape, batch, name + "inference", training=False, gradients=False)
    case("BatchNorm<Momentum<0.9>, Epsilon<1e-5>>", (4, 3, 5), 11, "batch_norm_far_from_zero",
         input_offset=8)
    case("Rescaling<1.0 / 127.5, -1>", (4, 5, 3), 2, "rescaling_on_4x5x3", input_scale=127.5,
         input_offset=127.5)

    for name in ("ReLU", "Sigmoid", "Tanh", "Softmax"):
        case(name, (19,), 3, input_scale=4)
        case(name, (3, 5, 7), 2, input_scale=2)
        case(name, (19,), 3, name.lower() + "_far_from_zero", input_scale=100,
             gradients=name != "Softmax")  # there its gradients are but rounding

    case("Add<Conv2D<3, 3, 3, Same>, Identity>", (6, 5, 3), 2, "add_identity")
    case("Sequential<Add<Sequential<Conv2D<5, 3, 3, ReLU, Same, Strides<2>>, "
         "Conv2D<5, 3, 3, Same>>, Conv2D<5, 1, 1, Strides<2>>>, ReLU>", (7, 6, 3), 2,
         "add_projection")
    case("Concat<Conv2D<2, 1, 1>, Conv2D<4, 3, 3, Same>, Identity>", (6, 5, 3), 2, "concat")
    case("Concat<Add<Conv2D<4, 1, 1>, Sequential<Conv2D<4, 3, 3, Tanh, Same>, BatchNorm<>>>, "
         "MaxPool<3, 3, Same, Strides<1>>>", (6, 5, 3), 3, "branches_in_branches")
    table.write()


# Losses


def loss_case(table, name, loss, activation, inputs, y):
    """Of logits where there is an activation, which Keras then fuses; of predictions otherwise."""
    inputs, y = np.asarray(inputs, np.float32), np.asarray(y)
    sparse = y.dtype.kind == "i"
    make = getattr(keras.losses, loss)
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
    clipped = activation is None and loss != "MeanSquaredError"
    outputs, losses, mean, gradient = run("float32") if clipped else exactly(name, run)
    how = f"at the logits of {activation}" if activation else "at plain predictions"
    table.case(name, f"{loss} {how}, {extents(inputs.shape[1:])} an example", {
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
    table.write()


# Optimizers


def optimizer_case(table, name, text, gradient_scale=1.0, *, steps=20, sizes=(17,), scale=1.0):
    size, cuts = sum(sizes), np.cumsum(sizes)[:-1]
    start = Tensor("weights", (size,), 1, scale)
    gradients = Tensor("gradients", (steps, size), 2, gradient_scale)

    def run(floatx):
        keras.config.set_floatx(floatx)
        all_w = [keras.Variable(w, dtype=floatx) for w in np.split(start.filled(), cuts)]
        keras_optimizer, after = optimizer(text), []
        for g in gradients.filled().astype(floatx):
            keras_optimizer.apply([tf.constant(part) for part in np.split(g, cuts)], all_w)
            after.append(np.concatenate([w.numpy() for w in all_w]))
        lists = [getattr(keras_optimizer, kind, None) or []
                 for kind in ("momentums", "_momentums", "_velocities", "_velocity_hats")]
        moments = [np.concatenate([m.numpy() for m in every]) for every in lists if every]
        return [after, [*moments, [], [], []][:3]]

    after, moments = exactly(name, run)
    table.case(name, text, {
        "steps": str(steps),
        "sizes": table.array("sizes", "std::size_t", map(str, sizes)),
        "weights": table.tensor(start),
        "gradients": table.tensor(gradients),
        "after_1": table.floats("after_1", after[0]),
        "after_2": table.floats("after_2", after[1]),
        "after_5": table.floats("after_5", after[4]),
        "after": table.floats("after", after[-1]),
        "first_moment": table.floats("first_moment", moments[0]),
        "second_moment": table.floats("second_moment", moments[1]),
        "third_moment": table.floats("third_moment", moments[2]),
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
    table.write()


# Whole networks


def net_case(table, name, type_, shape, classes, batch, steps, optimizer_text, scale=0.1,
             parameter_count=None):
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
        model.compile(optimizer(optimizer_text), "sparse_categorical_crossentropy",
                      metrics=["accuracy"])
        images = x.filled().astype(floatx)
        before = model.predict(images, batch_size=batch, verbose=0)
        logs = [model.train_on_batch(images[i:i + batch], y[i:i + batch])
                for i in range(0, count, batch)]
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


def main():
    tf.config.threading.set_intra_op_parallelism_threads(1)
    print(VERSIONS)
    write_layers()
    write_losses()
    write_optimizers()
    write_nets()
    write_training()
    write_summaries()
    write_progress()


if __name__ == "__main__":
    main()

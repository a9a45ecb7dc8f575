# SPDX-License-Identifier: MIT
"""The networks of ../workloads/, once more, for every peer that is spoken to in Python.

A peer's builder walks the layers in order, into the body of an Add before its shortcut: so it
meets the weights in the order that Keras numbers them in (conv2d, conv2d_1 ...).
"""
from dataclasses import dataclass


@dataclass
class Conv:
    filters: int
    size: int
    activation: str | None = None
    same: bool = False
    stride: int = 1


@dataclass
class MaxPool:
    size: int


@dataclass
class AveragePool:
    size: int


@dataclass
class Dense:
    units: int
    activation: str | None = None


@dataclass
class Dropout:
    rate: float


@dataclass
class Add:
    body: list
    shortcut: list


class Flatten: pass
class BatchNorm: pass
class ReLU: pass


@dataclass
class Net:
    input: tuple
    layers: list


def residual(filters, stride=1):
    body = [Conv(filters, 3, same=True, stride=stride), BatchNorm(), ReLU(),
            Conv(filters, 3, same=True), BatchNorm()]
    shortcut = [Conv(filters, 1, same=True, stride=stride)] if stride > 1 else []
    return [Add(body, shortcut), ReLU()]


NETS = {
    "mission": Net((28, 28, 1), [
        Conv(32, 5), MaxPool(2), Flatten(), Dense(10, "softmax")]),
    "course_3_2": Net((28, 28, 1), [
        Conv(32, 5, "relu"), MaxPool(2), Conv(64, 5, "relu"), MaxPool(2),
        Flatten(), Dense(10, "softmax")]),
    "course_5_2": Net((28, 28, 1), [
        Conv(64, 7, "relu", same=True), MaxPool(2), Conv(128, 3, "relu", same=True), MaxPool(2),
        Flatten(), Dense(64, "relu"), Dense(10, "softmax")]),
    "mnist_convnet": Net((28, 28, 1), [
        Conv(32, 3, "relu"), MaxPool(2), Conv(64, 3, "relu"), MaxPool(2),
        Flatten(), Dropout(0.5), Dense(10, "softmax")]),
    "mlp": Net((784,), [Dense(512, "relu"), Dense(512, "relu"), Dense(10, "softmax")]),
    "resnet8": Net((32, 32, 3), [
        Conv(16, 3, same=True), BatchNorm(), ReLU(),
        *residual(16), *residual(32, stride=2), *residual(64, stride=2),
        AveragePool(8), Flatten(), Dense(10, "softmax")]),
    "policy": Net((3,), [Dense(64, "relu"), Dense(64, "relu"), Dense(1)]),
    "conv_28x28x1_5x5_32": Net((28, 28, 1), [Conv(32, 5)]),
    "conv_12x12x32_5x5_64": Net((12, 12, 32), [Conv(64, 5)]),
    "conv_16x16x64_3x3_64": Net((16, 16, 64), [Conv(64, 3, same=True)]),
    "dense_512_512": Net((512,), [Dense(512)]),
}

BATCH_NORM = {"momentum": 0.99, "epsilon": 1e-3}


class Weights:
    """The weights of a safetensors file that inlay wrote, layer by layer."""

    def __init__(self, file):
        from safetensors.numpy import load_file
        self.tensors = load_file(file)
        self.met = {}

    def next(self, layer):
        """The tensors of the next layer of a kind, by name: next("conv2d")["kernel"]."""
        number = self.met.get(layer, 0)
        self.met[layer] = number + 1
        prefix = f"{layer}_{number}/" if number else f"{layer}/"
        return {name.removeprefix(prefix): tensor for name, tensor in self.tensors.items()
                if name.startswith(prefix)}


def without_dropout(layers):
    return [layer for layer in layers if not isinstance(layer, Dropout)]

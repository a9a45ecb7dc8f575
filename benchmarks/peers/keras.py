# SPDX-License-Identifier: MIT
"""Keras on TensorFlow: one compiled train step on tensors that are ready, without fit around it."""
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ["KERAS_BACKEND"] = "tensorflow"

import keras
import tensorflow as tf

from . import data, nets
from .protocol import fastest, serve


def build(net, file, dropout=True, batch=None):
    """The network with inlay's weights."""
    weights = nets.Weights(file)
    inputs = keras.Input(net.input, batch_size=batch)

    def weighted(kind, layer, x, names):
        y = layer(x)
        tensors = weights.next(kind)
        layer.set_weights([tensors[name] for name in names])
        return y

    def walk(layers, x):
        for layer in layers:
            match layer:
                case nets.Conv():
                    x = weighted("conv2d", keras.layers.Conv2D(
                        layer.filters, layer.size, strides=layer.stride,
                        padding="same" if layer.same else "valid",
                        activation=layer.activation), x, ["kernel", "bias"])
                case nets.Dense():
                    x = weighted("dense", keras.layers.Dense(
                        layer.units, activation=layer.activation), x, ["kernel", "bias"])
                case nets.BatchNorm():
                    x = weighted("batch_normalization",
                                 keras.layers.BatchNormalization(**nets.BATCH_NORM), x,
                                 ["gamma", "beta", "moving_mean", "moving_variance"])
                case nets.MaxPool():
                    x = keras.layers.MaxPooling2D(layer.size)(x)
                case nets.AveragePool():
                    x = keras.layers.AveragePooling2D(layer.size)(x)
                case nets.Flatten():
                    x = keras.layers.Flatten()(x)
                case nets.ReLU():
                    x = keras.layers.ReLU()(x)
                case nets.Dropout():
                    x = keras.layers.Dropout(layer.rate)(x) if dropout else x
                case nets.Add():
                    x = keras.layers.Add()([walk(layer.body, x), walk(layer.shortcut, x)])
        return x

    return keras.Model(inputs, walk(net.layers, inputs))


class Training:
    """A network, its optimizer, and the compiled step."""

    def __init__(self, facts, file, dropout, xla=False):
        kinds = {"sgd": keras.optimizers.SGD, "adam": keras.optimizers.Adam}
        self.model = build(nets.NETS[facts["net"]], file, dropout)
        self.model.compile(optimizer=kinds[facts["optimizer"]](facts["rate"]),
                           loss="sparse_categorical_crossentropy", jit_compile=False)
        self.model.optimizer.build(self.model.trainable_variables)
        self.variables = [*self.model.variables, *self.model.optimizer.variables]
        self.initial = [tf.identity(variable.value) for variable in self.variables]
        self.step = tf.function(lambda x, y: self.model.train_step((x, y)), jit_compile=xla)

    def reset(self):
        for variable, value in zip(self.variables, self.initial):
            variable.assign(value)


class Keras:
    about = f"Keras {keras.__version__} on TensorFlow {tf.__version__}"

    def __init__(self, threads):
        tf.config.threading.set_intra_op_parallelism_threads(threads)
        tf.config.threading.set_inter_op_parallelism_threads(threads)

    def begin(self, facts, file):
        keras.backend.clear_session()
        self.facts, self.file = facts, file
        shape, batch = nets.NETS[facts["net"]].input, facts["batch"]
        self.x = [tf.constant(x) for x in data.images(batch, shape)]
        self.turn = 0
        if facts["mode"] == "train":
            self.y = [tf.constant(y) for y in data.labels(batch, facts["outputs"])]
            self.run = self.train
            layers = nets.NETS[facts["net"]].layers
            convolves = any(isinstance(layer, nets.Conv) for layer in layers)
            self.variant = "graph" if convolves else fastest(["graph", "XLA"], self)
            self.use(self.variant)
        else:
            self.model = build(nets.NETS[facts["net"]], file)
            self.call = tf.function(lambda x: self.model(x, training=False))
            self.run = self.forward

    def use(self, variant):
        """XLA is worth a try on dense layers; it takes three times as long on convolutions."""
        self.training = Training(self.facts, self.file, dropout=True, xla=variant == "XLA")

    def reset(self):
        self.turn = 0
        if self.facts["mode"] == "train":
            self.training.reset()

    def check(self):
        if self.facts["mode"] != "train":
            return [value for x in self.x for value in self.call(x).numpy().ravel()]
        training = Training(self.facts, self.file, dropout=False)
        losses = []
        for k in range(data.CHECKED_STEPS):
            training.model.reset_metrics()
            logs = training.step(self.x[k % data.RING], self.y[k % data.RING])
            losses.append(float(logs["loss"]))
        return losses

    def train(self, count):
        for _ in range(count):
            logs = self.training.step(self.x[self.turn], self.y[self.turn])
            self.turn = (self.turn + 1) % data.RING
        float(logs["loss"])  # TensorFlow may still be at work until somebody looks

    def forward(self, count):
        for _ in range(count):
            y = self.call(self.x[self.turn])
            self.turn = (self.turn + 1) % data.RING
        y.numpy()


if __name__ == "__main__":
    serve(Keras)

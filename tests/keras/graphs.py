#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes graphs.hpp: Keras's numbers for networks that are graphs, 20 steps of Adam each.

    peers/bin/python tests/keras/graphs.py      # as for generate.py, whose words it uses

Each network is a function that calls Keras's layers as the type above its case in graphs.cpp says;
it returns the inputs, the outputs, and the layers in inlay's order.
"""
import math

import generate as g
from generate import L, Tensor, keras, np


def unet():
    x = L.Input((8, 8, 2))
    conv = [L.Conv2D(n, 3, padding="same", activation="relu") for n in (4, 6, 8, 6, 4)]
    last = L.Conv2D(3, 1, activation="softmax")
    full = conv[0](x)
    half = conv[1](L.MaxPooling2D(2)(full))
    y = conv[2](L.MaxPooling2D(2)(half))
    y = conv[3](L.Concatenate()([L.UpSampling2D(2)(y), half]))
    y = conv[4](L.Concatenate()([L.UpSampling2D(2)(y), full]))
    return [x], [last(y)], [*conv, last]


def two():
    image, meta = L.Input((6, 5, 1), name="image"), L.Input((5,), name="meta")
    a, b = L.Dense(8, activation="relu"), L.Dense(12, activation="relu")
    kind, box = L.Dense(4, activation="softmax", name="kind"), L.Dense(3, name="box")
    y = b(L.Concatenate()([L.Flatten()(image), a(meta)]))
    return [image, meta], [kind(y), box(y)], [a, b, kind, box]


def siamese():
    left, right = L.Input((5, 4, 2), name="left"), L.Input((5, 4, 2), name="right")
    layers = [L.Conv2D(3, 3, activation="relu"), L.Flatten(), L.Dense(6, activation="tanh")]
    tower = keras.Sequential([L.Input((5, 4, 2)), *layers], name="tower")
    last = L.Dense(1, activation="sigmoid")
    return [left, right], [last(L.Subtract()([tower(left), tower(right)]))], \
        [layers[0], layers[2], last]


def twice():
    x = L.Input((6,))
    turn, last = L.Dense(6, activation="tanh", name="turn"), L.Dense(2)
    return [x], [last(turn(turn(x)))], [turn, last]


def inception():
    x = L.Input((7, 6, 3))
    def conv(n, k): return L.Conv2D(n, k, padding="same", activation="relu")
    first, a, b1, b2, c1, c2, d = (conv(5, 3), conv(3, 1), conv(2, 1), conv(4, 3), conv(2, 1),
                                   conv(3, 5), conv(2, 1))
    last = L.Dense(4, activation="softmax")
    y = first(x)
    pool = L.MaxPooling2D(3, strides=1, padding="same")
    y = L.Concatenate()([a(y), b2(b1(y)), c2(c1(y)), d(pool(y))])
    return [x], [last(L.GlobalAveragePooling2D()(y))], [first, a, b1, b2, c1, c2, d, last]


def outputs():
    x = L.Input((5, 3))
    encoder = L.LSTM(4, return_sequences=True, return_state=True)
    attention, last = L.MultiHeadAttention(2, 3, use_bias=False), L.Dense(2)
    y, h, c = encoder(x)
    y, scores = attention(y, y, return_attention_scores=True)
    y = L.Concatenate()([L.Flatten()(y), h, c, L.Flatten()(scores)])
    return [x], [last(y)], [encoder, attention, last]


def graph_case(table, name, network, losses, weights=None, metrics=None, *, batch=4, steps=20,
               rate=0.005, scale=0.4):
    """`losses` names a loss for each output: classes of as many features, or rows of numbers."""
    def build(floatx):
        keras.backend.clear_session()
        keras.config.set_floatx(floatx)
        keras.utils.set_random_seed(0)
        inputs, outputs, layers = network()
        return (keras.Model(inputs, outputs), [v for layer in layers for v in layer.weights],
                [tuple(i.shape[1:]) for i in inputs], [tuple(o.shape[1:]) for o in outputs])

    count = batch * steps
    model, variables, ins, outs = build("float64")
    numbers = iter(range(1, 100))
    x = [Tensor("input", (count, *shape), next(numbers), 1.0) for shape in ins]
    rows, classes = [], []
    for loss, shape in zip(losses, outs, strict=True):
        sparse = loss == "SparseCategoricalCrossentropy"
        binary = loss == "BinaryCrossentropy"
        size = (count, *shape[:-1]) if sparse else (count, *shape)
        number = next(numbers)
        classes.append((size, number, shape[-1] if sparse else 2 if binary else 0))
        rows.append(Tensor("target", size if not sparse and not binary else (0,), number, 1.0))
    tensors = g.fill(variables, next(numbers), scale)

    def run(floatx):
        model, variables, _, _ = build(floatx)
        for v, t in zip(variables, tensors, strict=True):
            v.assign(t.filled())
        made = [getattr(keras.losses, loss)() for loss in losses]
        model.compile(keras.optimizers.Adam(rate), made, loss_weights=weights, metrics=metrics)
        data = [t.filled().astype(floatx) for t in x]
        y = [g.label_values(math.prod(size), number, most).reshape(size) if most
             else t.filled().astype(floatx)
             for (size, number, most), t in zip(classes, rows, strict=True)]
        before = model.predict(data, batch_size=batch, verbose=0)
        logs = [model.train_on_batch([d[i:i + batch] for d in data], [t[i:i + batch] for t in y])
                for i in range(0, count, batch)]
        return [before if len(outs) > 1 else [before], np.ravel(logs),
                [v.numpy() for v in variables],
                np.ravel(model.evaluate(data, y, batch_size=batch, verbose=0))]

    before, logs, after, evaluated = g.exactly(name, run)
    print(f"  {name}: logs of the first step {logs[:len(logs) // steps]}")
    table.case(name, f"{name}: Adam, learning rate {rate}; {', '.join(losses)}", {
        "batch": str(batch),
        "steps": str(steps),
        "rate": g.floating(rate),
        "inputs": table.tensors("inputs", x),
        "rows": table.tensors("rows", rows),
        "classes": table.array("classes", "Labels", [
            table.labels(math.prod(size) if most else 0, number, most)
            for size, number, most in classes]),
        "weights": table.tensors("weights", tensors),
        "predictions": table.expecteds("predictions", before, 32),
        "logs": table.floats("logs", logs),
        "weights_after": table.expecteds("weights_after", after, 32),
        "evaluate": table.floats("evaluate", evaluated),
    })


def main():
    g.tf.config.threading.set_intra_op_parallelism_threads(1)
    sparse, square = "SparseCategoricalCrossentropy", "MeanSquaredError"
    table = g.Table("graphs", "networks that are graphs", "GraphCase")
    graph_case(table, "unet", unet, [sparse])
    graph_case(table, "two", two, [sparse, square], [1, 0.5], [["accuracy"], []])
    graph_case(table, "siamese", siamese, ["BinaryCrossentropy"])
    graph_case(table, "twice", twice, [square])
    graph_case(table, "inception", inception, [sparse], batch=6, scale=0.6)
    graph_case(table, "outputs", outputs, [square])
    table.write()


if __name__ == "__main__":
    main()

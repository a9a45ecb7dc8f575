# SPDX-License-Identifier: MIT
"""A network as an ONNX model with inlay's weights: channels first, as ONNX has it."""
import numpy
from onnx import TensorProto, checker, helper, numpy_helper

from . import nets


class Graph:
    """The nodes and the weights of a model that grows from its input to its output."""

    def __init__(self, weights):
        self.weights, self.nodes, self.tensors = weights, [], []

    def constant(self, array):
        name = f"w{len(self.tensors)}"
        array = numpy.ascontiguousarray(array, numpy.float32)
        self.tensors.append(numpy_helper.from_array(array, name))
        return name

    def node(self, kind, *inputs, **attributes):
        name = f"v{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def activation(self, name, x):
        kinds = {"relu": "Relu", "softmax": "Softmax"}
        return self.node(kinds[name], x) if name else x

    def walk(self, layers, x, shape):
        """Appends layers behind the value x of a shape (height, width, channels) or (units,)."""
        flattened = None
        for layer in layers:
            match layer:
                case nets.Conv():
                    w = self.weights.next("conv2d")
                    x = self.node("Conv", x, self.constant(w["kernel"].transpose(3, 2, 0, 1)),
                                  self.constant(w["bias"]), strides=[layer.stride] * 2,
                                  auto_pad="SAME_UPPER" if layer.same else "VALID")
                    x = self.activation(layer.activation, x)
                    out = [-(-n // layer.stride) if layer.same
                           else (n - layer.size) // layer.stride + 1 for n in shape[:2]]
                    shape = (*out, layer.filters)
                case nets.Dense():
                    w = self.weights.next("dense")
                    kernel = w["kernel"]
                    if flattened:  # its rows in the order of channels, height, width
                        kernel = kernel.reshape(*flattened, -1).transpose(2, 0, 1, 3)
                        kernel, flattened = kernel.reshape(-1, layer.units), None
                    x = self.node("Gemm", x, self.constant(kernel), self.constant(w["bias"]))
                    x = self.activation(layer.activation, x)
                    shape = (layer.units,)
                case nets.BatchNorm():
                    w = self.weights.next("batch_normalization")
                    names = ("gamma", "beta", "moving_mean", "moving_variance")
                    x = self.node("BatchNormalization", x,
                                  *(self.constant(w[name]) for name in names),
                                  epsilon=nets.BATCH_NORM["epsilon"])
                case nets.MaxPool() | nets.AveragePool():
                    kind = type(layer).__name__
                    x = self.node(kind, x, kernel_shape=[layer.size] * 2, strides=[layer.size] * 2)
                    shape = (shape[0] // layer.size, shape[1] // layer.size, shape[2])
                case nets.Flatten():
                    x = self.node("Flatten", x)
                    flattened, shape = shape, (shape[0] * shape[1] * shape[2],)
                case nets.ReLU():
                    x = self.node("Relu", x)
                case nets.Dropout():
                    pass
                case nets.Add():
                    body, after = self.walk(layer.body, x, shape)
                    shortcut, _ = self.walk(layer.shortcut, x, shape)
                    x, shape = self.node("Add", body, shortcut), after
        return x, shape


def channels_first(x):
    """Images as ONNX takes them."""
    return numpy.ascontiguousarray(x.transpose(0, 3, 1, 2)) if x.ndim == 4 else x


def channels_last(y):
    """And what it answers, as inlay does."""
    return y.transpose(0, 2, 3, 1) if y.ndim == 4 else y


def export(net, weights_file, batch):
    """The bytes of the model for batches of one size."""
    graph = Graph(nets.Weights(weights_file))
    last, shape = graph.walk(net.layers, "input", net.input)
    given = (net.input[2], *net.input[:2]) if len(net.input) == 3 else net.input
    value = helper.make_tensor_value_info
    model = helper.make_model(
        helper.make_graph(graph.nodes, "net",
                          [value("input", TensorProto.FLOAT, (batch, *given))],
                          [value(last, TensorProto.FLOAT, (batch, *shape))], graph.tensors),
        opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    checker.check_model(model)
    return model.SerializeToString()

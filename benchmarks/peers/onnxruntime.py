# SPDX-License-Identifier: MIT
"""ONNX Runtime: all its graph optimizations, inputs and outputs bound once."""
import numpy
import onnxruntime

from . import onnx_model
from .answering import Answering
from .protocol import serve


class OnnxRuntime(Answering):
    about = f"ONNX Runtime {onnxruntime.__version__}"
    ready = staticmethod(onnx_model.channels_first)
    channels_last = staticmethod(onnx_model.channels_last)

    def __init__(self, threads):
        self.options = onnxruntime.SessionOptions()
        self.options.intra_op_num_threads = threads
        self.options.inter_op_num_threads = 1
        self.options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL

    def load(self, net, facts, file):
        model = onnx_model.export(net, file, facts["batch"])
        self.session = onnxruntime.InferenceSession(model, self.options,
                                                    providers=["CPUExecutionProvider"])
        output = self.session.get_outputs()[0]
        self.y = numpy.empty(output.shape, numpy.float32)
        self.bindings = {}
        for x in self.x:
            binding = self.session.io_binding()
            binding.bind_cpu_input("input", x)
            binding.bind_output(output.name, "cpu", 0, numpy.float32, self.y.shape,
                                self.y.ctypes.data)
            self.bindings[id(x)] = binding

    def call(self, x):
        self.session.run_with_iobinding(self.bindings[id(x)])
        return self.y


if __name__ == "__main__":
    serve(OnnxRuntime)

# SPDX-License-Identifier: MIT
"""OpenVINO in single precision, tuned for latency, inputs and outputs shared."""
import openvino

from . import onnx_model
from .answering import Answering
from .protocol import serve


class OpenVino(Answering):
    about = f"OpenVINO {openvino.__version__.split('-')[0]}"
    ready = staticmethod(onnx_model.channels_first)
    channels_last = staticmethod(onnx_model.channels_last)

    def __init__(self, threads):
        self.core = openvino.Core()
        self.settings = {"PERFORMANCE_HINT": "LATENCY", "INFERENCE_NUM_THREADS": threads,
                         "INFERENCE_PRECISION_HINT": "f32", "NUM_STREAMS": 1,
                         "ENABLE_CPU_PINNING": False}

    def load(self, net, facts, file):
        model = self.core.read_model(onnx_model.export(net, file, facts["batch"]))
        compiled = self.core.compile_model(model, "CPU", self.settings)
        self.requests = {}
        for x in self.x:  # a request each, so that nothing is bound while the clock runs
            request = self.requests[id(x)] = compiled.create_infer_request()
            request.set_input_tensor(openvino.Tensor(x, shared_memory=True))

    def call(self, x):
        return self.requests[id(x)].infer(share_outputs=True)[0]


if __name__ == "__main__":
    serve(OpenVino)

# SPDX-License-Identifier: MIT
"""LiteRT with XNNPACK, on the model that TensorFlow's converter makes of the Keras one."""
import importlib.metadata

import tensorflow as tf
from ai_edge_litert.interpreter import Interpreter

from .answering import Answering
from .keras import build
from .protocol import serve


class LiteRt(Answering):
    about = f"LiteRT {importlib.metadata.version('ai-edge-litert')}"

    def __init__(self, threads):
        self.threads = threads

    def load(self, net, facts, file):
        model = build(net, file, batch=facts["batch"])
        content = tf.lite.TFLiteConverter.from_keras_model(model).convert()
        self.interpreter = Interpreter(model_content=content, num_threads=self.threads)
        self.interpreter.allocate_tensors()
        self.put = self.interpreter.tensor(self.interpreter.get_input_details()[0]["index"])
        self.get = self.interpreter.tensor(self.interpreter.get_output_details()[0]["index"])

    def call(self, x):
        self.put()[:] = x
        self.interpreter.invoke()
        return self.get()


if __name__ == "__main__":
    serve(LiteRt)

# SPDX-License-Identifier: MIT
"""What peers have in common that only answer: the ring of inputs, and a call for each."""
from . import data, nets


class Answering:
    """Derived classes load a model (load) and answer for a ready input (call -> array)."""

    @staticmethod
    def ready(x):
        return x

    @staticmethod
    def channels_last(y):
        return y

    def begin(self, facts, file):
        net = nets.NETS[facts["net"]]
        self.turn, self.outputs = 0, facts["outputs"]
        self.x = [self.ready(x) for x in data.images(facts["batch"], net.input)]
        self.load(net, facts, file)

    def reset(self):
        self.turn = 0

    def check(self):
        return [value for x in data.checked(self.x, self.outputs)
                for value in self.channels_last(self.call(x)).ravel().tolist()]

    def run(self, count):
        for _ in range(count):
            self.call(self.x[self.turn])
            self.turn = (self.turn + 1) % data.RING

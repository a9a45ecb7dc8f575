# SPDX-License-Identifier: MIT
"""PyTorch: the faster of its two layouts; traced, frozen and optimized where it only answers."""
import copy
import warnings

import torch
from torch import nn

from . import data, nets
from .protocol import fastest, serve

LAYOUTS = {"NCHW": torch.contiguous_format, "channels_last": torch.channels_last}
warnings.filterwarnings("ignore", category=DeprecationWarning)


class Add(nn.Module):
    def __init__(self, body, shortcut):
        super().__init__()
        self.body, self.shortcut = body, shortcut

    def forward(self, x):
        return self.body(x) + self.shortcut(x)


class FlattenAsKeras(nn.Module):
    """Height, width, channels: free where the channels come last in memory."""

    def forward(self, x):
        return x.permute(0, 2, 3, 1).flatten(1)


def build(net, file, layout, dropout=True, logits=False):
    """The network with inlay's weights; dense weights behind a map take the layout's order."""
    weights = nets.Weights(file)

    def tensor(array):
        return nn.Parameter(torch.from_numpy(array.copy()).contiguous())

    def convolution(layer, shape):
        height, width, channels = shape
        tensors = weights.next("conv2d")
        out = [-(-n // layer.stride) if layer.same else (n - layer.size) // layer.stride + 1
               for n in (height, width)]
        pads = [max((o - 1) * layer.stride + layer.size - n, 0) if layer.same else 0
                for o, n in zip(out, (height, width))]
        even = all(pad % 2 == 0 for pad in pads)
        module = nn.Conv2d(channels, layer.filters, layer.size, stride=layer.stride,
                           padding=[pad // 2 for pad in pads] if even else 0)
        module.weight = tensor(tensors["kernel"].transpose(3, 2, 0, 1))
        module.bias = tensor(tensors["bias"])
        if not even:  # TensorFlow pads below and to the right
            module = nn.Sequential(nn.ZeroPad2d((0, pads[1], 0, pads[0])), module)
        return [module, *activation(layer)], (*out, layer.filters)

    def dense(layer, shape, map_before):
        tensors = weights.next("dense")
        kernel = tensors["kernel"]
        if map_before and layout == "NCHW":
            kernel = kernel.reshape(*map_before, -1).transpose(2, 0, 1, 3)
            kernel = kernel.reshape(-1, layer.units)
        module = nn.Linear(shape[0], layer.units)
        module.weight, module.bias = tensor(kernel.T), tensor(tensors["bias"])
        return [module, *activation(layer)], (layer.units,)

    def activation(layer):
        if layer.activation == "softmax":
            return [] if logits else [nn.Softmax(1)]
        return [nn.ReLU()] if layer.activation == "relu" else []

    def normalization(shape):
        tensors = weights.next("batch_normalization")
        module = nn.BatchNorm2d(shape[-1], eps=nets.BATCH_NORM["epsilon"],
                                momentum=1 - nets.BATCH_NORM["momentum"])
        module.weight, module.bias = tensor(tensors["gamma"]), tensor(tensors["beta"])
        module.running_mean = torch.from_numpy(tensors["moving_mean"].copy())
        module.running_var = torch.from_numpy(tensors["moving_variance"].copy())
        return [module], shape

    def walk(layers, shape):
        modules, flattened = [], None
        for layer in layers:
            before = flattened
            flattened = None
            match layer:
                case nets.Conv():
                    more, shape = convolution(layer, shape)
                case nets.Dense():
                    more, shape = dense(layer, shape, before)
                case nets.BatchNorm():
                    more, shape = normalization(shape)
                case nets.MaxPool():
                    more = [nn.MaxPool2d(layer.size)]
                    shape = (shape[0] // layer.size, shape[1] // layer.size, shape[2])
                case nets.AveragePool():
                    more = [nn.AvgPool2d(layer.size)]
                    shape = (shape[0] // layer.size, shape[1] // layer.size, shape[2])
                case nets.Flatten():
                    more = [nn.Flatten() if layout == "NCHW" else FlattenAsKeras()]
                    flattened, shape = shape, (shape[0] * shape[1] * shape[2],)
                case nets.Dropout():
                    more, flattened = [nn.Dropout(layer.rate)] if dropout else [], before
                case nets.ReLU():
                    more = [nn.ReLU()]
                case nets.Add():
                    body, after = walk(layer.body, shape)
                    shortcut, _ = walk(layer.shortcut, shape)
                    more, shape = [Add(body, shortcut)], after
            modules += more
        return nn.Sequential(*modules), shape

    return walk(net.layers, net.input)[0].to(memory_format=LAYOUTS[layout])


class Training:
    def __init__(self, facts, file, layout, dropout):
        self.model = build(nets.NETS[facts["net"]], file, layout, dropout, logits=True).train()
        self.loss = nn.CrossEntropyLoss()
        self.initial = copy.deepcopy(self.model.state_dict())
        self.make_optimizer = lambda: {
            "sgd": lambda p, rate: torch.optim.SGD(p, rate, fused=True),
            "adam": lambda p, rate: torch.optim.Adam(p, rate, eps=1e-7, fused=True),
        }[facts["optimizer"]](self.model.parameters(), facts["rate"])
        self.optimizer = self.make_optimizer()

    def reset(self):
        self.model.load_state_dict(self.initial)
        self.optimizer = self.make_optimizer()

    def as_keras(self, step):
        """Keras adds Adam's epsilon before it corrects the bias of v: for the check, the same."""
        for group in self.optimizer.param_groups:
            if "betas" in group:
                group["eps"] = 1e-7 / (1 - group["betas"][1] ** (step + 1)) ** 0.5

    def step(self, x, y):
        self.optimizer.zero_grad(set_to_none=True)
        loss = self.loss(self.model(x), y)
        loss.backward()
        self.optimizer.step()
        return loss


class PyTorch:
    about = f"PyTorch {torch.__version__.split('+')[0]}"

    def __init__(self, threads):
        torch.set_num_threads(threads)
        torch.set_flush_denormal(True)

    def begin(self, facts, file):
        self.facts, self.file, self.turn = facts, file, 0
        self.run = self.train if facts["mode"] == "train" else self.forward
        layouts = list(LAYOUTS) if len(nets.NETS[facts["net"]].input) == 3 else ["NCHW"]
        self.variant = fastest(layouts, self)
        self.use(self.variant)

    def use(self, layout):
        facts = self.facts
        net, batch = nets.NETS[facts["net"]], facts["batch"]
        self.x = [self.ready(x, layout) for x in data.images(batch, net.input)]
        if facts["mode"] == "train":
            self.y = [torch.from_numpy(y) for y in data.labels(batch, facts["outputs"])]
            self.training = Training(facts, self.file, layout, dropout=True)
        else:
            model = build(net, self.file, layout).eval()
            with torch.inference_mode(False), torch.no_grad():
                traced = torch.jit.freeze(torch.jit.trace(model, self.x[0]))
                self.model = torch.jit.optimize_for_inference(traced)

    @staticmethod
    def ready(x, layout):
        x = torch.from_numpy(x)
        if x.dim() == 4:
            x = x.permute(0, 3, 1, 2).contiguous(memory_format=LAYOUTS[layout])
        return x

    def reset(self):
        self.turn = 0
        if self.facts["mode"] == "train":
            self.training.reset()

    def check(self):
        if self.facts["mode"] != "train":
            with torch.no_grad():
                outputs = [self.model(x) for x in data.checked(self.x, self.facts["outputs"])]
            return [value for y in outputs for value in
                    (y.permute(0, 2, 3, 1) if y.dim() == 4 else y).flatten().tolist()]
        training = Training(self.facts, self.file, self.variant, dropout=False)
        losses = []
        for k in range(data.CHECKED_STEPS):
            training.as_keras(k)
            losses.append(training.step(self.x[k % data.RING], self.y[k % data.RING]).item())
        return losses

    def train(self, count):
        for _ in range(count):
            self.training.step(self.x[self.turn], self.y[self.turn])
            self.turn = (self.turn + 1) % data.RING

    def forward(self, count):
        with torch.inference_mode():
            for _ in range(count):
                self.model(self.x[self.turn])
                self.turn = (self.turn + 1) % data.RING


if __name__ == "__main__":
    serve(PyTorch)

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Layers of random kinds, sizes and options under all the checks of check.hpp.

Always the same few; with INLAY_DEEP_TESTS in the environment many new ones, each on more numbers.
The seed is printed, so that a failure can be repeated with --seed.
"""
import argparse
import os
import pathlib
import random
import subprocess
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parent.parent
TOGETHER = 8  # layers in one source
FLAGS = ["-std=c++20", "-O1", "-DDOCTEST_CONFIG_NO_MULTITHREADING"]


def some(draw, *options):
    """Each option with an even chance, in a random order."""
    chosen = [option for option in options if draw.random() < 0.5]
    draw.shuffle(chosen)
    return "".join(f", {option}" for option in chosen)


def image(draw, least=3, most=12, channels=20):
    return draw.randint(least, most), draw.randint(least, most), draw.randint(1, channels)


def bound(layer, extents):
    return layer, f"Input<{', '.join(map(str, extents))}>"


def convolution(draw):
    extents = image(draw)
    same = draw.random() < 0.5
    height, width = (draw.randint(1, 7 if same else min(7, e)) for e in extents[:2])
    options = some(draw, "NoBias", draw.choice(["Tanh", "Sigmoid"]),
                   f"Strides<{draw.randint(1, 3)}, {draw.randint(1, 3)}>")
    padding = ", Same" if same else ""
    return bound(f"Conv2D<{draw.randint(1, 35)}, {height}, {width}{padding}{options}>", extents)


def fast_convolution(draw):
    extents = image(draw, least=5)
    size, tile = draw.choice([(3, 2), (3, 4), (5, 2), (2, 2), (2, 3), (3, 1)])
    options = some(draw, "NoBias", "Same", "Tanh")
    return bound(f"Conv2D<{draw.randint(1, 35)}, {size}, {size}, Fast<{tile}>{options}>", extents)


def pooled_convolution(draw):
    extents = image(draw, least=6, most=9, channels=6)  # few windows: no two cells nearly tied
    size = draw.choice([1, 2, 3, 5])
    options = some(draw, "NoBias", "Same", "Tanh", *(["Fast<2>"] if size > 1 else []))
    high, wide = draw.choice([(2, 2), (2, 2), (1, 2), (2, 1)])
    return bound(f"Sequential<Conv2D<{draw.randint(1, 6)}, {size}, {size}{options}>, "
                 f"MaxPool<{high}, {wide}>>", extents)


def depthwise(draw):
    extents = image(draw, channels=40)
    same = draw.random() < 0.5
    height, width = (draw.randint(1, 9 if same else min(9, e)) for e in extents[:2])
    fits = same or max(height, width) == 1
    options = some(draw, "NoBias", "Tanh", f"DepthMultiplier<{draw.randint(1, 9)}>",
                   f"Strides<{draw.randint(1, 3)}, {draw.randint(1, 3)}>",
                   *([f"Dilation<{draw.randint(1, 3)}>"] if fits else []))
    padding = ", Same" if same else ""
    return bound(f"DepthwiseConv2D<{height}, {width}{padding}{options}>", extents)


def dense(draw):
    extents = [draw.randint(1, 700)] if draw.random() < 0.7 else image(draw, 1, 6)
    return bound(f"Dense<{draw.randint(1, 90)}{some(draw, 'NoBias', 'Tanh')}>", extents)


def pool(draw):
    extents = image(draw, least=4)
    kind = draw.choice(["MaxPool", "AveragePool"])
    options = some(draw, f"Strides<{draw.randint(1, 3)}, {draw.randint(1, 3)}>", "Same")
    return bound(f"{kind}<{draw.randint(1, 4)}, {draw.randint(1, 4)}{options}>", extents)


def normalization(draw):
    linear = draw.choice(["Conv2D<{}, 3, 3>", "Conv2D<{}, 3, 3, Fast<2>>", "Conv2D<{}, 1, 1>"])
    return bound(f"Sequential<{linear.format(draw.randint(1, 20))}, BatchNorm<>, Tanh>",
                 image(draw, channels=8))


KINDS = [convolution, convolution, fast_convolution, pooled_convolution, dense, pool,
         normalization, depthwise]


def definitions():
    """The tests that hold naive definitions, as they are included."""
    for folder in "layer", "activation":
        for test in sorted((TESTS / folder).glob("*.cpp")):
            if "#if __INCLUDE_LEVEL__ == INLAY_SOURCE_LEVEL" in test.read_text(encoding="utf-8"):
                yield f'#include "{test}"\n'


def source(layers):
    calls = "\n".join(f"    check::network<{layer}, {extents}>();" if layer.startswith("Seq") else
                      f"    check::layer<{layer}, {extents}>();" for layer, extents in layers)
    return ("#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN\n"
            f'#include "{TESTS / "layer/check.hpp"}"\n{"".join(definitions())}\n'
            f"using namespace inlay;\n\nTEST_CASE(\"random layers\") {{\n{calls}\n}}\n")


def main():
    deep = "INLAY_DEEP_TESTS" in os.environ
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("--seed", type=int,
                        default=random.SystemRandom().randrange(10**6) if deep else 1)
    parser.add_argument("--layers", type=int, default=240 if deep else TOGETHER)
    parser.add_argument("flags", nargs="*", help="more flags for the compiler, behind --")
    chosen = parser.parse_args()
    draw = random.Random(chosen.seed)
    print(f"seed {chosen.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        file, program = pathlib.Path(folder) / "layers.cpp", pathlib.Path(folder) / "layers"
        for first in range(0, chosen.layers, TOGETHER):
            layers = [KINDS[k % len(KINDS)](draw)
                      for k in range(first, min(first + TOGETHER, chosen.layers))]
            file.write_text(source(layers))
            flags = chosen.flags if first % (2 * TOGETHER) else ["-march=native", *chosen.flags]
            subprocess.run([chosen.compiler, *FLAGS, *flags, "-I", TESTS.parent / "include", file,
                            "-o", program], check=True)
            if subprocess.run([program]).returncode != 0:
                print("\n".join(f"{layer} on {extents}" for layer, extents in layers))
                return f"seed {chosen.seed}: see above"
    return 0


if __name__ == "__main__":
    sys.exit(main())

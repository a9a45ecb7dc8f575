# SPDX-License-Identifier: MIT
"""What inlay costs to compile: five fixed programs, and networks of growing depth."""
import os
import re
import subprocess
import time

from .contestants import Failed
from .installing import ROOT, WORK
from .table import grid

FLAGS = ["-std=c++20", "-O2", "-march=native"]
PROGRAMS = {
    "readme": None,  # its first program
    "core_forward": ROOT / "benchmarks/compile/core_forward.cpp",
    "no_heap": ROOT / "examples/no_heap.cpp",
    "resnet8_training": ROOT / "benchmarks/compile/resnet8_training.cpp",
    "net_13m_training": ROOT / "benchmarks/memory.cpp",
}
DEPTHS = (10, 50, 200)
NAMES = [f"compile.{name}" for name in PROGRAMS] + [f"depth.{depth}" for depth in DEPTHS]

DEEP = """#include <inlay/inlay.hpp>
using namespace inlay;
using Net = Sequential<{layers}>;
int main() {{
    const std::vector<float> x(16), y(16);
    Model<Net, Input<16>> model{{1}};
    auto trainer = model.compile(SGD{{}}, MeanSquaredError{{}});
    return trainer.train_on_batch(x, y)[0] > 0 ? 0 : 1;
}}
"""


def source(name):
    """The file of a program; those that are not in the repository as such are written."""
    kind, _, rest = name.partition(".")
    if kind == "compile" and PROGRAMS[rest]:
        return PROGRAMS[rest]
    text = DEEP.format(layers=", ".join(["Dense<16, ReLU>"] * int(rest))) if kind == "depth" else \
        re.search(r"```cpp\n(.*?)```", (ROOT / "README.md").read_text(), re.S)[1]
    file = WORK / f"{name}.cpp"
    file.write_text(text)
    return file


def compile_once(compiler, name):
    """Seconds on the clock and of the processor, the most memory, and the bytes of code."""
    file, result = source(name), WORK / f"{name}.o"
    start = time.perf_counter()
    command = [compiler, *FLAGS, f"-I{ROOT / 'include'}", "-c", file, "-o", result]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(f"{name} does not compile with {compiler}:\n{complaint[:2000]}")
    sizes = subprocess.run(["size", result], check=True, text=True, stdout=subprocess.PIPE).stdout
    return {"seconds": time.perf_counter() - start, "processor": usage.ru_utime + usage.ru_stime,
            "memory": 1024 * usage.ru_maxrss, "code": int(sizes.split("\n")[1].split()[0])}


def run(name, settings, _):
    """The best of some compilations: what a busy machine adds is not the compiler's."""
    tries = [compile_once(settings.compiler, name) for _ in range(1 if settings.quick else 2)]
    return {"name": name, **min(tries, key=lambda one: one["processor"])}


def show(results, compiler):
    """The table, and how much more a late layer takes than an early one."""
    cells = [[f"compiled by {compiler} {' '.join(FLAGS)}", "time", "of the processor", "memory",
              "code"]]
    for row in results:
        cells.append([row["name"], f"{row['seconds']:.2f} s", f"{row['processor']:.2f} s",
                      f"{row['memory'] / 2**20:.0f} MiB", f"{row['code'] / 1024:.0f} KiB"])
    text = grid(cells)
    time_of = {row["name"]: row["processor"] for row in results}
    if all(f"depth.{depth}" in time_of for depth in DEPTHS):
        a, b, c = DEPTHS
        early, late = ((time_of[f"depth.{n}"] - time_of[f"depth.{m}"]) / (n - m)
                       for m, n in ((a, b), (b, c)))
        text += (f"\na layer takes {1e3 * early:.1f} ms up to {b} of them and {1e3 * late:.1f} ms "
                 f"up to {c}" + (": it grows" if late > 1.25 * early else ""))
    return text

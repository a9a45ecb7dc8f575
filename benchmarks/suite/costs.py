# SPDX-License-Identifier: MIT
"""What inlay costs to compile: fixed programs, and networks of growing depth."""
import functools
import os
import re
import shutil
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
    "resnet50_training": ROOT / "benchmarks/compile/resnet50_training.cpp",
    "resnet50_inference": ROOT / "benchmarks/compile/resnet50_inference.cpp",
    "net_13m_training": ROOT / "benchmarks/memory.cpp",
}
DEPTHS = (20, 100, 200)  # layers, trained; all of them tables of calls
NAMES = [f"compile.{name}" for name in [*PROGRAMS, *(f"depth_{depth}" for depth in DEPTHS)]]

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
    program = name.partition(".")[2]
    if PROGRAMS.get(program):
        return PROGRAMS[program]
    if program == "readme":
        text = re.search(r"```cpp\n(.*?)```", (ROOT / "README.md").read_text(), re.S)[1]
    else:
        depth = int(program.removeprefix("depth_"))
        text = DEEP.format(layers=", ".join(["Dense<16, ReLU>"] * depth))
    file = WORK / f"{name}.cpp"
    file.write_text(text)
    return file


def counted(file):
    """The user-mode instructions that perf has written down; None where it counts none."""
    text = file.read_text() if file.exists() else ""
    found = re.search(r"^(\d+),[^,]*,instructions", text, re.M)
    return int(found[1]) if found else None


@functools.cache
def counter():
    """How to count a command's instructions, or nothing where the machine has no counter."""
    file = WORK / "instructions"
    command = ["perf", "stat", "-x,", "-e", "instructions:u", "-o", file, "--"]
    file.unlink(missing_ok=True)
    if shutil.which("perf"):
        subprocess.run([*command, "true"], check=False, capture_output=True)
    return command if counted(file) else []


def compilation(compiler, name):
    """The command that compiles a program."""
    return [compiler, *FLAGS, f"-I{ROOT / 'include'}", "-c", source(name), "-o", object_of(name)]


def object_of(name):
    """Where its object file goes."""
    return WORK / f"{name}.o"


def counted_slowly(command):
    """The same for a command and all that it calls, by valgrind: forty times as slow, and exact
    whatever else the machine does. None without valgrind."""
    if not shutil.which("valgrind"):
        return None
    valgrind = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--trace-children=yes",
                "--cachegrind-out-file=/dev/null"]
    told = subprocess.run([*valgrind, *command], check=True, capture_output=True, text=True).stderr
    return sum(int(count.replace(",", "")) for count in re.findall(r"I +refs: +([\d,]+)", told))


def compile_once(compiler, name):
    """Seconds on the clock and of the processor, the most memory, instructions, bytes of code."""
    command = [*counter(), *compilation(compiler, name)]
    start = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(f"{name} does not compile with {compiler}:\n{complaint[:2000]}")
    seconds = time.perf_counter() - start
    sizes = subprocess.run(["size", object_of(name)], check=True, text=True,
                           stdout=subprocess.PIPE).stdout
    return {"seconds": seconds, "processor": usage.ru_utime + usage.ru_stime,
            "instructions": counted(WORK / "instructions") if counter() else None,
            "memory": 1024 * usage.ru_maxrss, "code": int(sizes.split("\n")[1].split()[0])}


def run(name, settings, _):
    """The best of some compilations: what a busy machine adds is not the compiler's."""
    tries = [compile_once(settings.compiler, name) for _ in range(1 if settings.quick else 2)]
    best = min(tries, key=lambda one: one["processor"])
    if best["instructions"] is None and not settings.quick:
        best["instructions"] = counted_slowly(compilation(settings.compiler, name))
    return {"name": name, **best}


def show(results, compiler):
    """The table, and how much more a late layer takes than an early one."""
    cells = [[f"compiled by {compiler} {' '.join(FLAGS)}", "time", "of the processor",
              "instructions", "memory", "code"]]
    for row in results:
        count = row["instructions"]
        cells.append([row["name"], f"{row['seconds']:.2f} s", f"{row['processor']:.2f} s",
                      f"{count / 1e9:.2f} G" if count else "-",
                      f"{row['memory'] / 2**20:.0f} MiB", f"{row['code'] / 1024:.0f} KiB"])
    text = grid(cells)
    if not all(row["instructions"] for row in results):
        text += "\nno instructions: perf counts none here, and valgrind was not asked or is missing"
    time_of = {row["name"]: row["processor"] for row in results}
    rows = [f"compile.depth_{depth}" for depth in DEPTHS]
    if all(row in time_of for row in rows):
        _, b, c = DEPTHS
        early, late = ((time_of[rows[k + 1]] - time_of[rows[k]]) / (DEPTHS[k + 1] - DEPTHS[k])
                       for k in range(2))
        text += (f"\na layer takes {1e3 * early:.1f} ms up to {b} of them and {1e3 * late:.1f} ms "
                 f"up to {c}" + (": it grows" if late > 1.25 * early else ""))
    return text

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Build one program in every way that must not change its numbers, and compare what it prints.

Two promises are tested: the same bits on all machines with fused multiply-add, and, with
INLAY_PORTABLE_ARITHMETIC, on all machines.
"""
import argparse
import concurrent.futures
import os
import pathlib
import platform
import subprocess
import sys
import tempfile

NATIVE = "-march=native"
FUSED = [
    ["-O0", NATIVE],
    ["-O3", NATIVE, "-ffp-contract=fast"],
    ["-O2", NATIVE, "-ffp-contract=off", "-fsingle-precision-constant"],
    ["-O1", NATIVE, "-DINLAY_NO_SIMD"],
]
PORTABLE = [
    ["-O3", NATIVE, "-ffp-contract=fast", "-DINLAY_PORTABLE_ARITHMETIC"],
    ["-O1", "-DINLAY_PORTABLE_ARITHMETIC"],
]
if platform.machine() == "x86_64":
    words = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").split()
    if "fma" in words and "avx2" in words:
        FUSED.append(["-O2", "-march=x86-64-v3"])


def commands_of(compilers, ways):
    """The first compiler goes every way, others all of them only at full length."""
    whole = "INLAY_DEEP_TESTS" in os.environ
    for number, compiler in enumerate(compilers):
        for way in ways if whole or number == 0 else ways[:2]:
            yield [compiler, *way]


def output(command):
    """Build and run a program; what it prints."""
    with tempfile.TemporaryDirectory() as folder:
        binary = pathlib.Path(folder) / "program"
        subprocess.run([*command, "-o", binary], check=True)
        return subprocess.run([binary], check=True, capture_output=True, encoding="utf-8").stdout


def main():
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("program", type=pathlib.Path)
    arguments.add_argument("--compiler", action="append", required=True)
    arguments.add_argument("--include", required=True)
    options = arguments.parse_args()

    same = True
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
        for ways in FUSED, PORTABLE:
            commands = [[*command, "-std=c++20", "-pthread", f"-I{options.include}",
                         str(options.program)] for command in commands_of(options.compiler, ways)]
            answers = list(workers.map(output, commands))
            for command, answer in zip(commands, answers):
                print(" ".join(command), answer, sep="\n")
            same = same and len(set(answers)) == 1
    sys.exit(0 if same else "the numbers differ")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The core on machines without an operating system: it compiles for them without a warning, asks
the linker for no heap, no exceptions and no thread, and, where the machine has the instruction, for
no library function in its place. Machines whose compiler is not here are left out."""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

CORTEX = ["-mthumb", "--specs=nano.specs"]
NEWLIB = pathlib.Path("/usr/include/newlib/c++")
STRICT = ["-std=c++20", "-Wall", "-Wextra", "-Wconversion", "-Wsign-conversion", "-Wshadow",
          "-Wdouble-promotion", "-Werror", "-fno-exceptions", "-fno-rtti",
          "-fno-threadsafe-statics"]
HOSTED = r"malloc|free|_Zn[aw].*|_Zd[la].*|__cxa_.*|_Unwind.*|pthread.*|_ZSt.*|_ZNSt.*"
LLVM_NM = ["llvm-nm-19", "/usr/lib/llvm-19/bin/llvm-nm"]
FUSED = "fmaf?"
ROOTS = "sqrtf?"

# name: the command, and what its object must not ask for
TARGETS = {
    "cortex-m0+": (["arm-none-eabi-g++", "-mcpu=cortex-m0plus", *CORTEX, "-Os"], HOSTED),
    "cortex-m3": (["arm-none-eabi-g++", "-mcpu=cortex-m3", *CORTEX, "-Os"], HOSTED),
    "cortex-m4": (["arm-none-eabi-g++", "-mcpu=cortex-m4", "-mfloat-abi=hard",
                   "-mfpu=fpv4-sp-d16", *CORTEX, "-Os"], f"{HOSTED}|{FUSED}"),
    "cortex-m7": (["arm-none-eabi-g++", "-mcpu=cortex-m7", "-mfloat-abi=hard", "-mfpu=fpv5-d16",
                   *CORTEX, "-O2"], f"{HOSTED}|{FUSED}"),
    "cortex-m4, single constants": (["arm-none-eabi-g++", "-mcpu=cortex-m4", "-mfloat-abi=hard",
                                     "-mfpu=fpv4-sp-d16", "-fsingle-precision-constant", *CORTEX,
                                     "-Os"], HOSTED),
    "cortex-m7, clang": (["clang++-19", "--target=arm-none-eabi", "-mcpu=cortex-m7",
                          "-mfloat-abi=hard", "-mfpu=fpv5-d16", "-fshort-enums", "-O2"],
                         f"{HOSTED}|{FUSED}|{ROOTS}"),
    "x86-64, one lane, clang": (["clang++-19", "-march=x86-64-v3", "-DINLAY_NO_SIMD", "-O2"],
                                f"{HOSTED}|{FUSED}|{ROOTS}"),
    "wasm32": (["clang++-19", "--target=wasm32-wasi", "-stdlib=libc++", "-O2"], HOSTED),
}


def clang_on_newlib():
    """The folders of newlib's C++ headers, which Clang does not look for."""
    for folder in sorted(NEWLIB.glob("*/arm-none-eabi/thumb/v7e-m+dp/hard")):
        root = folder.parents[3]
        return ["-nostdinc++", *(f"-isystem{path}" for path in (root, folder, NEWLIB.parent))]
    return None


def faults(name, include, program):
    """What is wrong with a target, as text; None where it is not here."""
    command, refused = TARGETS[name]
    if not shutil.which(command[0]):
        return None
    if "clang" in command[0] and "arm" in command[1]:
        headers = clang_on_newlib()
        if headers is None:
            return None
        command = [*command, *headers]
    with tempfile.TemporaryDirectory() as folder:
        probe = subprocess.run([*command, "-std=c++20", "-fsyntax-only", "-x", "c++", "-"],
                               input="#include <cwchar>\n#include <span>\n", text=True, check=False,
                               capture_output=True)
        if probe.returncode != 0:
            return None  # the compiler is here, but not the target's headers
        # Where every literal is a float, each that meets a double is promoted.
        lenient = ["-Wno-double-promotion"] if "-fsingle-precision-constant" in command else []
        built = subprocess.run([*command, *STRICT, *lenient, f"-I{include}", "-c",
                                str(program), "-o", f"{folder}/core.o"], check=False, text=True,
                               capture_output=True)
        if built.returncode != 0:
            return built.stdout + built.stderr
        tools = [command[0].replace("g++", "nm")] if "g++" in command[0] else LLVM_NM
        tool = next((path for path in tools if shutil.which(path)), None)
        if tool is None:
            return ""  # it compiles; nothing here reads its symbols
        symbols = subprocess.run([tool, f"{folder}/core.o"], check=True, text=True,
                                 capture_output=True).stdout
    asked = re.findall(rf"^\s+U ({refused})$", symbols, re.MULTILINE)
    return f"asks the linker for {', '.join(asked)}" if asked else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--include", required=True)
    parser.add_argument("program")
    given = parser.parse_args()
    failed = False
    for name in TARGETS:
        fault = faults(name, given.include, given.program)
        failed = failed or bool(fault)
        print(f"{name}: {'not here' if fault is None else fault or 'fine'}")
    sys.exit(failed)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The same output on another machine: builds programs for it, runs them there or in an emulator,
and compares what they print with what they print here.

training.cpp is built with the machine's own arithmetic, and at full length (INLAY_DEEP_TESTS) also
with INLAY_PORTABLE_ARITHMETIC; hosted.cpp is what the hosted parts do with the system. --here
WANTED writes what this machine prints into a file, with which --machine NAME WANTED compares.
--list names the machines whose compiler and emulator are here.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parent.parent
INCLUDE = f"-I{TESTS.parent / 'include'}"
TRAINING, HOSTED = TESTS / "same_bits" / "training.cpp", TESTS / "cross" / "hosted.cpp"
THREADS = ["1", "3"]  # an emulator takes its time
PORTABLE = "-DINLAY_PORTABLE_ARITHMETIC"
X86_HEADERS = ["-idirafter", "/usr/include/x86_64-linux-gnu"]  # what -m32 alone does not find
WINE = next((path for path in ("wine64", "/usr/lib/wine/wine64", "wine") if shutil.which(path)),
            "wine64")
NODE = ["node", "--no-warnings", str(TESTS / "cross" / "wasi.mjs")]
WASM = ["clang++-19", "--target=wasm32-wasi", "-stdlib=libc++", "-fno-exceptions"]

# name: the compiler with its options, what runs its programs, and whether products are fused there
MACHINES = {
    "aarch64": (["aarch64-linux-gnu-g++", "-static"], ["qemu-aarch64"], True),
    "armhf": (["arm-linux-gnueabihf-g++", "-mfpu=neon-vfpv4", "-static"], ["qemu-arm"], True),
    "s390x": (["s390x-linux-gnu-g++", "-static"], ["qemu-s390x"], True),
    "riscv64": (["riscv64-linux-gnu-g++", "-static"], ["qemu-riscv64"], True),
    "wasm32": (WASM, NODE, False),
    "x86_sse": (["g++", "-m32", "-msse2", "-mfpmath=sse", *X86_HEADERS], [], False),
    "x86_avx2": (["g++", "-m32", "-march=x86-64-v3", "-mfpmath=sse", *X86_HEADERS], [], True),
    "windows_posix": (["x86_64-w64-mingw32-g++-posix", "-march=x86-64-v3", "-static"], [WINE],
                      True),
    "windows_win32": (["x86_64-w64-mingw32-g++-win32", "-static"], [WINE], False),
}


def has_fma():
    """Whether this machine fuses products, and so can tell what other such machines print."""
    try:
        return "fma" in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").split()
    except OSError:
        return False


def here(name):
    """Whether a program for the machine can be built and run."""
    compiler, runner, _ = MACHINES[name]
    if not all(shutil.which(program) for program in [compiler[0], *runner[:1]]):
        return False
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "probe.cpp")
        source.write_text("#include <string>\nint main() {}\n", encoding="utf-8")
        built = subprocess.run([*compiler, "-std=c++20", "-o", f"{folder}/probe.exe", str(source)],
                               check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if built.returncode != 0:
            return False
        ran = subprocess.run([*runner, f"{folder}/probe.exe"], check=False, timeout=120,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return ran.returncode == 0


def printed(compiler, runner, options, program, arguments=()):
    """What a program prints, line by line, built for a machine and run there."""
    with tempfile.TemporaryDirectory() as folder:
        binary = pathlib.Path(folder, "program.exe")
        threads = [] if compiler[:1] == WASM[:1] else ["-pthread"]
        subprocess.run([*compiler, "-std=c++20", "-O2", *threads, INCLUDE, *options, "-o",
                        str(binary), str(program)], check=True)
        work = pathlib.Path(folder, "work")
        work.mkdir()
        done = subprocess.run([*runner, str(binary), *arguments], check=True, timeout=300,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              encoding="utf-8", cwd=work,
                              env={**os.environ, "COLUMNS": "100", "WINEDEBUG": "-all",
                                   "WINEPREFIX": f"{tempfile.gettempdir()}/inlay-wine"})
        left = sorted(path.name for path in work.iterdir())
    return done.stdout.splitlines() + [f"leaves {name}" for name in left]


def outputs(compiler, runner, fused, both):
    """What all programs print on a machine, by the program and its arithmetic, or both of them."""
    # Every machine that fuses products prints the same, and every other what portable ones do.
    yield "fused" if fused else "portable", printed(compiler, runner, [], TRAINING, THREADS)
    if fused and both:
        yield "portable", printed(compiler, runner, [PORTABLE], TRAINING, THREADS)
    yield "hosted", printed(compiler, runner, [], HOSTED)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--here", action="store_true")
    parser.add_argument("--machine", choices=MACHINES)
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("wanted", nargs="?", type=pathlib.Path)
    given = parser.parse_args()
    if given.list:
        print(";".join(name for name in MACHINES if here(name)))
    elif given.here:
        fused = has_fma()
        native = [given.compiler, *(["-mfma"] if fused else [])]
        known = dict(outputs(native, [], fused, both=True))
        given.wanted.write_text(json.dumps(known), encoding="utf-8")
    else:
        wanted = json.loads(given.wanted.read_text(encoding="utf-8"))
        compiler, runner, fused = MACHINES[given.machine]
        differ, both = False, "INLAY_DEEP_TESTS" in os.environ
        for name, lines in outputs(compiler, runner, fused, both):
            right = lines == wanted.get(name, lines)  # what this machine cannot tell is not asked
            differ = differ or not right
            print(f"{name}: {'the same' if right else 'other'}", *lines, sep="\n")
            if not right:
                print("here it is", *wanted[name], sep="\n")
        sys.exit(differ)


if __name__ == "__main__":
    main()

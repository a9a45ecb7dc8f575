#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The same bits on another machine: builds a program for it, runs it there or in an emulator, and
compares what it prints with what this machine prints. Once with the machine's own arithmetic and
once with INLAY_PORTABLE_ARITHMETIC.

--list names the machines whose compiler and emulator are here.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

X86_HEADERS = ["-idirafter", "/usr/include/x86_64-linux-gnu"]  # what -m32 alone does not find
WINE = next((path for path in ("wine64", "/usr/lib/wine/wine64", "wine") if shutil.which(path)),
            "wine64")

# name: the compiler with its options, what runs its programs, and whether products are fused there
MACHINES = {
    "aarch64": (["aarch64-linux-gnu-g++", "-static"], ["qemu-aarch64"], True),
    "armhf": (["arm-linux-gnueabihf-g++", "-mfpu=neon-vfpv4", "-static"], ["qemu-arm"], True),
    "s390x": (["s390x-linux-gnu-g++", "-static"], ["qemu-s390x"], True),
    "riscv64": (["riscv64-linux-gnu-g++", "-static"], ["qemu-riscv64"], True),
    "x86_sse": (["g++", "-m32", "-msse2", "-mfpmath=sse", *X86_HEADERS], [], False),
    "x86_avx2": (["g++", "-m32", "-march=x86-64-v3", "-mfpmath=sse", *X86_HEADERS], [], True),
    "windows_posix": (["x86_64-w64-mingw32-g++-posix", "-march=x86-64-v3", "-static"], [WINE],
                      True),
    "windows_win32": (["x86_64-w64-mingw32-g++-win32", "-static"], [WINE], False),
}


def has_fma():
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


def printed(compiler, runner, options, program, folder):
    """What a program prints, line by line, built for a machine and run there."""
    binary = pathlib.Path(folder, "program.exe")
    subprocess.run([*compiler, "-std=c++20", "-O2", "-pthread", *options, "-o", str(binary),
                    str(program)], check=True)
    done = subprocess.run([*runner, str(binary)], check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, encoding="utf-8", timeout=300, cwd=folder,
                          env={**os.environ, "WINEDEBUG": "-all",
                               "WINEPREFIX": f"{tempfile.gettempdir()}/inlay-wine"})
    return done.stdout.split()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--machine", choices=MACHINES)
    parser.add_argument("--include")
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("program", nargs="?", type=pathlib.Path)
    given = parser.parse_args()
    if given.list:
        print(";".join(name for name in MACHINES if here(name)))
        return
    compiler, runner, fused = MACHINES[given.machine]
    include = f"-I{given.include}"
    for options in [[], ["-DINLAY_PORTABLE_ARITHMETIC"]]:
        if not options and fused and not has_fma():
            continue
        native = [] if options or not fused else ["-mfma"]
        with tempfile.TemporaryDirectory() as folder:
            wanted = printed([given.compiler], [], [include, *options, *native], given.program,
                             folder)
            found = printed(compiler, runner, [include, *options], given.program, folder)
        print(given.machine, *options, *found)
        if found != wanted:
            sys.exit(f"this machine prints {' '.join(wanted)}")


if __name__ == "__main__":
    main()

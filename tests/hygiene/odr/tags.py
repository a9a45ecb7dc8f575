#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every instruction set and switch that changes what functions do has a namespace of its own."""
import argparse
import platform
import subprocess
import sys

X86 = ["-march=x86-64", "-march=x86-64 -msse3", "-march=x86-64 -mssse3", "-march=x86-64 -msse4.1",
       "-march=x86-64-v2", "-march=x86-64-v2 -mavx", "-march=x86-64-v2 -mavx -mfma",
       "-march=x86-64-v2 -mavx2", "-march=x86-64-v2 -mavx2 -mfma", "-march=x86-64-v3",
       "-march=x86-64-v3 -mno-fma", "-march=x86-64-v3 -mavx512f", "-march=x86-64-v4"]
SWITCHES = ["", "-DINLAY_NO_SIMD", "-DINLAY_PORTABLE_ARITHMETIC", "-ffast-math", "-fno-exceptions",
            "-DINLAY_NO_SIMD -DINLAY_PORTABLE_ARITHMETIC -ffast-math -fno-exceptions"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--compiler", action="append", required=True)
    parser.add_argument("--include", required=True)
    options = parser.parse_args()
    sets = X86 if platform.machine() == "x86_64" else [""]
    failures = 0
    for compiler in options.compiler:
        seen = {}
        for flags in (f"{march} {switch}".strip() for march in sets for switch in SWITCHES):
            tag = subprocess.run(
                [compiler, "-std=c++20", *flags.split(), f"-I{options.include}", "-E", "-P", "-x",
                 "c++", "-"], input="#include <inlay/config.hpp>\nINLAY_ABI\n", check=True,
                capture_output=True, encoding="utf-8").stdout.split()[-1]
            if seen.setdefault(tag, flags) != flags:
                failures += 1
                print(f"{compiler}: '{flags}' and '{seen[tag]}' are both {tag}")
        print(f"{compiler}: {len(seen)} namespaces")
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()

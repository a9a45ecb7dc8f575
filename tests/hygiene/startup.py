#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A program that includes inlay.hpp pays for no streams and runs nothing before main.

tests/hygiene/startup.cpp is compiled with and without optimization; its object must hold no static
initialiser, and nothing it includes may be a stream. As a control the same program is compiled with
<iostream>, which must be seen.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).with_name("startup.cpp")
STREAMS = {"iostream", "ostream", "istream", "sstream", "fstream", "iomanip", "locale"}
INITIALISERS = re.compile(r"_GLOBAL__sub_I|_GLOBAL__I_|__cxx_global_var_init|ios_base4Init"
                          r"|\.init_array|\.ctors")


def symptoms(command, folder):
    """The stream headers that a compilation reads, and the initialisers in its object."""
    made = pathlib.Path(folder, "startup.o")
    subprocess.run([*command, "-MD", "-c", "-o", made], check=True)
    read = re.findall(r"[^\s\\]+", made.with_suffix(".d").read_text(encoding="utf-8"))
    headers = {pathlib.Path(name).name for name in read if "inlay" not in name}
    listed = "".join(subprocess.run([*tool, made], stdout=subprocess.PIPE, encoding="utf-8",
                                    check=True).stdout for tool in (["nm"], ["objdump", "-h"]))
    return sorted(headers & STREAMS) + sorted(set(INITIALISERS.findall(listed)))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--compiler", action="append", required=True)
    arguments.add_argument("--include", required=True)
    options = arguments.parse_args()

    failures = 0
    for compiler in options.compiler:
        for level in ("-O0", "-O2"):
            command = [compiler, "-std=c++20", level, f"-I{options.include}", str(SOURCE)]
            with tempfile.TemporaryDirectory() as folder:
                found = symptoms(command, folder)
                control = symptoms([*command, "-include", "iostream"], folder)
            unseen = {"iostream"} - set(control) or not INITIALISERS.search(" ".join(control))
            failures += bool(found) + bool(unseen)
            print(f"{compiler} {level}: {', '.join(found) or 'nothing before main'}"
                  f"{'; the control was not seen' if unseen else ''}")
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compile every ```cpp block of a Markdown page.

* A block with a main function is a program and stands as it is.
* Any other block is the inside of a function, after `#include <inlay/inlay.hpp>` and
  `using namespace inlay;`; its own includes move to the top.
* `<!-- file scope -->` on a line before the block: it stands outside any function.
* `<!-- continues -->` on a line before it: it follows the text of the block before it.
* Blocks that include <inlay/data.hpp> or what is in that folder, or continue one that does, are
  left out where its libraries are missing (--data OFF).
"""
import argparse
import pathlib
import re
import subprocess
import sys

BLOCK = re.compile(r"^(?:<!-- (file scope|continues) -->\n+)?```cpp\n(.*?)^```$",
                   re.MULTILINE | re.DOTALL)


def programs(page):
    """Each block as (line of the page, program)."""
    before = ""
    for match in BLOCK.finditer(page):
        mark, block = match.groups()
        text = before + block if mark == "continues" else block
        before = text
        includes = "\n".join(dict.fromkeys(re.findall(r"^#include.*", text, re.MULTILINE)))
        body = re.sub(r"^#include.*\n", "", text, flags=re.MULTILINE)
        if not re.search(r"\bint main\(", text):
            scope = body if mark == "file scope" else f"void snippet() {{\n{body}}}\n"
            text = f"#include <inlay/inlay.hpp>\n{includes}\nusing namespace inlay;\n{scope}"
        yield page.count("\n", 0, match.start(2)) + 1, text


def main():
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("page", type=pathlib.Path)
    arguments.add_argument("--compiler", default="g++")
    arguments.add_argument("--include", required=True)
    arguments.add_argument("--data", choices=["ON", "OFF"], default="ON")
    options = arguments.parse_args()

    failures = count = 0
    for line, program in programs(options.page.read_text(encoding="utf-8")):
        if options.data == "OFF" and "#include <inlay/data" in program:
            print(f"{options.page.name}:{line}: left out")
            continue
        count += 1
        command = [options.compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror",
                   "-Wno-unused", f"-I{options.include}", "-x", "c++", "-"]
        result = subprocess.run(command, input=program, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, encoding="utf-8", check=False)
        failures += result.returncode != 0
        print(f"{options.page.name}:{line}: {'compiles' if result.returncode == 0 else 'fails'}")
        if result.returncode != 0:
            print(f"{result.stdout}\nThe program was:\n{program}")
    if count == 0:
        print(f"{options.page.name}: holds no ```cpp block")
    sys.exit(failures > 0 or count == 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What `using namespace inlay` brings: the public names and nothing else.

Every name that the headers declare for themselves is declared once more by a program, in the global
namespace; were one of inlay's own visible there too, its use would be ambiguous.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

# Words of the language and functions of C's, which no program can declare as something else.
TAKEN = set("div exp fma log log1p main read requires round select sizeof tanh write".split())

DECLARATION = re.compile(
    r"(?:template *<.*> *)?(?:struct|class|enum class|enum|concept|using|namespace)"
    r" (?:INLAY_\w+ |\[\[\w+\]\] )*(\w+)")
FUNCTION = re.compile(r"[\w\[].*?\b(\w+)\(|inline constexpr .*?\b(\w+)(?: =|\{|\[)")


def declared(include):
    """The names at the outermost level of all headers, those of namespaces and types, and others;
    and the names that are public."""
    kinds, others, public = set(), set(), set()
    for header in sorted((include / "inlay").rglob("*.hpp")):
        outside = False  # of the tagged namespace
        for line in header.read_text(encoding="utf-8").splitlines():
            if exported := re.match(r"using INLAY_ABI::(\w+);|namespace (\w+) = ", line):
                public.add(exported[1] or exported[2])
            elif nested := re.match(r"namespace inlay::INLAY_ABI((?:::\w+)*) \{", line):
                outside = False
                kinds.update(nested[1].split("::")[1:2])
            elif re.match(r"(}  // )?namespace inlay", line):
                outside = line.startswith("namespace") and "INLAY_ABI" not in line
                if outside and (opened := re.match(r"namespace inlay::(\w+) \{", line)):
                    public.add(opened[1])  # inlay::zoo
            elif outside:
                continue
            elif found := DECLARATION.match(line):
                kinds.add(found[1])
            elif not re.match(r"[ #}/]|template|using", line) and (found := FUNCTION.match(line)):
                others.add(found[1] or found[2])
    return kinds, {name for name in others if not name.startswith("__")}, public


def program(include):
    kinds, others, public = declared(include)
    own = sorted(kinds - public - TAKEN)
    loose = sorted(others - kinds - public - TAKEN)
    return "\n".join([
        "#include <inlay/inlay.hpp>",
        *(f"struct {name} {{ int number; }};" for name in own),
        *(f"inline int {name} = 0;" for name in loose),
        "using namespace inlay;",
        "int main() {",
        *(f"    (void){name}{{1}};" for name in own),
        *(f"    ++{name};" for name in loose),
        "}\n"]), len(own) + len(loose)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--compiler", action="append", required=True)
    parser.add_argument("--include", type=pathlib.Path, required=True)
    given = parser.parse_args()
    text, count = program(given.include)
    if count < 200:
        sys.exit(f"only {count} names were found in the headers: the reader is wrong")
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "names.cpp")
        source.write_text(text, encoding="utf-8")
        for compiler in given.compiler:
            done = subprocess.run([compiler, "-std=c++20", "-fsyntax-only",
                                   f"-I{given.include}", str(source)], check=False,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            if done.returncode:
                sys.exit(f"{compiler}: a program's own name is not its own\n{done.stdout[:4000]}")
            print(f"{compiler}: {count} names are the program's own")


if __name__ == "__main__":
    main()

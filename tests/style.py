#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The rules of style that a machine can read: each breach is a line that says where and what."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
GENERATED = {"single_include/inlay.hpp"}
HOSTED = ("host/", "model/", "io/", "data/", "data.hpp", "plot/", "plot.hpp", "inlay.hpp")
CORE_STD = set("array bit concepts cstddef cstdint span string_view type_traits utility".split())
WIDEST, LONGEST = 100, 400


def sources():
    """Every text file of the repository that people write."""
    suffixes = (".hpp", ".cpp", ".py", ".bash", "/run", "CMakeLists.txt")
    for folder in ("include", "tests", "examples", "benchmarks", "single_include", ".ci"):
        for path in sorted((ROOT / folder).rglob("*")):
            name = path.relative_to(ROOT).as_posix()
            if path.is_file() and name.endswith(suffixes) and name not in GENERATED:
                yield name, path.read_text(encoding="utf-8")
    yield "CMakeLists.txt", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")


def breaches(name, text):
    """What one file does wrong, as (line, sentence)."""
    lines = text.splitlines()
    if not any("SPDX-License-Identifier: MIT" in line for line in lines[:2]):
        yield 1, "lacks its SPDX line"
    if not text.endswith("\n") or text.endswith("\n\n"):
        yield len(lines), "must end with exactly one line feed"
    for number, line in enumerate(lines, 1):
        if len(line) > WIDEST:
            yield number, f"has {len(line)} columns, more than {WIDEST}"
        if "\t" in line or line != line.rstrip():
            yield number, "holds a tab or ends in spaces"
    if name.startswith("include/"):
        yield from header_breaches(name.removeprefix("include/inlay/"), lines)


def header_breaches(name, lines):
    """What a header of the library must not do besides."""
    if len(lines) > LONGEST:
        yield len(lines), f"has {len(lines)} lines, more than {LONGEST}: split it"
    guard = "INLAY_" + re.sub(r"[/.]", "_", name).upper()
    guarded = lines[1:3] == [f"#ifndef {guard}", f"#define {guard}"]
    if not (guarded and lines[-1] == f"#endif  // {guard}") and not name.startswith("macros_"):
        yield 2, f"must be guarded by {guard}, as its part of the single header is"
    for number, line in enumerate(lines, 1):
        include = re.match(r'\s*#\s*include\s*([<"])([^>"]+)', line)
        if include and include[1] == '"':
            yield number, "includes by a relative path; write <inlay/...>"
        elif include and "." not in include[2] and not name.startswith(HOSTED):
            if include[2] not in CORE_STD:
                yield number, f"the core does not include <{include[2]}>"
        ours = guard in line or (name == "data/stb.hpp" and "#define STB" in line)
        if re.match(r"\s*#\s*define", line) and name != "config.hpp" and not ours:
            yield number, "defines a macro; they live in config.hpp"
        if re.search(r"\bstatic_assert\([^,;]*\);", line):
            yield number, "is a static_assert without a sentence"


def main():
    found = [f"{name}:{number}: {sentence}" for name, text in sources()
             for number, sentence in breaches(name, text)]
    print("\n".join(found) or "nothing to say")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()

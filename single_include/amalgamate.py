#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Write inlay.hpp, the whole library in one header, from include/inlay; --check compares instead.

Headers follow each other as inlay.hpp, the table of contents, first reaches them, each once and
with its guard, so that the single header and headers of the folder can meet in one program.
Includes of other libraries move to the top; a conditional block of nothing but such includes moves
with its condition. A header that breaks the layout is an error that says how to mend it.
"""
import argparse
import difflib
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
LAYOUT = ("config macros_aside.hpp macros_back.hpp text shape simd random kernel activation layer "
          "program network train zoo core.hpp host model io inlay.hpp data plot").split()
OPT_IN = ("core.hpp", "data.hpp", "data/", "plot.hpp", "plot/")  # inlay.hpp need not reach them
CONTENTS = ("core.hpp", "inlay.hpp", "zoo.hpp")  # nothing but includes
MACROS = ("macros_aside.hpp", "macros_back.hpp")  # stand around everything, also other includes

INCLUDE = re.compile(r'\s*#\s*include\s*(?:<([^>]+)>|"([^"]+)")')
CONDITION = re.compile(r"\s*#\s*(if|endif)")
BRANCH = re.compile(r"\s*#\s*(elif|else)|\s*//|\s*$")
TEMPLATE = """\
// SPDX-License-Identifier: MIT
// inlay {version} in one header, written by single_include/amalgamate.py from include/inlay.
#pragma once

{config}

#if INLAY_COMPILER_SUPPORTED

{aside}

{hoisted}

{body}

{back}

#endif  // INLAY_COMPILER_SUPPORTED
"""


def guard_of(name):
    """The macro that says that a header has been included, from the folder or from here."""
    return "INLAY_" + re.sub(r"[/.]", "_", name).upper()


def guarded(name, text):
    guard = guard_of(name)
    return f"// <inlay/{name}>\n#ifndef {guard}\n#define {guard}\n{text}\n#endif  // {guard}"


class Amalgamation:
    def __init__(self, root):
        self.root = root
        self.mistakes = []
        self.seen = {}  # name of a header -> its text without includes, in the order of inclusion
        self.hoisted = {}  # an include, or a conditional block of includes

    def add(self, name, chain=()):
        """Put one header, after everything it includes."""
        if name in chain:
            self.mistakes.append(f"{name}: includes itself by way of {' -> '.join(chain)}; "
                                 "move what both need into a header above them")
        if name in self.seen or name in chain:
            return
        lines = (self.root / "inlay" / name).read_text(encoding="utf-8").splitlines()
        guard = guard_of(name)
        if lines[1:3] == [f"#ifndef {guard}", f"#define {guard}"]:
            lines[1:3] = ["", ""]
            lines.remove(f"#endif  // {guard}")
        kept, block = [], []
        for number, line in enumerate(lines, 1):
            include = INCLUDE.match(line)
            ours = include and self.resolve(f"{name}:{number}", name, include)
            if ours:
                self.add(ours, chain + (name,))
            if block or CONDITION.match(line):  # a conditional block, kept whole until its end
                block.append(line)
                words = [match[1] for entry in block if (match := CONDITION.match(entry))]
                if words.count("if") == words.count("endif"):
                    self.close(name, block, kept)
                    block = []
            elif include and not ours:
                self.hoisted[f"#include <{include[1]}>"] = None
            elif not include and not re.match(r"// SPDX|#pragma once", line):
                kept.append(line)
        self.seen[name] = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()

    def resolve(self, place, name, include):
        """The included header's name if it is one of inlay's, checked against the layout."""
        path, relative = include.groups()
        if relative:
            self.mistakes.append(f'{place}: "{relative}" is relative to the file; '
                                 f"write the full path, #include <inlay/...>")
        elif path.startswith("inlay/"):
            target = path.removeprefix("inlay/")
            if not (self.root / path).is_file():
                self.mistakes.append(f"{place}: <{path}> does not exist; correct its path")
            elif self.rank(target) > self.rank(name):
                self.mistakes.append(f"{place}: <{path}> stands below it in the layout "
                                     f"({' '.join(LAYOUT)}); move what it needs up")
            else:
                return target
        return None

    def rank(self, name):
        """The place of a header's folder in the layout."""
        part = name if name in LAYOUT else name.split("/")[0].removesuffix(".hpp")
        if part not in LAYOUT:
            self.mistakes.append(f"{name}: the layout has no such folder; "
                                 "move the file or extend LAYOUT in amalgamate.py")
            return len(LAYOUT)
        return LAYOUT.index(part)

    def close(self, name, block, kept):
        """Hoist a conditional block of foreign includes only; leave any other where it stands."""
        if any("#include <inlay/" in line for line in block):
            if "/" in name:  # a table of contents may do it: all or nothing
                self.mistakes.append(f"{name}: includes a header of inlay under a condition; "
                                     "include it always")
        elif all(INCLUDE.match(line) or CONDITION.match(line) or BRANCH.match(line)
                 for line in block):
            self.hoisted["\n".join(block)] = None
        else:
            kept.extend(block)

    def text(self):
        """The single header; the opt-in headers are checked only."""
        self.add("inlay.hpp")
        texts = {name: text for name, text in self.seen.items() if name not in CONTENTS}
        hoisted = sorted(self.hoisted, key=lambda include: (include.startswith("#if"), include))
        config = texts.pop("config.hpp", "")
        aside, back = (texts.pop(name, "") for name in MACROS)

        folder = self.root / "inlay"
        names = (path.relative_to(folder).as_posix() for path in folder.rglob("*.hpp"))
        for name in sorted(set(names) - set(self.seen)):
            if not name.startswith(OPT_IN):
                self.mistakes.append(f"{name}: inlay.hpp does not reach it; "
                                     f"add #include <inlay/{name}> there")
            self.add(name)
        text = TEMPLATE.format(
            version=".".join(re.findall(r"#define INLAY_VERSION_\w+ (\d+)", config)),
            config=guarded("config.hpp", config), aside=aside, back=back,
            hoisted="\n".join(hoisted),
            body="\n\n".join(guarded(name, text) for name, text in texts.items()))
        return re.sub(r"\n{3,}", "\n\n", text)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--check", action="store_true",
                           help="write nothing; print a diff and exit 1 where one would be written")
    arguments.add_argument("--root", type=pathlib.Path, default=HERE.parent / "include")
    arguments.add_argument("--output", type=pathlib.Path, default=HERE / "inlay.hpp")
    options = arguments.parse_args()

    amalgamation = Amalgamation(options.root)
    text = amalgamation.text()
    if amalgamation.mistakes:
        sys.exit("\n".join(dict.fromkeys(amalgamation.mistakes)))
    if not options.check:
        options.output.write_bytes(text.encode())
        return
    old = options.output.read_bytes().decode() if options.output.is_file() else ""
    if old != text:
        sys.stdout.writelines(difflib.unified_diff(
            old.splitlines(True), text.splitlines(True), "inlay.hpp as it is", "as it should be"))
        sys.exit("single_include/inlay.hpp is out of date: run single_include/amalgamate.py")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""amalgamate.py on small libraries: what it writes, and what it says about broken rules."""
import pathlib
import subprocess
import sys
import tempfile

SCRIPT = pathlib.Path(__file__).resolve().parent.parent / "single_include" / "amalgamate.py"
START = {  # a library in order, to which each case adds or changes headers
    "config.hpp": "// SPDX-License-Identifier: MIT\n#pragma once\n#define INLAY_VERSION_MAJOR 7\n",
    "inlay.hpp": "#include <inlay/config.hpp>\n#if INLAY_COMPILER_SUPPORTED\n"
                 "#include <inlay/text/a.hpp>\n#include <inlay/shape/b.hpp>\n#endif\n",
    "text/a.hpp": "// SPDX-License-Identifier: MIT\n#ifndef INLAY_TEXT_A_HPP\n"
                  "#define INLAY_TEXT_A_HPP\n#include <inlay/config.hpp>\n#include <span>\n"
                  "int a;\n#if INLAY_HAS_NEON\n#include <arm_neon.h>\n#endif\n"
                  "#endif  // INLAY_TEXT_A_HPP\n",
    "shape/b.hpp": "#pragma once\n#include <inlay/text/a.hpp>\n#include <span>\n#include <array>\n"
                   "#if B\n#include <bit>\nint b;\n#endif\n",
    "data.hpp": "#pragma once\n#include <inlay/inlay.hpp>\n#include <zlib.h>\n",
}
WRITTEN = """\
// SPDX-License-Identifier: MIT
// inlay 7 in one header, written by single_include/amalgamate.py from include/inlay.
#pragma once

// <inlay/config.hpp>
#ifndef INLAY_CONFIG_HPP
#define INLAY_CONFIG_HPP
#define INLAY_VERSION_MAJOR 7
#endif  // INLAY_CONFIG_HPP

#if INLAY_COMPILER_SUPPORTED

#include <array>
#include <span>
#if INLAY_HAS_NEON
#include <arm_neon.h>
#endif

// <inlay/text/a.hpp>
#ifndef INLAY_TEXT_A_HPP
#define INLAY_TEXT_A_HPP
int a;
#endif  // INLAY_TEXT_A_HPP

// <inlay/shape/b.hpp>
#ifndef INLAY_SHAPE_B_HPP
#define INLAY_SHAPE_B_HPP
#if B
#include <bit>
int b;
#endif
#endif  // INLAY_SHAPE_B_HPP

#endif  // INLAY_COMPILER_SUPPORTED
"""
BROKEN = [  # changed headers, and what must be said about them
    ({"text/a.hpp": '#include "b.hpp"\n'}, 'text/a.hpp:1: "b.hpp" is relative to the file'),
    ({"text/a.hpp": "#include <inlay/text/c.hpp>\n"}, "text/a.hpp:1: <inlay/text/c.hpp> does not"),
    ({"text/a.hpp": "#include <inlay/shape/b.hpp>\n"}, "text/a.hpp:1: <inlay/shape/b.hpp> stands"),
    ({"text/c.hpp": ""}, "text/c.hpp: inlay.hpp does not reach it; add #include <inlay/text/c."),
    ({"text/c.hpp": "#include <inlay/text/d.hpp>\n", "text/d.hpp": "#include <inlay/text/c.hpp>\n"},
     "text/c.hpp: includes itself by way of text/c.hpp -> text/d.hpp"),
    ({"other/c.hpp": "", "text/a.hpp": "#include <inlay/other/c.hpp>\n"},
     "other/c.hpp: the layout has no such folder"),
    ({"core.hpp": "#include <inlay/model/m.hpp>\n", "model/m.hpp": ""},
     "core.hpp:1: <inlay/model/m.hpp> stands below it"),
    ({"shape/b.hpp": "#if B\n#include <inlay/text/a.hpp>\n#endif\n"},
     "shape/b.hpp: includes a header of inlay under a condition"),
]


def run(headers, *options):
    """Put the headers in a folder and amalgamate them; exit code, words and the file written."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in headers.items():
            path = root / "inlay" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        output = root / "out.hpp"
        command = [sys.executable, SCRIPT, "--root", root, "--output", output, *options]
        result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        return (result.returncode, result.stdout + result.stderr,
                output.read_text(encoding="utf-8") if output.exists() else None)


def main():
    failures = []
    if run(START) != (0, "", WRITTEN):
        failures.append(f"a library in order gives {run(START)}")
    code, words, written = run(START, "--check")
    if code == 0 or "+int a;" not in words or written is not None:
        failures.append(f"--check of an absent file gives {code}, {words}")
    for changes, sentence in BROKEN:
        code, words, written = run(START | changes)
        if code == 0 or sentence not in words or written is not None:
            failures.append(f"{changes} must give: {sentence}\nbut gives {code}, {words}")
    print("\n".join(failures) or f"{len(BROKEN) + 2} cases as expected")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()

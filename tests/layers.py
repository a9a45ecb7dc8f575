#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every layer and activation has its test, its line in core.hpp and its row in the README.

* A file of include/inlay/layer/ or activation/ is a layer's if it states a title.
* Its test has its name, tests/layer/dense.cpp, and holds its naive definition and the comparison
  with Keras's numbers.
* core.hpp includes it; or includes a file that does, on a line that names the layer.
* Its row begins with its name: | `Dense<10>` | `Dense` | ..., and tells Keras's, the title.
"""
import argparse
import pathlib
import re
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


def layers(text):
    """The layers that a header defines, as (name, title)."""
    name = None
    for match in re.finditer(r'^struct (\w+)|std::string_view title = "([^"]+)"', text, re.M):
        if match[1]:
            name = match[1]
        elif name:
            yield name, match[2]


def stands_in_core(root, header, name):
    """Whether core.hpp includes a header, or names the layer beside one that does."""
    core = (root / "include/inlay/core.hpp").read_text(encoding="utf-8")
    for included, comment in re.findall(r"^#include <(inlay/[^>]+)>(.*)", core, re.M):
        path = root / "include" / included
        if included == header:
            return True
        if (re.search(rf"\b{name}\b", comment) and path.exists() and
                f"#include <{header}>" in path.read_text(encoding="utf-8")):
            return True
    return False


def breaches(root):
    """What is missing, as sentences."""
    rows = [line.split("|")[1:3] for line in
            (root / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    count = 0
    for folder in "layer", "activation":
        for path in sorted((root / "include/inlay" / folder).glob("*.hpp")):
            header, stem = f"inlay/{folder}/{path.name}", path.stem
            found = list(layers(path.read_text(encoding="utf-8")))
            count += len(found)
            if not found:
                continue
            test = root / "tests" / folder / f"{stem}.cpp"
            text = test.read_text(encoding="utf-8") if test.exists() else ""
            if not text:
                yield f"{header} has no test tests/{folder}/{stem}.cpp"
            else:
                if "namespace naive {" not in text:
                    yield f"tests/{folder}/{stem}.cpp holds no naive definition"
                if f'keras/layers/{stem}.hpp"' not in text or f"layers::{stem}()" not in text:
                    yield (f"tests/{folder}/{stem}.cpp does not compare with "
                           f"tests/keras/layers/{stem}.hpp, which generate.py writes")
            for name, title in found:
                if not stands_in_core(root, header, name):
                    yield f"core.hpp has no line for {name} ({header})"
                mine = [row for row in rows if re.match(rf" `{name}[`<]", row[0])]
                if not mine:
                    yield f"the README has no row for {name} ({header})"
                elif folder == "layer" and f"`{title}`" not in mine[0][1]:
                    yield f"the README's row for {name} does not say that Keras calls it {title}"
    if count == 0:
        yield "no layer was found at all"


def self_test():
    """Takes away one thing at a time from a library that has all."""
    files = {
        "include/inlay/core.hpp": "#include <inlay/layer/scale.hpp>  // y = w x\n"
                                  "#include <inlay/layer/all.hpp>  // Sequential, Join\n"
                                  "#include <inlay/activation/cube.hpp>\n",
        "include/inlay/layer/all.hpp": "#include <inlay/layer/join.hpp>\n",
        "include/inlay/layer/scale.hpp":
            'struct Scale : LayerDefaults {\n    constexpr std::string_view title = "Scaling";\n',
        "include/inlay/layer/join.hpp":
            'struct Join : LayerDefaults {\n    constexpr std::string_view title = "Join";\n',
        "include/inlay/activation/cube.hpp":
            'struct Cube {\n    constexpr std::string_view title = "Cube", name = "cube";\n',
        "README.md": "| `Scale<2>` | `Scaling` | |\n| `Join<A, B>` | `Join` | |\n"
                     "| `Cube` | Activation | |\n",
        **{f"tests/{folder}/{stem}.cpp": "namespace naive {\n"
           f'#include "../keras/layers/{stem}.hpp"\n keras::layers::{stem}();\n'
           for folder, stem in (("layer", "scale"), ("layer", "join"), ("activation", "cube"))},
    }
    changes = [  # file, what goes, what takes its place, the sentence
        (None, "", "", None),
        ("tests/layer/scale.cpp", None, None, "inlay/layer/scale.hpp has no test"),
        ("tests/activation/cube.cpp", None, None, "inlay/activation/cube.hpp has no test"),
        ("tests/layer/join.cpp", "namespace naive {", "", "join.cpp holds no naive definition"),
        ("tests/layer/join.cpp", "join.hpp", "add.hpp", "join.cpp does not compare with"),
        ("tests/layer/join.cpp", "layers::join()", "", "join.cpp does not compare with"),
        ("include/inlay/core.hpp", "#include <inlay/layer/scale.hpp>", "", "no line for Scale"),
        ("include/inlay/core.hpp", ", Join", "", "core.hpp has no line for Join"),
        ("include/inlay/core.hpp", "#include <inlay/activation/cube.hpp>", "", "no line for Cube"),
        ("README.md", "| `Scale<2>`", "| `Scaled<2>`", "the README has no row for Scale"),
        ("README.md", "| `Cube`", "| Cube", "the README has no row for Cube"),
        ("README.md", "`Scaling`", "`Scale`", "does not say that Keras calls it Scaling"),
        ("include/inlay/layer/join.hpp", "}", "", None),
        ("include/inlay/layer/join.hpp", "struct Join", "struct Merge", "no row for Merge"),
    ]
    wrong = []
    for changed, old, new, sentence in changes:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in files.items():
                if name == changed and old is None:
                    continue
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text.replace(old, new) if name == changed else text)
            found = list(breaches(root))
        if not any(sentence in f for f in found) if sentence else found:
            wrong.append(f"{changed} without {old}: {found}, not {sentence}")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--self-test", action="store_true", help="see it find what is missing")
    found = self_test() if parser.parse_args().self_test else list(breaches(ROOT))
    print("\n".join(found) or "nothing to say")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compile a program that holds a mistake, and read the compiler's answer.

Each case is compiled twice by each compiler: as it stands, which must work, and with -DMISTAKE,
which must not. Comments of the case say what the answer must be:

    // EXPECT: text         somewhere in the answer; /text/ is a regular expression; any number
    // FIRST: text          within the first line that holds an error; likewise
    // LINES: 20            at most so many lines (60 unless said)
    // ERRORS: 1            at most so many lines that hold an error (any number unless said)
    // FLAGS: -std=c++17    the mistake is made by these flags instead of -DMISTAKE
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

LONGEST = 60


def wishes(source, keyword):
    """The texts of the case's comments with this keyword."""
    return re.findall(rf"^\s*// {keyword}: (.*\S)\s*$", source, re.MULTILINE)


def holds(text, wish):
    """Whether a text holds what a comment asks for, literally or as /a regular expression/."""
    if len(wish) > 2 and wish[0] == wish[-1] == "/":
        return re.search(wish[1:-1], text) is not None
    return wish in text


def compile_case(compiler, case, folders, flags):
    """Compile without output; the exit code and what the compiler said."""
    command = [compiler, "-std=c++20", "-fsyntax-only", *(f"-I{folder}" for folder in folders),
               *flags, str(case)]
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            encoding="utf-8", errors="replace", check=False)
    return result.returncode, result.stdout


def judge(compiler, case, folders):
    """Everything that is wrong with the compiler's two answers, as sentences."""
    source = case.read_text(encoding="utf-8")
    code, answer = compile_case(compiler, case, folders, [])
    if code != 0:
        return [f"the program without the mistake does not compile:\n{answer}"]

    flags = " ".join(wishes(source, "FLAGS")).split() or ["-DMISTAKE"]
    code, answer = compile_case(compiler, case, folders, flags)
    if code == 0:
        return ["the mistake compiles"]
    # A sentence of inlay's comes in pieces, text<9>{"layer 2,"}, text<...>{"...: join them.
    answer = re.sub(r'"\}, (?:inlay::mistake::)?text<\d+>\{"', " ", answer)
    lines = answer.splitlines()
    errors = [line for line in lines if re.search(r"\berror: ", line)]
    longest = int((wishes(source, "LINES") or [LONGEST])[0])
    most = int((wishes(source, "ERRORS") or [len(errors)])[0])
    expected = wishes(source, "EXPECT")

    faults = [f"the answer lacks: {wish}" for wish in expected if not holds(answer, wish)]
    faults += [f"the first error lacks: {wish}" for wish in wishes(source, "FIRST")
               if not holds(errors[0] if errors else "", wish)]
    if not expected:
        faults.append("the case has no // EXPECT: line")
    if len(lines) > longest:
        faults.append(f"the answer has {len(lines)} lines, more than {longest}")
    if len(errors) > most:
        faults.append(f"the answer has {len(errors)} errors, more than {most}")
    if faults:
        faults.append(f"the compiler said:\n{answer}")
    return faults


SELF_TEST = [  # a case, and how the complaint about it starts (None: there is none)
    ("#ifdef MISTAKE\n#error not five\n#endif\n// EXPECT: not five\n// FIRST: five\n", None),
    ("#ifdef MISTAKE\n#error five\n#endif\n// EXPECT: /f.v/\n", None),
    ("template <class T> void f() {\n#ifdef MISTAKE\nstatic_assert(sizeof(T) == 0, \"never\");\n"
     "#endif\n}\nint main() { f<int>(); }\n// EXPECT: never\n", None),
    ("#if __cplusplus < 202002L\n#error old\n#endif\n// FLAGS: -std=c++17\n// EXPECT: old\n", None),
    ("// EXPECT: something\n", "the mistake compiles"),
    ("#error always\n// EXPECT: always\n", "the program without the mistake does not compile"),
    ("#ifdef MISTAKE\n#error five\n#endif\n// EXPECT: six\n", "the answer lacks: six"),
    ("#ifdef MISTAKE\n#error five\n#endif\n// EXPECT: five\n// FIRST: six\n",
     "the first error lacks: six"),
    ("#ifdef MISTAKE\n#error one\n#error two\n#endif\n// EXPECT: two\n// FIRST: two\n",
     "the first error lacks: two"),
    ("#ifdef MISTAKE\n#error five\n#endif\n", "the case has no // EXPECT: line"),
    ("#ifdef MISTAKE\n#error five\n#endif\n// EXPECT: five\n// LINES: 0\n", "the answer has"),
    ("#ifdef MISTAKE\n#error a\n#error b\n#endif\n// EXPECT: a\n// ERRORS: 1\n",
     "the answer has 2"),
]


def self_test(compilers):
    """Judge cases whose verdict is known, so that a harness that accepts anything is noticed."""
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        case = pathlib.Path(folder) / "case.cpp"
        for compiler in compilers:
            for source, expected in SELF_TEST:
                case.write_text(source, encoding="utf-8")
                faults = judge(compiler, case, [])
                right = faults[0].startswith(expected) if faults and expected else faults == []
                if not right or bool(faults) != bool(expected):
                    failures += 1
                    print(f"{compiler}: expected {expected}, found {faults}, for\n{source}")
    return failures


def main():
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("cases", nargs="*", type=pathlib.Path)
    arguments.add_argument("--compiler", action="append", required=True)
    arguments.add_argument("--include", action="append", default=[])
    arguments.add_argument("--self-test", action="store_true")
    options = arguments.parse_args()

    failures = self_test(options.compiler) if options.self_test else 0
    for case in options.cases:
        for compiler in options.compiler:
            faults = judge(compiler, case, options.include)
            failures += bool(faults)
            print(f"{case.name}, {compiler}: {'; '.join(faults) or 'as expected'}")
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()

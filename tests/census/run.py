#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Counts what the compilers made of the kernels' loops, for each instruction set and compiler.

The innermost loop of every kernel must do its multiply-adds on whole registers, as many as its tile
has in each turn, and touch neither the stack nor another function.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
INCLUDE = HERE.parent.parent / "include"

X86_STACK = re.compile(r"\(%rsp")
ARM_STACK = re.compile(r"\[sp")
FRAME = re.compile(r"mov\w*\s+%rsp,\s*%rbp|(?:mov|add)\s+x29,\s*sp")  # rbp, x29 hold the stack
IN_FRAME = re.compile(r"\(%rbp|\[x29")
TARGETS = {  # flags, a multiply-add on whole registers, one on a lane, the stack, least a turn
    "avx512": (["-march=skylake-avx512"], re.compile(r"vfn?m(?:add|sub)\d+ps.*%zmm"),
               re.compile(r"vfn?m(?:add|sub)\d+ss"), X86_STACK, 8),
    "avx2": (["-march=haswell"], re.compile(r"vfn?m(?:add|sub)\d+ps.*%ymm"),
             re.compile(r"vfn?m(?:add|sub)\d+ss"), X86_STACK, 8),
    "sse2": (["-march=x86-64"], re.compile(r"\bmulps\b"), re.compile(r"\bmulss\b"), X86_STACK, 4),
    "aarch64": ([], re.compile(r"\bfmla\b.*\.4s"), re.compile(r"\bfmadd\b"), ARM_STACK, 8),
}
WITH_PERMUTATIONS = {"winner_gradient"}  # half as many multiply-adds keep the ports busy
CALL = re.compile(r"^(?:call|callq|bl|blr)\s")
JUMP = re.compile(r"^(?:j\w+|b\.?\w*|cbn?z|tbn?z)\s+(?:.*,\s*)?(\.L\w+)")
LABEL = re.compile(r"^(\.L\w+|[A-Za-z_][\w.]*):")


def compilers(target):
    """The commands that compile for a target here."""
    if target == "aarch64":
        if shutil.which("aarch64-linux-gnu-g++"):
            yield "g++", ["aarch64-linux-gnu-g++"]
        if shutil.which("clang++-19") and pathlib.Path("/usr/aarch64-linux-gnu").exists():
            yield "clang++-19", ["clang++-19", "--target=aarch64-linux-gnu"]
        return
    for name in ("g++", "clang++-19"):
        if shutil.which(name):
            yield name, [name]


def functions(assembly):
    """The instructions and labels of each function, by its name."""
    body = {}
    name = None
    for line in assembly.splitlines():
        line = line.split("#")[0].split("//")[0].strip()
        label = LABEL.match(line)
        if label and not label[1].startswith(".L"):
            name = label[1]
            body[name] = []
        elif name and line and (label or not line.startswith(".")):
            body[name].append(line)
    return body


def innermost_loops(lines):
    """The stretches of code that jump back to their start and hold no such stretch."""
    place = {LABEL.match(line)[1]: k for k, line in enumerate(lines) if LABEL.match(line)}
    loops = []
    for k, line in enumerate(lines):
        jump = JUMP.match(line)
        if jump and place.get(jump[1], k + 1) <= k:
            loops.append((place[jump[1]], k))
    return [lines[a:b + 1] for a, b in loops
            if not any((c, d) != (a, b) and a <= c and d <= b for c, d in loops)]


def called(code, name):
    """The functions that one calls or jumps to."""
    for line in code[name]:
        words = line.split()
        if words[0] in ("call", "callq", "jmp", "bl", "b") and words[-1].split("@")[0] in code:
            yield words[-1].split("@")[0]


def find_kernels(code):
    """The function that each census_... runs: itself, or the one it calls or jumps to, with the
    parts that it may share out."""
    for name in code:
        if not name.startswith("census_"):
            continue
        target = list(called(code, name))[-1:] or [name]
        parts = {part for part in called(code, target[0]) if "Ul" in part}  # of its own lambdas
        yield (name.removeprefix("census_"),
               [line for part in (*target, *sorted(parts - {*target})) for line in code[part]])


def look_at(target, kernel, lines):
    """What is wrong with a kernel, and the multiply-adds in a turn of its largest loop."""
    _, packed, single, stack, least = TARGETS[target]
    if kernel in WITH_PERMUTATIONS:
        least //= 2
    most = 0
    framed = any(FRAME.search(line) for line in lines)
    for loop in innermost_loops(lines):
        count = sum(bool(packed.search(line)) for line in loop)
        if count < least and not any(single.search(line) for line in loop):
            continue
        most = max(most, count)
        if any(CALL.match(line) for line in loop):
            return "an innermost loop calls a function", most
        touched = [line for line in loop
                   if stack.search(line) or framed and IN_FRAME.search(line)]
        if touched and count >= least:
            return f"an innermost loop touches the stack: {touched[0]}", most
    if most < least:
        return f"found {most} multiply-adds in a turn, expected {least} at least", most
    return None, most


def main():
    failures = seen = 0
    table = {}
    for target, (flags, *_) in TARGETS.items():
        for name, command in compilers(target):
            with tempfile.TemporaryDirectory() as folder:
                out = pathlib.Path(folder) / "kernels.s"
                subprocess.run([*command, "-std=c++20", "-O2", *flags, f"-I{INCLUDE}", "-S", "-o",
                                out, HERE / "kernels.cpp"], check=True)
                code = functions(out.read_text(encoding="utf-8"))
            for kernel, lines in find_kernels(code):
                mistake, most = look_at(target, kernel, lines)
                table.setdefault(kernel, {})[f"{target} {name}"] = most
                seen += 1
                if mistake:
                    failures += 1
                    print(f"{kernel}, {target}, {name}: {mistake}")
    columns = list(next(iter(table.values())))
    print("multiply-adds a turn".ljust(26), *(column.rjust(18) for column in columns))
    for kernel, counts in table.items():
        print(kernel.ljust(26), *(str(counts[column]).rjust(18) for column in columns))
    print(f"{seen} loops seen, {failures} failed")
    return failures != 0 or seen == 0


if __name__ == "__main__":
    sys.exit(main())

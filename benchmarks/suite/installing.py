# SPDX-License-Identifier: MIT
"""Builds ours, and gives the peers an environment of their own."""
import os
import pathlib
import subprocess
import sys
import typing

from .contestants import Failed

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUTPUT = ROOT / "build" / "benchmarks"
WORK = OUTPUT / "work"  # weights, logs and objects



class Peer(typing.NamedTuple):
    modes: str             # what it can do, in the words of table.MODES
    packages: tuple = ()   # what pip calls it; a peer without is a program that CMake builds
    modules: tuple = ()    # those that show that it is there
    nets: tuple = ()       # those it has; all if none are named


PEERS = {
    "keras": Peer("train", ("keras", "tensorflow-cpu"), ("keras", "tensorflow")),
    "pytorch": Peer("train forward1 forward100 kernel", ("torch",), ("torch",)),
    "onnxruntime": Peer("forward1 forward100 kernel", ("onnxruntime", "onnx"),
                        ("onnxruntime", "onnx")),
    "openvino": Peer("forward1 forward100 kernel", ("openvino", "onnx"), ("openvino", "onnx")),
    "litert": Peer("forward1 forward100 kernel", ("ai-edge-litert", "keras", "tensorflow-cpu"),
                   ("ai_edge_litert", "keras", "tensorflow")),
    "onednn": Peer("kernel"),
    "dlib": Peer("train forward1 forward100", nets=("mission", "course_3_2")),
}
SHARED = ["numpy", "safetensors"]


def quietly(command, **options):
    """Runs a command; its output is shown only if it fails."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          **options)
    if done.returncode:
        sys.stderr.write(done.stdout)
        raise Failed(f"{' '.join(map(str, command[:4]))} ... failed")


def build(compiler):
    """Builds our programs with a compiler; the folder they are in."""
    folder = OUTPUT / pathlib.Path(compiler).name
    quietly(["cmake", "-S", ROOT, "-B", folder, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release",
             f"-DCMAKE_CXX_COMPILER={compiler}", "-DINLAY_BUILD_TESTS=OFF",
             "-DINLAY_BUILD_EXAMPLES=OFF"])
    quietly(["cmake", "--build", folder, "--target", "contestant", "fit", "memory",
             "accuracy"])
    return folder / "benchmarks"


def lacks(python, modules):
    """Those of the modules that the environment does not have."""
    script = ("import importlib.util as u, sys\n"
              "print(*[m for m in sys.argv[1:] if u.find_spec(m) is None])")
    return subprocess.run([python, "-c", script, *modules], check=True, text=True,
                          stdout=subprocess.PIPE).stdout.split()


def environment(say):
    """The python of the peers' environment, which is made if need be, and whether it is ours."""
    given = os.environ.get("INLAY_PEERS")
    folder = pathlib.Path(given) if given else ROOT / "build" / "peers"
    python = folder / "bin" / "python"
    if not python.exists():
        if given:
            raise Failed(f"INLAY_PEERS is {given}, but there is no {python}")
        say(f"makes an environment for the peers in {folder.relative_to(ROOT)}")
        quietly([sys.executable, "-m", "venv", folder])
    return python, not given


def install(name, python, may_install, say):
    """Whether a peer of pip's is there, or could be installed."""
    packages, modules = PEERS[name].packages, [*PEERS[name].modules, *SHARED]
    if lacks(python, modules) and may_install:
        say(f"installs {' '.join(packages)}")
        try:
            quietly([python, "-m", "pip", "install", "--quiet", *SHARED, *packages])
        except Failed as failure:
            say(str(failure))
    missing = lacks(python, modules)
    if missing:
        say(f"goes on without {name}: {' '.join(missing)} cannot be had")
    return not missing


def peers(wanted, programs, say):
    """The commands of those of the wanted peers that can be had, by name."""
    made, commands = None, {}
    for name in wanted:
        if PEERS[name].packages:
            made = made or environment(say)
            if install(name, *made, say):
                commands[name] = [made[0], "-m", f"peers.{name}"]
            continue
        try:
            quietly(["cmake", "--build", programs.parent, "--target", f"peer_{name}"])
            commands[name] = [programs / f"peer_{name}"]
        except Failed:
            say(f"goes on without {name}: its library is missing, or another than was expected")
    return commands

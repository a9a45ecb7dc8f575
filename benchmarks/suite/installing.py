# SPDX-License-Identifier: MIT
"""Builds ours, and gives the peers an environment of their own."""
import os
import pathlib
import subprocess
import sys

from .contestants import Failed

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUTPUT = ROOT / "build" / "benchmarks"
WORK = OUTPUT / "work"  # weights, logs and objects

# What pip calls each peer, the modules that show that it is there, and what it can do.
PEERS = {
    "keras": (["keras", "tensorflow-cpu"], ["keras", "tensorflow"], ["train"]),
    "pytorch": (["torch"], ["torch"], ["train", "forward"]),
    "onnxruntime": (["onnxruntime", "onnx"], ["onnxruntime", "onnx"], ["forward"]),
    "openvino": (["openvino", "onnx"], ["openvino", "onnx"], ["forward"]),
    "litert": (["ai-edge-litert", "keras", "tensorflow-cpu"],
               ["ai_edge_litert", "keras", "tensorflow"], ["forward"]),
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
    quietly(["cmake", "--build", folder])
    return folder / "benchmarks"


def lacks(python, modules):
    """Those of the modules that the environment does not have."""
    script = ("import importlib.util as u, sys\n"
              "print(*[m for m in sys.argv[1:] if u.find_spec(m) is None])")
    return subprocess.run([python, "-c", script, *modules], check=True, text=True,
                          stdout=subprocess.PIPE).stdout.split()


def peers(wanted, say):
    """The python of the peers' environment, and those of the wanted peers that are in it."""
    given = os.environ.get("INLAY_PEERS")
    folder = pathlib.Path(given) if given else ROOT / "build" / "peers"
    python = folder / "bin" / "python"
    if not python.exists():
        if given:
            raise Failed(f"INLAY_PEERS is {given}, but there is no {python}")
        say(f"makes an environment for the peers in {folder.relative_to(ROOT)}")
        quietly([sys.executable, "-m", "venv", folder])
    present = []
    for peer in wanted:
        packages, modules, _ = PEERS[peer]
        if lacks(python, modules + SHARED) and not given:
            say(f"installs {' '.join(packages)}")
            try:
                quietly([python, "-m", "pip", "install", "--quiet", *SHARED, *packages])
            except Failed as failure:
                say(f"goes on without {peer}: {failure}")
                continue
        missing = lacks(python, modules + SHARED)
        if missing:
            say(f"goes on without {peer}: {folder} lacks {' '.join(missing)}")
        else:
            present.append(peer)
    return python, present

# SPDX-License-Identifier: MIT
"""What has no peer: the cost of fit beside its steps, and the memory of training."""
import json
import os
import pty
import statistics
import subprocess
import threading

from .contestants import Failed, environment
from .table import grid

NAMES = ["fit.mission", "memory.course_5_3"]
IMAGES = {True: 6_000, False: 60_000}  # of an epoch, if quick and if not


def run(name, settings, folder):
    kind = name.partition(".")[0]
    return {"name": name} | {"fit": fit, "memory": memory}[kind](settings, folder)


def swallow(terminal):
    """Reads what a program draws, as a terminal does, until it closes."""
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:
        pass


def fit(settings, folder):
    """fit draws on a terminal of its own, for that is what users look at."""
    ours, theirs = pty.openpty()
    reader = threading.Thread(target=swallow, args=(ours,))
    reader.start()
    command = [folder / "fit", IMAGES[settings.quick], settings.rounds, settings.threads]
    done = subprocess.run(list(map(str, command)), stdout=theirs, stderr=subprocess.PIPE, text=True,
                          env=environment(settings.threads),
                          preexec_fn=lambda: os.sched_setaffinity(0, settings.cores))
    os.close(theirs)
    reader.join()
    os.close(ours)
    if done.returncode:
        raise Failed(f"fit: {done.stderr}")
    rounds = [json.loads(line) for line in done.stderr.splitlines()]
    return {"epoch": statistics.median(one["epoch"] for one in rounds),
            "steps": statistics.median(one["steps"] for one in rounds),
            "ratio": statistics.median(one["epoch"] / one["steps"] for one in rounds),
            "images": IMAGES[settings.quick]}


def memory(settings, folder):
    done = subprocess.run([folder / "memory", str(settings.threads)], text=True,
                          stdout=subprocess.PIPE, check=True)
    facts = json.loads(done.stdout)
    return facts | {"beyond": facts["peak"] - facts["data"] - 4 * facts["weights"]}


def show(results):
    cells = [["without a peer", ""]]
    for row in results:
        if "ratio" in row:
            cells.append([f"{row['name']}: an epoch of {row['images']} images over its steps",
                          f"{row['ratio']:.3f}x ({row['epoch']:.2f} s)"])
        else:
            cells.append([f"{row['name']}: most memory while training with Adam",
                          f"{row['peak'] / 2**20:.0f} MiB = 4 x weights + "
                          f"{row['beyond'] / 2**20:.0f} MiB"])
    return grid(cells)

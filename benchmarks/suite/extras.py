# SPDX-License-Identifier: MIT
"""What has no peer: the cost of fit beside its steps, the memory of training, and the accuracy that
fast algorithms leave."""
import functools
import json
import os
import pty
import statistics
import subprocess
import threading

from .contestants import Failed, environment
from .table import grid

IMAGES = {True: 6_000, False: 60_000}  # of an epoch, if quick and if not


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


def accuracy(data, settings, folder):
    """Test accuracies of five seeds, with fast algorithms and with direct sums."""
    images, epochs, seeds = IMAGES[settings.quick], 1, 2 if settings.quick else 5
    command = [folder / "accuracy", data, images, epochs, seeds, settings.threads]
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True)
    if done.returncode:
        return {"error": done.stderr.strip()}
    return json.loads(done.stdout)


NAMES = {"fit.mission": fit, "memory.course_5_3": memory,
         "accuracy.mnist": functools.partial(accuracy, "mnist"),
         "accuracy.fashion_mnist": functools.partial(accuracy, "fashion_mnist")}


def run(name, settings, folder):
    return {"name": name} | NAMES[name](settings, folder)


def show(results):
    cells = [["without a peer", ""]]
    for row in results:
        if "error" in row:
            cells.append([row["name"], row["error"]])
        elif "fast" in row:
            cells.append([f"{row['name']}: of {len(row['fast'])} seeds, fast and direct",
                          ", ".join(f"{100 * statistics.mean(row[kind]):.2f} % "
                                    f"+- {100 * statistics.stdev(row[kind]):.2f}"
                                    for kind in ("fast", "direct"))])
        elif "ratio" in row:
            cells.append([f"{row['name']}: an epoch of {row['images']} images over its steps",
                          f"{row['ratio']:.3f}x ({row['epoch']:.2f} s)"])
        else:
            cells.append([f"{row['name']}: most memory while training with Adam",
                          f"{row['peak'] / 2**20:.0f} MiB = 4 x weights "
                          f"{row['beyond'] / 2**20:+.0f} MiB"])
    return grid(cells)

# SPDX-License-Identifier: MIT
"""The processes that compete: each stays alive, waits, and works when it is asked to."""
import json
import os
import select
import subprocess

PATIENCE = 600  # seconds until an answer is given up


class Failed(Exception):
    """A contestant that cannot do what it was asked for; its text says why."""


class Contestant:
    """A process that reads a command a line and answers with a line of JSON."""

    def __init__(self, name, command, cores, log, cwd=None):
        self.name, self.log = name, log
        self.process = subprocess.Popen(
            [*command, str(len(cores))], cwd=cwd, env=environment(len(cores)),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log.open("w"), text=True,
            bufsize=1, preexec_fn=lambda: os.sched_setaffinity(0, cores))

    def ask(self, *words):
        try:
            self.process.stdin.write(" ".join(map(str, words)) + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            raise Failed(f"{self.name} has ended; {self.log} may say why") from None
        if not select.select([self.process.stdout], [], [], PATIENCE)[0]:
            self.process.kill()
            raise Failed(f"{self.name} gave no answer to '{words[0]}' in {PATIENCE} s")
        line = self.process.stdout.readline()
        if not line:
            raise Failed(f"{self.name} has ended; {self.log} may say why")
        reply = json.loads(line)
        if isinstance(reply, dict) and "error" in reply:
            raise Failed(f"{self.name}: {reply['error']}")
        return reply

    def seconds(self, count):
        """What one run takes, over a window of `count`."""
        return self.ask("run", count) / count

    def count_for(self, window):
        """Runs that fill a window of so many seconds."""
        count, time = 1, self.ask("run", 1)
        while time < window / 4:
            count = max(count + 1, min(10 * count, round(count * window / (2 * time + 1e-9))))
            time = self.ask("run", count)
        return max(1, round(window / (time / count)))

    def end(self):
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


def environment(threads):
    """As many threads as asked for, in every library that may start some; no GPU. TensorFlow uses
    oneDNN by itself only on some processors, but gains by it on all: up to three times."""
    chosen = dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS",
                            "TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS"), str(threads))
    return os.environ | chosen | {"CUDA_VISIBLE_DEVICES": "", "TF_CPP_MIN_LOG_LEVEL": "3",
                                  "TF_ENABLE_ONEDNN_OPTS": "1"}


def cores(count):
    """The cores to run on: the last ones, as the first serves most interrupts."""
    allowed = sorted(os.sched_getaffinity(0))
    if count > len(allowed):
        raise Failed(f"--threads {count}: this process may use {len(allowed)} cores")
    return allowed[-count:]

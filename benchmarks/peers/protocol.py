# SPDX-License-Identifier: MIT
"""The peers' end of the conversation with the suite: one command a line, one line of JSON back.

    about                          the peer's name and version
    begin NET MODE FILE<tab>FACTS  makes a row ready: FILE has inlay's weights, FACTS is JSON
    check                          losses of the first steps, or outputs
    run K                          from the beginning: one untimed run, then the seconds of K

A peer is a class with begin(facts, file), check() -> list, reset() and run(count).
"""
import contextlib
import json
import os
import sys
import time


def answer(peer, line):
    verb, _, rest = line.strip().partition(" ")
    if verb == "about":
        return peer.about
    if verb == "begin":
        words, facts = rest.split("\t")
        peer.begin(json.loads(facts), words.split(" ", 2)[2])
        return peer.variant
    if verb == "check":
        return [float(value) for value in peer.check()]
    if verb == "run":
        peer.reset()
        peer.run(1)
        start = time.perf_counter()
        peer.run(int(rest))
        return time.perf_counter() - start
    raise ValueError(f"the commands are about, begin, check and run, not {verb}")


def fastest(variants, peer, seconds=0.3):
    """The variant whose single run takes least time; each is set by peer.use(variant)."""
    times = {}
    for variant in variants:
        peer.use(variant)
        peer.run(2)
        best, end = float("inf"), time.perf_counter() + seconds
        while time.perf_counter() < end:
            start = time.perf_counter()
            peer.run(1)
            best = min(best, time.perf_counter() - start)
        times[variant] = best
    return min(times, key=times.get)


def serve(make_peer):
    """Answers until the suite hangs up. What libraries print goes to standard error."""
    threads = int(sys.argv[1])
    replies = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    with contextlib.redirect_stdout(sys.stderr):
        peer = make_peer(threads)
        peer.variant = ""
        for line in sys.stdin:
            try:
                reply = answer(peer, line)
            except Exception as error:  # the suite shows it and goes on without this row
                reply = {"error": f"{type(error).__name__}: {error}"}
            print(json.dumps(reply), file=replies, flush=True)

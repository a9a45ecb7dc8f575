# SPDX-License-Identifier: MIT
import argparse
import datetime
import fnmatch
import json
import os
import platform
import subprocess
import sys

from peers.nets import NETS

from . import costs, extras, installing, picture, table
from .contestants import Contestant, Failed, cores
from .installing import OUTPUT, PEERS, ROOT, WORK
from .measuring import Row


def options():
    parser = argparse.ArgumentParser(
        prog="benchmarks/run", formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Measures inlay beside its peers, in turn, on pinned cores.",
        epilog="Results: build/benchmarks/results.json and one picture a group beside it.\n"
               "INLAY_PEERS=FOLDER names an environment to use instead of build/peers.")
    parser.add_argument("--quick", action="store_true",
                        help="few short windows; no peers and no compile times unless named")
    parser.add_argument("--only", metavar="NAME", action="append", default=[],
                        help="rows by name, or by a part of it: mission, train, 'forward*', "
                             "resnet8.forward1 ...")
    parser.add_argument("--threads", type=int, default=1, metavar="N")
    parser.add_argument("--peers", metavar="A,B", help=f"of {', '.join(PEERS)}; or all, or none")
    parser.add_argument("--rounds", type=int, metavar="N", help="windows of each peer in a row")
    parser.add_argument("--window", type=float, metavar="S", help="seconds of a window")
    parser.add_argument("--compiler", default="g++", metavar="CXX")
    parser.add_argument("--second-compiler", metavar="CXX",
                        help="ours once more, as a peer: clang++-19 ...")
    parser.add_argument("--list", action="store_true", help="the names of all rows")
    chosen = parser.parse_args()
    quick = chosen.quick
    chosen.rounds = chosen.rounds or (3 if quick else 7)
    chosen.window = chosen.window or (0.1 if quick else 0.5)
    chosen.warm_up = 0.1 if quick else 2.0
    chosen.peers = chosen.peers or ("none" if quick else "all")
    names = {"all": list(PEERS), "none": []}.get(chosen.peers, chosen.peers.split(","))
    for name in names:
        if name not in PEERS:
            parser.error(f"the peers are {', '.join(PEERS)}, not {name}")
    chosen.peers = names
    return chosen


def say(sentence):
    print(f"benchmarks: {sentence}", file=sys.stderr, flush=True)


def first_line(*command):
    try:
        done = subprocess.run(command, cwd=ROOT, text=True, capture_output=True)
        return done.stdout.split("\n")[0]
    except OSError:
        return ""


def circumstances(settings):
    """What a number means nothing without."""
    model = [line.split(":")[1].strip() for line in open("/proc/cpuinfo")
             if line.startswith("model name")]
    return {"time": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
            "processor": model[0] if model else platform.machine(), "cores": os.cpu_count(),
            "load": os.getloadavg(), "compiler": first_line(settings.compiler, "--version"),
            "flags": "-O3 -DNDEBUG -march=native", "threads": settings.threads,
            "commit": first_line("git", "describe", "--always", "--dirty"),
            "rounds": settings.rounds, "window": settings.window}


def contestants(settings):
    """Ours, and the peers that could be installed and answer."""
    say(f"builds with {settings.compiler}")
    settings.folder = installing.build(settings.compiler)
    ours = Contestant("inlay", [settings.folder / "contestant"], settings.cores,
                      WORK / "inlay.log")
    peers = []
    if settings.second_compiler:
        other = installing.build(settings.second_compiler) / "contestant"
        name = f"inlay {other.parent.parent.name}"
        peers.append(Contestant(name, [other], settings.cores, WORK / f"{name}.log"))
    commands = installing.peers(settings.peers, settings.folder, say)
    for name, command in commands.items():
        peer = Contestant(name, command, settings.cores, WORK / f"{name}.log",
                          cwd=ROOT / "benchmarks")
        try:
            settings.versions[name] = peer.ask("about")
            peers.append(peer)
        except Failed as failure:
            say(f"goes on without {name}: {failure}")
    return ours, peers


def can(peer, row):
    """Whether a peer has something to offer in a row."""
    if peer.name not in PEERS:
        return True
    facts = PEERS[peer.name]
    return row["mode"] in facts.modes.split() and (not facts.nets or row["net"] in facts.nets)


def is_meant(name, pattern):
    """Patterns are of a whole name or of a part between its dots."""
    return any(fnmatch.fnmatch(part, pattern) for part in (name, *name.split(".")))


def main():
    settings = options()
    settings.cores, settings.versions = cores(settings.threads), {}
    WORK.mkdir(parents=True, exist_ok=True)
    ours, peers = contestants(settings)
    rows = sorted(ours.ask("rows"), key=lambda row: (list(table.MODES).index(row["mode"]),
                                                     list(NETS).index(row["net"])))
    rows = {f"{row['net']}.{row['mode']}": row for row in rows}
    names = [*rows, *extras.NAMES, *costs.NAMES]
    chosen = [name for name in names if any(is_meant(name, pattern) for pattern in settings.only)
              or not settings.only and not name.startswith("accuracy")
              and not (settings.quick and name in costs.NAMES)]
    if settings.list or not chosen:
        print("\n".join(names))
        return 0 if settings.list else 2

    results = {"circumstances": circumstances(settings), "versions": settings.versions,
               "roofs": ours.ask("roofs"), "rows": [], "extras": [], "costs": []}
    for name in chosen:
        say(name)
        if name in rows:
            able = [peer for peer in peers if can(peer, rows[name])]
            results["rows"].append(Row(rows[name], ours, able, settings, WORK).measure())
        else:
            kind, module = ("costs", costs) if name in costs.NAMES else ("extras", extras)
            results[kind].append(module.run(name, settings, settings.folder))
    for contestant in [ours, *peers]:
        contestant.end()
    return report(results, settings)


def report(results, settings):
    """Everything that is said, written and drawn; the exit code."""
    facts = results["circumstances"]
    (OUTPUT / "results.json").write_text(json.dumps(results, indent=1) + "\n")
    print(f"\n{facts['processor']}, {facts['threads']} thread(s), {facts['compiler']} "
          f"{facts['flags']}, commit {facts['commit']}, load {facts['load'][0]:.1f}")
    for version in results["versions"].values():
        print(version)
    for mode in table.MODES:
        rows = [row for row in results["rows"] if row["mode"] == mode]
        if rows:
            print("\n" + table.group(mode, rows))
            (OUTPUT / f"{mode}.svg").write_text(picture.bars(mode, rows))
            if mode == "kernel":
                (OUTPUT / "roofline.svg").write_text(picture.roofline(rows, results["roofs"]))
    if results["extras"]:
        print("\n" + extras.show(results["extras"]))
    if results["costs"]:
        print("\n" + costs.show(results["costs"], settings.compiler))
    windows = sum(row["windows"] for row in results["rows"])
    unsteady = sum(row["unsteady"] for row in results["rows"])
    if unsteady:
        print(f"\nIn {unsteady} of {windows} windows the machine's peak changed by more than 3 %: "
              "something else is running, and the numbers are worth less.")
    errors = [f"{row['net']}.{row['mode']}: {error}" for row in results["rows"]
              for error in row["errors"]]
    for error in errors:
        print(f"error: {error}", file=sys.stderr)
    return 1 if errors else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as failure:
        say(str(failure))
        sys.exit(2)

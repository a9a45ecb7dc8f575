# SPDX-License-Identifier: MIT
import argparse
import datetime
import json
import os
import platform
import subprocess
import sys

from peers.nets import NETS

from . import installing, picture, table
from .contestants import Contestant, Failed, cores
from .installing import OUTPUT, PEERS, ROOT
from .measuring import Row


def options():
    parser = argparse.ArgumentParser(
        prog="benchmarks/run", formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Measures inlay beside its peers, in turn, on pinned cores.",
        epilog="Results: build/benchmarks/results.json and one picture a group beside it.\n"
               "INLAY_PEERS=FOLDER names an environment to use instead of build/peers.")
    parser.add_argument("--quick", action="store_true",
                        help="few short windows, no peers unless named")
    parser.add_argument("--only", metavar="NAME", action="append", default=[],
                        help="rows with NAME in them: mission, train, resnet8.forward1 ...")
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


def main():
    settings = options()
    OUTPUT.mkdir(parents=True, exist_ok=True)
    say(f"builds with {settings.compiler}")
    command = [installing.build(settings.compiler) / "contestant"]
    pinned = cores(settings.threads)
    ours = Contestant("inlay", command, pinned, OUTPUT / "inlay.log")
    rows = sorted(ours.ask("rows"), key=lambda row: (list(table.MODES).index(row["mode"]),
                                                     list(NETS).index(row["net"])))
    names = [f"{row['net']}.{row['mode']}" for row in rows]
    if settings.list:
        print("\n".join(names))
        return 0
    chosen = [row for row, name in zip(rows, names)
              if not settings.only or any(part in name for part in settings.only)]
    if not chosen:
        raise Failed(f"no row has {' or '.join(settings.only)} in its name; --list shows them")

    peers = []
    if settings.second_compiler:
        other = installing.build(settings.second_compiler) / "contestant"
        name = f"inlay {other.parent.parent.name}"
        peers.append(Contestant(name, [other], pinned, OUTPUT / f"{name}.log"))
    if settings.peers:
        python, present = installing.peers(settings.peers, say)
        peers += [Contestant(peer, [python, "-m", f"peers.{peer}"], pinned, OUTPUT / f"{peer}.log",
                             cwd=ROOT / "benchmarks") for peer in present]

    results = {"circumstances": circumstances(settings), "rows": [], "versions": {}}
    for peer in list(peers):
        if peer.name in PEERS:
            try:
                results["versions"][peer.name] = peer.ask("about")
            except Failed as failure:
                say(f"goes on without {peer.name}: {failure}")
                peers.remove(peer)
    for row in chosen:
        say(f"{row['net']}.{row['mode']}")
        able = [peer for peer in peers if peer.name not in PEERS
                or any(row["mode"].startswith(mode) for mode in PEERS[peer.name][2])]
        results["rows"].append(Row(row, ours, able, settings, OUTPUT).measure())
    for contestant in [ours, *peers]:
        contestant.end()
    return report(results)


def report(results):
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
            (OUTPUT / f"{mode}.svg").write_text(picture.svg(mode, rows))
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

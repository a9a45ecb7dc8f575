# SPDX-License-Identifier: MIT
"""The table on the terminal."""
import math

MODES = {"train": "training step", "forward1": "inference, one example",
         "forward100": "inference, a hundred examples", "kernel": "kernels"}


def duration(seconds):
    for unit, size in (("s", 1), ("ms", 1e-3), ("us", 1e-6), ("ns", 1e-9)):
        if seconds >= size or unit == "ns":
            return f"{seconds / size:#.3g}".rstrip(".") + " " + unit


def geometric_mean(values):
    return math.exp(sum(map(math.log, values)) / len(values))


def peer_names(rows):
    return list(dict.fromkeys(name for row in rows for name in row["peers"]))


def ratios(rows, peer=None):
    """How many times as long as ours a peer takes, row by row; the fastest of each unless named."""
    if peer:
        return [row["peers"][peer]["ratio"]["median"] for row in rows if peer in row["peers"]]
    return [min(p["ratio"]["median"] for p in row["peers"].values()) for row in rows
            if row["peers"]]


def line(cells, widths):
    return "  ".join(cell.ljust(width) if k == 0 else cell.rjust(width)
                     for k, (cell, width) in enumerate(zip(cells, widths))).rstrip()


def grid(cells):
    """Lines of cells as a table under its first line."""
    widths = [max(map(len, column)) for column in zip(*cells)]
    lines = [line(row, widths) for row in cells]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def saves(row):
    """Whether some layer runs an algorithm with fewer multiplications than the direct one."""
    return row["products"] < row["multiply_adds"]


def group(mode, rows):
    """The rows of one mode, and what they come to."""
    names = peer_names(rows)
    cells = [[MODES[mode], "inlay", "spread", "of peak", "limit",
              *(text for name in names for text in (name, "ratio"))]]
    for row in rows:
        seconds, share = row["seconds"], row["share"]
        wide = (seconds["quartiles"][1] - seconds["quartiles"][0]) / seconds["median"]
        label = row["net"] + {"train": ", batch {batch}, {optimizer}",
                              "kernel": ", batch {batch}"}.get(mode, "").format(**row)
        cells.append([label, duration(seconds["median"]), f"{100 * wide:.1f} %",
                      f"{100 * share['median']:.1f} %{'*' if saves(row) else ' '}",
                      duration(row["limit_seconds"])])
        for name in names:
            peer = row["peers"].get(name)
            cells[-1] += [duration(peer["seconds"]["median"]), f"{peer['ratio']['median']:.2f}x"] \
                if peer else ["-", "-"]
    if names:
        cells.append(["geometric mean", "", "", "", ""])
        for name in names:
            cells[-1] += ["", f"{geometric_mean(ratios(rows, name)):.2f}x"]
    lines = [grid(cells)]
    lines += [f"* counted in multiply-adds of the direct algorithm; {row['net']} does "
              f"{100 * row['products'] / row['multiply_adds']:.0f} % of them"
              for row in rows if saves(row)]
    against = ratios(rows)
    if against:
        lines.append(f"against the fastest peer of each row: {geometric_mean(against):.2f}x in the "
                     f"geometric mean, {min(against):.2f}x at least")
    return "\n".join(lines)

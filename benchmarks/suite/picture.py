# SPDX-License-Identifier: MIT
"""One picture a group: how much of the arithmetic limit everybody reaches; and a roofline."""
import math
from html import escape

from .table import MODES, duration, peer_names

COLOURS = ["#1b6ca8", "#e07a1f", "#c0392b", "#7d5ba6", "#3f9b57", "#8d6e63", "#607d8b"]
LEFT, WIDE, BAR, GAP, TOP = 150, 600, 14, 16, 64  # pixels; WIDE are those of the longest bar


def frame(width, height, left, title, names, colour, parts):
    """A picture with its title and the names of the colours."""
    legend, x = [], left
    for name in names:
        legend.append(f'<rect x="{x}" y="34" width="10" height="10" fill="{colour[name]}"/>'
                      f'<text class="small" x="{x + 14}" y="43">{escape(name)}</text>')
        x += 30 + 7 * len(name)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="13">\n'
            f'<style>.small {{ font-size: 11px }}</style>\n'
            f'<rect width="100%" height="100%" fill="white"/>\n'
            f'<text x="{left}" y="22" font-weight="bold">{title}</text>\n'
            + "\n".join([*legend, *parts]) + "\n</svg>\n")


def bars(mode, rows):
    """Bars: the time of the direct algorithm at the peak over the contestant's, in percent."""
    names = ["inlay", *peer_names(rows)]
    most = max([100] + [100 * row["limit_seconds"] / row["seconds"]["median"] for row in rows])
    scale = WIDE / most
    colour = dict(zip(names, COLOURS * len(names)))
    width = LEFT + WIDE + 110
    parts, y = [], TOP
    for row in rows:
        times = {"inlay": row["seconds"]["median"]} | {
            name: peer["seconds"]["median"] for name, peer in row["peers"].items()}
        middle = y + len(times) * BAR / 2 + 4
        parts.append(f'<text x="{LEFT - 10}" y="{middle:.0f}" text-anchor="end">'
                     f'{escape(row["net"])}</text>')
        for name, time in times.items():
            percent = 100 * row["limit_seconds"] / time
            length = min(percent, most) * scale
            parts.append(f'<rect x="{LEFT}" y="{y}" width="{length:.1f}" height="{BAR - 2}" '
                         f'fill="{colour[name]}"/>')
            parts.append(f'<text class="small" x="{LEFT + length + 5:.1f}" y="{y + BAR - 4}">'
                         f'{percent:.0f} %, {duration(time)}</text>')
            y += BAR
        y += GAP
    grid = "".join(
        f'<line x1="{LEFT + p * scale:.1f}" y1="{TOP - 8}" x2="{LEFT + p * scale:.1f}" '
        f'y2="{y - GAP + 6}" stroke="{"#222" if p == 100 else "#ddd"}"/>'
        for p in range(0, round(most) + 1, 25))
    title = f"{MODES[mode]}: share of the direct algorithm's arithmetic limit (the line)"
    return frame(width, y + 12, LEFT, title, names, colour, [grid, *parts])


def roofline(rows, roofs):
    """Multiply-adds a second over multiply-adds a byte, both logarithmic: no direct sum gets above
    the peak, nor above what the memory that holds the operands can deliver."""
    names = ["inlay", *peer_names(rows)]
    colour = dict(zip(names, COLOURS * len(names)))
    peak = max(row["multiply_adds"] / row["limit_seconds"] for row in rows)
    left, top, width, height = 70, 60, 560, 320
    most = max([peak] + [row["multiply_adds"] / row["seconds"]["median"] for row in rows])
    x_range, y_range = (0.1, 200), (peak / 30, most * 1.3)

    def place(x, y):
        share = [math.log(v / low) / math.log(high / low)
                 for v, (low, high) in ((x, x_range), (y, y_range))]
        return left + width * share[0], top + height * (1 - share[1])

    parts = []
    for bytes_a_second, label in zip(roofs, ("16 KiB", "256 KiB", "4 MiB", "64 MiB")):
        start = max(x_range[0], y_range[0] / bytes_a_second)
        (x1, y1), (x2, y2) = (place(x, x * bytes_a_second)
                              for x in (start, peak / bytes_a_second))
        parts.append(f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
                     f'stroke="#999"/><text class="small" x="{x1 + 4:.1f}" y="{y1 - 4:.1f}" '
                     f'transform="rotate(-45 {x1:.1f} {y1:.1f})">{label}</text>')
    (x1, y1), (x2, _) = place(peak / max(roofs), peak), place(x_range[1], peak)
    parts.append(f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y1:.1f}" stroke="#222"/>'
                 f'<text class="small" x="{x2:.1f}" y="{y1 - 5:.1f}" text-anchor="end">'
                 f'{peak / 1e9:.0f} G multiply-adds a second</text>')
    for number, row in enumerate(rows):
        times = {"inlay": row["seconds"]["median"]} | {
            name: peer["seconds"]["median"] for name, peer in row["peers"].items()}
        for name, time in reversed(times.items()):
            x, y = place(row["multiply_adds"] / row["bytes"], row["multiply_adds"] / time)
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour[name]}">'
                         f'<title>{escape(row["net"])}, {escape(name)}</title></circle>')
        bottom = top + height + 16 + 13 * number
        parts.insert(0, f'<line x1="{x:.1f}" y1="{y1:.1f}" x2="{x:.1f}" y2="{bottom - 10}" '
                        f'stroke="#ddd"/><text class="small" x="{x:.1f}" y="{bottom}" '
                        f'text-anchor="middle">{escape(row["net"])}</text>')
    total = top + height + 40 + 13 * len(rows)
    return frame(left + width + 40, total, left,
                 "kernels: multiply-adds a second over multiply-adds a byte", names, colour, parts)

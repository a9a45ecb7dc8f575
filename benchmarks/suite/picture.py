# SPDX-License-Identifier: MIT
"""One picture a group: how much of the arithmetic limit everybody reaches."""
from html import escape

from .table import MODES, duration, peer_names

COLOURS = ["#1b6ca8", "#e07a1f", "#c0392b", "#7d5ba6", "#3f9b57", "#8d6e63", "#607d8b"]
LEFT, SCALE, BAR, GAP, TOP = 150, 6, 14, 16, 64  # pixels; SCALE is those of one percent


def svg(mode, rows):
    """Bars from zero to the limit: the limit's time over the contestant's, in percent."""
    names = ["inlay", *peer_names(rows)]
    colour = dict(zip(names, COLOURS * len(names)))
    width = LEFT + 100 * SCALE + 110
    parts, y = [], TOP
    for row in rows:
        times = {"inlay": row["seconds"]["median"]} | {
            name: peer["seconds"]["median"] for name, peer in row["peers"].items()}
        middle = y + len(times) * BAR / 2 + 4
        parts.append(f'<text x="{LEFT - 10}" y="{middle:.0f}" text-anchor="end">'
                     f'{escape(row["net"])}</text>')
        for name, time in times.items():
            percent = 100 * row["limit_seconds"] / time
            length = min(percent, 110) * SCALE
            parts.append(f'<rect x="{LEFT}" y="{y}" width="{length:.1f}" height="{BAR - 2}" '
                         f'fill="{colour[name]}"/>')
            parts.append(f'<text class="small" x="{LEFT + length + 5:.1f}" y="{y + BAR - 4}">'
                         f'{percent:.0f} %, {duration(time)}</text>')
            y += BAR
        y += GAP
    legend, x = [], LEFT
    for name in names:
        legend.append(f'<rect x="{x}" y="34" width="10" height="10" fill="{colour[name]}"/>'
                      f'<text class="small" x="{x + 14}" y="43">{escape(name)}</text>')
        x += 30 + 7 * len(name)
    grid = "".join(
        f'<line x1="{LEFT + p * SCALE}" y1="{TOP - 8}" x2="{LEFT + p * SCALE}" y2="{y - GAP + 6}" '
        f'stroke="{"#222" if p == 100 else "#ddd"}"/>' for p in (0, 25, 50, 75, 100))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{y + 12}" '
            f'viewBox="0 0 {width} {y + 12}" font-family="sans-serif" font-size="13">\n'
            f'<style>.small {{ font-size: 11px }}</style>\n'
            f'<rect width="100%" height="100%" fill="white"/>\n'
            f'<text x="{LEFT}" y="22" font-weight="bold">{MODES[mode]}: share of the arithmetic '
            f'limit (the line)</text>\n'
            + grid + "\n" + "".join(legend) + "\n" + "\n".join(parts) + "\n</svg>\n")

# SPDX-License-Identifier: MIT
"""One row of the table: agreement first, then windows of ours and of each peer in turn."""
import json
import statistics

from .contestants import Failed

# The most that outputs, and losses relative to themselves, may differ by: other orders of
# summation give 1e-6, and a wrong padding or a forgotten bias gives more than this.
TOLERANCE = {"train": 1e-3, "forward1": 1e-4, "forward100": 1e-4, "kernel": 1e-4}
ALARM = 1.05  # a share of the peak that multiplications really done cannot have
UNSTEADY = 0.03  # a change of the peak across a window that says the machine is busy


def difference(mode, ours, theirs):
    """How far two contestants are apart; infinite where one is not a number."""
    if len(ours) != len(theirs):
        return float("inf")
    scale = [abs(a) if mode == "train" else 1.0 for a in ours]
    parts = [abs(a - b) / s for a, b, s in zip(ours, theirs, scale)]
    return max(parts) if all(part == part for part in parts) else float("inf")


def spread(values):
    """Median, least, largest and the quartiles of some measurements."""
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive") \
        if len(values) > 1 else values * 3
    return {"median": middle, "low": min(values), "high": max(values), "quartiles": [low, high]}


class Row:
    """A network in a mode, measured with some peers."""

    def __init__(self, facts, ours, peers, settings, folder):
        self.facts, self.ours, self.settings = facts, ours, settings
        self.mode = facts["mode"]
        self.file = folder / f"{facts['net']}.{self.mode}.safetensors"
        self.errors, self.peers = [], {}
        ours.ask("begin", facts["net"], self.mode, self.file)
        reference = ours.ask("check")
        for peer in peers:
            try:
                self.peers[peer] = self.admit(peer, reference)
            except Failed as failure:
                self.errors.append(str(failure))

    def admit(self, peer, reference):
        """Makes a peer ready; it may compete only if it computes the same."""
        variant = peer.ask("begin", self.facts["net"], self.mode,
                           f"{self.file}\t{json.dumps(self.facts)}")
        apart = difference(self.mode, reference, peer.ask("check"))
        if not apart <= TOLERANCE[self.mode]:
            raise Failed(f"{peer.name} does not agree: it differs by {apart:.2g}, and "
                         f"{TOLERANCE[self.mode]:g} is allowed")
        return {"variant": variant, "difference": apart}

    def measure(self):
        """Windows in turn: ours beside each peer, our peak around each of ours."""
        contestants = [self.ours, *self.peers]
        counts = {c: c.count_for(self.settings.window) for c in contestants}
        for contestant in contestants:  # clocks and caches settle
            contestant.seconds(max(1, round(counts[contestant] * self.settings.warm_up
                                            / self.settings.window)))
        times, shares, unsteady = [], [], 0
        theirs = {peer: [] for peer in self.peers}
        ratios = {peer: [] for peer in self.peers}
        peak = peak_before = self.ours.ask("peak")
        for _ in range(self.settings.rounds):
            for peer in self.peers or [None]:
                time = self.ours.seconds(counts[self.ours])
                after = self.ours.ask("peak")
                times.append(time)
                shares.append(self.facts["multiply_adds"] / time / max(peak, after))
                unsteady += abs(after - peak) > UNSTEADY * peak
                if peer:
                    theirs[peer].append(peer.seconds(counts[peer]))
                    ratios[peer].append(theirs[peer][-1] / time)
                peak = self.ours.ask("peak") if peer else after
        share = spread(shares)
        done = share["median"] * self.facts["products"] / self.facts["multiply_adds"]
        if done > ALARM:
            self.errors.append(f"{100 * done:.0f} % of the peak cannot be")
        return self.facts | {
            "seconds": spread(times), "share": share, "windows": len(times), "unsteady": unsteady,
            "limit_seconds": self.facts["multiply_adds"] / max(peak_before, peak),
            "peak_before": peak_before, "peak_after": peak, "errors": self.errors,
            "peers": {peer.name: facts | {"seconds": spread(theirs[peer]),
                                          "ratio": spread(ratios[peer])}
                      for peer, facts in self.peers.items()}}

# SPDX-License-Identifier: MIT
"""Runs inlay beside its peers and says how they compare; see ../README.md."""

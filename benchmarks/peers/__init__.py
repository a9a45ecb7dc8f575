# SPDX-License-Identifier: MIT
"""The peers, each a process that speaks the words of protocol.py."""

/* SPDX-License-Identifier: MIT */
/* A source in C beside them, which is given no header in C++. */
int plain(void) { return 0; }

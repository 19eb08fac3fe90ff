"""How much a process remembers of what it has read.

A word comes again within some articles, and every detector asks about the same sentences. What is remembered is full
after some dozens of articles: a run over millions takes no more memory than one over a hundred.
"""

from __future__ import annotations

WORDS = 6_144
"""Words of which an answer is remembered. With 16,384 an article is checked no faster, and memory grows for hundreds
of articles (`python -m benchmarks.scale memory`)."""
SENTENCES = 2_000
"""Sentences, beads or other short texts of which an answer is remembered: some articles' worth."""

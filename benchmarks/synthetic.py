"""Articles of any number made from the beads of corpora/: every sentence pair with a number of its own.

The number makes every bead a new one, so that no memory of the checker shortens the work on sentences; the words
come again, as they do in news.
"""

from __future__ import annotations

import random
from pathlib import Path

CORPORA = Path(__file__).parent.parent / "corpora"
SENTENCES = 80


def beads() -> list[tuple[str, str]]:
    """(original, translation) of every bead of our own articles that has both sides."""
    made = []
    for folder in sorted(CORPORA.iterdir()):
        if not (folder / "beads.tsv").is_file():
            continue
        sides = [(folder / f"article.{lang}.sentences.txt").read_text("utf-8").splitlines() for lang in ("ru", "en")]
        for line in (folder / "beads.tsv").read_text("utf-8").splitlines()[1:]:
            ends = [int(cell) for cell in line.split("\t")[:4]]
            if ends[0] < ends[1] and ends[2] < ends[3]:
                made.append((" ".join(sides[0][ends[0] : ends[1]]), " ".join(sides[1][ends[2] : ends[3]])))
    return made


def article(number: int, sentences: int = SENTENCES) -> tuple[str, str]:
    """(original, translation), the same for the same number."""
    chance = random.Random(number)
    pool = beads_once()
    drawn = [pool[chance.randrange(len(pool))] for _ in range(sentences)]
    marks = [number * 1000 + place for place in range(sentences)]
    original = [f"{source} Это сказано в записи {mark}." for (source, _), mark in zip(drawn[::2], marks, strict=False)]
    translation = [
        f"{target} This is said in entry {mark}." for (_, target), mark in zip(drawn[::2], marks, strict=False)
    ]
    return "\n\n".join(original) + "\n", "\n\n".join(translation) + "\n"


_POOL: list[tuple[str, str]] = []


def beads_once() -> list[tuple[str, str]]:
    """`beads`, read once."""
    if not _POOL:
        _POOL.extend(beads())
    return _POOL


def write(folder: Path, count: int, sentences: int = SENTENCES, *, source: bool = True) -> Path:
    """`count` articles in a folder and their manifest; its path."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["translation,source" if source else "translation"]
    for number in range(count):
        original, translation = article(number, sentences)
        (folder / f"a{number}.en.txt").write_text(translation, "utf-8")
        if source:
            (folder / f"a{number}.ru.txt").write_text(original, "utf-8")
        lines.append(f"a{number}.en.txt,a{number}.ru.txt" if source else f"a{number}.en.txt")
    path = folder / "manifest.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path

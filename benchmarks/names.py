"""Names that were exchanged: how many are found from each language.

    python -m benchmarks.names --data DIR [--only CODES]

In every NTREX document (alignment/ntrex-languages) a rare capitalised word of the English is replaced by another of the
set, twice, seed fixed; found is what NAM001 or NAM002 marks. The false alarms are in benchmarks.languages.
"""

from __future__ import annotations

import argparse
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.languages import article, codes, documents
from checker import plugins
from checker.assembly import build
from checker.config import Config

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{4,}\b")
_RARE = 3.5
"""Zipf below which a capitalised word is a name and none of the language's words."""
TIMES = 2


def names(text: str) -> Iterator[re.Match[str]]:
    """Rare capitalised words in mid-sentence."""
    english = plugins.load("languages", "en", None)
    return (match for match in _NAME.finditer(text) if english.zipf(match.group()) < _RARE)


def exchanged(folder: Path, code: str) -> tuple[int, int]:
    """Exchanged names found, and how many there were."""
    rng = random.Random(5)
    lang = code.split("_")[0]
    settings = Config(source_lang=lang, target_lang="en", encoder="none", linker="none", scorers=(), select=("NAM",))
    pipeline = build(settings)
    articles = list(documents(folder, (code, "en")))
    others = sorted({match.group() for rows in articles for _, english in rows for match in names(english)})
    found = tried = 0
    for rows in articles:
        places = [(number, match) for number, row in enumerate(rows) for match in names(row[1])]
        for number, match in (rng.choice(places) for _ in range(TIMES if places else 0)):
            other, (source, english) = rng.choice(others), rows[number]
            changed = list(rows)
            changed[number] = (source, english[: match.start()] + other + english[match.end() :])
            report = pipeline.check(article(changed, (code, "en"), paired=True))
            marked = (one for one in report.findings if one.rule.code.startswith("NAM"))
            found, tried = found + any(one.span.text == other for one in marked), tried + 1
    return found, tried


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--only", default="", help="language codes, separated by commas")
    asked = parser.parse_args()
    folder = asked.data / "alignment" / "ntrex-languages"
    for code in codes(folder, [code for code in asked.only.split(",") if code]):
        found, tried = exchanged(folder, code)
        print(f"{code} {found} of {tried}", flush=True)


if __name__ == "__main__":
    main()

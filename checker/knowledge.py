"""What is known of each language and pair: what `checker languages` prints, and the table of the docs.

Nothing is said that is not looked up: the language's file, its word list, the encoder's languages, the rules'
``data/coverage.tsv``, and ``data/measured.tsv``, which ``python -m benchmarks.languages`` writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker import data, plugins
from checker.coverage import ANY, DICTIONARY, ENCODER, Ground

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.model import Rule
    from checker.notation import Conventions

MEASURED = ("alignment_f1", "retrieval", "number_alarms", "name_alarms", "target_alarms")
"""Columns of ``data/measured.tsv``: see docs/languages.md for what each is."""

_LETTERS = ("Latn", "Cyrl")
"""Scripts that names are copied in, or transliterated between."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """One language: how well each thing is known, in a word or two."""

    code: str
    name: str
    sentences: str
    """"rules" or "shared rules"."""
    words: str
    """"dictionary", "lemmas", "segmented" or "as written"."""
    numerals: str
    """"words", "scales" or "figures"."""
    names: str
    """"dictionary", "by letters" (copied or transliterated), "by ear", "copied" (those in Latin letters) or "none"."""
    quotes: str
    """Pairs of quotation marks, the usual one first; "" where none are known."""
    identified: bool
    spelling: str
    """"rule", "dictionary" (one that the user gives) or "none"."""
    encoder: bool
    """Whether the embedded encoder was trained on it."""
    rules: int
    """Rules that know it as a target, whatever the original's language."""
    measured: Mapping[str, str]

    def row(self) -> dict[str, Any]:
        """As plain values, for JSON."""
        fields = {name: getattr(self, name) for name in self.__slots__ if name != "measured"}
        return {**fields, "measured": dict(self.measured)}


@dataclass(frozen=True, slots=True)
class PairKnowledge:
    """One pair: what only it has tables for."""

    source: str
    target: str
    subjects: tuple[str, ...]


def languages(rules: Sequence[Rule]) -> tuple[Knowledge, ...]:
    """Every language with a file, by code."""
    encoder = plugins.load("encoders", "embedded", None).languages
    measured = {row["lang"]: {key: row[key] for key in MEASURED if row[key]} for row in _measured()}
    return tuple(
        _language(code, rules, code in encoder, measured.get(code, {}))
        for code in plugins.names("languages")
        if code != "generic"
    )


def _measured() -> Sequence[Mapping[str, str]]:
    return data.rows("measured")


def _language(code: str, rules: Sequence[Rule], encoded: bool, measured: Mapping[str, str]) -> Knowledge:
    from checker.languages.identification import KNOWN

    language = plugins.load("languages", code, None)
    known = language.conventions
    return Knowledge(
        code,
        language.name,
        sentences="rules" if language.profile.before_name or language.profile.inside else "shared rules",
        words=language.way,
        numerals="words" if known.numerals else "scales" if known.scales else "figures",
        names=_names(code, known),
        quotes=" ".join(known.quotes),
        identified=code in KNOWN,
        spelling="rule" if code == "en" else "dictionary",
        encoder=encoded,
        rules=sum(Ground("", code).knows(rule) for rule in rules),
        measured=measured,
    )


def _names(code: str, conventions: Conventions) -> str:
    """How a name of this language is known again on the other side."""
    row = next(row for row in data.rows("coverage") if row["codes"] == "NAM002")
    if code == "ru":
        return "dictionary"
    if code not in row["sources"].split():
        return "none"
    return "by ear" if conventions.ear else "by letters" if conventions.script in _LETTERS else "copied"


def pairs(rules: Iterable[Rule]) -> tuple[PairKnowledge, ...]:
    """Pairs that some rule knows as a pair, and the subjects of those rules."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    codes = [rule.code for rule in rules]
    for row in data.rows("coverage"):
        broad = {row["sources"], row["targets"]} & {ANY, ENCODER, DICTIONARY} or " " in row["targets"]
        if broad or not any(code.startswith(row["codes"]) for code in codes):
            continue
        for source in row["sources"].split():
            for target in row["targets"].split():
                found.setdefault((source, target), {})[row["subject"]] = None
    return tuple(PairKnowledge(*pair, tuple(subjects)) for pair, subjects in found.items())

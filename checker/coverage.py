"""Which rules know anything of a pair of languages, and what a report must say was not checked.

Read from ``data/coverage.tsv``. A rule whose knowledge is of English says nothing of German, and a report on a
translation into German says at its head that it was not asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker import data
from checker.model import Needs, Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.model import Rule

ANY, ENCODER, DICTIONARY = "*", "encoder", "dictionary"


@dataclass(frozen=True, slots=True)
class Ground:
    """The languages of one run: "" for an original that there is none of, and what its encoder was trained on."""

    source: str
    target: str
    encoder: frozenset[str] = frozenset()
    """Empty where a model does not say, where there is none, and where the texts came in pairs."""
    dictionaries: frozenset[str] = frozenset()
    """Languages that the user has given a dictionary of."""

    def knows(self, rule: Rule) -> bool:
        """Whether the rule's knowledge is of these languages."""
        return self._wanting(rule) == ""

    def unchecked(self, rules: Iterable[Rule]) -> Note | None:
        """One line on what `rules` would have looked for in languages they know; None where all of them know these."""
        wanting: dict[str, dict[str, None]] = {}
        for rule in rules:
            row = _row(rule.code)
            lack = "" if not self.source and rule.needs is Needs.SOURCE else self._wanting(rule)
            if row is not None and lack:
                wanting.setdefault(lack, {})[row["subject"]] = None
        if not wanting:
            return None
        said = "; ".join(f"{why}: {', '.join(subjects)}" for why, subjects in self._reasons(wanting))
        return Note("unchecked", f"not checked {said}")

    def _wanting(self, rule: Rule) -> str:
        """ "target", "pair" or "encoder", whichever the rule's knowledge does not reach; "" where it reaches."""
        row = _row(rule.code)
        if row is None or not self.target:
            return ""
        held = row["targets"] == DICTIONARY and self.target in {"en", *self.dictionaries}
        if not held and not _holds(row["targets"], self.target):
            return "target"
        if not self.source:
            return ""
        if not _holds(row["sources"], self.source):
            return "pair"
        return "encoder" if ENCODER in (row["sources"], row["targets"]) and self._strange() else ""

    def _strange(self) -> tuple[str, ...]:
        """The languages that the encoder was not trained on."""
        return tuple(code for code in (self.source, self.target) if code and self.encoder and code not in self.encoder)

    def _reasons(self, wanting: Mapping[str, Mapping[str, None]]) -> Iterator[tuple[str, Iterable[str]]]:
        names = _names()
        target, source = names.get(self.target, self.target), names.get(self.source, self.source)
        strange = " and ".join(names.get(code, code) for code in self._strange())
        reasons = {
            "pair": f"for want of knowledge of {source} to {target}",
            "target": f"for want of knowledge of {target}",
            "encoder": f"because the encoder was not trained on {strange}",
        }
        return ((reason, wanting[why]) for why, reason in reasons.items() if why in wanting)


def _holds(languages: str, code: str) -> bool:
    return languages in (ANY, ENCODER) or code in languages.split()


@cache
def _row(code: str) -> Mapping[str, str] | None:
    """The row of a rule; None for a rule of a stranger's detector."""
    rows = [row for row in data.rows("coverage") if code.startswith(row["codes"])]
    return max(rows, key=lambda row: len(row["codes"]), default=None)


@cache
def _names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in data.rows("iso639")}

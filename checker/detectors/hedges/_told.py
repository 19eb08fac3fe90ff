"""How a verb of the translation is told: as done, as being done, as something that will be; or as none of these."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Token

    Told = tuple[str, int]
    """ "done", "doing" or "will", and the place of the first word of the verb."""

_HAVE = frozenset({"has", "have", "had", "having"})
_BE = frozenset({"was", "were", "is", "are", "am", "got"})
_WILL = frozenset({"will", "won't", "shall"})
_BETWEEN = frozenset(
    "also already now just then since even still later soon never ever not been being be both only both finally".split()  # noqa: SIM905
)
_CONTRACTED = {"'ve": "have", "'d": "would", "'ll": "will", "'re": "are"}
_NEVER_VERB = frozenset(
    """a an the his her its their our my your this that these those of for in on at by with from into about over after
    before without against under some any no to more most very so as and/or than being be been get getting
    having would could should can may might must shall will not""".split()  # noqa: SIM905
)
"""Words right before what is no verb of a clause, or no fact."""
_SAME = frozenset(
    "cost put cut set hit let shut hurt spread quit split burst cast beat bet bid rid shed thrust".split()  # noqa: SIM905
)
"""Verbs whose past is their base form."""
_PLAIN = frozenset({"he", "she", "it", "who", "which", "they", "we", "i", "there"})
_AWAY = 5


def told(words: Sequence[Token], at: int) -> Told | None:
    """How the verb at a place is told; None where it is no finite verb, or one behind a modal or "to"."""
    word = words[at]
    low = word.text.lower()
    first, chain = _auxiliaries(words, at)
    if chain:
        kind = _with(chain, low, word)
        return (kind, first) if kind else None
    before = words[at - 1].text.lower() if at else ""
    past = past_like(word) and not low.endswith("ing")
    if before in _NEVER_VERB or not past or (low in _SAME and not _third(words, at)):
        return None
    if at + 1 < len(words) and words[at + 1].text.lower() == "by":
        return None  # the plan proposed by the mayor
    return ("done", at) if at else None


def past_like(word: Token) -> bool:
    """Whether a word is a past or a participle by its form."""
    low = word.text.lower()
    if low in _SAME:
        return True
    return low != word.lemma and not low.endswith(("s", "'s", "ing")) and low.isalpha()


def _third(words: Sequence[Token], at: int) -> bool:
    """Whether somebody single is right before: such a deal cost, he cut; no -s says it is past."""
    before = words[at - 1] if at else None
    if before is None or before.kind != "word":
        return False
    low = before.text.lower()
    return low in ("he", "she", "it") or (not low.endswith("s") and low not in _PLAIN and low == before.lemma)


def _auxiliaries(words: Sequence[Token], at: int) -> tuple[int, list[str]]:
    """The place of the first auxiliary and all of them, in order; adverbs between them do not count."""
    first = at
    chain: list[str] = []
    for place in range(at - 1, max(-1, at - 1 - _AWAY), -1):
        low = words[place].text.lower()
        own = _auxiliary(words[place])
        if own:
            chain.insert(0, own)
            first = place
        elif not (low in _BETWEEN or low.endswith("ly")):
            break
    return first, chain


def _auxiliary(word: Token) -> str:
    low = word.text.lower().replace("’", "'")
    if low in ("to", "would", "could", "should", "can", "may", "might", "must", "did", "does", "do", "cannot"):
        return low
    if low in _HAVE | _BE | _WILL or low in ("been", "being", "be"):
        return low
    if low.endswith("n't"):
        return "not"
    return next((full for end, full in _CONTRACTED.items() if low.endswith(end)), "")


def _with(chain: Sequence[str], low: str, word: Token) -> str | None:
    head = chain[0]
    if head in ("be", "been", "being", "not", "having") or "to" in chain:
        return None
    if head in _WILL:
        return "will" if "have" not in chain else None
    past = past_like(word)
    if head in _HAVE and past:
        return "done"
    if head in _HAVE and "been" in chain and low.endswith("ing"):
        return "doing"
    if head in _BE and past:
        return "done"
    if head in ("is", "are", "am", "was", "were") and low.endswith("ing"):
        return "doing"
    return None


def presently(words: Sequence[Token], at: int) -> bool:
    """Whether a verb is told in the plain present of one who does it: protects."""
    low = words[at].text.lower()
    before = words[at - 1].text.lower() if at else "the"
    return low.endswith("s") and low != words[at].lemma and low.isalpha() and before not in _NEVER_VERB

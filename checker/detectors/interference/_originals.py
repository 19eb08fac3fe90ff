"""What the original says against a shape of English that only looks Russian: "If the judge refuses we will appeal"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Span, Token

_CLAUSES = frozenset({"что", "чтобы", "который", "как", "будто", "когда", "где", "чей", "кто", "какой", "куда", "чтоб"})
"""Words after which a Russian clause has its comma."""
_WHILE = frozenset({"пока", "покуда"})
"""What a clause of until has: «пока не», «до тех пор, пока не»."""
_OF_WHICH = frozenset({"который", "что", "кто", "чей", "какой"})


_CHANGES = frozenset("increase decrease growth rise drop fall reduction decline higher lower more less".split())  # noqa: SIM905
_PRONOUNS = frozenset({"i", "you", "he", "she", "it", "we", "they"})


def speaks_against(code: str, span: Span, source: Span | None, originals: Sequence[Token]) -> bool:
    """Whether the original has nothing that a finding's Russian shape could come from; False without an original."""
    if code == "GRM101" and _has_begun(span.text.lower().split()):
        return True
    if not originals:
        return False
    lemmas = {token.lemma for token in originals}
    if code == "GRM101":
        return source is not None and "," in source.text  # its "will" is the main clause's
    if code == "GRM115" and span.text.endswith(" that"):
        return lemmas.isdisjoint(_CLAUSES)
    if code == "GRM119":
        return lemmas.isdisjoint(_OF_WHICH) and not any("PRTF" in token.tags for token in originals)
    if code == "GRM105" and span.text.lower().endswith("the other side"):
        return "сторона" not in lemmas
    if code == "GRM105" and span.text.lower().endswith((" on", " at")) and span.text.split()[0].lower() in _CHANGES:
        return "на" not in lemmas or "сравнение" in lemmas  # an increase on five percent in May
    if code == "GRM107" and span.text.lower().startswith("until"):
        return lemmas.isdisjoint(_WHILE)
    return False


def _has_begun(words: Sequence[str]) -> bool:
    """Whether the main clause has begun: "if you like I will"."""
    return len(words) > 3 and words[-2] in _PRONOUNS and words[-3] not in ("and", "or", "nor", "if")

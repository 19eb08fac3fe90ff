"""Where a word of scope stands: first and second exchanged, "only" before another word, some left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.limits._scopes import Sides
    from checker.model import Rule, Token

_FIRST = frozenset(["сначала", "сперва", "вначале", "поначалу"])
_THEN = frozenset(["затем", "потом", "после"])
_FOLLOWED = (("followed", "by"), ("and", "then"), ("then",), ("before",))
"""What parts the first from the second in a translation that keeps their order."""
_REVERSED = frozenset(["after", "preceded", "preceding", "following", "afterwards", "earlier", "previously"])
_SURE, _FIRM = 0.8, 0.9
_ONLY = frozenset(["только", "лишь"])
_FOCUS = 5
"""Words after "only" among which stands what it speaks of."""
_REACH = 6
_DETERMINERS = frozenset("the a an his her its their this these those".split())  # noqa: SIM905
_SOME = frozenset(
    "некоторые отдельные часть многие большинство немногие иные половина треть четверть".split()  # noqa: SIM905
)
"""Words that open a sentence with how many of those named next are meant."""
_NAMED = frozenset({"NOUN", "LATN"})


def misplaced(sides: Sides, rule: Rule) -> Iterator[Finding]:
    """Findings of a bead with word links."""
    found = _exchanged(sides) or _only(sides) or _unlimited(sides)
    if found is None or sides.pair.source is None:
        return
    theirs, ours, advice, message = found
    evidence = sides.pair.source.source.span(theirs[0].start, theirs[-1].stop)
    span = sides.pair.translation.span(ours[0].start, ours[-1].stop)
    yield Finding(rule, span, message.format(evidence.text, span.text), Severity.MAJOR, 0.8, evidence, advice)


_Found = tuple[list["Token"], list["Token"], str, str]


def _exchanged(sides: Sides) -> _Found | None:
    """What comes first in the original and second in the translation: сначала гаражи, затем бараки."""
    low = [token.text.lower() for token in sides.theirs]
    first = next((number for number, word in enumerate(low) if word in _FIRST), None)
    if first is None:
        return None
    then = next((number for number in range(first + 2, len(low)) if low[number] in _THEN), None)
    ours = [token.text.lower() for token in sides.ours]
    if then is None or not _REVERSED.isdisjoint(ours):
        return None
    for marker in _FOLLOWED:
        places = [n for n in range(len(ours)) if tuple(ours[n : n + len(marker)]) == marker]
        if len(places) == 1:
            break
    else:
        return None
    mark = sides.ours[places[0]].start
    sentence = next((n for n in range(then, len(low)) if low[n] in ".;!?"), len(low))
    one, two = (_sides_of(sides, part, mark) for part in (sides.theirs[first:then], sides.theirs[then:sentence]))
    if one != {False} or two != {True}:
        return None
    words = sides.ours[places[0] : places[0] + len(marker)]
    return (
        [sides.theirs[first]],
        words,
        "(the other order)",
        '«{}» of the original stands second in the translation: "{}"',
    )


def _sides_of(sides: Sides, part: Sequence[Token], mark: int) -> set[bool]:
    """Whether the counterparts of the nouns of a stretch stand before a place of the translation."""
    nouns = {token.start for token in part if token.tags & _NAMED}
    return {link.target.start < mark for link in sides.links if link.source.start in nouns and link.strength >= _FIRM}


def _only(sides: Sides) -> _Found | None:
    """ "Only" before a word that stands before только in the original, and away from what follows it there."""
    theirs = [number for number, token in enumerate(sides.theirs) if token.text.lower() in _ONLY]
    ours = [number for number, token in enumerate(sides.ours) if token.text.lower() == "only"]
    if len(theirs) != 1 or len(ours) != 1 or ours[0] + 2 >= len(sides.ours) or theirs[0] == 0:
        return None
    if sides.theirs[theirs[0] - 1].text.lower() in ("не", "как", "если", "что") or (
        ours[0] and sides.ours[ours[0] - 1].text.lower() in (*_DETERMINERS, "not", "if", "was", "is", "were", "are")
    ):
        return None
    behind = sides.ours[ours[0] + 1 :]
    noun = behind[1] if behind[0].text.lower() in _DETERMINERS else behind[0]
    own = [link.source for link in sides.links if link.target.start == noun.start and link.strength >= _FIRM]
    focus = {
        token.start
        for token in sides.theirs[theirs[0] + 1 : theirs[0] + 1 + _FOCUS]
        if token.tags & (_NAMED | {"NUMR"})
    }
    if not own or not own[0].tags & _NAMED or own[0].start > sides.theirs[theirs[0]].start or not focus:
        return None
    made = {link.target.start for link in sides.links if link.source.start in focus and link.strength >= _SURE}
    if not made or not made.isdisjoint({token.start for token in behind[:_REACH]}):
        return None
    return (
        sides.theirs[theirs[0] : theirs[0] + 2],
        sides.ours[ours[0] : ours[0] + (3 if noun is behind[1] else 2)],
        "(only elsewhere)",
        '«{}» of the original restricts another word than "{}"',
    )


def _unlimited(sides: Sides) -> _Found | None:
    """A sentence that begins with some of those it names, and in the translation with all: the companies."""
    if len(sides.bead.source) != 1 or len(sides.bead.target) != 1 or not sides.theirs:
        return None
    some = sides.theirs[0]
    if some.text.lower() not in _SOME or any(
        link.source.start == some.start and link.strength >= _SURE for link in sides.links
    ):
        return None
    noun = next((token for token in sides.theirs[1:5] if "NOUN" in token.tags), None)
    if noun is None or any(token.kind == "mark" for token in sides.theirs[1:3]):
        return None
    before = {token.start for token in sides.theirs[1:5] if token.start <= noun.start}
    made = {link.target.start for link in sides.links if link.source.start in before and link.strength >= _FIRM}
    place = next(
        (n for n, token in enumerate(sides.ours[:5]) if token.start in made and token.text.lower().endswith("s")), None
    )
    if place is None or any(
        token.start not in made and token.text.lower() != "the" for token in sides.ours[: place + 1]
    ):
        return None
    return [some], sides.ours[: place + 1], "some", '«{}» of the original has no counterpart: "{}"'

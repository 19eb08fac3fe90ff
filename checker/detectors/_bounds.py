"""Figures with the words beside them that make them limits, and limits that are lost."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.detectors._claims import agree, claims
from checker.detectors._cues import cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.detectors._claims import Claim
    from checker.detectors._cues import Cue
    from checker.model import Span
    from checker.protocols import Context

OPPOSITE = {
    "least": ("most", "below"),
    "most": ("least", "above"),
    "above": ("below", "most"),
    "below": ("above", "least"),
    "about": ("above", "least"),
}
"""A limit and those that turn it round."""
_BEFORE, _AFTER = 34, 22  # characters around a figure in which its limit stands
_WIDE = 60
_GOVERNED = 160
_BREAK = re.compile(r"[,;:.!?()«»\"“”]")
_NEXT_FIGURE = re.compile(r"\d[^,;]{0,30}[,;] (?:and|but|while) ")
"""Between a figure with words of its own and the next one: a minimum of 100, and a return of 48%."""
_SMALL = frozenset(  # may stand between a limit and its figure
    ["до", "от", "к", "на", "с", "в", "его", "ее", "их", "the", "a", "an", "of", "to", "in", "by", "on", "for", "its"]
)  # fmt: skip
_CEILINGS = ("upto", "upto_", "most", "most_", "below", "below_", "until", "to")
_LEADS = frozenset(["", "в", "во", "на", "с", "со", "к", "у", "за", "по", "из", "о"])
"""What may stand between a limit and its figure: более чем в 30 городах."""
_BOUND = re.compile(
    r"\b(?:deadline|(?:at|is|was|be) the (?:earliest|latest)|maximum|minimum|limit|limited|ceiling|cap|capped|threshold"
    r"|at (?:most|least|best|worst)|if not|if that|close on|due|not until|before|quota"
    r"|expected to (?:rise|grow|increase)|and (?:counting|rising)|topp?(?:ed|ing)|exceed\w*|range\w*|some|or so|odd)\b",
    re.IGNORECASE,
)
"""Words of a sentence that set a limit from afar."""
_MAY = re.compile(r"\b(?:could|can|may|might|capable|able|room|capacity|designed|enough)\b", re.IGNORECASE)
_REACHED = re.compile(
    r"\b(?!доход|расход|завод)(?:вы|воз|под|при|раз|на|по|до|за|об|у|с|из|пере|от|о|рас)?(?:рос(?!си|тов)|раст|рас[тл]|увелич|сни[зж]|сокра|"
    r"упа|пад|вед|вест|в[её]л|вод|ш[её]л|шл|йд|ход|стиг|шир|дня|дним|вы[сш]|пус[тк]|медл|скор|кругл|рез|холод|тепл|гре|"
    r"низ|гон|гна|сч[её]т|ста[лнв]|коррект|уменьш|жесточ|граничи|сузи|сжа|длил|верн|вал|рухн|деше|дорож|лет|скоч|скак|"
    r"бав|бира|бра|ех|плы|тя[нг]|жить|жил(?!ь|и[щк])|держ|кат|не[сс]|мен|лож|двин)\w*\b[^,;:]*$"
    r"|вплоть|\b(?:от|с|со|за|назад|минус)\b",
    re.IGNORECASE,
)
"""What makes до the end of a change, a way or a range."""
_BROUGHT = re.compile(r"\b(?:дове[лдс]|довод|дост[иа]г|дойд|дош[её]?л|дотя)\w*\b[^,;:]*$", re.IGNORECASE)
"""What brings something to a level: who is to bring a share to a half is to have at least a half."""
_SMALLEST = 2
_AND = re.compile(r"\b(?:and|for)\b(?=\W+\w)")
"""Small words before others than the figure, of which they say nothing: "and its director"."""
_AND_FOR = re.compile(rf"{_AND.pattern}|\bfor\b")
_TERM = 12
"""Characters before a figure in which срок stands: на срок до, сроком до."""
_NOT_AFTER = {
    "ru": re.compile(r"[^,.;:!?—]{0,60}\bне\b"),
    "en": re.compile(r"[^,.;:!?—]{0,60}(?:\b(?:not|never|cannot)\b|n['’]t\b)"),
}
_NOT_BEFORE = {
    "ru": re.compile(
        r"(?<!\w)(?:не|нет|ни|никто|никого|никому|нельзя|редко|мало|вряд)(?!\w)[^,.;:!?—()]{0,50}$", re.IGNORECASE
    ),
    "en": re.compile(
        r"(?:\b(?:not|no|none|nobody|nothing|never|neither|nor|without|few|hardly|rarely|seldom|cannot|unlikely|fail\w*"
        r"|refus\w+)\b|n['’]t\b)[^,.;:!?—()]{0,50}$",
        re.IGNORECASE,
    ),
}
"""A negation in the clause of a limit, by which it says what the other limit does: "none is older than thirty"."""
KEPT_FROM = re.compile(
    r"\b(?:(?:prevent|stop|keep|kept|bar|ban|prohibit|restrain|block|discourag|deter|restrict)\w*\b"
    r"[^,.;:!?—()]{0,80}\bfrom|avoid\w*)\b[^,.;:!?—()]{0,50}$",
    re.IGNORECASE,
)
"""What is kept from happening before a limit: to prevent it from exceeding six million."""
_HELD = 150
"""Characters before a limit in which it is kept from happening."""
_COUNTS = frozenset({"number", "money", "percent", "fraction", "factor"})
_ORDER = re.compile(
    r"(?<!\w)(?:страж|наруш|охран|навед|навод|поддерж|восстанов|соблюд|обществ|миров|нов|прав|внутрен|установ|конституц"
    r"|ради|для|перв|втор|так|друг|общ|стар|прежн|тог|эт)\w*(?:\s+же)?\s+$",
    re.IGNORECASE,
)
"""Before a порядка that is order: стражи порядка, общественного порядка; величина того же порядка."""
_SIGN = 5
"""Characters before a figure in which the sign of its currency stands."""
_CLAUSE = 70
"""Characters before a limit in which its clause denies."""


@dataclass(frozen=True, slots=True)
class Limited:
    """A figure and the text beside it."""

    claims: tuple[Claim, ...]
    start: int
    stop: int
    before: str
    after: str
    sentence: str = ""

    @property
    def kind(self) -> str:
        """The kind of the figure's quantity."""
        return self.claims[0].quantity.kind

    @property
    def unit(self) -> str:
        """The unit of the figure, "" where it counts things."""
        return self.claims[0].unit

    @property
    def lead(self) -> str:
        """What stands before the figure in its sentence, as far as a verb governs it."""
        start = self.claims[0].quantity.start
        return self.sentence[max(0, start - _GOVERNED) : start]

    @property
    def around(self) -> str:
        """The sentence as far as words can say of the figure that it is a limit."""
        quantity = self.claims[0].quantity
        before = self.sentence[max(0, quantity.start - _WIDE) : quantity.start]
        return _NEXT_FIGURE.split(before)[-1] + self.sentence[quantity.start : quantity.stop + _WIDE]

    def same(self, other: Limited) -> bool:
        """Whether both figures have the same value."""
        if "date" in (self.kind, other.kind):
            return len(self.claims) == len(other.claims) and all(
                agree(one, two) for one, two in zip(self.claims, other.claims, strict=True)
            )
        return agree(self.claims[0], other.claims[0])

    def mark(self, lang: str, *labels: str) -> Cue | None:
        """The limit before the figure that stands nearest, small words between."""
        for cue in reversed(cues("limits", lang).find(self.before, *labels)):
            between = self.before[cue.stop :]
            if cue.text.lower() == "порядка" and (self.kind not in _COUNTS or _ORDER.search(self.before[: cue.start])):
                continue
            words = between.lower().split()
            if sum(word not in _SMALL for word in words) <= 1:
                return cue
        return None

    def led(self, lang: str, *labels: str) -> bool:
        """Whether one of the limits, or any where none is named, stands before the figure."""
        return cues("limits", lang).has(self.before, *labels)

    def near(self, lang: str, *labels: str) -> bool:
        """Whether one of the limits stands anywhere near the figure."""
        return self.led(lang, *labels) or cues("limits", lang).has(self.after, *labels)


def limited(context: Context, spans: Sequence[Span], lang: str) -> list[Limited]:
    """The figures of one side of a bead with the text beside them."""
    found = []
    for span in spans:
        for quantity in context.language(lang).quantities(span.text):
            before = _BREAK.split(span.text[max(0, quantity.start - _BEFORE) : quantity.start])[-1]
            after = _BREAK.split(span.text[quantity.stop : quantity.stop + _AFTER])[0]
            if len(before) == _BEFORE:
                before = before.partition(" ")[2]
            place = span.start + quantity.start, span.start + quantity.stop
            found.append(Limited(claims((quantity,)), *place, before, after, span.text))
    return found


def lost(given: Limited, found: Limited) -> tuple[Cue, None] | None:
    """A limit that stands right before its figure and has nothing near the figure to carry it."""
    theirs = given.mark("ru", "least", "most", "above", "below", "about")
    if theirs is None or given.before[theirs.stop :].strip() not in _LEADS:
        return _ceiling_lost(given, found)
    if _BOUND.search(found.around) or _within(given, found, theirs.label) or _converted(found):
        return None
    answers = [label + tail for label in OPPOSITE for tail in ("", "_")]
    return None if found.near("en", *answers) or found.claims[0].quantity.rounded else (theirs, None)


def reached(given: Limited) -> bool:
    """Whether a figure is a level to be reached, and no ceiling: довести долю до половины."""
    return _BROUGHT.search(given.lead) is not None


def _converted(found: Limited) -> bool:
    """Whether a figure is what another one comes to, between brackets, or a decade of years: (£174,000), her 20s."""
    quantity = found.claims[0].quantity
    before = found.sentence[max(0, quantity.start - _SIGN) : quantity.start + 1]
    decade = re.match(r"s\b", found.sentence[quantity.stop :]) or re.search(r"(?:\d0s|ties)\Z", quantity.text)
    return "(" in before or decade is not None


def _within(given: Limited, found: Limited, label: str) -> bool:
    """Whether the figure itself keeps the limit: a dozen for более десяти."""
    least, said = given.claims[0].value, found.claims[0].value
    return said > least if label in ("above", "least") else said < least if label in ("below", "most") else False


def _ceiling_lost(given: Limited, found: Limited) -> tuple[Cue, None] | None:
    """The lost до of a largest value: nothing rises or falls to it, and no range ends there."""
    theirs = given.mark("ru", "upto")
    if theirs is None or given.before[theirs.stop :].strip() or given.kind not in ("number", "money", "percent"):
        return None
    if _REACHED.search(given.lead) or given.claims[0].value < _SMALLEST:
        return None
    if _NOT_BEFORE["en"].search(found.lead[-_CLAUSE:]):
        return None  # no beer after ten is beer up to ten
    answers = _AND_FOR if "срок" in given.before[-_TERM:] else _AND
    return (
        None
        if _BOUND.search(found.around)
        or _MAY.search(found.around)
        or replace(found, before=answers.sub(" ", found.before)).near("en", *_CEILINGS)
        or found.claims[0].quantity.rounded
        else (theirs, None)
    )


def denied(figure: Limited, lang: str, limit: Cue) -> bool:
    """Whether the clause denies before a limit or behind its figure: more than 200 will not fit."""
    quantity = figure.claims[0].quantity
    if _NOT_AFTER[lang].match(figure.sentence, quantity.stop):
        return True
    start = quantity.start - len(figure.before) + limit.start
    if lang == "en" and KEPT_FROM.search(figure.sentence[max(0, start - _HELD) : max(0, start)]):
        return True
    return limit.start >= 0 and _NOT_BEFORE[lang].search(figure.sentence[max(0, start - _CLAUSE) : start]) is not None

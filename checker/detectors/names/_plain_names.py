"""Names between languages that there is no dictionary of names for: copied, or written in the other alphabet."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from checker.bounds import WORDS
from checker.detectors._transliteration import folded, misfit
from checker.detectors.names._persons import exchanged
from checker.detectors.names._sounds import Hearing, hearing, kin, respelt
from checker.model import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.model import Alignment, Bead, Rule, Span, Token
    from checker.protocols import Context

_SHORTEST = 5
_RARE = 4.0
"""Zipf up to which a capitalised word is a name and no word of the language that a headline or title has raised."""
_ESTABLISHED = 2.5
_COMMON = {"de": 2.0}
"""The same where every noun has a capital."""
_FITS = 0.3
_HEARD = 3.5
"""The same where names are told by ear: only what is hardly a word."""
_SPOKEN = "en"
"""The language whose spelling is read aloud. Read so, German or Russian names sound wrong once in a thousand words."""
_NEAR = 2
"""Beads on either side in which a name that is told by ear is looked for: in a whole article something sounds alike."""
_LONGEST = 10_000
_KIN = str.maketrans("іїєґўыэёйъ", "ииегвиееиь")
"""Letters that East Slavic languages write one sound with."""
_WRITTEN = {
    "а": "ae", "б": "b", "в": "vw", "г": "ghjw", "д": "djg", "е": "eyija", "ж": "jzgy", "з": "zs", "и": "iyejh",
    "к": "kcqx", "л": "l", "м": "m", "н": "n", "о": "oau", "п": "p", "р": "r", "с": "scz", "т": "t", "у": "uwvoq",
    "ф": "fpv", "х": "hkcjx", "ц": "tczs", "ч": "ct", "ш": "sc", "щ": "s", "ю": "yiju", "я": "yij",
}  # fmt: skip
"""Latin letters that a Cyrillic one may begin a name with."""
_BEGINNINGS = {
    **{letter: letter + latin for letter, latin in _WRITTEN.items()},
    **{
        chr(code): chr(code) + "".join(one for one, latin in _WRITTEN.items() if chr(code) in latin)
        for code in range(97, 123)
    },
}
_LATIN, _CYRILLIC = ("a", "\u024f"), ("\u0400", "\u052f")


@dataclass(frozen=True)
class _Side:
    """The names of one side of an article, a list for every bead."""

    copied: tuple[tuple[Token, ...], ...]
    """Capitalised words that open no sentence."""
    heard: tuple[tuple[Token, ...], ...]
    """Names in a script without capitals."""
    tokens: tuple[tuple[Sequence[Token], ...], ...]
    """Everything, a sequence for every sentence."""
    written: Callable[[Sequence[Token]], Iterator[str]]
    """What of it may be a name of the other side: there it may be an adjective, or written small."""

    _found: dict[int, frozenset[str]] = field(default_factory=dict)

    def words(self, number: int) -> frozenset[str]:
        """All of a bead that may be a name of the other side."""
        found = self._found.get(number)
        if found is None:
            found = self._found[number] = frozenset(word for some in self.tokens[number] for word in self.written(some))
        return found

    @cached_property
    def _everything(self) -> dict[str, tuple[str, ...]]:
        """All words by their first letter."""
        found: dict[str, list[str]] = {}
        for word in sorted({word for number in range(len(self.tokens)) for word in self.words(number)}):
            found.setdefault(_initial(word), []).append(word)
        return {initial: tuple(words) for initial, words in found.items()}

    def here(self, name: str, number: int) -> bool:
        """Whether a name of the other side is in a bead by its letters, in any case of either language."""
        return any(_same(name, word) for word in self.words(number))

    def has(self, name: str, number: int) -> bool:
        """Whether it is there, or anywhere else in the article."""
        if self.here(name, number):
            return True
        initials = _BEGINNINGS.get(_initial(name), _initial(name))
        return any(_same(name, word) for initial in initials for word in self._everything.get(initial, ()))

    def sounds(self, name: str, number: int, ear: Hearing) -> bool:
        """Whether a name of the other side may be heard in the bead or near by."""
        reach = 0 if ear.writes(name) else _NEAR
        near = range(max(0, number - reach), min(number + reach + 1, len(self.tokens)))
        return not ear.telling(name) or any(ear.alike(name, word) for place in near for word in self.words(place))


def plain_names(context: Context, alignment: Alignment, rules: tuple[Rule, Rule]) -> Iterator[Finding]:
    """Names replaced by another one (the first rule), and misspelt where they are copied (the second)."""
    langs = alignment.source.lang, alignment.target.lang
    zipf = [context.language(lang).zipf for lang in langs]
    heard = context.language(langs[0]).conventions.ear if langs[1] == _SPOKEN else None
    ear = hearing(heard) if heard else None
    theirs = _side(context, langs[0], [bead.source for bead in alignment.beads], ear)
    ours = _side(context, langs[1], [bead.target for bead in alignment.beads])

    def rare(word: str) -> bool:
        return all(frequency(word) < _COMMON.get(lang, _RARE) for frequency, lang in zip(zipf, langs, strict=True))

    # Where every noun has a capital, a word that is new to the article may stand for a name that is left out here.
    carried = ours.has if _COMMON.keys() & set(langs) else ours.here
    said: set[str] = set()
    for number, bead in enumerate(alignment.beads):
        lost = [one for one in theirs.copied[number] if rare(one.text) and not carried(one.text, number)]
        strange = [one for one in ours.copied[number] if lost and rare(one.text) and not theirs.has(one.text, number)]
        if not strange and ear:
            near = theirs.tokens[max(0, number - _NEAR) : number + _NEAR + 1]
            persons = exchanged(theirs.tokens[number], ours.tokens[number], near, ear) if ear.ear.surnames else None
            if persons:
                lost, strange = [persons[0]], [persons[1]]
            else:
                lost, strange = _by_ear((theirs, ours), number, ear, zipf[1])
        for finding in _judged(alignment, bead, (lost, strange), rules) if strange else ():
            name = finding.source.text if finding.source else ""
            known = zipf[0](name) > _ESTABLISHED, zipf[1](finding.span.text) > _ESTABLISHED
            # Two words that both languages know well are a place's two names: Amburgo, Hamburg.
            if (
                name not in said
                and known != (True, True)
                and (finding.rule is rules[0] or not zipf[1](finding.span.text))
            ):
                said.add(name)
                yield finding


def _by_ear(
    sides: tuple[_Side, _Side], number: int, ear: Hearing, frequency: Callable[[str], float]
) -> tuple[list[Token], list[Token]]:
    """Names of a bead that are heard nowhere on the other side."""
    theirs, ours = sides
    lost = [one for one in theirs.heard[number] if not ours.sounds(one.text, number, ear)]
    strange = [
        one
        for one in ours.copied[number]
        if lost
        and frequency(one.text) < _HEARD
        and not theirs.has(one.text, number)
        and not theirs.sounds(one.text, number, ear)
    ]
    return lost, strange


def _judged(
    alignment: Alignment,
    bead: Bead,
    sides: tuple[Sequence[Token], Sequence[Token]],
    rules: tuple[Rule, Rule],
) -> Iterator[Finding]:
    lost, strange = sides
    slips = [(one, two) for one in lost for two in strange if _slip(one.text, two.text) or respelt(one, two.text)]
    if slips:
        one, two = slips[0]
        yield _finding(alignment, rules[1], one, two, f'"{two.text}" is «{one.text}» misspelt')
    elif len(lost) == len(strange) == 1 and len(bead.source) == len(bead.target) == 1:
        one, two = lost[0], strange[0]
        # Степан Аркадьич may be told by his surname.
        if kin(one.text, two.text) or "Patr" in one.tags:
            return
        yield _finding(
            alignment,
            rules[0],
            one,
            two,
            f'«{one.text}» is not said here; "{two.text}" is nowhere in the original',
        )


def _finding(alignment: Alignment, rule: Rule, one: Token, two: Token, message: str) -> Finding:
    source = alignment.source.span(one.start, one.stop)
    span = alignment.target.span(two.start, two.stop)
    return Finding(
        rule, span, message, rule.severity, 0.75, source, one.text if one.text.isascii() else "[check the name]"
    )


def _side(context: Context, lang: str, beads: Sequence[Sequence[Span]], ear: Hearing | None = None) -> _Side:
    frequency = context.language(lang).zipf
    copied, heard, read = [], [], []
    for spans in beads:
        tokens = tuple(context.tokens(lang, span) for span in spans if len(span.text) < _LONGEST)
        copied.append(tuple(token for some in tokens for place, token in enumerate(some) if _is_name(some, place)))
        heard.append(tuple(token for some in tokens for token in ear.names(some, frequency)) if ear else ())
        read.append(tokens)
    return _Side(tuple(copied), tuple(heard), tuple(read), ear.words if ear else _words)


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    """Words, their parts, and two with capitals in a row: ライダーカップ is Ryder Cup."""
    before = ""
    for token in tokens:
        if token.kind == "word":
            yield from _parts(token.text)
            if before and token.text[0].isupper():
                yield before + token.text
        before = token.text if token.kind == "word" and token.text[0].isupper() else ""


def _is_name(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    text = token.text
    if (
        token.kind != "word"
        or len(text) < _SHORTEST
        or not text.isalpha()
        or not (text[0].isupper() and text[1:].islower())
    ):
        return False
    before = next(
        (other for other in reversed(tokens[:place]) if other.kind == "word" or other.text in ".:!?«“„\"'—–-•"), None
    )
    return before is not None and before.kind == "word"


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.replace("’", "'").replace("'", "-").split("-") if len(part) > 2)


def _initial(word: str) -> str:
    """The first letter as `_BEGINNINGS` has it."""
    return _plain(word)[:1]


@lru_cache(WORDS)
def _same(one: str, two: str) -> bool:
    scripts = _script(one), _script(two)
    if scripts == ("cyrillic", "latin"):
        return _fits(one, two)
    if scripts == ("latin", "cyrillic"):
        return _fits(two, one)
    if "" in scripts:
        return False
    left, right = _plain(one), _plain(two)
    shared = max(3, min(len(left), len(right)) - 2)
    return left[:shared] == right[:shared]


def _fits(cyrillic: str, latin: str) -> bool:
    """A Latin word for a Cyrillic one, the last letters of either left out as case endings."""
    low, other = cyrillic.lower(), folded(latin)
    if other[:1] not in _WRITTEN.get(_plain(low)[0], other) or abs(len(low) - len(other)) > 5:
        return False
    forms = {low, *(low[:-cut] for cut in (1, 2, 3) if len(low) - cut > 3)}
    latins = {other, *(other[:-cut] for cut in (1, 2) if len(other) - cut > 3)}
    return any(misfit(form, written, limit=_FITS) <= _FITS for form in forms for written in latins)


def _script(word: str) -> str:
    first = word[0].lower()
    return "latin" if first <= _LATIN[1] else "cyrillic" if _CYRILLIC[0] <= first <= _CYRILLIC[1] else ""


def _plain(word: str) -> str:
    return word.lower().translate(_KIN) if _script(word) == "cyrillic" else folded(word)


def _slip(one: str, two: str) -> bool:
    """Whether a copied name was misspelt: a letter or two other than at its end, where grammar works."""
    from rapidfuzz.distance import DamerauLevenshtein

    if _script(one) != "latin" or _script(two) != "latin":
        return False
    left, right = folded(one), folded(two)
    distance = DamerauLevenshtein.distance(left, right)
    return 0 < distance <= 1 + (len(left) > 8) and left[:2] == right[:2] and left[-3:] == right[-3:]

"""Deeds that the original only tries, wants, promises, proposes, orders, fears or discusses, told as done.

A word of pending.tsv with the infinitive, noun or чтобы clause that it governs; the translation has a verb for the
deed, and tells it as done, or as something that will be where nobody has decided it; and no word for the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._cues import bead_text, forms_pattern
from checker.detectors._linked import strongest
from checker.detectors.hedges._kinds import Made
from checker.detectors.hedges._told import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors.hedges._told import Told
    from checker.expressions import Late
    from checker.model import Bead, Link, Token
    from checker.protocols import Context

_FIRM = 0.8
"""Strength of the link of a deed."""
_OTHER = 0.85
"""Strength of a link by which an answer renders another word of the original."""
_REACH = 7
"""Words from a verb to the infinitive or noun that it governs."""
_BEFORE = 60
"""Characters before the deed in which an answer is one, whatever else it renders."""
_BREAKS = frozenset(",;:—–.!?()«»")
_UNDECIDED = frozenset({"proposed", "considered", "threatened"})
"""Labels of what a "will" or an "is closing" makes a fact of too."""
_ONGOING = _UNDECIDED | {"conjectured"}
"""Labels of what an "is closing" makes a fact of."""
_DENIED = frozenset({"не", "нет", "без", "никто", "никогда"})
_NOUN = 4
"""Words behind a verb among which the noun of its deed stands."""
_TOWARDS = frozenset({"о", "об", "на", "к", "ко", "за"})
"""Prepositions by which a verb is joined to a deed that is still ahead."""
_LINKS = frozenset({"PREP", "CONJ", "PRCL", "INTJ", "NPRO"})
_SUCCESS = frozenset({"удаться", "удаваться", "суметь", "смочь", "успеть", "добиться"})
"""Verbs that say that what was tried is done."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A row of pending.tsv."""

    label: str
    takes: frozenset[str]
    answers: Late


@cache
def _rows() -> Mapping[str, tuple[Pending, ...]]:
    """The rows of every lemma."""
    found: dict[str, tuple[Pending, ...]] = {}
    for row in data.rows("pending"):
        answers = forms_pattern(tuple(form.strip() for form in row["en"].split(";")))
        made = Pending(row["kind"], frozenset(row["takes"].split()), answers)
        for lemma in row["ru"].split():
            found[lemma] = (*found.get(lemma, ()), made)
    return found


_CALLED = frozenset({"on", "upon", "for"})


def pending(context: Context, bead: Bead) -> Iterator[Made]:
    """The first deed of a bead that is told as done."""
    known = _rows()
    tokens = [token for span in bead.source for token in context.tokens("ru", span)]
    if not any(token.lemma in known for token in tokens) or any(token.lemma in _SUCCESS for token in tokens):
        return
    links = context.links(bead, "ru", "en")
    words = [token for span in bead.target for token in context.tokens("en", span)]
    place = {word.start: number for number, word in enumerate(words)}
    target = bead_text(bead.target)
    for number, token in enumerate(tokens):
        rows = known.get(token.lemma, ())
        if not rows or _denied(tokens, number):
            continue
        for row in rows:
            for deed in _deeds(tokens, number, row):
                if token.lemma == "мочь" and not deed.tags & {"perf", "ablt"}:
                    continue
                link = _rendered(deed, links) or _swallowed(token, deed, links)
                if link is None or link.target.start not in place:
                    continue
                at = place[link.target.start]
                behind = words[at + 1].text.lower() if at + 1 < len(words) else ""
                if behind in _CALLED and any(one.answers.ready.match(words[at].text) for one in rows):
                    continue  # called on them to convene
                told_ = told(words, at)
                if told_ is None or not _a_fact(told_, row, words, at):
                    continue
                deed_ = words[at] if link.source.start == deed.start else None
                if any(_answered(one, target, bead, (token, deed_), links) for one in rows):
                    continue
                yield Made(row.label, (token, token), (words[told_[1]], words[at]))
                return


def _denied(tokens: Sequence[Token], number: int) -> bool:
    return any(token.text.lower() in _DENIED for token in tokens[max(0, number - 2) : number])


def _deeds(tokens: Sequence[Token], number: int, row: Pending) -> Iterator[Token]:
    """What a word governs: the infinitive behind it, else the one before; or a noun; or the verb of its чтобы."""
    token = tokens[number]
    after: list[Token] = []
    for other in tokens[number + 1 :]:
        if other.text in _BREAKS or len(after) == _REACH:
            break
        after.append(other)
    if "inf" in row.takes:
        behind = [other for other in after if "INFN" in other.tags]
        if behind:
            at = after.index(behind[0])
            named = [other for other in after[at + 1 : at + 4] if {"NOUN", "ablt"} <= other.tags]
            yield named[0] if named and behind[0].lemma in ("быть", "стать") else behind[0]
            return
        if token.tags & {"VERB", "ADJS", "PRTS"}:
            yield from _ahead(tokens, number)
        yield from _demanded(tokens, number + 1 + len(after))
    if token.tags & {"VERB", "PRTS", "ADJS"} and not any("INFN" in other.tags for other in after):
        yield from _named(after)
    if "gent" in row.takes and ("NOUN" in token.tags or token.lemma.startswith(("опаса", "боят", "боя"))):
        yield from [other for other in after[:2] if "NOUN" in other.tags and "gent" in other.tags][:1]
    if "gent" in row.takes and "VERB" in token.tags:
        nested = [n for n, other in enumerate(after[:3]) if other.lemma in ("возможность", "вариант", "идея", "вопрос")]
        for n in nested[:1]:
            yield from [other for other in after[n + 1 : n + 3] if "NOUN" in other.tags and other.tags & {"gent"}]


def _named(after: Sequence[Token]) -> Iterator[Token]:
    """The noun that names a deed behind a verb: обещал выплаты, ходатайствует об аресте, готовится к запуску."""
    for number, other in enumerate(after[:_NOUN]):
        before = after[number - 1] if number else None
        led = before is not None and "PREP" in before.tags
        if led and before is not None and before.text.lower() not in _TOWARDS:
            return
        if "NOUN" in other.tags and (other.tags & {"nomn", "accs", "gent"} or led):
            yield other


def _ahead(tokens: Sequence[Token], number: int) -> Iterator[Token]:
    """An infinitive of the clause before its verb: закрыть мост предложил мэр."""
    for other in reversed(tokens[max(0, number - _REACH) : number]):
        if other.text in _BREAKS or "VERB" in other.tags:
            return
        if "INFN" in other.tags:
            yield other
            return


def _demanded(tokens: Sequence[Token], stop: int) -> Iterator[Token]:
    """The verb of a чтобы clause right behind: требуют, чтобы директор ушёл."""
    if [token.text.lower() for token in tokens[stop : stop + 2]] == [",", "чтобы"]:
        for other in tokens[stop + 2 : stop + 2 + _REACH]:
            if other.text in _BREAKS:
                return
            if {"VERB", "past"} <= other.tags:
                yield other
                return


def _rendered(deed: Token, links: Sequence[Link]) -> Link | None:
    """The link of a deed, where its word renders no other word better."""
    own = strongest(links, deed)
    if own is None or own.strength < _FIRM:
        return None
    better = any(link.target.start == own.target.start and link.strength > own.strength for link in links)
    return None if better else own


def _swallowed(token: Token, deed: Token, links: Sequence[Link]) -> Link | None:
    """The link of the word that holds a deed back to what is done, where the deed itself has none: passed the notes."""
    own = strongest(links, token)
    if own is None or own.strength < _FIRM or "INFN" not in deed.tags:
        return None
    alone = all(link.target.start != own.target.start or link.source.start == token.start for link in links)
    return own if alone else None


def _a_fact(told_: Told, row: Pending, words: Sequence[Token], at: int) -> bool:
    kind = told_[0]
    if kind == "done":
        return True
    if kind == "will":
        return row.label in _UNDECIDED
    return row.label in _ONGOING and words[told_[1]].text.lower() in ("is", "are")


def _answered(row: Pending, target: str, bead: Bead, words: tuple[Token, Token | None], links: Sequence[Link]) -> bool:
    """Whether a word of the translation stands for the one that holds the deed back, and for no other."""
    single = len(bead.target) == 1
    offset = bead.target[0].start
    token, deed = words
    for match in row.answers.ready.finditer(target):
        if not single:
            return True
        start, stop = offset + match.start(), offset + match.end()
        if deed is not None and start <= deed.start < stop:
            continue
        if deed is None or 0 <= deed.start - start <= _BEFORE:
            return True
        own = [
            link
            for link in links
            if start <= link.target.start < stop and link.strength >= _OTHER and not link.source.tags & _LINKS
        ]
        if not own or any(link.source.start == token.start for link in own):
            return True
    return False

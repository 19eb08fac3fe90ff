"""NEG001: a negation on one side only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._constructions import misread
from checker.detectors._cues import counterpart, cues, readable
from checker.detectors._opposites import opposed
from checker.detectors._polarity import reversals
from checker.detectors._prefixes import changed
from checker.detectors._retold import denials
from checker.model import Category, Finding, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.model import Bead, Link, Pair, Span, Token
    from checker.protocols import Context

NEGATION = Rule(
    code="NEG001",
    name="negation",
    category=Category.ACCURACY,
    severity=Severity.CRITICAL,
    summary="A negation stands on one side only: the translation says the opposite.",
    bad="obliges everyone to something (никого ни к чему не обязывает)",
    good="commits no one to anything",
    needs=Needs.SOURCE,
    explanation=(
        "Не, нет, никто, нельзя and verbs of refusing need a negation or a negative word in the translation, and "
        "the other way "
        "round. The double negation of Russian counts once; не раз, не только, чуть не, нельзя не and the like "
        "are none; without, "
        "fail, refuse, deny, lack, hardly, unless and words such as unknown or impossible answer a negation."
    ),
)
_PREFIX = re.compile(r"(?:un|in|im|ir|il|dis|non|mis)-?(?=[a-z]{3})")
_NEGATED = re.compile(r"(?:не(?!смотря|дел|фт|мец|мк|кот|скол|рв|жн|бе|вест|йтр|замедл)|бе[зс])\w{4,}")
"""Russian words that deny by their prefix: небогатый, безопасный."""
_UNTIL = re.compile(r"(?:[,;:—–-]\s+|^\W*)пока(?:\s+\w+){0,4}\s+$", re.IGNORECASE)
"""Before the не of "пока не придет": until he comes."""
_FIRM = 0.75  # strength of a link that makes a negation of the translation an addition
_HEAD = 0.88  # the same for the word that is denied; weaker links join it to its own opposite ("tolerate", порицать)

_CLOSE = 0.8  # share of linked content words that makes a translation a close one
_NEAR = 0.75  # the same, for a translation in which a negation could not get lost on the way

Place = tuple[int, int]
"""Start and end of a word, in document offsets."""

_SURE = 0.7  # strength of a link that a rule may lean on
_NEXT = 4  # words after a negation in which what it denies stands
_FAR = 13  # words over which a negation reaches: "it is unlikely that most of these people will ever come"
_OBJECTS = frozenset(
    ["no", "nothing", "none", "nobody", "neither", "nor", "never", "few", "little", "without", "hardly", "unlikely"]
)
_PREDICATES = frozenset({"VERB", "INFN", "PRTS", "ADJS", "PRED", "GRND"})
_EMPTY = frozenset(["быть", "стоить", "следовать", "мочь"])
_AUXILIARY = frozenset(["мочь", "смочь", "хотеть", "стать", "должный", "намеренный", "собираться", "быть"])


@cache
def _words(label: str) -> frozenset[str]:
    """A plain word list of negation.tsv."""
    rows = (row for row in data.rows("negation") if row["label"] == label)
    return frozenset(form for row in rows for form in row["forms"].split("; "))


@dataclass(frozen=True, slots=True)
class Denials:
    """Where one side of a bead denies, in document offsets."""

    plain: tuple[Place, ...]
    soft: tuple[Place, ...]
    verbs: tuple[Place, ...]
    denied: tuple[tuple[Token, Token], ...]
    """Each не with the predicate that it denies."""
    tokens: tuple[Token, ...]


class Negation:
    """Compares the negations of both sides of a bead."""

    rules = (NEGATION,)

    def __init__(self, context: Context) -> None:
        self.context = context

    def detect(self, pair: Pair) -> Iterator[Finding]:
        """Findings of an article, against the original and the re-translation."""
        alignment = pair.source
        told: list[Span] = []
        if alignment is not None and (alignment.source.lang, alignment.target.lang) == ("ru", "en"):
            for bead in alignment.beads:
                if readable(bead):
                    for finding in self._found(pair, bead):
                        told.extend(span for span in bead.target if span.overlaps(finding.span))
                        yield finding
        for span, evidence, added in denials(self.context, pair):
            if not any(span.overlaps(sentence) for sentence in told):
                yield _retold(pair, span, evidence, added)

    def _found(self, pair: Pair, bead: Bead) -> Iterator[Finding]:
        """What is reported of a bead: the surest reason for a place, one finding each."""
        found = list(misread(self.context, pair, bead, NEGATION))
        found += opposed(self.context, pair, bead, NEGATION, Severity.CRITICAL)
        for finding in (*self._bead(pair, bead), *self._prefixes(pair, bead)):
            if not any(finding.span.overlaps(other.span) or other.source == finding.source for other in found):
                found.append(finding)
        yield from found

    def _prefixes(self, pair: Pair, bead: Bead) -> Iterator[Finding]:
        """Words that have gained or lost a negative prefix where nothing else denies."""
        if pair.source is None:
            return
        if any(cues("negation", "en").any(span.text, "plain") for span in bead.target):
            return
        if any(cues("negation", "ru").any(span.text, "plain") for span in bead.source):
            return
        ours = self._target(bead)
        for link, right in changed(self.context, self.context.links(bead, "ru", "en")):
            if any(
                _beside(ours, place, link.target) for place in ours.soft + ours.verbs if place[0] != link.target.start
            ):
                continue
            evidence = pair.source.source.span(link.source.start, link.source.stop)
            span = pair.translation.span(link.target.start, link.target.stop)
            message = f'«{evidence.text}» of the original has become its opposite, "{span.text}"'
            yield Finding(NEGATION, span, message, Severity.CRITICAL, 0.8, evidence, right)

    def _bead(self, pair: Pair, bead: Bead) -> Iterator[Finding]:
        theirs, ours = self._source(bead), self._target(bead)
        if not theirs.denied and not theirs.verbs and not theirs.soft and not ours.plain:
            return
        links = {link.source.start: link for link in self.context.links(bead, "ru", "en") if link.strength >= _SURE}
        reversed_here = next(reversals(pair, bead, self.context.links(bead, "ru", "en")), None)
        if reversed_here is not None:
            yield _reversed(*reversed_here)
            return
        lost = next(self._losses(theirs, ours, links), None)
        if lost is not None:
            yield self._lost(pair, bead, lost, links)
            return
        added = next(self._additions(theirs, ours, links), None)
        if added is not None:
            yield self._added(pair, bead, added)

    def _source(self, bead: Bead) -> Denials:
        known = cues("negation", "ru")
        tokens = tuple(
            token for span in bead.source for token in self.context.tokens("ru", span) if token.kind != "mark"
        )
        plain: list[Place] = []
        soft: list[Place] = []
        verbs: list[Place] = []
        denied: list[tuple[Token, Token]] = []
        for span in bead.source:
            idioms = known.find(span.text, "idiom")
            for cue in known.find(span.text, "plain", "soft", "verb"):
                place = span.start + cue.start, span.start + cue.stop
                if cue.label != "plain" or not _UNTIL.search(span.text[: cue.start]):
                    {"plain": plain, "soft": soft, "verb": verbs}[cue.label].append(place)
            soft.extend((span.start + cue.start, span.start + cue.stop) for cue in idioms)
        soft.extend((token.start, token.stop) for token in tokens if _NEGATED.match(token.text.lower()))
        starts = {place[0] for place in plain}
        for index, token in enumerate(tokens):
            lower = token.text.lower()
            if lower in ("не", "нельзя", "невозможно") and (token.start in starts or lower == "невозможно"):
                head = _head(tokens, index + 1)
                if lower != "не" and (head is None or "INFN" not in head.tags):
                    head = tokens[index - 1] if index and "INFN" in tokens[index - 1].tags else None
                if head is not None:
                    denied.append((token, head))
        return Denials(tuple(plain), tuple(soft), tuple(verbs), tuple(denied), tokens)

    def _target(self, bead: Bead) -> Denials:
        known = cues("negation", "en")
        tokens = tuple(
            token for span in bead.target for token in self.context.tokens("en", span) if token.kind != "mark"
        )
        plain: list[Place] = []
        soft: list[Place] = []
        verbs: list[Place] = []
        for span in bead.target:
            for cue in known.find(span.text, "plain", "soft", "verb", "idiom"):
                place = span.start + cue.start, span.start + cue.stop
                if cue.label == "plain" and not re.match(r"\.?\s*\d", span.text[cue.stop :]):
                    plain.append(place)
                elif cue.label == "verb":
                    verbs.append(place)
                else:
                    soft.append(place)
        soft.extend((token.start, token.stop) for token in tokens if self._prefixed(token.text.lower()))
        return Denials(tuple(plain), tuple(soft), tuple(verbs), (), tokens)

    def _losses(self, theirs: Denials, ours: Denials, links: Mapping[int, Link]) -> Iterator[Place]:
        """Denied words of the original whose counterparts nothing denies."""
        answers = _answers(theirs, ours, links)
        if theirs.plain and not answers and (not links or _literal(theirs, links, _NEAR)):
            yield _denied_place(theirs, links)
        for negation, head in theirs.denied:
            link = links.get(head.start)
            if link is None or (link.strength < _HEAD and not _literal(theirs, links, _NEAR)):
                continue
            others = [
                links[other.start].target for _, other in theirs.denied if other is not head and other.start in links
            ]
            free = [
                place
                for place in ours.plain
                if place[0] < link.target.start and not any(_beside(ours, place, word) for word in others)
            ]
            if free or any(_beside(ours, place, link.target) for place in answers):
                continue
            yield negation.start, head.stop
        if not (ours.plain or ours.soft or ours.verbs) and theirs.verbs and not theirs.plain:
            yield theirs.verbs[0]

    def _additions(self, theirs: Denials, ours: Denials, links: Mapping[int, Link]) -> Iterator[Place]:
        """Negations of the translation whose words nothing denies in the original."""
        backward = {link.target.start: link.source for link in links.values() if link.strength >= _FIRM}
        literal = _literal(theirs, links)
        if any(token.lemma == "вместо" for token in theirs.tokens):
            return
        for place in ours.plain:
            follow = next((verb for verb in ours.verbs if verb[0] > place[1]), None)
            doubled = follow is not None and follow[0] - place[1] <= 2
            if doubled and follow is not None and not theirs.plain and theirs.verbs:
                yield place[0], follow[1]
            if not links:
                if not (theirs.plain or theirs.soft or theirs.verbs):
                    yield place
                continue
            words = [token for token in ours.tokens if place[1] < token.start][:_NEXT]
            head = next((token for token in words if _heavy(token)), None)
            if head is not None and not literal and head.start not in backward:
                continue
            own = backward.get(place[0])
            if own is not None and _NEGATED.match(own.text.lower()):
                continue
            linked = [backward[token.start] for token in words if token.start in backward]
            denied = next((token for token in linked if _content(token)), None)
            if (
                denied is not None
                and links[denied.start].strength >= _HEAD
                and not theirs.plain
                and not any(_within(theirs, other, denied) for other in theirs.soft + theirs.verbs)
            ):
                yield place

    def _prefixed(self, word: str) -> bool:
        """Whether a word has a negative prefix: unknown, impossible, non-existent."""
        match = _PREFIX.match(word)
        if match is None or word.startswith(tuple(_words("no prefix"))) or len(word) <= 6:
            return False
        return self.context.language("en").zipf(word[match.end() :]) >= 3

    def _lost(self, pair: Pair, bead: Bead, place: Place, links: Mapping[int, Link]) -> Finding:
        original = pair.source.source if pair.source else pair.translation
        evidence = original.span(*place)
        linked = [links[start].target for start in sorted(links) if place[0] <= start < place[1]]
        if linked:
            last = linked[-1]
            first = min((word.start for word in linked if 0 <= last.start - word.start <= 30), default=last.start)
            words = self.context.tokens("en", _sentence(bead, first))
            before = [token.start for token in words if token.kind != "mark" and token.start < first]
            span = pair.translation.span(max(before, default=first), last.stop)
        else:
            span = counterpart(pair.translation, bead, original.span(place[0], place[0]), (), words=4)
        message = f"«{evidence.text}» of the original is denied, the translation affirms it"
        return Finding(NEGATION, span, message, Severity.CRITICAL, 0.85, evidence, "(restore the negation)")

    def _added(self, pair: Pair, bead: Bead, place: Place) -> Finding:
        before = re.search(
            r"\b(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|may|must) $",
            pair.translation.text[max(0, place[0] - 8) : place[0]],
        )
        span = pair.translation.span(place[0] - len(before.group()) if before else place[0], place[1])
        message = f'the original has no negation here: "{span.text}" says the opposite'
        return Finding(NEGATION, span, message, Severity.CRITICAL, 0.8, bead.source[0], "(without the negation)")


def _retold(pair: Pair, span: Span, evidence: Span, added: bool) -> Finding:
    """Evidence is the re-translation's, or where there is an original the sentence of it."""
    quoted = f"«{evidence.text}»" if len(evidence.text) <= 40 else "nothing of the kind"
    if added:
        message, advice = f'"{span.text}" denies what the re-translation affirms', "(without the negation)"
    else:
        message, advice = (
            f"the re-translation denies this ({quoted}), the translation affirms it",
            "(restore the negation)",
        )
    if pair.source is not None:
        bead = next(
            (bead for bead in pair.beads if bead.source and any(one.overlaps(span) for one in bead.target)), None
        )
        return Finding(NEGATION, span, message, Severity.CRITICAL, 0.8, bead.source[0] if bead else None, advice)
    return Finding(NEGATION, span, message, Severity.CRITICAL, 0.8, evidence, advice)


def _reversed(span: Span, evidence: Span) -> Finding:
    message = f'«{evidence.text}» of the original has lost a negation in "{span.text}"'
    return Finding(NEGATION, span, message, Severity.CRITICAL, 0.85, evidence, "(restore the negation)")


def _sentence(bead: Bead, offset: int) -> Span:
    return next((span for span in bead.target if span.start <= offset < span.stop), bead.target[0])


def _head(tokens: Sequence[Token], index: int) -> Token | None:
    """The verb or predicate that a не denies: the next word, particles passed over."""
    while index < len(tokens) and tokens[index].text.lower() in ("бы", "же", "ли", "только", "так", "особо"):
        index += 1
    if index >= len(tokens) or not tokens[index].tags & _PREDICATES or tokens[index].lemma in _words("turned"):
        return None
    head = tokens[index]
    if head.lemma in _AUXILIARY and index + 1 < len(tokens) and tokens[index + 1].tags & {"INFN", "VERB", "PRTS"}:
        head = tokens[index + 1]
    return None if head.lemma in _words("turned") | _EMPTY else head


def _answers(theirs: Denials, ours: Denials, links: Mapping[int, Link]) -> tuple[Place, ...]:
    """Negative words of the translation that are free to answer a negation.

    Weak ones ("only", "still") are not, nor those that render another negative word of the original ("a ban" for
    запрет, "without" for без).
    """
    plain = {place[0] for place in theirs.plain}
    heads = {token.start for both in theirs.denied for token in both}
    taken = {
        link.target.start
        for link in links.values()
        if link.strength >= _FIRM
        and link.source.start not in plain | heads
        and any(place[0] <= link.source.start < place[1] for place in theirs.soft + theirs.verbs)
    }
    weak = {(token.start, token.stop) for token in ours.tokens if token.text.lower() in _words("weak")}
    soft = [place for place in ours.soft + ours.verbs if place[0] not in taken and place not in weak]
    return (*ours.plain, *soft)


def _denied_place(theirs: Denials, links: Mapping[int, Link]) -> Place:
    """The first negation of the original with the word that it denies: the one after it, else the one before it."""
    if theirs.denied and theirs.denied[0][1].start in links:
        return theirs.denied[0][0].start, theirs.denied[0][1].stop
    start, stop = theirs.plain[0]
    linked = [token for token in theirs.tokens if _content(token) and token.start in links]
    after = [token for token in linked if 0 < token.start - stop <= 12]
    before = [token for token in linked if 0 < start - token.stop <= 30]
    following = next((token for token in theirs.tokens if token.start >= stop), None)
    idle = following is not None and following.lemma in _words("turned") | _EMPTY
    if before and (idle or not after or stop - start > 3):
        return before[-1].start, stop
    return start, after[0].stop if after else stop


def _within(side: Denials, place: Place, word: Token) -> bool:
    """Whether a negative word of the original stands right beside a word of it, or is it."""
    between = [token for token in side.tokens if min(place[1], word.stop) <= token.start < max(place[0], word.start)]
    return len(between) <= 3


def _content(token: Token) -> bool:
    return bool(token.tags & (_PREDICATES | {"NOUN", "ADJF"}))


def _literal(theirs: Denials, links: Mapping[int, Link], share: float = _CLOSE) -> bool:
    """Whether nearly every content word of the original has its link: no free rendering explains a negation then."""
    content = [token for token in theirs.tokens if _content(token)]
    return sum(token.start in links for token in content) >= share * len(content)


def _heavy(token: Token) -> bool:
    """Whether an English word can be what a negation denies: no auxiliary, article or adverb."""
    return token.text.lower() not in _words("light") and not token.text.lower().endswith("ly")


def _beside(side: Denials, place: Place, word: Token) -> bool:
    """Whether a negation reaches a word: from before it, or as its object ("admit no guilt")."""
    between = [token for token in side.tokens if min(place[1], word.stop) <= token.start < max(place[0], word.start)]
    if place[0] <= word.start:
        return len(between) <= _FAR
    objects = any(token.start == place[0] and token.lemma in _OBJECTS for token in side.tokens)
    return len(between) <= (4 if objects else 0)


def detector(context: Context) -> Negation:
    """The family of negations."""
    return Negation(context)

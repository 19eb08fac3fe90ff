"""NEG001: a negation on one side only."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.bounds import WORDS
from checker.detectors._constructions import misread
from checker.detectors._cues import bead_text, counterpart, cues, located, readable
from checker.detectors._evidence import shared
from checker.detectors._negation_words import modals, words
from checker.detectors._opposites import opposed
from checker.detectors.negation import _heads as heads
from checker.detectors.negation._additions import additions
from checker.detectors.negation._affirmed import affirmed
from checker.detectors.negation._asked import asked
from checker.detectors.negation._complement import kept, timed, whole
from checker.detectors.negation._denials import Denials, beside, negated
from checker.detectors.negation._doubled import doubled
from checker.detectors.negation._everyone import undone
from checker.detectors.negation._instead import instead
from checker.detectors.negation._liberties import asserted
from checker.detectors.negation._local import local
from checker.detectors.negation._losses import emphatic, losses
from checker.detectors.negation._polarity import reversals
from checker.detectors.negation._prefixes import changed
from checker.detectors.negation._reports import NEGATION, RESTORE, doubled_up, retold, turned_round
from checker.detectors.negation._retold import denials
from checker.detectors.negation._taking_place import events
from checker.detectors.negation._twofold import twofold
from checker.detectors.negation._unsaid import denies_nothing, waits
from checker.detectors.negation._ways import put_so
from checker.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.detectors.negation._denials import Place
    from checker.model import Bead, Link, Pair, Span, Token
    from checker.protocols import Context

_PREFIX = re.compile(r"(?:un|in|im|ir|il|dis|non|mis)-?(?=[a-z]{3})")
_NEUTRAL = re.compile(r"спасател|потом$|самы|несчастн|небольш|нескольк|недавн|немного|непосредств", re.IGNORECASE)
"""Words that begin like a negative one and deny nothing."""

_NEAR = 5  # words before a noun among which its verb stands
_SURE = 0.7  # strength of a link that a rule may lean on


class Negation:
    """Compares the negations of both sides of a bead."""

    rules = (NEGATION,)

    def __init__(self, context: Context) -> None:
        self.context = context
        self._prefixed = lru_cache(WORDS)(self._has_prefix)

    def detect(self, pair: Pair) -> Iterator[Finding]:
        """Findings of an article, against the original and the re-translation."""
        alignment = pair.source
        told: list[Span] = []
        if alignment is not None and (alignment.source.lang, alignment.target.lang) == ("ru", "en"):
            for number, bead in enumerate(alignment.beads):
                if readable(bead):
                    near = alignment.beads[max(0, number - 1) : number + 2]
                    loose = " ".join(bead_text(one.target) for one in near if not one.source)
                    for finding in self._found(pair, bead, loose):
                        told.extend(span for span in bead.target if span.overlaps(finding.span))
                        yield finding
        for span, evidence, added in denials(self.context, pair):
            if not any(span.overlaps(sentence) for sentence in told):
                yield retold(pair, span, evidence, added)

    def _found(self, pair: Pair, bead: Bead, loose: str) -> Iterator[Finding]:
        """What is reported of a bead: the surest reason for a place, one finding each.

        `loose` is what stands beside it without an original: it may be a part of the bead.
        """
        found = list(misread(self.context, pair, bead, NEGATION))
        found += opposed(self.context, pair, bead, NEGATION, Severity.CRITICAL)
        found += asked(pair, bead, NEGATION)
        found += (doubled_up(*both) for both in (*doubled(pair, bead), *instead(self.context, pair, bead)))
        answered = bool(loose) and cues("negation", "en").any(loose, "plain")
        halved = (doubled_up(*both) for both in twofold(pair, bead))
        for finding in (*self._bead(pair, bead), *self._prefixes(pair, bead), *halved):
            if answered and finding.suggestion == RESTORE:
                continue
            if not any(finding.span.overlaps(other.span) or shared(finding, other) for other in found):
                found.append(finding)
        excused = self._everyone(pair, bead) if found else []
        for finding in found:
            if finding.source is None or not any(finding.source.overlaps(span) for span in excused):
                yield finding

    def _everyone(self, pair: Pair, bead: Bead) -> list[Span]:
        """What the original denies twice and the translation says of everyone."""
        if pair.source is None:
            return []
        places = undone(bead_text(bead.source), bead_text(bead.target))
        return [located(pair.source.source, bead.source, *place) for place in places]

    def _prefixes(self, pair: Pair, bead: Bead) -> Iterator[Finding]:
        """Words that have gained or lost a negative prefix where nothing else denies."""
        if pair.source is None:
            return
        if any(cues("negation", "en").any(span.text, "plain") for span in bead.target):
            return
        if any(cues("negation", "ru").any(span.text, "plain") for span in bead.source):
            return
        for link, right in changed(self.context, self.context.links(bead, "ru", "en")):
            ours = self._target(bead)
            if any(
                beside(ours, place, link.target)
                for place in ours.soft + ours.verbs
                # It is clear whether: the question does not deny the word before it.
                if place[0] != link.target.start and pair.translation.text[slice(*place)].lower() != "whether"
            ):
                continue
            evidence = pair.source.source.span(link.source.start, link.source.stop)
            span = pair.translation.span(link.target.start, link.target.stop)
            message = f'«{evidence.text}» of the original has become its opposite, "{span.text}"'
            yield Finding(NEGATION, span, message, Severity.CRITICAL, 0.8, evidence, right)

    def _bead(self, pair: Pair, bead: Bead) -> Iterator[Finding]:
        theirs = self._source(bead)
        affirms = not theirs.denied and not theirs.verbs and not theirs.soft
        if affirms and not any(cues("negation", "en").any(span.text, "plain") for span in bead.target):
            return
        ours = self._target(bead)
        if affirms and not ours.plain:
            return
        links = {link.source.start: link for link in self.context.links(bead, "ru", "en") if link.strength >= _SURE}
        links |= {link.source.start: link for link in events(theirs.tokens, ours.tokens, links)}
        reversed_here = next(reversals(pair, bead, self.context.links(bead, "ru", "en")), None)
        if reversed_here is not None:
            yield turned_round(*reversed_here)
            return
        told = bool(links) or self.context.linker() is None  # without a sure link it was put in other words
        sides = bead_text(bead.source), bead_text(bead.target)
        for lost in losses(theirs, ours, links) if told else ():
            word = links[lost[1].start].target if lost[1] is not None else None
            if lost[1] is not None and word is not None and not kept(theirs, ours, links.values(), (lost[1], word)):
                negation = next(one for one, head in theirs.denied if head == lost[1])
                if not (emphatic(theirs, negation) and whole(ours, word)):
                    continue
            if not timed(*sides) and not put_so(*sides, (_lead(pair, bead, word), word)):
                yield self._lost(pair, bead, lost, links)
                return
        every = asserted(pair, bead, (theirs, ours), links, additions(self.context, theirs, ours, links))
        added = next(every, None) if told else None
        if added is not None:
            yield self._added(pair, bead, added)
            return
        affirmed_here = next(self._affirmed(pair, bead, (theirs, ours)), None)
        if affirmed_here is not None:
            yield affirmed_here
            return
        if theirs.denied and not timed(*sides):
            for negation, head, place in local(theirs, ours, self.context.links(bead, "ru", "en")):
                evidence = (
                    pair.source.source.span(negation.start, max(head.stop, negation.stop)) if pair.source else None
                )
                span = pair.translation.span(*place)
                message = f'what the original denies is not what is denied in "{span.text}"'
                yield Finding(NEGATION, span, message, Severity.CRITICAL, 0.8, evidence, "(move the negation)")
                return

    def _affirmed(self, pair: Pair, bead: Bead, sides: tuple[Denials, Denials]) -> Iterator[Finding]:
        """The first denied predicate that a listed word affirms where nothing in the translation denies."""
        texts, every = (bead_text(bead.source), bead_text(bead.target)), self.context.links(bead, "ru", "en")
        for place, head, word in affirmed(*sides, every, texts) if every and pair.source is not None else ():
            if not kept(*sides, every, (head, word)) or timed(*texts):
                continue
            if not put_so(*texts, (_lead(pair, bead, word), word)):
                evidence = pair.source.source.span(*place) if pair.source else bead.source[0]
                span = pair.translation.span(self._predicate(bead, word, noun=False), word.stop)
                message = f"«{evidence.text}» of the original is denied, the translation affirms it"
                yield Finding(NEGATION, span, message, Severity.CRITICAL, 0.85, evidence, RESTORE)
                return

    def _source(self, bead: Bead) -> Denials:
        known, target = cues("negation", "ru"), bead_text(bead.target)
        tokens = tuple(
            token for span in bead.source for token in self.context.tokens("ru", span) if token.kind != "mark"
        )
        plain: list[Place] = []
        soft: list[Place] = []
        verbs: list[Place] = []
        for span in bead.source:
            idioms = known.find(span.text, "idiom")
            for cue in known.find(span.text, "plain", "soft", "verb"):
                place = span.start + cue.start, span.start + cue.stop
                if cue.label == "soft" and _NEUTRAL.match(cue.text):
                    continue
                if cue.label != "plain":
                    {"soft": soft, "verb": verbs}[cue.label].append(place)
                elif denies_nothing(span.text, cue.start):
                    soft.append(place)
                elif not waits(span.text[: cue.start], target):
                    plain.append(place)
            soft.extend((span.start + cue.start, span.start + cue.stop) for cue in idioms)
        soft.extend((token.start, token.stop) for token in tokens if negated(token.text))
        starts = {place[0] for place in plain}
        denied = [both for span in bead.source for both in heads.denied(self.context.tokens("ru", span), starts)]
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
        soft.extend((token.start, token.stop) for token in tokens if self._prefixed(token.text))
        return Denials(tuple(plain), tuple(soft), tuple(verbs), (), tokens)

    def _has_prefix(self, text: str) -> bool:
        """Whether a word has a negative prefix: unknown, impossible, non-existent."""
        word = text.lower()
        match = _PREFIX.match(word)
        if match is None or word.startswith(tuple(words("no prefix"))) or len(word) < 5:
            return False
        return self.context.language("en").zipf(word[match.end() :]) >= 3

    def _lost(self, pair: Pair, bead: Bead, lost: tuple[Place, Token | None], links: Mapping[int, Link]) -> Finding:
        (place, head), original = lost, pair.source.source if pair.source else pair.translation
        evidence = original.span(*place)
        if head is not None:
            word = links[head.start].target
            span = pair.translation.span(self._predicate(bead, word, "NOUN" in head.tags), word.stop)
        else:
            span = counterpart(pair.translation, bead, original.span(place[0], place[0]), links.values(), words=4)
        message = f"«{evidence.text}» of the original is denied, the translation affirms it"
        severity, confidence = (Severity.CRITICAL, 0.85) if links else (Severity.MAJOR, 0.6)
        return Finding(NEGATION, span, message, severity, confidence, evidence, RESTORE)

    def _predicate(self, bead: Bead, word: Token, noun: bool) -> int:
        """Where the words begin that a negation goes with: the auxiliaries before a word, else the word before it.

        Before a noun, the verb that says that there is such a thing: "is turning a profit".
        """
        sentence = self.context.tokens("en", _sentence(bead, word.start))
        before = [token for token in sentence if token.kind != "mark" and token.start < word.start]
        verbs = words("auxiliary") | (words("carrier") if noun else frozenset())
        start = word.start
        if noun and any(token.text.lower() in verbs for token in before[-_NEAR:]):
            while before[-1].text.lower() not in verbs and not before[-1].text.lower().endswith("ing"):
                start = before.pop().start
            start = before.pop().start
        leads = modals() if before and before[-1].text.lower() == "to" else frozenset()
        while before and (before[-1].text.lower() in words("auxiliary") or before[-1].lemma in leads):
            start = before.pop().start
        return before[-1].start if before and start == word.start else start

    def _added(self, pair: Pair, bead: Bead, place: Place) -> Finding:
        before = re.search(
            r"\b(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|may|must) $",
            pair.translation.text[max(0, place[0] - 8) : place[0]],
        )
        span = pair.translation.span(place[0] - len(before.group()) if before else place[0], place[1])
        message = f'the original has no negation here: "{span.text}" says the opposite'
        return Finding(NEGATION, span, message, Severity.CRITICAL, 0.8, bead.source[0], "(without the negation)")


def _lead(pair: Pair, bead: Bead, word: Token | None) -> str:
    """What a sentence of the translation says before a word."""
    return "" if word is None else pair.translation.text[_sentence(bead, word.start).start : word.start]


def _sentence(bead: Bead, offset: int) -> Span:
    return next((span for span in bead.target if span.start <= offset < span.stop), bead.target[0])


def detector(context: Context) -> Negation:
    """The family of negations."""
    return Negation(context)

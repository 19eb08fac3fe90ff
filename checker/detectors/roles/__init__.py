"""ROL001: who did what to whom, turned round."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._constructions import misread
from checker.detectors._cues import bead_text, located, readable
from checker.detectors.roles._clauses import deeds, lemmas
from checker.detectors.roles._converses import other_side
from checker.detectors.roles._counted import mistaken
from checker.detectors.roles._datives import obliged, threatened
from checker.detectors.roles._exchanges import contrasted, regained, suffered, verbs_swapped, whose
from checker.detectors.roles._feelings import felt, undergone
from checker.detectors.roles._fronted import done_to, fronted, relatives
from checker.detectors.roles._given import born, given, stripped
from checker.detectors.roles._objects import redirected
from checker.detectors.roles._order import robbed, taken_over, turned
from checker.detectors.roles._owners import owners_swapped
from checker.detectors.roles._participles import suffering
from checker.detectors.roles._proofs import proved
from checker.detectors.roles._ranks import ranked
from checker.detectors.roles._receivers import cited, receivers
from checker.detectors.roles._recipients import addressed, compared
from checker.detectors.roles._relatives import acted_on, acting
from checker.detectors.roles._rendered import Rendered
from checker.detectors.roles._reversals import owners_lost, sides_swapped, undone
from checker.detectors.roles._sides import exchanged
from checker.detectors.roles._subjects import read
from checker.model import Category, Finding, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.roles._cases import Words
    from checker.model import Bead, Link, Pair, Span, Token
    from checker.protocols import Context

REVERSED = Rule(
    code="ROL001",
    name="role-reversal",
    category=Category.ACCURACY,
    severity=Severity.CRITICAL,
    summary="Doer and sufferer, or two sides, have changed places.",
    bad="he seized 112 blanks (у него изъяли 112 заготовок)",
    good="112 blanks were seized from him",
    needs=Needs.SOURCE,
    explanation=(
        "Reported with high certainty alone: an impersonal verb of the original whose sufferer has become the "
        "subject of the active "
        "verb; two subjects that have changed their verbs; a named subject and object that have changed places "
        "without a passive; the deputy or wife of somebody who has become that somebody; a doer left unsaid whose "
        "place the other person has taken; a person in the dative or accusative in front who has become the subject "
        "(врачам пенсионер не верит); a noun told by который that does what was done to it; the nouns of X, а не Y; "
        "a sufferer's lawyer or mother to whom his fate is given (адвокат задержанных); lent for занимал у; those to "
        "whom nobody named gives or forbids something (пострадавшим выплатили); who governs what (фракцией руководит); "
        "a participle whose object has become the doer (заменив певицу: being replaced by the singer); "
        "a cause that is said to feel, or one who feels that is said to be the cause (the news was surprised); "
        "one threatened or obliged, in the dative, who threatens or receives (человек, которому грозит суд); a verb of "
        "the other side whose party stays where it was (учит Мишу: learns from Misha); a relative clause that who or "
        "whom turns round; one nation or name of the sentence for another, where each is named a different number of "
        "times; an adverb that puts behind who is ahead (behind her rival for опередив соперницу); a deed told by a "
        "noun whose doer suffers it (a lawsuit against the bank for иск банка)."
    ),
)
_FAMILIES = (
    sides_swapped, owners_lost, undone, contrasted, regained, suffered, whose, verbs_swapped, addressed, compared,
    given, born, suffering, felt, undergone, threatened, obliged, other_side,
    acted_on, acting, owners_swapped,
)  # fmt: skip
_RENDERED = (exchanged, redirected, proved, receivers, cited, ranked)
"""Those that ask where the words of a sentence stand in the translation."""
_SURE = 0.75
_STEM = 4
"""Letters that the forms of a verb share."""
_AUXILIARIES = "(?:would|will|had|has|have|can|could|should|may|might|must|is to|was to)"
_PRONOUN = {
    "from": (r"у\s+(?:него|нее|них)", r"(?:he|she|they)"),
    "whom": (r"(?<!в )(?<!на )(?:его|ее|их)", r"(?:he|she|they)"),
    "to": (r"(?:ему|ей|им)", r"(?:he|she|they)"),
}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Each row of roles.tsv as (source pattern, translation pattern)."""
    made = []
    for row in data.rows("roles"):
        if row["kind"] not in _PRONOUN:
            continue
        theirs, ours = _PRONOUN[row["kind"]]
        verbs = "|".join(row["verbs"].split())
        english = "|".join(row["english"].split())
        source = rf"(?<!\w)(?:{theirs}\s+(?:\w+\s+)?(?:{verbs})|(?:{verbs})\s+{theirs})(?!\w)"
        between = rf"(?:{_AUXILIARIES}\s+)?(?:\w+ly\s+|also\s+|did\s+not\s+|didn['’]t\s+)?"
        target = rf"(?<!\w){ours}\s+{between}(?:{english})(?!\w)(?!\s+(?:by|from|to)\b)"
        made.append((re.compile(source, re.IGNORECASE), re.compile(target, re.IGNORECASE)))
    return tuple(made)


@cache
def _pronoun() -> re.Pattern[str]:
    """What every source pattern holds: most sentences have none, and are asked no further."""
    return re.compile("|".join(rf"(?<!\w)(?:{theirs})(?!\w)" for theirs, _ in _PRONOUN.values()), re.IGNORECASE)


class Roles:
    """Compares who does what."""

    rules = (REVERSED,)

    def __init__(self, context: Context) -> None:
        self.context = context

    def detect(self, pair: Pair) -> Iterator[Finding]:
        """Findings of an article."""
        alignment = pair.source
        if alignment is None or (alignment.source.lang, alignment.target.lang) != ("ru", "en"):
            return
        for bead in alignment.beads:
            if readable(bead):
                yield from self._impersonal(pair, bead)
                yield from misread(self.context, pair, bead, REVERSED)
                clauses = [read(self.context.tokens("ru", span)) for span in bead.source]
                found = [
                    *self._exchanged(pair, bead),
                    *self._turned(pair, bead, clauses),
                    *self._reversed(pair, bead, clauses),
                ]
                yield from _distinct(found)

    def _impersonal(self, pair: Pair, bead: Bead) -> Iterator[Finding]:
        source, target = bead_text(bead.source).replace("ё", "е"), bead_text(bead.target)
        if not _pronoun().search(source):
            return
        for theirs, ours in _patterns():
            given = theirs.search(source)
            found = ours.search(target) if given else None
            if given and found and not _both(source, given) and not _relative(target, found.start()) and pair.source:
                evidence = located(pair.source.source, bead.source, given.start(), given.end())
                span = located(pair.translation, bead.target, found.start(), found.end())
                yield _finding(span, evidence, "(passive: it was done to the person)")
                return

    def _turned(self, pair: Pair, bead: Bead, clauses: Sequence[Words]) -> Iterator[Finding]:
        """Clauses whose doer has become the sufferer."""
        if pair.source is None:
            return
        found = [deed for tokens in clauses for deed in (*deeds(tokens), *fronted(tokens))]
        taken = [each for tokens in clauses for each in stripped(tokens)]
        given = [each for tokens in clauses for each in (*done_to(tokens), *relatives(tokens))]
        if not found and not taken and not given:
            return
        links = self.context.links(bead, "ru", "en")
        words = [token for span in bead.target for token in self.context.tokens("en", span)]
        places: list[tuple[tuple[Token, ...], tuple[int, int] | None]]
        places = [((deed.doer.head, deed.verb, deed.sufferer.head), turned(deed, links, words)) for deed in found]
        places += [((phrase.head, verb), robbed(phrase, verb, links, words)) for phrase, verb in taken]
        places += [
            ((pronoun, verb, doer.head), taken_over(verb, subjects, doer, links, words))
            for pronoun, subjects, verb, doer in given
        ]
        for parts, place in places:
            if place is not None:
                evidence = pair.source.source.span(min(t.start for t in parts), max(t.stop for t in parts))
                yield _finding(pair.translation.span(*place), evidence, "(the other way round)")

    def _reversed(self, pair: Pair, bead: Bead, clauses: Sequence[Words]) -> Iterator[Finding]:
        """Two sides, owners and doers left unsaid that have changed places."""
        if pair.source is None:
            return
        links = self.context.links(bead, "ru", "en")
        words = [token for span in bead.target for token in self.context.tokens("en", span)]
        found = [each for tokens in clauses for family in _FAMILIES for each in family(tokens, links, words)]
        sentences = [Rendered(tokens, links, words) for tokens in clauses]
        found += [each for sentence in sentences for family in _RENDERED for each in family(sentence)]
        found += mistaken([token for tokens in clauses for token in tokens], links, words)
        for parts, place in found:
            evidence = pair.source.source.span(min(t.start for t in parts), max(t.stop for t in parts))
            yield _finding(pair.translation.span(*place), evidence, "(the other way round)")

    def _exchanged(self, pair: Pair, bead: Bead) -> Iterator[Finding]:
        tokens = [token for span in bead.source for token in self.context.tokens("ru", span)]
        named = [token for token in tokens if _actor(token)]
        if len(named) < 2 or not any("nomn" in token.tags for token in named) or pair.source is None:
            return
        links = [link for link in self.context.links(bead, "ru", "en") if link.strength >= _SURE]
        actors = sorted((link for link in links if _actor(link.source)), key=lambda link: link.source.start)
        verbs = sorted((link for link in links if "VERB" in link.source.tags), key=lambda link: link.source.start)
        words = tuple(token for span in bead.target for token in self.context.tokens("en", span))
        for one, two in _crossed(actors):
            for place in (*_two_subjects(one, two, verbs), *_subject_object(one, two, verbs, words)):
                evidence = pair.source.source.span(one.source.start, two.source.stop)
                yield _finding(pair.translation.span(*place), evidence, "(the other way round)")


_SAID = re.compile(
    r"\b(?:said|says|say|added|adds|clarified|confirmed|reported|stated|announced|noted|promised|assured|stressed|hopes?"
    r"|believes?|believed|thinks?|thought|explained|claimed|claims|sure|certain|likely|court|decided|ruled) that \Z"
)


def _both(text: str, given: re.Match[str]) -> bool:
    """Whether the original has the verb twice: his licence will be given back, and he will give back the money."""
    verb = max(given.group().split(), key=len)
    return text.lower().count(verb[:_STEM].lower()) > 1


def _relative(text: str, place: int) -> bool:
    """Whether the clause is one of a noun: "the car that he bought" has its own doer."""
    before = text[max(0, place - 40) : place]
    return before.endswith("that ") and not _SAID.search(before)


def _finding(span: Span, evidence: Span, advice: str) -> Finding:
    message = f"«{evidence.text}»: in the translation the other one does it"
    return Finding(REVERSED, span, message, Severity.CRITICAL, 0.75, evidence, advice)


def _distinct(found: Sequence[Finding]) -> Iterator[Finding]:
    """Findings without those that an earlier one overlaps."""
    for number, one in enumerate(found):
        if not any(one.span.overlaps(other.span) for other in found[:number]):
            yield one


def _actor(token: Token) -> bool:
    """A name, or an adjective or noun that stands for one of two sides."""
    return bool(token.tags & {"NOUN", "ADJF"}) and bool(
        token.tags & {"Name", "Surn", "Geox", "Orgn", "name", "surname", "place"}
        or token.lemma.endswith("ский")
        or token.text[0].isupper()
    )


def _crossed(actors: Sequence[Link]) -> Iterator[tuple[Link, Link]]:
    """Neighbouring actors whose counterparts stand in the other order."""
    for one, two in pairwise(actors):
        if one.target.start > two.target.start and one.source.lemma != two.source.lemma:
            yield one, two


def _two_subjects(one: Link, two: Link, verbs: Sequence[Link]) -> Iterator[tuple[int, int]]:
    """ "A proposed, B promised" that has become "B proposed, A promised"."""
    first = next((verb for verb in verbs if one.source.start < verb.source.start < two.source.start), None)
    second = next((verb for verb in verbs if verb.source.start > two.source.start), None)
    if first is None or second is None or not ({"nomn"} <= one.source.tags and {"nomn"} <= two.source.tags):
        return
    if two.target.start < first.target.start < one.target.start < second.target.start:
        yield two.target.start, first.target.stop
        yield one.target.start, second.target.stop


def _subject_object(one: Link, two: Link, verbs: Sequence[Link], words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """ "A accused B" that has become "B accused A"."""
    between = [verb for verb in verbs if one.source.start < verb.source.start < two.source.start]
    if len(between) != 1 or "nomn" not in one.source.tags or not two.source.tags & {"accs", "datv"}:
        return
    verb = between[0].target
    if between[0].source.lemma in lemmas("converse"):  # the fighter lost to Ivanov, Ivanov beat the fighter
        return
    if not two.target.start < verb.start < one.target.start:
        return
    stretch = [token.text.lower() for token in words if two.target.start < token.start < one.target.start]
    if not set(stretch) & {
        "by",
        "was",
        "were",
        "is",
        "are",
        "been",
        "being",
        "be",
        "from",
        ",",
        "that",
        "which",
        "who",
    }:
        yield two.target.start, one.target.stop


def detector(context: Context) -> Roles:
    """The family of roles."""
    return Roles(context)

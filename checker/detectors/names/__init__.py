"""Names: lost, garbled, or brought over from a foreign language by way of the Russian spelling.

A name counts as carried when some word of the translation fits it in any usual transliteration, as
its Latin original, or as an established English name (data/exonyms.tsv, data/foreign_names.tsv).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.detectors._established import register
from checker.detectors._transliteration import folded, romanised
from checker.detectors.names._bearers import hosts
from checker.detectors.names._codes import codes
from checker.detectors.names._copied import copied
from checker.detectors.names._declined import declined
from checker.detectors.names._foreign import stretch
from checker.detectors.names._garbled import garbled
from checker.detectors.names._given_words import given_words
from checker.detectors.names._lost import lost
from checker.detectors.names._mentions import FITS, bare, carried, fit, sides
from checker.detectors.names._named_elsewhere import named_elsewhere
from checker.detectors.names._nations import replaced
from checker.detectors.names._plain_names import plain_names
from checker.detectors.names._quoted_plurals import quoted_plurals
from checker.detectors.names._retold_names import retold
from checker.detectors.names._sexes import other_sex
from checker.detectors.names._soft_signs import soft_signs
from checker.detectors.names._through_russian import misnamed, unmistakable
from checker.detectors.names._torn import torn
from checker.detectors.names._translated import translated
from checker.detectors.names._unlike import unlike
from checker.model import Category, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.detectors.names._mentions import Sides
    from checker.model import Alignment, Finding, Pair, Token
    from checker.protocols import Context

MISSING = Rule(
    "NAM001",
    "name-missing",
    Category.ACCURACY,
    Severity.MAJOR,
    "A person or place of the original is nowhere in the translation, or another one stands for it.",
    bad="The talks were led by Kovacs. (Переговоры вёл Бекетов.)",
    good="The talks were led by Beketov.",
    needs=Needs.SOURCE,
    explanation="Every name of the original is looked for in the sentence, its neighbours and then the whole "
    "translation: in any transliteration, as a Latin original, as an established English name, as an adjective "
    "(Italian for Италия). Silent where the name is said elsewhere in the article (a pronoun or a title may stand for "
    "it) and no other name has come in its place, for names in quotation marks and for patronymics. A country or "
    "people that stands where the original has another (Swedish for швейцарский) is reported by the words "
    "themselves; a capital may stand for its country, short forms for a state (D-Mo., NSW) or a person (JFK), "
    "and words like 'the country' or 'people here' for a place.",
)
GARBLED = Rule(
    "NAM002",
    "name-garbled",
    Category.ACCURACY,
    Severity.MINOR,
    "The form of a name fits no transliteration of the original and no established English name.",
    bad="The ship crossed the Northern Icy Ocean with Il'ya Rubtzlov on board.",
    good="The ship crossed the Arctic Ocean with Ilya Rubtsov on board.",
    needs=Needs.SOURCE,
    explanation="Place names translated word by word, a soft sign left as an apostrophe, a Russian case ending carried "
    "over (Lozovoy for Lozovaya, Streltsov for the club Streltsy), a woman's surname without its ending, a first name "
    "translated as the word it is (Spring for Vesna), letters swapped, a word that neither the letters nor the "
    "consonants of the name give (major), a name in Latin letters that was not copied as it stands. "
    "Silent where the word fits the name in any usual standard.",
)
FOREIGN = Rule(
    "NAM003",
    "foreign-name-through-Russian",
    Category.ACCURACY,
    Severity.MINOR,
    "A foreign name is transliterated from its Russian spelling; it has a Latin form of its own.",
    bad="The mayor of Khyuston quoted Shekspir.",
    good="The mayor of Houston quoted Shakespeare.",
    needs=Needs.BETTER_WITH_SOURCE,
    explanation="Names of the table, and names with a beginning or ending that only the Russian spelling of a foreign "
    "name has (Уэ-, -хейм, -айт), names whose country or first name beside them says a language that has no such "
    "letters (kh in German), "
    "and names that a re-translation spells in another way. Silent for surnames formed in "
    "Russia and its neighbours, and for persons with a Russian first name or patronymic.",
)

_NAMES = frozenset({"name", "surname", "place"})


_BEGUN = 3
"""Letters that a region has in common with its town: Устецкий край, the Usti nad Labem Region."""
_SLAVIC = re.compile(r"(?:sk|ts?k|ck)(?:y|i|iy|ij|aya|aia|oye|oe|oi|oy)\Z", re.IGNORECASE)


def _otherwise(word: Token, latin: str) -> bool:
    """Whether a Russian adjective of a place stands for an English name of another stem: Mediterranean, Bohemian."""
    return {"ADJF", "place"} <= word.tags and _SLAVIC.search(latin) is None


_TITLES = frozenset(
    """duke duchess earl baron baroness count countess viscount marquess archbishop bishop cardinal rabbi imam ayatollah
    sheikh sultan emir emperor empress tsar chancellor premier chairman chairwoman pontiff princess prince marquis
    archduke archduchess dowager regent maharaja reverend monsignor constable sergeant corporal brigadier admiral
    commodore marshal""".split()  # noqa: SIM905
)
"""Offices that have a capital before a name, or stand in its place: the Duchess for Кейт Миддлтон."""


def _told(beads: Sequence[Sides], finding: Finding) -> bool:
    """Whether a sentence has the name in its established form, or the town that a region is called after."""
    if finding.source is None:
        return False
    place = finding.source.start
    bead = next((one for one in beads if any(part.start <= place < part.stop for part in one.bead.source)), None)
    if bead is None:
        return False
    capitals = [bare(word) for word in bead.capitals]
    named = [one for one in bead.mentions if one.tokens[0].start <= place < one.tokens[-1].stop]
    if any(one.entry is not None and carried(one, bead.said, capitals) for one in named):
        return True
    tokens = [token for row in bead.source for token in row if token.start == place]
    forms = (form for found in register("exonyms", "foreign_names").find(tokens) for form in found.entry.accepted)
    if any(f" {form.lower()} " in bead.said for form in forms):
        return True
    adjective = any(token.start == place and "ADJF" in token.tags for row in bead.source for token in row)
    begun = folded(romanised(finding.source.text))[:_BEGUN]
    return adjective and any(folded(name).startswith(begun) for name in capitals)


class Names:
    """NAM001, NAM002 and NAM003."""

    rules = (MISSING, GARBLED, FOREIGN)

    def __init__(self, context: Context) -> None:
        self._context = context

    def detect(self, pair: Pair) -> Iterable[Finding]:
        """Without an original only forms that are unmistakable by themselves; elsewhere names by their letters."""
        if pair.source is not None and (pair.source.source.lang, pair.translation.lang) != ("ru", "en"):
            return tuple(plain_names(self._context, pair.source, (MISSING, GARBLED)))
        if pair.translation.lang != "en":
            return ()
        if pair.source is None or pair.source.source.lang != "ru":
            return tuple(unmistakable(self._context, pair, (GARBLED, FOREIGN))) if pair.source is None else ()
        beads = sides(self._context, pair.source)
        known = frozenset(hosts(tokens for bead in beads for tokens in bead.source))
        beads = tuple(replace(bead, hosts=known) for bead in beads)
        found: list[Finding] = []
        for family in (
            misnamed(self._context, beads, pair.source, (GARBLED, FOREIGN)),
            garbled(self._context, beads, pair.source, GARBLED),
            quoted_plurals(beads, pair.source, GARBLED),
            given_words(beads, pair.source, GARBLED),
            soft_signs(beads, pair.source, GARBLED),
            codes(beads, pair.source, GARBLED),
            declined(beads, pair.source, GARBLED),
            other_sex(beads, pair.source, GARBLED),
            copied(self._context, beads, pair.source, GARBLED),
            unlike(self._context, beads, pair.source, GARBLED),
            retold(self._context, pair, beads, FOREIGN),
            replaced(self._context, beads, pair.source, MISSING),
            translated(self._context, beads, pair.source, GARBLED),
            named_elsewhere(self._context, beads, pair.source, GARBLED),
            torn(pair.source, GARBLED),
        ):
            taken = {(finding.span.start, finding.span.stop) for finding in found}
            found.extend(finding for finding in family if (finding.span.start, finding.span.stop) not in taken)
        found.extend(lost(self._context, beads, pair.source, MISSING, found))
        return (*found, *self._exchanged(pair.source, beads, found))

    def _exchanged(self, alignment: Alignment, beads: Sequence[Sides], found: Sequence[Finding]) -> Iterator[Finding]:
        """One name of a sentence for another, by their letters; a word that is no person's or place's name is none."""
        russian = self._context.language("ru")
        for finding in plain_names(self._context, alignment, (MISSING, GARBLED)):
            words = russian.words(finding.source.text) if finding.source else ()
            known = any(one.span.start < finding.span.stop and finding.span.start < one.span.stop for one in found)
            if (
                not known
                and finding.rule is MISSING
                and finding.span.text.lower() not in _TITLES
                and any(word.tags & _NAMES or "known" not in word.tags for word in words)
                and all(
                    fit(word, finding.span.text) > FITS and not _otherwise(word, finding.span.text) for word in words
                )
                and not any(stretch(word.lemma) for word in words)
                and not _told(beads, finding)
            ):
                yield replace(finding, suggestion=romanised(words[0].lemma.capitalize()))


def detector(context: Context) -> Names:
    """The family `names`."""
    return Names(context)

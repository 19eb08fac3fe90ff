"""Verbs of one event seen from the other side, the parties left where they were: "learns from Misha" for учит Мишу."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors.roles._clauses import lemmas, phrases, stretch
from checker.detectors.roles._order import TYING, targets

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors.roles._clauses import Phrase
    from checker.detectors.roles._reversals import Parts
    from checker.model import Link, Token

_SURE = 0.6
_BEHIND = 8
"""Words behind a verb of the translation among which the other party stands."""
_ARTICLES = 3
"""Words between what ties the party to its verb and itself: from his elder brother."""
_BARE = "-"
_ACTS = frozenset({"VERB", "INFN", "GRND", "PRTF"})
_CLAUSE = frozenset("and but who which that whose whom when while because as if".split())  # noqa: SIM905


@cache
def _rows() -> Mapping[str, tuple[Mapping[str, str], ...]]:
    """The rows of converses.tsv by each of their verbs."""
    found: dict[str, tuple[Mapping[str, str], ...]] = {}
    for row in data.rows("converses"):
        for verb in row["verbs"].split():
            found[verb] = (*found.get(verb, ()), row)
    return found


def converse_rows(verb: str) -> tuple[Mapping[str, str], ...]:
    """The rows of converses.tsv of a verb."""
    return _rows().get(verb, ())


def other_side(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """A verb of the other side behind which the same party stands."""
    for number, verb in enumerate(tokens):
        if verb.lemma not in _rows() or _ACTS.isdisjoint(verb.tags) or "pssv" in verb.tags:
            continue
        target = targets(links, _SURE)
        made = target.get(verb.start)
        rows = [row for row in _rows()[verb.lemma] if made is not None and made.lemma in row["english"].split()]
        if made is None or not rows:
            continue
        around = [*phrases(stretch(tokens, number, 1)), *phrases(stretch(tokens, number, -1))]
        for row in rows:
            roles = row["role"].split()
            party = next((one.head for one in around if _fits(one, roles)), None) or _pronoun(tokens, number, roles)
            theirs = target.get(party.start) if party is not None else None
            if party is not None and theirs is not None and _tied(words, made, theirs, row["behind"].split()):
                yield (verb, party), (made.start, theirs.stop)
                break


def _fits(phrase: Phrase, roles: Sequence[str]) -> bool:
    """Whether a phrase is somebody in the case or behind the preposition of the other party."""
    if not phrase.actor:
        return False
    if phrase.preposition:
        return phrase.preposition in roles
    if "accs" in roles:
        return phrase.object and not phrase.dative and "nomn" not in phrase.head.tags
    return ("datv" in roles and phrase.dative) or ("ablt" in roles and "ablt" in phrase.head.tags)


def _pronoun(tokens: Sequence[Token], number: int, roles: Sequence[str]) -> Token | None:
    """The pronoun right beside a verb that is the other party: учит его, учится у неё."""
    for place in (number + 1, number - 1, number + 2):
        one = tokens[place] if 0 <= place < len(tokens) else tokens[number]
        if "NPRO" not in one.tags or "nomn" in one.tags:
            continue
        before = tokens[place - 1] if place else one
        tied = before.text.lower() if "PREP" in before.tags else ""
        if tied in roles if tied else not one.tags.isdisjoint(roles):
            return one
    return None


def _tied(words: Sequence[Token], verb: Token, party: Token, ties: Sequence[str]) -> bool:
    """Whether a word is the object of a verb before it, or stands behind one of the prepositions."""
    place, end = words.index(verb), words.index(party)
    between = words[place + 1 : end]
    if not place < end <= place + _BEHIND or any(word.kind == "mark" and word.text != '"' for word in between):
        return False
    low = [word.text.lower() for word in between]
    if _helped(words, place) or not _CLAUSE.isdisjoint(low) or party.text.endswith(("'s", "’s", "'", "’")):
        return False
    last = max((number for number, word in enumerate(low) if word in TYING), default=-1)
    if last < 0:
        return _BARE in ties and len(between) <= _ARTICLES
    return low[last] in ties and len(low) - 1 - last <= _ARTICLES


def _helped(words: Sequence[Token], place: int) -> bool:
    """Whether a verb is passive: she is taught to the music."""
    before = [word.text.lower() for word in words[max(0, place - 2) : place]]
    return any(word in lemmas("be") for word in before) and not words[place].text.lower().endswith("ing")

"""Pronouns that the original leaves out, or says by свой: its subject says whose and who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model import Link, Token

_GENDERS = {"he": "masc", "his": "masc", "himself": "masc", "she": "femn", "her": "femn", "herself": "femn"}
_OTHER = {"masc": "femn", "femn": "masc"}
_THEIRS = {
    "masc": frozenset({"он", "него", "ему", "нему", "ним", "нем", "его", "ее"}),
    "femn": frozenset({"она", "ей", "ее", "нее", "ней", "ею", "нею", "его"}),
}
"""Pronouns that a pronoun of that gender may render: of persons, and of things whose gender is another."""
_RELATIVE = frozenset({"который", "кто", "чей"})
_ANYONE = frozenset("жертва звезда персона личность фигура особа сирота модель знаменитость глава".split())  # noqa: SIM905
"""Feminine nouns for a man too."""
_OBJECTS = {"masc": frozenset({"ей", "ее"}), "femn": frozenset({"ему", "его"})}
"""Objects of a verb that no pronoun of that gender renders."""
_BEHIND_HER = frozenset("that to about and but when if because for in on at with as until after before".split())  # noqa: SIM905
_LINKED = 0.8
_NEAR = 4
"""Words from a subject to its verb."""
_THIRD = frozenset({"his", "her", "its", "their"})
_FIRST = {"я": "my", "мы": "our"}
ASKED = frozenset({*_GENDERS, "him", *_THIRD})
"""English words of which anything is asked here."""


def sole(token: Token, tokens: Sequence[Token]) -> Token | None:
    """The woman of a sentence that names her alone as a subject, for a he or his of no pronoun in it; or the man.

    Silent where anybody of the pronoun's gender may be a subject: a relative clause, a noun or a past verb.
    """
    gender = _GENDERS.get(token.text.lower(), "")
    if not gender or any(plain(one.text) in _THEIRS[gender] or _may_stand_for(one, gender) for one in tokens):
        return None
    if any(gender in one.tags and _acts(one) and not _her_trade(tokens, number) for number, one in enumerate(tokens)):
        return None
    named = (one for one in tokens if {"Name", "known", "nomn", "sing"} <= one.tags and one.text[:1].isupper())
    return next((one for one in named if _OTHER[gender] in one.tags and gender not in one.tags), None)


def _may_stand_for(token: Token, gender: str) -> bool:
    """Whether a relative pronoun may be somebody of a gender: которая as a subject is a woman or a thing."""
    clear = token.lemma == "который" and {"nomn", "sing", _OTHER[gender]} <= token.tags and gender not in token.tags
    return token.lemma in _RELATIVE and not clear


def _her_trade(tokens: Sequence[Token], number: int) -> bool:
    """Whether a masculine noun is the trade of the woman whose name follows: фельдшер Тамара."""
    trade, after = tokens[number], tokens[number + 1 : number + 2]
    named = any({"Name", "known", "nomn", "sing", "femn"} <= one.tags and "masc" not in one.tags for one in after)
    return {"NOUN", "anim"} <= trade.tags and not {"Name", "Surn"} & trade.tags and named


def object_of(token: Token, tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Token | None:
    """The pronoun of the other gender that a verb has beside it in the original, for a him right behind the verb.

    "The neighbour believes him" for сосед ей верит. Silent where a pronoun of that gender stands anywhere near, and
    for a her that a noun may follow.
    """
    low = token.text.lower()
    place = next((number for number, word in enumerate(words) if word.start == token.start), 0)
    if low not in ("him", "her") or not place:
        return None
    after = words[place + 1].text.lower() if place + 1 < len(words) else "."
    gender = _GENDERS["he" if low == "him" else "she"]
    if (low == "her" and after.isalpha() and after not in _BEHIND_HER) or _spoken(tokens, gender):
        return None
    verbs = {link.source.start for link in links if link.target is words[place - 1] and link.strength >= _LINKED}
    for number, one in enumerate(tokens):
        if one.start in verbs and one.tags & {"VERB", "INFN"}:
            near = [*tokens[max(0, number - 1) : number], *tokens[number + 1 : number + 2]]
            return next((other for other in near if plain(other.text) in _OBJECTS[gender]), None)
    return None


def _spoken(tokens: Sequence[Token], gender: str) -> bool:
    """Whether the original has a pronoun that may render one of a gender, beside the one in question."""
    own = {"masc": "он ему него нему ним нем сам", "femn": "она ей нее ней нею ею сама"}[gender].split()
    return any(plain(one.text) in own for one in tokens)


def _acts(token: Token) -> bool:
    """Whether a word is a subject in the singular that is somebody, or a verb that says of which gender its is."""
    if {"VERB", "past", "sing"} <= token.tags or {"PRTS", "sing"} <= token.tags:
        return True
    if not {"nomn", "sing"} <= token.tags:
        return False
    named = bool({"Name", "Surn", "Patr"} & token.tags) and token.text[:1].isupper()
    return named or {"NOUN", "anim"} <= token.tags


def acting_woman(token: Token, tokens: Sequence[Token], links: Sequence[Link]) -> Token | None:
    """The woman of a clause, by a noun that is hers alone and her past verb, whose свой has become "his"."""
    if token.text.lower() != "his":
        return None
    own = (link.source for link in links if link.target.start == token.start and link.strength >= _LINKED)
    whose = next((one for one in own if one.lemma == "свой"), None)
    if whose is None:
        return None
    clause: list[Token] = []
    for one in reversed([each for each in tokens if each.start < whose.start]):
        if one.kind == "mark" or ("CONJ" in one.tags and clause and "VERB" in clause[-1].tags):
            break
        clause.append(one)
    acts = any({"VERB", "past", "femn"} <= one.tags for one in clause)
    women = [one for one in clause if {"NOUN", "anim", "femn", "nomn", "sing"} <= one.tags and "masc" not in one.tags]
    men = any({"NOUN", "anim", "masc"} <= one.tags or one.lemma in _RELATIVE for one in clause)
    return women[0] if acts and len(women) == 1 and not men and women[0].lemma not in _ANYONE else None


def her_verb(token: Token, tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Token | None:
    """The past verb that is a woman's by its ending, whose subject has become "he": как призналась позже, as he said.

    Silent where the clause names its subject, unless that is a woman by its own gender.
    """
    if token.text.lower() != "he" or any(plain(one.text) in ("он", "его", "ему") for one in tokens):
        return None
    after = [word.start for word in words if word.start > token.start][:_NEAR]
    sure = {link.target.start: link.source for link in links if link.strength >= _LINKED}
    found = (sure[start] for start in after if start in sure)
    verb = next((one for one in found if {"VERB", "past", "sing"} <= one.tags), None)
    if verb is None or "femn" not in verb.tags:
        return None
    clause = _clause(verb, tokens)
    named = [one for one in clause if {"NOUN", "nomn", "sing"} <= one.tags and one.start != verb.start]
    if any({"VERB", "past", "masc"} <= one.tags for one in clause):
        return None
    hers = all({"anim", "femn"} <= one.tags and "masc" not in one.tags and one.lemma not in _ANYONE for one in named)
    spoken = [one for one in tokens if one.start < verb.start and _woman(one, tokens)]
    return verb if hers and (named or spoken) else None


def _woman(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a noun is somebody whom a verb of the sentence calls she, or is a woman by its own gender."""
    if not {"NOUN", "sing"} <= token.tags and "UNKN" not in token.tags:
        return False
    if {"anim", "femn"} <= token.tags and "masc" not in token.tags and token.lemma not in _ANYONE:
        return True
    named = bool({"Surn", "Name"} & token.tags) or (token.text[:1].isupper() and "known" not in token.tags)
    return named and any({"past", "femn", "sing"} <= one.tags or "PRTF" in one.tags for one in tokens)


def _clause(verb: Token, tokens: Sequence[Token]) -> list[Token]:
    """The words between the marks and conjunctions around a verb."""
    place = next(number for number, one in enumerate(tokens) if one.start == verb.start)
    start = next((n + 1 for n in range(place - 1, -1, -1) if _parts(tokens[n], tokens[n + 1])), 0)
    stop = next((n for n in range(place + 1, len(tokens)) if _parts(tokens[n - 1], tokens[n])), len(tokens))
    return list(tokens[start:stop])


def _parts(one: Token, other: Token) -> bool:
    """Whether a clause may end between two words: at a mark (the tokens are words alone) or a conjunction."""
    return other.start - one.stop > 1 or "CONJ" in one.tags or "CONJ" in other.tags


def first_person(token: Token, tokens: Sequence[Token], links: Sequence[Link]) -> tuple[Token, str] | None:
    """The свой of a clause about me or us that has become his or their, and what it is: keep its currency for our."""
    if token.text.lower() not in _THIRD:
        return None
    for link in links:
        if link.target.start == token.start and link.source.lemma == "свой" and link.strength >= _LINKED:
            place = next((n for n, one in enumerate(tokens) if one.start == link.source.start), 0)
            ours = _subject(tokens[:place], _FIRST)
            return (link.source, ours) if ours else None
    return None


def _subject(before: Sequence[Token], ours: Mapping[str, str]) -> str:
    """The possessive of the nearest я or мы before a word in its clause, where no other subject is nearer."""
    for one in reversed(before):
        if one.kind == "mark" or {"VERB", "3per"} <= one.tags:
            return ""
        if plain(one.text) in ours:
            return ours[plain(one.text)]
        if _acts(one) and "past" not in one.tags:
            return ""
    return ""

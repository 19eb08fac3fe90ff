"""PRO001: he for she, her for his."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors import _deixis, _owners, _subjects
from checker.detectors._cues import readable
from checker.detectors._opposites import opposed
from checker.model import Category, Finding, Needs, Rule, Severity
from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Bead, Pair, Span, Token
    from checker.protocols import Context

GENDER = Rule(
    code="PRO001",
    name="pronoun-gender",
    category=Category.ACCURACY,
    severity=Severity.MINOR,
    summary="A pronoun of the translation has another gender or person than the original's.",
    bad="She made the keys (Он изготавливал ключи)",
    good="He made the keys",
    needs=Needs.SOURCE,
    explanation=(
        "Reported where the sentence of the original speaks of one gender alone, by its pronouns, and the translation "
        "of the other alone; a him or her whose verb has a pronoun of the other gender beside it; and a son, husband "
        "or brother that has become a daughter, wife or sister; a his or her that belongs to a thing where nobody has "
        "been spoken of, or to a firm or house that its sentence or the one before it names (the "
        "clinic, her director); a he or his where the one subject is a woman's name; a he whose verb is a woman's in "
        "the original; a woman's свой that has become his; a свой of мы or я that has become his or their, and in what "
        "is quoted a мы, вы or я that has become somebody else (major). Silent where both occur, where a noun "
        "of the original has a gender of its own (жертва, звезда, персона), and on she for a ship."
    ),
)
_OURS = {
    "he": "masc", "him": "masc", "his": "masc", "himself": "masc",
    "she": "femn", "her": "femn", "hers": "femn", "herself": "femn",
}  # fmt: skip
_THEIRS = {
    **dict.fromkeys(("он", "него", "ему", "нему", "ним", "нем"), "masc"),
    **dict.fromkeys(("она", "нее", "ней", "ею", "нею"), "femn"),
}
_WEAK = {"его": "masc", "ее": "femn", "ей": "femn"}
_SAYS = re.compile(
    r"(?<!\w)по (?:его|ее|её) (?:собственн\w+ )?"
    r"(?:слов|мнени|данн|оценк|признани|утверждени|версии|расчет|расчёт|прогноз|подсчет|подсчёт)",
    re.IGNORECASE,
)
"""A possessive that names who speaks: "he said" and "according to her" render it."""
_SURE = 0.6
_EPICENE = frozenset(
    """жертва звезда персона личность фигура особа сирота модель знаменитость ребенок ребёнок малыш младенец
    щенок котенок котёнок детеныш детёныш животное
    собака кошка лошадь птица корова лиса свинья коза овца обезьяна змея пес кот конь медведь волк слон тигр""".split()  # noqa: SIM905
)
_SHIPS = re.compile(
    r"(?<!\w)(?:паром|корабл|судн|теплоход|пароход|крейсер|ледокол|катер(?!ин)|траулер|танкер|лайнер|фрегат|эсминец|эсминц"
    r"|авианос|авианес|буксир|парусник|линкор|корвет|сейнер|сухогруз|галеон|линейн\w+ корабл)",
    re.IGNORECASE,
)
"""Masculine and neuter ships: English calls them she."""
_OTHER = {
    "masc": {"she": "he", "her": "his", "hers": "his", "herself": "himself"},
    "femn": {"he": "she", "him": "her", "his": "her", "himself": "herself"},
}

_OF_ANYONE = ("he", "him", "his", "she", "her")
_OPENING = ("«", "“", "„", '"')
_OWNED = 3
"""Words from a possessive to its noun."""


class Pronouns:
    """Compares the genders of personal pronouns."""

    rules = (GENDER,)

    def __init__(self, context: Context) -> None:
        self.context = context

    def detect(self, pair: Pair) -> Iterator[Finding]:
        """Findings of an article."""
        alignment = pair.source
        if alignment is None or (alignment.source.lang, alignment.target.lang) != ("ru", "en"):
            return
        previous: tuple[Token, ...] = ()
        recent: list[tuple[Token, ...]] = []
        ships = _SHIPS.search(alignment.source.text) is not None
        quoted = _deixis.Spoken.of(alignment.source), _deixis.Spoken.of(pair.translation)
        for bead in alignment.beads:
            tokens = self._tokens(bead.source, "ru") if readable(bead) else ()
            if readable(bead):
                found = list(self._bead(pair, bead, tokens, previous))
                said = {one.span.start for one in found}
                found += [one for one in self._unsaid(pair, bead, tokens) if one.span.start not in said]
                yield from (one for one in found if not (ships and one.suggestion.lower() in ("he", "him", "his")))
                yield from opposed(self.context, pair, bead, GENDER, Severity.MINOR)
                yield from self._persons(pair, bead, tokens, quoted)
                if not ships:
                    yield from self._things(pair, bead, tokens, recent)
            previous = tokens
            recent = [*recent[-1:], tokens]

    def _tokens(self, spans: Sequence[Span], lang: str) -> tuple[Token, ...]:
        return tuple(token for span in spans for token in self.context.tokens(lang, span) if token.kind == "word")

    def _bead(self, pair: Pair, bead: Bead, tokens: Sequence[Token], previous: Sequence[Token]) -> Iterator[Finding]:
        theirs = [(token, _gender(token)) for token in tokens if _gender(token) and not _owners.of_thing(token, tokens)]
        ours = [token for token in self._tokens(bead.target, "en") if token.text.lower() in _OURS]
        if not theirs or not ours:
            return
        if any(token.lemma in _EPICENE for token in (*tokens, *previous)):
            return
        genders = {gender for _, gender in theirs}
        sure = any(plain(one.text) in _THEIRS for one, _ in theirs) or any(_SAYS.search(s.text) for s in bead.source)
        alone = sure and len(genders) == 1 and not _people(tokens) - genders and not _same(ours, genders)
        owned = [one for one in ours if one.text.lower() not in ("he", "she")]  # a subject renders no её
        weak = [both for both in theirs if plain(both[0].text) in _WEAK]
        for token in ours:
            given = self._linked(bead, token)
            if given is not None and _gender(given) != _OURS[token.text.lower()] and _accounted(given, ours, theirs):
                continue
            if given is None:
                own = alone and not (token.text.lower() in ("his", "her") and _others(tokens, token))
                given = theirs[0][0] if own else self._owner(bead, token, tokens) or self._acting(bead, token, tokens)
            if given is None or _gender(given) == _OURS[token.text.lower()]:
                given = self._owned(bead, token, tokens) or given
            other = given is not None and _gender(given) not in ("", _OURS[token.text.lower()])
            if given is not None and other and plain(given.text) in _WEAK and _accounted(given, owned, weak):
                continue  # her husband, in praising his brother, for муж ее: the translation has a his of its own
            if given is not None and other and not _another(pair, token, given, ours, tokens):
                yield _finding(pair, token, given)

    def _owned(self, bead: Bead, token: Token, tokens: Sequence[Token]) -> Token | None:
        """Whose a thing is by a name or by свой, where that is somebody of the other gender."""
        links = self.context.links(bead, "ru", "en")
        after = [word for word in self._tokens(bead.target, "en") if word.start > token.start]
        return _owners.own(token, tokens, links) or _owners.by_name(token, tokens, links, after)

    def _unsaid(self, pair: Pair, bead: Bead, tokens: Sequence[Token]) -> Iterator[Finding]:
        """Pronouns that only the subject of the original explains: whose by свой, or who by nothing."""
        if len(bead.source) > 1 or len(bead.target) > 1 or pair.source is None:
            return
        links = self.context.links(bead, "ru", "en")
        anyone = any(one.lemma in _EPICENE for one in tokens)
        for token in self._tokens(bead.target, "en"):
            if token.text.lower() not in _subjects.ASKED:
                continue
            given = _subjects.sole(token, tokens) or _subjects.acting_woman(token, tokens, links)
            if given is None and not anyone:
                given = _subjects.her_verb(token, tokens, links, self._tokens(bead.target, "en"))
            if given is None and not anyone:
                given = _subjects.object_of(token, tokens, links, self.context.tokens("en", bead.target[0]))
            if given is not None:
                yield _finding(pair, token, given)
            found = _subjects.first_person(token, self.context.tokens("ru", bead.source[0]), links)
            if found is not None:
                span, own = pair.translation.span(token.start, token.stop), found[1]
                message = f"«{found[0].text}» is {own} in a clause about {'me' if own == 'my' else 'us'}"
                source = pair.source.source.span(found[0].start, found[0].stop)
                advice = own.capitalize() if span.text[:1].isupper() else own
                yield Finding(GENDER, span, f'{message}, not "{span.text}"', Severity.MAJOR, 0.8, source, advice)

    def _persons(
        self, pair: Pair, bead: Bead, tokens: Sequence[Token], quoted: tuple[_deixis.Spoken, _deixis.Spoken]
    ) -> Iterator[Finding]:
        """Quoted words that speak of others than the original's do: their defenders for наши защитники."""
        links = self.context.links(bead, "ru", "en")
        for token, given, word in _deixis.exchanged(tokens, self._tokens(bead.target, "en"), links, quoted):
            if pair.source is not None:
                span = pair.translation.span(token.start, token.stop)
                evidence = pair.source.source.span(given.start, given.stop)
                message = f'the original says «{given.text}», the translation "{span.text}"'
                advice = word.capitalize() if token.text[:1].isupper() and token.text != "I" else word
                yield Finding(GENDER, span, message, Severity.MAJOR, 0.8, evidence, advice)

    def _things(
        self, pair: Pair, bead: Bead, tokens: Sequence[Token], recent: Sequence[Sequence[Token]]
    ) -> Iterator[Finding]:
        """A his or her that belongs to a thing, nobody having been spoken of in the `recent` sentences."""
        before = [one for some in recent for one in some]
        text = pair.source.source.text if pair.source else ""
        previous = [one for one in (recent[-1] if recent else ()) if text[one.start - 1 : one.start] not in _OPENING]
        ours = [token for token in self._tokens(bead.target, "en") if token.text.lower() in _OF_ANYONE]
        links = self.context.links(bead, "ru", "en") if ours else ()
        for token in ours:
            given = _owners.thing(token, links, tokens, before) if before else None
            given = given or _owners.office(token, links, tokens, previous)
            if given is not None and pair.source is not None:
                own = token.text.lower() == "his" or (token.text.lower() == "her" and _before_noun(pair, token))
                word = "its" if own else "it"
                span, evidence = (
                    pair.translation.span(token.start, token.stop),
                    pair.source.source.span(given.start, given.stop),
                )
                message = f'«{given.text}» stands for a thing here, "{span.text}" for a person'
                advice = word.capitalize() if token.text[0].isupper() else word
                yield Finding(GENDER, span, message, Severity.MINOR, 0.75, evidence, advice)

    def _owner(self, bead: Bead, token: Token, tokens: Sequence[Token]) -> Token | None:
        """The его or её before the noun that a his or her stands before: both say whose the same thing is."""
        if token.text.lower() not in ("his", "her"):
            return None
        after = [word for word in self._tokens(bead.target, "en") if word.start > token.start][:_OWNED]
        links = [link for link in self.context.links(bead, "ru", "en") if link.strength >= _SURE]
        for word in after:
            nouns = [link.source for link in links if link.target.start == word.start and "NOUN" in link.source.tags]
            for noun in nouns:
                place = next((n for n, one in enumerate(tokens) if one.start == noun.start), 0)
                before = [one for one in tokens[max(0, place - _OWNED) : place] if "NOUN" not in one.tags]
                last = max((n for n, one in enumerate(before) if "PREP" in one.tags), default=-1)
                before = before[last + 1 :]  # what stands before a preposition owns nothing behind it
                given = next((one for one in before if plain(one.text) in ("его", "ее")), None)
                return None if any(one.lemma == "свой" for one in before) else given
        return None

    def _acting(self, bead: Bead, token: Token, tokens: Sequence[Token]) -> Token | None:
        """The она of a sentence about women alone, where a "he" has been given to a verb that is hers."""
        if token.text.lower() != "he" or "masc" in _people(tokens) | {_gender(one) for one in tokens}:
            return None
        after = {word.start for word in self._tokens(bead.target, "en") if word.start > token.start}
        near = sorted(after)[:_OWNED]
        hers = [
            link.source
            for link in self.context.links(bead, "ru", "en")
            if link.strength >= _SURE and link.target.start in near and {"VERB", "past"} <= link.source.tags
        ]
        if not hers or not all("femn" in verb.tags for verb in hers):
            return None
        return next((one for one in tokens if _gender(one) == "femn"), None)

    def _linked(self, bead: Bead, token: Token) -> Token | None:
        """The pronoun of the original that a pronoun stands for, by word links."""
        links = (link for link in self.context.links(bead, "ru", "en") if link.target.start == token.start)
        return next((link.source for link in links if link.strength >= _SURE and _gender(link.source)), None)


def _before_noun(pair: Pair, token: Token) -> bool:
    """Whether a word follows without a mark: her director, and not "like her"."""
    return pair.translation.text[token.stop : token.stop + 2].strip().isalpha()


def _accounted(given: Token, ours: Sequence[Token], theirs: Sequence[tuple[Token, str]]) -> bool:
    """Whether every pronoun of that gender has its counterpart already: she called him her right hand."""
    meant = _gender(given)
    return sum(_OURS[one.text.lower()] == meant for one in ours) >= sum(one == meant for _, one in theirs)


def _another(pair: Pair, token: Token, given: Token, ours: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Whether a pronoun speaks of somebody else than the original's.

    Herself has a subject of its own, a name or a noun; a possessive belongs to a person of the sentence, who may come
    after it: up to her elbows in flour stood Antonina.
    """
    low, gender = token.text.lower(), _OURS[token.text.lower()]
    if low.endswith("self"):
        subjects = (one for one in ours if one.start < token.start and one.text.lower() in ("he", "she"))
        return not any(_OURS[one.text.lower()] == gender for one in subjects)
    owned = low in ("his", "her") and _before_noun(pair, token)
    return owned and plain(given.text) in _THEIRS and gender in _people(tokens)


def _gender(token: Token) -> str:
    low = plain(token.text)
    return _THEIRS.get(low) or _WEAK.get(low, "")


def _same(ours: Sequence[Token], genders: set[str]) -> bool:
    """Whether a pronoun of the translation has a gender of the original."""
    return any(_OURS[token.text.lower()] in genders for token in ours)


def _finding(pair: Pair, token: Token, given: Token) -> Finding:
    gender = _gender(given) or ("femn" if "femn" in given.tags else "masc")
    word = _OTHER[gender][token.text.lower()]
    if word == "his" and not _before_noun(pair, token):
        word = "him"
    advice = word.capitalize() if token.text[0].isupper() else word
    evidence = pair.source.source.span(given.start, given.stop) if pair.source else None
    span = pair.translation.span(token.start, token.stop)
    message = f'the original says «{given.text}», the translation "{span.text}"'
    return Finding(GENDER, span, message, Severity.MINOR, 0.8, evidence, advice)


def _others(tokens: Sequence[Token], pronoun: Token) -> bool:
    """Whether somebody else in the sentence may be the owner: his declaration, the defendant's."""
    gender = _OURS[pronoun.text.lower()]
    return any({"NOUN", "anim"} <= token.tags and gender in token.tags for token in tokens)


def _people(tokens: Sequence[Token]) -> set[str]:
    """Genders of the names that are mentioned; a man's genitive may be a woman's name (Антонина Ремизова)."""
    named = [token for token in tokens if token.tags & {"Name", "Surn"} and token.text[:1].isupper()]
    women = {"femn" for token in named if token.text.endswith(("а", "я"))}
    return women | {gender for token in named for gender in ("masc", "femn") if gender in token.tags}


def detector(context: Context) -> Pronouns:
    """The family of pronouns."""
    return Pronouns(context)

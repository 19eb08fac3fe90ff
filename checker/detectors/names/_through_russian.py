"""Names that have an English or Latin form and were translated word by word or transliterated instead."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._established import Entry, entries, wrong_forms
from checker.detectors._nations import nations
from checker.detectors._transliteration import folded, forms, transliterates
from checker.detectors.names._bearers import at_home, either, of_russia, russian_person, single
from checker.detectors.names._foreign import foreign_sign, home_grown
from checker.detectors.names._home_spelling import nominatives, respelled
from checker.detectors.names._mentions import Mention, Sides, bare
from checker.model import Finding, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.model import Alignment, Pair, Rule, Token
    from checker.protocols import Context

# A word that lists of English have often is no transliteration by accident: Per, Gent.
_RARE = 2.6
_RUSSIAN_LETTERS = (
    ("dzh", "j"),
    ("kh", "h"),
    ("kv", "qu"),
    ("eyl", "ale"),
    ("eyn", "ane"),
    ("ayl", "ile"),
    ("ayn", "ine"),
    ("tsv", "zw"),
    ("tsm", "zm"),
)
"""What the Russian spelling of a foreign name needs in Latin letters, and what likely stood there."""
_NEAR = 25
"""Characters before a name within which a word says where its bearer is from."""
_PEOPLE = frozenset({"s", "es", "n", "ns", "an", "ans", "ian", "ians", "er", "ers", "ese", "i", "is"})
"""Endings that make an accepted name its people or its adjective."""


def misnamed(
    context: Context, beads: Sequence[Sides], alignment: Alignment, rules: tuple[Rule, Rule]
) -> Iterator[Finding]:
    """Wrong forms of the names that a bead's original mentions; `rules` are for garbled and for foreign names."""
    for bead in beads:
        if not bead.source or not bead.target:
            continue
        named = bead.mentions
        taken: list[Span] = []
        for mention, span, suggestion, foreign in (
            *_phrases(bead, named, alignment),
            *_words(context, bead, named, alignment),
        ):
            if any(span.overlaps(other) for other in taken):
                continue
            taken.append(span)
            yield _finding(rules[foreign], mention, span, suggestion, alignment)


_Wrong = tuple[Mention, Span, str, bool]


def _phrases(bead: Sides, named: Iterable[Mention], alignment: Alignment) -> Iterator[_Wrong]:
    by_entry = {id(mention.entry): mention for mention in named if mention.entry}
    for tokens in bead.target:
        for table in ("exonyms", "foreign_names"):
            for entry, start, stop in wrong_forms(table).find(tokens):
                mention = by_entry.get(id(entry))
                # Quoted names of works, or the phrase inside a longer name, are looked at all the same.
                if mention and _capital(entry, tokens[start]) and not _is_accepted(entry, tokens, start, stop):
                    span = alignment.target.span(tokens[start].start, tokens[stop - 1].stop)
                    yield mention, span, entry.suggestion, table == "foreign_names"


def _capital(entry: Entry, token: Token) -> bool:
    return token.text[:1].isupper() or entry.suggestion[:1].islower()


def _is_accepted(entry: Entry, tokens: Sequence[Token], start: int, stop: int) -> bool:
    said = " ".join(token.text for token in tokens[start:stop]).lower()
    return said in {form.lower() for form in entry.accepted}


def _words(context: Context, bead: Sides, named: Iterable[Mention], alignment: Alignment) -> Iterator[_Wrong]:
    language = context.language(alignment.target.lang)
    for mention in named:
        for token in mention.tokens:
            # A quoted place is a firm, a hall or a channel: the hotel Moskva.
            if mention.quoted and mention.entry and mention.entry.table == "exonyms":
                continue
            entry = _entry_of(mention, token)
            for word in bead.capitals:
                latin = bare(word)
                if language.zipf(latin) > _RARE and (entry is None or entry.table == "foreign_names"):
                    continue
                suggestion = (
                    _at_home(bead, mention, (token, entry), (latin, language.zipf(latin)))
                    or _respelling(bead, mention, (token, entry), latin)
                    or _abroad(bead, mention, token, entry, latin)
                )
                if suggestion and not (entry and _of_woman(bead, entry, token, word)):
                    span = alignment.target.span(word.start, word.start + len(latin))
                    yield mention, span, suggestion, entry is None or _foreign(entry)


def _of_woman(bead: Sides, entry: Entry, token: Token, word: Token) -> bool:
    """Whether a place's genitive is rather a woman's surname in -ова: Princess Lvova, no mayor of Lvova."""
    if not token.text.endswith(_OF_WOMEN) or token.text[:-1] != entry.source or not bare(word).endswith("a"):
        return False
    before = [one.text.lower() for tokens in bead.target for one in tokens if one.stop <= word.start]
    return not before or before[-1] not in _OF_PLACES


_OF_WOMEN = ("ова", "ева", "ёва", "ина", "ына")
_OF_PLACES = frozenset("of from in to near for at around outside through via into towards beyond".split())  # noqa: SIM905


def _entry_of(mention: Mention, token: Token) -> Entry | None:
    """The row of one word of a mention; a row of several words has wrong forms of its own."""
    if mention.entry and len(mention.tokens) == 1 and " " not in mention.entry.source:
        return mention.entry
    return single(token.text.lower()) or single(token.lemma) if mention.person else None


def _russian(bead: Sides, mention: Mention, token: Token) -> bool:
    if russian_person(mention, token) or at_home(token, bead.hosts):
        return True
    return either(mention, token) and not _countries(bead, mention)


def _respelling(bead: Sides, mention: Mention, name: tuple[Token, Entry | None], latin: str) -> str:
    """What to write instead of a plain transliteration; "" where it may stand."""
    token, entry = name
    if entry is not None:
        if entry.status != "foreign" or not _plain(entry, token, latin):
            return ""
        if entry.kind == "surname" and _russian(bead, mention, token):
            return ""
        if entry.kind == "given" and of_russia(mention, token) and not _countries(bead, mention):
            return ""
        return "" if _another_name(entry, mention, latin) else entry.suggestion
    if _russian(bead, mention, token) or ("-" in token.text and any(map(home_grown, token.text.split("-")))):
        return ""
    sign = next((found for form in nominatives(token) if (found := foreign_sign(form, latin))), None)
    if sign is not None:
        return f"{sign.respelt(latin)} (or as its bearer spells it: {sign.reason})"
    if _beside_foreign(mention, token) and latin[1:].islower() and _spelt_out(token, latin):
        return f"{_anglicised(latin)} (or as its bearer spells it)"
    return ""


def _another_name(entry: Entry, mention: Mention, latin: str) -> bool:
    """Whether a first name by itself may be one in -а that a case of another looks like: корова Майка, of no Майк."""
    alone = len(mention.tokens) == 1 and entry.kind == "given" and mention.tokens[0].text.endswith(("а", "я"))
    return alone and folded(latin) not in _spellings(entry.source)


def _at_home(bead: Sides, mention: Mention, name: tuple[Token, Entry | None], word: tuple[str, float]) -> str:
    """The same by the letters of the language that the country or the first name beside it says."""
    (token, entry), (latin, known) = name, word
    if known > 0 or entry is not None or _russian(bead, mention, token):
        return ""
    made = respelled(bead, mention, token, latin)
    return f"{made} (or as its bearer spells it)" if made else ""


def _abroad(bead: Sides, mention: Mention, token: Token, entry: Entry | None, latin: str) -> str:
    """The same for a person called a Swede or a Chilean right before the name."""
    if entry is not None or not mention.person or _russian(bead, mention, token) or home_grown(token.text):
        return ""
    if _with_latin_names(bead, mention) and latin[1:].islower() and _spelt_out(token, latin):
        return f"{_anglicised(latin)} (or as its bearer spells it)"
    return ""


def _countries(bead: Sides, mention: Mention) -> frozenset[int]:
    """Rows of the countries that are said right before a name, Russia's left out."""
    start = mention.tokens[0].start
    before = [token for tokens in bead.source for token in tokens if token.stop <= start and start - token.stop < _NEAR]
    return frozenset[int]().union(*(nations(token.text) for token in before)) - nations("Россия")


def _with_latin_names(bead: Sides, mention: Mention) -> bool:
    rows = _countries(bead, mention)
    return bool(rows) and all(data.rows("nations")[row]["latin"] == "yes" for row in rows)


def _beside_foreign(mention: Mention, token: Token) -> bool:
    """Whether the word follows a first name that is foreign to Russian: Дуайт Хендерсон."""
    entry = single(mention.tokens[0].text.lower()) or single(mention.tokens[0].lemma)
    given = entry is not None and entry.kind == "given" and entry.status == "foreign"
    return given and token is not mention.tokens[0] and not home_grown(token.lemma) and not home_grown(token.text)


def _spelt_out(token: Token, latin: str) -> bool:
    """Whether a word is the plain transliteration, with letters that only the Russian spelling needs."""
    low = folded(latin)
    plain = low in _spellings(token.text) | _spellings(token.lemma)
    return plain and any(letters in low for letters, _ in _RUSSIAN_LETTERS)


def _anglicised(latin: str) -> str:
    low = latin.lower()
    for letters, original in _RUSSIAN_LETTERS:
        low = low.replace(letters, original)
    return low.capitalize()


def _plain(entry: Entry, token: Token, latin: str) -> bool:
    """Whether a word is the plain transliteration of a row's name, and not one of its English forms."""
    written = folded(latin)
    accepted = {folded(part) for form in entry.accepted for part in (form, *form.split())}
    if written in accepted or any(written.startswith(form) and written[len(form) :] in _PEOPLE for form in accepted):
        return False
    if written.replace("'", "") in _spellings(entry.source) | _spellings(token.text):
        return True
    return any(letters in written for letters in _NEEDED) and transliterates(entry.source, latin)


_NEEDED = ("kh", "zh", "dzh", "iy", "yu", "shch", "skh")
"""Letters of a transliteration that hardly any name has at home."""


@lru_cache(maxsize=4096)
def _spellings(name: str) -> frozenset[str]:
    return frozenset(folded(form).replace("'", "") for form in forms(name))


def _foreign(entry: Entry) -> bool:
    """Whether the name is written in Latin letters at home; else it is one that English has of its own."""
    return entry.table == "foreign_names" or not entry.reason.startswith(("English has", "Translated", "English forms"))


def _finding(rule: Rule, mention: Mention, span: Span, suggestion: str, alignment: Alignment) -> Finding:
    source = alignment.source.span(mention.tokens[0].start, mention.tokens[-1].stop)
    how = "is the Russian spelling letter by letter" if rule.code == "NAM003" else "is not its English name"
    return Finding(
        rule=rule,
        span=span,
        message=f'"{span.text}" for «{source.text}» {how}',
        severity=rule.severity,
        confidence=0.93,
        source=source,
        suggestion=suggestion,
    )


@cache
def _transliterations() -> dict[str, Entry]:
    """Plain transliterations of one-word foreign names, with their rows: what no English text writes."""
    found: dict[str, Entry] = {}
    for table in ("foreign_names", "exonyms"):
        for entry in entries(table):
            if entry.status != "foreign" or " " in entry.source or len(entry.source) < 5 or not _foreign(entry):
                continue
            accepted = {folded(form) for form in entry.accepted}
            for form in forms(entry.source):
                if folded(form) not in accepted:
                    found.setdefault(form.replace("'", ""), entry)
    return found


def unmistakable(context: Context, pair: Pair, rules: tuple[Rule, Rule]) -> Iterator[Finding]:
    """Plain transliterations of well-known foreign names in a translation that came without its original."""
    language = context.language(pair.translation.lang)
    for sentence in pair.sentences:
        for token in context.tokens(pair.translation.lang, sentence):
            latin = bare(token)
            entry = _transliterations().get(latin)
            if entry is None or language.zipf(latin) > 0 or not latin[:1].isupper():
                continue
            yield Finding(
                rule=rules[1],
                span=pair.translation.span(token.start, token.start + len(latin)),
                message=f'"{latin}" looks like the Russian spelling «{entry.source}» letter by letter',
                severity=rules[1].severity,
                confidence=0.75,
                suggestion=entry.suggestion,
            )

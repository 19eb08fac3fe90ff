"""Names that fit no transliteration: soft signs as apostrophes, case endings carried over, slips of letters."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from checker.detectors._transliteration import folded, misfit, romanised, transliterates
from checker.detectors.names._foreign import home_grown, spelt_at_home
from checker.detectors.names._mentions import FITS, Mention, Sides, bare, fit
from checker.model import Finding
from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from checker.model import Alignment, Rule, Token
    from checker.protocols import Context

_APOSTROPHES = "'’ʼ"
_WOMAN = ("ова", "ева", "ёва", "ина", "ына", "ская", "цкая")
_OF_WOMAN = ("овой", "евой", "ёвой", "иной", "ыной", "ской", "цкой")
_SLIP = 0.03
"""From here on a Russian surname has a slip of a letter."""
_SHARED = 4
"""Letters that the cases of a name have in common at the least."""
_OF_WOMEN = (
    ("у", "а"), ("ой", "а"), ("ой", "ая"), ("ую", "ая"), ("не", "на"), ("ны", "на"), ("ою", "а"), ("ей", "я"),
    ("ью", "ь"), ("ии", "ия"), ("ию", "ия"), ("ией", "ия"), ("и", "а"), ("е", "а"), ("ы", "а"), ("и", "я"),
)  # fmt: skip
_IN_SHORT_I = tuple((vowel + ending, vowel + "й") for vowel in "аеиоуыэ" for ending in ("я", "ю", "ем", "е"))
"""Names in -й, which the dictionary may not know: Кочубея, Гайдаю."""
_SECOND_NAMES = ("ich", "ych", "avna")
_IN_FULL = (("ович", "евич", "овн", "евн"), ("ovich", "evich", "ovna", "evna"))
"""What a second name in full has in it, in Russian and in English."""
_OF_FATHERS = ("ов", "ев", "ёв", "ин", "ский", "ян", "ко", "енко", "ович", "евич", "ова", "ева", "ёва")
"""What makes a surname of a first name."""
_SILENT = re.compile(r"ng(?![aeiouy])|nh|(?<=[bdflmrvwaeiouy])h(?![aeiouy])|h$", re.IGNORECASE)
_UNDECLINED = "оеёиуюэы"
_OBLIQUE = frozenset({"gent", "datv", "accs", "ablt", "loct"})


@dataclass(frozen=True, slots=True)
class _Article:
    """What an article has of names."""

    nominatives: Mapping[str, frozenset[str]]
    """Of the original, by their first letters."""
    counts: Mapping[str, int]
    """Capitalised words of the translation, folded."""
    women: frozenset[str]
    """Surnames of the original behind a woman's first name: Ольга Курлова, though there is a Курлов."""
    often: Callable[[str], float]
    """How common a Russian word is, on the scale of Zipf."""


def garbled(context: Context, beads: Sequence[Sides], alignment: Alignment, rule: Rule) -> Iterator[Finding]:
    """Garbled forms of the names that a bead's original mentions."""
    language = context.language(alignment.target.lang)
    latin_counts = Counter(folded(bare(word)) for bead in beads for word in bead.capitals)
    article = _Article(_nominatives(beads), latin_counts, _women_of(beads), context.language("ru").zipf)
    for bead in beads:
        named = [(mention, token) for mention in bead.mentions for token in mention.tokens if len(token.text) > 3]
        for word in bead.capitals:
            latin = bare(word)
            if len(latin) < 3 or not named:
                continue
            known = language.zipf(latin)
            for mention, token in named:
                made = _judged(mention, token, latin, (known, article))
                if made and not (_settled(latin, token, named, latin_counts) or _another(latin, token, bead)):
                    yield _finding(rule, (alignment, mention, token, word), made)
                    break


def _nominatives(beads: Sequence[Sides]) -> Mapping[str, frozenset[str]]:
    """By the first letters of a name the nominatives that the original has of it."""
    found: dict[str, set[str]] = {}
    for bead in beads:
        for tokens in bead.source:
            for token in tokens:
                # The nominative of a woman's surname reads as a man's genitive too: Глухарева.
                nominative = "nomn" in token.tags or token.text.endswith(("а", "я"))
                if token.text[:1].isupper() and nominative and len(token.text) > 3:
                    found.setdefault(_start(token.text), set()).add(token.text)
    return {start: frozenset(forms) for start, forms in found.items()}


def _women_of(beads: Sequence[Sides]) -> frozenset[str]:
    pairs = (pair for bead in beads for tokens in bead.source for pair in pairwise(tokens))
    return frozenset(
        last.text for first, last in pairs if {"Name", "femn"} <= first.tags and last.text.endswith(_WOMAN)
    )


def _start(name: str) -> str:
    return plain(name[:_SHARED])


def _judged(
    mention: Mention, token: Token, latin: str, around: tuple[float, _Article]
) -> tuple[str, str, float] | None:
    """What is wrong with a Latin form of a name, what to write and how sure that is; None where it may stand."""
    known, article = around
    if _soft_sign(token, latin):
        plain = "".join(c for c in latin if c not in _APOSTROPHES)
        return "a soft sign is left as an apostrophe", plain, 0.95
    case = _case_form(mention, token, latin, article)
    if case:
        return "the Russian case ending is carried over", case, 0.85
    woman = _man_for_woman(mention, token, latin, article.counts) or _woman_alone(token, latin, article)
    if woman:
        return "the surname of a woman has lost its ending", woman, 0.85
    home = _at_home(mention, token) and not spelt_at_home(latin)
    # Letters with marks are those of a language of its own: Zsófia, Wałęsa.
    if _spoken_patronymic(token, latin):
        return None
    if known == 0 and latin[1:].islower() and _comparable(token, latin, home) and _plain_letters(token, latin):
        forms = (token.lemma, token.text.lower(), *_women(token.text.lower()))
        written = (latin,) if home else (latin, _unheard(latin))
        strict = min(misfit(form, one, strict=True) for form in forms for one in written)
        loose = min(fit(token, one) for one in written)
        slip = home and not _stem_of(token, latin)
        if (_SLIP if slip else FITS / 2) < strict <= 0.3 and (slip or loose > FITS / 2):
            best = min(forms, key=lambda form: misfit(form, latin, strict=True))
            return "the letters fit no transliteration", romanised(best.capitalize()), 0.7
    return None


def _unheard(latin: str) -> str:
    """A foreign name without the letters that its Russian spelling need not tell: Yingnan, Nhaijah."""
    return _SILENT.sub(lambda match: "n" if match.group()[0] in "nN" else "", latin)


def _spoken_patronymic(token: Token, latin: str) -> bool:
    """Whether a second name is told in its short form, or its long one: Ivanych for Иванович."""
    if "Patr" not in token.tags or not latin.endswith(_SECOND_NAMES):
        return False
    full = [
        any(part in word.lower() for part in parts) for word, parts in zip((token.text, latin), _IN_FULL, strict=True)
    ]
    return full[0] != full[1] and folded(latin)[:3] == folded(romanised(token.text))[:3]


def _man_for_woman(mention: Mention, token: Token, latin: str, names: Iterable[str]) -> str:
    """A woman's surname in full where `latin` is a man's: Ferapontov for Юлия Ферапонтова; else ""."""
    text, first = token.text.lower(), mention.tokens[0].text.lower()
    if first.endswith("а") and any(transliterates(first[:-1], name) for name in names):
        return ""  # Валентина Горчакова is a man's genitive where the translation says Valentin
    if token is mention.tokens[0] or not text.endswith(_WOMAN) or not {"Name", "femn"} <= mention.tokens[0].tags:
        return ""
    if "nomn" not in mention.tokens[0].tags or not transliterates(_man(text), latin):
        return ""
    return romanised(token.text)


def _woman_alone(token: Token, latin: str, article: _Article) -> str:
    """The same without a first name: Kurlov for Курловой, where the article has Курлова and no Курлов."""
    text = token.text
    if not text.endswith(_OF_WOMAN) or not transliterates(_man_of(text), latin):
        return ""
    woman = text[:-2] + ("ая" if text.endswith("кой") else "а")
    known = article.nominatives.get(_start(text), frozenset())
    return romanised(woman) if woman in known and _man_of(text) not in known else ""


def _man_of(text: str) -> str:
    return text[:-2] + ("ий" if text.endswith("кой") else "")


def _man(text: str) -> str:
    return text[:-2] + "ий" if text.endswith("кая") else text[:-1]


def _women(text: str) -> Iterator[str]:
    """Nominatives of a woman's name in another case: Дорофеева for Дорофееву, Лозовая for Лозовой, Карловна, София.

    So of a man's name in -й.
    """
    for ending, nominative in (*_OF_WOMEN, *_IN_SHORT_I):
        if text.endswith(ending):
            yield text.removesuffix(ending) + nominative


def _at_home(mention: Mention, token: Token) -> bool:
    """Whether a surname formed as in Russia stands beside a first name: such names are written by the standards."""
    first, entry = mention.tokens[0], mention.entry
    foreign = entry is not None and entry.status == "foreign"
    return token is not first and {"Name", "known"} <= first.tags and home_grown(token.lemma) and not foreign


def _stem_of(token: Token, latin: str) -> bool:
    """Whether the name without a case ending is written so: the dictionary may take Евменова for a woman's."""
    return any(transliterates(token.text[:-cut], latin) for cut in (1, 2, 3))


def _plain_letters(token: Token, latin: str) -> bool:
    return latin.isascii() or "Patr" in token.tags


def _comparable(token: Token, latin: str, home: bool) -> bool:
    """Whether a slip of letters can be told: long words, alike in length, no adjective and no common word."""
    sizes = len(latin), len(token.text)
    adjective = "ADJF" in token.tags and not latin.endswith(("y", "i", "aya", "aia"))
    return min(sizes) > 4 and abs(sizes[0] - sizes[1]) <= 3 and not adjective and (home or "known" not in token.tags)


def _soft_sign(token: Token, latin: str) -> bool:
    inside = latin.strip(_APOSTROPHES)
    if not any(mark in inside for mark in _APOSTROPHES) and latin == inside:
        return False
    low = token.text.lower()
    adjectives = (low[:-2] + "ая", low[:-2] + "ое", low[:-2] + "ий") if "ADJF" in token.tags else ()
    return "ь" in low and any(transliterates(form, latin) for form in (low, token.lemma, *adjectives))


def _case_form(mention: Mention, token: Token, latin: str, article: _Article) -> str:
    """The nominative in Latin letters where `latin` is another case of the name, else "".

    The dictionary's word for a name is not enough: the nominative must stand in the original and in
    the translation, or the name must be a first name that the dictionary knows.
    """
    if not _OBLIQUE & token.tags or transliterates(token.lemma, latin) or not transliterates(token.text, latin):
        return ""
    # A first name before a surname; a surname that is another name's case (Oliver, Olivera) stays silent.
    given = {"Name", "known", "sing"} <= token.tags and mention.tokens[0] is token and len(mention.tokens) > 1
    given = given and mention.entry is None and not mention.quoted
    if given:
        return "" if _may_be_woman(mention, token, article) else romanised(token.lemma.capitalize())
    if token.text in article.women:
        return ""
    for form in sorted(article.nominatives.get(_start(token.text), ())):
        best = romanised(form)
        if _same_name(form, token.text) and article.counts[folded(best)] > 0 and folded(best) != folded(latin):
            return best
    return ""


def _may_be_woman(mention: Mention, token: Token, article: _Article) -> bool:
    """Whether a first name in -а is a woman's, though a man's has that genitive too: Амина Сатыбалдина, Анита Фосс.

    A man's surname would have the case ending as well; where surnames have none (Шевченко) the commoner name is meant.
    """
    surname = mention.tokens[-1].text.lower()
    if not token.text.endswith(("а", "я")):
        return False
    if surname.endswith(_WOMAN):
        return True
    if surname.endswith(("а", "я", "ого", "его")):
        return False
    if surname[-1] not in _UNDECLINED and not surname.endswith(("ых", "их")):
        return True
    return article.often(token.lemma) <= article.often(token.text.lower())


def _same_name(nominative: str, oblique: str) -> bool:
    """Whether a nominative can be that of another case: Лозовая of Лозовой, Иванова of Ивановой."""
    if oblique in {nominative + ending for ending in _OF_FATHERS}:
        return False  # Магомед Магомедов
    pairs = zip(*(plain(name) for name in (nominative, oblique)), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    woman = nominative.endswith(("а", "я"))
    same = shared >= max(_SHARED, len(nominative) - 3, len(oblique) - 3)
    return same and nominative != oblique and woman == oblique.endswith(("ой", "ей", "у", "ую"))


def _settled(latin: str, token: Token, named: Sequence[tuple[Mention, Token]], counts: Mapping[str, int]) -> bool:
    """Whether the form belongs to another name of the bead, or the article writes it so throughout."""
    others = [other for _, other in named if other.lemma != token.lemma]
    return any(fit(other, latin) < FITS / 2 for other in others) or counts[folded(latin)] > 3


def _another(latin: str, token: Token, bead: Sides) -> bool:
    """Whether the form is another capitalised word of the bead's original, though no mention of a name."""
    others = (other for tokens in bead.source for other in tokens if other.text[:1].isupper())
    return any(other.lemma != token.lemma and fit(other, latin) < FITS / 2 for other in others)


def _finding(rule: Rule, place: tuple[Alignment, Mention, Token, Token], made: tuple[str, str, float]) -> Finding:
    alignment, _, token, word = place
    what, suggestion, confidence = made
    source = alignment.source.span(token.start, token.stop)
    span = alignment.target.span(word.start, word.start + len(bare(word)))
    return Finding(
        rule=rule,
        span=span,
        message=f'"{span.text}" for «{source.text}»: {what}',
        severity=rule.severity,
        confidence=confidence,
        source=source,
        suggestion=suggestion,
    )

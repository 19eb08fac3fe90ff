"""Capitals: months, days and nationalities in lower case, half-capitalised names, lists, Russian capitals."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._surface import flat, paragraphs
from checker.model import Category, Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.detectors._surface import Paragraph
    from checker.model import Pair, Span
    from checker.protocols import Context

CAP001 = Rule(
    "CAP001",
    "capitalisation",
    Category.LINGUISTIC,
    Severity.MINOR,
    "A month, day, nationality or name begins in lower case, or a capital of Russian is carried over.",
    "The pipe burst in january at the State duma.",
    "The pipe burst in January at the State Duma.",
    explanation=(
        "Lists are judged by their majority. May, march, august and sun count only beside a figure; polish, turkey "
        "and the like never. Headlines, brand names and web addresses are left alone."
    ),
)
_MONTHS = "january|february|april|june|july|september|october|november|december"
_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_NATIONS = """russian ukrainian belarusian american british english german chinese japanese korean italian spanish
    portuguese norwegian finnish estonian latvian lithuanian hungarian czech slovak slovenian croatian serbian bulgarian
    romanian moldovan georgian armenian azerbaijani kazakh uzbek tajik kyrgyz turkmen iranian iraqi syrian israeli
    egyptian indian pakistani afghan vietnamese indonesian australian canadian mexican brazilian argentine european
    soviet crimean chechen tatar siberian muscovite parisian christian muslim islamic buddhist russians ukrainians
    americans germans europeans christians muslims belarusians kazakhs georgians armenians
    austrian swedish greek irish scottish welsh albanian macedonian montenegrin bosnian icelandic belgian maltese
    cypriot cuban chilean peruvian colombian venezuelan bolivian nigerian kenyan ethiopian somali libyan tunisian
    algerian moroccan sudanese ghanaian congolese lebanese jordanian saudi yemeni palestinian mongolian malaysian
    nepalese bangladeshi taiwanese tibetan ossetian abkhazian dagestani bashkir yakut karelian baltic scandinavian
    balkan asian african viennese londoner londoners berliners parisians muscovites austrians ukrainians norwegians
    finns estonians latvians lithuanians hungarians czechs slovaks serbs croats bulgarians romanians moldovans uzbeks
    tajiks iranians iraqis syrians israelis egyptians indians afghans australians canadians mexicans brazilians italians
    spaniards greeks swedes austrians
    russia ukraine belarus kazakhstan germany france britain england scotland poland italy spain austria hungary sweden
    norway finland estonia latvia lithuania america europe africa asia australia canada mexico brazil israel syria iran
    iraq egypt moscow kremlin siberia crimea london berlin vienna paris washington beijing tokyo kyiv minsk brussels"""
_SOFT = (
    r"french(?! (?:fr|door|toast|horn|window|press|polish|braid|bean|kiss|bread|dress|leave))"
    r"|swiss(?! (?:ch|army))|danish(?! pastr)|dutch(?! (?:oven|courage|door|auction))"
    r"|turkish(?! (?:delight|bath|coffee))"
)
"""Words of a people that are written small in the names of things."""
_LOWER = re.compile(
    rf"(?<![\w@#./'-])(?<!plaster of )(?=[a-z])"
    rf"(?:{_MONTHS}|{_DAYS}|{'|'.join(dict.fromkeys(_NATIONS.split()))}|{_SOFT})"
    rf"(?! sprouts)(?![\w@]|\.[a-z]|-[a-z]+\.)"
)
_DATED = re.compile(r"(?<![\w-])(?:\d{1,2} (?P<after>may|march|august)|(?P<before>may|march|august) \d{1,2}(?!\d|:))\b")
_POLITE = re.compile(r"(?<=[a-z,] )(?P<word>You|Your|Yours|Yourself)(?= [a-z]|[.,;?!])")
_PRAYED = re.compile(
    r"\b(?:God|Allah|Lord|Almighty|Jesus|Christ|Father in Heaven|worship|Koran|Quran|Qur'an|[Pp]salm|Amen)\b"
)
"""What shows that You may be God."""
_ITEM = re.compile(r"(?P<mark>(?:\d{1,2}[.)]|[-•–—*])[ \u00a0]+)(?P<first>[^\W\d_][\w'’-]*)")


@cache
def _bodies() -> re.Pattern[str]:
    """Names with a capital on the first word alone, or on all but the first (the investigative Committee)."""
    rows = sorted(data.rows("bodies"), key=lambda row: -len(row["tail"]))
    forms = [(row["head"], row["tail"]) for row in rows]
    halves = [f"{head} {tail}" for head, tail in forms]
    halves += [f"{head.lower()} {_titled(tail)}" for head, tail in forms if _titled(tail) != tail]
    names = "|".join(re.escape(form) for form in halves)
    return re.compile(rf"(?<=[a-z,] )(?:{names})(?![\w-])")


def _finding(pair: Pair, place: tuple[int, int], message: str, suggestion: str, confidence: float) -> Finding:
    return Finding(CAP001, pair.translation.span(*place), message, CAP001.severity, confidence, suggestion=suggestion)


def _words(pair: Pair, sentence: Span) -> Iterator[Finding]:
    text = flat(sentence.text)
    for match in _LOWER.finditer(text):
        word = match.group()
        place = (sentence.start + match.start(), sentence.start + match.end())
        yield _finding(pair, place, f'"{word}" takes a capital in English.', word.capitalize(), 0.95)
    for match in _DATED.finditer(text):
        name = "after" if match["after"] else "before"
        place = (sentence.start + match.start(name), sentence.start + match.end(name))
        yield _finding(pair, place, "Months take a capital in English.", match[name].capitalize(), 0.95)
    for match in _bodies().finditer(text):
        place = (sentence.start + match.start(), sentence.start + match.end())
        message = "English capitalises every word of such a name."
        yield _finding(pair, place, message, _titled(match.group()), 0.85)
    for match in _POLITE.finditer(text) if not _PRAYED.search(text) else ():
        place = (sentence.start + match.start("word"), sentence.start + match.end("word"))
        message = "The polite Вы takes a capital in Russian, you takes none in English."
        yield _finding(pair, place, message, match["word"].lower(), 0.8)


def _titled(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split())


def _lists(pair: Pair, parts: Sequence[Paragraph]) -> Iterator[Finding]:
    """Items of a run of list items that begin otherwise than most."""
    run: list[tuple[Paragraph, re.Match[str]]] = []
    for part in (*parts, None):
        match = _ITEM.match(part.text) if part else None
        if part and match:
            run.append((part, match))
            continue
        yield from _uneven(pair, run)
        run = []


def _uneven(pair: Pair, run: Sequence[tuple[Paragraph, re.Match[str]]]) -> Iterator[Finding]:
    low = [(part, match) for part, match in run if match["first"].islower()]
    if len(run) < 3 or not 0 < len(low) <= len(run) / 3:
        return
    for part, match in low:
        place = (part.start, part.start + match.end("first"))
        fixed = match["mark"] + match["first"][:1].upper() + match["first"][1:]
        message = "The other items of the list begin with a capital."
        yield _finding(pair, place, message, fixed, 0.9)


def _starts(pair: Pair) -> Iterator[Finding]:
    """Sentences that begin in lower case behind a full stop of the same line."""
    text = pair.translation.text
    for before, sentence in zip(pair.sentences, pair.sentences[1:], strict=False):
        gap = text[before.stop : sentence.start]
        first = re.match(r"[a-z]+(?![\w.@'’-])", sentence.text)
        if first is None or "\n" in gap or not gap or len(sentence.text.split()) < 4:
            continue
        if not re.search(r"[a-z]{4}[.]\Z", before.text) or len(before.text.split()) < 3:
            continue
        place = (sentence.start, sentence.start + first.end())
        yield _finding(pair, place, "A sentence begins with a capital.", first.group().capitalize(), 0.85)


class Capitals:
    """Capital letters."""

    rules = (CAP001,)

    def detect(self, pair: Pair) -> Iterable[Finding]:
        """Findings of the rule."""
        for sentence in pair.sentences:
            yield from _words(pair, sentence)
        yield from _lists(pair, paragraphs(pair))
        yield from _starts(pair)


def detector(context: Context) -> Capitals:
    """The family; it needs nothing from the context."""
    return Capitals()

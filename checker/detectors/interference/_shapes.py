"""Shapes of Russian grammar in an English sentence, read from the table `shapes`.

Every pattern is bounded, so that a sentence costs time in proportion to its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors.interference._grammar_words import alternatives
from checker.expressions import Late

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LOOK_BACK = 60
"""Characters before a match in which an excuse is looked for."""
_NOT_SUBJECT = """and that which who whom if when while because would is are was were has have had to whether be said
    says can could must should may might will won't not then than as but or what how there"""
_BE = """is are was were be been being am 's 're get gets got getting become became feel felt feeling remain remained
    rest"""
_TOLD = "those anyone everyone people voters residents parents workers when if once while although until unless"
"""Whom or when somebody is told: those told that, when told that."""
_ASKING = """telling ask(?:s|ed|ing)?
    wonder(?:s|ed|ing)? know(?:s|n|ing)? knew see seen saw sure doubt(?:s|ed|ful)? question
    unclear clear tell told say said decid(?:e|es|ed|ing) determin(?:e|es|ed|ing) certain uncertain check care[sd]?
    matter guess learn remains idea predict consider(?:s|ed|ing)? specify specified understand whether evaluat\\w+
    depends? issue guarantee\\w* worr(?:y|ies|ied) test(?:s|ed|ing)? uncertainty doubts examin\\w+ investigat\\w+
    speculat\\w+ assess\\w* thinks? thought believes? wait curious bet debate[sd]? discuss\\w* as find_out"""
_INDIRECT = """word news telling speculat\\w+ know\\w* knew say says saying said see seen seeing decid\\w+ tell\\w*
    told learn\\w* determin\\w+ clear\\w* unclear predict\\w* forecast\\w* foresee\\w* guess\\w* ask\\w*
    question\\w* wonder\\w* doubt\\w* explain\\w* specif\\w+ announc\\w+ reveal\\w* disclos\\w+ discuss\\w*
    estimat\\w+ calculat\\w+ agree\\w* find_out sure certain uncertain idea date day time moment deadline
    year month schedule\\w* name[ds]? naming indicat\\w+ promis\\w+ clarif\\w+ understand answer\\w*
    inform\\w* notif\\w+ commit\\w* remember hint\\w* depend\\w* work_out argu\\w+ disput\\w+ debat\\w+
    vot\\w+ imagin\\w+ settl\\w+ confirm\\w* report\\w* state[ds]? undertak\\w+ venture\\w*"""
_ASKS = "who whom what where why how whether about over on of to as at just exactly only precisely"
_TIMES = """few day week month year moment little bit lot couple minute hour decade century same next previous following
    last second third first_time other mile metre meter kilomet\\w+ long_time short quarter half while number_of
    fortnight block morning evening night afternoon weekend only"""
_GIVING = """given offered awarded named made elected called asked sent handed shown paid told granted denied left
    promised considered deemed dubbed declared appointed allowed ordered forced fined charged allotted assigned spared
    taught sold bought owed killed injured wounded arrested delayed closed not"""
_COUNTED = """reason problem question leader member participant victim option version cause condition task goal factor
    example result consequence resident expert author founder suspect witness soldier candidate official minister region
    building village employee worker element symbol source stage type feature aspect lawyer doctor teacher student
    journalist activist voter house street town project document attack explosion"""
_TRADES = """journalist teacher doctor engineer lawyer driver writer actor actress singer scientist politician
    businessman businesswoman soldier officer student professor pensioner economist nurse cook builder worker farmer
    programmer translator interpreter accountant guard policeman sailor miner artist musician composer
    poet volunteer assistant consultant adviser analyst photographer editor waiter waitress cashier janitor mechanic
    electrician surgeon psychologist historian architect pilot plumber welder locksmith"""
_NAMED = """Russian_Federation European_Union Soviet_Union United_States(?:_of_America)? United_Kingdom United_Nations
    State_Duma Federation_Council Security_Council Supreme_Court Constitutional_Court Central_Bank Foreign_Ministry
    Defen[cs]e_Ministry Interior_Ministry Ministry_of_[A-Z]\\w+(?:_Affairs)? Kremlin White_House Netherlands Philippines
    Middle_East Far_East North_Caucasus Caucasus Black_Sea Baltic_Sea Caspian_Sea Arctic_Ocean Second_World_War
    First_World_War Great_Patriotic_War Cold_War Investigative_Committee Prosecutor_General's_Office European_Commission
    European_Parliament Council_of_Europe North_Pole South_Pole Vatican Balkans Antarctic Volga USA USSR UAE"""
_MONTHS = """January February March April May June July August September October November December Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday"""
_NUMBERS = """\\d[\\d,.]* two three four five six seven eight nine ten twelve fifteen twenty thirty several many some"""
_BODIES = """ministry service agency office government administration department committee police Kremlin company"""


def _any(words: str) -> str:
    """The words as alternatives; ``_`` is a blank within one."""
    return "(?:" + "|".join(word.replace("_", " ") for word in words.split()) + ")"


_W = r"[\w'-]+"
_MACROS = {
    "{W}": _W,
    "{SUBJECT}": rf"(?:(?!{_any(_NOT_SUBJECT)}\b){_W} ){{1,6}}?",
    "{PRONOUN}": _any("he she it they we you I this there"),
    "{PERSON}": r"(?:he|she|they|we|I|who|[A-Z][a-z]+)",
    "{BODY}": _any(_BODIES),
    "{NUMBER}": _any(_NUMBERS),
    "{MONTH}": _any(_MONTHS),
    "{ASKING}": rf"(?i)\b(?:{_any(_ASKING)}(?: (?:is|was)(?: \w+)?| \w+)?,?|of|about|as to)(?: only)? \Z",
    "{INDIRECT}": rf"(?i)\b(?:{_any(_INDIRECT)}\b[^.]*|{_any(_ASKS)} (?:[^.]* (?:or|and) )?)\Z",
    "{PASSIVE}": rf"(?i)\b(?:(?:{_any(_BE)}|to be|not|I'm)(?: \w+)?|{_any(_TOLD)}) \Z",
    "{BE}": _any(_BE),
    "{TIMES}": rf" {_any(_TIMES)}\b| \w+ (?:ago|earlier|later|before|after|away|from)\b",
    "{GIVING}": _any(_GIVING),
    "{COUNTED}": _any(_COUNTED),
    "{TRADE}": _any(_TRADES),
    "{NAMED}": _any(_NAMED),
    "{PLAIN}": rf"(?!(?:who|which|that|when|where|it|he|she|they|we|you|I)\b){_W}",
    "{PLAINDASH}": r"[\w'\",]+",
}  # fmt: skip


_GROUPS = {"{COUNTED}": _COUNTED, "{TRADE}": _TRADES, "{MONTH}": _MONTHS}
_PIECE = re.compile(r"\w+|[^\w\s]")
"""What the words of a row are compared with: whole words, cut at apostrophes and hyphens, and marks."""


def _pattern(pattern: str) -> Late:
    for name, meaning in _MACROS.items():
        pattern = pattern.replace(name, meaning)
    pattern = alternatives(pattern)
    if "(?i)" in pattern:
        return Late(pattern.replace("(?i)", ""), re.IGNORECASE)
    return Late(pattern)


@dataclass(frozen=True, slots=True)
class Shape:
    """One row of the table, ready to search with."""

    code: str
    key: str
    words: tuple[frozenset[str], ...]
    pattern: Late
    before: Late | None
    after: Late | None
    suggestion: str
    message: str
    confidence: float

    def stands(self, low: str, seen: set[str]) -> bool:
        """Whether its key and a word of each further group are in a sentence in lower case with these pieces."""
        return self.key in low and not any(group.isdisjoint(seen) for group in self.words[1:])

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and suggestion of every match in a flat sentence that nothing around it excuses."""
        for match in self.pattern.ready.finditer(text):
            start, stop = match.span("span")
            if self.before and self.before.ready.search(text[max(0, start - LOOK_BACK) : start]):
                continue
            if self.after and self.after.ready.match(text, stop):
                continue
            yield start, stop, match.expand(self.suggestion)


@cache
def shapes() -> tuple[Shape, ...]:
    """All rows."""
    return tuple(
        Shape(
            row["code"],
            row["key"],
            tuple(_group(group) for group in row["words"].split()),
            _pattern(row["pattern"]),
            _pattern(row["before"]) if row["before"] else None,
            _pattern(row["after"]) if row["after"] else None,
            row["suggestion"],
            row["message"],
            float(row["confidence"]),
        )
        for row in data.rows("shapes")
    )


def _group(group: str) -> frozenset[str]:
    """Alternatives of the column `words`; a macro stands for its words, ``{MACRO}s`` for their plurals."""
    for name, listed in _GROUPS.items():
        if group.startswith(name):
            return frozenset(f"{word.lower()}{group[len(name) :]}" for word in listed.split())
    return frozenset(group.split("|"))


@cache
def _looked_up() -> tuple[Mapping[str, tuple[int, ...]], tuple[tuple[str, int], ...]]:
    """Numbers of the rows by each word of their first group; key and number of those that name no words."""
    found: dict[str, list[int]] = {}
    for number, shape in enumerate(shapes()):
        for word in shape.words[0] if shape.words else ():
            found.setdefault(word, []).append(number)
    keyed = tuple((shape.key, number) for number, shape in enumerate(shapes()) if not shape.words)
    return {word: tuple(numbers) for word, numbers in found.items()}, keyed


def candidates(text: str) -> list[Shape]:
    """The rows whose key and words stand in a flat sentence: the others need not be searched with."""
    low, rows = text.lower(), shapes()
    seen = set(_PIECE.findall(low))
    by_word, keyed = _looked_up()
    numbers = [number for key, number in keyed if key in low]
    worded = {number for word in by_word.keys() & seen for number in by_word[word]}
    numbers += [number for number in worded if rows[number].stands(low, seen)]
    return [rows[number] for number in sorted(numbers)]

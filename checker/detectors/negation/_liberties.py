"""Negations of a free translation that deny nothing: don't you see, whether he would not come, don't worry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text
from checker.detectors._negation_words import words
from checker.detectors.negation._denials import beside

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors.negation._denials import Denials, Place
    from checker.model import Bead, Link, Pair, Token

_PLAINLY = 0.975
"""Strength of a link from which an imperative forbids what the original asks for: do not call, for звоните."""
_REACH = 6
"""Words after a negation among which it has its sense."""
_DOES = r"(?:is|are|was|were|am|do|does|did|has|have|had|ca|could|will|wo|would|sha|should|must|might|need)"
_CONTRACTED = re.compile(_DOES[:-1] + r"|ai)n['’]t", re.IGNORECASE)
_PERSON = r"(?:it|he|she|they|we|you|I|there|this|that)"
_OPENS = re.compile(
    r"(?:^|[.!?…,;:—–(\"'“”‘’«-])\s{0,2}[\"'“‘«]?\s{0,2}(?:(?:why|oh|ah|well|but|and|so|now|then),? ?)?$", re.IGNORECASE
)
"""Before a verb that stands ahead of its subject."""
_SUBJECT = re.compile(
    rf"\s\s?(?:{_PERSON}|the|an?|my|your|his|her|our|their|these|those|all|every\w*|any\w*)\b", re.IGNORECASE
)
_TAG = re.compile(rf"\s\s?{_PERSON}\b", re.IGNORECASE)
_SPLIT = re.compile(rf"(?:^|[\W_]){_DOES}\s\s?{_PERSON}\s\s?$", re.IGNORECASE)
"""Before a "not" that asks: do you not remember."""
_END = re.compile(r"[.!?…]")
_HOW = re.compile(r"\b(?:who|whom|whose|what|which|when|where|how|why)\b", re.IGNORECASE)
_WONDERED = re.compile(
    r"\b(?:whether|(?:ask|wonder|inquir|enquir|see|saw|know|knew|doubt)\w*(?:\s\w+){0,2}\sif|lest|in case|for fear)\b"
    r"[^.!?;]{0,80}$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:until|till|unless|without|but for|save for|apart from|except)\b[^.!?;]{0,80}$", re.IGNORECASE
)
_ONLY = re.compile(
    r"(?<!\w)(?:только|лишь|исключительно|единственн\w*|од(?:ин|н[аоу]|ного|ному|ной|ним|ном)|после)(?!\w)",
    re.IGNORECASE,
)
_WITHOUT = re.compile(r"(?<!\w)безо?(?!\w)", re.IGNORECASE)
_SILENT = re.compile(r"(?:за|у|про|по|при|с)?(?:молк|молч|тих|ст[иы]х)|безмолв|немот|тишин", re.IGNORECASE)
_SAID = frozenset(
    """say says said saying speak speaks spoke word words answer answers reply replies sound comment
    more""".split()  # noqa: SIM905
)
_SMALL = re.compile(
    r"немног|мало$|чуть|едва|недолг|недалек|недалёк|недорог|небольш|невелик|невысок|неважн|скромн|слаб|редк",
    re.IGNORECASE,
)
_GREAT = frozenset(
    """much many long far often lot great greatly big large high expensive dear quite very enough well strong
    all especially particularly overly exactly""".split()  # noqa: SIM905
)
_CALM = re.compile(
    r"(?:успокой|спокойн|тише$|тихо$|полно$|довольно$|хватит$|перестан|брось|оставь|прекрати|стой|замри|подожд|погод|постой"
    r"|молчи|терпен|осторожн|береги)",
    re.IGNORECASE,
)
"""What is asked of somebody by forbidding the opposite: don't worry, don't go yet, don't make a noise."""
_ORDER = re.compile(
    r"(?:^|[.!?…,;:—–(\"'“”‘’«-])\s{0,2}[\"'“‘«]?\s{0,2}(?:(?:oh|well|but|and|so|please|now),? |do )?$", re.IGNORECASE
)
_STRONG = frozenset(["without", "not", "never", "nobody", "nothing", "no", "hardly"])
_TOLD = 0.88
_TELLING = frozenset("сказать говорить рассказать рассказывать сообщить сообщать ответить отвечать спросить".split())  # noqa: SIM905
"""Verbs that every line of a dialogue has in the translation, be it for обратился or добавил."""
_FELT = frozenset("чувствовать почувствовать ощущать ощутить испытывать испытать проявлять проявить".split())  # noqa: SIM905
_ASKED = re.compile(
    r"(?<!\w)(?:кто|кого|кому|кем|что|чего|чему|чем|как|как\w{2,3}|где|куда|откуда|когда|почему|зачем|сколько|разве|неужели"
    r"|неужто|стоит ли|мало ли|можно ли|есть ли)(?!\w)[^.!…]*\?",
    re.IGNORECASE,
)
"""A question of the original that a statement with a negation may answer: who knows, for кто знает?"""


def asserted(
    pair: Pair, bead: Bead, sides: tuple[Denials, Denials], links: Mapping[int, Link], places: Iterator[Place]
) -> Iterator[Place]:
    """Those of the places of added negations that state something which the original does not say otherwise."""
    source = bead_text(bead.source)
    for place in places:
        sentence = next((span for span in bead.target if span.start <= place[0] < span.stop), bead.target[0])
        before = sentence.text[: place[0] - sentence.start]
        word = pair.translation.text[place[0] : place[1]]
        after = sentence.text[place[1] - sentence.start :]
        if _asks(before, word, after) or _WONDERED.search(before) or _restricts(before, source):
            continue
        if "?" not in after and _ASKED.search(source):
            continue
        if _little_said(sides, place) or _soothes(before, word, sides, links, place):
            continue
        yield place


def _asks(before: str, word: str, after: str) -> bool:
    """Whether a negation only asks: hasn't he, do you not see; a question after a question word states the rest."""
    verb = _CONTRACTED.fullmatch(word)
    if verb and _OPENS.search(before) and (_TAG if before.rstrip().endswith(",") else _SUBJECT).match(after):
        return True
    if word.lower() == "not" and _SPLIT.search(before):
        return True
    end = _END.search(after)
    opened = re.split(r"[.!?…:;—–\"“”«]", before)[-1]
    return end is not None and end.group() == "?" and not _HOW.search(opened)


def _restricts(before: str, source: str) -> bool:
    """Whether two negations say "only": without which he could not work, until then it will not open."""
    limit = _UNTIL.search(before)
    if limit is None or _WITHOUT.search(source):
        return False
    return _ONLY.search(source) is not None


def _after(side: Denials, place: Place) -> list[Token]:
    return [token for token in side.tokens if token.start >= place[1]][:_REACH]


def _little_said(sides: tuple[Denials, Denials], place: Place) -> bool:
    """Whether the original has a word for it: said no more for замолчал, not much for немного."""
    near = {token.text.lower() for token in _after(sides[1], place)}
    theirs = [token.text.lower() for token in sides[0].tokens]
    if near & _SAID and any(_SILENT.match(word) for word in theirs):
        return True
    return bool(near & _GREAT) and any(_SMALL.match(word) for word in theirs)


def _soothes(before: str, word: str, sides: tuple[Denials, Denials], links: Mapping[int, Link], place: Place) -> bool:
    """Whether an order forbids the opposite of what the original bids, and not the thing itself."""
    low = word.lower().replace("’", "'")
    if low not in ("don't", "not", "never") or (low == "not" and not before.lower().endswith("do ")):
        return False
    if not _ORDER.search(before[: len(before) - 3] if low == "not" else before):
        return False
    if any(_CALM.match(token.text) for token in sides[0].tokens):
        return True
    near = {token.start for token in _after(sides[1], place)[:2]}
    verbs = [link for link in links.values() if link.target.start in near]
    return all(link.strength < _PLAINLY for link in verbs)


def elsewhere(
    theirs: Denials, ours: Denials, links: Mapping[int, Link], both: tuple[Token, Token], others: Sequence[Token]
) -> bool:
    """Whether the translation denies with a word that renders nothing else, before a verb of its own.

    "He let him in," she said, "without telling anyone": no "said" that a link joins to не сказал affirms it.
    Or affirms a feeling of another kind: felt fresh for не чувствовал усталости.
    """
    if both[1].lemma in _FELT:
        after = [token for token in theirs.tokens if token.start > both[1].start][:2]
        return any({"NOUN", "gent"} <= token.tags and token.start not in links for token in after)
    if both[1].lemma not in _TELLING:
        return False
    known = {link.target.start for link in links.values() if link.strength >= _TOLD}
    for place in (*ours.plain, *ours.soft):
        word = next((token.text.lower() for token in ours.tokens if token.start == place[0]), "")
        if word not in _STRONG or any(beside(ours, place, one) for one in others):
            continue
        next_verb = next((token for token in _after(ours, place) if token.text.lower() not in words("light")), None)
        if next_verb is not None and next_verb.start not in known:
            return True
    return False

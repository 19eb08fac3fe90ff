"""Words that say whose statement a sentence of the original is: who they name, and where the translation lacks them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text
from checker.detectors.hedges._unstated import attributions

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from checker.detectors.hedges._held import Held
    from checker.model import Link, Pair, Span, Token

_KEPT = 0.75
"""Strength of the link of whoever says so, who still stands in the translation."""
_SHARED = 0.7
"""Strength of a link of the words of attribution to a word that cannot then be whoever says so."""
_NAMED = 4
"""Words from по словам, по мнению to whose they are."""
_LINKED = 0.6
"""Strength of the link of a verb of saying that renders another one of the original."""
_MOST = 6
"""Words of a subject with its verb."""
_CLAUSE = re.compile(r"(?:[;:—–]|,\s+(?:and|but|while|which|that)\b|,\s(?=among |of whom|of which)|\bthat\b)\s*")
_WORD = re.compile(r"\w[\w'’-]*")
_OWNERS = frozenset({"его", "ее", "её", "их", "моему", "нашему", "своему"})
_PERSON = frozenset({"name", "surname", "patronymic"})
_NAMED_BY = frozenset({"him", "himself", "herself", "them", "who", "it", "its"})
_HOLDERS = frozenset({"his", "her", "their", "he", "she", "they", "my", "i", "our", "we"})


_SAYING = frozenset(
    """утверждать считать полагать надеяться уверять заверять заверить рассказывать рассказать признавать
    признать признаться признаваться говорить сообщать сообщить отмечать отметить пояснить пояснять
    уточнить уточнять подчеркнуть подчёркивать подчеркивать добавить добавлять опасаться настаивать
    прогнозировать предупреждать предупредить напоминать напомнить жаловаться сетовать подозревать
    предполагать предположить предсказывать намекать клясться возражать гадать доказывать рассуждать
    сокрушаться""".split()  # noqa: SIM905
)
_FACTUAL = frozenset({"доказывать", "признавать", "признать", "признаваться", "признаться", "напоминать", "напомнить"})
"""Verbs of saying what is so."""
_RUMOURED = frozenset({"говорить", "рассказывать", "поговаривать", "утверждать", "уверять", "писать", "сказывать"})
_HEARSAY = frozenset(
    """story goes; story has it; has it; has it that; word is; word has; they say; people say; some say; legend;
    lore; tale; folklore; apparently; supposedly; reputedly; allegedly; reportedly; is said; tradition has; they tell;
    tell you; by all accounts; blamed""".replace(";\n    ", "; ").split("; ")
)
"""Words that nothing but hearsay stands behind, whatever they are linked to."""
_ITSELF = re.compile(
    r"\baccording to\b|(?:^|[.;] )based on\b"
    r"|\b(?:is|are|was|were|been|be) (?:now )?(?:said|reported|understood|believed|thought) to\b"
    r"|\b(?:reports?|stud(?:y|ies)|surveys?|polls?|documents?|filings?|data|figures|statistics|investigations?|inquiry"
    r"|review|research|analysis|papers?|audits?) (?:today |also |has |have )?"
    r"(?:reveal|show|suggest|indicate|sa(?:y|id)|found|find|claim|estimate|conclude)(?:s|ed|n)?\b",
    re.IGNORECASE,
)
"""What says nothing else than whose statement it is, whatever its words are linked to."""
_SPEECH = frozenset('»“”"—–')
_LONGEST = 6
"""Words of an aside: утверждают два источника в отрасли."""


def kept(held: Held) -> bool:
    """Whether those whose view it is stand in the translation: critics found the novel dull, to their mind.

    A translation that loses по мнению критиков loses the critics too.
    """
    low = held.evidence.text.lower().split()
    if low[-1] == "что":
        return False
    told = {link.target.start for link in held.links if _inside(held, link) and link.strength >= _SHARED}
    if _stands(held, _named(held), told):
        return True
    if _OWNERS.isdisjoint(low):
        return False
    others = {
        link.target.start for link in held.links if not held.evidence.start <= link.source.start < held.evidence.stop
    }
    owns = [link for link in held.links if held.evidence.start <= link.source.start < held.evidence.stop]
    return any(link.target.text.lower() in _HOLDERS and link.target.start not in others for link in owns)


def sayer_kept(held: Held) -> bool:
    """Whether those who say so stand in the translation, be they before the verb: эксперты считают, что."""
    if not held.evidence.text.lower().endswith("что"):
        return False
    ahead: list[Token] = []
    for token in reversed([token for token in held.tokens if token.stop <= held.evidence.start]):
        if token.tags & {"VERB", "INFN"} or token.text in ".;!?":
            break
        ahead.append(token)
    return _stands(held, (token for token in ahead if token.tags & {"NOUN", "NPRO"} or "known" not in token.tags))


def _stands(held: Held, words: Iterable[Token], told: Container[int] = ()) -> bool:
    """Whether one of the words has a counterpart, at none of the places that are `told`."""
    starts = {token.start for token in words}
    return any(
        link.source.start in starts
        and link.strength >= _KEPT
        and link.target.start not in told
        and _alike(link.source, link.target)
        for link in held.links
    )


def _inside(held: Held, link: Link) -> bool:
    """Whether a link is one of the words of attribution themselves."""
    return held.evidence.start <= link.source.start < held.evidence.stop


def _alike(source: Token, target: Token) -> bool:
    """Whether a link can be one of a name: its other side is a name too, or a pronoun."""
    name = source.text[:1].isupper() and ("known" not in source.tags or not source.tags.isdisjoint(_PERSON))
    return not name or not target.text.islower() or target.text in _HOLDERS | _NAMED_BY


def aside_kept(held: Held) -> bool:
    """Whether whoever says so in an aside stands in the translation."""
    inside = (token for token in held.tokens if held.evidence.start <= token.start < held.evidence.stop)
    return _stands(held, (token for token in inside if "VERB" not in token.tags))


def _named(held: Held) -> Sequence[Token]:
    """Nouns right behind the words of attribution, up to a mark, a verb or a preposition."""
    found = []
    behind = [token for token in held.tokens if token.start >= held.evidence.stop]
    for token in behind[:_NAMED]:
        if token.kind == "word" and not token.tags & {"VERB", "INFN", "PREP", "CONJ", "ADVB"}:
            if "NOUN" in token.tags or "known" not in token.tags:
                found.append(token)
        elif token.text not in '«"“„»':
            break
    return found


def place(held: Held, pair: Pair) -> Span | None:
    """The beginning of the clause that the attribution belongs before, up to its verb; None where that is far."""
    word = held.governed.target if held.governed else _beginning(held)
    if word is None:
        return None
    sentence = next((span for span in held.bead.target if span.start <= word.start < span.stop), None)
    if sentence is None:
        return None
    ahead = pair.translation.text[sentence.start : word.start]
    breaks = [match.end() for match in _CLAUSE.finditer(ahead)]
    if not breaks and held.governed is None:
        return None
    start = sentence.start + (breaks[-1] if breaks else 0)
    words = list(_WORD.finditer(pair.translation.text, start, word.stop))
    opens = held.evidence.start == held.bead.source[0].start and start == held.bead.target[0].start
    if len(words) > _MOST and opens and held.bare:
        del words[_MOST - 1 :]  # the attribution belongs before them, however far the verb is
    if not words or len(words) > _MOST:
        return None
    return pair.translation.span(words[0].start(), words[-1].end())


def _beginning(held: Held) -> Token | None:
    """What the first words behind the attribution became, where no verb is known."""
    after = sorted({link.source.start for link in held.links if link.source.start >= held.evidence.stop})[:2]
    found = [link.target for link in held.links if link.source.start in after]
    return max(found, key=lambda token: token.stop, default=None)


def asides(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """First and last word of attributions set between commas (", надеются чиновники,"), outside of direct speech."""
    if any(token.text in '«»“”„"—–' for token in tokens):
        return
    for at in range(1, len(tokens) - 1):
        verb = tokens[at]
        if tokens[at - 1].text != "," or "VERB" not in verb.tags or verb.lemma not in _SAYING or "1per" in verb.tags:
            continue
        stop = next((n for n in range(at + 1, min(len(tokens), at + 2 + _LONGEST)) if tokens[n].kind != "word"), 0)
        inside = tokens[at + 1 : stop]
        if not stop or tokens[stop].text not in ",.;" or not _sayers(inside, verb):
            continue
        if not any(token.tags & {"VERB", "INFN", "CONJ", "GRND"} for token in inside):
            yield verb, inside[-1]


def rumours(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Verbs of saying alone between marks, with nobody who says so (он, говорят, уехал): twice, as first and last.

    Or at the beginning of the sentence: Говорят, он уехал.
    """
    for at in range(len(tokens) - 1):
        verb = tokens[at]
        alone = tokens[at + 1].text == "," if not at else _alone(tokens, at)
        if verb.lemma not in _RUMOURED or not {"VERB", "plur", "3per"} <= verb.tags:
            continue
        if alone:
            yield verb, verb
        elif (topic := _topic(tokens, at)) is not None:
            yield tokens[topic], tokens[topic + 1]


def quotes(text: str) -> bool:
    """Whether anything in a text is quoted."""
    return any(mark in text for mark in '"“”‘«') or " '" in text


def told_alone(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Verbs of saying with their что, and those behind direct speech, for a translation that says nothing of the kind.

    Он уверял, что не знал; «Нам не помогли», — утверждает пострадавшая.
    """
    for at in range(1, len(tokens)):
        verb = tokens[at]
        if "VERB" not in verb.tags or verb.lemma not in _SAYING - _FACTUAL or "1per" in verb.tags:
            continue
        low = [token.text.lower() for token in tokens[at + 1 : at + 3]]
        if low in ([",", "что"], [",", "будто"]) or tokens[at - 1].text in "—–-":
            yield verb, verb


def _topic(tokens: Sequence[Token], at: int) -> int | None:
    """The place of "о том" with a verb of talk that has no subject: о том, что театр переезжает, говорят давно."""
    low = [token.text.lower() for token in tokens]
    places = [0] if low[:2] == ["о", "том"] else []
    last = max((n for n in range(at) if low[n] == ","), default=-1)
    after = next((n for n in range(at, len(low)) if tokens[n].kind == "mark"), len(low))
    if not places or any("nomn" in token.tags and token.tags & {"NOUN", "NPRO"} for token in tokens[last + 1 : after]):
        return None
    return places[0]


def _alone(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].text == "," and tokens[at + 1].text in ",.;" and tokens[at - 2].text not in _SPEECH


def _sayers(inside: Sequence[Token], verb: Token) -> bool:
    """Whether the words have a subject of the verb: чиновники, два источника."""
    counted = any("NUMR" in token.tags for token in inside) and any({"NOUN", "gent"} <= token.tags for token in inside)
    number = {"sing", "plur"} & verb.tags
    return counted or any({"NOUN", "nomn"} <= token.tags and number & token.tags for token in inside)


def answered(held: Held, places: Sequence[Span]) -> bool:
    """Whether a verb of saying stands in the translation that renders no other verb of the original."""
    itself = sum(1 for _ in _ITSELF.finditer(bead_text(held.bead.target)))
    if itself and itself >= attributions(held):
        return True
    for place_ in places:
        if place_.text.lower() in _HEARSAY:
            return True
        own = [
            link
            for link in held.links
            if place_.start <= link.target.start < place_.stop
            and link.strength >= _LINKED
            and "PREP" not in link.source.tags
        ]
        if not own or any(held.evidence.start <= link.source.start < held.evidence.stop for link in own):
            return True
    return False

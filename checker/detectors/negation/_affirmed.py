"""Denied predicates that a sentence without any word of denial affirms: "pleads guilty" for вину не признаёт."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from checker.detectors._negation_words import affirming, words
from checker.detectors._opposites import flipped, opposite
from checker.detectors._viewpoints import led
from checker.detectors.negation._denials import answers, content

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.negation._denials import Denials, Place
    from checker.model import Link, Token

_SURE = 0.7
_OWN = 0.5
"""Strength of a link that joins a predicate to one of the words that affirm it."""
_FIRM = 0.8
"""Strength of a link by which a word renders another than the denied one, or the words beside it their own."""
_RENDERED = 0.88
"""Strength of a link between two negations."""
_BESIDE, _NEAR = 5, 6
"""Words on either side of a predicate, and of the word that affirms it, among which what goes with them stands."""
_TO = 3
"""Words after a modal one among which the "to" of its infinitive stands: managed, the club says, to win; not a draw."""
_BARE = frozenset(["can", "could", "may", "must", "should"])
_LEADS_TO = frozenset(["to", "in", "on", "of"])
_AFTER = 7
"""Words after a modal one among which its infinitive stands."""
_FAR = 10
"""Words before one that affirms in which a condition or a comparison makes it say something else."""
_HARMLESS = frozenset(["but", "any", "ever", "even", "at all", "as yet", "deep", "yet", "other", "and"])
"""Negative words of the weakest kind, which say nothing of the predicate."""
_CONTRARY = re.compile(r"contrary|despite|regardless|nevertheless|nonetheless", re.IGNORECASE)
_AGAINST = re.compile(r"(?<!\w)(?:вопреки|несмотря|невзирая|наперекор|однако|впрочем|хотя)(?!\w)", re.IGNORECASE)
"""What renders them in the original."""
_DENIES = re.compile(
    r"\b(?:yet to|innocen\w*|acquit\w*|myster\w*|strangers?|puzzl\w*|baffl\w*|myth\w*|fiction\w*|pretend\w*|wish\w*"
    r"|lies?|lied|lying|hoax\w*|fak\w+|shy|coy|tight-lipped|evasive|cagey|tired|weary|sick|fed up|enough|shuts?"
    r"|shutting|clos\w+|private|privately|off|away|apart|dark|aside|merely|just|simply|alone|solely|sole|last|surpris\w*"
    r"|astonish\w*|amaz\w*|news|secre\w+|stay\w*|kept|keep\w*|vow\w*|swor\w+|swear\w*|sever\w*|foreign|short|steadfast\w*"
    r"|as far as|instead|free(?:d|ly|dom)?"
    r"|exempt\w*|waiv\w*|un[a-z]+ed)\b|[a-z]less\b",
    re.IGNORECASE,
)
"""Other English words that may deny what stands beside them."""
_OTHERWISE = frozenset(
    ["than", "before", "until", "till", "if", "whether", "unless", "as", "once", "when", "or", "should"]
)
"""English words behind which an affirmed predicate need not be so."""
_UNREAL = re.compile(
    r"(?<!\w)(?:если|чтобы?|хоть|хотя бы|кроме|только|лишь|иначе|бы|ли|разве|едва|чуть|пусть|кабы|столько|сколько|без"
    r"|больше,? чем|скорее|зря|напрасно|мало|никогда еще|так и)(?!\w)",
    re.IGNORECASE,
)
"""Words of the original with which a negation is no plain one, or is put in other words."""
_ARTICLES = frozenset(
    ["a", "an", "the", "this", "that", "these", "his", "her", "its", "their", "our", "my", "your", "of", "no", "some"]
)
_TWINS = frozenset(["не", "нет", "нельзя"])
"""Negations that deny something of their own; никто and ничего only strengthen one."""
_PREDICATES = frozenset({"VERB", "INFN", "PRTS", "PRTF", "ADJS", "ADJF", "PRED", "GRND"})
_OF_A_NOUN = frozenset({"PRTF", "ADJF"})
"""A "that" before what renders one of them begins its clause: goods that meet the standards."""
_ARGUMENTS = frozenset({"NOUN", "NPRO", "ADJF", "INFN", "NUMR"})
_PARTICLES = frozenset(["бы", "же", "и", "уж", "просто", "особо", "больше", "пока"])
_BEFORE_THING = 3
_BEING = frozenset(
    "there contain contains contained has have had hold holds exist exists include includes included".split()  # noqa: SIM905
)
"""What says that there is a thing."""
_PHRASES = frozenset(
    """сомнение выбор равный время сила дело конец отбой предел край секрет тайна разница место желание смысл слово
    покой спасение вопрос проблема препятствие деньги деньга право шанс дорога путь""".split()  # noqa: SIM905
)
"""What there is none of in phrases that English turns: нет сомнений, выбора нет."""


def affirmed(
    theirs: Denials, ours: Denials, links: Sequence[Link], texts: tuple[str, str]
) -> Iterator[tuple[Place, Token, Token]]:
    """Each (place of the negation and its predicate, the predicate, the English word that affirms it)."""
    if not theirs.denied or "?" in texts[1] or _UNREAL.search(texts[0]):
        return
    for negation, head in theirs.denied:
        predicate, infinitive = _predicate(theirs, negation, head)
        if predicate is None and {"NOUN", "gent"} <= head.tags and head.lemma not in _PHRASES:
            word = _there_is(ours, links, head)
            if word is not None and _nothing_denies(theirs, ours, links, (negation, head), texts):
                yield (min(negation.start, head.start), max(negation.stop, head.stop)), head, word
        if predicate is None or not _nothing_denies(theirs, ours, links, (negation, predicate), texts):
            continue
        if infinitive is not None:
            word = _modal(theirs, ours, links, predicate, infinitive)
        else:
            word = _plain(theirs, ours, links, predicate)
        if word is not None and not flipped(*texts) and not _undone(ours, word):
            yield (min(negation.start, predicate.start), max(negation.stop, predicate.stop)), predicate, word


def _undone(ours: Denials, word: Token) -> bool:
    """Whether a word denies by itself, or one right before it does: cannot, do not have."""
    before = [token.start for token in ours.tokens if token.start <= word.start][-_BEFORE_THING:]
    return any(place[0] in before for place in ours.plain)


def _predicate(theirs: Denials, negation: Token, head: Token) -> tuple[Token | None, Token | None]:
    """The listed predicate that a negation denies, and its infinitive where it is a modal one."""
    if negation.text.lower() in ("нельзя", "невозможно"):
        return negation, head
    after = next(
        (one for one in theirs.tokens if one.start > negation.start and one.text.lower() not in _PARTICLES), None
    )
    if after is not None and affirming(after.lemma, modal=True):
        infinitive = head if head is not after else _infinitive(theirs, after)
        if infinitive is not None and infinitive is not after and "INFN" in infinitive.tags:
            return after, infinitive
    listed = head.tags & _PREDICATES and affirming(head.lemma)
    return (head if listed else None), None


def _infinitive(theirs: Denials, modal: Token) -> Token | None:
    """The only infinitive of a clause beside a modal word: проверить это нам не удалось."""
    index = next(number for number, token in enumerate(theirs.tokens) if token.start == modal.start)
    near = theirs.tokens[max(0, index - _NEAR) : index + _BESIDE]
    found = [token for token in near if "INFN" in token.tags]
    return found[0] if len(found) == 1 else None


def _nothing_denies(
    theirs: Denials, ours: Denials, links: Sequence[Link], own: tuple[Token, Token], texts: tuple[str, str]
) -> bool:
    """Whether no word of the translation, however weak, can answer a negation. `own` is that and its predicate."""
    if _DENIES.search(texts[1]):
        return False
    sure = {link.source.start: link for link in links if link.strength >= _SURE}
    taken = _taken(theirs, links, own)
    text = {token.start: token.text.lower() for token in ours.tokens}
    against = _AGAINST.search(texts[0]) is not None
    weak = [place for place in ours.soft if text.get(place[0], "") in words("weak")]
    for place in chain(answers(theirs, ours, sure), weak):
        word = text.get(place[0], "")
        if not (place[0] in taken or word in _HARMLESS or (against and _CONTRARY.match(word))):
            return False
    return True


def _taken(theirs: Denials, links: Sequence[Link], own: tuple[Token, Token]) -> set[int]:
    """Where words of the translation begin that render another negation of the original, or a word it denies not."""
    denied = {token.start for both in theirs.denied for token in both} | {own[1].start}
    mine = {link.target.start for link in links if link.source.start == own[0].start}
    twins = {
        link.target.start
        for link in links
        if link.source.text.lower() in _TWINS and link.source.start != own[0].start and link.strength >= _FIRM
    }
    plain = {
        link.target.start
        for link in links
        if content(link.source)
        and link.strength >= (_RENDERED if link.source.start in denied else _FIRM)
        and link.source.start not in (own[0].start, own[1].start)
    }
    return (twins - mine) | plain


def _behind(theirs: Denials, word: Token) -> Sequence[Token]:
    """The two words after one."""
    index = next((number for number, token in enumerate(theirs.tokens) if token.start == word.start), 0)
    return theirs.tokens[index + 1 : index + 3]


def _modal(theirs: Denials, ours: Denials, links: Sequence[Link], predicate: Token, infinitive: Token) -> Token | None:
    """The word that affirms a modal one, with the counterpart of the infinitive behind it: able to verify."""
    if infinitive.lemma in words("turned"):
        return None
    said = {predicate.start, infinitive.start}
    if not any(link.source.start == infinitive.start and link.strength >= _SURE for link in links):
        said |= {one.start for one in _behind(theirs, infinitive) if "NOUN" in one.tags}  # подавать в отставку: resign
    done = {
        link.target.start
        for link in links
        if link.source.start in said and link.strength >= _SURE and not opposite(infinitive.text, link.target.text)
    }
    for index, token in enumerate(ours.tokens):
        if not _listed(token, affirming(predicate.lemma, modal=True)) or not _stands(ours, index):
            continue
        after = ours.tokens[index + 1 : index + 1 + _AFTER]
        if token.lemma not in _BARE and all(other.text.lower() not in _LEADS_TO for other in after[:_TO]):
            continue
        if any(other.start in done for other in after):
            return token
    return None


def _plain(theirs: Denials, ours: Denials, links: Sequence[Link], predicate: Token) -> Token | None:
    """The word that affirms a predicate: linked to it, or without a link and beside the words that go with it."""
    forms = affirming(predicate.lemma)
    own = {link.target.start: link.strength for link in links if link.source.start == predicate.start}
    taken = {link.target.start for link in links if link.source.start != predicate.start and link.strength >= _FIRM}
    for index, token in enumerate(ours.tokens):
        if token.start in taken or not _listed(token, forms) or not _stands(ours, index):
            continue
        if _noun(ours, index) and not (predicate.tags & _OF_A_NOUN and ours.tokens[index - 1].text.lower() == "that"):
            continue
        if own.get(token.start, 0) >= _OWN:
            return token
        if max(own.values(), default=0) < _FIRM and _accompanied(theirs, ours, links, (predicate, token)):
            return token
    return None


def _there_is(ours: Denials, links: Sequence[Link], thing: Token) -> Token | None:
    """The counterpart of a thing that there is none of, behind a verb that says there is: contains entries."""
    found = [link.target for link in links if link.source.start == thing.start and link.strength >= _SURE]
    starts = {token.start: index for index, token in enumerate(ours.tokens)}
    for token in found:
        index = starts.get(token.start, 0)
        before = [one.text.lower() for one in ours.tokens[max(0, index - _BEFORE_THING) : index]]
        if not _BEING.isdisjoint(before) and _stands(ours, index) and not opposite(thing.text, token.text):
            return token
    return None


def _listed(token: Token, forms: frozenset[str]) -> bool:
    return token.lemma in forms or token.text.lower() in forms


def _stands(ours: Denials, index: int) -> bool:
    """Whether no word before one makes it a condition, a comparison, or something not done."""
    before = [token.text.lower() for token in ours.tokens[max(0, index - _FAR) : index]]
    return _OTHERWISE.isdisjoint(before) and not led(ours.tokens, ours.tokens[index])


def _noun(ours: Denials, index: int) -> bool:
    """Whether an article stands right before a word."""
    return index > 0 and ours.tokens[index - 1].text.lower() in _ARTICLES


def _accompanied(theirs: Denials, ours: Denials, links: Sequence[Link], both: tuple[Token, Token]) -> bool:
    """Whether a word that goes with a predicate is rendered beside the word that affirms it."""
    here = _around(theirs.tokens, both[0], _BESIDE)
    there = _around(ours.tokens, both[1], _NEAR)
    return any(
        link.strength >= _FIRM
        and link.source.start in here
        and link.target.start in there
        and link.source.tags & _ARGUMENTS
        for link in links
    )


def _around(tokens: Sequence[Token], word: Token, reach: int) -> set[int]:
    index = next(number for number, token in enumerate(tokens) if token.start == word.start)
    return {token.start for token in tokens[max(0, index - reach) : index + reach + 1]}

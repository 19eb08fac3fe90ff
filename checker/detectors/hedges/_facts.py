"""Claims, threats, suspicions and questions of the original that the translation makes facts by one verb.

A verb that only claims, rendered by one that proves (утверждает, has proved); a penalty that threatens and has been
imposed (грозит штраф, have been fined); a suspect who is charged; a question being looked into that has been answered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, forms_pattern
from checker.detectors.hedges._kinds import Made
from checker.detectors.hedges._told import told
from checker.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.model import Bead, Link, Token
    from checker.protocols import Context

_SURE = 0.85
_FIRM = 0.9
_CLAIMING = frozenset(
    """утверждать уверять полагать считать предполагать предположить подозревать опасаться надеяться""".split()  # noqa: SIM905
)
_PROVING = frozenset({"prove", "establish", "demonstrate", "confirm", "discover", "ascertain"})
_ASKING = frozenset(
    """устанавливать выяснять проверять разбираться изучать решать расследовать уточнять предстоять
    выяснить установить проверить решить""".split()  # noqa: SIM905
)
_SETTLING = frozenset({"establish", "determine", "find", "prove", "confirm", "conclude", "discover", "ascertain"})
_THREATENING = frozenset({"грозить", "грозиться", "светить"})
_PUNISHED = frozenset({"sentence", "jail", "imprison", "fine", "convict", "deport", "expel", "evict"})
_PENALTIES = frozenset(
    """год лишение свобода срок штраф арест заключение тюрьма колония исправительный наказание депортация выдворение
    отставка дисквалификация увольнение конфискация каторга казнь""".split()  # noqa: SIM905
)
_GIVEN = _PUNISHED | {"give", "hand", "receive", "get", "serve", "punish", "order", "lose", "ban", "disqualify"}
"""Verbs by which somebody has got a penalty."""
_BEEN = frozenset({"been", "was", "were", "got"})
_THREATENED = forms_pattern(
    (
        "fac*", "threat*", "risk*", "could", "may", "might", "would", "should", "if", "liable", "punish*", "possib*",
        "potential*", "likely", "prospect*", "danger", "loom*", "hang*", "carr*", "maximum", "will", "can", "due",
        "fear*", "subject", "store", "stand", "stands",
    )
)  # fmt: skip
_SUSPECTED = forms_pattern(("suspect*", "suspicio*", "alleg*", "believ*", "thought", "presum*", "suppos*", "link*"))
_OPEN = forms_pattern(
    (
        "whether", "if", "unclear", "unknown", "unsure", "undecided", "yet", "question*", "possib*", "potential*",
        "may", "might", "could", "either", "doubt*", "how", "why", "what", "who", "which",
    )
)  # fmt: skip
_NO_QUESTION = frozenset({"вряд", "едва", "мало", "то", "чуть"})
_CLAUSE = 8
"""Words from a verb of threat to what threatens."""


def made_facts(context: Context, bead: Bead) -> Iterator[Made]:
    """What a bead only claims, fears, suspects or asks, and the words by which its translation states it."""
    tokens = [token for span in bead.source for token in context.tokens("ru", span)]
    told = [token for token in tokens if token.lemma in _ALL]
    if not told:
        return
    links = context.links(bead, "ru", "en")
    words = [token for span in bead.target for token in context.tokens("en", span)]
    place = {word.start: number for number, word in enumerate(words)}
    own = {link.source.start: link for link in sorted(links, key=lambda link: link.strength)}
    target = bead_text(bead.target)
    for token in told:
        link = own.get(token.start)
        if link is not None and link.strength >= _SURE and link.target.start in place:
            yield from _proved(tokens, token, link, words)
            yield from _charged(token, link, words, target)
        if token.lemma in _THREATENING and not _THREATENED.ready.search(target):
            yield from _imposed(tokens, token, own, words)
        if token.lemma in _ASKING and not (_OPEN.ready.search(target) or "?" in target):
            yield from _answered(tokens, token, own, words)


_ALL = _CLAIMING | _THREATENING | _ASKING


def _proved(tokens: Sequence[Token], token: Token, link: Link, words: Sequence[Token]) -> Iterator[Made]:
    """ "Has proved that" for утверждает, что; утверждать alone is also to approve."""
    number = tokens.index(token)
    after = [other.text.lower() for other in tokens[number + 1 : number + 3]]
    aside = number > 0 and tokens[number - 1].text.lower() in ("как", ",")
    if link.target.lemma in _PROVING and token.lemma in _CLAIMING and (aside or after == [",", "что"]):
        yield Made("claims", (token, token), _with_auxiliaries(words, link.target), Severity.MAJOR)


def _charged(token: Token, link: Link, words: Sequence[Token], target: str) -> Iterator[Made]:
    """ "Is accused of fraud" for one who is suspected of it; charged or convicted is graver."""
    if token.lemma != "подозревать" or link.strength < _FIRM or _SUSPECTED.ready.search(target):
        return
    if link.target.lemma in ("charge", "convict"):
        yield Made("suspected", (token, token), _with_auxiliaries(words, link.target), Severity.CRITICAL)
    elif link.target.lemma == "accuse" and token.tags & {"VERB", "PRTS"}:  # the accused is no more than a suspect
        yield Made("suspected", (token, token), _with_auxiliaries(words, link.target), Severity.MINOR)


def _imposed(tokens: Sequence[Token], token: Token, own: Mapping[int, Link], words: Sequence[Token]) -> Iterator[Made]:
    """ "Have been fined" for грозит штраф."""
    number = tokens.index(token)
    near = tokens[max(0, number - _CLAUSE) : number + _CLAUSE]
    for noun in near:
        link = own.get(noun.start)
        named = noun is token or ("NOUN" in noun.tags and bool(noun.tags & {"nomn", "accs"}))
        if link is None or link.strength < _SURE or not named:
            continue
        at = words.index(link.target) if link.target in words else 0
        before = {word.text.lower() for word in words[max(0, at - 2) : at]}
        if link.target.lemma in _PUNISHED and link.target.text.lower().endswith("ed") and before & _BEEN:
            yield Made("threatens", (token, token), _with_auxiliaries(words, link.target), Severity.MAJOR)
            return
    if not any(noun.lemma in _PENALTIES for noun in near):
        return
    for at, word in enumerate(words):
        found = told(words, at) if word.lemma in _GIVEN else None
        if found is not None and found[0] == "done":
            yield Made("threatens", (token, token), (words[found[1]], word), Severity.MAJOR)
            return


def _answered(tokens: Sequence[Token], token: Token, own: Mapping[int, Link], words: Sequence[Token]) -> Iterator[Made]:
    """ "The commission established that" for устанавливает, был ли."""
    asked = [n for n, other in enumerate(tokens) if n and other.text.lower() == "ли"]
    asked = [n for n in asked if tokens[n - 1].text.lower() not in _NO_QUESTION]
    link = own.get(token.start)
    made = link.target if link is not None and link.strength >= _SURE else _settling(words)
    if not asked or made is None or made not in words or made.lemma not in _SETTLING:
        return
    at = words.index(made)
    after = [word.text.lower() for word in words[at + 1 : at + 2]]
    if after == ["that"] and made.text.lower() not in _SETTLING:
        yield Made("questioned", (token, token), _with_auxiliaries(words, made), Severity.CRITICAL)


def _settling(words: Sequence[Token]) -> Token | None:
    """The one verb of the translation that settles something."""
    found = [word for word in words if word.lemma in _SETTLING]
    return found[0] if len(found) == 1 else None


_AUXILIARIES = frozenset({"has", "have", "had", "been", "was", "were", "is", "are", "got"})


def _with_auxiliaries(words: Sequence[Token], verb: Token) -> tuple[Token, Token]:
    at = first = words.index(verb)
    while first and words[first - 1].text.lower() in _AUXILIARIES:
        first -= 1
    return words[first], words[at]

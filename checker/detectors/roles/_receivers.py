"""Those to whom something comes, made those from whom it comes: "the judge has been making threats" for в адрес судьи
поступают угрозы, "the company owes money" for труппе должны; and a source that cites the one who cites it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.roles._cases import among
from checker.detectors.roles._clauses import NAMES, bodies
from checker.detectors.roles._parties import nouned, side_of
from checker.detectors.roles._proofs import person

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.roles._rendered import Rendered
    from checker.detectors.roles._reversals import Parts
    from checker.model import Token

_COMING = frozenset(
    """поступить поступать прийти приходить достаться доставаться перейти переходить вернуться возвращаться посыпаться
    сыпаться раздаваться раздаться прозвучать звучать последовать адресовать направить направлять выплатить вручить
    присудить отправить послать передать перечислить выдать предъявить нанести причинить вынести назначить объявить
    зачитать завещать подарить доставить пожертвовать возвратить вернуть выделить предоставить присвоить""".split()  # noqa: SIM905
)
"""Verbs whose subject comes to somebody, and passives of giving."""
_GIVING = frozenset(
    """make send issue give submit offer pay award hand present lend bring deliver grant provide return transfer launch
    pose address inflict cause impose donate bequeath allocate assign charge""".split()  # noqa: SIM905
)
"""What the giver does with it."""
_OWED = frozenset({"должны", "должен", "должна", "задолжали", "обязаны"})
_OWE = frozenset({"owe"})
_ASIDE = 12
_CITING = frozenset({"citing", "quoting", "cites", "quotes", "cited", "quoted"})
_REFERRED = frozenset({"ссылка"})
_NEAR = 6
"""Words from a word of citing to the source."""


def receivers(sentence: Rendered) -> Iterator[Parts]:
    """Receivers who are said to give, and those who are owed said to owe."""
    tokens, words = sentence.tokens, sentence.words
    places = [n for n, token in enumerate(tokens) if _comes(token) or token.text.lower() in _OWED]
    if not places:
        return
    read = nouned(tokens)
    for number in places:
        owed = tokens[number].text.lower() in _OWED
        around = [*side_of(read, number, -1), *side_of(read, number, 1)]
        if owed and any("INFN" in token.tags for token in tokens[number : number + _NEAR]):
            continue
        receiver = _receiver(around)
        named = [one for one in around if "NOUN" in one.tags and (among("nomn", one) or among("accs", one))]
        things = {sentence.surest(one) for one in named if one is not receiver} - {-1}
        if receiver is None or not (things or owed) or any(_gives(one) for one in around):
            continue
        for at, word in enumerate(words):
            if word.lemma not in (_OWE if owed else _GIVING):
                continue
            subject, passive = sentence.said.subject(at)
            mine = sentence.surest(receiver)
            told = owed or any(place in things and not tie for place, tie in sentence.said.behind(at))
            if not passive and told and mine in subject[:3]:
                yield (tokens[number], receiver), (words[mine].start, word.stop)


def _comes(token: Token) -> bool:
    """Whether a verb tells that something comes, or was given, to somebody."""
    if token.lemma not in _COMING:
        return False
    return "PRTS" in token.tags or ("VERB" in token.tags and "tran" not in token.tags)


def _gives(token: Token) -> bool:
    """Whether a word may be the giver, who would tell the verb's subject: somebody in the nominative."""
    return "NOUN" in token.tags and "nomn" in token.tags and "anim" in token.tags


def _receiver(around: Sequence[Token]) -> Token | None:
    """Somebody in the dative, or behind в адрес or на имя."""
    for number, token in enumerate(around):
        somebody = "anim" in token.tags or NAMES & token.tags or token.lemma in bodies()
        if "NOUN" not in token.tags or not somebody:
            continue
        before = around[number - 1] if number else token
        if "datv" in token.tags and ("PREP" not in before.tags or before.text.lower() in ("к", "ко")):
            return token
        if "gent" in token.tags and before.lemma in ("адрес", "имя"):
            return token
    return None


def cited(sentence: Rendered) -> Iterator[Parts]:
    """ "The channel reports, citing the agency" for агентство со ссылкой на канал."""
    tokens, words = sentence.tokens, sentence.words
    at = next((n for n, word in enumerate(words) if word.text.lower() in _CITING), -1)
    place = next((n for n, token in enumerate(tokens) if token.lemma in _REFERRED), -1)
    if at < 0 or place < 0:
        return
    source = next((one for one in tokens[place + 1 : place + 1 + _NEAR] if "NOUN" in one.tags), None)
    if source is None:
        return
    theirs = sentence.surest(source)
    behind = [n for n in range(at + 1, min(len(words), at + 1 + _NEAR)) if words[n].kind == "word"]
    means = [mean for n in behind if (mean := sentence.meant(n)) is not None]
    other = next((one for one in means if one.start != source.start and _cites(one, tokens[place])), None)
    if 0 <= theirs < at and other is not None and not any(one.start == source.start for one in means):
        yield (other, source), (words[theirs].start, words[behind[-1]].stop)


def _cites(token: Token, reference: Token) -> bool:
    """Whether a noun is the one who cites in the original: it stands before the reference."""
    return "NOUN" in token.tags and token.start < reference.start and (person(token) or "nomn" in token.tags)

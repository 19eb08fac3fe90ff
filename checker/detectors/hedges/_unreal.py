"""Conditions, questions and futures of the original that the translation tells as facts.

Such a deal would have cost (обошлась бы) told as "cost"; once for если; how for ли; received for получит.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, forms_pattern
from checker.detectors._linked import strongest
from checker.detectors.hedges._kinds import Made
from checker.detectors.hedges._told import presently, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Bead, Link, Token
    from checker.protocols import Context

_FIRM = 0.8
_SURE = 0.88
"""Strength of the link of a verb that foretells."""
_FORESEES = frozenset(
    "expect predict forecast plan schedule set say tell suppose promise intend project due hope".split()  # noqa: SIM905
)
_WOULD = forms_pattern(
    (
        "would", "wouldn't", "could", "couldn't", "might", "may", "should", "shouldn't", "must", "ought", "if",
        "unless", "were to", "wish*", "otherwise", "without", "will", "won't", "can", "cannot", "can't", "want*",
        "like to", "'d", "hope*", "hoping", "as though", "likely", "possib*", "perhaps", "probabl*", "potential*",
        "whether", "imagin*", "suppos*", "rather", "better", "propos*", "call* for", "suggest*", "demand*", "ask*",
        "desir*", "seem*", "appear*", "apparent*", "hypothet*", "need* to", "whatever", "whoever", "wherever",
        "however", "no matter", "able", "allow*", "enabl*", "let", "lets", "look* like", "dream*", "prefer*", "?",
        "fear*", "threat*", "going to", "risk*", "pretend*", "in case", "had it not", "but for", "i'd", "plan*",
        "intend*", "expect*", "in theory", "had they", "had he", "had she", "had the", "claim*", "alleg*",
        "supposedly", "as it were", "as if", "sort of", "kind of", "keen", "time for",
    )
)  # fmt: skip
_NO_CONDITION = frozenset(
    """если как вроде будто хотя лишь только чтобы кто что какой какая какое какие каким где куда сколько когда ни
    словно кабы хоть якобы чем нет пусть""".split()  # noqa: SIM905
)
"""Words of its clause with which бы says something else than what would be."""
_WISHED = frozenset({"хотеть", "хотеться", "мочь", "желать", "следовать", "стоить", "быть", "казаться", "мечтать"})
_BREAKS = frozenset(",;:—–.!?()«»")
_REACH = 4
_RELATED = 9
"""Words before бы among which a который makes it one of what is wanted: которые, зайдя раз, остались бы."""

_IF = forms_pattern(
    (
        "if", "unless", "should", "in case", "provided", "providing", "in the event", "in the case", "were",
        "whether", "when", "whenever", "assuming", "as long as", "so long as", "suppose", "supposing", "without",
        "otherwise", "where", "wherever", "those who", "anyone", "but for", "on condition", "would", "depend*",
        "subject to", "in .. event", "failing",
    )
)  # fmt: skip
_TEMPORAL = re.compile(
    r"(?:^|[,;—–-]\s|[.!?]\s|\band\s|\bthat,?\s)(once|after|since|because|now that|as soon as)\s", re.I
)
_WHEN = frozenset(
    """когда после поскольку раз однажды едва пока потому ведь так тех затем спустя через из-за благодаря из-под ибо
    впоследствии некогда когда-то""".split()  # noqa: SIM905
)
_ASKED = frozenset(
    """проверять проверить проверяться выяснять выяснить устанавливать установить узнать узнавать неизвестно неясно
    понять понимать решать решить спросить спрашивать уточнить уточнять определить определять обсудить обсуждать
    сомневаться гадать сообщать сообщаться знать изучать изучить исследовать оценить оценивать разбираться
    разобраться спорить зависеть вопрос интересоваться поинтересоваться рассматривать рассмотреть непонятно
    проверка убедиться расследовать следить ждать раздумывать думать задаваться неизвестный непонятный неясный
    сказать уточняться""".split()  # noqa: SIM905
)
_NO_QUESTION = frozenset({"вряд", "едва", "мало", "то", "чуть", "навряд", "шутка"})
_WHETHER = forms_pattern(
    (
        "whether", "if", "?", "may", "might", "could", "would", "possib*", "perhaps", "doubt*", "question*",
        "unclear", "suspect*", "alleg*", "or not", "check* for", "look* for", "wonder*", "likely", "likelihood",
        "potential*", "test* for", "chance*", "sure", "unsure", "unknown", "uncertain*", "possible", "probab*",
        "depend*", "suspicion*", "any", "anyone", "anything", "either", "should", "ever", "can", "will", "sign* of",
        "evidence of", "role", "involve*", "complic*", "connection", "link", "links", "presum*", "hypoth*", "theor*",
        "legality", "validity", "compliance", "complies", "comply", "need for", "existence", "presence", "ensure",
        "make sure", "making sure", "verify that", "verifying that", "check that", "see that", "safety", "extent",
        "to see", "feasib*", "legitim*", "justif*", "seem*", "appear*", "confirm", "plausib*", "authentic*",
        "accura*", "appropriate*", "lawful*", "not known", "n't known", "not clear", "n't clear", "n't know",
        "not know",
    )
)  # fmt: skip
_ASKS = frozenset("как почему зачем что кто где когда какой сколько насколько откуда куда чей".split())  # noqa: SIM905
_CONDITIONAL = frozenset({"когда", "если", "пока", "после", "прежде", "до", "кто", "что", "чтобы", "раз", "едва", "ли"})
_FUTURE = forms_pattern(("will", "won't", "would", "wouldn't", "shall", "going to", "'ll", "'d", "to be", "if"))
_TOGETHER = re.compile(r"\bwill be\b[^.;:!?]*\b(?:and|or)\b[^.;:!?,]{0,20}$", re.IGNORECASE)
"""Before the second participle of one "will": will be moved and then operated on."""
_SECURED = re.compile(
    r"\b(?:guarantee\w*|ensur\w+|insur\w+|mak(?:e|es|ing) sure|made sure|see to it|so that|in order that|certain"
    r"|until|till|when|once|unless|before|after|as soon as|as long as|hop\w+)\b[^.;:!?]*$",
    re.IGNORECASE,
)
"""Behind these the present tells what will be: to guarantee that it stays."""
_DEED_AHEAD = re.compile(
    r"(?<!\w)(?:ожида|план|обещ|пообещ|рассчит|надее|надея|прогноз|намер|собира|предполага|вероятн|возможн|предсто|будущ"
    r"|следующ|завтра|скоро|вскоре|готов|предсказ|гарантир|обяз|обяж)",
    re.IGNORECASE,
)


def unreal(context: Context, bead: Bead) -> Iterator[Made]:
    """What a bead only imagines, asks or foresees, and the words by which the translation states it."""
    tokens = [token for span in bead.source for token in context.tokens("ru", span)]
    low = [token.text.lower() for token in tokens]
    asked = {"бы", "б", "если", "ли", "случае"}.intersection(low)
    ahead = _ahead(tokens)
    if not asked and not ahead:
        return
    words = [token for span in bead.target for token in context.tokens("en", span)]
    target = bead_text(bead.target).replace("’", "'")
    links = context.links(bead, "ru", "en")
    if "бы" in asked or "б" in asked:
        yield from _imagined(tokens, words, target, links)
    if asked & {"если", "случае"}:
        yield from _once(tokens, words, target)
    if "ли" in asked:
        yield from _wondered(tokens, low, target)
    for token in ahead:
        yield from _foretold(tokens, token, words, target, links)


def _imagined(tokens: Sequence[Token], words: Sequence[Token], target: str, links: Sequence[Link]) -> Iterator[Made]:
    """ "Cost" for обошлась бы, where nothing in the translation says that it is only thought."""
    if _WOULD.ready.search(target) or any(token.text == "?" for token in tokens):
        return
    for number, token in enumerate(tokens):
        if token.text.lower() not in ("бы", "б"):
            continue
        clause = _clause(tokens, number)
        related = [*clause, *tokens[max(0, number - _RELATED) : number]]
        if any(other.text.lower() in _NO_CONDITION for other in clause) or any(
            other.lemma == "который" for other in related
        ):
            continue
        near = tokens[max(0, number - _REACH) : number + 1 + _REACH]
        verbs = [other for other in near if {"VERB", "past"} <= other.tags and other in clause]
        if verbs and verbs[0].lemma not in _WISHED:
            yield Made("imagined", (token, token), _fact(verbs[0], words, links))
            return


def _fact(verb: Token, words: Sequence[Token], links: Sequence[Link]) -> tuple[Token, Token] | None:
    """The verb of the translation for one of the original, from its first auxiliary on."""
    place = {word.start: number for number, word in enumerate(words)}
    own = [link for link in links if link.source.start == verb.start and link.strength >= _FIRM]
    for link in own:
        at = place.get(link.target.start)
        found = told(words, at) if at is not None else None
        if at is not None and found is not None:
            return words[found[1]], words[at]
    return None


def _clause(tokens: Sequence[Token], number: int) -> Sequence[Token]:
    first = next((n + 1 for n in range(number - 1, -1, -1) if tokens[n].text in _BREAKS), 0)
    last = next((n for n in range(number, len(tokens)) if tokens[n].text in _BREAKS), len(tokens))
    return tokens[first:last]


def _once(tokens: Sequence[Token], words: Sequence[Token], target: str) -> Iterator[Made]:
    """ "Once the court upholds" for если, where no "if" or the like is in the translation."""
    found = _TEMPORAL.search(target)
    if found is None or _IF.ready.search(target) or any(token.text.lower() in _WHEN for token in tokens):
        return
    token = next((token for number, token in enumerate(tokens) if _conditional(tokens, number)), None)
    if token is None:
        return
    first = next((n for n, word in enumerate(words) if word.text.lower() == found[1].split()[0].lower()), None)
    if first is not None:
        yield Made("conditional", (token, token), (words[first], words[min(first + 2, len(words) - 1)]))


def _conditional(tokens: Sequence[Token], number: int) -> bool:
    """Whether a condition begins here: если, в случае победы."""
    low = [token.text.lower() for token in tokens[max(0, number - 1) : number + 2]]
    if low[-2:-1] == ["случае"] and number and low[0] == "в":
        return number + 1 < len(tokens) and "gent" in tokens[number + 1].tags
    return tokens[number].text.lower() == "если" and low[:1] != ["как"]  # как если бы: as if they were


def _wondered(tokens: Sequence[Token], low: Sequence[str], target: str) -> Iterator[Made]:
    """ "How" for ли, or a question that is none any more."""
    if _WHETHER.ready.search(target) or "?" in target:
        return
    for number, token in enumerate(tokens):
        if token.text != "ли" or not number or low[number - 1] in _NO_QUESTION:
            continue
        if any(before.lemma in _ASKED for before in tokens[max(0, number - 9) : number]) and _ASKS.isdisjoint(low):
            yield Made("asked", (token, token))
            return


def _ahead(tokens: Sequence[Token]) -> list[Token]:
    """Verbs of the future that no conjunction governs: получит, будет защищать."""
    found = []
    for number, token in enumerate(tokens):
        # реализует may be the present as well
        if not {"VERB", "futr"} <= token.tags or token.lemma.endswith(("изовать", "ировать")):
            continue
        clause = _clause(tokens, number)
        if any(other.text.lower() in _CONDITIONAL for other in clause if other.start < token.start):
            started = [other.text.lower() for other in clause if other.text.lower() in _CONDITIONAL]
            if started != ["что"]:
                continue
        if token.lemma == "быть":
            deed = [other for other in clause if other.start > token.start and "INFN" in other.tags][:1]
            found.extend(deed)
        else:
            found.append(token)
    return found


def _foretold(
    tokens: Sequence[Token], deed: Token, words: Sequence[Token], target: str, links: Sequence[Link]
) -> Iterator[Made]:
    """ "Received" for получит, where the sentence speaks of plans and hopes."""
    if not any(_DEED_AHEAD.match(token.text) for token in tokens):
        return
    place = {word.start: number for number, word in enumerate(words)}
    own = strongest(links, deed)
    if own is None or own.strength < _SURE or own.target.start not in place or own.target.lemma in _FORESEES:
        return
    at = place[own.target.start]
    found = told(words, at)
    first = (
        found[1]
        if found is not None and found[0] == "done"
        else at
        if _vowed(tokens) and presently(words, at)
        else None
    )
    stop = words[at].start - words[0].start
    near = target[max(0, stop - 40) : stop]
    secured = words[first].text.lower() in ("is", "are") or presently(words, at) if first is not None else False
    if (
        first is None
        or _FUTURE.ready.search(near)
        or (first == at and _TOGETHER.search(target[:stop]))
        or (secured and _SECURED.search(target[:stop]))
    ):
        return
    yield Made("foretold", (deed, deed), (words[first], words[at]))


def _vowed(tokens: Sequence[Token]) -> bool:
    return any(token.lemma in ("обещать", "пообещать", "гарантировать") for token in tokens)

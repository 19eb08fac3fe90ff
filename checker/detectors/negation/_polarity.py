"""Reversals that a count of negations does not see: a double negation rendered by one, "everyone" for никто."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, cues, located
from checker.detectors._negation_words import vague
from checker.detectors._opposites import flipped, opposite
from checker.detectors.negation._everyone import sole
from checker.detectors.negation._unsaid import waits, wonders

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Bead, Link, Pair, Span

_SURE = 0.6
_NEGATIVE_RU = (
    r"запре\w+|отрица\w+|опроверг\w*|отказ(?:а|ы)\w+|откаж\w+|отверг\w*|отклон\w+|отмен\w+|исключ\w+|возра(?:жа|зи)\w+"
    r"|сомнева\w+|скр(?:ыва|ы|ое|ою)\w+|прекра\w+|перестал\w*|перестан\w+|переста[её]\w+|забыл\w*|забы(?:ва\w+|ть)|забуд\w+"
    r"|(?:по)?меша\w+|препятств\w+|лиш(?:а|и)\w+|сорвал\w*|провали\w+|осужда\w+|осудил\w*|бойкотир\w+|оспор\w+|оспари\w+"
    r"|отверн\w+|отвора\w+|(?:при)?останов\w+|(?:за|раз)?блокир\w+|отозва\w+|отзыва\w+|отлож\w+|задерж\w+|покин\w+"
    r"|(?:по)?теря\w+|проигр\w+|избе(?:жа|га)\w+|пропусти\w*|исчез\w*|закры\w+|извин\w+|(?:по)?жале\w+|уволи\w+|отстран\w+"
    r"|ослуша\w+|распусти\w+"
    r"|брос(?:ил|ит|ят)\w*|помилова\w+|освобо(?:ди|жда)\w+|отстав\w+|опозда\w+|уменьши\w+|пострада\w+|погиб\w*"
)
_NEGATIVE_EN = re.compile(
    r"(?:forb[aio]\w+|bans?|banned|banning|prohibit\w*|den(?:y|ie[sd]|ying)|refut\w+|disprov\w+|refus\w+|reject\w*|declin\w+"
    r"|cancel\w*|exclud\w+|rule[sd]?|ruling|object\w*|doubt\w*|hid(?:e[s]?|ing|den)?|conceal\w*|stop\w*|ceas\w+|forg[eo]t\w*"
    r"|prevent\w*|hinder\w*|hamper\w*|interfer\w+|depriv\w+|disrupt\w*|fail\w*|condemn\w*|boycott\w*|disput\w+|contest\w*"
    r"|turn(?:s|ed|ing)?|halt\w*|suspend\w*|block\w*|withdr[ae]w\w*|recall\w*|revok\w+|overturn\w*|quash\w*|annul\w*|abolish\w*"
    r"|postpon\w+|delay\w*|abandon\w*|quit|left|leav\w+|los[te]\w*|losing|avoid\w*|escap\w+|miss(?:e[sd]|ing)?|disappear\w*"
    r"|vanish\w*|clos(?:e[sd]?|ing)|shut\w*|apologi[sz]\w+|regret\w*|dismiss\w*|fired|sack\w*|disband\w*|drop\w*|lag\w*"
    r"|disobey\w*|def(?:y|ie[sd]|ying))"
)
_MODAL_RU = (
    r"(?:с?мо[гж]\w*|(?:за)?хо(?:те|ч|тя)\w+|стал\w*|стан[еу]\w*|собира\w+|намерен\w*|вправе|имел\w* права|решил\w*)"
)
_DOUBLED = re.compile(
    rf"(?<!\w)(?<!едва )(?<!чуть )(?<!чуть ли )н[еи]\s+(?:{_MODAL_RU}\s+)?({_NEGATIVE_RU})(?!\w)", re.IGNORECASE
)
_NO_DENIAL = re.compile(r"(?<!\w)(?:разве|чтобы|как бы|лишь бы|только бы|если бы)(?:\s+\w+){0,4}\s+$", re.IGNORECASE)
"""Before a не that is answered otherwise: so as to avoid (чтобы не)."""
_MUST = re.compile(
    r"(?<!\w)(?:не\s+(?:с?мо[гж]\w*|вправе|име\w+\s+права)|нельзя|невозможно)\s+(?:(?:было|будет)\s+)?не\s+(\w+)",
    re.IGNORECASE,
)
_MUST_FRONTED = re.compile(
    r"(?<!\w)не\s+(\w{2,}(?:ть|ти|чь)(?:ся|сь)?)(?:\s+[\w«»-]+){0,6}?"
    r"\s+(?:не\s+(?:с?мо[гж](?!ут\s+ли)\w*|вправе|име\w+\s+права)|нельзя|невозможно)(?!\w)",
    re.IGNORECASE,
)
"""The same with the infinitive in front: не подписать он не мог."""
_CANNOT = re.compile(
    r"\b(?:(?:cannot|can not|can['’]t|could not|couldn['’]t|may not) (?:be |simply |also |have )?"
    r"|(?:impossible|no right|not have the right|n['’]t have the right|unable|no longer able) to (?:be )?)$",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"(?<!\w)(?:без\s.{2,60}?\sне\s+об(?:ош|ой|ход)\w+|не\s+об(?:ош|ой|ход)\w+\s+без)(?!\w)", re.IGNORECASE
)
_NO_ONE = "никто|никого|никому|никем|ничто|ничего|ничему|ничем|никогда|нигде"
_NOBODY = re.compile(
    rf"(?<!\w)(?:{_NO_ONE}|ни\s+од(?:ин|н\w+))(?!\w)(?=.*(?<!\w)не(?!\w))"
    rf"|(?<!\w)не(?!\w)(?=.*(?<!\w)(?:{_NO_ONE}|ни\s+од(?:ин|н\w+))(?!\w))",
    re.IGNORECASE,
)
_WITHOUT_NOT = re.compile(r"(?<!\w)не\s+\w+(?:\s+\w+){0,3}\s+(?:без|кроме)(?!\w)", re.IGNORECASE)
"""Two negations of one clause: никто не ушел без подарка, "everyone left with a present"."""
_NOBODY_AT_ALL = re.compile(
    rf"(?<!\w)(?:{_NO_ONE}|нич(?:ей|ь[яеюи]|ьего|ьему|ьей|ьим|ьих)|ни\s+од(?:ин|н\w+))(?!\w)",
    re.IGNORECASE,
)
_SOMEONE = re.compile(
    r"(?<!\w)(?:(?:someone|somebody)['’]s|(?:someone|somebody|something|somewhere|anyone|anybody|anything|anywhere)"
    r"(?![\w'’]))"
)
_NONE_OF_IT = re.compile(
    r"(?<!\w)(?:никак(?:ой|ая|ое|ие|ого|ому|ую|их|им|ими)|ни\s+(?:о|в|на|с|к|за|у|от|из)\s+как\w+)(?!\w)"
)
_SOME = re.compile(r"(?<!\w)(?:some|certain) (?!of\b|way|sense|extent|degree|time|kind|sort|point)[a-z]{3,}")
TWICE = re.compile(
    r"(?<!\w)(?:no (?!one|doubt|matter|longer|less|more|fewer|sooner|wonder|way|reason|excuse)[a-z]+|no one|nobody"
    r"|nothing|(?:none|neither) of (?:the |them |us )?[a-z]*|neither [a-z]+"
    r"|not (?:a single|one) (?:[a-z]+ ){0,3}[a-z]+)"
    r" (?:(?:would|could|did|does|do|had|has|have|was|were|is|are|can|will)(?: not|n['’]t)|cannot)"
    r" (?:yet |ever )?(?:been )?[a-z]+",
    re.IGNORECASE,
)
"""Two negations of one verb, as Russian has them: "no device would not have caught"."""
_RELATIVE = re.compile(r"\b(?:who|whom|which|that|when|where|why|but)\b", re.IGNORECASE)
"""Words between two negations that make two clauses of them: not a day when we do not remember."""
_DENIED = re.compile(r"(?<!\w)не\s+(?:(?:был|будет|мо[гж]|смог|хо[тч]|стал)\w*\s+)?(\w+)", re.IGNORECASE)
_SELF = 0.86
"""Strength of a link between a verb that one alone did not do and the verb that says it was done."""
_SOLE_REACH = 60
"""Characters before a verb in which an "only" says who did it."""
_ALONE = re.compile(r"\b(?:only|sole|lone|just)\b", re.IGNORECASE)
"""What says that one alone did what the original says he alone did not."""
_ITSELF = 0.8
"""Strength of a link between a denied word and its own counterpart."""
_NOT_ONLY = re.compile(r"(?<!\w)не\s+(?:только|просто)(?!\w)", re.IGNORECASE)
_ONLY = re.compile(
    r"(?<!\w)(?:only|just|simply|merely)(?!\w)"
    r"(?! (?:a |the |in |one |tip )*(?:part(?:s|ly|ial\w*)?|half|halves|some\w*|side|aspect|element|reason|factor|cause"
    r"|piece|fraction|start|beginning|tip|first|latest|so|symptom|layer|component|ingredient|dimension|chapter|episode"
    r"|of (?:the )?(?:many|several))\b)(?! one (?:of|among)\b)"
)
"""Alone, or no more than: "only a part of it" says itself that there is more."""
_ONLY_RU = re.compile(r"(?<!\w)(?<!не )(?:только|лишь|всего|просто)(?!\w)", re.IGNORECASE)
"""An "only" of the original's own."""
_MORE = re.compile(r"\b(?:also|too|as well|but|more than|beyond|besides|both|addition|alone|even|far from|hardly)\b")
_EVERYONE = re.compile(
    r"(?<!\w)(?<!\bat )(?<!\bafter )(?<!\babove )(?<![eor]st of )(?!all (?:he|she|it|they|we|you|i|there|that)\b)"
    r"(?:(?:everyone|everybody|everything|everywhere|always)|(?:every|all|each)(?: of)?(?: the)? [a-z]+)(?!\w)",
    re.IGNORECASE,
)
_ANY = re.compile(r"\b(?:any(?:thing|one|body|where)?|ever|since)\b", re.IGNORECASE)
"""Words that stand with a negation, however it is put: it has been a while since you wrote anything."""
_SINCE = re.compile(r"\b(?:since|before|than|if|whether|until|too)\b", re.IGNORECASE)
"""Words after which "any" says no more than that."""
_WHOLE = frozenset({"весь", "каждый", "всякий", "все", "всегда", "везде", "любой"})
_AVOIDED = re.compile(
    rf"\b(?:{_NEGATIVE_EN.pattern}|without|lack\w*|except|avoid\w*|miss\w*|absent|absence|ignor\w+|unaware|silen\w+|abstain\w*"
    r"|impossib\w+|un\w+(?:ed|able|ible)|but|unless|hardly|away|least|withh\w+|spare\w*|surviv\w+|intact|safe\w*|free"
    r"|l(?:ied|ies|ying)|wrong\w*|fals\w+|fak\w+|doom\w+|hopeless\w*|surpris\w+|against|guess\w*|in the dark|dead|idle"
    r"|asleep|quiet\w*|shun\w*|steer\w*|clear of|evad\w+|elud\w+|dodg\w+|spurn\w*|snub\w*|at bay|off|out of)\b",
    re.IGNORECASE,
)
_HARM = re.compile(r"(?:escap|avoid|surviv|miss|left|leav|dodg|evad)\w*", re.IGNORECASE)
"""Verbs that say that harm was not done: "escaped unhurt" for не пострадал."""
_HARMED = re.compile(
    r"н[еи]\s+(?:пострада|погиб|лиш|потеря|теря|проигр|опозда|уволи|отстран|задерж|останов|осужд)", re.IGNORECASE
)
_UNHURT = re.compile(
    r"\b(?:un(?:hurt|\w+ed|broken|seen|known|aware)|alive|intact|safe(?:ly)?|scot-free|empty-handed|in one piece"
    r"|in peace|gone|vanish\w*|dispel\w*|at rest|at an end)\b",
    re.IGNORECASE,
)
"""Words right behind a verb by which it says that nothing happened: "left intact", "got away unscathed"."""
_UNDONE = re.compile(
    r"without|hardly|unlikel|unable|fail|refus|un\w+ed|avoid|escap|spare|declin|reluct|unwill|imposs|powerless|vain|tried|tries"
    r"|struggl|too |\blest\b|\bloath|hesita|dissuad|discourag|\b(?:who|how) (?:can|could|would|will|dares?) ",
    re.IGNORECASE,
)
"""Words before a verb that say it was not done."""
_BE = re.compile(r" (?:[\w'’]+ ){1,3}(?:be|alone|in peace|untouched|undisturbed|intact)\b", re.IGNORECASE)
"""After "leave": not to trouble."""
_CLAUSE = re.compile(r"[;:.!?]| but | although | while ")
_HELPED = frozenset(
    {"ignore", "overlook", "miss", "fail", "help", "but", "deny", "avoid", "resist", "refuse", "forget", "disagree"}
)


def reversals(pair: Pair, bead: Bead, links: Sequence[Link]) -> Iterator[tuple[Span, Span]]:
    """Each (span of the translation, evidence in the original)."""
    if pair.source is None:
        return
    source, target = bead_text(bead.source).replace("ё", "е"), bead_text(bead.target)
    for match in _DOUBLED.finditer(source):
        before = source[: match.start()]
        if _NO_DENIAL.search(before) or waits(before, target) or wonders(source, match.start()):
            continue
        link = _link(pair, bead, links, match, 1)
        if link and _HARMED.match(match.group()) and _HARM.fullmatch(link.target.text):
            continue
        if link is None or any(one.target == link.target and one.strength > link.strength for one in links):
            continue  # "may leave" renders the уедет of не исключает, что уедет
        if _NEGATIVE_EN.fullmatch(link.target.text.lower()) and not _denied_around(pair, link):
            yield pair.translation.span(link.target.start, link.target.stop), _place(pair, bead, match)
    for match in (*_MUST.finditer(source), *_MUST_FRONTED.finditer(source)):
        link = _link(pair, bead, links, match, 1)
        before = pair.translation.text[max(0, link.target.start - 28) : link.target.start] if link else ""
        cannot = _CANNOT.search(before)
        if link and cannot and link.target.lemma not in _HELPED:
            start = link.target.start - len(cannot.group())
            yield pair.translation.span(start, link.target.stop), _place(pair, bead, match)
    yield from _sole(pair, bead, links, (source, target))
    yield from _plain_reversals(pair, bead, links, (source, target))


def _sole(pair: Pair, bead: Bead, links: Sequence[Link], texts: tuple[str, str]) -> Iterator[tuple[Span, Span]]:
    """ "The only one to sign" for не подписал лишь он."""
    known, (source, target) = cues("negation", "en"), texts
    if not _ALONE.search(target) or known.any(target, "plain", "verb"):
        return
    for match, group in sole(source):
        link = _link(pair, bead, links, match, group)
        if link is None or "VERB" not in link.source.tags or link.strength < _SELF:
            continue
        before = pair.translation.text[max(0, link.target.start - _SOLE_REACH) : link.target.start]
        alone = list(_ALONE.finditer(before))
        clear = alone and not _CLAUSE.search(before, alone[-1].end()) and not _AVOIDED.search(before)
        if clear and not opposite(link.source.text, link.target.text) and not _AVOIDED.fullmatch(link.target.text):
            yield pair.translation.span(link.target.start, link.target.stop), _place(pair, bead, match)


def _plain_reversals(
    pair: Pair, bead: Bead, links: Sequence[Link], texts: tuple[str, str]
) -> Iterator[tuple[Span, Span]]:
    """не обошлось без rendered by "without" alone, никто by "everyone" or "someone", не только by "only"."""
    known, (source, target) = cues("negation", "en"), texts
    match, found = _NOBODY.search(source), TWICE.search(target)
    if match and found and "," not in found.group() and not _RELATIVE.search(found.group()):
        yield located(pair.translation, bead.target, found.start(), found.end()), _place(pair, bead, match)
        return
    if known.any(target, "plain"):
        return
    match = _WITHOUT.search(source)
    found = re.search(r"\bwithout\b(?: \w+){0,3}", target)
    if match and found:
        yield located(pair.translation, bead.target, found.start(), found.end()), _place(pair, bead, match)
    for one, other, excused in (
        (_NOBODY, _EVERYONE, _AVOIDED),
        (_NOBODY_AT_ALL, _SOMEONE, _AVOIDED),
        (_NONE_OF_IT, _SOME, _AVOIDED),
        (_NOT_ONLY, _ONLY, _MORE),
    ):
        match, found = one.search(source), other.search(target)
        if match and found and not excused.search(target):
            if one is _NOT_ONLY and _ONLY_RU.search(source):
                continue
            if one is not _NOT_ONLY and not _affirmed(pair, bead, links, source):
                continue
            if other is _SOMEONE and found.group().startswith("any") and _SINCE.search(target):
                continue
            if other is _EVERYONE and (
                _WITHOUT_NOT.search(source)
                or _ANY.search(target)
                or _every(pair, bead, links, found)
                or flipped(source, target)
            ):
                continue
            yield located(pair.translation, bead.target, found.start(), found.end()), _place(pair, bead, match)
            return


def _every(pair: Pair, bead: Bead, links: Sequence[Link], found: re.Match[str]) -> bool:
    """Whether "all" stands for an "all" of the original."""
    span = located(pair.translation, bead.target, found.start(), found.end())
    return any(
        link.source.lemma in _WHOLE and span.start <= link.target.start < span.stop and link.strength >= _SURE
        for link in links
    )


def _affirmed(pair: Pair, bead: Bead, links: Sequence[Link], source: str) -> bool:
    """Whether what nobody does stands in the translation as itself; "everyone agrees" for никто не спорит."""
    denied = (_link(pair, bead, links, match, 1) for match in _DENIED.finditer(source))
    return any(
        link
        and link.strength >= _ITSELF
        and not opposite(link.source.text, link.target.text)
        and not vague(link.source, link.target)
        and _as_negative(link.source.text, link.target.text)
        for link in denied
    )


def _as_negative(theirs: str, ours: str) -> bool:
    """Whether a verb of refusing, losing or forgetting is still one; denied, it may well be put by its opposite."""
    refuses = re.fullmatch(_NEGATIVE_RU, theirs.lower().replace("ё", "е"))
    return (
        refuses is None
        or _HARMED.match(f"не {theirs.lower()}") is not None
        or _NEGATIVE_EN.fullmatch(ours.lower()) is not None
    )


def _place(pair: Pair, bead: Bead, match: re.Match[str]) -> Span:
    document = pair.source.source if pair.source else pair.translation
    return located(document, bead.source, match.start(), match.end())


def _link(pair: Pair, bead: Bead, links: Sequence[Link], match: re.Match[str], group: int) -> Link | None:
    """The surest link of a group of a match in the original."""
    document = pair.source.source if pair.source else pair.translation
    start = located(document, bead.source, match.start(group), match.end(group)).start
    own = [link for link in links if link.source.start == start and link.strength >= _SURE]
    return max(own, key=lambda link: link.strength, default=None)


def _denied_around(pair: Pair, link: Link) -> bool:
    """Whether the clause of the translation denies before a word of it, or right after ("lost no match")."""
    text, word = pair.translation.text, link.target
    if word.text.lower().startswith(("leav", "left")) and _BE.match(text, word.stop):
        return True
    before = _CLAUSE.split(text[max(0, word.start - 60) : word.start])[-1]
    after = _CLAUSE.split(text[word.stop : word.stop + 20])[0]
    if _UNHURT.search(_CLAUSE.split(text[word.stop : word.stop + 40])[0]):
        return True
    return any(cues("negation", "en").any(clause, "plain") for clause in (before, after)) or bool(
        _UNDONE.search(before)
    )

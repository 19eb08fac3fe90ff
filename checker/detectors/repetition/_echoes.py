"""Two conjuncts that fell together, and a stem said twice within a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Category, Finding, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors._evidence import Evidence
    from checker.model import Pair, Span, Token

REP002 = Rule(
    "REP002",
    "echoed-conjunct",
    Category.LINGUISTIC,
    Severity.MAJOR,
    "Both sides of an and or an or are the same word: two words of the original have fallen together.",
    "The decision was taken hastily and hastily.",
    "The decision was taken hastily and without thought.",
    Needs.BETTER_WITH_SOURCE,
    explanation="Silent on idioms (again and again), on emphatic verbs, and where the original repeats too.",
)
REP003 = Rule(
    "REP003",
    "stem-echo",
    Category.STYLE,
    Severity.MINOR,
    "A word and its derivative stand side by side.",
    "The country has a choice to choose.",
    "The country has a right to choose.",
    explanation="Only a noun with the infinitive of its own verb, a verb with an object of its own stem (estimates the "
    "estimated sum), and an adjective before a noun of its own stem.",
)
_JOINTS = frozenset({"and", "or", "nor", "but"})
_ARTICLES = frozenset(
    """the a an his her its their our my your of to in on for with by from at this that""".split()  # noqa: SIM905
)
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "this"})
_DENYING = frozenset({"not", "n't", "never"})
"""What sets the second half apart: those who should or should not be treated."""
_KINDRED = frozenset(
    {
        ("choice", "choose"), ("speech", "speak"), ("belief", "believe"), ("proof", "prove"), ("loss", "lose"),
        ("sale", "sell"), ("flight", "fly"), ("growth", "grow"), ("thought", "think"), ("departure", "depart"),
        ("arrival", "arrive"), ("decision", "decide"), ("permission", "permit"), ("obligation", "oblige"),
        ("intention", "intend"), ("proposal", "propose"), ("refusal", "refuse"), ("threat", "threaten"),
        ("agreement", "agree"), ("readiness", "ready"), ("ability", "able"), ("desire", "desire"), ("wish", "wish"),
        ("plan", "plan"), ("attempt", "attempt"), ("promise", "promise"), ("demand", "demand"),
        ("preparation", "prepare"), ("defence", "defend"), ("defense", "defend"), ("invitation", "invite"),
        ("recommendation", "recommend"), ("explanation", "explain"), ("discussion", "discuss"),
        ("statement", "state"), ("request", "request"), ("appeal", "appeal"), ("order", "order"),
        ("help", "help"), ("need", "need"), ("opportunity", "opportune"), ("possibility", "possible"),
    }
)  # fmt: skip
"""A noun and its verb where spelling does not show it, and the commonest where it does."""
_STEM = 6
"""Letters that two words must share at the start to be called kin: below it chance is the rule."""


def _echo(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """First token and end of ``X and X`` around the joint at `at`; X has one to three words."""
    for width in (3, 2, 1):
        first, last = at - width, at + 1 + width
        if first < 0 or last > len(tokens):
            continue
        left, right = tokens[first:at], tokens[at + 1 : last]
        if any(token.kind != "word" for token in (*left, *right)):
            continue
        if all(one.text.lower() == two.text.lower() for one, two in zip(left, right, strict=True)):
            return first, last
    return None


def conjuncts(pair: Pair, tokens: Sequence[Token], evidence: Evidence, idioms: frozenset[str]) -> Iterator[Finding]:
    """REP002: ``X and X`` that no idiom and no original explains."""
    for at, token in enumerate(tokens):
        if token.text.lower() not in _JOINTS:
            continue
        place = _echo(tokens, at)
        if place is None:
            continue
        span = pair.translation.span(tokens[place[0]].start, tokens[place[1] - 1].stop)
        found = _originals(evidence, span)
        if _meant(tokens, place, at, idioms) and not _described(tokens, place, found, idioms):
            continue
        if found is None and evidence.bead(span.start) is None and _emphatic(tokens[at + 1]):
            continue
        if found is not None and found[0].lemma == found[1].lemma:
            continue
        if place[1] < len(tokens) and tokens[place[1]].text.lower() in _DENYING:
            continue
        yield _finding(pair, span, found, evidence)


def _meant(tokens: Sequence[Token], place: tuple[int, int], at: int, idioms: frozenset[str]) -> bool:
    first, last = place
    words = [token.text.lower() for token in tokens[first:last]]
    if " ".join(words) in idioms or all(word in _ARTICLES for word in words[: at - first]):
        return True
    word = words[0] if last - first == 3 else ""
    if word and (len(word) < 3 or word.endswith("er")):
        return True
    head, behind = tokens[at + 1], tokens[last] if last < len(tokens) else None
    if behind is not None and behind.text.lower() in ("not", "n't", "never"):
        return True  # who should or should not be treated
    if last - first == 3 and head.text[:1].isupper() and tokens[first].start != tokens[0].start:
        return True
    # "money or money orders": the second is the first word of a compound.
    compound = behind is not None and behind.kind == "word" and behind.text.lower() not in _FOLLOWERS
    if behind is not None and behind.text.lower() in {"of", "for"} and first > 0 and tokens[first - 1].kind == "word":
        return not word.endswith(("ly", "ed"))  # "deputy prime minister and minister of ecology"
    before = tokens[first - 1].text.lower() if first else ""
    if behind is not None and behind.text.lower() in {"in", "with"} and before.isalpha() and before not in _FOLLOWERS:
        return True  # pregnant women and women in labour
    return compound and not word.endswith("ly")


def _described(
    tokens: Sequence[Token], place: tuple[int, int], found: tuple[Token, Token] | None, idioms: frozenset[str]
) -> bool:
    """Whether two adjectives of the original are one before their noun: "a short and short statement"."""
    words = [token.text.lower() for token in tokens[place[0] : place[1]]]
    if found is None or len(words) != 3 or len(words[0]) < 4 or words[0].endswith("er") or " ".join(words) in idioms:
        return False
    plain = all("ADJF" in token.tags and token.tags.isdisjoint({"Apro", "Anum", "COMP", "Supr"}) for token in found)
    return plain and words[0] not in ("more", "less", "other") and tokens[place[0]].text.islower()


_FOLLOWERS = frozenset(
    """the a an of to in on for with by from at and or but as is are was were has have had will would can could he she
    it they we i you that which who when while if this these his her its their after before because so than
    not""".split()  # noqa: SIM905
)


def _emphatic(token: Token) -> bool:
    """Verbs in a past form and plurals are repeated for effect: he waited and waited, miles and miles."""
    word = token.text.lower()
    return not word.endswith("ly") and (word.endswith(("ed", "s")) or token.lemma != word)


def _originals(evidence: Evidence, span: Span) -> tuple[Token, Token] | None:
    """The two source words on either side of an и or или whose kinds of word agree."""
    tokens = evidence.tokens(span.start)
    pairs = [
        (tokens[n - 1], tokens[n + 1])
        for n in range(1, len(tokens) - 1)
        if tokens[n].lemma
        in {"и", "или", "либо", "да", "а", "но", "і", "та", "або", "und", "oder", "et", "ou", "y", "o"}
        and tokens[n - 1].kind == tokens[n + 1].kind == "word"
    ]
    if not pairs:
        return None
    adverb = span.text.lower().endswith("ly")
    alike = [two for two in pairs if _kinds(two[0]) & _kinds(two[1])]
    best = [two for two in alike if adverb == ("ADVB" in two[0].tags)]
    return (best or alike or pairs)[0]


def _kinds(token: Token) -> frozenset[str]:
    return token.tags & {"NOUN", "ADVB", "ADJF", "ADJS", "VERB", "INFN", "PRTF", "PRTS", "GRND"}


def _finding(pair: Pair, span: Span, found: tuple[Token, Token] | None, evidence: Evidence) -> Finding:
    if found is None:
        message = f'"{span.text}" says one word twice; the original probably has two.'
        return Finding(REP002, span, message, REP002.severity, 0.85, suggestion="[give the second word its own sense]")
    one, two = found
    message = f'"{span.text}" says one word twice; the original has two: {one.text} and {two.text}.'
    advice = f'[give "{two.text}" its own word]'
    return Finding(REP002, span, message, REP002.severity, 0.9, evidence.span(one, two), suggestion=advice)


def _shared(one: str, two: str) -> int:
    count = 0
    for a, b in zip(one, two, strict=False):
        if a != b:
            break
        count += 1
    return count


def _kin(one: str, two: str) -> bool:
    shared = _shared(one, two)
    return shared >= _STEM and shared >= 0.7 * min(len(one), len(two))


def stems(pair: Pair, tokens: Sequence[Token]) -> Iterator[Finding]:
    """REP003: ``a choice to choose``, ``neighbouring neighbourhood``."""
    for at in range(len(tokens) - 1):
        first = tokens[at]
        if first.kind != "word" or not first.text.islower() or "-" in first.text:
            continue
        last = _partner(tokens, at)
        if last is not None:
            span = pair.translation.span(first.start, last.stop)
            message = f'"{first.text}" and "{last.text}" are one stem: the sentence says it twice.'
            yield Finding(REP003, span, message, REP003.severity, 0.75, suggestion="[replace one of the two]")


def _partner(tokens: Sequence[Token], at: int) -> Token | None:
    first, second = tokens[at], tokens[at + 1]
    third = tokens[at + 2] if at + 2 < len(tokens) else None
    if second.text == "to" and third is not None and third.text.islower():
        noun, verb = first.text, third.text
        if noun == verb and at and tokens[at - 1].text.lower() == "from":
            return None
        if (first.lemma, verb) in _KINDRED or (
            _kin(noun, verb) and noun.endswith(("ion", "ment", "ance", "al", "ure"))
        ):
            return third
        return None
    if second.text in _DETERMINERS and third is not None and third.text.islower():
        derived = first.text.endswith(("s", "ed", "ing")) and third.text.endswith(("ed", "ing", "ion", "ment", "able"))
        return third if derived and first.text != third.text and _kin(first.text, third.text) else None
    if second.kind != "word" or not second.text.islower() or "-" in second.text or first.text == second.text:
        return None
    derived = first.text.endswith(("ing", "al", "ive", "ed", "ous", "ful", "ic")) and not second.text.endswith("ly")
    return second if derived and _kin(first.text, second.text) else None

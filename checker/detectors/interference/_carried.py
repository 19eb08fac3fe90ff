"""Clauses that keep the order of the Russian ones, told by the original: its cases say who does what.

Every rule wants two witnesses, the English order and the form of the original's words behind it, so that an English
inversion (on the hill stands a church; says the mayor) is no finding.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.detectors.interference._lines import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.detectors.interference._lines import Line

_DET = listed("the a an his her its their our this these those that")
_PLACE = listed("in at on among behind from inside across throughout")
_GROUP = listed(
    "have has had do does did not will would can cannot could may might must already also still often usually now long",
    "never again even always",
)
"""What stands between a subject and its verb."""
_PEOPLE = listed(
    "people person man woman resident local citizen official expert authority many some others other most few one",
    "everyone nobody all both voter doctor scientist politician folk anyone everybody folks analyst critic observer",
)
"""Whom a translation names where the Russian names nobody."""
_BE = listed("be been being is are was were")
_TIMELY = listed("here there yesterday today tomorrow")
_WEEKDAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
_OFTEN = listed("always never often usually rarely")
_WEIGHING = listed(
    "only nearly roughly exactly approximately virtually simply merely mainly largely particularly hardly"
)
"""Adverbs that belong to what follows them."""
_STATING = listed("say state note show see know mean make take do have get give become remain show reveal read")
"""Verbs behind which an adverb may stand before what is long or weighed: shows clearly the danger."""
_OBLIQUE = frozenset({"loct", "gent", "ablt", "datv"})
_DOING = frozenset({"VERB", "INFN", "PRTF", "GRND"})
_CLOSING = frozenset("\"”'’»")
_OPENERS = listed(
    "yesterday recently soon meanwhile later earlier suddenly finally eventually gradually tomorrow lately"
)
_DAYS = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august",
    "september october november december spring summer autumn winter morning evening afternoon night week month year",
)
_INVERTING = listed("come go follow be mark see bring say have")
"""Verbs that stand before their subject in English too: yesterday came news."""
_BEHIND = listed(
    "and but or of in on at to for from with by who which that as when while after before from until because so",
)
_NEXT = listed("and but because when while until so before after on in at")
"""Behind an object that is not a long one."""
_SUBJECTS = frozenset({"NOUN", "NPRO"})
_DONE = frozenset({"VERB", "ADJS", "PRED", "PRTS", "NOUN"})
_NAMES = frozenset({"Surn", "Name", "surname", "name"})
_SPEECHLESS = 4
"""Words that a subject behind its verb may have."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A stretch of the sentence by its tokens, the first and the last one."""

    code: str
    first: int
    last: int
    message: str
    suggestion: str


def carried(line: Line) -> Iterator[Carried]:
    """What the rules find in a sentence."""
    for number in range(len(line.tokens)):
        if not line.is_word(number):
            continue
        tags = line.tags(number)
        if {"VERB", "plur"} <= tags and tags.isdisjoint({"impr", "1per", "2per"}):
            yield from _subjectless(line, number)
        if "tran" in tags and tags & _DOING and "pssv" not in tags:
            yield from _late_object(line, number)
        if number and line.tokens[number - 1].text in _CLOSING:
            yield from _told(line, number)
    yield from _timed(line)


def _subjectless(line: Line, number: int) -> Iterator[Carried]:
    """ "In Moscow consider ..." for «В Москве считают ...»."""
    verb, first = line.source(number), number
    while line.low(first - 1) in _GROUP or line.low(first - 1) in _BE:
        first -= 1
    helped = any(line.low(n) in _BE for n in range(first, number))
    begin = line.begin(first)
    # A reflexive verb in the plural has a subject, be it behind the verb: «начались занятия».
    if verb is None or helped != line.low(number).endswith("ing") or verb.text.endswith(("ся", "сь")):
        return
    opens = begin == 0 or line.low(begin - 1) not in (",", "and", "but")  # "They rested and in May began again"
    placed = opens and 2 <= first - begin <= 6 and line.low(begin) in _PLACE and _placed(line, begin, first)
    if placed and line.low(number + 1) != "by" and line.lacks_subject(verb):
        message = f"«{verb.text}» has no subject in Russian; an English clause needs one."
        yield Carried("GRM122", begin, number, message, "[name the subject, or use the passive]")


def _placed(line: Line, begin: int, end: int) -> bool:
    """Whether all from a preposition up to a verb is one phrase of place, and none of it the subject."""
    head = line.tags(end - 1)
    if head.isdisjoint(_OBLIQUE) or "nomn" in head or "VERB" in head or line.tokens[end - 1].lemma in _PEOPLE:
        return False
    sources = [found.start for n in range(begin + 1, end) if (found := line.source(n))]
    if sources != sorted(sources):
        return False
    articles = [n for n in range(begin + 2, end) if line.low(n) in _DET and line.low(n - 1) not in ("of", "and", "in")]
    return not articles and not any("nomn" in line.tags(n) for n in range(begin, end))


def _late_object(line: Line, number: int) -> Iterator[Carried]:
    """ "Cleaning here the snow" for «чистившие здесь снег», "demanded from the chancellor answers"."""
    behind = number + 1
    if line.low(behind) in _TIMELY or _adverb(line, number):
        behind += 1
    elif line.low(behind) == "on" and line.low(behind + 1) in _WEEKDAYS:
        behind += 2
    else:
        behind = _person(line, behind)
    last = _light_object(line, behind) if behind > number + 1 else 0
    if last:
        yield Carried("GRM109", number, last, "The object stands right behind its verb in English.", "[object first]")


def _adverb(line: Line, number: int) -> bool:
    """Whether an adverb of manner or of how often stands right behind a verb: answers always letters."""
    low = line.low(number + 1)
    manner = low.endswith("ly") and low not in _WEIGHING and "ADVB" in line.tags(number + 1)
    manner = manner and line.low(number + 2) in _DET and line.tokens[number].lemma not in _STATING
    return manner or (low in _OFTEN and line.tokens[number].lemma != "be")


def _person(line: Line, number: int) -> int:
    """Behind a phrase "from the chancellor" that has a determiner or is a name, else the same place."""
    if line.low(number) not in ("from", "with", "for") or line.tags(number + 1) & {"VERB", "INFN"}:
        return number
    head = number + 2 if line.low(number + 1) in _DET else number + 1
    named = head == number + 1
    if named and not line.led(head):  # the club went for Ivanov: the verb's own for
        return number
    if (
        not line.is_word(head)
        or line.low(head).endswith(("'s", "’s", "s'"))
        or "anim" not in line.tags(head)
        or line.tags(head).isdisjoint(_OBLIQUE)
    ):
        return number
    if named and not line.tokens[head].text[:1].isupper():
        return number
    head += 1
    while line.is_word(head) and line.tokens[head].text[:1].isupper():
        head += 1  # from President Ivanov
    return head


def _light_object(line: Line, number: int) -> int:
    """The last token of an object of a word or two that ends there, or 0."""
    head = number + (line.low(number) in _DET)
    for last in (head, head + 1):
        tags = line.tags(last)
        if "NOUN" in tags and _acted_on(tags):
            behind = line.low(last + 1)
            return last if not line.is_word(last + 1) or behind in _NEXT else 0
        if tags.isdisjoint({"ADJF", "PRTF"}):
            return 0
    return 0


def _acted_on(tags: frozenset[str]) -> bool:
    """Whether a noun's form may be that of an object; the dictionary calls an accusative a nominative."""
    if "anim" in tags:
        return bool(tags & {"accs", "gent"})
    return bool(tags & {"accs", "gent"}) or ("nomn" in tags and ("femn" not in tags or "plur" in tags))


def _told(line: Line, number: int) -> Iterator[Carried]:
    """After a quotation: "shrugs his shoulders a taxi driver", "is indignant the oboist", "says quietly Petrov"."""
    subject = _after_verb(line, number)
    if not subject or not line.is_word(subject) or not _begins_name(line, subject):
        return
    last = subject
    while line.is_word(last + 1) and last - subject < _SPEECHLESS and line.low(last + 1) not in _BEHIND:
        last += 1
    heads = [head for n in range(subject, last + 1) if (head := line.source(n)) and head.tags & _SUBJECTS]
    verbs = [verb for n in range(number, subject) if (verb := line.source(n)) and verb.tags & _DONE]
    heads = [head for head in heads if "nomn" in head.tags or head.tags & _NAMES]
    if verbs and heads and verbs[0].start < heads[0].start:
        message = "The verb stands before its subject, as in Russian."
        yield Carried("GRM108", number, last, message, "[put the subject first]")


def _begins_name(line: Line, number: int) -> bool:
    """Whether a subject may begin there: a determiner, a name, or a trade before a name."""
    if line.low(number) in _DET or line.tokens[number].text[:1].isupper():
        return True
    trade = [n for n in range(number, number + 3) if line.is_word(n)]
    named = any(line.tokens[n].text[:1].isupper() for n in trade)
    return named and any("nomn" in line.tags(n) for n in trade) and line.low(number) not in _BEHIND


def _after_verb(line: Line, number: int) -> int:
    """Where the subject would begin behind a verb with what belongs to it, or 0."""
    word, second, third = line.low(number), line.low(number + 1), line.low(number + 2)
    if word in ("is", "was", "are", "were", "remains") and line.tags(number + 1) & {"VERB", "ADJS", "PRED", "PRTS"}:
        return number + 2
    if word in ("does", "did", "do") and second == "not" and "VERB" in line.tags(number + 2):
        return number + 3
    owned = second in ("his", "her", "their", "its") and word not in _PLACE
    if owned and line.low(number + 3) in _BEHIND:  # reminding his friend that the Foxes won
        return 0
    if owned and "NOUN" in line.tags(number + 2) and line.is_word(number + 3):
        return number + 3
    if "VERB" not in line.tags(number):
        return 0
    if second.endswith("ly") and "ADVB" in line.tags(number + 1):
        return number + 2
    if second in ("with", "in") and "NOUN" in line.tags(number + 2 + (third in _DET)):
        return number + 3 + (third in _DET)
    return 0


def _timed(line: Line) -> Iterator[Carried]:
    """ "Yesterday entered service a new ferry": no place stands first, only a time."""
    number = _behind_time(line)
    verb = line.source(number) if number else None
    if (
        verb is None
        or "VERB" not in verb.tags
        or line.tokens[number].lemma in _INVERTING
        or line.tags(number) & {"INFN"}
    ):
        return
    head = next((n for n in range(number + 1, number + 5) if line.tags(n) & {"NOUN"}), 0)
    if not head or "nomn" not in line.tags(head) or any(not line.is_word(n) for n in range(number, head)):
        return
    subject = line.source(head)
    plain = subject is not None and subject.start > verb.start and ("plur" in verb.tags) == ("plur" in subject.tags)
    if plain and "tran" not in verb.tags and line.low(number + 1) not in ("by", "to", "that"):
        message = "The verb stands before its subject, as in Russian."
        yield Carried("GRM108", number, head, message, "[put the subject first]")


def _behind_time(line: Line) -> int:
    """The place behind a time that opens the sentence, or 0."""
    start = next((n for n in range(len(line.tokens)) if line.is_word(n)), 0)
    if line.low(start) in _OPENERS:
        end = start + 1
    elif line.low(start) in ("on", "in", "last", "next", "at"):
        found = [n for n in range(start + 1, start + 4) if line.low(n) in _DAYS]
        if not found or any(not line.is_word(n) for n in range(start, found[0])):
            return 0
        end = found[0] + 1
    else:
        return 0
    return end + (line.low(end) == ",")

"""QUO001, QUO002: direct speech lost, invented or wrongly bounded; English words that came back through Russian."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, cues, located, readable
from checker.detectors._narrated import interrupting
from checker.detectors._speech import Quoted, balanced, has_traces, quoted, speech
from checker.model import Category, Finding, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Bead, Link, Pair, Span, Token
    from checker.protocols import Context

SHIFTED = Rule(
    code="QUO001",
    name="quotation-shift",
    category=Category.ACCURACY,
    severity=Severity.MAJOR,
    summary="Direct speech stands on one side only, or its boundary has moved.",
    bad='He said "the door is open and left." (Он сказал, что «дверь открыта», и ушел.)',
    good='He said "the door is open," and left.',
    needs=Needs.SOURCE,
    explanation=(
        "Quoted stretches of a sentence are compared with those of the original. Reported is direct speech of one "
        "side that has no quotation mark or dialogue dash on the other, and a quotation that takes in words of the "
        "narrator or leaves out words of the speaker; by fewer than five words that is minor, as is quoting what "
        "the original tells without a clause of что, and telling with a clause of that what the original quotes. Names "
        "of papers, works, parties and companies, terms, headlines behind a colon and thoughts are left alone."
    ),
)
RETURNED = Rule(
    code="QUO002",
    name="back-translated-quotation",
    category=Category.STYLE,
    severity=Severity.NEUTRAL,
    summary="An English speaker's words have come back through the original's language: find what was really said.",
    bad='"We will stand near Ukraine," Truss said.',
    good='"We will stand by Ukraine," Truss said.',
    explanation="A remark, once for each speaker of an article: six or more words of somebody who speaks English.",
)
_SURE = 0.6
_FIRM = 0.8
_TAKEN_IN = "takes in words that the original does not quote"
_SENTENCE = 5
"""Words of content by which a boundary has moved from which another one seems to speak."""
_NARRATOR = re.compile(r"»[,.]?\s*[—–-]\s*[а-яё]+(?:ет|ит|ют|ят|ал|ил|ел|ала|ила|ела|али|или|лся|лась|ется|ится)\b")
_OPEN_NARRATOR = re.compile(
    r"[«“\"][^«»“”\"]{5,800}[,!?…]\s*[—–-]\s*[а-я]+(?:ет|ит|ют|ят|ал|ил|ел|ала|ила|ела|али|или|лся|лась|ется|ится)\b"
)
"""The same where the quotation goes on in the next sentence: «Оба проиграют, — говорит он."""
_GOES_ON = re.compile(r"\W*(?:$|(?:\w{2,20}ing|and|but|with|without|then)\s)")
"""What stands beside a quotation that has the narrator inside: nothing, or what he does next."""
_TELLS = re.compile(r",\s[а-яё]+(?:ал|ил|ел|ла|ли|ет|ит|ют|ят)(?:ся|сь)?\s(?:(?:он|она|они)\b|[А-ЯЁ])")
"""The narrator within the quotation of the original: «Это странно, шутит Иванов, депутат»."""
_TOLD = re.compile(_TELLS.pattern + r"|\b(?:сказа|говор)[а-яё]+")
_TELLER = re.compile(
    r"[,!?] (?:he|she|they|[A-Z][\w'’-]{1,40}(?: [A-Z][\w'’-]{1,40})?) (?:\w{1,20}ly )?"
    r"(?:\w{1,20}s|\w{1,20}ed|said|told)\b[^,.!?]{0,40}[.!?,]?$"
)
_COLON = re.compile(r"[а-яё]:\s")
_REPORTED = re.compile(r",\s(?:что|чтобы|будто)\s")
"""A clause that reports: its words are the author's, and quoting them makes a speaker say them."""
_TERM = 3
"""Words up to which what is quoted is a term or a name, which English may have in fewer words."""
_HEADED = re.compile(r"\A[^:.!?]{2,60}: [A-Z]|[a-z] [–—-] [\w'’ ]{2,40}\Z|\b(?:says?|said)\b")
_THOUGHT = re.compile(
    r"\b(?:thinks?|thinking|thought|wonder(?:s|ed|ing)?|ask(?:s|ed|ing)? (?:him|her|my|your|them)sel\w+)\b"
    r"[^.?!]{0,20}[,:] [A-Z]"
)
"""Words of a headline beside their speaker, and thoughts, which English sets without quotation marks too."""
_INDIRECT = re.compile(
    r"\b(?:said|says|told|tells|noted|added|explained|stressed|believes?|thinks?|wrote)\b(?: \w+)? that\b"
)
_SLACK = 3  # words by which a translation may be longer beside its 2.3 words for one of Russian


class Quotations:
    """Compares quoted stretches."""

    rules = (SHIFTED, RETURNED)

    def __init__(self, context: Context) -> None:
        self.context = context

    def detect(self, pair: Pair) -> Iterator[Finding]:
        """Findings of an article."""
        if pair.translation.lang == "en":
            yield from _returned(pair)
        alignment = pair.source
        if alignment is None or (alignment.source.lang, alignment.target.lang) != ("ru", "en"):
            return
        for bead in alignment.beads:
            if readable(bead):
                inner = _swallowed(pair, bead) or _interrupted(pair, bead)
                found = inner or self._boundary(pair, bead) or _one_sided(pair, bead)
                if found is not None:
                    yield found

    def _boundary(self, pair: Pair, bead: Bead) -> Finding | None:
        theirs, ours = quoted(bead.source, "ru"), quoted(bead.target, "en")
        if len(theirs) != 1 or len(ours) != 1 or not balanced(bead.source, "ru") or not balanced(bead.target, "en"):
            return None
        links = self.context.links(bead, "ru", "en")
        sizes = len(theirs[0].text.split()), len(ours[0].text.split())
        wide = sizes[1] > 2.3 * sizes[0] + _SLACK
        if links:
            taken, left = _strays(theirs[0], ours[0], links)
            inside, outside = len(taken), len(left)
            if inside == 1 and not outside and _deed_taken_in(theirs[0], ours[0], links):
                return _moved(pair, (theirs[0], ours[0]), _TAKEN_IN, inside)
            wide = inside >= 2 and inside > outside and sizes[1] > 1.5 * sizes[0] + 1 and not _both_told(bead, ours[0])
            told = sizes[0] <= _TERM or _TELLS.search(theirs[0].text)
            if outside >= 2 and outside > inside and sizes[1] < 0.8 * sizes[0] and not told:
                return _moved(pair, (theirs[0], ours[0]), "leaves out words of the speaker", outside, left)
            return _moved(pair, (theirs[0], ours[0]), _TAKEN_IN, inside) if wide else None
        return _moved(pair, (theirs[0], ours[0]), _TAKEN_IN, _SENTENCE) if wide else None


def _both_told(bead: Bead, ours: Quoted) -> bool:
    """Whether either side opens with the quotation and goes on with the narrator: «Растет», — сказал он."""
    rest = bead.source[0].text.partition("»")[2]
    opens = ours.start == bead.target[0].start + 1 and bead.source[0].text.startswith("«")
    return opens and ours.text.endswith((",", "?", "!")) and re.match(r"[,.]?\s*[—–-]\s", rest) is not None


def _swallowed(pair: Pair, bead: Bead) -> Finding | None:
    """A narrator inside the quotation: "Both lose, he says." for «Оба проиграют», — говорит он."""
    theirs, ours = quoted(bead.source, "ru"), quoted(bead.target, "en")
    if len(ours) != 1 or len(bead.source) != 1 or len(bead.target) != 1 or len(theirs) > 1:
        return None
    around = bead.target[0].text.replace(ours[0].text, "")
    teller = _TELLER.search(ours[0].text)
    if teller is None or not _GOES_ON.match(around):
        return None
    text = bead.source[0].text.replace("ё", "е")
    if theirs:
        told = _NARRATOR.match(text, theirs[0].stop - bead.source[0].start)
        said: Quoted | None = None if _TOLD.search(theirs[0].text) else theirs[0]
    else:
        told = _OPEN_NARRATOR.match(text) if "»" not in text else None
        said = _unclosed(bead.source[0], told.end()) if told else None
    if told is None or said is None or pair.source is None:
        return None
    evidence = pair.source.source.span(said.start, said.stop)
    message = f"the quotation takes in the words of the narrator: «{evidence.text}»"
    span, advice = _closed_too_late(pair, ours[0], teller.start())
    return Finding(SHIFTED, span, message, Severity.MAJOR, 0.8, evidence, advice)


def _closed_too_late(pair: Pair, ours: Quoted, told: int) -> tuple[Span, str]:
    """The last word of the speaker with the narrator behind it, and how they should be marked: "lose," he says."""
    last = max(ours.text.rfind(" ", 0, told), 0)
    start = ours.start + last + 1 if last else ours.start - 1
    span = pair.translation.span(start, ours.stop + 1)
    comma = ours.start + told + 1 - start
    return span, f"{span.text[:comma]}{span.text[-1]}{span.text[comma:-1]}"


def _interrupted(pair: Pair, bead: Bead) -> Finding | None:
    """A narrator who interrupts the speaker, with no marks around him: "I agree, he said, but not today."."""
    found = interrupting(bead.source, bead.target)
    if found is None:
        return None
    ours, first, last = found
    word = ours.text.rfind(" ", 0, first - 1) + 1
    rest = re.match(r"\S+", ours.text[last:])
    span = pair.translation.span(ours.start + word, ours.start + last + (rest.end() if rest else 0))
    told = ours.text[first:last].rstrip()
    message = f'the quotation takes in the words of the narrator: "{told}"'
    advice = f'{ours.text[word : first - 1]}" {told} "{ours.text[last:][: rest.end() if rest else 0]}'
    return Finding(SHIFTED, span, message, Severity.MAJOR, 0.85, bead.source[0], advice)


def _unclosed(sentence: Span, stop: int) -> Quoted:
    """What a sentence quotes up to its narrator, whose verb ends at a place."""
    text = re.split(r"[,!?…]\s*[—–-]\s*\S*$", sentence.text[1:stop])[0]
    return Quoted(sentence.start + 1, sentence.start + 1 + len(text), text)


def _deed_taken_in(theirs: Quoted, ours: Quoted, links: Sequence[Link]) -> bool:
    """Whether what the speaker did next ends the quotation: "in a storm and left" for «в шторм», и уехал."""
    behind = (link for link in links if link.source.start > theirs.stop and link.strength >= _FIRM)
    return any(
        "VERB" in link.source.tags
        and ours.start <= link.target.start
        and 0 <= ours.stop - link.target.stop <= 1
        and ours.text[: link.target.start - ours.start].endswith((" and ", " but "))
        for link in behind
    )


def _strays(theirs: Quoted, ours: Quoted, links: Sequence[Link]) -> tuple[list[Token], list[Token]]:
    """Content words of the translation that are quoted in it alone, and in the original alone."""
    inside: list[Token] = []
    outside: list[Token] = []
    for link in links:
        if link.strength < _SURE or not link.source.tags & _CONTENT:
            continue
        source = theirs.start <= link.source.start < theirs.stop
        target = ours.start <= link.target.start < ours.stop
        if source != target:
            (inside if target else outside).append(link.target)
    return inside, outside


_CONTENT = frozenset({"NOUN", "VERB", "ADJF", "INFN", "ADVB", "PRTS", "ADJS", "GRND", "PRTF"})


def _moved(
    pair: Pair, sides: tuple[Quoted, Quoted], how: str, strays: int, left: Sequence[Token] = ()
) -> Finding | None:
    """A boundary that has moved; free translations put it a few words away too, which is minor.

    Shown is the quotation with the words that were `left` outside.
    """
    if pair.source is None:
        return None
    theirs, ours = sides
    severity = Severity.MAJOR if strays >= _SENTENCE else Severity.MINOR
    evidence = pair.source.source.span(theirs.start, theirs.stop)
    start = min([ours.start - 1, *(token.start for token in left)])
    span = pair.translation.span(start, max([ours.stop + 1, *(token.stop for token in left)]))
    message = f"the quotation {how}: «{evidence.text}»"
    return Finding(SHIFTED, span, message, severity, 0.8, evidence, "(quote what the original quotes)")


def _one_sided(pair: Pair, bead: Bead) -> Finding | None:
    """Direct speech of one side without any mark of it on the other."""
    source, target = bead_text(bead.source), bead_text(bead.target)
    theirs, ours = speech(source, "ru"), speech(target, "en")
    if pair.source is None:
        return None
    if theirs and not ours and not has_traces(target, "en") and not _marked_otherwise(target):
        evidence = located(pair.source.source, bead.source, theirs.start(), theirs.end())
        words = list(re.finditer(r"\S+", bead.target[0].text))[:4]
        span = pair.translation.span(
            bead.target[0].start, bead.target[0].start + words[-1].end() if words else bead.target[0].stop
        )
        return Finding(
            SHIFTED,
            span,
            "the original quotes these words, the translation does not",
            Severity.MINOR if _INDIRECT.search(target) else Severity.MAJOR,
            0.75,
            evidence,
            "(quotation marks)",
        )
    # «Он спросил: можно ли войти?» is somebody's words without their marks.
    if ours and not theirs and not has_traces(source, "ru") and not _COLON.search(source):
        said = target[ours.start() : ours.end()]
        first, last = re.search(r"[“\"]", said), max(said.rfind("”"), said.rfind('"'))
        start = ours.start() + (first.start() if first else 0)
        span = located(pair.translation, bead.target, start, ours.start() + last + 1)
        message = "the translation quotes what the original does not"
        severity = Severity.MAJOR if _REPORTED.search(source) else Severity.MINOR
        return Finding(SHIFTED, span, message, severity, 0.75, bead.source[0], "(no quotation marks)")
    return None


def _marked_otherwise(target: str) -> bool:
    """Whether somebody's words are seen without quotation marks: in a headline behind a colon, as thoughts."""
    headline = not target.rstrip().endswith((".", "!", "?", "…")) and _HEADED.search(target) is not None
    return headline or _THOUGHT.search(target) is not None


def _returned(pair: Pair) -> Iterator[Finding]:
    """Quoted words beside a speaker of English, once for each speaker; only in what is known to be a translation."""
    if pair.source is None and pair.reference is None:
        return
    known: set[str] = set()
    for sentence in pair.sentences:
        for quote in quoted((sentence,), "en"):
            if len(quote.text.split()) < 6:
                continue
            rest = sentence.text.replace(quote.text, " " * len(quote.text))
            for speaker in cues("english_speakers", "en").find(rest, "speaker"):
                if speaker.text[:1].isupper() and speaker.text not in known:
                    known.add(speaker.text)
                    message = f"{speaker.text} speaks English: look up the words as they were said"
                    span = pair.translation.span(quote.start - 1, quote.stop + 1)
                    yield Finding(RETURNED, span, message, Severity.NEUTRAL, 0.6, None, "(the original English words)")
                    break


def detector(context: Context) -> Quotations:
    """The family of quotations."""
    return Quotations(context)

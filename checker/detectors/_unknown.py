"""Words of the translation that no English reader knows, sorted by what is wrong with them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from checker.detectors._lexicon import PLAIN, Lexicon, misspellings, russianisms
from checker.detectors._made_words import made, title_in_brackets
from checker.detectors._realia import Explained, is_loan, is_realia, is_substance, is_term
from checker.detectors._transliteration import misfit, romanised

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors._evidence import Evidence
    from checker.model import Pair, Span, Token
    from checker.protocols import Context

_PLAIN = re.compile(r"[a-z]+\Z")
_LATIN = re.compile(r"[A-Za-z]{4,}")
_ABROAD = frozenset(
    """au aux avec ce ces cette che comme cum dans dei del della der des di du ein eine el est et gli ich il
    je las les leur lo los mais mes moi mon nel notre nous pas por que qui sa ses suis
    tous tre tu und une vos votre vous y zum zur à è""".split()  # noqa: SIM905
)
"""Small words of French, Italian, Spanish, German and Latin: beside one of them a word is of that language."""
_LATIN_ADJECTIVE = re.compile(
    r"(?:[aeo]ris|alis|ensis|[a-z]{3}icus|osus|osum|[a-z]{3}atus|[a-z]{2}atum|inus|orum|arum|[a-z]{3}ae|eus|uris|itus|eata)\Z"
)
"""Endings of what stands behind its noun in the Latin of doctors and botanists: herpes genitalis."""
_ENDING = re.compile(r"['’]s?\Z")
_QUOTES = frozenset("\"'“”‘’«»„(")
_INTRODUCING = frozenset("called known means meaning named nicknamed dubbed termed word so-called".split())  # noqa: SIM905
_COINED = re.compile(r"(?:isms?|ists?|[st]ions?|olog(?:y|ies|ists?)|gates?|coins?)\Z")
"""Endings of words that both languages coin alike."""
_LEARNED = re.compile(r"ph|th|[xqw]")
"""Letters that such a word has from Latin or Greek, and no Russian one gives it: phillumenist."""
_DRUG = re.compile(r"(?:azoles?|idines?|mycins?|cillins?|statins?|mabs?|virs?|prils?|olols?|oxacins?|azepams?)\Z")
"""Stems that name medicines alike everywhere (WHO, international nonproprietary names)."""
_MEANT = 3
"""Occurrences after which an unknown word is taken for one the article means to use."""
_SAME = 0.12
"""Misfit up to which a Latin word is a transliteration: a slip of one letter in eight."""
_NAMES = frozenset({"name", "surname", "patronymic", "place", "organisation", "Name", "Surn", "Geox", "Orgn"})
_LEARNED_NOUN = 4.2
"""Zipf up to which a noun may be one of science."""
_KEPT = 0.2
"""The same for a word of the table, whatever way it is spelt."""
_SHORTEST_OPENING, _NAMED = 5, 3
_LIKE = 0.35
"""Misfit up to which a word that opens a sentence may be a name of the original, or be made from one."""
_SHORTENED = re.compile(r"\.(?=[,;:)]|\s[a-z])")
"""What follows an abbreviation: "1 suitc., from a neighbour"."""
_LIMIT = 200
"""Unknown words of an article that are looked at: past that the text is not English."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """An unknown word, or the unknown part of a compound."""

    span: Span
    """The whole word or compound."""
    part: str
    kind: str
    """"misspelt", "glued" or "garbled"."""
    suggestion: str
    confidence: float
    source: Span | None = None


class Unknowns:
    """Finds them; one object serves an article."""

    def __init__(self, pair: Pair, context: Context, lexicon: Lexicon, evidence: Evidence) -> None:
        self.pair, self.context, self.lexicon, self.evidence = pair, context, lexicon, evidence
        self._explained = Explained(pair.translation.text)

    def find(self, sentences: Sequence[Sequence[Token]]) -> tuple[Unknown, ...]:
        """All of them in the tokens of the article's sentences, in order."""
        counts = Counter(token.text.lower() for tokens in sentences for token in tokens if token.kind == "word")
        found: list[Unknown] = []
        for tokens in sentences:
            for at, token in enumerate(tokens):
                if token.kind == "word" and len(found) < _LIMIT and not self.lexicon.plain(token.text):
                    found += self._judge(tokens, at, counts)
        return tuple(found)

    @cached_property
    def _latin(self) -> frozenset[str]:
        """Words in Latin letters that the original itself says: a foreign phrase is taken over as it stands."""
        source = self.pair.source.source if self.pair.source else None
        if source is None or source.lang == self.pair.translation.lang:
            return frozenset()
        return frozenset(word.lower() for word in _LATIN.findall(source.text))

    def _judge(self, tokens: Sequence[Token], at: int, counts: Mapping[str, int]) -> Iterator[Unknown]:
        token = tokens[at]
        word = _ENDING.sub("", token.text)
        lowered = word.lower()
        if lowered in self.context.words or token.text.lower() in self.context.words:
            return
        if lowered in self._latin:
            return
        if lowered in misspellings() and not (token.text.isupper() and len(word) < 5):
            if word.islower() or _starts(tokens, at):
                yield Unknown(self._span(token), lowered, "misspelt", _cased(misspellings()[lowered], word), 0.95)
            return
        if lowered in russianisms():
            yield self._russianism(token, lowered)
            return
        if word.islower():
            yield from self._parts(tokens, at, word, counts)
        elif self._opens(tokens, at, word):
            yield from self._parts(tokens, at, lowered, counts)

    def _opens(self, tokens: Sequence[Token], at: int, word: str) -> bool:
        """Whether a capital only opens the sentence: the original's opens with a plain word, and no word of it fits."""
        originals = self.evidence.tokens(tokens[at].start)
        first = next((one for one in originals if one.kind == "word"), None)
        if first is None or not _starts(tokens, at) or not word[1:].islower() or len(word) <= _SHORTEST_OPENING:
            return False
        if self.evidence.alignment is None or self.evidence.alignment.source.lang != "ru":
            return False
        return "known" in first.tags and not any(_resembles(one, word.lower()) for one in originals)

    def _span(self, token: Token) -> Span:
        return self.pair.translation.span(token.start, token.stop)

    def _russianism(self, token: Token, key: str) -> Unknown:
        suggestion, source = russianisms()[key]
        found = next((one for one in self.evidence.tokens(token.start) if one.lemma == source), None)
        span = self.evidence.span(found) if found else None
        return Unknown(self._span(token), token.text, "garbled", suggestion, 0.9, span)

    def _parts(self, tokens: Sequence[Token], at: int, word: str, counts: Mapping[str, int]) -> Iterator[Unknown]:
        token = tokens[at]
        if self.lexicon.zipf(word) >= PLAIN or self._in_address(token):
            return
        for part in re.split(r"[-‐‑]", word):
            if not 4 <= len(part) <= 45 or not _PLAIN.match(part) or part in self.context.words:
                continue
            if self.lexicon.known(part):
                continue
            if self._carried(token, part) or made(self.lexicon, word) or title_in_brackets(self.lexicon, tokens, at):
                return
            original = self._original(token, part)
            if original is not None and (
                _coined(original, part, at > 0 and tokens[at - 1].text in _QUOTES)
                or self._substance(token, original)
                or is_term(original, token, self.pair.translation.text)
            ):
                return
            found = self._sorted(token, part, original)
            if found is not None and not self._passes(tokens, at, found, counts):
                yield found
                return

    def _carried(self, token: Token, part: str) -> bool:
        """Whether a word was kept on purpose: an abbreviation, an established loan, a name, a thing of one country."""
        text = self.pair.translation.text
        if _SHORTENED.match(text, token.stop) or is_loan(part):
            return True
        tokens = self.evidence.tokens(token.start)
        named = any(
            one.text[:1].isupper() and not _opens(tokens, at) and _misfit(one, part) <= _SAME
            for at, one in enumerate(tokens)
        )
        return named or any(is_realia(one.text) and _misfit(one, part) <= _KEPT for one in tokens)

    def _substance(self, token: Token, original: Token) -> bool:
        """Whether a word is the name of a drug or another substance, by its sentence."""
        return is_substance(original, self.evidence.tokens(token.start))

    def _in_address(self, token: Token) -> bool:
        """``zakon.kz``, ``@name``: a piece of an address."""
        text = self.pair.translation.text
        before, behind = text[max(0, token.start - 1) : token.start], text[token.stop : token.stop + 2]
        return before in ("@", "#", "/", ".", "_") or (behind[:1] in (".", "@", "/", "_") and behind[1:].isalpha())

    def _original(self, token: Token, part: str) -> Token | None:
        """A source word that is no name and that the unknown word merely transliterates."""
        if self.evidence.alignment is None or self.lexicon.zipf(part) >= 2.0:
            return None
        tokens = self.evidence.tokens(token.start)
        for at, one in enumerate(tokens):
            if one.kind != "word" or len(one.text) < 4 or not (one.text[:1].islower() or _opens(tokens, at)):
                continue
            if _misfit(one, part) <= _SAME:
                return one
        return None

    def _sorted(self, token: Token, part: str, original: Token | None) -> Unknown | None:
        span = self._span(token)
        slip = self.lexicon.typo(part)
        if original is not None and not (slip and _misfit(original, slip) <= _misfit(original, part)):
            source = self.evidence.span(original)
            return Unknown(span, part, "garbled", f"[translate {original.text}]", 0.85, source)
        glued, text = self.lexicon.glued(part), token.text.lower()
        if glued and part == text:
            return Unknown(span, part, "glued", _cased(glued, token.text), 0.9)
        if slip and part == text:
            return Unknown(span, token.text, "misspelt", _cased(slip, token.text), 0.85)
        near = self.lexicon.nearest(part)
        whole = _cased(text.replace(part, near), token.text) if near else ""
        if whole in russianisms():
            whole = russianisms()[whole][0]
        return Unknown(span, part, "garbled", whole, 0.8 if near else 0.65)

    def _passes(self, tokens: Sequence[Token], at: int, found: Unknown, counts: Mapping[str, int]) -> bool:
        """Whether the article shows that it means the word: a gloss, a foreign title, a word it keeps using."""
        token = tokens[at]
        before, behind = tokens[at - 1] if at else None, tokens[at + 1] if at + 1 < len(tokens) else None
        if found.source is not None:
            if token.text in self._explained:
                return True
            return before is not None and before.text[:1].isupper() and self._foreign(before)
        if before is not None and _LATIN_ADJECTIVE.search(found.part) and self._latin_noun(before):
            return True
        if counts[token.text.lower()] >= _MEANT or any(one.text in _ABROAD for one in (before, behind) if one):
            return True
        if found.kind == "misspelt" or (found.suggestion and len(found.part) >= 8):
            return False
        if token.text in self._explained:
            return True
        quoted = before is not None and before.text in _QUOTES and behind is not None and behind.kind == "mark"
        if quoted or (before is not None and before.text.lower() in _INTRODUCING):
            return True
        return any(one is not None and self._foreign(one) for one in (before, behind))

    def _latin_noun(self, token: Token) -> bool:
        """Whether a word may be the noun of a Latin name: no common English word."""
        return token.kind == "word" and token.text.isalpha() and self.lexicon.zipf(token.text.lower()) < _LEARNED_NOUN

    def _foreign(self, token: Token) -> bool:
        """A neighbour that is a name or another foreign word."""
        if token.kind != "word" or not token.text.isalpha():
            return False
        return self.lexicon.zipf(token.text.lower()) < (3.0 if token.text[:1].isupper() else 1.0)


def _resembles(original: Token, word: str) -> bool:
    """Whether a word may be the name that a word of the original is, or begins with it: Pardubic for пардубицкий."""
    if original.kind != "word" or len(original.text) < _NAMED:
        return False
    begins = original.text[:1].isupper() and romanised(original.text[:_NAMED]).lower() == word[:_NAMED]
    return begins or _misfit(original, word) <= _LIKE


def _coined(original: Token, part: str, quoted: bool) -> bool:
    """Whether a word is new in the original too, and ends as an English one: «кликтивизм», "clicktivism"."""
    if _COINED.search(part) and _LEARNED.search(part):
        return True
    endings = (_COINED, _DRUG) if quoted else (_DRUG,)
    return "known" not in original.tags and any(ending.search(part) for ending in endings)


def _misfit(original: Token, part: str) -> float:
    return min(misfit(form, part) for form in (original.lemma, original.text.lower()))


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capital only opens a sentence: a noun of the dictionary that is no name."""
    opens = not at or (tokens[at - 1].kind == "mark" and tokens[at - 1].text in ".!?…»«")
    return opens and {"NOUN", "known"} <= tokens[at].tags and not _NAMES & tokens[at].tags


def _starts(tokens: Sequence[Token], at: int) -> bool:
    return all(token.kind == "mark" for token in tokens[:at])


def _cased(correction: str, word: str) -> str:
    return correction[:1].upper() + correction[1:] if word[:1].isupper() else correction

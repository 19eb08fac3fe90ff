"""Spelling: misspellings with one clear correction."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from checker.detectors._dictionaries import Dictionary
from checker.detectors._evidence import Evidence
from checker.detectors._lexicon import Lexicon
from checker.detectors._unknown import Unknowns
from checker.model import Category, Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checker.model import Pair, Token
    from checker.protocols import Context

SPL001 = Rule(
    "SPL001",
    "misspelling",
    Category.LINGUISTIC,
    Severity.MINOR,
    "A misspelling with one clear correction.",
    "The claims will be heard separatly.",
    "The claims will be heard separately.",
    explanation=(
        "Common misspellings from a list, and unknown words a single slip away from one common word. British and "
        "American spellings are both right; names, the desk's own words and words the article keeps using stay. "
        "In other languages by a dictionary that you name in the settings."
    ),
)


class Spelling:
    """Misspellings."""

    rules = (SPL001,)

    def __init__(self, context: Context, dictionaries: Mapping[str, str]) -> None:
        self.context = context
        self.dictionaries = {lang: Dictionary(path) for lang, path in dictionaries.items()}
        """By language, where the user has given one."""

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self.context.language("en").zipf)

    def detect(self, pair: Pair) -> Iterable[Finding]:
        """Findings of the rule; in other languages than English by the user's dictionary."""
        sentences = [self.context.tokens(pair.translation.lang, sentence) for sentence in pair.sentences]
        if pair.translation.lang not in ("en", ""):
            yield from self._by_dictionary(pair, sentences)
            return
        unknowns = Unknowns(pair, self.context, self._lexicon, Evidence(pair, self.context))
        for found in unknowns.find(sentences):
            if found.kind == "misspelt":
                message = f'"{found.part}" is a misspelling of "{found.suggestion}".'
                yield Finding(
                    SPL001, found.span, message, SPL001.severity, found.confidence, suggestion=found.suggestion
                )

    def _by_dictionary(self, pair: Pair, sentences: Sequence[Sequence[Token]]) -> Iterator[Finding]:
        dictionary = self.dictionaries.get(pair.translation.lang)
        if dictionary is None:
            return
        language = self.context.language(pair.translation.lang)
        original = pair.source.source.text.lower().split() if pair.source else ()
        for token, meant in dictionary.slips(language, sentences, (*self.context.words, *original)):
            span = pair.translation.span(token.start, token.stop)
            message = f'"{span.text}" is a misspelling of "{meant}".'
            yield Finding(SPL001, span, message, SPL001.severity, 0.8, suggestion=meant)


def detector(context: Context, dictionaries: Mapping[str, str] | None = None) -> Spelling:
    """The family. `dictionaries`: by language code a list of words, or a Hunspell pair of files without its suffix."""
    return Spelling(context, dictionaries or {})

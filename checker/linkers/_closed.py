"""Words of the closed classes: they stand for grammar, so that a link to a word of content is nearly always wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.model import Token

_TAGS = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "Apro", "INTJ", "PRED"})
"""Parts of speech, as a dictionary of Russian or Ukrainian names them (OpenCorpora)."""

_ENGLISH = """
a an the this that these those some any each every no such what which who whom whose i me my mine myself you
your yours yourself he him his himself she her hers herself it its itself we us our ours ourselves they them
their theirs themselves one oneself there here of in on at by for from with without to into onto upon about over
under above below after before between among through during against within across along behind beyond near off
out up down since until till than as and or but nor so yet if because although though while whereas unless
whether when where why how be am is are was were been being do does did doing done have has had having will
would shall should can could may might must ought not n't never also too very just only even still already again
then now else
"""
_WORDS = {"en": frozenset(_ENGLISH.split())}
_ARTICLES = {
    "en": frozenset({"a", "an", "the"}),
    "de": frozenset({"der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"}),
    "fr": frozenset({"le", "la", "les", "un", "une"}),
    "es": frozenset({"el", "la", "los", "las", "un", "una"}),
    "it": frozenset({"il", "lo", "la", "gli", "le", "un", "uno", "una"}),
    "pt": frozenset({"o", "a", "os", "as", "um", "uma"}),
    "nl": frozenset({"de", "het", "een"}),
}
_KNOWN = frozenset({"ru", "uk", "be", *_WORDS})


def closed(token: Token, lang: str) -> bool | None:
    """Whether a word belongs to a closed class; None where the language's words are not known."""
    if lang not in _KNOWN or token.kind != "word":
        return None
    if lang in _WORDS:
        return token.text.lower().removesuffix("'s").removesuffix("’s") in _WORDS[lang]
    return bool(token.tags & _TAGS)


def article(token: Token, lang: str, other: str) -> bool:
    """Whether a word is an article, and the other language has none."""
    return other not in _ARTICLES and token.text.lower() in _ARTICLES.get(lang, ())

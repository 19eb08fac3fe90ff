"""A kit for testing a detector on its own, ours or a stranger's: no files, no aligner, no gate."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from checker import plugins
from checker.model import Alignment, Bead, Document, Pair
from checker.protocols import Context

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Finding
    from checker.protocols import Encoder, Language, Linker


@cache
def context(encoder: str = "", linker: str = "") -> Context:
    """A context with the installed languages and, by name, an encoder and a linker."""

    @cache
    def language(code: str) -> Language:
        known = plugins.names("languages")
        made: Language = plugins.load("languages", code if code in known else "generic", None)
        return made

    @cache
    def make_encoder() -> Encoder | None:
        made: Encoder | None = plugins.load("encoders", encoder, None) if encoder else None
        return made

    @cache
    def make_linker() -> Linker | None:
        made: Linker | None = plugins.load("linkers", linker, whole) if linker else None
        return made

    whole = Context(language=language, encoder=make_encoder, linker=make_linker)
    return whole


def pair(
    translation: str,
    source: str = "",
    *,
    where: Context | None = None,
    langs: tuple[str, str] = ("ru", "en"),
    order: Sequence[int] = (),
) -> Pair:
    """A pair of two short texts: sentences one to one where their numbers agree, else one bead.

    `order` says for each sentence of the translation which of the original it translates; one that
    stands after a later one was moved.
    """
    where = where or context()
    target = Document("translation", langs[1], translation)
    sentences = where.language(langs[1]).sentences(translation)
    if not source:
        return Pair(target, sentences)
    original = Document("source", langs[0], source)
    theirs = where.language(langs[0]).sentences(source)
    if order:
        beads = tuple(
            Bead((theirs[number],), (other,), 80.0, moved=number < max(order[:place], default=0))
            for place, (number, other) in enumerate(zip(order, sentences, strict=True))
        )
    elif len(theirs) == len(sentences):
        beads = tuple(Bead((one,), (other,), 80.0) for one, other in zip(theirs, sentences, strict=True))
    else:
        beads = (Bead(theirs, sentences, 80.0),)
    return Pair(target, sentences, Alignment(original, target, beads))


def findings(
    family: str,
    translation: str,
    source: str = "",
    *,
    where: Context | None = None,
    order: Sequence[int] = (),
    **options: Any,
) -> Sequence[Finding]:
    """What one family of rules finds in a short text, sorted by place and code."""
    where = where or context()
    detector = plugins.load("detectors", family, where, **options)
    found = detector.detect(pair(translation, source, where=where, order=order))
    return sorted(found, key=lambda finding: (finding.span.start, finding.span.stop, finding.rule.code))

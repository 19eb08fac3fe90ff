"""Files and texts to articles: read, decoded, with languages settled and mix-ups said plainly."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from checker import plugins
from checker.data import rows
from checker.errors import InputError, LanguageError, nearest
from checker.model import Article, Document, Note

if TYPE_CHECKING:
    from checker.config import Config
    from checker.protocols import Reader

SURE = 0.9
"""Probability from which a detected language may contradict the roles of two files."""


@dataclass(frozen=True)
class Reading:
    """What a file held, and what is to be said of it."""

    article: Article
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Intake:
    """Reads what a run is given, by its settings."""

    config: Config

    def file(self, path: Path) -> Reading:
        """Read a file. Raises InputError for what is missing, empty, too large or not readable."""
        return self.data(self.content(path), str(path))

    def content(self, path: Path) -> bytes:
        """The bytes of a file. Raises InputError for what is missing, too large or not readable."""
        try:
            if path.is_dir():
                raise InputError(str(path), "is a folder", "name a file")
            size = path.stat().st_size
            if size > self.config.max_size:
                raise InputError(
                    str(path),
                    f"has {size:,} bytes, more than max-size {self.config.max_size:,}",
                    "raise max-size or split it",
                )
            return path.read_bytes()
        except OSError as error:
            raise InputError(str(path), f"cannot be read ({error.strerror})", "check the path") from error

    def data(self, data: bytes, name: str) -> Reading:
        """Read bytes under a name whose suffix chooses the reader; an unknown suffix is plain text."""
        if len(data) > self.config.max_size:
            raise InputError(
                name, f"has more than max-size {self.config.max_size:,} bytes", "raise max-size or split it"
            )
        if not data.strip():
            raise InputError(name, "is empty", "give a file with text")
        article, notes = _reader(PurePath(name).suffix.lower()).read(data, PurePath(name).name)
        return Reading(article, tuple(notes))

    def text(self, text: str, name: str) -> Reading:
        """A text that is already decoded."""
        if not text.strip():
            raise InputError(name, "is empty", "give some text")
        return Reading(Article(Document(name, "", text)))

    def join(
        self, translation: Reading, source: Reading | None = None, reference: Reading | None = None
    ) -> tuple[Article, tuple[Note, ...]]:
        """One article from what was read, its languages said or detected.

        Raises InputError where source and translation are the same or seem to be swapped,
        LanguageError for a code that is no language.
        """
        for code in filter(None, (self.config.source_lang, self.config.target_lang)):
            valid(code)
        own = translation.article
        notes: list[Note] = [*translation.notes]
        target, said = self._settle(own.translation, self.config.target_lang, "translation")
        notes += said
        original = source.article.translation if source else own.source
        if original is not None:
            original, said = self._settle(original, self.config.source_lang, "source")
            notes += [*(source.notes if source else ()), *said]
            self._refuse_mix_up(original, target)
        again = reference.article.translation if reference else own.reference
        if again is not None:
            again = replace(again, lang=target.lang)
            notes += reference.notes if reference else ()
        return Article(target, original, again, own.paired and source is None and reference is None), tuple(notes)

    def _settle(self, document: Document, said: str, role: str) -> tuple[Document, list[Note]]:
        if said:
            return replace(document, lang=valid(said)), []
        if document.lang:
            return document, []
        from checker.languages.identification import identify

        code, sure = identify(_inside_text(document))
        return replace(document, lang=code), [Note("language", f"{role}: {code}, detected ({sure:.0%} sure)")]

    def _refuse_mix_up(self, source: Document, target: Document) -> None:
        if source.text == target.text:
            raise InputError(target.name, "is the same text as its source", "name the original with --source")
        if self.config.source_lang or self.config.target_lang:
            return
        if source.lang == target.lang:
            raise InputError(
                target.name,
                f"and its source are both in {target.lang}",
                "name an English re-translation with --reference, or say --source-lang and --target-lang",
            )
        if source.lang == "en" and target.lang != "en":
            raise InputError(
                target.name,
                f"is in {target.lang} and its source in English: the two seem to be swapped",
                "exchange them, or say --source-lang en",
            )


def _inside_text(document: Document) -> str:
    """The beginning of the article, furniture left out: enough to tell a language."""
    kept, last = [], 0
    for span in document.outside:
        kept.append(document.text[last : span.start])
        last = span.stop
    kept.append(document.text[last:])
    return "".join(kept)[:20_000]


def valid(code: str) -> str:
    """The ISO 639-1 code (a region is dropped). Raises LanguageError for anything else."""
    short = code.lower().replace("_", "-").split("-")[0]
    known = {row["code"] for row in rows("iso639")}
    if short not in known:
        raise LanguageError(f'"{code}" is no ISO 639-1 language code{nearest(short, plugins.names("languages"))}')
    return short


def _reader(suffix: str) -> Reader:
    """The reader of a suffix. Plain text is asked first and serves what nobody knows: it costs nothing to load."""
    text: Reader = plugins.load("readers", "text", None)
    if suffix in text.suffixes:
        return text
    for name in plugins.names("readers"):
        reader: Reader = plugins.load("readers", name, None)
        if suffix in reader.suffixes:
            return reader
    return text

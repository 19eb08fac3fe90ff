"""A re-translation of an original by a translation model, sentence by sentence, to check a translation against.

Sentences that were translated before, by the same weights and settings, are taken from memory: an original that has
changed in one sentence costs one sentence.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from checker.errors import MissingExtra

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from checker.model import Document, Span

_KEPT = 500_000
"""Sentences that the memory holds; the oldest go first."""


class Translation(Protocol):
    """A sentence's translation."""

    @property
    def text(self) -> str:
        """As the model wrote it."""
        ...

    @property
    def finished(self) -> bool:
        """Whether the model came to an end of its own."""
        ...


class Translator(Protocol):
    """What translates."""

    def translate(self, texts: Sequence[str], beams: int, batch: int) -> Iterator[tuple[int, Translation]]:
        """Numbers of the texts and their translations, as they are done."""
        ...


@dataclass(frozen=True)
class Settings:
    """How a re-translation is made."""

    model: str
    """Folder or hub id."""
    source_lang: str
    target_lang: str = "en"
    revision: str | None = None
    beams: int = 4
    batch: int = 16
    """Sentences translated at once."""
    device: str = "auto"


@dataclass(frozen=True)
class Made:
    """A re-translation, and the sentences (as in the original) whose translation the model did not bring to an end."""

    text: str
    unfinished: tuple[str, ...]
    signature: str


def retranslate(
    document: Document,
    sentences: Sequence[Span],
    settings: Settings,
    memory: Path | None = None,
    step: Callable[[int, int], None] = lambda done, total: None,
) -> Made:
    """Translate the sentences of a document and set them as they stood: paragraphs stay, page furniture goes.

    `memory` is a folder for what was translated; `step` hears how many sentences are done, of how many.
    Raises MissingExtra without the extra ``models``, InputError and EngineError for a model that does not work.
    """
    translator, identity = _translator(settings)
    direction = f"{settings.source_lang}-{settings.target_lang}"
    signature = f"retranslation|model:{identity}|direction:{direction}|beams:{settings.beams}"
    texts = [" ".join(span.text.split()) for span in sentences]
    unfinished: list[str] = []
    with closing(_Memory(memory, signature)) as kept:
        done = kept.get(texts)
        counts = Counter(texts)
        new = [text for text in counts if text not in done]
        ready = sum(counts[text] for text in done)
        step(ready, len(texts))
        for number, made in translator.translate(new, beams=settings.beams, batch=settings.batch):
            text = new[number]
            done[text] = made.text
            if made.finished:
                kept.put(text, made.text)
            else:
                unfinished.append(text)
            ready += counts[text]
            step(ready, len(texts))
    ordered = tuple(sorted(unfinished, key=new.index))
    return Made(_set(document, sentences, [done[text] for text in texts]), ordered, signature)


def _translator(settings: Settings) -> tuple[Translator, str]:
    """The model, its weights not loaded yet, and the name of their state."""
    try:
        from checker.models.checkpoint import Checkpoint
        from checker.models.seq2seq import Seq2Seq
    except ModuleNotFoundError as error:
        raise MissingExtra("checker retranslate", "models") from error
    checkpoint = Checkpoint("retranslate", settings.model, settings.revision, settings.device)
    model: Translator = Seq2Seq(checkpoint, settings.source_lang, settings.target_lang)
    return model, f"{checkpoint.identity}|{checkpoint.settings}"


def _set(document: Document, sentences: Sequence[Span], translations: Sequence[str]) -> str:
    """Translations with a blank, a line feed or an empty line between them, as the sentences stood."""
    pieces = []
    for (one, other), translation in zip(pairwise(sentences), translations, strict=False):
        breaks = document.text.count("\n", one.stop, other.start)
        pieces += [translation, "\n\n" if breaks > 1 else "\n" if breaks else " "]
    return "".join([*pieces, *translations[-1:], "\n"])


class _Memory:
    """Finished sentences under a signature, in a small database. One that cannot be used remembers nothing."""

    def __init__(self, folder: Path | None, signature: str) -> None:
        self._signature = signature
        self._database: sqlite3.Connection | None = None
        if folder is None:
            return
        with suppress(OSError, sqlite3.Error):
            folder.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(folder / "retranslations.sqlite", isolation_level=None)
            database.execute("CREATE TABLE IF NOT EXISTS sentences (key TEXT PRIMARY KEY, text TEXT NOT NULL)")
            database.execute("DELETE FROM sentences WHERE rowid <= (SELECT max(rowid) FROM sentences) - ?", (_KEPT,))
            self._database = database

    def _key(self, text: str) -> str:
        return blake2b(f"{self._signature}\x00{text}".encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()

    def get(self, texts: Sequence[str]) -> dict[str, str]:
        """What is known of these texts."""
        found: dict[str, str] = {}
        if self._database is not None:
            with suppress(sqlite3.Error):
                for text in dict.fromkeys(texts):
                    row = self._database.execute(
                        "SELECT text FROM sentences WHERE key = ?", (self._key(text),)
                    ).fetchone()
                    if row:
                        found[text] = str(row[0])
        return found

    def put(self, text: str, translation: str) -> None:
        """Keep a translation; in silence where that cannot be done."""
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.execute("INSERT OR REPLACE INTO sentences VALUES (?, ?)", (self._key(text), translation))

    def close(self) -> None:
        """Let go of the file."""
        if self._database is not None:
            self._database.close()

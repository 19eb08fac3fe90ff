"""Names become objects here and nowhere else: a Config in, a Pipeline out."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker import plugins
from checker.errors import InputError
from checker.pipeline import Pipeline
from checker.protocols import Context
from checker.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.config import Config
    from checker.protocols import Aligner, Encoder, Language, Linker
    from checker.store import Memory, Store

NONE = "none"
"""The name that stands for: no encoder, no linker."""


def build(config: Config, store: Store | None = None) -> Pipeline:
    """The pipeline of a configuration. Models load when first needed; `store` keeps what they make of sentences."""
    context = make_context(config, store)

    def part(kind: str, name: str) -> Any:
        return plugins.load(kind, name, context, **config.options(kind, name))

    selection = Selection(config.select, config.ignore, config.preview, config.min_confidence)
    aligner: Aligner = part("aligners", config.aligner)
    pipeline = Pipeline(
        context,
        aligner if context.memory is None or config.encoder == NONE else _kept_aligner(aligner, context.memory, config),
        tuple((name, part("detectors", name)) for name in config.detectors or plugins.names("detectors")),
        tuple((name, part("scorers", name)) for name in config.scorers or plugins.everyday("scorers")),
        selection,
    )
    selection.check(pipeline.rules)
    return pipeline


def make_context(config: Config, store: Store | None = None) -> Context:
    """What the parts of a run share."""

    @cache
    def language(code: str) -> Language:
        name = code if code in plugins.names("languages") else "generic"
        options = {"code": code} if name == "generic" else {}
        made: Language = plugins.load("languages", name, None, **options, **config.options("languages", name))
        return made

    @cache
    def encoder() -> Encoder | None:
        if config.encoder == NONE:
            return None
        options = dict(config.options("encoders", config.encoder))
        if config.model:
            options["model"] = config.model
        made: Encoder = plugins.load("encoders", config.encoder, context, **options)
        return made if store is None else _kept_encoder(made, store)

    @cache
    def linker() -> Linker | None:
        if NONE in (config.linker, config.encoder):
            return None
        made: Linker = plugins.load("linkers", config.linker, context, **config.options("linkers", config.linker))
        return made if memory is None else _kept_linker(made, memory, context)

    memory = _memory(store, config) if store is not None else None

    context = Context(
        language=language,
        encoder=encoder,
        linker=linker,
        words=frozenset(_word_list(config.words)) if config.words else frozenset(),
        glossary=_glossary(config.glossary) if config.glossary else (),
        variant=config.variant,
        memory=memory,
    )
    return context


def _kept_encoder(encoder: Encoder, store: Store) -> Encoder:
    """With a memory, if the encoder says what decides its vectors' bits."""
    from checker.vectors import KeptEncoder

    identity = getattr(encoder, "identity", "")
    if not identity:
        return encoder
    kept: Any = KeptEncoder(encoder, store, identity)  # its properties are the shape's plain fields
    return kept  # type: ignore[no-any-return]


def _kept_aligner(aligner: Aligner, memory: Memory, config: Config) -> Aligner:
    from checker.vectors import KeptAligner

    return KeptAligner(aligner, memory, config.aligner)


def _kept_linker(linker: Linker, memory: Memory, context: Context) -> Linker:
    from checker.vectors import KeptLinker

    return KeptLinker(linker, memory, context.tokens)


def _memory(store: Store, config: Config) -> Memory:
    """For links and predictions: they hang on languages and tables too; any change of the package makes them new."""
    from checker.fingerprint import fingerprint
    from checker.store import Memory, content_key

    parts = fingerprint(), config.linker, config.encoder, config.model, repr(config.parts)
    return Memory(store, content_key(*parts).hex())


def _lines(path: str, what: str) -> list[str]:
    try:
        return Path(path).read_text("utf-8-sig").split("\n")
    except OSError as error:
        raise InputError(path, f"the {what} cannot be read ({error.strerror})", "check the path") from error
    except UnicodeDecodeError as error:
        raise InputError(path, f"the {what} is not UTF-8", "save it as UTF-8") from error


def _word_list(path: str) -> list[str]:
    """The desk's words, one a line, ``#`` for a comment."""
    words = (line.partition("#")[0].strip().lower() for line in _lines(path, "word list"))
    return [word for word in words if word]


def _glossary(path: str) -> tuple[Mapping[str, str], ...]:
    """Rows with the columns source, required, forbidden, note."""
    reader = csv.DictReader(_lines(path, "glossary"))
    unknown = {"source", "required"} - set(reader.fieldnames or ())
    if unknown:
        raise InputError(
            path,
            f"the glossary has no column {', '.join(sorted(unknown))}",
            "columns are source, required, forbidden, note",
        )
    return tuple({key: (value or "").strip() for key, value in row.items() if key} for row in reader)

"""`checker align`: the alignment alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli import options as opt
from checker.cli.writing import emit
from checker.errors import SettingsError, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Alignment, Bead, Document, Span

FORMATS = ("tsv", "json", "tmx", "vecalign")
Sides = tuple[dict[int, int], dict[int, int]]


def command(
    translation: Annotated[Path, typer.Argument(help="The translation.")],
    source: Annotated[Path, typer.Option("--source", "-s", help="The original (or a re-translation).")],
    output_format: Annotated[str, typer.Option("--format", "-f", help=", ".join(FORMATS))] = "tsv",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File; else standard output.")] = None,
    presplit: Annotated[bool, typer.Option("--presplit", help="One sentence a line on both sides.")] = False,
    confidence: Annotated[
        float, typer.Option("--confidence", min=0.0, max=1.0, help="Only beads at least this sure.")
    ] = 0.0,
    source_lang: opt.SourceLang = None,
    target_lang: opt.TargetLang = None,
    encoder: opt.Encoder = None,
    model: opt.Model = None,
    aligner: Annotated[str | None, typer.Option(help="Aligner by name: margin, length.")] = None,
    config: opt.ConfigFile = None,
    isolated: opt.Isolated = False,
) -> None:
    """Align a translation with its original, sentence by sentence."""
    if output_format not in FORMATS:
        raise SettingsError(f'--format: "{output_format}" is not known{nearest(output_format, FORMATS)}')
    from checker.desk import Desk
    from checker.intake import Intake

    options = opt.settings(locals()) | ({"aligner": aligner} if aligner else {})
    desk = Desk(options, config, isolated)
    settings = desk.config(translation)
    intake = Intake(settings)
    article, _ = intake.join(intake.file(translation), intake.file(source))
    pipeline = desk.pipeline(settings)
    assert article.source is not None  # noqa: S101 -- the option is required
    documents = article.source, article.translation
    sides = tuple(_lines(document) if presplit else pipeline.split(document) for document in documents)
    alignment = pipeline.aligner.align(*documents, (sides[0], sides[1]))
    kept = [bead for bead in alignment.beads if bead.confidence >= confidence]
    places = tuple({span.start: index for index, span in enumerate(side)} for side in sides)
    render = {"tsv": _tsv, "json": _json, "tmx": _tmx, "vecalign": _vecalign}[output_format]
    emit(render(alignment, kept, (places[0], places[1])), output)


def _lines(document: Document) -> tuple[Span, ...]:
    """One sentence a line, split on line feeds only; blank lines count, the end of the last line makes none."""
    spans, start = [], 0
    text = document.text
    for line in (text.removesuffix("\n")).split("\n"):
        spans.append(document.span(start, start + len(line)))
        start += len(line) + 1
    return tuple(spans)


def _numbers(bead: Bead, places: Sides) -> tuple[list[int], list[int]]:
    return [places[0][span.start] for span in bead.source], [places[1][span.start] for span in bead.target]


def _joined(spans: Sequence[Span]) -> str:
    return " ".join(" ".join(span.text.split()) for span in spans)


def _tsv(alignment: Alignment, beads: Sequence[Bead], places: Sides) -> str:
    rows = ["kind\tsource_sentences\ttarget_sentences\tconfidence\tsimilarity\tsource\ttranslation"]
    for bead in beads:
        source, target = (",".join(map(str, side)) for side in _numbers(bead, places))
        similarity = "" if bead.similarity is None else f"{bead.similarity:.2f}"
        rows.append(
            f"{bead.kind}\t{source}\t{target}\t{bead.confidence:.2f}\t{similarity}\t{_joined(bead.source)}\t{_joined(bead.target)}"
        )
    return "\n".join(rows) + "\n"


def _json(alignment: Alignment, beads: Sequence[Bead], places: Sides) -> str:
    rows = []
    for bead in beads:
        source, target = _numbers(bead, places)
        rows.append(
            {
                "kind": bead.kind,
                "source_sentences": source,
                "target_sentences": target,
                "source_spans": [[span.start, span.stop] for span in bead.source],
                "target_spans": [[span.start, span.stop] for span in bead.target],
                "confidence": round(bead.confidence, 4),
                "similarity": None if bead.similarity is None else round(bead.similarity, 2),
                "source": _joined(bead.source),
                "translation": _joined(bead.target),
            }
        )
    whole = {"source_lang": alignment.source.lang, "target_lang": alignment.target.lang, "beads": rows}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _tmx(alignment: Alignment, beads: Sequence[Bead], places: Sides) -> str:
    """TMX 1.4b, level 1: only beads with both sides are translation units."""
    from xml.sax.saxutils import escape, quoteattr  # pulls in urllib and email: not for every command

    from checker.version import __version__

    langs = alignment.source.lang, alignment.target.lang
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f'<header creationtool="checker" creationtoolversion={quoteattr(__version__)} segtype="sentence" '
        f'o-tmf="checker" adminlang="en" srclang={quoteattr(langs[0])} datatype="plaintext"/>\n<body>\n'
    )
    units = [
        f'<tu><prop type="x-confidence">{bead.confidence:.2f}</prop>'
        + "".join(
            f"<tuv xml:lang={quoteattr(lang)}><seg>{escape(_xml(_joined(side)))}</seg></tuv>"
            for lang, side in zip(langs, (bead.source, bead.target), strict=True)
        )
        + "</tu>\n"
        for bead in beads
        if bead.source and bead.target
    ]
    return head + "".join(units) + "</body>\n</tmx>\n"


def _xml(text: str) -> str:
    """Without the characters that XML 1.0 cannot hold."""
    return "".join(
        char
        for char in text
        if char in "\t\n\r" or " " <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd" or char >= "\U00010000"
    )


def _vecalign(alignment: Alignment, beads: Sequence[Bead], places: Sides) -> str:
    """``[source]:[target]:cost``; every unaligned sentence has a line of its own."""
    rows = []
    for bead in beads:
        source, target = _numbers(bead, places)
        cost = 1 - bead.confidence
        if source and target:
            rows.append(f"{source}:{target}:{cost:.6f}")
        else:
            rows += [f"[{index}]:[]:{cost:.6f}" for index in source] + [f"[]:[{index}]:{cost:.6f}" for index in target]
    return "\n".join(rows) + "\n"

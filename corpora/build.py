"""Builds the labelled article pairs from their authoring files.

    python corpora/build.py                       every pair, into corpora/NAME/
    python corpora/build.py festival              one pair
    python corpora/build.py --corrected DIR       the translations with every suggestion applied, to read through
    python corpora/build.py --counts              what the pairs hold

An authoring file, authoring/NAME.txt, holds the pair bead by bead; corpora/README.md describes its notation.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

HERE = Path(__file__).parent
SIDES = {"ru": "article.ru", "en": "article.en", "re": "article.retranslation"}
CUT = "¦"
"""Where a sentence ends without a space after it ("help.¦But")."""
DELETE = "(delete)"

MARK = re.compile(
    r"\{\{(?P<wrong>.*?) =>(?: (?P<right>.*?))? \| (?P<code>[A-Z]{3}\d(?:\d\d|xx))"
    r" (?P<severity>critical|major|minor)(?P<doubt>\??)(?: \| (?P<note>.*?))?\}\}"
)
LINE = re.compile(r"(?P<outside>~?)(?P<side>ru|en|re): (?P<text>.*)")


class AuthoringError(ValueError):
    """An authoring file that cannot be built; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Defect:
    """A labelled defect of one sentence of the translation."""

    wrong: str
    """What the translation says, or, where `omitted`, what it leaves out of the source."""
    right: str
    """What replaces it; advice stands in round brackets; "(delete)" for an addition."""
    code: str
    severity: str
    sure: bool
    note: str
    omitted: bool
    start: int
    """Offset into the plain sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A line of an authoring file: plain text (sentence cuts still in it) and the defects marked there."""

    text: str
    defects: tuple[Defect, ...] = ()

    @property
    def pieces(self) -> tuple[str, ...]:
        """The sentences of the line: none where everything is omitted, two around a cut."""
        return tuple(piece for piece in self.text.split(CUT) if piece)

    @property
    def corrected(self) -> str:
        """The line with every suggestion applied that is not advice."""
        parts, end = [], 0
        for defect in self.defects:
            parts += [self.text[end : defect.start], _replacement(defect)]
            end = defect.start + (0 if defect.omitted else len(defect.wrong))
        joined = "".join([*parts, self.text[end:]]).replace(CUT, "")
        return re.sub(r" +(?=[,.;:!?]|$)", "", re.sub(" {2,}", " ", joined)).strip()


@dataclass(frozen=True, slots=True)
class Bead:
    """Lines that translate each other, by side ("ru", "en", "re")."""

    lines: dict[str, tuple[Sentence, ...]]

    def count(self, side: str) -> int:
        """Number of sentences on a side."""
        return sum(len(line.pieces) for line in self.lines.get(side, ()))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or page furniture, or the place in the translation that a moved paragraph went to."""

    beads: tuple[Bead, ...] = ()
    outside: tuple[tuple[str, str], ...] = ()
    """Side and line of page furniture."""
    moved: str = ""
    receives: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """One side as built: the text, its sentences in order, and the defects with their offsets."""

    text: str
    sentences: tuple[str, ...]
    defects: tuple[tuple[int, Defect, Bead], ...]
    outside: tuple[str, ...]


def _replacement(defect: Defect) -> str:
    if defect.right == DELETE:
        return ""
    if defect.omitted and defect.right[0].isalnum():
        return f" {defect.right}"
    return defect.wrong if defect.right.startswith("(") else defect.right


def _sentence(marked: str) -> Sentence:
    plain, defects, end = "", [], 0
    for match in MARK.finditer(marked):
        plain += marked[end : match.start()]
        wrong, right, note = match["wrong"], match["right"] or "", match["note"] or ""
        omitted = wrong.startswith("<") and wrong.endswith(">")
        wrong = wrong[1:-1] if omitted else wrong
        defects.append(
            Defect(wrong, right, match["code"], match["severity"], not match["doubt"], note, omitted, len(plain))
        )
        plain += "" if omitted else wrong
        end = match.end()
    plain += marked[end:]
    if "{{" in plain or "}}" in plain:
        raise AuthoringError(f"a mark is not written as {{{{wrong => right | CODE severity | note}}}}: {marked}")
    return Sentence(plain, tuple(defects))


def _bead(lines: Sequence[re.Match[str]]) -> Bead:
    sides: dict[str, tuple[Sentence, ...]] = {}
    for line in lines:
        sides[line["side"]] = (*sides.get(line["side"], ()), _sentence(line["text"]))
    return Bead(sides)


def _block(chunk: str) -> Block:
    head, _, body = chunk.partition("\n")
    word, _, name = head.strip().partition(" ")
    if word not in {"", "moved", "receives"}:
        raise AuthoringError(f'a paragraph begins "--- {head}"; known are "---", "--- moved NAME", "--- receives NAME"')
    beads, outside = [], []
    for group in re.split(r"\n\s*\n", body.strip("\n")):
        rows = [row for row in group.split("\n") if row.strip()]
        matches = [LINE.fullmatch(row) for row in rows]
        if None in matches:
            wrong = rows[matches.index(None)]
            raise AuthoringError(f'a line begins with none of "ru:", "en:", "re:", "~ru:", ...: {wrong}')
        found = [match for match in matches if match]
        outside += [(match["side"], match["text"]) for match in found if match["outside"]]
        inside = [match for match in found if not match["outside"]]
        beads += [_bead(inside)] if inside else []
    return Block(tuple(beads), tuple(outside), name if word == "moved" else "", name if word == "receives" else "")


def parse(authoring: str) -> tuple[Block, ...]:
    """The blocks of an authoring file, in the order of the source."""
    kept = "\n".join(row for row in authoring.split("\n") if not row.startswith("#"))
    before, *chunks = re.split(r"^---", kept, flags=re.MULTILINE)
    if before.strip():
        raise AuthoringError(f'text before the first "---": {before.strip()[:60]}')
    return tuple(_block(chunk) for chunk in chunks)


def in_target_order(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks as the translation has them: moved paragraphs stand where they are received."""
    moved = {block.moved: block for block in blocks if block.moved}
    return tuple(moved[block.receives] if block.receives else block for block in blocks if not block.moved)


def _paragraphs(blocks: Sequence[Block], side: str) -> Iterator[tuple[Block, list[tuple[Bead, Sentence]]]]:
    for block in blocks:
        lines = [(bead, line) for bead in block.beads for line in bead.lines.get(side, ())]
        if lines or any(where == side for where, _ in block.outside):
            yield block, lines


def render(blocks: Sequence[Block], side: str) -> Text:
    """One side's text, paragraphs parted by a blank line, with its sentences and its defects in place."""
    text = ""
    sentences: list[str] = []
    defects: list[tuple[int, Defect, Bead]] = []
    for block, lines in _paragraphs(blocks, side):
        text += "\n\n" if text else ""
        text += "\n".join(row for where, row in block.outside if where == side)
        start = len(text)
        for bead, line in lines:
            text += " " if len(text) > start and line.pieces else ""
            for defect in line.defects:
                cuts = line.text.count(CUT, 0, defect.start)
                defects.append((len(text) + defect.start - cuts, defect, bead))
            text += "".join(line.pieces)
            sentences += line.pieces
    outside = tuple(row for block in blocks for where, row in block.outside if where == side)
    return Text(text + "\n", tuple(sentences), tuple(defects), outside)


def corrected(blocks: Sequence[Block]) -> str:
    """The translation with every suggestion applied and moved paragraphs put back."""
    paragraphs = []
    for block, lines in _paragraphs([block for block in blocks if not block.receives], "en"):
        rows = [row for where, row in block.outside if where == "en"]
        paragraphs.append("\n".join(rows) + " ".join(filter(None, (line.corrected for _, line in lines))))
    return "\n\n".join(filter(None, paragraphs)) + "\n"


def _steps(bead: Bead, source: str) -> list[tuple[int, int]]:
    """Sentences on each side; a bead that a cut makes two sentences of pairs off sentence by sentence."""
    here, there = bead.count(source), bead.count("en")
    cut = any(CUT in line.text for line in bead.lines.get("en", ()))
    return [(1, 1)] * here if cut and here == there else [(here, there)]


def _rows(blocks: Sequence[Block], source: str) -> Iterator[tuple[int, int, int, int, str]]:
    starts: dict[int, int] = {}
    reached = 0
    for block in in_target_order(blocks):
        for bead in block.beads:
            starts[id(bead)] = reached
            reached += bead.count("en")
    position = 0
    for block in blocks:
        for bead in block.beads:
            start = starts[id(bead)]
            for here, there in _steps(bead, source):
                note = "omitted" if not there else "added" if not here else "moved" if block.moved else ""
                yield position, position + here, start, start + there, note
                position, start = position + here, start + there


def _occurrence(text: str, exact: str, start: int) -> int:
    """Which match of `exact` begins at `start`, from 1; matches may overlap one another."""
    return sum(text.startswith(exact, offset) for offset in range(start + 1))


def _source_offset(source: Text, defect: Defect, bead: Bead) -> int:
    """Where in the source's text the words stand that the translation leaves out of a bead."""
    sentence = " ".join(line.text for line in bead.lines["ru"])
    if sentence.count(defect.wrong) != 1 or source.text.count(sentence) != 1:
        raise AuthoringError(f'"{defect.wrong}" stands not once in its source sentence')
    return source.text.index(sentence) + sentence.index(defect.wrong)


def _findings(name: str, blocks: Sequence[Block]) -> Iterator[tuple[str, ...]]:
    source, target = render(blocks, "ru"), render(in_target_order(blocks), "en")
    categories = dict(read_table(HERE / "authoring" / "codes.tsv"))
    for number, (start, defect, bead) in enumerate(target.defects, 1):
        text = source.text if defect.omitted else target.text
        exact = defect.wrong.replace(CUT, "")
        where = _source_offset(source, defect, bead) if defect.omitted else start
        if text[where : where + len(exact)] != exact:
            raise AuthoringError(f'{name}: "{exact}" is not where it was marked')
        if defect.code not in categories:
            raise AuthoringError(f"{name}: {defect.code} is not in authoring/codes.tsv")
        side = "source" if defect.omitted else "translation"
        category = "accuracy/omission" if defect.omitted else categories[defect.code]
        sure = "sure" if defect.sure else "arguable"
        yield (
            f"{name}-{number:02}",
            defect.code,
            exact,
            str(_occurrence(text, exact, where)),
            side,
            category,
            defect.severity,
            sure,
            defect.right,
            defect.note,
        )


def read_table(path: Path) -> list[list[str]]:
    """Rows of a tab-separated file without its header; a quotation mark is a plain character."""
    return [row.split("\t") for row in path.read_text("utf-8").split("\n")[1:] if row]


def _table(header: str, rows: Iterable[Iterable[object]]) -> str:
    return "\n".join([header.replace(" ", "\t"), *("\t".join(map(str, row)) for row in rows)]) + "\n"


def files(name: str, blocks: Sequence[Block]) -> dict[str, str]:
    """File names of a pair and what they hold."""
    built = {}
    for side, stem in SIDES.items():
        made = render(in_target_order(blocks) if side == "en" else blocks, side)
        if made.sentences:
            built[f"{stem}.txt"] = made.text
            built[f"{stem}.sentences.txt"] = "\n".join(made.sentences) + "\n"
    header = "src_start src_end tgt_start tgt_end note"
    built["beads.tsv"] = _table(header, _rows(blocks, "ru"))
    if "article.retranslation.txt" in built:
        built["beads.retranslation.tsv"] = _table(header, _rows(blocks, "re"))
    columns = "id code exact_text occurrence side category severity sure suggestion note"
    built["findings.tsv"] = _table(columns, _findings(name, blocks))
    return built


def _write(folder: Path, contents: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for file_name, content in contents.items():
        (folder / file_name).write_text(content, "utf-8", newline="\n")


def count(name: str, blocks: Sequence[Block]) -> str:
    """A line of figures about a pair."""
    built = files(name, blocks)
    words = "/".join(str(len(" ".join(render(blocks, side).sentences).split())) for side in SIDES)
    sentences = "/".join(str(len(render(blocks, side).sentences)) for side in SIDES)
    kinds = Counter(row.split("\t")[6] for row in built["findings.tsv"].split("\n")[1:] if row)
    listed = ", ".join(f"{kind} {kinds[kind]}" for kind in ("critical", "major", "minor"))
    lines = [line for block in blocks for bead in block.beads for line in bead.lines.get("en", ()) if line.text]
    clean = sum(not line.defects for line in lines)
    figures = f"findings {kinds.total()} ({listed}), clean {clean}/{len(lines)}"
    return f"{name}: words {words}, sentences {sentences}, {figures}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Build, correct or count the pairs named (all, where none is)."""
    parser = argparse.ArgumentParser(description="Build the labelled article pairs from their authoring files.")
    parser.add_argument("names", nargs="*", help="pairs to build; all where none is named")
    parser.add_argument("--out", type=Path, default=HERE, help="folder that the pairs' folders go to")
    parser.add_argument("--corrected", type=Path, help="write the corrected translations here, and nothing else")
    parser.add_argument("--counts", action="store_true", help="print what the pairs hold, and write nothing")
    options = parser.parse_args(arguments)
    for name in options.names or sorted(path.stem for path in (HERE / "authoring").glob("*.txt")):
        blocks = parse((HERE / "authoring" / f"{name}.txt").read_text("utf-8"))
        if options.counts:
            print(count(name, blocks))
        elif options.corrected:
            _write(options.corrected, {f"{name}.en.txt": corrected(blocks)})
        else:
            _write(options.out / name, files(name, blocks))


if __name__ == "__main__":
    main()

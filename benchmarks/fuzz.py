"""Damaged and hostile files into every reader: an article or an InputError comes out, in little time and memory.

    python -m benchmarks.fuzz [--inputs 100000] [--seed 1] [--reader NAME] [--keep FOLDER]

Inputs are mutations of small good files: bytes changed, cut, doubled, spliced with another format's, and pieces
known to hurt put in. Prints a row for each reader; exit code 1 if one broke. `--keep` writes the inputs that did.
"""

from __future__ import annotations

import argparse
import io
import random
import resource
import sys
import time
import zipfile
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from checker import plugins
from checker.errors import InputError

if TYPE_CHECKING:
    from checker.model import Document

SLOW = 2.0
"""Seconds of one core for an input of a few thousand bytes that count as a hang."""
LARGEST = 6_000
TEXT = "Headline\n\nThe minister left. «Nobody» spoke; it rained — hard.\n\n- one\n- two\n\nShare\nComments (3)\n"
HOSTILE = (
    *(
        b"\x00",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\xc3",
        b"\xe2\x80\xae",
        b"\xf4\x8f\xbf\xbf",
    ),
    *(
        b"<",
        b">",
        b"</",
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"]]>",
        b"&",
        b"&amp;",
        b"&#0;",
        b"&#x110000;",
        b"&#xD800;",
        b"<?xml",
    ),
    *(
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
        b"<script>",
        b"<p>" * 200,
        b"</p>" * 50,
        b"<b" * 100,
        b"<div>" * 500,
        b"'",
        b'"',
    ),
    *(
        b"[" * 200,
        b"](",
        b"`" * 100,
        b"*" * 200,
        b"> " * 100,
        b"#" * 50,
        b"|" * 100,
        b"---\n",
        b"\t" * 100,
        b" " * 500,
        b"\n" * 200,
    ),
    *(
        b'msgid "',
        b'msgstr "',
        b"\\",
        b"\\x",
        b"{" * 200,
        b'{"a":' * 100,
        b"\r",
        b"\r\n",
        b"=cmd|' /C calc'!A0",
        b"1e999",
        b"NaN",
    ),
)


def docx(body: bytes) -> bytes:
    """A Word file with this main part."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", body)
    return data.getvalue()


_W = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
_PARAGRAPHS = (
    b"<w:p><w:r><w:t>The minister left.</w:t><w:tab/></w:r></w:p><w:p><w:del><w:r><w:t>x</w:t></w:r></w:del></w:p>"
)
SEEDS = {
    "text": ("a.txt", TEXT.encode()),
    "markdown": ("a.md", f"# Title\n\n{TEXT}\n```\ncode\n```\n\n[a](b) *c* | d | e |\n".encode()),
    "html": (
        "a.html",
        f"<html><head><title>t</title></head><body><article><h1>H</h1><p>{TEXT}</p></article></body></html>".encode(),
    ),
    "docx": ("a.docx", _W + _PARAGRAPHS * 3 + b"</w:body></w:document>"),
    "tables": ("a.csv", b'source,translation\none,two\n"three, four",five\n'),
    "xliff": (
        "a.xlf",
        b'<xliff version="1.2"><file source-language="ru" target-language="en" original="o" datatype="plaintext"><body>'
        b'<trans-unit id="1"><source>a <g id="1">b</g></source><target>c</target></trans-unit></body></file></xliff>',
    ),
    "tmx": (
        "a.tmx",
        b'<tmx version="1.4"><header srclang="ru"/><body><tu><tuv xml:lang="ru"><seg>a</seg></tuv>'
        b'<tuv xml:lang="en"><seg>b <ph/>c</seg></tuv></tu></body></tmx>',
    ),
    "po": (
        "a.po",
        b'msgid ""\nmsgstr "Language: en\\n"\n\n#: x\nmsgid "a"\nmsgstr "b"\n\nmsgid "c\\n"\n"d"\nmsgstr "e"\n',
    ),
}


def mutated(seed: bytes, chance: random.Random) -> bytes:
    """The seed after one to six changes."""
    data = bytearray(seed)
    for _ in range(chance.randint(1, 6)):
        place = chance.randint(0, len(data))
        what = chance.randrange(7)
        if what == 0:
            data[place:place] = chance.choice(HOSTILE)
        elif what == 1 and data:
            data[place % len(data)] = chance.randrange(256)
        elif what == 2:
            del data[place : place + chance.randint(1, 40)]
        elif what == 3:
            stop = place + chance.randint(1, 80)
            data[place:place] = data[place:stop] * chance.choice((1, 2, 30))
        elif what == 4:
            data[place:place] = chance.choice(list(SEEDS.values()))[1][: chance.randint(1, 200)]
        elif what == 5:
            del data[place:]
        else:
            data[place:place] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 8)))
    return bytes(data[:LARGEST])


def reshaped(seed: bytes, chance: random.Random) -> bytes:
    """XML of the same tags in another shape."""
    root = etree.fromstring(seed)
    for _ in range(chance.randint(1, 5)):
        nodes = list(root.iter())
        node, other = chance.choice(nodes), chance.choice(nodes)
        what = chance.randrange(6)
        if what == 0:
            other.append(deepcopy(node))
        elif what == 1 and node.getparent() is not None:
            node.getparent().remove(node)
        elif what == 2:
            node.text = chance.choice(("", " ", "\u202e\u2066x", "=1+1", "я" * 3000, "\u00a0\n\t", "<&>"))
        elif what == 3:
            node.tag = other.tag
        elif what == 4 and node.attrib:
            node.attrib[chance.choice(list(node.attrib))] = chance.choice(("", "xx-YY", "en", "ru", "1" * 500))
        else:
            for _ in range(chance.randint(1, 60)):
                inner = deepcopy(node) if len(etree.tostring(node)) < 200 else etree.Element(node.tag)
                node.append(inner)
                node = inner
    data: bytes = etree.tostring(root)
    return data[: 20 * LARGEST]


def hostile_input(name: str, chance: random.Random) -> bytes:
    """An input for a reader; of Word files now the part within is changed, now the archive."""
    seed = SEEDS[name][1]
    if name in ("docx", "tmx", "xliff") and chance.random() < 0.5:
        # Well-formed still, so that more than the parser is tried: a tag doubled, deepened or renamed, text changed.
        seed = reshaped(seed, chance)
        return docx(seed) if name == "docx" else seed
    if name != "docx":
        return mutated(seed, chance)
    return docx(mutated(seed, chance)) if chance.random() < 0.7 else mutated(docx(seed), chance)


def law_broken(document: Document) -> str:
    """What of a document is not true, "" if all is."""
    text = document.text
    spans = (*document.outside, *document.segments)
    if any(span.text != text[span.start : span.stop] for span in spans):
        return "a span does not tell the truth"
    if any(not 0 <= start <= stop <= len(text) for start, stop in document.masked):
        return "a mask leads out of the text"
    if any(one.stop > other.start for one, other in zip(document.outside, document.outside[1:], strict=False)):
        return "furniture overlaps"
    return ""


def tried(reader, data: bytes, name: str) -> tuple[str, bool]:
    """What went wrong, "" if nothing did; and whether there was an article in it."""
    start = time.process_time()
    try:
        article, _ = reader.read(data, name)
    except InputError:
        article = None
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return f"{type(error).__name__}: {str(error)[:100]}", False
    if time.process_time() - start > SLOW:
        return f"took {time.process_time() - start:.1f} s", False
    documents = (article.translation, article.source, article.reference) if article else ()
    wrong = next(filter(None, (law_broken(document) for document in documents if document)), "")
    return wrong, article is not None


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--inputs", type=int, default=100_000, help="over all readers")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--reader", choices=sorted(SEEDS))
    options.add_argument("--keep", type=Path)
    chosen = options.parse_args()
    names = [chosen.reader] if chosen.reader else sorted(SEEDS)
    broken = 0
    print(f"{'reader':10} {'inputs':>8} {'articles':>8} {'broken':>7} {'seconds':>8}")
    for name in names:
        broken += fuzzed(name, chosen.inputs // len(names), chosen)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    sys.exit(1 if broken else 0)


def fuzzed(name: str, count: int, chosen: argparse.Namespace) -> int:
    """Fuzz one reader; how often it broke."""
    reader, chance = plugins.load("readers", name, None), random.Random(f"{chosen.seed}-{name}")
    file, start = SEEDS[name][0], time.process_time()
    broken: dict[str, int] = {}
    read = 0
    for number in range(count):
        data = hostile_input(name, chance)
        wrong, article = tried(reader, data, file)
        if wrong:
            broken[wrong] = broken.get(wrong, 0) + 1
            if chosen.keep:
                chosen.keep.mkdir(parents=True, exist_ok=True)
                (chosen.keep / f"{name}-{number}{Path(file).suffix}").write_bytes(data)
        read += article
    print(f"{name:10} {count:8} {read:8} {sum(broken.values()):7} {time.process_time() - start:8.1f}", flush=True)
    for wrong, times in sorted(broken.items(), key=lambda item: -item[1])[:5]:
        print(f"    {times} x {wrong}")
    return sum(broken.values())


if __name__ == "__main__":
    main()

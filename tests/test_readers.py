"""Readers: any bytes are an article or one clear error; offsets are true; what is no article is set aside."""

from __future__ import annotations

import csv
import io
import json
import re
import time
import zipfile
from contextlib import suppress

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import plugins
from checker.data import rows
from checker.errors import InputError
from checker.readers import _furniture

NAMES = plugins.names("readers")
RUSSIAN = "Совет закрыл бассейн.\nЖители Ольхова недовольны: «Куда теперь идти?» — спрашивают они."


def read(reader, data, name=""):
    data = data.encode() if isinstance(data, str) else data
    made = plugins.load("readers", reader, None)
    return made.read(data, name or f"article{made.suffixes[0]}")


def document(reader, data, name=""):
    return read(reader, data, name)[0].translation


# ---- laws -------------------------------------------------------------------------------------------------------

FRAGMENTS = {
    "html": [
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "&amp;",
        "&",
        "<",
        ">",
        '"',
        "<a href='",
        "<nav>",
    ],
    "markdown": [
        "# ",
        "*",
        "_",
        "[",
        "](",
        ")",
        "`",
        "```\n",
        "> ",
        "- ",
        "1. ",
        "|",
        "---\n",
        "<b>",
        "&lt;",
        "\\",
        "\t",
    ],
    "tables": ["translation", "source", ",", "\t", '"', "\n", "\r\n", "{", "}", '{"translation": "x"}'],
    "xliff": ["<xliff>", "</xliff>", "<target>", "</target>", "<source>", "<trans-unit>", "<!DOCTYPE x>", "&x;"],
    "tmx": ["<tmx>", "</tmx>", "<tu>", "<tuv xml:lang='en'>", "<seg>", "</seg>", "</tuv>", "</tu>"],
    "po": ['msgid "a"', 'msgstr "b"', "\n", "#, fuzzy", '"', "msgstr[0] ", "\\"],
}


def texts(reader):
    pieces = [
        *FRAGMENTS.get(reader, ["text"]),
        "слово",
        "word",
        ".",
        " ",
        "\n",
        "\r\n",
        "\n\n",
        "\u00a0",
        "\u2028",
        "😀",
    ]
    return st.lists(st.sampled_from(pieces), max_size=40).map("".join)


def article_or_error(reader, data):
    """The article; None where the reader refused it in one line."""
    said = ""
    try:
        return read(reader, data)[0]
    except InputError as error:
        said = str(error)
    assert "\n" not in said
    return None


def honest(article, raw=None):
    for side in (article.translation, article.source, article.reference):
        if side is None:
            continue
        for span in (*side.outside, *side.segments):
            assert side.text[span.start : span.stop] == span.text
        assert all(one.stop <= other.start for one, other in zip(side.outside, side.outside[1:], strict=False))
        assert side.position(len(side.text)) >= side.position(0) == (1, 1)
    if raw is not None:
        text = article.translation.text
        assert len(text) == len(raw)
        hidden = {place for start, stop in article.translation.masked for place in range(start, stop)}
        assert all(text[place] == raw[place] for place in range(len(raw)) if place not in hidden)


@pytest.mark.parametrize("reader", NAMES)
@settings(deadline=None)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_an_article_or_a_clear_error(reader, data):
    article = article_or_error(reader, data)
    if article is None:
        return
    honest(article)
    assert article.translation.text.strip()


@pytest.mark.parametrize("reader", [name for name in NAMES if name != "docx"])
@settings(deadline=None)
@given(data=st.data())
def test_any_text_in_its_own_marks_too(reader, data):
    raw = data.draw(texts(reader))
    article = article_or_error(reader, raw)
    if article is None:
        return
    honest(article, raw if reader in ("text", "html", "markdown") else None)


@pytest.mark.parametrize("reader", ["text", "html", "markdown", "tables", "po"])
@pytest.mark.parametrize(
    "data", [b"", b"  \n", b"\xef\xbb\xbf", b"%PDF-1.7 ...", b"\x89PNG\r\n", bytes(range(256)) * 9]
)
def test_empty_and_binary_files_are_one_line(reader, data):
    with pytest.raises(InputError, match=r"^article\.\w+: [^\n]+$"):
        read(reader, data)


@pytest.mark.parametrize(
    ("reader", "unit"),
    [
        ("html", "<"),
        ("html", "<a "),
        ("html", "<a '>' "),
        ("html", "<!-- "),
        ("html", "&amp"),
        ("html", "<div>"),
        ("html", "<b></i>"),
        ("html", '<a b="'),
        ("html", "<header><h1>a</h1></header>"),
        ("markdown", "["),
        ("markdown", "[a]("),
        ("markdown", "`a"),
        ("markdown", "*a "),
        ("markdown", "> a\n"),
        ("markdown", "![a"),
        ("text", "Share\n"),
        ("text", "a | b | c\n"),
        ("text", "Read also\nAn x\n"),
    ],
)
def test_time_is_linear(reader, unit):
    def seconds(size):
        data = (unit * (size // len(unit))).encode()
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            with suppress(InputError):
                read(reader, data)
            best = min(best, time.process_time() - start)
        return best

    seconds(100)
    assert seconds(120_000) < 10 * max(seconds(30_000), 0.01)


# ---- encodings --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "encoding", ["cp1251", "koi8-r", "cp866", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("text", [RUSSIAN, RUSSIAN.upper(), "Да.", "Совет закрыл бассейн the pool"])
def test_russian_in_any_encoding(encoding, text):
    if text == "Да." and encoding in ("cp1251", "koi8-r", "cp866", "utf-16-le", "utf-16-be"):
        pytest.skip("two letters fit several encodings")
    data = text.replace("—", "-").replace("«", '"').replace("»", '"')
    if text.isupper() and encoding == "koi8-r":
        pytest.skip("KOI8-R in capitals is windows-1251 in small letters")
    found = document("text", data.encode(encoding))
    assert found.text == data


def test_the_encoding_is_said():
    article, notes = read("text", RUSSIAN.encode("cp1251"))
    assert article.translation.encoding == "windows-1251"
    assert "windows-1251" in notes[0].text


def test_line_ends_and_other_marks_stay():
    text = "One.\r\nTwo.\rThree.\u2028Four.\x85Five.\n"
    assert document("text", b"\xef\xbb\xbf" + text.encode()).text == text


def test_damaged_utf8_names_the_line():
    with pytest.raises(InputError, match="line 3"):
        read("text", (RUSSIAN + "\n").encode() + b"\xff" + RUSSIAN.encode())


def test_a_page_is_read_in_the_encoding_it_declares():
    page = f'<meta charset="windows-1251"><p>{RUSSIAN}</p>'
    assert "бассейн" in document("html", page.encode("cp1251")).text


# ---- furniture --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", rows("furniture"), ids=lambda row: row["example"])
def test_every_pattern_has_an_example(row):
    assert row["reason"]
    assert _furniture._kind(row["example"]) == row["kind"]


ARTICLE = """Port stays shut

ALDERHAVEN, 4 March. The port stayed shut on Monday, officials said.

Nobody knows why.

Photo: A. Perrin
"""

TAIL = "Read: 595\n\nWrite comment\n\nAn opinion of a reader.\n\nNews feed"
BLOCK = "Read also\nFerry back in service\nHow to moor a boat"


@pytest.mark.parametrize(
    ("text", "furniture"),
    [
        (ARTICLE, []),
        (f"{ARTICLE}\n{TAIL}\n", [TAIL]),
        ("Home | News | Politics | Sport\n" + ARTICLE, ["Home | News | Politics | Sport"]),
        (f"{ARTICLE}\n{BLOCK}\n\nThe mayor spoke on Tuesday.\n", [BLOCK]),
        (ARTICLE + "\nShare\nFacebook\nTelegram\n", ["Share\nFacebook\nTelegram"]),
        ("Share prices fell\n\nThe market fell.\n\nComments\n\nThe bank has no comment.\n", []),
        (f"{ARTICLE}\nShare | Print\n", ["Share | Print"]),
        (f"{ARTICLE}\nRussia | Ukraine\n", []),
        ("Telegram\n\nThe company was founded in 2013.\n", []),
        (
            "Порт закрыт\n\nПорт закрыт.\n\nПросмотров: 1 204\n\nТеги: порт, лёд\n",
            ["Просмотров: 1 204\n\nТеги: порт, лёд"],
        ),
        (
            "Порт закрыт\n\nПорт закрыт.\n\nЧитайте также: Паром вернулся\n\nМэр молчит.\n",
            ["Читайте также: Паром вернулся"],
        ),
        ("1. Политика\n2. Экономика\n\nТак поделены темы.\n", []),
        ("Comments\n", []),
    ],
)
def test_furniture(text, furniture):
    assert [span.text for span in _furniture.outside(text)] == furniture


# ---- HTML -------------------------------------------------------------------------------------------------------

PAGE = """<!DOCTYPE html><html><head><title>Port</title><script>var a = "<p>x</p>";</script></head><body>
<header><nav><ul><li>News</li></ul></nav></header><main><h1>Port <b>closed</b></h1>
<article><p>It stayed&nbsp;shut on
<a href="x">Monday</a>, they said. Don&#39;t ask.</p><p><span>W</span>ind &amp; ice.<br>Next</p><!-- c -->
<div class="share-buttons">Share on Facebook</div><figure><figcaption>A ship</figcaption></figure></article>
<div id="comments"><p>Nice!</p></div></main><footer>About us</footer></body></html>"""


def folded(text):
    return re.sub(r"[ \u00a0]+", " ", text).strip()


def test_a_page_is_its_article():
    found = document("html", PAGE)
    honest(read("html", PAGE)[0], PAGE)
    shown = found.text
    for span in reversed(found.outside):
        shown = shown[: span.start] + "\n" + shown[span.stop :]
    paragraphs = [folded(line) for line in shown.split("\n") if line.strip()]
    assert paragraphs == [
        "Port closed",
        "It stayed shut on Monday, they said. Don't ask.",
        "Wind & ice.",
        "Next",
        "A ship",
    ]
    outside = " ".join(span.text for span in found.outside)
    assert all(part in outside for part in ("News", "Share on Facebook", "Nice!", "About us"))


def test_words_of_a_page_stand_where_they_stand_in_the_file():
    found = document("html", PAGE)
    for word in ("closed", "Monday", "ask", "Next", "ship"):
        assert found.text.index(word) == PAGE.index(word)
    assert found.position(found.text.index("Monday")) == (4, PAGE.split("\n")[3].index("Monday") + 1)


def test_words_split_by_marks_are_whole():
    found = document("html", "<p>don&#39;t <b>D</b>rop vy&shy;sshij AT&amp;T</p>")
    assert found.text.split() == ["don't", "Drop", "vysshij", "AT&T"]


# ---- Markdown ---------------------------------------------------------------------------------------------------

MARKDOWN = """---
title: x
---
# The *port* closed

It **stayed** shut on
[Monday](http://a.example/b "t"), they said. `code` 5 * 3, snake_case.

> Quoted
> line.

1. first *item*
- bullet

```
code
```

![alt](img.png) Caption.[^1]
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_markdown_is_its_text(end):
    raw = MARKDOWN.replace("\n", end)
    article, _ = read("markdown", raw)
    honest(article, raw)
    paragraphs = [folded(line) for line in article.translation.text.split("\n") if line.strip()]
    assert paragraphs == [
        "The port closed",
        "It stayed shut on Monday, they said. 5 * 3, snake_case.",
        "Quoted line.",
        "1. first item",
        "bullet",
        "Caption.",
    ]
    place = article.translation.text.index("Monday")
    assert place == raw.index("Monday")
    assert article.translation.position(place) == (7, 2)


# ---- DOCX -------------------------------------------------------------------------------------------------------


def word_file(*paragraphs):
    made = docx.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    made.add_table(1, 1).cell(0, 0).text = "In a cell"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_docx_is_its_paragraphs():
    article, notes = read("docx", word_file("Headline", "", "First.\tSecond.\nSame paragraph."))
    found = article.translation
    assert found.text == "Headline\n\n\n\nFirst.\tSecond.\u2028Same paragraph.\n\nIn a cell"
    assert found.position(found.text.index("First")) == (3, 1)
    assert found.position(found.text.index("In a cell")) == (4, 1)
    assert "paragraph" in notes[0].text


def packed(xml, name="word/document.xml"):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, xml)
    return out.getvalue()


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:p xmlns:w="w"><w:t>&b;</w:t></w:p>'


@pytest.mark.parametrize(
    "data",
    [
        packed("<a/>", "other.xml"),
        packed("<w:p"),
        packed(BOMB),
        packed(BOMB.encode("utf-16")),
        packed(" " * (65 << 20)),
        packed("<a>" * 5000 + "</a>" * 5000),
        word_file("text")[:-300],
        b"PK\x03\x04 and no more",
    ],
)
def test_bombs_and_damage_are_refused(data):
    with pytest.raises(InputError):
        read("docx", data)


def test_deletions_of_a_docx_are_left_out():
    runs = "<w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
    runs += "<w:ins><w:r><w:t> new</w:t></w:r></w:ins>"
    xml = f'<w:document xmlns:w="w"><w:body><w:p>{runs}</w:p></w:body></w:document>'
    assert document("docx", packed(xml)).text == "kept new"


# ---- pairs ------------------------------------------------------------------------------------------------------

ROWS = [("One.", "Раз.", ""), ('Two, "two".', "Два.", "2"), ("", "Три.", "")]


def table(kind):
    if kind == "jsonl":
        keys = ("translation", "source", "reference")
        return "\n".join(json.dumps(dict(zip(keys, row, strict=True))) for row in ROWS)
    if kind == "tsv":
        return "\r\n".join("\t".join(row) for row in [("translation", "source", "reference"), *ROWS])
    out = io.StringIO()
    csv.writer(out).writerows([("translation", "source", "reference"), *ROWS])
    return out.getvalue()


@pytest.mark.parametrize("kind", ["csv", "tsv", "jsonl"])
def test_tables_are_paired_segments(kind):
    article, _ = read("tables", "\ufeff" + table(kind), f"x.{kind}")
    honest(article)
    assert article.paired
    sides = (article.translation, article.source, article.reference)
    assert [
        tuple(span.text for span in cells) for cells in zip(*(side.segments for side in sides), strict=True)
    ] == ROWS
    assert article.translation.position(article.translation.segments[1].start) == (2, 1)


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("x.csv", "source,target\na,b\n", "no column translation"),
        ("x.csv", "translation,source\na\n", "row 2"),
        ("x.csv", "translation,translation\na,b\n", "twice"),
        ("x.tsv", "translation\n\n", "no translated segment"),
        ("x.jsonl", '{"translation": "a"}\nnonsense', "line 2"),
        ("x.jsonl", '{"translation": 5}', "line 1"),
        ("x.jsonl", '{"translation": "\\ud800"}', "surrogate"),
        ("x.jsonl", "[" * 100_000, "line 1"),
        ("x.csv", 'translation\n"open', "no CSV"),
    ],
)
def test_broken_tables_say_where(name, text, says):
    with pytest.raises(InputError, match=says):
        read("tables", text, name)


XLIFF1 = """<xliff version="1.2"><file source-language="ru-RU" target-language="en-GB"><body>
<trans-unit id="1"><source>Раз <g id="1">два</g>.</source>
<target>One <g id="1">two</g><ph id="2">&lt;br&gt;</ph>.</target></trans-unit>
<trans-unit id="2"><source>Три.</source></trans-unit></body></file></xliff>"""
XLIFF2 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="ru" trgLang="en">
<file id="f">
<unit id="1"><segment><source>Раз <pc id="1">два</pc>.</source>
<target>One <pc id="1">two</pc>.</target></segment></unit></file></xliff>"""
TMX = """<tmx version="1.4"><header srclang="ru"/><body><tu>
<tuv xml:lang="en-US"><seg>One <bpt i="1">&lt;b&gt;</bpt>two.</seg></tuv>
<tuv xml:lang="ru"><seg>Раз два.</seg></tuv></tu></body></tmx>"""
PO = """msgid ""
msgstr "Language: en\\n"

#, fuzzy
msgid "Не то"
msgstr "Not this"

#: a.c:1
msgid "Раз "
"два."
msgstr "One "
"two."
"""


@pytest.mark.parametrize(("reader", "data"), [("xliff", XLIFF1), ("xliff", XLIFF2), ("tmx", TMX), ("po", PO)])
def test_translation_files_are_paired_segments(reader, data):
    article, _ = read(reader, data)
    honest(article)
    assert article.paired
    assert article.translation.lang == "en"
    assert [span.text for span in article.translation.segments] == ["One two."]
    assert [span.text for span in article.source.segments] == ["Раз два."]


@pytest.mark.parametrize("reader", ["xliff", "tmx"])
@pytest.mark.parametrize("data", [BOMB, "<a/>", "<xliff/>", "<tmx/>", "no xml", BOMB.encode("utf-16")])
def test_other_xml_and_bombs_are_refused(reader, data):
    with pytest.raises(InputError):
        read(reader, data)

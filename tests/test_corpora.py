"""The labelled pairs in corpora/: their spans, sentences and beads hold together, and they cover the catalogue."""

from __future__ import annotations

import csv
import importlib.util
import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from checker import plugins
from checker.errors import MissingExtra, PluginError
from checker.testing import context

CORPORA = Path(__file__).parent.parent / "corpora"
DEFECTIVE = ("economy", "festival", "medicine", "parliament")
NAMES = (*DEFECTIVE, "clean")
SIDES = ("article.ru", "article.en", "article.retranslation")


def _load_build():
    specification = importlib.util.spec_from_file_location("corpora_build", CORPORA / "build.py")
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    return module


build = _load_build()


def _text(name, file_name):
    return (CORPORA / name / file_name).read_bytes().decode("utf-8")


def _rows(name, file_name):
    lines = _text(name, file_name).split("\n")
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _sentences(name, stem):
    return _text(name, f"{stem}.sentences.txt").removesuffix("\n").split("\n")


def _blocks(name):
    return build.parse((CORPORA / "authoring" / f"{name}.txt").read_text("utf-8"))


def _stems(name):
    return [stem for stem in SIDES if (CORPORA / name / f"{stem}.txt").exists()]


def _starts(text, exact):
    return [offset for offset in range(len(text)) if text.startswith(exact, offset)]


def _codes():
    return {code for code, _ in build.read_table(CORPORA / "authoring" / "codes.tsv")}


def _used(names=NAMES):
    return Counter(row["code"] for name in names for row in _rows(name, "findings.tsv"))


def test_every_authoring_file_is_a_pair_known_here():
    assert {path.stem for path in (CORPORA / "authoring").glob("*.txt")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_files_are_what_the_authoring_file_builds(name):
    built = build.files(name, _blocks(name))
    assert {path.name for path in (CORPORA / name).iterdir()} == set(built)
    for file_name, content in built.items():
        assert _text(name, file_name) == content, file_name


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_is_where_it_says(name):
    for row in _rows(name, "findings.tsv"):
        text = _text(name, "article.ru.txt" if row["side"] == "source" else "article.en.txt")
        starts = _starts(text, row["exact_text"])
        assert len(starts) >= int(row["occurrence"]) >= 1, row["id"]
        start = starts[int(row["occurrence"]) - 1]
        assert text[start : start + len(row["exact_text"])] == row["exact_text"]


@pytest.mark.parametrize("name", NAMES)
def test_findings_are_spans_of_whole_words_inside_sentences(name):
    for row in _rows(name, "findings.tsv"):
        side = "article.ru" if row["side"] == "source" else "article.en"
        text, exact = _text(name, f"{side}.txt"), row["exact_text"]
        start = _starts(text, exact)[int(row["occurrence"]) - 1]
        stop = start + len(exact)
        assert not (text[start - 1 : start].isalnum() and exact[0].isalnum()), row["id"]
        assert not (text[stop : stop + 1].isalnum() and exact[-1].isalnum()), row["id"]
        words = "".join(exact.split())
        assert words in "".join("".join(_sentences(name, side)).split()), row["id"]


@pytest.mark.parametrize("name", NAMES)
def test_findings_of_one_side_do_not_overlap(name):
    for side in ("source", "translation"):
        text = _text(name, "article.ru.txt" if side == "source" else "article.en.txt")
        spans = []
        for row in _rows(name, "findings.tsv"):
            if row["side"] == side:
                start = _starts(text, row["exact_text"])[int(row["occurrence"]) - 1]
                spans.append((start, start + len(row["exact_text"])))
        spans.sort()
        assert all(first[1] <= second[0] for first, second in pairwise(spans))


@pytest.mark.parametrize("name", NAMES)
def test_findings_use_the_columns_words(name):
    rows = _rows(name, "findings.tsv")
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert row["code"] in _codes()
        assert row["severity"] in {"critical", "major", "minor"}
        assert row["sure"] in {"sure", "arguable"}
        assert row["suggestion"], row["id"]
        assert row["suggestion"] != row["exact_text"]
        assert row["note"], row["id"]


@pytest.mark.parametrize("name", NAMES)
def test_sentences_equal_the_text_without_furniture_and_white_space(name):
    outside = {
        f"article.{'retranslation' if side == 're' else side}": [
            line for block in _blocks(name) for where, line in block.outside if where == side
        ]
        for side in ("ru", "en", "re")
    }
    for stem in _stems(name):
        lines = _text(name, f"{stem}.txt").split("\n")
        for line in outside[stem]:
            lines.remove(line)
        assert "".join("".join(lines).split()) == "".join("".join(_sentences(name, stem)).split()), stem
        assert all(sentence.strip() == sentence != "" for sentence in _sentences(name, stem))


@pytest.mark.parametrize("name", NAMES)
def test_beads_cover_each_side_once(name):
    for stem, table in (("article.ru", "beads.tsv"), ("article.retranslation", "beads.retranslation.tsv")):
        if not (CORPORA / name / table).exists():
            continue
        rows = _rows(name, table)
        for side, of in (("src", stem), ("tgt", "article.en")):
            covered = [i for row in rows for i in range(int(row[f"{side}_start"]), int(row[f"{side}_end"]))]
            assert sorted(covered) == list(range(len(_sentences(name, of)))), (table, side)
            assert side == "tgt" or covered == sorted(covered)
        for row in rows:
            empty = {side: row[f"{side}_start"] == row[f"{side}_end"] for side in ("src", "tgt")}
            assert (row["note"] == "omitted") == empty["tgt"]
            assert (row["note"] == "added") == empty["src"]
        moved = [row for row in rows if row["note"] == "moved"]
        still = [int(row["tgt_start"]) for row in rows if row not in moved]
        assert still == sorted(still)


@pytest.mark.parametrize("name", DEFECTIVE)
def test_a_defective_translation_has_clean_stretches_and_its_share_of_defects(name):
    lines = [line for block in _blocks(name) for bead in block.beads for line in bead.lines.get("en", ()) if line.text]
    clean = sum(not line.defects for line in lines)
    assert 0.4 <= clean / len(lines) <= 0.6
    assert 45 <= len(_rows(name, "findings.tsv")) <= 60


@pytest.mark.parametrize("name", NAMES)
def test_articles_are_of_an_articles_length(name):
    for stem in _stems(name):
        assert 500 <= len(" ".join(_sentences(name, stem)).split()) <= 930, stem


@pytest.mark.parametrize("name", DEFECTIVE)
def test_corrected_translation_keeps_no_defect(name):
    text = build.corrected(_blocks(name))
    assert "{{" not in text
    assert build.CUT not in text
    assert not re.search(r"  |[a-z]\.[A-Z]| [,.;:!?]|«|»", text)
    assert not re.search(r"[а-яё]", text, re.IGNORECASE)


def test_the_clean_pair_has_no_findings_and_no_retranslation():
    assert _rows("clean", "findings.tsv") == []
    assert _stems("clean") == ["article.ru", "article.en"]


def test_two_pairs_carry_page_furniture():
    assert [name for name in NAMES if any(block.outside for block in _blocks(name))] == ["medicine", "parliament"]


def test_every_family_has_a_defect():
    assert _codes() - set(_used()) == set()


def test_codes_are_those_of_the_catalogue():
    """GRM1xx and GRM9xx stand for families, which an installation may lack."""
    catalogue = set()
    for family in plugins.names("detectors"):
        try:
            detector = plugins.load("detectors", family, context())
        except MissingExtra:
            continue
        except PluginError as error:
            pytest.skip(f"the catalogue is not complete: {error}")
        catalogue |= {re.sub(r"GRM([19])\d\d", r"GRM\1xx", rule.code) for rule in detector.rules}
    assert catalogue - _codes() == set(), "rules without a defect in corpora/"
    assert _codes() - catalogue - {"GRM1xx", "GRM9xx"} <= {"GAR003", "FID001"}, "codes in corpora/ that no detector has"


def test_a_mark_that_cannot_be_read_is_refused():
    with pytest.raises(build.AuthoringError, match="not written as"):
        build.parse("---\nen: He {{goed => went}} home.\n")
    with pytest.raises(build.AuthoringError, match="begins with none"):
        build.parse("---\nenglish: He went home.\n")


def test_a_cut_and_an_omission_are_built_as_described():
    blocks = build.parse(
        "---\nru: Снег.\nru: Мы ждали.\nen: {{Snow.¦We => Snow. We | PUN002 minor | no space}} waited.\n\n"
        "ru: Пошёл дождь.\nen: {{<Пошёл дождь.> => Rain fell. | OMI001 major | left out}}\n"
    )
    built = build.files("snow", blocks)
    assert built["article.en.txt"] == "Snow.We waited.\n"
    assert built["article.en.sentences.txt"] == "Snow.\nWe waited.\n"
    assert built["beads.tsv"].split("\n")[1:] == ["0\t1\t0\t1\t", "1\t2\t1\t2\t", "2\t3\t2\t2\tomitted", ""]
    assert (
        "snow-02\tOMI001\tПошёл дождь.\t1\tsource\taccuracy/omission\tmajor\tsure\tRain fell." in built["findings.tsv"]
    )
    assert build.corrected(blocks) == "Snow. We waited. Rain fell.\n"

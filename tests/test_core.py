"""The ground: spans, beads, fingerprints, selection, silencing, gate, settings."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from checker import config as settings
from checker.bounds import make_room
from checker.errors import PluginError, SettingsError
from checker.gate import Policy, accept, judge
from checker.model import Bead, Document, Severity, Span
from checker.selection import Selection, silence
from tests.sample import CAPITAL, ECHO, report


def test_positions_count_lines_by_line_feeds_only():
    document = Document("x", "en", "a\r\nb\u2028c\nd")
    assert document.position(0) == (1, 1)
    assert document.position(5) == (2, 3)
    assert document.position(7) == (3, 1)


def test_a_bead_names_its_kind():
    one = Span(0, 1, "a")
    assert [Bead((one,), (one, one)).kind, Bead((one,), ()).kind, Bead((), (one,)).kind] == ["1-2", "omitted", "added"]
    assert Bead((one,), (one,), moved=True).kind == "moved"


def test_a_fingerprint_outlives_new_lines_above():
    before = report()
    text = "New paragraph.\n\n" + before.pair.translation.text
    moved = tuple(replace(item, span=item.span.shifted(16)) for item in before.findings)
    pair = replace(before.pair, translation=replace(before.pair.translation, text=text))
    after = replace(before, pair=pair, findings=moved)
    assert after.fingerprints[1:] == before.fingerprints[1:]
    assert len(set(before.fingerprints)) == len(before.fingerprints)


def test_findings_know_their_bead():
    assert report().beads_of_findings == (0, 1, 1, 2), "what is missing belongs to the omitted sentence"


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [((), (), True), (("REP",), (), True), (("NUM",), (), False), ((), ("REP",), False), (("REP002",), ("REP",), True)],
)
def test_the_longest_prefix_wins(select, ignore, expected):
    assert Selection(select, ignore).reports(ECHO) is expected


def test_preview_rules_need_to_be_asked_for():
    rule = replace(ECHO, preview=True)
    assert not Selection().reports(rule)
    assert not Selection(("REP",)).reports(rule)
    assert Selection(preview=True).reports(rule)
    assert Selection(("REP002",)).reports(rule)


def test_an_unknown_prefix_is_refused_with_the_nearest():
    with pytest.raises(SettingsError, match="REP002"):
        Selection(("REP020",)).check([ECHO])


def test_sic_is_honoured_and_doubles_are_dropped():
    made = report()
    finding = made.findings[1]
    text = made.pair.translation.text
    assert silence([finding, finding], made.pair.sentences, text) == (finding,)
    marked = text[: finding.span.stop] + " [sic]" + text[finding.span.stop :]
    assert silence([finding], made.pair.sentences, marked) == ()


def test_the_gate_stands_on_major_and_says_why():
    verdict = judge(report(), Policy())
    assert not verdict.passed
    assert verdict.reasons == ("2 major findings (fail-on major)",)
    assert judge(report(), Policy(Severity.CRITICAL)).passed
    assert judge(report(), Policy(None)).passed


def test_limits_of_fidelity_and_penalty():
    assert judge(report(), Policy(None, min_fidelity=70)).reasons == ("fidelity 64.25 is below 70",)
    assert not judge(report(), Policy(None, max_penalty=10)).passed
    with pytest.raises(SettingsError, match="score against"):
        judge(replace(report(), scores=()), Policy(None, min_fidelity=1))


def test_a_baseline_silences_what_was_rejected_and_tells_what_returned():
    made = report()
    names = made.fingerprints
    kept = accept(
        made, {names[1]: ("reject", ""), names[2]: ("fixed", "done"), names[3]: ("accept", ""), "gone": ("known", "")}
    )
    assert [finding.rule.code for finding in kept.findings] == ["CAP001", "PUN002", "OMI001"]
    assert kept.fingerprints == (names[0], names[2], names[3])
    said = " ".join(note.text for note in kept.notes)
    assert "1 findings that were marked fixed have returned" in said
    assert "1 baseline entries no longer occur" in said
    assert kept.verdicts[names[2]] == ("fixed", "done")
    assert not accept(made, {"gone": ("known", ""), "other": ("accept", "")}, lambda _: False).notes[len(made.notes) :]


def test_settings_are_found_upward_and_unknown_keys_refused(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.checker]\nfail-on = "critical"\nwords = "w.txt"\n')
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    found = settings.find(folder / "x.en.txt")
    assert found == tmp_path / "pyproject.toml"
    config = settings.read(found)
    assert (config.fail_on, config.words) == ("critical", str(tmp_path / "w.txt"))
    (folder / "checker.toml").write_text("fail_on = 1\n")
    with pytest.raises(SettingsError, match='did you mean "fail-on"'):
        settings.read(settings.find(folder / "x.en.txt"))


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"fail-on": "mayor"}, 'did you mean "major"'),
        ({"min-confidence": 2}, "from 0 to 1"),
        ({"preview": "yes"}, "true or false"),
        ({"select": 3}, "list of strings"),
        ({"per-file": {"*.txt": {"nope": 1}}}, "unknown setting"),
    ],
)
def test_bad_settings_are_told_plainly(table, said):
    with pytest.raises(SettingsError, match=said):
        settings.parse(table, "checker.toml")


def test_settings_for_files_are_laid_over_in_order():
    config = settings.parse({"per-file": {"*.txt": {"fail-on": "minor"}, "news/*": {"fail-on": "never"}}}, "x")
    assert config.for_file(Path("a.txt")).fail_on == "minor"
    assert config.for_file(Path("news/a.txt")).fail_on == "never"


def test_an_unknown_part_lists_what_exists():
    from checker import plugins

    with pytest.raises(PluginError, match='did you mean "numbers"'):
        plugins.factory("detectors", "number")
    with pytest.raises(PluginError, match='has no option "colr"; did you mean "colour"'):
        plugins.load("reporters", "full", None, colr=True)


def test_neutral_findings_weigh_nothing():
    assert report().penalty == 11
    assert CAPITAL.severity == 0


def test_a_memory_drops_its_oldest():
    known = dict.fromkeys(range(10))
    make_room(known, 8)
    assert list(known) == [3, 4, 5, 6, 7, 8, 9]
    make_room(known, 8, 0)
    assert len(known) == 7
    make_room(known, 3, 5)
    assert known == {}


def test_threads_share_a_memory():
    """One that finds its oldest gone goes on; it is never much over its bound."""
    before = sys.getswitchinterval()
    known: dict[int, None] = {}

    def fill(first):
        for number in range(first, first + 20_000):
            make_room(known, 50)
            known[number] = None
        return len(known)

    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            assert all(size <= 60 for size in pool.map(fill, range(0, 400_000, 100_000)))
    finally:
        sys.setswitchinterval(before)

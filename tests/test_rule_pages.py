"""docs/rules is what the rules say of themselves."""

from __future__ import annotations

from checker.cli.listing import all_rules
from checker.cli.pages import pages
from tests.conftest import ROOT
from tests.sample import ECHO

ADVICE = "run: checker rules --pages docs/rules, and remove the pages of rules that are gone"


def test_the_pages_are_up_to_date():
    written = {path.name: path.read_text("utf-8") for path in (ROOT / "docs" / "rules").glob("*.md")}
    made = pages(all_rules())
    assert sorted(written) == sorted(made), ADVICE
    assert [name for name in made if made[name] != written[name]] == [], ADVICE


def test_a_page_says_what_an_editor_asks(run, tmp_path):
    page = pages([ECHO])["REP002.md"]
    for said in ("# REP002 echoed-conjunct", "severity: major", "> They left hastily and hastily.", "--ignore REP002"):
        assert said in page
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "OLD001.md").write_text("")
    done = run("rules", "--pages", "docs")
    assert done.returncode == 0
    assert b"of no rule any more: OLD001.md" in done.stderr
    assert "REP002" in (tmp_path / "docs" / "README.md").read_text("utf-8")

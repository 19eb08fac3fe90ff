"""The editor's page and the index in a real browser: mouse, keyboard, saving, hostile text, accessibility."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker import plugins, tables
from checker.gate import VERDICTS
from checker.model import Alignment, Bead, Document, Finding, Pair, Report, Score, Severity
from tests import browser as chromium
from tests.sample import CAPITAL, ECHO, SPACING, report

pytestmark = pytest.mark.browser

EVIL = (
    '<img src=x onerror="window.pwned=1"></script><script>window.pwned=2</script>{{ 7*7 }}&lt;\u202egnp\u202c\x00\ud800'
)


@pytest.fixture(scope="module")
def downloads(tmp_path_factory):
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="module")
def browser(downloads):
    started = chromium.start(downloads)
    yield started
    started.quit()


@pytest.fixture
def show(browser, tmp_path):
    """Render reports as a page, or as an index, and open it."""

    def show(*reports, reporter="html", **options):
        path = tmp_path / "page.html"
        content = plugins.load("reporters", reporter, None, **options).render(list(reports))
        path.write_text(content, "utf-8")
        browser.get(path.as_uri())
        return browser

    chromium.appearance(browser)
    chromium.size(browser, 1400, 1000)
    yield show
    severe = [line for line in browser.get_log("browser") if line["level"] == "SEVERE"]
    assert not severe


def ask(browser, script, *arguments):
    return browser.execute_script(f"return {script}", *arguments)


def press(browser, *keys):
    from selenium.webdriver.common.action_chains import ActionChains

    for key in keys:
        ActionChains(browser).send_keys(key).perform()


def click(browser, selector):
    browser.find_element("css selector", selector).click()


def choose(browser, family):
    from selenium.webdriver.support.select import Select

    Select(browser.find_element("id", "family")).select_by_value(family)


def current(browser):
    return ask(browser, "document.querySelector('.finding.current')?.id ?? ''")


def visible_cards(browser):
    return ask(browser, "[...document.querySelectorAll('.finding')].filter(c => !c.hidden).map(c => c.id)")


def counter(browser):
    return browser.find_element("id", "count").text


def many(count=200):
    """A long article with `count` findings."""
    lines = [f"Line {number} says that they left hastily and hastily." for number in range(count)]
    text, other = "\n".join(lines), "\n".join(f"Строка {number}: ушли поспешно и второпях." for number in range(count))
    target, source = Document("m.en.txt", "en", text), Document("m.ru.txt", "ru", other)
    spans, theirs, findings, place, there = [], [], [], 0, 0
    for line, line_there in zip(lines, other.split("\n"), strict=True):
        spans.append(target.span(place, place + len(line)))
        theirs.append(source.span(there, there + len(line_there)))
        word, evidence = place + line.index("hastily"), there + line_there.index("поспешно")
        span, words = target.span(word, word + 19), source.span(evidence, evidence + 19)
        findings.append(Finding(ECHO, span, "One word twice.", Severity.MAJOR, 0.9, words, "hastily and in disorder"))
        place, there = place + len(line) + 1, there + len(line_there) + 1
    beads = tuple(Bead((one,), (two,), 70.0) for one, two in zip(theirs, spans, strict=True))
    return Report("m.en", Pair(target, tuple(spans), Alignment(source, target, beads)), (), tuple(findings))


def test_a_click_on_marked_words_shows_the_finding_and_its_evidence(show):
    page = show(report())
    click(page, "mark.major:not(.gap)")
    assert current(page) == "a0-f1"
    assert ask(page, "document.activeElement.id") == "a0-f1"
    assert ask(page, "[...document.querySelectorAll('mark.on')].map(m => m.textContent)") == [
        *("поспешно и второпях", "hastily and ", "hastily"),
    ]
    assert counter(page) == "2 / 4"


def test_a_second_click_goes_on_to_the_next_finding_on_the_same_words(show):
    page = show(report())
    both = ask(page, "[...document.querySelectorAll('mark')].findIndex(m => m.dataset.places === '1 2')")
    for expected in ("a0-f1", "a0-f2", "a0-f1"):
        page.find_elements("css selector", "mark")[both].click()
        assert current(page) == expected


def test_every_link_to_a_mark_and_a_sentence_leads_somewhere(show):
    page = show(report(), report("other.en"))
    targets = ask(page, "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1))")
    assert len(targets) > 10
    assert ask(page, "arguments[0].filter(id => !document.getElementById(id))", targets) == []
    ids = ask(page, "[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))


def test_filters_leave_what_was_asked_for(show):
    page = show(report())
    assert (len(visible_cards(page)), counter(page)) == (4, "4 findings")
    click(page, "input[value=major]")
    assert visible_cards(page) == ["a0-f0", "a0-f2"]
    assert counter(page) == "2 of 4 findings"
    assert ask(page, "document.querySelector('mark.major.gap').classList.contains('off')")
    click(page, "input[value=major]")
    choose(page, "PUN")
    assert visible_cards(page) == ["a0-f2"]
    choose(page, "")
    least = page.find_element("name", "confidence")
    least.clear()
    least.send_keys("90")
    assert visible_cards(page) == ["a0-f1", "a0-f2"]
    click(page, "#only")
    assert len(page.find_elements("css selector", ".bead:not([hidden])")) == 1


def test_search_looks_in_both_languages(show):
    page = show(report())
    press(page, "/", *"второпях")
    assert [bead.get_attribute("id") for bead in page.find_elements("css selector", ".bead:not([hidden])")] == ["a0-b2"]
    assert visible_cards(page) == ["a0-f1", "a0-f2"]


def test_the_keyboard_goes_from_finding_to_finding_and_judges(show):
    page = show(report())
    press(page, "j", "j")
    assert current(page) == "a0-f1"
    press(page, "a", "j", "r", "k", "k", "k")
    assert current(page) == "a0-f3"
    verdicts = "[...document.querySelectorAll('.finding')].map(c => c.dataset.verdict)"
    assert ask(page, verdicts) == ["", "accept", "reject", ""]
    assert page.find_element("id", "save").text == "Save 2 verdicts"
    press(page, "f", "f", "j", "j", "f")
    assert ask(page, verdicts) == ["", "fixed", "reject", ""]
    assert ask(page, "document.querySelectorAll('[aria-pressed=true]').length") == 2
    ask(page, "checkerTable()")


def test_letters_typed_into_a_comment_are_no_commands(show):
    page = show(report())
    press(page, "j", "j", "c", *"jar r")
    assert current(page) == "a0-f1"
    field = page.find_element("css selector", "#a0-f1 input")
    assert field.get_attribute("value") == "jar r"
    assert ask(page, "document.getElementById('a0-f1').dataset.verdict") == ""


def test_saved_verdicts_come_back_as_a_baseline(show, downloads, tmp_path):
    made = report()
    page = show(made)
    click(page, "#save")
    name, data = chromium.downloaded(downloads)
    assert name == "article.en.findings.csv"
    assert data == tables.to_csv(tables.findings(made)), "untouched, it is findings.csv to the byte"

    click(page, "#a0-f1 button[value=reject]")
    press(page, "c", *'=cmd "x", really')
    click(page, "#save")
    _, data = chromium.downloaded(downloads)
    frame = tables.findings(made)
    frame.loc[1, ["verdict", "comment"]] = ["reject", '=cmd "x", really']
    assert data == tables.to_csv(frame)
    path = tmp_path / "reviewed.csv"
    path.write_bytes(data)
    known = tables.read_baseline(path, VERDICTS)["article.en"]
    assert known[made.fingerprints[1]][:2] == ("reject", '=cmd "x", really')


def test_saving_keeps_the_verdicts_that_a_baseline_hides(show, downloads, tmp_path):
    made = report()
    silent = replace(made, findings=made.findings[1:], verdicts={made.fingerprints[0]: ("reject", "house style")})
    page = show(silent)
    click(page, "#save")
    path = tmp_path / "reviewed.csv"
    path.write_bytes(chromium.downloaded(downloads)[1])
    assert tables.read_baseline(path, VERDICTS)["article.en"][made.fingerprints[0]][:2] == ("reject", "house style")


def test_verdicts_of_several_articles_are_saved_in_one_table(show, downloads, tmp_path):
    page = show(report("one.en"), report("two.en"))
    click(page, "#a1-f1 button[value=accept]")
    click(page, "#save")
    name, data = chromium.downloaded(downloads)
    path = tmp_path / name
    path.write_bytes(data)
    known = tables.read_baseline(path, VERDICTS)
    mark = report().fingerprints[1]
    assert (known["one.en"][mark][0], known["two.en"][mark][0]) == ("", "accept")


def hostile():
    """An article in which every text is an attack."""
    made = report()
    text, other = f"{EVIL} said. {EVIL}", f"{EVIL} сказал. {EVIL}"
    target, source = Document(EVIL, "en", text), Document(EVIL, "ru", other)
    bead = Bead((source.span(0, len(other)),), (target.span(0, len(text)),), 50.0)
    pair = Pair(target, bead.target, Alignment(source, target, (bead,)))
    rule = replace(ECHO, name=EVIL, summary=EVIL)
    found = Finding(rule, target.span(0, 30), EVIL, Severity.MAJOR, 0.5, source.span(0, 30), EVIL)
    score = Score("fidelity", 50.0, (50.0,), EVIL, reasons=((EVIL,),))
    evil = replace(made, name="evil", pair=pair, findings=(found,), scores=(score,))
    return replace(
        evil, name=EVIL, verdicts={evil.fingerprints[0]: ("accept", '"><script>window.pwned=3</script>')}, path=EVIL
    )


@pytest.mark.parametrize("reporter", ["html", "index"])
def test_an_article_full_of_attacks_harms_nothing(show, reporter):
    options = {"outcomes": {"gone" + EVIL: EVIL, EVIL: EVIL}} if reporter == "index" else {}
    page = show(hostile(), reporter=reporter, **options)
    assert ask(page, "window.pwned ?? 0") == 0
    assert page.find_elements("css selector", "img, body script[src], iframe, object") == []
    assert ask(page, "document.scripts.length") == {"html": 2, "index": 1}[reporter]
    shown = ask(page, "document.body.innerText")
    assert '<img src=x onerror="window.pwned=1"></script><script>' in shown
    assert "{{ 7*7 }}&lt;" in shown
    whole = ask(page, "document.documentElement.outerHTML")
    assert not {"\u202e", "\u202c", "\x00"} & set(whole)
    assert "U+202E" in whole
    if reporter == "html":
        click(page, "#a0-f0 button[value=reject]")
        assert '"<img src=x' in ask(page, "checkerTable()")


def test_only_the_own_script_of_the_page_may_run(show):
    page = show(report())
    ask(page, "document.body.insertAdjacentHTML('beforeend', '<img src=data:, onerror=\"window.pwned=1\">')")
    page.execute_async_script("setTimeout(arguments[0], 100)")
    assert ask(page, "window.pwned ?? 0") == 0
    page.get_log("browser")  # the refusal is meant to be logged


def test_nothing_is_fetched(show):
    page = show(report())
    assert ask(page, "performance.getEntriesByType('resource').map(e => e.name)") == []


def test_the_page_can_be_read_without_javascript(show, browser):
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        page = show(report())
        assert page.find_elements("css selector", ".js") == []
        text = page.find_element("tag name", "body").text
        for said in (
            "They left hastily and hastily",
            "Они ушли",
            "REP002",
            "hastily and in disorder",
            "Никто не ждал.",
        ):
            assert said in text
        shown = [e.tag_name for e in page.find_elements("css selector", "button, input, select") if e.is_displayed()]
        assert shown == []
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible(show, browser, scheme):
    chromium.appearance(browser, scheme)
    page = show(report())
    background = ask(page, "getComputedStyle(document.body).backgroundColor")
    assert background == {"light": "rgb(255, 255, 255)", "dark": "rgb(22, 24, 27)"}[scheme]
    assert chromium.violations(page) == []
    press(page, "j", "j", "a")
    assert chromium.violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_several_articles_and_of_one_alone_are_accessible(show, browser, scheme):
    chromium.appearance(browser, scheme)
    made = report()
    alone = replace(made, name="alone.en", pair=replace(made.pair, source=None), findings=made.findings[2:3], scores=())
    assert chromium.violations(show(made, alone)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_index_is_accessible(show, browser, scheme):
    chromium.appearance(browser, scheme)
    outcomes = {"article.en": "2 major findings", "gone.en": "is empty"}
    assert chromium.violations(show(report(), report("b.en"), reporter="index", outcomes=outcomes)) == []


def test_every_control_is_reached_by_tab_in_reading_order(show):
    from selenium.webdriver.common.keys import Keys

    page = show(report())
    press(page, Keys.TAB)
    assert ask(page, "document.activeElement.className") == "skip"
    press(page, Keys.ENTER, Keys.TAB)
    assert ask(page, "document.activeElement.closest('#text') !== null"), "the skip link leads past the controls"
    for _ in range(8):
        press(page, Keys.TAB)
    assert current(page), "focus inside a card makes it the current one"


def test_two_hundred_findings_stay_quick(show):
    page = show(many())
    assert counter(page) == "200 findings"
    spent = """(() => {
      const started = performance.now();
      const field = document.querySelector('[name=text]');
      field.value = 'line 19'; field.dispatchEvent(new Event('input', {bubbles: true}));
      field.value = ''; field.dispatchEvent(new Event('input', {bubbles: true}));
      for (let i = 0; i < 20; i++) document.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', bubbles: true}));
      return performance.now() - started;
    })()"""
    milliseconds = ask(page, spent)
    assert counter(page) == "20 / 200"
    assert milliseconds < 2000, "two filters and twenty steps"


def test_a_side_that_is_written_from_right_to_left_is_shown_so(show):
    made = report()
    text = "غادروا BBC على عجل."
    source = Document("a.ar.txt", "ar", text)
    bead = Bead((source.span(0, len(text)),), made.pair.sentences, 70.0)
    pair = replace(made.pair, source=Alignment(source, made.pair.translation, (bead,)))
    page = show(replace(made, pair=pair, findings=(), scores=()))
    assert ask(page, "getComputedStyle(document.querySelector('.text.source')).direction") == "rtl"
    assert ask(page, "getComputedStyle(document.querySelector('.text.target')).direction") == "ltr"


def test_a_narrow_window_needs_no_sideways_scrolling(show, browser):
    chromium.size(browser, 400, 800)
    page = show(report())
    assert ask(page, "document.documentElement.scrollWidth") <= 400
    press(page, "j")
    assert ask(page, "document.querySelector('.current').getBoundingClientRect().bottom < innerHeight")


def test_paper_gets_the_text_without_the_controls(show, browser):
    page = show(report())
    chromium.appearance(browser, "dark", "print")
    displayed = [e.is_displayed() for e in page.find_elements("css selector", "form, .verdict, #save, .skip")]
    assert displayed
    assert not any(displayed)
    assert ask(page, "getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.find_element("css selector", ".finding p").is_displayed()


def test_the_index_has_the_worst_first_and_sorts_by_every_column(show):
    clean = replace(report("b.en"), findings=(), scores=())
    slight = replace(report("a10.en"), findings=report().findings[2:3])
    page = show(clean, slight, report("a9.en"), reporter="index")
    names = "[...document.querySelectorAll('tbody th')].map(e => e.textContent)"
    assert ask(page, names) == ["a9.en", "a10.en", "b.en"]
    heads = {head.text.split(" ")[0]: head for head in page.find_elements("css selector", "thead button")}
    heads["penalty"].click()
    assert ask(page, names) == ["b.en", "a10.en", "a9.en"]
    heads["article"].click()
    assert ask(page, names) == ["a9.en", "a10.en", "b.en"]
    heads["similarity"].click()
    assert ask(page, names)[-1] == "b.en", "what has no figure stands last"
    heads["similarity"].click()
    assert ask(page, names)[-1] == "b.en"
    assert ask(page, "document.querySelectorAll('[aria-sort]').length") == 1


def test_the_index_says_what_was_blocked_and_what_was_not_checked(show):
    outcomes = {"article.en": "2 major findings (fail-on major)", "b.en": "", "gone.en": "gone.en.txt: is empty"}
    page = show(report(), replace(report("b.en"), findings=()), reporter="index", outcomes=outcomes)
    assert [cell.text for cell in page.find_elements("css selector", "td.gate")] == ["blocked", "passed"]
    assert "gone.en.txt: is empty" in page.find_element("css selector", ".broken").text
    links = [link.get_attribute("href").rpartition("/")[2] for link in page.find_elements("css selector", "tbody a")]
    assert links == ["article.en.html", "b.en.html"]


def test_findings_outside_every_sentence_stand_on_the_page_too(show):
    made = report()
    target = made.pair.translation
    pair = replace(made.pair, source=None, sentences=made.pair.sentences[1:])
    lone = Finding(CAPITAL, target.span(1, 9), "A remark.", Severity.NEUTRAL, 0.5)
    page = show(
        replace(made, pair=pair, findings=(lone, Finding(SPACING, target.span(40, 40), "x", Severity.MINOR, 1)))
    )
    press(page, "j", "j")
    assert current(page) == "a0-f0", "after those that have a sentence"
    data = ask(page, "checkerTable()")
    assert data.index("CAP001") < data.index("PUN002"), "rows are saved in the order of findings.csv"

"""A report made by hand: every field is used, nothing is detected."""

from __future__ import annotations

from checker.model import (
    Alignment,
    Bead,
    Category,
    Document,
    Finding,
    Needs,
    Note,
    Pair,
    Report,
    Rule,
    Score,
    Severity,
)

ECHO = Rule(
    "REP002",
    "echoed-conjunct",
    Category.LINGUISTIC,
    Severity.MAJOR,
    "One word on both sides of and.",
    "They left hastily and hastily.",
    "They left hastily and in disorder.",
    Needs.BETTER_WITH_SOURCE,
)
OMITTED = Rule(
    "OMI001", "omitted-sentence", Category.ACCURACY, Severity.MAJOR, "A sentence is missing.", "-", "-", Needs.SOURCE
)
SPACING = Rule(
    "PUN002", "spacing", Category.LINGUISTIC, Severity.MINOR, "A space is missing.", "a.B", "a. B", fixable=True
)
CAPITAL = Rule("CAP001", "capitalisation", Category.LINGUISTIC, Severity.NEUTRAL, "A capital.", "monday", "Monday")

ENGLISH = "=Headline, with <b>\n\nThey left hastily and hastily.But it rained.\n"
RUSSIAN = "Заголовок\n\nОни ушли поспешно и второпях. Никто не ждал. Но шёл дождь.\n"


def report(name="article.en", path="news/article.en.txt"):
    target = Document("article.en.txt", "en", ENGLISH)
    source = Document("article.ru.txt", "ru", RUSSIAN)

    def en(text):
        place = ENGLISH.index(text)
        return target.span(place, place + len(text))

    def ru(text):
        place = RUSSIAN.index(text)
        return source.span(place, place + len(text))

    beads = (
        Bead((ru("Заголовок"),), (en("=Headline, with <b>"),), 81.234, 0.98),
        Bead((ru("Они ушли поспешно и второпях."),), (en("They left hastily and hastily."),), 77.0, 0.9),
        Bead((ru("Никто не ждал."),), (), None, 0.7),
        Bead((ru("Но шёл дождь."),), (en("But it rained."),), 88.5, 1.0),
    )
    pair = Pair(target, tuple(span for bead in beads for span in bead.target), Alignment(source, target, beads))
    gap = target.span(en("hastily.But").stop - 3, en("hastily.But").stop - 3)
    findings = (
        Finding(CAPITAL, en("Headline"), "A remark.", Severity.NEUTRAL, 0.5),
        Finding(
            ECHO,
            en("hastily and hastily"),
            'One word twice, "поспешно и второпях".',
            Severity.MAJOR,
            0.93,
            ru("поспешно и второпях"),
            "hastily and in disorder",
        ),
        Finding(SPACING, en("hastily.But"), "A space is missing.", Severity.MINOR, 0.99, None, "hastily. But"),
        Finding(OMITTED, gap, "A sentence is missing.", Severity.MAJOR, 0.7, ru("Никто не ждал."), "[add it]"),
    )
    scores = (
        Score("similarity", 71.5, (81.234, 77.0, 0.0, 88.5), "similarity|test"),
        Score(
            "fidelity", 64.25, (90.0, 51.5, 0.0, 85.0), "fidelity|test", (), True, (50.0, 78.0), ((), ("echo",), (), ())
        ),
    )
    return Report(
        name, pair, scores, findings, (Note("language", "translation: en, detected"),), {}, path, "news/article.ru.txt"
    )

"""A sentence that stands in the place of another one: the one is left out, the other put in."""

from __future__ import annotations

import pytest

from checker.assembly import build
from checker.config import Config
from checker.model import Article, Document

SOURCE = "Мэр подписал распоряжение в пятницу. Жильцы соседнего дома жалуются на шум и пыль. Рынок откроется в мае.\n"


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("Sales of skis have fallen all over Europe.", {"OMI001", "ADD001"}),
        ("Doctors advise everybody to drink more water in summer.", {"OMI001", "ADD001"}),
        ("Next door, they have had enough of the noise and the dirt.", set()),
        ("Residents of the house next door complain of noise and dust.", set()),
    ],
)
def test_an_unlike_sentence_is_no_translation(sentence, codes):
    pipeline = build(Config(source_lang="ru", target_lang="en", scorers=("similarity",)))
    translation = f"The mayor signed the order on Friday. {sentence} The market will open in May.\n"
    report = pipeline.check(Article(Document("a.en", "en", translation), Document("a.ru", "ru", SOURCE)))
    assert {finding.rule.code for finding in report.findings} & {"OMI001", "ADD001"} == codes

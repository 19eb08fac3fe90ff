"""How long a text is across scripts, and what fidelity says of it."""

from __future__ import annotations

import numpy as np
import pytest

from checker.model import extent
from checker.prediction.observed import Observed, Side
from checker.prediction.reasons import adequacy_reasons

ENGLISH = "The city council postponed the opening of the bridge, and its head said the cost had risen to 19 million."
ORIGINALS = {
    "zh": "市议会推迟了大桥的开放，议会主席说，费用已升至1900万美元。",
    "ja": "市議会は橋の開通を延期し、議長は、費用が1,900万ドルに増えたと述べた。",
    "ko": "시의회는 다리 개통을 연기했으며 의장은 비용이 1,900만 달러로 늘었다고 말했다.",
    "ru": "Городской совет отложил открытие моста, а его глава сообщил, что стоимость выросла до 19 миллионов.",
}


def reasons(source, target):
    vector = np.ones(2, np.float32)
    sides = [Side(text, (), (), vector, (), np.zeros((0, 2), np.float32)) for text in (source, target)]
    return adequacy_reasons(Observed(sides[0], sides[1], ()))


@pytest.mark.parametrize("lang", ORIGINALS)
def test_a_whole_translation_is_neither_longer_nor_shorter(lang):
    assert reasons(ORIGINALS[lang], ENGLISH) == ()
    assert reasons(ENGLISH, ORIGINALS[lang]) == ()


@pytest.mark.parametrize("lang", ORIGINALS)
def test_half_a_translation_is_shorter(lang):
    (said,) = reasons(ORIGINALS[lang], ENGLISH[:40])
    assert said.startswith("the translation is much shorter than the original (40 characters for ")
    (said,) = reasons(ORIGINALS[lang][: len(ORIGINALS[lang]) // 3], ENGLISH)
    assert said.startswith("the translation is much longer than the original (105 characters for ")
    assert ("are usual" in said) == (lang != "ru")


def test_an_ideograph_says_as_much_as_three_letters():
    assert (extent("abc де"), extent("議会"), extent("かな"), extent("다리")) == (6, 6, 4, 4)

"""What coefficients are learned with: spoiled sentences, tags brought to our tokens, and the network in both hands."""

from __future__ import annotations

import numpy as np
import pytest

from checker.testing import context
from training import _tags, stretches
from training._sets import Judged, Tokens
from training._spoiled import spoiled

PAIRS = (
    ("Шахту закрыли в 1998 году.", "The old mine in Norilsk was closed in 1998."),
    ("Он не пришёл.", "He did not come."),
    ("Да.", "Yes."),
    ("Цены на хлеб выросли на севере.", "Bread prices have risen sharply in the northern regions of the country."),
)


def test_every_translation_is_spoiled_and_no_source():
    made = spoiled(PAIRS * 10, seed=3)
    assert [source for source, _ in made] == [source for source, _ in PAIRS * 10]
    assert all(text != before for (_, text), (_, before) in zip(made, PAIRS * 10, strict=True))
    assert all(text.strip() for _, text in made)
    assert len({text for _, text in made}) > 20


def test_the_seed_decides():
    assert spoiled(PAIRS, seed=3) == spoiled(PAIRS, seed=3)
    assert spoiled(PAIRS, seed=3) != spoiled(PAIRS, seed=4)


def _places(*rows):
    empty = np.zeros((0, 1))
    sizes = np.array([len(row) for row in rows])
    return Tokens(empty, empty, empty, sizes, np.array([place for row in rows for place in row]))


def test_tags_come_to_tokens_that_share_letters(tmp_path):
    (tmp_path / "mt").write_text("He did n't come .\nYes\n", "utf-8")
    (tmp_path / "tags").write_text("OK OK OK OK OK BAD OK OK OK OK OK\nOK BAD OK\n", "utf-8")
    none = np.zeros(2)
    gold = Judged((("a", "He didn't  come."), ("b", "\ufeffYes")), none, none, none, ("", ""), tmp_path)
    tokens = _places([(0, 2), (3, 9), (11, 15), (15, 16)], [(1, 4)])
    assert _tags.wrong(gold, 1, tokens).tolist() == [False, True, False, False, True]
    assert _tags.owners(gold, 1, tokens).tolist() == [[0, 0], [1, 2], [3, 3], [4, 4], [0, 0]]


def test_new_words_are_wrong_and_old_ones_stay_as_they_were():
    before, after = _places([(0, 2), (3, 6)]), _places([(0, 2), (3, 7), (8, 11)])
    wrong = _tags.carried(before, after, (["he ran"], ["he once ran"]), np.array([False, True]))
    assert wrong.tolist() == [False, True, True]
    assert _tags.carried(before, before, (["he ran"], ["he ran"]), np.array([False, False])).tolist() == [False, False]


def test_the_package_computes_what_was_trained():
    """The network in numpy against the one of torch, weights of chance."""
    torch = pytest.importorskip("torch", reason='the extra "models" is not installed')
    from checker.prediction.network import hear
    from checker.prediction.tokens import NAMES, Row
    from training import _network

    generator = np.random.default_rng(5)
    draw = lambda *shape: generator.normal(size=shape).astype(np.float32)  # noqa: E731
    rows = [Row(draw(size, len(NAMES)), draw(size, 16), draw(size, 16)) for size in (7, 1)]
    parts = {}
    for side in "st":
        parts |= {f"{side}_mean": draw(len(NAMES)), f"{side}_deviation": 1 + draw(len(NAMES)) ** 2}
        parts |= {f"{side}_centre": draw(16), f"{side}_base": draw(16, 8)}
    torch.manual_seed(1)
    networks = [_network.Network(10, len(NAMES) + 24).eval() for _ in range(2)]
    sides = [
        _network.inputs(
            parts,
            side,
            Tokens(row.figures, row.vectors, row.answers, np.array([len(row.figures)]), None),
            np.zeros(len(row.figures)),
        )
        for side, row in zip("st", rows, strict=True)
    ]
    point, scale = draw(10), 1 + draw(10) ** 2
    judged, odds = _network.heard(networks, _network.pairs((point * scale)[None], (sides[0], sides[1])))
    weights = {name: part.astype(np.float32) for name, part in _network.exported(networks, scale).items()}
    (heard,) = hear({**parts, **weights}, point[None], [(rows[0], rows[1])])
    assert heard.judgement == pytest.approx(float(judged[0]), abs=0.02)
    assert np.allclose(heard.target, odds, atol=0.02)
    assert heard.source.shape == (7,)


def test_phrases_are_cut_with_their_translation():
    where = context("embedded", "embedded")
    source, target = "Музей откроется в июне после долгого ремонта.", "The museum will open in June after long repairs."
    cuts = stretches.phrases(where, stretches.bead(source, target)[1])
    assert cuts
    pairs = {(source[slice(*cut.source)], target[slice(*cut.target)]) for cut in cuts}
    assert ("после долгого ремонта", "after long repairs") in pairs
    assert all(stretches.without(target, cut.target) != target for cut in cuts)


def test_a_cut_takes_the_comma_that_set_it_off():
    text = "The farmer, an old man, left."
    assert stretches.without(text, (12, 22)) == "The farmer, left."
    assert stretches.without("He left on Monday.", (8, 17)) == "He left."


def test_a_regression_finds_what_decides():
    rng = np.random.default_rng(1)
    rows = rng.normal(size=(400, 3))
    right = rows[:, 1] * 2 - 1 + rng.normal(size=400) * 0.2 > 0
    weights = stretches.fit(rows, right)
    assert abs(weights[1]) > 5 * max(abs(weights[0]), abs(weights[2]))
    assert stretches.area(rows @ weights[:-1], right) > 0.98

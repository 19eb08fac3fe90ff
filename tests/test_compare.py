"""Two runs compared: sacrebleu's own figures, and no verdict where chance would do."""

from __future__ import annotations

import json
import random

import numpy as np
import pytest
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER
from sacrebleu.significance import PairedTest

from checker.comparison import PENALTY, Figures, compare
from checker.errors import InputError

WORDS = tuple("abcdefghijklmnopqr")


def sentence(chance):
    return " ".join(chance.choices(WORDS, k=chance.randint(5, 15)))


def worse(text, chance, share):
    return " ".join(chance.choice(WORDS) if chance.random() < share else word for word in text.split())


def run_of(metrics, texts, references):
    """Articles of one sentence, so that sacrebleu's units and ours are the same."""
    return {
        str(number): Figures(
            {
                name: tuple(metric._extract_corpus_statistics([text], [[reference]])[0])
                for name, metric in metrics.items()
            }
            | {PENALTY: (1.0, 100.0)},
            dict.fromkeys([*metrics, PENALTY], "s"),
        )
        for number, (text, reference) in enumerate(zip(texts, references, strict=True))
    }


@pytest.mark.parametrize("share", [0.3, 0.36, 0.6])
def test_the_p_value_is_that_of_sacrebleu(share):
    chance = random.Random(3)
    references = [sentence(chance) for _ in range(60)]
    a = [worse(text, chance, 0.3) for text in references]
    b = [worse(text, chance, share) for text in references]
    metrics = {"bleu": BLEU(), "chrf": CHRF(), "ter": TER()}
    theirs = PairedTest(
        [("A", a), ("B", b)],
        {name: type(metric)(references=[references]) for name, metric in metrics.items()},
        None,
        test_type="bs",
        n_samples=1000,
    )()[1]
    ours = {item.metric: item for item in compare(*(run_of(metrics, texts, references) for texts in (a, b)))}
    for name, results in theirs.items():
        if name == "System":
            continue
        mine = ours[name.lower().replace("chrf2", "chrf")]
        assert mine.a == pytest.approx(results[0].score, abs=1e-3)
        assert mine.b == pytest.approx(results[1].score, abs=1e-3)
        assert mine.p == pytest.approx(results[1].p_value, abs=0.003)  # sacrebleu sums in 32 bits


def plain(values, words=500.0):
    return {
        str(number): Figures(
            {"fidelity": (value * words, words), PENALTY: (float(100 - value), words)},
            {"fidelity": "s", PENALTY: "s"},
        )
        for number, value in enumerate(values)
    }


def test_a_run_is_as_good_as_itself():
    run = plain(np.random.default_rng(1).normal(70, 10, 40))
    assert {(item.better, item.a - item.b) for item in compare(run, run)} == {("", 0.0)}


def test_a_better_run_is_found_and_noise_is_not():
    chance = np.random.default_rng(2)
    base = chance.normal(70, 10, 60)
    better = {item.metric: item.better for item in compare(plain(base), plain(base + chance.normal(5, 4, 60)))}
    assert better == {"fidelity": "B", PENALTY: "B"}
    worse = {item.metric: item.better for item in compare(plain(base), plain(base - chance.normal(5, 4, 60)))}
    assert worse == {"fidelity": "A", PENALTY: "A"}
    noise = [compare(plain(base), plain(base + np.random.default_rng(seed).normal(0, 4, 60)))[0] for seed in range(40)]
    assert sum(item.better != "" for item in noise) <= 5


def test_an_article_counts_by_its_words():
    a = plain([50.0], 100.0) | {"1": plain([80.0], 900.0)["0"]}
    assert compare(a, a)[0].a == pytest.approx(77.0)


def test_what_cannot_be_compared_is_said():
    with pytest.raises(InputError, match="1 articles in common"):
        compare(plain([1.0, 2.0]), {"0": plain([1.0])["0"]})
    other = {
        name: Figures(item.statistics, {"fidelity": "t", PENALTY: "s"}) for name, item in plain([1.0, 2.0]).items()
    }
    with pytest.raises(InputError, match="not measured the same way"):
        compare(plain([1.0, 2.0]), other)


def test_the_command_compares_reports_and_batches(run, tmp_path):
    good, bad = (
        "The minister left.\n\nNobody spoke. It rained.\n",
        "The minister minister left and and left.\n\nNobody.\n",
    )
    for name, text in (("good", good), ("bad", bad)):
        (tmp_path / name).mkdir()
        for number in range(3):
            (tmp_path / name / f"a{number}.en.txt").write_text(text * (number + 1), "utf-8")
    few = 'encoder = "none"\naligner = "length"\ndetectors = ["repetition"]\nscorers = ["similarity"]\n'
    (tmp_path / "checker.toml").write_text(few, "utf-8")
    run("batch", "good", "--out", "A", "--jobs", "1")
    run("check", "bad", "--reports", "B", "--format", "concise", "--cache", "none")
    done = run("compare", "A", "B")
    assert done.returncode == 0, done.stderr.decode()
    line = next(line for line in done.stdout.decode().splitlines() if line.startswith("penalty"))
    assert line.split()[4] == "0.00"
    values = json.loads(run("compare", "A", "B", "--format", "json").stdout)
    assert [row["metric"] for row in values["metrics"]] == [PENALTY]
    assert values["metrics"][0]["b"] > 0
    assert run("compare", "A", "B", "--format", "csv").stdout.startswith(b"metric,articles,a,b,")
    (tmp_path / "none").mkdir()
    missing = run("compare", "A", "none")
    assert missing.returncode == 2
    assert b"holds no results" in missing.stderr

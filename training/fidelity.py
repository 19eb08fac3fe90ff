"""Learn ``checker/data/fidelity.npz`` on MLQE-PE ru-en train (CC0), documents kept apart.

python -m training.fidelity --data DIR [--cache FOLDER] [--output FILE]

DIR is the folder that holds ``quality/mlqe-ru-en``. No figure is chosen by test20.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from checker.prediction.english import score
from checker.prediction.model import CLIP, NETWORK, oddness, pairwise_vectors, rewarded
from training import _english, _network, _tags
from training._sets import Judged, Seen, judged, own_pairs, seen, strangers, translations
from training._spoiled import spoiled

CORPORA = Path(__file__).parents[1] / "corpora"
OUTPUT = Path(__file__).parents[1] / "checker" / "data" / "fidelity.npz"
SIGNATURE = "fidelity:2|learned:MLQE-PE.ru-en.train|encoder:embedded"
SEED = 1
SHRINKAGE = 0.1
LANDMARKS = 1500
COMPONENTS = 64
FOLDS = 5
NETWORKS = 3
"""Networks of different beginnings, whose mean counts."""
PRIOR = 0.01
"""Share of beads whose sides are taken to be strangers: what an aligner gets wrong."""
# Chosen on dev (the best of a small grid): share of the kernel's width that the figures and the vectors have,
# scale of the linear part, ridge.
SURFACE, VECTORS, LINEAR, RIDGE = 0.3, 0.2, 0.05, 1.0
AXIS_RIDGE = 100.0
KNOTS = np.array([2, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 98])
"""Percentiles of the predictions at which the maps to 0-100 bend."""

ADEQUACY = ("cosine", "source_support_weighted", "target_support_weighted")
"""Figures that fall when a word is replaced, lost or put in."""
WORD_LINKS = (
    *("jumps", "far_jumps", "displaced", "linked_source"),
    *("source_support_quarter", "target_support_quarter", "source_support", "strength"),
)
"""Figures that, beside the vectors, say how free a translation is, and that one wrong word changes little."""


@dataclass(frozen=True)
class Basis:
    """What is fixed before any label is looked at: scales, principal components, landmarks."""

    names: tuple[str, ...]
    mean: np.ndarray
    deviation: np.ndarray
    centres: np.ndarray
    bases: np.ndarray
    landmarks: np.ndarray
    freedom: np.ndarray
    """How far a pair lies in the direction in which our free translations differ from literal ones of the same
    sentences, by the vectors and by the order and density of the word links; in standard deviations of train."""

    @property
    def scale(self) -> float:
        """By which the standardised figures enter the kernel."""
        return float(np.sqrt(SURFACE / len(self.names)))

    def flat(self, pairs: Seen) -> np.ndarray:
        """Standardised figures."""
        return np.clip((pairs.figures - self.mean) / self.deviation, -CLIP, CLIP)

    def points(self, pairs: Seen) -> np.ndarray:
        """Where the pairs lie: scaled figures and principal components."""
        blocks = pairwise_vectors(pairs.source, pairs.target)
        components = [(block - self.centres[i]) @ self.bases[i] for i, block in enumerate(blocks)]
        return np.hstack([self.flat(pairs) * self.scale, *components]).astype(np.float32)

    def features(self, points: np.ndarray) -> np.ndarray:
        """Nearness to the landmarks, and the figures themselves."""
        near = _kernel(points, self.landmarks)
        return np.hstack([near, LINEAR / self.scale * points[:, : len(self.names)]]).astype(np.float32)


def basis(names: list[str], pairs: Seen, literal: Seen, free: Seen) -> Basis:
    """Scales, components, the axis of freedom, and landmarks."""
    mean, deviation = pairs.figures.mean(axis=0), np.maximum(pairs.figures.std(axis=0), 0.01)
    centres, bases = [], []
    for block in pairwise_vectors(pairs.source, pairs.target):
        centre = block.mean(axis=0)
        variances, axes = np.linalg.eigh(np.cov((block - centre).T))
        kept = np.argsort(variances)[::-1][:COMPONENTS]
        centres.append(centre)
        bases.append(axes[:, kept] * np.sqrt(VECTORS / variances[kept].sum()))
    none = np.zeros(len(names) + 4 * COMPONENTS, np.float32)
    half = Basis(tuple(names), mean, deviation, _half(centres), _half(bases), none[None], none)
    points = half.points(pairs)
    direction = (half.points(free) - half.points(literal)).mean(axis=0)
    links = [names.index(name) for name in WORD_LINKS]
    freedom = _gauge(points, direction, np.array([*links, *range(len(names), len(none))]))
    freedom /= (points @ freedom).std()
    chosen = np.random.default_rng(SEED).permutation(len(points))[:LANDMARKS]
    return replace(half, landmarks=_half(points[chosen]), freedom=freedom)


def _gauge(points: np.ndarray, direction: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """The axis over some columns along which the direction stands out most from how pairs differ anyway (Fisher)."""
    spread, along = np.cov(points[:, columns].T), direction[columns]
    axis = np.linalg.solve(spread + SHRINKAGE * np.diag(np.diag(spread)) + 1e-8 * np.eye(len(columns)), along)
    gauge = np.zeros(points.shape[1], np.float32)
    gauge[columns] = axis / (axis @ along)
    return gauge


def _half(values: object) -> np.ndarray:
    """As they will be stored: 16 bits."""
    return np.asarray(values, np.float16).astype(np.float32)


def _kernel(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    squares = (one**2).sum(axis=1)[:, None] + (other**2).sum(axis=1)[None] - 2 * one @ other.T
    return np.exp(-np.maximum(squares, 0))


def ridge(features: np.ndarray, labels: np.ndarray, penalty: float) -> tuple[np.ndarray, float]:
    """Weights and intercept."""
    centre = features.mean(axis=0)
    inner = (features - centre).astype(np.float64)
    weights = np.linalg.solve(inner.T @ inner + penalty * np.eye(inner.shape[1]), inner.T @ (labels - labels.mean()))
    return weights.astype(np.float32), float(labels.mean() - centre @ weights)


def crossed(features: np.ndarray, labels: np.ndarray, documents: tuple[str, ...], penalty: float) -> np.ndarray:
    """Predictions for every pair by weights learned without the page that it is from."""
    folds = _folds(documents)
    predicted = np.zeros(len(labels))
    for fold in range(FOLDS):
        weights, intercept = ridge(features[folds != fold], labels[folds != fold], penalty)
        predicted[folds == fold] = features[folds == fold] @ weights + intercept
    return predicted


def _folds(documents: tuple[str, ...]) -> np.ndarray:
    """Whole documents dealt out, the largest first, each to the fold that has the fewest pairs."""
    names, counts = np.unique(documents, return_counts=True)
    sizes, fold = [0] * FOLDS, {}
    for number in np.argsort(-counts, kind="stable"):
        smallest = int(np.argmin(sizes))
        fold[names[number]] = smallest
        sizes[smallest] += int(counts[number])
    return np.array([fold[document] for document in documents])


def judgement_map(predicted: np.ndarray, means: np.ndarray) -> dict[str, np.ndarray]:
    """Knots of the prediction; at each the judgement, by a straight line, and the outer tenths of those near it."""
    order = np.argsort(predicted)
    ordered, judgements = predicted[order], means[order]
    places = (KNOTS / 100 * (len(order) - 1)).astype(int)
    reach = len(order) // 20
    near = [judgements[max(0, place - reach) : place + reach] for place in places]
    knots = np.array([ordered[max(0, place - reach) : place + reach].mean() for place in places])
    slope, start = np.polyfit(predicted, means, 1)
    middle = start + slope * knots
    low, high = (np.maximum.accumulate([np.quantile(part, share) for part in near]) for share in (0.1, 0.9))
    return {
        "knots": knots.astype(np.float32),
        "middle": middle.astype(np.float32),
        "q10": np.minimum(low, middle).astype(np.float32),
        "q90": np.maximum(high, middle).astype(np.float32),
    }


def rank_map(name: str, predicted: np.ndarray, means: np.ndarray) -> dict[str, np.ndarray]:
    """Knots by which a prediction gets the judgement of the same rank."""
    return {
        f"{name}_knots": np.percentile(predicted, KNOTS).astype(np.float32),
        f"{name}_values": np.percentile(means, KNOTS).astype(np.float32),
    }


def belonging(made: Basis, pairs: Seen, others: Seen) -> dict[str, np.ndarray]:
    """Whether two texts have anything to do with each other: pairs of train against pairs of strangers.

    People were shown translations of the right sentence only, so nothing of this is in their judgements.
    """
    chosen = [made.names.index(name) for name in ADEQUACY]
    rows = np.vstack([made.flat(pairs), made.flat(others)])[:, chosen]
    labels = np.repeat([0.0, 1.0], [len(pairs.figures), len(others.figures)])
    weights = _english.logistic(rows, labels)
    weights[-1] += np.log(PRIOR / (1 - PRIOR)) - np.log(len(others.figures) / len(pairs.figures))
    odds = 1 / (1 + np.exp(-rows @ weights[:-1] - weights[-1]))
    print(f"strangers: {odds[labels == 1].mean():.3f} on strangers, {odds[labels == 0].mean():.4f} on pairs")
    spread = np.zeros(len(made.names), np.float32)
    spread[chosen] = weights[:-1]
    return {"stranger": spread, "stranger_intercept": np.float32(weights[-1])}


def adequacy(names: list[str], flat: np.ndarray, train: Judged) -> dict[str, np.ndarray]:
    """A linear axis over the figures that speak of meaning, zeros for the others."""
    chosen = np.array([name in ADEQUACY for name in names])
    weights, intercept = ridge(flat * chosen, train.z, AXIS_RIDGE)
    predicted = crossed(flat * chosen, train.z, train.documents, AXIS_RIDGE)
    print(f"adequacy: r = {correlation(predicted, train.z):.3f} on train, crossed")
    return {
        "adequacy": weights * chosen,
        "adequacy_intercept": np.float32(intercept),
        **rank_map("adequacy", predicted, train.mean),
    }


def correlation(one: np.ndarray, other: np.ndarray) -> float:
    """Pearson's."""
    return float(np.corrcoef(one, other)[0, 1])


@dataclass(frozen=True)
class Heard:
    """The networks' weights, and what the networks say of dev: judgements, and the log odds of its words."""

    parts: dict[str, np.ndarray]
    judgements: np.ndarray
    words: np.ndarray


def network(made: Basis, train: Labelled, dev: Labelled, given: argparse.Namespace) -> Heard:
    """Teach the networks, and hear them on dev."""
    parts = {
        name: part
        for side, tokens in zip("st", train.seen.tokens, strict=True)
        for name, part in _network.scales(side, tokens).items()
    }
    scale = np.repeat([1 / made.scale, np.sqrt(COMPONENTS / VECTORS)], [len(made.names), 4 * COMPONENTS])
    worse = spoiled(train.judged.pairs, SEED)
    other = seen(worse, given.cache)[1]
    wrong = train.wrong
    texts = [[text for _, text in pairs] for pairs in (train.judged.pairs, worse)]
    new = _tags.carried(train.seen.tokens[1], other.tokens[1], (texts[0], texts[1]), wrong[1])

    def pairs(look: Seen, wrong: tuple[np.ndarray, np.ndarray] | None = None) -> _network.Pairs:
        labels = wrong or tuple(np.zeros(len(tokens.figures)) for tokens in look.tokens)
        sides = [_network.inputs(parts, *row) for row in zip("st", look.tokens, labels, strict=True)]
        return _network.pairs(made.points(look) * scale, (sides[0], sides[1]))

    nothing = np.zeros(len(other.tokens[0].figures))
    lesson = _network.lesson(pairs(train.seen, wrong), pairs(other, (nothing, new)), train.judged)
    networks = [_network.train(lesson, SEED + number) for number in range(NETWORKS)]
    judgements, words = _network.heard(networks, pairs(dev.seen))
    changed = _english.logistic(words[:, None], dev.wrong[1].astype(float))
    weights = {**parts, **_network.exported(networks, scale), "changed": changed.astype(np.float32)}
    return Heard(weights, judgements, words)


@dataclass(frozen=True)
class Labelled:
    """A split with what is seen of it."""

    judged: Judged
    seen: Seen

    @property
    def wrong(self) -> tuple[np.ndarray, np.ndarray]:
        """Which tokens of the sources and of the translations are tagged BAD."""
        return _tags.wrong(self.judged, 0, self.seen.tokens[0]), _tags.wrong(self.judged, 1, self.seen.tokens[1])


def learn(names: list[str], train: Labelled, dev: Labelled, given: argparse.Namespace) -> dict[str, np.ndarray]:
    """All coefficients. The maps to points and to probabilities are of dev, which no weight is learned on."""
    pairs, labels = train.seen, train.judged
    literal, free = (seen(texts, given.cache)[1] for texts in own_pairs(CORPORA))
    made = basis(names, pairs, literal, free)
    points, others = made.points(pairs), made.points(dev.seen)
    features = made.features(points)
    weights, intercept = ridge(features, labels.z, RIDGE)
    crosswise = crossed(features, labels.z, labels.documents, RIDGE)
    print(f"kernel: r = {correlation(crosswise, labels.z):.3f} on train, crossed", flush=True)
    heard = network(made, train, dev, given)
    kernel = made.features(others) @ weights + intercept
    language = _english.learn(given.data, SEED)
    language["known"] = {name: number for number, name in enumerate(language["classes"])}
    english = np.array([score(words, language) for words in translations(dev.judged)])
    both = NETWORK * heard.judgements + (1 - NETWORK) * kernel + oddness(english)
    reward = rewarded(both, others @ made.freedom, english)
    usual = np.float32(reward.mean())
    raw = both + usual
    for name, said in (("kernel", kernel), ("network", heard.judgements), ("both", both)):
        reddit = ~dev.judged.proverbs
        part = correlation(said[reddit], dev.judged.z[reddit])
        print(f"{name}: r = {correlation(said, dev.judged.z):.3f} on dev, Reddit alone {part:.3f}")
    return {
        "signature": np.array(SIGNATURE),
        "names": np.array(names),
        "mean": made.mean.astype(np.float32),
        "deviation": made.deviation.astype(np.float32),
        "surface_scale": np.float32(made.scale),
        "centres": made.centres.astype(np.float16),
        "bases": made.bases.astype(np.float16),
        "landmarks": made.landmarks.astype(np.float16),
        "freedom": made.freedom,
        "weights": weights[:LANDMARKS],
        "linear": np.float32(LINEAR / made.scale) * weights[LANDMARKS:],
        "intercept": np.float32(intercept),
        **heard.parts,
        "usual": usual,
        **judgement_map(raw, dev.judged.mean),
        **belonging(made, pairs, seen(strangers(labels, SEED), given.cache)[1]),
        **adequacy(names, made.flat(pairs), labels),
        **{name: part for name, part in language.items() if name != "known"},
    }


def main() -> None:
    """Learn, write, and say how well it does on dev."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    given = parser.parse_args()
    splits = [judged(given.data, split) for split in ("train", "dev")]
    (names, pairs), (_, others) = (seen(split.pairs, given.cache) for split in splits)
    made = learn(names, Labelled(splits[0], pairs), Labelled(splits[1], others), given)
    np.savez_compressed(given.output, **made)
    print(f"{given.output.name}: {given.output.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()

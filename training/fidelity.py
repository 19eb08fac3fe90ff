"""Learn ``checker/data/fidelity.npz`` on MLQE-PE ru-en train (CC0), documents kept apart.

python -m training.fidelity --data DIR [--cache FOLDER] [--output FILE]

DIR is the folder that holds ``quality/mlqe-ru-en``. No figure is chosen by test20.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from checker.prediction import english
from checker.prediction.model import CLIP, NETWORK, pairwise_vectors
from checker.prediction.model import judged as whole_judgement
from training import _english, _network, _tags
from training._sets import Judged, Seen, judged, own_pairs, seen, strangers, translations

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
    direction: np.ndarray
    """What sets our free translations apart from literal ones of the same sentences, on average."""
    gauge: np.ndarray
    """How far a pair lies in that direction."""
    freedom: np.ndarray
    """The same by the order and density of the word links alone, in standard deviations of the training set."""

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
        """Nearness to the landmarks, and the figures themselves, freedom taken out."""
        plain = (points - np.outer(points @ self.gauge, self.direction)).astype(np.float32)
        near = _kernel(plain, self.landmarks)
        return np.hstack([near, LINEAR / self.scale * plain[:, : len(self.names)]]).astype(np.float32)


def basis(names: list[str], pairs: Seen, literal: Seen, free: Seen) -> Basis:
    """Scales, components, the direction of freedom, and landmarks."""
    mean, deviation = pairs.figures.mean(axis=0), np.maximum(pairs.figures.std(axis=0), 0.01)
    centres, bases = [], []
    for block in pairwise_vectors(pairs.source, pairs.target):
        centre = block.mean(axis=0)
        variances, axes = np.linalg.eigh(np.cov((block - centre).T))
        kept = np.argsort(variances)[::-1][:COMPONENTS]
        centres.append(centre)
        bases.append(axes[:, kept] * np.sqrt(VECTORS / variances[kept].sum()))
    none = np.zeros(len(names) + 4 * COMPONENTS, np.float32)
    half = Basis(tuple(names), mean, deviation, _half(centres), _half(bases), none[None], none, none, none)
    points = half.points(pairs)
    direction = (half.points(free) - half.points(literal)).mean(axis=0)
    gauge = _gauge(points, direction, np.arange(len(none)))
    links = [names.index(name) for name in WORD_LINKS]
    freedom = _gauge(points, direction, np.array([*links, *range(len(names), len(none))]))
    freedom /= (points @ freedom).std()
    plain = points - np.outer(points @ gauge, direction)
    chosen = np.random.default_rng(SEED).permutation(len(plain))[:LANDMARKS]
    return replace(half, landmarks=_half(plain[chosen]), direction=direction, gauge=gauge, freedom=freedom)


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


def network(made: Basis, pairs: Seen, train: Judged) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Weights of the networks, and what networks say of every pair that have not seen its page."""
    source, target = pairs.tokens
    parts = {**_network.scales("s", source), **_network.scales("t", target)}
    scale = np.repeat([1 / made.scale, np.sqrt(COMPONENTS / VECTORS)], [len(made.names), 4 * COMPONENTS])
    points = made.points(pairs) * scale
    wrong = [_tags.wrong(train, side, tokens) for side, tokens in enumerate(pairs.tokens)]
    sides = _network.inputs(parts, "s", source, wrong[0]), _network.inputs(parts, "t", target, wrong[1])
    folds, everyone = _folds(train.documents), np.arange(len(points))
    predicted, odds = np.zeros(len(points)), [np.zeros(0, np.float32)] * len(points)
    for fold in range(FOLDS):
        one = _network.train(points, sides, train, everyone[folds != fold], SEED)
        values, words = _network.heard(one, points, sides)
        for number in everyone[folds == fold]:
            predicted[number], odds[number] = values[number], words[number]
    print(f"network: r = {correlation(predicted, train.z):.3f} on train, crossed", flush=True)
    whole = [_network.train(points, sides, train, everyone, SEED + number) for number in range(NETWORKS)]
    changed = _english.logistic(np.concatenate(odds)[:, None], wrong[1].astype(float))
    return {**parts, **_network.exported(whole, scale), "changed": changed.astype(np.float32)}, predicted


def learn(names: list[str], pairs: Seen, train: Judged, given: argparse.Namespace) -> dict[str, np.ndarray]:
    """All coefficients."""
    literal, free = (seen(texts, given.cache)[1] for texts in own_pairs(CORPORA))
    made = basis(names, pairs, literal, free)
    points = made.points(pairs)
    features = made.features(points)
    weights, intercept = ridge(features, train.z, RIDGE)
    predicted = crossed(features, train.z, train.documents, RIDGE)
    print(f"kernel: r = {correlation(predicted, train.z):.3f} on train, crossed", flush=True)
    heard, said = network(made, pairs, train)
    predicted = NETWORK * said + (1 - NETWORK) * predicted
    print(f"both: r = {correlation(predicted, train.z):.3f} on train, crossed")
    language = _english.learn(given.data, SEED)
    language["known"] = {name: number for number, name in enumerate(language["classes"])}
    spoken = np.array([english.score(words, language) for words in translations(train)])
    raw = whole_judgement(predicted, points @ made.freedom, spoken)
    print(f"fidelity: r = {correlation(raw, train.z):.3f} with freedom and English")
    return {
        "signature": np.array(SIGNATURE),
        "names": np.array(names),
        "mean": made.mean.astype(np.float32),
        "deviation": made.deviation.astype(np.float32),
        "surface_scale": np.float32(made.scale),
        "centres": made.centres.astype(np.float16),
        "bases": made.bases.astype(np.float16),
        "landmarks": made.landmarks.astype(np.float16),
        "direction": made.direction,
        "gauge": made.gauge,
        "freedom": made.freedom,
        "weights": weights[:LANDMARKS],
        "linear": np.float32(LINEAR / made.scale) * weights[LANDMARKS:],
        "intercept": np.float32(intercept),
        **heard,
        **judgement_map(raw, train.mean),
        **belonging(made, pairs, seen(strangers(train, SEED), given.cache)[1]),
        **adequacy(names, made.flat(pairs), train),
        **{name: part for name, part in language.items() if name != "known"},
    }


def main() -> None:
    """Learn, write, and say how well it does on dev."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    given = parser.parse_args()
    train = judged(given.data, "train")
    names, pairs = seen(train.pairs, given.cache)
    np.savez_compressed(given.output, **learn(names, pairs, train, given))
    print(f"{given.output.name}: {given.output.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()

"""Learn the network over tokens: judgements, edit rates and changed words together (needs the extra ``models``).

Words teach what the judgements alone cannot, for 95,000 words are labelled and only 7,000 sentences. An order is taught
beside: a spoiled translation (_spoiled.py) is worse than what it was made of. All labels are of MLQE-PE ru-en train.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from checker.prediction.network import CLIP, WINDOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from training._sets import Judged, Tokens

# Chosen on dev among a few: width of the layers, share of units left out in training, passes, step, decay, and how
# much the words, the sources' words and the edit rate count beside the judgement.
WIDTH, LEFT_OUT, PASSES, STEP, DECAY = 96, 0.5, 10, 2e-3, 0.02
TARGET_WORDS, SOURCE_WORDS, EDITS = 0.5, 0.25, 1.2
ORDER, MARGIN, SOFT, SPOILED_WORDS = 0.5, 0.2, 0.3, 0.2
"""How much the order counts, by how much the better is to lead, how softly, and how much new wrong words count."""
ORDERED = 32
"""Pairs of a batch that are set beside their spoiled selves."""
PAIR, TOKEN_COMPONENTS, BATCH, BUCKET = 64, 64, 64, 16
LOWEST = -2.5
"""Judgements below count as this: one angry judge teaches nothing."""


@dataclass(frozen=True)
class Side:
    """Inputs and labels of one side's tokens, all pairs after one another."""

    inputs: torch.Tensor
    wrong: torch.Tensor
    starts: np.ndarray

    def batch(self, chosen: np.ndarray) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Padded inputs, labels, and which are there."""
        sizes = self.starts[chosen + 1] - self.starts[chosen]
        places = self.starts[chosen][:, None] + np.arange(max(1, sizes.max()))
        there = torch.tensor(np.arange(places.shape[1]) < sizes[:, None])
        rows = torch.tensor(np.minimum(places, len(self.inputs) - 1))
        return self.inputs[rows] * there[..., None], self.wrong[rows], there.float()


@dataclass(frozen=True)
class Pairs:
    """Pairs as the network gets them: points in standard deviations, and the tokens of both sides."""

    points: torch.Tensor
    sides: tuple[Side, Side]

    def batch(self, chosen: np.ndarray) -> tuple[torch.Tensor, Any, Any]:
        """What the network takes."""
        return self.points[chosen], self.sides[0].batch(chosen), self.sides[1].batch(chosen)

    @property
    def sizes(self) -> np.ndarray:
        """Tokens of every pair, both sides together."""
        return sum((np.diff(side.starts) for side in self.sides), np.zeros(len(self.points), int))


def pairs(points: np.ndarray, sides: tuple[Side, Side]) -> Pairs:
    """Points, in standard deviations, with their tokens."""
    return Pairs(torch.tensor(points.astype(np.float32)), sides)


class Reader(nn.Module):
    """The tokens of one side."""

    def __init__(self, inputs: int) -> None:
        super().__init__()
        self.inner = nn.Linear(inputs, WIDTH)
        self.conv = nn.Conv1d(WIDTH, WIDTH, WINDOW, padding=WINDOW // 2)
        self.counts, self.tag = nn.Linear(WIDTH, 1), nn.Linear(WIDTH + PAIR, 1)
        self.before, self.after = nn.Dropout(0.6 * LEFT_OUT), nn.Dropout(LEFT_OUT)

    def forward(self, rows: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        own = self.after(_bent(self.inner(self.before(rows))) * there[..., None])
        made: torch.Tensor = self.after(own + _bent(self.conv(own.transpose(1, 2)).transpose(1, 2)))
        return made * there[..., None]

    def pooled(self, rows: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """By weight, and on average."""
        weights = torch.softmax(self.counts(rows).squeeze(-1) - 1e4 * (1 - there), -1)
        mean = rows.sum(1) / there.sum(1, keepdim=True).clamp(min=1)
        return torch.cat([(rows * weights[..., None]).sum(1), mean], -1)

    def tags(self, rows: torch.Tensor, mixed: torch.Tensor) -> torch.Tensor:
        """Log odds that each token is changed."""
        made: torch.Tensor = self.tag(torch.cat([rows, mixed[:, None].expand(-1, rows.shape[1], -1)], -1)).squeeze(-1)
        return made


class Network(nn.Module):
    """What ``checker.prediction.network`` computes, for training."""

    def __init__(self, point: int, inputs: int) -> None:
        super().__init__()
        self.source, self.target = Reader(inputs), Reader(inputs)
        self.pair, self.mix, self.out = nn.Linear(point, PAIR), nn.Linear(PAIR + 4 * WIDTH, PAIR), nn.Linear(PAIR, 2)
        self.before, self.after = nn.Dropout(0.6 * LEFT_OUT), nn.Dropout(LEFT_OUT)

    def forward(self, points: torch.Tensor, source: Any, target: Any) -> tuple[torch.Tensor, ...]:
        one, other = self.source(source[0], source[2]), self.target(target[0], target[2])
        whole = self.after(_bent(self.pair(self.before(points))))
        pooled = self.target.pooled(other, target[2]), self.source.pooled(one, source[2])
        mixed = self.after(_bent(self.mix(torch.cat([whole, *pooled], -1))))
        return self.out(mixed), self.source.tags(one, mixed), self.target.tags(other, mixed)


def _bent(rows: torch.Tensor) -> torch.Tensor:
    return functional.gelu(rows, approximate="tanh")


def inputs(parts: dict[str, np.ndarray], side: str, tokens: Tokens, wrong: np.ndarray) -> Side:
    """As ``checker.prediction.network`` makes them."""
    figures = np.clip((tokens.figures - parts[f"{side}_mean"]) / parts[f"{side}_deviation"], -CLIP, CLIP)
    centre, base = (parts[f"{side}_{name}"].astype(np.float32) for name in ("centre", "base"))
    own, answer = ((vectors.astype(np.float32) - centre) @ base for vectors in (tokens.vectors, tokens.answers))
    rows = np.hstack([figures, own, answer, own * answer]).astype(np.float32)
    starts = np.concatenate([[0], np.cumsum(tokens.sizes)])
    return Side(torch.tensor(rows), torch.tensor(wrong.astype(np.float32)), starts)


def scales(side: str, tokens: Tokens) -> dict[str, np.ndarray]:
    """Means, deviations and principal components of a side's tokens."""
    vectors = np.concatenate([tokens.vectors[::3], tokens.answers[::3]]).astype(np.float32)
    centre = vectors.mean(axis=0)
    variances, axes = np.linalg.eigh(np.cov((vectors - centre).T))
    kept = np.argsort(variances)[::-1][:TOKEN_COMPONENTS]
    return {
        f"{side}_mean": tokens.figures.mean(axis=0).astype(np.float32),
        f"{side}_deviation": np.maximum(tokens.figures.std(axis=0), 0.02).astype(np.float32),
        f"{side}_centre": centre.astype(np.float16),
        f"{side}_base": (axes[:, kept] / np.sqrt(variances[kept].mean())).astype(np.float16),
    }


@dataclass(frozen=True)
class Lesson:
    """What is taught: judged pairs, and the same spoiled, in the same order."""

    judged: Pairs
    spoiled: Pairs
    values: torch.Tensor
    """Judgements (z-scores) and edit rates, shape (pairs, 2)."""


def lesson(judged: Pairs, spoiled: Pairs, labels: Judged) -> Lesson:
    """A lesson with the labels of a split."""
    values = np.stack([np.maximum(labels.z, LOWEST), labels.edits], axis=1)
    return Lesson(judged, spoiled, torch.tensor(values.astype(np.float32)))


def train(taught: Lesson, seed: int) -> Network:
    """A network."""
    torch.manual_seed(seed)
    network = Network(taught.judged.points.shape[1], taught.judged.sides[0].inputs.shape[1])
    generator = np.random.default_rng(seed)
    sizes = taught.judged.sizes
    optimiser = torch.optim.AdamW(network.parameters(), lr=STEP, weight_decay=DECAY)
    steps = PASSES * sum(1 for _ in _batches(sizes, generator))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, STEP, total_steps=steps, pct_start=0.15)
    for _ in range(PASSES):
        for rows in _batches(sizes, generator):
            batch = taught.judged.batch(rows)
            values, *tags = network(*batch)
            loss = _values(values, taught.values[rows]) + _tags(tags, batch[1:], (SOURCE_WORDS, TARGET_WORDS))
            loss = loss + _ordered(network, taught, rows, values[:, 0], generator)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    return network.eval()


def _values(said: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    each = ((said - wanted) ** 2).mean(dim=0)
    return each[0] + EDITS * each[1]


def _tags(odds: list[torch.Tensor], sides: Any, shares: tuple[float, float]) -> torch.Tensor:
    """The cross entropy of the words of both sides, each with its share."""
    loss = torch.zeros(())
    for row, (_, wrong, there), share in zip(odds, sides, shares, strict=True):
        each = functional.binary_cross_entropy_with_logits(row, wrong, reduction="none")
        loss = loss + share * (each * there).sum() / there.sum()
    return loss


def _ordered(
    network: Network, taught: Lesson, rows: np.ndarray, values: torch.Tensor, generator: np.random.Generator
) -> torch.Tensor:
    """How far spoiled translations are from being judged below, and their new words from being told."""
    some = generator.permutation(len(rows))[:ORDERED]
    batch = taught.spoiled.batch(rows[some])
    below, *tags = network(*batch)
    lead = (MARGIN - (values[some] - below[:, 0])) / SOFT
    return ORDER * SOFT * functional.softplus(lead).mean() + _tags(tags, batch[1:], (0.0, SPOILED_WORDS))


def _batches(sizes: np.ndarray, generator: np.random.Generator) -> Iterator[np.ndarray]:
    """Pairs of like length together: less padding."""
    mixed = generator.permutation(len(sizes))
    found = []
    for first in range(0, len(mixed), BATCH * BUCKET):
        part = mixed[first : first + BATCH * BUCKET]
        part = part[np.argsort(sizes[part], kind="stable")]
        found += [part[start : start + BATCH] for start in range(0, len(part), BATCH)]
    return (found[number] for number in generator.permutation(len(found)))


def heard(networks: list[Network], pairs: Pairs) -> tuple[np.ndarray, np.ndarray]:
    """Mean judgements of all pairs, and mean log odds of all target tokens."""
    values, tags = [], []
    sizes = np.diff(pairs.sides[1].starts)
    with torch.inference_mode():
        for first in range(0, len(pairs.points), 200):
            rows = np.arange(first, min(first + 200, len(pairs.points)))
            batch = pairs.batch(rows)
            said = [network(*batch) for network in networks]
            values.append(np.mean([made[0][:, 0].numpy() for made in said], axis=0))
            odds = np.mean([made[2].numpy() for made in said], axis=0)
            tags += [row[:size] for row, size in zip(odds, sizes[rows], strict=True)]
    return np.concatenate(values), np.concatenate(tags)


def exported(networks: list[Network], scale: np.ndarray) -> dict[str, np.ndarray]:
    """Weights of all networks, one behind the other, as ``checker.prediction.network`` names them.

    `scale` is what the points were multiplied with for training.
    """
    made: dict[str, list[np.ndarray]] = {}
    for network in networks:
        layers = {"pair": network.pair, "mix": network.mix, "out": network.out}
        for side, reader in (("s", network.source), ("t", network.target)):
            layers |= {f"{side}_in": reader.inner, f"{side}_counts": reader.counts, f"{side}_tag": reader.tag}
            weight = reader.conv.weight.detach().numpy()
            made.setdefault(f"{side}_conv", []).append(weight.transpose(2, 1, 0).reshape(-1, WIDTH))
            made.setdefault(f"{side}_conv_bias", []).append(reader.conv.bias.detach().numpy())
        for name, layer in layers.items():
            weight = layer.weight.detach().numpy().T
            made.setdefault(name, []).append(weight * scale[:, None] if name == "pair" else weight)
            made.setdefault(f"{name}_bias", []).append(layer.bias.detach().numpy())
    return {name: np.array(each).astype(np.float16) for name, each in made.items()}

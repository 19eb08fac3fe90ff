"""What stands on top of a transformers model to make one vector of a text's tokens.

As the sentence-transformers library writes it down beside the weights: modules.json names a pooling and, for LaBSE, a
dense layer with a tanh. Reading these few files saves the dependency.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from checker.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Find = Callable[[str], "Path | None"]

POOLINGS = ("mean", "cls")


@dataclass(frozen=True)
class Head:
    """How to pool, and the dense layers after it: weight (out, in), bias (out), whether a tanh follows."""

    pooling: str
    layers: tuple[tuple[Floats, Floats, bool], ...] = ()

    def __call__(self, pooled: Floats) -> Floats:
        """The dense layers over pooled vectors, shape (texts, dimension)."""
        for weight, bias, bent in self.layers:
            pooled = pooled @ weight.T + bias
            pooled = np.tanh(pooled) if bent else pooled
        return pooled


def read(model: str, find: Find) -> Head:
    """The head of a model; `find` gives the place of a file by its name beside the model, or None.

    The mean over the tokens where the model says nothing. Raises InputError for a head that is not known.
    """
    pooling, layers = "mean", []
    for module in _json(find("modules.json")) or ():
        kind, folder = str(module["type"]).rsplit(".", 1)[-1], module["path"]
        if kind == "Pooling":
            pooling = _pooling(model, _json(find(f"{folder}/config.json")) or {})
        elif kind == "Dense":
            layers.append(_dense(model, folder, find))
        elif kind not in ("Transformer", "Normalize"):
            raise InputError(f"model {model}", f'its modules.json asks for "{kind}", which is not known here')
    return Head(pooling, tuple(layers))


def _pooling(model: str, told: dict[str, Any]) -> str:
    modes = {name.removeprefix("pooling_mode_") for name, on in told.items() if on is True and "pooling_mode_" in name}
    modes |= {str(told["pooling_mode"])} if "pooling_mode" in told else set()
    names = {"cls_token": "cls", "mean_tokens": "mean"}
    known = {names.get(mode, mode) for mode in modes}
    if len(known) == 1 and known <= set(POOLINGS):
        return known.pop()
    raise InputError(f"model {model}", f"its pooling is {', '.join(sorted(modes)) or 'not said'}; known: mean, cls")


def _dense(model: str, folder: str, find: Find) -> tuple[Floats, Floats, bool]:
    from safetensors.numpy import load_file

    weights, told = find(f"{folder}/model.safetensors"), _json(find(f"{folder}/config.json")) or {}
    if weights is None:
        raise InputError(f"model {model}", f"{folder}/model.safetensors is missing")
    activation = str(told.get("activation_function", "Tanh")).rsplit(".", 1)[-1]
    if activation not in ("Tanh", "Identity"):
        raise InputError(f"model {model}", f"{folder} ends in {activation}; known: Tanh, Identity")
    arrays = load_file(weights)
    weight = arrays["linear.weight"].astype(np.float32)
    bias = arrays.get("linear.bias", np.zeros(len(weight))).astype(np.float32)
    return weight, bias, activation == "Tanh"


def _json(path: Path | None) -> Any:
    return json.loads(path.read_text("utf-8")) if path else None

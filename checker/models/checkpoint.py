"""A model by its folder or hub id: only safetensors are read, and no code that comes with a model is run."""

from __future__ import annotations

import hashlib
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import huggingface_hub
import torch
import transformers
from safetensors import SafetensorError

from checker.errors import EngineError, InputError, PluginError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADVICE = "give a folder with config.json, a tokeniser and *.safetensors, or a name on the hub and a network"
_WIDE = ("t5", "mt5", "umt5")
"""Model types whose activations pass the range of float16."""


@dataclass(frozen=True)
class Checkpoint:
    """What is needed to load a model, and the parts of it, each loaded when first asked for."""

    part: str
    """Who loads it, for messages: ``scorer likelihood``."""
    name: str
    revision: str | None = None
    device: str = "auto"
    tokeniser_name: str = ""
    """Folder or hub id of the tokeniser where the model brings none."""

    @cached_property
    def config(self) -> Any:
        """The model's config.json."""
        return self._loaded(transformers.AutoConfig)

    @cached_property
    def tokeniser(self) -> Any:
        """The model's tokeniser."""
        return self._loaded(transformers.AutoTokenizer, self.tokeniser_name)

    @cached_property
    def place(self) -> str:
        """The device: a GPU where there is one."""
        if self.device != "auto":
            return self.device
        if torch.cuda.is_available():
            return "cuda"
        return "mps" if torch.backends.mps.is_available() else "cpu"

    @property
    def precision(self) -> torch.dtype:
        """Half on a GPU, single elsewhere."""
        return precision(self.place, str(self.config.model_type))

    def model(self, kind: Any, spare: str = "") -> Any:
        """The model as a transformers class such as `AutoModelForSeq2SeqLM`, on its device.

        Raises InputError where the checkpoint lacks weights of that class: they would be random numbers. Weights whose
        names begin with `spare` may be lacking: nothing is made with them.
        """
        loaded, told = self._loaded(kind, use_safetensors=True, output_loading_info=True)
        lacking = set(told["missing_keys"]) - _tied(loaded)
        missing = sorted(name for name in lacking if not spare or not name.startswith(spare))
        if missing:
            what = f"has no weights for {', '.join(missing[:3])}: it is no model of this kind"
            raise InputError(f"model {self.name}", what, f"{self.part} needs another")
        try:
            return loaded.to(self.place, self.precision).eval()
        except (RuntimeError, AssertionError) as error:
            raise SettingsError(f"{self.part}: device {self.device}: {line(error)}") from error

    def _loaded(self, kind: Any, name: str = "", **options: object) -> Any:
        quiet()
        revision = None if name else self.revision
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return kind.from_pretrained(name or self.name, revision=revision, trust_remote_code=False, **options)
        except ImportError as error:
            raise PluginError(f"{self.part}: model {name or self.name} needs a package: {line(error)}") from error
        except (OSError, ValueError, KeyError, RuntimeError, TypeError, SafetensorError) as error:
            raise InputError(f"model {name or self.name}", line(error), _ADVICE) from error

    @cached_property
    def identity(self) -> str:
        """Name and state of the weights: the hub's commit, or a digest of a folder's files. Holds no path."""
        folder = Path(self.name)
        if folder.is_dir():
            return f"{folder.resolve().name}@{_digest(folder)}"
        commit = getattr(self.config, "_commit_hash", None)
        return f"{self.name}@{(commit or self.revision or 'unknown')[:12]}"

    @property
    def settings(self) -> str:
        """What else a number hangs on, for signatures."""
        return f"precision:{str(self.precision).removeprefix('torch.')}|transformers:{transformers.__version__}"

    @contextmanager
    def running(self) -> Iterator[None]:
        """Around a forward pass: what the model's library throws becomes one clear line."""
        try:
            with torch.inference_mode():
                yield
        except torch.OutOfMemoryError as error:
            raise EngineError(
                f"{self.part}, model {self.name}: out of memory on {self.place}; use a smaller batch or device = cpu"
            ) from error
        except (RuntimeError, IndexError, ValueError, TypeError) as error:
            raise EngineError(f"{self.part}, model {self.name}: {line(error)}") from error


def precision(place: str, model_type: str) -> torch.dtype:
    """The type of the weights on a device, for a model type of transformers."""
    if not place.startswith("cuda"):
        return torch.float32
    if model_type not in _WIDE:
        return torch.float16
    return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float32


def quiet() -> None:
    """No progress bars and no warnings of the library: what matters is said as an error or a note."""
    for logging in (transformers.utils.logging, huggingface_hub.utils.logging):
        told: Any = logging
        told.set_verbosity_error()
    silence: Any = transformers.utils.logging.disable_progress_bar
    silence()


def line(error: BaseException) -> str:
    """An error's first line: the rest is for who wrote the library."""
    return (str(error).strip() or type(error).__name__).split("\n")[0]


def _tied(model: Any) -> set[str]:
    """Names of weights that are the input embeddings under another name: saved once, never missing."""
    embeddings = model.get_input_embeddings()
    if embeddings is None:
        return set()
    place = embeddings.weight.data_ptr()
    return {
        name for name, weight in model.named_parameters(remove_duplicate=False) if place and weight.data_ptr() == place
    }


def _digest(folder: Path) -> str:
    digest = hashlib.blake2b(digest_size=6)
    for path in sorted((*folder.glob("*.safetensors"), *folder.glob("*.json"), *folder.glob("*.spm"))):
        digest.update(path.name.encode())
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "blake2b").digest())
    return digest.hexdigest()

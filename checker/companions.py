"""Which files are checked, and where their originals and re-translations lie.

``{stem}`` is the translation's name less its suffix and language tag: ``article.en.txt`` and
``article.txt`` both have the stem ``article``. A template may lead into another folder
(``../ru/{stem}{suffix}``), but never out of the folder tree it starts from by an absolute path.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import InputError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.config import Config

_TAG = re.compile(r"\.([a-z]{2})(?:-[A-Za-z]{2,4})?$")
_SOURCES = ("ru", "uk", "be", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "ar", "ja", "ko", "zh", "th", "kk", "ka")
SUFFIXES = (".txt", ".md", ".html", ".htm", ".docx", ".csv", ".tsv", ".jsonl", ".xliff", ".xlf", ".tmx", ".po")


@dataclass(frozen=True)
class Companions:
    """A translation and what belongs to it."""

    translation: Path
    source: Path | None = None
    reference: Path | None = None

    def paths(self) -> tuple[Path, ...]:
        """The files that there are."""
        return tuple(path for path in (self.translation, self.source, self.reference) if path is not None)


def split_name(path: Path) -> tuple[str, str, str]:
    """Stem, language tag ("" where there is none) and suffix of a file name."""
    base = path.name[: -len(path.suffix)] if path.suffix else path.name
    tag = _TAG.search(base)
    return (base[: tag.start()], tag.group(1), path.suffix) if tag else (base, "", path.suffix)


def companions(translation: Path, config: Config) -> Companions:
    """Find the original and the re-translation of a file by the templates; None for what is not there."""
    stem, _, suffix = split_name(translation)
    sources = (config.source_lang,) if config.source_lang else _SOURCES
    source = _first(_expand(config.source_template, translation, stem, lang, suffix) for lang in sources)
    reference = _first([_expand(config.reference_template, translation, stem, sources[0], suffix)])
    return Companions(
        translation,
        source if source != translation else None,
        reference if reference != translation else None,
    )


def _first(paths: Iterable[Path]) -> Path | None:
    return next((path for path in paths if path.is_file()), None)


def _expand(template: str, translation: Path, stem: str, source: str, suffix: str) -> Path:
    # Not str.format as it is: a width could fill the memory, an attribute could show what is none of a template's.
    pieces = re.split(r"(\{stem\}|\{source\}|\{suffix\})", template)
    if any("{" in piece or "}" in piece for piece in pieces[::2]):
        raise SettingsError(f'template "{template}": only {{stem}}, {{source}} and {{suffix}} may stand in it')
    values = {"{stem}": stem, "{source}": source, "{suffix}": suffix}
    name = "".join(values.get(piece, piece) for piece in pieces)
    if Path(name).is_absolute():
        raise SettingsError(f'template "{template}": must be relative to the translation\'s folder')
    return translation.parent / name


def translations(paths: Iterable[Path], config: Config) -> tuple[Path, ...]:
    """The files to check: those named, those of named folders, and the pair of a named original.

    Raises InputError for a path that does not exist and a folder without a match.
    """
    target = config.target_lang or "en"
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = _in_folder(path, target)
            if not inside:
                raise InputError(
                    str(path),
                    f"holds no translation (NAME.{target}.txt and the like)",
                    "name files, or say --target-lang",
                )
            found.update(dict.fromkeys(inside))
        elif str(path) != "-" and not path.is_file():
            raise InputError(str(path), "does not exist", "check the path")
        else:
            found[_translation_of(path, target, config)] = None
    return tuple(found)


def _in_folder(folder: Path, target: str) -> list[Path]:
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    return [path for path in files if split_name(path)[1] == target]


def _translation_of(path: Path, target: str, config: Config) -> Path:
    """The file itself, or the translation beside it of which it is the original or the re-translation."""
    stem, tag, suffix = split_name(path)
    if tag == target:
        return path
    for name in (stem, stem.rpartition(".")[0]):
        for beside in (path.parent / f"{name}.{target}{suffix}", path.parent / f"{name}{suffix}"):
            if name and beside != path and beside.is_file() and path in companions(beside, config).paths():
                return beside
    return path

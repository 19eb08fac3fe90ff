"""Frames of pairs in, frames of rows out: the same class for one process, many, Ray or Spark.

`FrameChecker` is built once a worker, where the models load; only a `Config` travels out. A row is an
article; a bad article is a row with its error. Every table is made from the report in the row.
"""

from __future__ import annotations

import json
import signal
import threading
from contextlib import contextmanager
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from checker.collector import collect_seldom, give_back, settle
from checker.desk import Desk
from checker.errors import CheckerError, EngineError, InputError
from checker.intake import Intake
from checker.manifest import OWN, ROLES, row_name
from checker.serial import to_json
from checker.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

    from checker.config import Config

RESULT = ("name", "key", "report", "error", "exit_code")
"""Columns of a result; the manifest's other columns follow. `report` is JSON, "" where there is an `error`."""
_REPLACEMENT = "\ufffd"
_BETWEEN = 50
"""Articles after which freed memory goes back to the system."""


class FrameChecker:
    """Checks every row of a frame with the columns of a manifest.

    Columns: ``translation`` or ``translation_text``; optional ``source``, ``source_text``, ``reference``,
    ``reference_text``, ``name``, ``source_lang``, ``target_lang``. Paths count from `root` and stay inside it.
    Building one sets BLAS to one thread in this process: on small matrices more are slower, and workers would
    fight for the cores. It also has Python's collector look seldom, and never at what lives when an article is done
    for the first time (``gc.freeze``), and hands freed memory back now and then.
    """

    def __init__(self, config: Config, root: str = ".") -> None:
        from threadpoolctl import threadpool_limits

        self._threads = threadpool_limits(limits=1, user_api="blas")
        self.config, self.root = config, Path(root).resolve()
        self._desk = Desk()
        self._desk.pipeline(config)
        self._done = 0
        collect_seldom()
        if config.max_seconds is not None:
            # Models load now: their time is not the first article's.
            self._checked({"translation_text": "It rained. We left.", "source_text": "Шёл дождь. Мы ушли."}, "warm-up")

    def __call__(self, frame: pd.DataFrame) -> pd.DataFrame:
        """One result row for each row, in order."""
        import pandas as pd

        records: list[dict[str, Any]] = frame.to_dict("records")  # type: ignore[assignment]
        rows = [self.row(values) for values in records]
        carried = [column for column in frame.columns if column not in (*OWN, *RESULT)]
        return pd.DataFrame(rows, columns=[*RESULT, *carried])

    def row(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The result of one article. Raises nothing: what goes wrong becomes its `error`."""
        name = row_name(values)
        try:
            with _limit(self.config.max_seconds):
                key, report = self._checked(values, name)
            return result(values, key, report)
        except CheckerError as error:
            return failed(values, error)
        except _OutOfTime:
            return failed(values, out_of_time(name, self.config))
        except Exception as error:
            return failed(values, EngineError(f"{name}: {type(error).__name__}: {error}"))

    def _checked(self, values: Mapping[str, Any], name: str) -> tuple[str, str]:
        config = self.config.for_file(PurePath(_cell(values, "translation") or name))
        config = replace(
            config,
            source_lang=_cell(values, "source_lang") or config.source_lang,
            target_lang=_cell(values, "target_lang") or config.target_lang,
        )
        texts = contents(values, config, self.root)
        report = replace(self._desk.report(config, texts), name=name)
        self._done += 1
        if self._done == 1:
            settle()
        if self._done % _BETWEEN == 0:
            give_back()
        return row_key(values, self.config, texts), encoded(to_json(report))


class _OutOfTime(BaseException):
    """No Exception, so that no part takes it for a failure of its own."""


def _ring(*_: object) -> None:
    raise _OutOfTime


@contextmanager
def _limit(seconds: float | None) -> Iterator[None]:
    """Wall-clock limit where the platform has alarms and this is the main thread; elsewhere the runner's own holds."""
    if seconds is None or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, max(seconds, 1e-6))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def out_of_time(name: str, config: Config) -> InputError:
    """The error of an article that took too long."""
    return InputError(name, f"took longer than max-seconds {config.max_seconds:g}", "raise max-seconds or split it")


def result(values: Mapping[str, Any], key: str, report: str, error: CheckerError | None = None) -> dict[str, Any]:
    """A result row with the manifest's other columns."""
    said = "" if error is None else str(error).encode("utf-8", "replace").decode("utf-8")
    own = (row_name(values), key, report, said, error.exit_code if error else 0)
    carried = {column: value for column, value in values.items() if column not in (*OWN, *RESULT)}
    return dict(zip(RESULT, own, strict=True)) | carried


def failed(values: Mapping[str, Any], error: CheckerError) -> dict[str, Any]:
    """The row of an article that could not be checked. It has no key: `--resume` tries it again."""
    return result(values, "", "", error)


def contents(values: Mapping[str, Any], config: Config, root: Path) -> list[tuple[str, bytes] | None]:
    """(name, bytes) of translation, source and reference; None for what the row does not have.

    Raises InputError for a row without a translation, with two of them, or with a path that may not be read.
    """
    intake = Intake(config)
    found: list[tuple[str, bytes] | None] = []
    for role in ROLES:
        path, text = _cell(values, role), _cell(values, f"{role}_text")
        if path and text:
            raise InputError(row_name(values), f"has both {role} and {role}_text", "fill one of the two columns")
        if path:
            found.append((PurePath(path).name, _content(intake, root, path)))
        else:
            found.append((f"{role}.txt", _bytes(text)) if text else None)
    if found[0] is None:
        raise InputError(row_name(values), "has neither translation nor translation_text", "fill one of the two")
    return found


def _content(intake: Intake, root: Path, path: str) -> bytes:
    """The bytes of a file; an error names it as the manifest does, so that the row is the same on any machine."""
    at = inside(root, path)
    try:
        return intake.content(at)
    except InputError as error:
        raise InputError(path, error.what, error.advice) from error


def _cell(values: Mapping[str, Any], column: str) -> str:
    """A cell as text; missing values of any library are ""."""
    value = values.get(column)
    return value if isinstance(value, str) else ""


def _bytes(text: str) -> bytes:
    """UTF-8; a lone surrogate becomes U+FFFD, which keeps every offset."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join(_REPLACEMENT if "\ud800" <= char <= "\udfff" else char for char in text).encode("utf-8")


def encoded(values: Mapping[str, Any]) -> str:
    """One line of JSON that is valid UTF-8."""
    text = json.dumps(values, ensure_ascii=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(values, ensure_ascii=True)
    return text


def row_key(values: Mapping[str, Any], config: Config, texts: Sequence[tuple[str, bytes] | None]) -> str:
    """A hash of all that decides a result row: cells, content of files, settings, version. Limits are left out."""
    ungated = replace(config, fail_on="major", min_fidelity=None, max_penalty=None, baseline="")
    parts = replace(ungated, cache="", max_size=1, max_seconds=None)
    digest = blake2b(digest_size=16)
    cells = sorted((str(column), str(value)) for column, value in values.items() if not str(column).startswith("_"))
    for part in (__version__, repr(parts), row_name(values), repr(cells)):
        _feed(digest, part.encode("utf-8", "surrogatepass"))
    for path in (config.glossary, config.words):
        _feed(digest, Path(path).read_bytes() if path and Path(path).is_file() else b"")
    for item in texts:
        _feed(digest, b"" if item is None else item[1])
    return digest.hexdigest()


def _feed(digest: Any, data: bytes) -> None:
    """With its length before it, so that no two lists of parts feed the same bytes."""
    digest.update(len(data).to_bytes(8, "little"))
    digest.update(data)


def inside(root: Path, path: str) -> Path:
    """A path of a manifest, resolved; links included it must stay below `root`, and be a file.

    Raises InputError otherwise.
    """
    try:
        resolved = (root / path).resolve()
        ordinary = resolved.is_file() or not resolved.exists()
    except (OSError, ValueError, RuntimeError) as error:
        raise InputError(repr(path[:200]), f"is no path ({error})", "correct the manifest") from error
    if not resolved.is_relative_to(root):
        raise InputError(path, f"leads out of {root.name}/", "name a wider folder with --root, or correct the manifest")
    if not ordinary:
        raise InputError(path, "is no file", "name a file")
    return resolved

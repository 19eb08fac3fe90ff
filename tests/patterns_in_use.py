"""Every regular expression that the package compiles, measured on text made to make it backtrack.

Run as a script in a process of its own (the compiler of `re` is watched from the first import on): prints a JSON
list of [pattern, where compiled, kind of text, seconds for the short text, for the long one] of those not linear.
"""

from __future__ import annotations

import json
import pkgutil
import re
import sys
import time
from importlib import import_module
from pathlib import Path

SHORT, LONG = 1_500, 6_000
SLOW = 0.05
"""Seconds for the long text below which a ratio says nothing."""
QUICK = SLOW / 100
"""Seconds for the short text below which the long one, be its time the cube, cannot be slow."""
SUPERLINEAR = 9.0
"""Of the times for texts of 1 to 4: linear is 4, quadratic 16."""
TEXTS = (
    *("a", " ", "\n", "\t", "1", "-", ".", ",", "А", "'", '"', "(", "<", "&", "[", "*", "_", "\u00a0", "\u0301"),
    *(
        "a ",
        "1,",
        "1 ",
        "1.",
        "a-",
        "a.",
        "A. ",
        "1:",
        "--",
        "a'",
        "«",
        "(a",
        "<a ",
        "&a",
        "[a]",
        "а ",
        "А. ",
        "\n ",
        "\r\n",
        "aA1",
    ),
    *("not ", "не ", "the ", "no more than ", "не более чем ", "million ", "млн ", "one two ", "http://", "a@", "$1"),
)

BOUNDED = {
    "_furniture.py": "lines of at most 220 characters",
    "_styles.py": "the 20 characters before a date",
    "_polarity.py": "beads of at most 6,000 characters (_cues.LONGEST)",
    "_frames.py": "sentences of at most 2,000 characters",
    "_shapes.py": "sentences of at most 5,000 characters (pipeline.LONGEST)",
    "negation.py": "asked at one place by re.match",
}
"""Files whose patterns see short text only; what bounds it."""

seen: dict[tuple[object, int], tuple[Path, int]] = {}


def watch() -> None:
    """Note every pattern that is compiled, or made to be compiled later, by a file of the package."""
    from checker.expressions import Late

    compiled, made = re._compile, Late.__init__

    def note(pattern, flags, frame):
        while (
            frame
            and Path(frame.f_code.co_filename).name in ("__init__.py", "re.py")
            and "checker" not in frame.f_code.co_filename
        ):
            frame = frame.f_back
        if frame and "/checker/" in frame.f_code.co_filename.replace("\\", "/") and isinstance(pattern, str | bytes):
            seen.setdefault((pattern, int(flags)), (Path(frame.f_code.co_filename), frame.f_lineno))

    def noting(pattern, flags):
        note(pattern, flags, sys._getframe(1))
        return compiled(pattern, flags)

    def later(self, source, flags=re.NOFLAG):
        made(self, source, flags)
        note(source, flags, sys._getframe(1))

    re._compile, Late.__init__ = noting, later


def use() -> None:
    """Import everything and check an article, so that patterns made at run time are there too."""
    import checker

    for module in pkgutil.walk_packages(checker.__path__, "checker."):
        try:
            import_module(module.name)
        except ImportError:
            continue  # an extra that is not installed
    from checker.batch import FrameChecker
    from checker.config import Config

    article = Path(__file__).parent.parent / "corpora" / "economy"
    texts = {lang: (article / f"article.{lang}.txt").read_text("utf-8") for lang in ("ru", "en")}
    row = FrameChecker(Config(cache="none")).row({"translation_text": texts["en"], "source_text": texts["ru"]})
    assert not row["error"], row["error"]


def anchored(file: Path, line: int) -> bool:
    """Whether the name that the pattern gets is only ever asked at one place of a text (match, fullmatch)."""
    lines = file.read_text("utf-8").split("\n")
    name = next(
        (found[1] for text in lines[max(0, line - 3) : line][::-1] if (found := re.match(r"(\w+)\b.*= ", text))), ""
    )
    uses = set(re.findall(rf"\b{name}\.(\w+)", "\n".join(lines))) if name else set()
    return bool(uses) and uses <= {"match", "fullmatch", "pattern"}


def seconds(pattern: re.Pattern, text: str | bytes, once: bool) -> float:
    best = float("inf")
    for _ in range(2):
        if best < QUICK:
            break
        start = time.process_time()
        if once:
            pattern.match(text)
        else:
            for _ in pattern.finditer(text):
                pass
        best = min(best, time.process_time() - start)
    return best


def own_letters(pattern: str) -> list[str]:
    """Texts from the words of the pattern itself."""
    words = re.findall(r"[^\W\d_]{2,}", re.sub(r"\\[a-zA-Z]", " ", pattern))[:4]
    return [f"{word} " for word in words] + (["".join(words), " ".join(words) + " "] if words else [])


def main() -> None:
    watch()
    use()
    bad = []
    for (source, flags), (file, line) in sorted(seen.items(), key=str):
        once = anchored(file, line)
        pattern = re.compile(source, flags)
        plain = source if isinstance(source, str) else source.decode("latin-1")
        for text in (*TEXTS, *own_letters(plain)):
            times = []
            for size in (SHORT, LONG):
                repeated = (text * (size // len(text) + 1))[:size] + "\x01"
                times.append(seconds(pattern, repeated if isinstance(source, str) else repeated.encode("utf-8"), once))
                if times[0] > 5 or times[0] < QUICK:
                    break
            if (times[-1] > SLOW and times[-1] > SUPERLINEAR * times[0]) or times[0] > 5:
                if (file.parent.name + ".py" if file.name == "__init__.py" else file.name) in BOUNDED:
                    break
                bad.append([plain[:200], f"{file.name}:{line}", text, *times])
                break
    print(json.dumps({"patterns": len(seen), "bad": bad}, ensure_ascii=False))


if __name__ == "__main__":
    main()

"""checker: finds where a translation says something else than its original, and which phrases are garbled.

>>> from checker import check
>>> report = check("He left hastily and hastily.", source="Он уехал поспешно и второпях.")
>>> [(finding.rule.code, finding.span.text) for finding in report.findings]
[('REP002', 'hastily and hastily')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.model import Document, Finding, Report, Severity
from checker.version import __version__

if TYPE_CHECKING:
    from checker.config import Config

__all__ = ["Document", "Finding", "Report", "Severity", "__version__", "check"]


def check(
    translation: str,
    *,
    source: str | None = None,
    reference: str | None = None,
    config: Config | None = None,
    **settings: Any,
) -> Report:
    """Check one text against its original, a re-translation, both or neither.

    `settings` are those of ``[tool.checker]`` with underscores (``source_lang="ru"``). Raises
    CheckerError and its children. Loads the encoder at every call: for many texts keep
    ``checker.assembly.build(config)`` and call its ``check``.
    """
    from checker.assembly import build
    from checker.config import Config, override
    from checker.intake import Intake

    config = override(config or Config(), {key.replace("_", "-"): value for key, value in settings.items()})
    pipeline = build(config)
    intake = Intake(config)
    sides = [
        None if text is None else intake.text(text, role)
        for role, text in (("source", source), ("reference", reference))
    ]
    article, notes = intake.join(intake.text(translation, "translation"), *sides)
    return pipeline.check(article, notes)

"""A page in Markdown for every rule, made from the rule itself, and an index of them."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from checker.model import Needs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Rule

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")
_NEEDS = {
    Needs.SOURCE: "an original (or a re-translation) to compare with",
    Needs.BETTER_WITH_SOURCE: "nothing; an original makes it surer",
    Needs.NOTHING: "nothing beside the translation",
}


def pages(rules: Sequence[Rule]) -> dict[str, str]:
    """File name to content: ``CODE.md`` for every rule, and ``README.md``."""
    return {"README.md": _index(rules)} | {f"{rule.code}.md": _page(rule) for rule in rules}


def _page(rule: Rule) -> str:
    facts = [f"category: {rule.category.value}", f"severity: {rule.severity.label}", f"needs: {_NEEDS[rule.needs]}"]
    facts += ["in preview: only with `--preview`"] * rule.preview + ["`--fix` may correct it"] * rule.fixable
    parts = [f"# {rule.code} {_escape(rule.name)}", _escape(rule.summary), "\n".join(f"- {fact}" for fact in facts)]
    parts += ["\n\n".join(_escape(part) for part in rule.explanation.split("\n\n"))] if rule.explanation else []
    parts += [f"Bad:\n\n> {_escape(rule.bad)}", f"Good:\n\n> {_escape(rule.good)}"]
    parts.append(
        f"Silence it with `--ignore {rule.code}` or `ignore` in the settings; one finding by the verdict `reject`."
    )
    return "\n\n".join(parts) + "\n"


def _index(rules: Sequence[Rule]) -> str:
    lines = ["# The rules", "", f"{len(rules)} rules, made by `checker rules --pages` from the rules themselves.", ""]
    for category, group in groupby(sorted(rules, key=_place), key=lambda rule: rule.category.value):
        lines += [f"## {category}", "", "| code | name | severity | what is flagged |", "| --- | --- | --- | --- |"]
        lines += [_row(rule) for rule in group]
        lines.append("")
    return "\n".join(lines)


def _place(rule: Rule) -> tuple[str, str]:
    return rule.category.value, rule.code


def _row(rule: Rule) -> str:
    mark = " (preview)" if rule.preview else ""
    link = f"[{rule.code}]({rule.code}.md)"
    return f"| {link} | {_escape(rule.name)} | {rule.severity.label} | {_escape(rule.summary)}{mark} |"


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))

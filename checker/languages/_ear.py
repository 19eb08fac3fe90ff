"""How names sound in a script without capitals, from the block of lines ``kind: forms`` in a language's file.

The kinds are those of `checker.notation.Ear`; every other kind is a sound, or two that a piece may have:

    script: ァ-ヺー-ヿ
    K: カ キ ク
    P-: ウ
    shortest: 4
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.notation import Ear

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_KINDS = frozenset("script shortest least rare before behind never final marks surnames titles signs".split())  # noqa: SIM905


def ear(block: str) -> Ear | None:
    """The facts of a block; None for an empty one."""
    lines: dict[str, list[str]] = {}
    for line in block.strip().splitlines():
        kind, _, forms = line.partition(": ")
        lines.setdefault(kind, []).extend(forms.split())
    return _ear(lines) if lines else None


def _ear(lines: Mapping[str, Sequence[str]]) -> Ear:
    def forms(kind: str) -> tuple[str, ...]:
        return tuple(sorted(lines.get(kind, ()), key=len, reverse=True))

    def number(kind: str, usual: float) -> float:
        return float(lines[kind][0]) if kind in lines else usual

    return Ear(
        script="".join(lines["script"]),
        sounds=tuple((form, kind) for kind, forms in lines.items() if kind not in _KINDS for form in forms),
        before=forms("before"),
        behind=forms("behind"),
        never=forms("never"),
        final=forms("final"),
        marks=forms("marks"),
        shortest=int(number("shortest", 4)),
        rare=number("rare", 2.5),
        least=int(number("least", 2)),
        surnames=frozenset("".join(lines.get("surnames", ()))),
        titles=forms("titles"),
        signs=frozenset("".join(lines.get("signs", ()))),
    )

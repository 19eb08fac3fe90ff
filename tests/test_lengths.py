"""When a neighbour is short enough to want the sentence that stands beside it."""

import pytest

from checker.detectors._lengths import needs
from checker.model import Document


@pytest.mark.parametrize(
    ("own", "beside", "other", "wanted"),
    [
        # One long sentence that was split: its first half wants the second.
        ("The river rose.", "It took the bridge.", "Река поднялась и к ночи унесла с собой мост", True),
        # A neighbour that is merely brief has no room for a whole sentence more.
        ("Come in May.", "Such hamlets can be found in many parts of the land.", "Приезжайте весной", False),
        # A neighbour of the usual length wants nothing.
        ("The river rose at night.", "It took the bridge.", "Ночью река поднялась", False),
    ],
)
def test_a_neighbour_wants_what_it_lacks(own: str, beside: str, other: str, wanted: bool) -> None:
    ours, theirs = Document("en", "en", f"{own} {beside}"), Document("ru", "ru", other)
    near, sentence = ours.span(0, len(own)), ours.span(len(own) + 1, len(ours.text))
    assert needs(sentence, [near], [theirs.span(0, len(other))], 1.1) is wanted

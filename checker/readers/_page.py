"""Which part of a page is the article: by its elements, and by what their classes say."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.readers._tags import attributes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.readers._tags import Tag


def names(text: str) -> frozenset[str]:
    """The white-space separated names of a block of text."""
    return frozenset(text.split())


VOID = names("""area base br col embed hr img input link meta param source track wbr""")
_CLOSES_ITSELF = names("""p li dt dd option optgroup tr td th thead tbody tfoot colgroup rp rt""")
INVISIBLE = names(
    """script style head template noscript svg math select object audio video canvas button iframe textarea datalist"""
)
_BESIDE = names("""nav aside footer form menu dialog""")
_FURNITURE = names(
    """comment comments share sharing shares social socials related recommend recommended recommendations sidebar
    footer nav navigation menu breadcrumb breadcrumbs subscribe subscription newsletter banner banners advert
    advertisement ads promo cookie cookies tags tagcloud rating counter counters widget widgets popup modal
    pagination pager feed similar popular trending login search likes disqus hypercomments copyright donate"""
)
_BODY = re.compile(
    r"article-?_*(?:body|text|content)|(?:post|entry|news|story|text|page)-?_*(?:body|content|text|detail|full)"
)
LEAST, MOST = 0.3, 0.5
"""A root holds at least 0.3 of the page's words; what a class calls furniture at most 0.5 of the article's."""


@dataclass
class Element:
    """An element between two offsets, with the number of words before and in it."""

    name: str
    start: int
    attributes: dict[str, str]
    words: int
    stop: int = 0
    names: frozenset[str] = field(default_factory=frozenset)

    @property
    def hidden(self) -> bool:
        """Whether a browser would not show it."""
        style = self.attributes.get("style", "").replace(" ", "")
        return (
            self.name in INVISIBLE
            or "hidden" in self.attributes
            or self.attributes.get("aria-hidden") == "true"
            or "display:none" in style
        )

    @property
    def is_body(self) -> bool:
        """Whether its attributes call it the text of an article."""
        said = self.attributes
        return "articlebody" in said.get("itemprop", "") or bool(
            _BODY.search(f"{said.get('class', '')} {said.get('id', '')}")
        )

    @property
    def beside(self) -> bool:
        """Whether it is navigation or the like, by its name or its class."""
        return self.name in _BESIDE or self.attributes.get("role") in (
            "navigation",
            "complementary",
            "banner",
            "contentinfo",
            "search",
        )


def elements(text: str, pieces: Sequence[Tag]) -> list[Element]:
    """All elements of a page, in the order of their beginnings; what is not closed lasts to the end of its parent."""
    found: list[Element] = []
    stack: list[Element] = []
    open_names: dict[str, int] = {}
    words = 0
    for piece in pieces:
        if piece.kind == "text" and not any(element.hidden for element in stack[-1:]):
            words += len(text[piece.start : piece.stop].split())
        elif piece.kind == "open" and piece.name not in VOID and piece.name not in _CLOSES_ITSELF:
            element = _element(text, piece, words)
            found.append(element)
            stack.append(element)
            open_names[piece.name] = open_names.get(piece.name, 0) + 1
        elif piece.kind == "close" and open_names.get(piece.name):
            while stack:
                element = stack.pop()
                open_names[element.name] -= 1
                element.stop, element.words = piece.stop, words - element.words
                if element.name == piece.name:
                    break
    for element in stack:
        element.stop, element.words = len(text), words - element.words
    return found


def _element(text: str, piece: Tag, words: int) -> Element:
    said = attributes(text, piece)
    names = frozenset(re.split(r"[\s_-]+", f"{said.get('class', '')} {said.get('id', '')}"))
    return Element(piece.name, piece.start, said, words, names=names)


def root(found: Sequence[Element], words: int) -> Element | None:
    """The element that holds the article, or None where the whole page does."""
    kinds = (
        [element for element in found if element.name == "article" or element.attributes.get("role") == "article"],
        [element for element in found if element.is_body],
        [element for element in found if element.name == "main" or element.attributes.get("role") == "main"],
    )
    for candidates in kinds:
        best = max(candidates, key=lambda element: element.words, default=None)
        if best is not None and best.words and best.words >= LEAST * words:
            return best
    return None


def beside(found: Sequence[Element], article: Element | None, size: int) -> list[tuple[int, int]]:
    """Offsets of what is shown and is not the article, headings of the first order left in."""
    words = article.words if article else max((element.words for element in found), default=0)
    ranges = []
    headings = [element for element in found if element.name == "h1"]
    if article:
        before = [heading for heading in headings if heading.start < article.start]
        title = next((element for element in before[-1:] if not _inside(element, found)), None)
        ranges = [(0, title.start), (title.stop, article.start)] if title else [(0, article.start)]
        ranges.append((article.stop, size))
    for element in found:
        if element.beside or (element.name == "header" and not article and element.words < MOST * words):
            ranges += _without_heading(element, headings)
        elif (
            element.names & _FURNITURE
            and element.words < MOST * words
            and element.name not in ("body", "html", "article", "main")
        ):
            ranges.append((element.start, element.stop))
    return merged(ranges)


def _inside(heading: Element, found: Iterable[Element]) -> bool:
    """Whether a heading stands in navigation or the like."""
    return any(element.beside and element.start < heading.start < element.stop for element in found)


def _without_heading(element: Element, headings: Sequence[Element]) -> list[tuple[int, int]]:
    """The range of a page's header in two parts round the headline, of other elements in one."""
    place = bisect_left(headings, element.start, key=lambda heading: heading.start)
    heading = headings[place] if place < len(headings) and element.name == "header" else None
    if heading is None or heading.start >= element.stop:
        return [(element.start, element.stop)]
    return [(element.start, heading.start), (heading.stop, element.stop)]


def merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted, disjoint, none empty."""
    result: list[tuple[int, int]] = []
    for start, stop in sorted(pair for pair in ranges if pair[0] < pair[1]):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], stop))
        else:
            result.append((start, stop))
    return result

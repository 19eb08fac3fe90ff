"""The phrase matcher: what each sign of the pattern language means, and laws over random text."""

from __future__ import annotations

import re
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Token
from checker.patterns import Index, compiled, condition

LEMMAS = {"went": "go", "goes": "go", "cases": "case", "left": "leave", "found": "find", "was": "be"}


def tokens(text):
    """Words by white space, marks apart; lemmas from the little table above."""
    made = []
    for hit in re.finditer(r"\w+(?:[-']\w+)*|[^\w\s]", text):
        word, low = hit.group(), hit.group().lower()
        kind = "number" if word.isdigit() else "word" if word[0].isalnum() else "mark"
        made.append(Token(hit.start(), hit.end(), word, LEMMAS.get(low, low), kind))
    return tuple(made)


def spans(pattern, text):
    seen = tokens(text)
    return [text[seen[match.start].start : seen[match.stop - 1].stop] for match in Index.of([pattern]).find(seen)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("go home", "He went home.", ["went home"]),
        ("=go home", "He went home.", []),
        ("leave", "The left wing", ["left"]),  # by its text or its lemma: "left" is a form of leave
        ("left wing", "The left wing", ["left wing"]),  # and left itself
        ("=Head of", "The Head of state, head of state", ["Head of"]),
        ("cat|dog barks", "The dog barks", ["dog barks"]),
        ("a|the case", "These cases, the case", ["the case"]),
        ("very? good", "very good and good", ["very good", "good"]),
        ("in the * of", "in the end of, in the of", ["in the end of"]),
        ("in *2 end", "in the very end", ["in the very end"]),
        ("in *1 end", "in the very end", []),
        ("in *3 end", "in the, end", []),  # a gap stays inside the clause
        ("on {n} of", "on 5 of May", ["on 5 of"]),
        ("street {Name}", "the street Lenin, the street below", ["street Lenin"]),
        ("^ here he", '"Here he comes, here he', ["Here he"]),
        ("he comes $", "he comes, he comes.", ["he comes"]),
        ("at first !sight", "at first sight, at first", ["at first"]),
        ("!the end", "the end, no end", ["end"]),
        ("by the way , he", "by the way, he", ["by the way, he"]),
        ("inspect [ court ] today", "to inspect court today", ["court"]),
        ("the cold war", 'the "cold" war', ['the "cold" war']),
        ("the * war", "the cold war", ["the cold war"]),
    ],
)
def test_signs(pattern, text, expected):
    assert spans(pattern, text) == expected


def test_gaps_are_told():
    text = "on the street Lenin for two long years"
    seen = tokens(text)
    (match,) = Index.of(["the street {Name} for *3 year|years"]).find(seen)
    assert [tuple(token.text for token in seen[start:stop]) for start, stop in match.gaps] == [
        ("Lenin",),
        ("two", "long"),
    ]


@pytest.mark.parametrize("text", ["", "*", "^ *3 {n}", "word?", "a||b", "= b"])
def test_a_pattern_needs_a_word(text):
    with pytest.raises(ValueError, match=r"needs a word|empty"):
        compiled(text)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("go home", "went home"),
        ("stay ; go home", "went home"),
        ("stay & go", ""),
        ("case & go", "cases"),
        ("go &! case", ""),
        ("go &! dog", "went"),
    ],
)
def test_conditions(text, holds):
    evidence = condition(text).evidence([tokens("The cases went home"), tokens("and nothing else")])
    assert " ".join(token.text for token in evidence) == holds


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e", ",", "."]), max_size=40)
PATTERNS = st.lists(st.sampled_from(["a", "b", "a|b", "=c", "*2", "*", "b?", "!d", "e"]), min_size=1, max_size=5).map(
    lambda parts: " ".join([*parts, "a"])
)


@given(WORDS, st.lists(PATTERNS, min_size=1, max_size=6))
def test_many_patterns_find_what_each_finds_alone(words, patterns):
    seen = tokens(" ".join(words))
    together = Index.of(patterns).find(seen)
    for number, pattern in enumerate(patterns):
        alone = {(match.start, match.stop) for match in Index.of([pattern]).find(seen)}
        assert alone == {(match.start, match.stop) for match in together if match.number == number}
    assert all(0 <= match.start < match.stop <= len(seen) for match in together)


def test_a_long_line_costs_linear_time():
    index = Index.of([f"in *3 word{number} of *3 end" for number in range(2000)] + ["a *9 a *9 b"])

    def cost(size):
        seen = tokens("in the a of a and " * size)
        begun = perf_counter()
        index.find(seen)
        return perf_counter() - begun

    cost(100)
    assert cost(4000) < 40 * max(cost(400), 0.01)

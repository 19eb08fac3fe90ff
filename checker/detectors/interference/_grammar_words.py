"""Words by what grammar lets them do, with their forms: what the tables of patterns name as ``{CLASS}``.

The table grammar_words holds base forms; the forms of verbs and the plurals of nouns are made here.
"""

from __future__ import annotations

import re
from functools import cache

from checker import data

_NAMED = re.compile(r"\{([A-Z_]{3,})\}")
_SIBILANT = re.compile(r"(?:[sxz]|ch|sh|o)\Z")
_CONSONANT_Y = re.compile(r"(?<=[^aeiou])y\Z")
_DOUBLES = re.compile(
    r"\A[^aeiou]*(?:qu)?[aeiou][bdgklmnprt]\Z|(?:[brdmns]mit|gin|bid|\Aget|forget|(?:pr|\Ar)efer|nsfer|cur|pel|trol|lfil)\Z"
)
"""Verbs that double their last letter: stop, stopping; submit, submitting."""
_PLURALS = {"man": "men", "child": "children", "person": "people", "thief": "thieves", "knife": "knives",
            "phenomenon": "phenomena"}  # fmt: skip


def third(verb: str) -> str:
    """The form for he: goes, denies, has."""
    if verb == "have":
        return "has"
    return _CONSONANT_Y.sub("ie", verb) + ("es" if _SIBILANT.search(verb) else "s")


def gerund(verb: str) -> str:
    """The form in -ing: dying, making, stopping."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    return f"{_doubled(verb)}ing"


def past(verb: str) -> str:
    """The regular past: died, denied, stopped."""
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{_doubled(_CONSONANT_Y.sub('i', verb))}ed"


def _doubled(verb: str) -> str:
    return verb + verb[-1] if _DOUBLES.search(verb) else verb


def plural(noun: str) -> str:
    """The plural: deputies, policemen, agencies."""
    for ending, form in _PLURALS.items():
        if noun.endswith(ending):
            return noun[: -len(ending)] + form
    return _CONSONANT_Y.sub("ie", noun) + ("es" if _SIBILANT.search(noun) else "s")


@cache
def _bases(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(word.split("/"))
        for row in data.rows("grammar_words")
        if row["class"] == name
        for word in row["words"].split()
    )


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of a class, those of the table or forms made of them. Raises KeyError for an unknown class."""
    if name in _MADE:
        classes, form = _MADE[name]
        return tuple(dict.fromkeys(form(word) for kind in classes for word in _bases(kind)))
    found = tuple(word[0] for word in _bases(name))
    if not found:
        raise KeyError(name)
    return found


def _first(word: tuple[str, ...]) -> str:
    return word[0]


def _third(word: tuple[str, ...]) -> str:
    return third(word[0])


def _gerund(word: tuple[str, ...]) -> str:
    return gerund(word[0])


def _past(word: tuple[str, ...]) -> str:
    return word[1] if len(word) > 1 else past(word[0])


def _participle(word: tuple[str, ...]) -> str:
    return word[-1] if len(word) > 1 else past(word[0])


def _plural(word: tuple[str, ...]) -> str:
    return plural(word[0])


_VERBS = ("PURE", "NOUNLIKE")
_NOUNS = ("PERSON", "THING")
_MADE = {
    "VERB": (_VERBS, _first),
    "PURES": (("PURE",), _third),
    "DOING": (("PURE", "DOES"), _gerund),
    "PAST": (_VERBS, _past),
    "DONE": (_VERBS, _participle),
    "NOUN": (_NOUNS, _first),
    "NOUNS": (_NOUNS, _plural),
    "PERSONS": (("PERSON", "ROLE"), _plural),
    "ANYONE": (("PERSON", "ROLE"), _first),
    "BODY_OR_NOUN": ((*_NOUNS, "COLLECTIVE"), _first),
}


def expanded(pattern: str) -> str:
    """A phrase pattern with its ``{CLASS}`` written out; ``{n}`` and ``{Name}`` are the pattern language's own."""
    return _NAMED.sub(lambda match: "|".join(f"={word}" for word in words(match[1])), pattern)


def alternatives(pattern: str) -> str:
    """A regular expression with its ``{CLASS}`` written out; names that are no class are left."""
    return _NAMED.sub(lambda match: _either(match[1]) if _known(match[1]) else match[0], pattern)


def _known(name: str) -> bool:
    return name in _MADE or bool(_bases(name))


@cache
def _either(name: str) -> str:
    return "(?:" + "|".join(re.escape(word) for word in words(name)) + ")"

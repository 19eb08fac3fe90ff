"""What a language file says: the few facts about a language that the shared splitter asks for."""

from __future__ import annotations

from dataclasses import dataclass


def words(text: str) -> frozenset[str]:
    """The white-space separated words of a block of text."""
    return frozenset(text.split())


NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Profile:
    """Facts of one language. Abbreviations are without their last stop and without spaces.

    One written with a capital is met with it alone (Ill. is a state, ill is not)."""

    code: str
    name: str
    before_name: frozenset[str] = NONE
    """Never end a sentence: mr, dr, ул, т.е."""
    before_number: frozenset[str] = NONE
    """Do not end one where a number follows, and are words like any other elsewhere: no, p, ст."""
    inside: frozenset[str] = NONE
    """End one only where the next word is a starter: u.s, jr, inc."""
    ending: frozenset[str] = NONE
    """End one where a capital follows, not where a dash or a smaller unit does: etc, т.д, тыс."""
    tied: frozenset[str] = NONE
    """Words that belong to the abbreviation before them: долл. США."""
    years: frozenset[str] = NONE
    """Stand after a year or a century: г, вв; elsewhere before a name ("г. Тверь")."""
    prepositions: frozenset[str] = NONE
    """Open an adverbial of time, which does not end at its abbreviation: "В 2019 г. Петров ..."."""
    starters: frozenset[str] = NONE
    """Words that begin sentences and no names: the, he, он, однако."""
    lettered: frozenset[str] = NONE
    """Words after which a lone letter is no initial: plan B, гепатит С."""
    saying: frozenset[str] = NONE
    """Verbs that introduce a speaker after a quotation: said, asked."""
    quoting: str = ""
    """Particles that carry a quotation on after its mark, where nothing is spaced: 」と."""
    ordinals: bool = False
    """Whether a number and a stop is an ordinal: "3. Oktober"."""
    spaced: bool = True
    """Whether words are set apart by spaces."""
    quotes: tuple[str, ...] = ()
    """Pairs of quotation marks, the usual one first: ("„“", "‚‘")."""
    spaced_marks: str = ""
    """Marks that a blank stands before."""
    doubled: frozenset[str] = NONE
    """Words that grammar lets stand twice in a row."""
    alien: str = ""
    """Letters of its script that only neighbours have."""
    small: str = ""
    """Capitals with the small letter that only this language gives them: "Iı İi" where there are two letters i."""
    figures: str = ""
    """Numerals, units and calendar words (see _figures.py)."""
    ear: str = ""
    """How foreign names sound, where a script has no capitals (see _ear.py)."""
    cues: str = ""
    """Words that begin and end sentences, where no mark ends one (see _clauses.py)."""

"""Dutch."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

PROFILE = Profile(
    code="nl",
    name="Dutch",
    before_name=words(
        """dhr mw mevr mr mrs dr drs ing ir prof ds gen kol kap lt sgt min st bv bijv d.w.z o.a m.n i.v.m t.a.v t.o.v
        m.b.t n.a.v o.l.v resp vgl zgn evt ca incl excl v.d pres sen gov"""
    ),
    before_number=words("nr nrs art blz p pp hfst fig tel jan feb mrt apr jun jul aug sep sept okt nov dec ca"),
    inside=words("u.s d.c jr sr inc ltd co corp b.v n.v v.chr n.chr v.s"),
    ending=words("enz etc e.d e.a mln mld min sec km kg cm mm"),
    starters=words(
        """de het een hij zij ze wij we ik jij je u jullie dit dat deze die in op aan bij met van voor door naar uit
        over onder tegen tussen na sinds tot zonder om te en maar of want dus ook als toen wanneer omdat hoewel
        terwijl voordat nadat zodra indien dan daarna daar daarom hier er nu vandaag gisteren morgen nog al niet
        geen alle veel sommige elke ieder beide meer wat wie waar waarom hoe welke volgens tijdens ondanks wegens
        echter bovendien toch zo later eerder zijn haar hun ons mijn eerst twee drie"""
    ),
    lettered=words("plan vitamine hepatitis type klasse groep categorie"),
)


def language(context: object) -> Language:
    """Dutch."""
    return Language(PROFILE)

"""Dutch."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

_ONES = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
_TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
COMPOUNDS = [
    f"add {10 * ten + one}: {a}{'ën' if a[-1] == 'e' else 'en'}{b}"
    for ten, b in enumerate(_TENS, 2)
    for one, a in enumerate(_ONES, 1)
]
COMPOUNDS += [f"add {100 * one}: {a}honderd" for one, a in enumerate(_ONES, 1)]
COMPOUNDS += [f"scale {1000 * one}: {a}duizend" for one, a in enumerate([*_ONES, "tien"], 1)]
FIGURES = """
add 0: nul
add 1: een één
add 2: twee
add 3: drie
add 4: vier
add 5: vijf
add 6: zes
add 7: zeven
add 8: acht
add 9: negen
add 10: tien
add 11: elf
add 12: twaalf
add 13: dertien
add 14: veertien
add 15: vijftien
add 16: zestien
add 17: zeventien
add 18: achttien
add 19: negentien
add 20: twintig
add 30: dertig
add 40: veertig
add 50: vijftig
add 60: zestig
add 70: zeventig
add 80: tachtig
add 90: negentig
hundred 100: honderd
scale 1000: duizend
scale 1000000: miljoen miljoenen mln
scale 1000000000: miljard miljarden mld
scale 1000000000000: biljoen
many 10: tientallen
many 100: honderden
many 1000: duizenden
many 1000000: miljoenen
many 1000000000: miljarden
group 10: tiental
group 12: dozijn
both 2: beide beiden paar stel tweetal
ordinal 1: eerste eersten
ordinal 2: tweede
ordinal 3: derde
ordinal 4: vierde
ordinal 5: vijfde
ordinal 6: zesde
ordinal 7: zevende
ordinal 8: achtste
ordinal 9: negende
ordinal 10: tiende
ordinal 11: elfde
ordinal 12: twaalfde
ordinal 13: dertiende
ordinal 14: veertiende
ordinal 15: vijftiende
ordinal 16: zestiende
ordinal 17: zeventiende
ordinal 18: achttiende
ordinal 19: negentiende
ordinal 20: twintigste
ordinal 100: honderdste
fraction 1/2: helft half halve
fraction 1/4: kwart
mixed 3/2: anderhalf anderhalve
factor 2: dubbel dubbele verdubbel* tweevoud
factor 3: drievoud verdrievoudig* driedubbel*
less 0: minder lager kleiner
round 0: ongeveer zo'n bijna circa rond
several 0: enkele meerdere diverse verschillende
to 0: tot of en
and 0: en
times 0: keer maal
century 0: eeuw eeuwen
year 0: jaar jaren
clock 0: middernacht
hours: uur
unit %: procent
unit pp: procentpunt*
unit s: seconde seconden
unit min: minuut minuten
unit h: uur uren
unit d: dag dagen
unit wk: week weken
unit mo: maand maanden
unit a: jaar jaren jarige jarig
unit decade: decennium decennia
unit century: eeuw eeuwen
unit m: meter meters
unit km: kilometer*
unit mi: mijl mijlen
unit ft: voet
unit in: inch duim
unit kg: kilo kilogram
unit t: ton
unit lb: pond
unit l: liter liters
unit ha: hectare*
unit deg: graden graad
unit RUB: roebel*
unit USD: dollar dollars
unit EUR: euro euro's
unit GBP: pond
unit cent: cent
"""
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
    doubled=words("die dat zij u je"),
    quotes=("‘’", "“”", "„”"),
    figures=FIGURES + "\n".join(COMPOUNDS),
)


def language(context: object) -> Language:
    """Dutch."""
    return Language(PROFILE)

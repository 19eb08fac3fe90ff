"""Italian."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

_TENS = ["venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"]
_ONES = ["uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"]
COMPOUNDS = [
    f"add {10 * ten + one}: {(b[:-1] if one in (1, 8) else b) + a} {b}{'tré' if one == 3 else a}"
    for ten, b in enumerate(_TENS, 2)
    for one, a in enumerate(_ONES, 1)
]
COMPOUNDS += [f"add {100 * one}: {a}cento" for one, a in enumerate(_ONES[1:], 2)]
COMPOUNDS += [f"scale {1000 * one}: {a}mila" for one, a in enumerate([*_ONES[1:], "dieci"], 2)]
FIGURES = """
of: di d'
elided: d' l' dell' all' nell' sull' dall'
add 0: zero
add 1: uno un una
add 2: due
add 3: tre
add 4: quattro
add 5: cinque
add 6: sei
add 7: sette
add 8: otto
add 9: nove
add 10: dieci
add 11: undici
add 12: dodici
add 13: tredici
add 14: quattordici
add 15: quindici
add 16: sedici
add 17: diciassette
add 18: diciotto
add 19: diciannove
add 20: venti
add 30: trenta
add 40: quaranta
add 50: cinquanta
add 60: sessanta
add 70: settanta
add 80: ottanta
add 90: novanta
hundred 100: cento
scale 1000: mille mila
scale 1000000: milione milioni mln
scale 1000000000: miliardo miliardi mld
scale 1000000000000: bilione bilioni
many 10: decine dozzine
many 100: centinaia
many 1000: migliaia
many 1000000: milioni
many 1000000000: miliardi
group 10: decina
group 12: dozzina
group 15: quindicina
group 20: ventina
group 30: trentina
group 100: centinaio
group 1000: migliaio
both 2: entrambi entrambe coppia paio duo
ordinal 1: primo prima primi prime
ordinal 2: secondo seconda secondi seconde
ordinal 3: terzo terza terzi terze
ordinal 4: quarto quarta quarti quarte
ordinal 5: quinto quinta
ordinal 6: sesto sesta
ordinal 7: settimo settima
ordinal 8: ottavo ottava
ordinal 9: nono nona
ordinal 10: decimo decima
ordinal 11: undicesim*
ordinal 12: dodicesim*
ordinal 13: tredicesim*
ordinal 14: quattordicesim*
ordinal 15: quindicesim*
ordinal 16: sedicesim*
ordinal 17: diciassettesim*
ordinal 18: diciottesim*
ordinal 19: diciannovesim*
ordinal 20: ventesim*
ordinal 100: centesim*
fraction 1/2: metà mezzo mezza
fraction 1/3: terzo terzi
fraction 1/4: quarto quarti
factor 2: doppio doppia raddoppi*
factor 3: triplo tripla triplic*
less 0: meno inferiore
round 0: circa quasi
several 0: diversi diverse alcuni alcune parecchi
to 0: a o e
and 0: e
times 0: volte volta
am 0: mattina
pm 720: pomeriggio sera
clock 0: mezzanotte
clock 720: mezzogiorno
century 0: secolo secoli
year 0: anno anni
unit %: per_cento percento
unit pp: punti_percentuali
unit s: secondo secondi
unit min: minuto minuti
unit h: ora ore
unit d: giorno giorni
unit wk: settimana settimane
unit mo: mese mesi
unit a: anno anni enne
unit decade: decennio decenni
unit m: metro metri
unit km: chilometr*
unit mi: miglio miglia
unit ft: piede piedi
unit in: pollic*
unit kg: chilogramm* chilo chili
unit t: tonnellat*
unit lb: libbr*
unit l: litro litri
unit ha: ettar*
unit ac: acri acro
unit deg: grado gradi
unit RUB: rublo rubli
unit USD: dollaro dollari
unit EUR: euro
unit GBP: sterlin*
unit cent: cent centesimo
"""
PROFILE = Profile(
    code="it",
    name="Italian",
    before_name=words(
        """Sig Sigg Sig.ra Sig.na Dott Dott.ssa Prof Prof.ssa Ing Avv Arch Geom Rag On Sen Gen Col Cap Ten Mons Card
        S St Ss Fr dott prof ing avv p.es es cfr ca ecc.ecc v vs"""
    ),
    before_number=words(
        """n nn art artt p pp pag pagg vol vol cap fig tel gen feb mar apr mag giu lug ago set sett ott nov dic"""
    ),
    inside=words("u.s d.c a.c jr sr inc ltd co corp s.p.a S.p.A s.r.l p.m a.m"),
    ending=words("ecc etc min sec km kg cm mm"),
    starters=words(
        """il lo la i gli le un uno una l egli ella esso essa essi loro lui lei io tu noi voi questo questa questi
        queste quello quella quelli quelle ciò in di a da con su per tra fra nel nella nei nelle negli al alla ai
        alle dal dalla del della dei delle sul sulla ma e ed o od né però anche se quando come dove mentre perché
        che chi cosa quale quanto poi dopo prima ora oggi ieri domani qui là già non sì inoltre infine così quindi
        dunque tuttavia secondo durante contro verso senza suo sua suoi sue mio nostro si ci vi tutto tutti tutte
        ogni alcuni alcune molti molte più meno altro altri altre nessuno nulla solo ancora entrambi due tre"""
    ),
    lettered=words("piano vitamina epatite tipo classe gruppo categoria serie"),
    quotes=("«»", "“”", "„”"),
    figures=FIGURES + "\n".join(COMPOUNDS),
)


def language(context: object) -> Language:
    """Italian."""
    return Language(PROFILE)

"""French."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

_ONES = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"]
_TEENS = ["dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"]
_TENS = ["vingt", "trente", "quarante", "cinquante", "soixante"]
COMPOUNDS = [
    f"add {10 * ten + one}: {b}-{a} {b}-et-{a}" for ten, b in enumerate(_TENS, 2) for one, a in enumerate(_ONES, 1)
]
COMPOUNDS += [f"add {60 + teen}: soixante-{a} soixante-et-{a}" for teen, a in enumerate(_TEENS, 10)]
COMPOUNDS += [f"add {80 + one}: quatre-vingt-{a}" for one, a in enumerate([*_ONES, *_TEENS], 1)]
FIGURES = """
of: de d' du des
elided: d' l'
hours: h heures heure
add 0: zéro
add 1: un une
add 2: deux
add 3: trois
add 4: quatre
add 5: cinq
add 6: six
add 7: sept
add 8: huit
add 9: neuf
add 10: dix
add 11: onze
add 12: douze
add 13: treize
add 14: quatorze
add 15: quinze
add 16: seize
add 17: dix-sept
add 18: dix-huit
add 19: dix-neuf
add 20: vingt
add 30: trente
add 40: quarante
add 50: cinquante
add 60: soixante
add 70: soixante-dix septante
add 71: soixante-et-onze
add 80: quatre-vingts quatre-vingt huitante octante
add 90: quatre-vingt-dix nonante
hundred 100: cent cents
scale 1000: mille
scale 1000000: million millions
scale 1000000000: milliard milliards
scale 1000000000000: billion billions
many 10: dizaines
many 100: centaines
many 1000: milliers
many 1000000: millions
many 1000000000: milliards
group 10: dizaine
group 12: douzaine
group 15: quinzaine
group 20: vingtaine
group 30: trentaine
group 40: quarantaine
group 50: cinquantaine
group 60: soixantaine
group 100: centaine
group 1000: millier
both 2: deux-deux couple paire duo jumeaux jumelles
both 3: trio triplés
ordinal 1: premier première premiers premières
ordinal 2: deuxième deuxièmes second seconde seconds secondes
ordinal 3: troisième troisièmes
ordinal 4: quatrième quatrièmes
ordinal 5: cinquième cinquièmes
ordinal 6: sixième sixièmes
ordinal 7: septième septièmes
ordinal 8: huitième huitièmes
ordinal 9: neuvième neuvièmes
ordinal 10: dixième dixièmes
ordinal 11: onzième
ordinal 12: douzième
ordinal 13: treizième
ordinal 14: quatorzième
ordinal 15: quinzième
ordinal 16: seizième
ordinal 17: dix-septième
ordinal 18: dix-huitième
ordinal 19: dix-neuvième
ordinal 20: vingtième
ordinal 30: trentième
ordinal 100: centième
ordinal 1000: millième
fraction 1/2: moitié demi demie demis demies mi
fraction 1/3: tiers
fraction 1/4: quart quarts
factor 2: double doubles doubl* deuxfois
factor 3: triple triples tripl*
factor 4: quadrupl*
factor 10: décupl*
less 0: moins inférieur inférieure
round 0: environ près quelque quelques autour presque
several 0: plusieurs quelques
to 0: à ou et
and 0: et
times 0: fois
am 0: matin
pm 720: soir après-midi
clock 0: minuit
clock 720: midi
century 0: siècle siècles
year 0: an ans année années
joint and: et
unit %: pour_cent pourcent pourcents
unit pp: points_de_pourcentage point_de_pourcentage
unit s: seconde secondes
unit min: minute minutes min
unit h: heure heures h
unit d: jour jours journée journées
unit wk: semaine semaines
unit mo: mois
unit a: an ans année années
unit decade: décennie décennies
unit century: siècle siècles
unit mm: millimètre* mm
unit cm: centimètre* cm
unit m: mètre mètres
unit km: kilomètre* km
unit mi: mile miles mille milles
unit ft: pied pieds
unit in: pouce pouces
unit m2: mètre*_carré*
unit km2: kilomètre*_carré*
unit ha: hectare*
unit ac: acre acres
unit g: gramme grammes
unit kg: kilogramme* kilo kilos
unit t: tonne tonnes
unit lb: livre livres
unit l: litre litres
unit m3: mètre*_cube*
unit bbl: baril barils
unit kph: kilomètre*_par_heure kilomètre*_à_l_heure kilomètres-heure km_/_h
unit mph: miles_par_heure miles_à_l_heure
unit kW: kilowatt kilowatts
unit MW: mégawatt mégawatts
unit deg: degré degrés
unit degC: degré*_celsius
unit degF: degré*_fahrenheit
unit RUB: rouble roubles
unit USD: dollar dollars
unit EUR: euro euros
unit GBP: livre*_sterling
unit CHF: franc francs
unit cent: cent centime centimes
unit copeck: kopeck kopecks
calendar --21: printemps
calendar --22: été
calendar --23: automne
calendar --24: hiver
"""
PROFILE = Profile(
    code="fr",
    name="French",
    before_name=words(
        """M MM Mme Mmes Mlle Mlles Dr Drs Pr Me Mgr St Ste Gén Col Cap Lt Cdt Adj cf env av bd Bd p.ex c.-à-d c.à.d
        fig trad ndlr Mr"""
    ),
    before_number=words("n nos art p pp vol t chap ch al fig env tél janv févr avr juil sept oct nov déc av apr"),
    inside=words("u.s d.c jr sr inc ltd co corp s.a e.u n.d.l.r"),
    ending=words("etc cie min h sec km kg cm mm"),
    starters=words(
        """le la les un une des du il elle ils elles on nous vous je tu ce cet cette ces ça cela ceci c d l en dans
        sur sous par pour avec sans de à au aux entre depuis pendant après avant chez vers selon malgré mais ou et
        donc or ni car si quand lorsque comme que qui où pourquoi comment quel quelle puis ensuite enfin alors
        ainsi aussi toutefois cependant pourtant néanmoins aujourd hier demain ici là mon ma mes son sa ses leur
        leurs notre votre tout tous toute toutes chaque certains plusieurs beaucoup plus moins aucun rien personne
        même seul seule autre autres deux trois parmi outre contre"""
    ),
    lettered=words("plan vitamine hépatite type classe groupe catégorie bloc"),
    doubled=words("nous vous"),
    quotes=("«»", "“”", "‹›"),
    spaced_marks=":;?!»",
    figures=FIGURES + "\n".join(COMPOUNDS),
)


def language(context: object) -> Language:
    """French."""
    return Language(PROFILE)

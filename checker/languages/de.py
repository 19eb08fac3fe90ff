"""German."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

_ONES = ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
_TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
COMPOUNDS = [f"add {10 * ten + one}: {a}und{b}" for ten, b in enumerate(_TENS, 2) for one, a in enumerate(_ONES, 1)]
COMPOUNDS += [f"add {100 * one}: {a}hundert" for one, a in enumerate(_ONES, 1)]
COMPOUNDS += [f"scale {1000 * one}: {a}tausend" for one, a in enumerate([*_ONES, "zehn", "elf", "zwölf"], 1)]
FIGURES = """
hours: uhr
endings: e en er es em
add 0: null
add 1: eins ein eine einen einem einer eines
add 2: zwei zweien
add 3: drei dreien
add 4: vier
add 5: fünf
add 6: sechs
add 7: sieben
add 8: acht
add 9: neun
add 10: zehn
add 11: elf
add 12: zwölf
add 13: dreizehn
add 14: vierzehn
add 15: fünfzehn
add 16: sechzehn
add 17: siebzehn
add 18: achtzehn
add 19: neunzehn
add 20: zwanzig
add 30: dreißig dreissig
add 40: vierzig
add 50: fünfzig
add 60: sechzig
add 70: siebzig
add 80: achtzig
add 90: neunzig
add 100: einhundert
hundred 100: hundert
scale 1000: tausend tsd eintausend
scale 1000000: million millionen mio
scale 1000000000: milliarde milliarden mrd
scale 1000000000000: billion billionen bio
many 10: dutzende dutzenden zig
many 100: hunderte hunderten hunderter
many 1000: tausende tausenden tausender
many 1000000: millionen
many 1000000000: milliarden
group 12: dutzend
both 2: beide beiden beider beides paar zwillinge
both 3: trio drillinge
ordinal 1: erst~ erstmals erstens
ordinal 2: zweit~ zweitens
ordinal 3: dritt~ drittens
ordinal 4: viert~
ordinal 5: fünft~
ordinal 6: sechst~
ordinal 7: siebt~ siebent~
ordinal 8: acht~
ordinal 9: neunt~
ordinal 10: zehnt~
ordinal 11: elft~
ordinal 12: zwölft~
ordinal 20: zwanzigst~
ordinal 100: hundertst~
ordinal 1000: tausendst~
fraction 1/2: hälfte halb~
fraction 1/3: drittel dritteln
fraction 1/4: viertel vierteln
fraction 1/5: fünftel fünfteln
fraction 1/10: zehntel
mixed 3/2: anderthalb eineinhalb
mixed 5/2: zweieinhalb
mixed 7/2: dreieinhalb
factor 2: doppelt~ doppelt verdoppel* zweimal zweifach*
factor 3: dreifach* verdreifach* dreimal
factor 4: vierfach* vervierfach* viermal
factor 5: fünffach* verfünffach* fünfmal
factor 10: zehnfach* verzehnfach* zehnmal
factor 1/2: halbier*
less 0: weniger geringer niedriger billiger kürzer gesunken gefallen sank fiel
decade 20: zwanziger
decade 30: dreißiger
decade 40: vierziger
decade 50: fünfziger
decade 60: sechziger
decade 70: siebziger
decade 80: achtziger
decade 90: neunziger
round 0: etwa rund ungefähr circa ca knapp fast gut beinahe
several 0: mehrere mehreren einige einigen viele vielen zig
to 0: bis oder und
and 0: und
times 0: mal
am 0: morgens früh vormittags
pm 720: abends nachmittags
clock 0: mitternacht
clock 720: mittag
century 0: jahrhundert jahrhunderts jahrhunderte jh
year 0: jahr jahre jahres jahren
unit %: prozent* vh
unit pp: prozentpunkt*
unit s: sekunde sekunden sek sekündig*
unit min: minute minuten min minütig*
unit h: stunde stunden std stündig*
unit d: tag tage tagen tages tägig*
unit wk: woche wochen wöchig*
unit mo: monat monate monaten monats monatig*
unit a: jahr jahre jahren jahres jährig* jährlich*
unit decade: jahrzehnt jahrzehnte jahrzehnten
unit century: jahrhundert jahrhunderte jahrhunderten
unit mm: millimeter* mm
unit cm: zentimeter* cm
unit m: meter metern
unit km: kilometer* km
unit mi: meile meilen
unit ft: fuß
unit in: zoll
unit m2: quadratmeter* qm
unit km2: quadratkilometer*
unit ha: hektar*
unit ac: morgen acre acres
unit g: gramm
unit kg: kilogramm kilo kilos
unit t: tonne tonnen
unit lb: pfund
unit l: liter litern
unit m3: kubikmeter*
unit bbl: barrel fass
unit kph: stundenkilometer* km_/_h kilometer*_pro_stunde
unit mph: meilen_pro_stunde
unit kW: kilowatt
unit MW: megawatt
unit deg: grad
unit degC: grad_celsius
unit degF: grad_fahrenheit
unit RUB: rubel* rubl
unit USD: dollar dollars us_-_dollar
unit EUR: euro euros
unit GBP: pfund britische_pfund pfund_sterling
unit CHF: franken
unit cent: cent cents
unit copeck: kopeke*
calendar -W-6: sonnabend
calendar --21: frühling frühjahr
calendar --22: sommer
calendar --23: herbst
calendar --24: winter
calendar --01: jänner
"""
PROFILE = Profile(
    code="de",
    name="German",
    before_name=words(
        """Hr Fr Frl Dr Drs Prof Dipl Ing Mag Hrn Gen Lt Kpt Maj Hptm Str bzw z.b d.h u.a s.o s.u vgl sog ggf evtl
        inkl exkl zzgl bspw z.t i.d.r u.u v.a o.g gem lt geb gest verh ca max min mind Abb Tab Anm Hrsg hrsg ehem
        insb allg dt engl franz russ lat Nr Pf Rev Sen Gov Mr Mrs Ms"""
    ),
    before_number=words(
        """Nr Art Abs Abb Bd Kap S Ziff Tel ca vgl Jan Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez Jh Tab Aufl"""
    ),
    inside=words("u.s d.c jr sr inc ltd co corp e.v Chr a.d i.r a.m a.a p.a St usw.u"),
    ending=words("usw etc usf u.dgl u.ä o.ä Mio Mrd Tsd Std Min Sek Jh n.chr v.chr"),
    starters=words(
        """der die das dem den des ein eine einer eines einem einen er sie es wir ich ihr du man dies diese dieser
        dieses jener jene in im an am auf aus bei beim mit nach seit von vom zu zum zur für durch gegen ohne um
        und aber oder doch denn sondern auch so wie wenn als ob weil da während bevor nachdem obwohl damit dann
        danach dort hier heute gestern morgen nun jetzt noch nur schon nicht kein keine alle viele einige manche
        jeder jede beide mehr was wer wo warum welche welcher unter über zwischen trotz wegen laut allerdings
        außerdem zudem dennoch deshalb daher somit später zuvor bisher bereits sein seine ihre unser mein es"""
    ),
    ordinals=True,
    doubled=words("die der das den sie ihr ihnen"),
    quotes=("„“", "»«", "«»", "“”", "‚‘"),
    figures=FIGURES + "\n".join(COMPOUNDS),
)


def language(context: object) -> Language:
    """German."""
    return Language(PROFILE)

"""Spanish."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

FIGURES = """
of: de
add 0: cero
add 1: uno un una
add 2: dos
add 3: tres
add 4: cuatro
add 5: cinco
add 6: seis
add 7: siete
add 8: ocho
add 9: nueve
add 10: diez
add 11: once
add 12: doce
add 13: trece
add 14: catorce
add 15: quince
add 16: dieciséis
add 17: diecisiete
add 18: dieciocho
add 19: diecinueve
add 20: veinte
add 21: veintiuno veintiún veintiuna
add 22: veintidós
add 23: veintitrés
add 24: veinticuatro
add 25: veinticinco
add 26: veintiséis
add 27: veintisiete
add 28: veintiocho
add 29: veintinueve
add 30: treinta
add 40: cuarenta
add 50: cincuenta
add 60: sesenta
add 70: setenta
add 80: ochenta
add 90: noventa
add 100: cien ciento
add 200: doscientos doscientas
add 300: trescientos trescientas
add 400: cuatrocientos cuatrocientas
add 500: quinientos quinientas
add 600: seiscientos seiscientas
add 700: setecientos setecientas
add 800: ochocientos ochocientas
add 900: novecientos novecientas
scale 1000: mil
scale 1000000: millón millones
scale 1000000000: millardo
scale 1000000000000: billón billones
many 10: decenas docenas
many 100: cientos centenares centenas
many 1000: miles millares
many 1000000: millones
group 10: decena
group 12: docena
group 15: quincena
group 20: veintena
group 30: treintena
group 100: centenar centena
group 1000: millar
both 2: ambos ambas pareja par dúo gemelos gemelas
both 3: trío trillizos
ordinal 1: primero primer primera primeros primeras
ordinal 2: segundo segunda segundos segundas
ordinal 3: tercero tercer tercera terceros terceras
ordinal 4: cuarto cuarta cuartos cuartas
ordinal 5: quinto quinta quintos quintas
ordinal 6: sexto sexta sextos sextas
ordinal 7: séptimo séptima séptimos séptimas
ordinal 8: octavo octava octavos octavas
ordinal 9: noveno novena novenos novenas
ordinal 10: décimo décima
ordinal 11: undécimo undécima
ordinal 12: duodécimo duodécima decimosegundo decimosegunda
ordinal 20: vigésimo vigésima
ordinal 30: trigésimo trigésima
ordinal 100: centésimo centésima
fraction 1/2: mitad medio media medios medias
fraction 1/3: tercio tercios
fraction 1/4: cuarto cuartos
factor 2: doble dobles duplic*
factor 3: triple triples triplic*
factor 4: cuádruple cuadruplic*
factor 5: quíntuple quintuplic*
factor 10: décuplo
less 0: menos inferior menor
round 0: unos unas casi aproximadamente cerca alrededor
several 0: varios varias algunos algunas muchos
to 0: a o y
and 0: y
times 0: veces vez
am 0: mañana madrugada
pm 720: tarde noche
clock 0: medianoche
clock 720: mediodía
century 0: siglo siglos
year 0: año años
joint and: y
unit %: por_ciento
unit pp: punto*_porcentual*
unit s: segundo segundos
unit min: minuto minutos
unit h: hora horas
unit d: día días
unit wk: semana semanas
unit mo: mes meses
unit a: año años
unit decade: década décadas
unit century: siglo siglos
unit mm: milímetro*
unit cm: centímetro*
unit m: metro metros
unit km: kilómetro*
unit mi: milla millas
unit ft: pie pies
unit in: pulgada pulgadas
unit m2: metro*_cuadrado*
unit km2: kilómetro*_cuadrado*
unit ha: hectárea*
unit ac: acre acres
unit g: gramo gramos
unit kg: kilogramo* kilo kilos
unit t: tonelada toneladas
unit lb: libra libras
unit l: litro litros
unit m3: metro*_cúbico*
unit bbl: barril barriles
unit kph: kilómetros_por_hora km_/_h
unit mph: millas_por_hora
unit kW: kilovatio kilovatios
unit MW: megavatio megavatios
unit deg: grado grados
unit degC: grado*_celsius grado*_centígrado*
unit degF: grado*_fahrenheit
unit RUB: rublo rublos
unit USD: dólar dólares
unit EUR: euro euros
unit GBP: libra*_esterlina*
unit CHF: franco francos
unit cent: centavo centavos céntimo céntimos
unit copeck: kopek kopeks
calendar --21: primavera
calendar --22: verano
calendar --23: otoño
calendar --24: invierno
"""
PROFILE = Profile(
    code="es",
    name="Spanish",
    before_name=words(
        """Sr Sra Sres Sras Srta Dr Dra Dres Dras Prof Profa D Dª Dña Lic Ing Arq Gral Cnel Cap Tte Cmdte Mons Fr Sto
        Sta Excmo Ilmo Ud Uds Vd Vds av Av Avda pza Pza c.c p.ej cf vid aprox gob"""
    ),
    before_number=words(
        """núm nro no n art arts p pp pág págs vol t cap fig ed tel ene feb mar abr may jun jul ago sept oct nov dic"""
    ),
    inside=words("ee.uu EEUU u.s d.c jr sr inc ltd co corp s.a s.l s.a.b a.m p.m a.c d.c cía"),
    ending=words("etc min h seg km kg cm mm"),
    starters=words(
        """el la los las un una unos unas lo él ella ellos ellas nosotros yo tú usted ustedes esto este esta estos
        estas ese esa esos esas eso aquel en de a al del por para con sin sobre entre desde hasta hacia según tras
        durante contra ante bajo pero y e o u ni sino aunque si cuando como donde mientras porque que qué quién
        cómo dónde cuándo cuál ya no sí también tampoco además sin embargo así entonces luego después antes ahora
        hoy ayer mañana aquí allí su sus mi mis nuestro se le les me todo todos toda todas cada algunos algunas
        muchos muchas más menos otro otra otros otras nadie nada solo sólo aún todavía ambos dos tres"""
    ),
    lettered=words("plan vitamina hepatitis tipo clase grupo categoría bloque"),
    quotes=("«»", "“”", "‘’"),
    figures=FIGURES,
)


def language(context: object) -> Language:
    """Spanish."""
    return Language(PROFILE)

"""Spanish."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

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
)


def language(context: object) -> Language:
    """Spanish."""
    return Language(PROFILE)

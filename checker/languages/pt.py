"""Portuguese."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

PROFILE = Profile(
    code="pt",
    name="Portuguese",
    before_name=words(
        """Sr Sra Srs Sras Srta Dr Dra Drs Dras Prof Profa Profs Eng Arq Gen Cel Cap Ten Mons D Dom Pe Fr Sto Sta
        Exmo Exma V av Av R p.ex cf aprox"""
    ),
    before_number=words(
        """n nº art arts p pp pág págs vol t cap fig ed tel jan fev mar abr mai jun jul ago set out nov dez"""
    ),
    inside=words("e.u.a eua u.s d.c jr sr inc ltd ltda co corp s.a cia a.m p.m a.c d.c"),
    ending=words("etc min h seg km kg cm mm"),
    starters=words(
        """o a os as um uma uns umas ele ela eles elas eu tu nós você vocês isto isso este esta estes estas esse essa
        esses essas aquele aquela em no na nos nas de do da dos das a ao à aos às por pelo pela para com sem sobre
        entre desde até segundo após durante contra sob mas e ou nem porém contudo embora se quando como onde
        enquanto porque que quem qual quanto já não sim também além assim então depois antes agora hoje ontem
        amanhã aqui ali lá seu sua seus suas meu nosso todo todos toda todas cada alguns algumas muitos muitas
        mais menos outro outra outros outras ninguém nada só apenas ainda ambos dois três"""
    ),
    lettered=words("plano vitamina hepatite tipo classe grupo categoria série"),
)


def language(context: object) -> Language:
    """Portuguese."""
    return Language(PROFILE)

"""Italian."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

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
)


def language(context: object) -> Language:
    """Italian."""
    return Language(PROFILE)

"""French."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

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
)


def language(context: object) -> Language:
    """French."""
    return Language(PROFILE)

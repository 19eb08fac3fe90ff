"""German."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

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
)


def language(context: object) -> Language:
    """German."""
    return Language(PROFILE)

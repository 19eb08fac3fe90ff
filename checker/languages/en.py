"""English."""

from __future__ import annotations

from checker.languages._english import English
from checker.languages._profile import Profile, words

PROFILE = Profile(
    code="en",
    name="English",
    before_name=words(
        """Mr Mrs Ms Messrs Mx Dr Drs Prof Profs Gen Gens Sen Sens Rep Reps Gov Govs Lt Lts Col Cols Maj Sgt Sgts Capt
        Cmdr Cdr Adm Brig Rev Revs Hon Msgr Mme Mlle Supt Det Insp Pvt Cpl Pres Atty Mt Ft e.g i.e cf vs v viz
        approx Ca Asst Assoc Fr Sts Amb Comdr"""
    ),
    before_number=words(
        """no nos p pp vol vols fig figs ch sec art par para ed eds tel ext jan feb mar apr jun jul aug sep sept oct
        nov dec op approx c ca circa est reg ver b d born"""
    ),
    inside=words(
        """u.s u.k u.n u.s.a e.u u.a.e d.c l.a n.y u.s.s.r jr sr esq inc corp ltd Co bros llc plc dept univ st ave blvd
        rd sq Ste Mts Pt ph.d m.d b.a m.a b.sc m.sc m.b.a d.phil a.m p.m a.d b.c e.t i.q et.al assn govt intl natl
        Calif Mass Pa Fla Tex Ill Mich Wash Conn Ariz Minn Wis Tenn Colo Okla Ala Ore Md Va Mo Ky Ga n.j n.c s.c n.h
        n.m Ont Que GmbH No"""
    ),
    ending=words("etc min hr hrs sec secs oz lb lbs yr yrs"),
    starters=words(
        """the a an he she it they we i you this that these those there his her its their our my your in on at by for
        from with as to of but and or nor so yet if when while after before since until because although though
        however moreover meanwhile then thus also not no what who why how where which among under over during
        despite according earlier later now today yesterday tomorrow last next some many most all both each every
        any few several one two three such only even still nevertheless nonetheless instead indeed perhaps maybe
        here let is are was were do does did has have had can could will would should may might must being having
        asked speaking once nobody nothing everyone everything none other another recently currently following"""
    ),
    lettered=words("plan vitamin hepatitis grade type class category group block exhibit schedule appendix section b"),
    saying=words(
        """said says say asked asks told tells added adds replied replies answered wrote writes explained exclaimed
        shouted cried whispered wondered recalled noted continued joked insisted"""
    ),
    quotes=("“”", "‘’"),
)


def language(context: object) -> English:
    """English."""
    return English(PROFILE)

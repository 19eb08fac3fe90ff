"""English."""

from __future__ import annotations

from checker.languages._english import English
from checker.languages._profile import Profile, words

PROFILE = Profile(
    code="en",
    name="English",
    before_name=words(
        """mr mrs ms messrs mx dr prof gen sen rep gov lt col maj sgt capt cmdr cdr adm brig rev hon msgr mme mlle supt
        det insp pvt cpl pres atty mt ft e.g i.e cf vs viz approx ca gens sens reps govs drs profs lt.col maj.gen
        lt.gen brig.gen comm amb sec.gen dep asst assoc ald fr.gen"""
    ),
    before_number=words(
        """no nos p pp vol vols fig figs ch sec art par para ed eds tel ext jan feb mar apr jun jul aug sep sept oct
        nov dec op approx c circa est reg ver v"""
    ),
    inside=words(
        """u.s u.k u.n u.s.a e.u u.a.e d.c l.a n.y u.s.s.r jr sr esq inc corp ltd co bros llc plc dept univ st ave blvd
        rd sq ste mts pt ph.d m.d b.a m.a b.sc m.sc m.b.a d.phil a.m p.m a.d b.c e.t i.q r.i.p al assn govt intl nat
        natl calif mass pa fla tex ill mich wash conn ariz minn wis tenn colo okla ala ore md va mo ky ga n.j n.c
        s.c n.h n.m mex ont que est.d gmbh rs"""
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
)


def language(context: object) -> English:
    """English."""
    return English(PROFILE)

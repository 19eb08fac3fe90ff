"""Polish."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

PROFILE = Profile(
    code="pl",
    name="Polish",
    before_name=words(
        """p pp pani pan dr hab prof inż mgr gen płk ppłk mjr kpt por ppor sierż ks bp abp kard św śp im ul al pl os
        np tzn tzw m.in ds cyt por zob red wyd oprac tłum ang niem fr ros łac wg ok tj ew wiceprezes zast"""
    ),
    before_number=words("nr art ust pkt par rozdz str s t tom tel zł poz ryc rys tab lit ok"),
    inside=words("u.s d.c jr sr inc ltd co corp s.a sp.z.o.o o.o woj pow gm"),
    ending=words("itd itp in r tys mln mld bln zł gr godz min sek szt km kg cm mm wiek n.e p.n.e pkt"),
    years=words("r w"),
    prepositions=words("w we do od po na z ze przed około koło już jeszcze dopiero"),
    starters=words(
        """on ona ono oni one my ja ty wy to ten ta te ci tamten w we na do od z ze za po o przy dla bez pod nad
        przed przez między u i a ale lecz oraz albo lub czy więc zatem jednak także też również jeśli jeżeli gdy
        kiedy choć chociaż ponieważ że żeby aby co kto gdzie jak dlaczego który która które potem później
        następnie teraz dziś dzisiaj wczoraj jutro tu tam tak nie nikt nic już jeszcze tylko nawet wszystko
        wszyscy każdy niektórzy wielu większość inny inni jego jej ich nasz mój swój podczas według mimo dzięki
        zdaniem wśród oprócz poza ponadto natomiast tymczasem wcześniej dwa trzy"""
    ),
    lettered=words("plan witamina typ klasa grupa kategoria"),
)


def language(context: object) -> Language:
    """Polish."""
    return Language(PROFILE)

"""Polish."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

FIGURES = """
endings: y a e ego ej emu ą ym ych ymi i iego iej iemu im ich imi
add 0: zero
add 1: jeden jedna jedno jednego jednej jednym jedną jednemu
add 2: dwa dwie dwóch dwu dwoma dwiema dwom dwoje dwaj
add 3: trzy trzech trzem trzema troje trzej
add 4: cztery czterech czterem czterema czworo czterej
add 5: pięć pięciu pięcioma pięcioro
add 6: sześć sześciu sześcioma
add 7: siedem siedmiu siedmioma
add 8: osiem ośmiu ośmioma
add 9: dziewięć dziewięciu
add 10: dziesięć dziesięciu
add 11: jedenaście jedenastu
add 12: dwanaście dwunastu
add 13: trzynaście trzynastu
add 14: czternaście czternastu
add 15: piętnaście piętnastu
add 16: szesnaście szesnastu
add 17: siedemnaście siedemnastu
add 18: osiemnaście osiemnastu
add 19: dziewiętnaście dziewiętnastu
add 20: dwadzieścia dwudziestu
add 30: trzydzieści trzydziestu
add 40: czterdzieści czterdziestu
add 50: pięćdziesiąt pięćdziesięciu
add 60: sześćdziesiąt sześćdziesięciu
add 70: siedemdziesiąt siedemdziesięciu
add 80: osiemdziesiąt osiemdziesięciu
add 90: dziewięćdziesiąt dziewięćdziesięciu
add 100: sto stu
add 200: dwieście dwustu
add 300: trzysta trzystu
add 400: czterysta czterystu
add 500: pięćset pięciuset
add 600: sześćset sześciuset
add 700: siedemset siedmiuset
add 800: osiemset ośmiuset
add 900: dziewięćset dziewięciuset
scale 1000: tysiąc tysiąca tysiące tysięcy tysiącami tysiącach tys
scale 1000000: milion miliona miliony milionów milionem milionach mln
scale 1000000000: miliard miliarda miliardy miliardów mld
scale 1000000000000: bilion biliona biliony bilionów
many 10: dziesiątki dziesiątek dziesiątkami
many 100: setki setek setkami
many 1000: tysiące tysięcy tysiącami
many 1000000: miliony milionów
many 1000000000: miliardy miliardów
group 12: tuzin
both 2: oba obie obaj obu para pary parę
ordinal 1: pierwsz~
ordinal 2: drug~
ordinal 3: trzec~ trzeci trzecia trzecie trzeciej trzecią
ordinal 4: czwart~
ordinal 5: piąt~
ordinal 6: szóst~
ordinal 7: siódm~
ordinal 8: ósm~
ordinal 9: dziewiąt~
ordinal 10: dziesiąt~
ordinal 11: jedenast~
ordinal 12: dwunast~
ordinal 13: trzynast~
ordinal 14: czternast~
ordinal 15: piętnast~
ordinal 16: szesnast~
ordinal 17: siedemnast~
ordinal 18: osiemnast~
ordinal 19: dziewiętnast~
ordinal 20: dwudziest~
ordinal 30: trzydziest~
ordinal 100: setn~
fraction 1/2: połowa połowy połowę połowie pół
fraction 1/4: ćwierć
mixed 3/2: półtora półtorej
factor 2: dwukrotn* dwukrotnie podwójn* podwoi* dwa_razy
factor 3: trzykrotn* potrójn* potroi*
less 0: mniej niższy niższe
round 0: około prawie blisko niemal
several 0: kilka kilku kilkoro
to 0: do lub albo i
and 0: i
times 0: razy raz
century 0: wiek wieku wieki
year 0: rok roku lata lat latach r
am 0: rano
pm 720: wieczorem
clock 0: północ północy
unit %: procent*
unit pp: punkt*_procentow*
unit s: sekund*
unit min: minut* min
unit h: godzina godziny godzin godzinę godz
unit d: dzień dni dnia doba doby
unit wk: tydzień tygodnie tygodni tygodnia
unit mo: miesiąc miesiąca miesiące miesięcy
unit a: rok roku lata lat latach letni*
unit decade: dekad*
unit m: metr metra metry metrów
unit km: kilometr*
unit mi: mila mile mil
unit ft: stopa stopy stóp
unit kg: kilogram* kilo
unit t: tona tony ton
unit lb: funt funta funty funtów
unit l: litr*
unit ha: hektar*
unit deg: stopień stopnie stopni
unit RUB: rubel rubla ruble rubli
unit USD: dolar dolara dolary dolarów
unit EUR: euro
unit GBP: funt*_szterling*
unit PLN: złoty złotego złote złotych zł
unit cent: cent*
"""
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
    quotes=("„”", "«»", "»«", "“”"),
    figures=FIGURES,
)


def language(context: object) -> Language:
    """Polish."""
    return Language(PROFILE)

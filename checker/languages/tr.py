"""Turkish."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

FIGURES = """
endings: i ı u ü e a ye ya si sı in ın un ün sini sını inde ında de da te ta den dan ini ını ken di dı lik lık
add 0: sıfır
add 1: bir
add 2: iki iki~
add 3: üç üç~
add 4: dört dört~ dörd~
add 5: beş beş~
add 6: altı altı~
add 7: yedi yedi~
add 8: sekiz sekiz~
add 9: dokuz dokuz~
add 10: on
add 20: yirmi yirmi~
add 30: otuz otuz~
add 40: kırk kırk~
add 50: elli elli~
add 60: altmış altmış~
add 70: yetmiş yetmiş~
add 80: seksen seksen~
add 90: doksan doksan~
hundred 100: yüz
scale 1000: bin bini binin bine binden
scale 1000000: milyon milyonu milyonun milyona milyondan milyonda milyonla milyonluk
scale 1000000000: milyar milyarı milyarın milyara milyardan milyarda milyarlık
scale 1000000000000: trilyon
many 10: onlarca
many 100: yüzlerce
many 1000: binlerce
many 1000000: milyonlarca milyonlar
group 12: düzine
both 2: ikisi çift
ordinal 1: birinci ilk
ordinal 2: ikinci
ordinal 3: üçüncü
ordinal 4: dördüncü
ordinal 5: beşinci
ordinal 6: altıncı
ordinal 7: yedinci
ordinal 8: sekizinci
ordinal 9: dokuzuncu
ordinal 10: onuncu
ordinal 20: yirminci
fraction 1/2: yarım yarısı yarı buçuk
fraction 1/4: çeyrek
first %: yüzde
factor 2: ikiye
less 0: az daha
round 0: yaklaşık civarında neredeyse
several 0: birkaç çok
to 0: ila veya
times 0: kez kere kat
century 0: yüzyıl yüzyılda
year 0: yıl yılı yılında
unit s: saniye*
unit min: dakika*
unit h: saat*
unit d: gün günü günlük gündür günde
unit wk: hafta*
unit mo: ay ayı ayda aylık
unit a: yıl yıllık yılı yıldır yılda yıldan yaş yaşında yaşındaki
unit m3: metreküp*
unit m: metre*
unit km: kilometre*
unit mi: mil
unit kg: kilo*
unit t: ton tonluk
unit USD: dolar*
unit EUR: avro* euro*
unit GBP: sterlin*
unit TRY: lira*
unit RUB: ruble*
"""
PROFILE = Profile(
    code="tr",
    name="Turkish",
    before_name=words(
        """Dr Prof Doç Yrd Av Op Uzm Öğr Gör Arş Sn Hz St Gen Org Korg Tümg Tuğg Alb Yb Bnb Yzb Kd Müh Mim bkz çev
        haz yay örn vb.gibi ör age agm Mah Cad Sok Sk Blv Bul Apt ing alm fr"""
    ),
    before_number=words("no s ss c sy md mad bkz tel Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara"),
    inside=words("m.ö m.s u.s d.c a.ş Ltd Şti Inc Corp Co t.c a.b.d"),
    ending=words("vb vs vd vds dk sn km kg cm mm sa"),
    starters=words(
        """bu şu o bunlar onlar biz ben siz sen bir her hiç bazı birçok çok tüm bütün ve ama ancak fakat ya veya
        çünkü eğer ayrıca daha sonra önce şimdi bugün dün yarın burada orada böyle öyle nasıl neden niçin ne kim
        hangi kaç en ise için gibi göre rağmen karşı olarak yani hatta bile artık henüz hem değil belki elbette
        kendisi onun bunun"""
    ),
    ordinals=True,
    quotes=("“”", "‘’", "«»"),
    small="Iı İi",
    figures=FIGURES,
)


def language(context: object) -> Language:
    """Turkish."""
    return Language(PROFILE)

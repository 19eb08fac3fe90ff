"""Turkish."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

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
)


def language(context: object) -> Language:
    """Turkish."""
    return Language(PROFILE)

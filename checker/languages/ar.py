"""Arabic."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

FIGURES = """
scale 1000: ألف ألفا آلاف الف
scale 1000000: مليون مليونا ملايين
scale 1000000000: مليار مليارا مليارات بليون
scale 1000000000000: تريليون
group 2000: ألفين ألفي ألفان
group 2000000: مليونين مليوني مليونا
many 10: عشرات
many 100: مئات
many 1000: آلاف
many 1000000: ملايين
many 1000000000: مليارات
round 0: حوالي نحو
several 0: بضع عدة
unit %: بالمائة بالمئة في_المائة في_المئة
unit USD: دولار دولارا دولارات
unit EUR: يورو
unit GBP: جنيه جنيها جنيهات
unit RUB: روبل
unit a: عام عاما أعوام سنة سنوات
unit mo: شهر شهرا أشهر شهور
unit wk: أسبوع أسابيع
unit d: يوم يوما أيام
unit h: ساعة ساعات
unit min: دقيقة دقائق
unit km: كيلومتر كيلومترا
unit m: متر مترا أمتار
unit mi: ميل ميلا أميال
unit ft: قدم قدما أقدام
"""
PROFILE = Profile(
    code="ar",
    name="Arabic",
    before_name=words("د أ م ج ق ص ت"),
    before_number=words("ص ج رقم"),
    quotes=("«»", "“”"),
    figures=FIGURES,
)


def language(context: object) -> Language:
    """Arabic."""
    return Language(PROFILE)

"""Kazakh."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

FIGURES = """
add 0: нөл
add 1: бір
add 2: екі
add 3: үш
add 4: төрт
add 5: бес
add 6: алты
add 7: жеті
add 8: сегіз
add 9: тоғыз
add 10: он
add 20: жиырма
add 30: отыз
add 40: қырық
add 50: елу
add 60: алпыс
add 70: жетпіс
add 80: сексен
add 90: тоқсан
hundred 100: жүз
scale 1000: мың мыңға мыңнан мыңдай
scale 1000000: миллион миллионға миллионнан миллионмен миллионды миллионның миллионнан миллиондық млн
scale 1000000000: миллиард миллиардқа миллиардтан миллиардтық миллиардпен миллиардты миллиардтың млрд
scale 1000000000000: триллион трлн
many 10: ондаған
many 100: жүздеген
many 1000: мыңдаған
many 1000000: миллиондаған
both 2: екеуі екеуін қос
both 3: үшеуі
ordinal 1: бірінші алғашқы алғаш
ordinal 2: екінші
ordinal 3: үшінші
ordinal 4: төртінші
ordinal 5: бесінші
ordinal 6: алтыншы
ordinal 7: жетінші
ordinal 8: сегізінші
ordinal 9: тоғызыншы
ordinal 10: оныншы
ordinal 20: жиырмасыншы
fraction 1/2: жарты жартысы жартысын жарым
fraction 1/4: ширек
less 0: аз кем төмен
round 0: шамамен жуық дейін
several 0: бірнеше көп
to 0: немесе мен
times 0: рет есе
century 0: ғасыр ғасырдың ғасырда
year 0: жыл жылы жылдың жылғы
unit %: пайыз* процент*
unit s: секунд*
unit min: минут*
unit h: сағат*
unit d: күн күні күндік күннен күнде тәулік*
unit wk: апта*
unit mo: ай айда айдың айлық айы
unit a: жыл жылдан жылда жылдық жылдықта жылдықтағы жас жаста жасында жасар жастағы
unit m: метр*
unit km: километр* шақырым* км
unit mi: миля*
unit ft: фут*
unit kg: килограмм* келі кг
unit t: тонна*
unit l: литр*
unit ha: гектар*
unit deg: градус*
unit KZT: теңге*
unit USD: доллар*
unit EUR: еуро*
unit RUB: рубль рубл*
unit GBP: фунт*
calendar --01: қаңтар*
calendar --02: ақпан*
calendar --03: наурыз*
calendar --04: сәуір*
calendar --05: мамыр*
calendar --06: маусым маусымда маусымның
calendar --07: шілде*
calendar --08: тамыз*
calendar --09: қыркүйек* қыркүйег*
calendar --10: қазан қазанда қазанның
calendar --11: қараша*
calendar --12: желтоқсан*
calendar -W-1: дүйсенбі*
calendar -W-2: сейсенбі*
calendar -W-3: сәрсенбі*
calendar -W-4: бейсенбі*
calendar -W-5: жұма жұмада
calendar -W-6: сенбі сенбіде
calendar -W-7: жексенбі*
"""
PROFILE = Profile(
    code="kk",
    name="Kazakh",
    before_name=words("көш пр қ ауд обл проф акад доц т.б.с б.э б.з.д т.с.с мыс қар сур кес ред шығ mr mrs dr st"),
    before_number=words("б бб т тт тел кв үй ст п"),
    inside=words("u.s d.c jr sr inc ltd co corp"),
    ending=words("т.б т.с.с мың млн млрд трлн тг теңге км м см кг сағ мин сек ғ"),
    years=words("ж жж ғ ғғ"),
    starters=words(
        """бұл ол олар біз мен сіз сен осы сол мұнда онда осында сонда бірақ алайда дегенмен сондықтан өйткені егер
        бүгін кеше ертең қазір кейін содан бұрын алдымен сондай ал және немесе тағы да әр барлық бүкіл көптеген
        кейбір ешкім ештеңе бір екі үш оның олардың біздің менің оған оны соның осының қалай неге қашан қайда"""
    ),
    quotes=("«»", "“”", "„“"),
    figures=FIGURES,
)


def language(context: object) -> Language:
    """Kazakh."""
    return Language(PROFILE)

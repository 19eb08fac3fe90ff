"""Georgian."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

FIGURES = """
scale 1000: ათასი ათას ათასზე ათასამდე
scale 1000000: მილიონი მილიონ მილიონიანი მილიონზე მილიონამდე მლნ
scale 1000000000: მილიარდი მილიარდ მილიარდიანი მლრდ
scale 1000000000000: ტრილიონი ტრილიონ
many 1000: ათასობით ათასები
many 1000000: მილიონობით მილიონები
unit %: პროცენტ*
unit s: წამ*
unit min: წუთ*
unit h: საათ*
unit d: დღე დღის დღეში დღიანი
unit wk: კვირა კვირის
unit mo: თვე თვის თვეში
unit a: წელი წლის წელს წელში წლიანი
unit m: მეტრ*
unit km: კილომეტრ* კმ
unit mi: მილი მილის
unit ft: ფუტ*
unit kg: კილოგრამ* კგ
unit t: ტონ*
unit l: ლიტრ*
unit ha: ჰექტარ*
unit deg: გრადუს*
unit GEL: ლარ*
unit USD: დოლარ*
unit EUR: ევრო*
unit RUB: რუბლ*
unit GBP: გირვანქა გირვანქის
calendar --01: იანვარ*
calendar --02: თებერვ*
calendar --03: მარტი მარტს მარტის მარტში
calendar --04: აპრილ*
calendar --05: მაისი მაისს მაისის მაისში
calendar --06: ივნის*
calendar --07: ივლის*
calendar --08: აგვისტ*
calendar --09: სექტემბ*
calendar --10: ოქტომბ*
calendar --11: ნოემბ*
calendar --12: დეკემბ*
"""
PROFILE = Profile(
    code="ka",
    name="Georgian",
    before_name=words("ქ ქუჩ პროფ აკად დოც ბ-ნი ქ-ნი ბატ ე.ი ე.წ მაგ იხ სოფ რ-ნი გამზ სახ დაბ რედ თარგმ mr mrs dr st"),
    before_number=words("მუხ გვ ტ თავ პ ნახ ცხრ ტელ"),
    inside=words("u.s d.c jr sr inc ltd co corp შპს სს"),
    ending=words("ა.შ სხვ ათ მლნ მლრდ კმ მ სმ კგ სთ წთ"),
    years=words("წ წწ ს სს"),
    quotes=("„“", "„”", "“”", "«»"),
    figures=FIGURES,
)


def language(context: object) -> Language:
    """Georgian."""
    return Language(PROFILE)

"""Georgian."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

FIGURES = """
link: და
endings: ი მა ს ის ით ად ზე ში იანი იან ამდე ვე ივე
add 0: ნულ~
add 1: ერთ~
add 2: ორ~ ორ
add 3: სამ~ სამ
add 4: ოთხ~ ოთხ
add 5: ხუთ~ ხუთ
add 6: ექვს~ ექვს
add 7: შვიდი შვიდ შვიდმა შვიდს შვიდის
add 8: რვა რვამ რვას რვის
add 9: ცხრა ცხრამ ცხრას ცხრის
add 10: ათ~ ათ
add 11: თერთმეტ~ თერთმეტ
add 12: თორმეტ~ თორმეტ
add 13: ცამეტ~ ცამეტ
add 14: თოთხმეტ~ თოთხმეტ
add 15: თხუთმეტ~ თხუთმეტ
add 16: თექვსმეტ~ თექვსმეტ
add 17: ჩვიდმეტ~ ჩვიდმეტ
add 18: თვრამეტ~ თვრამეტ
add 19: ცხრამეტ~ ცხრამეტ
add 20: ოც~ ოც
add 40: ორმოც~ ორმოც
add 60: სამოც~ სამოც
add 80: ოთხმოც~ ოთხმოც
add 100: ას~ ას
add 200: ორას~ ორას
add 300: სამას~ სამას
add 400: ოთხას~ ოთხას
add 500: ხუთას~ ხუთას
add 600: ექვსას~ ექვსას
add 700: შვიდას~ შვიდას
add 800: რვაას~ რვაას
add 900: ცხრაას~ ცხრაას
ordinal 1: პირველი პირველ პირველად პირველმა პირველის პირველს
ordinal 2: მეორე მეორედ
ordinal 3: მესამე მესამედ
ordinal 4: მეოთხე
ordinal 5: მეხუთე
ordinal 6: მეექვსე
ordinal 7: მეშვიდე
ordinal 8: მერვე
ordinal 9: მეცხრე
ordinal 10: მეათე
ordinal 20: მეოცე
fraction 1/2: ნახევარი ნახევრის ნახევარს ნახევარზე ნახევარმა ნახევარში
fraction 1/3: მესამედი მესამედის
fraction 1/4: მეოთხედი მეოთხედის
factor 2: ორჯერ გაორმაგდა
factor 3: სამჯერ გასამმაგდა
factor 4: ოთხჯერ
both 2: ორივე ორივემ ორივეს წყვილი
round 0: დაახლოებით თითქმის
several 0: რამდენიმე
century 0: საუკუნე საუკუნის საუკუნეში
year 0: წელი წლის წელს
scale 1000: ათას~ ათას
scale 1000000: მილიონ~ მილიონ მლნ
scale 1000000000: მილიარდ~ მილიარდ მლრდ
scale 1000000000000: ტრილიონ~ ტრილიონ
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
EAR = """
script: ა-ჺ
K: გ კ ქ ღ ყ ხ
S: ზ ჟ ს შ ჩ ც ძ წ ჭ ჯ
T: დ თ ტ
N: მ ნ
P: ბ ვ პ ფ
L: ლ რ
behind: თვის სთან თან დან მდე ისა მა ის ით ზე ში ს მ
marks: შვილ ძე
least: 3
shortest: 5
rare: 8.0
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
    ear=EAR,
)


def language(context: object) -> Language:
    """Georgian."""
    return Language(PROFILE)

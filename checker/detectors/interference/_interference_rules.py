"""The rules of the family interference: what Russian does to English grammar."""

from __future__ import annotations

from checker.model import Category, Rule, Severity


def _rule(code: str, name: str, summary: str, bad: str, good: str) -> Rule:
    return Rule(code, name, Category.LINGUISTIC, Severity.MINOR, summary, bad, good)


GRM101 = _rule(
    "GRM101", "future-in-condition", "A future stands in a clause of condition or time, as in Russian.",
    "Talks go on if the partners will show goodwill.", "Talks go on if the partners show goodwill.",
)  # fmt: skip
GRM102 = _rule(
    "GRM102", "would-in-condition", "Would stands in the condition itself, for бы.",
    "If I would want to steal, I would not wait.", "If I had wanted to steal, I would not have waited.",
)  # fmt: skip
GRM103 = _rule(
    "GRM103", "verb-without-object", "Tell, remind, inform, assure or threaten stands without the person it needs.",
    '"It is late," told the guard. He reminded that it was dark.',
    '"It is late," said the guard. He pointed out that it was dark.',
)  # fmt: skip
GRM104 = _rule(
    "GRM104", "verb-pattern", "A verb takes the pattern of its Russian counterpart.",
    "The method allows to reduce losses.", "The method makes it possible to reduce losses.",
)  # fmt: skip
GRM105 = _rule(
    "GRM105", "wrong-preposition", "A preposition is Russian: depends from, reason of, comment the decision.",
    "It depends from the weather.", "It depends on the weather.",
)  # fmt: skip
GRM106 = _rule(
    "GRM106", "since-with-present", "Since stands with the present or with a length of time.",
    "They are introduced there since January. He works there since ten years.",
    "They have been in force there since January. He has worked there for ten years.",
)  # fmt: skip
GRM107 = _rule(
    "GRM107", "double-negation", "A negation stands twice, as in Russian.",
    "Nobody did not come.", "Nobody came.",
)  # fmt: skip
GRM108 = _rule(
    "GRM108", "verb-before-subject", "The verb stands before its subject, as in Russian.",
    "In the town was opened a new school.", "A new school was opened in the town.",
)  # fmt: skip
GRM109 = _rule(
    "GRM109", "adverb-before-object", "Also, again or still stands between a verb and its object or clause.",
    "Testimony gave also the head of security.", "The head of security also gave testimony.",
)  # fmt: skip
GRM110 = _rule(
    "GRM110", "attribute-before-noun", "A whole attribute phrase stands before its noun, as in Russian.",
    "It was taken by loyal to the president forces.", "It was taken by forces loyal to the president.",
)  # fmt: skip
GRM111 = _rule(
    "GRM111", "missing-article", "A singular noun of counting has no article.",
    "It plays important role.", "It plays an important role.",
)  # fmt: skip
GRM112 = _rule(
    "GRM112", "superfluous-article", "An article or determiner is too many.",
    "The both sides agreed on the history of the mankind.", "Both sides agreed on the history of mankind.",
)  # fmt: skip
GRM113 = _rule(
    "GRM113", "plural-numeral", "Thousand, million or billion has a plural after a figure.",
    "He paid 40 thousands of roubles.", "He paid 40 thousand roubles.",
)  # fmt: skip
GRM114 = _rule(
    "GRM114", "indirect-question-order", "An indirect question keeps the order of a direct one.",
    "Nobody knows what is the reason.", "Nobody knows what the reason is.",
)  # fmt: skip
GRM115 = _rule(
    "GRM115", "comma-before-that", "A comma stands before that, as before что.",
    "He said, that it was late.", "He said that it was late.",
)  # fmt: skip
GRM116 = _rule(
    "GRM116", "if-with-infinitive", "If stands with an infinitive, for если сравнить.",
    "If to compare the prices, it is dear.", "If one compares the prices, it is dear.",
)  # fmt: skip
GRM117 = _rule(
    "GRM117", "uncountable-noun", "A noun that English does not count has a plural or an article.",
    "He gave many advices.", "He gave much advice.",
)  # fmt: skip
GRM118 = _rule(
    "GRM118", "double-comparison", "The comparative or superlative is marked twice.",
    "It is more better.", "It is better.",
)  # fmt: skip
GRM119 = _rule(
    "GRM119", "which-for-person", "Which refers to a person.",
    "The man which came was tall.", "The man who came was tall.",
)  # fmt: skip
GRM120 = _rule(
    "GRM120", "one-of-singular", "One of the stands with a singular.",
    "It is one of the reason for the strike.", "It is one of the reasons for the strike.",
)  # fmt: skip
GRM121 = _rule(
    "GRM121", "number-agreement", "A determiner or numeral does not agree with its noun.",
    "Every countries has its law.", "Every country has its law.",
)  # fmt: skip
GRM122 = _rule(
    "GRM122", "missing-subject", "A clause has no subject, as an impersonal one in Russian.",
    "Was decided to close the road.", "It was decided to close the road.",
)  # fmt: skip
GRM123 = _rule(
    "GRM123", "dash-before-verb", "A dash parts the subject from its verb.",
    "The main task — is to keep the peace.", "The main task is to keep the peace.",
)  # fmt: skip
GRM124 = _rule(
    "GRM124", "false-passive", "A verb that has no passive stands in the passive.",
    "The fire was happened at night.", "The fire happened at night.",
)  # fmt: skip
GRM125 = _rule(
    "GRM125", "about-that", "A preposition stands before that, for о том, что.",
    "He spoke about that he was tired.", "He said that he was tired.",
)  # fmt: skip
GRM126 = _rule(
    "GRM126", "correlative", "A pair of conjunctions is Russian: as ... so and, the more ... that more.",
    "As in Moscow, so and in the regions.", "Both in Moscow and in the regions.",
)  # fmt: skip
GRM127 = _rule(
    "GRM127", "verb-form", "A verb has a form that does not go with its auxiliary or its subject.",
    "They should to arrive, but the train had went and these roads is shut.",
    "They should arrive, but the train had gone and these roads are shut.",
)  # fmt: skip
GRM128 = _rule(
    "GRM128", "article-form", "A stands before a vowel, or an before a consonant.",
    "He bought a old house and an bicycle.", "He bought an old house and a bicycle.",
)  # fmt: skip
GRM129 = _rule(
    "GRM129", "missing-inversion", "A question, or a sentence opened by a negation, has the order of a statement.",
    "Why the council is silent? Never he has explained it.", "Why is the council silent? Never has he explained it.",
)  # fmt: skip
GRM130 = _rule(
    "GRM130", "superfluous-reflexive", "A reflexive pronoun stands for -ся or себя where English has none.",
    "Prices increased themselves by a third.", "Prices increased by a third.",
)  # fmt: skip
GRM131 = _rule(
    "GRM131", "dangling-participle", "A participle at the start has no doer in the sentence, or another one.",
    "Having read the letters, it was decided to wait.", "Having read the letters, the council decided to wait.",
)  # fmt: skip
GRM132 = _rule(
    "GRM132", "relative-link", "A relative clause is tied on as in Russian: which for whose, a subject said twice.",
    "The mill, which owner is ill, stands still.", "The mill, whose owner is ill, stands still.",
)  # fmt: skip
GRM133 = _rule(
    "GRM133", "missing-verb", "The verb to be, or the auxiliary of a negation or a passive, is missing.",
    "Moscow ready for talks. He not agree. It will made tomorrow.",
    "Moscow is ready for talks. He does not agree. It will be made tomorrow.",
)  # fmt: skip
GRM134 = _rule(
    "GRM134", "until-for-by", "Until stands for the point by which something is done (до пятницы).",
    "The bridge must be finished until Friday.", "The bridge must be finished by Friday.",
)  # fmt: skip
GRM135 = _rule(
    "GRM135", "how-for-as", "How stands for as, like or what (как).",
    "How the miller said, it will rain.", "As the miller said, it will rain.",
)  # fmt: skip
RULES = (
    GRM101, GRM102, GRM103, GRM104, GRM105, GRM106, GRM107, GRM108, GRM109, GRM110,
    GRM111, GRM112, GRM113, GRM114, GRM115, GRM116, GRM117, GRM118, GRM119, GRM120,
    GRM121, GRM122, GRM123, GRM124, GRM125, GRM126, GRM127, GRM128, GRM129, GRM130,
    GRM131, GRM132, GRM133, GRM134, GRM135,
)  # fmt: skip

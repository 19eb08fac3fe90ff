"""Belarusian."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

PROFILE = Profile(
    code="be",
    name="Belarusian",
    before_name=words(
        """вул праспект пр-т пл бульв зав імя ак праф дац інж гр тав св в-аў р-н г.зн г.зв напр гл рыс табл рэд выд
        г.п в.а англ ням фр лац дж"""
    ),
    before_number=words("арт п пп гл разд ч с стар т тт кн вып тэл кв корп д рыс табл"),
    inside=words("ім нам заг вобл рэсп ltd co"),
    ending=words(
        """г.д г.п інш тыс млн млрд трлн руб кап дол чал шт мін сек гадз сут тыдз мес га кг км см мм т л н.э"""
    ),
    tied=words("ЗША"),
    years=words("г гг ст"),
    prepositions=words("у ў да з са пасля на па ад каля ужо яшчэ толькі"),
    starters=words(
        """ён яна яно яны мы я вы ты гэта гэты гэтая гэтыя той тая тыя у на па з са за да ад для пры пад над паміж
        але і а або аднак таксама акрамя тым як што хто дзе калі хаця раней потым цяпер зараз тут там так такі
        такая усе ўсё яго яе іх наш мой свой тады упершыню сярод паводле сёння учора заўтра пакуль ужо яшчэ не
        ніхто адзін адна некаторыя шмат большасць кожны іншы іншыя нават толькі замест дзякуючы каб чаму колькі
        які якая таму"""
    ),
)


def language(context: object) -> Language:
    """Belarusian."""
    return Language(PROFILE)

"""How multilingual models name languages: each family in a way of its own, told by the tokeniser's vocabulary."""

from __future__ import annotations

from typing import Any

_NAMES = {
    "ar": ("ar_AR", "arb_Arab"),
    "be": ("be_BY", "bel_Cyrl"),
    "de": ("de_DE", "deu_Latn"),
    "en": ("en_XX", "eng_Latn"),
    "es": ("es_XX", "spa_Latn"),
    "fr": ("fr_XX", "fra_Latn"),
    "it": ("it_IT", "ita_Latn"),
    "ja": ("ja_XX", "jpn_Jpan"),
    "ko": ("ko_KR", "kor_Hang"),
    "nl": ("nl_XX", "nld_Latn"),
    "pl": ("pl_PL", "pol_Latn"),
    "pt": ("pt_XX", "por_Latn"),
    "ru": ("ru_RU", "rus_Cyrl"),
    "th": ("th_TH", "tha_Thai"),
    "tr": ("tr_TR", "tur_Latn"),
    "uk": ("uk_UA", "ukr_Cyrl"),
    "zh": ("zh_CN", "zho_Hans"),
}
"""mBART's and NLLB's names of the languages by ISO 639-1 code; a model's own name may be given instead of a code."""


def language_code(tokeniser: Any, lang: str) -> str | None:
    """What a tokeniser with `src_lang` calls a language; None where it does not know it."""
    names: tuple[str, ...] = (lang, *_NAMES.get(lang, ()))
    for name in names:
        if _known(tokeniser, f"__{name}__") or (len(name) > 2 and _known(tokeniser, name)):
            return name
    return None


def language_token(tokeniser: Any, code: str) -> int:
    """The id of a language's token, by the name that `language_code` gave."""
    spelt = f"__{code}__" if _known(tokeniser, f"__{code}__") else code
    return int(tokeniser.convert_tokens_to_ids(spelt))


def target_mark(tokeniser: Any, lang: str) -> str:
    """What models with several target languages want before the source: ``>>eng<< ``, ``<2en> ``, or nothing."""
    names = (lang, *(name[:3] for name in _NAMES.get(lang, ())[1:]))
    for mark in (f"<2{lang}>", *(f">>{name}<<" for name in names)):
        if _known(tokeniser, mark):
            return f"{mark} "
    return ""


def _known(tokeniser: Any, token: str) -> bool:
    number: int | None = tokeniser.convert_tokens_to_ids(token)
    return number is not None and number != tokeniser.unk_token_id

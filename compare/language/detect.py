"""Which language a text is in, and a language as a user gives it."""

from __future__ import annotations

import re

from compare.errors import InputError
from compare.language.function_words import FUNCTION_WORDS

_WORD = re.compile(r"[^\W\d_]+")
# English prose has 35-50 of these words in a hundred, even in posts over 20; other languages under
# 10, by words that two languages share.
ENGLISH_SHARE = 0.2
# Letters needed before a guess is worth anything: single names belong to no language.
MIN_LETTERS = 12


def check_language(code: str) -> str:
    """Return an ISO 639-1 or 639-3 code as it is; an empty text stays empty.

    :raises InputError: it has not the form of one
    """
    if code and not re.fullmatch(r"[a-z]{2,3}", code):
        raise InputError(f"the language {code!r} is none; expected a code of two letters, as en")
    return code


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of the text's language, or "" where there is too little to tell.

    English is recognised by its function words, at once; only other texts load py3langid
    (Lui and Baldwin 2012).
    """
    words = [word.lower() for word in _WORD.findall(text)]
    letters = sum(len(word) for word in words)
    if letters < MIN_LETTERS:
        return ""
    share = sum(word in FUNCTION_WORDS for word in words) / len(words)
    if share >= ENGLISH_SHARE:
        return "en"
    return _identify(text)


def _identify(text: str) -> str:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    code, probability = identifier.classify(text[:5000])
    return str(code) if probability >= 0.8 else ""

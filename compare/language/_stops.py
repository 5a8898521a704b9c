"""What words around a full stop say: abbreviations, initials, and words that open sentences."""

from __future__ import annotations

import re


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


# Words that, with a capital after a full stop, open a sentence and hardly ever continue a name.
OPENERS = _words(
    "The This That These Those We He She It They I You In On At As After Before During Both But"
    " However If When While For From With There Their His Her Our My Its No Not Also According"
    " Another All Any Each Some Such Since So Then Thus Under Until What Who Why How Where Yes"
    " Meanwhile Moreover Furthermore Now Although Though Because By An A Let Thank Please Neither"
    " Nobody Nothing Everyone Finally Once Only Talks"
)
# The same where everything is in capitals, so that a capital says nothing.
LOUD_OPENERS = _words("WE HE SHE THEY THE I IT THIS THESE THANK YOU")
# Lower-case words that open a sentence even after a full stop; from those who use no
# capitals.
QUIET_OPENERS = _words("we he she they i it the this these")

TITLES = _words(
    "mr mrs ms mx dr prof messrs mme mlle gen maj col lt capt sgt cpl pvt cmdr cdr adm brig st ste"
    " sen rep gov pres amb hon smt rev fr mt vp supt det insp rt sra srta sres"
)
# Initials of two letters, as Russian names have them: "Ye. M. Primakov", "Yu. Ushakov".
_INITIALS = _words("Ye Yu Ya Zh Sh Kh")
_MONTHS = _words("jan feb mar apr jun jul aug sep sept oct nov dec")
_DAYS = _words("mon tue tues wed thu thur thurs fri sat sun")
# Abbreviations that stand before a number; before a word they are words (or titles: Sec.).
_BEFORE_NUMBER = _words(
    "no nos art arts sec secs fig figs vol vols pp para paras ch chap ref res cl eq ed vers"
)
_COMPANIES = _words(
    "inc ltd co corp cos plc jr sr esq bros dept depts govt ave blvd rd hwy est univ assn intl natl"
    " ft adj ph.d m.d b.a m.a b.sc m.sc ll.m ed.d asst dir min mln bln"
)
# American states, only as written here: "ill." and "wash." are words.
_STATES = _words(
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mich Minn Miss Mont Neb Nev Okla"
    " Ore Pa Tenn Tex Va Vt Wash Wis Wyo"
)
NEVER = _words("vs cf viz approx incl excl e.g i.e ca esp resp eg ie p.s n.b им ул т.е т.к")
_LISTED = _words("etc al")
# Words after which a lone letter is a name of its own ("Plan B."), not an initial.
_LETTERED = _words(
    "plan phase option vitamin class grade group appendix annex article type team category exhibit"
    " schedule part section war zone tier hepatitis stage pier terminal gate block hall"
)
# Words after which a lone I is the pronoun: "so do I.", "neither she nor I."
_BEFORE_I = _words("do did am will would can could should have had was nor and than as shall may")
_AFTER_HOUR = re.compile(
    r"[\W_]*(?:(?:[ECMP]S?[DS]?T|GMT|UTC|CES?T|BST|MSK|IST|JST|Eastern|Central|Pacific|Mountain"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August"
    r"|(?:Septem|Octo|Novem|Decem)ber|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)(?!\w)"
    r"|(?:[A-Z]\w{1,20} ){1,2}[Tt]ime\b)"
)
# A full stop after this, at a sentence's start, only numbers what follows.
INLINE_NUMBER = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d{1,2})*"
    r"|(?:Art(?:icle)?|Sec(?:tion)?|Chapter|Part|Annex|Paragraph|Point|Item|Rule)\.?"
    r"\s(?:\d{1,3}|[IVXLC]{1,6}))"
)
COLON_NUMBER = re.compile(r":\s+\d{1,2}$")
# "President Trump asked", after a question in quotation marks.
WHO_SAID = re.compile(
    r"\s*(?:[A-Z][\w’'-]*\.?\s+){1,4}(?:said|says|asked|asks|replied|replies|added|wrote|writes|told"
    r"|answered|shouted|exclaimed|demanded|declared|warned|insisted|tweeted|posted)\b"
)
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_ROMAN = re.compile(r"[IVXLC]+\b")
# Endings that make "Kremlin.Ru" or "Final.Report.pdf" one word.
_FILE_OR_SITE = _words(
    "com org net gov edu mil info biz ru ua uk eu cn de fr io tv ai kz il ir pl html"
    " htm php asp pdf doc docx txt xls xlsx csv json xml png jpg jpeg gif mp3 mp4 zip py"
)


def opens(word: str, loud: bool) -> bool:
    """Return whether a word opens a sentence beyond doubt.

    :param loud: everything around it is in capitals
    """
    return word in LOUD_OPENERS if loud else word in OPENERS


def names_site(words: str) -> bool:
    """Return whether a text begins with the rest of an address or a file's name: "Gov/x.html"."""
    rest = words.split(None, 1)[0]
    host = re.split(r"[/?:#]", rest)[0].strip(".,;:!?\"'”’)")
    return "@" in rest or host.rsplit(".", 1)[-1].lower() in _FILE_OR_SITE


def abbreviates(word: str) -> bool:
    """Return whether a word is written with a full stop of its own."""
    low = word.lower()
    if (len(word) == 1 and word.isalpha()) or _DOTTED.fullmatch(word):
        return True
    if word in _STATES or word in _INITIALS:
        return True
    return any(
        low in words
        for words in (TITLES, _MONTHS, _DAYS, _BEFORE_NUMBER, _COMPANIES, NEVER, _LISTED)
    )


def ends_before_capital(word: str, before: str, after: str, opener: bool) -> bool:
    """Return whether the full stop after `word` ends a sentence, a capitalised word following.

    :param word: without its full stop, with the full stops inside ("U.S", "J.D", "Mr")
    :param before: the word in front of it, in lower case; empty at a sentence's start
    :param after: the text that follows, a few words
    :param opener: the capitalised word opens a sentence beyond doubt
    """
    low = word.lower()
    if low in NEVER:
        return False
    if low in ("a.m", "p.m") and before[-1:].isdigit():
        return opener or _AFTER_HOUR.match(after) is None
    if word == "I" and before in _BEFORE_I:
        return True
    if len(word) == 1 and word.isalpha():
        return opener or (before in _LETTERED and word.isupper())
    if _DOTTED.fullmatch(word) or low in _COMPANIES or word in _STATES or word in _INITIALS:
        return opener
    if low in TITLES:
        return opener and low not in ("mr", "mrs", "ms", "dr", "prof")
    if low in _MONTHS or low in _DAYS:
        next_low = re.match(r"[\W_]*(\w*)", after)
        return next_low is None or next_low[1].lower() not in _MONTHS | _DAYS
    if low in _BEFORE_NUMBER:
        if _ROMAN.match(after.lstrip()):
            return opener
        return opener or low != "sec"
    return True


def ends_before_figure(word: str) -> bool:
    """Return whether the full stop after `word` ends a sentence, a figure following."""
    return not abbreviates(word) or word.lower() in ("a.m", "p.m", *_LISTED)

"""Units of measure: how they are written, and the one unit each is turned into."""

from __future__ import annotations

import re

# What stands behind "twice" or "three times" where sizes are compared: "as many", "that of 2024".
COMPARED = (
    r"(?:as\s+(?:many|much|high|large|big|long|great|fast|often|likely|expensive)|that\s+of|those\s+of"
    r"|what|more\s+than|higher|larger|bigger|greater|the\s+(?:number|amount|size|level|rate|figure|price"
    r"|cost|sum|length|volume|value|share|average|limit|total|area|usual|national|previous|normal))\b"
)
# written form (regular expression) -> unit, factor. Prefixes of a unit go to one size, so that
# "1,500 metres" and "1.5 km" are equal; a unit of another system too (mile -> m).
_AFTER: tuple[tuple[str, str, float], ...] = (
    (r"%|per\s?cent\b|percent\b|pct\b|p\.c\.", "%", 1),
    (r"(?:percentage[ -])points?\b|pp\b", "pp", 1),
    (rf"times\b(?=\s+{COMPARED})", "times", 1),
    (r"basis points?\b|bps?\b", "pp", 0.01),
    (r"(?:US |U\.S\. |American )?dollars?\b|USD\b|bucks\b", "USD", 1),
    (r"euros?\b|EUR\b|€", "EUR", 1),
    (r"(?:British )?pounds sterling\b|(?:British )?pounds?\b|GBP\b", "GBP", 1),
    (r"(?:Russian )?(?:roubles?|rubles?)\b|RUB\b", "RUB", 1),
    (r"(?:Ukrainian )?hryvnias?\b|hryvnya\b|UAH\b", "UAH", 1),
    (r"yen\b|JPY\b", "JPY", 1),
    (r"yuan\b|renminbi\b|RMB\b|CNY\b", "CNY", 1),
    (r"(?:Indian )?rupees?\b|INR\b", "INR", 1),
    (r"Swiss francs?\b|CHF\b", "CHF", 1),
    (r"(?:Turkish )?lira\b|TRY\b", "TRY", 1),
    (r"won\b(?! the| a)|KRW\b", "KRW", 1),
    (r"shekels?\b|ILS\b", "ILS", 1),
    (r"zlot(?:y|ys|ych)\b|PLN\b", "PLN", 1),
    (r"dinars?\b", "dinar", 1),
    (r"dirhams?\b|AED\b", "AED", 1),
    (r"riyals?\b|rials?\b", "riyal", 1),
    (r"kron(?:er|or|a|e)\b|crowns?\b|SEK\b|NOK\b|DKK\b", "crown", 1),
    (r"cents?\b", "USD", 0.01),
    (r"square (?:kilomet(?:re|er)s?|km)\b|sq\.? km\b|km²|km2\b", "ha", 100),
    (r"square miles?\b|sq\.? mi\b", "ha", 258.9988),
    (r"hectares?\b|ha\b", "ha", 1),
    (r"acres?\b", "ha", 0.404686),
    (r"square (?:met(?:re|er)s?)\b|m²|m2\b|sq\.? m\b", "m2", 1),
    (r"cubic (?:met(?:re|er)s?)\b|m³|m3\b|cu\.? m\b|cbm\b", "m3", 1),
    (r"kilomet(?:re|er)s?\b|kms?\b", "m", 1000),
    (r"nautical miles?\b|nm\b", "m", 1852),
    (r"miles?\b", "m", 1609.34),
    (r"millimet(?:re|er)s?\b|mm\b", "m", 0.001),
    (r"centimet(?:re|er)s?\b|cm\b", "m", 0.01),
    (r"met(?:re|er)s?\b|m\b", "m", 1),
    (r"feet\b|foot\b|ft\b", "m", 0.3048),
    (r"(?:metric )?(?:tonnes?|tons?)\b|t\b", "kg", 1000),
    (r"kilotons?\b", "kt", 1),
    (r"kilogram(?:me)?s?\b|kilos?\b|kg\b", "kg", 1),
    (r"(?:gram(?:me)?s?|g)\b", "kg", 1e-3),
    (r"lbs?\b", "kg", 0.453592),
    (r"(?:gigawatts?|GW)\b(?![ -]?hours?|h)", "MW", 1000),
    (r"(?:megawatts?|MW)\b(?![ -]?hours?|h)", "MW", 1),
    (r"(?:kilowatts?|kW)\b(?![ -]?hours?|h)", "MW", 1e-3),
    (r"(?:terawatt[ -]?hours?|TWh)\b", "MWh", 1e6),
    (r"(?:gigawatt[ -]?hours?|GWh)\b", "MWh", 1000),
    (r"(?:megawatt[ -]?hours?|MWh)\b", "MWh", 1),
    (r"(?:lit(?:re|er)s?|l)\b", "l", 1),
    (r"(?:barrels?|bbl)\b", "barrel", 1),
    (r"(?:bcm)\b", "m3", 1e9),
    (r"degrees?\b|°\s?[CF]?\b", "degree", 1),
)
_UNIT = re.compile(
    r"[ \u00a0\u202f]?-?(?:"
    + "|".join(f"(?P<u{i}>{p})" for i, (p, _, _) in enumerate(_AFTER))
    + ")",
    re.IGNORECASE,
)
_ONE_LETTER = re.compile(r"[ \u00a0\u202f-]+[mtgl]", re.IGNORECASE)
_BEFORE = (
    (r"CA?\$|CAD", "CAD"),
    (r"A\$|AUD", "AUD"),
    (r"HK\$", "HKD"),
    (r"US\$|\$|USD|US dollars", "USD"),
    (r"€|EUR", "EUR"),
    (r"£|GBP", "GBP"),
    (r"¥|JPY", "JPY"),
    (r"CNY|RMB", "CNY"),
    (r"₽|RUB", "RUB"),
    (r"₴|UAH", "UAH"),
    (r"₹|INR|Rs\.?", "INR"),
    (r"₺|TRY", "TRY"),
    (r"₩|KRW", "KRW"),
    (r"₪|ILS", "ILS"),
    (r"CHF", "CHF"),
    (r"NOK", "NOK"),
    (r"SEK", "SEK"),
    (r"DKK", "DKK"),
    (r"SAR", "SAR"),
    (r"AED", "AED"),
    (r"PLN", "PLN"),
)
MONEY = frozenset(unit for _, unit in _BEFORE) | {"dinar", "riyal", "crown"}
_SIGN = re.compile(
    "(?<![A-Za-z])(?:" + "|".join(f"(?P<c{i}>{p})" for i, (p, _) in enumerate(_BEFORE)) + r")\s?$"
)


def currency_before(text: str, start: int) -> tuple[str, int] | None:
    """Return the currency whose sign ends at `start`, and where the sign begins."""
    match = _SIGN.search(text, max(0, start - 12), start)
    if match is None:
        return None
    unit = next(_BEFORE[i][1] for i in range(len(_BEFORE)) if match[f"c{i}"])
    return unit, match.start()


def unit_after(text: str, end: int) -> tuple[str, float, int] | None:
    """Return the unit written right after `end`, its factor, and where it ends."""
    match = _UNIT.match(text, end)
    if match is None or _ONE_LETTER.fullmatch(match.group()):
        return None
    _, unit, factor = next(_AFTER[i] for i in range(len(_AFTER)) if match[f"u{i}"])
    return unit, factor, match.end()

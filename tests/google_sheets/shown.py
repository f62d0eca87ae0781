"""How a cell shows: its formatted value, from its value and its number format."""

import re
from datetime import datetime, timedelta
from typing import Any

from .typed import DAY_ZERO, number

_MOMENTS = ("DATE", "TIME", "DATE_TIME")
_DATE_WORDS = re.compile(r"y+|m+|d+|h+|s+|am/pm|\.0+|\"[^\"]*\"|\\.|.", re.IGNORECASE | re.DOTALL)


def is_moment(form: dict[str, Any] | None) -> bool:
    """Tell whether a cell's number is a date or a time."""
    return bool(form) and (form or {}).get("numberFormat", {}).get("type") in _MOMENTS


def shown(value: Any, form: dict[str, Any] | None) -> str:
    """Return what a person sees in the cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return value
    style = (form or {}).get("numberFormat", {})
    pattern = style.get("pattern") or _DEFAULTS.get(style.get("type", ""), "")
    if style.get("type") in _MOMENTS:
        return _moment(float(value), pattern)
    if pattern and pattern != "@":
        return _patterned(float(value), pattern)
    return general(value)


_DEFAULTS = {
    "DATE": "yyyy-mm-dd",
    "TIME": "hh:mm:ss",
    "DATE_TIME": "yyyy-mm-dd hh:mm:ss",
    "NUMBER": "#,##0.00",
    "PERCENT": "0.00%",
    "SCIENTIFIC": "0.00E+00",
    "CURRENCY": '"£"#,##0.00',
}


def general(value: float) -> str:
    """Return a number without a format of its own: at most ten decimals, very large ones as a power."""
    if value and (abs(value) >= 1e15 or abs(value) < 1e-9):
        digits, power = f"{value:.5E}".split("E")
        return f"{digits.rstrip('0').rstrip('.')}E{power}"
    if isinstance(value, int):
        return str(value)
    text = f"{value:.10f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _patterned(value: float, pattern: str) -> str:
    pattern = pattern.split(";")[0]
    match = re.search(r"[#0,]*[#0][#0,]*(?:\.[#0]+)?(E\+0+)?%?", pattern)
    if not match:
        return general(number(value))
    core = match[0]
    before, after = (_literal(part) for part in (pattern[: match.start()], pattern[match.end() :]))
    places = len(core.partition(".")[2].rstrip("%").partition("E")[0])
    if match[1]:
        digits, power = f"{value:.{places}E}".split("E")
        body = f"{digits}E{power[0]}{power[1:].zfill(2)}"
    else:
        comma = "," if "," in core else ""
        body = f"{abs(value) * (100 if core.endswith('%') else 1):{comma}.{places}f}"
        least = len(core.partition(".")[0].replace(",", "").replace("#", "").rstrip("%"))
        body = body.zfill(least + (places + 1 if places else 0)) + ("%" if core.endswith("%") else "")
    minus = "-" if value < 0 and not match[1] else ""
    return f"{minus}{before}{body}{after}"


def _literal(text: str) -> str:
    text = re.sub(r"\[\$([^\]]*)\]", r"\1", text)
    return re.sub(r"\[[^\]]*\]|[\"\\_*]", "", text)


def _moment(value: float, pattern: str) -> str:
    moment = DAY_ZERO + timedelta(seconds=round(value * 86400))
    words = _DATE_WORDS.findall(pattern)
    half = any(word.lower() == "am/pm" for word in words)
    result, last = "", ""
    for index, word in enumerate(words):
        letter = word[0].lower()
        if letter == "m" and (last == "h" or _next_letter(words, index) == "s"):
            letter = "minute"
        result += _part(word, letter, moment, half)
        last = letter if word[0].isalpha() else last
    return result


def _next_letter(words: list[str], index: int) -> str:
    return next((word[0].lower() for word in words[index + 1 :] if word[0].isalpha()), "")


def _part(word: str, letter: str, moment: datetime, half: bool) -> str:
    if word.lower() == "am/pm":
        return "PM" if moment.hour >= 12 else "AM"
    hour = (moment.hour % 12 or 12) if half else moment.hour
    numbers = {"d": moment.day, "m": moment.month, "h": hour, "minute": moment.minute, "s": moment.second}
    if letter == "y":
        return f"{moment.year:04d}" if len(word) > 2 else f"{moment.year % 100:02d}"
    if letter == "m" and len(word) > 2:
        return moment.strftime("%b" if len(word) == 3 else "%B")
    if letter == "d" and len(word) > 2:
        return moment.strftime("%a" if len(word) == 3 else "%A")
    if letter in numbers:
        return f"{numbers[letter]:0{min(len(word), 2)}d}"
    return word.strip('"').removeprefix("\\")

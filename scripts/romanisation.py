"""How a Mandarin syllable is spelled by rule: Hanyu Pinyin as it is typed, Wade-Giles, Taiwan's passports."""

import re

_INITIALS = {
    "b": "p", "p": "p", "d": "t", "t": "t", "g": "k", "k": "k", "j": "ch", "q": "ch", "zh": "ch",
    "ch": "ch", "z": "ts", "c": "ts", "x": "hs", "r": "j",
}  # fmt: skip
_WHOLE = {
    "zi": "tzu", "ci": "tzu", "si": "szu", "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih",
    "ge": "ko", "ke": "ko", "he": "ho", "e": "o", "gui": "kuei", "kui": "kuei", "er": "erh", "you": "yu",
    "yan": "yen", "ye": "yeh", "yong": "yung", "yue": "yueh", "yi": "i",
}  # fmt: skip
_FINALS = (("ian", "ien"), ("ong", "ung"), ("ie", "ieh"), ("ue", "ueh"), ("üe", "ueh"))
_KEEPS_UO = ("g", "k", "h", "sh")
_SPLIT = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcs]?)(.*)")


def pinyin(syllable: str) -> tuple[str, ...]:
    """As it is typed: ü is written u, v or yu (passports: yu)."""
    return tuple(dict.fromkeys(syllable.replace("ü", u) for u in ("yu", "u", "v")))


def wade_giles(syllable: str) -> tuple[str, ...]:
    """Without its apostrophes, as passports and newspapers write it; si is also ssu, yi also yi."""
    if syllable == "si":
        return ("szu", "ssu")
    if syllable in _WHOLE:
        return tuple(dict.fromkeys((_WHOLE[syllable], *(("yi",) if syllable == "yi" else ()))))
    initial, final = _parts(syllable)
    for ending, other in _FINALS:
        if final.endswith(ending):
            final = final[: -len(ending)] + other
            break
    if final == "uo" and initial not in _KEEPS_UO:
        final = "o"
    return (_INITIALS.get(initial, initial) + final.replace("ü", "u"),)


def taiwan(syllable: str) -> tuple[str, ...]:
    """What passports there have besides: ``ing`` for ying, ``ih`` for yi, ``jyh`` for zhi, and Mandarin
    Phonetic Symbols II (``jau`` for zhao, ``shie`` for xie).
    """
    if syllable == "yi":
        return ("ih", "yih")
    if syllable.startswith("yi"):
        return (syllable[1:],)
    initial, final = _parts(syllable)
    other = {"zh": "j", "q": "ch", "x": "sh", "z": "tz", "c": "ts"}.get(initial, initial)
    if final == "i" and initial in ("zh", "ch", "sh", "r", "z", "c", "s"):
        return (f"{other}yh", f"{other}ih", f"{other}r") if len(initial) == 2 else (f"{other}yh", f"{other}z")
    final = final.replace("ü", "iu")
    if syllable in ("xi", "qi"):
        return (f"{other}i", f"{other}yi")
    return (other + final.replace("ao", "au"), other + final.replace("ui", "uei"))


def _parts(syllable: str) -> tuple[str, str]:
    found = _SPLIT.fullmatch(syllable)
    assert found is not None  # noqa: S101 - the pattern matches any text
    return found[1], found[2]

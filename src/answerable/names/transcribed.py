"""Names that Chinese characters transcribe (雪克来提·扎克尔) or that Japanese reads its own way
(安倍晋三).
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from answerable.names.tables import mandarin, rows, simplify, surnames
from answerable.names.words import groups, longest_element, single_elements

Spelled = tuple[str, tuple[str, ...]]
"""Characters, and how they may be read in plain letters."""


def han_tokens(runs: Sequence[str]) -> tuple[Spelled, ...]:
    """The words that runs of characters stand for; none where they are an ordinary Chinese name."""
    text = "".join(runs)
    if len(runs) > 1:
        parted = [simplify(run) for run in runs]
        return tuple(one for run in parted for one in _elements(run) or ((run, readings(run)),))
    simple = simplify(text)
    if groups(simple):
        return ((simple, readings(simple)),)
    return japanese(text) or _elements(simple) or _single_characters(simple) or _long(simple)


def is_transcribed(runs: Sequence[str]) -> bool:
    """Whether the characters surely stand for sounds, so that other characters can stand for the same
    name.
    """
    return len(runs) > 1 or bool(_elements(simplify("".join(runs))))


def _long(text: str) -> tuple[Spelled, ...]:
    return ((text, readings(text)),) if len(text) >= 4 and text[:2] not in surnames() else ()


def _elements(text: str) -> tuple[Spelled, ...]:
    """The characters as two or more known elements of two or more characters each; else none."""
    parted = _parted(text)
    return tuple((part, readings(part)) for part in parted) if len(parted) > 1 else ()


def _parted(text: str) -> tuple[str, ...]:
    """The characters as known elements, the first as long as can be; none where they are not."""
    if len(text) > 1 and groups(text):
        return (text,)
    for size in range(min(longest_element(), len(text) - 2), 1, -1):
        if groups(text[:size]) and (rest := _parted(text[size:])):
            return (text[:size], *rest)
    return ()


def _single_characters(text: str) -> tuple[Spelled, ...]:
    """A Burmese or Khmer name, each of whose characters is an element of that language: 登盛, 洪森."""
    if not 2 <= len(text) <= 4:
        return ()
    languages = set.intersection(*(single_elements().get(character, set()) for character in text))
    return tuple((character, readings(character)) for character in text) if languages else ()


@lru_cache(maxsize=1 << 14)
def readings(text: str) -> tuple[str, ...]:
    """How a run of transcribing characters is read: by what each usually stands for, and in Pinyin."""
    by_use = "".join(_stands_for().get(c) or _sounded(mandarin().get(c, "")) for c in text)
    return (by_use, "".join(_sounded(mandarin().get(c, "")) for c in text))


@cache
def _stands_for() -> dict[str, str]:
    """Character to the letters it usually stands for in foreign names (source: the table's header)."""
    return {row[0]: row[1] for row in rows("transcribing.tsv")}


def _sounded(pinyin: str) -> str:
    """Pinyin as its sounds: x is sh, q is ch, zh is j."""
    first = {"x": "sh", "q": "ch", "c": "ts", "z": "z"}
    if pinyin.startswith("zh"):
        return "j" + pinyin[2:]
    if pinyin == "er":
        return "r"
    return first.get(pinyin[:1], pinyin[:1]) + pinyin[1:].replace("ü", "u")


@cache
def _japanese() -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = {"surname": {}, "given": {}}
    for text, kind, spelled in rows("japanese.tsv"):
        found[kind][simplify(text)] = tuple(spelled.split())
    return found


def japanese(text: str) -> tuple[Spelled, ...]:
    """Surname and given name as Japanese reads them, where both are known; else none."""
    return tuple(_japanese_cut(simplify(text)))


def _japanese_cut(text: str) -> Iterator[Spelled]:
    surname, given = _japanese()["surname"], _japanese()["given"]
    for size in range(min(3, len(text) - 1), 0, -1):
        if text[:size] in surname and text[size:] in given:
            yield text[:size], surname[text[:size]]
            yield text[size:], given[text[size:]]
            return

"""Every wording against the English one, which is the pattern: what is missing is named, key by key."""

import re
from pathlib import Path

import pytest
import yaml

from answerable.answer.submission import words as module
from answerable.answer.submission.words import languages, words

FOLDER = Path(module.__file__).with_name("wording")
PLACE = re.compile(r"\{(\w+)\}")
TRANSLATED = ["fr", "zh"]

# Words that are the same in French, one by one: anything else that is equal was forgotten.
SAME_IN_FRENCH = {
    "kind.Organization",
    "choice.violation.torture",
    "choice.violation.subversion",
    "choice.violation.corruption",
    "grade.information.5",
}

# Sentences of running text, which a Chinese lawyer has still to write; they are shown in English and marked.
NOT_YET_IN_CHINESE = {
    "submitter.drafting",
    "narrative.submitter",
    "narrative.summary",
    "narrative.national-interest",
    "facts.lead",
    "responsibility.lead",
    "law.lead",
    "law.not-met",
    "contrary.lead",
    "contrary.none",
    "confidentiality.rest",
    "bulk.reading",
    "brief.head",
    *(f"supplement.{one}" for one in ("lead", "numbered-on", "numbered-apart", "exhibits")),
    "exhibits.lead",
    *(f"method.{one}" for one in ("notes", "languages", "kept", "independent", "names", "alleged", "grades")),
}


def flat(tree: object, above: str = "") -> dict[str, str]:
    """Every text by its key; those of a list count as one."""
    if isinstance(tree, dict):
        return {key: text for name, one in tree.items() for key, text in flat(one, f"{above}.{name}").items()}
    return {above[1:]: " ".join(tree) if isinstance(tree, list) else str(tree)}


def wording(language: str) -> dict[str, str]:
    text = (FOLDER / f"{language}.yaml").read_text("utf-8")
    return flat(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506


EN, FR, ZH = wording("en"), wording("fr"), wording("zh")


def test_the_languages_are_those_with_a_file() -> None:
    assert languages() == ["en", *TRANSLATED]


def test_french_is_complete() -> None:
    missing = sorted(EN.keys() - FR.keys())
    assert missing == [], f"to be written in wording/fr.yaml: {', '.join(missing)}"


def test_chinese_lacks_only_running_text() -> None:
    missing = sorted(EN.keys() - ZH.keys() - NOT_YET_IN_CHINESE)
    assert missing == [], f"to be written in wording/zh.yaml: {', '.join(missing)}"
    assert sorted(NOT_YET_IN_CHINESE & ZH.keys()) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_wording_has_no_key_of_its_own(language: str) -> None:
    assert sorted(wording(language).keys() - EN.keys()) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_same_is_filled_in(language: str) -> None:
    told = wording(language)
    # A form for one may give the number that English spells out.
    wrong = {
        key
        for key in told.keys() & EN.keys()
        if set(PLACE.findall(told[key])) - {"count"} != set(PLACE.findall(EN[key])) - {"count"}
        or ("count" in PLACE.findall(EN[key])) > ("count" in PLACE.findall(told[key]))
        or ("count" in PLACE.findall(told[key]) and not key.endswith((".one", ".many", ".none")))
    }
    assert sorted(wrong) == []


def test_nothing_was_left_in_english() -> None:
    lettered = {key for key in FR if re.search("[A-Za-z]{4}", PLACE.sub("", FR[key]))}
    same = {key for key in lettered & EN.keys() if FR[key] == EN[key] and not key.startswith("country.")}
    assert same == SAME_IN_FRENCH


def test_chinese_is_in_chinese_and_avoids_the_partys_own_words() -> None:
    latin = {key for key in ZH if key not in EN or (ZH[key] == EN[key] and re.search("[A-Za-z]{4}", ZH[key]))}
    assert {key for key in latin if PLACE.sub("", ZH[key]).strip(" ()（）,，")} == set()
    assert not re.search("檔案|問責", "".join(ZH.values()))


@pytest.mark.parametrize("key", sorted(FR))
def test_french_marks_stand_off_by_a_narrow_space_that_does_not_break(key: str) -> None:
    assert not re.search("[^\u202f][;!?»]|[^\u202f:]:(?![0-9])|«[^\u202f]|'|[“”]", FR[key])


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0\u00a0acte allégué"), (1, "1\u00a0acte allégué"), (2, "2\u00a0actes allégués")]
)
def test_french_counts_nothing_in_the_singular(count: int, told: str) -> None:
    assert words("fr").count("overview.acts", count) == told


@pytest.mark.parametrize(
    ("language", "date", "told"),
    [
        ("fr", "2031-07-01", "1er juillet 2031"),
        ("fr", "2031-07-11", "11 juillet 2031"),
        ("fr", "2031-08", "août 2031"),
        ("zh", "2031-07-01", "2031年7月1日"),
        ("en", "2031-07-01", "1 July 2031"),
    ],
)
def test_dates_are_written_as_the_language_writes_them(language: str, date: str, told: str) -> None:
    assert words(language).date(date) == told


def test_what_a_wording_lacks_is_said_in_english_and_marked() -> None:
    assert words("zh").say("law.lead") == f"{EN['law.lead']}〔尚無中文〕"
    assert words("fr").english("same family name") == "same family name [pas encore en français]"
    assert words("en").english("same family name") == "same family name"

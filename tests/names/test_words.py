"""What is known of single words of names."""

import pytest

from answerable.names.words import (
    RAREST,
    english,
    groups,
    information,
    is_patronymic,
    longest_element,
    particles,
    plain,
    suffixes,
    titles,
)


def credit(one: str, other: str) -> int:
    """The best credit of a group that both words stand in."""
    return max((min(a, b) for g, a in groups(one) for h, b in groups(other) if g == h), default=0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mohammed", "muhammad"),
        ("bill", "william"),
        ("catherine", "katherine"),
        ("hasan", "hassan"),
        ("zakir", "扎克尔"),
        ("扎克尔", "zhakeer"),
        ("tashi", "扎西"),
        ("བཀྲ་ཤིས", "tashi"),
        ("tashi", "zhaxi"),
        ("aung", "အောင်"),
        ("昂", "aung"),
        ("abdulla", "阿不都拉"),
        ("阿卜杜拉", "阿不都拉"),
    ],
)
def test_one_name(one: str, other: str) -> None:
    assert credit(one, other) > 0
    assert credit(one, other) == credit(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("bill", "robert"), ("velinov", "petrov"), ("tashi", "tenzin"), ("扎西", "扎克尔"), ("", "")],
)
def test_not_one_name(one: str, other: str) -> None:
    assert credit(one, other) == 0


def test_a_spelling_says_more_than_a_short_form_and_that_more_than_a_translation() -> None:
    assert credit("mohammed", "muhammad") > credit("bill", "william") > credit("john", "ivan") > 0


def test_rare_words_say_more() -> None:
    assert 0 < information("al") < information("ali") < information("wang") < information("velinov") == RAREST


@pytest.mark.parametrize("word", ["ivanovich", "petrovna", "viktorovich", "sergeyevich", "sergeevna"])
def test_fathers_names(word: str) -> None:
    assert is_patronymic(word)


@pytest.mark.parametrize("word", ["ivanov", "velinov", "ovich", "ovna", "petrenko", "sergey"])
def test_no_fathers_names(word: str) -> None:
    assert not is_patronymic(word)


@pytest.mark.parametrize("word", ["mr", "dr", "sir", "president", "general", "jp", "prof", "professor"])
def test_titles(word: str) -> None:
    assert word in titles().words


@pytest.mark.parametrize("word", ["king", "prince", "khan", "tan", "velinov", "maria", "ma", "ko"])
def test_words_that_are_names_are_no_titles(word: str) -> None:
    assert word not in titles().words


def test_titles_in_characters_come_longest_first() -> None:
    sizes = [len(title) for title in titles().han]
    assert "先生" in titles().han
    assert sizes == sorted(sizes, reverse=True)
    assert not titles().words & set(titles().han)


@pytest.mark.parametrize(
    ("word", "syllabic"), [("chris", False), ("carrie", False), ("kim", True), ("anna", True)]
)
def test_english_given_names(word: str, syllabic: bool) -> None:
    assert english()[word] is syllabic


@pytest.mark.parametrize("word", ["tam", "velinov", "zedong"])
def test_no_english_given_names(word: str) -> None:
    assert word not in english()


def test_small_words() -> None:
    assert {"al", "el", "bin", "van", "von", "de", "da"} <= particles()
    assert {"jr", "ii", "oglu"} <= suffixes()
    assert not {"velinov", "tam", "ali"} & (particles() | suffixes())


@pytest.mark.parametrize(
    ("word", "bare"), [("kürşat", "kursat"), ("trọng", "trong"), ("ali", "ali"), ("", "")]
)
def test_plain(word: str, bare: str) -> None:
    assert plain(word) == bare


def test_the_longest_element_of_a_transcription() -> None:
    assert len("阿不都热西提") <= longest_element() < 12

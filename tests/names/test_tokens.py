"""The words of a person's name, and the part each plays."""

import pytest

from answerable.names.encode import encode
from answerable.names.parse import Name
from answerable.names.phones import SOUNDS
from answerable.names.tokens import MOST_TOKENS, Role, Token, Tokens


def tokens(text: str) -> Tokens:
    return encode(Name(text, "Person")).tokens


def spelled(token: Token) -> set[str]:
    return {"".join(SOUNDS[place] for place in reading) for reading, _ in token.readings}


NAME, INITIAL, PARTICLE, ASIDE, PATRONYMIC, NUMBER = (
    Role.NAME,
    Role.INITIAL,
    Role.PARTICLE,
    Role.ASIDE,
    Role.PATRONYMIC,
    Role.NUMBER,
)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Dragomir Velinov", [NAME, NAME]),
        ("Dragomir Petrovich Velinov", [NAME, PATRONYMIC, NAME]),
        ("Драгомир Петрович Велинов", [NAME, PATRONYMIC, NAME]),
        ("Petrovich Dragomir", [NAME, NAME]),
        ("John F. Kennedy", [NAME, INITIAL, NAME]),
        ("Ludwig van Beethoven", [NAME, PARTICLE, NAME]),
        ("Omar bin Ali", [NAME, PARTICLE, NAME]),
        ("John Velinov Jr", [NAME, NAME, PARTICLE]),
        ("Bashar al-Assad", [NAME, PARTICLE, NAME]),
        ("Jens-Christian Velinov", [NAME, NAME, NAME]),
        ("Chris Tam Ka-ho", [ASIDE, NAME, NAME]),
        ("Moon Jae-in", [ASIDE, NAME]),
        ("Unit 731", [NAME, NUMBER]),
        ("Du", [NAME]),
        ("Du Velinov", [PARTICLE, NAME]),
        ("雪克来提·扎克尔", [NAME, NAME]),
        ("བློ་བཟང་རྒྱལ་མཚན", [NAME, NAME]),
        ("", []),
    ],
)
def test_roles(text: str, roles: list[Role]) -> None:
    assert [token.role for token in tokens(text).words] == roles


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Лавров", "lavrov"),
        ("Sеrgeу", "sergei"),
        ("Ухнаагийн", "uXna"),
        ("محمد", "muhamad"),
        ("ทักษิณ", "Taksin"),
        ("扎西·达娃", "jaSi"),
        ("नरेन्द्र", "narendra"),
    ],
)
def test_readings(text: str, reading: str) -> None:
    assert reading in spelled(tokens(text).words[0])


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Nasr Allah", ["nasrallah"]),
        ("al-Assad Bashar", ["alassad", "assadbashar"]),
        ("Ludwig van Beethoven", ["ludwigvan", "vanbeethoven"]),
    ],
)
def test_neighbours_as_one_word(text: str, joined: list[str]) -> None:
    joins = tokens(text).joins
    assert [join.text for join in joins] == joined
    assert all(join.role is NAME and join.readings for join in joins)


@pytest.mark.parametrize("text", ["John F. Kennedy", "Unit 731", "Dragomir Petrovich Velinov"])
def test_initials_numbers_and_fathers_names_are_not_joined(text: str) -> None:
    assert not any(join.readings for join in tokens(text).joins)


def test_there_is_one_join_for_each_two_neighbours() -> None:
    found = tokens("Jens-Christian van Velinov")
    assert len(found.joins) == len(found.words) - 1


def test_small_and_usual_words_say_less() -> None:
    one, small, other, last = tokens("Muhammad bin Velinov Dragomir").words
    assert small.says < one.says < other.says == last.says


@pytest.mark.parametrize(
    ("text", "syllabic"),
    [("Tam Ka-ho", True), ("Moon Jae-in", True), ("Dragomir Velinov", False), ("譚家豪", False)],
)
def test_whether_the_name_is_of_syllables(text: str, syllabic: bool) -> None:
    assert tokens(text).syllabic is syllabic


def test_no_more_words_than_a_name_has() -> None:
    assert len(tokens(" ".join("abcdefghijklmnop")).words) == MOST_TOKENS


def test_a_reading_weighs_something_against_itself() -> None:
    assert all(weight > 0 for token in tokens("Y H °, Dragomir 김").words for _, weight in token.readings)

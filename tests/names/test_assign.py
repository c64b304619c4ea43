"""Which word meets which, and what is left over."""

import pytest

from answerable.names.assign import NOTHING_MET, assign
from answerable.names.encode import encode
from answerable.names.leftover import OMITTED
from answerable.names.letters import FLOOR
from answerable.names.meeting import INITIAL_DIFFERS, meets
from answerable.names.parse import Name
from answerable.names.tokens import Role, Token, Tokens


def tokens(text: str, schema: str = "Person") -> Tokens:
    return encode(Name(text, schema)).tokens


def token(text: str) -> Token:
    return tokens(f"{text} Xyzzy").words[0]


def met(a: str, b: str, schema: str = "Person") -> set[tuple[str, str]]:
    return {(p.left, p.right) for p in assign(tokens(a, schema), tokens(b, schema))[1] if p.left or p.right}


@pytest.mark.parametrize(
    ("a", "b", "pairs"),
    [
        ("Dragomir Velinov", "Velinov Dragomir", {("dragomir", "dragomir"), ("velinov", "velinov")}),
        ("Dragomir Velinov", "Dragomir Velinof", {("dragomir", "dragomir"), ("velinov", "velinof")}),
        ("Bill Velinov", "Velinov William", {("bill", "william"), ("velinov", "velinov")}),
        ("Nasr Allah Velinov", "Nasrallah Velinov", {("nasr allah", "nasrallah"), ("velinov", "velinov")}),
        ("Nasrallah Velinov", "Nasr Allah Velinov", {("nasrallah", "nasr allah"), ("velinov", "velinov")}),
        (
            "Dragomir P. Velinov",
            "Dragomir Petar Velinov",
            {("dragomir", "dragomir"), ("p", "petar"), ("velinov", "velinov")},
        ),
        (
            "Dragomir Petar Velinov",
            "Dragomir Velinov",
            {("dragomir", "dragomir"), ("petar", ""), ("velinov", "velinov")},
        ),
        ("Franklin Roosevelt", "Theodore Roosevelt", {("roosevelt", "roosevelt"), ("franklin", "theodore")}),
        (
            "Ludwig van Beethoven",
            "Ludwig Beethoven",
            {("ludwig", "ludwig"), ("van", ""), ("beethoven", "beethoven")},
        ),
        ("Velinov Velinova", "Velinova Velinov", {("velinov", "velinov"), ("velinova", "velinova")}),
        ("Ana Velinov", "Ana Ana Velinov", {("ana", "ana"), ("", "ana"), ("velinov", "velinov")}),
    ],
)
def test_who_meets_whom(a: str, b: str, pairs: set[tuple[str, str]]) -> None:
    assert met(a, b) == pairs


@pytest.mark.parametrize(("a", "b"), [("Dragomir", "Theodore"), ("", "Dragomir"), ("", "")])
def test_where_nothing_meets(a: str, b: str) -> None:
    assert assign(tokens(a), tokens(b)) == (NOTHING_MET, ())


@pytest.mark.parametrize(
    ("a", "nearer", "further"),
    [
        # a word left out at the end, in the middle, at the start, another word
        ("Saddam Velinov", "Saddam Velinov", "Saddam Petar Velinov"),
        ("Saddam Velinov", "Saddam Petar Velinov", "Petar Saddam Velinov"),
        ("Saddam Petar Velinov", "Saddam Velinov", "Saddam Bogdan Velinov"),
        ("John F. Velinov", "John Velinov", "John G. Velinov"),
        ("Ludwig Velinov", "Ludwig van Velinov", "Ludwig Petar Velinov"),
        ("Иван Петрович Велинов", "Иван Велинов", "Иван Сергеевич Велинов"),
        ("Omar bin Ali", "Omar Ali", "Ali bin Omar"),
        ("Dragomir Velinov", "Velinov Dragomir", "Dragomir Petrov"),
        ("Dragomir Velinov Petkov", "Petkov Dragomir Velinov", "Velinov Dragomir Petkov"),
    ],
)
def test_what_weighs_more(a: str, nearer: str, further: str) -> None:
    assert assign(tokens(a), tokens(nearer))[0] > assign(tokens(a), tokens(further))[0]


@pytest.mark.parametrize(
    ("a", "nearer", "further"),
    [
        ("Velinov Works", "Velinov Works Ltd", "Velinov Works Trading"),
        ("Velinov Works Ltd", "Velinov Works", "Petrov Works Ltd"),
        ("Velinov Beijing", "Velinov", "Velinov Shanghai"),
        ("Velinov 14", "Velinov XIV", "Velinov 15"),
        ("Velinov Steel", "Velinov", "Velinov Bank"),
    ],
)
def test_what_weighs_more_for_a_body(a: str, nearer: str, further: str) -> None:
    left, near, far = (tokens(text, "Company") for text in (a, nearer, further))
    assert assign(left, near)[0] > assign(left, far)[0]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Dragomir Petar Velinov", "Velinof Dragmir"),
        ("Nasr Allah bin Ali", "Ali Nasrallah"),
        ("J. F. K.", "John F. Kennedy"),
        ("Ana Ana Ana", "Ana Ana"),
        ("Tam Ka-ho", "Tan Jiahao"),
        ("Anna Ana Hana", "Hanna Anna"),
    ],
)
def test_either_way_round(a: str, b: str) -> None:
    assert assign(tokens(a), tokens(b))[0] == assign(tokens(b), tokens(a))[0]
    assert met(a, b) == {(right, left) for left, right in met(b, a)}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Dragomir Petar Velinov", "Velinof Dragmir"),
        ("Nasr Allah Velinov", "Nasrallah"),
        ("Omar bin Ali", "Ali"),
    ],
)
def test_the_pieces_add_up(a: str, b: str) -> None:
    weight, pieces = assign(tokens(a), tokens(b))
    assert weight == sum(piece.weight for piece in pieces)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("velinov", "velinov"),
        ("velinov", "velinof"),
        ("bill", "william"),
        ("велинов", "velinov"),
        ("扎西", "tashi"),
    ],
)
def test_words_that_meet(one: str, other: str) -> None:
    assert 0 < meets(token(one), token(other)) <= token(one).says


def test_a_word_meets_itself_best() -> None:
    assert meets(token("velinov"), token("velinov")) > meets(token("velinov"), token("velinof"))
    assert meets(token("william"), token("william")) > meets(token("william"), token("bill"))


def test_syllables_that_differ_are_other_names_and_not_slips() -> None:
    one, other = token("yuan"), token("yun")
    assert meets(one, other, True) == FLOOR < meets(one, other)


def test_initials() -> None:
    initial, fits, other = tokens("P. Velinov").words[0], token("petar"), token("dragomir")
    assert 0 < meets(initial, fits) < meets(fits, fits)
    assert meets(initial, other) == INITIAL_DIFFERS


def test_words_of_different_roles_are_not_partners() -> None:
    small, name = tokens("Omar bin Ali").words[1], tokens("Bin").words[0]
    assert meets(small, name) == FLOOR


def test_every_role_has_a_cost_where_it_is_left_out() -> None:
    assert set(OMITTED) == set(Role)
    assert all(cost > 0 for cost in OMITTED.values())
    assert OMITTED[Role.FORM] < OMITTED[Role.LEVEL] < OMITTED[Role.PLACE] < OMITTED[Role.NUMBER]

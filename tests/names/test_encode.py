"""A name made ready: as a person's or as a body's, as characters, syllables or words."""

import pytest

from answerable.names.encode import BODIES, encode
from answerable.names.parse import Name


@pytest.mark.parametrize(
    ("text", "schema", "asked", "is_body"),
    [
        ("Dragomir Velinov", "", "", False),
        ("Dragomir Velinov", "Person", "", False),
        ("Dragomir Velinov", "Company", "", True),
        ("Dragomir Velinov", "", "Company", True),
        ("Velinov Ltd", "", "", True),
        ("Velinov Ltd", "Person", "", False),
        ("Velinov Ltd", "", "Person", False),
        ("Velinov Ltd", "Person", "Company", False),
        ("喀什市公安局", "", "", True),
        ("譚家豪", "", "", False),
        ("Velinov", "LegalEntity", "", True),
        ("Velinov", "no such kind", "", False),
    ],
)
def test_what_bears_the_name(text: str, schema: str, asked: str, is_body: bool) -> None:
    assert encode(Name(text, schema), asked).is_body is is_body


@pytest.mark.parametrize("schema", sorted(BODIES))
def test_a_body_has_no_syllables(schema: str) -> None:
    assert encode(Name("Tam Ka-ho", schema)).ways == ()


@pytest.mark.parametrize(
    ("text", "ways", "is_han", "is_transcribed"),
    [
        ("譚家豪", True, True, False),
        ("Tam Ka-ho", True, False, False),
        ("김정은", True, False, False),
        ("Nguyễn Phú Trọng", True, False, False),
        ("雪克来提·扎克尔", False, True, True),
        ("丹增嘉措", False, True, True),
        ("Dragomir Velinov", False, False, False),
        ("Сергей Лавров", False, False, False),
        ("", False, False, False),
        ("譚索 Tam Sok", True, True, False),
    ],
)
def test_how_a_name_is_read(text: str, ways: bool, is_han: bool, is_transcribed: bool) -> None:
    found = encode(Name(text))
    assert (bool(found.ways), found.is_han, found.is_transcribed) == (ways, is_han, is_transcribed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rami Velinov", "Ramivelinov"),
        ("Jean-Claude Juncker", "Jeanclaude Juncker"),
        ("al-Velinov", "Velinov"),
        ("Сергей Лавров", "Sergey Lavrov"),
    ],
)
def test_the_whole_is_the_words_run_together(one: str, other: str) -> None:
    assert encode(Name(one)).whole == encode(Name(other)).whole != b""


def test_the_text_is_kept() -> None:
    assert encode(Name(" TAM,  Ka-ho ")).text == " TAM,  Ka-ho "


@pytest.mark.parametrize("long", ["譚" * 5000, "tan " * 5000, "a-" * 40_000])
def test_a_text_that_is_no_name_is_not_taken_apart(long: str) -> None:
    found = encode(Name(long))
    assert not found.ways
    assert not found.tokens.words

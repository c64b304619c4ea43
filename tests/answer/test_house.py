import pytest

from answerable.answer.house import house_terms, table
from answerable.answer.recipients import recipients
from answerable.answer.submission.words import languages, words


@pytest.mark.parametrize(
    ("recipient", "language", "code", "told"),
    [
        ("us", "en", "mm", "Burma"),
        ("ca", "en", "mm", "Myanmar"),
        ("ca", "en", "cn", "People's Republic of China"),
        ("ca", "fr", "cn", "République populaire de Chine"),
        ("ca", "en", "cn-gd", "People's Republic of China (GD)"),
        ("public", "en", "cn-xj", "East Turkistan (Xinjiang)"),
        ("uk", "en", "cn", "China"),
        ("", "en", "mm", "Myanmar"),
    ],
)
def test_a_place_is_called_what_the_recipient_calls_it(
    recipient: str, language: str, code: str, told: str
) -> None:
    assert words(language, recipient).country(code) == told


def test_every_row_is_of_a_recipient_and_a_language_that_there_are() -> None:
    assert {one.recipient for one in table()} <= recipients().keys()
    assert {one.language for one in table()} <= set(languages())


def test_no_recipient_calls_one_place_by_two_names() -> None:
    named = [(one.recipient, one.language, one.code) for one in table()]
    assert len(named) == len(set(named))


def test_who_has_no_terms_has_none() -> None:
    assert house_terms("nobody", "en") == {}

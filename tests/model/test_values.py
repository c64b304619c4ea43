"""What may stand as a property, and what is refused; nothing is altered."""

import pytest

from answerable.model.errors import DateImpossible, ValueRefused
from answerable.model.schemata import Property
from answerable.model.values import check_value


def prop(kind: str, *choices: str) -> Property:
    return Property("p", kind, "label", "help", "FollowTheMoney", choices=choices)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("name", "譚索"),
        ("name", "LAM Ka-ho 林家豪"),
        ("name", "Siân O’Fée"),
        ("text", "first line\nsecond\tline"),
        ("text", "a family 👨‍👩‍👧 and a right-to-left mark \u200f"),
        ("date", "1975-02"),
        ("country", "xt"),
        ("country", "cn-xz"),
        ("country", "gb-sct"),
        ("url", "https://gazette.example/41?p=2"),
        ("url", "http://[2001:db8::1]/"),
        ("identifier", "A-17/3"),
        ("choice", "female"),
    ],
)
def test_what_may_stand(kind: str, value: str) -> None:
    check_value(prop(kind, "female", "male"), value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("name", ""),
        ("name", "   "),
        ("name", " LAM"),
        ("name", "LAM\n"),
        ("name", "LAM\x00Ka-ho"),
        ("name", "LAM\x1b[31m"),
        ("name", "LAM\x7f"),
        ("name", "LAM\x85Ka-ho"),
        ("name", "LAM\ud800"),
        ("country", "XT"),
        ("country", "Tamsor"),
        ("country", "xt-"),
        ("country", "ｘｔ"),
        ("url", "javascript:alert(1)"),
        ("url", "gazette.example"),
        ("url", "https://"),
        ("url", "http:///path"),
        ("url", "http://[::1"),
        ("url", "file:///etc/hosts"),
        ("choice", "Female"),
    ],
)
def test_what_is_refused(kind: str, value: str) -> None:
    with pytest.raises(ValueRefused):
        check_value(prop(kind, "female", "male"), value)


def test_an_impossible_date_is_refused() -> None:
    with pytest.raises(DateImpossible):
        check_value(prop("date"), "1975-19-25")

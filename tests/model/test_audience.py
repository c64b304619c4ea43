"""Who may see what."""

import pytest

from answerable.model.audience import PUBLIC, TEAM, Audience, Kind, parse_audience, parse_sharing
from answerable.model.errors import ValueRefused

COALITION = Audience(Kind.COALITION)
CANADA = Audience(Kind.RECIPIENT, "ca")
BRITAIN = Audience(Kind.RECIPIENT, "gb")


@pytest.mark.parametrize(
    ("sharing", "seen_by"),
    [
        ("team", {TEAM}),
        ("coalition", {TEAM, COALITION}),
        ("recipients", {TEAM, CANADA, BRITAIN}),
        ("recipient:ca", {TEAM, CANADA}),
        ("recipient:ca, recipient:gb", {TEAM, CANADA, BRITAIN}),
        ("coalition, recipient:ca", {TEAM, COALITION, CANADA}),
        ("team, coalition", {TEAM, COALITION}),
        ("public", {TEAM, COALITION, CANADA, BRITAIN, PUBLIC}),
        ("team, public", {TEAM, COALITION, CANADA, BRITAIN, PUBLIC}),
        ("recipient:c", {TEAM}),
        ("recipient:CA", {TEAM}),
    ],
)
def test_who_may_see_what(sharing: str, seen_by: set[Audience]) -> None:
    every = {TEAM, COALITION, CANADA, BRITAIN, PUBLIC}
    assert {one for one in every if one.may_see(parse_sharing(sharing))} == seen_by


def test_what_is_shared_with_nobody_is_seen_by_the_team_alone() -> None:
    assert [one for one in (TEAM, COALITION, CANADA, PUBLIC) if one.may_see(frozenset())] == [TEAM]


@pytest.mark.parametrize(
    "text", ["team", "coalition", "public", "recipient:ca", "recipient:ministry-of-trade"]
)
def test_an_audience_is_written_as_it_is_read(text: str) -> None:
    assert str(parse_audience(text)) == text


@pytest.mark.parametrize(
    "text",
    ["", "everyone", "Team", "team:", "public:", "team:ca", "recipient", "recipient:", "recipient: ca",
     "recipients", "team, public"],
)  # fmt: skip
def test_what_is_no_audience_is_refused(text: str) -> None:
    with pytest.raises(ValueRefused):
        parse_audience(text)


@pytest.mark.parametrize("text", ["", " , ", "everyone", "team, everyone", "public:", "recipient:"])
def test_sharing_with_nobody_known_is_refused(text: str) -> None:
    with pytest.raises(ValueRefused):
        parse_sharing(text)

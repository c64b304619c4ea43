"""The tables of pairs in ``cases``: one name, another name, and which is nearer."""

from types import ModuleType

import pytest

from answerable.names import THRESHOLD, Name, compare
from tests.names.cases import chinese, inner_asia, neighbours, scripts, slips

TABLES = (chinese, inner_asia, neighbours, scripts, slips)


def rows(table: str, modules: tuple[ModuleType, ...] = TABLES) -> list[tuple[str, ...]]:
    """What the modules have under this name, one after the other."""
    return [row for module in modules for row in getattr(module, table, ())]


@pytest.mark.parametrize(("a", "b"), rows("SAME"))
def test_the_same_name(a: str, b: str) -> None:
    assert compare(Name(a), Name(b)).score >= THRESHOLD


@pytest.mark.parametrize(("a", "b"), rows("DIFFERENT"))
def test_another_name(a: str, b: str) -> None:
    assert compare(Name(a), Name(b)).score < THRESHOLD


@pytest.mark.xfail(strict=True, reason="the same name, which no table and no rule here joins yet")
@pytest.mark.parametrize(("a", "b"), rows("OUT_OF_REACH"))
def test_a_name_out_of_reach(a: str, b: str) -> None:
    assert compare(Name(a), Name(b)).score >= THRESHOLD


@pytest.mark.parametrize(("a", "b"), rows("SAME") + rows("DIFFERENT"))
def test_either_way_round(a: str, b: str) -> None:
    assert compare(Name(a), Name(b)).weight == compare(Name(b), Name(a)).weight


@pytest.mark.parametrize(("name", "nearer", "further"), rows("NEARER"))
def test_what_is_nearer(name: str, nearer: str, further: str) -> None:
    assert compare(Name(name), Name(nearer)).weight > compare(Name(name), Name(further)).weight


@pytest.mark.parametrize(("a", "b"), chinese.SAME_SOUND)
def test_the_reason_against_is_that_the_characters_differ(a: str, b: str) -> None:
    against = compare(Name(a), Name(b)).reasons_against
    assert any("sound alike but are different characters" in why for why in against)

import pytest

from bench.screening.findable import is_findable, parted
from bench.screening.work import ALIAS, FINDABLE, REST, Entity, Question


@pytest.mark.parametrize(
    ("alias", "stays", "findable"),
    [
        ("Tarvo Elmsgard", ["ELMSGARD, Tarvo Iven"], True),  # two words of three
        ("Tarvo Elmsgart", ["Elmsgard Tarvo"], True),  # the order says nothing, one letter of eight differs
        ("Ťarvo Ëlmsgård", ["Tarvo Elmsgard"], True),  # nor do accents
        ("Tar'vo Elmsgard", ["Tarvo Elmsgard"], True),
        ("Tarvo Elmsgard", ["Nilo Brandt", "T. Elmsgard"], True),  # any name that stays will do
        ("The Smith", ["Tarvo Elmsgard"], False),
        ("Tarvo", ["Tarvo Iven Elmsgard"], False),  # one word of three
        ("Tarvo Tarvo", ["Tarvo Elmsgard Iven"], False),  # each word once
        ("Al El", ["Al El"], False),  # words of two letters are none
        ("Tarvo Elmsgard", [], False),
    ],
)
def test_an_alias_is_findable_where_half_of_the_longer_name_is_shared(
    alias: str, stays: list[str], findable: bool
) -> None:
    assert is_findable(alias, stays) is findable


def test_only_queries_of_aliases_are_told_apart() -> None:
    listed = [Entity("a", "Person", ("Tarvo Elmsgard",))]
    asked = [
        Question("Tarvo Elmsgart", "Person", ALIAS, "a"),
        Question("The Smith", "Person", ALIAS, "a"),
        Question("Tarvo Elmsgard", "Person", "exact", "a"),
        Question("Nilo Brandt", "Person", "negative", ""),
    ]
    assert [one.kind for one in parted(asked, listed)] == [FINDABLE, REST, "exact", "negative"]

"""Pseudonyms hold within one audience and never across; what is withheld is gone, and the rest stays."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from answerable.model.audience import PUBLIC, Audience, Kind
from answerable.record.letters import bare_letters, letters
from answerable.record.pseudonyms import (
    WITHHELD,
    black_out,
    pseudonym,
    turned_round,
    withhold,
    withhold_around,
)

KEY, OTHER_KEY = bytes(32), bytes(range(32))
CANADA, BRITAIN = Audience(Kind.RECIPIENT, "ca"), Audience(Kind.RECIPIENT, "uk")


def test_a_pseudonym_holds_within_one_audience_and_not_across() -> None:
    audiences = [PUBLIC, CANADA, BRITAIN, Audience(Kind.COALITION)]
    called = {pseudonym(key, audience, "a" * 32) for key in (KEY, OTHER_KEY) for audience in audiences}
    assert len(called) == 8
    assert pseudonym(KEY, PUBLIC, "a" * 32) == pseudonym(KEY, PUBLIC, "a" * 32) in called
    assert pseudonym(KEY, PUBLIC, "b" * 32) not in called
    assert all(re.fullmatch("Protected person [A-Z2-7]{6}", one) for one in called)


WITHHELD_WORDS = [
    ("Ms LING Sin-yau said.", ["LING Sin-yau"], "Ms ▮▮▮ said."),
    ("LING sin yau, 凌善柔", ["LING Sin-yau", "凌善柔"], "▮▮▮, ▮▮▮"),
    ("LING Sin-yau, LING Sin-yau", ["LING Sin-yau"], "▮▮▮, ▮▮▮"),
    ("Straße İ LING Sin-yau", ["LING Sin-yau"], "Straße İ ▮▮▮"),
    ("ABC", ["AB", "BC"], "ABC"),
    ("ABCDEFG", ["ABCDE", "DEFG"], "▮▮▮"),
    ("Anna Lee-Ward", ["Anna Lee", "Lee-Ward", "Anna"], "▮▮▮"),
    ("王毅林嘉豪", ["王毅林", "林嘉豪"], "▮▮▮"),
    ("in 1990, on 1990-05-01", ["1990", "1990-05-01"], "in 1990, on ▮▮▮"),
    ("the police met Li", ["Li"], "the police met ▮▮▮"),
    ("▮▮▮ and Anna", ["Anna"], "▮▮▮ and ▮▮▮"),
    ("she signed ++ there", ["++"], "she signed ▮▮▮ there"),
    ("nothing", [], "nothing"),
    ("nothing", [""], "nothing"),
]


@pytest.mark.parametrize(("words", "names", "shown"), WITHHELD_WORDS)
def test_names_are_withheld_and_the_rest_is_kept(words: str, names: list[str], shown: str) -> None:
    assert withhold(words, names) == shown


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        (("met LING Si", "n-yau, who", " left"), ("met ▮▮▮", "▮▮▮, who", " left")),
        (("met ", "someone", " called LING Sin-y"), ("met ", "someone", " called ▮▮▮")),
        (("Sin-yau, ", "she said", ""), ("▮▮▮, ", "she said", "")),
        (("證人凌", "善", "柔說"), ("證人▮▮▮", "▮▮▮", "▮▮▮說")),
        (("", "ends with LING", ""), ("", "ends with LING", "")),
    ],
)
def test_a_name_may_begin_in_one_part_and_end_in_the_next(
    parts: tuple[str, str, str], shown: tuple[str, str, str]
) -> None:
    assert withhold_around(parts, ["LING Sin-yau", "凌善柔"]) == shown


# No letter that stands for another one in the table of Chinese characters.
LETTERS = st.text(alphabet="abAB éÉüßñ-'.王毅凌善柔ئۇيغ\n", min_size=1, max_size=12)


@given(st.lists(LETTERS, min_size=1, max_size=4), st.lists(LETTERS | st.integers(0, 3), max_size=8))
def test_no_name_is_left_and_nothing_else_is_changed(names: list[str], given_words: list[str | int]) -> None:
    assume(all(len(bare_letters(name)) > 3 or not bare_letters(name).isascii() for name in names))
    words = " ".join(names[one % len(names)] if isinstance(one, int) else one for one in given_words)
    shown = withhold(words, names)
    for part in shown.split(WITHHELD):
        assert not [name for name in names if any(letters(part).places(name))]
    pieces = "(?s:.+)".join(map(re.escape, shown.split(WITHHELD)))
    assert re.fullmatch(pieces, words)


@pytest.mark.parametrize(
    ("name", "turned"),
    [
        ("Marta Bell", ("Bell Marta",)),
        ("Maria del Carmen Ruiz", ("Ruiz Maria del Carmen", "del Carmen Ruiz Maria")),
        ("凌善柔", ()),
        ("Li Na", ()),
        ("", ()),
    ],
)
def test_a_name_has_its_family_name_at_either_end(name: str, turned: tuple[str, ...]) -> None:
    assert turned_round(name) == turned


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Li Na told us, and Na Li's brother", "▮▮▮ told us, and ▮▮▮'s brother"),
        ("to finalise it in Carolina", "to finalise it in Carolina"),
        ("Marta  BELL; bell, marta", "▮▮▮; ▮▮▮"),
        ("與李娜談話", "與▮▮▮談話"),
    ],
)
def test_what_is_blacked_out_for_good_is_a_name(words: str, told: str) -> None:
    names = ["Li Na", "李娜", "Marta Bell"]
    every = [*names, *(turned for name in names for turned in turned_round(name, 0))]
    assert black_out(words, every) == told

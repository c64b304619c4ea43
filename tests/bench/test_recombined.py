import random
from collections import Counter
from itertools import islice

import pytest

from bench.screening.recombined import bag, recombined, script_of
from bench.screening.slips import reordered, shortened, slipped
from bench.screening.work import Entity

PEOPLE = [
    Entity("a", "Person", ("Tarvo Iven Elmsgard", "Ilmar")),
    Entity("b", "Person", ("Nilo Brandt", "Osk Uld Marrow")),
    Entity("c", "Person", ("Тарво Эльмсгард", "Нило Брандт")),
    Entity("d", "Organization", ("Norrmark Trading Company", "Brandt Works")),
]


def test_names_are_made_of_words_of_their_kind_and_script_and_are_nobodys() -> None:
    made = list(islice(recombined(PEOPLE, seed=1), 12))
    listed = {bag(name) for one in PEOPLE for name in one.names}
    assert len({bag(name) for _, name in made}) == 12
    assert not {bag(name) for _, name in made} & listed
    for schema, name in made:
        words = {
            word for one in PEOPLE if one.schema == schema for text in one.names for word in text.split()
        }
        assert set(name.split()) <= words
        assert len({script_of(word) for word in name.split()}) == 1


def test_the_same_seed_makes_the_same_names() -> None:
    one, other = (list(islice(recombined(PEOPLE, seed=7), 8)) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("seed", range(20))
def test_a_word_left_out_is_never_the_rarest(seed: int) -> None:
    bearers = Counter({"tarvo": 9, "iven": 5, "elmsgard": 1})
    found = shortened("Tarvo Iven Elmsgard", random.Random(seed), bearers)
    assert found in ("Tarvo Elmsgard", "Iven Elmsgard")


@pytest.mark.parametrize("seed", range(20))
def test_an_order_is_another_one_and_keeps_every_word(seed: int) -> None:
    found = reordered("Tarvo Iven Elmsgard", random.Random(seed))
    assert found != "Tarvo Iven Elmsgard"
    assert sorted(found.split()) == ["Elmsgard", "Iven", "Tarvo"]


def test_what_cannot_be_reordered_or_shortened_is_empty() -> None:
    assert reordered("Tarvo", random.Random(1)) == ""
    assert shortened("Tarvo Elmsgard", random.Random(1), Counter()) == ""


@pytest.mark.parametrize("seed", range(40))
def test_slips_change_a_letter_or_two(seed: int) -> None:
    found = slipped("Ilmar Uld", random.Random(seed))
    assert found != "Ilmar Uld"  # empty where the slip changed nothing
    assert not found or abs(len(found) - len("Ilmar Uld")) <= 1

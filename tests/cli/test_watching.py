"""Watching names, as a desk officer types it."""

from tests.cli.terminal import Terminal
from tests.cli.test_matching import ISSUER
from tests.identify.editions import ODE, SHUM, edition

STAFF = "name,born,country\nAda Quill,1990,\nShum Cho Hang,1974,Tamsor\n"


def put_list(terminal: Terminal, published: str, *listed: object) -> list[str]:
    file = terminal.file("list.xml", edition(published, *listed))  # type: ignore[arg-type]
    told = terminal("lists", "import", file, *ISSUER).splitlines()
    return [line for line in told if not line.endswith("are ready to be asked about.")]


def test_a_list_that_changed_is_told_in_one_line_and_each_match_once(inside: Terminal) -> None:
    assert len(put_list(inside, "06/29/2031", ODE)) == 1
    told = inside("watch", "add", inside.file("staff.csv", STAFF), "--name", "Staff 2031")
    assert told.startswith("Watched: 2 names, 2 of them new; 0 no longer.\n")
    assert inside("watch", "run").startswith("2 watched names: 0 new matches;")
    line = (
        "2 watched names: 1 new match; 0 told before, 0 decided, 0 unlikely. No match is no clearance."
        " See them with: answerable watch run"
    )
    assert put_list(inside, "06/30/2031", SHUM, ODE)[1:] == [line]
    assert len(put_list(inside, "06/30/2031", SHUM, ODE)) == 1  # the same bytes: nothing changed
    first = inside("watch", "run").splitlines()
    assert first[0] == "Staff 2031, 2: Shum Cho Hang (1974, Tamsor): new"
    assert first[1].endswith("possible, review: SHUM, Cho-hang")
    assert inside("watch", "run").startswith("2 watched names: 0 new matches; 1 told before,")
    assert "Shum Cho Hang (1974, Tamsor): told before" in inside("watch", "run", "--all")
    assert put_list(inside, "07/31/2031", SHUM)[1].startswith("2 watched names: 0 new matches; 1 told before")


def test_sets_are_listed_and_removed(inside: Terminal) -> None:
    inside("watch", "add", inside.file("guests.txt", "Ada Quill\n"))
    assert [one["name"] for one in inside.json("watch", "list")] == ["guests"]
    assert inside("watch", "list").splitlines()[-1].startswith("guests")
    assert inside("watch", "remove", "guests") == "Forgotten: guests, with 1 name.\n"
    assert inside.json("watch", "list") == []
    assert inside.refused("watch", "remove", "guests")[-1] == "[nothing-called]"


def test_programs_are_told_the_same(inside: Terminal) -> None:
    put_list(inside, "06/30/2031", SHUM)
    assert inside.json("watch", "add", inside.file("staff.csv", STAFF))["came"] == 2
    told = inside.json("watch", "run")
    assert [(one["name"]["place"], one["why"]) for one in told["told"]] == [(2, "new")]
    again = inside.json("watch", "run")
    assert again.pop("tolerance")["one_in"] == 20
    assert again == {"names": 2, "decided": 0, "unlikely": 0, "told": []}
    assert inside.json("watch", "remove", "staff")["names"] == 2

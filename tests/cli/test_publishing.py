"""Publishing a list of names and checking one, as they are typed."""

from pathlib import Path

from tests.cli.terminal import Terminal
from tests.cli.test_commands import at, case, own

__all__ = ["at", "case", "own"]

CANADA = ("--for", "recipient:ca")


def test_a_list_is_published_checked_and_corrected(own: Terminal) -> None:
    out = own.folder / "our-list"
    refused = own.refused("lists", "publish", "harbour", "--out", out, *CANADA)
    assert "(--dispute-to)" in refused[0]
    assert refused[-1] == "[publication-incomplete]"
    told = own("lists", "publish", "harbour", "--out", out, *CANADA, "--dispute-to", "lists@selwyn.example")
    assert told.startswith("Version 1 of ")
    assert ". 1 name, recommended by Selwyn Rights Desk, not an official sanctions list:\n" in told
    assert ": no part in an act is recorded that this audience may see\n" in told
    checked = own("lists", "verify", out)
    assert "Every file is the one that the manifest names" in checked
    assert "To dispute: lists@selwyn.example\n" in checked
    assert own.json("lists", "verify", out)["names"] == 1
    again = own("lists", "publish", "harbour", "--out", out, *CANADA)
    assert ", as it was: nothing changed since. 1 name" in again


def test_a_list_that_was_changed_is_told(own: Terminal) -> None:
    out = own.folder / "our-list"
    own("lists", "publish", "harbour", "--out", out, *CANADA, "--dispute-to", "lists@selwyn.example")
    (out / "names.csv").write_text("id,name\n1,Somebody Else\n", "utf-8")
    refused = own.refused("lists", "verify", out)
    assert "is not the list as it was published: names.csv was changed." in refused[0]
    assert refused[-1] == "[publication-wrong]"
    assert own.refused("lists", "verify", Path("nowhere"))[-1] == "[publication-wrong]"

"""Each distinct set of who may see has one number, however its labels are ordered."""

from pathlib import Path

import pytest

from answerable.model.audience import parse_audience, parse_sharing
from answerable.record.sharing import as_text, vis_for, visible_to
from tests.support import new_workspace


def test_a_set_has_one_number_and_another_set_another(tmp_path: Path) -> None:
    with new_workspace(tmp_path) as workspace:
        with workspace.store.change() as change:
            numbers = [vis_for(change, parse_sharing(one)) for one in ("team", "public", "team, public")]
            again = [vis_for(change, parse_sharing(one)) for one in ("public ,team", " public", "team,team")]
            change.log("nothing", {})
        assert again == [numbers[2], numbers[1], numbers[0]]
        assert len({*numbers, 0}) == 4, "0 is for whole texts"


@pytest.mark.parametrize(
    ("audience", "seen"),
    [
        ("team", {"team", "coalition", "recipients", "recipient:ca", "public"}),
        ("coalition", {"coalition", "public"}),
        ("recipient:ca", {"recipients", "recipient:ca", "public"}),
        ("recipient:uk", {"recipients", "public"}),
        ("public", {"public"}),
    ],
)
def test_the_sets_an_audience_may_see(tmp_path: Path, audience: str, seen: set[str]) -> None:
    with new_workspace(tmp_path) as workspace:
        with workspace.store.change() as change:
            for one in ("team", "coalition", "recipients", "recipient:ca", "public"):
                vis_for(change, parse_sharing(one))
            change.log("nothing", {})
        with workspace.store.reading() as connection:
            visible = visible_to(connection, parse_audience(audience))
    assert {as_text(labels) for labels in visible.values()} == seen

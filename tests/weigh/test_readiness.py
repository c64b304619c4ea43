"""Ready or not, and what is in the way."""

from datetime import date
from pathlib import Path

import pytest

from answerable.weigh.findings import State
from answerable.weigh.law import Law
from answerable.weigh.laws import FOLDER, read_law
from answerable.weigh.readiness import Readiness, readiness
from tests.weigh.cases import ABUSE, CHINA, CORRUPTION, FIRM
from tests.weigh.weighing import BOTH, Edits, Entities, cite, denied_by, law, said, weighed, with_edits

TODAY = date(2026, 11, 23)
CURRENCY = "the official text it was checked against is current to 2025-07-24"


def ready(folder: Path, one: Law, entities: Entities, subject: str = "lam", today: date = TODAY) -> Readiness:
    return readiness(weighed(folder, [one], entities, subject), today)[0]


def test_a_carried_case_is_ready_by_the_limb_that_carries_it(tmp_path: Path) -> None:
    found = ready(tmp_path, law("ca-jvcfoa"), ABUSE)
    assert (found.is_ready, found.limb.id, found.thin, found.contested) == (True, "a", (), ())
    assert found.notes == (CURRENCY,)


@pytest.mark.parametrize(
    ("edits", "is_ready", "gaps", "thin", "contested"),
    [
        (
            {"beating": {"victimPursuit": None}},
            False,
            [("victim-pursuit", "s. 4(2)(a)(i)–(ii)", "no statement says what the victims sought")],
            [],
            [],
        ),
        (
            {"beating": {"country": "ca", "victimPursuit": None}},
            False,
            [
                (
                    "victim-abroad",
                    "s. 4(2)(a), with s. 2",
                    "the victim was in Canada, not in a foreign state",
                ),
                ("victim-pursuit", "s. 4(2)(a)(i)–(ii)", "no statement says what the victims sought"),
            ],
            [],
            [],
        ),
        ({"beating": {"country": said("xt", cite("wire"))}}, True, [], ["victim-abroad"], []),
        (
            {"beating": {"country": said("xt", BOTH, denied_by("leaflet"))}},
            True,
            [],
            [],
            ["victim-abroad"],
        ),
    ],
)
def test_gaps_block_and_what_is_thin_or_contested_is_told(
    edits: Edits,
    is_ready: bool,
    gaps: list[tuple[str, str, str]],
    thin: list[str],
    contested: list[str],
    tmp_path: Path,
) -> None:
    found = ready(tmp_path, law("ca-jvcfoa"), with_edits(ABUSE, {"lam-commissioner": None, **edits}))
    assert found.is_ready is is_ready
    assert [(one.requirement, one.provision, one.sentence) for one in found.gaps] == gaps
    assert [one.requirement.id for one in found.thin] == thin
    assert [one.requirement.id for one in found.contested] == contested
    assert all(one.state is State.THIN for one in found.thin)


def test_a_body_is_told_that_the_law_does_not_reach_it(tmp_path: Path) -> None:
    found = ready(tmp_path, law("ca-jvcfoa"), FIRM, "firm")
    assert [one.sentence for one in found.gaps] == [
        "this law reaches individuals alone; a body cannot be listed under it"
    ]


def test_status_alone_is_enough_for_the_china_regulations(tmp_path: Path) -> None:
    found = ready(tmp_path, law("ca-sema-prc"), with_edits(CHINA, {"lam-beating": None, "beating": None}))
    assert (found.is_ready, found.limb.id) == (True, "b")


def test_a_requirement_that_could_not_be_checked_is_told(tmp_path: Path) -> None:
    found = ready(tmp_path, law("ca-jvcfoa"), CORRUPTION)
    assert found.limb.id == "c"
    assert "s. 4(2)(c), with s. 2 not checked" in found.notes[1]


def test_a_law_that_has_lapsed_blocks(tmp_path: Path) -> None:
    text = (FOLDER / "ca-jvcfoa.yaml").read_text("utf-8")
    lapsed = read_law(
        text.replace("\nofficial_text", '\nlapsed: "2026-01-01"\nofficial_text').encode(), "x.yaml"
    )
    found = ready(tmp_path, lapsed, ABUSE)
    assert [one.sentence for one in found.gaps] == ["the law is not in force on 2026-11-23"]
    assert {"in force from 2017-10-18", "lapsed on 2026-01-01"} <= set(found.notes)


def test_a_stale_check_is_told_and_does_not_block(tmp_path: Path) -> None:
    found = ready(tmp_path, law("ca-jvcfoa"), ABUSE, today=date(2027, 3, 1))
    assert found.is_ready
    assert found.notes == ("last checked on 2026-11-23", CURRENCY)

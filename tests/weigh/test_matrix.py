"""Each requirement of each shipped law, met and unmet."""

from pathlib import Path

import pytest

from answerable.model.audience import Audience, Kind
from answerable.weigh.findings import State
from answerable.weigh.laws import shipped_laws
from answerable.weigh.matrix import Row
from tests.weigh.cases import ABUSE, CHINA, FIRM, LAM, RELATIVE
from tests.weigh.tables import CARRIED, RECORD, UNMET
from tests.weigh.weighing import (
    BOTH,
    Edits,
    Entities,
    cite,
    denied_by,
    finding,
    law,
    limb,
    said,
    weighed,
    weighed_together,
    with_edits,
)

MAGNITSKY, PRC = "ca-jvcfoa", "ca-sema-prc"


@pytest.mark.parametrize(("law_id", "limb_id", "subject", "entities"), CARRIED)
def test_a_record_that_says_everything_from_two_origins_carries_the_limb(
    law_id: str, limb_id: str, subject: str, entities: Entities, tmp_path: Path
) -> None:
    row = weighed(tmp_path, [law(law_id)], entities, subject).rows[0]
    result = limb(row, limb_id)
    assert result.carries
    for one in result.lines[0].findings:
        assert (one.state, one.gap) == (State.CARRIED, ""), one.requirement.id
        assert one.origins.known == 2
        assert not one.against


@pytest.fixture(scope="module")
def unmet_rows(tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    """Every record of the table, weighed in one workspace."""
    folder = tmp_path_factory.mktemp("unmet")
    records = []
    for law_id, limb_id, _, edits, _ in UNMET:
        subject, entities = RECORD[law_id, limb_id]
        records.append((subject, with_edits(entities, edits)))
    return weighed_together(folder, [law(one[0]) for one in UNMET], records)


@pytest.mark.parametrize("number", range(len(UNMET)), ids=lambda number: "-".join(UNMET[number][:3]))
def test_a_requirement_unmet_says_what_is_missing_and_blocks_its_limb(
    number: int, unmet_rows: list[Row]
) -> None:
    _, limb_id, requirement, _, gap = UNMET[number]
    result = limb(unmet_rows[number], limb_id)
    found = finding(result, requirement)
    assert gap in found.gap
    assert found.blocks
    assert not result.carries
    assert found.state is (State.CONTRADICTED if found.excluded else State.NOTHING)


def test_every_requirement_of_the_shipped_laws_is_met_once_and_unmet_once() -> None:
    required = {(one.id, need.id) for one in shipped_laws() for need in one.requirements}
    limbs = {(one.id, limb.id) for one in shipped_laws() for limb in one.limbs}
    assert {(law_id, need) for law_id, _, need, _, _ in UNMET} == required
    assert set(RECORD) == limbs


@pytest.mark.parametrize(
    ("cites", "state", "known", "unknown", "gap"),
    [
        (cite("gazette", "wire"), State.CARRIED, 2, 0, ""),
        (cite("gazette"), State.THIN, 1, 0, "one first-hand source only"),
        (cite("wire", "reprint"), State.THIN, 1, 0, "one first-hand source only"),
        (cite("wire", "leaflet"), State.THIN, 1, 1, "one first-hand source only"),
        (cite("leaflet"), State.THIN, 0, 1, "nobody knows where its sources have it from"),
        (BOTH + denied_by("leaflet"), State.CONTRADICTED, 2, 0, "a source contradicts it"),
        (denied_by("leaflet"), State.CONTRADICTED, 0, 0, "a source contradicts it"),
    ],
)
def test_origins_are_counted_and_denials_stand_against(
    cites: list[dict[str, str]], state: State, known: int, unknown: int, gap: str, tmp_path: Path
) -> None:
    entities = with_edits(ABUSE, {"beating": {"country": said("xt", cites)}})
    found = finding(limb(weighed(tmp_path, [law(MAGNITSKY)], entities).rows[0], "a"), "victim-abroad")
    assert (found.state, found.origins.known, found.origins.unknown) == (state, known, unknown)
    assert found.gap == gap
    assert bool(found.against) == (state is State.CONTRADICTED)


def test_a_finding_is_as_thin_as_its_weakest_part(tmp_path: Path) -> None:
    """Two papers say that it was ordered, but only one says by whom."""
    entities = with_edits(ABUSE, {"lam-beating": {"perpetrator": said("lam", cite("wire"))}})
    found = finding(limb(weighed(tmp_path, [law(MAGNITSKY)], entities).rows[0], "a"), "responsible")
    assert (found.state, found.origins.known) == (State.THIN, 1)


def test_a_denial_that_it_was_them_stands_against_their_part_in_it(tmp_path: Path) -> None:
    perpetrator = said("lam", BOTH, denied_by("leaflet"))
    entities = with_edits(ABUSE, {"lam-beating": {"perpetrator": perpetrator}})
    result = limb(weighed(tmp_path, [law(MAGNITSKY)], entities).rows[0], "a")
    found = finding(result, "responsible")
    assert found.state is State.CONTRADICTED
    assert [one.statement.prop for one in found.against] == ["perpetrator"]
    assert result.carries, "what is met and denied does not block; both sides are shown"


def test_acts_are_not_mixed(tmp_path: Path) -> None:
    """One act is in Canada, of the other nobody says what its victim sought: no act meets both."""
    both: Edits = {
        "beating": {"country": "ca"},
        "arrest": ABUSE["beating"] | {"victimPursuit": None},
        "lam-arrest": ABUSE["lam-beating"] | {"act": "arrest"},
    }
    result = limb(weighed(tmp_path, [law(MAGNITSKY)], with_edits(ABUSE, both)).rows[0], "a")
    assert not result.carries
    assert len({line.act for line in result.lines}) == 2
    blocking = [[one.requirement.id for one in line.findings if one.blocks] for line in result.lines]
    assert sorted(blocking) == [["victim-abroad"], ["victim-pursuit"]]


def test_the_act_that_lacks_least_comes_first(tmp_path: Path) -> None:
    entities = with_edits(
        ABUSE,
        {
            "arrest": {"schema": "Act", "violation": "arbitrary-detention"},
            "lam-arrest": ABUSE["lam-beating"] | {"act": "arrest"},
        },
    )
    entities = {"arrest": entities.pop("arrest"), "lam-arrest": entities.pop("lam-arrest"), **entities}
    result = limb(weighed(tmp_path, [law(MAGNITSKY)], entities).rows[0], "a")
    assert [line.carries for line in result.lines] == [True, False]


def test_the_acts_of_another_do_not_count(tmp_path: Path) -> None:
    entities = with_edits(ABUSE, {"kwok": LAM | {"name": "KWOK Tin"}, "lam-beating": {"perpetrator": "kwok"}})
    result = limb(weighed(tmp_path, [law(MAGNITSKY)], entities).rows[0], "a")
    assert [line.act for line in result.lines] == [""]
    assert all(one.blocks for one in result.lines[0].findings if one.requirement.is_of_an_act)


def test_a_body_is_beyond_the_magnitsky_law_and_within_the_china_regulations(tmp_path: Path) -> None:
    magnitsky, prc = weighed(tmp_path, [law(MAGNITSKY), law(PRC)], FIRM, "firm").rows
    assert {one.beyond for one in magnitsky.limbs} == {
        "this law reaches individuals alone; a body cannot be listed under it"
    }
    assert [one.limb.id for one in prc.limbs if not one.beyond] == ["a", "c", "d"]
    assert limb(prc, "d").carries


def test_the_same_facts_carry_one_law_and_not_the_other(tmp_path: Path) -> None:
    """Nobody says what the victims sought: the regulations do not ask, the Magnitsky Law does."""
    entities = with_edits(CHINA, {"beating": {"victimGroup": "villagers of Tansuo"}})
    magnitsky, prc = weighed(tmp_path, [law(MAGNITSKY), law(PRC)], entities).rows
    blocking = [one.requirement.id for one in limb(magnitsky, "a").lines[0].findings if one.blocks]
    assert blocking == ["victim-pursuit"]
    assert limb(prc, "a").carries


@pytest.mark.parametrize(
    ("country", "carries"), [("cn", True), ("cn-xz", True), ("hk", True), ("tw", False), ("xt", False)]
)
def test_a_country_stands_for_its_regions(country: str, carries: bool, tmp_path: Path) -> None:
    entities = with_edits(CHINA, {"lam": {"citizenship": country}})
    found = finding(limb(weighed(tmp_path, [law(PRC)], entities).rows[0], "a"), "in-or-of-china")
    assert found.blocks is not carries


def test_a_post_takes_its_country_from_its_body(tmp_path: Path) -> None:
    edits: Edits = {
        "office": {"schema": "PublicBody", "name": "Office of Prisons", "country": "xt"},
        "commissioner": {"country": None, "organization": "office"},
    }
    row = weighed(tmp_path, [law(MAGNITSKY)], with_edits(ABUSE, edits)).rows[0]
    assert finding(limb(row, "b"), "agent").state is State.CARRIED


def test_branch_and_seniority_of_two_posts_are_not_mixed(tmp_path: Path) -> None:
    edits: Edits = {
        "governor": {"seniority": "other"},
        "chair": CHINA["governor"] | {"name": "Chair of the Tansuo Chess Club", "branch": "other"},
        "lam-chair": {"schema": "Occupancy", "holder": "lam", "post": "chair"},
    }
    found = finding(
        limb(weighed(tmp_path, [law(PRC)], with_edits(CHINA, edits)).rows[0], "b"), "senior-official"
    )
    assert found.state is State.NOTHING
    assert {one.statement.value for one in found.unsettled if one.statement.prop == "branch"} == {"other"}


def test_a_tie_is_as_thin_as_what_is_known_of_the_other(tmp_path: Path) -> None:
    entities = with_edits(
        RELATIVE, {"governor": {"branch": said("government", cite("wire"))}, "lam-beating": None}
    )
    found = finding(limb(weighed(tmp_path, [law(PRC)], entities, "kin").rows[0], "c"), "associate-or-family")
    assert (found.state, found.origins.known) == (State.THIN, 1)


def test_the_matrix_counts_only_what_its_audience_may_see(tmp_path: Path) -> None:
    entities = with_edits(ABUSE, {"ode": {"sharing": "public"}, "lam": {"sharing": "public"}})
    ours = weighed(tmp_path / "ours", [law(MAGNITSKY)], entities)
    theirs = weighed(tmp_path / "theirs", [law(MAGNITSKY)], entities, audience=Audience(Kind.RECIPIENT, "ca"))
    assert limb(ours.rows[0], "a").carries
    assert [one.requirement.id for one in limb(theirs.rows[0], "a").lines[0].findings if not one.blocks] == [
        "foreign-national"
    ]


def test_grades_are_those_of_what_is_cited_in_favour(tmp_path: Path) -> None:
    cites = [{**cite("gazette")[0], "grade": "A2"}, {**cite("wire")[0], "grade": "C3"}, *denied_by("leaflet")]
    entities = with_edits(ABUSE, {"beating": {"country": said("xt", cites)}})
    found = finding(limb(weighed(tmp_path, [law(MAGNITSKY)], entities).rows[0], "a"), "victim-abroad")
    assert found.grades == ("A2", "C3")

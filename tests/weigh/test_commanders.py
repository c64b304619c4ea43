"""Who commanded this prison on 3 May 2017: invented posts with real gaps in their dates."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from answerable.model.audience import PUBLIC
from answerable.model.errors import DateImpossible
from answerable.weigh.commanders import Commander, commanders
from answerable.workspace import Workspace
from tests.weigh.cases import ABUSE, COMMAND
from tests.weigh.weighing import Entities, recorded_entities


def _post(name: str, body: str, senior: bool) -> dict[str, str]:
    seniority = "senior" if senior else "other"
    return {"schema": "Position", "name": name, "organization": body, "seniority": seniority}


def _held(holder: str, post: str, **dates: str) -> dict[str, str]:
    return {"schema": "Occupancy", "holder": holder, "post": post, **dates}


PRISON: Entities = {
    "office": COMMAND["office"],
    "prison": COMMAND["prison"],
    "prison-office": COMMAND["prison-office"],
    "old-office": {"schema": "PublicBody", "name": "Office of Gaols"},
    "prison-old-office": {
        "schema": "Subordination", "below": "prison", "above": "old-office",
        "startDate": "1990", "endDate": "2014",
    },
    "gaol-yard": {"schema": "PublicBody", "name": "Yard", "parent": "old-office"},
    "yard-old-office": {
        "schema": "Subordination", "below": "gaol-yard", "above": "old-office",
        "startDate": "1990", "endDate": "2014",
    },
    "gaoler": _post("Head of gaols", "old-office", senior=True),
    "gate-gaoler": _held("gate", "gaoler", startDate="2009", endDate="2018"),
    "block": {"schema": "PublicBody", "name": "Block C", "parent": "prison"},
    "commissioner": ABUSE["commissioner"] | {"organization": "office"},
    "warden": _post("Warden", "prison", senior=True),
    "clerk": _post("Clerk of the gate", "prison", senior=False),
    "lam": ABUSE["lam"] | {"sharing": "public"},
    **{key: {"schema": "Person", "name": name} for key, name in (
        ("first", "HO Wing"), ("second", "KWOK Tin"), ("third", "Ode Bray"), ("gate", "Sela Moor"),
    )},
    "lam-office": _held("lam", "commissioner", startDate="2016", endDate="2018-02"),
    "first-warden": _held("first", "warden", startDate="2012", endDate="2017-05-02"),
    "second-warden": _held("second", "warden", startDate="2017-05-03", endDate="2019"),
    "third-warden": _held("third", "warden"),
    "gate-clerk": _held("gate", "clerk", date="2017-05-03"),
}  # fmt: skip


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with recorded_entities(tmp_path_factory.mktemp("prison"), PRISON, "lam") as made:
        yield made


def asked(workspace: Workspace, thing: str, day: str) -> list[tuple[str, str, int, str]]:
    with workspace.view() as view:
        found: list[Commander] = commanders(view, view.find(thing), day)
        return [(view.caption(one.person), view.caption(one.post), one.above, str(one.held)) for one in found]


WARDENS = [("KWOK Tin", "Warden", 0, "held"), ("Ode Bray", "Warden", 0, "may have been held")]
ABOVE = ("LAM Ka-ho", "Commissioner of Prisons of Tamsor", 1, "held")

# what is asked about, on which day, and who is named in which order
ASKED = [
    ("Prison no. 3", "2017-05-03", [*WARDENS, ("Sela Moor", "Clerk of the gate", 0, "held"), ABOVE]),
    (
        "Prison no. 3",
        "2017-05-02",
        [
            ("HO Wing", "Warden", 0, "held"),
            ("Ode Bray", "Warden", 0, "may have been held"),
            ("Sela Moor", "Clerk of the gate", 0, "may have been held"),
            ABOVE,
        ],
    ),
    ("Warden", "2017-05-03", [*WARDENS, ABOVE]),
    ("Office of Prisons of Tamsor", "2017-05-03", [("LAM Ka-ho", ABOVE[1], 0, "held")]),
    ("Office of Prisons of Tamsor", "2015", []),
    (
        "Prison no. 3",
        "2013",
        [
            ("HO Wing", "Warden", 0, "held"),
            ("Ode Bray", "Warden", 0, "may have been held"),
            ("Sela Moor", "Clerk of the gate", 0, "may have been held"),
            ("Sela Moor", "Head of gaols", 1, "held"),
        ],
    ),
    ("LAM Ka-ho", "2017-05-03", []),
]


@pytest.mark.parametrize(("thing", "day", "named"), ASKED)
def test_who_held_a_post_in_it_or_above_it_that_day(
    workspace: Workspace, thing: str, day: str, named: list[tuple[str, str, int, str]]
) -> None:
    assert asked(workspace, thing, day) == named


def test_a_unit_has_those_above_it(workspace: Workspace) -> None:
    found = asked(workspace, "Block C", "2017-05-03")
    assert [(who, above) for who, _, above, _ in found] == [
        ("KWOK Tin", 1), ("Ode Bray", 1), ("Sela Moor", 1), ("LAM Ka-ho", 2),
    ]  # fmt: skip


# what is asked about, on which day, and whether the body above is proven to have stood there then
STOOD = [
    ("Prison no. 3", "2017-05-03", {"Office of Prisons of Tamsor": "held"}),
    ("Prison no. 3", "2014-06", {"Office of Gaols": "may have been held"}),
    ("Yard", "2013", {"Office of Gaols": "held"}),
    ("Yard", "2017-05-03", {}),
    ("Block C", "2017-05-03", {
        "Prison no. 3": "may have been held", "Office of Prisons of Tamsor": "may have been held",
    }),
]  # fmt: skip


@pytest.mark.parametrize(("thing", "day", "stood"), STOOD)
def test_a_body_stood_above_as_far_as_dates_prove_it(
    workspace: Workspace, thing: str, day: str, stood: dict[str, str]
) -> None:
    with workspace.view() as view:
        found = [one for one in commanders(view, view.find(thing), day) if one.above]
        assert {view.caption(one.body): str(one.stood) for one in found} == stood


def test_it_tells_every_statement_it_rests_on(workspace: Workspace) -> None:
    with workspace.view() as view:
        found = commanders(view, view.find("Block C"), "2017-05-03")
        rests_on = {(one.prop, one.value) for one in found[-1].said if not one.is_ref}
        links = sorted(one.prop for one in found[-1].said if one.is_ref)
    term, tie = {("startDate", "2016"), ("endDate", "2018-02")}, {("startDate", "2015"), ("endDate", "2021")}
    assert rests_on == term | tie
    assert links == ["above", "below", "holder", "organization", "parent", "post"]


def test_a_tie_that_an_audience_may_not_see_leads_nowhere(tmp_path: Path) -> None:
    shared = {key: {**fields, "sharing": "public"} for key, fields in PRISON.items()}
    hidden = shared | {"prison-office": PRISON["prison-office"]}
    for record, above in ((shared, {"LAM Ka-ho"}), (hidden, set())):
        folder = tmp_path / str(len(above))
        with recorded_entities(folder, record, "lam") as made, made.view(PUBLIC) as view:
            found = commanders(view, view.find("Prison no. 3"), "2017-05-03")
            assert {view.caption(one.person) for one in found if one.above} == above


def test_an_audience_is_told_no_more_than_it_may_see(workspace: Workspace) -> None:
    with workspace.view() as view:
        prison = view.find("Prison no. 3")
    with workspace.view(PUBLIC) as view:
        assert commanders(view, prison, "2017-05-03") == []


def test_a_day_that_is_none_is_refused(workspace: Workspace) -> None:
    with pytest.raises(DateImpossible):
        asked(workspace, "Prison no. 3", "in May")

"""FollowTheMoney out and in: nothing altered, nothing lost in silence, nothing shown that is sealed."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.model.audience import PUBLIC, TEAM, Audience, parse_audience
from answerable.model.errors import FtmWrong, InputError, TextUnreadable, ValueRefused
from answerable.model.schemata import schema, schemata
from answerable.model.values import check_value
from answerable.read.reader import Reader
from answerable.record.ftm_export import Loss, Profile, export
from answerable.record.ftm_import import FtmImported, FtmImporter, Terms
from answerable.record.ftm_model import model_files
from answerable.record.ftm_stock import COUNTRIES, LACKING, NOT_THERE, type_there, why_not_kept
from answerable.workspace import Workspace
from tests.support import new_workspace, recorded

STATEMENT = """On 3 May 2031 Commissioner LAM Ka-ho (林嘉豪) ordered the arrest of teacher Suet-wan and of
others from Harbour Street, Port Selwyn. LAM was born in 1975 and is a citizen of Tamsor. A trip to Geneva
followed. The ministry denies that LAM ever held a rank in the army. The witness gave her name as NG Mei."""

CASE = """
casefile: harbour
organisation: Selwyn Rights Desk
sharing: public
grade: B2
sources:
  page: {file: statement.txt, names: [witness]}
entities:
  lam:
    schema: Person
    cite: {source: page, quote: Commissioner LAM Ka-ho (林嘉豪)}
    name: [LAM Ka-ho, 林嘉豪]
    birthDate: {value: "1975", cite: {source: page, quote: LAM was born in 1975}}
    citizenship: {value: xt, cite: {source: page, quote: a citizen of Tamsor}}
    country: {value: gb, sharing: team}
    title: {value: General, cite: {source: page, quote: The ministry denies, stance: contradicts}}
    permanentResident: ch
  inside:
    schema: Person
    sharing: team
    cite: {source: page, quote: others from Harbour Street}
    name: AU Insider
  witness:
    schema: Person
    protected: "yes"
    cite: {source: page, quote: The witness gave her name as NG Mei}
    name: NG Mei
    nationality: xt
  day:
    schema: Event
    cite: {source: page, quote: On 3 May 2031}
    name: Clearing of Harbour Street
    date: "2031-05-03"
  arrest:
    schema: Act
    cite: {source: page, quote: ordered the arrest of teacher Suet-wan and of others}
    event: day
    violation: arbitrary-detention
    right: liberty
    victim: witness
    victimGroup: others from Harbour Street
    location: Port Selwyn
    date: "2031-05-03"
  order:
    schema: Involvement
    cite: {source: page, quote: LAM Ka-ho (林嘉豪) ordered the arrest}
    perpetrator: [lam, inside]
    act: arrest
    degree: ordered
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with recorded(tmp_path, CASE, {"statement.txt": STATEMENT}) as made:
        yield made


def exported(
    workspace: Workspace, profile: Profile, audience: Audience = PUBLIC
) -> tuple[list[dict[str, Any]], list[Loss]]:
    losses: list[Loss] = []
    with workspace.view(audience) as view:
        lines = list(export(view, profile, losses.append))
    assert all(line.endswith(b"\n") and line.count(b"\n") == 1 for line in lines)
    return [json.loads(line) for line in lines], losses


def imported(workspace: Workspace, data: bytes | str, terms: Terms | None = None) -> FtmImported:
    raw = data if isinstance(data, bytes) else data.encode()
    with Reader() as reader:
        importer = FtmImporter(workspace.store, workspace.vault, workspace.people, reader)
        return importer.record(raw, "people.ftm.json", terms or Terms("Selwyn Rights Desk", "public", "B2"))


def of(entities: list[dict[str, Any]], kind: str) -> list[dict[str, list[str]]]:
    return [one["properties"] for one in entities if one["schema"] == kind]


def said(entities: list[dict[str, Any]]) -> set[tuple[str, str, str]]:
    """Everything said, with what is pointed at by its kind and first name instead of its id."""
    names = {one["id"]: f"{one['schema']} {min(one['properties'].get('name', ['']))}" for one in entities}
    return {
        (one["schema"], prop, names.get(value, value))
        for one in entities
        for prop, values in one["properties"].items()
        for value in values
    }


# --- out ------------------------------------------------------------------------------------------


def test_our_own_profile_says_what_the_record_says(workspace: Workspace) -> None:
    entities, losses = exported(workspace, Profile.ANSWERABLE)
    with workspace.view(PUBLIC) as view:
        lam = view.find("LAM Ka-ho")
    [person] = [one for one in entities if one["id"] == lam]
    assert person["properties"] == {
        "birthDate": ["1975"],
        "citizenship": ["xt"],
        "name": ["LAM Ka-ho", "林嘉豪"],
        "permanentResident": ["ch"],
    }
    [act] = of(entities, "Act")
    assert act["violation"] == ["arbitrary-detention"]
    assert sorted(one.prop for one in losses) == ["", "perpetrator", "title"]
    assert "citations, grades, sharing" in losses[-1].why


def test_the_stock_profile_turns_acts_into_events_and_names_every_loss(workspace: Workspace) -> None:
    entities, losses = exported(workspace, Profile.STOCK)
    assert {one["schema"] for one in entities} == {"Person", "Event", "UnknownLink"}
    assert {"name": ["arbitrary-detention"], "location": ["Port Selwyn"], "date": ["2031-05-03"]} in of(
        entities, "Event"
    )
    assert sorted(link["role"][0] for link in of(entities, "UnknownLink")) == [
        "alleged: ordered",
        "part of",
        "victim",
    ]
    lost = {(one.prop, one.value) for one in losses}
    assert {
        ("citizenship", "xt"),
        ("permanentResident", "ch"),
        ("right", "liberty"),
        ("victimGroup", "others from Harbour Street"),
        ("title", "General"),
        ("perpetrator", ""),
        ("degree", ""),
    } <= lost
    _, ours = exported(workspace, Profile.ANSWERABLE)
    assert len(losses) > len(ours)


def test_what_is_sealed_stays_here(workspace: Workspace) -> None:
    with workspace.view(TEAM) as view:
        ids = {view.caption(canonical): canonical for canonical in view.everything()}
    inside = {name: ids[name] for name in ("NG Mei", "AU Insider")}
    for profile in Profile:
        lines = {}
        for audience in (PUBLIC, parse_audience("recipient:ca")):
            entities, losses = exported(workspace, profile, audience)
            told = json.dumps(entities, ensure_ascii=False) + repr(losses)
            assert "NG Mei" not in told
            assert "AU Insider" not in told
            assert not [one for one in inside.values() if one in told]
            [hidden] = [one for one in entities if "protected" in one["id"]]
            assert hidden["properties"]["name"][0].startswith("Protected person ")
            lines[audience] = hidden["id"]
        assert len(set(lines.values())) == 2  # or two exports could be joined by it
    entities, _ = exported(workspace, Profile.ANSWERABLE, TEAM)
    assert ["NG Mei"] in [one["name"] for one in of(entities, "Person")]


def test_a_reference_never_leads_out_of_the_file(workspace: Workspace) -> None:
    for profile in Profile:
        entities, _ = exported(workspace, profile)
        ids = {one["id"] for one in entities}
        pointing = ("subject", "object", "perpetrator", "act", "victim", "event")
        for one in entities:
            for prop in pointing:
                assert set(one["properties"].get(prop, [])) <= ids


def test_an_export_is_the_same_each_time(workspace: Workspace) -> None:
    assert exported(workspace, Profile.STOCK) == exported(workspace, Profile.STOCK)


# --- there and back -------------------------------------------------------------------------------


def test_there_and_back(workspace: Workspace, tmp_path: Path) -> None:
    entities, _ = exported(workspace, Profile.ANSWERABLE)
    data = "\n".join(json.dumps(one, ensure_ascii=False) for one in entities)
    with new_workspace(tmp_path / "second", seed=2) as second:
        came = imported(second, data)
        assert came.recorded.new_statements == sum(
            len(values) for one in entities for values in one["properties"].values()
        )
        again, _ = exported(second, Profile.ANSWERABLE)
        assert said(again) == said(entities)
        assert imported(second, data).recorded.new_statements == 0


def test_every_value_cites_its_line(tmp_path: Path) -> None:
    first = {"id": "b", "schema": "Organization", "properties": {"name": ["Harbour Police"]}}
    second = {
        "id": "a",
        "schema": "Person",
        "properties": {"name": ["LAM Ka-ho"], "birthDate": ["1975-02"]},
        "datasets": ["tamsor"],
        "last_seen": "2031-05-03",
    }
    lines = [json.dumps(first), "", json.dumps(second)]
    with new_workspace(tmp_path) as workspace:
        came = imported(workspace, "\r\n".join(lines) + "\r\n", Terms("Tamsor Coalition", "public", "C3"))
        assert came.left_out == ("datasets", "last_seen")
        with workspace.view(PUBLIC) as view:
            [born] = view.statements(view.find("LAM Ka-ho"), ["birthDate"])
            assert (born.value, born.organisation, str(born.grade)) == ("1975-02", "Tamsor Coalition", "C3")
            [cited] = view.citations(born.id)
            passage = view.passage(cited.passage)
            assert (passage.selector, passage.exact) == ("line=3", lines[2])
            text = view.kept(passage.text_sha256).decode()
            assert text[passage.start : passage.end] == lines[2]


def test_a_later_file_of_the_same_organisation_adds_to_the_same_people(tmp_path: Path) -> None:
    with new_workspace(tmp_path) as workspace:
        imported(workspace, '{"id": "a", "schema": "Person", "properties": {"name": ["LAM Ka-ho"]}}')
        imported(workspace, '{"id": "a", "schema": "Person", "properties": {"alias": ["Lam Sir"]}}')
        other = Terms("Tamsor Coalition", "public", "B2")
        imported(workspace, '{"id": "a", "schema": "Person", "properties": {"name": ["AU Tin"]}}', other)
        assert sorted(len(one) for one in of(exported(workspace, Profile.STOCK)[0], "Person")) == [1, 2]


GOOD = '{"id": "a", "schema": "Person", "properties": {"name": ["LAM Ka-ho"]}}'
WRONG = [
    ('{"id": "v", "schema": "Vessel", "properties": {}}', "There is no kind of thing called “Vessel”"),
    ('{"id": "p", "schema": "Person", "properties": {"height": ["2"]}}', "has no property “height”"),
    ('{"id": "p", "schema": "Person", "properties": {"birthDate": ["1975-19-25"]}}', "is not a date"),
    ('{"id": "p", "schema": "Person", "properties": {"country": ["Tamsor"]}}', "two-letter country code"),
    ('{"id": "p", "schema": "Person", "properties": {"name": [" LAM"]}}', "space around it"),
    ('{"id": "p", "schema": "Occupancy", "properties": {"holder": ["q"]}}', "which is not in the file"),
    (
        '{"id": "p", "schema": "Occupancy", "properties": {"post": ["a"]}}',
        "points at a Person, not a Position",
    ),
    ('{"id": "a", "schema": "Company", "properties": {}}', "“a” is a Person on another line"),
    ('{"id": "p", "schema": "Person", "properties": {"name": "LAM"}}', "lists of words"),
    ('{"id": "p", "schema": "Person", "properties": {"name": [1975]}}', "lists of words"),
    ('{"id": "p", "schema": "Person", "properties": {"name": ["\\ud800"]}}', "lists of words"),
    ('{"id": "p", "schema": "Person", "properties": {"name": ["A"], "name": ["B"]}}', "stands in it twice"),
    ('{"id": "", "schema": "Person", "properties": {}}', "should be words"),
    ('{"schema": "Person", "properties": {}}', "it is not an entity"),
    ("[" * 50_000, "it is nested too deeply"),
    ("name,post", "it is not JSON"),
    ("[]", "it is not an entity"),
]


@pytest.mark.parametrize(("line", "told"), WRONG)
def test_a_file_with_a_wrong_line_is_refused_whole_and_kept(tmp_path: Path, line: str, told: str) -> None:
    with new_workspace(tmp_path) as workspace:
        with pytest.raises(FtmWrong) as raised:
            imported(workspace, f"{GOOD}\n{line}\n")
        assert "Line 2 of people.ftm.json" in str(raised.value)
        assert told in str(raised.value)
        with workspace.view(TEAM) as view:
            assert view.everything() == []


def test_every_wrong_line_is_told_at_once(tmp_path: Path) -> None:
    lines = [WRONG[0][0], GOOD, WRONG[1][0], WRONG[2][0].replace('"p"', '"q"')]
    with new_workspace(tmp_path) as workspace, pytest.raises(FtmWrong) as raised:
        imported(workspace, "\n".join(lines))
    assert [part in str(raised.value) for part in ("Line 1 of", "line 3:", "line 4:")] == [True] * 3


def test_what_is_no_text_or_has_no_grade_is_refused(tmp_path: Path) -> None:
    with new_workspace(tmp_path) as workspace:
        with pytest.raises(TextUnreadable):
            imported(workspace, b"\x89PNG\r\n\x1a\n" * 100)
        with pytest.raises(ValueRefused, match="grade"):
            imported(workspace, GOOD, Terms("Selwyn Rights Desk", "public", "Z9"))


# --- held against the library itself --------------------------------------------------------------


def test_the_library_takes_the_stock_profile_without_dropping_or_altering_anything(
    workspace: Workspace,
) -> None:
    model = pytest.importorskip("followthemoney").model
    entities, _ = exported(workspace, Profile.STOCK)
    assert entities
    for one in entities:
        assert kept_by(model, one) == sorted_properties(one)
        assert model.get(one["schema"]).validate(one) is None


def test_the_library_loads_our_model_and_takes_our_own_profile(workspace: Workspace, tmp_path: Path) -> None:
    library = pytest.importorskip("followthemoney.model")
    folder = tmp_path / "model"
    folder.mkdir()
    for name, content in model_files().items():
        (folder / name).write_text(content, "utf-8")
    model = library.Model(str(folder))
    assert set(model.schemata) == set(schemata())
    for name, ours in schemata().items():
        assert set(model.get(name).properties) >= set(ours.properties)
    entities, _ = exported(workspace, Profile.ANSWERABLE)
    for one in entities:
        dropped = {"citizenship", "nationality"}  # Tamsor is a country that the library does not know
        properties = {prop: values for prop, values in one["properties"].items() if prop not in dropped}
        assert kept_by(model, {**one, "properties": properties}) == sorted_properties(
            {"properties": properties}
        )


SAMPLE = {"date": "2031-05-03", "country": "xt", "url": "https://example.org/n/1", "name": "LAM Ka-ho"}
WRITTEN_AS = {
    "Act": {"violation": "name"},
    "Involvement": {"perpetrator": "subject", "act": "object"},
    "Trip": {"participant": "involved"},
}


def everything_there_is() -> list[dict[str, Any]]:
    """One entity of every kind, with every property it can have."""
    kinds = [name for name in schemata() if name not in ("Thing", "Interval")]
    return [
        {
            "id": name,
            "schema": name,
            "properties": {
                prop.name: [
                    (prop.range if prop.range != "Thing" else "Person")
                    if prop.type == "entity"
                    else prop.choices[0]
                    if prop.choices
                    else SAMPLE.get(prop.type, f"some {prop.name}")
                ]
                for prop in schemata()[name].properties.values()
            },
        }
        for name in kinds
    ]


def test_everything_there_is_to_say_goes_there_and_back_and_no_loss_is_silent(tmp_path: Path) -> None:
    model = pytest.importorskip("followthemoney").model
    with new_workspace(tmp_path) as workspace:
        imported(workspace, "\n".join(json.dumps(one) for one in everything_there_is()))
        ours, _ = exported(workspace, Profile.ANSWERABLE)
        stock, losses = exported(workspace, Profile.STOCK)
    assert said(ours) == said(everything_there_is())
    for one in stock:
        assert kept_by(model, one) == sorted_properties(one)
    kept = {(one["id"], prop) for one in stock for prop in one["properties"]}
    lost = {(one.entity, one.prop) for one in losses}
    linked = {("Act", "victim"), ("Act", "event")}
    for one in ours:
        for prop in one["properties"]:
            written = WRITTEN_AS.get(one["schema"], {}).get(prop, prop)
            assert (
                (one["id"], written) in kept or (one["id"], prop) in lost or (one["schema"], prop) in linked
            )


def test_entities_held_to_be_the_same_are_one_line(tmp_path: Path) -> None:
    case = """
casefile: two
organisation: Selwyn Rights Desk
sharing: public
sources: {page: {file: page.txt}}
entities:
  police: {schema: Organization, name: Harbour Police, cite: {source: page, quote: Harbour Police}}
  force: {schema: PublicBody, name: 港警, cite: {source: page, quote: 港警}}
  lam: {schema: Person, name: LAM Ka-ho, cite: {source: page, quote: LAM Ka-ho}}
  tie: {schema: Membership, member: lam, organization: force, cite: {source: page, quote: LAM Ka-ho}}
identity: [{same: [police, force], because: The gazette gives both names.}]
"""
    with recorded(tmp_path, case, {"page.txt": "LAM Ka-ho joined the Harbour Police (港警)."}) as workspace:
        entities, _ = exported(workspace, Profile.STOCK)
    [body] = of(entities, "PublicBody")
    assert sorted(body["name"]) == ["Harbour Police", "港警"]
    [tie] = of(entities, "Membership")
    assert tie["organization"] == [one["id"] for one in entities if one["schema"] == "PublicBody"]
    assert not of(entities, "Organization")


def sorted_properties(entity: dict[str, Any]) -> dict[str, list[str]]:
    return {prop: sorted(values) for prop, values in entity["properties"].items()}


def kept_by(model: Any, entity: dict[str, Any]) -> dict[str, list[str]]:
    """What is left of an entity after the library has cleaned it."""
    from followthemoney.proxy import EntityProxy

    proxy = EntityProxy(model.get(entity["schema"]), dict(entity), cleaned=False)
    return {prop: sorted(values) for prop, values in proxy.to_dict()["properties"].items()}


def test_our_tables_of_what_the_library_lacks_are_its_own() -> None:
    model = pytest.importorskip("followthemoney").model
    stands_for = {"Act": "Event", "Involvement": "UnknownLink"}
    renamed = {"violation", "victim", "event", "perpetrator", "act", "degree", "participant"}
    assert [name for name in NOT_THERE if model.get(name)] == []
    for name, ours in schemata().items():
        if name in NOT_THERE:
            continue
        theirs = model.get(stands_for.get(name, name)).properties
        missing = {prop for prop in ours.properties if prop not in theirs}
        as_entity = {
            prop.name
            for prop in ours.properties.values()
            if prop.name in theirs and (theirs[prop.name].type.name == "entity") != (prop.type == "entity")
        }
        assert missing | as_entity == set(LACKING.get(name, ())) | (renamed & missing)
        for prop in set(ours.properties) - missing - as_entity:
            assert (prop, type_there(name, prop)) == (prop, theirs[prop].type.name)


def test_our_table_of_countries_is_the_librarys_own() -> None:
    country = pytest.importorskip("followthemoney").model.get("Thing").get("country").type
    ours = re.compile(r"[a-z]{2}(-[a-z]{2,3})?")
    kept = {code for code in country.names if ours.fullmatch(code) and country.clean(code) == code}
    assert kept == COUNTRIES


PROPS = [
    "name",
    "birthDate",
    "country",
    "address",
    "email",
    "phone",
    "sourceUrl",
    "title",
    "summary",
    "idNumber",
]
TRICKY = st.one_of(
    st.text(alphabet=st.sampled_from("aZ9 ,.;:/<>@\"'“”‘’-\n\té\u0301\u200b\u00ad林ﬁ\ufeff\x7f"), min_size=1),
    st.text(min_size=1, max_size=20),
    st.from_regex(r"https?://[a-z0-9.-]{1,12}[:/?#%a-zA-Z0-9 .@é&=-]{0,12}", fullmatch=True),
    st.from_regex(r"[a-zA-Z0-9._+-]{1,6}@[a-zA-Z0-9.-]{1,6}", fullmatch=True),
    st.sampled_from(
        ["1975", "1000-12", "1001", "2100", "2101", "9999", "x<br>y", "1 Quay,, Port", "xk", "su"]
    ),
)


@settings(max_examples=1000)
@given(TRICKY, st.sampled_from(PROPS))
def test_no_value_we_pass_on_is_dropped_or_altered_by_the_library(value: str, prop: str) -> None:
    model = pytest.importorskip("followthemoney").model
    try:
        check_value(schema("Person").property(prop), value)
    except InputError:
        return  # the record never holds it
    if not why_not_kept("Person", prop, value):
        theirs = model.get("Person").get(prop).type
        assert theirs.clean(value) == value
        assert len(value) <= theirs.max_length


@pytest.mark.parametrize(
    ("prop", "value"),
    [
        ("name", "LAM Ka-ho"),
        ("name", "林嘉豪"),
        ("name", "Siân O’Neill-Ode"),
        ("birthDate", "1975-02-19"),
        ("country", "cn-xz"),
        ("address", "4 Harbour Street, Port Selwyn"),
        ("email", "desk@selwyn.example.org"),
        ("sourceUrl", "https://wire.example.org/n/1?page=2"),
        ("summary", "First.\nSecond."),
        ("gender", "female"),
    ],
)
def test_ordinary_values_are_passed_on(prop: str, value: str) -> None:
    assert why_not_kept("Person", prop, value) == ""

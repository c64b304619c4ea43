"""The schemata: every one loads, and what they say of each other and of FollowTheMoney is so."""

import pytest

from answerable.model.errors import UnknownProperty, UnknownSchema
from answerable.model.schemata import FOLDER, Schema, is_a, schema, schemata
from answerable.record.ftm_stock import NOT_THERE

TYPES = {"name", "text", "date", "country", "url", "identifier", "choice", "entity"}
EVERY = pytest.mark.parametrize("kind", list(schemata().values()), ids=lambda one: one.name)


def test_every_file_is_a_schema() -> None:
    assert set(schemata()) == {path.stem for path in FOLDER.glob("*.yaml")}
    assert {"Person", "Act", "Involvement", "Event"} <= set(schemata())


@EVERY
def test_every_property_is_whole(kind: Schema) -> None:
    for prop in kind.properties.values():
        assert prop.type in TYPES
        assert prop.label
        assert prop.help
        assert (prop.type == "entity") == bool(prop.range)
        assert (prop.type == "choice") == bool(prop.choices)
        assert len(set(prop.choices)) == len(prop.choices)
        assert not prop.range or prop.range in schemata()
        assert prop.origin in ("FollowTheMoney", "Answerable")


@EVERY
def test_every_schema_takes_over_what_it_extends(kind: Schema) -> None:
    assert kind.label
    assert kind.help
    assert kind.is_ours == (kind.name in ("Act", "Involvement", *NOT_THERE))
    if kind.extends:
        above = schema(kind.extends).properties
        assert set(above) <= set(kind.properties)
        assert all(kind.property(name).identifying for name, prop in above.items() if prop.identifying)
        assert is_a(kind.name, kind.extends)


@pytest.mark.parametrize(
    "kind", [kind for kind in schemata().values() if not kind.is_ours], ids=lambda one: one.name
)
def test_what_is_said_to_be_followthemoneys_is_theirs(kind: Schema) -> None:
    model = pytest.importorskip("followthemoney", reason="its library is for Linux only").model
    for prop in kind.properties.values():
        theirs = model.get(kind.name).get(prop.name)
        if prop.origin == "Answerable":
            assert theirs is None or theirs.type.name != prop.type, prop.name
            continue
        assert theirs is not None, prop.name
        if "entity" in (prop.type, theirs.type.name) or prop.type in ("date", "country", "url"):
            assert theirs.type.name == prop.type, prop.name


@pytest.mark.parametrize(
    "name", ["name", "alias", "birthDate", "passportNumber", "address", "phone", "email"]
)
def test_what_identifies_a_person_is_marked(name: str) -> None:
    assert schema("Person").property(name).identifying


def test_a_public_body_is_an_organization_and_not_the_other_way_round() -> None:
    assert is_a("PublicBody", "Organization")
    assert is_a("Person", "LegalEntity")
    assert not is_a("Organization", "PublicBody")
    assert not is_a("Person", "Event")


def test_what_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownSchema, match="“Person”"):
        schema("Persen")
    with pytest.raises(UnknownProperty, match="“birthDate”"):
        schema("Person").property("birthdate")

"""Exporting the record as FollowTheMoney: lines of JSON, and what was lost on the way, named."""

import json
from collections.abc import Iterator
from enum import StrEnum

from answerable.model.ids import derived_id
from answerable.model.schemata import schema
from answerable.record.ftm_entities import Entities, FtmEntity, Loss, Lost
from answerable.record.ftm_stock import NOT_THERE, why_not_kept
from answerable.record.view import View

__all__ = ["Loss", "Profile", "export"]


class Profile(StrEnum):
    """For whom it is written."""

    STOCK = "stock"
    """For any program that reads FtM: an act is an event, an involvement a link."""
    ANSWERABLE = "answerable"
    """For another workspace, or for FtM with our schemata (`answerable.record.ftm_model`) loaded."""


def _nobody(_: Loss) -> None:
    """Tells nobody."""


def export(view: View, profile: Profile, lost: Lost = _nobody) -> Iterator[bytes]:
    """One line ``{id, schema, properties}`` for each entity this View shows; ids are canonical ids.

    ``lost`` is told of everything the line cannot hold. No value is altered to fit: one that
    FollowTheMoney would alter is left out of the stock profile and told of.
    """
    entities = Entities(view, lost)
    for entity in entities:
        for one in _stock(entity, lost) if profile is Profile.STOCK else [entity]:
            yield _line(one)
    kept_back = "citations, grades, sharing, who recorded it and when have no place in FtM"
    lost(Loss("", "", "", f"{entities.statements} statements: their {kept_back}"))


def _line(entity: FtmEntity) -> bytes:
    fields = {"id": entity.id, "schema": entity.schema, "properties": entity.properties}
    return json.dumps(fields, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def _stock(entity: FtmEntity, lost: Lost) -> list[FtmEntity]:
    kept = FtmEntity(entity.id, entity.schema)
    for prop, values in entity.properties.items():
        for value in values:
            why = why_not_kept(entity.schema, prop, value)
            if value == entity.id:  # two bodies held to be the same, one a part of the other
                why = "FollowTheMoney refuses what points at itself"
            if why:
                lost(Loss(entity.id, prop, value, why))
            else:
                kept.add(prop, value)
    if kept.schema in NOT_THERE:
        return []
    if kept.schema == "Act":
        return _act_as_event(kept, lost)
    if kept.schema == "Involvement":
        return _involvement_as_link(kept, lost)
    if kept.schema == "Trip":
        return [_renamed(kept, "Trip", {"participant": "involved"})]
    return [kept]


def _act_as_event(act: FtmEntity, lost: Lost) -> list[FtmEntity]:
    """An event named by the kind of act, tied to its victims and to the event it is a part of."""
    own = {prop: values for prop, values in act.properties.items() if prop not in ("victim", "event")}
    event = _renamed(FtmEntity(act.id, act.schema, own), "Event", {"violation": "name"})
    if "name" not in event.properties:
        event.add("name", schema("Act").label)
    lost(Loss(act.id, "violation", "", "the act is written as an Event named by its violation"))
    links = []
    for prop, role in (("victim", "victim"), ("event", "part of")):
        for other in act.properties.get(prop, []):
            subject, thing = (act.id, other) if prop == "event" else (other, act.id)
            links.append(_link(derived_id("ftm-link", act.id, prop, other), subject, thing, role))
    return [event, *links]


def _involvement_as_link(involvement: FtmEntity, lost: Lost) -> list[FtmEntity]:
    """A link whose role is the degree. It says “alleged”, since FtM cannot say who says so."""
    if not {"perpetrator", "act"} <= set(involvement.properties):
        for prop, values in involvement.properties.items():
            for value in values:
                lost(Loss(involvement.id, prop, value, "a link needs both its ends"))
        return []
    lost(Loss(involvement.id, "degree", "", "the involvement is written as a link; its degree as the role"))
    renamed = {"perpetrator": "subject", "act": "object", "degree": "role"}
    link = _renamed(involvement, "UnknownLink", renamed)
    roles = link.properties.get("role", ["involved"])
    link.properties["role"] = [f"alleged: {role}" for role in roles]
    return [link]


def _renamed(entity: FtmEntity, kind: str, names: dict[str, str]) -> FtmEntity:
    properties = {names.get(prop, prop): list(values) for prop, values in entity.properties.items()}
    return FtmEntity(entity.id, kind, properties)


def _link(link_id: str, subject: str, thing: str, role: str) -> FtmEntity:
    return FtmEntity(link_id, "UnknownLink", {"subject": [subject], "object": [thing], "role": [role]})

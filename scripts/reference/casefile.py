"""The fields of a casefile and of a column map, each with an example."""

from typing import Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from answerable.record import casefile, column_map

CASEFILE: tuple[tuple[str, type[BaseModel]], ...] = (
    ("A casefile", casefile.Casefile),
    ("A source, under `sources`", casefile.SourceSpec),
    ("An entity, under `entities`", casefile.EntityHead),
    ("Where the pictures in it come from, under `pictures`", casefile.PicturesSpec),
    ("A citation, under `cite`", casefile.CiteSpec),
    ("A value with more to say", casefile.ValueSpec),
    ("A decision on who is who, under `identity`", casefile.IdentitySpec),
    ("The case, under `case`", casefile.CaseSpec),
    ("The other side, under `replies`", casefile.ReplySpec),
)
MAP: tuple[tuple[str, type[BaseModel]], ...] = (
    ("A column map", column_map.ColumnMap),
    ("The post held, under `post`", column_map.PostSpec),
    ("Where a row names its own source, under `source`", column_map.RowSourceSpec),
)
AFTER_ENTITY = (
    "These keys are reserved. Every other key is a property of the entity's [schema](schemata.md): a value, "
    "a value with more to say, or a list of either. A reference is written as the other entity's key."
)


def _row(name: str, field: FieldInfo) -> str:
    needed = "needed" if field.is_required() else ""
    says = str(field.description)
    if get_origin(field.annotation) is Literal:
        says += f" One of {', '.join(f'`{one}`' for one in get_args(field.annotation))}."
    if field.default and isinstance(field.default, str):
        says += f" Otherwise `{field.default}`."
    example = str((field.examples or [""])[0]).replace("|", "\\|")
    shown = example if example.startswith("(see ") else f"`{example}`"
    return f"| `{field.alias or name}` | {needed} | {says} | {shown} |"


def _part(title: str, part: type[BaseModel]) -> list[str]:
    rows = [_row(name, field) for name, field in part.model_fields.items()]
    after = [AFTER_ENTITY, ""] if part is casefile.EntityHead else []
    head = ["| field | | what it says | for example |", "|---|---|---|---|"]
    return [f"### {title}", "", *head, *rows, "", *after]


def page() -> str:
    """The reference page."""
    parts = [
        "# Casefile and column map",
        "",
        "Both are YAML, with strings only: `no` and `1975-02` stay what was typed. Anchors (`&`) and aliases",
        "(`*`) are refused, as is every field that is not listed here. One of something needs no list.",
        "",
        "## Casefile",
        "",
        "How to write one: [Record a casefile](../record-a-casefile.md).",
        "",
    ]
    for title, part in CASEFILE:
        parts += _part(title, part)
    parts += [
        "## Column map",
        "",
        "How to write one: [Record a spreadsheet](../record-a-spreadsheet.md).",
        "",
    ]
    for title, part in MAP:
        parts += _part(title, part)
    return "\n".join(parts)

"""Whom a text names as the one it has something from, in invented sentences of three languages."""

from pathlib import Path

import pytest
import yaml

from answerable.read.origins.attribution import FOLDER, mentions
from answerable.read.origins.model import Kind, name_key


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("He told Reuters that the gates were open.", "Reuters"),
        ("He told the Associated Press that the gates were open.", "AP"),
        ("The gates were open, according to AP.", "AP"),
        ("The gates were open, according to the Ministry of Order.", "Ministry of Order"),
        ("214 people were held, Selwyn Wire reports.", "Selwyn Wire"),
        ("PORT SELWYN, 3 May (Selwyn Wire) – Police cleared the street.", "Selwyn Wire"),
        ("PORT SELWYN (AFP) - Police cleared the street.", "AFP"),
        ("Les portes étaient ouvertes, selon l'Agence France-Presse.", ""),
        ("Les portes étaient ouvertes, selon Agence France-Presse.", "AFP"),
        ("Un médecin cité par Le Phare du Port parle de deux morts.", "Phare du Port"),
        ("据雪云日报报道，大门开着。", "雪云日报"),
        ("據路透社報導，大門開著。", "Reuters"),
        ("他對路透社表示，大門開著。", "Reuters"),
        ("（法新社）警方清場。", "AFP"),
        ("He told reporters that the gates were open.", ""),
        ("according to law, they were held.", ""),
        ("向记者表示，大门开着。", ""),
        ("The apparatus reports no fault.", ""),
        ("", ""),
    ],
)
def test_who_is_named(text: str, named: str) -> None:
    found = [one.name for one in mentions(text) if one.kind is Kind.ATTRIBUTION]
    assert found == ([named] if named else [])


def test_a_mention_says_where_it_stands() -> None:
    text = "Nobody was hurt. " * 30 + "He told Reuters that the gates were open."
    (one,) = mentions(text)
    assert text[one.start : one.end] == "told Reuters"
    assert not one.for_all


def test_a_dateline_stands_for_the_whole_text_and_only_at_its_head() -> None:
    line = "PORT SELWYN (Selwyn Wire) – Police cleared the street. "
    assert [one.for_all for one in mentions(line)] == [True]
    assert mentions("Nobody was hurt there. " * 30 + line) == ()


def test_a_set_of_documents_is_one_by_any_of_its_names() -> None:
    keys = {
        one.key
        for text in ("the Xinjiang Police Files show", "《新疆警察文件》显示")
        for one in mentions(text)
    }
    assert keys == {"xinjiang police files"}
    assert [one.kind for one in mentions("the China Cables")] == [Kind.DOCUMENT]


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.yaml")), ids=lambda file: str(file.stem))
def test_the_data_says_whence_it_is(file: Path) -> None:
    words = file.read_text("utf-8")
    data = yaml.safe_load(words)
    parts = [*data.get("languages", data.get("sets", data)).values()]
    assert all(one["source"] for one in parts)
    assert "unverified" in words or all(one["written"] for one in parts)


def test_no_name_of_an_agency_stands_for_two() -> None:
    data = yaml.safe_load((FOLDER / "attribution.yaml").read_text("utf-8"))["agencies"]["names"]
    names = [name_key(name) for every in data.values() for name in every]
    assert len(names) == len(set(names))

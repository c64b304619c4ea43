"""The bulk list: one row a name, and nothing in it that its reader may not see."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from answerable.answer.bulk_list import BulkList, make_bulk_list
from answerable.answer.bulk_list.rows import Line
from answerable.answer.document import Table
from answerable.answer.shown import texts
from answerable.identify.match import Listings, Match
from answerable.model.audience import PUBLIC, Audience, parse_audience
from answerable.record.view import View
from answerable.workspace import Workspace
from tests.answer.submission.case import CANADA, CASEFILE, NORRMARK, listed, weighed, workspace

COALITION = parse_audience("coalition")


def made(
    view: View, matches: dict[str, list[Match]] | None = None, language: str = "en", frame: str = "ca"
) -> BulkList:
    case = view.case("harbour")
    found = Listings((NORRMARK,), {one: (matches or {}).get(one, []) for one in case.subjects})
    told = {"recipient": "the Minister", "frame": frame, "made_on": "2031-07-01", "language": language}
    return make_bulk_list(view, case, weighed(view, language), found, **told)


@contextmanager
def shown_to(
    opened: Workspace, audience: Audience = CANADA, **wanted: object
) -> Iterator[tuple[View, BulkList]]:
    with opened.view(audience) as view:
        yield view, made(view, **wanted)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with workspace(tmp_path_factory.mktemp("harbour")) as opened:
        yield opened


def lam(harbour: Workspace, audience: Audience = CANADA, **wanted: object) -> Line:
    with shown_to(harbour, audience, **wanted) as (_, found):
        return found.lines[0]


def test_a_row_says_who_in_which_post_since_when(harbour: Workspace) -> None:
    line = lam(harbour)
    assert (line.latin, line.own, line.aliases) == (("LAM Ka-ho",), ("林家豪",), ())
    assert line.born == ("1969",)
    assert line.posts == ("Commissioner; Port Selwyn Police; from 1 March 2030; no end recorded",)


def test_the_reason_is_one_sentence_and_alleged(harbour: Workspace) -> None:
    assert lam(harbour).reason == (
        "Alleged arbitrary detention (3 May 2031, the customs shed in Port Selwyn): is alleged to have"
        " ordered it; torture (3 May 2031): is alleged to have failed to prevent it.",
    )
    assert (
        lam(harbour, language="fr")
        .reason[0]
        .startswith("Allégations\u202f: détention arbitraire (3 mai 2031")
    )


def test_two_parts_in_one_act_are_told_of_it_once(tmp_path: Path) -> None:
    with workspace(tmp_path, CASEFILE.replace("sharing: coalition\n", "sharing: recipients\n")) as opened:
        told = lam(opened).reason[0]
    assert "torture (3 May 2031): is alleged to have failed to prevent it and is alleged to have" in told
    assert told.count("torture") == 1


def test_a_limb_is_met_in_full_or_its_gap_is_told(harbour: Workspace) -> None:
    under = lam(harbour).under
    assert under[0].startswith("Justice for Victims of Corrupt Foreign Officials Act")
    assert "s. 4(2)(a)" in under[0]
    assert "no limb met in full; nearest " in under[1]


def test_the_same_words_in_several_exhibits_are_told_once(harbour: Workspace) -> None:
    [radio] = [one for one in lam(harbour).sources if "gave the order by radio" in one.quote]
    assert radio.where.count("Exhibit ") == 2
    assert "Selwyn Wire, 4 May 2031" in radio.sources
    assert "Coast Mail, 5 May 2031" in radio.sources


def test_a_match_is_possible_and_never_a_yes(harbour: Workspace) -> None:
    with harbour.view(CANADA) as view:
        subject = view.case("harbour").subjects[0]
    line = lam(harbour, matches={subject: listed("LAM Ka-ho")})
    assert line.listed == (
        "Possible match, to be reviewed: LAM Ka Ho, Norrmark list, Ministry of Norrmark, 1 June 2031",
    )
    assert lam(harbour).listed == ("No possible match on the lists searched; that is no clearance.",)


def test_which_lists_were_searched_is_told_in_the_document_and_the_sheet(harbour: Workspace) -> None:
    with shown_to(harbour) as (_, found):
        assert found.lists[1:] == ("Norrmark list, Ministry of Norrmark, 1 June 2031",)
        assert "\n".join(found.lists) in "\n".join(texts(found.document))


def test_contrary_information_is_told_with_its_words(harbour: Workspace) -> None:
    line = lam(harbour)
    assert line.contrary[0] == "Yes:"
    told = " ".join(one.quote for one in line.against)
    assert "Nobody was beaten." in told
    assert "The Commissioner was on leave" in told
    with shown_to(harbour) as (_, found):
        assert found.lines[1].contrary == (
            "None recorded that this reader may see; that does not say that there is none.",
        )


def test_of_what_a_reader_may_not_see_nothing_is_hinted(harbour: Workspace) -> None:
    with shown_to(harbour, PUBLIC, frame="public") as (_, found):
        told = "\n".join(texts(found.document))
    assert found.lines[0].reason == ("No part in an act is recorded that this reader may see.",)
    for withheld in ("torture", "detention", "Selwyn Wire", "Marta", "Cooper Lane", "on leave"):
        assert withheld not in told


def test_a_source_that_names_a_protected_person_stays_unnamed(harbour: Workspace) -> None:
    with shown_to(harbour) as (view, found):
        told = "\n".join(texts(found.document))
        secrets = view.must_not_appear
    places = [one for line in found.lines for one in line.sources if "came in and looked" in one.quote]
    assert [one.sources for one in places] == ["source withheld to protect a person"]
    assert secrets
    assert not [one for one in (*secrets, "Account of") if one in told]


def test_a_protected_person_named_in_the_case_is_left_out_without_a_gap(tmp_path: Path) -> None:
    casefile = CASEFILE.replace("subjects: [lam, police]", "subjects: [witness, lam, police]")
    with workspace(tmp_path, casefile) as opened, shown_to(opened) as (_, found):
        [table] = [one for one in found.document.blocks if isinstance(one, Table) and one.header[1] == "Name"]
    assert [line.latin for line in found.lines] == [("LAM Ka-ho",), ("Port Selwyn Police",)]
    assert ["".join(run.text for run in row[0] if hasattr(run, "text")) for row in table.rows] == ["1", "2"]
    assert found.lead.startswith("2 persons and bodies named")
    assert found.left_out == 1
    assert not [one for one in texts(found.document) if "left out" in one]


def test_nobody_to_show_is_said(tmp_path: Path) -> None:
    casefile = CASEFILE.replace("subjects: [lam, police]", "subjects: [witness]")
    with workspace(tmp_path, casefile) as opened, shown_to(opened) as (_, found):
        assert "No name can be shown to this reader." in "\n".join(texts(found.document))
        assert found.lines == ()


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_the_same_record_gives_the_same_list(harbour: Workspace, language: str) -> None:
    with shown_to(harbour, language=language) as (_, one), shown_to(harbour, language=language) as (_, two):
        assert one.document == two.document

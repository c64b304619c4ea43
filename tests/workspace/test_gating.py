"""What is in the way of filing: a reader who may see nothing of somebody, and lists that nobody asked."""

import re
from pathlib import Path

import pytest

from answerable.answer.bulk_list.making import make_bulk_list
from answerable.answer.recipients import recipient
from answerable.answer.shown import texts
from answerable.identify.match import NOBODY_ASKED
from answerable.model.audience import TEAM, Audience
from answerable.record.consenting import Agreed
from answerable.workspace import Workspace
from answerable.workspace.asking import Weighed, weigh_case
from answerable.workspace.consenting import Meant, give_consent
from tests.answer.submission.case import CANADA, CASEFILE, composed, workspace
from tests.cli.editions import edition, entry
from tests.record.test_replies import TODAY

ALL_THREE = CASEFILE.replace("subjects: [lam, police]", "subjects: [witness, lam, police]")
OURS_ALONE = re.sub("sharing: (public|recipients|coalition)", "sharing: team", CASEFILE)
MAP = """
map: coalition
title: Names put forward
publisher: A coalition
standing: recommended
names: Name
"""
NOT_ASKED = "No official list was searched for this name."


def weighed(opened: Workspace, audience: Audience = CANADA) -> Weighed:
    with opened.view(audience) as view:
        return weigh_case(opened, view, "harbour", [], TODAY)


def import_a_list(opened: Workspace) -> None:
    file = opened.root.parent / "un.xml"
    file.write_text(edition("2031-01-01", entry("1", "LAM KA HO", "1969"), entry("2", "ENO RAUD")), "utf-8")
    opened.import_list(file)


def captions(opened: Workspace, subjects: dict[str, object]) -> list[str]:
    with opened.view(CANADA) as view:
        return [view.caption(one) for one in subjects]


def test_a_list_is_asked_about_those_whose_names_the_reader_may_know(tmp_path: Path) -> None:
    with workspace(tmp_path, ALL_THREE) as opened:
        assert weighed(opened).listings.matches == {}
        import_a_list(opened)
        found = weighed(opened).listings.matches
        assert captions(opened, {**found}) == ["LAM Ka-ho", "Port Selwyn Police"]
        assert [len(matches) for matches in found.values()] == [1, 0]


def test_a_list_of_names_recommended_is_not_asked(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(MAP, "utf-8")
    (tmp_path / "names.csv").write_text("Name\nLAM Ka-ho\n", "utf-8")
    with workspace(tmp_path, ALL_THREE) as opened:
        opened.import_list(tmp_path / "names.csv", list_map=tmp_path / "map.yaml")
        assert weighed(opened).listings == NOBODY_ASKED


def test_nobody_is_said_to_be_on_no_list_where_none_was_asked(tmp_path: Path) -> None:
    with workspace(tmp_path, ALL_THREE) as opened:
        before = sheets(opened)
        import_a_list(opened)
        after = sheets(opened)
    assert [told.count(NOT_ASKED) for told in before] == [3, 2]
    assert [told.count(NOT_ASKED) for told in after] == [1, 0]
    assert "hold no name that agrees" not in before[0]
    assert after[0].count("hold no name that agrees") == 1
    assert "on the lists searched" not in before[1]
    assert after[1].count("No possible match on the lists searched") == 1


def sheets(opened: Workspace) -> tuple[str, str]:
    """The words of the submission, and of the bulk list, which leaves out who is protected."""
    found = weighed(opened)
    with opened.view(CANADA) as view:
        submission = composed(view, found.listings)
        bulk = make_bulk_list(
            view,
            found.case,
            found.matrix,
            found.listings,
            recipient=recipient("ca").name,
            frame="ca",
            made_on=TODAY.isoformat(),
            language="en",
        )
        return "\n".join(texts(submission.document)), "\n".join(texts(bulk.document))


def test_words_against_it_that_a_reader_is_not_told_are_told_to_the_team_alone(tmp_path: Path) -> None:
    theirs = (
        "      - {source: ministry, quote: The Commissioner was on leave on 3 May 2031 and gave no order."
    )
    hers = (
        "      - {source: account, quote: The Commissioner came in and looked at us., stance: contradicts}\n"
    )
    casefile = CASEFILE.replace(theirs, hers + theirs)
    assert casefile != CASEFILE
    with workspace(tmp_path, casefile) as opened:
        assert "against what is said" not in "".join(weighed(opened).gate.unheard)
        give_consent(opened, "Marta Bell", Meant(), Agreed("2031-05-20", "team", "by telephone", ""))
        gate = weighed(opened).gate
        told = "1 passage speaks against what is said, and recipient:ca is not told, for whoever said so"
        assert gate.unheard[-1].startswith(told)
        assert not {*gate.unheard} & {*gate.blocking}
        assert "against what is said" not in "".join(weighed(opened, TEAM).gate.unheard)
        assert "is not told" not in sheets(opened)[0]


@pytest.mark.parametrize(
    ("mark", "told"),
    [("deadbeef", True), ("kesh", True), ("1234", True), ("", False)],
)
def test_a_reference_that_calls_nothing_is_told_before_it_goes_out(
    tmp_path: Path, mark: str, told: bool
) -> None:
    narrative = f"  narrative:\n    facts: He was there{f' [^{mark}]' if mark else ''}.\n"
    casefile = (
        CASEFILE.replace("  laws:", f"{narrative}  laws:")
        if "  narrative:" not in CASEFILE
        else (CASEFILE.replace("  narrative:\n", narrative))
    )
    with workspace(tmp_path, casefile) as opened:
        gate = weighed(opened).gate
    assert [f"“facts” cites [^{mark}]" in one for one in gate.look_at if "facts" in one] == [True] * told


def test_the_limits_of_a_consent_are_told_before_it_goes_out(tmp_path: Path) -> None:
    with workspace(tmp_path, CASEFILE) as opened:
        assert "no cell number" not in "".join(weighed(opened).gate.look_at)
        agreed = Agreed("2031-05-20", "recipients", "by telephone", "no cell number")
        give_consent(opened, "Marta Bell", Meant(), agreed)
        assert "agreed within limits: “no cell number”" in "".join(weighed(opened).gate.look_at)


@pytest.mark.parametrize(
    ("casefile", "audience", "told"),
    [
        (OURS_ALONE, CANADA, "recipient:ca may see nothing of 2 of those named: share what is said of them"),
        (OURS_ALONE, TEAM, ""),
        (CASEFILE, CANADA, ""),
    ],
)
def test_a_reader_who_may_see_nothing_of_somebody_is_in_the_way(
    tmp_path: Path, casefile: str, audience: Audience, told: str
) -> None:
    with workspace(tmp_path, casefile) as opened:
        gate = weighed(opened, audience).gate
    assert "".join(gate.unseen).startswith(told)
    assert bool(gate.unseen) == bool(told)
    assert set(gate.unseen) <= set(gate.blocking)
    assert len(gate.unheard) == (0 if told else 2)

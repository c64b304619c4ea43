"""What came of a submission, on the real lists: OFAC's of 2021 and 2024, and Canada's regulations.

The days are those in the lists themselves. That a submission was sent is supposed, for the count of days.
"""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from answerable.identify.followup.sent import Sent
from answerable.workspace import Workspace
from answerable.workspace.following import note_mistake, note_submission
from answerable.workspace.outcomes import proposed
from tests.real.test_real_case import lay_out
from tests.support import new_workspace

pytestmark = pytest.mark.real

REGULATIONS = ("eng_regulations_SOR-2017-233.xml", "eng_regulations_SOR-2021-49.xml")
OFAC = ("2021-03-10", "2024-05-07")


@pytest.fixture(scope="module")
def lists(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, Path]]:
    """The case of the people whom two statements name, the lists of both countries, and a paper to send."""
    folder = tmp_path_factory.mktemp("outcomes")
    with new_workspace(folder) as workspace:
        workspace.record(lay_out(shared / "documents", folder))
        for name in REGULATIONS:
            workspace.import_list(shared / "law" / name)
        for day in OFAC:
            with gzip.open(shared / "lists" / f"ofac_sdn_{day}.xml.gz") as packed:
                (folder / "sdn.xml").write_bytes(packed.read())
            workspace.import_list(folder / "sdn.xml")
        paper = folder / "petition.txt"
        paper.write_text("What was filed on paper.", "utf-8")
        workspace.import_files([paper])
        yield workspace, paper


@contextmanager
def sent(lists: tuple[Workspace, Path], day: str) -> Iterator[Workspace]:
    """As if the paper had been sent to both governments on that day."""
    workspace, paper = lists
    ids = [note_submission(workspace, "real", Sent(to, "", "", day), str(paper)).id for to in ("ca", "us")]
    yield workspace
    for own in ids:
        note_mistake(workspace, own, "supposed, for the test")


def came_of(workspace: Workspace) -> dict[tuple[str, str, str], str]:
    """By person, list and key: when, and how long after."""
    return {
        (one.person.caption, one.match.edition.list_id, one.match.entry.key): (
            f"{one.change} {one.since.in_words()}, {one.since.days_after(one.submission.sent_on)}"
        )
        for one in proposed(workspace).open
    }


AFTER = "after the submission of 2020-01-10"
UNSHOWN = (
    "listed on or before 2021-03-10, the editions here do not show whether after the submission of"
    " 2020-01-10; at most 425 days after it"
)
PROVEN = {
    ("Chen Quanguo", "ca-sor-2021-49", "Part 1, item 5"): f"listed on 2024-12-09, 1795 days {AFTER}",
    ("Huo Liujun", "ca-sor-2021-49", "Part 1, item 11"): f"listed on 2024-12-09, 1795 days {AFTER}",
    ("Wang Mingshan", "ca-sor-2021-49", "Part 1, item 3"): f"listed on 2021-03-21, 436 days {AFTER}",
    ("Zhu Hailun", "ca-sor-2021-49", "Part 1, item 1"): f"listed on 2021-03-21, 436 days {AFTER}",
}
ON_OFAC = {
    ("Chen Quanguo", "29220"),
    ("Chris Tang", "29242"),
    ("Huo Liujun", "29160"),
    ("Wang Mingshan", "29162"),
    ("Xinjiang Public Security Bureau", "29159"),
    ("Zhu Hailun", "29219"),
}


def test_every_outcome_is_proposed_and_none_invented(lists: tuple[Workspace, Path]) -> None:
    with sent(lists, "2020-01-10") as workspace:
        found = came_of(workspace)
    unproven = {(name, "us-ofac-sdn", key): UNSHOWN for name, key in ON_OFAC}
    assert found == {**PROVEN, **unproven}


def test_who_was_listed_before_it_was_sent_is_no_outcome_of_it(lists: tuple[Workspace, Path]) -> None:
    with sent(lists, "2022-01-01") as workspace:
        found = came_of(workspace)
        before = proposed(workspace).proposed.before
    assert {name for name, _, _ in found} == {"Chen Quanguo", "Huo Liujun"}
    assert set(found.values()) == {"listed on 2024-12-09, 1073 days after the submission of 2022-01-01"}
    assert before == len(ON_OFAC) + 2

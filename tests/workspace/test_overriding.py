"""Filing although something is missing: a named person's decision, told wherever the law is weighed."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from answerable.answer.document import Document
from answerable.answer.shown import texts
from answerable.answer.submission import compose
from answerable.model.audience import PUBLIC, TEAM, Audience
from answerable.model.canonical import sha256_hex
from answerable.model.errors import NothingCalled, ValueRefused
from answerable.store.log import rows
from answerable.workspace import Workspace
from answerable.workspace.asking import Weighed, weigh_case
from answerable.workspace.deciding import override_gate, undo_gate_override
from tests.weigh.cases import ABUSE
from tests.weigh.weighing import recorded_entities, with_edits

TODAY = date(2026, 11, 27)
SHARED = {key: {"sharing": "public"} for key in ABUSE}
RECORD = with_edits(ABUSE, {**SHARED, "beating": {"victimPursuit": None, "sharing": "public"}})
WHY, WHO = "Her articles are before the court in another case.", "Ada Quell"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with recorded_entities(tmp_path, RECORD, "lam") as made:
        yield made


def decided(workspace: Workspace, **other: str) -> str:
    said = {"slug": "harbour", "subject": "LAM Ka-ho", "law": "ca-jvcfoa", "requirement": "victim-pursuit"}
    said |= {"because": WHY, "decided_by": WHO} | other
    slug, subject, law, requirement = (said.pop(key) for key in ("slug", "subject", "law", "requirement"))
    return override_gate(workspace, slug, subject, law, requirement, **said)


def weighed(workspace: Workspace, audience: Audience = TEAM) -> Weighed:
    with workspace.view(audience) as view:
        return weigh_case(workspace, view, "harbour", ["ca-jvcfoa"], TODAY)


def written(workspace: Workspace, audience: Audience) -> str:
    with workspace.view(audience) as view:
        found = weigh_case(workspace, view, "harbour", ["ca-jvcfoa"], TODAY)
        made = compose(view, found.case, found.matrix, recipient="a reader", made_on=TODAY.isoformat())
        document: Document = made.document
        return "\n".join(texts(document))


def test_what_is_missing_no_longer_blocks_and_is_still_told(workspace: Workspace) -> None:
    (before,) = weighed(workspace).readiness
    decided(workspace)
    (after,) = weighed(workspace).readiness
    assert (before.is_ready, after.is_ready) == (False, True)
    assert [gap.sentence for gap in after.gaps] == [gap.sentence for gap in before.gaps]
    (gap,) = after.gaps
    assert gap.override is not None
    assert (gap.override.because, gap.override.decided_by) == (WHY, WHO)


def test_another_requirement_law_or_subject_still_blocks(workspace: Workspace) -> None:
    decided(workspace, requirement="gross")
    decided(workspace, law="uk-ghrsr", requirement="serious")
    assert not weighed(workspace).readiness[0].is_ready


def test_the_log_holds_the_decision_to_its_reason_and_names_nobody(workspace: Workspace) -> None:
    override = decided(workspace)
    with workspace.store.reading() as connection:
        (noted,) = [
            row for row in rows(connection, workspace.store.chain) if row.fields["action"] == "override"
        ]
    about = json.loads(noted.entry)["about"]
    assert (about["override"], about["reason_sha256"]) == (override, sha256_hex(WHY.encode()))
    assert [words for words in (WHY, WHO) if words in noted.entry] == []


def test_it_is_taken_back_with_a_reason_and_once(workspace: Workspace) -> None:
    override = decided(workspace)
    assert decided(workspace) == override
    undo_gate_override(workspace, override, "The articles were withdrawn.")
    assert not weighed(workspace).readiness[0].is_ready
    with pytest.raises(NothingCalled):
        undo_gate_override(workspace, override, "Again.")


@pytest.mark.parametrize("audience", [TEAM, PUBLIC], ids=str)
def test_the_submission_tells_the_reason_and_no_outsider_the_name(
    workspace: Workspace, audience: Audience
) -> None:
    assert WHY not in written(workspace, audience)
    decided(workspace)
    words = written(workspace, audience)
    assert "Filed although s. 4(2)(a)(i)–(ii) is not met, for this reason:" in words
    assert WHY in words
    assert WHO not in words
    (ready,) = weighed(workspace, audience).readiness
    assert ready.gaps[0].override is not None
    assert bool(ready.gaps[0].override.decided_by) == (audience == TEAM)


@pytest.mark.parametrize(
    ("other", "error"),
    [
        ({"because": " "}, ValueRefused),
        ({"decided_by": " "}, ValueRefused),
        ({"requirement": "weather"}, NothingCalled),
        ({"law": "xt-act"}, NothingCalled),
        ({"slug": "pier"}, NothingCalled),
        ({"subject": "Mira Ode"}, NothingCalled),
    ],
)
def test_what_cannot_be_decided_is_refused(
    workspace: Workspace, other: dict[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        decided(workspace, **other)

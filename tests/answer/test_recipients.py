"""Who is written to: the table is whole, and nobody is written to under a law they do not apply."""

from datetime import date
from pathlib import Path

import pytest

from answerable.answer.recipients import Recipient, recipient, recipients
from answerable.model.errors import AnswerableError, NoLawApplied, NothingCalled
from answerable.workspace.answering import submit
from tests.answer.submission.case import workspace as harbour

EVERY = pytest.mark.parametrize("one", recipients().values(), ids=lambda one: str(one.id))


@EVERY
def test_each_says_where_it_was_learnt_and_whose_lists_show_that_it_acted(one: Recipient) -> None:
    assert one.source
    assert bool(one.lists) == (one.kind == "government")
    assert str(one.audience) == ("public" if one.id == "public" else f"recipient:{one.id}")


def test_no_two_publish_the_same_lists() -> None:
    begins = [one.lists for one in recipients().values() if one.lists]
    assert len(set(begins)) == len(begins)


def test_one_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(NothingCalled, match="The nearest is “public”"):
        recipient("publik")


@pytest.mark.parametrize(
    ("to", "applied"), [("ca", ["ca-jvcfoa"]), ("us", []), ("public", ["ca-jvcfoa", "xt-order"])]
)
def test_the_laws_that_each_applies(to: str, applied: list[str]) -> None:
    assert recipient(to).applies(("ca-jvcfoa", "xt-order")) == applied


def test_nothing_is_drafted_to_one_who_applies_none_of_the_laws(tmp_path: Path) -> None:
    with (
        harbour(tmp_path) as workspace,
        pytest.raises(NoLawApplied, match="is applied by the Minister for Foreign Affairs of Austr"),
    ):
        submit(workspace, "harbour", "au", tmp_path / "out", today=date(2031, 6, 1))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("under", "refused"),
    [(("us-gloman",), NoLawApplied), (("ca-jvcfoa", "ca-jvcfao"), NothingCalled)],
    ids=["a law of another recipient", "a law that is not there"],
)
def test_naming_a_law_narrows_to_what_the_recipient_applies(
    tmp_path: Path, under: tuple[str, ...], refused: type[AnswerableError]
) -> None:
    with harbour(tmp_path) as workspace:
        with pytest.raises(refused):
            submit(workspace, "harbour", "ca", tmp_path / "out", under=under, today=date(2031, 6, 1))
        made, _ = submit(
            workspace, "harbour", "ca", tmp_path, under=("ca-jvcfoa", "us-gloman"), today=date(2031, 6, 1)
        )
    assert {row.law.id for row in made.weighed.matrix.rows} == {"ca-jvcfoa"}


def test_nothing_is_drafted_where_one_of_the_formats_is_not_there(tmp_path: Path) -> None:
    with harbour(tmp_path) as workspace, pytest.raises(NothingCalled, match="no format called “doc”"):
        submit(workspace, "harbour", "ca", tmp_path / "out", formats=("pdf", "doc"), today=date(2031, 6, 1))
    assert not (tmp_path / "out").exists()

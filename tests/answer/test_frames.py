"""Each recipient's frame is whole, and the submission is set by it."""

import pytest

from answerable.answer.document import Cover, Heading
from answerable.answer.frames import Frame, frames
from answerable.answer.recipients import recipients
from answerable.answer.shown import body_text, texts
from answerable.answer.submission import Submission, compose
from answerable.answer.submission.words import words
from tests.answer.submission.case import weighed
from tests.answer.submission.case import workspace as harbour

EN = words("en")
GOVERNMENTS = [name for name in frames() if name != "public"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Submission]:
    """The one case, set for each recipient."""
    found = {}
    with harbour(tmp_path_factory.mktemp("frames")) as workspace:
        for name, frame in frames().items():
            with workspace.view(recipients()[name].audience) as view:
                case, matrix = view.case("harbour"), weighed(view)
                to = recipients()[name].name
                found[name] = compose(view, case, matrix, recipient=to, made_on="2031-07-01", frame=frame)
    return found


def test_every_recipient_has_a_frame_and_no_other() -> None:
    assert set(frames()) == set(recipients())


@pytest.mark.parametrize("name", frames())
def test_the_sections_stand_in_the_order_of_the_frame(made: dict[str, Submission], name: str) -> None:
    titles = [b.text for b in made[name].document.blocks if isinstance(b, Heading) and b.level == 1]
    wanted = [EN.say(f"section.{one}") for one in frames()[name].order]
    assert [title.partition(". ")[2] for title in titles] == [
        one for one in wanted if f". {one}" in "".join(titles)
    ]
    assert [title.partition(".")[0] for title in titles] == [str(n + 1) for n in range(len(titles))]
    assert len(titles) >= len(wanted) - 1


@pytest.mark.parametrize("name", GOVERNMENTS)
def test_each_government_is_told_what_is_asked_and_who_may_obtain_it(
    made: dict[str, Submission], name: str
) -> None:
    cover = made[name].document.blocks[0]
    assert isinstance(cover, Cover)
    rows = {label: body_text(content) for label, content in cover.details}
    assert rows["What is asked"] == EN.say(f"frame.{name}.asks")
    assert ("Who must propose it" in rows) == (name == "eu")
    shown = "\n".join(texts(made[name].document))
    assert EN.say(f"frame.{name}.obtain") in shown
    assert "Secrecy cannot be promised." in EN.say(f"frame.{name}.obtain")


def test_one_for_the_european_union_says_that_it_needs_a_capital(made: dict[str, Submission]) -> None:
    assert "it needs a sponsoring capital" in "\n".join(texts(made["eu"].document))


def test_the_public_is_told_nothing_of_who_may_obtain_it(made: dict[str, Submission]) -> None:
    assert "Who may obtain this" not in "\n".join(texts(made["public"].document))


@pytest.mark.parametrize("order", [["law"], ["law", *frames()["ca"].order]])
def test_a_frame_that_leaves_out_or_repeats_a_section_is_refused(order: list[str]) -> None:
    with pytest.raises(ValueError, match="names every section once"):
        Frame(id="xt", order=tuple(order), source="ours", obtain_source="", checked="2031-01-01")

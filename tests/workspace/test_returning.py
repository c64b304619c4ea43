"""Drafts edited in Word and handed in again: what is told of them, and what is taken in."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from answerable.answer.addresses import addressed
from answerable.answer.recipients import recipient
from answerable.answer.returned import compare, originals
from answerable.answer.submission.citations import styles
from answerable.answer.word import write_docx
from answerable.identify.followup.sent import Sent
from answerable.model.audience import PRIVILEGED
from answerable.model.errors import (
    AnswerableError,
    FileUnreadable,
    NothingCalled,
    ReadingExceeded,
    ReturnedElsewhere,
    ReturnedUnknown,
    ReturnedUnmarked,
    TextUnreadable,
    VersionUnknown,
)
from answerable.read.edited_docx import read_edited
from answerable.read.limits import Limits
from answerable.workspace import Workspace
from answerable.workspace.answering import composed, submit
from answerable.workspace.consenting import Meant, outputs_with
from answerable.workspace.following import note_submission
from answerable.workspace.joining import HIDDEN, NEWER, OVERTAKEN
from answerable.workspace.returning import CameBack, came_back, kept_comments, take_in
from tests.answer.submission.case import CASEFILE, FILES
from tests.answer.submission.case import workspace as harbour
from tests.read.test_docx import packed, with_part
from tests.support import recorded
from tests.workspace.edited import (
    ARABIC,
    DAY,
    Edit,
    back,
    body_of,
    draft,
    edited,
    references,
    remarked,
    removed,
    sections,
    told,
    typed_below,
    typed_over,
    unmarked,
    write,
    written,
)
from tests.workspace.support import rows_of

ASKS = "The choir asks for an answer."
POST = "From 1 March 2030"


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, Path]]:
    folder = tmp_path_factory.mktemp("returned")
    with written(folder) as workspace:
        yield workspace, draft(workspace, folder)


EDITED: list[tuple[str, list[Edit], list[tuple[str, str, str, str]]]] = [
    ("untouched", [], []),
    (
        "a paragraph rewritten",
        [typed_over("The choir asks", "The choir demands")],
        [("rewritten", "summary", ASKS, "The choir demands for an answer.")],
    ),
    (
        "a fact changed",
        [typed_over("1 March 2030", "2 March 2030")],
        [("fact changed", "", f"{POST}[1]", "From 2 March 2030[1]")],
    ),
    ("a paragraph added", [typed_below("asks for", "It sang.")], [("added", "summary", "", "It sang.")]),
    ("a paragraph deleted", [removed("asks for")], [("deleted", "summary", ASKS, "")]),
    (
        "a heading changed",
        [typed_over("3. Summary", "3. In short")],
        [("fact changed", "", "3. Summary", "3. In short")],
    ),
    ("a bookmark lost", [unmarked("asks for")], []),
    (
        "a bookmark lost from what was rewritten",
        [unmarked("asks for"), typed_over("asks for", "wants")],
        [("rewritten", "summary", ASKS, "The choir wants an answer.")],
    ),
    ("a comment alone", [remarked("asks for", "Ines Roe", "When?")], []),
]


@pytest.mark.parametrize(("edits", "found"), [one[1:] for one in EDITED], ids=[one[0] for one in EDITED])
def test_what_is_told_of_an_edited_file(
    drafted: tuple[Workspace, Path], edits: list[Edit], found: list[tuple[str, str, str, str]]
) -> None:
    workspace, path = drafted
    before = rows_of(workspace)["narrative"]
    assert told(back(workspace, edited(path, *edits))) == found
    assert rows_of(workspace)["narrative"] == before, "telling takes nothing in"


def test_a_changed_fact_is_told_with_its_statements_and_never_taken_in(tmp_path: Path) -> None:
    with written(tmp_path) as workspace:
        path = edited(draft(workspace, tmp_path), typed_over("1 March 2030", "2 March 2030"))
        found = back(workspace, path)
        [one] = found.returned.differences
        assert [each[:8] for each in one.statements] == [references(workspace)["post"]]
        before = rows_of(workspace)["statement"]
        assert take_in(workspace, found).sections == ()
        assert rows_of(workspace)["statement"] == before
        assert told(back(workspace, draft(workspace, tmp_path))) == []


def test_her_words_and_comments_are_taken_in_once(tmp_path: Path) -> None:
    with written(tmp_path) as workspace:
        before = body_of(workspace, "summary")
        edits = (typed_over("61 years", "62 years"), remarked("asks for", "Ines Roe", "By when?"))
        found = back(workspace, edited(draft(workspace, tmp_path), *edits))
        taken = take_in(workspace, found, privileged=True)
        assert (taken.sections, taken.comments) == (("summary",), 1)
        assert body_of(workspace, "summary") == before.replace("61 years", "62 years")
        [kept] = kept_comments(workspace, "harbour")
        assert (kept.author, kept.body, kept.paragraph, kept.privileged) == (
            "Ines Roe",
            "By when?",
            ASKS,
            True,
        )
        assert (kept.recipient, kept.file_sha256, kept.by) == ("ca", found.file_sha256, workspace.store.actor)
        assert take_in(workspace, found).comments == 0
        with workspace.view() as view:
            said = [
                row.fields for row in view.log_rows() if row.fields["action"] in ("narrative", "returned")
            ]
        assert said[-1]["about"]["file"] == found.file_sha256
        assert "By when?" not in str(said), "what is said in words stands in the record alone"
        assert workspace.verify().holds


def test_an_edit_for_one_recipient_alone_leaves_what_others_read(tmp_path: Path) -> None:
    with written(tmp_path) as workspace:
        before = body_of(workspace, "summary")
        path = edited(draft(workspace, tmp_path), typed_over("61 years", "62 years"))
        take_in(workspace, back(workspace, path), only_here=True)
        now = before.replace("61 years", "62 years")
        assert (body_of(workspace, "summary"), body_of(workspace, "summary@ca")) == (before, now)
        again = edited(draft(workspace, tmp_path), typed_over("62 years", "63 years"))
        take_in(workspace, back(workspace, again))
        assert body_of(workspace, "summary") == before
        assert body_of(workspace, "summary@ca") == before.replace("61 years", "63 years")
        with workspace.view(recipient("us").audience) as view:
            assert view.narratives(view.case("harbour").id)["summary"] == before


def test_an_edited_draft_that_was_sent_carries_what_the_draft_carries(tmp_path: Path) -> None:
    with written(tmp_path) as workspace:
        path = edited(draft(workspace, tmp_path), typed_over("61 years", "62 years"))
        britain = Sent("uk", "", "", workspace.store.clock().date().isoformat())
        with pytest.raises(VersionUnknown, match="answerable import FILE"):
            note_submission(workspace, "harbour", britain, str(path))
        workspace.import_files([path])
        before = [one for one in outputs_with(workspace, "Marta Bell", Meant()) if one.action == "edited"]
        noted = note_submission(workspace, "harbour", britain, str(path))
        again = note_submission(workspace, "harbour", replace(britain, recipient="ca"), str(path))
        outputs = [one for one in outputs_with(workspace, "Marta Bell", Meant()) if one.action == "edited"]
    assert before == []
    assert (noted.version.recipient, again.version.recipient) == ("ca", "ca")
    assert "This version was made for" in noted.remarks[0]
    [carrying] = outputs
    assert carrying.is_sure
    assert {one.called for one in carrying.sent} == {"harbour/uk", "harbour/ca"}


def test_a_draft_of_before_is_told_apart_from_one_of_now(tmp_path: Path) -> None:
    with written(tmp_path) as workspace:
        old = draft(workspace, tmp_path)
        assert not back(workspace, old).is_older
        summary = body_of(workspace, "summary")
        write(workspace, "summary", summary.replace(ASKS, "The choir asks at last."))
        found = back(workspace, edited(old, typed_over("61 years", "62 years")))
        assert found.is_older
        assert [one.why_not for one in found.sections] == [OVERTAKEN]
        assert sections(found) == {}
        assert take_in(workspace, found).sections == ()
        assert "at last" in body_of(workspace, "summary")


def test_what_was_recorded_elsewhere_since_is_no_hindrance(tmp_path: Path) -> None:
    with written(tmp_path) as workspace:
        old = draft(workspace, tmp_path)
        write(workspace, "national-interest", "It is in the interest of all.")
        found = back(workspace, edited(old, typed_over("61 years", "62 years")))
        assert found.is_older
        assert "62 years old" in sections(found)["summary"]


def test_a_section_made_privileged_since_takes_nothing_from_the_recipients_file(tmp_path: Path) -> None:
    with written(tmp_path) as workspace:
        old = draft(workspace, tmp_path)
        write(workspace, "summary", "For counsel alone.", PRIVILEGED)
        found = back(workspace, edited(old, typed_over("61 years", "62 years")))
        assert sections(found) == {}
        take_in(workspace, found)
        assert body_of(workspace, "summary") == "For counsel alone."


def test_a_section_this_recipient_is_not_shown_is_not_written_over(tmp_path: Path) -> None:
    with written(tmp_path) as workspace:
        write(workspace, "national-interest", "For the coalition's eyes.", "coalition")
        made = draft(workspace, tmp_path)
        asked = "Say why acting is in the interest of the state that is asked"
        found = back(workspace, edited(made, typed_over(asked, "It is ours")))
        [one] = [one for one in found.sections if one.key == "national-interest"]
        assert one.why_not == NEWER
        take_in(workspace, found)
        assert body_of(workspace, "national-interest") == "For the coalition's eyes."


def test_words_withheld_from_the_recipient_are_not_lost(tmp_path: Path) -> None:
    with harbour(tmp_path) as workspace:
        write(workspace, "summary", "Marta Bell told us.\n\nThe choir asks.")
        made = draft(workspace, tmp_path)
        found = back(workspace, edited(made, typed_over("told us", "told us so")))
        assert [one.why_not for one in found.sections] == [HIDDEN]
        found = back(workspace, edited(made, typed_over("choir asks", "choir wants")))
        assert sections(found) == {"summary": "Marta Bell told us.\n\nThe choir wants."}


def test_a_section_written_in_word_is_shared_with_its_recipient(tmp_path: Path) -> None:
    with written(tmp_path) as workspace:
        made = draft(workspace, tmp_path)
        path = edited(
            made, typed_over("Say why acting is in the interest of the state that is asked", "It is")
        )
        take_in(workspace, back(workspace, path))
        assert body_of(workspace, "national-interest").startswith("It is: what a measure would stop")
        with workspace.view(recipient("us").audience) as view:
            assert "national-interest" not in view.narratives(view.case("harbour").id)
        with workspace.view(recipient("ca").audience) as view:
            assert "national-interest" in view.narratives(view.case("harbour").id)


@pytest.mark.parametrize("to", ["us", "public"])
def test_a_file_of_another_recipient(drafted: tuple[Workspace, Path], to: str) -> None:
    with pytest.raises(ReturnedElsewhere, match=r"“harbour” for ca.*\n?.*--case harbour --to ca"):
        back(drafted[0], drafted[1], to)


def test_a_file_too_large_to_read_is_not_read(drafted: tuple[Workspace, Path], tmp_path: Path) -> None:
    large = tmp_path / "large.docx"
    with large.open("wb") as stream:
        stream.truncate(Limits().size + 1)
    with pytest.raises(FileUnreadable, match="larger than 200,000,000 bytes"):
        came_back(drafted[0], large, "harbour", "ca")


def test_a_file_of_another_workspace(drafted: tuple[Workspace, Path], tmp_path: Path) -> None:
    with (
        recorded(tmp_path, CASEFILE, FILES, seed=2) as other,
        pytest.raises(ReturnedUnknown, match="has marks, but of no draft"),
    ):
        back(other, drafted[1])


def test_a_case_that_is_not_there(drafted: tuple[Workspace, Path]) -> None:
    with pytest.raises(NothingCalled, match="harbour"):
        came_back(drafted[0], drafted[1], "harbor", "ca")


def bomb() -> bytes:
    return with_part(packed(docx.Document()), "word/styles.xml", lambda old: old + b" " * 30_000_000)


def empty_archive() -> bytes:
    out = io.BytesIO()
    zipfile.ZipFile(out, "w").close()
    return out.getvalue()


NOT_OURS: list[tuple[str, bytes, type[AnswerableError]]] = [
    ("a Word file without marks", packed(docx.Document()), ReturnedUnmarked),
    ("words", b"The choir asks.", TextUnreadable),
    ("a PDF", b"%PDF-1.7\n", TextUnreadable),
    ("an empty archive", empty_archive(), TextUnreadable),
    ("a bomb", bomb(), ReadingExceeded),
]


@pytest.mark.parametrize(("data", "error"), [one[1:] for one in NOT_OURS], ids=[one[0] for one in NOT_OURS])
def test_what_is_no_draft_of_ours(
    drafted: tuple[Workspace, Path], data: bytes, error: type[AnswerableError], tmp_path: Path
) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(data)
    before = rows_of(drafted[0])["narrative"]
    with pytest.raises(error):
        back(drafted[0], path)
    assert rows_of(drafted[0])["narrative"] == before


def test_marks_say_nothing_and_do_not_join_two_recipients(tmp_path: Path) -> None:
    with written(tmp_path) as workspace:
        names = [marks_in(draft(workspace, tmp_path, to)) for to in ("ca", "public")]
        assert names[0]
        assert names[0] & names[1] == set()


def marks_in(path: Path) -> set[str]:
    read = read_edited(path.read_bytes(), path.name, Limits())
    return {name for one in read.paragraphs for name in one.bookmarks}


WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=80)
ODD = (
    [ARABIC, "ئەركىن توختى", "林家豪", "\n\n", "\n", "\u00a0", "\u202f", "\u3000", "  ", "\u200e", "\t"],
    ["[^{post}]", "[^{order}]", "[^deadbeef]", "[^", "\ufffc", ",", "\u202e", "\u2028", "1.", "<w:p>"],
)
PIECES = st.lists(st.one_of(WORDS, *map(st.sampled_from, ODD)), max_size=12).map("".join)


@pytest.fixture(scope="module")
def any_case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with harbour(tmp_path_factory.mktemp("any")) as workspace:
        yield workspace


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(summary=PIECES, own=PIECES, language=st.sampled_from(["en", "fr", "zh"]))
@example(summary="", own="\ufffc", language="en")
def test_an_unedited_draft_comes_back_without_a_difference(
    any_case: Workspace, summary: str, own: str, language: str
) -> None:
    known = references(any_case)
    for section, body in (("summary", summary), ("our-own", own)):
        for name, begins in known.items():
            body = body.replace("{" + name + "}", begins)
        write(any_case, section, body)
    assert nothing_differs(any_case, language)


def nothing_differs(workspace: Workspace, language: str) -> bool:
    """Whether a draft, read as it was written, is as it was; without a file or another process."""
    to = recipient("ca")
    with workspace.view(to.audience) as view:
        made = composed(workspace, view, "harbour", to, [], DAY, language)
    document = made.submission.document
    read = read_edited(write_docx(document, made.marks), "draft.docx", Limits())
    before = originals(list(addressed(document, made.marks.mark)), read, made.submission.notes)
    found = compare(before, read)
    return (found.differences, found.sections, found.comments) == ((), (), ())


def lines_of(found: CameBack) -> str:
    return "\n".join(sections(found).values())


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_what_is_taken_in_is_what_was_typed_and_nothing_else(language: str, tmp_path: Path) -> None:
    with written(tmp_path) as workspace:
        before = body_of(workspace, "summary")
        made = draft(workspace, tmp_path, language=language)
        edits = [typed_over(words, f"{words} x") for words in ("years old", "Nobody was", "The choir")]
        found = back(workspace, edited(made, *edits))
        for words in ("years old", "Nobody was", "The choir"):
            before = before.replace(words, f"{words} x")
        assert lines_of(found) == before


@pytest.mark.parametrize("style", sorted(styles()))
def test_a_draft_whose_notes_name_their_sources_comes_back_unchanged(style: str, tmp_path: Path) -> None:
    with written(tmp_path) as workspace:
        _, [path] = submit(workspace, "harbour", "ca", tmp_path, formats=["docx"], citations=style, today=DAY)
        found = back(workspace, path)
        assert (told(found), found.is_older) == ([], False)

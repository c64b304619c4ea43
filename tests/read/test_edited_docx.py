"""Word documents as editors leave them: bookmarks, tracked changes, notes, comments; some made to harm."""

from typing import Any

import docx
import pytest
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from answerable.model.errors import ReadingExceeded, TextUnreadable
from answerable.read.edited import NOTE, EditedWord
from answerable.read.edited_docx import read_edited
from answerable.read.limits import Limits
from tests.read.test_docx import packed, with_part

MARK = "<w:bookmarkStart w:id='1' w:name='_a'/>"
END = "<w:bookmarkEnd w:id='1'/>"
DELETED_MARK = "<w:pPr><w:rPr><w:del w:id='9'/></w:rPr></w:pPr>"


def read(data: bytes) -> EditedWord:
    return read_edited(data, "draft.docx", Limits())


def document(*paragraphs: str) -> Any:
    """A document with these paragraphs' XML in it and nothing else."""
    made = docx.Document()
    for place, xml in enumerate(paragraphs):
        made.element.body.insert(place, parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))
    return made


def said(words: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>"


def deleted(words: str) -> str:
    return f"<w:del w:id='7'><w:r><w:delText>{words}</w:delText></w:r></w:del>"


READ = [
    ("untouched", f"{MARK}{said('One')}{END}", ("One", ["_a"], False)),
    ("split into runs", f"{MARK}{said('On')}{said('e')}{END}", ("One", ["_a"], False)),
    ("inserted", f"{MARK}{said('One')}<w:ins w:id='8'>{said(' two')}</w:ins>", ("One two", ["_a"], True)),
    ("deleted", f"{MARK}{said('One')}{deleted(' two')}", ("One", ["_a"], True)),
    ("mark among deleted words", f"<w:del w:id='7'>{MARK}</w:del>{said('One')}{END}", ("One", ["_a"], True)),
    (
        "moved away",
        f"{MARK}{said('One')}<w:moveFrom w:id='6'>{said('x')}</w:moveFrom>",
        ("One", ["_a"], True),
    ),
    ("moved here", f"{MARK}<w:moveTo w:id='6'>{said('One')}</w:moveTo>", ("One", ["_a"], True)),
    ("no mark", said("One"), ("One", [], False)),
    (
        "two marks",
        f"{MARK}<w:bookmarkStart w:id='2' w:name='_b'/>{said('One')}",
        ("One", ["_a", "_b"], False),
    ),
    ("line break", f"{said('One')}<w:r><w:br/></w:r>{said('two')}", ("One\ntwo", [], False)),
    ("end of a page", f"<w:r><w:br w:type='page'/></w:r>{said('One')}", ("One", [], False)),
    ("hidden", f"{said('One')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>", ("One", [], False)),
    ("sign of a note as a letter", said(f"One{NOTE}two"), ("One two", [], False)),
    ("in a form", f"<w:sdt><w:sdtContent>{MARK}{said('One')}</w:sdtContent></w:sdt>", ("One", ["_a"], False)),
    ("linked", f"<w:hyperlink>{MARK}{said('One')}</w:hyperlink>", ("One", ["_a"], False)),
]


@pytest.mark.parametrize(("xml", "found"), [one[1:] for one in READ], ids=[one[0] for one in READ])
def test_a_paragraph_reads_as_if_every_change_was_accepted(
    xml: str, found: tuple[str, list[str], bool]
) -> None:
    one = read(packed(document(xml))).paragraphs[0]
    assert (one.text, one.bookmarks, one.tracked) == found


JOINED = [
    ("its end deleted", [MARK + DELETED_MARK + said("One "), said("two")], [("One two", ["_a"])]),
    ("all of it deleted", [DELETED_MARK + MARK + deleted("One"), said("two")], [("two", [])]),
    ("the last one's end deleted", [said("One"), DELETED_MARK + said("two")], [("One", []), ("two", [])]),
    ("nothing deleted", [MARK + said("One"), said("two")], [("One", ["_a"]), ("two", [])]),
]


@pytest.mark.parametrize(("given", "found"), [one[1:] for one in JOINED], ids=[one[0] for one in JOINED])
def test_a_paragraph_without_its_end_runs_on(given: list[str], found: list[tuple[str, list[str]]]) -> None:
    every = read(packed(document(*given))).paragraphs
    assert [(one.text, one.bookmarks) for one in every if one.text] == found


def test_a_mark_between_paragraphs_is_the_next_ones() -> None:
    made = document(said("One"), said("two"))
    made.element.body.insert(1, parse_xml(f"<w:bookmarkStart {nsdecls('w')} w:id='1' w:name='_a'/>"))
    assert [one.bookmarks for one in read(packed(made)).paragraphs] == [[], ["_a"]]


def test_a_mark_in_a_table_stays_in_its_cell() -> None:
    made = docx.Document()
    cells = made.add_table(1, 2).rows[0].cells
    for cell, name in zip(cells, ("_a", "_b"), strict=True):
        mark = parse_xml(f"<w:bookmarkStart {nsdecls('w')} w:id='1' w:name='{name}'/>")
        cell.paragraphs[0]._p.append(mark)
        cell.paragraphs[0].add_run(f"cell {name}")
    found = [(one.text, one.bookmarks) for one in read(packed(made)).paragraphs]
    assert found == [("cell _a", ["_a"]), ("cell _b", ["_b"])]


def test_a_comment_is_told_with_every_paragraph_it_is_on() -> None:
    made = document(said("One"), said("two"))
    runs = [run for paragraph in made.paragraphs for run in paragraph.runs]
    made.add_comment(runs[0], "Is it?\nSay so.", "Ines Roe", "IR")
    made.add_comment(runs, "Both", "", "")
    found = read(packed(made))
    assert [one.remarks for one in found.paragraphs] == [["0", "1"], ["1"]]
    assert [(one.author, one.text) for one in found.remarks.values()] == [
        ("Ines Roe", "Is it? Say so."),
        ("", "Both"),
    ]


@pytest.mark.parametrize(
    ("date", "told"), [("2031-07-02T10:00:00Z", "2031-07-02T10:00:00Z"), ("0-00-00T00:00:00Z", ""), ("", "")]
)
def test_a_comment_without_a_date_has_none(date: str, told: str) -> None:
    made = document(said("One"))
    made.add_comment(made.paragraphs[0].runs, "Is it?", "Ines Roe", "IR")._comment_elm.set(qn("w:date"), date)
    assert [one.at for one in read(packed(made)).remarks.values()] == [told]


def test_what_goes_over_the_pipe_is_the_same_on_the_other_side() -> None:
    made = document(MARK + said("One"))
    made.add_comment(made.paragraphs[0].runs, "Is it?", "Ines Roe", "IR")
    found = read(packed(made))
    assert EditedWord.of(found.as_data()) == found


def test_a_note_that_is_called_but_missing_has_no_words() -> None:
    call = "<w:r><w:footnoteReference w:id='77'/></w:r>"
    [one] = read(packed(document(said("One") + call))).paragraphs
    assert (one.text, one.notes) == (f"One{NOTE}", [""])


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", TextUnreadable),
        (b"%PDF-1.7", TextUnreadable),
        (b"PK\x05\x06" + bytes(18), TextUnreadable),
        (with_part(packed(docx.Document()), "word/document.xml", lambda _: b"<a/>"), TextUnreadable),
        (
            with_part(packed(docx.Document()), "word/document.xml", lambda _: b"<!DOCTYPE a><a/>"),
            TextUnreadable,
        ),
        (
            with_part(packed(docx.Document()), "word/styles.xml", lambda old: old + b" " * 30_000_000),
            ReadingExceeded,
        ),
    ],
    ids=["empty", "a PDF", "an empty archive", "no Word in it", "a document type", "a bomb"],
)
def test_what_is_no_word_document_is_refused(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(data)


def test_nesting_without_end_is_refused() -> None:
    made = document(said("One"))
    inner = made.element.body
    for _ in range(3000):
        deeper = parse_xml(f"<w:sdt {nsdecls('w')}/>")
        inner.append(deeper)
        inner = deeper
    assert inner.tag == qn("w:sdt")
    with pytest.raises((ReadingExceeded, TextUnreadable)):
        read(packed(made))

import itertools
import re

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.answer.document import Cover, Document, Footnote, Heading, Paragraph, Run, Table
from answerable.answer.html import write_html
from answerable.answer.shown import footnotes, visible

from .samples import SUBMISSION

WRITTEN = write_html(SUBMISSION)


def tree(written: bytes) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(written.decode())


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "&lt;", '" onload="x', "{{ x }}", "]]>", "a\u202eb"]
)
def test_text_is_data_everywhere(text: str) -> None:
    cell = (Run(text, language='en"><b>'), Footnote((Run(text),)))
    document = Document(
        text,
        "en",
        (Cover(text, text, ((text, cell),), text), Heading(1, text), Table((text,), ((cell,),), text)),
    )
    page = tree(write_html(document))
    assert page.findtext(".//title") == visible(text)
    assert page.xpath("//script | //@onload | //b") == []
    said = page.find_class("notice")[0].text_content(), page.find(".//h2").text_content()
    assert said == (visible(text), visible(text))


@settings(deadline=None)
@given(st.lists(st.tuples(st.text("aé<&\u0627中 "), st.text("aé<&\u0627中 ")), min_size=1, max_size=4))
def test_every_run_and_note_survives_in_order(pairs: list[tuple[str, str]]) -> None:
    blocks = tuple(Paragraph((Run(text), Footnote((Run(note),)))) for text, note in pairs)
    page = tree(write_html(Document("T", "en", blocks)))
    found = [p.text_content() for p in page.findall(".//main/p")]
    assert found == [f"{text}{n}" for n, (text, _) in enumerate(pairs, 1)]
    assert [li.text_content() for li in page.findall(".//section/ol/li")] == [
        f"{note} ↩" for _, note in pairs
    ]


def test_every_link_leads_to_a_note_or_back_to_its_call() -> None:
    page = tree(WRITTEN)
    links = page.xpath("//a/@href")
    assert len(links) == 2 * len(footnotes(SUBMISSION)) > 0
    assert sorted(links) == sorted(f"#{own}" for own in page.xpath("//a/@id | //li/@id"))


def test_nothing_is_run_or_fetched() -> None:
    page = tree(WRITTEN)
    assert page.xpath("//script | //link | //img | //iframe | //@src | //@style") == []
    assert re.search(r"url\(|@import|generator", WRITTEN.decode()) is None
    assert "default-src 'none'" in page.xpath("//meta/@content")[0]


def test_headings_go_down_one_step_at_a_time_below_one_title() -> None:
    levels = [int(one.tag[1]) for one in tree(WRITTEN).xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize(("name", "language"), [("عبد الله", ""), ("林家豪", "zh-Hant"), ("Łódź", "")])
def test_names_in_any_script_are_isolated_and_in_their_language(name: str, language: str) -> None:
    [bdi] = tree(write_html(Document("T", "en", (Paragraph((Run(name, language=language),)),)))).findall(
        ".//bdi"
    )
    assert (bdi.text, bdi.get("dir"), bdi.get("lang", "")) == (name, "auto", language)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write_html(SUBMISSION) == WRITTEN

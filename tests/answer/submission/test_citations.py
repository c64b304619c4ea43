"""How notes and exhibits name their sources in each style."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from answerable.answer.document import Run
from answerable.answer.shown import footnotes
from answerable.answer.submission import compose
from answerable.answer.submission.citations import Citing, style_called, styles
from answerable.answer.submission.told import Told
from answerable.answer.submission.words import words
from answerable.model.errors import NothingCalled
from answerable.model.record import Source
from answerable.record.view import View
from tests.answer.submission.case import CANADA, weighed, workspace

FORMS = ("online", "kept", "again")
FIELDS = {
    *("author", "by", "title", "publisher", "host", "site", "published"),
    *("url", "day", "accessed", "note"),
}
URL = "https://wire.example/2031/05/04"


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    with workspace(tmp_path_factory.mktemp("cited")) as opened, opened.view(CANADA) as found:
        yield found


def plain(content: tuple[Run, ...]) -> str:
    return "".join(run.text for run in content)


def cited(view: View, style: str, language: str, **said: str) -> list[str]:
    """How a source with these fields is named in note 3 and in note 7."""
    told = Told(view, "[withheld]")
    order = view.referring(view.case("harbour").subjects[0], "perpetrator")[0]
    passage = view.passage(view.citations(order.id)[0].passage)
    known = {"title": "The shed", "publisher": "Selwyn Wire", "author": "", "published": ""} | said
    source: Source = replace(view.source(passage.source), **known)
    told.source = lambda _: source
    citing = Citing(told, words(language), style_called(style))
    return [plain(citing.in_note(source.id, passage.text_sha256, number)) for number in (3, 7)]


NAMED = [
    (
        "mcgill",
        "en",
        URL,
        f"Selwyn Wire, “The shed”, online: <{URL}> [archived 1 June 2031]",
        "Selwyn Wire, “The shed”, supra note 3",
    ),
    (
        "mcgill",
        "fr",
        URL,
        f"Selwyn Wire, « The shed », en ligne : <{URL}> [archivé 1er juin 2031]",
        "Selwyn Wire, « The shed », supra note 3",
    ),
    ("mcgill", "en", "", "Selwyn Wire, “The shed”", None),
    (
        "oscola",
        "en",
        URL,
        f"Selwyn Wire, ‘The shed’ <{URL}> accessed 1 June 2031",
        "Selwyn Wire, ‘The shed’ (n 3)",
    ),
    (
        "chicago",
        "en",
        URL,
        f"“The shed,” Selwyn Wire, accessed 1 June 2031, {URL}",
        "Selwyn Wire, “The shed”",
    ),
    ("chicago", "en", "", "Selwyn Wire, “The shed”", None),
    ("house", "en", URL, "", ""),
]


@pytest.mark.parametrize(("style", "language", "url", "first", "again"), NAMED)
def test_a_source_in_full_and_again(
    view: View, style: str, language: str, url: str, first: str, again: str | None
) -> None:
    named = cited(view, style, language, url=url)
    assert named[0] == first
    assert again is None or named[1] == again


# how a source is named of which it is known who wrote it, and when
WRITTEN = [
    ("mcgill", URL, f"Ode Bray, “The shed” (4 May 2031), online: Selwyn Wire <{URL}> [archived 1 June 2031]"),
    ("mcgill", "", "Ode Bray, “The shed” (Selwyn Wire, 4 May 2031)"),
    ("oscola", URL, f"Ode Bray, ‘The shed’ (Selwyn Wire, 4 May 2031) <{URL}> accessed 1 June 2031"),
    ("oscola", "", "Ode Bray, ‘The shed’ (Selwyn Wire, 4 May 2031)"),
    ("chicago", URL, f"Ode Bray, “The shed,” Selwyn Wire, 4 May 2031, {URL}"),
    ("chicago", "", "Ode Bray, “The shed” (Selwyn Wire, 4 May 2031)"),
]


@pytest.mark.parametrize(("style", "url", "first"), WRITTEN)
def test_who_wrote_it_and_when(view: View, style: str, url: str, first: str) -> None:
    named = cited(view, style, "en", url=url, author="Ode Bray", published="2031-05-04")
    assert named[0] == first
    assert named[1].startswith("Ode Bray, ")


@pytest.mark.parametrize("style", ["mcgill", "oscola", "chicago"])
def test_what_is_not_known_of_a_source_is_left_out(view: View, style: str) -> None:
    assert re.fullmatch("[“‘]The shed[”’]", cited(view, style, "en", publisher="", url="")[0])


@pytest.mark.parametrize("style", sorted(styles()))
def test_only_the_name_of_the_source_differs_between_styles(view: View, style: str) -> None:
    made = {
        name: compose(
            view,
            view.case("harbour"),
            weighed(view),
            recipient="us",
            made_on="2031-07-01",
            citations=name,
        )
        for name in ("house", style)
    }
    assert made[style].notes == made["house"].notes
    notes = {name: [plain(note.runs) for note in footnotes(one.document)] for name, one in made.items()}
    for house, styled in zip(notes["house"], notes[style], strict=True):
        assert styled.removeprefix("Against. ").endswith(house.removeprefix("Against. "))
    named = [a != b for a, b in zip(notes["house"], notes[style], strict=True)]
    assert any(named) == (style != "house")


@pytest.mark.parametrize("style", sorted(styles()))
def test_a_withheld_source_is_named_in_no_style(view: View, style: str) -> None:
    made = compose(
        view, view.case("harbour"), weighed(view), recipient="us", made_on="2031-07-01", citations=style
    )
    assert "Account of" not in str(made.document)
    assert "Marta" not in str(made.document)


@pytest.mark.parametrize("style", sorted(styles()))
def test_each_style_says_where_it_was_learnt_and_fills_in_what_it_has(style: str) -> None:
    one = style_called(style)
    assert one.source
    for form in (one, *one.others.values()):
        parts = [part for name in FORMS for part in getattr(form, name)]
        places = set(re.findall(r"\{(\w+)\}", "".join(parts)))
        assert places <= FIELDS
        assert "".join(parts).count("{") == len(re.findall(r"\{\w+\}", "".join(parts)))


def test_a_style_that_is_not_there() -> None:
    with pytest.raises(NothingCalled, match="The nearest is “oscola”"):
        style_called("oscolla")

"""The invented site, taken as any site is, and every quotation of the casefile looked for in what it says."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from answerable.demo.case import lay_out, spreadsheet_text
from answerable.demo.site import GONE, serve_site
from answerable.model.record import Verdict
from answerable.preserve.addresses import Policy
from answerable.preserve.fetch import Fetched, fetch
from answerable.read.passages import Finder
from answerable.read.reader import Reader
from answerable.record.casefile import Casefile, CiteSpec, SourceSpec, read_casefile
from answerable.store.clock import system_clock
from tests.demo.support import citations, rows

pytestmark = [pytest.mark.loopback, pytest.mark.allow_hosts(["127.0.0.1"])]


@pytest.fixture
def base() -> Iterator[str]:
    with serve_site() as address:
        yield address


def take(url: str) -> Fetched:
    port = urlsplit(url).port
    assert port is not None
    return fetch(url, clock=system_clock, policy=Policy(frozenset({("127.0.0.1", port)})))


def words(reader: Reader, spec: SourceSpec, folder: Path) -> Finder:
    if spec.file:
        found = reader.read((folder / spec.file).read_bytes(), "", "", spec.title)
    else:
        taken = take(spec.url)
        assert (taken.status, taken.verdict) == (200, Verdict.COMPLETE), spec.url
        found = reader.read(taken.body, taken.media_type, taken.charset, spec.title)
    return Finder(found.text, found.pages)


@pytest.mark.parametrize(
    ("path", "media_type", "charset", "shown"),
    [
        ("/wire/harbour-street.html", "text/html", "utf-8", "Police clear Harbour Street assembly"),
        ("/papers/suet-wan.html", "text/html", "big5", "清場命令由我下達"),
        ("/ministry/statement.html", "text/html", "gb18030", "没有下达清场命令"),
        ("/lists/norrmark.xml", "application/xml", "utf-8", "DEMONSTRATION"),
        ("/style.css", "text/css", "utf-8", "body"),
    ],
)
def test_each_page_comes_in_the_encoding_it_declares(
    base: str, path: str, media_type: str, charset: str, shown: str
) -> None:
    taken = take(base + path)
    assert (taken.status, taken.media_type, taken.charset) == (200, media_type, charset)
    text = taken.body.decode(charset)
    assert shown in text
    if media_type == "text/html":
        assert f'charset="{charset}"' in text


def test_the_ruling_is_a_pdf(base: str) -> None:
    taken = take(f"{base}/court/inquest-44-2031.pdf")
    assert (taken.status, taken.media_type) == (200, "application/pdf")
    assert taken.body.startswith(b"%PDF-")


def test_an_old_address_leads_to_the_wire_story(base: str) -> None:
    taken = take(f"{base}/news/harbour-street")
    assert [one.status for one in taken.exchanges] == [301, 200]
    assert taken.exchanges[-1].url == f"{base}/wire/harbour-street.html"


@pytest.mark.parametrize(
    "path", [GONE, "/testimony-1.txt", "/court/inquest-44-2031.typ", "/../casefile.yaml", "/%2e%2e/site.py"]
)
def test_nothing_but_the_pages_is_served(base: str, path: str) -> None:
    taken = take(base + path)
    assert taken.status == 404
    assert b"The page you asked for is not here." in taken.body


def test_an_answer_tells_nothing_of_the_machine(base: str) -> None:
    assert take(f"{base}/index.html").exchanges[0].header("server") == "demonstration"


def test_no_request_is_written_down(base: str, capfd: pytest.CaptureFixture[str]) -> None:
    take(f"{base}/index.html")
    assert capfd.readouterr() == ("", "")


def test_every_quotation_of_the_casefile_stands_in_its_source(base: str, tmp_path: Path) -> None:
    casefile = laid_out(tmp_path, base)
    with Reader() as reader:
        finders = {key: words(reader, spec, tmp_path) for key, spec in casefile.sources.items()}
    asked = list(citations(casefile))
    assert {cite.source for cite in asked} == set(casefile.sources)
    for cite in asked:
        check(finders[cite.source], cite)


def check(finder: Finder, cite: CiteSpec) -> None:
    span = finder.find(cite.quote, page=int(cite.page or 0), source=cite.source)
    if cite.page:
        assert span.page == int(cite.page), cite.quote


def test_the_spreadsheet_quotes_its_sources_except_where_the_page_is_gone(base: str) -> None:
    with Reader() as reader:
        for row in rows(spreadsheet_text(base)):
            taken = take(row["Source address"])
            if row["Source address"].endswith(GONE):
                assert taken.status == 404
                continue
            text = reader.read(taken.body, taken.media_type, taken.charset, row["No."]).text
            Finder(text).find(row["Words"], source=row["Source address"])


def laid_out(folder: Path, base: str) -> Casefile:
    path = lay_out(folder, base)
    casefile, _, _ = read_casefile(path.read_text("utf-8"), path.name)
    return casefile

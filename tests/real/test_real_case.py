"""The whole way on real input: US government texts, the OFAC lists, Canada's regulations.

The case is built when the test runs. Names, posts and dates are facts and stand here with where they are
from; the sentences they stand in are read from the public files and are not in this repository.
"""

import gzip
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from answerable.answer.package.verify import check_path
from answerable.identify.index import NameIndex
from answerable.model.audience import TEAM
from answerable.record.view import View
from answerable.workspace import Workspace
from answerable.workspace.answering import package, submit
from answerable.workspace.asking import Weighed, name_index, screen_person, weigh_case
from tests.support import new_workspace

pytestmark = pytest.mark.real

TREASURY = "treasury_sm1055_2020-07-09.txt"
STATE = "state_2020-08-07_hk_designations.txt"

# Treasury release sm1055 of 9 July 2020: whom it names, and with what words it begins and ends on the post.
XINJIANG = {
    "chen": ("Chen Quanguo", "Communist Party Secretary of XUAR", "party"),
    "zhu": ("Zhu Hailun", "Deputy Party Secretary of the XUAR", "party"),
    "wang": ("Wang Mingshan", "Director and Communist Party Secretary of the XPSB", "government"),
    "huo": ("Huo Liujun", "Party Secretary of the XPSB", "party"),
}
# State Department statement of 7 August 2020: the eleven it names.
HONG_KONG = (
    "Carrie Lam", "Teresa Cheng", "Erick Tsang", "Zheng Yanxiong", "Eric Chan", "John Lee Ka-chiu",
    "Chris Tang", "Xia Baolong", "Zhang Xiaoming", "Luo Huining", "Stephen Lo",
)  # fmt: skip


def _between(text: str, one: str, other: str) -> str:
    """The words from the nearer of the two to the end of the further one, as they stand."""
    at = text.index(one), text.index(other)
    return text[min(at) : max(at[0] + len(one), at[1] + len(other))]


def _entities(treasury: str) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, (name, post, branch) in XINJIANG.items():
        words = {"source": "treasury", "quote": _between(treasury, name, post)}
        found[key] = {"schema": "Person", "cite": words, "name": name}
        found[f"{key}-post"] = {
            "schema": "Position", "cite": words, "name": post, "branch": branch, "country": "cn",
        }  # fmt: skip
        found[f"{key}-held"] = {"schema": "Occupancy", "cite": words, "holder": key, "post": f"{key}-post"}
    bureau = {"source": "treasury", "quote": "Xinjiang Public Security Bureau (XPSB)"}
    found["bureau"] = {"schema": "PublicBody", "cite": bureau, "name": "Xinjiang Public Security Bureau"}
    for number, name in enumerate(HONG_KONG):
        cite = {"source": "state", "quote": name}
        found[f"hk-{number}"] = {"schema": "Person", "cite": cite, "name": name}
    return found


def lay_out(documents: Path, folder: Path) -> Path:
    """Write the casefile and its texts into a folder; the casefile's path."""
    treasury = (documents / TREASURY).read_text("utf-8")
    casefile = {
        "casefile": "real",
        "organisation": "A test",
        "grade": "A2",
        "sharing": "public",
        "sources": {
            "treasury": {"file": TREASURY, "title": "Treasury release sm1055", "said_by": "US Treasury"},
            "state": {"file": STATE, "title": "State Department statement", "said_by": "US State Department"},
        },
        "entities": _entities(treasury),
        "case": {
            "slug": "real", "title": "People named", "subjects": [*XINJIANG, "bureau", "hk-6"],
            "laws": ["ca-jvcfoa", "ca-sema-prc"],
        },
    }  # fmt: skip
    for name in (TREASURY, STATE):
        (folder / name).write_bytes((documents / name).read_bytes())
    (folder / "case.yaml").write_text(json.dumps(casefile, ensure_ascii=False), "utf-8")
    return folder / "case.yaml"


@pytest.fixture(scope="module")
def real_case(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A workspace with the texts, the people they name, and the lists of both countries."""
    folder = tmp_path_factory.mktemp("real")
    with new_workspace(folder) as workspace:
        workspace.record(lay_out(shared / "documents", folder))
        for name in ("eng_regulations_SOR-2017-233.xml", "eng_regulations_SOR-2021-49.xml"):
            workspace.import_list(shared / "law" / name)
        with gzip.open(shared / "lists" / "ofac_sdn_2024-05-07.xml.gz") as packed:
            (folder / "sdn.xml").write_bytes(packed.read())
        workspace.import_list(folder / "sdn.xml")
        yield workspace


@pytest.fixture
def view(real_case: Workspace) -> Iterator[View]:
    with real_case.view(TEAM) as opened:
        yield opened


@pytest.fixture(scope="module")
def index(real_case: Workspace) -> NameIndex:
    return name_index(real_case)


@pytest.fixture(scope="module")
def weighed(real_case: Workspace) -> Weighed:
    with real_case.view(TEAM) as opened:
        return weigh_case(real_case, opened, "real", [], date(2026, 11, 23))


@pytest.mark.parametrize(("key", "named"), XINJIANG.items())
def test_the_post_each_text_gives_is_tied_to_its_words(
    view: View, key: str, named: tuple[str, str, str]
) -> None:
    name, post, _ = named
    person = view.find(name)
    (held,) = view.referring(person, "holder")
    (to,) = view.statements(held.canonical, ["post"])
    assert view.names(to.value) == [post]
    (cited,) = view.citations(to.id)
    words = view.passage(cited.passage).exact
    assert name in words
    assert post in words


# uids as OFAC's list of 7 May 2024 has them; items as Justice Canada's text current to 2025-07-24 has them.
LISTED = [
    ("Chen Quanguo", {"us-ofac-sdn": "29220", "ca-sor-2021-49": "Part 1, item 5"}),
    ("Zhu Hailun", {"us-ofac-sdn": "29219", "ca-sor-2021-49": "Part 1, item 1"}),
    ("Wang Mingshan", {"us-ofac-sdn": "29162", "ca-sor-2021-49": "Part 1, item 3"}),
    ("Huo Liujun", {"us-ofac-sdn": "29160", "ca-sor-2021-49": "Part 1, item 11"}),
    ("Chris Tang", {"us-ofac-sdn": "29242"}),
    ("Carrie Lam", {"us-ofac-sdn": "29249"}),
    ("Stephen Lo", {"us-ofac-sdn": "29244"}),
]


@pytest.mark.parametrize(("name", "listed"), LISTED)
def test_who_is_on_which_list(index: NameIndex, view: View, name: str, listed: dict[str, str]) -> None:
    matches = screen_person(index, view, view.find(name)) or []
    best: dict[str, str] = {}
    for match in matches:
        best.setdefault(match.edition.list_id, match.entry.key)
    assert {name: key for name, key in best.items() if name in listed} == listed
    assert "ca-sor-2017-233" not in best, "none of them is on the list of the Magnitsky law"
    assert all("review" in match.verdict for match in matches)


def test_a_day_of_listing_is_given_only_where_the_law_proves_it(index: NameIndex, view: View) -> None:
    found = screen_person(index, view, view.find("Chen Quanguo")) or []
    said = {match.edition.list_id: match.entry.listed_in_words() for match in found}
    assert said["ca-sor-2021-49"] == "listed on 2024-12-09"
    assert said["us-ofac-sdn"] == "listed on or before 2024-05-07"


def test_nobody_is_ready_to_file_on_these_texts_alone(weighed: Weighed) -> None:
    """The texts name people and posts; they tie nobody to one act against one victim."""
    jvcfoa = [ready for ready in weighed.readiness if ready.law.id == "ca-jvcfoa"]
    assert not any(ready.is_ready for ready in jvcfoa)
    assert all(ready.gaps for ready in jvcfoa)


def page_words(pdf: Path) -> str:
    document = PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_the_submission_and_its_package_hold(real_case: Workspace, tmp_path: Path) -> None:
    """The same job to its end: Word and PDF that name the people, and a package that checks itself."""
    day = date(2026, 11, 23)
    made, paths = submit(real_case, "real", "public", tmp_path, today=day)
    assert [path.suffix for path in paths] == [".docx", ".pdf"]
    words = " ".join(page_words(paths[1]).split())
    for name, _, _ in XINJIANG.values():
        assert name in words
    assert len(made.submission.notes) > len(XINJIANG)
    packed = package(real_case, "real", "public", tmp_path, today=day)
    assert check_path(str(packed), real_case.keys.public_key).wrong == []

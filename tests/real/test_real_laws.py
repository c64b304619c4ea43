"""What each law finds on real input: a table written before it was run, with the provision at each row.

The Treasury release of 9 July 2020 names four officials and a bureau, says what was done to whom and where,
and calls it serious. It does not say in which degree anyone took part, on which day, of which country they
are nationals, or what the victims sought. So much may be found, and no more.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from answerable.weigh.findings import Finding
from answerable.weigh.laws import shipped_laws
from answerable.weigh.matrix import Row
from answerable.workspace import Workspace
from answerable.workspace.asking import weigh_case
from tests.real.test_real_case import TREASURY, XINJIANG, _between, _entities
from tests.support import new_workspace
from tests.weigh.test_readiness import TODAY

pytestmark = pytest.mark.real


def _acts(text: str) -> dict[str, object]:
    """The two kinds of abuse the release names, against whom and where, in its own words."""
    words = {
        "source": "treasury",
        "quote": _between(text, "serious human rights abuse against", "physical abuse"),
    }
    named = {"bureau": "bureau", "wang": "wang", "chen": "chen"}
    found: dict[str, object] = {}
    for act, violation in (("detention", "arbitrary-detention"), ("abuse", "cruel-treatment")):
        found[act] = {
            "schema": "Act", "cite": words, "violation": violation, "gravity": "serious", "country": "cn-xj",
            "victimGroup": "ethnic minorities in Xinjiang",
        }  # fmt: skip
        for key in named:
            found[f"{key}-{act}"] = {"schema": "Involvement", "cite": words, "perpetrator": key, "act": act}
    return found


@pytest.fixture(scope="module")
def workspace(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("real-laws")
    text = (shared / "documents" / TREASURY).read_text("utf-8")
    people = {key: one for key, one in _entities(text).items() if not key.startswith("hk-")}
    people["wang-post"] = {**people["wang-post"], "organization": "bureau"}  # type: ignore[dict-item]
    casefile = {
        "casefile": "real",
        "organisation": "A test",
        "grade": "A2",
        "sources": {"treasury": {"file": TREASURY, "title": "Treasury release", "said_by": "US Treasury"}},
        "entities": people | _acts(text),
        "case": {"slug": "real", "title": "People named", "subjects": [*XINJIANG, "bureau"]},
    }
    (folder / TREASURY).write_text(text, "utf-8")
    (folder / "case.yaml").write_text(json.dumps(casefile, ensure_ascii=False), "utf-8")
    with new_workspace(folder) as made:
        made.record(folder / "case.yaml")
        yield made


@pytest.fixture(scope="module")
def rows(workspace: Workspace) -> dict[tuple[str, str], Row]:
    every = [one.id for one in shipped_laws()]
    with workspace.view() as view:
        found = weigh_case(workspace, view, "real", every, TODAY)
        return {(view.caption(row.subject), row.law.id): row for row in found.matrix.rows}


CHEN, WANG, BUREAU = XINJIANG["chen"][0], XINJIANG["wang"][0], "Xinjiang Public Security Bureau"

# who, law, limb, requirement, its provision, what is found (● met, ○ not), and words of the gap
EXPECTED = [
    (CHEN, "ca-jvcfoa", "a", "foreign-national", "s. 2", "○", "of which country the person is a citizen"),
    (CHEN, "ca-jvcfoa", "a", "responsible", "s. 4(2)(a)", "○", "what part the person had in the act"),
    (CHEN, "ca-jvcfoa", "a", "violation", "s. 4(2)(a)", "●", ""),
    (CHEN, "ca-jvcfoa", "a", "gross", "s. 4(2)(a)", "○", "open: Systematic, widespread and serious"),
    (CHEN, "ca-jvcfoa", "a", "victim-individual", "s. 4(2)(a)", "●", ""),
    (CHEN, "ca-jvcfoa", "a", "victim-abroad", "s. 4(2)(a), with s. 2", "●", ""),
    (CHEN, "ca-jvcfoa", "a", "victim-pursuit", "s. 4(2)(a)(i)–(ii)", "○", "what the victims sought"),
    (CHEN, "ca-jvcfoa", "b", "agent", "s. 4(2)(b)", "○", "open: A post shows for whom"),
    (WANG, "ca-jvcfoa", "b", "agent", "s. 4(2)(b)", "●", ""),
    (CHEN, "ca-sema-prc", "a", "in-china", "s. 2(a)", "●", ""),
    (CHEN, "ca-sema-prc", "a", "systematic", "s. 2(a)", "○", "no statement calls the violation systematic"),
    (WANG, "ca-sema-prc", "b", "senior-official", "s. 2(b)", "○", "held a senior post in the Government"),
    (BUREAU, "ca-sema-prc", "a", "participated", "s. 2(a)", "○", "what part the person or body had"),
    (CHEN, "ca-sema-russia", "a.1", "in-russia", "s. 2(a.1)", "○", "the victim was outside Russia"),
    (CHEN, "ca-sema-myanmar", "violations", "in-myanmar", "s. 2, violations", "○", "outside Myanmar"),
    (CHEN, "ca-irpa", "35-1-a", "international-crime", "s. 35(1)(a)", "○", "genocide, a crime against"),
    (CHEN, "ca-irpa", "35-1-a", "outside-canada", "s. 35(1)(a)", "●", ""),
    (WANG, "ca-irpa", "35-1-b", "prescribed-official", "s. 35(1)(b)", "○", "held a senior post under"),
    (CHEN, "us-gloman", "i", "abuse", "§ 583.201(a)(2)(i)", "●", ""),
    (CHEN, "us-gloman", "i", "serious", "§ 583.201(a)(2)(i)", "●", ""),
    (CHEN, "us-gloman", "i", "responsible", "§ 583.201(a)(2)(i)", "○", "what part the person or body had"),
    (WANG, "us-gloman", "iii", "leader", "§ 583.201(a)(2)(iii)", "○", "open: Who counts as a leader"),
    (WANG, "us-gloman", "iii", "tenure", "§ 583.201(a)(2)(iii)(A)", "○", "open: The dates recorded do not"),
    (CHEN, "us-7031c", "violation", "official", "s. 7031(c)(1)(A)", "○", "open: Whether a post in a ruling"),
    (WANG, "us-7031c", "violation", "official", "s. 7031(c)(1)(A)", "●", ""),
    (CHEN, "us-ina-212a3c", "official", "official-of-china", "the announcement of December 2020", "●", ""),
    (
        CHEN, "us-ina-212a3c", "official", "repressed-group", "the announcement of December 2020",
        "○", "open: A group's own name",
    ),
    (CHEN, "us-8usc1182f", "a", "coerced-transplantation", "8 USC 1182f(a)", "○", "taken by force"),
    (CHEN, "uk-ghrsr", "engaged", "right", "reg. 4(2)", "●", ""),
    (CHEN, "uk-ghrsr", "engaged", "serious", "reg. 4(2)", "●", ""),
    (WANG, "uk-ghrsr", "superior", "superior-position", "reg. 6(3)(a), responsible for", "○", "open: Either"),
    (CHEN, "eu-ghrsr", "a", "first-tier", "Art. 1(1)(a)–(c)", "●", ""),
    (CHEN, "eu-ghrsr", "a", "responsible", "Decision, Art. 2(1)(a) and 3(1)(a)", "○", "is responsible for"),
    (CHEN, "au-asr-6a", "4", "right", "reg. 6A(4)", "●", ""),
    (CHEN, "au-asr-6a", "4", "outside-australia", "reg. 6A, as the government's note has it", "●", ""),
]  # fmt: skip


def _finding(row: Row, limb: str, requirement: str) -> Finding:
    lines = next(one for one in row.limbs if one.limb.id == limb).lines
    return next(one for one in lines[0].findings if one.requirement.id == requirement)


@pytest.mark.parametrize(
    ("who", "law_id", "limb", "requirement", "provision", "found", "gap"),
    EXPECTED,
    ids=["-".join(row[:4]) for row in EXPECTED],
)
def test_what_each_law_finds(
    rows: dict[tuple[str, str], Row],
    who: str,
    law_id: str,
    limb: str,
    requirement: str,
    provision: str,
    found: str,
    gap: str,
) -> None:
    finding = _finding(rows[who, law_id], limb, requirement)
    assert finding.requirement.provision == provision
    assert ("○" if finding.blocks else "●") == found
    assert gap in finding.gap
    if found == "●":
        assert finding.grades == ("A2",)
        assert finding.origins.known + finding.origins.unknown == 1, "one release is one source"


def test_every_law_is_in_the_table_and_nobody_is_carried_by_any(rows: dict[tuple[str, str], Row]) -> None:
    assert {row[1] for row in EXPECTED} == {one.id for one in shipped_laws()}
    assert [key for key, row in rows.items() if any(limb.carries for limb in row.limbs)] == []


def test_detention_alone_would_not_do_in_london_or_canberra(rows: dict[tuple[str, str], Row]) -> None:
    for law_id in ("uk-ghrsr", "au-asr-6a"):
        lines = rows[CHEN, law_id].limbs[0].lines
        by_right = [next(one for one in line.findings if one.requirement.id == "right") for line in lines]
        assert sorted(one.blocks for one in by_right) == [False, True]

"""The shipped laws against the official texts they were checked against."""

import os
import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import parse

from answerable.weigh.law import Law
from tests.weigh.weighing import law

pytestmark = pytest.mark.real
SHARED = (
    Path(os.environ.get("ANSWERABLE_SHARED", Path(__file__).parents[2].parent / "shared")) / "data" / "law"
)
LIMS = "{http://justice.gc.ca/lims}"
TEXTS = {
    "ca-irpa": "eng_acts_I-2.5.xml",
    "ca-jvcfoa": "eng_acts_J-2.3.xml",
    "ca-sema-prc": "eng_regulations_SOR-2021-49.xml",
}
SEMA, LIST = "eng_acts_S-14.5.xml", "eng_regulations_SOR-2017-233.xml"


def root(file: str) -> Element:
    if not (SHARED / file).exists():
        pytest.skip(f"the official text {file} is not at ANSWERABLE_SHARED")
    found = parse(SHARED / file).getroot()
    assert isinstance(found, Element)
    return found


def provision(text: Element, number: str) -> Element:
    """The part of a text at ``4(2)(a)(i)``, found by its labels."""
    section, *labels = re.findall(r"^[\d.]+|\([^)]+\)", number)
    body = text.find("Body")
    assert body is not None
    here = next(one for one in body.iter("Section") if one.findtext("Label") == section)
    for label in labels:
        here = next(one for one in here if one.findtext("Label") == label)
    return here


def numbers(law: Law) -> set[str]:
    """The provisions of the law's own text that its file names."""
    told = [one.provision for one in law.requirements]
    told += [one.provision for one in law.limbs] + [one.provision for one in law.background]
    own = [words for words in told if not words.startswith("Special Economic Measures Act")]
    return {found for words in own for found in re.findall(r"s\. ([\d.]+(?:\([^)]+\))*)", words)}


@pytest.mark.parametrize("law_id", sorted(TEXTS))
def test_every_provision_named_is_in_the_official_text(law_id: str) -> None:
    text = root(TEXTS[law_id])
    assert len(numbers(law(law_id))) >= 5
    for number in numbers(law(law_id)):
        assert provision(text, number) is not None, number


@pytest.mark.parametrize("law_id", sorted(TEXTS))
def test_dates_are_those_of_the_official_text(law_id: str) -> None:
    text, one = root(TEXTS[law_id]), law(law_id)
    begun = provision(text, "35(1)(a)") if law_id == "ca-irpa" else text
    assert one.in_force == begun.get(LIMS + "inforce-start-date")
    assert one.amended == text.get(LIMS + "lastAmendedDate")
    assert one.current_to == text.get(LIMS + "current-date")


def test_the_opening_words_of_the_regulations_are_younger_than_their_limbs() -> None:
    section = provision(root(TEXTS["ca-sema-prc"]), "2")
    opening = next(one for one in law("ca-sema-prc").requirements if one.id == "in-or-of-china")
    assert section.get(LIMS + "lastAmendedDate") == opening.since
    for letter in "abcde":
        limb = provision(root(TEXTS["ca-sema-prc"]), f"2({letter})")
        assert limb.get(LIMS + "inforce-start-date") == law("ca-sema-prc").in_force


@pytest.mark.parametrize(("law_id", "section"), [("ca-jvcfoa", "4(2)"), ("ca-sema-prc", "2")])
def test_the_file_has_each_limb_there_is_and_no_other(law_id: str, section: str) -> None:
    limbs = [one.findtext("Label") for one in provision(root(TEXTS[law_id]), section).findall("Paragraph")]
    assert [f"({one.id})" for one in law(law_id).limbs] == limbs


@pytest.mark.parametrize(
    ("law_id", "number", "words"),
    [
        ("ca-jvcfoa", "4(1)", "of the opinion"),
        ("ca-jvcfoa", "4(2)(a)", "foreign state"),
        ("ca-jvcfoa", "4(2)(a)", "gross"),
        ("ca-jvcfoa", "4(2)(d)", "paragraph (c)"),
        ("ca-irpa", "33", "reasonable grounds to believe"),
        ("ca-irpa", "33", "omissions"),
        ("ca-irpa", "35(1)", "permanent resident or a foreign national"),
        ("ca-irpa", "35(1)(a)", "outside Canada"),
        ("ca-irpa", "35(1)(b)", "in the opinion of the Minister"),
        ("ca-irpa", "35(1)(b)", "systematic or gross"),
        ("ca-irpa", "35.1(1)(c)", "currently the subject"),
        ("ca-sema-prc", "2", "reasonable grounds to believe"),
        ("ca-sema-prc", "2", "ordinarily reside in Canada"),
        ("ca-sema-prc", "2(a)", "gross and systematic"),
        ("ca-sema-prc", "2(b)", "current or former senior official"),
    ],
)
def test_what_the_files_turn_on_is_in_the_words(law_id: str, number: str, words: str) -> None:
    assert words in (provision(root(TEXTS[law_id]), number).findtext("Text") or "")


def test_what_was_repealed_from_the_immigration_act_is_not_weighed() -> None:
    paragraphs = provision(root(TEXTS["ca-irpa"]), "35(1)").findall("Paragraph")
    standing = [one.findtext("Label") for one in paragraphs if one.find("Text/Repealed") is None]
    told = [one.provision for one in law("ca-irpa").limbs]
    weighed = {letter for words in told for letter in re.findall(r"^s\. 35\(1\)(\([^)]+\))", words)}
    assert standing == ["(a)", "(b)", "(c.1)"]
    assert weighed == set(standing)
    organs = next(one for one in law("ca-irpa").requirements if one.id == "organ-trafficking")
    assert organs.since == provision(root(TEXTS["ca-irpa"]), "35(1)(c.1)").get(LIMS + "inforce-start-date")


def test_only_gross_is_asked_by_the_magnitsky_law_and_support_only_for_corruption() -> None:
    text = root(TEXTS["ca-jvcfoa"])
    assert "systematic" not in "".join(provision(text, "4(2)").itertext())
    assert "(a)" not in (provision(text, "4(2)(d)").findtext("Text") or "")


def test_the_act_behind_the_regulations_and_the_list_are_as_the_files_say() -> None:
    assert "gross and systematic" in (provision(root(SEMA), "4(1.1)(c)").findtext("Text") or "")
    assert str(root(SEMA).get(LIMS + "current-date")) in law("ca-sema-prc").official_text
    assert "4(2)" in (provision(root(LIST), "1").findtext("Text") or "")


@pytest.mark.parametrize("law_id", sorted(TEXTS))
def test_no_sentence_of_the_official_text_is_copied(law_id: str) -> None:
    """Seven of the text's words in a row are more than a term of art."""
    text = re.findall(r"\w+", "".join(root(TEXTS[law_id]).itertext()).lower())
    runs = {tuple(text[place : place + 7]) for place in range(len(text))}
    one = law(law_id)
    told = [one.measure, *(item.says for item in one.limbs), *(item.says for item in one.background)]
    told += [words for item in one.requirements for words in (item.asks, item.open, item.gap)]
    for words in told:
        ours = re.findall(r"\w+", words.lower())
        assert not [run for run in zip(*(ours[place:] for place in range(7)), strict=False) if run in runs]

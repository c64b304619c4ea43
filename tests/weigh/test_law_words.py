"""The sentences of laws in other languages, held against the laws themselves."""

import re
from pathlib import Path

import pytest

from answerable.model.canonical import sha256_hex
from answerable.weigh.law import Law
from answerable.weigh.law_words import in_language, law_words
from answerable.weigh.laws import FOLDER, law_called, shipped_laws

TOLD = [(path.parent.name, path.stem) for path in sorted(FOLDER.glob("*/*.yaml"))]


def sentences(law: Law) -> dict[str, str]:
    """What a submission shows of a law, by where it stands."""
    told = {name: getattr(law, name) for name in ("title", "standard", "decided_by", "measure")}
    for one in law.requirements:
        told |= {f"{one.id} {name}": getattr(one, name) for name in ("asks", "gap", "open", "unverified")}
        told |= {f"{one.id} against {place}": out.gap for place, out in enumerate(one.against)}
    for limb in law.limbs:
        told |= {f"{limb.id} {name}": getattr(limb, name) for name in ("says", "beyond")}
    return told


@pytest.mark.parametrize(("language", "law"), TOLD)
def test_every_sentence_is_told_and_none_was_left_in_english(language: str, law: str) -> None:
    english, told = sentences(law_called(law)), sentences(in_language(law_called(law), language))
    assert [where for where in english if bool(english[where]) != bool(told[where])] == []
    assert [where for where in english if english[where] and english[where] == told[where]] == []


@pytest.mark.parametrize(("language", "law"), TOLD)
def test_a_law_is_told_with_its_own_ids_and_nothing_else(language: str, law: str) -> None:
    found = law_words(law, language)
    assert found is not None
    assert list(found[0].requirements) == [one.id for one in law_called(law).requirements]
    assert list(found[0].limbs) == [one.id for one in law_called(law).limbs]


@pytest.mark.parametrize(("language", "law"), TOLD)
def test_only_sentences_differ(language: str, law: str) -> None:
    english, told = law_called(law), in_language(law_called(law), language)
    assert [one.checks[0].model_dump(exclude={"gap"}) for one in told.requirements] == [
        one.checks[0].model_dump(exclude={"gap"}) for one in english.requirements
    ]
    assert (told.id, told.sha256, told.checked_on) == (english.id, english.sha256, english.checked_on)
    assert told.words_sha256 == sha256_hex(Path(FOLDER, told.words_file).read_bytes())


@pytest.mark.parametrize(("language", "law"), [one for one in TOLD if one[0] == "fr"])
def test_french_marks_stand_off_by_a_narrow_space(language: str, law: str) -> None:
    told = "\n".join(sentences(in_language(law_called(law), language)).values())
    assert re.findall("[^\u202f][;:!?»]|«[^\u202f]|'", told) == []


def test_a_law_that_nobody_translated_stays_in_english() -> None:
    law = next(one for one in shipped_laws() if one.id == "us-gloman")
    assert in_language(law, "fr") is law


def test_the_act_itself_is_called_as_its_french_text_calls_it() -> None:
    assert in_language(law_called("ca-jvcfoa"), "fr").title.startswith("Loi sur la justice pour les victimes")

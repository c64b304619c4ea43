"""Pairs of names as caseworkers meet them, and how each must come out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.names import THRESHOLD, Name, compare

SAME = [
    # traditional and simplified
    ("譚索", "谭索"),
    ("陳國衞", "陈国卫"),
    # characters and pinyin, in either order, hyphenated, run together, with commas
    ("谭索", "Tan Suo"),
    ("譚索明", "TAN, Suoming"),
    ("譚索明", "Suo-ming Tan"),
    ("譚索明", "Tan Suo Ming"),
    ("呂索", "Lü Suo"),
    ("呂索", "Lyu Suo"),
    ("呂索", "Lv Suo"),
    ("呂索", "Lu Suo"),
    # surnames with a reading of their own
    ("曾索", "Zeng Suo"),
    ("單索", "Shan Suo"),
    ("仇索", "Qiu Suo"),
    ("解索", "Xie Suo"),
    ("查索", "Zha Suo"),
    ("區索", "Ou Suo"),
    ("樂索", "Yue Suo"),
    ("樂索", "Le Suo"),
    ("朴索", "Piao Suo"),
    ("尉遲索", "Yuchi Suo"),
    # characters and Hong Kong spellings
    ("譚家豪", "TAM, Ka-ho Chris"),
    ("譚家豪", "Chris Tam Ka-ho"),
    ("谭家豪", "Ka Ho TAM"),
    ("周家豪", "Chau Ka Ho"),
    ("周家豪", "Chow Ka-ho"),
    ("譚子豪", "Teresa Tam Tsz-ho"),
    ("譚家豪先生", "Mr Tam Ka-ho, JP"),
    # Taiwan
    ("蔡索文", "Tsai Suo-wen"),
    # Latin letters on both sides
    ("Tan Suoming", "Suo Ming Tan"),
    ("Tam Ka-ho", "Tan Jiahao"),
    ("Tan Suoming", "TAN, Suo-ming"),
    ("Dragomir Velinov", "VELINOV, Dragomir Petrov"),
    ("Dragomir Velinov", "Dragomir Velinof"),
    ("Muhammad Velinov", "Mohammed Velinov"),
    ("Драгомир Велинов", "ДРАГОМИР Велинов"),
]

DIFFERENT = [
    # the same sound, different characters
    ("王军", "王君"),
    ("譚家誠", "譚嘉誠"),
    # one character or syllable more, less or other
    ("谭强", "谭克强"),
    ("谭强", "Tan Keqiang"),
    ("谭克强", "Tan Qiang"),
    ("譚家豪", "Tam Ka-kit"),
    ("譚家豪", "Peter Tam Ka-shing"),
    ("譚索", "Lam Sok"),
    ("Chen Yun", "Chen Yuan"),
    ("Zhang Gaoli", "Zhang Guoli"),
    ("Tan Qiang", "Tan Keqiang"),
    ("Dragomir Velinov", "Vladimir Velinov"),
    ("Saddam Velinov", "Uday Saddam Velinov"),
    ("譚索", "Dragomir Velinov"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_names_to_review(a: str, b: str) -> None:
    found = compare(Name(a), Name(b))
    assert found.score >= THRESHOLD
    assert found.verdict == "possible, review"
    assert found.reasons_for
    assert found.alignment


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_names_that_are_not(a: str, b: str) -> None:
    found = compare(Name(a), Name(b))
    assert found.score < THRESHOLD
    assert found.verdict in ("unlikely", "nothing in common")
    assert found.reasons_against


@pytest.mark.parametrize(("a", "b"), SAME + DIFFERENT)
def test_the_order_of_asking_does_not_matter(a: str, b: str) -> None:
    there, back = compare(Name(a), Name(b)), compare(Name(b), Name(a))
    assert there.score == back.score
    assert sorted((p.left, p.right) for p in there.alignment) == sorted(
        (p.right, p.left) for p in back.alignment
    )


def test_the_same_sound_is_said_to_count_against() -> None:
    found = compare(Name("王军"), Name("王君"))
    assert found.reasons_against == ("军 and 君 sound alike but are different characters",)


def test_latin_spellings_never_outweigh_characters() -> None:
    assert compare(Name("王军 Wang Jun"), Name("王君 Wang Jun")).score < THRESHOLD


def test_alignment_says_which_character_met_which_syllable() -> None:
    found = compare(Name("譚家豪"), Name("Chris TAM Ka-ho"))
    assert [(p.left, p.right, p.how) for p in found.alignment] == [
        ("", "chris", "English given name, set aside"),
        ("譚", "tam", "Hong Kong spelling"),
        ("家", "ka", "Hong Kong spelling"),
        ("豪", "ho", "Hong Kong spelling"),
    ]


def test_titles_are_shown_as_set_aside() -> None:
    found = compare(Name("譚索先生"), Name("Dr Tan Suo"))
    aside = {(p.left, p.right) for p in found.alignment if p.how == "title, set aside"}
    assert aside == {("先生", ""), ("", "dr")}


def test_a_usual_spelling_outranks_a_mixture_of_systems() -> None:
    plain, mixed = (compare(Name("譚家豪"), Name(text)).score for text in ("Tam Ka-ho", "Tam Jia-hao"))
    assert plain > mixed


@given(st.text(), st.text())
def test_any_text_gets_an_answer_that_is_never_yes(a: str, b: str) -> None:
    found = compare(Name(a), Name(b))
    assert 0.0 <= found.score <= 1.0
    assert found.verdict in ("possible, review", "unlikely", "nothing in common")
    assert found.reasons_for or found.reasons_against


WORDS = st.lists(
    st.sampled_from(["譚", "索", "tam", "tan", "suo", "suoming", "chris", "velinov", "v"]), max_size=4
)


@given(WORDS, WORDS)
def test_whatever_is_asked_first_the_score_is_the_same(a: list[str], b: list[str]) -> None:
    left, right = Name(" ".join(a)), Name(" ".join(b))
    assert compare(left, right).score == pytest.approx(compare(right, left).score, abs=0.001)


@given(st.text(alphabet="譚索家豪曾 abcTamKa-ho,·", max_size=12))
def test_a_name_never_disagrees_with_itself(text: str) -> None:
    found = compare(Name(text), Name(text))
    assert found.score == 1.0 or not any(character.isalnum() for character in text)


@pytest.mark.parametrize("long", ["譚" * 5000, "tan " * 5000, "a" * 50_000, "e" * 5000 + "譚", "譚-" * 3000])
def test_a_text_that_is_no_name_is_answered_at_once(long: str) -> None:
    for other in ("譚索", "Tan Suo", "a" * 40, "俄" * 40):
        assert compare(Name(long), Name(other)).verdict != "possible, review"
    assert compare(Name(long), Name(long)).score == 1.0

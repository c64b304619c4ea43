"""Pairs of names as caseworkers meet them, and how each must come out."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.names import PRIOR, THRESHOLD, Name, compare, verdict
from answerable.names.compare import EVEN, SLOPE, score_of

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


def test_latin_spellings_never_outweigh_characters() -> None:
    assert compare(Name("王军 Wang Jun"), Name("王君 Wang Jun")).score < THRESHOLD


def test_characters_beside_letters_meet_either() -> None:
    both = Name("譚家豪 Tam Ka-ho")
    assert compare(both, Name("谭家豪")).score >= THRESHOLD
    assert compare(both, Name("TAM, Ka-ho")).score >= THRESHOLD


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Velinov Netwrok", "VELINOV NETWORK"),
        ("Tan Suo", "TAN SUO SHIPPING"),
    ],
)
def test_a_name_of_no_stated_kind_is_a_body_s_before_one_that_is(asked: str, listed: str) -> None:
    body = Name(listed, "Organization")
    stated = compare(Name(asked, "Organization"), body).weight
    assert compare(Name(asked), body).weight == stated
    assert compare(body, Name(asked)).weight == stated
    assert compare(Name(asked, "Person"), body).weight != stated


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (1.0, "possible, review"),
        (THRESHOLD, "possible, review"),
        (THRESHOLD - 0.001, "unlikely"),
        (0.0, "nothing in common"),
    ],
)
def test_verdicts(score: float, words: str) -> None:
    assert verdict(score) == words


def test_the_score_rises_with_the_weight_and_is_a_chance() -> None:
    scores = [score_of(weight) for weight in (-(10**9), -3600, 0, EVEN, EVEN + SLOPE, 2000, 10**9)]
    assert scores == sorted(scores)
    assert 0.0 <= scores[0] < 0.001
    assert scores[3] == PRIOR
    assert 0.999 < scores[-1] <= 1.0


def test_the_score_is_that_of_the_weight() -> None:
    found = compare(Name("譚家豪"), Name("Tam Ka-ho"))
    assert found.score == pytest.approx(score_of(found.weight), abs=0.0001)


def test_the_names_are_kept_as_they_are_written() -> None:
    found = compare(Name("陳國衞"), Name("陈国卫"))
    assert [(p.left, p.right) for p in found.alignment] == [("陳", "陈"), ("國", "国"), ("衞", "卫")]


NAMES = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="譚索家豪曾娥阿不都· abcTamKa-ho,.'’0", max_size=24),
    st.text(alphabet="김정은 阮富仲 あべアー བློ་བཟང ئەركىن محمد Ссеё กขေ", max_size=24),
)
KINDS = st.sampled_from(["", "Person", "Company", "PublicBody", "Vessel", "no such kind"])


@given(NAMES, NAMES, KINDS)
def test_any_text_gets_an_answer_that_is_never_yes(a: str, b: str, schema: str) -> None:
    found = compare(Name(a), Name(b), schema)
    assert 0.0 <= found.score <= 1.0
    assert found.verdict in ("possible, review", "unlikely", "nothing in common")
    assert found.reasons_for or found.reasons_against
    assert found.bearers


WORDS = st.lists(
    st.sampled_from(
        ["譚", "索", "tam", "tan", "suo", "suoming", "chris", "velinov", "v", "van", "jr", "петров", "김정은"]
    ),
    max_size=5,
)


@given(WORDS, WORDS, KINDS)
def test_whatever_is_asked_first_the_weight_is_the_same(a: list[str], b: list[str], schema: str) -> None:
    left, right = Name(" ".join(a)), Name(" ".join(b))
    assert compare(left, right, schema).weight == compare(right, left, schema).weight


@pytest.mark.parametrize(
    "text",
    [
        "譚",
        "譚索",
        "譚家豪",
        "歐陽修",
        "林鄭月娥",
        "阿不都热西提·阿不都热合曼",
        "譚家豪譚家豪譚",
        "Tam",
        "Tam Ka-ho",
        "Velinov",
        "Dragomir Velinov",
        "Ludwig van Beethoven",
        "John F. Kennedy",
        "Anwar el-Sadat",
        "김정은",
        "Nguyễn Phú Trọng",
        "安倍晋三",
        "བསྟན་འཛིན",
        "محمود عباس",
        "Сергей Викторович Лавров",
        "अप्पू",
        "Kim",
        "Mr Dr",
    ],
)
def test_a_name_is_itself(text: str) -> None:
    found = compare(Name(text), Name(text))
    assert found.score >= THRESHOLD
    assert found.reasons_against == ()


@pytest.mark.parametrize("nothing", ["", " ", "-", "·", "…", "!?", "\u200b", "\x00"])
def test_what_holds_no_letter_has_nothing_in_common(nothing: str) -> None:
    for other in (nothing, "", "譚索", "Dragomir Velinov"):
        assert compare(Name(nothing), Name(other)).verdict == "nothing in common"


@pytest.mark.parametrize("long", ["譚" * 5000, "tan " * 5000, "a" * 50_000, "e" * 5000 + "譚", "譚-" * 3000])
def test_a_text_that_is_no_name_is_answered_at_once(long: str) -> None:
    for other in ("譚索", "Tan Suo", "a" * 40, "俄" * 40):
        assert compare(Name(long), Name(other)).verdict != "possible, review"
    assert compare(Name(long), Name(long)).score == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "a" * 400,
        "e" * 400,
        "an" * 200,
        "tan " * 40,
        "tan-" * 99,
        "a " * 40,
        "ü" * 400,
        "譚" * 400,
        "譚 " * 40,
        "ང་" * 190,
        "က" * 400,
        "ล" * 400,
        "م" * 400,
        "a.b." * 100,
        "0o" * 200,
    ],
)
def test_the_longest_text_that_is_taken_apart_is_answered_soon(text: str) -> None:
    began = process_time()
    compare(Name(text), Name(text[1:]))
    compare(Name(text, "Company"), Name(text[1:], "Company"))
    assert process_time() - began < 1.0

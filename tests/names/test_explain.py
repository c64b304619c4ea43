"""What a caseworker reads about a comparison."""

import pytest

from answerable.names import THRESHOLD, Aligned, Comparison, Name, compare
from answerable.names.explain import SYSTEMS, UNKNOWN


def explained(a: str, b: str) -> Comparison:
    return compare(Name(a), Name(b))


@pytest.mark.parametrize(
    ("a", "b", "system"),
    [
        ("毛澤東", "Mao Zedong", "Hanyu Pinyin"),
        ("譚家豪", "Tam Ka-ho", "Hong Kong spelling"),
        ("毛澤東", "Mao Tse-tung", "Wade-Giles"),
        ("吳作棟", "Goh Chok Tong", "Hokkien or Teochew spelling"),
        ("賀一誠", "Ho Iat Seng", "Macau spelling"),
        ("阮富仲", "Nguyen Phu Trong", "Vietnamese spelling"),
        ("김정은", "Kim Jong-un", "Korean spelling"),
        ("金大中", "Kim Dae-jung", "Korean spelling"),
    ],
)
def test_one_system_is_named_for_every_syllable(a: str, b: str, system: str) -> None:
    assert {met.how for met in explained(a, b).alignment} == {system}
    assert system in SYSTEMS.values()


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "陳國衞",
            "陈国卫",
            [
                ("陳", "陈", "the same character in another form"),
                ("國", "国", "the same character in another form"),
                ("衞", "卫", "the same character in another form"),
            ],
        ),
        (
            "譚家豪",
            "谭家豪",
            [
                ("譚", "谭", "the same character in another form"),
                ("家", "家", "the same character"),
                ("豪", "豪", "the same character"),
            ],
        ),
        ("王军", "王伟", [("王", "王", "the same character"), ("军", "伟", "different")]),
    ],
)
def test_alignment_says_what_met_what(a: str, b: str, expected: list[tuple[str, str, str]]) -> None:
    assert sorted(explained(a, b).alignment, key=str) == sorted((Aligned(*met) for met in expected), key=str)


def test_two_spellings_are_joined_by_a_character_behind_both() -> None:
    found = explained("Tam Ka-ho", "Tan Jiahao").alignment
    assert [(met.left, met.right) for met in found] == [("tam", "tan"), ("ka", "jia"), ("ho", "hao")]
    assert found[0].how == "both can spell 谭"
    assert all(met.how.startswith("both can spell ") for met in found)


@pytest.mark.parametrize(
    ("a", "b", "aside"),
    [
        ("譚家豪", "Chris TAM Ka-ho", {("", "chris")}),
        ("Chris TAM Ka-ho", "譚家豪", {("chris", "")}),
        ("林鄭月娥", "LAM CHENG Yuet-ngor, Carrie", {("", "carrie")}),
        ("譚索先生", "Dr Tan Suo", {("先生", ""), ("", "dr")}),
        ("Prof. Dr. Dragomir Velinov", "Dragomir Velinov", {("prof", ""), ("dr", "")}),
        ("譚家豪博士", "Mr Tam Ka-ho", {("博士", ""), ("", "mr")}),
    ],
)
def test_what_is_set_aside_is_shown(a: str, b: str, aside: set[tuple[str, str]]) -> None:
    assert {(met.left, met.right) for met in explained(a, b).alignment if "set aside" in met.how} == aside


@pytest.mark.parametrize(("a", "b"), [("譚索先生", "Dr Tan Suo"), ("譚索", "Mr Tan Suo")])
def test_titles_are_called_titles_and_change_nothing(a: str, b: str) -> None:
    found = explained(a, b)
    assert {met.how for met in found.alignment if "" in (met.left, met.right)} == {"title, set aside"}
    assert found.weight == explained("譚索", "Tan Suo").weight
    assert found.reasons_against == ()


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("王军", "王君", "军 and 君 sound alike but are different characters"),
        ("譚家誠", "譚嘉誠", "家 and 嘉 sound alike but are different characters"),
        ("王军", "王伟", "军 and 伟 are different characters"),
        ("譚家豪", "Tam Ka-kit", "豪 and kit: no spelling that is known joins them"),
        ("Franklin Roosevelt", "Theodore Roosevelt", "“franklin” and “theodore” differ"),
        ("王建", "王建国", "only one of the names has “国”"),
        ("Saddam Velinov", "Uday Saddam Velinov", "only one of the names has “uday”"),
        ("Dragomir Velinov", "Tam Ka-ho", "no part of one name meets the other"),
    ],
)
def test_what_speaks_against(a: str, b: str, said: str) -> None:
    assert said in explained(a, b).reasons_against


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("譚家豪", "Tam Ka-ho", "3 of 3 parts agree: "),
        ("譚家豪", "Tam Ka-kit", "2 of 3 parts agree: "),
        ("王军", "王伟", "1 of 2 parts agree: 王 = 王"),
    ],
)
def test_how_many_parts_agree(a: str, b: str, said: str) -> None:
    assert explained(a, b).reasons_for[0].startswith(said)


def test_the_more_surprising_part_is_named_first() -> None:
    said = explained("Muhammad Velinov", "Mohammed Velinov").reasons_for[0]
    assert said.index("velinov") < said.index("muhammad")


def test_how_much_more_often_is_said_to_one_figure_and_grows_with_the_name() -> None:
    said = [explained(name, name).reasons_for[1] for name in ("Ali Hassan", "Ali Hassan Velinov")]
    figures = [int(one.split(" times ")[0].rpartition(" ")[2].replace(",", "")) for one in said]
    assert figures[0] < figures[1]
    assert all(str(figure).rstrip("0") in "123456789" for figure in figures)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("譚索", "Tan Suo"),
        ("王军", "王君"),
        ("Dragomir Velinov", "Tam Ka-ho"),
        ("", ""),
        ("譚", "Tan"),
        ("Dragomir Velinov", "Velinov"),
        ("김정은", "Kim Jong-il"),
        ("محمود عباس", "Mahmoud Abbas"),
        ("Taro Aso", "Tarou Asou"),
        ("John A. Velinov", "John B. Velinov"),
    ],
)
def test_there_is_always_a_reason(a: str, b: str) -> None:
    found = explained(a, b)
    assert found.reasons_for if found.score >= THRESHOLD else found.reasons_against
    assert all(len(why) > 10 for why in (*found.reasons_for, *found.reasons_against))


@pytest.mark.parametrize(
    "text",
    [
        "Velinov Works Co., Ltd.",
        "Ministry of Foreign Affairs of the Russian Federation",
        "喀什市公安局",
        "Anwar el-Sadat",
    ],
)
def test_the_same_word_never_counts_against(text: str) -> None:
    assert explained(text, text).reasons_against == ()


@pytest.mark.parametrize(
    ("usual", "rare"), [("王伟", "Wang Wei"), ("李强", "Li Qiang"), ("陳家豪", "Chan Ka-ho")]
)
def test_usual_characters_warn_of_namesakes(usual: str, rare: str) -> None:
    assert "expect" in explained(usual, rare).bearers
    assert "not known" in explained(usual, rare).bearers


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Dragomir Velinov", "Dragomir Velinov"),
        ("雪克来提·扎克尔", "Shohrat Zakir"),
        ("区寿年驹", "Au Sau Nin Kui"),
    ],
)
def test_how_many_bear_other_names_is_not_known(a: str, b: str) -> None:
    assert explained(a, b).bearers == UNKNOWN

"""How names are cut into syllables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.names.parse import fold, parts, words_of
from answerable.names.syllables import GAP, cuts, han_ways, hangul_ways, latin_ways


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("xian", "xian"),
        ("Xi'an", "xi an"),
        ("Jinping", "jin ping"),
        ("Zedong", "ze dong"),
        ("Ka-ho", "ka ho"),
        ("kaho", "ka ho"),
        ("keung", "keung"),
        ("Sukyee", "suk yee"),
        ("Yue'e", "yue e"),
        ("Lü", "lu"),
        ("ng", "ng"),
        ("Ouyang", "ou yang"),
        ("Jae-in", "jae in"),
        ("Phương", "phuong"),
        ("Đông", "dong"),
        ("Trọng", "trong"),
        ("suoming", "suo ming"),
        ("c", "c."),
        ("r", "r."),
        ("a", "a"),
        ("HK", "h. k."),
        ("xiaoan", "xiao an"),
        ("tsz", "tsz"),
        ("Hsiao-p'ing", "hsiao ping"),
        ("tse-tung", "tse tung"),
    ],
)
def test_the_likeliest_cut(word: str, cut: str) -> None:
    assert " ".join(cuts(words_of(fold(word))[0])[0]) == cut


@pytest.mark.parametrize(
    ("word", "both"),
    [("fangan", {("fang", "an"), ("fan", "gan")}), ("xiaoan", {("xiao", "an"), ("xia", "oan")})],
)
def test_a_word_that_can_be_cut_two_ways(word: str, both: set[tuple[str, ...]]) -> None:
    assert set(cuts(words_of(word)[0])) == both


@pytest.mark.parametrize(
    "word", ["velinov", "mountbatten", "abc", "鄧", "김", "лавров", "731", "a" * 17, "jinpingx"]
)
def test_what_is_no_syllable_is_not_cut(word: str) -> None:
    assert all(cuts(one) == () for one in words_of(word))


def first(text: str) -> str:
    found = parts(text)
    ways = latin_ways(found.words, surname_first=found.surname_first)
    return " ".join(min(ways, key=lambda way: way.cost).units) if ways else ""


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Tam Ka-ho", "tam ka ho"),
        ("TAM, Ka-ho Chris", "tam ka ho"),
        ("Chris Tam Ka-ho", "tam ka ho"),
        ("Ka Ho TAM", "ka ho tam"),
        ("Mao Zedong", "mao ze dong"),
        ("Zedong Mao", "mao ze dong"),
        ("Ouyang Xiu", "ou yang xiu"),
        ("Ou Yang Xiu", "ou yang xiu"),
        ("Carrie Lam Cheng Yuet-ngor", "lam cheng yuet ngor"),
        ("C.Y. Leung", "leung c. y."),
        ("Moon Jae-in", "moon jae in"),
        ("Nguyễn Phú Trọng", "nguyen phu trong"),
        ("Goh Chok Tong", "goh chok tong"),
        ("Mike Lee", "lee mi ke"),
        ("Velina Tam Ka Ho", "tam ka ho"),
    ],
)
def test_a_name_in_letters(text: str, units: str) -> None:
    found = parts(text)
    ways = latin_ways(found.words, surname_first=found.surname_first)
    assert units in {" ".join(way.units) for way in ways}


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Tam Ka-ho", "tam ka ho"),
        ("Mao Zedong", "mao ze dong"),
        ("Zedong Mao", "mao ze dong"),
        ("Kim Jong-un", "kim jong un"),
    ],
)
def test_the_cheapest_reading(text: str, units: str) -> None:
    assert first(text) == units


def test_a_comma_settles_the_order() -> None:
    assert {way.units[0] for way in latin_ways(parts("TAM, Ka-ho").words, surname_first=True)} == {"tam"}
    assert {way.units[0] for way in latin_ways(parts("Tam Ka-ho").words)} == {"tam", "ka"}


@pytest.mark.parametrize(
    "text",
    [
        "Dragomir Velinov",
        "Ali bin Tan",
        "Tan",
        "Tan 3 Suo",
        "Velinov, Ka-ho",
        "James Bond",
        "Mike Casey",
        "Mike de Velinov",
        "Raul R. Velinov",
        "",
        "Tan Suo Tan Suo Tan Suo Tan",
        "Сергей Лавров",
        "김정은",
        "譚索",
    ],
)
def test_names_that_are_not_of_syllables(text: str) -> None:
    found = parts(text)
    assert latin_ways(found.words, surname_first=found.surname_first) == ()


@pytest.mark.parametrize(
    ("text", "aside"),
    [("Chris Tam Ka-ho", ("chris",)), ("TAM, Ka-ho Chris", ("chris",)), ("Tam Ka-ho", ())],
)
def test_given_names_of_other_languages_are_left_out(text: str, aside: tuple[str, ...]) -> None:
    found = parts(text)
    ways = latin_ways(found.words, surname_first=found.surname_first)
    assert {way.aside for way in ways} == {aside}


def test_a_given_name_that_may_be_syllables_is_read_both_ways() -> None:
    ways = latin_ways(parts("Anna Tam Ka-ho").words)
    assert {way.aside for way in ways} == {(), ("anna",)}


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("譚家豪", "谭家豪"),
        ("歐陽修", "欧阳修"),
        ("司馬相如", "司马相如"),
        ("譚·索", "谭索"),
        ("譚", ""),
        ("譚家豪譚家豪譚", ""),
    ],
)
def test_a_name_in_characters(text: str, units: str) -> None:
    ways = han_ways(parts(text))
    assert "".join(unit for way in ways for unit in way.units) == units
    assert all("".join(way.shown) == text.replace("·", "") for way in ways)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("김정은", "김정은"),
        ("김 정은", "김정은"),
        ("남궁억", "남궁억"),
        ("김", ""),
        ("김정은 Kim", ""),
        ("velinov", ""),
    ],
)
def test_a_name_in_hangul(text: str, units: str) -> None:
    assert "".join(unit for way in hangul_ways(parts(text).words) for unit in way.units) == units


@pytest.mark.parametrize(
    ("text", "cheap"), [("林鄭月娥", 2), ("葉劉淑儀", 2), ("司馬相如", 0), ("歐陽娜娜", 0), ("譚家豪", 0)]
)
def test_one_of_two_surnames_may_be_left_out(text: str, cheap: int) -> None:
    (way,) = han_ways(parts(text))
    assert [gap < GAP for gap in way.gaps] == [True] * cheap + [False] * (len(text) - cheap)


@given(st.text(alphabet="abcdeghijklnoqrstuwxyz'-üđ ", max_size=40))
def test_every_way_holds_the_letters_it_was_cut_from(text: str) -> None:
    for way in latin_ways(parts(text).words):
        assert 2 <= len(way.units) <= 5
        assert len(way.units) == len(way.gaps) == len(way.shown)

"""What of a name is compared, and that no script is damaged on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.names.parse import Name, fold, is_han, parts, words_of


@pytest.mark.parametrize(
    ("text", "han", "words", "titles"),
    [
        ("TAM, Ka-ho Chris", (), ("tam", "kaho", "chris"), ()),
        ("Velinov Works Co., Ltd.", (), ("velinov", "works", "co", "ltd"), ()),
        ("譚索 Tam Sok", ("譚索",), ("tam", "sok"), ()),
        ("譚·索先生", ("譚", "索"), (), ("先生",)),
        ("譚索博士", ("譚索",), (), ("博士",)),
        ("雪克来提·扎克尔", ("雪克来提", "扎克尔"), (), ()),
        ("弗拉基米尔・普京", ("弗拉基米尔", "普京"), (), ()),
        ("Lü Yue'e", (), ("lü", "yuee"), ()),
        ("Mr Tam Sok, JP", (), ("tam", "sok"), ("mr", "jp")),
        ("C.Y. Leung", (), ("c", "y", "leung"), ()),
        ("Ｔａｍ　Ｓｏｋ", (), ("tam", "sok"), ()),
        ("Ta\u200bm Sok", (), ("tam", "sok"), ()),
        ("Velinov\x00Works", (), ("velinov", "works"), ()),
        ("Łukasz Ørsted", (), ("łukasz", "ørsted"), ()),
        ("Nguyễn Phú Trọng", (), ("nguyễn", "phú", "trọng"), ()),
        ("김정은", (), ("김정은",), ()),
        ("𠮷野·一〇", ("𠮷野", "一〇"), (), ()),
        # a title is a name where nothing else is there
        ("先生", ("先生",), (), ()),
        ("譚先生", ("譚先生",), (), ()),
        ("Mr Dr", (), ("mr", "dr"), ()),
        ("", (), (), ()),
        ("-", (), (), ()),
    ],
)
def test_parts(text: str, han: tuple[str, ...], words: tuple[str, ...], titles: tuple[str, ...]) -> None:
    found = parts(text)
    assert found.han == han
    assert tuple(word.text for word in found.words) == words
    assert sorted(found.titles) == sorted(titles)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Ka-ho", ("ka", "ho")),
        ("Xi'an", ("xi", "an")),
        ("Yue’e", ("yue", "e")),
        ("Ka‐ho", ("ka", "ho")),
        ("al-Assad", ("al", "assad")),
        ("Smith-", ("smith",)),
        ("Hsiao-p'ing", ("hsiao", "p", "ing")),
        ("བློ་བཟང་", ("བློ", "བཟང")),
        ("kaho", ("kaho",)),
    ],
)
def test_pieces_of_a_word(text: str, pieces: tuple[str, ...]) -> None:
    (word,) = words_of(fold(text))
    assert word.pieces == pieces
    assert word.text == "".join(pieces)


@pytest.mark.parametrize(
    ("text", "first", "said"),
    [
        ("TAM, Ka-ho", "tam", True),
        ("Ka-ho, Chris, Tam", "kaho", False),
        ("Tam Ka-ho", "tam", False),
        (", Ka-ho", "kaho", False),
        ("Tam,", "tam", False),
        ("VELINOV, Dragomir", "velinov", True),
    ],
)
def test_a_comma_says_which_is_the_surname(text: str, first: str, said: bool) -> None:
    found = parts(text)
    assert (found.words[0].text, found.surname_first) == (first, said)


@pytest.mark.parametrize("text", ["Tam Ka-ho, JP", "Dragomir Velinov, Jr.", "Dragomir Velinov, PhD"])
def test_a_title_after_a_comma_says_nothing_of_the_surname(text: str) -> None:
    assert not parts(text).surname_first


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("drag0mir", "dragomir"),
        ("ve1inov", "veiinov"),
        ("5ergey", "sergey"),
        ("z3dong", "zedong"),
        # no slips: numbers, models
        ("731", "731"),
        ("r2d2", "r2d2"),
        ("1999", "1999"),
    ],
)
def test_figures_for_letters(typed: str, meant: str) -> None:
    assert [word.text for word in parts(typed).words] == [meant]


@pytest.mark.parametrize(
    "text", ["မင်းအောင်", "བློ་བཟང་", "ทักษิณ", "ئۇيغۇر", "драгомир", "김정", "नरेन्द्र", "ហ៊ុន", "محمود", "ชินวัตร"]
)
def test_marks_of_other_scripts_are_letters_and_stay(text: str) -> None:
    assert fold(text) == text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ТАМ", "там"),
        ("ΑΛΕΞΗΣ", "αλεξησ"),
        ("Straße", "strasse"),
        ("e\u0301", "é"),
        ("ﬁ", "fi"),
        ("ｶﾅ", "カナ"),
        ("A\u00adB", "ab"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("character", "answer"),
    [("譚", True), ("𠮷", True), ("〇", True), ("あ", False), ("김", False), ("a", False), ("·", False)],
)
def test_chinese_characters(character: str, answer: bool) -> None:
    assert is_han(character) is answer


def test_a_name_keeps_its_text() -> None:
    assert Name("  TAM,\tKa-ho ").text == "  TAM,\tKa-ho "


@given(st.text())
def test_parts_are_made_of_what_is_in_the_text(text: str) -> None:
    found = parts(text)
    folded = set(fold(text)) | set("oieastbg")
    assert all(set(run) <= folded and all(map(is_han, run)) for run in found.han)
    assert all(word.text == "".join(word.pieces) and word.text for word in found.words)
    assert all(set(word.text) <= folded and not any(map(is_han, word.text)) for word in found.words)

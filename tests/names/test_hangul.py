"""Hangul syllables in Latin letters: the table, the rule beside it, and names as people spell them."""

import pytest

from answerable.names.hangul import hangul_spellings, hangul_weight
from answerable.names.tables import DATA

ROWS = [
    line.split("\t")
    for line in (DATA / "hangul.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def test_each_row_is_a_syllable_a_weight_and_spellings() -> None:
    for syllable, weight, spellings in ROWS:
        assert "가" <= syllable <= "힣"
        assert 1 <= int(weight) <= 10_000
        forms = spellings.split(" ")
        assert len(forms) == len(set(forms))
        assert all(form.isascii() and form.isalpha() and form.islower() for form in forms)


def test_syllables_stand_once_and_in_order() -> None:
    syllables = [row[0] for row in ROWS]
    assert len(syllables) >= 430
    assert syllables == sorted(set(syllables))


# South Korean presidents, ministers and a UN Secretary-General; North Korean officials.
@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        ("김대중", "kim dae jung"), ("노무현", "roh moo hyun"), ("이명박", "lee myung bak"),
        ("박근혜", "park geun hye"), ("문재인", "moon jae in"), ("윤석열", "yoon suk yeol"),
        ("이승만", "rhee syng man"), ("박정희", "park chung hee"), ("전두환", "chun doo hwan"),
        ("노태우", "roh tae woo"), ("김영삼", "kim young sam"), ("최규하", "choi kyu hah"),
        ("반기문", "ban ki moon"), ("강경화", "kang kyung wha"), ("정몽준", "chung mong joon"),
        ("이재명", "lee jae myung"), ("안철수", "ahn cheol soo"),
        ("김정은", "kim jong un"), ("김정일", "kim jong il"), ("김일성", "kim il sung"),
        ("김여정", "kim yo jong"), ("최룡해", "choe ryong hae"), ("리선권", "ri son gwon"),
        ("조용원", "jo yong won"), ("박봉주", "pak pong ju"), ("장성택", "jang song thaek"),
        ("리설주", "ri sol ju"), ("로두철", "ro tu chol"), ("최선희", "choe son hui"),
    ],
)  # fmt: skip
def test_public_figures(hangul: str, latin: str) -> None:
    for syllable, spelling in zip(hangul, latin.split(), strict=True):
        assert spelling in hangul_spellings(syllable)


@pytest.mark.parametrize(
    ("syllable", "usual"), [("김", "kim"), ("이", "lee"), ("박", "park"), ("최", "choi"), ("룡", "ryong")]
)
def test_the_most_usual_spelling_stands_first(syllable: str, usual: str) -> None:
    assert hangul_spellings(syllable)[0] == usual


@pytest.mark.parametrize(
    ("syllable", "spelling"),
    [
        ("뷁", "bwek"),
        ("뽑", "ppop"),
        ("쉽", "swip"),
        ("쉽", "shwip"),
        ("젓", "chot"),
        ("컵", "kop"),
        ("밥", "pap"),
    ],
)
def test_other_syllables_are_spelled_by_rule(syllable: str, spelling: str) -> None:
    assert hangul_weight(syllable) == 0
    assert spelling in hangul_spellings(syllable)


def test_every_syllable_has_between_one_and_fourteen_different_spellings() -> None:
    for code in range(ord("가"), ord("힣") + 1):
        forms = hangul_spellings(chr(code))
        assert 1 <= len(forms) == len(set(forms)) <= 14
        assert all(form.isascii() and form.isalpha() for form in forms)


@pytest.mark.parametrize("text", ["", "a", "金", "ㄱ", "김정", "ー"])
def test_what_is_no_syllable_has_no_spelling(text: str) -> None:
    assert hangul_spellings(text) == ()
    assert hangul_weight(text) == 0

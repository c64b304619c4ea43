"""The tables of readings and spellings outside Mandarin and Hong Kong: shape, and public figures' names."""

import os
import re
import runpy
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from answerable.names.tables import DATA, simplify

ROOT = Path(__file__).parents[2]
TABLES = Path(os.environ.get("ANSWERABLE_SHARED", ROOT.parent / "shared")) / "data" / "names" / "tables"
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "make_sinoxenic_table.py"))


def read(name: str) -> list[list[str]]:
    lines = (DATA / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


REGIONAL = {(row[0], row[1]): row[2].split(" ") for row in read("regional.tsv")}
SINOXENIC = {row[0]: [part.split() for part in (row + [""] * 4)[1:5]] for row in read("sinoxenic.tsv")}
JAPANESE = {(row[0], row[1]): row[2].split(" ") for row in read("japanese.tsv")}


@pytest.mark.parametrize("name", ["regional.tsv", "sinoxenic.tsv", "japanese.tsv", "hangul.tsv"])
def test_a_table_says_where_it_is_from(name: str) -> None:
    header = [line for line in (DATA / name).read_text("utf-8").splitlines() if line.startswith("#")]
    assert "not yet checked by" in " ".join(line.lstrip("# ") for line in header)


@pytest.mark.parametrize(("name", "keys"), [("regional.tsv", 2), ("sinoxenic.tsv", 1), ("japanese.tsv", 2)])
def test_rows_stand_once_and_in_order(name: str, keys: int) -> None:
    found = [tuple(row[:keys]) for row in read(name)]
    assert found == sorted(set(found))


@pytest.mark.parametrize(("name", "column"), [("regional.tsv", 2), ("japanese.tsv", 2)])
def test_spellings_are_different_words_in_ascii(name: str, column: int) -> None:
    for row in read(name):
        assert len(row) == column + 1
        forms = row[column].split(" ")
        assert len(forms) == len(set(forms))
        assert all(re.fullmatch("[a-z]+", form) for form in forms), row


def test_regional_rows_are_of_known_systems_and_simplified_characters() -> None:
    assert {system for _, system in REGIONAL} == {"hokkien", "hakka", "macau", "malaysia", "taiwan"}
    assert all(len(character) == 1 and simplify(character) == character for character, _ in REGIONAL)


def test_sinoxenic_rows_hold_each_script_in_its_column() -> None:
    for character, (korean, vietnamese, on, kun) in SINOXENIC.items():
        assert len(character) == 1
        assert korean or vietnamese or on or kun
        assert all(len(form) == 1 and "가" <= form <= "힣" for form in korean)
        assert all(form == unicodedata.normalize("NFC", form) and form.isalpha() for form in vietnamese)
        assert all(re.fullmatch("[a-z]+", form) for form in (*on, *kun)), character


def test_japanese_rows_are_surnames_or_given_names() -> None:
    assert {kind for _, kind in JAPANESE} == {"surname", "given"}


@pytest.mark.parametrize(
    ("system", "han", "latin"),
    [
        ("hokkien", "陈庆炎", "tan kheng yam"), ("hokkien", "吴作栋", "goh chok tong"),
        ("hokkien", "王鼎昌", "ong teng cheong"), ("hokkien", "许子根", "koh tsu koon"),
        ("hokkien", "林冠英", "lim guan eng"), ("hokkien", "郑永顺", "tay eng soon"),
        ("hokkien", "颜金勇", "gan kim yong"), ("hokkien", "李文材", "lee boon chye"),
        ("hakka", "叶亚来", "yap ah loi"), ("hakka", "罗芳伯", "lo fong pak"),
        ("macau", "贺一诚", "ho iat seng"), ("macau", "梁安琪", "leong on kei"),
        ("macau", "吴国昌", "ng kuok cheong"), ("macau", "麦瑞权", "mak soi kun"),
        ("macau", "何润生", "ho ion sang"), ("macau", "宋碧琪", "song pek kei"),
        ("malaysia", "冯宝君", "foong po kuan"), ("malaysia", "陆兆福", "loke siew fook"),
        ("taiwan", "蔡英文", "tsai ing wen"), ("taiwan", "马英九", "ma ing jeou"),
        ("taiwan", "卢秀燕", "lu shiow yen"), ("taiwan", "苏嘉全", "su jia chyuan"),
    ],
)  # fmt: skip
def test_public_figures(system: str, han: str, latin: str) -> None:
    for character, spelling in zip(han, latin.split(), strict=True):
        assert spelling in REGIONAL[character, system], (character, spelling)


@pytest.mark.parametrize(
    ("text", "column", "readings"),
    [
        ("阮富仲", 1, "nguyễn phú trọng"), ("范明政", 1, "phạm minh chính"), ("武元甲", 1, "võ nguyên giáp"),
        ("胡志明", 1, "hồ chí minh"), ("黎德壽", 1, "lê đức thọ"), ("阮春福", 1, "nguyễn xuân phúc"),
        ("金大中", 0, "김 대 중"), ("李明博", 0, "이 명 박"), ("朴槿惠", 0, "박 근 혜"),
        ("文在寅", 0, "문 재 인"),
        ("習近平", 2, "shu kin hei"), ("毛澤東", 2, "mo taku to"), ("栄作", 2, "ei saku"),
        ("李克强", 2, "ri koku kyo"),
        ("正雄", 3, "masa o"),
    ],
)  # fmt: skip
def test_readings_of_public_figures(text: str, column: int, readings: str) -> None:
    for character, reading in zip(text, readings.split(), strict=True):
        assert reading in SINOXENIC[character][column], (character, reading)


@pytest.mark.parametrize(
    ("surname", "given", "latin"),
    [
        ("安倍", "晋三", "abe shinzo"), ("岸田", "文雄", "kishida fumio"), ("石破", "茂", "ishiba shigeru"),
        ("麻生", "太郎", "aso taro"), ("菅", "義偉", "suga yoshihide"), ("菅", "直人", "kan naoto"),
        ("小泉", "純一郎", "koizumi junichiro"), ("田中", "眞紀子", "tanaka makiko"),
        ("佐藤", "栄作", "satoh eisaku"), ("大平", "正芳", "ohira masayoshi"),
        ("河野", "太郎", "kouno tarou"),
    ],
)  # fmt: skip
def test_japanese_public_figures(surname: str, given: str, latin: str) -> None:
    first, second = latin.split()
    assert first in JAPANESE[surname, "surname"]
    assert second in JAPANESE[given, "given"]


@pytest.mark.parametrize(
    ("jyutping", "macau", "malaysia"),
    [
        ("jyut6", "ut", "yuet"), ("gwok3", "kuok", "kwok"), ("ming4", "meng", "ming"),
        ("zeng6", "cheang", "cheng"), ("jing1", "ieng", "ying"),
        ("zung1", "chong", "choong"), ("juk6", "iok", "yoke"),
        ("siu1", "sio", "siew"),
    ],
)  # fmt: skip
def test_cantonese_by_rule(jyutping: str, macau: str, malaysia: str) -> None:
    make_macau: Callable[[str], list[str]] = SCRIPT["macau"]
    make_malaysia: Callable[[str], list[str]] = SCRIPT["malaysia"]
    assert macau in make_macau(jyutping)
    assert malaysia in make_malaysia(jyutping)


@pytest.mark.parametrize(
    ("pinyin", "phonetic", "tongyong", "gwoyeu"),
    [
        ("jiǔ", "jiou", "jiou", "jeou"), ("xiè", "shie", "sie", "shieh"),
        ("quán", "chiuan", "cyuan", "chyuan"),
        ("zhì", "jr", "jhih", "jyh"), ("zhōng", "jung", "jhong", "jong"), ("lǚ", "liu", "lyu", "leu"),
        ("xióng", "shiung", "syong", "shyong"),
        ("yǒu", "you", "you", "yeou"), ("cái", "tsai", "cai", "tsair"),
        ("yán", "yan", "yan", "yan"), ("yì", "yi", "yi", "yih"), ("mín", "min", "min", "min"),
        ("wěi", "wei", "wei", "woei"), ("ēn", "en", "en", "en"), ("ruì", "ruei", "ruei", "ruey"),
    ],
)  # fmt: skip
def test_taiwan_by_rule(pinyin: str, phonetic: str, tongyong: str, gwoyeu: str) -> None:
    assert SCRIPT["taiwan"](pinyin) == [phonetic, tongyong, gwoyeu]


@pytest.mark.real
@pytest.mark.skipif(not TABLES.is_dir(), reason="the public name tables are not at hand")
@pytest.mark.parametrize(
    ("name", "header", "lines"),
    [
        ("regional.tsv", "REGIONAL_HEADER", "regional_lines"),
        ("sinoxenic.tsv", "SINOXENIC_HEADER", "sinoxenic_lines"),
    ],
)
def test_the_script_makes_the_committed_tables(name: str, header: str, lines: str) -> None:
    made = SCRIPT[header] + "\n".join(SCRIPT[lines](TABLES)) + "\n"
    assert made == (DATA / name).read_text("utf-8")

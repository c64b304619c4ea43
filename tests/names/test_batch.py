"""The kernel says what the reference says, to the last hundredth, whatever the names."""

import csv
import os
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.names import batch
from answerable.names.batch import Book, kernel_is_there, score_pairs, weigh_asked, weigh_pairs
from answerable.names.encode import encode, encode_both
from answerable.names.kernel import build, load
from answerable.names.parse import Name
from answerable.names.score import weigh
from answerable.names.ties import link
from answerable.names.units import units

SHARED = Path(os.environ.get("ANSWERABLE_SHARED", Path(__file__).parents[3] / "shared")) / "data" / "names"
real = [
    pytest.mark.real,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the public name sets are not at hand"),
]
with_kernel = pytest.mark.skipif(not kernel_is_there(), reason="the kernel is not compiled")
Asked = tuple[str, str, str]

HAN = """
譚索|谭索|譚索明|谭家豪|譚子豪|周家豪|尉遲索|歐陽娜娜|司徒索|曾索|單索|區索|樂索|朴索|呂索|吕索明|陳國衞|陈国卫
譚索明先生|鄔景坪|邬景坪|阿不都熱合曼|买买提·吐尔逊|努尔哈提·买买提|迪丽娜尔|扎西多吉|丹增嘉措|巴桑卓玛
田中太郎|山田花子|佐藤愛|김서준|박서연|남궁서준|황보서준|제갈서연|선우은숙|〇〇|王|王王|王王王|王小明王小明
青海省公安廳|公安厅|新疆某某兵团|中国某某天然气集团公司|北京某某科技有限公司|某某技术有限公司|香港某某處
"""
LATIN = """
Tan Suo|Suo Tan|TAN, Suoming|Suo-ming Tan|Tan Suo Ming|Lü Suo|Lyu Suo|Lv Suo|Chris Tam Ka-ho|TAM, Ka-ho Chris
Tam K.H.|K. H. Tam|Tam KH|Teresa Tam Tsz-ho|Au-Yeung Na Na|Ouyang Nana|Nguyễn Văn An|Nguyen Van An|Đặng Đào
Kim Seo-jun|Kim Seo Jun|Gim Seojun|Park Seo-yeon|Bak Seoyeon|Ri Seo-jun|Lee Seo Jun|Kim|Anna Kim|Kim Anna
Rami Hadad|Ramihadad|Hadad, Rami|Nasr Allah Hasan|Hassan Nasrallah|Nasrallah|Abdul Rahman|Abdurrahman
Omar bin Ali|Ali bin Omar|Omar Ali|Ali ibn Umar al-Masri|El Masry Omar|Abd al-Aziz ibn Sami|Mohammed|Muhamad
Salim Hussein|Adil Salim Hussein|Nabil Salim Husayn|Basim al-Azhar|Basem Al Azhar|Maher Azhar|al-|bin
Olaf Scholtze|Olaf Scholze|Scholze, O.|O. S.|J. R. R. Ito|Jr|John Smith Jr|Jon Smyth|Smith John|Smiht Jonh
Wu Jingping|Wu Ching-p'ing|Ng King Ping|Xix|xxx|Xx Xx|x|Y|Yy|A B C D E F G H I J K L M N O P
aaaaaaaaaaaaaaaaaaaaaaaa|Tenzin Dorje|Tendzin Dorjee|Bstan 'dzin rdo rje|Tashi Dorje|Nurali Tursun
Memet Turghun|Mehmet Turgun|Batbayaryn Temüülen|Temuulen Batbayar|Oyun-Erdene|Ngui Obi Mang|Teo Ngui
María José Núñez de Prado|Vadim Vadimovich Petin|V. V. Petin|Petin Wadim|Petine|Ivan Ivanov
Ivanov Ivan Ivanovich|Yuliya|Iulia|Ben McAdam|Benjamin Bor|Liz|Elizabeth Bor|Bill Bor|William Bor
Société Romarin|Societe Romarin S.A.|L.X.C. Ltd|LXC Limited|Bank of China|China Bank|Bank of China (Hong Kong)
No. 3 Prison|Prison No. 4|Second Detention Center|Production and Construction Corps|XPCC|Police|Ltd
Romarin Technologies Co., Ltd.|Ro Ma Rin Tech|Ministry of State Security|State Security Ministry|OOO Romashka
Al|Li|Ng|Ng Ng|Ou|O|Wu-Wu|Chan-Lam Siu Ling|Chan Lam Siu-ling Carrie|Lam Chan Yuet-ngo|Zheng Yue'e
Dr. Sheikh|Mr|His Excellency|General Zhang|张 Zhang Wei|Zhang Wei 张伟|B0b Sm1th|123|No 12|12 No|0|- -|'|,|.
"""
OTHER = """
Петин Валерий|Вадим Петин|Петин, Вадим Вадимович|Юлия|Щербаков|Oлaф Шольце|ООО Ромашка|Батбаярын Тэмүүлэн
محمد بن سلمى|عبد الرحمن|بشار الأزهر|رامي حداد|علی نوری‌زاده|نور محمد|ئابدۇرېھىم|תמר כהן|Ελένη Παππα|Γιώργος
བསྟན་འཛིན་རྡོ་རྗེ|བཀྲ་ཤིས|ᠮᠣᠩᠭᠣᠯ|नरेन्द्र सिंह|ราชา สมชาย|அருண்|გიორგი|Արամ Սարգսյան
မင်းအောင်|ကျော်|たなか たろう|ヤマダ・ハナコ|អង្គរ|ລາວ|সালমা|ਸਿੰਘ|ગાંધી|ಕುಮಾರ್|മോഹൻ|සුනිල්|ተስፋዬ|ߞߊ߲
𐹠|𐹠 Velinov|²|𠮷田|🙂|\u200b|\u202eevil|ﬁ ﬂ|ＷＩＤＥ　Ｎａｍｅ|İstanbul|ß|ſ|Ǆ
"""
TRICKY = ["", *(name for part in (HAN, LATIN, OTHER) for name in part.strip().replace("\n", "|").split("|"))]
KINDS = ["", "Person", "Company"]


def said(asked: Sequence[Asked]) -> tuple[list[int], list[int]]:
    """The weights of pairs by the kernel and by the reference."""
    left = Book([a for a, _, _ in asked], [kind for _, _, kind in asked])
    right = Book([b for _, b, _ in asked], [kind for _, _, kind in asked])
    places = np.arange(len(asked), dtype=np.int32)
    reference = [weigh(a, b).weight for a, b in zip(left.names, right.names, strict=True)]
    return weigh_pairs(left, places, right, places).tolist(), reference


def differing(asked: Sequence[Asked]) -> list[tuple[Asked, int, int]]:
    kernel, reference = said(asked)
    return [one for one in zip(asked, kernel, reference, strict=True) if one[1] != one[2]]


names = st.one_of(
    st.sampled_from(TRICKY),
    st.tuples(st.sampled_from(TRICKY), st.sampled_from(TRICKY)).map(" ".join),
    st.text(max_size=24),
    st.text("abdehiklmnorstuwxyz -'.", max_size=30),
)


@pytest.mark.parametrize("kernelled", [pytest.param(True, marks=with_kernel), False])
def test_what_is_asked_is_weighed_as_two_names_are(monkeypatch: pytest.MonkeyPatch, kernelled: bool) -> None:
    if not kernelled:
        monkeypatch.setattr(batch, "kernel_is_there", lambda: False)
    kinds = ["", "Person", "Organization"]
    some = [Name(text, kind) for text in TRICKY[::9] for kind in kinds]
    pairs = list(product(range(len(some)), repeat=2))
    left, right = (np.array(places, np.int32) for places in zip(*pairs, strict=True))
    book = Book([one.text for one in some], [one.schema for one in some])
    expected = [weigh(*encode_both(some[a], some[b])).weight for a, b in pairs]
    assert weigh_asked(book, left, book, right).tolist() == expected


@with_kernel
@settings(deadline=None)
@given(st.lists(st.tuples(names, names, st.sampled_from(KINDS)), min_size=1, max_size=12))
def test_any_names(asked: list[Asked]) -> None:
    assert differing(asked) == []


@with_kernel
@pytest.mark.parametrize("kind", KINDS)
def test_every_tricky_name_with_some_others(kind: str) -> None:
    asked = [(a, b, kind) for n, a in enumerate(TRICKY) for b in (*TRICKY[n % 9 :: 9], a)]
    assert differing(asked) == []


def hard_pairs() -> Iterator[Asked]:
    with (SHARED / "hard_pairs.csv").open(encoding="utf-8", newline="") as lines:
        yield from ((row["a"], row["b"], row["schema"]) for row in csv.DictReader(lines))


def bench_cases() -> Iterator[Asked]:
    with (SHARED / "name_bench_cases.csv").open(encoding="utf-8", newline="") as lines:
        yield from ((row["name1"], row["name2"], row["schema"]) for row in csv.DictReader(lines))


def dev_pairs() -> Iterator[Asked]:
    """A tenth, each name with its other spelling and with the next person's."""
    with (SHARED / "dev_pairs.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))[::10]
    for row, other in zip(rows, [*rows[1:], *rows[:1]], strict=True):
        yield from ((row["name_a"], one["name_b"], "Person") for one in (row, other))


@with_kernel
@pytest.mark.parametrize(
    "pairs", [pytest.param(one, marks=real) for one in (hard_pairs, bench_cases, dev_pairs)]
)
def test_real_names(pairs: object) -> None:
    assert callable(pairs)
    asked = list(pairs())
    assert len(asked) > 300
    assert differing(asked) == []


def test_a_score_is_the_weight_in_nats() -> None:
    left, right = Book(["Tan Suo", "Rami Hadad"]), Book(["譚索", "Omar Ali", "Ramihadad"])
    asked = list(product(range(2), range(3)))
    a, b = (np.array(places, np.int32) for places in zip(*asked, strict=True))
    found = score_pairs(left, a, right, b)
    assert found.dtype == np.float32
    texts = [(("Tan Suo", "Rami Hadad")[i], ("譚索", "Omar Ali", "Ramihadad")[j]) for i, j in asked]
    weights = [weigh(encode(Name(one)), encode(Name(other))).weight for one, other in texts]
    assert [round(100 * float(one)) for one in found] == weights


def test_links_are_the_same_either_way_round() -> None:
    known = list(units().spelled)[::40] + list(units().share)[::40]
    assert [(a, b) for a, b in combinations(known, 2) if link(a, b) != link(b, a)] == []


def test_without_the_kernel_it_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    book = Book(TRICKY[::40])
    a, b = np.indices((len(book), len(book))).reshape(2, -1).astype(np.int32)
    with_it = score_pairs(book, a, book, b)
    monkeypatch.setattr(batch, "kernel", lambda: None)
    assert not kernel_is_there()
    assert (score_pairs(book, a, book, b) == with_it).all()


def test_books_without_names_and_no_pairs() -> None:
    none = np.array([], np.int32)
    assert len(Book([])) == 0
    assert score_pairs(Book([]), none, Book(["Tan Suo"]), none).tolist() == []


@pytest.mark.parametrize("place", [-1, 1])
def test_places_that_no_name_has(place: int) -> None:
    book = Book(["Tan Suo"])
    with pytest.raises(IndexError):
        score_pairs(book, np.array([0], np.int32), book, np.array([place], np.int32))


def test_as_many_places_on_either_side() -> None:
    book = Book(["Tan Suo"])
    with pytest.raises(ValueError, match="as many"):
        score_pairs(book, np.array([0, 0], np.int32), book, np.array([0], np.int32))


def test_no_compiler_is_no_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CC", str(tmp_path / "nothing-here"))
    assert "no C compiler" in build.build(tmp_path / "_kernel.so")
    assert list(tmp_path.iterdir()) == []


def test_a_compiler_that_fails_is_no_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    failing = tmp_path / "cc"
    failing.write_text("#!/bin/sh\nexit 1\n")
    failing.chmod(0o755)
    monkeypatch.setenv("CC", str(failing))
    assert "could not be compiled" in build.build(tmp_path / "_kernel.so")
    assert list(tmp_path.iterdir()) == [failing]


@pytest.mark.parametrize("library", [b"", b"no library"])
def test_what_is_no_library_is_not_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, library: bytes
) -> None:
    path = tmp_path / "_kernel.so"
    path.write_bytes(library)
    monkeypatch.setattr(load, "LIBRARY", path)
    assert load.kernel.__wrapped__() is None


@with_kernel
def test_a_library_of_another_source_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load.kernel.__wrapped__() is not None
    monkeypatch.setattr(load, "source_hash", lambda: "another")
    assert load.kernel.__wrapped__() is None

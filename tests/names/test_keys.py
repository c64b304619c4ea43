"""Whether names that belong together meet in an index."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.names import Name, asked_keys, keys
from answerable.names.keys import KIND_BITS, Kind


def is_piece(group: tuple[int, ...]) -> bool:
    return len(group) == 1 and group[0] & ((1 << KIND_BITS) - 1) == Kind.GRAM


def meet(asked: str, kept: str, schema: str = "") -> int:
    """How many parts of the name asked for meet the kept one; pieces of words are shared by strangers too."""
    groups = [group for group in asked_keys(Name(asked, schema)) if not is_piece(group)]
    return sum(bool({*group} & keys(Name(kept, schema))) for group in groups)


@pytest.mark.parametrize(
    ("asked", "kept", "least"),
    [
        ("譚家豪", "TAM, Ka-ho", 3),
        ("谭家豪", "譚家豪", 3),
        ("譚家豪", "Tan Jiahao", 3),
        ("Tam Ka-ho", "Tan Jiahao", 3),
        ("Tan Jiahao", "Tam Ka-ho", 3),
        ("Tam Ka-ho", "譚家豪", 3),
        ("毛澤東", "Mao Tse-tung", 3),
        ("吳作棟", "Goh Chok Tong", 3),
        ("Goh Chok Tong", "吴作栋", 3),
        ("曾蔭權", "Tsang Yam-kuen Donald", 3),
        ("區志光", "Au Chi-kwong", 3),
        ("呂正操", "Lyu Zhengcao", 3),
        ("林鄭月娥", "Cheng Yuet-ngor", 3),
        ("C.Y. Leung", "Leung Chun-ying", 1),
        ("김정은", "Kim Jong-un", 3),
        ("Kim Jong-un", "金正恩", 3),
        ("金大中", "김대중", 3),
        ("阮富仲", "Nguyễn Phú Trọng", 3),
        ("Nguyen Phu Trong", "Nguyễn Phú Trọng", 3),
        ("安倍晋三", "Shinzo Abe", 2),
        ("Abe Shinzo", "安倍晉三", 2),
        ("雪克来提·扎克尔", "Shohrat Zakir", 2),
        ("Shohrat Zakir", "شۆھرەت زاكىر", 2),
        ("Nuer Baikeli", "努尔·白克力", 2),
        ("丹增嘉措", "Tenzin Gyatso", 2),
        ("བློ་བཟང་རྒྱལ་མཚན", "Lobsang Gyaltsen", 2),
        ("Сергей Лавров", "Sergei Lavrov", 2),
        ("Sergey Lavrov", "Сергей Викторович Лавров", 2),
        ("Аляксандр Лукашэнка", "Aliaksandr Lukashenka", 2),
        ("محمود عباس", "Mahmoud Abbas", 2),
        ("Mohamed Khatami", "محمد خاتمی", 2),
        ("Κυριάκος Μητσοτάκης", "Kyriakos Mitsotakis", 2),
        ("नरेन्द्र मोदी", "Narendra Modi", 2),
        ("ทักษิณ ชินวัตร", "Thaksin Shinawatra", 2),
        ("Dragomir Velinov", "VELINOF, Dragomir", 1),
        ("Dragomir Velinov", "VELINOV, Dragmir", 2),
        ("Bill Velinov", "William Velinov", 2),
    ],
)
def test_they_meet(asked: str, kept: str, least: int) -> None:
    assert meet(asked, kept) >= least


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("Dragomir Velinov", "TAM, Ka-ho"),
        ("譚家豪", "王军"),
        ("譚家豪", "Wang Jun"),
        ("김정은", "박근혜"),
        ("雪克来提·扎克尔", "Dragomir Velinov"),
        ("Сергей Лавров", "Mahmoud Abbas"),
        ("Velinov Ltd", "Petrov Ltd"),
        ("丹增嘉措", "Sergey Lavrov"),
    ],
)
def test_strangers_do_not_meet(asked: str, kept: str) -> None:
    assert meet(asked, kept) == 0


@pytest.mark.parametrize(
    ("asked", "kept", "shared"), [("譚家豪", "譚家輝", 2), ("Tam Ka-ho", "Tam Ka-kit", 2)]
)
def test_each_part_is_asked_for_by_itself(asked: str, kept: str, shared: int) -> None:
    assert meet(asked, asked) > meet(asked, kept) >= shared


@pytest.mark.parametrize(
    ("asked", "kept", "least"),
    [
        ("Velinov Works Ltd", "Velinov Works", 2),
        ("公安部", "Ministry of Public Security", 1),
        ("中国银行", "Bank of China Limited", 1),
        ("SMIC", "中芯国际集成电路制造有限公司", 1),
        ("ПАО «Газпром»", "Gazprom", 1),
        ("XPCC", "新疆生产建设兵团", 1),
    ],
)
def test_bodies_meet(asked: str, kept: str, least: int) -> None:
    assert meet(asked, kept, "Company") >= least


@pytest.mark.parametrize(
    ("with_it", "without"),
    [("Velinov Ltd", "Velinov"), ("ООО «Велинов»", "Велинов"), ("华为有限公司", "华为")],
)
def test_legal_forms_are_no_keys(with_it: str, without: str) -> None:
    assert keys(Name(with_it, "Company")) == keys(Name(without, "Company"))


@pytest.mark.parametrize(
    ("with_it", "without"), [("Ludwig van Velinov", "Ludwig Velinov"), ("Omar al-Velinov", "Omar Velinov")]
)
def test_particles_are_no_keys(with_it: str, without: str) -> None:
    assert keys(Name(with_it)) <= keys(Name(without))


@pytest.mark.parametrize("nothing", ["", " ", "-", "…"])
def test_what_has_no_letter_has_no_key(nothing: str) -> None:
    assert keys(Name(nothing)) == frozenset()
    assert asked_keys(Name(nothing)) == ()


@given(st.text(max_size=40))
def test_a_name_finds_itself(text: str) -> None:
    asked, kept = asked_keys(Name(text)), keys(Name(text))
    as_a_body = keys(Name(text, "Organization"))
    assert all({*group} & (kept | as_a_body) for group in asked)
    assert bool(asked) == bool(kept)


@given(st.text(max_size=40), st.sampled_from(["Person", "Organization"]))
def test_a_name_of_a_stated_kind_finds_itself(text: str, schema: str) -> None:
    kept = keys(Name(text, schema))
    assert all({*group} & kept for group in asked_keys(Name(text, schema)))


def test_a_name_of_no_stated_kind_is_looked_for_by_its_trades() -> None:
    kept = keys(Name("VELINOV RESOURCES", "Organization"))
    trade = keys(Name("Resources", "Organization")) & kept
    assert trade
    assert any({*group} & trade for group in asked_keys(Name("Resources Velinov")))
    assert not any({*group} & trade for group in asked_keys(Name("Resources Velinov", "Person")))

"""The names of firms and bodies as concepts, in any language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.names.kind import looks_like_body
from answerable.names.organisation import organisation_tokens
from answerable.names.tokens import MOST_TOKENS, Role


def roles(text: str) -> list[tuple[str, str]]:
    return [(token.text, token.role.name) for token in organisation_tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中国银行股份有限公司", "中国银行 NAME, 股份有限公司 FORM"),
        ("喀什市公安局", "喀什 PLACE, 市 LEVEL, 公安 BODY, 局 BODY"),
        ("华为技术有限公司", "华为 NAME, 技术 TRADE, 有限公司 FORM"),
        ("華為技術有限公司", "华为 NAME, 技术 TRADE, 有限公司 FORM"),
        ("新疆生产建设兵团", "新疆生产建设兵团 BODY"),
        ("Velinov Works Co., Ltd.", "velinov NAME, works TRADE, co ltd FORM"),
        ("Velinov S.A.", "velinov NAME, s a FORM"),
        ("L.X.C. Ltd", "lxc NAME, ltd FORM"),
        ("ПАО «Газпром»", "пао FORM, газпром NAME"),
        ("Public Joint Stock Company Gazprom", "public joint stock company FORM, gazprom NAME"),
        ("Velinov XIV Ltd", "velinov NAME, xiv NUMBER, ltd FORM"),
        ("Bank of Bank", "bank TRADE, of PARTICLE"),
        ("Industrial and Commercial Bank of China", "industrial and commercial bank of china NAME"),
        # forms and levels that are all there is
        ("Co., Ltd.", "co ltd NAME"),
        ("Société Générale", "société NAME, générale NAME"),
    ],
)
def test_concepts(text: str, expected: str) -> None:
    assert [f"{word} {role}" for word, role in roles(text)] == expected.split(", ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("公安部", "Ministry of Public Security"),
        ("中国", "China"),
        ("中国", "КНР"),
        ("有限公司", "Co., Ltd."),
        ("Ministry of Defence", "Ministry of Defense"),
        ("Министерство обороны", "Ministry of Defence"),
        ("最高人民法院", "Supreme People's Court"),
        ("新疆生产建设兵团", "XPCC"),
        ("中国人民解放军", "PLA"),
        ("GmbH", "Gesellschaft mit beschränkter Haftung"),
        ("LLC", "ООО"),
        ("PJSC", "ПАО"),
        ("Velinov 14", "Velinov XIV"),
        ("第一", "First"),
        ("Газпром", "Gazprom"),
        ("SMIC", "中芯国际"),
    ],
)
def test_one_concept_in_several_languages(one: str, other: str) -> None:
    left, right = ({group for group, _ in organisation_tokens(text)[-1].groups} for text in (one, other))
    assert left & right


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("公安部", "国家安全部"),
        ("Shanxi", "Shaanxi"),
        ("山西", "陕西"),
        ("中国银行", "中国人民银行"),
        ("CNPC", "CNOOC"),
        ("CEC", "CETC"),
        ("China Mobile", "China Unicom"),
        ("Ministry of Defence", "Ministry of Foreign Affairs"),
        ("第一", "第二"),
        ("721", "722"),
    ],
)
def test_concepts_that_are_apart(one: str, other: str) -> None:
    left, right = ({token.groups[:1] for token in organisation_tokens(text)} for text in (one, other))
    assert left
    assert right
    assert left != right


@pytest.mark.parametrize(
    "text",
    [
        "Velinov Works Co., Ltd.",
        "Velinov GmbH",
        "ООО «Велинов Строй»",
        "华为技术有限公司",
        "新疆生产建设兵团",
        "喀什市公安局",
        "Industrial Machinery Research Institute",
        "Velinov Trading LLC",
    ],
)
def test_names_that_look_like_a_firm(text: str) -> None:
    assert looks_like_body(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dragomir Velinov",
        "Tam Ka-ho",
        "譚家豪",
        "林鄭月娥",
        "Kim Il Sung",
        "Mao Zedong",
        "Ali Bank",
        "",
        "123",
        "Ou Suo",
        "Ou Yang Xiu",
        "Chun Doo-hwan",
        "Oo Thant",
        "Ao Ieong U",
        "SA Velinov",
        "Ab Velinov",
        "Sia Velinov",
        "Si Lan",
        "雪克来提·扎克尔",
        "Сергей Лавров",
        "Zao Wou-ki",
        "Nguyen Van Ap",
    ],
)
def test_names_that_look_like_a_person(text: str) -> None:
    assert not looks_like_body(text)


def test_each_concept_stands_once() -> None:
    assert roles("China China Velinov Velinov") == roles("China Velinov")


@given(st.text(alphabet="中国银行公司velinov ltd.&-'Газ第一12xiv", max_size=60))
def test_any_text_is_taken_apart(text: str) -> None:
    found = organisation_tokens(text)
    assert len(found) <= MOST_TOKENS
    assert all(token.text and isinstance(token.role, Role) for token in found)

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from answerable.answer.fonts import check_glyphs, families, folders, language_parts
from answerable.model.errors import GlyphMissing


@pytest.mark.parametrize(
    "text",
    [
        "Tan Suo",
        "譚索 / 谭索 「，。」",
        "Тамсор",
        "سالم بن نادر",
        "ئەركىن توختى",
        "Tamsör ‘’“” – — … § €",
        "a\nb",
        "葛\U000e0100",
        "a\u200db",
    ],
)
def test_what_the_fonts_have(text: str) -> None:
    check_glyphs([text])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("བོད 譚索", "U+0F56 བ"),
        ("a \u0378", "U+0378"),
        ("\U0001f600", "U+1F600 \U0001f600"),
        ("שרה", "U+05D4 ה"),
        ("\u0f71", "U+0F71 \u25cc\u0f71"),
    ],
)
def test_a_character_without_a_shape_is_named(text: str, named: str) -> None:
    with pytest.raises(GlyphMissing) as raised:
        check_glyphs(["Port Selwyn", text])
    assert named in str(raised.value)
    assert "Port" not in str(raised.value)


def test_all_that_are_missing_are_named_once_in_order() -> None:
    with pytest.raises(GlyphMissing) as raised:
        check_glyphs(["མ", "བ མ"])
    assert raised.value.facts["characters"] == "U+0F56 བ, U+0F58 མ"


def test_every_face_of_the_collection_covers_the_same() -> None:
    (collection,) = Path(folders()[1]).glob("*.ttc")
    covered = []
    for face in range(5):
        with TTFont(collection, fontNumber=face, lazy=True) as font:
            covered.append(set(font.getBestCmap()))
    assert all(one == covered[0] for one in covered)


@pytest.mark.parametrize(
    ("tag", "parts", "first"),
    [
        ("zh-Hant", ("zh", "Hant", ""), "Noto Sans CJK TC"),
        ("zh-TW", ("zh", "", "TW"), "Noto Sans CJK TC"),
        ("zh-Hant-HK", ("zh", "Hant", "HK"), "Noto Sans CJK HK"),
        ("yue", ("yue", "", ""), "Noto Sans CJK HK"),
        ("zh", ("zh", "", ""), "Noto Sans CJK SC"),
        ("ja", ("ja", "", ""), "Noto Sans CJK JP"),
        ("ko", ("ko", "", ""), "Noto Sans CJK KR"),
        ("en-GB", ("en", "", "GB"), "Noto Sans"),
        ("ug", ("ug", "", ""), "Noto Sans Arabic"),
        ("Chinese (Traditional)", ("", "", ""), "Noto Sans"),
    ],
)
def test_the_family_for_a_language(tag: str, parts: tuple[str, str, str], first: str) -> None:
    assert language_parts(tag) == parts
    assert families(tag)[0] == first

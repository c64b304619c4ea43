"""Arabic and Hebrew letters: vowels that are not written, and Uyghur, which writes them."""

import pytest

from answerable.names.scripts import romanise
from tests.names.scripts.reading import fits


@pytest.mark.parametrize(
    ("word", "spelled"),
    [
        ("محمد", "muhammad"),
        ("خليل", "khalil"),
        ("القذافي", "gaddafi"),
        ("الكاظمي", "kazimi"),
        ("الكاظمي", "alkazimi"),
        ("السويدي", "suwaydi"),
        ("يوسف", "yusuf"),
        ("حسين", "hussein"),
        ("عبدالله", "abdullah"),
        ("عبدالرحيم", "abdulrahim"),
        ("نورالدين", "nuruddin"),
        ("زياد", "ziyad"),
        ("عادل", "adil"),
        ("فؤاد", "fuad"),
        ("رئيس", "rais"),
        ("زبيدي", "zubaydi"),
        ("موسوی", "mousavi"),
        ("صفایی", "safai"),
        ("ضیا", "ziya"),
        ("گیلانی", "gilani"),
        ("بھٹو", "bhutto"),
        ("خواجه", "khaja"),
        ("خامنه\u200cای", "khamenei"),
        ("بارزانی", "barzani"),
        ("هێمن", "hemin"),
        ("مُحَمَّد", "muhammad"),
        ("سيّار", "sayyar"),
        ("قبّان", "qabban"),
        ("زكيّة", "zakiyya"),
        ("کوهی", "kuhi"),
        ("نتنــياهو", "netanyahu"),
        ("נתניהו", "netanyahu"),
        ("בנימין", "binyamin"),
        ("דוד", "david"),
        ("לוי", "levi"),
        ("שמעון", "shimon"),
        ("פרס", "peres"),
        ("אולמרט", "olmert"),
        ("ג׳ורג׳", "jorj"),
        ("מאיר", "meir"),
    ],
)
def test_vowels_may_be_missing(word: str, spelled: str) -> None:
    assert fits(word, spelled), romanise(word)


@pytest.mark.parametrize(
    ("word", "first"),
    [("شۆھرەت", "shohret"), ("ئەركىن", "erkin"), ("تۇنىياز", "tuniyaz"), ("ئىلھام", "ilham")],
)
def test_uyghur_writes_its_vowels(word: str, first: str) -> None:
    assert romanise(word)[0] == first


def test_the_article_is_kept_in_a_later_reading() -> None:
    readings = romanise("الصالح")
    assert readings[0] == "salih"
    assert "alsalih" in readings

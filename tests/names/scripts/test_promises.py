"""What holds for any string: scripts told apart, look-alikes put right, nothing raised."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.names.scripts import MOST, romanise, script_of, syllables, unmix
from answerable.names.scripts.tables import DATA

_LETTERS = st.text(
    st.sampled_from(
        [
            chr(code)
            for start, end in (
                (0x41, 0x250), (0x370, 0x600), (0x600, 0x700), (0x780, 0x7C0), (0x900, 0x1100),
                (0x10A0, 0x1100), (0x1780, 0x18B0), (0x200C, 0x200E), (0x3041, 0x3100),
            )
            for code in range(start, end)
        ]
    ),
    max_size=12,
)  # fmt: skip


@given(st.one_of(st.text(max_size=12), _LETTERS))
@settings(max_examples=1500, deadline=None)
def test_any_string_is_read(word: str) -> None:
    readings = romanise(word)
    assert len(readings) <= MOST
    assert len(set(readings)) == len(readings)
    assert all(re.fullmatch("[a-z°]+", reading) for reading in readings)
    assert readings or not any(unicodedata.category(c)[0] == "L" for c in word)
    assert re.fullmatch("[A-Z][a-z]{3}", script_of(word))
    assert len(unmix(word)) == len(word)
    syllables(word)


def test_every_letter_alone_is_read() -> None:
    for code in range(0x20000):
        character = chr(code)
        if unicodedata.category(character)[0] == "L":
            assert romanise.__wrapped__(character), hex(code)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("lee", "Latn"), ("Путин", "Cyrl"), ("محمد", "Arab"), ("דוד", "Hebr"), ("Νίκος", "Grek"),
        ("Նիկոլ", "Armn"), ("მიხეილ", "Geor"), ("အောင်", "Mymr"), ("ชวน", "Thai"), ("ហ៊ុន", "Khmr"),
        ("ທອງ", "Laoo"), ("मोदी", "Deva"), ("শেখ", "Beng"), ("નરેન્દ્ર", "Gujr"), ("ਮਨ", "Guru"),
        ("சண்", "Taml"), ("రావు", "Telu"), ("ಗೌಡ", "Knda"), ("പിണ", "Mlym"), ("මහි", "Sinh"),
        ("རྒྱ", "Tibt"), ("ᠴᠢᠩ", "Mong"), ("あべ", "Kana"), ("ー", "Kana"), ("アベ", "Kana"),
        ("김", "Hang"), ("王", "Hani"), ("〇", "Hani"), ("አብይ", "Ethi"), ("ㄅ", "Bopo"),
        ("", "Zyyy"), ("123", "Zyyy"), ("ʻ", "Zyyy"), ("Ｌｅｅ", "Latn"), ("Путиn", "Cyrl"),
    ],
)  # fmt: skip
def test_script(word: str, code: str) -> None:
    assert script_of(word) == code


@pytest.mark.parametrize(
    ("mixed", "one"),
    [
        ("Cобянин", "Собянин"),
        ("Зеленськiй", "Зеленській"),
        ("Горбачëв", "Горбачёв"),
        ("HAЗАРБАЕВ", "НАЗАРБАЕВ"),
        ("Луĸашенко", "Лукашенко"),
        ("Mητσοτάκης", "Μητσοτάκης"),
        ("Sаrkоzy", "Sarkozy"),
        ("Merkel", "Merkel"),
        ("Путин", "Путин"),
        ("金정은", "金정은"),
    ],
)
def test_lookalikes(mixed: str, one: str) -> None:
    assert unmix(mixed) == one


def test_case_width_and_joiners_do_not_matter() -> None:
    assert romanise("ПУТИН") == romanise("путин")
    assert romanise("Ｌｅｅ") == ("lee",)
    assert romanise("и\u0306") == romanise("й")


def test_every_table_says_where_it_is_from() -> None:
    for path in DATA.glob("*.tsv"):
        head = path.read_text("utf-8").split("\n")
        remarks = " ".join(line for line in head if line.startswith("#"))
        assert all(word in remarks for word in ("Source:", "2026-", "terms:")), path.name
        assert all(len(line.split("\t")) > 1 for line in head if line and not line.startswith("#")), path.name

"""The public face stays as small as it is, and measures are held."""

import csv
import os
from pathlib import Path

import pytest

import answerable.names as names
from answerable.names import Name, compare

SHARED = Path(os.environ.get("ANSWERABLE_SHARED", Path(__file__).parents[3] / "shared"))
HARD = SHARED / "data" / "names" / "hard_pairs.csv"
CHINESE = {
    "han_simp_trad", "han_pinyin", "han_pinyin_polyphone", "pinyin_order_spacing", "han_cantonese",
    "cantonese_pinyin_latin", "wade_giles_taiwan", "han_han", "han_latin", "pinyin_latin",
    "cantonese_wg_latin",
}  # fmt: skip


def test_the_public_face() -> None:
    assert names.__all__ == [
        "THRESHOLD", "Aligned", "Comparison", "Name", "asked_keys", "compare", "keys", "verdict",
    ]  # fmt: skip


@pytest.mark.real
@pytest.mark.skipif(not HARD.is_file(), reason="the hard pairs are not at hand")
def test_chinese_hard_pairs_at_the_threshold() -> None:
    with HARD.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["category"] in CHINESE]
    shown = [row["label"] for row in rows if compare(Name(row["a"]), Name(row["b"])).score >= names.THRESHOLD]
    assert shown.count("1") / sum(row["label"] == "1" for row in rows) >= 0.85
    assert shown.count("1") / len(shown) >= 0.95

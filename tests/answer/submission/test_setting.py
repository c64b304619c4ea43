import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.answer.submission.setting import runs


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("LAM Ka-ho (林家豪)", "en", [("LAM Ka-ho (", ""), ("林家豪", "zh-Hans"), (")", "")]),
        ("岑礎衡", "", [("岑礎衡", "zh-Hant")]),
        ("岑礎衡", "zh-HK", [("岑礎衡", "zh-HK")]),
        ("214 people", "zh-Hant", [("214 people", "")]),
        ("さくら", "", [("さくら", "ja")]),
        ("서울", "", [("서울", "ko")]),
        ("Le préfet", "fr", [("Le préfet", "fr")]),
    ],
)
def test_each_script_gets_its_language(text: str, language: str, told: list[tuple[str, str]]) -> None:
    assert [(run.text, run.language) for run in runs(text, language)] == told


@given(st.text(), st.sampled_from(["", "en", "zh-Hant", "fr", "ja"]))
def test_no_character_is_lost(text: str, language: str) -> None:
    assert "".join(run.text for run in runs(text, language)) == text

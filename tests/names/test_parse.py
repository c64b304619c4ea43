"""What of a name is compared, and that no script is damaged on the way."""

import pytest

from answerable.names.parse import Name, fold, parts


@pytest.mark.parametrize(
    ("text", "han", "words"),
    [
        ("TAM, Ka-ho Chris", "", ("ka", "ho", "chris", "tam")),
        ("Velinov Works Co., Ltd.", "", ("velinov", "works", "co", "ltd")),
        ("譚索 Tam Sok", "譚索", ("tam", "sok")),
        ("譚·索先生", "譚索", ()),
        ("Lü Yue'e", "", ("lu", "yuee")),
        ("The Hon. Tam Sok, JP", "", ("the", "tam", "sok")),
        ("Ｔａｍ　Ｓｏｋ", "", ("tam", "sok")),
        ("Ta\u200bm Sok", "", ("tam", "sok")),
        ("Łukasz Ørsted", "", ("lukasz", "orsted")),
        ("先生", "先生", ()),
        ("", "", ()),
    ],
)
def test_parts(text: str, han: str, words: tuple[str, ...]) -> None:
    found = parts(Name(text))
    assert (found.han, found.words) == (han, words)


@pytest.mark.parametrize("text", ["မင်းအောင်", "བློ་བཟང་", "ทักษิณ", "ئۇيغۇر", "драгомир", "김정"])
def test_marks_of_other_scripts_are_letters_and_stay(text: str) -> None:
    assert fold(text) == text

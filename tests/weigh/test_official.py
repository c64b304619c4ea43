"""Finding the provisions that a law file names, and their words in a text of Justice Canada's form."""

import pytest

from answerable.model.errors import LawTextUnreadable
from answerable.weigh.official import provisions, read_official

# words as they stand in a law file, and the numbers of its own provisions in them
NAMED = [
    ("s. 4(2)(a)", ["4(2)(a)"]),
    ("s. 4(2)(a)(i)–(ii)", ["4(2)(a)(i)", "4(2)(a)(ii)"]),
    ("s. 4(2)(a), with s. 2", ["4(2)(a)", "2"]),
    ("s. 2, opening words", ["2"]),
    ("s. 2.01", ["2.01"]),
    ("s. 35(1)(c.1)", ["35(1)(c.1)"]),
    ("s. 35(1)(a), as a superior", ["35(1)(a)"]),
    ("Special Economic Measures Act, s. 4(1.1)(c)", []),
    ("Criminal Code, s. 240.1", []),
    ("reg. 6(3)(a)", []),
    ("Art. 1(1)(a)–(c)", []),
    ("", []),
]


@pytest.mark.parametrize(("words", "numbers"), NAMED)
def test_only_provisions_of_the_law_itself_are_named(words: str, numbers: list[str]) -> None:
    assert provisions(words) == numbers


LIMS = 'xmlns:lims="http://justice.gc.ca/lims"'
TEXT = f"""<Regulation {LIMS} lims:current-date="2031-06-01" lims:lastAmendedDate="2031-02-01"><Body>
<Section lims:inforce-start-date="2031-01-01"><Label>1</Label><Text>The <Emphasis>Act</Emphasis>
means</Text><Paragraph lims:inforce-start-date="2031-02-01"><Label>(a)</Label><Text>this;</Text></Paragraph>
</Section></Body></Regulation>""".encode()


def test_words_come_with_what_stands_below_them_and_since_when() -> None:
    text = read_official(TEXT, "act.xml")
    assert (text.current_to, text.amended) == ("2031-06-01", "2031-02-01")
    assert text.words("1") == "1 The Act means\n   (a) this;"
    assert text.words("1(a)") == "(a) this;"
    assert (text.words("1(b)"), text.words("2"), text.words("2(a)")) == ("", "", "")
    assert (text.since("1"), text.since("1(a)"), text.since("3")) == ("2031-02-01", "2031-02-01", "")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "damaged or cut off"),
        (TEXT[:-30], "damaged or cut off"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><Statute><Body/></Statute>', "declares a document type"),
        (b"<html><body/></html>", "not a law in Justice Canada's form"),
        (b"<Statute/>", "not a law in Justice Canada's form"),
    ],
)
def test_what_is_no_official_text_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(LawTextUnreadable) as refused:
        read_official(data, "act.xml")
    assert why in str(refused.value)

"""Quotations as people copy them, against texts as tools read them."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from answerable.model.errors import QuoteEmpty, QuoteNotFound
from answerable.read.folding import BREAK, extends, fold
from answerable.read.passages import Finder, Span, find, same_words

FOUND = [
    ("white space", "Commissioner\n  Lam\tKa-ho", "Commissioner Lam Ka-ho"),
    ("no-break space", "paid 10\u00a0000 crowns", "paid 10 000 crowns"),
    ("between Chinese characters", "譚 索\n警務處", "譚索警務處"),
    ("ideographic space", "\u3000\u3000谭索警方", "谭索警方"),
    ("between Chinese and figures", "2020 年 3 月", "2020年3月"),
    ("curly quotation marks", "He said “nobody fired”.", 'said "nobody fired"'),
    ("corner brackets", "他說「沒有開槍」。", "他說“沒有開槍”"),
    ("apostrophe", "the ministry’s order", "the ministry's order"),
    ("dashes", "at once—and left", "at once - and left"),
    ("Chinese dashes", "警方——昨日", "警方—昨日"),
    ("ellipsis", "they came … at night", "they came ... at night"),
    ("Chinese ellipsis", "他們……昨夜", "他們...昨夜"),
    ("full-width comma", "警方,昨日", "警方，昨日"),
    ("full-width comma, a space from the tool", "警方， 2020年", "警方，2020年"),
    ("full-width comma, typed narrow", "警方，2020年", "警方, 2020年"),
    ("full-width letters and figures", "ＰＬＡ第７旅", "PLA第7旅"),
    ("half-width kana", "ﾀﾑｿﾞﾙ共和国", "タムゾル共和国"),
    ("accent composed or not", "Ren\u00e9 Mar\u00edn", "Rene\u0301 Mari\u0301n"),
    ("accent not composed in the text", "Rene\u0301 Marin", "Ren\u00e9 Marin"),
    ("ligature", "the o\ufb03ce", "the office"),
    ("radicals from a PDF", "⼈⺠警察"[0], "人"),
    ("Arabic presentation forms", "\ufeb7\ufeae\ufec3\ufe94", "شرطة"),
    ("bidi marks", "\u202bئۇيغۇر\u202c ئېلى", "ئۇيغۇر ئېلى"),
    ("zero-width space", "Port\u200b Selwyn", "Port Selwyn"),
    ("soft hyphen", "perse\u00adcution", "persecution"),
    ("word broken at the line's end", "the perse-\ncution of", "persecution"),
    ("name broken at its own hyphen", "Lam Ka-\nho", "Lam Ka-ho"),
    ("broken in the quotation", "the persecution of", "perse-\ncution"),
    ("both in one", "perse-\ncution of Ka-\nho", "persecution of Ka-ho"),
    ("years broken at the hyphen", "2019-\n2020", "2019-2020"),
    ("middle dot", "伊利亞•土赫", "伊利亞·土赫"),
    ("astral characters", "𠮷野 said 𝒜 x", "𠮷野 said A"),
]
NOT_FOUND = [
    ("a letter", "Commissioner Lam", "Commissioner Lim"),
    ("case", "the Ministry", "the ministry"),
    ("a figure", "killed 12 men", "killed 13 men"),
    ("an accent", "Rene\u0301", "Rene"),
    ("an accent in a composed letter", "Ren\u00e9", "Rene"),
    ("part of a Hangul syllable", "각하", "가"),
    ("half a ligature", "o\ufb03ce", "of"),
    ("two words for one", "the therapist", "the rapist"),
    ("one word for two", "they now here", "nowhere"),
    ("a figure made of two", "on page 3, 500 men", "3,500 men"),
    ("a figure made of two, in Chinese", "第3，500人", "3,500人"),
    ("groups of figures", "10 000", "10000"),
    ("years run together", "2019-\n2020", "20192020"),
    ("a raised figure", "10² men", "102 men"),
    ("a fraction", "1½ years", "11/2 years"),
    ("traditional for simplified", "譚索", "谭索"),
]


@pytest.mark.parametrize(("text", "quote"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND])
def test_a_quotation_is_found_and_given_back_as_the_text_has_it(text: str, quote: str) -> None:
    span = find(f"Before, it was quiet; {text}; so they say.", quote)
    assert same_words(span.exact, quote)
    assert same_words(quote, span.exact)
    assert span.exact in text
    assert span.exact == f"Before, it was quiet; {text}; so they say."[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "quote"), [case[1:] for case in NOT_FOUND], ids=[case[0] for case in NOT_FOUND]
)
def test_other_words_are_not_found(text: str, quote: str) -> None:
    with pytest.raises(QuoteNotFound):
        find(text, quote)
    assert not same_words(text, quote)


def test_the_nearest_words_are_shown_from_word_edge_to_word_edge() -> None:
    text = "On 9 July the office named Lam Ka-ho, Commissioner of Police, for the dispersal."
    with pytest.raises(QuoteNotFound) as caught:
        find(text, "named Lam Ka-hei, Commissioner of Police", source="The harbour release")
    assert "Lam Ka-ho, Commissioner of Police" in caught.value.facts["nearest"]  # type: ignore[operator]
    assert "The harbour release" in str(caught.value)


@pytest.mark.parametrize("filler", ["the ferry left the quay at noon. ", "渡輪中午離開了碼頭，天氣晴朗。"])
def test_the_nearest_words_are_shown_in_a_very_long_text(filler: str) -> None:
    text = (
        filler * 20_000
        + "警務處處長林家豪於七月九日宣布調查 Lam Ka-ho ordered the dispersal"
        + filler * 20_000
    )
    finder = Finder(text)
    with pytest.raises(QuoteNotFound) as caught:
        finder.find("警務處處長林家好於七月九日宣布調查")
    assert "處長林家豪於七月九日" in str(caught.value.facts["nearest"])
    with pytest.raises(QuoteNotFound) as caught:
        finder.find("Lam Ka-ho orderd the dispersal")
    assert "ordered the dispersal" in str(caught.value.facts["nearest"])


@pytest.mark.parametrize("quote", ["", " \n\t\u3000", "\u00ad", "\u200b"])
def test_no_words_are_no_quotation(quote: str) -> None:
    with pytest.raises(QuoteEmpty, match="No words of The release"):
        find("Something.", quote, source="The release")


PAGES = "He denied it.\nOn Monday he denied it.\nShe said that he denied it."
STARTS = (0, 14, 38)


@pytest.mark.parametrize(
    ("prefix", "page", "start", "on"),
    [
        ("", 0, 0, 1),
        ("On Monday ", 0, 24, 2),
        ("She said\nthat", 0, 52, 3),
        ("nothing like it ", 0, 0, 1),
        ("", 2, 24, 2),
        ("", 3, 52, 3),
        ("", 9, 0, 1),
        ("On Monday", 1, 0, 1),
    ],
)
def test_prefix_and_page_choose_between_places(prefix: str, page: int, start: int, on: int) -> None:
    span = (
        find(PAGES, "he denied it", prefix=prefix, page=page, pages=STARTS)
        if start
        else find(PAGES, "He denied it", prefix=prefix, page=page, pages=STARTS)
    )
    assert (span.start, span.page) == (start, on)


def test_a_page_that_does_not_have_the_words_gives_way() -> None:
    assert find(PAGES, "Monday", page=3, pages=STARTS).page == 2


def test_a_text_without_pages_has_page_nought() -> None:
    assert find("One. Two.", "Two") == Span(5, 8, "Two", "One. ", ".", 0)


def test_the_prefix_grows_until_it_tells_the_place() -> None:
    line = "The witness did not recognise him in court. "
    text = f"{line * 3}Then: {line * 3}"
    span = find(text, "recognise him", prefix=f"Then: {line * 2}The witness did not ")
    assert find(text, "recognise him", prefix=span.prefix).start == span.start == text.rindex("recognise him")


LETTERS = st.one_of(
    st.sampled_from("abcé 12.,:;-–—…“”'’\n\t\u00a0\u3000\u00ad\u200b譚索警務，。「」각ㄱㅏ"),
    st.sampled_from("\u11a8\u0301\u0300ﬁ²½①ئۇ\u064b𠮷𝒜👩ｶﾞ"),
    st.characters(codec="utf-8"),
)
ANY = st.text(LETTERS, max_size=60)
WORDS = st.text(LETTERS, min_size=1, max_size=40).filter(
    lambda text: bool(fold(text).text.strip(f"{BREAK} "))
)
SPACES = st.sampled_from([" ", "\n", "\u00a0", "  \t", " \u200b\n"])


def cut_between_characters(text: str, at: int) -> bool:
    """A letter and its accent are one character; no quotation begins or ends between them."""
    rest = "".join(letter for letter in text[at:] if fold(letter).text)
    return not (rest and extends(rest[0]))


def retyped(quote: str, space: str) -> str:
    """The same words as another hand types them: other spaces, shapes and compositions."""
    shapes = str.maketrans({"“": '"', "”": '"', "’": "'", "–": "-", "—": "-", "「": "“", "」": "”"})
    words = "".join(space if letter in " \u00a0\u3000\t" else letter for letter in quote.translate(shapes))
    return unicodedata.normalize("NFD", words)


@given(ANY, WORDS, ANY, SPACES)
def test_any_slice_of_any_text_is_found_however_it_is_retyped(
    before: str, quote: str, after: str, space: str
) -> None:
    text = before + quote + after
    assume(cut_between_characters(text, len(before)) and cut_between_characters(text, len(before + quote)))
    for typed in (quote, retyped(quote, space)):
        span = find(text, typed)
        assert span.exact == text[span.start : span.end]
        assert same_words(typed, span.exact)
        assert find(text, span.exact, prefix=span.prefix) == span


@given(ANY, WORDS, ANY)
def test_a_passage_is_found_again_where_it_was(before: str, quote: str, after: str) -> None:
    text = before + quote + after
    assume(cut_between_characters(text, len(before)) and cut_between_characters(text, len(before + quote)))
    span = find(text, quote, prefix=before)
    assert find(text, span.exact, prefix=span.prefix) == span


@given(ANY)
def test_folding_keeps_the_place_of_every_character(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    assert list(folded.ends) == sorted(folded.ends)
    assert all(0 <= start <= end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))
    assert fold(unicodedata.normalize("NFD", text)).text == folded.text

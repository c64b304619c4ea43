"""Pages as they come: with programs, hidden parts, layout tables, and every direction of writing."""

import pytest

from answerable.model.errors import ReadingExceeded
from answerable.read.html import read_html


def words(page: str) -> str:
    return read_html(page.encode(), "utf-8", "page").text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        pytest.param("<p>One<script>var a = '</p>no';</script> two", "One two", id="a script"),
        pytest.param("<style>p{}</style><p>One<template>no</template>", "One", id="style and template"),
        pytest.param("<title>no</title><p>One<!-- no --> two", "One two", id="title and remark"),
        pytest.param("<p>One<span hidden> no</span> two", "One two", id="hidden"),
        pytest.param("<p>One<b style='color:red;DISPLAY : none'> no</b> two", "One two", id="display none"),
        pytest.param("<p hidden=until-found>One</p>", "One", id="hidden until found"),
        pytest.param("<body style='visibility:hidden'><p>One", "One", id="a page waiting for its script"),
        pytest.param("<noscript>One</noscript>", "One", id="what is shown without scripts"),
        pytest.param(
            "<p>One &amp;lt;b&amp;gt; &lt;i&gt; &amp;amp;", "One &lt;b&gt; <i> &amp;", id="entities once"
        ),
        pytest.param("<p>10&nbsp;000\u3000人", "10\u00a0000\u3000人", id="spaces that are not blanks"),
        pytest.param("<section>One</section><section>two", "One\ntwo", id="sections part words"),
        pytest.param("<dl><dt>One<dd>two</dl>", "One\ntwo", id="definitions part words"),
        pytest.param("<ul><li>One<li>two</ul>", "One\ntwo", id="bullets are no text"),
        pytest.param("<ol type=a start=3><li>One</ol>", "One", id="nor are list numbers"),
        pytest.param("<p>He said <q>no</q>", "He said no", id="nor the marks of q"),
        pytest.param("<p>On<b>e</b> t<font color=red>wo</font>", "One two", id="no space within words"),
        pytest.param("<p>One<br>two", "One\ntwo", id="line break"),
        pytest.param("<pre>a\n  b</pre>", "a\n  b", id="preformatted"),
        pytest.param(
            "<table><tr><td>A one<br>A two<td>B one<br>B two</table>",
            "A one\nA two B one\nB two",
            id="layout table",
        ),
        pytest.param("<p style='margin-top:99999em'>One", "One", id="margins of any height"),
        pytest.param("<svg><desc>no</desc><text>One</text></svg>", "One", id="words in a drawing"),
        pytest.param("<ruby>譚<rp>(</rp><rt>tán</rt><rp>)</rp></ruby>", "譚tán", id="ruby"),
        pytest.param("<p>One<input type=hidden value=no><?php no ?> two", "One two", id="instruction"),
        pytest.param(
            "<p>يەر-زېمىن <b>ئۇيغۇر</b> ئېلى، شرطة تامسور.", "يەر-زېمىن ئۇيغۇر ئېلى، شرطة تامسور.", id="rtl"
        ),
        pytest.param("<p>𠮷野 &#x20BB7;", "𠮷野 𠮷", id="astral"),
        pytest.param("<p>a\0b", "a\ufffdb", id="nul"),
        pytest.param(
            "<?xml version='1.0' encoding='big5'?><html><body><p>譚索", "譚索", id="xml declaration"
        ),
    ],
)
def test_every_word_shown_and_no_other(page: str, text: str) -> None:
    assert words(page).strip() == text


def test_unclosed_inline_elements_of_old_pages_are_read_to_the_end() -> None:
    assert words("".join(f"<font>w{number} " for number in range(1900))).split()[-1] == "w1899"


@pytest.mark.parametrize("depth", [1500, 5000, 100_000])
def test_elements_nested_beyond_reason_are_refused_not_cut_short(depth: int) -> None:
    with pytest.raises(ReadingExceeded, match="nesting of elements"):
        words("<div>" * depth + "the last word")


def test_the_tool_is_named_with_its_version() -> None:
    found = read_html(b"<p>One", "utf-8", "page")
    assert found.tool == "inscriptis"
    assert ", lxml " in found.version

"""Invented wire stories and invented papers; the figures in `read.origins` are measured on them."""

from itertools import combinations

import pytest

from answerable.read.origins import REPEATED, SourceText, origins
from answerable.read.shingles import shared, shingles

WIRE = (
    "Police in the capital Port Selwyn fired on a crowd outside the harbour court on Tuesday evening, "
    "killing two dock workers and wounding eleven others, according to hospital staff who asked not to be "
    "named. The crowd had gathered to wait for the verdict against Oswin Tarrel, a union clerk charged "
    "with secession. A spokesman for the Ministry of Order said that officers had acted within the law "
    "and that an inquiry would not be needed. Witnesses said that no warning was given before the first "
    "shots. The harbour union called for a strike from Thursday, and shops along the quay stayed shut on "
    "Wednesday morning."
)
LEADS = (
    "Our newsroom has followed the harbour dispute in Tamsor since the spring, and readers wrote to us all "
    "night. Here is what we know so far about the events of Tuesday.",
    "The union movement abroad reacted with anger this morning to the news that reached it from Tamsor, "
    "where a trial has divided the islands for months.",
    "Markets opened lower after the unrest. Shipping firms said that cargo would be sent through other ports "
    "until the situation in the capital is clear to their insurers.",
    "For the third time this year the small republic is in the headlines, and once again the quay of its "
    "capital is the place where people died while they waited for a court.",
    "",
)
QUOTED = (
    "A spokesman for the Ministry of Order said that officers had acted within the law and that an inquiry "
    "would not be needed."
)
APART = (
    "I stood at the corner of Rope Street when the gates were opened, and saw officers kneel in a row behind "
    "the fountain. Nobody shouted at us. Then people next to me fell, and I carried a man whom I know from "
    "the ferry to the chapel, where a nurse was already at work. I counted nine wounded there that night. "
    + QUOTED
    + " We heard that on the radio in the chapel and nobody in the room said a word for a long while.",
    "Records of the harbour hospital seen by our researchers list thirteen admissions with gunshot wounds "
    "between six and eight on that evening. Ten were hit from behind. The two who died, aged 24 and 51, were "
    "taken to the mortuary without an examination, and their families were asked to sign that they had seen "
    "an accident. "
    + QUOTED
    + " The hospital's director has since been replaced by an officer of the police.",
    "Film from a ferry, which this group has compared with maps of the quay, shows that the first shots came "
    "from the roof of the customs house at 18:42, four minutes before the gate was opened. The crowd at that "
    "moment stood still, and most of the faces that can be seen are turned toward the court and not to the "
    "police line on the other side of the square.",
)
中文電訊 = (
    "譚索首都塞爾溫港的警察星期二晚上在海港法院外向人群開槍，造成兩名碼頭工人死亡、十一人受傷，醫院職員在要求匿名的"
    "情況下表示。人群當時聚集等候工會文員奧斯溫涉嫌分裂國家一案的判決。治安部發言人稱警員依法行事，毋須展開調查。目擊者說"
    "第一輪槍聲響起之前沒有任何警告。海港工會呼籲由星期四起罷工，碼頭一帶的商店星期三早上沒有開門。"
)
中文轉載 = (
    "本報一直關注今年春天以來譚索的碼頭工潮，讀者昨夜紛紛來信查詢，以下是目前所知的情況。\n" + 中文電訊[:120]
)
中文另報 = (
    "本會研究員查閱了海港醫院的紀錄，當晚六時至八時共有十三人因槍傷入院，其中十人由背後中槍。兩名死者分別為二十四歲及五十一歲，"
    "遺體未經檢驗便送往殮房，家屬被要求簽字承認是意外。治安部發言人稱警員依法行事，毋須展開調查。院長其後由一名警官接任。"
)


def copies() -> list[str]:
    """Five papers: a lead of their own, and the wire story whole or cut to its first sentences."""
    sentences = WIRE.split(". ")
    cut = ". ".join(sentences[:3])
    return [f"{lead}\n\n{WIRE if number % 2 else cut}" for number, lead in enumerate(LEADS)]


def plain(*texts: str) -> list[SourceText]:
    return [SourceText(f"s{number}", "", text, "") for number, text in enumerate(texts)]


def test_the_threshold_lies_between_copies_and_reports_made_apart() -> None:
    same = [shared(shingles(one), shingles(other)) for one, other in combinations(copies(), 2)]
    same.append(shared(shingles(中文電訊), shingles(中文轉載)))
    apart = [shared(shingles(one), shingles(other)) for one, other in combinations([*APART, WIRE], 2)]
    apart.append(shared(shingles(中文電訊), shingles(中文另報)))
    assert max(apart) < REPEATED - 0.1
    assert min(same) > REPEATED + 0.1


def test_five_papers_with_one_wire_story_are_one_origin() -> None:
    found = origins(plain(*copies()))
    assert found.count() == 1
    assert found.groups[0].sources == ("s0", "s1", "s2", "s3", "s4")
    assert "of the shorter text is in the other" in found.groups[0].because[0]
    assert found.unknown == ()


def test_a_chinese_story_passed_on_is_one_origin_and_another_report_is_not() -> None:
    found = origins(plain(中文電訊, 中文轉載, 中文另報))
    assert [group.sources for group in found.groups] == [("s0", "s1")]
    assert found.unknown == ("s2",)


def test_a_text_that_resembles_nothing_is_unknown_and_never_counts() -> None:
    found = origins(plain(*APART))
    assert found.count() == 0
    assert found.unknown == ("s0", "s1", "s2")


def test_a_declared_origin_joins_whatever_the_words() -> None:
    found = origins(
        [
            SourceText("a", "Tamsor Wire", APART[0], ""),
            SourceText("b", "  TAMSOR  wire", APART[1], ""),
            SourceText("c", "Harbour Watch", APART[2], ""),
        ]
    )
    assert [group.sources for group in found.groups] == [("a", "b"), ("c",)]
    assert "declared to go back to Tamsor Wire" in found.groups[0].because


def test_a_witness_heard_twice_is_one_origin_and_two_witnesses_are_two() -> None:
    twice = [SourceText("a", "", APART[0], "witness 7"), SourceText("b", "", APART[1], "Witness 7")]
    assert origins(twice).count() == 1
    assert origins([twice[0], SourceText("b", "", APART[1], "witness 8")]).count() == 2


def test_who_speaks_in_one_source_and_is_declared_in_another_is_one_origin() -> None:
    found = origins(
        [SourceText("a", "", APART[0], "Harbour Watch"), SourceText("b", "Harbour Watch", APART[1], "")]
    )
    assert [group.sources for group in found.groups] == [("a", "b")]


def test_a_copy_declared_to_be_something_else_is_still_a_copy() -> None:
    one, other = copies()[:2]
    found = origins([SourceText("a", "North Wire", one, ""), SourceText("b", "South Wire", other, "")])
    assert found.count() == 1
    assert len(found.groups[0].because) == 3


def test_menus_and_footers_make_no_two_pages_alike() -> None:
    frame = "Home\nNews from the islands\nSubscribe\nAbout us\nContact\nAll rights reserved\n" * 40
    found = origins(plain(frame + APART[0], frame + APART[1]))
    assert found.unknown == ("s0", "s1")


@pytest.mark.parametrize("text", ["", "Two dead.", "開槍"])
def test_texts_too_short_to_tell_are_unknown(text: str) -> None:
    assert origins(plain(text, text)).unknown == ("s0", "s1")


def test_nothing_has_no_origin() -> None:
    assert origins([]).count() == 0

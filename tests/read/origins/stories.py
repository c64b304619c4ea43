"""Invented wire stories and papers, and which of them come from one: what the method is measured on."""

from dataclasses import dataclass

from answerable.read.origins import Cited, ReadText, SourceText, Speaker

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


def source(
    key: str,
    text: str,
    *,
    declared: str = "",
    publisher: str = "",
    cited: tuple[str, ...] = (),
    said_by: str = "",
    about: str = "fact",
) -> SourceText:
    """A source called ``key``; ``cited`` are words of its text, all for one fact and said by one person."""
    speakers = frozenset({Speaker(said_by.casefold(), said_by)} if said_by else ())
    places = [(text.index(words), text.index(words) + len(words)) for words in cited or (text[:40],)]
    words = tuple(Cited(key, *place, speakers, frozenset({about})) for place in places)
    return SourceText(key, f"Title of {key}", declared, publisher, (ReadText(key, text),), words)


@dataclass(frozen=True, slots=True)
class Story:
    """One story of the labelled set, the origin it truly has, and why it is here."""

    source: SourceText
    origin: str
    hard: str


FOOTER = (
    "The Harbour Times is an independent newspaper that is printed in Port Selwyn on five days of the "
    "week, and whoever wants to read more of its work from the islands can subscribe to its newsletter "
    "at any time. All rights reserved, and no part of this page may be used without the written consent"
    " of the publisher."
)
EDITED = (
    "Two dock workers were killed and eleven people hurt when police opened fire in Port Selwyn on "
    "Tuesday evening, according to hospital staff who asked not to be named. The crowd outside the "
    "harbour court had gathered to wait for the verdict against Oswin Tarrel, a union clerk charged "
    "with secession. Officers acted within the law, a spokesman for the Ministry of Order said, and an "
    "inquiry would not be needed. Witnesses said that no warning was given before the first shots. "
    "Shops along the quay stayed shut on Wednesday."
)
TOLD_ANEW = (
    "At least two people died at the quay, the agency has learnt: doctors counted the dead and the "
    "wounded that night and would not give their names, North Wire reports. The clerk on trial waits "
    "for his sentence."
)
TOLD_AGAIN = (
    "PORT SELWYN (North Wire) – Doctors who treated the victims speak of two dead men and of many with "
    "wounds to arms and legs. What became of the clerk who stood before the judges that night nobody "
    "would say."
)
OTHER_STORY = (
    "PORT SELWYN (North Wire) – The price of cod fell for a third week in the markets of the capital, "
    "and boats stayed in the harbour. Owners ask the government for relief, which the minister of trade"
    " has refused."
)
EN_FRANÇAIS = (
    "La police de la capitale a tiré mardi soir sur une foule devant le tribunal du port, tuant deux "
    "dockers et faisant onze blessés, selon des employés de l'hôpital. La foule attendait le verdict "
    "contre un employé du syndicat accusé de sécession. Aucun avertissement n'a été donné avant les "
    "premiers tirs."
)
ORDER = (
    "“All units will clear the quay before the hour is out. Those who sit are to be lifted, those who "
    "stand are to be struck, and nobody is to be let through to the chapel. The names of all who are "
    "held go to the third desk, and the cameras on the customs house are to be switched off until the "
    "street is empty.”"
)
LEAKED_HERE = (
    "An order that this paper has seen leaves no doubt who decided. It reads: "
    + ORDER
    + " The ministry would not "
    "say whether the paper is genuine. Lawyers of the families want to bring it before the court."
)
LEAKED_THERE = (
    "For months a former clerk of the third desk kept a copy at home. "
    + ORDER
    + " We have compared its form with "
    "nine orders of the same year, and found the same stamps and the same hand in all of them."
)
UNKNOWN_FOOTER = (
    "Founded by ferrymen in the year of the great flood, this paper belongs to those who read it, and its "
    "pages are open to everyone who has seen something that others would rather keep to themselves."
)
SHORT = (
    "The boats stayed in the harbour on Friday, and the owners of the cold store sent forty men home at noon."
)
SHORT_TOO = (
    "A school on the northern shore was closed for a week after its roof had been damaged by the storm."
)


def labelled() -> list[Story]:
    """The labelled set, with the cases that are hard."""
    papers = [Story(source(f"copy-{n}", text), "wire", "one wire story") for n, text in enumerate(copies())]
    apart = [Story(source(f"apart-{n}", text), f"apart-{n}", "one topic") for n, text in enumerate(APART)]
    return [
        *papers,
        *apart,
        Story(source("wire", WIRE, publisher="South Wire"), "wire", "the wire story itself"),
        Story(source("edited", EDITED), "wire", "the same wire story, edited again"),
        Story(source("zh-wire", 中文電訊), "zh-wire", "Chinese"),
        Story(source("zh-copy", 中文轉載), "zh-wire", "Chinese, cut"),
        Story(source("zh-apart", 中文另報), "zh-apart", "Chinese, one topic"),
        Story(
            source("told-anew", TOLD_ANEW, cited=("At least two people died",)),
            "north",
            "told in other words",
        ),
        Story(source("told-again", TOLD_AGAIN, cited=("two dead men",)), "north", "told in other words"),
        Story(
            source("cod", OTHER_STORY, about="cod", cited=("The price of cod",)),
            "cod",
            "one agency, two stories",
        ),
        Story(source("french", EN_FRANÇAIS), "wire", "translated, and names nobody"),
        Story(
            source("leak-1", LEAKED_HERE, cited=("All units will clear the quay",)), "order", "one document"
        ),
        Story(
            source("leak-2", LEAKED_THERE, cited=("Those who sit are to be lifted",)), "order", "one document"
        ),
        Story(source("foot-1", f"{SHORT}\n{FOOTER}"), "foot-1", "one footer, two stories"),
        Story(source("foot-2", f"{SHORT_TOO}\n{FOOTER}"), "foot-2", "one footer, two stories"),
        Story(source("page-1", f"{SHORT}\n{UNKNOWN_FOOTER}"), "page-1", "a footer that no word gives away"),
        Story(
            source("page-2", f"{SHORT_TOO}\n{UNKNOWN_FOOTER}"), "page-2", "a footer that no word gives away"
        ),
    ]

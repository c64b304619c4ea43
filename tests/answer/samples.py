"""A small submission in the invented Republic of Tamsor, with one of everything."""

from answerable.answer.document import (
    BulletList,
    Cover,
    Document,
    Footnote,
    Heading,
    Narrative,
    NumberedList,
    PageBreak,
    Paragraph,
    Quotation,
    Run,
    Table,
)

HASH = "3f786850e387550fdab836ed7e6dc881de23001b3f786850e387550fdab836ed"


def note(text: str) -> Footnote:
    return Footnote((Run("Port Selwyn Gazette", italic=True), Run(f", {text}, SHA-256 {HASH}")))


SUBMISSION = Document(
    "Submission on the detention of Tan Suo 譚索",
    "en-GB",
    (
        Cover(
            "Submission on the detention of Tan Suo 譚索",
            "Under the rights law of Tamsor",
            (
                ("Submitted to", (Run("Ministry of Harbours, Port Selwyn"),)),
                ("Date", (Run("23 November 2026"),)),
            ),
            "For the recipient alone.",
        ),
        Heading(1, "1. Summary"),
        Narrative("summary", "Say who is named.\n\nSay what is asked.", written=False),
        Narrative("request", "We ask for an answer.", written=True),
        Paragraph(
            (Run("Tan Suo ", bold=True), Run("譚索", language="zh-Hant"), Run(" was held."), note("p. 1"))
        ),
        Heading(2, "1.1 What was said"),
        Quotation((Run("他被帶走了。", language="zh-HK"), note("p. 2"), note("p. 3"))),
        NumberedList(((Run("First request"),), (Run("Second request"), note("p. 4")))),
        BulletList(((Run("A fact"),),)),
        NumberedList(((Run("Counted from one again"),),)),
        PageBreak(),
        Table(
            ("Name", "Standing", "Evidence"),
            (((Run("Gao Wenlin 高文林"),), (Run("named"),), (Run(f"Order {HASH}"), note("p. 5"))),),
            "Table 1. Who is named",
        ),
    ),
)

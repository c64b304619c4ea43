"""The follow-up and the demands, as a coordinator types them."""

from datetime import UTC, datetime

import pytest

from tests.answer.submission.case import CASEFILE, FILES
from tests.cli.terminal import Terminal
from tests.identify.editions import ODE, edition
from tests.workspace.followed import ISSUER, LAM
from tests.workspace.test_demanding import END, LETTER

WHOSE = ("--issuer", ISSUER.list_id, ISSUER.title, ISSUER.publisher)
BORN = ("--because", "the same post", "--identifier", "born 1969", "--by", "Ines Roe")


@pytest.fixture
def at(inside: Terminal) -> Terminal:
    """A terminal in a workspace with the case of the harbour, and a petition that was filed before."""
    for name, content in FILES.items():
        inside.file(name, content)
    inside("record", inside.file("case.yaml", CASEFILE))
    inside("import", inside.file("petition.txt", "What was filed on paper."))
    return inside


def sent(terminal: Terminal, *words: str, to: str = "ca") -> str:
    paper = terminal.folder / "petition.txt"
    return terminal(
        "followup", "sent", "harbour", "--to", to, "--version", paper, "--on", "2025-01-10", *words
    )


def put_list(terminal: Terminal, published: str, *listed: object) -> str:
    file = terminal.file("list.xml", edition(published, ODE, *listed))  # type: ignore[arg-type]
    return terminal("lists", "import", file, *WHOSE).splitlines()[-1]


def test_a_supplement_needs_something_sent_and_something_new(at: Terminal) -> None:
    assert at.refused("supplement", "harbour", "--to", "ca")[-1] == "[nothing-sent]"
    (made,) = at.json("submit", "harbour", "--to", "ca", "--format", "docx")
    today = datetime.now(UTC).date().isoformat()
    at("followup", "sent", "harbour", "--to", "ca", "--version", made["files"][0], "--on", today)
    assert at.refused("supplement", "harbour", "--to", "ca")[-1] == "[nothing-new]"


def test_recipients_are_shown_with_what_is_not_established(terminal: Terminal) -> None:
    told = terminal("followup", "recipients")
    assert "ca: the Minister of Foreign Affairs of Canada\n   laws: ca-jvcfoa" in told
    assert "where to file: not established" in told
    assert {one["id"] for one in terminal.json("followup", "recipients")} >= {"ca", "us", "uk", "eu", "au"}


def test_from_what_was_sent_to_what_is_overdue(at: Terminal) -> None:
    assert at("followup", "list").endswith("Nothing was sent yet: answerable followup sent\n")
    assert sent(at).startswith("Noted: petition.txt (")
    letter = at.file("letter.txt", "We have it.")
    at("followup", "response", "harbour/ca", "acknowledged", "--on", "2025-01-12", "--letter", letter)
    until = ("--until", "2025-02-01", "--for", "answered", "--set-by", "ourselves", "--on", "2025-01-12")
    at("followup", "deadline", "harbour/ca", *until)
    listed = at("followup", "list", "--overdue")
    assert "acknowledged" in listed
    assert "OVERDUE" in listed
    [one] = at.json("followup", "list", "harbour", "--overdue")
    assert (one["called"], one["state"], one["overdue"][0]["due"]) == (
        "harbour/ca",
        "acknowledged",
        "2025-02-01",
    )
    told = at("followup", "show", "harbour/ca")
    assert "Sent         2025-01-10, to the Minister of Foreign Affairs of Canada (government)" in told
    assert "letter: letter.txt, SHA-256 " in told
    assert "awaited: an answer until 2025-02-01, OVERDUE" in told
    assert at("followup", "list", "--audience", "coalition").endswith("followup sent\n")
    assert at.refused("followup", "show", "harbour/ca", "--audience", "coalition")[-1] == "[nothing-called]"
    step = one["submission"]["responses"][0]["id"]
    assert at("followup", "mistake", step, "--because", "another file") == "Taken back.\n"
    assert "TAKEN BACK: another file" in at("followup", "show", "harbour/ca")
    at("followup", "response", "harbour/ca", "done", "--on", "2025-03-01")
    assert at("followup", "list", "--overdue").endswith("Nothing is overdue.\n")


REFUSED = [
    (("--to", "cda", "--on", "2025-01-10"), "nothing-called"),
    (("--to", "ca", "--on", "2525-01-10"), "value-refused"),
    (("--to", "ca", "--on", "2025-13-10"), "date-impossible"),
    (("--to", "ca", "--on", "2025-01-10", "--version", "0123456789"), "version-unknown"),
]


@pytest.mark.parametrize(("words", "code"), REFUSED, ids=[one[1] for one in REFUSED])
def test_what_cannot_be_is_refused_in_a_sentence(at: Terminal, words: tuple[str, ...], code: str) -> None:
    version = () if "--version" in words else ("--version", at.folder / "petition.txt")
    assert at.refused("followup", "sent", "harbour", *version, *words)[-1] == f"[{code}]"
    assert at.json("followup", "list") == []


def test_a_changed_list_tells_of_an_outcome_and_a_person_answers_it(at: Terminal) -> None:
    assert "outcome" not in put_list(at, "06/01/2031")
    sent(at)
    line = (
        "1 outcome to answer; 0 answered, 0 listed before anything was sent, 0 decided to be somebody else,"
        " 0 unlikely."
    )
    assert put_list(at, "07/01/2031", LAM) == f"{line} See them with: answerable followup outcomes"
    told = at("followup", "outcomes").splitlines()
    assert told[0][10:] == (
        "LAM Ka-ho: listed: Norrmark list (Treasury of Norrmark), after 2031-06-01, on or before 2031-07-01,"
        " at most 2363 days after the submission of 2025-01-10"
    )
    assert "      the list says: Held a choir in a shed." in told
    assert any(one.startswith("      was submitted: alleged arbitrary detention") for one in told)
    [own] = [one["id"] for one in at.json("followup", "outcomes")["open"]]
    why = at.refused("followup", "confirm", own, "--because", "the same name")
    assert why[-1] == "[confirmation-needs-more]"
    assert at("followup", "confirm", own[:8], *BORN).startswith("Confirmed: LAM Ka-ho: listed: Norrmark list")
    assert at.refused("followup", "reject", own, "--because", "no")[-1] == "[answered-already]"
    assert "confirmed on " in at("followup", "outcomes", "--all")
    assert "outcome: LAM Ka-ho: listed: Norrmark list" in at("followup", "show", "harbour/ca")
    assert at.json("followup", "reopen", own, "--because", "the wrong entry")["answer"] == "open"
    assert at.json("followup", "reject", own, "--because", "another Lam")["answer"] == "rejected"
    assert at.json("followup", "outcomes", "--all")["answered"][0]["because"] == "another Lam"


def test_a_campaign_typed_line_by_line(at: Terminal) -> None:
    at("import", at.file("letter.txt", LETTER.replace("2031", "2025")))

    def said(quote: str) -> tuple[str, ...]:
        return ("--source", "letter.txt", "--quote", quote, "--sharing", "public")

    at("demands", "add", END, "--to", "the Government of Norrmark", *said("end"), "--on", "2025-02-01")
    suspended = ("partial", "exports suspended", "--on", "2025-05-04", "--by", "the Minister of Trade")
    at("demands", "progress", END, *suspended, *said("exports are suspended"))
    at("demands", "event", END, "letter", "Open letter", "--on", "2025-02-01", *said("Open letter"))
    at(
        "demands",
        "sign",
        "Open letter",
        "Guild of Reporters",
        "--on",
        "2025-02-01",
        *said("Guild of Reporters"),
    )
    withdrew = ("--withdrawn", "2025-04-03", *said("The Guild withdrew"))
    at("demands", "sign", "Open letter", "Guild of Reporters", *withdrew)
    at("demands", "event", END, "bill", "The Bill", "--on", "2025-03-09", *said("Restraint Equipment Bill"))
    at.json("demands", "stage", "The Bill", "first reading", "--on", "2025-03-09", *said("its first reading"))
    told = at("demands", "show", END, "--audience", "public")
    assert "  partial: exports suspended, 2025-05-04, by the Minister of Trade" in told
    assert "      “exports are suspended” — letter.txt" in told
    assert "  signed by 0, withdrawn 1\n    Guild of Reporters, 2025-02-01, WITHDRAWN 2025-04-03" in told
    assert "  stage: first reading, 2025-03-09" in told
    [one] = at.json("demands", "list")
    assert one["progress"][0]["kind"] == "partial"
    nowhere = ("--on", "2025-05-05", "--source", "letter.txt", "--quote", "exports are ended")
    why = at.refused("demands", "progress", END, "whole", "exports ended", *nowhere)
    assert why[-1] == "[quote-not-found]"
    assert at.refused("demands", "show", "End imports")[-1] == "[nothing-called]"

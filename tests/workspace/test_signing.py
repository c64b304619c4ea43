"""Sign-on to a submission: who agreed, in which words, who may know, and who withdrew."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from answerable.answer.shown import texts
from answerable.model.errors import NothingCalled, QuoteNotFound, ValueRefused
from answerable.workspace import Workspace
from answerable.workspace.answering import package, submit
from answerable.workspace.demanding import Cited
from answerable.workspace.signing import sign_on, signed_by, withdraw_sign_on
from tests.answer.package.cases import members
from tests.answer.submission.case import CANADA, CASEFILE, workspace

LAWS = ["ca-jvcfoa", "eu-ghrsr"]
MAIL = """The Guild of Reporters signs on. Ines Roe: you may name me. Marta Bell signs too. We withdraw.
Norrmark takes the names up.
"""
GUILD, ROE = "Guild of Reporters", "Ines Roe"
SIGNS = Cited("mail.txt", "The Guild of Reporters signs on", sharing="recipients")
NAMED = Cited("mail.txt", "you may name me", sharing="recipient:ca")
WITHDRAWS = Cited("mail.txt", "We withdraw")


@contextmanager
def with_mail(folder: Path) -> Iterator[Workspace]:
    with workspace(folder) as opened:
        mail = folder / "mail.txt"
        mail.write_text(MAIL, "utf-8")
        opened.import_files([mail])
        yield opened


def submitters(opened: Workspace, folder: Path, to: str = "ca", language: str = "en") -> str:
    """The section on who submits, with its notes behind."""
    day = date(2031, 6, 2)
    made, _ = submit(
        opened, "harbour", to, folder / "out", under=LAWS, formats=[], language=language, today=day
    )
    told = "\n".join(texts(made.submission.document))
    return told.partition("\n2. ")[0]


def test_who_signs_on_is_told_to_whoever_may_know(tmp_path: Path) -> None:
    with with_mail(tmp_path) as opened:
        before = submitters(opened, tmp_path)
        sign_on(opened, "harbour", GUILD, "2031-06-01", SIGNS)
        sign_on(opened, "harbour", ROE, "2031-06-01", NAMED, "person")
        canada, public = submitters(opened, tmp_path), submitters(opened, tmp_path, "public")
        french = submitters(opened, tmp_path, language="fr")
    assert "Signing on" not in before
    assert "Signing on, as far as this reader may know" in canada
    assert "“The Guild of Reporters signs on”".strip("“”") in canada
    assert "person who agreed to be named\n1 June 2031" in canada
    assert "Signataires que ce lecteur peut connaître" in french
    assert [name for name in (GUILD, ROE) if name not in canada] == []
    assert [name for name in (GUILD, ROE, "Signing on") if name in public] == []


def test_a_person_is_named_as_author_only_where_they_agreed(tmp_path: Path) -> None:
    with with_mail(tmp_path) as opened:
        assert "author" not in submitters(opened, tmp_path)
        sign_on(opened, "harbour", ROE, "2031-06-01", NAMED, "author")
        told = submitters(opened, tmp_path)
    assert "Named as its author, who agreed to be named: \nInes Roe" in told
    assert "This submission is made by Selwyn Rights Desk." in told
    assert "Signing on" not in told


def test_a_capital_that_takes_the_names_up_is_told_where_one_must(tmp_path: Path) -> None:
    with with_mail(tmp_path) as opened:
        alone = submitters(opened, tmp_path, "eu")
        takes = Cited("mail.txt", "Norrmark takes the names up", sharing="public")
        sign_on(opened, "harbour", "Kingdom of Norrmark", "2031-06-01", takes, "sponsor")
        union, french = submitters(opened, tmp_path, "eu"), submitters(opened, tmp_path, "eu", "fr")
        canada = submitters(opened, tmp_path)
        withdraw_sign_on(opened, "harbour", "Kingdom of Norrmark", "2031-06-02", WITHDRAWS)
        again = submitters(opened, tmp_path, "eu")
    assert "No capital or office that takes the names up is recorded for this reader." in alone
    cover, _, section = union.partition("\n1. ")
    assert "Kingdom of Norrmark\n takes the names up, since \n1 June 2031" in cover
    assert "“\nNorrmark takes the names up" in section
    assert "Kingdom of Norrmark\n reprend les noms à son compte" in french
    assert "Norrmark" not in canada
    assert "Kingdom of Norrmark" not in again


def test_who_withdrew_is_named_to_nobody_any_more(tmp_path: Path) -> None:
    with with_mail(tmp_path) as opened:
        sign_on(opened, "harbour", GUILD, "2031-05-01", SIGNS)
        withdraw_sign_on(opened, "harbour", GUILD, "2031-06-01", WITHDRAWS)
        told = submitters(opened, tmp_path)
        seen = signed_by(opened, "harbour", CANADA)
        with pytest.raises(NothingCalled):
            withdraw_sign_on(opened, "harbour", GUILD, "2031-06-01", WITHDRAWS)
        sign_on(opened, "harbour", GUILD, "2031-06-02", SIGNS)
        again = submitters(opened, tmp_path)
    assert GUILD not in told
    assert [(one.who, one.since, one.until) for one in seen] == [(GUILD, "2031-05-01", "2031-06-01")]
    assert GUILD in again


def test_who_withdrew_and_signs_again_on_the_same_day_signs_anew(tmp_path: Path) -> None:
    with with_mail(tmp_path) as opened:
        for _ in range(2):
            sign_on(opened, "harbour", GUILD, "2031-06-01", SIGNS)
            withdraw_sign_on(opened, "harbour", GUILD, "2031-06-01", WITHDRAWS)
        sign_on(opened, "harbour", GUILD, "2031-06-01", SIGNS)
        assert [one.until for one in signed_by(opened, "harbour")].count("") == 1
        assert GUILD in submitters(opened, tmp_path)


def test_one_signatory_in_small_letters_is_the_same(tmp_path: Path) -> None:
    with with_mail(tmp_path) as opened:
        first = sign_on(opened, "harbour", GUILD, "2031-06-01", SIGNS)
        assert sign_on(opened, "harbour", GUILD.lower(), "2031-06-01", SIGNS) == first
        assert withdraw_sign_on(opened, "harbour", GUILD.upper(), "2031-06-02", WITHDRAWS) == [first]


def test_nobody_withdraws_before_they_signed(tmp_path: Path) -> None:
    with with_mail(tmp_path) as opened:
        sign_on(opened, "harbour", GUILD, "2031-06-01", SIGNS)
        with pytest.raises(ValueRefused, match="they signed on 2031-06-01"):
            withdraw_sign_on(opened, "harbour", GUILD, "2031-05-31", WITHDRAWS)
        assert [one.until for one in signed_by(opened, "harbour")] == [""]


def test_a_package_holds_who_signed(tmp_path: Path) -> None:
    with with_mail(tmp_path) as opened:
        letter = tmp_path / "letter.txt"
        letter.write_text("We, the Guild of Reporters, sign on.", "utf-8")
        opened.import_files([letter])
        signs = Cited("letter.txt", "We, the Guild of Reporters, sign on", sharing="recipients")
        sign_on(opened, "harbour", GUILD, "2031-06-01", signs)
        made = package(opened, "harbour", "ca", tmp_path / "out", today=date(2031, 6, 2))
        told = json.loads(members(made.read_bytes())["record.json"])
    assert GUILD in [one["value"] for one in told["statements"]]


def test_a_protected_person_is_in_no_table_in_either_order_of_her_name(tmp_path: Path) -> None:
    with with_mail(tmp_path) as opened:
        cited = Cited("mail.txt", "signs too", sharing="public")
        sign_on(opened, "harbour", "Bell, Marta", "2031-06-01", cited)
        told = submitters(opened, tmp_path, "public")
    assert "Marta" not in told
    assert "Bell" not in told


def test_a_casefile_records_it_and_the_command_withdraws_it(tmp_path: Path) -> None:
    signed = """
  guild-signed:
    schema: SignOn
    cite: {source: wire, quote: in Port Selwyn}
    case: harbour
    signatory: Guild of Reporters
    startDate: 2031-05-01
"""
    with workspace(tmp_path, CASEFILE.replace("\ncase:\n", f"{signed}\ncase:\n")) as opened:
        assert GUILD in submitters(opened, tmp_path)
        words = Cited("Selwyn Wire, 4 May 2031", "in Port Selwyn")
        assert len(withdraw_sign_on(opened, "harbour", GUILD, "2031-06-01", words)) == 1
        assert GUILD not in submitters(opened, tmp_path)


def test_a_protected_person_is_in_no_table_of_sign_on(tmp_path: Path) -> None:
    with with_mail(tmp_path) as opened:
        sign_on(
            opened, "harbour", "Marta Bell", "2031-06-01", Cited("mail.txt", "signs too", sharing="public")
        )
        told = submitters(opened, tmp_path)
        assert signed_by(opened, "harbour", CANADA) == []
    assert "Marta" not in told
    assert "Signing on" not in told


@pytest.mark.parametrize(
    ("case", "who", "on", "quote", "signed_as", "error"),
    [
        ("harbour", GUILD, "2031-06-01", "The Guild is enthusiastic", "organisation", QuoteNotFound),
        ("harbour", GUILD, "2999-06-01", SIGNS.quote, "organisation", ValueRefused),
        ("harbour", " ", "2031-06-01", SIGNS.quote, "organisation", ValueRefused),
        ("harbour", GUILD, "2031-06-01", SIGNS.quote, "friend", ValueRefused),
        ("nowhere", GUILD, "2031-06-01", SIGNS.quote, "organisation", NothingCalled),
    ],
)
def test_what_cannot_be_recorded_is_refused(
    tmp_path: Path, case: str, who: str, on: str, quote: str, signed_as: str, error: type[Exception]
) -> None:
    with with_mail(tmp_path) as opened:
        with pytest.raises(error):
            sign_on(opened, case, who, on, Cited("mail.txt", quote), signed_as)
        assert signed_by(opened, "harbour") == []

"""What a person types to have a witness named to one reader, and what that reader opens."""

from pathlib import Path

import pyrage
import pytest

from answerable.answer.package.leaks import folded, texts_in
from tests.answer.package.cases import CASEFILE, FILES, WITNESS
from tests.cli.terminal import Terminal

KEY = pyrage.x25519.Identity.generate()
FOR = str(KEY.to_public())


@pytest.fixture
def harbour(inside: Terminal) -> Terminal:
    inside.record(CASEFILE, FILES)
    inside("consent", "give", WITNESS, "--for", "recipient:ca,name:ca", "--how", "signed")
    return inside


def named_in(content: bytes) -> bool:
    return folded(WITNESS) in folded(" ".join(texts_in("annex.docx", content)))


def test_it_is_sealed_for_the_address_of_its_reader(harbour: Terminal) -> None:
    told = harbour("annex", "harbour", "--to", "ca", "--seal-for", FOR, "--out", harbour.folder / "out")
    path = harbour.folder / "out" / "harbour-ca-annex.docx.age"
    assert str(path) in told
    assert "It names 1, and is silent of 0 who did not agree to it." in told
    assert named_in(pyrage.decrypt(path.read_bytes(), [KEY]))
    made = harbour.json("annex", "harbour", "--to", "ca", "--seal-for", FOR, "--out", harbour.folder / "out")
    assert Path(made["path"]) == path
    assert "their name" in harbour("consent", "show", WITNESS)


def test_it_has_a_passphrase_of_its_own(harbour: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    typed: list[str] = []

    def prompt(asked: str, **_: object) -> str:
        typed.append(asked)
        return "told by telephone"

    monkeypatch.setattr("typer.prompt", prompt)
    monkeypatch.setenv("ANSWERABLE_PASSPHRASE", "that of the workspace")
    told = harbour("annex", "harbour", "--to", "ca", "--out", harbour.folder / "out")
    assert typed == ["Passphrase for the annex"]
    assert "Tell the reader the passphrase another way than you send the file." in told
    sealed = (harbour.folder / "out" / "harbour-ca-annex.docx.age").read_bytes()
    assert named_in(pyrage.passphrase.decrypt(sealed, "told by telephone"))


def test_who_did_not_agree_is_not_named(harbour: Terminal) -> None:
    harbour("consent", "withdraw", WITNESS, "--because", "She asked.")
    told = harbour.refused("annex", "harbour", "--to", "ca", "--person", WITNESS, "--seal-for", FOR)
    assert told[-1] == "[naming-not-agreed]"

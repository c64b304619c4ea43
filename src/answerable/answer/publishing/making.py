"""All the files of one version, searched for what must not be in them."""

from collections.abc import Callable
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from answerable.answer.package.leaks import find_leak
from answerable.answer.publishing.edition import Edition
from answerable.answer.publishing.ftm import write_ftm
from answerable.answer.publishing.manifest import FILE, write_manifest
from answerable.answer.publishing.tables import (
    CORRECTIONS,
    HEADER,
    about,
    corrections_table,
    names_table,
    write_csv,
    write_xlsx,
)
from answerable.model.errors import WouldReveal
from answerable.record.view import View


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """A value that FollowTheMoney has no place for, in the FtM file alone."""

    id: str
    prop: str
    why: str


def make_files(
    view: View, edition: Edition, key: Ed25519PrivateKey, lost: Callable[[LeftBehind], None]
) -> dict[str, bytes]:
    """The files by name, the manifest last. The same edition gives the same bytes.

    Raises `WouldReveal` where one of them holds what the View's audience must not see.
    """
    files = {
        "names.csv": write_csv(HEADER, names_table(edition)),
        "names.xlsx": write_xlsx(edition),
        "names.ftm.json": write_ftm(edition, lambda *what: lost(LeftBehind(*what))),
        "corrections.csv": write_csv(CORRECTIONS, corrections_table(edition)),
        "about.csv": write_csv(("this list", ""), about(edition)),
    }
    leaking = find_leak(files, view.must_not_appear)
    if leaking:
        raise WouldReveal(audience=view.audience, where=leaking)
    return {**files, FILE: write_manifest(edition, files, key)}

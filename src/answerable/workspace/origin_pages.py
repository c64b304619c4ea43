"""The origins of a case, written as a page beside the record."""

from pathlib import Path

from answerable.answer.origin_page import write_origin_page
from answerable.answer.package.leaks import find_leak
from answerable.model.canonical import sha256_hex
from answerable.model.errors import WouldReveal
from answerable.record.view import View
from answerable.store.disk import write_durably
from answerable.weigh.origin_graph import CaseOrigins
from answerable.workspace.workspace import Workspace


def write_origins(workspace: Workspace, view: View, found: CaseOrigins, to: Path) -> None:
    """Write what this View shows; the log has the page's hash and for whom it is.

    Raises `WouldReveal` where the page holds what the audience must not see; then there is no file.
    """
    page = write_origin_page(found)
    if find_leak({"origins.html": page}, view.must_not_appear):
        raise WouldReveal(audience=view.audience, where="the page of origins")
    with workspace.changing(), workspace.store.change() as change:
        change.log("origins", {"audience": str(view.audience), "sha256": sha256_hex(page)})
    write_durably(workspace.disk, to, page)

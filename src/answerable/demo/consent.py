"""What the witness of the invented case agreed to."""

from collections.abc import Iterator

from answerable.record.consenting import Agreed
from answerable.store.clock import stamp
from answerable.workspace import Workspace
from answerable.workspace.consenting import Meant, give_consent

HOW = "spoken before two of us, in her own language; read back to her and signed"


def agree(workspace: Workspace) -> Iterator[str]:
    """Note that the witness agrees to governments; a line that names nobody."""
    with workspace.view() as view:
        (witness,) = view.protected
    agreed = Agreed(stamp(workspace.store.clock())[:10], "recipients", HOW, "never to the press")
    give_consent(workspace, witness, Meant(), agreed)
    yield f"the person {witness[:8]} agreed to: any government"

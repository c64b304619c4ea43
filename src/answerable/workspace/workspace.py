"""An open workspace: its parts, and the jobs that need several of them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import select

from answerable.identify.asked import seal_asked
from answerable.identify.lists import Imported, Issuer, import_list
from answerable.identify.packed import unpacked
from answerable.model.audience import TEAM, Audience
from answerable.model.record import Text
from answerable.preserve.addresses import Policy
from answerable.preserve.captures import find_capture
from answerable.preserve.capturing import Capturer
from answerable.preserve.importing import import_files
from answerable.preserve.receipts import ReceiptLine, last_batch, receipt
from answerable.preserve.vault import Vault
from answerable.preserve.verify import OwnChain, Verification, count_objects, verify
from answerable.read.reader import Reader
from answerable.read.texts import read_capture
from answerable.record.audience import Door
from answerable.record.casefile import read_casefile
from answerable.record.gather import Gatherer
from answerable.record.known import take_up
from answerable.record.naming import Naming
from answerable.record.plan import Planner
from answerable.record.recording import Recorded, Recorder
from answerable.record.search import index_text
from answerable.record.tables import entity
from answerable.record.view import Moment, View
from answerable.store.checkpoint import file_for, sign, write_checkpoint
from answerable.store.clock import stamp
from answerable.store.disk import Disk
from answerable.store.keys import Keys, PeopleKeys
from answerable.store.lock import workspace_lock
from answerable.store.log import head
from answerable.store.unit_of_work import Store
from answerable.workspace.case_names import check_names
from answerable.workspace.files import read_bytes_of, read_text_of
from answerable.workspace.settings import Settings

LARGEST_LIST = 500_000_000
"""Bytes of one edition of a list; the largest there is has a fifth of that."""
Told = Callable[[int], None]
"""Is told how many of the inputs are done."""


def _nobody(_: int) -> None:
    """Tells nobody."""


class Workspace:
    """An open workspace. Everything that changes it goes through `changing`."""

    def __init__(
        self,
        root: Path,
        settings: Settings,
        store: Store,
        vault: Vault,
        people: PeopleKeys,
        keys: Keys,
        disk: Disk,
        tell: Callable[[str], None],
    ) -> None:
        """``tell`` is told, in a sentence, of work that takes long and that nobody asked for by name."""
        self.root = root
        self.settings = settings
        self.store = store
        self.vault = vault
        self.people = people
        self.keys = keys
        self.disk = disk
        self.tell = tell
        self._door = Door(store, vault, people, keys)

    @property
    def index_folder(self) -> Path:
        """Where the names of public lists are kept ready to be asked for; derived, and of public names
        alone.
        """
        return self.root / "index"

    @property
    def left_folder(self) -> Path:
        """The same for names that left the lists between two editions."""
        return self.root / "index-left"

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Hold the lock while something is changed, and sign a checkpoint after it, however it ended."""
        with workspace_lock(self.root / "lock"):
            try:
                yield
            finally:
                self.checkpoint()

    def checkpoint(self) -> None:
        """Note outside the workspace where the log stands now."""
        with self.store.reading() as connection:
            stands = head(connection, self.store.chain)
        signed = sign(stands, stamp(self.store.clock()), self.keys.signer)
        write_checkpoint(self.checkpoints_of(self.settings.chain), signed, self.disk)

    def checkpoints_of(self, chain: str) -> Path:
        """The file with the checkpoints of a chain: this workspace's own, or one it merged."""
        own = self.settings.chain
        return file_for(Path(self.settings.checkpoints), chain, seen_by="" if chain == own else own)

    @contextmanager
    def view(self, audience: Audience = TEAM, as_of: Moment | None = None) -> Iterator[View]:
        """The record as this audience may see it, or might have seen it at a moment."""
        with self._door.open(self.store.actor, audience, as_of) as view:
            if audience != TEAM:
                self.checkpoint()  # having opened it is a line in the log
            yield view

    def capture(self, urls: Sequence[str], permit: Policy | None = None, told: Told = _nobody) -> str:
        """Take pages over the network; give back the batch of the receipt."""
        with self.changing():
            return Capturer(self.store, self.vault, permit or Policy()).capture(urls, told=told)

    def import_files(self, paths: Sequence[Path], told: Told = _nobody) -> str:
        """Keep files; give back the batch of the receipt."""
        with self.changing():
            own = [self.root, Path(self.settings.keys), Path(self.settings.checkpoints)]
            return import_files(self.store, self.vault, paths, own=own, told=told)

    def receipt(self, batch: str = "") -> list[ReceiptLine]:
        """A receipt, the last one where no batch is named."""
        with self.store.reading() as connection:
            return receipt(connection, batch or last_batch(connection))

    def record(self, casefile: Path, as_written: str = "", *, again: bool = False) -> Recorded:
        """Record a casefile; its files are kept and read first, and stay kept if it is refused.

        ``as_written`` and ``again``: see `Recorder`.
        """
        parsed, lined, problems = read_casefile(read_text_of(casefile), casefile.name)
        with self.changing(), Reader() as reader:
            gatherer = Gatherer(self.store, self.vault, reader, casefile.parent)
            sources = gatherer.gather(parsed, lined, problems)
            with self.view() as view:
                parsed, known = take_up(view, parsed, lined, problems)
            check_names(parsed, lined, problems)
            planned = Planner(parsed, lined, problems, sources).plan()
            recorder = Recorder(self.store, self.vault, self.people, as_written, again=again)
            recorded = recorder.record(parsed, planned, sources, known)
            self.index_texts([one.text.sha256 for one in sources.values()])
            self._seal_asked()
        return recorded

    def _seal_asked(self) -> None:
        """Seal what was asked about people who are protected now."""
        with self.store.change() as change:
            sealed = seal_asked(change, self.people, Naming(change.connection, self.people))
            if sealed:
                change.log("asked-sealed", {"count": sealed})

    def index_texts(self, texts: list[str]) -> None:
        """Have these texts found by search, unless they are sealed."""
        with self.store.change() as change:
            for sha256 in texts:
                index_text(change, sha256, self.vault.get(sha256).decode())
            change.log("index", {"texts": len(texts)})

    def import_list(
        self,
        path: Path,
        issuer: Issuer | None = None,
        *,
        list_map: Path | None = None,
        shrunk_is_right: bool = False,
    ) -> Imported:
        """Keep an edition of an official list, unpacked, and derive its entries, by its map if it has one."""
        mapped = read_bytes_of(list_map) if list_map else b""
        data, name = unpacked(read_bytes_of(path, LARGEST_LIST), path.name, LARGEST_LIST)
        with self.changing():
            return import_list(
                self.store,
                self.vault,
                data,
                name,
                issuer,
                list_map=mapped,
                shrunk_is_right=shrunk_is_right,
            )

    def read(self, wanted: str) -> tuple[Text, str]:
        """The text of a capture, by its id, its address or its file's name; read now if it was not.

        Raises `NothingCalled`, and what reading raises.
        """
        with self.store.reading() as connection:
            capture = find_capture(connection, wanted)
        with self.changing(), Reader() as reader:
            text = read_capture(self.store, self.vault, reader, capture)
            words = self.vault.get(text.sha256).decode()
            self.index_texts([text.sha256])
        return text, words

    def count_objects(self) -> int:
        """How many kept objects there are."""
        with self.store.reading() as connection:
            return count_objects(connection)

    def verify(self, told: Told = _nobody) -> Verification:
        """Hash everything again and walk the log."""
        with self.store.reading() as connection:
            own = OwnChain(self.settings.chain, self.keys.public_key)
            result = verify(connection, self.vault, Path(self.settings.checkpoints), own=own, told=told)
            result.problems += [
                f"{person} was erased, yet the key is still here: erase again"
                for person in connection.execute(select(entity.c.id).where(entity.c.erased != "")).scalars()
                if self.people.has(person)
            ]
        return result

    def close(self) -> None:
        """Let go of the database."""
        self.store.engine.dispose()

"""From what a casefile calls its sources to texts in hand: captured or imported, and read."""

from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from answerable.model.canonical import sha256_hex
from answerable.model.errors import AnswerableError, EvidenceError, FileUnreadable, InputError, SourceErased
from answerable.model.record import Capture, Text
from answerable.preserve.captures import find_by_url, get_capture
from answerable.preserve.importing import keep_bytes
from answerable.preserve.keeping import erased_on
from answerable.preserve.vault import Vault
from answerable.read.reader import Reader
from answerable.read.texts import read_capture
from answerable.record.casefile import Casefile, SourceSpec
from answerable.record.lined_yaml import Lined, Problems
from answerable.store.unit_of_work import Store


@dataclass(frozen=True, slots=True)
class SourceInHand:
    """A source whose words can be quoted."""

    title: str
    capture: Capture
    text: Text
    words: str


@dataclass(frozen=True, slots=True)
class Gatherer:
    """What gathering needs. ``folder`` is where the casefile lies; its files are found beside it."""

    store: Store
    vault: Vault
    reader: Reader
    folder: Path

    def gather(self, casefile: Casefile, lined: Lined, problems: Problems) -> dict[str, SourceInHand]:
        """Every source that could be had; what could not is added to ``problems`` with its line.

        Files are imported (and so kept) even where the casefile is then refused: evidence in hand is
        never let go because of a mistake in the notes about it.
        """
        found = {}
        for key, spec in casefile.sources.items():
            try:
                found[key] = self._one(key, spec)
            except (InputError, EvidenceError) as error:
                problems.add(lined.line(("sources", key)), told(error))
        return found

    def _one(self, key: str, spec: SourceSpec) -> SourceInHand:
        capture = self._capture(key, spec)
        text = read_capture(self.store, self.vault, self.reader, capture)
        words = self.vault.get(text.sha256).decode()
        return SourceInHand(spec.title or key, capture, text, words)

    def _capture(self, key: str, spec: SourceSpec) -> Capture:
        if bool(spec.file) == bool(spec.url):
            raise FileUnreadable(file=key, why="it names neither a file nor an address, or both")
        if spec.file:
            return self._imported(spec.file)
        with self.store.reading() as connection:
            capture = find_by_url(connection, spec.url)
        if capture is None:
            raise FileUnreadable(file=spec.url, why="it was not captured yet (answerable capture URL)")
        return capture

    def _imported(self, name: str) -> Capture:
        if leads_outside(name):
            raise FileUnreadable(file=name, why="it is not beside the casefile")
        path = self.folder / name
        try:
            data = path.read_bytes()
        except OSError as error:
            raise FileUnreadable(file=name, why=error.strerror or "it is not there") from error
        with self.store.reading() as connection:
            erased = erased_on(connection, sha256_hex(data))
        if erased:
            raise SourceErased(file=name, day=erased[:10])
        capture_id = keep_bytes(self.store, self.vault, data, path.name)
        with self.store.reading() as connection:
            return get_capture(connection, capture_id)


def leads_outside(name: str) -> bool:
    """Whether a path a casefile names leaves its folder: a casefile of others could fetch anything."""
    return ".." in PureWindowsPath(name).parts or bool(PureWindowsPath(name).anchor) or name.startswith("/")


def told(error: AnswerableError) -> str:
    """What happened and what to do, without what was kept: for one line among several."""
    return f"{error.happened} {error.todo}".format_map(error.facts)

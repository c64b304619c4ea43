"""The words that the rows of a sheet name for themselves: an address that was captured, and a quotation."""

from answerable.model.grade import parse_grade
from answerable.model.ids import derived_id
from answerable.model.record import Stance
from answerable.preserve.captures import find_by_url, get_source
from answerable.preserve.vault import Vault
from answerable.read.passages import Finder
from answerable.read.reader import Reader
from answerable.read.texts import read_capture
from answerable.record.casefile import SourceSpec
from answerable.record.gather import SourceInHand
from answerable.record.plan import PlannedCitation
from answerable.store.unit_of_work import Store


class RowSources:
    """Finds captured pages by address and words in them; each page is read and folded once."""

    def __init__(self, store: Store, vault: Vault, reader: Reader) -> None:
        self._store = store
        self._vault = vault
        self._reader = reader
        self._finders: dict[str, Finder] = {}
        self._missing: set[str] = set()
        self.specs: dict[str, SourceSpec] = {}
        self.in_hand: dict[str, SourceInHand] = {}

    def cite(self, url: str, quote: str, grade: str) -> tuple[PlannedCitation | None, str]:
        """The words a row names, or a remark why it has none.

        Raises `QuoteNotFound` where the page was captured and the words are not in it, and what
        `answerable.read.texts.read_capture` raises.
        """
        if not url and not quote:
            return None, ""
        if not (url and quote):
            return None, f"it names {'an address and no words' if url else 'words and no address'}"
        key = f"page-{derived_id('page', url)}"
        if not self._fetch(key, url):
            return None, f"{url} was not captured yet, so the row alone is cited"
        span = self._finders[key].find(quote, source=self.in_hand[key].title)
        return PlannedCitation(key, span, Stance.SUPPORTS, "", "", str(parse_grade(grade))), ""

    def _fetch(self, key: str, url: str) -> bool:
        if key in self._finders:
            return True
        with self._store.reading() as connection:
            capture = find_by_url(connection, url) if key not in self._missing else None
            source = get_source(connection, capture.source) if capture else None
        if capture is None or source is None:
            self._missing.add(key)
            return False
        text = read_capture(self._store, self._vault, self._reader, capture)
        words = self._vault.get(text.sha256).decode()
        title = source.title or url
        self.in_hand[key] = SourceInHand(title, capture, text, words)
        said = {
            name: getattr(source, name) for name in ("author", "publisher", "published", "language", "origin")
        }
        self.specs[key] = SourceSpec.model_validate({"url": url, "title": title, **said})
        self._finders[key] = Finder(words, text.pages)
        return True

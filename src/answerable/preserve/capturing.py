"""Taking pages over the network into the vault, with a receipt that has a line for each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from answerable.model.ids import new_id
from answerable.model.record import Verdict
from answerable.preserve.addresses import Policy
from answerable.preserve.captures import Taken, add_capture, add_source, keep_object
from answerable.preserve.fetch import Fetched, fetch
from answerable.preserve.keeping import Kept, keep
from answerable.preserve.limits import DEFAULT_LIMITS, Limits
from answerable.preserve.receipts import begin_receipt, settle
from answerable.preserve.vault import Vault
from answerable.preserve.warc import write_warc
from answerable.store.unit_of_work import Store

PUBLIC_ONLY = Policy()


@dataclass(frozen=True, slots=True)
class Capturer:
    """What capturing needs. ``policy`` permits addresses besides public ones: none, as a rule."""

    store: Store
    vault: Vault
    policy: Policy = PUBLIC_ONLY
    limits: Limits = DEFAULT_LIMITS

    def capture(self, urls: Sequence[str], *, told: Callable[[int], None] = lambda _: None) -> str:
        """Take every address once, and give back the batch whose receipt tells how each went."""
        with self.store.change() as change:
            batch = begin_receipt(change, urls)
        for line, url in enumerate(urls, start=1):
            self._one(batch, line, url)
            told(line)
        return batch

    def _one(self, batch: str, line: int, url: str) -> None:
        fetched = fetch(url, clock=self.store.clock, policy=self.policy, limits=self.limits)
        taken, warc_size = self._keep(fetched)
        with self.store.change() as change:
            if taken.sha256:
                keep_object(change, taken.sha256, taken.size, "bytes")
            if taken.warc_sha256:
                keep_object(change, taken.warc_sha256, warc_size, "warc")
            capture_id = add_capture(change, add_source(change, url, url), taken, self.store.actor)
            outcome = "kept" if taken.verdict is Verdict.COMPLETE else str(taken.verdict)
            settle(change, batch, line, outcome, taken.reason, capture_id)

    def _keep(self, fetched: Fetched) -> tuple[Taken, int]:
        """Put what arrived into the vault, durably, before any row speaks of it."""
        body = keep(self.store, self.vault, fetched.body) if fetched.body else Kept("")
        warc = b""
        if fetched.exchanges and not body.why_not:  # the archive would hold the same bytes again
            warc = write_warc(fetched, record_id=self._record_id, info={})
        taken = Taken(
            sha256=body.sha256,
            size=len(fetched.body) if body.sha256 else 0,
            media_type=fetched.media_type,
            charset=fetched.charset,
            warc_sha256=self.vault.put(warc) if warc else "",
            how="http",
            verdict=Verdict.REFUSED if body.why_not else fetched.verdict,
            reason=body.why_not or fetched.reason,
            status=fetched.status,
        )
        return taken, len(warc)

    def _record_id(self) -> str:
        return new_id(self.store.entropy)

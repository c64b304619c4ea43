"""The two pages of the server. They hold no script, and every word from a list is text, never markup."""

import base64
import hashlib
from collections.abc import Iterable
from html import escape

from fastapi.responses import HTMLResponse

from answerable.identify.lists import Edition
from answerable.identify.served import EVERY_LIST, Listed, dataset_of
from answerable.web.replies import LOCKED

STYLE = """
body { font: 17px/1.5 Georgia, "Noto Serif", serif; color: #1d1b16; background: #faf8f3; margin: 2rem auto;
  max-width: 44rem; padding: 0 1rem; }
h1 { font-size: 1.35rem; font-weight: normal; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem 1rem .3rem 0;
  border-bottom: 1px solid #d9d4c6; }
th { font-weight: normal; color: #6b6557; }
td:nth-child(3) { white-space: nowrap; }
code { font: 14px/1.5 ui-monospace, monospace; }
pre { background: #f0ece1; padding: .8rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; }
"""
_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
NO_CLEARANCE = "A result is never a yes: it says “possible, review”. Nothing found is no clearance."


def as_page(title: str, body: str, frames: str = "") -> HTMLResponse:
    """A page with the one style sheet; ``frames`` is the origin that may show it within its own."""
    policy = f"{LOCKED}; style-src 'sha256-{_HASH}'"
    if frames:
        policy = policy.replace("frame-ancestors 'none'", f"frame-ancestors {frames}")
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{STYLE}</style>'
    html = f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'
    return HTMLResponse(html, headers={"Content-Security-Policy": policy})


def first_page(editions: Iterable[Edition], address: str) -> str:
    """What is served and how to ask, for whoever opens the address in a browser."""
    rows = [
        _row(
            dataset_of(one.info.list_id),
            f"{one.info.title}, {one.info.publisher}",
            one.info.published,
            str(one.entries),
        )
        for one in editions
    ]
    empty = "<p>No list was imported yet: <code>answerable lists import FILE</code>.</p>"
    head = "<tr><th>name</th><th>list</th><th>published</th><th>entries</th></tr>"
    table = f"<table>{head}{''.join(rows)}</table>" if rows else empty
    asking = (
        f"curl {address}/match/{EVERY_LIST} \\\n  -H 'Authorization: Bearer …' "
        "-H 'Content-Type: application/json' "
        '\\\n  -d \'{"queries": {"q1": {"schema": "Person", "properties": {"name": ["…"]}}}}\''
    )
    return (
        "<h1>Answerable: are these names listed?</h1>"
        f"<p>{NO_CLEARANCE} Nothing asked is logged.</p>{table}"
        f"<p>Every address is described in <code>/openapi.json</code>. To ask:</p><pre>{escape(asking)}</pre>"
        f"<p>For OpenRefine: <code>{escape(address)}/reconcile/{EVERY_LIST}</code>; it needs "
        "<code>--openrefine</code>, see docs/serve-screening.md.</p>"
    )


def about(one: Listed) -> str:
    """What a list says of one entry."""
    entry, info = one.entry, one.edition.info
    said = {
        "Also": [name.text for name in entry.names[1:]],
        "Born": entry.birth_dates,
        "Country": entry.countries,
        "Post": entry.positions,
        "List": [f"{info.title}, {info.publisher} ({info.published})"],
        "Standing": [f"{info.standing}, {entry.listed_in_words()}"],
        "Remarks": [text for text in (entry.remarks, entry.reason) if text],
    }
    rows = [_row(name, "; ".join(values)) for name, values in said.items() if values]
    title = f"<h1>{escape(entry.primary_name)}</h1>"
    return f"{title}<table>{''.join(rows)}</table><p>{NO_CLEARANCE}</p>"


def _row(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"

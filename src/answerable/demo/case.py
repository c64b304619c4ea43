"""Lays the invented case out in a folder, ready to be recorded."""

from pathlib import Path

from answerable.demo.papers import testimony_docx

CASEFILE = "casefile.yaml"
CAMPAIGN = ("campaign.yaml", "open-letter.txt")
"""The casefile of the five demands, and the letter it cites."""
SPREADSHEET = "names.csv"
TESTIMONY = "testimony-1.docx"
PLACEHOLDER = "{site}"

_HERE = Path(__file__).parent


def casefile_text(base: str) -> str:
    """The casefile with the addresses of a site that is served at ``base``."""
    return _filled(CASEFILE, base)


def spreadsheet_text(base: str) -> str:
    """The coalition's spreadsheet of names, with the addresses of a site that is served at ``base``."""
    return _filled(SPREADSHEET, base)


def lay_out(folder: Path, base: str) -> Path:
    """Write casefiles, spreadsheet, letter and testimony into ``folder``; the path of the first casefile.

    Files already there under these names are written anew.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / TESTIMONY).write_bytes(testimony_docx())
    (folder / SPREADSHEET).write_bytes(spreadsheet_text(base).encode())
    for name in CAMPAIGN:
        (folder / name).write_bytes((_HERE / name).read_bytes())
    casefile = folder / CASEFILE
    casefile.write_bytes(casefile_text(base).encode())
    return casefile


def _filled(name: str, base: str) -> str:
    return (_HERE / name).read_text("utf-8").replace(PLACEHOLDER, base)

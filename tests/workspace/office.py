"""Edits a Word file in LibreOffice as a person would: run by a Python that has LibreOffice's own module, uno.

Arguments: the file, where to save it, and a JSON list of edits. ``["replace", old, new]`` types over words,
``["append", words, more]`` types a new paragraph after the one that holds the words, ``["delete", words]``
deletes that paragraph, ``["comment", words, author, comment]`` remarks on the words, ``["track"]`` begins to
track changes.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK


def _setting(name: str, value: object) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def _connected(pipe: str) -> Any:
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not start")


def _paragraphs(text: Any) -> Iterator[Any]:
    """Those of the body and of its tables, in order."""
    every = text.createEnumeration()
    while every.hasMoreElements():
        one = every.nextElement()
        if one.supportsService("com.sun.star.text.TextTable"):
            for name in one.getCellNames():
                yield from _paragraphs(one.getCellByName(name))
        else:
            yield one


def _found(document: Any, words: str) -> Any:
    """The words where they first stand: a cursor that has them selected."""
    holding = next((one for one in _paragraphs(document.Text) if words in one.String), None)
    if holding is None:
        raise SystemExit(f"{words} is not in the document")
    # Where a note is called counts one, however long its number is.
    for begin in range(len(holding.String)):
        cursor = holding.Text.createTextCursorByRange(holding.Start)
        cursor.goRight(begin, False)
        cursor.goRight(len(words), True)
        if cursor.String == words:
            return cursor
    raise SystemExit(f"{words} cannot be selected")


def _edit(document: Any, what: str, words: str = "", *more: str) -> None:
    if what == "track":
        document.RecordChanges = True
        return
    found = _found(document, words)
    text = found.Text
    if what == "replace":
        found.String = more[0]
    elif what == "append":
        found.gotoEndOfParagraph(False)
        text.insertControlCharacter(found, PARAGRAPH_BREAK, False)
        text.insertString(found, more[0], False)
    elif what == "comment":
        remark = document.createInstance("com.sun.star.text.textfield.Annotation")
        remark.Author, remark.Content = more
        text.insertTextContent(found, remark, True)
    elif what == "delete":
        found.gotoStartOfParagraph(False)
        found.gotoEndOfParagraph(True)
        found.goRight(1, True)
        found.String = ""


def _edited(context: Any, file: str, saved: str, edits: str) -> None:
    """Without a window: LibreOffice's builds for servers have not all that is drawn in one."""
    services = context.ServiceManager
    document = services.createInstanceWithContext("com.sun.star.text.TextDocument", context)
    word = _setting("FilterName", "MS Word 2007 XML")
    document.load((_setting("URL", Path(file).resolve().as_uri()), word))
    for edit in json.loads(edits):
        _edit(document, *edit)
    document.storeToURL(Path(saved).resolve().as_uri(), (word,))
    document.close(True)


def main(file: str, saved: str, edits: str) -> None:
    """Start LibreOffice, edit, save as .docx, and end it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        pipe = f"edit-{Path(profile).name}"
        office = subprocess.Popen(
            [  # noqa: S607  a program is found where its user has it
                "soffice",
                "--headless",
                "--norestore",
                f"--accept=pipe,name={pipe};urp;",
                f"-env:UserInstallation={Path(profile).as_uri()}",
            ],
            start_new_session=True,
        )
        try:
            _edited(_connected(pipe), file, saved, edits)
        finally:
            # The program starts another, which would live on without it.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(office.pid, signal.SIGKILL)
            office.wait()


if __name__ == "__main__":
    main(*sys.argv[1:])

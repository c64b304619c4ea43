"""Bad input as it arrives, from end to end: what is said, what is kept, and that the rest goes on."""

import errno
import io
import os
import shutil
import socket
import subprocess
import sys
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import typst

from answerable.model.errors import DiskFull
from answerable.preserve.addresses import Policy
from answerable.preserve.capturing import Capturer
from answerable.preserve.limits import Limits
from answerable.preserve.receipts import ReceiptLine
from answerable.store.disk import Disk
from answerable.workspace import Unlocking, Workspace, open_workspace
from tests.cli.terminal import Terminal
from tests.databases import ON_POSTGRES
from tests.preserve.servers import Server, page, says, serving
from tests.support import new_workspace

GAZETTE = "LAM Ka-ho was made Commissioner of Police on 2 January 2030.\n"
CASEFILE = """\
casefile: harbour
organisation: Selwyn Rights Desk
sources:
  gazette: {file: gazette.txt}
entities:
  lam:
    schema: Person
    cite: {source: gazette, quote: LAM Ka-ho was made Commissioner}
    name: LAM Ka-ho
"""
CHINESE = "譚索共和國警務處處長林家豪今日宣布，五月三日海港街清場行動中共有十一人受傷，其中兩人在醫院不治。"
SIMPLIFIED = (
    "谭索共和国警务处处长林家豪今日宣布，五月三日海港街清场行动中共有十一人受伤，其中两人在医院不治。"
)


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal in a new, plain workspace."""
    monkeypatch.setenv("ANSWERABLE_HOME", str(tmp_path / "home"))
    terminal = Terminal(capsys, tmp_path)
    monkeypatch.chdir(terminal.init("--plain"))
    return terminal


def docx_that_is_none() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("letter.txt", "Dear all")
    return out.getvalue()


def half_a_pdf() -> bytes:
    whole = typst.compile(b"The Commissioner gave the order.")
    return whole[: len(whole) // 2]


# --- files -----------------------------------------------------------------------------------------


def test_an_empty_file_is_a_line_on_the_receipt_and_stops_nothing(terminal: Terminal) -> None:
    files = terminal.file("empty.txt", b""), terminal.file("gazette.txt", GAZETTE)
    told = terminal("import", *files)
    assert "1 │ empty.txt   │ failed  │ it is empty" in told
    assert told.endswith("2 inputs: 1 failed, 1 kept.\n")
    assert terminal("read", "gazette.txt") == GAZETTE + "\n"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        (
            "release.pdf",
            half_a_pdf(),
            "No text could be read out of release.pdf: the PDF is cut off before its end; fetch it again.",
        ),
        (
            "letter.docx",
            docx_that_is_none(),
            "No text could be read out of letter.docx: it is a zip archive with no Word document in it.",
        ),
    ],
    ids=["a truncated PDF", "a zip called .docx"],
)
def test_a_file_that_cannot_be_read_is_kept_all_the_same(
    terminal: Terminal, name: str, content: bytes, told: str
) -> None:
    assert terminal("import", terminal.file(name, content)).endswith("1 inputs: 1 kept.\n")
    assert terminal.refused("read", name) == [
        f"{told} The bytes are kept as they came. Open the file in its own program and see what it holds.",
        "[text-unreadable]",
    ]
    [kept] = [path for path in Path("vault").rglob("*") if path.is_file()]
    assert kept.read_bytes() == content


@pytest.mark.parametrize(
    ("charset", "words"), [("big5", CHINESE), ("gb18030", SIMPLIFIED), ("gb2312", SIMPLIFIED)]
)
@pytest.mark.parametrize("says_so", [True, False], ids=["in its own words", "and says nothing of it"])
def test_pages_in_the_older_chinese_encodings_are_read_right(
    terminal: Terminal, charset: str, words: str, says_so: bool
) -> None:
    meta = f'<meta charset="{charset}">' if says_so else ""
    markup = f"<html><head>{meta}<title>x</title></head><body><p>{words}</p></body></html>"
    terminal("import", terminal.file("page.html", markup.encode(charset)))
    assert terminal("read", "page.html").strip() == words


SCRIPTS = """<html><head><script>document.write("made by a script")</script></head>
<body onload="alert('loaded')"><p>The order was given.</p><script src="/more.js">in a script</script>
<iframe src="/frame.html"></iframe><img src="/pixel.gif" onerror="fetch('/told')">
<a href="javascript:alert(1)">A link</a> <noscript>Read without scripts.</noscript></body></html>"""


@pytest.mark.loopback
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_a_page_with_scripts_is_words_alone_and_nothing_of_it_runs(tmp_path: Path) -> None:
    with serving(says(page(SCRIPTS.encode(), "Content-Type: text/html"))) as server:
        with new_workspace(tmp_path) as workspace:
            workspace.capture([server.url()], permitting(server))
            text, words = workspace.read(server.url())
        asked = [request.split(b"\r\n")[0] for request in server.asked]
    assert words.split() == ["The", "order", "was", "given.", "A", "link", "Read", "without", "scripts."]
    assert asked == [b"GET / HTTP/1.1"]
    assert text.tool == "inscriptis"


# --- the network -----------------------------------------------------------------------------------


def permitting(server: Server) -> Policy:
    return Policy(frozenset({("127.0.0.1", server.port)}))


@pytest.mark.loopback
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_a_stream_of_300_megabytes_is_kept_up_to_the_limit(tmp_path: Path) -> None:
    sent = 0

    def stream(connection: socket.socket, path: str) -> None:
        nonlocal sent
        connection.sendall(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 300000000\r\n\r\n"
        )
        for _ in range(300):
            connection.sendall(b"the order " * 100_000)
            sent += 1_000_000

    with serving(stream) as server, new_workspace(tmp_path) as workspace:
        limits = Limits(total_bytes=2_000_000)
        capturer = Capturer(workspace.store, workspace.vault, permitting(server), limits)
        tracemalloc.start()
        batch = capturer.capture([server.url()])
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        [line] = workspace.receipt(batch)
        assert line.outcome == "partial"
        assert line.reason == "it is larger than the limit of 2,000,000 bytes"
        assert workspace.read(server.url())[1].startswith("the order the order")
        assert workspace.verify().holds
    assert sent < 50_000_000
    assert peak < 40_000_000


@pytest.mark.loopback
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_a_redirect_to_this_machine_is_refused_and_on_the_receipt(tmp_path: Path) -> None:
    with serving(says(page(b"the router's own page"))) as inside:
        onward = page(b"", f"Location: {inside.url('/admin')}", status="302 Found")
        with serving(says(onward)) as server, new_workspace(tmp_path) as workspace:
            [line] = taken(workspace, [server.url()], permitting(server))
    assert (line.outcome, line.reason) == (
        "refused",
        f"it redirects to {inside.url('/admin')}: 127.0.0.1 is not a public address",
    )
    assert inside.asked == []


def taken(workspace: Workspace, urls: list[str], policy: Policy) -> list[ReceiptLine]:
    return workspace.receipt(workspace.capture(urls, policy))


def test_an_address_on_this_machine_is_refused_and_the_next_one_is_tried(terminal: Terminal) -> None:
    told = terminal("capture", "http://127.0.0.1:8080/", "ftp://example.org/")
    assert "refused │ 127.0.0.1 is not a public address" in told
    assert told.endswith("2 inputs: 2 refused.\n")


# --- casefiles -------------------------------------------------------------------------------------


def instead(old: str, new: str) -> str:
    assert old in CASEFILE
    return CASEFILE.replace(old, new)


@pytest.mark.parametrize(
    ("casefile", "told"),
    [
        (
            instead("casefile: harbour", "casefile: &name harbour"),
            "  line 1: anchors (&) and aliases (*) are not allowed",
        ),
        (
            instead("quote: LAM Ka-ho was made", "quote: LAM Ka-ho became"),
            "  line 9: The words “LAM Ka-ho became Commissioner” are not in gazette. The nearest text there "
            "is “LAM Ka-ho was made Commissioner”: copy the words as they stand.",
        ),
        (
            instead("    name:", "    birthdate: 1975\n    name:"),
            "  line 9: Person has no property “birthdate”. The nearest is “birthDate”.",
        ),
        (
            instead("    name:", "    birthDate: 1975-19-25\n    name:"),
            "  line 9: “1975-19-25” is not a date. Write a year, a year and month, or a full date: 1975, "
            "1975-02 or 1975-02-19.",
        ),
        (
            instead("file: gazette.txt", "file: empty.txt"),
            "  line 4: The file empty.txt is empty. Fetch it again from where it came.",
        ),
        (
            instead("file: gazette.txt", "file: release.pdf"),
            "  line 4: No text could be read out of release.pdf: the PDF is cut off before its end; fetch it "
            "again. Open the file in its own program and see what it holds.",
        ),
    ],
    ids=["anchors", "a quote that is not there", "an unknown property", "1975-19-25", "empty", "truncated"],
)
def test_what_is_wrong_with_a_casefile_is_told_with_its_line(
    terminal: Terminal, casefile: str, told: str
) -> None:
    terminal.file("gazette.txt", GAZETTE)
    terminal.file("empty.txt", b"")
    terminal.file("release.pdf", half_a_pdf())
    assert terminal.refused("record", terminal.file("case.yaml", casefile)) == [
        "The casefile case.yaml has 1 thing to mend:",
        told,
        " Nothing of it was recorded. Mend the lines named and record it again.",
        "[casefile-wrong]",
    ]
    assert terminal.refused("show", "LAM Ka-ho")[-1] == "[nothing-called]"
    recorded = terminal("record", terminal.file("case.yaml", CASEFILE))
    assert recorded == "1 statements about 1 people and things; 1 new.\n"


# --- the workspace ---------------------------------------------------------------------------------


def test_a_wrong_passphrase(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERABLE_PASSPHRASE", "five words nobody else knows")
    locked = terminal.init(name="locked")
    monkeypatch.setenv("ANSWERABLE_PASSPHRASE", "five words")
    assert terminal.refused("--workspace", locked, "log") == [
        "The passphrase or key file does not open this workspace. Nothing was changed. Try again; without it "
        "nobody, the makers of Answerable included, can open it.",
        "[wrong-key]",
    ]


FULL = (
    "The disk is full. Everything recorded before this is kept; the last step was undone. "
    "Free some space and run the command again."
)


class FullDisk(Disk):
    """A disk with room for so many files more."""

    def __init__(self, room: int) -> None:
        self.room = room

    def write(self, path: Path, data: bytes) -> None:
        self.room -= 1
        if self.room < 0:
            super().write(path, data[: len(data) // 2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        super().write(path, data)


@contextmanager
def opened(root: Path, disk: Disk) -> Iterator[Workspace]:
    workspace = open_workspace(root, Unlocking(disk=disk))
    try:
        yield workspace
    finally:
        workspace.close()


@pytest.mark.parametrize("room", range(4))
def test_a_disk_that_fills_up_undoes_the_last_step_and_keeps_the_rest(terminal: Terminal, room: int) -> None:
    """Three files are written: the bytes, the text read out of them, the checkpoint."""
    terminal.file("gazette.txt", GAZETTE.replace("\n", "\r\n"))
    casefile = terminal.file("case.yaml", CASEFILE)
    terminal("import", terminal.file("earlier.txt", "Kept before."))
    told = ""
    with opened(Path.cwd(), FullDisk(room)) as workspace:
        try:
            workspace.record(casefile)
        except DiskFull as error:
            told = str(error)
    assert told == ("" if room == 3 else FULL)
    assert terminal("verify").endswith("Everything is still what was kept.\n")
    assert terminal("read", "earlier.txt") == "Kept before.\n"
    assert not list(Path("vault").rglob("*.part"))
    terminal("record", casefile)
    assert terminal.json("show", "LAM Ka-ho")["caption"] == "LAM Ka-ho"


ON_A_SMALL_DISK = """
set -e
mount -t tmpfs -o size=3m tmpfs "$1"
cd "$1"
export ANSWERABLE_HOME="$1/home"
"$2" -c "$3" init case --plain > /dev/null
cd case
"$2" -c "$3" import ../../small.txt
"$2" -c "$3" import ../../large.bin 2>&1 || echo "ended with $?"
"$2" -c "$3" verify
"""


@pytest.mark.skipif(ON_POSTGRES, reason="the record is not on the small disk then")
@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="only root can mount a small disk")
def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    unshare = shutil.which("unshare") or pytest.skip("there is no unshare here")
    (tmp_path / "small.txt").write_text("Kept before.")
    (tmp_path / "large.bin").write_bytes(os.urandom(3_000_000))
    small = tmp_path / "small"
    small.mkdir()
    start = "from answerable.cli.start import main; main()"
    ran = subprocess.run(
        [unshare, "--mount", "sh", "-c", ON_A_SMALL_DISK, "sh", str(small), sys.executable, start],
        capture_output=True,
        text=True,
        check=False,
    )
    if "unshare" in ran.stderr or "mount:" in ran.stderr:
        pytest.skip("this machine does not allow mounting")
    assert "1 inputs: 1 kept." in ran.stdout
    assert f"{FULL}\n[disk-full]\nended with 1\n" in ran.stdout
    assert ran.stdout.endswith("Everything is still what was kept.\n")


HOLD = """
import sys
from pathlib import Path
from answerable.workspace import Unlocking, open_workspace
workspace = open_workspace(Path(sys.argv[1]), Unlocking())
with workspace.changing():
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_process_is_told_to_wait_and_may_read_meanwhile(terminal: Terminal) -> None:
    note = terminal.file("note.txt", "A note.")
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(Path.cwd())], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        assert terminal.refused("import", note) == [
            "Another command is working in this workspace. Nothing was changed. Wait until it has ended, "
            "then run this one again.",
            "[workspace-busy]",
        ]
        assert [row["action"] for row in terminal.json("log")] == ["init"]
        other.communicate(b"")
    assert terminal("import", note).endswith("1 inputs: 1 kept.\n")


def test_two_processes_at_once_leave_a_record_that_holds(terminal: Terminal) -> None:
    start = "from answerable.cli.start import main; main()"
    notes = [terminal.file(f"note-{number}.txt", f"Note {number}.") for number in range(4)]
    running = [
        subprocess.Popen(
            [sys.executable, "-c", start, "import", str(note)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for note in notes
    ]
    ended = [(*process.communicate(), process.returncode) for process in running]
    for _, told, code in ended:
        assert (code, told) == (0, b"") or (code == 1 and told.endswith(b"\n[workspace-busy]\n")), told
    assert any(code == 0 for _, _, code in ended)
    captured = [row for row in terminal.json("log", "--last", "0") if row["action"] == "capture"]
    assert len(captured) == [code for _, _, code in ended].count(0)
    assert terminal("verify").endswith("Everything is still what was kept.\n")

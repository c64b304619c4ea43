"""The server as a person starts it: on loopback, asked by programs, and ended with Ctrl-C."""

import http.client
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from answerable.demo.site import FOLDER, ISSUERS
from tests.cli.conftest import inside, terminal
from tests.cli.terminal import Terminal

__all__ = ["inside", "terminal"]

pytestmark = [pytest.mark.loopback, pytest.mark.allow_hosts(["127.0.0.1"])]

ROOT = Path(__file__).parents[2]
PEERS = ROOT / ".venv-peers" / "bin" / "python"
QUERY = {"queries": {"q": {"schema": "Person", "properties": {"name": ["CEN Chuheng"]}}}}


@dataclass(frozen=True, slots=True)
class Running:
    """A server in a process of its own."""

    process: "subprocess.Popen[str]"
    address: str
    token: str

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
        """One request; what came back as JSON, or as it is."""
        place = urlsplit(self.address)
        connection = http.client.HTTPConnection(str(place.hostname), place.port or 0, timeout=20)
        sent = {"Authorization": f"ApiKey {self.token}", "Content-Type": "application/json"}
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, json.dumps(body) if body else None, sent | more)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, json.loads(text) if text.startswith(("{", "[")) else text

    def end(self) -> tuple[int, str]:
        """End it as Ctrl-C does; how it ended, and everything that it wrote but its first lines."""
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=20)
        return self.process.returncode, out + err


@pytest.fixture
def running(inside: Terminal) -> Iterator[Running]:
    """A server of the two invented lists."""
    for path, issuer in ISSUERS.items():
        named = (issuer.list_id, issuer.title, issuer.publisher)
        inside("lists", "import", FOLDER / path.lstrip("/"), "--issuer", *named)
    start = "from answerable.cli.start import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", start, "serve", "--port", "0", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=dict(os.environ),
    )
    assert process.stdout
    lines: list[str] = []
    while not lines or lines[-1] not in ("}\n", ""):
        lines.append(process.stdout.readline())
    told = json.loads("".join(lines))
    try:
        yield Running(process, told["address"], told["token"])
    finally:
        process.kill()
        process.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_it_answers_writes_nothing_of_it_and_ends(running: Running) -> None:
    status, told = running.ask("POST", "/match/default", QUERY)
    assert status == 200
    assert told["responses"]["q"]["results"][0]["caption"] == "CEN, Chuheng"
    assert running.ask("GET", "/search/default?q=Secret%20Name")[0] == 200
    assert running.ask("GET", "/entities/Secret%20Name")[0] == 404
    assert running.ask("POST", "/match/default", QUERY, Authorization="ApiKey wrong")[0] == 401
    assert running.ask("GET", "/catalog", Host="evil.example")[0] == 421
    assert "demo_norrmark" in running.ask("GET", f"/?token={running.token}", Authorization="")[1]
    assert running.end() == (0, "")


def test_a_client_that_was_written_for_yente_works(running: Running) -> None:
    if not PEERS.exists():
        pytest.skip("nomenklatura, whose client it is, is installed by make bench-names")
    program = Path(__file__).with_name("yente_client.py")
    asked = [str(PEERS), "-W", "ignore", str(program), running.address, running.token, "CEN Chuheng"]
    done = subprocess.run(asked, capture_output=True, encoding="utf-8", check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    first = json.loads(done.stdout)[0]
    assert first["match"]["id"] == "demo-norrmark-90001"
    assert first["match"]["properties"]["birthDate"] == ["1974"]
    assert first["match"]["properties"]["topics"] == ["sanction"]
    assert first["expanded"][0]["caption"] == "CEN, Chuheng"


def test_a_key_is_shown_once_and_its_hash_kept(inside: Terminal) -> None:
    told = inside.json("serve", "--keys", "keys.txt", "--new-key", "visa-office")
    assert told["name"] == "visa-office"
    assert told["key"] not in Path("keys.txt").read_text()
    assert "visa-office sha256:" in Path("keys.txt").read_text()
    assert "shown only now" in inside("serve", "--keys", "keys.txt", "--new-key", "registry")
    assert inside.refused("serve", "--keys", "keys.txt", "--new-key", "registry")[-1] == "[keys-file-wrong]"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--host", "192.0.2.7"], "keys-needed"),
        (["--new-key", "somebody"], "keys-needed"),
        (["--keys", "nowhere.txt"], "file-unreadable"),
        (["--address", "lists"], "request-wrong"),
        (["--openrefine", "https://x/y"], "request-wrong"),
    ],
)
def test_what_it_does_not_start_with(inside: Terminal, words: list[str], code: str) -> None:
    assert inside.refused("serve", *words)[-1] == f"[{code}]"


def test_only_this_command_brings_in_the_web_framework() -> None:
    check = (
        "import sys; from answerable.cli.app import program; program(); "
        "sys.exit(bool({'fastapi', 'starlette', 'uvicorn', 'pydantic_settings'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0

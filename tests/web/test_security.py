"""Who is let in, under which name, how often and with what; and that nothing asked is kept or repeated."""

import json
import logging
import os
import re
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi import FastAPI

from answerable.identify.served import Served
from answerable.model.errors import AddressTaken, FileUnreadable, KeysFileWrong, KeysNeeded, RequestWrong
from answerable.web import pages
from answerable.web.app import Serving, make_app
from answerable.web.bodies import LARGEST, strict_json
from answerable.web.gate import LOOPBACK, Rules, host_name
from answerable.web.keys import add_key, holders, new_secret, one_token, read_keys
from answerable.web.quiet import Quiet, be_quiet
from answerable.web.rate import Buckets
from answerable.web.replies import LOCKED
from answerable.web.starting import Place, is_loopback, listening, make_key, rules_for
from answerable.workspace.screening import Lists
from tests.web.client import TOKEN, Client

EVERYWHERE = "0.0.0.0"  # noqa: S104  refused without keys, which is what is tested
REFINE = "http://127.0.0.1:3333"
PATHS = (
    "/",
    "/catalog",
    "/readyz",
    "/openapi.json",
    "/search/default?q=x",
    "/entities/x",
    "/reconcile/default",
)


def app_with(lists: Lists, **rules: object) -> Client:
    full = {"hosts": LOOPBACK, "knows": one_token(TOKEN), **rules}
    return Client(make_app(Serving(lists, Rules(**full))))  # type: ignore[arg-type]


@pytest.mark.parametrize("path", PATHS)
def test_every_address_but_one_asks_for_the_token(client: Client, path: str) -> None:
    for unknown in (
        client.without("Authorization"),
        client.without(Authorization="Bearer wrong"),
        client.without(Authorization=f"Basic {TOKEN}"),
        client.without(Authorization=TOKEN),
        client.without("Authorization", X_Answerable_Token="wröng"),
    ):
        answer = unknown.get(path.partition("?")[0])
        assert (answer.status, answer.code) == (401, "key-wanted")
        assert answer.headers["www-authenticate"] == "Bearer"
        assert answer.headers["content-security-policy"] == LOCKED
    assert client.without("Authorization").get("/healthz").status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": f"Bearer {TOKEN}"},
        {"Authorization": f"ApiKey {TOKEN}"},
        {"Authorization": f"apikey {TOKEN}"},
        {"X-Answerable-Token": TOKEN},
    ],
)
def test_the_ways_to_show_a_token(client: Client, headers: dict[str, str]) -> None:
    assert Client(client.app, {"Host": "localhost", **headers}).get("/catalog").status == 200


def test_a_token_in_the_address_opens_the_first_page_alone(client: Client) -> None:
    nobody = client.without("Authorization")
    assert nobody.get("/", token=TOKEN).status == 200
    assert nobody.get("/", token="wrong").status == 401
    for path in PATHS[1:]:
        assert nobody.get(path.partition("?")[0], token=TOKEN).status == 401


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8017", 200),
        ("localhost", 200),
        ("LOCALHOST:1", 200),
        ("[::1]:8017", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("evil.example@127.0.0.1", 421),
        ("127.0.0.1/evil.example", 421),
        ("", 421),
        ("[::1", 421),
    ],
)
def test_the_name_it_is_asked_under(client: Client, host: str, status: int) -> None:
    assert client.without(Host=host).get("/healthz").status == status


def test_a_host_header_is_taken_apart_carefully() -> None:
    assert [host_name(one) for one in ("a.b:1", "[::1]:2", "A.", "x@y", "a/b", "")] == [
        "a.b",
        "::1",
        "a",
        "",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("http://127.0.0.1:8017", 200),
        ("http://evil.example", 403),
        ("http://127.0.0.1:3333", 403),
        ("null", 403),
        ("", 403),
    ],
)
def test_the_page_that_asks(client: Client, origin: str, status: int) -> None:
    answer = client.without(Origin=origin).get("/catalog")
    assert answer.status == status
    assert "access-control-allow-origin" not in answer.headers


def test_openrefine_may_ask_where_it_is_let_in_and_only_there(lists: Lists) -> None:
    client = app_with(lists, openrefine=REFINE).without("Authorization", Origin=REFINE)
    answer = client.get("/reconcile/default", token=TOKEN)
    assert answer.status == 200
    assert answer.headers["access-control-allow-origin"] == REFINE
    assert answer.headers["vary"] == "Origin"
    told = answer.json()
    assert told["suggest"]["entity"]["service_path"] == f"/suggest/entity?token={TOKEN}"
    assert told["preview"]["url"].endswith(f"/reconcile/default/preview?id={{{{id}}}}&token={TOKEN}")
    assert client.get("/reconcile/default", token="wrong").status == 401
    assert client.get("/catalog", token=TOKEN).status == 403
    assert client.without(Origin="http://evil.example").get("/reconcile/default", token=TOKEN).status == 403
    page = client.without("Origin").get("/reconcile/default/preview", id="demo-norrmark-90001", token=TOKEN)
    assert f"frame-ancestors {REFINE}" in page.headers["content-security-policy"]


def test_a_body_is_of_the_one_kind_the_address_takes(client: Client) -> None:
    body = b'{"queries": {"q": {"schema": "Person", "properties": {"name": ["x"]}}}}'
    for media in ("text/plain", "application/x-www-form-urlencoded", "", "application/json; charset=utf-16"):
        assert client.send("POST", "/match/default", body, media).status == 415
    assert client.send("POST", "/match/default", body, "application/json; charset=utf-8").status == 200
    assert client.send("POST", "/reconcile/default", body, "application/json").status == 415


def test_a_body_is_bounded_whatever_it_says_of_itself(client: Client) -> None:
    large = b'{"queries": "' + b"x" * LARGEST + b'"}'
    assert client.send("POST", "/match/default", large, "application/json").code == "request-too-large"
    lying = client.without(Content_Length="10").send("POST", "/match/default", large, "application/json")
    assert lying.status == 413
    announced = client.without(Content_Length=str(LARGEST + 1))
    assert announced.send("POST", "/match/default", b"", "application/json").status == 413


@pytest.mark.parametrize(
    "text",
    [
        b"{",
        b"",
        b'{"a": 1, "a": 2}',
        b'{"a": NaN}',
        b'{"a": -Infinity}',
        b'{"a": "\\ud800"}',
        b'{"a": "\xff"}',
        b"[" * 100_000,
        b"1" * 5_000,
        b'{"a": 1} {"b": 2}',
    ],
    ids=range(10),
)
def test_json_that_readers_could_differ_on_is_refused(client: Client, text: bytes) -> None:
    with pytest.raises(RequestWrong):
        strict_json(text)
    answer = client.send("POST", "/match/default", text, "application/json")
    assert (answer.status, answer.code) == (422, "request-wrong")


def test_every_answer_carries_the_headers(client: Client) -> None:
    for answer in (client.get("/catalog"), client.get("/nowhere"), client.get("/")):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_pages_hold_no_script_and_words_are_text(client: Client) -> None:
    for page in (client.get("/"), client.get("/reconcile/default/preview", id="demo-norrmark-90001")):
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        assert "script" not in page.body.decode().lower()
        assert "style-src 'sha256-" in page.headers["content-security-policy"]
        assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    assert "&lt;b&gt;" in pages._row("<b>")
    missing = client.get("/reconcile/default/preview", id="<script>alert(1)</script>")
    assert (missing.status, missing.headers["content-type"]) == (404, "application/json")
    assert "<script" not in missing.body.decode()


def test_a_bucket_fills_steadily_and_is_each_ones_own() -> None:
    now = [100.0]
    buckets = Buckets(per_minute=60, burst=2, clock=lambda: now[0])
    assert [buckets.take("a") for _ in range(3)] == [0, 0, 1]
    assert buckets.take("b") == 0
    now[0] += 1
    assert [buckets.take("a") for _ in range(2)] == [0, 1]
    now[0] += 3600
    assert [buckets.take("a") for _ in range(3)] == [0, 0, 1]


def test_a_key_that_asks_too_often_is_told_when_to_come_again(lists: Lists) -> None:
    client = app_with(lists, buckets=Buckets(6, 1, lambda: 0.0))
    assert client.get("/readyz").status == 200
    answer = client.get("/readyz")
    assert (answer.status, answer.code, answer.headers["retry-after"]) == (429, "too-many-requests", "10")
    assert client.get("/healthz").status == 200


def test_keys_are_kept_as_hashes_and_known_by_name(tmp_path: Path) -> None:
    file = tmp_path / "keys.txt"
    first, second = add_key(file, "visa-office"), make_key(file, "registry")
    assert first not in file.read_text()
    assert second not in file.read_text()
    knows = holders(read_keys(file))
    assert [knows(one) for one in (first, second, "", "wrong", new_secret())] == [
        "visa-office",
        "registry",
        "",
        "",
        "",
    ]
    assert os.name == "nt" or file.stat().st_mode & 0o077 == 0
    with pytest.raises(KeysFileWrong, match="there already"):
        add_key(file, "registry")
    with pytest.raises(KeysFileWrong, match="letters"):
        add_key(file, "two words")


@pytest.mark.parametrize(
    ("text", "line"),
    [("", 1), ("# nobody\n", 1), ("a sha256:zz\n", 1), (f"a sha256:{'0' * 64}\na sha256:{'1' * 64}\n", 2)],
)
def test_a_file_of_keys_that_is_wrong(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "keys.txt").write_text(text)
    with pytest.raises(KeysFileWrong, match=f"line {line}"):
        read_keys(tmp_path / "keys.txt")


def test_a_file_of_keys_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        read_keys(tmp_path / "nowhere")
    with pytest.raises(KeysNeeded):
        make_key(None, "somebody")


def test_secrets_are_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def noted(a: str, b: str) -> bool:
        compared.append(a)
        return a == b

    monkeypatch.setattr("hmac.compare_digest", noted)
    knows = holders({"0" * 64: "a", "1" * 64: "b"})
    assert knows("x") == ""
    assert len(compared) == 2


def test_away_from_this_machine_keys_are_due(tmp_path: Path) -> None:
    for host in (EVERYWHERE, "::", "192.0.2.7", "lists.example.org"):
        with pytest.raises(KeysNeeded):
            rules_for(Place(host), TOKEN)
    key = add_key(tmp_path / "keys.txt", "registry")
    rules = rules_for(Place(EVERYWHERE, keys=tmp_path / "keys.txt", address="https://Lists.example.org"), "")
    assert rules.knows(key) == "registry"
    assert rules.knows(TOKEN) == ""
    assert rules.knows("") == ""
    assert rules.buckets is not None
    assert {"lists.example.org", EVERYWHERE, "localhost"} <= rules.hosts
    assert all(is_loopback(one) for one in ("127.0.0.1", "127.9.9.9", "::1", "localhost"))


@pytest.mark.parametrize("address", ["lists.example.org", "ftp://x", "https://x/y", "https://x?y=1", "*"])
def test_an_address_that_is_none(address: str) -> None:
    with pytest.raises(RequestWrong):
        rules_for(Place(address=address), TOKEN)
    with pytest.raises(RequestWrong):
        rules_for(Place(openrefine=address), TOKEN)


@pytest.mark.loopback
@pytest.mark.enable_socket
def test_a_port_that_is_taken() -> None:
    with listening(Place()) as sock:
        assert sock.proto == socket.IPPROTO_TCP, "or each answer waits 40 ms for the last one's receipt"
    with listening(Place()) as sock, pytest.raises(AddressTaken, match="cannot listen"):
        listening(Place(port=sock.getsockname()[1]))


def raising(*_: object) -> None:
    raise ValueError("Secret Name")


def test_a_fault_is_told_without_what_was_asked(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(Served, "ask", raising)
    with pytest.raises(ValueError, match="Secret Name"):
        client.get("/search/default", q="Secret Name")
    assert "Secret" not in caplog.text


def record_of(message: str, error: BaseException | None = None) -> logging.LogRecord:
    info = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("uvicorn.error", logging.ERROR, "x", 1, message, (), info)


def test_what_is_written_for_the_keeper_holds_no_words_of_an_exception() -> None:
    try:
        raising()
    except ValueError as error:
        told = Quiet().format(record_of("Exception in ASGI application", error))
    assert told.startswith("ERROR: ValueError\n")
    assert "in raising" in told
    assert "Secret Name" not in re.sub(r'raise ValueError\("Secret Name"\)', "", told)
    assert Quiet().format(record_of("one\nSecret Name")) == "ERROR: one"


def test_there_is_no_log_of_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("uvicorn", "uvicorn.error", "asyncio", "fastapi"):
        logger = logging.getLogger(name)
        for attribute in ("handlers", "propagate", "level"):
            monkeypatch.setattr(logger, attribute, getattr(logger, attribute))
    monkeypatch.setattr(logging.getLogger("uvicorn.access"), "disabled", False)
    be_quiet()
    assert logging.getLogger("uvicorn.access").disabled
    assert not logging.getLogger("uvicorn.error").isEnabledFor(logging.INFO)


def test_the_framework_hands_nothing_to_a_collector(lists: Lists, monkeypatch: pytest.MonkeyPatch) -> None:
    from opentelemetry import trace

    asked: list[str] = []

    class Collector(trace.TracerProvider):
        def get_tracer(self, *given: object, **more: object) -> trace.Tracer:
            asked.append(str(given))
            return trace.NoOpTracer()

    monkeypatch.setenv("FASTAPI_OTEL_AUTO_CONFIGURE", "true")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setattr(trace, "_TRACER_PROVIDER", Collector())
    Client(FastAPI()).get("/x")
    assert asked, "the framework's own default would"
    asked.clear()
    assert app_with(lists).get("/catalog").status == 200
    assert asked == []


def test_what_was_asked_is_never_in_what_is_written(
    client: Client, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    asks: list[Callable[[], object]] = [
        lambda: client.get("/search/default", q="Secret Name"),
        lambda: client.get("/search/Secret Name", q="Secret Name"),
        lambda: client.get("/entities/Secret Name"),
        lambda: client.form(
            "/reconcile/default", queries=json.dumps({"Secret Name": {"query": "Secret Name"}})
        ),
    ]
    for ask in asks:
        ask()
    out, err = capfd.readouterr()
    assert "Secret" not in out + err + caplog.text

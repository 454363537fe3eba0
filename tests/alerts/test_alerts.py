"""Changes as a feed, and posted to a webhook that fails first and then accepts."""

from __future__ import annotations

import datetime as dt
import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree

from dragoman.alerts import DeliveryError, Patience, change_id, deliver, feed, write_feed
from dragoman.alerts.atom import NEVER
from dragoman.ledger import Ledger
from dragoman.ledger.deliveries import delivered, note_delivery, target_of
from dragoman.ledger.following import changes
from hand_ledger import Report, state

NORWAY, PERU = state("NOR"), state("PER")
ATOM = "{http://www.w3.org/2005/Atom}"
QUICK = Patience(retries=2, first_wait=0.001, longest_wait=0.05, timeout=2)


@pytest.fixture
def turned(ledger: Ledger) -> Ledger:
    """An embassy that is open, reduced and closed."""
    for outlet, day, stance, url in (
        ("Harbour Wire", "2024-05-01", "open", "https://wire.example/1?a=1&b=2"),
        ("Daily Gull", "2024-05-10", "reduced", "javascript:alert(1)"),
        ("Bay Post", "2024-05-20", "closed", None),
    ):
        words = f"The <b>embassy</b> was {stance}\x00 & so on."
        report = Report(outlet, day, url=url).position(NORWAY, "mission", stance, PERU, words=words)
        ledger.add(report.coded())
    return ledger


# ---- what a change is called


def test_a_second_report_of_the_day_makes_no_other_change(turned: Ledger) -> None:
    before = [change_id(c) for c in changes(turned)]
    for outlet in ("Aft Herald", "Zenith", "Island Mail"):
        turned.add(Report(outlet, "2024-05-10").position(NORWAY, "mission", "reduced", PERU).coded())
    again = changes(turned)
    assert again[0].reports == 4
    assert [change_id(c) for c in again] == before
    assert len(set(before)) == 2
    assert all(name.startswith("urn:uuid:") for name in before)


def test_another_change_has_another_id(turned: Ledger) -> None:
    one = changes(turned)[0]
    others = [
        replace(one, holder="SWE"), replace(one, issue="talks"), replace(one, counterpart=None),
        replace(one, before="closed"), replace(one, after="closed"), replace(one, day=dt.date(2024, 5, 11)),
    ]  # fmt: skip
    assert len({change_id(c) for c in [one, *others]}) == 7


# ---- the feed


def test_the_feed_has_what_atom_asks_for(turned: Ledger, tmp_path: Path) -> None:
    found = changes(turned)
    assert write_feed(turned, found, tmp_path / "feed.xml", about="country NOR") == 2
    root = etree.parse(str(tmp_path / "feed.xml")).getroot()
    assert root.tag == f"{ATOM}feed"
    for place in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):  # RFC 4287, 4.1.1 and 4.1.2: exactly one of each
            (one,) = place.findall(f"{ATOM}{name}")
            assert one.text
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    moments = [e.findtext(f"{ATOM}updated") or "" for e in root.iter(f"{ATOM}entry")]
    assert moments == sorted(moments, reverse=True)
    assert root.findtext(f"{ATOM}updated") == moments[0]
    for moment in moments:
        assert dt.datetime.fromisoformat(moment).tzinfo is not None
    ids = [e.text for e in root.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids)) == 3
    assert {e.text for e in root.iterfind(f"{ATOM}entry/{ATOM}id")} == {change_id(c) for c in found}
    for content in root.iter(f"{ATOM}content"):  # 4.1.3.3: one div of XHTML
        assert content.get("type") == "xhtml"
        assert [child.tag for child in content] == ["{http://www.w3.org/1999/xhtml}div"]
    links = [(e.get("rel"), e.get("href")) for e in root.iter(f"{ATOM}link")]
    assert links == [("related", "https://wire.example/1?a=1&b=2")]
    assert not (tmp_path / "feed.xml.part").exists()


def test_a_feed_reader_reads_both_quotations(turned: Ledger, tmp_path: Path) -> None:
    write_feed(turned, changes(turned), tmp_path / "feed.xml")
    read = feedparser.parse((tmp_path / "feed.xml").read_bytes())
    assert not read.bozo
    (first,) = [e for e in read.entries if e.title == "Norway towards Peru, mission: open became reduced"]
    assert first.published == "2024-05-10T00:00:00Z"
    words = first.content[0].value
    assert words.index("The &lt;b&gt;embassy&lt;/b&gt; was open\ufffd &amp; so on.") < words.index(
        "was reduced"
    )
    assert {tag.term for tag in first.tags} == {"mission", "NOR", "PER"}


def test_the_same_changes_give_the_same_bytes(turned: Ledger, tmp_path: Path) -> None:
    for name in ("one.xml", "two.xml"):
        write_feed(turned, changes(turned), tmp_path / name)
    assert (tmp_path / "one.xml").read_bytes() == (tmp_path / "two.xml").read_bytes()


def test_a_feed_without_a_change_is_a_feed(ledger: Ledger, tmp_path: Path) -> None:
    assert write_feed(ledger, [], tmp_path / "feed.xml") == 0
    read = feedparser.parse((tmp_path / "feed.xml").read_bytes())
    assert not read.bozo
    assert read.entries == []
    assert read.feed.updated == NEVER


def test_feeds_of_other_questions_have_other_ids() -> None:
    named = [feed([], "desk.db", {}, {}, about=about) for about in ("", "country NOR", "country PER")]
    ids = {etree.fromstring(data).findtext(f"{ATOM}id") for data in named}
    assert len(ids) == 3


def test_a_feed_that_cannot_be_written_leaves_the_one_of_before(turned: Ledger, tmp_path: Path) -> None:
    folder = tmp_path / "feed.xml"
    folder.mkdir()
    with pytest.raises(OSError, match=r"feed\.xml"):
        write_feed(turned, changes(turned), folder)
    assert [p for p in tmp_path.iterdir() if p.name.startswith("feed")] == [folder]


# ---- the webhook


@dataclass
class Service:
    """A web service that gives these answers in turn, the last one for ever."""

    answers: list[tuple[int, dict[str, str]]]
    got: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    url: str = ""

    def answer(self) -> tuple[int, dict[str, str]]:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@pytest.fixture
def service() -> Iterator[Service]:
    made = Service([(204, {})])

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers["Content-Length"]))
            made.got.append((self.headers["Idempotency-Key"], json.loads(data)))
            code, headers = made.answer()
            self.send_response(code)
            for name, value in {"Content-Length": "0", **headers}.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing on standard error."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.url = f"http://127.0.0.1:{server.server_port}/hook/secret"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    server.shutdown()
    thread.join()
    server.server_close()


def test_what_fails_first_is_posted_again_and_what_was_accepted_is_not(
    turned: Ledger, service: Service
) -> None:
    service.answers = [(503, {}), (429, {"Retry-After": "1"}), (204, {})]
    found = changes(turned)
    done = deliver(turned, found, service.url, QUICK)
    assert (done.now, done.before) == (2, 0)
    keys = [key for key, _ in service.got]
    assert keys == [change_id(found[0])] * 3 + [change_id(found[1])]
    data = service.got[0][1]
    assert (data["id"], data["type"]) == (keys[0], "position.changed")
    assert data["change"] == found[0].to_json()
    assert data["change"]["earlier"]["words"] == found[0].earlier.words
    again = deliver(turned, changes(turned), service.url, QUICK)
    assert (again.now, again.before) == (0, 2)
    assert len(service.got) == 4


def test_what_was_accepted_before_a_failure_is_not_posted_again(turned: Ledger, service: Service) -> None:
    service.answers = [(200, {}), (500, {})]
    with pytest.raises(DeliveryError, match=r"^127\.0\.0\.1: answered 500, 3 times: 1 of 2 new changes"):
        deliver(turned, changes(turned), service.url, QUICK)
    assert len(service.got) == 4
    service.answers = [(200, {})]
    assert deliver(turned, changes(turned), service.url, QUICK).now == 1
    assert len(service.got) == 5


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ((404, {}), "answered 404, which trying again will not change"),
        ((302, {"Location": "/elsewhere"}), "answered 302 and leads elsewhere"),
    ],
)
def test_what_trying_again_will_not_change_is_not_tried_again(
    turned: Ledger, service: Service, answer: tuple[int, dict[str, str]], said: str
) -> None:
    service.answers = [answer]
    with pytest.raises(DeliveryError, match=said) as failed:
        deliver(turned, changes(turned), service.url, QUICK)
    assert len(service.got) == 1
    assert "secret" not in str(failed.value)
    assert not delivered(turned, service.url)


def test_a_service_that_is_not_there_is_told(turned: Ledger, service: Service) -> None:
    nobody = f"http://127.0.0.1:{_free_port()}/"
    with pytest.raises(DeliveryError, match=r"cannot be reached \(ConnectError\), 3 times: 0 of 2"):
        deliver(turned, changes(turned), nobody, QUICK)


def test_a_service_that_does_not_answer_is_told(turned: Ledger) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        patience = replace(QUICK, retries=1, timeout=0.05)
        with pytest.raises(DeliveryError, match="did not answer in time, 2 times"):
            deliver(turned, changes(turned), url, patience)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "hook", "https://", "http://a.example:port/", "ftp://a.example/"]
)
def test_what_is_no_address_is_refused(ledger: Ledger, url: str) -> None:
    with pytest.raises(DeliveryError, match="write https://host/path"):
        deliver(ledger, [], url)


def test_the_ledger_keeps_no_address(turned: Ledger) -> None:
    url = "https://hooks.example/T0/secret"
    note_delivery(turned, url, "urn:one")
    note_delivery(turned, url, "urn:one")  # another run told the same meanwhile
    assert delivered(turned, url) == {"urn:one"}
    assert delivered(turned, f"{url}2") == frozenset()
    assert "secret" not in target_of(url)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])

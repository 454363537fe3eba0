"""Changes posted to a webhook, each once, with patience for a service that is down."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import httpx
from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    stop_after_attempt,
    wait_exponential,
    wait_random,
)

from dragoman._version import __version__
from dragoman.alerts.identity import change_id
from dragoman.ledger import Ledger
from dragoman.ledger.answers import Change
from dragoman.ledger.deliveries import delivered, note_delivery

_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})  # answers that may be others in a moment


class DeliveryError(RuntimeError):
    """A webhook did not accept what was posted; what it accepted before is noted."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to try.

    Args:
        retries: how often to post again what was not accepted.
        first_wait: seconds before the first of these; each further wait is about twice as long.
        longest_wait: seconds that no wait exceeds, whatever the service asks for in Retry-After.
        timeout: seconds for the service to take a connection, and to answer.
    """

    retries: int = 4
    first_wait: float = 1.0
    longest_wait: float = 60.0
    timeout: float = 10.0


@dataclass(frozen=True, slots=True)
class Delivered:
    """How many changes were accepted now, and how many had been before."""

    now: int
    before: int


class _NotNowError(Exception):
    """A service that may accept in a moment; `after` is how many seconds it asks to wait."""

    def __init__(self, why: str, after: float = 0.0) -> None:
        super().__init__(why)
        self.after = after


def deliver(
    ledger: Ledger, changes: Iterable[Change], url: str, patience: Patience = Patience()
) -> Delivered:
    """Post changes that an address has not accepted yet, one by one and in order, as JSON.

    Each is noted in the ledger when it is accepted (any answer of 2xx), so that no later run posts it again.
    If the machine fails in between it is posted again: a receiver knows it by its `id`, which is also the
    header `Idempotency-Key`. Redirections are not followed.

    Args:
        ledger: where the changes are from. changes: the changes. url: where to post them.
        patience: how long to try.

    Raises:
        DeliveryError: the address is none, or did not accept a change; the message says why.
    """
    host = _host(url)
    known = delivered(ledger, url)
    several = list(changes)
    fresh = {i: c for c in several if (i := change_id(c)) not in known}
    headers = {"User-Agent": f"dragoman/{__version__}", "Content-Type": "application/json"}
    with httpx.Client(timeout=patience.timeout, headers=headers) as client:
        for number, (identity, change) in enumerate(fresh.items()):
            try:
                _post(client, url, identity, change, patience)
            except _NotNowError as error:
                times = f"{patience.retries + 1} times" if patience.retries else "once"
                raise DeliveryError(
                    f"{host}: {error}, {times}: {number} of {len(fresh)} new changes "
                    "were delivered; run the command again when the service answers"
                ) from error
            note_delivery(ledger, url, identity)
    return Delivered(len(fresh), len(several) - len(fresh))


def body(change: Change) -> dict[str, Any]:
    """What is posted of a change: its id, the kind of message, and the change with both quotations.

    Args:
        change: the change.
    """
    return {"id": change_id(change), "type": "position.changed", "change": change.to_json()}


def _host(url: str) -> str:
    """The host of an address: messages name no more of it, for the rest may be a secret."""
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise DeliveryError(f"--webhook: no address ({error}): write https://host/path") from error
    if parsed.scheme not in {"http", "https"} or not parsed.host:
        raise DeliveryError("--webhook: no address of the web: write https://host/path")
    return parsed.host


def _post(client: httpx.Client, url: str, identity: str, change: Change, patience: Patience) -> None:
    growing = wait_exponential(patience.first_wait) + wait_random(0, patience.first_wait)

    def wait(state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = error.after if isinstance(error, _NotNowError) else 0.0
        return min(max(growing(state), asked), patience.longest_wait)

    tries = Retrying(
        stop=stop_after_attempt(patience.retries + 1),
        wait=wait,
        retry=retry_if_exception_type(_NotNowError),
        reraise=True,
    )
    data = json.dumps(body(change)).encode()
    tries(_post_once, client, url, identity, data)


def _post_once(client: httpx.Client, url: str, identity: str, data: bytes) -> None:
    try:
        answer = client.post(url, content=data, headers={"Idempotency-Key": identity})
    except httpx.TimeoutException as error:
        raise _NotNowError("did not answer in time") from error
    except httpx.TransportError as error:
        raise _NotNowError(f"cannot be reached ({type(error).__name__})") from error
    if answer.is_success:
        return
    if answer.status_code in _LATER:
        raise _NotNowError(f"answered {answer.status_code}", _asked_to_wait(answer))
    where = " and leads elsewhere: give the address that it leads to" if answer.has_redirect_location else ""
    remedy = where or ", which trying again will not change: check the address and what it accepts"
    raise DeliveryError(f"{httpx.URL(url).host}: answered {answer.status_code}{remedy}")


def _asked_to_wait(answer: httpx.Response) -> float:
    """The seconds of Retry-After, where it gives seconds."""
    given = answer.headers.get("Retry-After", "")
    return float(given) if given.isdecimal() else 0.0

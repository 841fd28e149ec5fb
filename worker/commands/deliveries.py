"""``deliveries``: what became of each message, channel by channel."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from pacts.counting import counted
from pacts.errors import UsageError
from worker.commands.options import (
    AtOption,
    ConfigOption,
    DatabaseOption,
    JsonOption,
    LimitOption,
    SinceOption,
)
from worker.commands.output import line, print_json, table

if TYPE_CHECKING:
    from pacts.model import Delivery
    from storage.store import Store

_FAILED = "failed"


def deliveries(
    *,
    retry: Annotated[
        str | None,
        typer.Option(
            "--retry",
            metavar="ID|failed",
            help="Send this one again, or with `failed` all that were given up.",
        ),
    ] = None,
    one: Annotated[
        int | None, typer.Option("--id", metavar="ID", help="Every try to send this one.")
    ] = None,
    channel: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only those of this channel.")
    ] = None,
    state: Annotated[
        str | None, typer.Option(metavar="STATE", help="Only waiting, leased, sent or failed ones.")
    ] = None,
    since: SinceOption = None,
    limit: LimitOption = 50,
    config: ConfigOption = None,
    database: DatabaseOption = None,
    at: AtOption = None,
    as_json: JsonOption = False,
) -> None:
    """List messages, what became of each, and what it waits for."""
    from pacts.terms import DeliveryState
    from worker.commands.choices import one_of
    from worker.commands.stored import since_time, store_of
    from worker.life.clock import clock_at

    if retry is not None:
        with store_of(database, config, read_only=False) as store:
            line(_retry(retry, _known(channel, store), store, clock_at(at)()))
        return
    with store_of(database, config) as store:
        if one is not None:
            _show_one(one, store, as_json=as_json)
            return
        found = store.deliveries(
            since=since_time(since),
            state=one_of(DeliveryState, state),
            channel=_known(channel, store),
            limit=limit,
        )
    _show(found, as_json=as_json)


def _known(channel: str | None, store: Store) -> str | None:
    """The channel, if there is or was one of that name. Raises UsageError when not."""
    from worker.config.wording import shown, suggestion

    states = store.channel_states()
    if channel is None or channel in states or not states:
        return channel
    hint = suggestion(channel, list(states), what="there")
    raise UsageError(f"no channel is called {shown(channel)}; {hint}")


def _retry(wanted: str, channel: str | None, store: Store, now: datetime) -> str:
    """Put back what is wanted, and say what that came to. Raises UsageError."""
    from pacts.terms import DeliveryState

    if wanted == _FAILED:
        count = store.retry_failed(channel=channel, now=now)
        if not count:
            return "Nothing was given up."
        those = "waits" if count == 1 else "wait"
        return f"{counted(count, 'given-up message')} {those} to be sent again."
    if not wanted.isascii() or not wanted.isdigit():
        raise UsageError(f"--retry takes the number of a delivery, or {_FAILED}")
    number = int(wanted)
    delivery = _delivery(number, store)
    if delivery.state is DeliveryState.SENT:
        raise UsageError(f"delivery {number} was sent at {delivery.sent_at}: it is not sent twice")
    if delivery.state is DeliveryState.LEASED:
        raise UsageError(f"delivery {number} is being sent now; look again in a minute")
    store.retry_delivery(number, now=now)
    if delivery.channel in store.disabled_channels():
        return (
            f"Delivery {number} waits until its channel is in use again:"
            f" `pactwatch channels test {delivery.channel}`."
        )
    return f"Delivery {number} waits to be sent again."


def _delivery(number: int, store: Store) -> Delivery:
    found = store.delivery(number)
    if found is None:
        raise UsageError(f"there is no delivery {number}; `pactwatch deliveries` lists them")
    return found


def _show_one(number: int, store: Store, *, as_json: bool) -> None:
    from worker.showing.shapes import attempt_json, delivery_json

    delivery, attempts = _delivery(number, store), store.attempts(number)
    if as_json:
        print_json(
            {**delivery_json(delivery), "tries": [attempt_json(attempt) for attempt in attempts]}
        )
        return
    _show([delivery], as_json=False)
    line()
    rows = [
        (
            attempt.at,
            "taken" if attempt.ok else attempt.error,
            "-" if attempt.seconds is None else f"{attempt.seconds:.1f} s",
        )
        for attempt in attempts
    ]
    table(("try", "outcome", "took"), rows, empty="It has not been tried yet.")


def _show(found: list[Delivery], *, as_json: bool) -> None:
    from worker.showing.shapes import delivery_json

    if as_json:
        print_json([delivery_json(delivery) for delivery in found])
        return
    rows = [
        (
            one.id,
            one.channel,
            one.state,
            one.attempts,
            one.sent_at or one.not_before,
            one.alert.headline,
            one.waits_for,
            f"instead of {one.instead_of}" if one.instead_of else None,
            one.error,
        )
        for one in found
    ]
    names = (
        "id", "channel", "state", "tries", "sent or due", "alert", "waits for", "copy", "error",
    )  # fmt: skip
    table(names, rows, below=("waits for", "copy", "error"), empty="No deliveries.")

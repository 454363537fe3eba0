"""Alerts: changes of positions told to those who wait for them, as an Atom feed or to a webhook."""

from dragoman.alerts.atom import feed, write_feed
from dragoman.alerts.identity import change_id
from dragoman.alerts.webhook import Delivered, DeliveryError, Patience, deliver

__all__ = [
    "Delivered",
    "DeliveryError",
    "Patience",
    "change_id",
    "deliver",
    "feed",
    "write_feed",
]

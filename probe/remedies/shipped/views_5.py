"""Five gallery pictures of a person, averaged."""

from __future__ import annotations

from probe.remedies.shipped._views import Views
from probe.wording import Message

spec = Views(5, Message("remedy-views-5"))

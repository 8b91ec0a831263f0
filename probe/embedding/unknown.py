"""Why it cannot be known what decides a vector: nothing is then kept between runs."""

from __future__ import annotations

from probe.wording import Message, wording_of


class UnknownError(Exception):
    """Something that decides vectors cannot be known.

    Attributes:
        reason: why.
    """

    def __init__(self, reason: Message) -> None:
        super().__init__(wording_of()(reason))
        self.reason = reason

"""What examiners expect beside miss rates, of one backbone on one protocol."""

from probe.comparison.examination.examine import EVERY, examine
from probe.comparison.examination.record import empty_record, joined

__all__ = ["EVERY", "empty_record", "examine", "joined"]

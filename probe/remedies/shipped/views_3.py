"""Three gallery pictures of a person, averaged."""

from __future__ import annotations

from probe.remedies.shipped._views import Views

spec = Views(3, "three")

"""On which processor the tests run: sums are formed in an order that differs between them."""

from pathlib import Path

INFO = Path("/proc/cpuinfo")
NAMED = ("vendor_id", "cpu family", "model", "stepping")


def processor() -> str:
    """Vendor, family, model and stepping, such as "GenuineIntel 6 207 2"; "" where not told.

    What PyTorch calls the capability ("AVX512") is not enough: processors of one capability give
    other last bits.
    """
    if not INFO.is_file():
        return ""
    first, _, _ = INFO.read_text("utf-8").partition("\n\n")
    told = dict(map(str.strip, line.split(":", 1)) for line in first.splitlines() if ":" in line)
    return " ".join(told.get(name, "") for name in NAMED).strip()

"""The sections of a report, one folder each: see `probe.reports.section`."""

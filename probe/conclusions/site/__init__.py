"""Advice for a site: which models may be used there, and which cells of a run say so."""

from probe.conclusions.site.advice import SiteAdvice, advise
from probe.conclusions.site.asked import Range, Site, Wish, parse_site
from probe.conclusions.site.kept import keep_site, write_site
from probe.conclusions.site.verdict import Verdict

__all__ = [
    "Range",
    "Site",
    "SiteAdvice",
    "Verdict",
    "Wish",
    "advise",
    "keep_site",
    "parse_site",
    "write_site",
]

"""What `import probe` offers: run a study, open a stored one; DataFrames and figures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from probe.contracts import Runtime
from probe.errors import UsageError
from probe.runs.store import UNMASKED, Run
from probe.study.request import FMR, FURTHER_FMR

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS = ("html", "pdf", "json")


class StudyRun(Run):
    """A stored run with its figures: `cells`, `pairs`, `images` (DataFrames), `matrix`, ..."""

    def heatmap(
        self,
        backbone: str,
        protocol: str | None = None,
        figure: str = "mean",
        *,
        kind: str = "mated",
        variant: str = UNMASKED,
    ) -> Figure:
        """A heatmap of every condition against every other, as a matplotlib figure.

        Args:
            backbone: its name in this run.
            protocol: which protocol; may be left out when there is only one.
            figure: a column of `cells`: `mean` (cosine), `retention`, `fnmr`, ...
            kind: `mated`, `at_large` or `alike`.
            variant: mask variant.

        Raises:
            UsageError: a name that is not in this run.
        """
        from probe.reports import figures

        name = self._protocol(protocol)
        _among("backbone", backbone, self.backbones)
        return figures.heatmap(self, name, backbone, figure, kind=kind, variant=variant)

    def report(
        self, out: str | Path | None = None, *, language: str = "en", site: str | None = None
    ) -> dict[str, Path]:
        """Write the report: one file by its ending, or all formats into a folder.

        Args:
            out: a `.html`, `.pdf` or `.json` file, or a folder; None for the run directory.
            language: of protocol titles and questions.
            site: the deployment that is planned, such as `distance=3..10 orientation=any`; kept
                with the run, so that later reports recommend for it too.

        Returns:
            format -> file written.
        """
        from probe import reports

        if site is not None:
            from probe.conclusions.site import keep_site

            self.manifest = keep_site(self, site).manifest

        if out is None or not Path(out).suffix:
            return reports.write(self, None if out is None else Path(out), language=language)
        wanted = Path(out).suffix[1:].lower()
        _among("report format", wanted, FORMATS)
        return reports.write(self, Path(out), formats=(wanted,), language=language)

    def _protocol(self, given: str | None) -> str:
        names = list(self.protocols)
        if given is None:
            if len(names) > 1:
                raise UsageError(
                    f"the run has {len(names)} protocols", hint="name one: " + ", ".join(names)
                )
            return names[0]
        _among("protocol", given, names)
        return given


def run(
    protocol: str | Path,
    *,
    backbones: Sequence[str] = (),
    masks: Sequence[str] = (),
    attention: bool = False,
    remedies: bool = False,
    photos: str | Path | None = None,
    subjects: int | None = None,
    out: str | Path = "runs",
    fmr: float | Sequence[float] = (FMR, *FURTHER_FMR),
    split_strangers: bool = False,
    resume: bool = False,
    pictures: bool = True,
    pixelate_faces: bool = False,
    site: str | None = None,
    **runtime: Any,
) -> StudyRun:
    """Run a study as `probe run` does, and return it.

    Args:
        protocol: a protocol file, a shipped name, or a folder of protocols.
        backbones: names, `NAME=WEIGHTS`, `timm:NAME`, `onnx:PATH`, card files.
        masks: maskers (`scene`, `grabcut`, `files=DIR`, `sam=FILE`); each runs the study again with
            the background filled.
        attention: whether evidence maps are made: where the models look.
        remedies: whether remedies are tried on what cost each model most.
        photos: the photo folder; None renders the protocol's scenes.
        subjects: people to render.
        out: folder for run directories.
        fmr: the false match rate thresholds are set for; of several the first decides, and errors
            are stated at the others too where the strangers resolve them.
        split_strangers: set thresholds on one half of the people, measure false matches on the
            other.
        resume: continue the newest unfinished run with the same inputs.
        pictures: keep small renditions for the report.
        pixelate_faces: make heads unrecognisable in them.
        site: the deployment that is planned; the report recommends for it.
        runtime: fields of `probe.contracts.Runtime`: device, engine, precision, threads.

    Raises:
        ProbeError: what was asked for cannot be done; the message says what to do next.
    """
    from probe.study.request import StudyRequest
    from probe.study.steps import run_study

    rates = [fmr] if isinstance(fmr, int | float) else list(fmr)
    if not rates:
        raise UsageError("fmr: name at least one false match rate", hint="1 % is written 0.01")
    first, *further = rates
    request = StudyRequest(
        protocol=protocol,
        backbones=tuple(backbones),
        masks=tuple(masks),
        attention=attention,
        remedies=remedies,
        photos=None if photos is None else Path(photos),
        subjects=subjects,
        out=Path(out),
        fmr=first,
        further_fmr=tuple(further),
        split_strangers=split_strangers,
        resume=resume,
        pictures=pictures,
        pixelate_faces=pixelate_faces,
        site=site,
        runtime=Runtime(**runtime),
    )
    return StudyRun(run_study(request).path)


def open_run(path: str | Path) -> StudyRun:
    """Open a run directory.

    Raises:
        RunError: it is none, is damaged, or was written by a newer version.
    """
    return StudyRun(Path(path))


def _among(what: str, given: str, valid: Sequence[str]) -> None:
    from probe.errors import nearest

    if given not in valid:
        raise UsageError(f"there is no {what} {given!r} here", hint=nearest(given, valid))

"""What `import probe` offers: run a study, open a stored one, evaluate; DataFrames and figures.

The examples below are run as tests, in a folder with eight people's photographs.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from probe.contracts import IMAGENET_MEAN, IMAGENET_STD, WrappedModel
from probe.embedding.unknown import UnknownError
from probe.errors import UsageError
from probe.options import check_arguments, takes
from probe.options.paths import check_new_path
from probe.retrieval.request import EvaluationRequest
from probe.runs.in_words import FilesInWords, manifest_in_words
from probe.runs.names import check_name, check_names
from probe.runs.paths import UNMASKED
from probe.runs.reading import Run
from probe.runs.stored import Finding
from probe.runs.tables import RunTables
from probe.study.request import StudyRequest
from probe.wording import Message, nearest, refusal, spoken_language, wording_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from probe.exports.exporter import Exported
    from probe.retrieval.evaluate import Evaluation

FORMATS = ("html", "pdf", "json")
KINDS = ("mated", "at_large", "alike")


class StudyRun(RunTables):
    """A stored run with its figures: `cells`, `pairs`, `images` (DataFrames), `matrix`, ...

    Findings, notes, remedies and advice are words, in tables as elsewhere; the files hold them as
    keys and values, which `probe.runs.reading.Run` gives.

    Args:
        path: the run directory.
        language: code of the language of the words; None for that which is spoken, English in a
            program.

    Example:
        >>> run.findings[0].message  # doctest: +ELLIPSIS
        'At every measured level of orientation, ...'
    """

    def __init__(self, path: Path, language: str | None = None) -> None:
        super().__init__(path)
        self.language = language or spoken_language()
        self.manifest = manifest_in_words(self.manifest, self.language)
        self._files = FilesInWords(path, self.manifest.status, self._files.hashes, self.language)

    def __repr__(self) -> str:
        backbones, protocols = ", ".join(self.backbones), ", ".join(self._protocol_names)
        return (
            f"<StudyRun {self.path}: {self.manifest.status}, protocols {protocols or 'none'}, "
            f"backbones {backbones or 'none'}>"
        )

    def _repr_html_(self) -> str:
        """What a notebook shows: the verdicts and the headline, with a link to the report."""
        from probe.reports.notebook import notebook_html

        return notebook_html(self)

    def _finding(self, data: Mapping[str, Any]) -> Finding:
        """A finding that the report prints beside a label gets that label as its sentence."""
        finding = super()._finding(data)
        if finding.key not in {"usable", "breaking"}:
            return finding
        names = {"model": str(finding.title), "protocol": finding.protocol}
        words = wording_of(self.language)
        text = words.text("usable-sentence", **names, range=str(finding.message))
        return replace(finding, message=text)

    @property
    def site(self) -> dict[str, Any]:
        """The advice for the site the run was asked about (`site`, `verdicts`, `notes`), each
        `answer` also in words, as `head`; empty where none was asked for.

        Example:
            >>> [verdict["head"] for verdict in run.site.get("verdicts", ())]
            []
        """
        from probe.conclusions.site.printed import with_answers

        return with_answers(super().site, wording_of(self.language))

    def heatmap(
        self,
        backbone: str,
        protocol: str | None = None,
        figure: str = "mean",
        *,
        kind: str = "mated",
        variant: str = UNMASKED,
        ax: Axes | None = None,
    ) -> Figure:
        """A heatmap of every condition against every other, as a matplotlib figure.

        Args:
            backbone: its name in this run.
            protocol: which protocol; may be left out when there is only one.
            figure: a column of `cells`: `mean` (cosine), `retention`, `fnmr`, ...
            kind: `mated`, `at_large` or `alike`.
            variant: mask variant.
            ax: the matplotlib axes to draw into, beside others; None for a figure of its own.

        Returns:
            The figure that it stands in.

        Raises:
            UsageError: a name that is not in this run.

        Example:
            >>> run.heatmap("stripes", figure="retention").savefig("retention.png")
        """
        from probe.reports import figures

        name = self._checked(backbone, protocol, figure, kind, variant)
        return figures.heatmap(self, backbone, name, figure, kind=kind, variant=variant, ax=ax)

    def matrix(
        self,
        backbone: str,
        protocol: str | None = None,
        figure: str = "mean",
        *,
        kind: str = "mated",
        variant: str = UNMASKED,
    ) -> NDArray[np.float64]:
        """One figure of all cells `float64 (conditions, conditions)`; NaN where there is none.

        Args and errors are those of `heatmap`, without `ax`.

        Example:
            >>> run.matrix("stripes").shape
            (3, 3)
        """
        name = self._checked(backbone, protocol, figure, kind, variant)
        return super().matrix(backbone, name, figure, kind=kind, variant=variant)

    def report(
        self,
        out: str | Path | None = None,
        *,
        language: str | None = None,
        site: str | None = None,
        force: bool = False,
    ) -> dict[str, Path]:
        """Write the report: one file by its ending, or all formats into a folder.

        Args:
            out: a `.html`, `.pdf` or `.json` file, or a folder; None for the run directory.
            language: of everything the report says; an unknown one is refused. None for that of
                the words here.
            site: the deployment that is planned, such as `distance=3..10 orientation=any`; kept
                with the run, so that later reports recommend for it too.
            force: replace files of another kind; a report is replaced by the next one anyhow.

        Returns:
            format -> file written.

        Example:
            >>> run.report("report.json")
            {'json': PosixPath('report.json')}
        """
        from probe import reports

        check_arguments(StudyRun.report, out=out, language=language, site=site, force=force)
        language = language or self.language
        wording_of(language)
        if out is not None:
            check_new_path(out)
        if site is not None:
            from probe.conclusions.site import keep_site

            self.manifest = keep_site(Run(self.path), site).manifest
            self._files = replace(self._files, hashes=self.manifest.files)
        run = Run(self.path)
        if out is None or not Path(out).suffix:
            folder = None if out is None else Path(out)
            return reports.write(run, folder, language=language, force=force)
        wanted = Path(out).suffix[1:].lower()
        if wanted not in FORMATS:
            raise refusal(
                UsageError,
                Message("drawn-no-format", {"name": repr(wanted)}),
                place=out,
                hint=nearest(wanted, FORMATS),
            )
        return reports.write(run, Path(out), formats=(wanted,), language=language, force=force)

    def export(self, to: str) -> Exported:
        """The run as native objects of another tool, whose package must be installed.

        Args:
            to: `fiftyone`, `mlflow` or `wandb`, or `NAME=PLACE` to say where to; see
                `docs/exports.md`.

        Returns:
            What the tool has now: `place`, `names`, `look` (a line to type), and its own `objects`.

        Raises:
            ExportError: there is no such exporter, its package is missing, the run is there
                already, or the tool refuses.

        Example:
            >>> run.export("mlfow")
            Traceback (most recent call last):
            probe.errors.ExportError: there is no exporter 'mlfow'
              did you mean 'mlflow'?
        """
        from probe.exports.registry import export

        check_arguments(StudyRun.export, to=to)
        return export(Run(self.path), to)

    @property
    def _protocol_names(self) -> list[str]:
        return [entry.name for entry in self.manifest.protocols]

    def _checked(
        self, backbone: str, protocol: str | None, figure: str, kind: str, variant: str
    ) -> str:
        """The protocol meant, once every name is one of this run."""
        check_names(self.manifest, backbone=backbone, variant=variant)
        check_name("kind", kind, KINDS)
        check_name(
            "figure", figure, [str(name) for name in self.cells.select_dtypes("number").columns]
        )
        names = self._protocol_names
        if protocol is None and len(names) > 1:
            raise refusal(
                UsageError,
                Message("run-several-protocols", {"count": len(names)}),
                hint=Message("run-name-one", {"names": tuple(names)}),
            )
        name = names[0] if protocol is None else protocol
        check_name("protocol", name, names)
        return name


@takes(StudyRequest)
def run(request: StudyRequest) -> StudyRun:
    """Run a study as `probe run` does, and return it.

    Options:
        {options}

    Raises:
        ProbeError: what was asked for cannot be done; the message says what to do next.

    Example:
        >>> import probe
        >>> run = probe.run("turn.yaml", backbones="stripes", photos="photos", fmr=0.05)
        >>> run.backbones
        ['stripes']
        >>> run.cells["kind"].unique().tolist()
        ['mated', 'at_large']
    """
    from probe.study.steps import run_study

    return StudyRun(run_study(request).path)


@takes(EvaluationRequest)
def evaluate(request: EvaluationRequest) -> Evaluation:
    """Retrieval figures of backbones on a re-identification data set, as `probe evaluate` prints.

    Options:
        {options}

    Raises:
        ProbeError: the folder is another data set, no query has a right answer, ...

    Example:
        >>> import probe
        >>> evaluation = probe.evaluate("market_form=market", "stripes")
        >>> evaluation.table[["backbone", "queries"]].to_dict("records")
        [{'backbone': 'stripes', 'queries': 4}]
    """
    from probe.embedding.vector_cache import KeptVectors
    from probe.retrieval.evaluate import evaluate_data_set

    return evaluate_data_set(request, cache=KeptVectors(request.cache_folder, lambda note: None))


def wrap(
    network: Any,
    *,
    input_size: tuple[int, int] = (256, 128),
    mean: tuple[float, float, float] = IMAGENET_MEAN,
    std: tuple[float, float, float] = IMAGENET_STD,
    channels: Literal["RGB", "BGR"] = "RGB",
    fit: Literal["letterbox", "stretch"] = "stretch",
    name: str = "",
    files: Sequence[str | Path] = (),
) -> WrappedModel:
    """A network of your program as a backbone, for `backbones` of `run` and `evaluate`.

    Its vectors are kept between runs as long as its weights, its plain attributes and the source of
    its classes are the same. Where these cannot be known (a notebook, a function with a closure)
    nothing is kept, and the run says so.

    Args:
        network: a `torch.nn.Module`, of which a copy runs in evaluation mode, or a function of
            NumPy arrays: normalised pictures `float32 (n, 3, h, w)` to vectors `(n, d)`.
        input_size: (height, width) in pixels.
        mean: of 0..1 pixels, in the order of `channels`; for pixels 0..255 as they are, mean 0 and
            std 1/255.
        std: likewise.
        channels: order of the channels.
        fit: how pictures were brought to the input size in training.
        name: in reports; that of the class or function where it is left out.
        files: that a function reads, such as its weights.

    Raises:
        UsageError: it is no network and no function, a value is not possible, or a file is not
            there.

    Example:
        >>> import probe
        >>> def colours(planes):
        ...     return planes.mean((2, 3))
        >>> model = probe.wrap(colours, input_size=(32, 16), mean=(0, 0, 0), std=(1, 1, 1))
        >>> run = probe.run("turn.yaml", backbones=["stripes", model], photos="photos", fmr=0.05)
        >>> run.backbones
        ['stripes', 'colours']
    """
    from probe.embedding.wrapped import card_of, state_text, wrapped_function

    card = card_of(network, input_size, mean, std, channels, fit, name)
    torch = sys.modules.get("torch")
    if torch is None or not isinstance(network, torch.nn.Module):
        if isinstance(network, type):
            raise UsageError(
                f"the class {network.__name__} is no network yet",
                hint=f"wrap an object of it: probe.wrap({network.__name__}(...))",
            )
        if not callable(network):
            raise UsageError(
                f"a network or a function is wrapped, not {type(network).__name__}",
                hint="names, files and cards of backbones are given to run() as they are",
            )
        named = [files] if isinstance(files, str | Path) else files
        return wrapped_function(card, network, map(Path, named))
    from probe.backbones._torch.wrapped import loader_of, module_state

    loader = loader_of(network)
    try:
        digest, modules = module_state(network, state_text)
    except UnknownError as unknown:
        return WrappedModel(card, loader, reason=unknown.reason)
    return WrappedModel(card.with_changes(sha256=digest), loader, modules)


def open_run(path: str | Path, *, language: str = "en") -> StudyRun:
    """Open a run directory.

    Args:
        path: the directory.
        language: code of the language of findings, notes, remedies and advice.

    Raises:
        RunError: it is none, is damaged, or was written by a newer version.
        UsageError: there are no words in the language.

    Example:
        >>> import probe
        >>> probe.open_run(run.path)  # doctest: +ELLIPSIS
        <StudyRun runs/turn/...: complete, protocols turn, backbones stripes>
    """
    check_arguments(open_run, path=path, language=language)
    return StudyRun(Path(path), language)

"""`probe evaluate`: retrieval figures of backbones on a data set, under a named rule."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from probe.contracts import Backbone, Fit, Reporter, Runtime
    from probe.embedding.embed import Cache
    from probe.pictures.image_set import ImageRecord
    from probe.pictures.layouts.labelled import Broken, LabelledPictures, ReidData
    from probe.retrieval import Labels, Retrieval

RANKS = (1, 5, 10, 20)


@dataclass(frozen=True)
class EvaluationRequest:
    """What `evaluate` is asked for.

    Attributes:
        data: `FORM=DIR`.
        backbones: as `--backbone` names them.
        rule: a name of `probe.retrieval.RULES`.
        fit: how pictures come to the input size; `card` is as the model was trained.
        flip: add the vector of the mirrored picture.
        rerank: also k-reciprocal re-ranking (k1 20, k2 6, weight 0.3).
        seed: of the sampled galleries of the `cuhk03` rules.
    """

    data: str
    backbones: tuple[str, ...]
    rule: str = "market1501"
    fit: Fit = "card"
    flip: bool = False
    rerank: bool = False
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Evaluated:
    """The figures of one backbone.

    Attributes:
        backbone: its name.
        distance: what pictures were compared by, in words.
        retrieval: the figures.
    """

    backbone: str
    distance: str
    retrieval: Retrieval


@dataclass(frozen=True, eq=False)
class Evaluation:
    """What `evaluate` found: the data set as it was used, and one entry a backbone and distance."""

    data: ReidData
    results: tuple[Evaluated, ...]


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `probe evaluate`."""
    parser.add_argument(
        "--data",
        required=True,
        metavar="FORM=DIR",
        help="market1501=DIR, msmt17=DIR, scenes=DIR, ...",
    )
    parser.add_argument(
        "--backbone", action="append", required=True, metavar="NAME[=WEIGHTS]", help="once for each"
    )
    parser.add_argument("--rule", default="market1501", help="named rule (default market1501)")
    parser.add_argument(
        "--fit",
        default="card",
        choices=["card", "letterbox", "stretch"],
        help="how pictures come to the input size (default card: as the model was trained)",
    )
    parser.add_argument("--flip", action="store_true", help="add the mirrored picture's vector")
    parser.add_argument("--rerank", action="store_true", help="also with k-reciprocal re-ranking")
    parser.add_argument("--seed", type=int, default=0, help="of sampled galleries (cuhk03 rules)")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:1, mps")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="cache folder")
    parser.add_argument("--json", action="store_true", help="print as JSON")


def call(args: argparse.Namespace) -> int:
    """Evaluate and print a table, or JSON."""
    import json

    from probe.cli.console import Console
    from probe.contracts import Runtime
    from probe.embedding.vector_cache import VectorCache
    from probe.files.cache_folder import default_cache_folder

    request = EvaluationRequest(
        args.data, tuple(args.backbone), args.rule, args.fit, args.flip, args.rerank, args.seed
    )
    cache = VectorCache(args.cache or default_cache_folder())
    found = evaluate(request, Runtime(args.device), Console(), cache)
    if args.json:
        print(json.dumps(_told(found, request)))
    else:
        print(table(found, request))
    return 0


def evaluate(
    request: EvaluationRequest, runtime: Runtime, reporter: Reporter, cache: Cache | None = None
) -> Evaluation:
    """Retrieval figures of backbones on a data set.

    Args:
        request: what is asked for.
        runtime: device and precision.
        reporter: told what is done.
        cache: vectors known from before, kept for later.

    Raises:
        ProbeError: the folder is another data set, no query has a right answer, ...
    """
    from probe.embedding.registry import find_all
    from probe.pictures.layouts.registry import read_data
    from probe.retrieval import rule_named

    rule_named(request.rule)
    choices = find_all(request.backbones)
    data = _to_evaluate(read_data(request.data), request.data)
    records, usable, broken = _records(data)
    data = replace(data, query=usable[0], gallery=usable[1], broken=(*data.broken, *broken))
    for note in (*data.notes, *(f"left out: {lost.path}: {lost.reason}" for lost in broken[:10])):
        reporter.step(f"note: {note}")
    results: list[Evaluated] = []
    for choice in choices:
        loaded = choice.load(runtime)
        vectors = _vectors(_embedder(loaded), request, records, reporter, cache)
        results.extend(_figures(choice.name, vectors, records, request))
    return Evaluation(data, tuple(results))


def _to_evaluate(data: ReidData, given: str) -> ReidData:
    from probe.errors import PictureSourceError

    for name, part in (("query", data.query), ("gallery", data.gallery)):
        if not len(part):
            raise PictureSourceError(
                f"there is no {name} picture in it",
                place=given,
                hint="To evaluate, a data set needs a query and a gallery part.",
            )
    return data


@dataclass(frozen=True)
class _File:
    """A picture file: the origin of a record."""

    path: Path

    def load(self) -> NDArray[np.uint8]:
        from probe.pictures.decoding import read_picture

        return read_picture(self.path)


@dataclass(frozen=True, eq=False)
class _Parts:
    """Records of the two parts, with the labels of the pictures that could be read."""

    query: tuple[ImageRecord, ...]
    gallery: tuple[ImageRecord, ...]
    query_labels: Labels
    gallery_labels: Labels


def _records(
    data: ReidData,
) -> tuple[_Parts, tuple[LabelledPictures, LabelledPictures], list[Broken]]:
    from probe.retrieval import labels

    broken: list[Broken] = []
    query, usable_query = _usable(data.query, data.name, broken)
    gallery, usable_gallery = _usable(data.gallery, data.name, broken)
    parts = _Parts(
        query,
        gallery,
        labels(usable_query.people, usable_query.cameras),
        labels(usable_gallery.people, usable_gallery.cameras),
    )
    return parts, (usable_query, usable_gallery), broken


def _usable(
    part: LabelledPictures, name: str, broken: list[Broken]
) -> tuple[tuple[ImageRecord, ...], LabelledPictures]:
    import numpy as np

    from probe.errors import PictureError
    from probe.pictures.decoding import decode_picture, picture_digest, read_bytes
    from probe.pictures.image_set import ImageRecord
    from probe.pictures.layouts.labelled import Broken

    records, usable = [], np.zeros(len(part), np.bool_)
    for at, (path, file) in enumerate(zip(part.paths, part.files, strict=True)):
        try:
            content = read_bytes(file)
            height, width = decode_picture(content).shape[:2]
        except PictureError as error:
            broken.append(Broken(path, error.message))
            continue
        usable[at] = True
        digest = picture_digest(content, None)
        person, camera = str(part.people[at]), str(part.cameras[at])
        records.append(
            ImageRecord(
                digest, name, person, "subject", 0, "", camera, "", "", path, _File(file), width,
                height,
            )
        )  # fmt: skip
    return tuple(records), part.only(usable)


def _embedder(loaded: object) -> Backbone:
    from probe.contracts import Backbone
    from probe.errors import BackboneError

    if not isinstance(loaded, Backbone):
        raise BackboneError(
            "a pair scorer gives no vectors; retrieval over a whole gallery needs them",
            hint="Use a backbone that embeds pictures one by one.",
        )
    return loaded


def _vectors(
    backbone: Backbone,
    request: EvaluationRequest,
    parts: _Parts,
    reporter: Reporter,
    cache: Cache | None,
) -> dict[str, NDArray[np.float32]]:
    """Vector of every picture by id; with flip, the sum of the two unit vectors."""
    from probe.embedding.embed import EmbeddingTask, embed
    from probe.pictures.fitting import Fitting
    from probe.retrieval import unit_rows

    fitting = Fitting.of(request.fit, backbone.card)
    records = (*parts.query, *parts.gallery)
    task = EmbeddingTask(backbone, fitting)
    tell = reporter.progress(f"embedding with {backbone.card.name}", "pictures")
    found, _ = embed(task, records, cache, tell)
    vectors = found.vectors
    if request.flip:
        mirrored = EmbeddingTask(backbone, fitting, "mirrored", _mirrored, "mirrored")
        tell = reporter.progress(f"mirrored, with {backbone.card.name}", "pictures")
        again, _ = embed(mirrored, records, cache, tell)
        vectors = unit_rows(vectors) + unit_rows(again.vectors)
    return dict(zip(found.ids, vectors, strict=True))


def _mirrored(record: ImageRecord, picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    import numpy as np

    return np.ascontiguousarray(picture[:, ::-1])


def _figures(
    name: str, vectors: dict[str, NDArray[np.float32]], parts: _Parts, request: EvaluationRequest
) -> list[Evaluated]:
    import numpy as np

    from probe.retrieval import evaluate_blocks, evaluate_vectors, reranked_blocks

    query = np.stack([vectors[record.image_id] for record in parts.query])
    gallery = np.stack([vectors[record.image_id] for record in parts.gallery])
    about = parts.query_labels, parts.gallery_labels, request.rule, 50, request.seed
    told = "cosine, picture + mirrored" if request.flip else "cosine"
    results = [Evaluated(name, told, evaluate_vectors(query, gallery, *about))]
    if request.rerank:
        again = evaluate_blocks(reranked_blocks(query, gallery), *about)
        results.append(Evaluated(name, f"{told}, re-ranked (k1 20, k2 6, weight 0.3)", again))
    return results


def table(found: Evaluation, request: EvaluationRequest) -> str:
    """The figures as text, in percent."""
    width = max(len("backbone"), *(len(each.backbone) for each in found.results))
    heads = ["mAP", *(f"R{rank}" for rank in RANKS), "mINP"]
    lines = [f"{'backbone':<{width}}  " + "  ".join(f"{h:>5}" for h in heads) + "  distance"]
    for each in found.results:
        figures = "  ".join(f"{100 * value:5.1f}" for value in _row(each.retrieval))
        lines.append(f"{each.backbone:<{width}}  {figures}  {each.distance}")
    data = found.data
    lines.append(
        f"\n{data.name}: {len(data.query):,} queries, {len(data.gallery):,} gallery pictures, rule "
        f"{request.rule}, fit {request.fit}"
    )
    notice = found.results[0].retrieval.notice
    return "\n".join([*lines, notice] if notice else lines)


def _row(figures: Retrieval) -> list[float]:
    last = len(figures.cmc)
    ranks = [float(figures.cmc[min(rank, last) - 1]) for rank in RANKS]
    return [figures.mean_ap, *ranks, figures.mean_inp]


def _told(found: Evaluation, request: EvaluationRequest) -> dict[str, Any]:
    data = found.data
    return {
        "data": data.name,
        "queries": len(data.query),
        "gallery": len(data.gallery),
        "rule": request.rule,
        "fit": request.fit,
        "notes": list(data.notes),
        "broken": [[lost.path, lost.reason] for lost in data.broken],
        "results": [
            {
                "backbone": each.backbone,
                "distance": each.distance,
                "mAP": each.retrieval.mean_ap,
                "mINP": each.retrieval.mean_inp,
                "cmc": [float(value) for value in each.retrieval.cmc],
                "queries_left_out": each.retrieval.dropped,
            }
            for each in found.results
        ],
    }

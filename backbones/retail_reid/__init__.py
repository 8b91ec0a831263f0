"""Intel's small networks for person re-identification: person-reidentification-retail-0277 to 0288.

They are OSNets of several sizes from Open Model Zoo. Their ONNX files take what OSNet takes: RGB
with ImageNet's mean and deviation. In OpenVINO's form both are part of the network; it takes BGR.
The two files of 0287 are two networks: their vectors have nothing to do with each other.
"""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Backbone, BackboneCard, BackboneSpec, Runtime
from probe.errors import BackboneError
from probe.wording import Message, refusal

FOLDER = "https://storage.openvinotoolkit.org/repositories/open_model_zoo/2023.0/models_bin/1/"
"""Where Intel keeps the files of Open Model Zoo."""

MARKET = {
    "0277": (0.962, 0.877, "person-reidentification-retail-0265.onnx"),
    "0286": (0.948, 0.837, "person-reidentification-retail-0270.onnx"),
    "0287": (0.929, 0.766, "person-reidentification-retail-0267.onnx"),
    "0288": (0.861, 0.589, ""),
}
"""Tag -> rank 1 and mAP on Market-1501 as Intel states them, and the ONNX file, if there is one."""

SHA256 = {"0287": "ca531dc7b2f0efabc6d26b128dbf6a5e9c7b634339acdb36d11476f999f2c186"}
"""Tag -> of the ONNX file, where one was at hand whose SHA-384 is the one that the zoo states."""


def _card(tag: str) -> BackboneCard:
    rank, precision, graph = MARKET[tag]
    name = f"person-reidentification-retail-{tag}"
    return BackboneCard(
        architecture="retail_reid",
        tag=tag,
        summary=Message(
            "card-summary-retail", {"name": name, "rank": rank, "precision": precision}
        ),
        feature=Message("card-feature-output", {"dimension": 256, "output": "reid_embedding"}),
        dimension=256,
        training_data=Message("card-data-intel"),
        licence="Apache-2.0 (Open Model Zoo)",
        source=f"github.com/openvinotoolkit/open_model_zoo, models/intel/{name}",
        url=f"{FOLDER}{name}/{graph}" if graph else "",
        sha256=SHA256.get(tag, ""),
    )


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone:
    from probe.backbones.onnx.session import is_onnx, open_under_card
    from probe.backbones.openvino import PLAIN_MEAN, PLAIN_STD
    from probe.backbones.openvino.opening import open_network

    if is_onnx(weights):
        return open_under_card(card, weights, runtime)
    if weights is None or weights.suffix.lower() != ".xml":
        raise refusal(
            BackboneError,
            Message("backbones-retail-files", {"card": card.name}),
            place=weights,
            hint=Message("backbones-retail-addresses"),
        )
    inside = card.with_changes(mean=PLAIN_MEAN, std=PLAIN_STD, channels="BGR")
    return open_network(inside, weights, runtime)


spec = BackboneSpec(cards=tuple(map(_card, MARKET)), load=_load)

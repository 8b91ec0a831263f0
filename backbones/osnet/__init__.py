"""OSNet: a light network made for person re-identification, as trained with torchreid."""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Backbone as _Backbone
from probe.contracts import BackboneCard, BackboneSpec, Runtime

CHANNELS = {
    "osnet_x1_0": (64, 256, 384, 512),
    "osnet_x0_75": (48, 192, 288, 384),
    "osnet_x0_5": (32, 128, 192, 256),
    "osnet_x0_25": (16, 64, 96, 128),
    "osnet_ain_x1_0": (64, 256, 384, 512),
}
"""Channels of the four stages of each width (torchreid/models/osnet.py, osnet_ain.py)."""

_PLAIN = BackboneCard(
    architecture="osnet_x1_0",
    summary="OSNet, omni-scale features (torchreid weights)",
    feature="512-d, after the linear layer, its batch norm and ReLU",
    dimension=512,
    licence="code MIT (torchreid); weights: see where they come from",
    source="github.com/KaiyangZhou/deep-person-reid",
)


def _cards() -> tuple[BackboneCard, ...]:
    plain = [_PLAIN.with_changes(architecture=name) for name in CHANNELS]
    known = {
        "msmt17": "6f57607fed9f502b9efed546108132ee715df5a5b6e6932c6269bacb47f59f99",
        "market1501": "c0ff09177a21417a19bc73bbf5af4eb5d2b097c2074ed35e67819ee6cd93612c",
    }
    data = {"msmt17": "MSMT17, 1041 identities", "market1501": "Market-1501, 751 identities"}
    tagged = [
        _PLAIN.with_changes(
            architecture="osnet_x0_25",
            tag=tag,
            sha256=sha256,
            training_data=data[tag],
            summary=f"OSNet x0.25 of torchreid's model zoo, trained on {data[tag]}",
        )
        for tag, sha256 in known.items()
    ]
    return (*plain, *tagged)


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> _Backbone:
    from backbones._torch.opening import open_backbone
    from backbones.osnet.model import OSNet, OSNetAIN

    build = OSNetAIN if "_ain_" in card.architecture else OSNet
    network = build(CHANNELS[card.architecture], card.dimension)
    return open_backbone(card, weights, runtime, network, heads=("classifier.",))


spec = BackboneSpec(cards=_cards(), load=_load)

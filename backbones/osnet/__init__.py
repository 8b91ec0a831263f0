"""OSNet: a light network made for person re-identification, as trained with torchreid."""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Backbone as _Backbone
from probe.contracts import BackboneCard, BackboneSpec, Runtime
from probe.wording import Message

CHANNELS = {
    "osnet_x1_0": (64, 256, 384, 512),
    "osnet_x0_75": (48, 192, 288, 384),
    "osnet_x0_5": (32, 128, 192, 256),
    "osnet_x0_25": (16, 64, 96, 128),
    "osnet_ain_x1_0": (64, 256, 384, 512),
}
"""Channels of the four stages of each width (torchreid/models/osnet.py, osnet_ain.py)."""

ZOO = "https://huggingface.co/kaiyangzhou/osnet/resolve/main/"
"""Where the authors keep torchreid's model zoo."""

_PLAIN = BackboneCard(
    architecture="osnet_x1_0",
    summary=Message("card-summary-osnet"),
    feature=Message("card-feature-linear-relu", {"dimension": 512}),
    dimension=512,
    licence=Message("card-licence-code", {"code": "MIT (torchreid)"}),
    source="kaiyangzhou.github.io/deep-person-reid/MODEL_ZOO, huggingface.co/kaiyangzhou/osnet",
)


def _data(name: str, people: int) -> Message:
    return Message("card-data-people", {"name": name, "people": people})


_MSMT17 = _data("MSMT17", 1041)


def _cards() -> tuple[BackboneCard, ...]:
    plain = [_PLAIN.with_changes(architecture=name) for name in CHANNELS]
    checksums = {
        "msmt17": "6f57607fed9f502b9efed546108132ee715df5a5b6e6932c6269bacb47f59f99",
        "market1501": "c0ff09177a21417a19bc73bbf5af4eb5d2b097c2074ed35e67819ee6cd93612c",
    }
    data = {"msmt17": _MSMT17, "market1501": _data("Market-1501", 751)}
    tagged = [
        _PLAIN.with_changes(
            architecture="osnet_x0_25",
            tag=tag,
            sha256=sha256,
            training_data=data[tag],
            summary=Message("card-summary-osnet-zoo", {"data": data[tag]}),
        )
        for tag, sha256 in checksums.items()
    ]
    return (*plain, *tagged, *_fetchable())


def _fetchable() -> tuple[BackboneCard, ...]:
    """Weights of the authors' own that can be fetched by address."""
    trained = "amsgrad_ep150_stp60_lr0.0015_b64_fb10_softmax_labelsmooth_flip_jitter.pth"
    everything = [
        _PLAIN.with_changes(
            architecture=name,
            tag="msmt17_all",
            url=f"{ZOO}{name}_msmt17_combineall_256x128_{trained}",
            training_data=Message("card-data-all-parts", {"name": "MSMT17", "people": 4101}),
            summary=Message("card-summary-osnet-all", {"data": "MSMT17"}),
        )
        for name in ("osnet_x1_0", "osnet_x0_25")
    ]
    ain = _PLAIN.with_changes(
        architecture="osnet_ain_x1_0",
        tag="msmt17",
        url=f"{ZOO}osnet_ain_x1_0_msmt17_256x128_amsgrad_ep50_lr0.0015_coslr_b64_fb10_softmax"
        "_labsmth_flip_jitter.pth",
        sha256="8a07e8da38946f7cee37f4561617bf8b6d2fe8f3a4027852893ea092e46d919f",
        training_data=_MSMT17,
        summary=Message("card-summary-osnet-ain"),
    )
    return (*everything, ain)


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> _Backbone:
    from probe.backbones._torch.opening import open_backbone
    from probe.backbones.osnet.model import OSNet, OSNetAIN

    build = OSNetAIN if "_ain_" in card.architecture else OSNet
    network = build(CHANNELS[card.architecture], card.dimension)
    return open_backbone(card, weights, runtime, network, heads=("classifier.",))


spec = BackboneSpec(cards=_cards(), load=_load)

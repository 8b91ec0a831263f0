"""The folder of exported graphs is held to a size, and the graph in use stays."""

import os
import time

import numpy as np

from probe.backbones._torch.graph_cache import graph_file
from probe.contracts import BackboneCard, Runtime
from probe.embedding.registry import find


def card(number):
    return BackboneCard(architecture="toy", sha256=f"{number:064d}", input_size=(8, 8))


def keep(number, cache, size=100, limit=250):
    with graph_file(card(number), Runtime("cpu", cache=cache), limit) as path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes(size))
    return path


def test_graphs_used_longest_ago_go_when_the_folder_outgrows_its_limit(tmp_path):
    first, second = keep(1, tmp_path), keep(2, tmp_path)
    for path, age in ((first, 90), (second, 60)):
        os.utime(path, (time.time() - age,) * 2)
    with graph_file(card(1), Runtime("cpu", cache=tmp_path), 250) as path:
        assert path == first  # used again: from here on the second is older
    third = keep(3, tmp_path)
    assert {path.exists() for path in (first, third)} == {True}
    assert not second.exists()


def test_the_graph_in_use_stays_even_where_it_alone_is_too_large(tmp_path):
    first = keep(1, tmp_path)
    os.utime(first, (1, 1))
    large = keep(2, tmp_path, size=1000)
    assert large.is_file()
    assert not first.exists()


def test_without_a_cache_or_a_checksum_nothing_is_kept(tmp_path):
    unknown = BackboneCard(architecture="toy", input_size=(8, 8))
    for given, runtime in ((card(1), Runtime("cpu")), (unknown, Runtime("cpu", cache=tmp_path))):
        with graph_file(given, runtime) as path:
            path.write_bytes(b"graph")
        assert not path.exists()
    assert list(tmp_path.iterdir()) == []


def test_a_network_opened_twice_uses_the_kept_graph(tmp_path):
    runtime = Runtime("cpu", engine="onnxruntime", threads=1, cache=tmp_path)
    pictures = np.zeros((1, 128, 48, 3), np.uint8)
    first = find("arcface.demo").load(runtime).embed(pictures)
    (graph,) = (tmp_path / "graphs").glob("*.onnx")
    os.utime(graph, (1, 1))
    content = graph.read_bytes()
    np.testing.assert_array_equal(find("arcface.demo").load(runtime).embed(pictures), first)
    assert graph.read_bytes() == content
    assert graph.stat().st_mtime > 1


def test_graph_is_kept_by_weights_and_card(opened, small_card, tmp_path):
    opened(cache=tmp_path)
    (kept,) = (tmp_path / "graphs").iterdir()
    written = kept.stat().st_ino
    opened(cache=tmp_path)
    assert kept.stat().st_ino == written
    opened(small_card.with_changes(mean=(0.5, 0.5, 0.5)), cache=tmp_path)
    opened(small_card.with_changes(sha256="cd" * 32), cache=tmp_path)
    assert len(list((tmp_path / "graphs").iterdir())) == 3
